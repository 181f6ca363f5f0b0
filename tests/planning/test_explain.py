"""Reasons and what would help: every reason is the right one, every promise holds when it is kept."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.days import Form, line_day, plan_of, problem_of, random_day, route, team, visit
from visitdesk.errors import BadInput
from visitdesk.planning.checker import check_plan
from visitdesk.planning.explain import BestSlot
from visitdesk.planning.model import Change, DayPlan, DayProblem, ReasonCode, Relaxation, Window
from visitdesk.planning.plan_form import parse_plan, plan_form
from visitdesk.planning.solver import Budget, solve
from visitdesk.planning.what_if import what_if, what_if_form
from visitdesk.planning.windows import merged
from visitdesk.wording import Lang


def left_out(form: Form) -> tuple[DayProblem, DayPlan]:
    problem = problem_of(form)
    return problem, solve(problem, budget=Budget(iterations=60), may_use_native=False)


def codes(form: Form) -> list[ReasonCode]:
    return [reason.code for reason in left_out(form)[1].unassigned[0].reasons]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"needs": ["female"]}, ReasonCode.SKILL),
        ({"windows": [["06:00", "07:00"]]}, ReasonCode.WINDOW),
        ({"windows": [["08:00", "08:09"]]}, ReasonCode.WINDOW),
        ({"windows": [["17:41", "18:00"]]}, ReasonCode.SHIFT),
        ({"service_minutes": 600}, ReasonCode.SHIFT),
    ],
)
def test_that_the_reason_names_what_stands_in_the_way(more: Form, code: ReasonCode) -> None:
    assert codes(line_day([visit("VA", "A", **more)], [team("T1")])) == [code]


def test_that_a_lock_an_unreachable_place_and_a_full_route_are_told_apart() -> None:
    locked = line_day([visit("VA", "A", team="T2", needs=["female"])], [team("T1"), team("T2")])
    assert codes(locked) == [ReasonCode.LOCKED, ReasonCode.SKILL, ReasonCode.SKILL]
    nowhere = line_day([visit("VA", "A")], [team("T1")])
    for row in nowhere["matrix"]["seconds"]:
        row[1] = None
    assert codes(nowhere) == [ReasonCode.UNREACHABLE]
    assert codes(line_day([visit("VA", "A")], [team("T1", max_visits=0)])) == [ReasonCode.FULL]
    rivals = [visit(f"V{n}", "A", windows=[["08:10", "08:10"]]) for n in range(2)]
    assert codes(line_day(rivals, [team("T1")])) == [ReasonCode.FULL]


def kept_promise(problem: DayProblem, plan: DayPlan, name: str, promise: Relaxation) -> bool:
    """Change the day as promised and ask a fresh what-if whether the team can take the visit then."""
    teams = {str(item.id): item for item in plan.teams}
    visits = {item.id: item for item in problem.visits}
    able, asked = teams[promise.team], visits[name]
    match promise.change, promise.value:
        case Change.WINDOW, Window() as span:
            asked = replace(asked, windows=merged((*asked.windows, span)))
        case Change.SHIFT, Window() as span:
            able = replace(able, shift=span)
        case Change.SKILL, tuple() as skills:
            able = replace(able, skills=able.skills | set(skills))
        case Change.MAX_VISITS, int() as most:
            able = replace(able, max_visits=most)
        case Change.UNLOCK, None:
            asked = replace(asked, team=None)
        case Change.REMOVE, str() as other:
            routes = tuple(
                replace(item, stops=tuple(stop for stop in item.stops if stop.visit != other)) for item in plan.routes
            )
            plan = replace(plan, routes=routes)
    changed = replace(
        problem,
        teams=tuple(able if item.id == able.id else item for item in plan.teams),
        visits=tuple(asked if item.id == asked.id else item for item in problem.visits),
        collectors=(),
    )
    at = list(teams).index(promise.team)
    return isinstance(answers(changed, replace(plan, teams=changed.teams), name)[at], BestSlot)


def answers(problem: DayProblem, plan: DayPlan, name: str) -> list[object]:
    from visitdesk.planning.compiled import CompiledDay  # noqa: PLC0415  # the checked door refuses some of these plans
    from visitdesk.planning.explain import routes_of, slots  # noqa: PLC0415

    day = CompiledDay(problem)
    return list(slots(day, routes_of(day, plan), name))


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 10**6))
def test_that_every_promise_holds_when_it_is_kept(seed: int) -> None:
    problem, plan = left_out(random_day(seed))
    for item in plan.unassigned:
        for promise in item.would_fit_if:
            assert kept_promise(problem, plan, item.visit, promise), (item.visit, promise)


def test_that_the_usual_ways_out_are_found() -> None:
    def ways(form: Form) -> set[Change]:
        return {promise.change for promise in left_out(form)[1].unassigned[0].would_fit_if}

    assert Change.WINDOW in ways(line_day([visit("VA", "A", windows=[["06:00", "07:00"]])], [team("T1")]))
    assert Change.SHIFT in ways(line_day([visit("VA", "A", windows=[["18:00", "18:10"]])], [team("T1")]))
    assert ways(line_day([visit("VA", "A", needs=["female"])], [team("T1")])) == {Change.SKILL}
    assert ways(line_day([visit("VA", "A")], [team("T1", max_visits=0)])) == {Change.MAX_VISITS}
    rivals = [visit(f"V{n}", "A", windows=[["08:10", "08:10"]], priority=50) for n in range(2)]
    assert Change.REMOVE in ways(line_day(rivals, [team("T1")]))


def one_stop_plan() -> tuple[DayProblem, DayPlan]:
    form = line_day([visit("VA", "A"), visit("VB", "B", needs=["female"])], [team("T1", skills=["female"]), team("T2")])
    problem = problem_of(form)
    return problem, plan_of(problem, [route("T1", "08:00", [("VA", "08:10", "08:10", "08:20")], "08:30")], ["VB"])


def test_that_what_if_gives_the_cheapest_slot_or_every_reason() -> None:
    problem, plan = one_stop_plan()
    form = what_if_form(problem, "VB", what_if(problem, plan, "VB"), Lang.EN)
    assert form == {
        "visit": "VB",
        "teams": [
            {"team": "T1", "position": 0, "extra_seconds": 1200, "arrive": "08:20"},
            {
                "team": "T2",
                "reasons": [{"team": "T2", "code": "skill", "text": "Team T2 lacks what the visit needs: female."}],
            },
        ],
    }


def test_that_what_if_takes_a_routed_visit_out_first() -> None:
    problem, plan = one_stop_plan()
    assert [answer.extra for answer in what_if(problem, plan, "VA") if isinstance(answer, BestSlot)] == [1200, 1200]


def test_that_what_if_refuses_a_plan_the_checker_refuses() -> None:
    problem, _ = one_stop_plan()
    early = plan_of(problem, [route("T1", "08:00", [("VA", "08:01", "08:01", "08:20")], "08:30")], ["VB"])
    with pytest.raises(BadInput):
        what_if(problem, early, "VB")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_that_a_slot_offered_is_a_slot_that_fits(seed: int) -> None:
    problem, plan = left_out(random_day(seed))
    day = replace(problem, teams=plan.teams, collectors=())
    for item in plan.unassigned:
        for answer in answers(day, plan, item.visit):
            if isinstance(answer, BestSlot):
                line = [*plan.sequences().get(answer.team, ())]
                line.insert(answer.position, item.visit)
                held = replace(
                    day, visits=tuple(v for v in day.visits if v.id in line), teams=(day.team_of[answer.team],)
                )
                assert _timed_by_checker(held, line), (item.visit, answer)


def _timed_by_checker(problem: DayProblem, line: list[str]) -> bool:
    from visitdesk.planning.checker import _can_drive  # noqa: PLC0415  # the checker's own word on an order

    return _can_drive(problem, problem.teams[0], [problem.visit_of[name] for name in line])


def test_that_the_plan_form_tells_reasons_in_both_languages() -> None:
    problem, plan = left_out(line_day([visit("VA", "A", needs=["female"])], [team("T1")]))
    texts = [
        plan_form(problem, plan, lang)["unassigned"][0]["reasons"][0]["text"]  # type: ignore[index]  # JSON
        for lang in Lang
    ]
    assert texts == ["小组 T1 缺少所需技能：female。", "Team T1 lacks what the visit needs: female."]
    again = parse_plan(json.loads(json.dumps(plan_form(problem, plan, Lang.ZH))), problem)
    assert check_plan(problem, again).is_feasible
