"""Schedules of all kinds, exact: whole smallest units and fractions, never a float, never a rounded power.

Rounding (contracts §5): principal parts down, interest and the level payment half up, the last instalment takes the
remainder. Fractions instead of decimals because a part that is exactly on a unit must not fall one below it.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.repayment.due_dates import due_dates
from visitdesk.repayment.model import Instalment, PlanKind, PlanRequest, Schedule
from visitdesk.repayment.rates import effective, monthly_irr

SMALLEST_INSTALMENT = Decimal("1.00")
"""An instalment below this is refused: it would cost more to pay than it is worth."""


def schedule(request: PlanRequest) -> Schedule:
    """The rows of a plan.

    Raises:
        BadInput: balance not above zero, no instalments, a first due day before the as-of day, or an instalment under 1.00.
    """
    _require_possible(request)
    grace = request.grace_months if request.kind is PlanKind.GRACE_THEN_EVEN else 0
    days = due_dates(request.first_due, request.instalments, grace_months=grace)
    balance, count = request.balance.minor, request.instalments
    match request.kind:
        case PlanKind.EVEN | PlanKind.GRACE_THEN_EVEN:
            parts = even_parts(balance, count)
            interest = [0] * count
        case PlanKind.STEP_UP:
            parts = growing_parts(balance, count, request.step_rate)
            interest = [0] * count
        case PlanKind.INTEREST_BEARING:
            parts, interest = annuity(balance, count, request.annual_rate)
    rows = as_rows(request.balance, days, parts, interest)
    _require_worthwhile(rows)
    rate = monthly_irr(request.balance.amount, [row.amount.amount for row in rows])
    return Schedule(rows=rows, annual_rate_effective=effective(rate))


def even_parts(total: int, count: int) -> list[int]:
    """`count` equal parts rounded down; the last takes the rest."""
    part = total // count
    return [part] * (count - 1) + [total - part * (count - 1)]


def growing_parts(total: int, count: int, step_rate: Decimal) -> list[int]:
    """Parts growing by `step_rate` from one to the next, each rounded down; the last takes the rest.

    Part k is total × (1 + s)^(k-1) / Σ(1 + s)^j. With 1 + s = p/q all is brought to whole numbers, so "down" is exact.
    """
    p, q = (1 + step_rate).as_integer_ratio()
    weights = [p**k * q ** (count - 1 - k) for k in range(count)]
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights[:-1]]
    return [*parts, total - sum(parts)]


def annuity(total: int, count: int, annual_rate: Decimal) -> tuple[list[int], list[int]]:
    """Principal and interest of a level payment on the declining balance, a twelfth of the rate a month.

    The last row pays what is left and its month's interest. At rate zero the level payment is the plain share.
    """
    rate = Fraction(annual_rate) / 12
    level = half_up(Fraction(total, count) if rate == 0 else total * rate / (1 - 1 / (1 + rate) ** count))
    left, parts, interests = total, list[int](), list[int]()
    for number in range(1, count + 1):
        interest = half_up(left * rate)
        principal = left if number == count else level - interest
        parts.append(principal)
        interests.append(interest)
        left -= principal
    return parts, interests


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes up. For values from zero up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def as_rows(
    balance: Money, days: Sequence[date], parts: Sequence[int], interest: Sequence[int]
) -> tuple[Instalment, ...]:
    """Numbered rows from whole smallest units; `parts` must sum to the balance."""
    rows: list[Instalment] = []
    left = balance.minor
    for no, (due, part, extra) in enumerate(zip(days, parts, interest, strict=True), 1):
        left -= part
        rows.append(
            Instalment(
                no=no,
                due=due,
                principal=Money.from_minor(part, balance.currency),
                interest=Money.from_minor(extra, balance.currency),
                amount=Money.from_minor(part + extra, balance.currency),
                remaining=Money.from_minor(left, balance.currency),
            )
        )
    return tuple(rows)


def _require_possible(request: PlanRequest) -> None:
    if request.balance.minor <= 0:
        raise BadInput("repayment.no_balance", place="balance", value=str(request.balance))
    if request.instalments < 1:
        raise BadInput("repayment.no_instalments", place="instalments")
    if request.first_due < request.as_of:
        raise BadInput("repayment.due_before_as_of", place="first_due", value=request.first_due, as_of=request.as_of)


def _require_worthwhile(rows: Sequence[Instalment]) -> None:
    smallest = min(rows, key=lambda row: row.amount.minor)
    overpaid = any(row.remaining.minor < 0 for row in rows)
    if overpaid or smallest.amount.amount < SMALLEST_INSTALMENT:
        raise BadInput(
            "repayment.instalment_too_small", place="instalments", no=smallest.no, value=str(smallest.amount)
        )
