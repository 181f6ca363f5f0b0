"""Everything that stands against publishing a draft, at once: checker, people and law, visit by visit.

`PlanningDesk.publish` asks the same questions again and stops at the first; this is for whoever wants to mend them all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from visitdesk.cases.model import Visit, VisitId
from visitdesk.compliance.model import Finding
from visitdesk.people.model import CollectorId
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.model import Stop
from visitdesk.planning.ports import VerdictSource
from visitdesk.planning.roster import Attendance

RETOLD = 1800
"""Seconds by which a published beginning may move before the borrower must be told again (policy)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One thing that forbids publishing.

    Attributes:
        code: name of the sentence; `facts` fill it.
        finding: the law's word, where it is the law.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    team: str = ""
    visit: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What publishing would meet.

    Attributes:
        warnings: (visit, what the law asks a reason for).
        collectors: who gets a route.
        retold: visits published before whose team or time changes; their borrowers are told again.
    """

    visits: int
    teams: int
    left_out: int
    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[tuple[str, Finding], ...] = ()
    collectors: tuple[CollectorId, ...] = ()
    retold: tuple[str, ...] = ()

    @property
    def may_publish(self) -> bool:
        """Whether nothing forbids it."""
        return not self.refusals and self.visits > 0


def preflight(
    draft: DayDraft,
    binding: DayDraft | None,
    present: Attendance,
    visits: Mapping[VisitId, Visit],
    verdicts: VerdictSource,
) -> Preflight:
    """Ask the checker, the people of the day and the law about every stop."""
    refusals = [
        Refusal(code=f"planning.check_{one.code}", facts=_facts(one.facts, one.team, one.visit), team=one.team or "")
        for one in draft.check().violations
    ]
    refusals += _absent(draft, present)
    warnings: list[tuple[str, Finding]] = []
    clock = DayClock(draft.problem.day, draft.problem.time_zone)
    for route in draft.plan.routes:
        team = [CollectorId(member) for member in draft.problem.team_of[route.team].members]
        for stop in route.stops:
            visit = visits.get(VisitId(stop.visit))
            if visit is None:
                refusals.append(Refusal(code="planning.visit_gone", team=route.team, visit=stop.visit))
                continue
            verdict = verdicts.for_stop(visit, clock.instant(stop.start), clock.instant(stop.leave), team)
            warnings += [(stop.visit, finding) for finding in verdict.warnings]
            refusals += [
                Refusal(
                    code="planning.visit_blocked",
                    facts={"visit": stop.visit, "rule": finding.rule.id},
                    team=route.team,
                    visit=stop.visit,
                    finding=finding,
                )
                for finding in verdict.findings
                if finding.forbids
            ]
    members = {member for route in draft.plan.routes for member in draft.problem.team_of[route.team].members}
    return Preflight(
        visits=len(draft.plan.team_of_visit()),
        teams=len(draft.plan.routes),
        left_out=len(draft.plan.unassigned),
        refusals=tuple(refusals),
        warnings=tuple(warnings),
        collectors=tuple(sorted(CollectorId(one) for one in members)),
        retold=tuple(_retold(draft, binding)),
    )


def _facts(facts: Mapping[str, object], team: str | None, visit: str | None) -> dict[str, object]:
    return {"team": team or "", "visit": visit or "", **facts}


def _absent(draft: DayDraft, present: Attendance) -> Iterator[Refusal]:
    able = {collector.id for collector, _ in present.able}
    for route in draft.plan.routes:
        for member in draft.problem.team_of[route.team].members:
            if CollectorId(member) not in able:
                why = present.absent.get(CollectorId(member))
                yield Refusal(
                    code="planning.collector_absent",
                    facts={"team": route.team, "collector": member, "rule": why.value if why else "unknown"},
                    team=route.team,
                )


def _retold(draft: DayDraft, binding: DayDraft | None) -> Iterator[str]:
    if binding is None:
        return
    before = _stops(binding)
    for visit, (team, stop) in _stops(draft).items():
        known = before.get(visit)
        if known is not None and (known[0] != team or abs(known[1].start - stop.start) > RETOLD):
            yield visit
    yield from (visit for visit in before if visit not in draft.plan.team_of_visit())


def _stops(draft: DayDraft) -> dict[str, tuple[tuple[str, ...], Stop]]:
    return {
        stop.visit: (draft.problem.team_of[route.team].members, stop)
        for route in draft.plan.routes
        for stop in route.stops
    }
