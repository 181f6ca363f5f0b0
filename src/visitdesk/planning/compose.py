"""Teams from collectors: at least one driver each, nobody with whom he is not to be sent, and as little waste as can be.

First as many teams as possible, then skills spread over the teams so that the visits' needs can be met, then the
longest common shifts. Greedy pairing around the drivers, then exchanges between teams and with those left over until
none helps. Source: contracts §1; the order of aims is product policy.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from visitdesk.people.model import TeamId
from visitdesk.planning.checker import check_plan
from visitdesk.planning.model import DayCollector, DayPlan, DayProblem, DayTeam, Unassigned, Window

Group = tuple[DayCollector, ...]

MOST_ROUNDS = 60
MOST_TRIALS = 1500


def with_teams(problem: DayProblem, warm: DayPlan | None = None) -> DayProblem:
    """The problem with teams: its own, those of `warm` where they are still valid, else newly composed."""
    if problem.teams or not problem.collectors:
        return problem
    if warm is not None and warm.teams and _still_valid(problem, warm):
        return replace(problem, teams=warm.teams)
    return replace(problem, teams=composed(problem))


def _still_valid(problem: DayProblem, warm: DayPlan) -> bool:
    nobody_out = DayPlan(
        teams=warm.teams, routes=(), unassigned=tuple(Unassigned(visit=visit.id) for visit in problem.visits)
    )
    return not any(item.visit is None for item in check_plan(problem, nobody_out).violations)


def composed(problem: DayProblem) -> tuple[DayTeam, ...]:
    """The teams, numbered `T1` … in the order of their shifts; collectors may be left over."""
    best: list[Group] = []
    for groups in (_paired(problem, rare_first=True), _paired(problem, rare_first=False)):
        improved = _improved(problem, groups)
        if not best or _worth(problem, improved) > _worth(problem, best):
            best = improved
    best.sort(key=lambda group: (_overlap(group), [member.id for member in group]))
    return tuple(_team(f"T{number}", group) for number, group in enumerate(best, 1))


def _team(name: str, group: Group) -> DayTeam:
    driver = next(member for member in group if member.drives)
    members = (driver, *(member for member in group if member is not driver))
    begin, end = _overlap(group)
    return DayTeam(
        id=TeamId(name),
        members=tuple(member.id for member in members),
        skills=frozenset().union(*(member.skills for member in group)),
        start=driver.start,
        end=driver.start,
        shift=Window(start=begin, end=end),
    )


def _overlap(group: Sequence[DayCollector]) -> tuple[int, int]:
    return max(member.shift.start for member in group), min(member.shift.end for member in group)


def _is_allowed(problem: DayProblem, group: Sequence[DayCollector]) -> bool:
    """Whether these may go together, perhaps with more to come; the driver is asked of full groups only."""
    begin, end = _overlap(group)
    if begin >= end or any(frozenset((a.id, b.id)) in problem.not_together for a, b in combinations(group, 2)):
        return False
    return len(group) < problem.team_size or any(member.drives for member in group)


def _paired(problem: DayProblem, *, rare_first: bool) -> list[Group]:
    """Greedy: the collector with the fewest possible partners first, drivers kept apart while there are others."""
    free = list(problem.collectors)
    groups: list[Group] = []
    while len(free) >= problem.team_size:
        seeds = [member for member in free if member.drives]
        if not seeds:
            break
        seeds.sort(key=lambda member: (_choices(problem, member, free) if rare_first else 0, member.id))
        group: Group | None = None
        for seed in seeds:
            group = _grown(problem, (seed,), free)
            if group is not None:
                break
        if group is None:
            break
        groups.append(group)
        taken = {member.id for member in group}
        free = [member for member in free if member.id not in taken]
    return groups


def _choices(problem: DayProblem, member: DayCollector, free: Sequence[DayCollector]) -> int:
    return sum(_is_allowed(problem, (member, other)) for other in free if other is not member)


def _grown(problem: DayProblem, group: Group, free: Sequence[DayCollector]) -> Group | None:
    if len(group) == problem.team_size:
        return group if _is_allowed(problem, group) else None
    skills = frozenset().union(*(member.skills for member in group))

    def fitness(other: DayCollector) -> tuple[bool, int, int, str]:
        begin, end = _overlap((*group, other))
        return (other.drives, begin - end, -len(other.skills - skills), other.id)

    for other in sorted((other for other in free if other not in group), key=fitness):
        if _is_allowed(problem, (*group, other)):
            full = _grown(problem, (*group, other), free)
            if full is not None:
                return full
    return None


def _worth(problem: DayProblem, groups: Sequence[Group]) -> tuple[int, float, int]:
    """(number of teams, share of needed skills met, common working seconds)."""
    demand = _demand(problem)
    total = sum(demand.values())
    met = 0.0
    for needs, asked in demand.items():
        able = sum(1 for group in groups if needs <= frozenset().union(*(member.skills for member in group)))
        fair = max(1.0, len(groups) * asked / total)
        met += asked * min(1.0, able / fair)
    common = sum(end - begin for begin, end in map(_overlap, groups))
    return len(groups), round(met, 6), common


def _demand(problem: DayProblem) -> Mapping[frozenset[str], int]:
    """Priority asked for by each set of needs."""
    demand: Counter[frozenset[str]] = Counter()
    for visit in problem.visits:
        demand[visit.needs] += visit.priority
    return demand


def _improved(problem: DayProblem, groups: list[Group]) -> list[Group]:
    """Exchange members between groups and with those left over while it helps; bounded for very many collectors."""
    best = _worth(problem, groups)
    for _ in range(MOST_ROUNDS):
        found = False
        for trial in islice(_exchanges(problem, groups), MOST_TRIALS):
            worth = _worth(problem, trial)
            if worth > best:
                groups, best, found = trial, worth, True
                break
        if not found:
            break
    return groups


def _exchanges(problem: DayProblem, groups: list[Group]) -> Iterator[list[Group]]:
    taken = {member.id for group in groups for member in group}
    spare = [member for member in problem.collectors if member.id not in taken]
    yield from _with_one_more(problem, groups, spare)
    for i, group in enumerate(groups):
        for k in range(len(group)):
            for other in spare:
                changed = (*group[:k], other, *group[k + 1 :])
                if _is_allowed(problem, changed):
                    yield [*groups[:i], changed, *groups[i + 1 :]]
    for i, j in combinations(range(len(groups)), 2):
        for a in range(len(groups[i])):
            for b in range(len(groups[j])):
                one = (*groups[i][:a], groups[j][b], *groups[i][a + 1 :])
                two = (*groups[j][:b], groups[i][a], *groups[j][b + 1 :])
                if _is_allowed(problem, one) and _is_allowed(problem, two):
                    yield [*groups[:i], one, *groups[i + 1 : j], two, *groups[j + 1 :]]


def _with_one_more(problem: DayProblem, groups: list[Group], spare: Sequence[DayCollector]) -> Iterator[list[Group]]:
    """One group dissolved and two made of its members and those left over."""
    size = problem.team_size
    if len(spare) < size or len(spare) > 12:
        return
    for i, group in enumerate(groups):
        pool = (*group, *spare)
        for first in combinations(pool, size):
            if not _is_allowed(problem, first):
                continue
            rest = [member for member in pool if member not in first]
            for second in combinations(rest, size):
                if _is_allowed(problem, second):
                    yield [*groups[:i], first, second, *groups[i + 1 :]]
                    break
