"""What the teams will say when: the words of a published day, worked out beforehand from its routes.

Each team leaves when its plan says, never before its last stop is over; it says that it is well between, and asks for
more time where a wait would run out the deadline. Collectors speak for themselves where safety asks both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.model import DayRoute, Stop
from visitdesk.safety.model import ReportKind

MINUTE = timedelta(minutes=1)
_BESIDE = timedelta(seconds=25)
"""The partner's own word comes so much later."""

_LONGEST_PAUSE = 24 * MINUTE
"""Between "safe" and the next departure: the watch asks after thirty."""

_DEADLINE = 15 * MINUTE
_FINE_AFTER = 7 * MINUTE


class Fate(StrEnum):
    """What becomes of a visit; `SILENT` is a missed word that nobody has seen to yet when the story stops."""

    PLAIN = "plain"
    MISSED = "missed"
    SILENT = "silent"
    DURESS = "duress"
    BROKEN_OFF = "broken_off"


_STAYS = {
    Fate.MISSED: (24 * MINUTE, 27 * MINUTE),
    Fate.SILENT: (timedelta(hours=16), timedelta(hours=16)),
    Fate.DURESS: (11 * MINUTE, 14 * MINUTE),
    Fate.BROKEN_OFF: (4 * MINUTE, 8 * MINUTE),
}
"""From the door to leaving and to safety, where the fate decides it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word from the field, said by `team[speaker]`."""

    at: datetime
    visit: VisitId
    team: tuple[CollectorId, ...]
    speaker: int
    kind: ReportKind
    with_partner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visiting:
    """One visit as the team will make it."""

    visit: VisitId
    team: tuple[CollectorId, ...]
    departs: datetime
    arrives: datetime
    at_door: datetime
    leaves: datetime
    safe: datetime
    planned_travel: timedelta
    home: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What bends the day: the fate of some visits, and visits that are not made at all."""

    fates: Mapping[VisitId, Fate] = field(default_factory=dict)
    without: frozenset[VisitId] = frozenset()


def visitings(draft: DayDraft, seed: int, course: Course) -> tuple[Visiting, ...]:
    """All visits of the day in the order of their departure."""
    found: list[Visiting] = []
    for route in draft.plan.routes:
        found += _of_route(draft, route, Random(f"{seed}/{route.team}"), course)  # noqa: S311 - minutes of a story
    return tuple(sorted(found, key=lambda one: (one.departs, one.visit)))


def _of_route(draft: DayDraft, route: DayRoute, chance: Random, course: Course) -> Iterator[Visiting]:
    clock = DayClock(draft.problem.day, draft.problem.time_zone)
    team = draft.problem.team_of[route.team]
    members = tuple(CollectorId(member) for member in team.members)
    stops = [stop for stop in route.stops if VisitId(stop.visit) not in course.without]
    place, left = team.start, route.leave if route.leave is not None else route.stops[0].arrive
    free: datetime | None = None
    for number, stop in enumerate(stops):
        target = draft.problem.visit_of[stop.visit].place
        travel = timedelta(seconds=_seconds(draft, place, target))
        late = chance.randint(0, 3) * MINUTE
        planned = clock.instant(max(stop.arrive, stop.start - 120))
        departs = planned - travel
        if free is not None:
            departs = min(max(departs, free + MINUTE), free + _LONGEST_PAUSE)
        arrives = max(departs + travel, planned) + late
        at_door = arrives + 2 * MINUTE
        stay = timedelta(seconds=stop.leave - stop.start) - (1 + chance.randint(0, 2)) * MINUTE
        to_leave, to_safe = _STAYS.get(course.fates.get(VisitId(stop.visit), Fate.PLAIN), (stay, stay + 3 * MINUTE))
        leaves, free = at_door + to_leave, at_door + to_safe
        is_last = number == len(stops) - 1
        back = timedelta(seconds=_seconds(draft, target, team.start))
        yield Visiting(
            visit=VisitId(stop.visit),
            team=members,
            departs=departs,
            arrives=arrives,
            at_door=at_door,
            leaves=leaves,
            safe=free,
            planned_travel=timedelta(seconds=max(0, stop.arrive - left)),
            home=free + back + 2 * MINUTE if is_last else None,
        )
        place, left = target, stop.leave


def _seconds(draft: DayDraft, one: int, other: int) -> int:
    matrix = draft.problem.matrix
    return (matrix.seconds[one][other] or 0) if matrix is not None else 0


def words(one: Visiting, fate: Fate) -> Iterator[Word]:
    """What the team says on this visit; where its fate needs a person's answer the rest is said by the watch's story."""
    yield _word(one, one.departs, ReportKind.DEPARTED, with_partner=True)
    due = one.departs + max(_DEADLINE, one.planned_travel * 1.5)
    while due < one.arrives:
        yield _word(one, due - 3 * MINUTE, ReportKind.EXTENSION, with_partner=True)
        due += _DEADLINE
    yield from both(one, one.arrives, ReportKind.ARRIVED)
    yield _word(one, one.at_door, ReportKind.AT_DOOR, with_partner=True)
    if fate is not Fate.PLAIN:
        return
    at = one.at_door + _FINE_AFTER
    while at < one.leaves - 2 * MINUTE:
        yield _word(one, at, ReportKind.FINE, with_partner=True)
        at += _FINE_AFTER
    yield from both(one, one.leaves, ReportKind.LEFT)
    yield from ends(one)


def ends(one: Visiting) -> Iterator[Word]:
    """Both safe, and after the last stop both home."""
    yield from both(one, one.safe, ReportKind.SAFE)
    if one.home is not None:
        yield from both(one, one.home, ReportKind.HOME_SAFE)


def both(one: Visiting, at: datetime, kind: ReportKind) -> Iterator[Word]:
    """Each of the team says it for himself."""
    for speaker in range(len(one.team)):
        yield _word(one, at + speaker * _BESIDE, kind, speaker=speaker)


def _word(one: Visiting, at: datetime, kind: ReportKind, *, speaker: int = 0, with_partner: bool = False) -> Word:
    return Word(at=at, visit=one.visit, team=one.team, speaker=speaker, kind=kind, with_partner=with_partner)


def latest_last(draft: DayDraft) -> Stop | None:
    """The last stop of the route that ends latest, of those with a stop before it where there are any."""
    routes = [route for route in draft.plan.routes if len(route.stops) > 1] or list(draft.plan.routes)
    return max((route.stops[-1] for route in routes), key=lambda stop: (stop.arrive, stop.visit), default=None)
