"""Deeds of the plan's page that the shell does not know by itself."""

from enum import StrEnum

from visitdesk.security.permissions import Deed
from visitdesk.ui.shell.action_table import QT_TRANSLATE_NOOP, ActionSpec
from visitdesk.ui.shell.icons import Icon


class PlanKey(StrEnum):
    """Names of the actions."""

    PICK_UP = "plan.pick_up"
    PUT_DOWN = "plan.put_down"
    BEST = "plan.best"
    LOCK = "plan.lock"
    REMOVE = "plan.remove"
    SAVE = "plan.save"
    DAY_BEFORE = "plan.day_before"
    DAY_AFTER = "plan.day_after"


def _plan(
    key: PlanKey, text: str, icon: Icon, shortcut: str, tip: str, deed: Deed | None = Deed.PLAN_DAY
) -> ActionSpec:
    return ActionSpec(key=key, text=text, icon=icon, shortcut=shortcut, tip=tip, deed=deed, context="PlanActions")


PLAN_ACTIONS = (
    _plan(
        PlanKey.PICK_UP,
        QT_TRANSLATE_NOOP("PlanActions", "Pick up"),
        Icon.ARROW_SWAP,
        "Ctrl+X",
        QT_TRANSLATE_NOOP("PlanActions", "Carry the visit; every team says what it would cost. Ctrl+V puts it down."),
    ),
    _plan(
        PlanKey.PUT_DOWN,
        QT_TRANSLATE_NOOP("PlanActions", "Put down"),
        Icon.ARROW_DOWN,
        "Ctrl+V",
        QT_TRANSLATE_NOOP("PlanActions", "Give the carried visit to the team that is marked."),
    ),
    _plan(
        PlanKey.BEST,
        QT_TRANSLATE_NOOP("PlanActions", "To the best team"),
        Icon.CHECKMARK,
        "",
        QT_TRANSLATE_NOOP("PlanActions", "Give the visit to the team whom it costs least."),
    ),
    _plan(
        PlanKey.LOCK,
        QT_TRANSLATE_NOOP("PlanActions", "Lock"),
        Icon.LOCK_CLOSED,
        "Ctrl+Shift+L",
        QT_TRANSLATE_NOOP("PlanActions", "Hold the visit on its team, or free it again."),
    ),
    _plan(
        PlanKey.REMOVE,
        QT_TRANSLATE_NOOP("PlanActions", "Back to the pool"),
        Icon.ARROW_LEFT,
        "Ctrl+Del",
        QT_TRANSLATE_NOOP("PlanActions", "Take the visit off its team."),
    ),
    _plan(
        PlanKey.SAVE,
        QT_TRANSLATE_NOOP("PlanActions", "Save draft"),
        Icon.SAVE,
        "Ctrl+S",
        QT_TRANSLATE_NOOP("PlanActions", "Keep the draft now. It is kept by itself when the hand rests."),
    ),
    _plan(
        PlanKey.DAY_BEFORE,
        QT_TRANSLATE_NOOP("PlanActions", "The day before"),
        Icon.CHEVRON_LEFT,
        "Ctrl+PgUp",
        QT_TRANSLATE_NOOP("PlanActions", "Open the plan of the day before."),
        None,
    ),
    _plan(
        PlanKey.DAY_AFTER,
        QT_TRANSLATE_NOOP("PlanActions", "The day after"),
        Icon.CHEVRON_RIGHT,
        "Ctrl+PgDown",
        QT_TRANSLATE_NOOP("PlanActions", "Open the plan of the day after."),
        None,
    ),
)
