"""The budget sheet: what a household can spare, filled in with the person, never demanded (reference training §6).

Ranges may only ask, never refuse. A surplus of zero or less means grace, freeze or advice, and no instalments.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from visitdesk.money import Money
from visitdesk.repayment.instalments import half_up
from visitdesk.repayment.model import sum_of

SHARE_OFFERED = Decimal("0.90")
"""Share of the surplus that is offered; the rest stays as savings (policy)."""


class Every(Enum):
    """How often a sum comes or goes; the value is how many times a month."""

    MONTH = Fraction(1)
    WEEK = Fraction(52, 12)
    FORTNIGHT = Fraction(26, 12)


def monthly(amount: Money, every: Every) -> Money:
    """A sum as its monthly one, half up."""
    return Money.from_minor(half_up(amount.minor * every.value), amount.currency)


def surplus(income: Sequence[Money], essentials: Sequence[Money], priority_debts: Sequence[Money] = ()) -> Money:
    """Monthly income less essentials and priority debts; may be below zero. All three in one currency, income not empty."""
    left = sum_of(tuple(income))
    for amount in (*essentials, *priority_debts):
        left -= amount
    return left


def affordable(spare: Money, share: Decimal = SHARE_OFFERED) -> Money:
    """The most that may be offered a month, rounded down; zero where nothing is spare."""
    return Money.from_minor(max(0, int(spare.minor * Fraction(share))), spare.currency)
