"""What a proposed plan would change, one row a change: each can be taken or refused by itself."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.planning.draft import DayDraft, moved, removed
from visitdesk.planning.model import Reason, Stop

MOVED = 1800
"""Seconds by which a beginning must move to be told as a change of time."""


class ChangeKind(StrEnum):
    """Kinds of change, in the order shown."""

    NEW = "new"
    TEAM = "team"
    OUT = "out"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One visit that would be elsewhere.

    Attributes:
        old_team, team: "" where it is on none.
        old_start, start: seconds; None likewise.
        refusal: why it cannot be taken by itself as things stand; None where it can. A change of time follows from
            others and is taken with the whole plan only.
    """

    kind: ChangeKind
    visit: str
    old_team: str = ""
    team: str = ""
    old_start: int | None = None
    start: int | None = None
    refusal: Reason | str | None = None


def changes(draft: DayDraft, proposed: DayDraft) -> tuple[PlanChange, ...]:
    """What differs between the draft and a proposed plan for it."""
    before, after = _stops(draft), _stops(proposed)
    found: list[PlanChange] = []
    for visit in {**before, **after}:
        old, new = before.get(visit), after.get(visit)
        kind = _kind(old, new)
        if kind is not None:
            found.append(
                PlanChange(
                    kind=kind,
                    visit=visit,
                    old_team=old[0] if old else "",
                    team=new[0] if new else "",
                    old_start=old[1].start if old else None,
                    start=new[1].start if new else None,
                    refusal=_refusal(draft, kind, visit, new[0] if new else ""),
                )
            )
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.start or 0, one.visit)))


def taken(draft: DayDraft, change: PlanChange) -> DayDraft:
    """The draft with one change.

    Raises:
        RuleBroken: it does not fit as things stand.
        BadInput: the visit or the team is gone.
    """
    if change.kind is ChangeKind.OUT:
        return removed(draft, change.visit)
    return moved(draft, change.visit, change.team)


def taken_but(draft: DayDraft, proposed: DayDraft, rejected: Collection[str]) -> tuple[DayDraft, tuple[str, ...]]:
    """The proposed plan without the changes of some visits; also which could not be taken then.

    Rejecting nothing gives the proposed plan, rejecting all the draft itself.
    """
    listed = changes(draft, proposed)
    if not rejected:
        return proposed, ()
    left = [one for one in listed if one.visit not in rejected and one.kind is not ChangeKind.TIME]
    order = [ChangeKind.OUT, ChangeKind.TEAM, ChangeKind.NEW]
    failed: list[str] = []
    for one in sorted(left, key=lambda item: order.index(item.kind)):
        try:
            draft = taken(draft, one)
        except (RuleBroken, BadInput):
            failed.append(one.visit)
    return draft, tuple(failed)


def _kind(old: tuple[str, Stop] | None, new: tuple[str, Stop] | None) -> ChangeKind | None:
    if old is None or new is None:
        return ChangeKind.NEW if new is not None else ChangeKind.OUT
    if old[0] != new[0]:
        return ChangeKind.TEAM
    return ChangeKind.TIME if abs(old[1].start - new[1].start) > MOVED else None


def _refusal(draft: DayDraft, kind: ChangeKind, visit: str, team: str) -> Reason | str | None:
    if kind is ChangeKind.TIME:
        return "follows"
    try:
        taken(draft, PlanChange(kind=kind, visit=visit, team=team))
    except RuleBroken as fault:
        reasons = fault.facts.get("reasons")
        return reasons[0] if isinstance(reasons, tuple) and reasons else fault.code
    except BadInput as fault:
        return fault.code
    return None


def _stops(draft: DayDraft) -> dict[str, tuple[str, Stop]]:
    return {stop.visit: (route.team, stop) for route in draft.plan.routes for stop in route.stops}
