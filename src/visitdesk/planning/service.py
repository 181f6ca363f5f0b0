"""Deeds of the room `planning`: prepare a day, keep its draft, publish it, take visits out of it.

Edits between `prepare` and `save` are the pure functions of `draft`; optimising is `optimised` here or, for the
window, `solve_process.SolveProcess`. Nothing is published that the checker or the law refuses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from visitdesk.cases.model import Visit, VisitId, VisitState
from visitdesk.cases.visit_states import VisitDeed
from visitdesk.cases.visit_states import moved as visit_after
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, RuleBroken, Stale
from visitdesk.people.model import CollectorId
from visitdesk.planning.day_board import BEGUN, DayBoard
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft, PlanState, blank, carried, with_plan, without_visits
from visitdesk.planning.model import DayProblem, DayTeam, TravelSource
from visitdesk.planning.pool import PoolEntry, entries, problem_parts
from visitdesk.planning.ports import (
    PlanningTransactions,
    PlanningUnit,
    RosterSource,
    StoredDayPlan,
    TermsSource,
    VerdictSource,
)
from visitdesk.planning.preflight import Preflight, preflight
from visitdesk.planning.roster import Attendance, Roster, attendance, paired, teams_of_day
from visitdesk.planning.solver import Budget, Listener, solve
from visitdesk.planning.stored_form import restored, stored
from visitdesk.planning.travel import with_travel
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import MAY, Deed, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft as stored, and what the deed changed."""

    draft: DayDraft
    changed: Changed


