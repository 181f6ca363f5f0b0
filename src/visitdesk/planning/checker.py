"""The independent checker: whether a plan keeps every rule of its problem (contracts §2).

Slow and simple on purpose. It shares no code with the solver and knows none of its modules (a contract of its own in
pyproject); it recomputes everything from the problem and believes nothing the plan says about itself. No plan is
shown, published or exported that it refuses.

Times printed in whole minutes may have been rounded, so the question is always: are there true times within the
rounding that keep the rule? Errors do not add up along a route: the earliest possible true time is carried on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import pstdev

from visitdesk.planning.model import (
    DayCollector,
    DayPlan,
    DayProblem,
    DayRoute,
    DayTeam,
    DayVisit,
    Stop,
    Totals,
    Window,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One broken rule; `facts` fill the sentence `planning.check_<code>`."""

    code: str
    team: str | None = None
    visit: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The checker's answer: broken rules and the figures recomputed."""

    violations: tuple[Violation, ...]
    totals: Totals

    @property
    def is_feasible(self) -> bool:
        """Whether no rule is broken."""
        return not self.violations


def check_plan(problem: DayProblem, plan: DayPlan) -> Finding:
    """Hold a plan against its problem; the problem must have its matrix.

    Where the problem has collectors instead of teams, the plan's own teams are checked first and then used.
    """
    found: list[Violation] = []
    teams: Mapping[str, DayTeam] = {team.id: team for team in (problem.teams or plan.teams)}
    if not problem.teams:
        found += _composed(problem, plan.teams)
    found += _whole(problem, plan, teams)
    for route in plan.routes:
        if route.team in teams:
            found += _route(problem, teams[route.team], route)
    found += _mandatory(problem, plan, teams)
    return Finding(violations=tuple(found), totals=_totals(problem, plan, teams))


def _route(problem: DayProblem, team: DayTeam, route: DayRoute) -> list[Violation]:
    """Broken rules of one route under the way of rounding that suits it best."""
    found = list(_Route(problem, team, route, ROUNDINGS[0]).fitness())
    as_printed = list(_Route(problem, team, route, EXACT).timing())
    if all(item.code == "break_missing" for item in as_printed):
        return found + as_printed  # the printed times hold together, so they are taken at their word
    timings = (list(_Route(problem, team, route, rounding).timing()) for rounding in ROUNDINGS)
    first = next(timings)
    return found + (first if first and all(timings) else [])


def _composed(problem: DayProblem, teams: Sequence[DayTeam]) -> Iterator[Violation]:
    people = {collector.id: collector for collector in problem.collectors}
    seen: Counter[str] = Counter(member for team in teams for member in team.members)
    names: Counter[str] = Counter(team.id for team in teams)
    for name, times in names.items():
        if times > 1:
            yield Violation(code="team_twice", team=name)
    for team in teams:
        unknown = [member for member in team.members if member not in people]
        for member in unknown:
            yield Violation(code="unknown_collector", team=team.id, facts={"value": member})
        for member in team.members:
            if seen[member] > 1:
                yield Violation(code="collector_twice", team=team.id, facts={"value": member})
        if len(team.members) != problem.team_size:
            yield Violation(code="team_size", team=team.id, facts={"value": problem.team_size})
        if not unknown and team.members:
            yield from _pairing(problem, team, [people[member] for member in team.members])


def _pairing(problem: DayProblem, team: DayTeam, members: Sequence[DayCollector]) -> Iterator[Violation]:
    drivers = [member for member in members if member.drives]
    if not drivers:
        yield Violation(code="no_driver", team=team.id)
    elif team.end != team.start or team.start not in {driver.start for driver in drivers}:
        yield Violation(code="team_start", team=team.id)
    for pair in problem.not_together:
        if pair <= set(team.members):
            yield Violation(code="not_together", team=team.id, facts={"value": "、".join(sorted(pair))})
    begin = max(member.shift.start for member in members)
    end = min(member.shift.end for member in members)
    if begin >= end or (team.shift.start, team.shift.end) != (begin, end):
        yield Violation(code="team_shift", team=team.id)
    if team.skills != frozenset().union(*(member.skills for member in members)):
        yield Violation(code="team_skills", team=team.id)
    if team.pause is not None or team.max_visits is not None:
        yield Violation(code="team_extra", team=team.id)


