"""Teams from collectors: always lawful, as many as can be, skills where they are needed."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.days import Form, line_day, plan_of, problem_of, random_day, visit
from visitdesk.planning.checker import check_plan
from visitdesk.planning.compose import composed, with_teams
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import DayCollector, DayProblem, DayTeam
from visitdesk.planning.plan_form import team_form


def collector(name: str, **more: object) -> Form:
    return {"id": name, "skills": [], "drives": True, "start": "D", "shift": ["08:00", "18:00"], **more}


def teams_of(collectors: list[Form], visits: list[Form] | None = None, **more: Any) -> tuple[DayTeam, ...]:
    return composed(problem_of(line_day(visits or [], [], collectors=collectors, **more)))


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 10**6))
def test_that_composed_teams_always_pass_the_checker(seed: int) -> None:
    form = random_day(seed, most_teams=6)
    if "collectors" not in form:
        return
    problem = problem_of(form)
    teams = composed(problem)
    clock = DayClock(problem.day, problem.time_zone)
    written = [team_form(team, problem, clock) for team in teams]
    plan = plan_of(problem, [], [item.id for item in problem.visits], teams=written)
    assert plan.teams == teams
    assert [item.code for item in check_plan(problem, plan).violations if item.code != "mandatory"] == []


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.integers(0, 10**6))
def test_that_no_more_pairs_can_be_made(seed: int) -> None:
    form = random_day(seed, most_teams=4)
    if "collectors" not in form:
        return
    problem = problem_of({**form, "team_size": 2})
    assert len(composed(problem)) == most_pairs(problem, list(problem.collectors))


def most_pairs(problem: DayProblem, free: list[DayCollector]) -> int:
    """The greatest number of lawful pairs, by trying everything."""
    if len(free) < 2:
        return 0
    first, *rest = free
    best = most_pairs(problem, rest)
    for other in rest:
        if may_go(problem, first, other):
            best = max(best, 1 + most_pairs(problem, [item for item in rest if item is not other]))
    return best


def may_go(problem: DayProblem, one: DayCollector, two: DayCollector) -> bool:
    overlap = max(one.shift.start, two.shift.start) < min(one.shift.end, two.shift.end)
    return overlap and (one.drives or two.drives) and frozenset((one.id, two.id)) not in problem.not_together


def test_that_two_collectors_make_one_team_with_all_fields_of_the_rules() -> None:
    first = collector("C1", drives=False, start="A", skills=["female"], shift=["07:00", "15:00"])
    second = collector("C2", start="B", skills=["cantonese"], shift=["09:00", "18:00"])
    (team,) = teams_of([first, second])
    assert team.members == ("C2", "C1")
    assert team.skills == {"female", "cantonese"}
    assert (team.start, team.end) == (2, 2)
    assert (team.shift.start, team.shift.end) == (9 * 3600, 15 * 3600)
    assert (team.pause, team.max_visits) == (None, None)


def test_that_drivers_are_spread_and_the_odd_one_is_left_over() -> None:
    people = [collector(f"C{n}", drives=n in {0, 1}) for n in range(5)]
    teams = teams_of(people)
    assert len(teams) == 2
    assert all(len({"C0", "C1"} & set(team.members)) == 1 for team in teams)


def test_that_apart_pairs_are_never_together_even_if_a_team_is_lost() -> None:
    people = [collector(f"C{n}") for n in range(4)]
    pairs = [[a["id"], b["id"]] for a, b in combinations(people[:3], 2)]
    teams = teams_of(people, not_together=pairs)
    assert len(teams) == 1
    assert "C3" in teams[0].members


def test_that_a_skill_asked_for_twice_is_not_wasted_on_one_team() -> None:
    people = [collector(f"C{n}", skills=["female"] if n < 2 else []) for n in range(4)]
    teams = teams_of(people, [visit(f"V{n}", "A", needs=["female"]) for n in range(4)])
    assert [("female" in team.skills) for team in teams] == [True, True]


def test_that_two_needs_of_one_visit_are_brought_together() -> None:
    people = [
        collector("C0", skills=["female"]),
        collector("C1", skills=["cantonese"]),
        collector("C2"),
        collector("C3"),
    ]
    teams = teams_of(people, [visit("VA", "A", needs=["female", "cantonese"])])
    assert any(team.skills >= {"female", "cantonese"} for team in teams)


def test_that_shifts_that_overlap_long_go_together() -> None:
    early, late = ["06:00", "14:00"], ["13:00", "21:00"]
    people = [collector(f"C{n}", shift=early if n % 2 else late) for n in range(4)]
    assert {frozenset(team.members) for team in teams_of(people)} == {frozenset({"C0", "C2"}), frozenset({"C1", "C3"})}


def test_that_a_problem_with_teams_is_left_alone_and_nobody_makes_no_team() -> None:
    assert teams_of([collector("C1", drives=False), collector("C2", drives=False)]) == ()
    problem = problem_of(line_day([], [{"id": "T1", "start": "D", "end": "D", "shift": ["08:00", "18:00"]}]))
    assert with_teams(problem) is problem


def test_that_sixty_collectors_are_composed_in_reasonable_time() -> None:
    people = [
        collector(
            f"C{n:02d}", drives=n % 3 > 0, skills=["female"] if n % 4 == 0 else [], shift=[f"0{7 + n % 3}:00", "18:00"]
        )
        for n in range(60)
    ]
    visits = [visit(f"V{n}", "A", needs=["female"] if n % 2 else []) for n in range(50)]
    assert len(teams_of(people, visits)) == 30
