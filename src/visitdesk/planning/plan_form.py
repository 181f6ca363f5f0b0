"""The JSON form of a day plan (contracts §1): read strictly, written with sentences in the asked language."""

from collections.abc import Mapping
from typing import Any

from visitdesk.errors import BadInput
from visitdesk.planning.checker import Finding, Violation
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import (
    Break,
    DayPlan,
    DayProblem,
    DayRoute,
    DayTeam,
    Reason,
    Relaxation,
    Stop,
    Totals,
    Unassigned,
    Window,
)
from visitdesk.planning.problem_form import parse_team, place_numbers
from visitdesk.wording import Lang, sentence

Form = Mapping[str, Any]


def parse_plan(form: Form, problem: DayProblem) -> DayPlan:
    """What a plan says of routes and of visits left out; its figures and reasons are not believed and not read.

    Teams are read where the problem leaves them to be composed. A time that the day has twice is read as the first
    that does not go back. Unknown visits and teams are the checker's business.

    Raises:
        BadInput: a time or a place does not exist.
    """
    clock = DayClock(problem.day, problem.time_zone)
    numbers = place_numbers(problem)
    teams = problem.teams or tuple(
        parse_team(item, f"teams[{i}]", clock, numbers) for i, item in enumerate(form.get("teams") or ())
    )
    if not problem.teams and form.get("teams") is None:
        raise BadInput("planning.plan_without_teams", place="teams", value="")
    return DayPlan(
        teams=teams,
        routes=tuple(_route(item, f"routes[{i}]", clock) for i, item in enumerate(form["routes"])),
        unassigned=tuple(Unassigned(visit=item["visit"]) for item in form["unassigned"]),
        travel=problem.travel,
    )


def _route(form: Form, place: str, clock: DayClock) -> DayRoute:
    at = 0

    def read(text: str | None, where: str) -> int | None:
        nonlocal at
        if text is None:
            return None
        seconds = clock.seconds(text, place=f"{place}.{where}", not_before=at)
        at = max(at, seconds)
        return seconds

    leave = read(form.get("leave"), "leave")
    stops = []
    for i, item in enumerate(form["stops"]):
        arrive, start, away = (read(item[name], f"stops[{i}].{name}") or 0 for name in ("arrive", "start", "leave"))
        stops.append(Stop(visit=item["visit"], arrive=arrive, start=start, leave=away))
    back = read(form.get("back"), "back")
    pause = form.get("break")
    if pause is not None:
        begin = clock.seconds(pause[0], place=f"{place}.break[0]")
        end = clock.seconds(pause[1], place=f"{place}.break[1]", not_before=begin)
        if end < begin:
            raise BadInput("planning.span_reversed", place=f"{place}.break", value="–".join(pause))
        return DayRoute(
            team=form["team"], leave=leave, stops=tuple(stops), back=back, pause=Window(start=begin, end=end)
        )
    return DayRoute(team=form["team"], leave=leave, stops=tuple(stops), back=back)


def plan_form(problem: DayProblem, plan: DayPlan, lang: Lang) -> dict[str, object]:
    """The plan as JSON."""
    clock = DayClock(problem.day, problem.time_zone)
    return {
        "version": 1,
        "teams": [team_form(team, problem, clock) for team in plan.teams],
        "routes": [_route_form(route, clock) for route in plan.routes],
        "unassigned": [
            {
                "visit": item.visit,
                "reasons": [reason_form(reason, lang) for reason in item.reasons],
                "would_fit_if": [_relaxation_form(relaxation, clock) for relaxation in item.would_fit_if],
            }
            for item in plan.unassigned
        ],
        "totals": totals_form(plan.totals) if plan.totals is not None else None,
        "travel": plan.travel.value,
        "seed": plan.seed,
        "stopped_by": plan.stopped_by,
        "versions": dict(plan.versions),
    }


def finding_form(finding: Finding, lang: Lang) -> dict[str, object]:
    """The checker's answer as JSON."""
    return {
        "feasible": finding.is_feasible,
        "violations": [_violation_form(item, lang) for item in finding.violations],
        "totals": totals_form(finding.totals),
    }


def reason_form(reason: Reason, lang: Lang) -> dict[str, object]:
    """One reason with its sentence."""
    return {"team": reason.team, "code": reason.code.value, "text": reason_text(reason, lang)}


def reason_text(reason: Reason, lang: Lang) -> str:
    """The sentence of a reason; `full` where the detour is not worth it names the extra minutes."""
    extra = reason.facts.get("extra")
    if isinstance(extra, int):
        return sentence("planning.reason_not_worth", lang, {"team": reason.team, "value": -(-extra // 60)})
    return sentence(f"planning.reason_{reason.code.value}", lang, {"team": reason.team, **reason.facts})


def totals_form(totals: Totals) -> dict[str, object]:
    """The figures as JSON."""
    return {
        "travel_seconds": totals.travel_seconds,
        "metres": totals.metres,
        "served": totals.served,
        "priority_served": totals.priority_served,
        "worked_minutes_std": totals.worked_minutes_std,
    }


def _violation_form(item: Violation, lang: Lang) -> dict[str, object]:
    facts = {"team": item.team or "", "visit": item.visit or "", **item.facts}
    return {
        "code": item.code,
        "team": item.team,
        "visit": item.visit,
        "text": sentence(f"planning.check_{item.code}", lang, facts),
    }


def team_form(team: DayTeam, problem: DayProblem, clock: DayClock) -> dict[str, object]:
    """One team with every field written out."""
    return {
        "id": team.id,
        "members": list(team.members),
        "skills": sorted(team.skills),
        "start": problem.places[team.start].id,
        "end": None if team.end is None else problem.places[team.end].id,
        "shift": span_form(team.shift, clock),
        "break": None if team.pause is None else _break_form(team.pause, clock),
        "max_visits": team.max_visits,
    }


def _break_form(pause: Break, clock: DayClock) -> dict[str, object]:
    minutes, seconds = divmod(pause.duration, 60)
    return {"minutes": minutes if not seconds else pause.duration / 60, "window": span_form(pause.window, clock)}


def span_form(window: Window, clock: DayClock) -> list[str]:
    """A span as two wall-clock times."""
    return [clock.text(window.start), clock.text(window.end)]


def _route_form(route: DayRoute, clock: DayClock) -> dict[str, object]:
    return {
        "team": route.team,
        "leave": None if route.leave is None else clock.text(route.leave),
        "stops": [_stop_form(stop, clock) for stop in route.stops],
        "break": None if route.pause is None else span_form(route.pause, clock),
        "back": None if route.back is None else clock.text(route.back),
    }


def _stop_form(stop: Stop, clock: DayClock) -> dict[str, object]:
    return {
        "visit": stop.visit,
        "arrive": clock.text(stop.arrive),
        "start": clock.text(stop.start),
        "leave": clock.text(stop.leave),
    }


def _relaxation_form(relaxation: Relaxation, clock: DayClock) -> dict[str, object]:
    value = relaxation.value
    shown: object = value
    if isinstance(value, Window):
        shown = span_form(value, clock)
    elif isinstance(value, tuple):
        shown = value[0] if len(value) == 1 else list(value)
    return {"change": relaxation.change.value, "value": shown, "team": relaxation.team}
