"""A day plan being worked on, and the edits a dispatcher makes: pure functions from one draft to the next.

Undo is keeping the draft before. Every edit answers a plan with true times, or refuses with the reason of the team
concerned; the law stands above the draft: what is blocked never became part of its problem.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.planning.checker import Finding, check_plan
from visitdesk.planning.compiled import CompiledDay, RouteState
from visitdesk.planning.explain import BestSlot, reasons, routes_of, slots, why_not
from visitdesk.planning.mend import mended
from visitdesk.planning.model import DayPlan, DayProblem, DayRoute, Reason, Unassigned
from visitdesk.planning.schedule import timed


class PlanState(StrEnum):
    """Hidden while draft, binding for teams once published (glossary §4)."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, kw_only=True)
class DayDraft:
    """One version of a day plan with the problem it answers.

    Attributes:
        problem: with teams and travel times; a locked visit bears its team.
        number: rises with each publication of the day, from 1; 0 before the first.
        version: of the stored row; two desks never overwrite each other. 0 before it was stored.
    """

    problem: DayProblem
    plan: DayPlan
    state: PlanState = PlanState.DRAFT
    number: int = 0
    version: int = 0

    @cached_property
    def compiled(self) -> CompiledDay:
        """The problem with its slack arrays, worked out once for each draft."""
        return CompiledDay(self.problem)

    @cached_property
    def routes(self) -> list[RouteState]:
        """The plan's routes with their slack, one for each team."""
        return routes_of(self.compiled, self.plan)

    @property
    def locked(self) -> frozenset[str]:
        """Visits the planner may not give to another team."""
        return frozenset(visit.id for visit in self.problem.visits if visit.team is not None)

    def with_totals(self) -> "DayDraft":
        """The same draft with its figures worked out anew."""
        return replace(self, plan=_with_totals(self.problem, self.plan))

    def check(self) -> Finding:
        """The independent checker's word on this draft."""
        return check_plan(self.problem, self.plan)


def blank(problem: DayProblem) -> DayDraft:
    """A draft in which everything is still to be planned."""
    unplanned = tuple(Unassigned(visit=visit.id) for visit in problem.visits)
    plan = DayPlan(teams=problem.teams, routes=(), unassigned=unplanned, travel=problem.travel)
    return DayDraft(problem=problem, plan=_with_totals(problem, plan))


def carried(problem: DayProblem, earlier: DayDraft) -> DayDraft:
    """A new problem with the earlier version's routes as far as they still hold; locks that still make sense stay.

    Untouched routes keep their times. Nothing new is planned in.
    """
    held = {v.id: v.team for v in earlier.problem.visits if v.team in problem.team_of}
    visits = tuple(replace(visit, team=held.get(visit.id)) for visit in problem.visits)
    problem = replace(problem, visits=visits)
    day = CompiledDay(problem)
    lines = {
        day.team_number[team]: tuple(day.number[v] for v in line if v in day.number)
        for team, line in earlier.plan.sequences().items()
        if team in day.team_number
    }
    fresh = blank(problem)
    state = mended(day, lines, offer_rest=False)
    known = replace(fresh, plan=replace(fresh.plan, routes=earlier.plan.routes))
    draft = _from_routes(known, state.routes)
    if not draft.check().is_feasible:  # a window or a shift has changed under an unchanged order: time everything anew
        draft = _from_routes(fresh, state.routes)
    return replace(draft, number=earlier.number, version=earlier.version)


def hints(draft: DayDraft, visit: str) -> list[BestSlot | tuple[Reason, ...]]:
    """For each team, in the problem's order, its best slot for the visit or every reason against, in milliseconds.

    Raises:
        BadInput: the draft has no such visit.
    """
    _known(draft, visit)
    return slots(draft.compiled, routes_of(draft.compiled, draft.plan, without=visit), visit)


def why(draft: DayDraft, visit: str) -> Unassigned:
    """Why a visit is left out, team by team, and what would make it fit."""
    _known(draft, visit)
    return why_not(draft.compiled, routes_of(draft.compiled, draft.plan, without=visit), visit)


def moved(draft: DayDraft, visit: str, team: str, position: int | None = None) -> DayDraft:
    """The visit given to a team, at a position or where it costs least; visits bound behind it come along.

    Raises:
        BadInput: no such visit or team.
        RuleBroken: the team cannot take it there; `facts["reasons"]` are the reasons.
    """
    _known(draft, visit)
    if team not in draft.problem.team_of:
        raise BadInput("planning.no_such_team", value=team)
    day = draft.compiled
    v, number = day.number[visit], day.team_number[team]
    before = routes_of(day, draft.plan, without=visit)
    route = before[number]
    if number not in day.allowed[v]:
        raise _refused(draft, route, v)
    run = (v, *_bound_behind(draft, v))
    if position is None:
        slot = route.slot(v) if len(run) == 1 else route.slot_of_chain(run)
        if slot is None:
            raise _refused(draft, route, v)
        position = slot[1]
    position = min(max(position, 0), len(route.stops))
    longer = day.route(number, (*route.stops[:position], *run, *route.stops[position:]))
    if not longer.is_feasible:
        raise _refused(draft, route, v)
    before[number] = longer
    return _from_routes(draft, before)


