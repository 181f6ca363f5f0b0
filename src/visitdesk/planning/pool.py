"""The pool of visits wanting a day (待排池), and what of it may enter a day's problem.

A visit enters only with a place on the map, a span left of its windows inside the visiting hours, and a verdict that
allows it. What stays out keeps its reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from visitdesk.cases.model import Address, Case, CaseId, Visit
from visitdesk.compliance.model import Verdict
from visitdesk.geo.model import LatLon
from visitdesk.people.model import ApartEntry
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import Break, DayVisit, Place, Window
from visitdesk.planning.roster import apart_mark
from visitdesk.planning.windows import merged

BRANCH = "branch"
"""Id of place 0, where all teams start."""


class Hindrance(StrEnum):
    """Why a pooled visit cannot enter the day's problem."""

    VERDICT = "verdict"
    NO_PLACE = "no_place"
    NO_TIME = "no_time"
    NO_CASE = "no_case"


VISITING_HOURS = Window(start=8 * 3600, end=20 * 3600)
LUNCH = Break(duration=45 * 60, window=Window(start=11 * 3600 + 1800, end=13 * 3600 + 1800))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTerms:
    """The branch's own numbers for a day.

    Attributes:
        depot: where teams leave from and return to.
        hours: visiting hours, from which no visit may depart; the verdict has the last word.
        pause: the break every team gets, or None.
    """

    depot: LatLon
    time_zone: str = "Asia/Shanghai"
    hours: Window = VISITING_HOURS
    pause: Break | None = LUNCH
    team_size: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolEntry:
    """A visit that wants a day.

    Attributes:
        verdict: of the law, for the day as a whole; None where the case itself is gone.
        hindrance: why it cannot be planned on this day, or None.
        day_visit: as the planner sees it; None where hindered. Its place number is set by `problem_parts`.
        point: where it is, WGS-84.
    """

    visit: Visit
    verdict: Verdict | None
    hindrance: Hindrance | None = None
    day_visit: DayVisit | None = None
    point: LatLon | None = None


def entry(
    visit: Visit,
    case: Case | None,
    verdict: Verdict | None,
    terms: DayTerms,
    clock: DayClock,
    apart: Sequence[ApartEntry],
) -> PoolEntry:
    """One visit of the pool, judged for the day."""
    if case is None or verdict is None:
        return PoolEntry(visit=visit, verdict=verdict, hindrance=Hindrance.NO_CASE)
    if not verdict.allowed:
        return PoolEntry(visit=visit, verdict=verdict, hindrance=Hindrance.VERDICT)
    address = _address(case, visit)
    if address is None or address.place is None:
        return PoolEntry(visit=visit, verdict=verdict, hindrance=Hindrance.NO_PLACE)
    windows = _windows(visit, terms, clock)
    if not windows:
        return PoolEntry(visit=visit, verdict=verdict, hindrance=Hindrance.NO_TIME, point=address.place)
    marks = {apart_mark(item.collector) for item in apart if item.case == case.id}
    day_visit = DayVisit(
        id=visit.id,
        place=0,
        service=visit.service_minutes * 60,
        windows=windows,
        needs=visit.needs | marks,
        priority=visit.priority,
    )
    return PoolEntry(visit=visit, verdict=verdict, day_visit=day_visit, point=address.place)


def entries(
    visits: Iterable[Visit],
    cases: Mapping[CaseId, Case],
    verdicts: Mapping[str, Verdict],
    terms: DayTerms,
    clock: DayClock,
    apart: Sequence[ApartEntry],
) -> tuple[PoolEntry, ...]:
    """These visits judged for the day, the most urgent first."""
    found = (entry(visit, cases.get(visit.case), verdicts.get(visit.id), terms, clock, apart) for visit in visits)
    return tuple(sorted(found, key=lambda item: (-item.visit.priority, item.visit.id)))


def problem_parts(pool: Sequence[PoolEntry], depot: LatLon) -> tuple[tuple[Place, ...], tuple[DayVisit, ...]]:
    """Places (the branch first, each address once) and visits with their place numbers."""
    places = [Place(id=BRANCH, point=depot)]
    number: dict[LatLon, int] = {}
    visits: list[DayVisit] = []
    for item in sorted(pool, key=lambda one: one.visit.id):
        if item.day_visit is None or item.point is None:
            continue
        if item.point not in number:
            number[item.point] = len(places)
            places.append(Place(id=f"P{len(places)}", point=item.point))
        visits.append(_placed(item.day_visit, number[item.point]))
    return tuple(places), tuple(visits)


def _placed(visit: DayVisit, place: int) -> DayVisit:
    return DayVisit(
        id=visit.id,
        place=place,
        service=visit.service,
        windows=visit.windows,
        needs=visit.needs,
        priority=visit.priority,
    )


def _address(case: Case, visit: Visit) -> Address | None:
    return next((item for item in case.addresses if item.id == visit.address and not item.is_dead), None)


def _windows(visit: Visit, terms: DayTerms, clock: DayClock) -> tuple[Window, ...]:
    """Spans in which the stay may begin so that it also ends inside the visiting hours."""
    first, last = terms.hours.start, terms.hours.end - visit.service_minutes * 60
    spans = [(clock.elapsed(start), clock.elapsed(end)) for start, end in visit.windows] or [(first, last)]
    cut = [(max(first, start), min(last, end)) for start, end in spans]
    return merged(Window(start=start, end=end) for start, end in cut if start <= end)
