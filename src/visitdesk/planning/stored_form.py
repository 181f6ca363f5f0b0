"""A draft as it is stored and read back: the forms of contracts §1, without names and without an estimated matrix."""

from collections.abc import Mapping
from typing import Any

from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft, PlanState
from visitdesk.planning.model import DayProblem, DayVisit, TravelSource
from visitdesk.planning.plan_form import parse_plan, plan_form, span_form, team_form
from visitdesk.planning.problem_form import parse_problem
from visitdesk.planning.travel import with_travel
from visitdesk.wording import Lang

Form = dict[str, object]


def stored(draft: DayDraft) -> tuple[Form, Form]:
    """(problem, plan) as JSON."""
    plan = plan_form(draft.problem, draft.plan, Lang.ZH)
    plan["unassigned"] = [{"visit": item.visit} for item in draft.plan.unassigned]
    return problem_form(draft.problem), plan


def restored(
    problem_json: Mapping[str, Any], plan_json: Mapping[str, Any], *, state: PlanState, number: int, version: int
) -> DayDraft:
    """The draft of stored forms; the figures are those of the plan as read."""
    problem = with_travel(parse_problem(problem_json, may_lack_teams=True))
    plan = parse_plan(plan_json, problem)
    draft = DayDraft(problem=problem, plan=plan, state=state, number=number, version=version)
    return draft.with_totals()


def problem_form(problem: DayProblem) -> Form:
    """The problem as JSON; estimated travel times are worked out again when it is read."""
    clock = DayClock(problem.day, problem.time_zone)
    form: Form = {
        "version": 1,
        "date": problem.day.isoformat(),
        "time_zone": problem.time_zone,
        "places": [
            {"id": place.id}
            | ({} if place.point is None else {"lat": place.point.lat, "lon": place.point.lon, "datum": "wgs84"})
            for place in problem.places
        ],
        "visits": [_visit_form(visit, problem, clock) for visit in problem.visits],
        "teams": [team_form(team, problem, clock) for team in problem.teams],
        "collectors": [],
        "team_size": problem.team_size,
        "not_together": [],
        "mode": problem.mode.value,
        "minutes_per_priority": problem.minutes_per_priority,
        "fairness": problem.fairness,
        "keep": problem.keep,
    }
    if problem.matrix is not None and problem.travel is not TravelSource.ESTIMATE:
        metres = problem.matrix.metres
        form["matrix"] = {
            "seconds": [list(row) for row in problem.matrix.seconds],
            "metres": None if metres is None else [list(row) for row in metres],
        }
    return form


def _visit_form(visit: DayVisit, problem: DayProblem, clock: DayClock) -> Form:
    minutes, seconds = divmod(visit.service, 60)
    return {
        "id": visit.id,
        "place": problem.places[visit.place].id,
        "service_minutes": minutes if not seconds else visit.service / 60,
        "windows": [span_form(window, clock) for window in visit.windows],
        "needs": sorted(visit.needs),
        "priority": visit.priority,
        "team": visit.team,
        "after": visit.after,
        "optional": visit.is_optional,
    }
