"""What follows from a deed in the rooms above it: nothing upstream asks downstream, so `app` carries the word on.

An objection, a hold, a payment, an expired certificate or a cancelled request empties the affected visits from the day
plan and tells the watch; a published plan puts its visits under watch; the watch's reports move the visits' states.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from visitdesk.app.branch_sources import BranchLaw
from visitdesk.cases.model import CaseId, SafetyLevel, Visit, VisitId, VisitState
from visitdesk.cases.preparation import require_prepared
from visitdesk.cases.visit_states import LIVE, VisitDeed, can, moved
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.compliance.model import Stage
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.errors import BadInput, RuleBroken, Stale
from visitdesk.people.model import CollectorId
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.model import RecordId, RecordState
from visitdesk.safety.board import BoardView, Tile
from visitdesk.safety.model import Leg, Level, ReportKind, VisitToWatch
from visitdesk.safety.service import WatchDesk
from visitdesk.security.audit import Deed
from visitdesk.security.model import Actor, Role
from visitdesk.store.database import Database
from visitdesk.wording import Lang, sentence

_LAWFUL = (
    Subject.CASE,
    Subject.HOLD,
    Subject.CONSENT,
    Subject.VISIT,
    Subject.COLLECTOR,
    Subject.SHIFT,
    Subject.TRAINING,
    Subject.SETTING,
)
"""What a verdict depends on."""

_WIDE = (Subject.COLLECTOR, Subject.SHIFT, Subject.TRAINING, Subject.SETTING)
"""What the verdicts of all visits depend on."""

_DEEDS_OF_RECORD: Mapping[RecordState, tuple[VisitDeed, ...]] = {
    RecordState.DRAFT: (),
    RecordState.SUBMITTED: (VisitDeed.RECORD,),
    RecordState.RETURNED: (VisitDeed.RETURN,),
    RecordState.FINAL: (VisitDeed.RECORD, VisitDeed.REVIEW),
}
"""What a record's state tells of its visit; a deed that does not fit the visit's state is passed over."""

_ROUNDS = 4
"""A follow-up may cause one more; a circle would be a fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStop:
    """A visit's stop on a published plan, as instants."""

    visit: VisitId
    team: str
    members: tuple[CollectorId, ...]
    arrive: datetime
    start: datetime
    leave: datetime
    travel: timedelta
    shift_end: datetime


