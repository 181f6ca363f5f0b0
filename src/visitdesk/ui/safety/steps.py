"""Response steps (处置步骤) of an alarm: the ladder's rungs as things a person does, ticked by digit. Pure.

The ladder is the machine's (reference safety §3.5); a step is ticked when it was logged for its rung.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from visitdesk.people.model import CollectorId
from visitdesk.safety.alarms import LoggedStep
from visitdesk.safety.board import AlarmCard, LadderRow
from visitdesk.ui.safety.picture import Dossier, TeamTile
from visitdesk.ui.shell.icons import Icon


class How(StrEnum):
    """What doing a step opens."""

    CALL = "call"
    ESCALATE = "escalate"
    CALL_SHEET = "call_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    Attributes:
        person: whom to ring first, where the rung names a collector.
        done: the logged deed that answers this rung, None while nobody has done it.
    """

    rung: str
    how: How
    words: str
    icon: Icon
    person: CollectorId | None = None
    is_due: bool = False
    done: LoggedStep | None = None


_HOW = {
    "ladder.ring_collector": How.CALL,
    "ladder.ring_partner": How.CALL,
    "ladder.listen_first": How.CALL,
    "ladder.partner_if_outside": How.CALL,
    "ladder.look_at_the_watch": How.CALL,
    "ladder.call_sheet": How.CALL_SHEET,
    "ladder.help_call_sheet": How.CALL_SHEET,
}
_ICONS = {How.CALL: Icon.CALL, How.ESCALATE: Icon.ARROW_UP, How.CALL_SHEET: Icon.SHIELD_ERROR}
RING = "ladder.ring_collector"
"""The only step of alarms without a ladder (P2)."""


def steps_of(card: AlarmCard, tile: TeamTile | None, dossier: Dossier) -> tuple[Step, ...]:
    """The steps in the order of the ladder; for P2 one call."""
    rows = _in_order(card.rows)
    rungs = [(row.rule, row.is_climbed) for row in rows] or [(RING, True)]
    partner = _partner(card, tile)
    steps = []
    for rule, is_due in rungs:
        how = _HOW.get(rule, How.ESCALATE)
        is_partner = rule in {"ladder.ring_partner", "ladder.partner_if_outside"}
        person = partner if is_partner else card.collector if how is How.CALL else None
        steps.append(
            Step(
                rung=rule,
                how=how,
                words=_words(rule, dossier.name(card.collector), dossier.name(partner)),
                icon=_ICONS[how],
                person=person,
                is_due=is_due,
                done=next((one for one in reversed(card.steps) if one.rung == rule), None),
            )
        )
    if card.do_not_ring:
        steps.insert(1, _sheet(card))
    return tuple(steps)


def _in_order(rows: tuple[LadderRow, ...]) -> list[LadderRow]:
    """A rule once, at its first rung."""
    return [row for place, row in enumerate(rows) if row.rule not in {one.rule for one in rows[:place]}]


def _sheet(card: AlarmCard) -> Step:
    """Duress has its call sheet at once."""
    rule = "ladder.call_sheet"
    done = next((one for one in reversed(card.steps) if one.rung == rule), None)
    return Step(
        rung=rule, how=How.CALL_SHEET, words=_words(rule, "", ""), icon=Icon.SHIELD_ERROR, is_due=True, done=done
    )


def _partner(card: AlarmCard, tile: TeamTile | None) -> CollectorId | None:
    members = [one.collector for one in tile.people if one.is_member] if tile else []
    return next((one for one in members if one != card.collector), None)


def _words(rule: str, who: str, partner: str) -> str:
    words = {
        "ladder.ring_collector": QCoreApplication.translate("Safety", "Ring {who}, ask the neutral question"),
        "ladder.ring_partner": QCoreApplication.translate("Safety", "Ring the partner {partner}"),
        "ladder.supervisor": QCoreApplication.translate("Safety", "Tell the supervisor, on every channel"),
        "ladder.call_sheet": QCoreApplication.translate("Safety", "Call sheet: dial 110 now, or note why not yet"),
        "ladder.help_call_sheet": QCoreApplication.translate("Safety", "Call sheet: dial 110 now, or note why not yet"),
        "ladder.everybody": QCoreApplication.translate("Safety", "Call in all officers and supervisors"),
        "ladder.everybody_do_not_ring": QCoreApplication.translate(
            "Safety", "Call in all officers and supervisors; do not ring the team"
        ),
        "ladder.listen_first": QCoreApplication.translate(
            "Safety", "Help: listen before you speak to {who}; tell the supervisor"
        ),
        "ladder.partner_if_outside": QCoreApplication.translate("Safety", "If the partner {partner} is outside, ring"),
        "ladder.decide_together": QCoreApplication.translate(
            "Safety", "Duress: do not ring the team. Decide with the supervisor"
        ),
        "ladder.next_supervisor": QCoreApplication.translate(
            "Safety", "Tell the next supervisor; do not ring the team"
        ),
        "ladder.look_at_the_watch": QCoreApplication.translate("Safety", "Look after the watch; ring every team out"),
    }
    return words.get(rule, rule).format(who=who, partner=partner)