def removed(draft: DayDraft, visit: str) -> DayDraft:
    """The visit, and those bound behind it, back among the unplanned.

    Raises:
        BadInput: no such visit.
        RuleBroken: it is locked.
    """
    _known(draft, visit)
    if visit in draft.locked:
        raise RuleBroken("planning.is_locked", rule="lock", visit=visit)
    return _from_routes(draft, routes_of(draft.compiled, draft.plan, without=visit))


def locked(draft: DayDraft, visit: str) -> DayDraft:
    """The visit held on the team it is on.

    Raises:
        BadInput: no such visit, or it is on no team.
    """
    _known(draft, visit)
    team = draft.plan.team_of_visit().get(visit)
    if team is None:
        raise BadInput("planning.not_planned", value=visit)
    return _with_lock(draft, visit, team)


def unlocked(draft: DayDraft, visit: str) -> DayDraft:
    """The visit free for any team again.

    Raises:
        BadInput: no such visit.
    """
    _known(draft, visit)
    return _with_lock(draft, visit, None)


def without_visits(draft: DayDraft, gone: frozenset[str]) -> DayDraft:
    """The day without these visits at all: cancelled, put on hold or objected to. Other stops keep their order."""
    kept = tuple(
        replace(visit, after=None if visit.after in gone else visit.after)
        for visit in draft.problem.visits
        if visit.id not in gone
    )
    problem = replace(draft.problem, visits=kept)
    routes, freed = [], set[str]()
    for route in draft.plan.routes:
        shorter = _thinned(problem, route, gone)
        if shorter is None:
            freed |= {stop.visit for stop in route.stops} - gone
        elif shorter.stops:
            routes.append(shorter)
    left_out = [item for item in draft.plan.unassigned if item.visit not in gone]
    left_out += [Unassigned(visit=visit) for visit in sorted(freed)]
    plan = replace(draft.plan, routes=tuple(routes), unassigned=tuple(left_out))
    return replace(draft, problem=problem, plan=_with_totals(problem, plan))


def _thinned(problem: DayProblem, route: DayRoute, gone: frozenset[str]) -> DayRoute | None:
    """The route without some stops: the others keep their times, or get new ones where they must; None if it breaks."""
    shorter = replace(route, stops=tuple(stop for stop in route.stops if stop.visit not in gone))
    if shorter.stops == route.stops or not shorter.stops:
        return shorter
    alone = replace(problem, visits=tuple(problem.visit_of[stop.visit] for stop in shorter.stops))
    if check_plan(alone, DayPlan(teams=problem.teams, routes=(shorter,), unassigned=())).is_feasible:
        return shorter
    day = CompiledDay(problem)
    state = day.route(day.team_number[route.team], tuple(day.number[stop.visit] for stop in shorter.stops))
    return timed(day, state) if state.is_feasible else None


def with_plan(draft: DayDraft, plan: DayPlan) -> DayDraft:
    """The optimiser's plan taken over."""
    return replace(draft, plan=plan)


def _known(draft: DayDraft, visit: str) -> None:
    if visit not in draft.problem.visit_of:
        raise BadInput("planning.no_such_visit", value=visit)


def _bound_behind(draft: DayDraft, v: int) -> tuple[int, ...]:
    """Visits of the same route that must follow this one, in order."""
    day = draft.compiled
    line = next((route.stops for route in draft.routes if v in route.stops), ())
    bound: list[int] = []
    for w in line[line.index(v) + 1 :] if line else ():
        if day.after[w] != (bound[-1] if bound else v):
            break
        bound.append(w)
    return tuple(bound)


def _refused(draft: DayDraft, route: RouteState, v: int) -> RuleBroken:
    found = tuple(reasons(draft.compiled, route, v))
    team, visit = draft.problem.teams[route.team].id, draft.compiled.visit_ids[v]
    code = found[0].code.value if found else "full"
    return RuleBroken("planning.team_refuses", rule=code, team=team, visit=visit, reasons=found)


def _with_lock(draft: DayDraft, visit: str, team: str | None) -> DayDraft:
    visits = tuple(replace(item, team=team) if item.id == visit else item for item in draft.problem.visits)
    return replace(draft, problem=replace(draft.problem, visits=visits))


def _from_routes(draft: DayDraft, routes: list[RouteState]) -> DayDraft:
    problem = draft.problem
    day = draft.compiled if draft.compiled.problem is problem else CompiledDay(problem)
    served = {v for route in routes for v in route.stops}
    known = {item.visit: item for item in draft.plan.unassigned}
    left_out = (visit for v, visit in enumerate(day.visit_ids) if v not in served)
    plan = replace(
        draft.plan,
        teams=problem.teams,
        routes=tuple(_timed_or_kept(draft, day, route) for route in routes if route.stops),
        unassigned=tuple(known.get(visit, Unassigned(visit=visit)) for visit in left_out),
    )
    return replace(draft, plan=_with_totals(problem, plan))


def _timed_or_kept(draft: DayDraft, day: CompiledDay, route: RouteState) -> DayRoute:
    """Times for a route; an untouched route keeps the times its team may have been told."""
    team = draft.problem.teams[route.team].id
    old = next((item for item in draft.plan.routes if item.team == team), None)
    if old is not None and [stop.visit for stop in old.stops] == [day.visit_ids[v] for v in route.stops]:
        return old
    return timed(day, route)


def _with_totals(problem: DayProblem, plan: DayPlan) -> DayPlan:
    return replace(plan, totals=check_plan(problem, plan).totals)