class BranchFlow:
    """Carries what a deed changed to the rooms above it."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        compliance: ComplianceDesk,
        law: BranchLaw,
        planning: PlanningDesk,
        watch: WatchDesk,
    ) -> None:
        self._database = database
        self._clock = clock
        self._compliance = compliance
        self._law = law
        self._planning = planning
        self._watch = watch

    def follow(self, actor: Actor, changed: Changed) -> Changed:
        """Everything that follows from what was changed, done in the name of the same person.

        Returns:
            What was changed, with all that followed from it.
        """
        doer = replace(actor, roles=frozenset(Role))  # a consequence asks for no right of its own
        everything, fresh = changed, changed
        for _ in range(_ROUNDS):
            if not fresh:
                break
            followed = self._one_round(doer, fresh)
            fresh = Changed(followed.what - everything.what)
            everything |= followed
        # Where a visit stands bears on no verdict, so nothing is judged anew for it.
        if everything.touches(Subject.SAFETY_EVENT):
            everything |= self._follow_reports(doer)
        if everything.touches(Subject.RECORD):
            everything |= self._follow_records(doer, everything)
        return everything

    def dispatch(self, actor: Actor, visit: VisitId, collector: CollectorId, *, with_partner: bool) -> Changed:
        """The team leaves for a visit: it must be prepared, and the law is asked once more, then the watch begins.

        Raises:
            RuleBroken: not prepared, or no visit now; the team stays.
            BadInput: the visit is on no published plan.
        """
        stop = self.stop_of(visit)
        with self._database.read() as unit:
            found = unit.visits.get(visit)
        if found is None or stop is None:
            raise BadInput("app.not_on_plan", value=visit)
        require_prepared(found)
        question = self._law.question(found, stop.start, stop.leave, stop.members, stage=Stage.DISPATCH)
        judged = self._compliance.judge(actor, question)
        if not judged.verdict.allowed:
            raise RuleBroken("app.visit_blocked", rule=judged.stored.decided_by or "", visit=visit)
        told = self._watch.report(
            actor, visit=visit, collector=collector, kind=ReportKind.DEPARTED, with_partner=with_partner
        )
        return self.follow(actor, judged.changed | told)

    def stop_of(self, visit: VisitId) -> PlannedStop | None:
        """The visit's stop on the newest published plan of its day, or None."""
        with self._database.read() as unit:
            found = unit.visits.get(visit)
        if found is None or found.day is None:
            return None
        return self.stops(found.day).get(visit)

    def stops(self, day: date) -> Mapping[VisitId, PlannedStop]:
        """All stops of the day's newest publication."""
        plan = self._planning.published(day)
        return {} if plan is None else _stops(plan)

    # --- one round ----------------------------------------------------------------------------------------------

    def _one_round(self, actor: Actor, changed: Changed) -> Changed:
        followed = Changed()
        if changed.touches(*_LAWFUL):
            followed |= self._empty_plans(actor, changed)
        if changed.touches(Subject.DAY_PLAN):
            followed |= self._follow_plans(actor, changed)
        return followed

    def _empty_plans(self, actor: Actor, changed: Changed) -> Changed:
        """Take off the day what was cancelled or may not take place any more; call back teams already out."""
        gone: dict[VisitId, str] = {}
        if not changed.touches(*_WIDE) and not self._on_a_day(changed):
            return Changed()
        watched = {tile.visit for tile in self._watch.board().tiles}
        for draft in self._plans_ahead():
            stops = _stops(draft)
            with self._database.read() as unit:
                visits = unit.visits.many(list(stops))
            for identity, stop in stops.items():
                visit = visits.get(identity)
                if visit is None or visit.state is VisitState.CANCELLED:
                    gone[identity] = sentence("app.follow_cancelled", Lang.ZH)
                elif _concerns(visit, changed):
                    rule = self._forbidding(visit, stop)
                    if rule is not None:
                        gone[identity] = sentence("app.follow_blocked", Lang.ZH, {"value": rule})
        followed = Changed()
        for identity, reason in gone.items():
            followed |= self._take_off(actor, identity, reason, is_watched=identity in watched)
        return followed

    def _on_a_day(self, changed: Changed) -> bool:
        """Whether any visit that a change of visits or cases names is on a day, or was cancelled off one."""
        names, cases = changed.ids(Subject.VISIT), changed.ids(Subject.CASE)
        if "" in names | cases:
            return True
        with self._database.read() as unit:
            visits = [*unit.visits.many(map(VisitId, names)).values()]
            for case in cases:
                visits += unit.visits.of_case(CaseId(case))
        return any(visit.day is not None or visit.state is VisitState.CANCELLED for visit in visits)

    def _forbidding(self, visit: Visit, stop: PlannedStop) -> str | None:
        """The rule that forbids a visit still ahead or under way; None where it is allowed or over."""
        if visit.state not in {VisitState.PLANNED, VisitState.PUBLISHED, *LIVE}:
            return None
        verdict = self._law.for_stop(visit, stop.start, stop.leave, stop.members)
        if verdict.allowed:
            return None
        decided = verdict.decided_by
        return decided.rule.id if decided is not None else "?"

    def _take_off(self, actor: Actor, identity: VisitId, reason: str, *, is_watched: bool) -> Changed:
        with self._database.begin() as unit:
            visit = unit.visits.get(identity)
            is_live = visit is not None and visit.state in LIVE
            deed = next((d for d in (VisitDeed.UNPLAN, VisitDeed.WITHDRAW) if visit and can(visit.state, d)), None)
            if visit is not None and deed is not None:
                unit.visits.save(moved(visit, deed))
                entry = Deed(name="visit.withdraw", actor=actor, subject_kind="visit", subject=identity, reason=reason)
                unit.audit.append(entry, self._clock.now())
        followed = Changed.one(Subject.VISIT, identity)
        if not is_live:
            followed |= self._planning.drop(actor, [identity], reason)
        if is_watched:
            followed |= self._stop_watch(actor, identity, reason, is_live=is_live)
        return followed

    def _stop_watch(self, actor: Actor, visit: VisitId, reason: str, *, is_live: bool) -> Changed:
        """Off the board while nobody is out; else the team is called back and stays watched."""
        tile = next((tile for tile in self._watch.board().tiles if tile.visit == visit), None)
        if tile is None or tile.is_recalled:
            return Changed()
        is_out = is_live or any(person.leg.is_out for person in tile.people)
        try:
            if is_out:
                return self._watch.recall(actor, visit=visit, reason=reason)
            return self._watch.cancel(actor, visit=visit, reason=reason)
        except (RuleBroken, Stale):
            return Changed()  # over already

    def _follow_plans(self, actor: Actor, changed: Changed) -> Changed:
        """Put the visits of new publications under watch; take those off that no publication names any more."""
        board = self._watch.board()
        known = {tile.visit for tile in board.tiles}
        followed = Changed()
        for name in sorted(changed.ids(Subject.DAY_PLAN)):
            stops = self.stops(date.fromisoformat(name)) if name else {}
            with self._database.read() as unit:
                waiting = {
                    one.id for one in unit.visits.many(list(stops)).values() if one.state is VisitState.PUBLISHED
                }
            fresh = [stop for visit, stop in stops.items() if visit in waiting - known]
            if fresh:
                followed |= self._watch.publish(actor, self._to_watch(fresh))
            with self._database.read() as unit:
                gone = [
                    visit.id
                    for visit in unit.visits.many(list(known - set(stops))).values()
                    if visit.day is None or visit.state in {VisitState.CANCELLED, VisitState.POOLED}
                ]
            for identity in gone:
                reason = sentence("app.follow_plan", Lang.ZH)
                followed |= self._stop_watch(actor, identity, reason, is_live=False)
        return followed

    def _to_watch(self, stops: Iterable[PlannedStop]) -> list[VisitToWatch]:
        listed = sorted(stops, key=lambda stop: (stop.team, stop.arrive))
        with self._database.read() as unit:
            visits = unit.visits.many([stop.visit for stop in listed])
        return [
            VisitToWatch(
                visit=stop.visit,
                team=stop.members,
                travel=stop.travel,
                shift_end=stop.shift_end,
                level=Level.HIGH if visits[stop.visit].safety_level is SafetyLevel.HIGH else Level.NORMAL,
                team_name=stop.team,
            )
            for stop in listed
        ]

    def _follow_reports(self, actor: Actor) -> Changed:
        """Move the visits on the board to the states that their teams' words tell."""
        board: BoardView = self._watch.board()
        wanted = {tile.visit: _deeds(tile) for tile in board.tiles}
        followed = Changed()
        with self._database.read() as unit:
            visits = unit.visits.many(list(wanted))
        for identity, deeds in wanted.items():
            visit = visits.get(identity)
            if visit is not None and any(can(visit.state, deed) for deed in deeds):
                followed |= self._move(actor, identity, deeds)
        return followed

    def _follow_records(self, actor: Actor, changed: Changed) -> Changed:
        """Move the visits whose records were handed in, sent back or accepted."""
        with self._database.read() as unit:
            records = [unit.records.get(RecordId(number)) for number in sorted(changed.ids(Subject.RECORD)) if number]
        followed = Changed()
        for record in records:
            if record is not None:
                followed |= self._move(actor, record.facts.visit, _DEEDS_OF_RECORD[record.state])
        return followed

    def _move(self, actor: Actor, identity: VisitId, deeds: Iterable[VisitDeed]) -> Changed:
        with self._database.begin() as unit:
            visit = unit.visits.get(identity)
            if visit is None:
                return Changed()
            before = visit.state
            for deed in deeds:
                if can(visit.state, deed):
                    try:
                        visit = moved(visit, deed)
                    except (
                        RuleBroken
                    ):  # left without being prepared: the watch goes on, the state tells that it was not lawful
                        break
            if visit.state is before:
                return Changed()
            unit.visits.save(visit)
            entry = Deed(
                name="visit.follow",
                actor=actor,
                subject_kind="visit",
                subject=identity,
                facts={"from": before.value, "to": visit.state.value},
            )
            unit.audit.append(entry, self._clock.now())
        return Changed.one(Subject.VISIT, identity)

    def _plans_ahead(self) -> list[DayDraft]:
        """Drafts and publications from yesterday on: a late shift may pass midnight."""
        since = (self._clock.now() - timedelta(days=1)).date()
        with self._database.read() as unit:
            days = [day for day in unit.day_plans.days() if day >= since]
        found = [plan for day in days for plan in (self._planning.published(day), self._planning.load(day))]
        return [plan for plan in found if plan is not None]


