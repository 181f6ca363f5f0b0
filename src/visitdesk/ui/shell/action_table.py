"""The shell's own actions: every key of the house is declared here once (reference ui §3)."""

from dataclasses import dataclass
from enum import StrEnum

from visitdesk.security.permissions import Deed
from visitdesk.ui.shell.icons import Icon


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks `text` for the translators (lupdate looks for this name) and leaves it as it is."""
    return text


class Group(StrEnum):
    """Headings of the key sheet and of the palette."""

    SAFETY = "safety"
    PAGE = "page"
    GO = "go"
    WINDOW = "window"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action as it is declared.

    Attributes:
        key: unique dotted name, also the objectName of the QAction.
        text: English source; its Chinese stands in the translation of the capability under `context`.
        shortcut: portable key text; empty for none. Bare letters are refused (input methods swallow them).
        tip: one sentence, tooltip and whatsThis, English source.
        deed: permission it needs; None for everybody.
        everywhere: works above any page, dialog and editor (safety keys); others work in the main window.
        local: does nothing until the page on top binds it.
        context: translation context; a capability uses its own.
    """

    key: str
    text: str
    group: Group = Group.PAGE
    icon: Icon | None = None
    shortcut: str = ""
    tip: str = ""
    deed: Deed | None = None
    everywhere: bool = False
    local: bool = True
    context: str = "Actions"


class Key(StrEnum):
    """Names of the shell's actions."""

    ACKNOWLEDGE = "safety.acknowledge"
    CALL = "safety.call"
    ESCALATE = "safety.escalate"
    MUTE = "safety.mute"
    STRIP = "safety.strip"
    NEXT_ALARM = "safety.next_alarm"
    QUICK_LINE = "safety.quick_line"
    WALL = "safety.wall"
    PALETTE = "window.palette"
    HELP = "help.here"
    KEYS = "help.keys"
    ABOUT = "help.about"
    LOCK = "window.lock"
    DRAWER = "window.drawer"
    NARROW_RAIL = "window.narrow_rail"
    BACK = "go.back"
    REGION = "window.region"
    RELOAD = "page.reload"
    FILTER = "page.filter"
    NEXT_PROBLEM = "page.next_problem"
    OPTIMISE = "page.optimise"
    FINISH = "page.finish"
    UNDO = "page.undo"
    REDO = "page.redo"
    PRINT = "page.print"
    EXPORT = "page.export"
    IMPORT = "page.import"
    NEW = "page.new"
    INTO_PLAN = "page.into_plan"
    HOLD = "page.hold"
    LOG_CONTACT = "page.log_contact"
    ATTACH = "page.attach"
    OTHER_TIME = "page.other_time"
    SHOW_ON_MAP = "page.show_on_map"
    PREVIOUS = "page.previous"
    NEXT = "page.next"
    THIRD_PERSON = "page.third_person"
    THEME = "window.theme"
    LANGUAGE = "window.language"


def _safety(key: Key, text: str, icon: Icon, shortcut: str, tip: str, *, watch: bool = True) -> ActionSpec:
    return ActionSpec(
        key=key,
        text=text,
        icon=icon,
        shortcut=shortcut,
        tip=tip,
        group=Group.SAFETY,
        deed=Deed.WATCH if watch else None,
        everywhere=True,
        local=False,
    )


def _page(key: Key, text: str, icon: Icon | None, shortcut: str, tip: str, deed: Deed | None = None) -> ActionSpec:
    return ActionSpec(key=key, text=text, icon=icon, shortcut=shortcut, tip=tip, deed=deed)


def _window(key: Key, text: str, icon: Icon | None, shortcut: str, tip: str, group: Group) -> ActionSpec:
    return ActionSpec(key=key, text=text, icon=icon, shortcut=shortcut, tip=tip, group=group, local=False)


SAFETY_ACTIONS = (
    _safety(
        Key.ACKNOWLEDGE,
        QT_TRANSLATE_NOOP("Actions", "Acknowledge"),
        Icon.CHECKMARK,
        "F2",
        QT_TRANSLATE_NOOP("Actions", "Take the current alarm. It stays open until it is resolved."),
    ),
    _safety(
        Key.CALL,
        QT_TRANSLATE_NOOP("Actions", "Call"),
        Icon.CALL,
        "F3",
        QT_TRANSLATE_NOOP("Actions", "Show whom to call for the current alarm. Nothing is dialled by itself."),
    ),
    _safety(
        Key.ESCALATE,
        QT_TRANSLATE_NOOP("Actions", "Escalate"),
        Icon.ARROW_UP,
        "F4",
        QT_TRANSLATE_NOOP("Actions", "Bring the current alarm to the next person or step."),
    ),
    _safety(
        Key.MUTE,
        QT_TRANSLATE_NOOP("Actions", "Mute 2 min"),
        Icon.SPEAKER_MUTE,
        "F6",
        QT_TRANSLATE_NOOP("Actions", "Silence the sound for 2 minutes, for a duress signal 30 seconds."),
    ),
    _safety(
        Key.STRIP,
        QT_TRANSLATE_NOOP("Actions", "Safety strip"),
        Icon.SHIELD_CHECKMARK,
        "F8",
        QT_TRANSLATE_NOOP("Actions", "Put the keyboard on the safety strip."),
        watch=False,
    ),
    _safety(
        Key.NEXT_ALARM,
        QT_TRANSLATE_NOOP("Actions", "Next alarm"),
        Icon.CHEVRON_RIGHT,
        "Shift+F8",
        QT_TRANSLATE_NOOP("Actions", "Make the next open alarm the current one."),
        watch=False,
    ),
)

