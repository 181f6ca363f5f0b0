"""A day as lanes, pool and figures: plain values worked out of a draft, without a word of any language.

Times are seconds since the day's local midnight. Names are the short ones for screens; no sum, no whole address.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from visitdesk.cases.masking import short_name
from visitdesk.cases.model import VisitState
from visitdesk.geo.model import LatLon
from visitdesk.people.model import CollectorId
from visitdesk.planning.day_board import DayBoard
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.model import DayRoute, DayTeam, DayVisit, Window
from visitdesk.planning.pool import Hindrance

TIGHT = 300
"""Seconds between the planned beginning and the end of the visit's window below which a stop is marked as tight."""

HOUR = 3600
_FAR = re.compile(r"^(?:[^省市]{1,8}省)?(?:[^省市区县]{1,8}市)?")
_TEAM = re.compile(r"T([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stop on a lane.

    Attributes:
        number: place in the route from 1; the map's number.
        left: when the team sets out for it.
        spare: seconds from `start` to the end of its window; None where the window is not known.
        is_begun: a team is on its way to it or has made it; nobody moves it.
    """

    visit: str
    number: int
    name: str
    street: str
    left: int
    arrive: int
    start: int
    leave: int
    spare: int | None = None
    is_locked: bool = False
    is_begun: bool = False

    @property
    def is_tight(self) -> bool:
        """Whether a few minutes' delay would miss the window."""
        return self.spare is not None and self.spare < TIGHT and not self.is_begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One team's row.

    Attributes:
        number: as people call it, `3` of `T3`.
        load: share of the shift from leaving to being back, 0–1.
        home: when it is back; None where it does not leave.
    """

    team: str
    number: str
    members: tuple[str, ...]
    shift: Window
    bars: tuple[Bar, ...] = ()
    pause: Window | None = None
    leave: int | None = None
    home: int | None = None
    load: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRow:
    """A visit that is on no lane.

    Attributes:
        windows: spans in which the stay may begin; empty where the branch's hours hold.
        hindrance: why it is not in the day's problem at all; None where teams may be asked.
        law: what the deciding rule asks for, (Chinese, English); empty where no rule stands against it.
        clause: what that rule cites, likewise.
    """

    visit: str
    name: str
    street: str
    priority: int
    windows: tuple[Window, ...] = ()
    needs: frozenset[str] = frozenset()
    hindrance: Hindrance | None = None
    law: tuple[str, str] = ("", "")
    clause: tuple[str, str] = ("", "")
    minutes: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The whole screen's values.

    Attributes:
        first, last: ends of the time axis, whole hours in seconds.
        hours: visiting hours; hatched outside.
    """

    first: int
    last: int
    hours: Window
    lanes: tuple[Lane, ...]
    pool: tuple[PoolRow, ...]
    planned: int
    travel: int
    spread: float
    points: Mapping[str, LatLon] = field(default_factory=dict)
    depot: LatLon | None = None
    depots: Mapping[str, LatLon] = field(default_factory=dict)

    def lane_of(self, visit: str) -> Lane | None:
        """The lane a visit is on."""
        return next((lane for lane in self.lanes if any(bar.visit == visit for bar in lane.bars)), None)

    def bar_of(self, visit: str) -> Bar | None:
        """The visit's bar."""
        return next((bar for lane in self.lanes for bar in lane.bars if bar.visit == visit), None)

    def row_of(self, visit: str) -> PoolRow | None:
        """The visit in the pool."""
        return next((row for row in self.pool if row.visit == visit), None)


def team_number(team: str) -> str:
    """`3` of `T3`; other names stay whole."""
    found = _TEAM.fullmatch(team)
    return found[1] if found else team


def street_of(text: str) -> str:
    """An address down to its street: without province and city, before the first digit."""
    text = _FAR.sub("", text)
    return re.split(r"[0-9０-９]", text, maxsplit=1)[0].strip() or text[:6]


def viewed(board: DayBoard, draft: DayDraft) -> DayView:
    """The day's values for this draft."""
    routes = {route.team: route for route in draft.plan.routes}
    teams = draft.problem.teams or draft.plan.teams
    lanes = tuple(_lane(board, draft, team, routes.get(team.id)) for team in sorted(teams, key=_in_order))
    totals = draft.plan.totals
    places = draft.problem.places
    points = {visit.id: places[visit.place].point for visit in draft.problem.visits}
    hindered = {str(one.visit.id): one.point for one in board.pool if one.hindrance is not None}
    first = min([board.hours.start, *(team.shift.start for team in teams)])
    last = max([board.hours.end, *(lane.home or 0 for lane in lanes)])
    return DayView(
        first=first // HOUR * HOUR,
        last=-(-last // HOUR) * HOUR + HOUR // 2,
        hours=board.hours,
        lanes=lanes,
        pool=_pool(board, draft),
        planned=sum(len(lane.bars) for lane in lanes),
        travel=totals.travel_seconds if totals else 0,
        spread=totals.worked_minutes_std if totals else 0.0,
        points={visit: point for visit, point in {**hindered, **points}.items() if point is not None},
        depots={team.id: point for team in teams if (point := places[team.start].point) is not None},
        depot=places[0].point if places else None,
    )


def _in_order(team: DayTeam) -> tuple[int, str]:
    number = team_number(team.id)
    return (int(number) if number.isdecimal() else 10**6, team.id)


def _lane(board: DayBoard, draft: DayDraft, team: DayTeam, route: DayRoute | None) -> Lane:
    names = tuple(_collector(board, member) for member in team.members)
    lane = Lane(team=team.id, number=team_number(team.id), members=names, shift=team.shift)
    if route is None or not route.stops:
        return lane
    leave = route.leave if route.leave is not None else route.stops[0].arrive
    back = route.back if route.back is not None else route.stops[-1].leave
    length = max(1, team.shift.end - team.shift.start)
    return Lane(
        team=lane.team,
        number=lane.number,
        members=names,
        shift=team.shift,
        bars=_bars(board, draft, route, leave),
        pause=route.pause,
        leave=leave,
        home=back,
        load=(back - leave) / length,
    )


def _bars(board: DayBoard, draft: DayDraft, route: DayRoute, leave: int) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    locked = draft.locked
    for number, stop in enumerate(route.stops, 1):
        begun = board.visits.get(stop.visit)
        bars.append(
            Bar(
                visit=stop.visit,
                number=number,
                name=_borrower(board, stop.visit),
                street=_street(board, stop.visit),
                left=leave,
                arrive=stop.arrive,
                start=stop.start,
                leave=stop.leave,
                spare=_spare(draft.problem.visit_of.get(stop.visit), stop.start),
                is_locked=stop.visit in locked,
                is_begun=begun is not None and begun.state not in _AHEAD,
            )
        )
        leave = stop.leave
    return tuple(bars)


_AHEAD = frozenset({VisitState.POOLED, VisitState.PLANNED, VisitState.PUBLISHED})


def _spare(visit: DayVisit | None, start: int) -> int | None:
    if visit is None:
        return None
    return next((window.end - start for window in visit.windows if window.start <= start <= window.end), None)


def _pool(board: DayBoard, draft: DayDraft) -> tuple[PoolRow, ...]:
    rows = [_left_out(board, draft, one.visit) for one in draft.plan.unassigned]
    known = {row.visit for row in rows}
    for entry in board.pool:
        if entry.hindrance is None or str(entry.visit.id) in known:
            continue
        decided = entry.verdict.decided_by if entry.verdict is not None else None
        rows.append(
            PoolRow(
                visit=str(entry.visit.id),
                name=_borrower(board, entry.visit.id),
                street=_street(board, entry.visit.id),
                priority=entry.visit.priority,
                needs=entry.visit.needs,
                hindrance=entry.hindrance,
                law=(decided.rule.says.zh, decided.rule.says.en) if decided is not None else ("", ""),
                clause=(decided.basis.clause.zh, decided.basis.clause.en) if decided is not None else ("", ""),
                minutes=entry.visit.service_minutes,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.hindrance is not None, -row.priority, row.visit)))


def _left_out(board: DayBoard, draft: DayDraft, visit: str) -> PoolRow:
    found = draft.problem.visit_of[visit]
    asked = board.visits.get(visit)
    return PoolRow(
        visit=visit,
        name=_borrower(board, visit),
        street=_street(board, visit),
        priority=found.priority,
        windows=found.windows if asked is not None and asked.windows else (),
        needs=found.needs,
        minutes=found.service // 60,
    )


def _borrower(board: DayBoard, visit: str) -> str:
    case = board.case_of(visit)
    return short_name(case.borrower.name) if case is not None else visit


def _street(board: DayBoard, visit: str) -> str:
    address = board.address_of(visit)
    return street_of(address.text) if address is not None else ""


def _collector(board: DayBoard, identity: str) -> str:
    found = board.collectors.get(CollectorId(identity))
    return found.name if found is not None else identity


def visits_in_order(view: DayView) -> Sequence[str]:
    """All visits as arrows walk through them: lane by lane, then the pool."""
    return [*(bar.visit for lane in view.lanes for bar in lane.bars), *(row.visit for row in view.pool)]
