"""Our own figures on synthetic branch days: `python -m tests.bench.planning_days [--quick]`.

Peers join the table with the issue on planning. The days are those of reference routing §4: 20 × 20 km, shifts of nine
hours and a half with lunch, half of the visits with a narrow window, three in ten with a need.
"""

import argparse
import sys
from dataclasses import replace
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

from visitdesk.planning.checker import check_plan
from visitdesk.planning.compiled import CompiledDay
from visitdesk.planning.explain import routes_of, slots, why_not
from visitdesk.planning.model import DayPlan, DayProblem
from visitdesk.planning.problem_form import parse_problem
from visitdesk.planning.solver import Budget, Listener, Progress, solve
from visitdesk.planning.travel import with_travel

SKILLS = ("female", "cantonese", "sign_language", "senior")


def day(visits: int, teams: int, seed: int = 1) -> DayProblem:
    """A branch day around one depot."""
    r = Random(seed)
    side = 20 / 111 / 2
    places = [{"id": "branch", "lat": 22.54, "lon": 114.05}]
    places += [
        {"id": f"P{n}", "lat": 22.54 + r.uniform(-side, side), "lon": 114.05 + r.uniform(-side, side)}
        for n in range(visits)
    ]
    form: dict[str, Any] = {
        "version": 1,
        "date": "2026-11-25",
        "time_zone": "Asia/Shanghai",
        "places": places,
        "visits": [_visit(r, n) for n in range(visits)],
        "teams": [_team(n) for n in range(teams)],
    }
    return with_travel(parse_problem(form))


def _visit(r: Random, number: int) -> dict[str, Any]:
    begin = r.choice([8, 9, 10, 13, 14, 16])
    return {
        "id": f"V{number}",
        "place": f"P{number}",
        "service_minutes": r.choice([10, 15, 20, 25, 30]),
        "windows": [[f"{begin:02d}:00", f"{begin + 2:02d}:00"]] if r.random() < 0.5 else [["08:00", "20:00"]],
        "needs": [r.choice(SKILLS)] if r.random() < 0.3 else [],
        "priority": r.randint(5, 100),
    }


def _team(number: int) -> dict[str, Any]:
    return {
        "id": f"T{number}",
        "skills": [SKILLS[number % 4], SKILLS[(number + 1) % 4]],
        "start": "branch",
        "end": "branch",
        "shift": ["08:30", "18:00"],
        "break": {"minutes": 45, "window": ["11:30", "13:30"]},
    }


def _run(name: str, problem: DayProblem, seconds: float, *, native: bool) -> DayPlan:
    heard: list[Progress] = []
    begun, cpu = perf_counter(), process_time()
    plan = solve(
        problem,
        budget=Budget(seconds=seconds),
        seed=1,
        listener=Listener(on_better=heard.append),
        may_use_native=native,
    )
    spent, cpu = perf_counter() - begun, process_time() - cpu
    finding = check_plan(problem, plan)
    whole = sum(visit.priority for visit in problem.visits)
    totals = finding.totals
    _say(
        f"{name:<34}{heard[0].elapsed:>8.2f}{totals.served:>8}{100 * totals.priority_served / whole:>9.2f}"
        f"{totals.travel_seconds / 60:>9.0f}{spent:>8.1f}{cpu:>8.1f}{len(finding.violations):>8}"
    )
    return plan


def _what_if(problem: DayProblem, plan: DayPlan) -> None:
    compiled = CompiledDay(problem)
    names = [stop.visit for route in plan.routes for stop in route.stops]
    times = []
    for name in Random(1).sample(names, min(100, len(names))):
        routes = [compiled.route(route.team, route.stops) for route in routes_of(compiled, plan, without=name)]
        for route in routes:  # as on the first touch: nothing remembered
            route.forget()
        begun = process_time()
        slots(compiled, routes, name)
        times.append((process_time() - begun) * 1000)
    times.sort()
    _say(f"what-if, all teams with reasons: p50 {median(times):.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f} ms CPU")


def _why(problem: DayProblem, plan: DayPlan) -> None:
    compiled = CompiledDay(problem)
    routes = routes_of(compiled, plan)
    times = []
    for item in plan.unassigned[:40]:
        begun = process_time()
        why_not(compiled, routes, item.visit)
        times.append((process_time() - begun) * 1000)
    if times:
        _say(f"why not, with verified ways out: median {median(times):.1f} ms, most {max(times):.1f} ms CPU")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--quick", action="store_true", help="small days only")
    quick = words.parse_args().quick
    _say(f"{'day':<34}{'first s':>8}{'served':>8}{'prio %':>9}{'travel':>9}{'wall s':>8}{'CPU s':>8}{'broken':>8}")
    small = day(200, 20)
    plan = _run("20 x 200, 10 s, both engines", small, 10, native=True)
    _run("20 x 200, 10 s, own engine alone", small, 10, native=False)
    _run("20 x 200, 10 s, fairness 1", replace(small, fairness=1.0), 10, native=True)
    _what_if(small, plan)
    crowded = day(600, 20)
    plan = _run("20 x 600, 10 s, both engines", crowded, 10, native=True)
    _why(crowded, plan)
    if not quick:
        large = day(1000, 100)
        plan = _run("100 x 1000, 20 s, both engines", large, 20, native=True)
        _run("100 x 1000, 20 s, own engine alone", large, 20, native=False)
        _what_if(large, plan)
    return 0


if __name__ == "__main__":
    sys.exit(main())