class PlanningDesk:
    """Where a branch day is planned."""

    def __init__(
        self,
        transactions: PlanningTransactions,
        clock: Clock,
        *,
        verdicts: VerdictSource,
        roster: RosterSource,
        terms: TermsSource,
    ) -> None:
        self._transactions = transactions
        self._clock = clock
        self._verdicts = verdicts
        self._roster = roster
        self._terms = terms

    def pool(self, day: date) -> tuple[PoolEntry, ...]:
        """All visits wanting a day, each with its verdict, and why it cannot be planned on this one."""
        with self._transactions.read() as unit:
            waiting = unit.visits.in_states({VisitState.POOLED})
            visits = [*waiting, *(v for v in unit.visits.on_day(day) if v.state is VisitState.PLANNED)]
            return self._entries(unit, day, visits)

    def is_set_up(self, day: date) -> bool:
        """Whether the branch has entered what a day plan needs: where its teams start."""
        try:
            self._terms.on(day)
        except BadInput:
            return False
        return True

    def days(self) -> tuple[date, ...]:
        """Days with a draft or a publication, oldest first."""
        with self._transactions.read() as unit:
            return tuple(unit.day_plans.days())

    def attendance(self, day: date) -> Attendance:
        """Who can go out on the day, and why the others cannot."""
        terms = self._terms.on(day)
        return attendance(self._roster.on(day), day, DayClock(day, terms.time_zone))

    def prepare(self, actor: Actor, day: date) -> DayDraft:
        """A draft for the day from the present pool and people; an earlier draft or publication is carried over.

        Teams of the earlier version stay together while all their members can go; the others are composed anew. Its
        routes are kept as far as they still hold. Nothing is stored.
        """
        require(actor, Deed.PLAN_DAY)
        return self._prepared(day, None)

    def set_teams(self, actor: Actor, day: date, pairs: Sequence[tuple[CollectorId, CollectorId]]) -> Kept:
        """Put the day's draft on these pairs and keep it; routes stay with teams that stay, other visits are unplanned.

        Raises:
            Stale: another hand has saved the day meanwhile.
        """
        require(actor, Deed.PLAN_DAY)
        return self.save(actor, self._prepared(day, pairs))

    def _prepared(self, day: date, pairs: Sequence[tuple[CollectorId, CollectorId]] | None) -> DayDraft:
        earlier = self.load(day)
        with self._transactions.read() as unit:
            visits = [*unit.visits.in_states({VisitState.POOLED}), *unit.visits.on_day(day)]
            planned = [v for v in visits if v.state in {VisitState.POOLED, VisitState.PLANNED, VisitState.PUBLISHED}]
            pool = self._entries(unit, day, planned)
        known = () if earlier is None else earlier.plan.teams
        teams = known if pairs is None else paired(pairs, known, self.attendance(day))
        problem = self._problem(day, pool, teams)
        return blank(problem) if earlier is None else carried(problem, earlier)

    def board(self, actor: Actor, day: date) -> DayBoard:
        """The day as somebody sees it who plans it, or who only looks at it; nothing is stored."""
        if actor.has(*MAY[Deed.PLAN_DAY]):
            draft = self.prepare(actor, day)
        else:
            draft = self.load(day) or blank(self._problem(day, (), ()))
        binding, roster = self.published(day), self._roster.on(day)
        with self._transactions.read() as unit:
            of_day = unit.visits.on_day(day)
            known = {visit.id: visit for visit in (*unit.visits.in_states({VisitState.POOLED}), *of_day)}
            open_ones = [v for v in known.values() if v.state in {VisitState.POOLED, VisitState.PLANNED}]
            cases = unit.cases.many({visit.case for visit in known.values()})
            pool = self._entries(unit, day, open_ones)
        terms = self._terms.on(day)
        begun = frozenset(str(visit.id) for visit in of_day if visit.state in BEGUN)
        return DayBoard(
            day=day,
            draft=binding if begun and binding is not None else draft,
            binding=binding,
            pool=pool,
            visits={str(identity): visit for identity, visit in known.items()},
            cases=cases,
            collectors={one.id: one for one in roster.collectors},
            attendance=attendance(roster, day, DayClock(day, terms.time_zone)),
            hours=terms.hours,
            begun=begun,
        )

    def load(self, day: date) -> DayDraft | None:
        """The day's draft as stored, else its newest publication, else None."""
        with self._transactions.read() as unit:
            kept = unit.day_plans.draft(day) or unit.day_plans.published(day)
        return None if kept is None else _restored(kept)

    def published(self, day: date) -> DayDraft | None:
        """What the teams go by: the newest publication of the day, or None."""
        with self._transactions.read() as unit:
            kept = unit.day_plans.published(day)
        return None if kept is None else _restored(kept)

    def optimised(
        self, draft: DayDraft, budget: Budget, *, seed: int = 0, listener: Listener | None = None
    ) -> DayDraft:
        """The draft with the best plan found; locks hold. Long computing: never call it on the window's thread."""
        return with_plan(draft, solve(draft.problem, budget=budget, seed=seed, warm=draft.plan, listener=listener))

    def save(self, actor: Actor, draft: DayDraft) -> Kept:
        """Keep the draft; visits on its routes become planned, those no longer on one go back to the pool.

        Raises:
            Stale: another hand has saved the day, or one of the visits was taken elsewhere, since the draft was made.
        """
        require(actor, Deed.PLAN_DAY)
        with self._transactions.begin() as unit:
            changed = _follow(unit, draft, frozenset({VisitState.POOLED, VisitState.PLANNED}))
            version = self._store_draft(unit, actor, draft)
            unit.audit.append(_entry("day_plan.save", actor, draft), self._clock.now())
        return Kept(draft=replace(draft, version=version), changed=changed)

    def publish(self, actor: Actor, draft: DayDraft) -> Kept:
        """Make the draft binding: the checker, the people of the day and the law are asked once more.

        Raises:
            RuleBroken: the checker refuses it, a collector cannot go, or the law forbids a visit; nothing changes.
            Stale: the day or a visit was changed since.
        """
        require(actor, Deed.PUBLISH_DAY)
        if not draft.plan.routes:
            raise RuleBroken("planning.nothing_to_publish", rule="empty")
        finding = draft.check()
        if not finding.is_feasible:
            first = finding.violations[0]
            raise RuleBroken("planning.publish_refused", rule=first.code, team=first.team, visit=first.visit)
        self._refuse_absent(draft)
        judged = self._refuse_unlawful(draft)
        binding = replace(draft, state=PlanState.PUBLISHED, number=draft.number + 1)
        with self._transactions.begin() as unit:
            newest = unit.day_plans.published(draft.problem.day)
            if (newest.number if newest else 0) != draft.number:
                raise Stale("store.stale")
            _refuse_live(unit, draft.problem.day)
            for identity, version in judged.items():
                visit = unit.visits.get(identity)
                if visit is None or visit.version != version:
                    raise Stale("store.stale")
            changed = _follow(unit, draft, _AHEAD) | _make_binding(unit, draft)
            unit.day_plans.add_publication(self._kept(actor, binding, version=1))
            version = self._store_draft(unit, actor, replace(binding, version=draft.version))
            unit.audit.append(_entry("day_plan.publish", actor, binding), self._clock.now())
        return Kept(draft=replace(binding, version=version), changed=changed)

    def preflight(self, draft: DayDraft) -> Preflight:
        """All that would forbid publishing the draft, and whom it concerns; nothing is changed."""
        binding = self.published(draft.problem.day)
        with self._transactions.read() as unit:
            visits = unit.visits.many([VisitId(name) for name in draft.plan.team_of_visit()])
        return preflight(draft, binding, self.attendance(draft.problem.day), visits, self._verdicts)

    def drop(self, actor: Actor, gone: Iterable[VisitId], reason: str) -> Changed:
        """Take visits that may not take place any more out of every stored plan; everybody else keeps his times.

        Follows from another deed (objection, hold, payment, cancellation), so it asks for no right of its own.
        """
        names = frozenset(str(identity) for identity in gone)
        changed = Changed()
        with self._transactions.begin() as unit:
            for day in unit.day_plans.days():
                changed |= self._drop_on(unit, actor, day, names, reason)
        return changed

    def _drop_on(self, unit: PlanningUnit, actor: Actor, day: date, gone: frozenset[str], reason: str) -> Changed:
        draft, binding = unit.day_plans.draft(day), unit.day_plans.published(day)
        changed = Changed()
        for kept in (binding, draft):
            if kept is None:
                continue
            before = _restored(kept)
            if gone.isdisjoint(before.problem.visit_of):
                continue
            after = without_visits(before, gone)
            if kept is binding:
                after = replace(after, number=before.number + 1)
                unit.day_plans.add_publication(self._kept(actor, after, version=1))
            else:
                number = before.number + (1 if changed else 0)
                self._store_draft(unit, actor, replace(after, number=number))
            changed |= Changed.one(Subject.DAY_PLAN, day.isoformat())
        if changed:
            facts = {"visits": sorted(gone)}
            unit.audit.append(
                Entry(
                    name="day_plan.drop",
                    actor=actor,
                    subject_kind="day_plan",
                    subject=day.isoformat(),
                    reason=reason,
                    facts=facts,
                ),
                self._clock.now(),
            )
        return changed

    def _entries(self, unit: PlanningUnit, day: date, visits: Sequence[Visit]) -> tuple[PoolEntry, ...]:
        terms = self._terms.on(day)
        cases = unit.cases.many({visit.case for visit in visits})
        verdicts = self._verdicts.for_day(visits, day)
        clock = DayClock(day, terms.time_zone)
        return entries(visits, cases, verdicts, terms, clock, self._roster.on(day).apart)

    def _problem(self, day: date, pool: Sequence[PoolEntry], teams: Sequence[DayTeam]) -> DayProblem:
        terms, roster = self._terms.on(day), self._roster.on(day)
        places, visits = problem_parts(pool, terms.depot)
        problem = DayProblem(
            day=day,
            time_zone=terms.time_zone,
            places=places,
            visits=visits,
            team_size=terms.team_size,
            travel=TravelSource.ESTIMATE,
        )
        present = attendance(roster, day, DayClock(day, terms.time_zone))
        kept = _still_whole(teams, present, roster)
        return with_travel(replace(problem, teams=teams_of_day(problem, present, roster, terms.pause, kept)))

    def _refuse_absent(self, draft: DayDraft) -> None:
        present = self.attendance(draft.problem.day)
        able = {collector.id for collector, _ in present.able}
        routed = {route.team for route in draft.plan.routes}
        for team in draft.problem.teams:
            for member in team.members if team.id in routed else ():
                if member not in able:
                    why = present.absent.get(CollectorId(member))
                    raise RuleBroken(
                        "planning.collector_absent",
                        rule=why.value if why else "unknown",
                        collector=member,
                        team=team.id,
                    )

    def _refuse_unlawful(self, draft: DayDraft) -> Mapping[VisitId, int]:
        """Ask the law about every stop at its planned time and team; answers the versions of the visits judged."""
        clock = DayClock(draft.problem.day, draft.problem.time_zone)
        with self._transactions.read() as unit:
            names = [VisitId(name) for name in draft.plan.team_of_visit()]
            visits = unit.visits.many(names)
        judged: dict[VisitId, int] = {}
        for route in draft.plan.routes:
            team = [CollectorId(member) for member in draft.problem.team_of[route.team].members]
            for stop in route.stops:
                visit = visits.get(VisitId(stop.visit))
                if visit is None:
                    raise Stale("store.stale")
                verdict = self._verdicts.for_stop(visit, clock.instant(stop.start), clock.instant(stop.leave), team)
                if not verdict.allowed:
                    decided = verdict.decided_by
                    rule = decided.rule.id if decided is not None else ""
                    raise RuleBroken("planning.visit_blocked", rule=rule, visit=visit.id, team=route.team)
                judged[visit.id] = visit.version
        return judged

    def _store_draft(self, unit: PlanningUnit, actor: Actor, draft: DayDraft) -> int:
        return unit.day_plans.save_draft(self._kept(actor, draft, version=draft.version, number=draft.number))

    def _kept(self, actor: Actor, draft: DayDraft, *, version: int, number: int | None = None) -> StoredDayPlan:
        problem, plan = stored(draft)
        return StoredDayPlan(
            day=draft.problem.day,
            number=draft.number if number is None else number,
            state=draft.state,
            problem=problem,
            plan=plan,
            saved_at=self._clock.now(),
            saved_by=actor.user,
            version=version,
        )


