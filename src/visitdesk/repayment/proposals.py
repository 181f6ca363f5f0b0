"""Several plans side by side, for the talk at the door: the person chooses, nobody is pressed (reference training M4).

Also the kinds of plan that the lender alone may decide: blocks, lump sum with waiver, simple interest in the grace months.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.repayment.instalments import even_parts, half_up, schedule
from visitdesk.repayment.limits import MAX_MONTHS, PlanEffect, PlanOutcome, outcomes
from visitdesk.repayment.model import PlanKind, PlanRequest, Schedule

USUAL_GRACE = 3
USUAL_STEP = Decimal("0.05")
OTHER_LENGTHS = (12, 24, 36, 48, 60)
AT_LEAST = 3
"""Fewer proposals are no choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One plan of a comparison; `outcomes` say whether it may be offered."""

    request: PlanRequest
    plan: Schedule
    outcomes: tuple[PlanOutcome, ...]

    @property
    def may_be_offered(self) -> bool:
        """No limit blocks it."""
        return all(outcome.effect is not PlanEffect.BLOCK for outcome in self.outcomes)


def compare(request: PlanRequest) -> tuple[Proposal, ...]:
    """The plan asked for first, then others on the same balance that may be offered; at least three where possible.

    Offered beside it: the plain, the growing and the grace plan of the same length, the interest-bearing one where a
    rate was given, then longer and shorter plain plans. Plans over the longest term or with tiny instalments are left out.

    Raises:
        BadInput: the plan asked for cannot be made at all.
    """
    found = [_proposal(request)]
    seen = {(request.kind, request.instalments)}
    others = [replace(request, kind=PlanKind.EVEN)]
    others.append(replace(request, kind=PlanKind.STEP_UP, step_rate=request.step_rate or USUAL_STEP))
    grace = request.grace_months or USUAL_GRACE
    others.append(replace(request, kind=PlanKind.GRACE_THEN_EVEN, grace_months=grace))
    if request.annual_rate > 0:
        others.append(replace(request, kind=PlanKind.INTEREST_BEARING))
    others += [replace(request, kind=PlanKind.EVEN, instalments=length) for length in OTHER_LENGTHS]
    same_length = 3 + (request.annual_rate > 0)
    for index, other in enumerate(others):
        if (other.kind, other.instalments) in seen or (index >= same_length and len(found) > AT_LEAST):
            continue
        proposal = _possible(other)
        if proposal is not None and proposal.may_be_offered:
            seen.add((other.kind, other.instalments))
            found.append(proposal)
    return tuple(found)


def _possible(request: PlanRequest) -> Proposal | None:
    try:
        return _proposal(request)
    except BadInput:
        return None


def _proposal(request: PlanRequest) -> Proposal:
    plan = schedule(request)
    return Proposal(request=request, plan=plan, outcomes=outcomes(request, plan))


def blocks(balance: Money, sizes: Sequence[tuple[int, Money | None]]) -> tuple[Money, ...]:
    """Instalments in blocks (`blocks`, 分段): so many of this amount each; the one None block shares the rest evenly.

    Raises:
        BadInput: more than one block is open, none is, or the fixed blocks already exceed the balance.
    """
    fixed = sum(count * size.minor for count, size in sizes if size is not None)
    open_blocks = [count for count, size in sizes if size is None]
    rest = balance.minor - fixed
    if len(open_blocks) != 1 or rest <= 0 or any(count < 1 for count, _ in sizes):
        raise BadInput("repayment.blocks_do_not_fit", value=str(balance))
    parts: list[int] = []
    for count, size in sizes:
        parts += even_parts(rest, count) if size is None else [size.minor] * count
    return tuple(Money.from_minor(part, balance.currency) for part in parts)


def with_grace_interest(balance: Money, monthly_rate: Decimal, grace_months: int) -> Money:
    """The balance with simple interest for the grace months: shown apart, never interest upon interest."""
    interest = half_up(balance.minor * Fraction(monthly_rate) * grace_months)
    return balance + Money.from_minor(interest, balance.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class LumpSum:
    """A discount for one payment (一次性结清): the waiver takes effect only when the sum arrives in time.

    Attributes:
        until: last day on which the payment brings the waiver.
    """

    balance: Money
    pays: Money
    until: date

    @property
    def waived(self) -> Money:
        """What the lender gives up."""
        return self.balance - self.pays

    @property
    def share_waived(self) -> Decimal:
        """As a percentage with two decimals, half up."""
        return Decimal(half_up(Fraction(self.waived.minor * 10000, self.balance.minor))).scaleb(-2)

    def left_after(self, paid: Money, on: date) -> Money:
        """What is still owed after paying `paid` on that day: nothing, or the whole balance less what was paid."""
        if on <= self.until and paid.minor >= self.pays.minor:
            return Money.from_minor(0, self.balance.currency)
        return self.balance - paid


def shortest_even(balance: Money, cap: Money) -> tuple[Money, ...] | None:
    """The shortest even plan whose instalments stay within `cap` a month; None where `cap` is not above zero or 60 do not do.

    The count is a ceiling: in Decimal, `-(-24000 // 1503)` truncates to 15; the ceiling is 16.
    """
    if cap.minor <= 0:
        return None
    count = -(-balance.minor // cap.minor)
    while count <= MAX_MONTHS and even_parts(balance.minor, count)[-1] > cap.minor:
        count += 1  # the last part takes the remainder and may be the one that is too large
    if count > MAX_MONTHS:
        return None
    return tuple(Money.from_minor(part, balance.currency) for part in even_parts(balance.minor, count))