def _whole(problem: DayProblem, plan: DayPlan, teams: Mapping[str, DayTeam]) -> Iterator[Violation]:
    """Every visit once, no stranger among visits and teams."""
    routed = Counter(stop.visit for route in plan.routes for stop in route.stops)
    left_out = Counter(item.visit for item in plan.unassigned)
    for team, times in Counter(route.team for route in plan.routes).items():
        if team not in teams:
            yield Violation(code="unknown_team", team=team)
        elif times > 1:
            yield Violation(code="team_twice", team=team)
    for visit in dict.fromkeys([*routed, *left_out]):
        if visit not in problem.visit_of:
            yield Violation(code="unknown_visit", visit=visit)
    for visit in problem.visit_of:
        yield from _once(visit, routed[visit], left_out[visit])


def _once(visit: str, routed: int, left_out: int) -> Iterator[Violation]:
    if routed > 1:
        yield Violation(code="visit_twice", visit=visit)
    if routed and left_out:
        yield Violation(code="routed_and_left_out", visit=visit)
    if left_out > 1:
        yield Violation(code="left_out_twice", visit=visit)
    if not routed and not left_out:
        yield Violation(code="visit_missing", visit=visit)


@dataclass(frozen=True, slots=True)
class _Span:
    """Between which instants a printed time may truly lie."""

    low: int
    high: int


EXACT = (0, 0)
ROUNDINGS = ((0, 59), (-30, 29), (-59, 0))
"""Seconds from a printed whole minute to the first and last true time: cut off, to the nearest, rounded up."""


class _Route:
    """One route, walked once from its depot to its end, under one way of rounding."""

    def __init__(self, problem: DayProblem, team: DayTeam, route: DayRoute, rounding: tuple[int, int]) -> None:
        self._problem = problem
        self._team = team
        self._route = route
        self._rounding = rounding
        self._clock = 0
        self._stops = [(stop, problem.visit_of[stop.visit]) for stop in route.stops if stop.visit in problem.visit_of]

    def fitness(self) -> Iterator[Violation]:
        """Broken rules that have nothing to do with time."""
        before: str | None = None
        for _, visit in self._stops:
            missing = visit.needs - self._team.skills
            if missing:
                yield self._broken("skill", visit.id, value="、".join(sorted(missing)))
            if visit.team is not None and visit.team != self._team.id:
                yield self._broken("locked", visit.id, value=visit.team)
            if visit.after is not None and visit.after != before:
                yield self._broken("after", visit.id, value=visit.after)
            before = visit.id
        if self._team.max_visits is not None and len(self._stops) > self._team.max_visits:
            yield self._broken("max_visits", value=self._team.max_visits)

    def timing(self) -> Iterator[Violation]:
        """Broken rules of time; `_clock` is the earliest true time so far."""
        if not self._stops:
            return
        self._clock = self._departure()
        if self._clock < self._team.shift.start:
            yield self._broken("shift_start")
            self._clock = self._team.shift.start
        here = self._team.start
        for stop, visit in self._stops:
            yield from self._drive(here, visit.place, stop.arrive, visit.id)
            yield from self._stay(stop, visit)
            here = visit.place
        yield from self._homecoming(here)
        yield from self._pause()

    def _broken(self, code: str, visit: str | None = None, **facts: object) -> Violation:
        return Violation(code=code, team=self._team.id, visit=visit, facts=facts)

    def _true(self, printed: int) -> _Span:
        first, last = self._rounding if printed % 60 == 0 else (0, 0)
        return _Span(printed + first, printed + last)

    def _departure(self) -> int:
        """Earliest true time of leaving the depot, inside the shift if it can be."""
        if self._route.leave is None:
            return self._team.shift.start
        span = self._true(self._route.leave)
        return max(span.low, min(self._team.shift.start, span.high))

    def _drive(self, here: int, there: int, arrive: int, visit: str | None) -> Iterator[Violation]:
        matrix = self._problem.matrix
        travel = matrix.seconds[here][there] if matrix is not None else None
        if travel is None:
            yield self._broken("unreachable", visit)
            travel = 0
        span = self._true(arrive)
        self._clock = max(self._clock + travel + self._break_between(self._clock, arrive), span.low)
        if self._clock > span.high:
            yield self._broken("arrive_early" if visit else "back_early", visit, value=_minutes(self._clock - arrive))
            self._clock = arrive

    def _stay(self, stop: Stop, visit: DayVisit) -> Iterator[Violation]:
        span = self._true(stop.start)
        if self._clock > span.high:
            yield self._broken("start_early", visit.id)
            self._clock = stop.start
        begin = _first_in(visit.windows, max(self._clock, span.low))
        if begin is None or begin > span.high:
            yield self._broken("window", visit.id)
            begin = stop.start
        span = self._true(stop.leave)
        self._clock = max(begin + visit.service, span.low)
        if self._clock > span.high:
            yield self._broken("stay_short", visit.id, value=_minutes(self._clock - stop.leave))
            self._clock = stop.leave
        if self._clock > self._team.shift.end:
            yield self._broken("shift_end", visit.id)

    def _homecoming(self, here: int) -> Iterator[Violation]:
        back, end = self._route.back, self._team.end
        if end is not None:
            _, implied = _ends(self._problem, self._team, self._route)
            yield from self._drive(here, end, implied if back is None else back, None)
        elif back is not None and self._clock > self._true(back).high:
            yield self._broken("back_early", value=_minutes(self._clock - back))
        if self._clock > self._team.shift.end:
            yield self._broken("shift_end")

    def _break_between(self, since: int, until: int) -> int:
        """Seconds of the break that fall on the road between leaving at `since` and arriving at `until`."""
        pause = self._route.pause
        if pause is None:
            return 0
        overlap = min(pause.end, until) - max(pause.start, since)
        duration = self._team.pause.duration if self._team.pause is not None else pause.end - pause.start
        return max(0, min(overlap, duration))

    def _pause(self) -> Iterator[Violation]:
        owed, pause = self._team.pause, self._route.pause
        if owed is not None and pause is None:
            leave, back = _ends(self._problem, self._team, self._route)
            if self._true(leave).high <= owed.window.start and self._true(back).low >= owed.window.end:
                yield self._broken("break_missing")
        if pause is None:
            return
        begin, end = self._true(pause.start), self._true(pause.end)
        if owed is not None and (begin.high < owed.window.start or begin.low > owed.window.end):
            yield self._broken("break_window")
        if owed is not None and end.high - begin.low < owed.duration:
            yield self._broken("break_short")
        for stop, visit in self._stops:
            if min(self._true(stop.leave).low, end.low) > max(self._true(stop.start).high, begin.high):
                yield self._broken("break_in_stay", visit.id)