WINDOW_ACTIONS = (
    _window(
        Key.PALETTE,
        QT_TRANSLATE_NOOP("Actions", "Search or command"),
        Icon.SEARCH,
        "Ctrl+K",
        QT_TRANSLATE_NOOP("Actions", "Find a case, a person or a deed by Chinese characters, pinyin or initials."),
        Group.GO,
    ),
    _window(
        Key.BACK,
        QT_TRANSLATE_NOOP("Actions", "Back"),
        Icon.ARROW_LEFT,
        "Alt+Left",
        QT_TRANSLATE_NOOP("Actions", "Back to the page you came from."),
        Group.GO,
    ),
    _window(
        Key.REGION,
        QT_TRANSLATE_NOOP("Actions", "Next area"),
        None,
        "Ctrl+Tab",
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard to the next area: rail, page, side panel, safety strip."),
        Group.WINDOW,
    ),
    _window(
        Key.DRAWER,
        QT_TRANSLATE_NOOP("Actions", "Side panel"),
        Icon.PANEL_RIGHT,
        "Ctrl+J",
        QT_TRANSLATE_NOOP("Actions", "Show or hide the side panel."),
        Group.WINDOW,
    ),
    _window(
        Key.NARROW_RAIL,
        QT_TRANSLATE_NOOP("Actions", "Narrow rail"),
        Icon.PANEL_LEFT,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("Actions", "Show the stations as icons only, or with their words."),
        Group.WINDOW,
    ),
    _window(
        Key.LOCK,
        QT_TRANSLATE_NOOP("Actions", "Lock"),
        Icon.LOCK_CLOSED,
        "F12",
        QT_TRANSLATE_NOOP("Actions", "Lock this desk. The safety strip and its sound stay on."),
        Group.WINDOW,
    ),
    _window(
        Key.THEME,
        QT_TRANSLATE_NOOP("Actions", "Light or dark"),
        Icon.DARK_THEME,
        "",
        QT_TRANSLATE_NOOP("Actions", "Change between the light and the dark look."),
        Group.WINDOW,
    ),
    _window(
        Key.LANGUAGE,
        QT_TRANSLATE_NOOP("Actions", "中文"),
        Icon.LOCAL_LANGUAGE,
        "",
        QT_TRANSLATE_NOOP("Actions", "Show the window in Chinese."),
        Group.WINDOW,
    ),
    _window(
        Key.HELP,
        QT_TRANSLATE_NOOP("Actions", "Help here"),
        Icon.QUESTION_CIRCLE,
        "F1",
        QT_TRANSLATE_NOOP("Actions", "Explain this page."),
        Group.HELP,
    ),
    _window(
        Key.KEYS,
        QT_TRANSLATE_NOOP("Actions", "Keys"),
        Icon.KEYBOARD,
        "Shift+F1",
        QT_TRANSLATE_NOOP("Actions", "All keys on one sheet."),
        Group.HELP,
    ),
    _window(
        Key.ABOUT,
        QT_TRANSLATE_NOOP("Actions", "About VisitDesk"),
        Icon.INFO,
        "",
        QT_TRANSLATE_NOOP("Actions", "Version, licences, folders."),
        Group.HELP,
    ),
)

