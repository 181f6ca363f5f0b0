"""The two-level outcome: which second level fits which first, and what may happen next.

Source: reference peers §6 (codes), regulation §1 (what stops visits). A refusal or an objection never raises priority.
"""

from collections.abc import Sequence

from visitdesk.records.model import Followed, Met, NextStep

_TALK = frozenset(
    {
        Followed.PROMISED,
        Followed.PLAN_REQUESTED,
        Followed.SAYS_PAID,
        Followed.OBJECTS,
        Followed.CANNOT_PAY,
        Followed.DECLINES,
        Followed.REFUSES_VISITS,
        Followed.REFUSES_TALK,
        Followed.COMPLAINT,
        Followed.INFORMED,
    }
)
_OTHERS = frozenset({Followed.MESSAGE_LEFT, Followed.REFUSES_TALK, Followed.COMPLAINT, Followed.THIRD_OFFERS})

FITS: dict[Met, frozenset[Followed]] = {
    Met.BORROWER: _TALK,
    Met.ADULT_HOUSEHOLD: _OTHERS,
    Met.THIRD_PERSON: _OTHERS,
    Met.IDENTITY_UNCLEAR: frozenset({Followed.REFUSES_TALK, Followed.COMPLAINT}),
    Met.BROKEN_OFF: _TALK | _OTHERS,
}
"""Second levels that fit; a first level absent here takes none."""

NEEDS_SECOND = frozenset({Met.BORROWER, Met.ADULT_HOUSEHOLD, Met.THIRD_PERSON})

_AFTER_MET: dict[Met, NextStep] = {
    Met.NOBODY: NextStep.SUPERVISOR_DECIDES,
    Met.NO_ACCESS: NextStep.SUPERVISOR_DECIDES,
    Met.MINOR_ONLY: NextStep.SUPERVISOR_DECIDES,
    Met.MOVED: NextStep.CONFIRM_ADDRESS,
    Met.NO_SUCH_ADDRESS: NextStep.CONFIRM_ADDRESS,
    Met.DEMOLISHED: NextStep.CONFIRM_ADDRESS,
    Met.IDENTITY_UNCLEAR: NextStep.CONFIRM_IDENTITY,
    Met.DECEASED: NextStep.LENDER_DECIDES,
    Met.INCAPACITATED: NextStep.LENDER_DECIDES,
    Met.BROKEN_OFF: NextStep.REVIEW_SAFETY,
}
_AFTER: dict[Followed, NextStep] = {
    Followed.OBJECTS: NextStep.ANSWER_OBJECTION,
    Followed.COMPLAINT: NextStep.ANSWER_COMPLAINT,
    Followed.REFUSES_VISITS: NextStep.NO_MORE_VISITS,
    Followed.SAYS_PAID: NextStep.CONFIRM_PAYMENT,
    Followed.PLAN_REQUESTED: NextStep.FORWARD_PROPOSAL,
    Followed.PROMISED: NextStep.AWAIT_PAYMENT,
    Followed.CANNOT_PAY: NextStep.REVIEW_HARDSHIP,
    Followed.THIRD_OFFERS: NextStep.SUPERVISOR_DECIDES,
    Followed.DECLINES: NextStep.SUPERVISOR_DECIDES,
    Followed.REFUSES_TALK: NextStep.SUPERVISOR_DECIDES,
    Followed.INFORMED: NextStep.SUPERVISOR_DECIDES,
    Followed.MESSAGE_LEFT: NextStep.SUPERVISOR_DECIDES,
}
_STOPS = frozenset(
    {
        NextStep.ANSWER_OBJECTION,
        NextStep.ANSWER_COMPLAINT,
        NextStep.NO_MORE_VISITS,
        NextStep.LENDER_DECIDES,
        NextStep.CONFIRM_ADDRESS,
        NextStep.CONFIRM_PAYMENT,
        NextStep.CONFIRM_IDENTITY,
        NextStep.FORWARD_PROPOSAL,
        NextStep.AWAIT_PAYMENT,
        NextStep.REVIEW_SAFETY,
        NextStep.REVIEW_HARDSHIP,
    }
)


def fits(met: Met, followed: Sequence[Followed]) -> bool:
    """Whether these second levels may stand beside this first one (each once; at least one where a person was met)."""
    allowed = FITS.get(met, frozenset())
    if met in NEEDS_SECOND and not followed:
        return False
    return len(set(followed)) == len(followed) and allowed.issuperset(followed)


def next_steps(met: Met, followed: Sequence[Followed]) -> tuple[NextStep, ...]:
    """What may happen next, the most binding first; "supervisor decides" only where nothing else stands."""
    order = list(NextStep)
    steps = {_AFTER[one] for one in followed}
    if met in _AFTER_MET:
        steps.add(_AFTER_MET[met])
    if len(steps) > 1:
        steps.discard(NextStep.SUPERVISOR_DECIDES)
    return tuple(sorted(steps, key=order.index))


def stops_visits(met: Met, followed: Sequence[Followed]) -> bool:
    """Whether no further visit may be planned until somebody has dealt with the next step."""
    return not _STOPS.isdisjoint(next_steps(met, followed))
