"""The vectors of reference training §6, by number."""

from datetime import date
from decimal import Decimal

import pytest

from visitdesk.errors import BadInput
from visitdesk.money import Money, parse_amount
from visitdesk.repayment import budget, payments, proposals
from visitdesk.repayment.due_dates import due_dates
from visitdesk.repayment.instalments import even_parts, schedule
from visitdesk.repayment.limits import PlanEffect, last_lawful_due, outcomes
from visitdesk.repayment.model import PlanKind, PlanRequest, Schedule
from visitdesk.repayment.rates import effective, monthly_irr, xirr


def yuan(text: str) -> Money:
    return parse_amount(text)


def plan(balance: str, count: int, first: str = "2026-12-15", **more: object) -> Schedule:
    return schedule(request(balance, count, first, **more))


def request(balance: str, count: int, first: str = "2026-12-15", **more: object) -> PlanRequest:
    fields: dict[str, object] = {"kind": PlanKind.EVEN, "as_of": date(2026, 11, 25), "is_card": True} | more
    return PlanRequest(
        balance=yuan(balance),
        instalments=count,
        first_due=date.fromisoformat(first),
        **fields,  # type: ignore[arg-type]
    )


def amounts(made: Schedule) -> list[str]:
    return [str(row.amount) for row in made.rows]


def test_that_vector_1_an_even_plan_costs_nothing() -> None:
    made = plan("10000.00", 12)
    assert amounts(made) == ["833.33"] * 11 + ["833.37"]
    assert made.last_due == date(2027, 11, 15)
    assert abs(made.annual_rate_effective) < Decimal("1e-9")


def test_that_vector_2_the_last_takes_the_rest_and_tiny_ones_are_refused() -> None:
    assert amounts(plan("100.00", 3)) == ["33.33", "33.33", "33.34"]
    for balance, count in (("1.00", 3), ("0.05", 10)):
        with pytest.raises(BadInput) as refused:
            plan(balance, count)
        assert refused.value.code == "repayment.instalment_too_small"


def test_that_an_instalment_of_exactly_one_yuan_is_taken_and_one_fen_less_is_not() -> None:
    assert amounts(plan("3.00", 3)) == ["1.00"] * 3
    with pytest.raises(BadInput):
        plan("2.99", 3)


def test_that_vector_3_sixty_parts_from_the_31st_end_on_the_31st() -> None:
    made = plan("48765.43", 60, "2027-01-31")
    assert amounts(made) == ["812.75"] * 59 + ["813.18"]
    days = [row.due for row in made.rows]
    assert date(2027, 2, 28) in days
    assert date(2028, 2, 29) in days
    assert days[2] == date(2027, 3, 31)
    assert days[-1] == date(2031, 12, 31)


def test_that_vector_4_the_anchor_day_is_kept() -> None:
    assert due_dates(date(2028, 1, 30), 4)[1:] == (date(2028, 2, 29), date(2028, 3, 30), date(2028, 4, 30))
    assert due_dates(date(2027, 1, 29), 3)[1:] == (date(2027, 2, 28), date(2027, 3, 29))


def test_that_vector_5_an_annuity_rounds_each_month() -> None:
    made = plan("20000.00", 24, kind=PlanKind.INTEREST_BEARING, annual_rate=Decimal("0.072"))
    assert amounts(made) == ["897.27"] * 23 + ["897.17"]
    assert (str(made.total), str(made.interest)) == ("21534.38", "1534.38")
    first = made.rows[0]
    assert (str(first.interest), str(first.principal), str(first.remaining)) == ("120.00", "777.27", "19222.73")
    monthly = monthly_irr(Decimal(20000), [row.amount.amount for row in made.rows])
    assert round(monthly, 8) == Decimal("0.00600001")
    assert round(monthly * 12, 6) == Decimal("0.072000")
    assert round(made.annual_rate_effective, 6) == Decimal("0.074424")