def _first_in(windows: Sequence[Window], at: int) -> int | None:
    """The first second from `at` on at which a stay may begin."""
    return next((max(at, window.start) for window in windows if window.end >= at), None)


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)


def _ends(problem: DayProblem, team: DayTeam, route: DayRoute) -> tuple[int, int]:
    """When the team leaves and is back, as printed, else as the stops imply."""
    first, last = route.stops[0], route.stops[-1]
    matrix = problem.matrix
    out = home = 0
    if matrix is not None and first.visit in problem.visit_of and last.visit in problem.visit_of:
        out = matrix.seconds[team.start][problem.visit_of[first.visit].place] or 0
        if team.end is not None:
            home = matrix.seconds[problem.visit_of[last.visit].place][team.end] or 0
    leave = route.leave if route.leave is not None else first.arrive - out
    if route.back is not None:
        return leave, route.back
    pause = route.pause
    rest = pause.end - pause.start if pause is not None and pause.start >= last.leave else 0
    return leave, last.leave + home + rest


def _mandatory(problem: DayProblem, plan: DayPlan, teams: Mapping[str, DayTeam]) -> Iterator[Violation]:
    """Mandatory visits left out although some team could make them by giving up optional ones only.

    Proved, not guessed: the team's mandatory visits in their order with this one put in somewhere (behind the visit
    it must follow) is tried out in full. A mandatory visit that no team can make breaks nothing.
    """
    routes = {route.team: route for route in plan.routes}
    routed = {stop.visit for route in plan.routes for stop in route.stops}
    for visit in problem.visits:
        if visit.is_optional or visit.id in routed:
            continue
        chain = _chain(problem, visit)
        for team in teams.values():
            stops = routes[team.id].stops if team.id in routes else ()
            kept = [problem.visit_of[stop.visit] for stop in stops if stop.visit in problem.visit_of]
            if any(link.id in routed and link not in kept for link in chain):
                continue
            fixed = [other for other in _needed(problem, kept) if other not in chain]
            if any(_can_drive(problem, team, order) for order in _insertions(fixed, chain)):
                yield Violation(code="mandatory", team=team.id, visit=visit.id)
                break


