"""Rates of return: what a plan costs a year, found from its payments alone.

Decimals of 50 digits and bisection: the payments of a plan come after the money, so the present value falls steadily
with the rate and there is exactly one answer. Source: reference training §6 (IRR, XIRR act/365).
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Context, Decimal, localcontext

from visitdesk.errors import BadInput

_EXACT = Context(prec=50)
_ROUNDS = 120
_YEAR = Decimal(365)


def monthly_irr(lent: Decimal, payments: Sequence[Decimal]) -> Decimal:
    """The monthly rate at which the payments (after 1, 2, … months) are worth `lent` today; 0 where they only sum to it.

    Raises:
        BadInput: the payments sum to less than was lent, so that no rate from zero up fits.
    """

    def value(rate: Decimal) -> Decimal:
        factor, worth = 1 / (1 + rate), Decimal(0)
        for payment in reversed(payments):
            worth = (worth + payment) * factor
        return worth - lent

    return _falling_zero(value, at_zero=sum(payments, Decimal(0)) - lent)


def effective(monthly: Decimal) -> Decimal:
    """A monthly rate as an effective annual one, interest upon interest."""
    with localcontext(_EXACT):
        return (1 + monthly) ** 12 - 1


def xirr(flows: Sequence[tuple[date, Decimal]]) -> Decimal:
    """The effective annual rate of dated flows, act/365; the first flow is what was lent, negative.

    Raises:
        BadInput: no rate from zero up fits.
    """
    start = flows[0][0]

    def value(rate: Decimal) -> Decimal:
        return sum((flow / (1 + rate) ** (Decimal((day - start).days) / _YEAR) for day, flow in flows), Decimal(0))

    return _falling_zero(value, at_zero=sum((flow for _, flow in flows), Decimal(0)))


def _falling_zero(value: Callable[[Decimal], Decimal], *, at_zero: Decimal) -> Decimal:
    """Where the falling function crosses zero, from 0 up."""
    if at_zero == 0:
        return Decimal(0)
    if at_zero < 0:
        raise BadInput("repayment.pays_less_than_lent")
    with localcontext(_EXACT):
        low, high = Decimal(0), Decimal(1)
        while value(high) > 0:
            low, high = high, high * 2
        for _ in range(_ROUNDS):
            middle = (low + high) / 2
            low, high = (middle, high) if value(middle) > 0 else (low, middle)
        return (low + high) / 2
