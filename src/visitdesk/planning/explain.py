"""Why a visit was left out, team by team, and the cheapest changes that would make it fit.

Reasons come from the same slack the engine uses, so that all teams answer within a frame while somebody drags a visit.
What *would* make it fit is only said after the independent checker has passed the changed day.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from visitdesk.planning.checker import check_plan
from visitdesk.planning.compiled import NEVER, PLAIN_GAP, CompiledDay, RouteState
from visitdesk.planning.model import (
    Change,
    DayPlan,
    DayProblem,
    DayTeam,
    DayVisit,
    Reason,
    ReasonCode,
    Relaxation,
    Unassigned,
    Window,
)
from visitdesk.planning.schedule import timed
from visitdesk.planning.windows import merged

MOST_RELAXATIONS = 3
"""Shown for each visit; the cheapest of each kind, then the cheapest of all."""

MOST_TRIED = 12
"""Candidates handed to the checker for each visit."""

NEAR_TEAMS = 5
"""Teams looked at for changes: those with the shortest detour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BestSlot:
    """The best place for a visit in a team's route.

    Attributes:
        position: number of stops before it.
        extra: more seconds on the road.
        arrive: when the team would be there at the earliest; `timed_slot` gives the time it would print.
    """

    team: str
    position: int
    extra: int
    arrive: int


def routes_of(day: CompiledDay, plan: DayPlan, *, without: str | None = None) -> list[RouteState]:
    """The plan's routes with their slack, one per team; `without` is taken out, with those that must follow it.

    Visits that are not of this day are passed over; a route that is not feasible is taken as it stands and refuses
    everything.
    """
    lines: list[tuple[int, ...]] = [()] * len(day.start)
    gone = set() if without is None else {without}
    for route in plan.routes:
        line: list[int] = []
        for stop in route.stops:
            visit = day.problem.visit_of.get(stop.visit)
            if visit is None or visit.id in gone or visit.after in gone:
                gone.add(stop.visit)
            else:
                line.append(day.number[visit.id])
        if route.team in day.team_number:
            lines[day.team_number[route.team]] = tuple(line)
    return [day.route(team, line) for team, line in enumerate(lines)]


def slots(day: CompiledDay, routes: Sequence[RouteState], visit: str) -> list[BestSlot | tuple[Reason, ...]]:
    """For every team, in the problem's order, the best slot of a visit that is on none of these routes, or all reasons.

    Within milliseconds for a hundred teams and a thousand visits.
    """
    v = day.number[visit]
    answers: list[BestSlot | tuple[Reason, ...]] = []
    allowed = set(day.allowed[v])
    for route in routes:
        slot = route.slot(v) if route.team in allowed and route.is_feasible else None
        if slot is None:
            answers.append(tuple(reasons(day, route, v)))
        else:
            answers.append(
                BestSlot(
                    team=day.problem.teams[route.team].id,
                    position=slot[1],
                    extra=slot[0],
                    arrive=_arrival(route, slot[1], day.place[v]),
                )
            )
    return answers


def _arrival(route: RouteState, position: int, place: int) -> int:
    gap = route.gaps[position]
    return int(gap[1] + gap[0][place])


def timed_slot(day: CompiledDay, route: RouteState, visit: str, slot: BestSlot) -> BestSlot:
    """The same slot with the arrival that the plan with it would print, break and late leaving included."""
    v, at = day.number[visit], slot.position
    longer = day.route(route.team, (*route.stops[:at], v, *route.stops[at:]))
    return replace(slot, arrive=timed(day, longer).stops[at].arrive)