def test_that_vector_6_early_settlement_adds_the_days_interest() -> None:
    made = plan("20000.00", 24, kind=PlanKind.INTEREST_BEARING, annual_rate=Decimal("0.072"))
    left = made.rows[6].remaining
    interest, whole = payments.settlement(left, Decimal("0.072"), 10)
    assert (str(left), str(interest), str(whole)) == ("14460.20", "28.52", "14488.72")


def test_that_vector_7_blocks_share_the_rest() -> None:
    parts = proposals.blocks(yuan("12001.00"), [(6, yuan("500.00")), (6, yuan("800.00")), (6, None)])
    assert [str(part) for part in parts[-6:]] == ["700.16"] * 5 + ["700.20"]
    assert sum(part.minor for part in parts) == 1_200_100


def test_that_vector_8_grace_moves_the_first_due_day() -> None:
    made = plan("9999.99", 12, "2026-11-30", kind=PlanKind.GRACE_THEN_EVEN, grace_months=3)
    days = [row.due for row in made.rows]
    assert days[:2] == [date(2027, 2, 28), date(2027, 3, 30)]
    assert days[-1] == date(2028, 1, 30)
    assert amounts(made) == ["833.33"] * 11 + ["833.36"]


def test_that_vector_9_grace_interest_is_simple() -> None:
    grown = proposals.with_grace_interest(yuan("9999.99"), Decimal("0.005"), 3)
    assert str(grown) == "10149.99"
    parts = [Money.from_minor(part) for part in even_parts(grown.minor, 12)]
    assert [str(part) for part in parts] == ["845.83"] * 11 + ["845.86"]
    flows = [Decimal(0)] * 3 + [part.amount for part in parts]
    assert round(monthly_irr(Decimal("9999.99"), flows), 6) == Decimal("0.001570")


def test_that_vector_10_a_waiver_lapses_with_the_day() -> None:
    lump = proposals.LumpSum(balance=yuan("18640.27"), pays=yuan("15000.00"), until=date(2026, 12, 31))
    assert (str(lump.waived), lump.share_waived) == ("3640.27", Decimal("19.53"))
    assert str(lump.left_after(yuan("15000.00"), date(2026, 12, 31))) == "0.00"
    assert str(lump.left_after(yuan("15000.00"), date(2027, 1, 1))) == "3640.27"
    assert str(lump.left_after(yuan("14999.99"), date(2026, 12, 31))) == "3640.28"


def test_that_vector_11_interest_and_freeze_stand_side_by_side() -> None:
    dear = plan("12000.00", 24, kind=PlanKind.INTEREST_BEARING, annual_rate=Decimal("0.18"))
    assert amounts(dear) == ["599.09"] * 23 + ["599.07"]
    assert str(dear.interest) == "2378.14"
    assert round(dear.annual_rate_effective * 100, 4) == Decimal("19.5618")
    assert set(amounts(plan("12000.00", 24))) == {"500.00"}


def test_that_vector_12_costs_come_before_interest_before_principal() -> None:
    claim = payments.Claim(costs=yuan("120.00"), interest=yuan("640.50"), principal=yuan("5000.00"))
    left, spare = payments.set_off(yuan("1000.00"), claim)
    assert (str(left.costs), str(left.interest), str(left.principal), str(spare)) == ("0.00", "0.00", "4760.50", "0.00")
    left, spare = payments.set_off(yuan("6000.00"), claim)
    assert (str(left.principal), str(spare)) == ("0.00", "239.50")
    left, spare = payments.set_off(yuan("100.00"), claim)
    assert (str(left.costs), str(left.interest), str(spare)) == ("20.00", "640.50", "0.00")


def test_that_vector_13_shares_go_to_the_largest_remainder() -> None:
    even = payments.pro_rata(yuan("1000.00"), [yuan("7.00")] * 3)
    assert [str(share) for share in even] == ["333.34", "333.33", "333.33"]
    shares = payments.pro_rata(yuan("815.55"), [yuan("18640.27"), yuan("9321.40"), yuan("2210.05")])
    assert [str(share) for share in shares] == ["503.85", "251.96", "59.74"]
    with pytest.raises(BadInput):
        payments.pro_rata(yuan("1.00"), [yuan("0.00")])


