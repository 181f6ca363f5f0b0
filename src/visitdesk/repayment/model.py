"""Nouns of the room `repayment`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from visitdesk.money import Money


class PlanKind(StrEnum):
    """How the instalments run."""

    EVEN = "even"
    STEP_UP = "step_up"
    GRACE_THEN_EVEN = "grace_then_even"
    INTEREST_BEARING = "interest_bearing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What a plan is asked for.

    Attributes:
        as_of: day on which the balance is true; the longest term is counted from it.
        is_card: whether the debt is a credit-card debt, for which the longest term is law (art. 70), else policy.
        instalments: number of rows, at least one.
        first_due: due day of the first row before any grace; its day of the month is the anchor of all others.
        grace_months: used by `grace_then_even` only.
        step_rate: growth from row to row as a fraction; used by `step_up` only.
        annual_rate: nominal, as a fraction, one twelfth a month; used by `interest_bearing` only.
    """

    balance: Money
    as_of: date
    is_card: bool
    kind: PlanKind
    instalments: int
    first_due: date
    grace_months: int = 0
    step_rate: Decimal = Decimal(0)
    annual_rate: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One dated row (期); `amount` = `principal` + `interest`, `remaining` is the principal left after it."""

    no: int
    due: date
    principal: Money
    interest: Money
    amount: Money
    remaining: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A whole plan: its principal parts sum exactly to the balance and its last `remaining` is zero.

    Attributes:
        annual_rate_effective: (1 + monthly internal rate of return)^12 - 1, as a fraction.
    """

    rows: tuple[Instalment, ...]
    annual_rate_effective: Decimal

    @property
    def total(self) -> Money:
        """All that is paid, interest included."""
        return sum_of(tuple(row.amount for row in self.rows))

    @property
    def interest(self) -> Money:
        """All interest in it."""
        return sum_of(tuple(row.interest for row in self.rows))

    @property
    def last_due(self) -> date:
        """Due day of the last row."""
        return self.rows[-1].due


def sum_of(amounts: tuple[Money, ...]) -> Money:
    """The sum of at least one amount of one currency."""
    return Money.from_minor(sum(amount.minor for amount in amounts), amounts[0].currency)