def reasons(day: CompiledDay, route: RouteState, v: int) -> Iterator[Reason]:
    """Every reason why this team cannot take this visit as things stand; `full` where only its route is in the way."""
    visit, team = day.problem.visits[v], day.problem.teams[route.team]

    def because(code: ReasonCode, **facts: object) -> Reason:
        return Reason(team=team.id, code=code, facts=facts)

    found = False
    if visit.team is not None and visit.team != team.id:
        found = True
        yield because(ReasonCode.LOCKED, value=visit.team)
    if day.after[v] >= 0 and day.after[v] not in route.stops:
        found = True
        yield because(ReasonCode.LOCKED, value=visit.after)
    missing = visit.needs - team.skills
    if missing:
        found = True
        yield because(ReasonCode.SKILL, value="、".join(sorted(missing)))
    code = _alone(day, route.team, v)
    if code is not None:
        found = True
        yield because(code)
    if not found or day.most[route.team] <= len(route.stops):
        yield because(ReasonCode.FULL, value=len(route.stops))


def _alone(day: CompiledDay, team: int, v: int) -> ReasonCode | None:
    """What stands in the way even on an otherwise empty day."""
    out, home = day.rows[day.start[team]][day.place[v]], day.rows[day.place[v]][day.end[team]]
    if out >= NEVER or home >= NEVER:
        return ReasonCode.UNREACHABLE
    if day.after[v] >= 0 or day.most[team] == 0:
        return None
    begin = day.begin(v, day.opens[team] + out)
    if begin >= NEVER or day.opens[team] > day.last[v] or day.closes[team] < day.first[v]:
        return ReasonCode.WINDOW
    if begin + day.service[v] + home > day.closes[team] or day.route(team, ()).slot(v) is None:
        return ReasonCode.SHIFT
    return None


def _never() -> bool:
    return False


def explained(problem: DayProblem, plan: DayPlan, *, is_over: Callable[[], bool] = _never) -> DayPlan:
    """The plan with a reason for every team and verified changes for every visit left out, the most urgent first.

    Once `is_over` says so, visits still to come get their reasons only.
    """
    if not plan.unassigned:
        return plan
    day = CompiledDay(problem)
    routes = routes_of(day, plan)
    urgent = sorted(plan.unassigned, key=lambda item: (-day.prize[day.number[item.visit]], item.visit))
    told = {item.visit: why_not(day, routes, item.visit, and_help=not is_over()) for item in urgent}
    return replace(plan, unassigned=tuple(told[item.visit] for item in plan.unassigned))


def why_not(day: CompiledDay, routes: Sequence[RouteState], visit: str, *, and_help: bool = True) -> Unassigned:
    """All reasons against a visit, and the cheapest changes that would make it fit.

    A team that could take it after all (in `worth_the_trip` its detour is not worth it) has the reason `full` with the
    extra minutes.
    """
    v = day.number[visit]
    found: list[Reason] = []
    for route, answer in zip(routes, slots(day, routes, visit), strict=True):
        if isinstance(answer, BestSlot):
            code = ReasonCode.FULL
            found.append(Reason(team=answer.team, code=code, facts={"value": len(route.stops), "extra": answer.extra}))
        else:
            found += answer
    return Unassigned(
        visit=visit, reasons=tuple(found), would_fit_if=tuple(relaxations(day, routes, v)) if and_help else ()
    )


@dataclass(frozen=True, slots=True)
class _Try:
    """A change, the route it would give, and how dear it is in seconds."""

    price: int
    relaxation: Relaxation
    team: DayTeam
    visit: DayVisit
    line: tuple[int, ...]


def relaxations(day: CompiledDay, routes: Sequence[RouteState], v: int) -> list[Relaxation]:
    """The cheapest changes that would make visit `v` fit, each passed by the checker; one of each kind first."""
    tries = sorted(
        (trial for route in _near_routes(day, routes, v) for trial in _tries(day, route, v)),
        key=lambda trial: (trial.price, trial.relaxation.change, trial.team.id),
    )
    first_of_kind: list[_Try] = []
    others: list[_Try] = []
    kinds: set[Change] = set()
    for trial in tries:
        (others if trial.relaxation.change in kinds else first_of_kind).append(trial)
        kinds.add(trial.relaxation.change)
    passed: list[Relaxation] = []
    for trial in [*first_of_kind, *others][:MOST_TRIED]:
        if len(passed) == MOST_RELAXATIONS:
            break
        if _passes(day, trial):
            passed.append(trial.relaxation)
    return passed


