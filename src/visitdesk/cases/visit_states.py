"""The life of a visit as a table: which deed leads from where to where (glossary §9). Used by every room.

What is not in the table does not happen; a visit that is over stays over.
"""

from dataclasses import replace
from enum import StrEnum

from visitdesk.cases.model import Visit, VisitState
from visitdesk.cases.preparation import require_prepared
from visitdesk.errors import RuleBroken


class VisitDeed(StrEnum):
    """What can be done with a visit."""

    APPROVE = "approve"
    REFUSE = "refuse"
    PLAN = "plan"
    UNPLAN = "unplan"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    LEAVE = "leave"
    BREAK_OFF = "break_off"
    RECORD = "record"
    REVIEW = "review"
    RETURN = "return"
    CLOSE = "close"
    CANCEL = "cancel"


_S, _D = VisitState, VisitDeed

TABLE: dict[tuple[VisitState, VisitDeed], VisitState] = {
    (_S.REQUESTED, _D.APPROVE): _S.POOLED,
    (_S.REQUESTED, _D.REFUSE): _S.REFUSED,
    (_S.REQUESTED, _D.CANCEL): _S.CANCELLED,
    (_S.POOLED, _D.PLAN): _S.PLANNED,
    (_S.POOLED, _D.CANCEL): _S.CANCELLED,
    (_S.PLANNED, _D.UNPLAN): _S.POOLED,
    (_S.PLANNED, _D.PUBLISH): _S.PUBLISHED,
    (_S.PLANNED, _D.CANCEL): _S.CANCELLED,
    (_S.PUBLISHED, _D.WITHDRAW): _S.POOLED,
    (_S.PUBLISHED, _D.DISPATCH): _S.DISPATCHED,
    (_S.PUBLISHED, _D.CANCEL): _S.CANCELLED,
    (_S.DISPATCHED, _D.ARRIVE): _S.ON_SITE,
    (_S.DISPATCHED, _D.BREAK_OFF): _S.LEFT,
    (_S.DISPATCHED, _D.CANCEL): _S.CANCELLED,
    (_S.ON_SITE, _D.LEAVE): _S.LEFT,
    (_S.ON_SITE, _D.BREAK_OFF): _S.LEFT,
    (_S.LEFT, _D.RECORD): _S.RECORDED,
    (_S.RECORDED, _D.REVIEW): _S.REVIEWED,
    (_S.RECORDED, _D.RETURN): _S.LEFT,
    (_S.REVIEWED, _D.CLOSE): _S.CLOSED,
}
"""(state, deed) → state. A visit on site is not cancelled but broken off: people are there."""

OVER = frozenset({_S.REFUSED, _S.CLOSED, _S.CANCELLED})
"""Nothing follows."""

AHEAD = frozenset({_S.REQUESTED, _S.POOLED, _S.PLANNED, _S.PUBLISHED})
"""Not yet on the way; an objection, a payment or a hold cancels these at once."""

LIVE = frozenset({_S.DISPATCHED, _S.ON_SITE})
"""A team is out; the safety board watches."""


def can(state: VisitState, deed: VisitDeed) -> bool:
    """Whether the deed leads anywhere from here."""
    return (state, deed) in TABLE


def after(state: VisitState, deed: VisitDeed) -> VisitState:
    """The state after the deed.

    Raises:
        RuleBroken: the deed does not fit the state.
    """
    if not can(state, deed):
        raise RuleBroken("cases.wrong_state", rule="visit_states", state=state.value, deed=deed.value)
    return TABLE[state, deed]


def deeds(state: VisitState) -> tuple[VisitDeed, ...]:
    """What can be done from here, for buttons."""
    return tuple(deed for deed in VisitDeed if can(state, deed))


def moved(visit: Visit, deed: VisitDeed) -> Visit:
    """The visit after the deed. A visit that goes back to the pool has no day any more.

    Raises:
        RuleBroken: the deed does not fit the state, or a team would leave for a visit that is not prepared.
    """
    state = after(visit.state, deed)
    if deed is VisitDeed.DISPATCH:
        require_prepared(visit)
    return replace(visit, state=state, day=None if state is VisitState.POOLED else visit.day)
