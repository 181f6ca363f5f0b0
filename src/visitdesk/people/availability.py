"""Who can go on a day, and for whom exactly why not: every reason, not only the first.

Rules behind the reasons: badge, training, confidentiality and record are rules of the CN pack (`compliance` judges them
again at planning and dispatch); leave, shift and insurance are the branch's own (policy).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from visitdesk.people.model import Collector, CollectorId, Leave, Shift


class WhyNot(StrEnum):
    """Reasons against going, gravest first."""

    INACTIVE = "inactive"
    VIOLENT_RECORD = "violent_record"
    RECORD_UNCHECKED = "record_unchecked"
    NO_BADGE = "no_badge"
    BADGE_EXPIRED = "badge_expired"
    UNTRAINED = "untrained"
    TRAINING_EXPIRED = "training_expired"
    NO_CONFIDENTIALITY = "no_confidentiality"
    UNINSURED = "uninsured"
    ON_LEAVE = "on_leave"
    NO_SHIFT = "no_shift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """One collector on one day.

    Attributes:
        shifts: of that day, earliest first.
        reasons: empty where the collector can go.
        ends_soon: last day of badge or training where it falls within the next 30 days, else None.
    """

    collector: Collector
    day: date
    shifts: tuple[Shift, ...]
    reasons: tuple[WhyNot, ...]
    ends_soon: date | None = None

    @property
    def is_available(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.reasons


SOON = timedelta(days=30)


def availability(
    collector: Collector, day: date, *, shifts: Iterable[Shift], leave: Iterable[Leave], zone: ZoneInfo
) -> Availability:
    """Whether the collector can go on `day`, a day of the branch's zone.

    Args:
        shifts: of any collector and day; the others are passed over. A shift belongs to the day on which it begins.
        leave: likewise.
    """
    own = tuple(sorted((s for s in shifts if s.collector == collector.id and day_of(s.start, zone) == day), key=_start))
    away = any(one.collector == collector.id and one.first_day <= day <= one.last_day for one in leave)
    reasons = [*_standing(collector, day), *([WhyNot.ON_LEAVE] if away else []), *([] if own else [WhyNot.NO_SHIFT])]
    ends = [end for end in (collector.badge_valid_until, collector.trained_until) if end and day <= end <= day + SOON]
    return Availability(
        collector=collector, day=day, shifts=own, reasons=tuple(reasons), ends_soon=min(ends, default=None)
    )


def _standing(collector: Collector, day: date) -> list[WhyNot]:
    """What speaks against a collector whatever the shifts."""
    found: list[WhyNot] = []
    if not collector.is_active:
        found.append(WhyNot.INACTIVE)
    if collector.has_violent_record is not False:
        found.append(WhyNot.VIOLENT_RECORD if collector.has_violent_record else WhyNot.RECORD_UNCHECKED)
    found.extend(_dated(collector.badge_valid_until, day, WhyNot.NO_BADGE, WhyNot.BADGE_EXPIRED))
    found.extend(_dated(collector.trained_until, day, WhyNot.UNTRAINED, WhyNot.TRAINING_EXPIRED))
    if not collector.confidentiality_signed:
        found.append(WhyNot.NO_CONFIDENTIALITY)
    if not collector.is_insured:
        found.append(WhyNot.UNINSURED)
    return found


def _dated(until: date | None, day: date, never: WhyNot, over: WhyNot) -> list[WhyNot]:
    if until is None:
        return [never]
    return [over] if day > until else []


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The day an instant falls on at the branch."""
    return instant.astimezone(zone).date()


def _start(shift: Shift) -> datetime:
    return shift.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Hours of one collector in a span of days (工作量): hours, never money.

    Attributes:
        planned: length of all shifts, minus nothing.
        by_day: day → length.
        leave_days: days of leave within the span.
    """

    collector: CollectorId
    planned: timedelta
    by_day: Mapping[date, timedelta]
    leave_days: int


def workload(
    collector: CollectorId,
    first: date,
    last: date,
    *,
    shifts: Iterable[Shift],
    leave: Iterable[Leave],
    zone: ZoneInfo,
) -> Workload:
    """Hours from `first` to `last`, both included; a shift counts on the day on which it begins."""
    by_day: dict[date, timedelta] = {}
    for shift in shifts:
        day = day_of(shift.start, zone)
        if shift.collector == collector and first <= day <= last:
            by_day[day] = by_day.get(day, timedelta()) + (shift.end - shift.start)
    away = {
        one.first_day + timedelta(days=step)
        for one in leave
        if one.collector == collector
        for step in range((one.last_day - one.first_day).days + 1)
    }
    return Workload(
        collector=collector,
        planned=sum(by_day.values(), timedelta()),
        by_day=dict(sorted(by_day.items())),
        leave_days=sum(first <= day <= last for day in away),
    )


def overlaps(one: Shift, others: Sequence[Shift]) -> bool:
    """Whether the shift shares time with another of the same collector; touching ends do not count."""
    return any(
        other.id != one.id and other.collector == one.collector and other.start < one.end and one.start < other.end
        for other in others
    )
