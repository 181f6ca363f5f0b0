"""Reads what there is to do today over all rooms. Rows are for everybody; the screen leaves out what a role may not do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cases.model import Visit, VisitState
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.clock import Clock
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.people.model import Collector
from visitdesk.people.service import PeopleDesk
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.model import RecordState
from visitdesk.records.service import RecordDesk
from visitdesk.reports.today import Begun, DayCount, Figures, Job, TodayView, Todo
from visitdesk.safety.board import TileLevel
from visitdesk.safety.service import WatchDesk
from visitdesk.security.model import SETUP, Actor
from visitdesk.training.model import DueState
from visitdesk.training.service import TrainingDesk

SOON = timedelta(days=30)
"""Badges and certificates that end within these days are named."""

_NAMED = 3
_DAYS_AHEAD = 14
_MADE = frozenset({VisitState.LEFT, VisitState.RECORDED, VisitState.REVIEWED, VisitState.CLOSED})
_ON_DAY = frozenset({VisitState.PLANNED, VisitState.PUBLISHED, VisitState.DISPATCHED, VisitState.ON_SITE, *_MADE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomsOfToday:
    """The desks that are read."""

    cases: CaseDesk
    visits: VisitDesk
    intake: IntakeDesk
    people: PeopleDesk
    compliance: ComplianceDesk
    planning: PlanningDesk
    watch: WatchDesk
    records: RecordDesk
    training: TrainingDesk


class TodayDesk:
    """What there is to do at one branch.

    Args:
        is_demo: the data are opened by a demonstration key, which is complained about.
    """

    def __init__(self, rooms: RoomsOfToday, clock: Clock, zone: ZoneInfo, *, is_demo: bool) -> None:
        self._rooms = rooms
        self._clock = clock
        self._zone = zone
        self._is_demo = is_demo

    def today(self, actor: Actor) -> TodayView:  # noqa: ARG002 - one picture for all; the page leaves out rows by role
        """The picture of this day."""
        day = self._clock.now().astimezone(self._zone).date()
        rooms = self._rooms
        on_days = [visit for visit in rooms.visits.in_states(_ON_DAY) if visit.day is not None]
        waiting = rooms.visits.in_states({VisitState.POOLED})
        left = rooms.visits.in_states({VisitState.LEFT})
        open_ones = set(rooms.records.untold([visit.id for visit in left]))
        open_ones |= {row.visit for row in rooms.records.queue(RecordState.DRAFT, RecordState.RETURNED)}
        untold = [visit for visit in rooms.visits.in_states(_MADE) if visit.id in open_ones]
        following = sorted({visit.day for visit in on_days if visit.day is not None and visit.day > day})
        return TodayView(
            day=day,
            figures=self._figures(day, on_days, waiting, untold),
            todos=tuple(self._todos(day, waiting, untold)),
            week=tuple(_week(day, on_days)),
            begun=self._begun(),
            next_workday=following[0] if following else None,
            next_visits=sum(visit.day == following[0] for visit in on_days) if following else 0,
        )

    def _figures(
        self, day: date, on_days: Sequence[Visit], waiting: Sequence[Visit], untold: Sequence[Visit]
    ) -> Figures:
        mine = [visit for visit in on_days if visit.day == day]
        out: dict[str, TileLevel] = {}
        for tile in self._rooms.watch.board().tiles:
            if any(person.leg.is_out for person in tile.people):
                out[tile.team_name] = max(tile.level, out.get(tile.team_name, TileLevel.NORMAL))
        return Figures(
            visits=len(mine),
            visits_done=sum(visit.state in _MADE for visit in mine),
            teams_out=len(out),
            teams_late=sum(level >= TileLevel.OVERDUE for level in out.values()),
            unplanned=len(waiting),
            unplanned_ready=self._ready(day, waiting),
            records_missing=len(untold),
            oldest_missing=min((visit.day for visit in untold if visit.day), default=None),
        )

    def _ready(self, day: date, waiting: Sequence[Visit]) -> int:
        """Visits of the pool that the next day could take; none while the branch has no depot."""
        if not waiting or not self._rooms.planning.is_set_up(day):
            return 0
        return sum(entry.hindrance is None for entry in self._rooms.planning.pool(day + timedelta(days=1)))

    def _todos(self, day: date, waiting: Sequence[Visit], untold: Sequence[Visit]) -> Iterable[Todo]:
        yield from self._of_law()
        rooms = self._rooms
        yield Todo(job=Job.UNPLANNED, count=len(waiting), names=_named(visit.case for visit in waiting))
        asked = rooms.visits.in_states({VisitState.REQUESTED})
        yield Todo(job=Job.TO_APPROVE, count=len(asked), names=_named(visit.case for visit in asked))
        first = min((visit.day for visit in untold if visit.day), default=None)
        yield Todo(job=Job.RECORDS_MISSING, count=len(untold), due=first, names=_named(one.case for one in untold))
        submitted = rooms.records.queue(RecordState.SUBMITTED)
        yield Todo(job=Job.RECORDS_TO_REVIEW, count=len(submitted), names=_named(row.record for row in submitted))
        unprinted = [row for row in rooms.records.queue(RecordState.FINAL) if not row.printed]
        yield Todo(job=Job.TO_PRINT, count=len(unprinted), names=_named(row.record for row in unprinted))
        yield from self._of_people(day)
        held = rooms.intake.held(SETUP)
        yield Todo(job=Job.HELD_ROWS, count=len(held))
        yield Todo(job=Job.DEMO_KEY, count=1 if self._is_demo else 0)

    def _of_law(self) -> Iterable[Todo]:
        objections = self._rooms.compliance.open_objections()
        due = min((one.due.astimezone(self._zone).date() for one in objections), default=None)
        yield Todo(job=Job.OBJECTIONS, count=len(objections), due=due, names=_named(one.case for one in objections))
        answered = {one.hold for one in objections}
        holds = [one for one in self._rooms.compliance.open_holds() if one.id not in answered]
        due = min((one.deadline.astimezone(self._zone).date() for one in holds), default=None)
        yield Todo(job=Job.HOLDS, count=len(holds), due=due, names=_named(one.case for one in holds))

    def _of_people(self, day: date) -> Iterable[Todo]:
        active = [one for one in self._rooms.people.collectors() if one.is_active]
        lines = [
            line
            for line in self._rooms.training.due_list(one.id for one in active)
            if line.state in {DueState.EXPIRED, DueState.EXPIRING, DueState.REVOKED}
        ]
        people = {line.collector for line in lines}
        due = min((line.valid_until for line in lines if line.valid_until), default=None)
        yield Todo(job=Job.TRAINING, count=len(people), due=due, names=_named(sorted(people)))
        ending = sorted((one for one in active if _badge_ends(one, day)), key=lambda one: str(one.badge_valid_until))
        first = ending[0].badge_valid_until if ending else None
        yield Todo(job=Job.BADGES, count=len(ending), due=first, names=_named(one.id for one in ending))

    def _begun(self) -> Begun:
        return Begun(
            has_cases=bool(self._rooms.cases.lines()),
            has_collectors=bool(self._rooms.people.collectors()),
            has_plan=bool(self._rooms.planning.days()),
        )


def _badge_ends(collector: Collector, day: date) -> bool:
    return collector.badge_valid_until is None or collector.badge_valid_until <= day + SOON


def _week(day: date, visits: Sequence[Visit]) -> Iterable[DayCount]:
    for back in range(6, -1, -1):
        then = day - timedelta(days=back)
        mine = [visit for visit in visits if visit.day == then]
        yield DayCount(day=then, done=sum(visit.state in _MADE for visit in mine), planned=len(mine))


def _named(names: Iterable[str]) -> tuple[str, ...]:
    """The first few, each once."""
    return tuple(dict.fromkeys(str(name) for name in names))[:_NAMED]
