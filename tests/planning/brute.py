"""The best plan by trying everything: for days of a handful of visits. Shares no code with the engine."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations, product

from visitdesk.planning.model import DayProblem, DayTeam, DayVisit, Mode


def best_value(problem: DayProblem) -> tuple[int, float]:
    """(mandatory visits served, value): the value is (priority, −travel) in one number for `serve_all`, else −cost."""
    best: tuple[int, float] | None = None
    costs: dict[tuple[int, frozenset[str]], int | None] = {}
    choices = range(-1, len(problem.teams))
    for assignment in product(choices, repeat=len(problem.visits)):
        travel, mandatory = 0, 0
        for number, team in enumerate(problem.teams):
            group = [v for v, where in zip(problem.visits, assignment, strict=True) if where == number]
            key = (number, frozenset(v.id for v in group))
            if key not in costs:
                costs[key] = _cheapest(problem, team, group)
            cost = costs[key]
            if cost is None:
                break
            travel += cost
            mandatory += sum(not v.is_optional for v in group)
        else:
            served = sum(v.priority for v, w in zip(problem.visits, assignment, strict=True) if w >= 0)
            value = (mandatory, value_of(problem, served, travel))
            best = value if best is None or value > best else best
    assert best is not None
    return best


def value_of(problem: DayProblem, priority_served: int, travel: int) -> float:
    """One number to compare plans that serve the same mandatory visits."""
    if problem.mode is Mode.SERVE_ALL:
        return priority_served * 1e6 - travel
    left_out = sum(visit.priority for visit in problem.visits) - priority_served
    return -(travel + 60 * problem.minutes_per_priority * left_out)


def _cheapest(problem: DayProblem, team: DayTeam, group: Sequence[DayVisit]) -> int | None:
    if not group:
        return 0
    if any(visit.needs - team.skills or visit.team not in {None, team.id} for visit in group):
        return None
    if team.max_visits is not None and len(group) > team.max_visits:
        return None
    costs = [_travel(problem, team, order) for order in permutations(group) if _in_order(order)]
    feasible = [cost for cost in costs if cost is not None]
    return min(feasible) if feasible else None


def _in_order(order: Sequence[DayVisit]) -> bool:
    return all(v.after is None or (k > 0 and order[k - 1].id == v.after) for k, v in enumerate(order))


def _travel(problem: DayProblem, team: DayTeam, order: Sequence[DayVisit]) -> int | None:
    assert problem.matrix is not None
    line = [team.start, *(visit.place for visit in order), *([] if team.end is None else [team.end])]
    legs = [problem.matrix.seconds[a][b] for a, b in pairwise(line)]
    if any(leg is None for leg in legs):
        return None
    total = sum(leg for leg in legs if leg is not None)
    return total if any(_fits(problem, team, order, way) for way in _ways(team, len(order))) else None


def _ways(team: DayTeam, stops: int) -> Iterator[tuple[int, int, int]]:
    """(leave, latest back, leg of the break or −1)."""
    start, end, pause = team.shift.start, team.shift.end, team.pause
    if pause is None or start > pause.window.start or end < pause.window.end:
        yield start, end, -1
        return
    yield start, min(end, pause.window.end - 1), -1
    yield pause.window.start + 1, end, -1
    for leg in range(stops + 1):
        yield start, end, leg


def _fits(problem: DayProblem, team: DayTeam, order: Sequence[DayVisit], way: tuple[int, int, int]) -> bool:
    assert problem.matrix is not None
    (clock, limit, rest), here = way, team.start
    for leg in range(len(order) + 1):
        there = order[leg].place if leg < len(order) else team.end
        drive = 0 if there is None else problem.matrix.seconds[here][there] or 0
        if leg == rest and team.pause is not None:
            if clock > team.pause.window.end:
                return False
            clock = max(clock + drive, team.pause.window.start) + team.pause.duration
        else:
            clock += drive
        if leg < len(order):
            begins = [max(clock, w.start) for w in order[leg].windows if w.end >= clock]
            if not begins:
                return False
            clock, here = min(begins) + order[leg].service, order[leg].place
    return clock <= limit