_AHEAD = frozenset({VisitState.POOLED, VisitState.PLANNED, VisitState.PUBLISHED})


def _still_whole(teams: Sequence[DayTeam], present: Attendance, roster: Roster) -> tuple[DayTeam, ...]:
    """Teams all of whose members can go, together, for the whole of the team's shift."""
    apart = [{entry.collector, entry.other} for entry in roster.apart if entry.other is not None]
    shifts = {str(collector.id): shift for collector, shift in present.able}

    def holds(team: DayTeam) -> bool:
        spans = [shifts.get(member) for member in team.members]
        return not any(pair <= set(team.members) for pair in apart) and all(
            span is not None and span.start <= team.shift.start and team.shift.end <= span.end for span in spans
        )

    return tuple(team for team in teams if holds(team))


def _restored(kept: StoredDayPlan) -> DayDraft:
    return restored(kept.problem, kept.plan, state=kept.state, number=kept.number, version=kept.version)


def _follow(unit: PlanningUnit, draft: DayDraft, allowed: frozenset[VisitState]) -> Changed:
    """Bring the visits' states in line with the draft: planned where routed, back in the pool where not."""
    day, routed = draft.problem.day, {VisitId(name) for name in draft.plan.team_of_visit()}
    changed = Changed.one(Subject.DAY_PLAN, day.isoformat())
    visits = unit.visits.many(routed)
    if len(visits) != len(routed):
        raise Stale("store.stale")
    for visit in visits.values():
        elsewhere = visit.day is not None and visit.day != day and visit.state is not VisitState.POOLED
        if elsewhere or visit.state not in allowed | {VisitState.PUBLISHED}:
            raise Stale("store.stale")
        if visit.state is VisitState.POOLED:
            unit.visits.save(replace(visit_after(visit, VisitDeed.PLAN), day=day))
            changed |= Changed.one(Subject.VISIT, visit.id)
    for visit in unit.visits.on_day(day):
        if visit.state is VisitState.PLANNED and visit.id not in routed:
            unit.visits.save(visit_after(visit, VisitDeed.UNPLAN))
            changed |= Changed.one(Subject.VISIT, visit.id)
    return changed


