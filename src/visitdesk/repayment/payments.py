"""What arrives and where it goes: order of set-off, pro-rata shares, early settlement, where a plan stands.

Source: Civil Code 561 (costs, interest, principal, unless agreed otherwise), 670 (nothing may be held back from a loan);
reference training §6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.repayment.instalments import half_up
from visitdesk.repayment.model import sum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The parts of a claim, never merged."""

    costs: Money
    interest: Money
    principal: Money


def set_off(paid: Money, claim: Claim) -> tuple[Claim, Money]:
    """What is left of the claim, and what is left of the payment; the latter is not applied, the payer is asked."""
    rest, left = paid.minor, list[Money]()
    for part in (claim.costs, claim.interest, claim.principal):
        taken = min(rest, part.minor)
        rest -= taken
        left.append(Money.from_minor(part.minor - taken, part.currency))
    return Claim(costs=left[0], interest=left[1], principal=left[2]), Money.from_minor(rest, paid.currency)


def pro_rata(offer: Money, debts: Sequence[Money]) -> tuple[Money, ...]:
    """The offer shared by size of the debts: rounded down, spare units to the largest remainders, ties by order.

    Raises:
        BadInput: no debt is above zero.
    """
    whole = sum(debt.minor for debt in debts)
    if whole <= 0:
        raise BadInput("repayment.nothing_to_share")
    shares = [offer.minor * debt.minor // whole for debt in debts]
    remainders = [offer.minor * debt.minor % whole for debt in debts]
    by_remainder = sorted(range(len(debts)), key=lambda index: (-remainders[index], index))
    for index in by_remainder[: offer.minor - sum(shares)]:
        shares[index] += 1
    return tuple(Money.from_minor(share, offer.currency) for share in shares)


def settlement(remaining: Money, annual_rate: Decimal, days: int) -> tuple[Money, Money]:
    """Early settlement: interest for the days since the last payment (act/365, half up), and the whole sum."""
    interest = half_up(remaining.minor * Fraction(annual_rate) * days / 365)
    money = Money.from_minor(interest, remaining.currency)
    return money, remaining + money


def standing(due: Sequence[Money], paid: Sequence[Money], plan: Sequence[Money]) -> tuple[Money, Money]:
    """Arrears (due so far less paid, never below zero) and balance (whole plan less paid)."""
    currency = plan[0].currency
    received = sum_of(tuple(paid)) if paid else Money.from_minor(0, currency)
    owed = sum_of(tuple(due)) if due else Money.from_minor(0, currency)
    arrears = Money.from_minor(max(0, owed.minor - received.minor), currency)
    return arrears, sum_of(tuple(plan)) - received


def is_held_back(promised: Money, handed_out: Money) -> bool:
    """Whether part of the loan was held back at the start: interest is then due on what was handed out only (CC 670)."""
    return handed_out.minor < promised.minor
