"""The whole solver on random days: the checker passes every plan, and tiny days are solved as well as by trying all."""

import json
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.brute import best_value, value_of
from tests.planning.days import Form, line_day, problem_of, random_day, team, visit
from visitdesk.planning import solver
from visitdesk.planning.checker import check_plan
from visitdesk.planning.compiled import CompiledDay
from visitdesk.planning.compose import with_teams
from visitdesk.planning.model import DayPlan, DayProblem
from visitdesk.planning.plan_form import parse_plan, plan_form
from visitdesk.planning.search import built
from visitdesk.planning.solver import Budget, Listener, Progress, solve
from visitdesk.wording import Lang

SHORT = Budget(iterations=100)
seeds = st.integers(0, 10**6)


def solved(form: Form, *, native: bool = False, iterations: int = 100, **more: Any) -> tuple[DayProblem, DayPlan]:
    problem = problem_of(form)
    return problem, solve(problem, budget=Budget(iterations=iterations), may_use_native=native, **more)


@settings(deadline=None, max_examples=150)
@given(seeds)
def test_that_every_plan_passes_the_checker_after_a_journey_through_its_form(seed: int) -> None:
    problem, plan = solved(random_day(seed))
    again = parse_plan(json.loads(json.dumps(plan_form(problem, plan, Lang.EN))), problem)
    finding = check_plan(problem, again)
    assert finding.violations == ()
    assert finding.totals == plan.totals


@settings(deadline=None, max_examples=60, derandomize=True)
@given(seeds)
def test_that_the_native_optimiser_s_plans_pass_too_and_are_never_worse(seed: int) -> None:
    problem, alone = solved(random_day(seed))
    _, both = solved(random_day(seed), native=True)
    teams = replace(problem, teams=both.teams)
    assert check_plan(problem, both).is_feasible
    if problem.fairness == 0:
        assert value(teams, both) >= value(teams, alone)


def value(problem: DayProblem, plan: DayPlan) -> tuple[int, float]:
    assert plan.totals is not None
    served = plan.team_of_visit()
    mandatory = sum(not visit.is_optional for visit in problem.visits if visit.id in served)
    return mandatory, value_of(problem, plan.totals.priority_served, plan.totals.travel_seconds)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(seeds)
def test_that_tiny_days_are_solved_as_well_as_by_trying_everything(seed: int) -> None:
    form = random_day(seed, most_visits=5, most_teams=2)
    form["fairness"] = 0.0
    problem, plan = solved(form, iterations=1500)
    problem = replace(problem, teams=plan.teams)
    best = best_value(problem)
    found = value(problem, plan)
    assert found[0] == best[0]
    gap = best[1] - found[1]
    assert gap <= 0.02 * max(1.0, abs(best[1])) + 60, (found, best)


@pytest.mark.parametrize("seed", range(60))
def test_that_the_sieve_before_a_run_of_visits_loses_no_place_for_it(seed: int) -> None:
    day = CompiledDay(with_teams(problem_of(random_day(seed)), None))
    if not day.start:
        return
    for full in built(day).routes:
        for chain in permutations(full.stops[:4], 2):
            route = day.route(full.team, tuple(v for v in full.stops if v not in chain))
            if not route.is_feasible:
                continue
            lines = {k: (*route.stops[:k], *chain, *route.stops[k:]) for k in range(len(route.stops) + 1)}
            longer = {k: day.route(route.team, line) for k, line in lines.items()}
            fits = [(item.travel - route.travel, k) for k, item in longer.items() if item.is_feasible]
            assert route.slot_of_chain(chain) == min(fits, default=None)


@settings(deadline=None, max_examples=25)
@given(seeds)
def test_that_the_same_seed_and_iterations_give_the_same_plan(seed: int) -> None:
    _, first = solved(random_day(seed), native=True, seed=7)
    _, second = solved(random_day(seed), native=True, seed=7)
    assert first == second


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_that_every_visit_left_out_has_a_reason_for_every_team(seed: int) -> None:
    _, plan = solved(random_day(seed))
    for item in plan.unassigned:
        assert {reason.team for reason in item.reasons} == {team.id for team in plan.teams}


def test_that_priority_comes_before_travel_when_all_are_to_be_served() -> None:
    far = visit("VF", "D", service_minutes=300, priority=60, windows=[["08:00", "09:30"]])
    near = [visit(f"V{n}", "A", priority=25, windows=[["08:00", "09:00"]], service_minutes=200) for n in (1, 2)]
    form = line_day([far | {"place": "E"}, *near], [team("T1", shift=["08:00", "18:00"])], places=6, minutes=15)
    _, plan = solved(form)
    assert set(plan.team_of_visit()) == {"VF"}


def test_that_a_trip_not_worth_its_minutes_is_left_out_and_said_so() -> None:
    form = line_day([visit("VA", "A", priority=7)], [team("T1")], mode="worth_the_trip", minutes_per_priority=3)
    assert set(solved(form)[1].team_of_visit()) == {"VA"}
    form["visits"][0]["priority"] = 6
    _, plan = solved(form)
    assert plan.team_of_visit() == {}
    assert plan.unassigned[0].reasons[0].facts["extra"] == 1200


def test_that_a_mandatory_visit_is_made_even_at_the_price_of_dearer_ones() -> None:
    window = [["08:00", "08:30"]]
    form = line_day(
        [
            visit("VM", "C", priority=1, optional=False, windows=[["08:30", "08:30"]], service_minutes=60),
            visit("VA", "A", priority=100, windows=window, service_minutes=60),
        ],
        [team("T1")],
    )
    assert set(solved(form)[1].team_of_visit()) == {"VM"}