def _chain(problem: DayProblem, visit: DayVisit) -> list[DayVisit]:
    """The visits that must come right before this one, and itself."""
    chain = [visit]
    while chain[0].after is not None:
        chain.insert(0, problem.visit_of[chain[0].after])
    return chain


def _needed(problem: DayProblem, kept: Sequence[DayVisit]) -> list[DayVisit]:
    """The mandatory visits of a route and those they must follow."""
    needed = {link.id for visit in kept if not visit.is_optional for link in _chain(problem, visit)}
    return [visit for visit in kept if visit.id in needed]


def _insertions(fixed: list[DayVisit], chain: list[DayVisit]) -> Iterator[list[DayVisit]]:
    for position in range(len(fixed) + 1):
        order = [*fixed[:position], *chain, *fixed[position:]]
        if all(visit.after is None or (i > 0 and order[i - 1].id == visit.after) for i, visit in enumerate(order)):
            yield order


def _can_drive(problem: DayProblem, team: DayTeam, order: Sequence[DayVisit]) -> bool:
    """Whether the team can make these visits in this order, leaving as soon as it likes."""
    if any(visit.needs - team.skills or visit.team not in {None, team.id} for visit in order):
        return False
    if team.max_visits is not None and len(order) > team.max_visits:
        return False
    if team.pause is None:
        return _back(problem, team, order, team.shift.start, None) is not None
    window = team.pause.window
    back = _back(problem, team, order, team.shift.start, None)
    if back is not None and (back < window.end or team.shift.start > window.start):
        return True
    if _back(problem, team, order, max(team.shift.start, window.start + 1), None) is not None:
        return True
    return any(_back(problem, team, order, team.shift.start, leg) is not None for leg in range(len(order) + 1))


def _back(
    problem: DayProblem, team: DayTeam, order: Sequence[DayVisit], leave: int, break_leg: int | None
) -> int | None:
    """When the team is back, taking its break on leg number `break_leg`; None where some rule is broken."""
    matrix, here, clock = problem.matrix, team.start, leave
    stations: list[DayVisit | None] = [*order, None]
    for leg, visit in enumerate(stations):
        there = visit.place if visit is not None else team.end
        travel = 0 if there is None else (None if matrix is None else matrix.seconds[here][there])
        if travel is None:
            return None
        if leg == break_leg and team.pause is not None:
            if clock > team.pause.window.end:
                return None
            clock = max(clock + travel, team.pause.window.start) + team.pause.duration
        else:
            clock += travel
        if visit is not None:
            begin = _first_in(visit.windows, clock)
            if begin is None:
                return None
            clock, here = begin + visit.service, visit.place
        if clock > team.shift.end:
            return None
    return clock


def _totals(problem: DayProblem, plan: DayPlan, teams: Mapping[str, DayTeam]) -> Totals:
    seconds = metres = served = priority = 0
    worked = dict.fromkeys(teams, 0.0)
    matrix = problem.matrix
    for route in plan.routes:
        team = teams.get(route.team)
        visits = [problem.visit_of[stop.visit] for stop in route.stops if stop.visit in problem.visit_of]
        served += len(visits)
        priority += sum(visit.priority for visit in visits)
        if team is None or matrix is None or not visits:
            continue
        line = [team.start, *(visit.place for visit in visits), *([] if team.end is None else [team.end])]
        for here, there in pairwise(line):
            seconds += matrix.seconds[here][there] or 0
            metres += (matrix.metres[here][there] or 0) if matrix.metres is not None else 0
        leave, back = _ends(problem, team, route)
        worked[route.team] = max(0, back - leave) / 60
    return Totals(
        travel_seconds=seconds,
        metres=metres if matrix is not None and matrix.metres is not None else None,
        served=served,
        priority_served=priority,
        worked_minutes_std=round(pstdev(worked.values()), 2) if worked else 0.0,
    )