def _near_routes(day: CompiledDay, routes: Sequence[RouteState], v: int) -> list[RouteState]:
    place, row = day.place[v], day.rows[day.place[v]]

    def detour(route: RouteState) -> int:
        nexts = [*(day.place[w] for w in route.stops), day.end[route.team]]
        return min(int(gap[0][place] + row[there]) for gap, there in zip(route.gaps, nexts, strict=True))

    near = sorted((route for route in routes if route.is_feasible), key=lambda route: (detour(route), route.team))
    locked = day.problem.visits[v].team
    if locked is not None:
        near = [route for route in near if day.problem.teams[route.team].id == locked] + near
    return near[:NEAR_TEAMS]


def _tries(day: CompiledDay, route: RouteState, v: int) -> Iterator[_Try]:
    """One change each that could make `v` fit on this route, worked out on a day changed in that way only."""
    if day.after[v] >= 0:
        return
    visit, team = day.problem.visits[v], day.problem.teams[route.team]
    missing = tuple(sorted(visit.needs - team.skills))
    locked = visit.team is not None and visit.team != team.id
    if missing and locked:
        return
    if missing or locked:
        slot = route.slot(v)
        if slot is not None:
            line = (*route.stops[: slot[1]], v, *route.stops[slot[1] :])
            if missing:
                able = replace(team, skills=team.skills | visit.needs)
                relaxation = Relaxation(change=Change.SKILL, value=missing, team=team.id)
                yield _Try(slot[0] + 7200 * len(missing), relaxation, able, visit, line)
            else:
                relaxation = Relaxation(change=Change.UNLOCK, value=None, team=team.id)
                yield _Try(slot[0] + 3600, relaxation, team, replace(visit, team=None), line)
        return
    if len(route.stops) >= day.most[route.team]:
        more = len(route.stops) + 1
        able = replace(team, max_visits=more)
        relaxation = Relaxation(change=Change.MAX_VISITS, value=more, team=team.id)
        yield from _on_changed(day, route, v, relaxation, able, visit, 1800)
        return
    yield from _wider(day, route, v)
    yield from _longer(day, route, v)
    yield from _swaps(day, route, v)


def _on_changed(
    day: CompiledDay,
    route: RouteState,
    v: int,
    relaxation: Relaxation,
    team: DayTeam,
    visit: DayVisit,
    price: int,
) -> Iterator[_Try]:
    small, numbers = _one_route_day(day, route.stops, v, team, visit)
    slot = small.route(0, tuple(range(len(route.stops)))).slot(len(route.stops))
    if slot is not None:
        line = (*numbers[: slot[1]], v, *numbers[slot[1] : -1])
        yield _Try(slot[0] + price, relaxation, team, visit, line)


def _one_route_day(
    day: CompiledDay, stops: Sequence[int], v: int, team: DayTeam, visit: DayVisit
) -> tuple[CompiledDay, tuple[int, ...]]:
    """A day with this team and these visits only; the visit in question is its last."""
    visits = (*(replace(day.problem.visits[w], team=None) for w in stops), visit)
    known = {item.id for item in visits}
    visits = tuple(replace(item, after=item.after if item.after in known else None) for item in visits)
    return CompiledDay(_sub_problem(day.problem, (team,), visits), rows=day.rows), (*stops, v)


def _sub_problem(problem: DayProblem, teams: tuple[DayTeam, ...], visits: tuple[DayVisit, ...]) -> DayProblem:
    return replace(problem, teams=teams, visits=visits, collectors=(), fairness=0.0, keep=0.0)