PAGE_ACTIONS = (
    _page(
        Key.RELOAD,
        QT_TRANSLATE_NOOP("Actions", "Reload"),
        Icon.ARROW_CLOCKWISE,
        "F5",
        QT_TRANSLATE_NOOP("Actions", "Read this page again."),
    ),
    _page(
        Key.NEXT_PROBLEM,
        QT_TRANSLATE_NOOP("Actions", "Next problem"),
        Icon.WARNING,
        "F7",
        QT_TRANSLATE_NOOP("Actions", "Go to the next row that needs a look."),
    ),
    _page(
        Key.OPTIMISE,
        QT_TRANSLATE_NOOP("Actions", "Optimise"),
        Icon.SPARKLE,
        "F9",
        QT_TRANSLATE_NOOP("Actions", "Let the planner look for better routes; press again to take them."),
        Deed.PLAN_DAY,
    ),
    _page(
        Key.WALL,
        QT_TRANSLATE_NOOP("Actions", "Wall"),
        Icon.FULL_SCREEN_MAXIMIZE,
        "F11",
        QT_TRANSLATE_NOOP("Actions", "Show the board on the second screen, without names."),
    ),
    _page(
        Key.FILTER,
        QT_TRANSLATE_NOOP("Actions", "Filter this list"),
        Icon.FILTER,
        "Ctrl+F",
        QT_TRANSLATE_NOOP("Actions", "Show only rows that contain what you type."),
    ),
    _page(
        Key.QUICK_LINE,
        QT_TRANSLATE_NOOP("Actions", "Quick line"),
        Icon.KEYBOARD,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("Actions", 'Type "3 ok" or "3 late 10" to note a call from team 3.'),
        Deed.WATCH,
    ),
    _page(
        Key.FINISH,
        QT_TRANSLATE_NOOP("Actions", "Finish"),
        Icon.CHECKMARK,
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("Actions", "Finish this page: import, publish or submit."),
    ),
    _page(
        Key.UNDO,
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        Icon.ARROW_UNDO,
        "Ctrl+Z",
        QT_TRANSLATE_NOOP("Actions", "Take the last change back."),
    ),
    _page(
        Key.REDO,
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        Icon.ARROW_REDO,
        "Ctrl+Y",
        QT_TRANSLATE_NOOP("Actions", "Do the change again that was taken back."),
    ),
    _page(
        Key.PRINT,
        QT_TRANSLATE_NOOP("Actions", "Print"),
        Icon.PRINT,
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Actions", "Make the papers of what is shown or selected."),
        Deed.PRINT,
    ),
    _page(
        Key.EXPORT,
        QT_TRANSLATE_NOOP("Actions", "Export"),
        Icon.ARROW_EXPORT,
        "Ctrl+E",
        QT_TRANSLATE_NOOP("Actions", "Write what is shown to a file."),
    ),
    _page(
        Key.IMPORT,
        QT_TRANSLATE_NOOP("Actions", "Import"),
        Icon.ARROW_IMPORT,
        "Ctrl+I",
        QT_TRANSLATE_NOOP("Actions", "Read a file into this page."),
    ),
    _page(
        Key.NEW,
        QT_TRANSLATE_NOOP("Actions", "New"),
        Icon.ADD,
        "Ctrl+N",
        QT_TRANSLATE_NOOP("Actions", "Add something new here."),
    ),
    _page(
        Key.INTO_PLAN,
        QT_TRANSLATE_NOOP("Actions", "Into day plan"),
        Icon.CALENDAR_ADD,
        "Ctrl+D",
        QT_TRANSLATE_NOOP("Actions", "Ask for a visit on a day plan."),
        Deed.PREPARE_VISIT,
    ),
    _page(
        Key.HOLD,
        QT_TRANSLATE_NOOP("Actions", "Hold visits"),
        Icon.PAUSE,
        "Ctrl+H",
        QT_TRANSLATE_NOOP("Actions", "No visit until a named role clears the hold."),
        Deed.SET_HOLD,
    ),
    _page(
        Key.LOG_CONTACT,
        QT_TRANSLATE_NOOP("Actions", "Log contact"),
        Icon.ADD,
        "Ctrl+L",
        QT_TRANSLATE_NOOP("Actions", "Note a call, a message, a letter or an objection."),
        Deed.PREPARE_VISIT,
    ),
    _page(
        Key.ATTACH,
        QT_TRANSLATE_NOOP("Actions", "Attach"),
        Icon.ATTACH,
        "Ctrl+U",
        QT_TRANSLATE_NOOP("Actions", "Add a file to what is shown."),
    ),
    _page(
        Key.OTHER_TIME,
        QT_TRANSLATE_NOOP("Actions", "Try another time"),
        Icon.CALENDAR_CLOCK,
        "Ctrl+T",
        QT_TRANSLATE_NOOP("Actions", "Ask the rules about another moment."),
    ),
    _page(
        Key.SHOW_ON_MAP,
        QT_TRANSLATE_NOOP("Actions", "Show on map"),
        Icon.LOCATION,
        "Ctrl+M",
        QT_TRANSLATE_NOOP("Actions", "Centre the map on what is selected."),
    ),
    _page(
        Key.PREVIOUS,
        QT_TRANSLATE_NOOP("Actions", "Previous"),
        Icon.CHEVRON_LEFT,
        "Alt+Up",
        QT_TRANSLATE_NOOP("Actions", "The item above in the list you came from."),
    ),
    _page(
        Key.NEXT,
        QT_TRANSLATE_NOOP("Actions", "Next"),
        Icon.CHEVRON_RIGHT,
        "Alt+Down",
        QT_TRANSLATE_NOOP("Actions", "The item below in the list you came from."),
    ),
    _page(
        Key.THIRD_PERSON,
        QT_TRANSLATE_NOOP("Actions", "Third-person mode"),
        Icon.EYE_OFF,
        "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("Actions", "Hide every word about debt while somebody else can see the screen."),
    ),
)

SHELL_ACTIONS = (*SAFETY_ACTIONS, *WINDOW_ACTIONS, *PAGE_ACTIONS)
"""All of them, in the order of the key sheet."""
