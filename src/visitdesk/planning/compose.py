"""Teams from collectors: at least one driver each, nobody with whom he is not to be sent, and as little waste as can be.

First as many teams as possible, then skills spread over the teams so that the visits' needs can be met, then the
longest common shifts. Greedy pairing around the drivers, then exchanges between teams and with those left over until
none helps. Source: contracts §1; the order of aims is product policy.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from visitdesk.people.model import TeamId
from visitdesk.planning.checker import check_plan
from visitdesk.planning.model import DayCollector, DayPlan, DayProblem, DayTeam, Unassigned, Window

Group = tuple[DayCollector, ...]

MOST_ROUNDS = 60
MOST_TRIALS = 1500
COUNTED_ANEW = 80
"""Collectors up to which everybody's possible partners are counted anew after each pairing."""


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
    scale = _Scale(problem)
    tries = [_improved(problem, _paired(problem, rare_first=rare), scale) for rare in (True, False)]
    best = max(tries, key=lambda groups: scale.worth(groups)[0])
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
    chances: dict[str, int] = {}
    while len(free) >= problem.team_size:
        seeds = [member for member in free if member.drives]
        if not seeds:
            break
        if rare_first and (len(free) <= COUNTED_ANEW or not chances):
            chances = {member.id: _choices(problem, member, free) for member in free}
        seeds.sort(key=lambda member: (chances.get(member.id, 0), member.id))
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


Worth = tuple[int, float, int]
"""(number of teams, share of needed skills met, common working seconds)."""


class _Scale:
    """Weighs groups; what each group adds is worked out once, so that an exchange costs next to nothing to weigh."""

    def __init__(self, problem: DayProblem) -> None:
        demand: Counter[frozenset[str]] = Counter()
        for visit in problem.visits:
            demand[visit.needs] += visit.priority
        self._demand = list(demand.items())
        self._total = max(1, sum(demand.values()))
        self._known: dict[Group, tuple[tuple[int, ...], int]] = {}

    def adds(self, group: Group) -> tuple[tuple[int, ...], int]:
        """(for each set of needs whether the group can meet it, its common seconds)."""
        known = self._known.get(group)
        if known is None:
            skills = frozenset().union(*(member.skills for member in group))
            begin, end = _overlap(group)
            known = self._known[group] = (tuple(int(needs <= skills) for needs, _ in self._demand), end - begin)
        return known

    def worth(self, groups: Iterable[Group]) -> tuple[Worth, list[int]]:
        """The worth of these groups, and how many can meet each set of needs."""
        able, common, number = [0] * len(self._demand), 0, 0
        for group in groups:
            meets, seconds = self.adds(group)
            able = [have + more for have, more in zip(able, meets, strict=True)]
            common, number = common + seconds, number + 1
        return self.weigh(number, able, common), able

    def weigh(self, number: int, able: Sequence[int], common: int) -> Worth:
        """Needs count by their priority, each up to the share of the teams that its priority asks for."""
        met = 0.0
        for (_, asked), have in zip(self._demand, able, strict=True):
            met += asked * min(1.0, have / max(1.0, number * asked / self._total))
        return number, round(met, 6), common

    def changed(self, worth: Worth, able: Sequence[int], out: Iterable[Group], new: Iterable[Group]) -> Worth:
        """The worth after some groups have gone and others come."""
        number, _, common = worth
        after = list(able)
        for sign, groups in ((-1, out), (1, new)):
            for group in groups:
                meets, seconds = self.adds(group)
                number, common = number + sign, common + sign * seconds
                after = [have + sign * more for have, more in zip(after, meets, strict=True)]
        return self.weigh(number, after, common)


Exchange = tuple[tuple[int, ...], tuple[Group, ...]]
"""(numbers of the groups that go, groups that come)."""


def _improved(problem: DayProblem, groups: list[Group], scale: _Scale) -> list[Group]:
    """Exchange members between groups and with those left over while it helps; bounded for very many collectors."""
    for _ in range(MOST_ROUNDS):
        worth, able = scale.worth(groups)
        found: Exchange | None = None
        for out, new in islice(_exchanges(problem, groups), MOST_TRIALS):
            if scale.changed(worth, able, (groups[i] for i in out), new) > worth:
                found = (out, new)
                break
        if found is None:
            break
        groups = [group for i, group in enumerate(groups) if i not in found[0]] + list(found[1])
    return groups


def _exchanges(problem: DayProblem, groups: list[Group]) -> Iterator[Exchange]:
    taken = {member.id for group in groups for member in group}
    spare = [member for member in problem.collectors if member.id not in taken]
    yield from _with_one_more(problem, groups, spare)
    for i, group in enumerate(groups):
        for k in range(len(group)):
            for other in spare:
                changed = (*group[:k], other, *group[k + 1 :])
                if _is_allowed(problem, changed):
                    yield (i,), (changed,)
    for i, j in combinations(range(len(groups)), 2):
        for a in range(len(groups[i])):
            for b in range(len(groups[j])):
                one = (*groups[i][:a], groups[j][b], *groups[i][a + 1 :])
                two = (*groups[j][:b], groups[i][a], *groups[j][b + 1 :])
                if _is_allowed(problem, one) and _is_allowed(problem, two):
                    yield (i, j), (one, two)


def _with_one_more(problem: DayProblem, groups: list[Group], spare: Sequence[DayCollector]) -> Iterator[Exchange]:
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
                    yield (i,), (first, second)
                    break
