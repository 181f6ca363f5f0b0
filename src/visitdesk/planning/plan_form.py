"""The JSON form of a day plan (contracts §1): read strictly, written with sentences in the asked language."""

from collections.abc import Mapping, Sequence
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

ROUNDED = 59
"""Seconds by which two times printed in whole minutes may seem nearer than they are."""


def parse_plan(form: Form, problem: DayProblem) -> DayPlan:
    """What a plan says of routes and of visits left out; its figures and reasons are not believed and not read.

    Teams are read where the problem leaves them to be composed. A time that the day has twice is read as the first
    that is not too early for the travel, stay or break before it. Unknown visits and teams are the checker's business.

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
        routes=tuple(
            _Reading(item, f"routes[{i}]", clock, problem, {team.id: team for team in teams}).route()
            for i, item in enumerate(form["routes"])
        ),
        unassigned=tuple(Unassigned(visit=item["visit"]) for item in form["unassigned"]),
        travel=problem.travel,
    )


class _Reading:
    """Reads the times of one route; a time of a day's repeated hour is ambiguous and settled by what came before."""

    def __init__(
        self, form: Form, place: str, clock: DayClock, problem: DayProblem, teams: Mapping[str, DayTeam]
    ) -> None:
        self._form = form
        self._place = place
        self._clock = clock
        self._problem = problem
        self._team = teams.get(form["team"])
        self._at = 0

    def route(self) -> DayRoute:
        """The route with its times in elapsed seconds."""
        if self._form.get("break") is None or self._clock.is_plain:
            return self._read_all(None)
        guesses = (self._read_all(leg) for leg in range(len(self._form["stops"]) + 1))
        return next((route for route in guesses if _rests_freely(route)), self._read_all(None))

    def _read_all(self, break_leg: int | None) -> DayRoute:
        """The route read as if the break lay on leg number `break_leg`; None where that need not be known."""
        form, team, self._at = self._form, self._team, 0
        here = None if team is None else team.start
        leave = self._read(form.get("leave"), "leave")
        stops: list[Stop] = []
        for i, item in enumerate(form["stops"]):
            visit = self._problem.visit_of.get(item["visit"])
            there = None if visit is None else visit.place
            after = self._travel(here, there) + self._rest(i == break_leg)
            arrive = self._read(item["arrive"], f"stops[{i}].arrive", after) or 0
            start = self._read(item["start"], f"stops[{i}].start") or 0
            away = self._read(item["leave"], f"stops[{i}].leave", 0 if visit is None else visit.service) or 0
            stops.append(Stop(visit=item["visit"], arrive=arrive, start=start, leave=away))
            here = there
        after = self._travel(here, None if team is None else team.end) + self._rest(break_leg == len(stops))
        back = self._read(form.get("back"), "back", after)
        pause = None if form.get("break") is None else self._pause(form["break"], stops)
        return DayRoute(team=form["team"], leave=leave, stops=tuple(stops), back=back, pause=pause)

    def _rest(self, is_here: bool) -> int:  # noqa: FBT001  # a guess, asked leg by leg
        """Seconds the break owed takes on a leg where it is taken."""
        return self._team.pause.duration if is_here and self._team is not None and self._team.pause is not None else 0

    def _read(self, text: str | None, where: str, after: int = 0) -> int | None:
        """A time, `after` seconds behind the one before (less what rounding to the minute may hide) if it is twice."""
        if text is None:
            return None
        least = self._at + max(0, after - ROUNDED)
        seconds = self._clock.seconds(text, place=f"{self._place}.{where}", not_before=least)
        self._at = max(self._at, seconds)
        return seconds

    def _travel(self, here: int | None, there: int | None) -> int:
        matrix = self._problem.matrix
        if matrix is None or here is None or there is None:
            return 0
        return matrix.seconds[here][there] or 0

    def _pause(self, pair: Sequence[str], stops: Sequence[Stop]) -> Window:
        """The break; of two readings the one that does not fall into a stay."""
        owed = 0 if self._team is None or self._team.pause is None else self._team.pause.duration
        spans: list[Window] = []
        begin = -1
        for _ in range(2):
            begin = self._clock.seconds(pair[0], place=f"{self._place}.break[0]", not_before=begin + 1)
            least = begin + max(0, owed - ROUNDED)
            end = self._clock.seconds(pair[1], place=f"{self._place}.break[1]", not_before=least)
            spans.append(Window(start=begin, end=end))
        whole = [span for span in spans if span.start <= span.end]
        if not whole:
            raise BadInput("planning.span_reversed", place=f"{self._place}.break", value="–".join(pair))
        return next((span for span in whole if _is_free(span, stops)), whole[0])


def _is_free(span: Window, stops: Sequence[Stop]) -> bool:
    """Whether a span falls into no stay."""
    return all(span.end <= stop.start or span.start >= stop.leave for stop in stops)


def _rests_freely(route: DayRoute) -> bool:
    return route.pause is not None and _is_free(route.pause, route.stops)


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
