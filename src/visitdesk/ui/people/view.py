"""The people of a day and a week as plain values, read on the writer thread; no word of any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from visitdesk.people.availability import Availability, availability
from visitdesk.people.model import ApartEntry, Collector, CollectorId, Leave, Qualification, Shift
from visitdesk.people.pairing import Proposal, propose
from visitdesk.security.model import Actor
from visitdesk.security.permissions import MAY, Deed
from visitdesk.ui.people.ports import Certificates, PeopleBranch

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row of the table.

    Attributes:
        today: can go on the day, or every reason why not; its collector bears the certificates' last day.
        stored: the collector as kept, for changing.
        leave: that touches the day, or the next to come within the week.
        partner: in the proposed pairs; None without one.
        hours: planned in the week.
    """

    today: Availability
    stored: Collector
    leave: Leave | None = None
    partner: CollectorId | None = None
    hours: timedelta = timedelta()
    proofs: tuple[Qualification, ...] = ()

    @property
    def id(self) -> CollectorId:
        """Staff number."""
        return self.stored.id

    @property
    def name(self) -> str:
        """As on the badge."""
        return self.stored.name


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """One person on one day of the week."""

    shifts: tuple[Shift, ...] = ()
    leave: Leave | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """What the page shows.

    Attributes:
        first: Monday of the week shown.
        cells: (collector, day) → cell; absent where there is neither shift nor leave.
        proposal: pairs for the day; None for whoever may not keep people.
    """

    day: date
    first: date
    people: tuple[Person, ...]
    cells: Mapping[tuple[CollectorId, date], WeekCell] = field(default_factory=dict)
    proposal: Proposal | None = None

    def person(self, identity: str) -> Person | None:
        """One row by staff number."""
        return next((one for one in self.people if one.id == identity), None)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days of the week."""
        return tuple(self.first + timedelta(days=n) for n in range(WEEK))


def monday_of(day: date) -> date:
    """First day of the week the day lies in."""
    return day - timedelta(days=day.weekday())


def read_people(branch: PeopleBranch, actor: Actor, day: date, first: date, zone: ZoneInfo) -> PeopleView:
    """Everything at once; on the writer thread."""
    desk, last = branch.people, first + timedelta(days=WEEK - 1)
    early, late = min(first, day), max(last, day)
    shifts, leave = desk.shifts_of(early, late), desk.leave_of(early, late + timedelta(days=WEEK))
    collectors = certified(desk.collectors(), branch.training)
    known = {one.id: one for one in desk.collectors()}
    proofs = desk.qualifications()
    todays = [availability(one, day, shifts=shifts, leave=leave, zone=zone) for one in collectors]
    apart: Sequence[ApartEntry] = ()
    proposal = None
    if actor.has(*MAY[Deed.KEEP_PEOPLE]):
        apart = desk.apart_list(actor)
        proposal = propose(todays, apart)
    partners = partners_of(proposal)
    cells = _cells(shifts, leave, first, zone)
    people = tuple(
        Person(
            today=today,
            stored=known[today.collector.id],
            leave=_next_leave(leave, today.collector.id, day),
            partner=partners.get(today.collector.id),
            hours=_hours(cells, today.collector.id),
            proofs=tuple(one for one in proofs if one.collector == today.collector.id),
        )
        for today in todays
    )
    return PeopleView(day=day, first=first, people=people, cells=cells, proposal=proposal)


def certified(collectors: Sequence[Collector], training: Certificates) -> list[Collector]:
    """Collectors with the last day their training is good for: certificates decide where there are any."""
    holders = {one.collector for one in training.certificates_of()}
    return [
        replace(one, trained_until=training.trained_until(one.id)) if one.id in holders else one for one in collectors
    ]


def partners_of(proposal: Proposal | None) -> dict[CollectorId, CollectorId]:
    """Who goes with whom."""
    found: dict[CollectorId, CollectorId] = {}
    for pair in proposal.pairs if proposal is not None else ():
        found[pair.first], found[pair.second] = pair.second, pair.first
    return found


def _next_leave(leave: Sequence[Leave], collector: CollectorId, day: date) -> Leave | None:
    own = [one for one in leave if one.collector == collector and one.last_day >= day]
    return min(own, key=lambda one: one.first_day, default=None)


def _cells(
    shifts: Sequence[Shift], leave: Sequence[Leave], first: date, zone: tzinfo
) -> dict[tuple[CollectorId, date], WeekCell]:
    days = [first + timedelta(days=n) for n in range(WEEK)]
    cells: dict[tuple[CollectorId, date], WeekCell] = {}
    for shift in shifts:
        key = (shift.collector, local_day(shift.start, zone))
        if key[1] in days:
            cell = cells.get(key, WeekCell())
            cells[key] = replace(cell, shifts=(*cell.shifts, shift))
    for one in leave:
        for day in days:
            if one.first_day <= day <= one.last_day:
                cells[one.collector, day] = replace(cells.get((one.collector, day), WeekCell()), leave=one)
    return cells


def _hours(cells: Mapping[tuple[CollectorId, date], WeekCell], collector: CollectorId) -> timedelta:
    """Planned time of the week; a shift on a day of leave does not count."""
    own = [cell for (who, _), cell in cells.items() if who == collector and cell.leave is None]
    return sum((shift.end - shift.start for cell in own for shift in cell.shifts), timedelta())


def local_day(instant: datetime, zone: tzinfo) -> date:
    """The day an instant falls on at the branch."""
    return instant.astimezone(zone).date()
