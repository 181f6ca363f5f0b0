"""The board's own actions, beyond those of the shell."""

from enum import StrEnum

from visitdesk.security.permissions import Deed
from visitdesk.ui.shell.actions import ActionSpec, Group
from visitdesk.ui.shell.icons import Icon


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks `text` for the translators (lupdate looks for this name) and leaves it as it is."""
    return text


class BoardKey(StrEnum):
    """Names of the board's actions."""

    CHECK_IN = "board.check_in"
    EXTEND = "board.extend"
    HELP = "board.help"
    BREAK_OFF = "board.break_off"
    RECALL = "board.recall"
    CANCEL = "board.cancel"
    TEAM = "board.team"
    LOG = "board.log"
    RESOLVE = "board.resolve"
    CALL_SHEET = "board.call_sheet"
    VIEW = "board.view"
    HAND_OVER = "board.hand_over"


def _spec(
    key: BoardKey, text: str, icon: Icon, tip: str, *, keys: str = "", deed: Deed | None = Deed.WATCH
) -> ActionSpec:
    return ActionSpec(
        key=key, text=text, icon=icon, shortcut=keys, tip=tip, deed=deed, group=Group.PAGE, context="SafetyActions"
    )


BOARD_ACTIONS = (
    _spec(
        BoardKey.CHECK_IN,
        QT_TRANSLATE_NOOP("SafetyActions", "Phoned check-in"),
        Icon.PHONE_CHECKMARK,
        QT_TRANSLATE_NOOP("SafetyActions", "Enter what a collector says on the telephone, departure included."),
        keys="Ctrl+R",
    ),
    _spec(
        BoardKey.EXTEND,
        QT_TRANSLATE_NOOP("SafetyActions", "More time"),
        Icon.TIMER,
        QT_TRANSLATE_NOOP("SafetyActions", "A quarter hour more for the team, with a reason."),
    ),
    _spec(
        BoardKey.HELP,
        QT_TRANSLATE_NOOP("SafetyActions", "Note a call for help"),
        Icon.MEGAPHONE,
        QT_TRANSLATE_NOOP("SafetyActions", "Raise an alarm for a collector who asks for help by telephone."),
    ),
    _spec(
        BoardKey.BREAK_OFF,
        QT_TRANSLATE_NOOP("SafetyActions", "Team breaks off"),
        Icon.ARROW_UNDO,
        QT_TRANSLATE_NOOP("SafetyActions", "The team stops the visit and leaves. That is never held against anybody."),
    ),
    _spec(
        BoardKey.RECALL,
        QT_TRANSLATE_NOOP("SafetyActions", "Call the team back"),
        Icon.MEGAPHONE,
        QT_TRANSLATE_NOOP("SafetyActions", "The team comes back; the watch goes on until all are safe."),
    ),
    _spec(
        BoardKey.CANCEL,
        QT_TRANSLATE_NOOP("SafetyActions", "Cancel the visit"),
        Icon.DISMISS_CIRCLE,
        QT_TRANSLATE_NOOP("SafetyActions", "Take a visit off the board that nobody has set out for."),
    ),
    _spec(
        BoardKey.TEAM,
        QT_TRANSLATE_NOOP("SafetyActions", "Change team"),
        Icon.PERSON_SWAP,
        QT_TRANSLATE_NOOP("SafetyActions", "Somebody leaves or joins; who leaves stays under watch until safe."),
        deed=Deed.DISPATCH,
    ),
    _spec(
        BoardKey.LOG,
        QT_TRANSLATE_NOOP("SafetyActions", "Log of the visit"),
        Icon.HISTORY,
        QT_TRANSLATE_NOOP("SafetyActions", "Everything that happened on the visit, in order."),
        deed=None,
    ),
    _spec(
        BoardKey.RESOLVE,
        QT_TRANSLATE_NOOP("SafetyActions", "Resolve…"),
        Icon.SHIELD_CHECKMARK,
        QT_TRANSLATE_NOOP("SafetyActions", "End the current alarm, with a reason and the words heard."),
        keys="Ctrl+Shift+R",
    ),
    _spec(
        BoardKey.CALL_SHEET,
        QT_TRANSLATE_NOOP("SafetyActions", "Call sheet"),
        Icon.SHIELD_ERROR,
        QT_TRANSLATE_NOOP("SafetyActions", "Place, names and words to read out to 110. A person dials."),
    ),
    _spec(
        BoardKey.VIEW,
        QT_TRANSLATE_NOOP("SafetyActions", "List"),
        Icon.LIST,
        QT_TRANSLATE_NOOP("SafetyActions", "Show the teams as a list, or as tiles."),
        keys="Ctrl+Shift+B",
        deed=None,
    ),
    _spec(
        BoardKey.HAND_OVER,
        QT_TRANSLATE_NOOP("SafetyActions", "Hand over"),
        Icon.PERSON_SWAP,
        QT_TRANSLATE_NOOP("SafetyActions", "Hand the watch to the next officer, alarm by alarm."),
    ),
)
