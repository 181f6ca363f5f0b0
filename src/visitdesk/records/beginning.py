"""How a record begins: what the check-ins and the visit's facts tell already, so that nobody types it again.

Only what was reported is filled in; what the team saw, said and did is theirs to say.
"""

from dataclasses import replace
from datetime import datetime

from visitdesk.records.model import (
    ConductAnswer,
    ConductItem,
    Content,
    Met,
    PersonMet,
    PersonRole,
    Shown,
    TeamSignature,
    Times,
    VisitFacts,
)

_FIRST_PERSON = {
    Met.BORROWER: PersonRole.BORROWER,
    Met.ADULT_HOUSEHOLD: PersonRole.ADULT_HOUSEHOLD,
    Met.THIRD_PERSON: PersonRole.THIRD_PERSON,
    Met.MINOR_ONLY: PersonRole.MINOR,
}
"""Whom the first level of the outcome puts at the door."""


def beginning(facts: VisitFacts) -> Content:
    """The content of a fresh draft: arrival and departure as the watch heard them, the place at the door."""
    return Content(times=heard_times(facts))


def heard_times(facts: VisitFacts) -> Times:
    """Arrival and departure of the check-ins; None where nobody said so.

    Of several words the first arrival and the last departure stand: both collectors report.
    """
    arrived = [at for _, word, at in facts.check_ins if word in {"arrived", "at_door"}]
    left = [at for _, word, at in facts.check_ins if word == "left"]
    return Times(arrived=min(arrived, default=None), left=max(left, default=None))


def at_the_door(facts: VisitFacts) -> datetime:
    """When the team stood at the door: its word, else the arrival, else the plan."""
    said = [at for _, word, at in facts.check_ins if word == "at_door"]
    return min(said, default=None) or heard_times(facts).arrived or facts.planned[0]


def with_met(facts: VisitFacts, content: Content, met: Met) -> Content:
    """The content after somebody says who was met: the person at the door and whose words the statement holds follow.

    People already written down stay; second levels that do not fit any more are the writer's to take away.
    """
    role = _FIRST_PERSON.get(met)
    changed = replace(content, met=met)
    if role is not None and not content.people:
        name = facts.borrower if role is PersonRole.BORROWER else ""
        changed = replace(changed, people=(PersonMet(role=role, name=name),))
    if met is Met.BORROWER and content.statement_by is None:
        changed = replace(changed, statement_by=PersonRole.BORROWER)
    return changed


def all_shown(facts: VisitFacts, content: Content) -> Content:
    """Everything that must be shown or explained, at the time the team stood at the door; times already given stay."""
    given = dict(content.shown)
    at = at_the_door(facts)
    return replace(content, shown=tuple((item, given.get(item, at)) for item in Shown))


def all_kept(content: Content) -> Content:
    """Every item of the conduct check answered "kept"; answers already given stay."""
    given = {answer.item: answer for answer in content.conduct}
    answers = (given.get(item, ConductAnswer(item=item, kept=True)) for item in ConductItem)
    return replace(content, conduct=tuple(answers))


def all_signed(facts: VisitFacts, content: Content, at: datetime) -> Content:
    """Every collector's signature under it; signatures already given stay."""
    given = {one.collector: one for one in content.signatures}
    signed = (given.get(one.id, TeamSignature(collector=one.id, at=at)) for one in facts.team)
    return replace(content, signatures=tuple(signed))
