"""Exactness of all kinds, for any balance: sums, roundings, days, limits of size."""

from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.repayment.test_vectors import amounts, plan, request
from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.repayment.due_dates import add_months
from visitdesk.repayment.instalments import half_up, schedule
from visitdesk.repayment.model import PlanKind, PlanRequest
from visitdesk.repayment.proposals import compare

REQUESTS = st.builds(
    PlanRequest,
    balance=st.integers(1, 10**17).flatmap(
        lambda units: st.sampled_from(("CNY", "JPY")).map(lambda currency: Money.from_minor(units, currency))
    ),
    as_of=st.just(date(2026, 11, 25)),
    is_card=st.booleans(),
    kind=st.sampled_from(PlanKind),
    instalments=st.integers(1, 72),
    first_due=st.dates(date(2026, 11, 25), date(2028, 12, 31)),
    grace_months=st.integers(0, 24),
    step_rate=st.decimals(0, 1, places=4),
    annual_rate=st.decimals(0, "0.48", places=4),
)


@given(REQUESTS)
@settings(deadline=None, max_examples=150)
def test_that_any_plan_pays_the_balance_exactly_once(asked: PlanRequest) -> None:
    try:
        made = schedule(asked)
    except BadInput as refused:
        assert refused.code == "repayment.instalment_too_small"  # noqa: PT017  # the only reason a possible plan is refused
        assume(condition=False)
        raise
    assert sum(row.principal.minor for row in made.rows) == asked.balance.minor
    assert made.rows[-1].remaining.minor == 0
    left = asked.balance.minor
    for row in made.rows:
        left -= row.principal.minor
        assert (row.remaining.minor, row.amount) == (left, row.principal + row.interest)
        assert row.principal.minor >= 0
        assert row.amount.amount >= 1
    assert len(made.rows) == asked.instalments
    assert made.annual_rate_effective >= 0
    assert (made.annual_rate_effective == 0) == (made.interest.minor == 0)


@given(REQUESTS)
@settings(deadline=None, max_examples=80)
def test_that_due_days_are_one_a_month_on_the_anchor_day_or_the_months_last(asked: PlanRequest) -> None:
    grace = asked.grace_months
    days = [add_months(asked.first_due, grace + index) for index in range(asked.instalments)]
    for before, after in pairwise(days):
        assert (after.year * 12 + after.month) - (before.year * 12 + before.month) == 1
    assert all(day.day == min(asked.first_due.day, monthrange(day.year, day.month)[1]) for day in days)


def test_that_a_growing_plan_rounds_each_part_down_even_on_the_very_unit() -> None:
    made = plan("700.00", 3, kind=PlanKind.STEP_UP, step_rate=Decimal(1))
    assert amounts(made) == ["100.00", "200.00", "400.00"]
    made = plan("12345.67", 24, kind=PlanKind.STEP_UP, step_rate=Decimal("0.05"))
    whole = sum(Fraction(105, 100) ** j for j in range(24))
    for row in made.rows[:-1]:
        exact = Fraction(1234567) * Fraction(105, 100) ** (row.no - 1) / whole
        assert row.principal.minor == exact.numerator // exact.denominator


def test_that_a_growing_plan_at_rate_zero_is_the_even_plan() -> None:
    assert amounts(plan("100.00", 3, kind=PlanKind.STEP_UP)) == amounts(plan("100.00", 3))


@given(st.integers(0, 10**9), st.integers(1, 10**6))
@settings(deadline=None)
def test_that_a_half_goes_up(top: int, bottom: int) -> None:
    exact = (Decimal(top) / Decimal(bottom)).quantize(Decimal(1), ROUND_HALF_UP)
    assert half_up(Fraction(top, bottom)) == int(exact)


def test_that_an_annuity_without_interest_has_the_half_up_share() -> None:
    assert amounts(plan("200.00", 3, kind=PlanKind.INTEREST_BEARING)) == ["66.67", "66.67", "66.66"]


def test_that_one_instalment_bears_one_months_interest_however_far_its_day() -> None:
    made = plan("1000.00", 1, "2027-06-30", kind=PlanKind.INTEREST_BEARING, annual_rate=Decimal("0.12"))
    assert amounts(made) == ["1010.00"]


def test_that_grace_moves_only_the_grace_plan() -> None:
    moved = plan("1200.00", 12, "2026-12-31", kind=PlanKind.GRACE_THEN_EVEN, grace_months=2)
    assert [row.due.isoformat() for row in moved.rows[:2]] == ["2027-02-28", "2027-03-31"]
    assert plan("1200.00", 12, "2026-12-31", grace_months=2).rows[0].due == date(2026, 12, 31)


def test_that_yen_have_no_smaller_unit() -> None:
    asked = PlanRequest(
        balance=Money(Decimal(10000), "JPY"),
        as_of=date(2026, 11, 25),
        is_card=True,
        kind=PlanKind.EVEN,
        instalments=3,
        first_due=date(2026, 12, 25),
    )
    assert [row.amount.amount for row in schedule(asked).rows] == [3333, 3333, 3334]


def test_that_a_due_day_before_the_as_of_day_is_refused_and_the_same_day_is_not() -> None:
    assert plan("100.00", 2, "2026-11-25").rows[0].due == date(2026, 11, 25)
    with pytest.raises(BadInput) as refused:
        plan("100.00", 2, "2026-11-24")
    assert refused.value.code == "repayment.due_before_as_of"


@pytest.mark.parametrize(("balance", "count"), [("0.00", 3), ("-5.00", 3), ("10.00", 0), ("10.00", -1)])
def test_that_nothing_to_pay_and_no_instalments_are_refused(balance: str, count: int) -> None:
    with pytest.raises(BadInput):
        plan(balance, count)


def test_that_a_dialog_gets_three_plans_that_may_be_offered() -> None:
    offers = compare(request("12345.67", 24))
    assert len(offers) >= 3
    assert offers[0].plan == plan("12345.67", 24)
    assert all(offer.may_be_offered for offer in offers)
    assert {offer.request.kind for offer in offers} >= {PlanKind.EVEN, PlanKind.STEP_UP, PlanKind.GRACE_THEN_EVEN}
    assert len({(offer.request.kind, offer.request.instalments) for offer in offers}) == len(offers)


def test_that_a_plan_over_the_longest_term_is_shown_but_others_are_offered_beside_it() -> None:
    offers = compare(request("12345.67", 72))
    assert not offers[0].may_be_offered
    assert sum(offer.may_be_offered for offer in offers) >= 3


def test_that_the_interest_plan_is_compared_where_a_rate_was_given() -> None:
    offers = compare(request("12345.67", 12, annual_rate=Decimal("0.12")))
    assert PlanKind.INTEREST_BEARING in {offer.request.kind for offer in offers}