def test_that_vector_14_irregular_dates_have_a_rate() -> None:
    flows = [
        (date(2026, 12, 1), Decimal(-10000)),
        *((date.fromisoformat(day), Decimal(2600)) for day in ("2026-12-31", "2027-02-28", "2027-03-31", "2027-06-30")),
    ]
    assert round(xirr(flows) * 100, 5) == Decimal("13.66692")


def test_that_vector_15_money_held_back_makes_the_loan_dearer() -> None:
    flows = [Decimal(880)] * 12
    shown, true = monthly_irr(Decimal(10000), flows), monthly_irr(Decimal(9700), flows)
    assert (round(shown * 1200, 4), round(effective(shown) * 100, 4)) == (Decimal("10.1808"), Decimal("10.6696"))
    assert (round(true * 1200, 4), round(effective(true) * 100, 4)) == (Decimal("15.9805"), Decimal("17.2046"))
    assert payments.is_held_back(yuan("10000.00"), yuan("9700.00"))
    assert not payments.is_held_back(yuan("10000.00"), yuan("10000.00"))


@pytest.mark.parametrize(("count", "effect"), [(60, PlanEffect.PASS), (61, PlanEffect.BLOCK)])
def test_that_vector_16_sixty_months_are_the_limit(count: int, effect: PlanEffect) -> None:
    asked = request("60000.00", count, "2027-01-31", as_of=date(2026, 12, 31))
    made = schedule(asked)
    found = outcomes(asked, made)[0]
    assert (found.rule, found.effect, found.basis) == ("cn-plan-max-60m", effect, "")


def test_that_vector_16_a_leap_day_has_its_limit_on_the_28th() -> None:
    assert last_lawful_due(date(2028, 2, 29)) == date(2033, 2, 28)


def test_that_one_day_after_the_limit_blocks() -> None:
    last_day = request("6000.00", 1, "2031-11-25")
    day_after = request("6000.00", 1, "2031-11-26")
    assert outcomes(last_day, schedule(last_day))[0].effect is PlanEffect.PASS
    assert outcomes(day_after, schedule(day_after))[0].effect is PlanEffect.BLOCK


def test_that_the_term_of_other_debts_is_policy() -> None:
    asked = request("6000.00", 61, is_card=False)
    found = outcomes(asked, schedule(asked))[0]
    assert (found.effect, found.basis) == (PlanEffect.BLOCK, "policy")


def test_that_vector_17_only_the_surplus_is_offered() -> None:
    spare = budget.surplus([yuan("6200.00")], [yuan("4530.00")])
    cap = budget.affordable(spare)
    assert (str(spare), str(cap)) == ("1670.00", "1503.00")
    parts = proposals.shortest_even(yuan("24000.00"), cap)
    assert parts is not None
    assert [str(part) for part in parts] == ["1500.00"] * 16
    none = budget.surplus([yuan("4100.00")], [yuan("4530.00")])
    assert str(none) == "-430.00"
    assert proposals.shortest_even(yuan("24000.00"), budget.affordable(none)) is None


def test_that_a_remainder_may_ask_for_one_more_instalment() -> None:
    parts = proposals.shortest_even(yuan("100.01"), yuan("50.00"))
    assert parts is not None
    assert max(part.minor for part in parts) <= 5000


def test_that_a_week_is_a_twelfth_of_fifty_two() -> None:
    assert str(budget.monthly(yuan("300.00"), budget.Every.WEEK)) == "1300.00"
    assert str(budget.monthly(yuan("300.00"), budget.Every.FORTNIGHT)) == "650.00"


def test_that_vector_18_arrears_and_balance_differ() -> None:
    six = [yuan("600.00")] * 6
    arrears, balance = payments.standing(six[:3], [yuan("600.00"), yuan("600.00"), yuan("250.00")], six)
    assert (str(arrears), str(balance)) == ("350.00", "2150.00")