def test_that_a_mandatory_visit_is_reached_past_another_where_the_direct_way_is_barred() -> None:
    form = line_day([visit("VA", "A", optional=False), visit("VB", "B", priority=1)], [team("T1")])
    form["matrix"]["seconds"][0][1] = None
    form["mode"] = "worth_the_trip"
    form["minutes_per_priority"] = 0
    _, plan = solved(form)
    assert plan.sequences() == {"T1": ("VB", "VA")}


def test_that_nobody_sets_out_only_to_rest() -> None:
    pause = {"minutes": 90, "window": ["12:00", "13:00"]}
    form = line_day([visit("VA", "A", windows=[["14:45", "15:00"]])], [team("T1", **{"break": pause})])
    (line,) = solve(problem_of(form), budget=Budget(iterations=5)).routes
    assert (line.leave, line.pause) == (14 * 3600 + 35 * 60, None)


def test_that_fairness_gives_idle_teams_work() -> None:
    visits = [visit(f"V{n}", "A", service_minutes=60) for n in range(6)]
    form = line_day(visits, [team(f"T{n}") for n in range(3)])
    unfair, fair = solved(form)[1], solved({**form, "fairness": 1.0})[1]
    assert unfair.totals is not None
    assert fair.totals is not None
    assert fair.totals.worked_minutes_std == 0
    assert unfair.totals.worked_minutes_std > 100
    assert fair.totals.served == 6


def test_that_keep_holds_published_visits_on_their_team_unless_travel_pays_for_it() -> None:
    visits = [visit("VA", "A"), visit("VB", "A")]
    form = line_day(visits, [team("T1"), team("T2")])
    problem = problem_of(form)
    held = solve(problem_of({**form, "visits": [v | {"team": f"T{n}"} for n, v in enumerate(visits, 1)]}), budget=SHORT)
    free = solve(problem, budget=SHORT, warm=held)
    assert len(set(free.team_of_visit().values())) == 1
    kept = solve(replace(problem, keep=0.9), budget=SHORT, warm=held)
    assert kept.team_of_visit() == held.team_of_visit()


def test_that_a_warm_plan_for_another_day_is_used_as_far_as_it_goes() -> None:
    _, plan = solved(line_day([visit("VA", "A"), visit("VB", "B")], [team("T1"), team("T2")]))
    changed = problem_of(line_day([visit("VB", "B"), visit("VC", "C")], [team("T2"), team("T3")]))
    assert check_plan(changed, solve(changed, budget=SHORT, warm=plan)).is_feasible


def test_that_without_the_native_wheel_the_own_engine_carries_the_day_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_wheel(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(solver, "import_module", no_wheel)
    _, plan = solved(line_day([visit("VA", "A")], [team("T1")]), native=True)
    assert plan.versions["pyvrp"] == "not loaded"
    assert set(plan.team_of_visit()) == {"VA"}


def test_that_a_plan_refused_by_the_checker_is_never_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = DayPlan(teams=(), routes=(), unassigned=())
    refused = check_plan(problem_of(line_day([visit("VA", "A")], [team("T1")])), nothing)
    monkeypatch.setattr(solver, "check_plan", lambda *_: refused)
    with pytest.raises(RuntimeError):
        solved(line_day([visit("VA", "A")], [team("T1")]))


def test_that_the_search_can_be_cancelled_and_still_answers_a_checked_plan() -> None:
    heard: list[Progress] = []
    problem = problem_of(line_day([visit(f"V{n}", "ABCE"[n % 4]) for n in range(40)], [team("T1"), team("T2")]))
    plan = solve(
        problem,
        budget=Budget(seconds=600),
        listener=Listener(on_better=heard.append, is_cancelled=lambda: bool(heard)),
        may_use_native=False,
    )
    assert plan.stopped_by == "cancelled"
    assert check_plan(problem, plan).is_feasible
    assert heard[0].plan.routes


def test_that_the_worker_process_helps_within_the_given_seconds() -> None:
    problem = problem_of(random_city(60))
    plan = solve(problem, budget=Budget(seconds=2.5), seed=1)
    assert plan.stopped_by == "seconds"
    assert plan.versions["pyvrp"][0].isdigit()
    assert check_plan(problem, plan).is_feasible


def random_city(visits: int) -> Form:
    """Visits spread over a grid of streets, four teams."""
    places = [{"id": f"P{n}", "lat": 22.5 + n % 8 / 100, "lon": 114 + n // 8 / 100} for n in range(visits + 1)]
    return {
        "version": 1,
        "date": "2026-11-25",
        "time_zone": "Asia/Shanghai",
        "places": places,
        "visits": [visit(f"V{n}", f"P{n + 1}", service_minutes=20) for n in range(visits)],
        "teams": [team(f"T{n}", start="P0", end="P0") for n in range(4)],
    }


def test_that_collectors_are_composed_and_the_plan_lists_their_teams() -> None:
    collectors = [
        {
            "id": f"C{n}",
            "skills": ["female"] if n == 3 else [],
            "drives": n < 2,
            "start": "D",
            "shift": ["08:00", "18:00"],
        }
        for n in range(5)
    ]
    form = line_day([visit("VA", "A", needs=["female"])], [], collectors=collectors)
    problem, plan = solved(form)
    assert len(plan.teams) == 2
    assert plan.teams == with_teams(problem, plan).teams
    assert check_plan(problem, plan).is_feasible
    assert "C3" in next(team.members for team in plan.teams if team.id == plan.team_of_visit()["VA"])
