"""Who can go out on a day, and in which teams: shifts, leave, badges, certificates, apart-list.

A collector whose badge or certificate is not valid on the day drops out of planning, with the reason named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import count

from visitdesk.people.model import ApartEntry, Collector, CollectorId, Leave, Shift, TeamId
from visitdesk.planning.compose import composed
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import Break, DayCollector, DayProblem, DayTeam, Window

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """What the room `people` knows for one day."""

    collectors: tuple[Collector, ...]
    shifts: tuple[Shift, ...]
    leaves: tuple[Leave, ...] = ()
    apart: tuple[ApartEntry, ...] = ()


class Absence(StrEnum):
    """Why a collector cannot go out on a day."""

    INACTIVE = "inactive"
    NO_SHIFT = "no_shift"
    ON_LEAVE = "on_leave"
    BADGE = "badge"
    TRAINING = "training"
    CONFIDENTIALITY = "confidentiality"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who can go, in shift order, and why the others cannot."""

    able: tuple[tuple[Collector, Window], ...]
    absent: Mapping[CollectorId, Absence] = field(default_factory=dict)


def attendance(roster: Roster, day: date, clock: DayClock) -> Attendance:
    """Sort the collectors of a day into those who can go and those who cannot."""
    shifts: dict[CollectorId, Window] = {}
    for shift in sorted(roster.shifts, key=lambda item: item.start):
        start, end = max(0, clock.elapsed(shift.start)), min(DAY_SECONDS, clock.elapsed(shift.end))
        if start < end:
            shifts.setdefault(shift.collector, Window(start=start, end=end))
    away = {leave.collector for leave in roster.leaves if leave.first_day <= day <= leave.last_day}
    able: list[tuple[Collector, Window]] = []
    absent: dict[CollectorId, Absence] = {}
    for collector in sorted(roster.collectors, key=lambda item: item.id):
        why = absence(collector, day)
        if why is None and collector.id in away:
            why = Absence.ON_LEAVE
        if why is None and collector.id not in shifts:
            why = Absence.NO_SHIFT
        if why is None:
            able.append((collector, shifts[collector.id]))
        else:
            absent[collector.id] = why
    return Attendance(able=tuple(able), absent=absent)


def absence(collector: Collector, day: date) -> Absence | None:
    """Why this collector may not visit anybody on that day, leave and shift aside; the last valid day still counts."""
    if not collector.is_active:
        return Absence.INACTIVE
    if collector.badge_valid_until is None or collector.badge_valid_until < day:
        return Absence.BADGE
    if collector.trained_until is None or collector.trained_until < day:
        return Absence.TRAINING
    if not collector.confidentiality_signed:
        return Absence.CONFIDENTIALITY
    if collector.has_violent_record is not False:
        return Absence.RECORD
    return None


def teams_of_day(
    problem: DayProblem,
    present: Attendance,
    roster: Roster,
    pause: Break | None,
    kept: Sequence[DayTeam] = (),
) -> tuple[DayTeam, ...]:
    """Teams of the problem's `team_size` from those present, starting at place 0, each with the day's break.

    `kept` are teams of an earlier version that stay as they are; only the others are composed, under free numbers.
    """
    taken = {member for team in kept for member in team.members}
    people = tuple(
        DayCollector(id=item.id, start=0, shift=shift, skills=item.skills, drives=item.drives)
        for item, shift in present.able
        if item.id not in taken
    )
    pairs = frozenset(
        frozenset((str(entry.collector), str(entry.other))) for entry in roster.apart if entry.other is not None
    )
    fresh = composed(replace(problem, teams=(), collectors=people, not_together=pairs))
    used = {team.id for team in kept}
    free = (name for number in count(1) if (name := TeamId(f"T{number}")) not in used)
    named = [replace(team, id=next(free), pause=pause) for team in fresh]
    skills = {str(item.id): item.skills for item, _ in present.able}
    renewed = [
        replace(team, skills=frozenset().union(*(skills[member] for member in team.members)), pause=pause)
        for team in kept
    ]
    return tuple(with_apart([*renewed, *named], roster.apart))


def paired(
    pairs: Sequence[tuple[CollectorId, CollectorId]], known: Sequence[DayTeam], present: Attendance
) -> tuple[DayTeam, ...]:
    """Teams of these pairs for their common span; a pair that is a team already stays that team.

    Pairs of whom one cannot go, or who have no common span, are left out.
    """
    shifts = {collector.id: shift for collector, shift in present.able}
    same = {frozenset(team.members): team for team in known}
    kept = [same[frozenset(map(str, pair))] for pair in pairs if frozenset(map(str, pair)) in same]
    used = {team.id for team in kept}
    free = (name for number in count(1) if (name := TeamId(f"T{number}")) not in used)
    fresh: list[DayTeam] = []
    for first, second in pairs:
        one, other = shifts.get(first), shifts.get(second)
        if frozenset((str(first), str(second))) in same or one is None or other is None:
            continue
        span = Window(start=max(one.start, other.start), end=min(one.end, other.end))
        if span.start < span.end:
            fresh.append(DayTeam(id=next(free), start=0, end=0, shift=span, members=(str(first), str(second))))
    return (*kept, *fresh)


def with_apart(teams: Iterable[DayTeam], apart: Sequence[ApartEntry]) -> Iterable[DayTeam]:
    """Every team gets the mark of each collector it is free of; visits to cases kept from him need that mark."""
    kept_away = sorted({entry.collector for entry in apart if entry.case is not None})
    for team in teams:
        marks = {apart_mark(collector) for collector in kept_away if collector not in team.members}
        yield replace(team, skills=team.skills | marks)


def apart_mark(collector: CollectorId) -> str:
    """The need of a visit to which this collector is not sent."""
    return f"apart:{collector}"