def _concerns(visit: Visit, changed: Changed) -> bool:
    """Whether the verdict on this visit may have changed."""
    if changed.touches(*_WIDE):
        return True
    return visit.case in changed.ids(Subject.CASE) or visit.id in changed.ids(Subject.VISIT)


def _stops(draft: DayDraft) -> dict[VisitId, PlannedStop]:
    clock = DayClock(draft.problem.day, draft.problem.time_zone)
    found: dict[VisitId, PlannedStop] = {}
    for route in draft.plan.routes:
        team = draft.problem.team_of[route.team]
        left = route.leave or (route.stops[0].arrive if route.stops else 0)
        for stop in route.stops:
            found[VisitId(stop.visit)] = PlannedStop(
                visit=VisitId(stop.visit),
                team=route.team,
                members=tuple(CollectorId(member) for member in team.members),
                arrive=clock.instant(stop.arrive),
                start=clock.instant(stop.start),
                leave=clock.instant(stop.leave),
                travel=timedelta(seconds=max(0, stop.arrive - left)),
                shift_end=clock.instant(team.shift.end),
            )
            left = stop.leave
    return found


def _deeds(tile: Tile) -> tuple[VisitDeed, ...]:
    """Deeds that the legs of a tile tell, in order; those already done do not fit the state and are passed over."""
    legs = [person.leg for person in tile.people if person.is_member]
    if not legs or all(leg in {Leg.PLANNED, Leg.CANCELLED} for leg in legs):
        return ()
    told = [VisitDeed.DISPATCH]
    if any(Leg.ARRIVED.rank <= leg.rank <= Leg.SAFE.rank for leg in legs):
        told.append(VisitDeed.ARRIVE)
    if all(Leg.LEFT.rank <= leg.rank for leg in legs):
        broke_off = any(person.broke_off for person in tile.people)
        told.append(VisitDeed.BREAK_OFF if broke_off else VisitDeed.LEAVE)
    return tuple(told)