def _wider(day: CompiledDay, route: RouteState, v: int) -> Iterator[_Try]:
    """Begin outside the given windows: the nearest quarter of an hour that would do."""
    visit, team = day.problem.visits[v], day.problem.teams[route.team]
    nearest = sorted(_begins(day, route, v), key=lambda item: (_away(visit.windows, item[0]), item[1]))
    for begin, position in nearest[:3]:
        span = Window(start=begin // 900 * 900, end=min(86_400, (begin // 900 + 1) * 900))
        away = _away(visit.windows, begin)
        if away == 0:
            continue
        wider = replace(visit, windows=merged((*visit.windows, span)))
        small, numbers = _one_route_day(day, route.stops, v, team, wider)
        whole, last = tuple(range(len(route.stops))), len(route.stops)
        if small.route(0, (*whole[:position], last, *whole[position:])).is_feasible:
            relaxation = Relaxation(change=Change.WINDOW, value=span, team=team.id)
            yield _Try(away, relaxation, team, wider, (*numbers[:position], v, *numbers[position:-1]))
            return


def _begins(day: CompiledDay, route: RouteState, v: int) -> Iterator[tuple[int, int]]:
    """(the begin nearest to the visit's windows that its neighbours leave time for, position)."""
    visit, place = day.problem.visits[v], day.place[v]
    nexts = [*(day.place[w] for w in route.stops), day.end[route.team]]
    for position, gap in enumerate(route.gaps):
        leave, latest = gap[1], gap[3] if len(gap) == PLAIN_GAP else gap[7]
        first = int(leave + gap[0][place])
        last = int(latest - day.rows[place][nexts[position]] - visit.service)
        if first <= last:
            inside = [min(max(window.start, first), last) for window in visit.windows]
            inside += [min(max(window.end, first), last) for window in visit.windows]
            yield min(inside, key=lambda begin: (_away(visit.windows, begin), begin)), position


def _away(windows: Sequence[Window], begin: int) -> int:
    """Seconds between `begin` and the nearest window; 0 inside one."""
    return max(0, min(max(window.start - begin, begin - window.end) for window in windows))


def _longer(day: CompiledDay, route: RouteState, v: int) -> Iterator[_Try]:
    """A shift that ends later, or begins earlier, by half hours up to two hours."""
    visit, team = day.problem.visits[v], day.problem.teams[route.team]
    for minutes in (30, 60, 90, 120):
        for shift in (
            Window(start=team.shift.start, end=min(86_400, team.shift.end + minutes * 60)),
            Window(start=max(0, team.shift.start - minutes * 60), end=team.shift.end),
        ):
            relaxation = Relaxation(change=Change.SHIFT, value=shift, team=team.id)
            found = list(_on_changed(day, route, v, relaxation, replace(team, shift=shift), visit, 2 * minutes * 60))
            if found and shift != team.shift:
                yield found[0]
                return


def _swaps(day: CompiledDay, route: RouteState, v: int) -> Iterator[_Try]:
    """Another, less urgent and unlocked visit taken out of the route."""
    visit = day.problem.visits[v]
    team = day.problem.teams[route.team]
    for w in route.stops:
        other = day.problem.visits[w]
        urgent = not other.is_optional or (visit.is_optional and other.priority > visit.priority)
        if urgent or other.team is not None:
            continue
        shorter = day.route(route.team, tuple(x for x in route.stops if x != w))
        slot = shorter.slot(v) if shorter.is_feasible else None
        if slot is not None:
            line = (*shorter.stops[: slot[1]], v, *shorter.stops[slot[1] :])
            relaxation = Relaxation(change=Change.REMOVE, value=other.id, team=team.id)
            yield _Try(slot[0] + 300 * other.priority, relaxation, team, visit, line)


def _passes(day: CompiledDay, trial: _Try) -> bool:
    """Whether the checker passes the changed route; no other route is touched by it."""
    places = {w: day.problem.visits[w] for w in trial.line}
    visits = tuple(trial.visit if item.id == trial.visit.id else item for item in places.values())
    problem = _sub_problem(day.problem, (trial.team,), visits)
    known = {item.id for item in visits}
    if any(item.after is not None and item.after not in known for item in visits):
        return False
    small = CompiledDay(problem, rows=day.rows)
    state = small.route(0, tuple(range(len(visits))))
    if not state.is_feasible:
        return False
    plan = DayPlan(teams=(trial.team,), routes=(timed(small, state),), unassigned=())
    return check_plan(problem, plan).is_feasible
