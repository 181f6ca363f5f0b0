"""What one more visit would cost each team of a finished plan (试算); changes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from visitdesk.errors import BadInput
from visitdesk.planning.checker import check_plan
from visitdesk.planning.compiled import CompiledDay
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.explain import BestSlot, routes_of, slots, timed_slot
from visitdesk.planning.model import DayPlan, DayProblem, Reason
from visitdesk.planning.plan_form import reason_form
from visitdesk.wording import Lang

STANDING = frozenset({"visit_missing", "mandatory"})
"""What a plan may lack and still be asked: visits it says nothing of, and mandatory ones it leaves out."""


def what_if(problem: DayProblem, plan: DayPlan, visit: str) -> Sequence[BestSlot | tuple[Reason, ...]]:
    """For each team the best slot of `visit`, or every reason against; a visit already routed is taken out first.

    Raises:
        BadInput: the plan does not pass the checker.
    """
    broken = [item for item in check_plan(problem, plan).violations if item.code not in STANDING]
    if broken:
        raise BadInput("planning.plan_refused", place="$", value=broken[0].code)
    day = CompiledDay(replace(problem, teams=problem.teams or plan.teams))
    routes = routes_of(day, plan, without=visit)
    found = slots(day, routes, visit)
    return [
        timed_slot(day, route, visit, answer) if isinstance(answer, BestSlot) else answer
        for route, answer in zip(routes, found, strict=True)
    ]


def what_if_form(
    problem: DayProblem, visit: str, answers: Sequence[BestSlot | tuple[Reason, ...]], lang: Lang
) -> dict[str, object]:
    """The answer as JSON; `position` is the number of stops before the visit."""
    clock = DayClock(problem.day, problem.time_zone)
    return {"visit": visit, "teams": [_answer_form(answer, clock, lang) for answer in answers]}


def _answer_form(answer: BestSlot | tuple[Reason, ...], clock: DayClock, lang: Lang) -> dict[str, object]:
    if isinstance(answer, BestSlot):
        return {
            "team": answer.team,
            "position": answer.position,
            "extra_seconds": answer.extra,
            "arrive": clock.text(answer.arrive),
        }
    return {"team": answer[0].team, "reasons": [reason_form(reason, lang) for reason in answer]}