def _refuse_live(unit: PlanningUnit, day: date) -> None:
    """A day on which a team is already on its way is not published over: those visits would vanish from its plan."""
    begun = [visit.id for visit in unit.visits.on_day(day) if visit.state in BEGUN]
    if begun:
        raise RuleBroken("planning.day_is_live", rule="live", visit=begun[0])


def _make_binding(unit: PlanningUnit, draft: DayDraft) -> Changed:
    """Publish what is on a route, withdraw what was published for the day and is on none any more."""
    day, routed = draft.problem.day, {VisitId(name) for name in draft.plan.team_of_visit()}
    changed = Changed()
    for visit in unit.visits.on_day(day):
        deed = VisitDeed.PUBLISH if visit.id in routed else VisitDeed.WITHDRAW
        before = VisitState.PLANNED if deed is VisitDeed.PUBLISH else VisitState.PUBLISHED
        if visit.state is before:
            unit.visits.save(visit_after(visit, deed))
            changed |= Changed.one(Subject.VISIT, visit.id)
    return changed


def _entry(name: str, actor: Actor, draft: DayDraft) -> Entry:
    day = draft.problem.day.isoformat()
    facts = {"number": draft.number, "routes": len(draft.plan.routes), "visits": len(draft.plan.team_of_visit())}
    return Entry(name=name, actor=actor, subject_kind="day_plan", subject=day, facts=facts)
