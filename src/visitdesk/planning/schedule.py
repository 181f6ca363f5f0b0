"""Times for a route: when to leave, arrive, begin, rest and be back.

The earliest day's end is kept, and the team then leaves as late as that allows: waiting happens in the branch, not in
a car before somebody's door. Arrival already includes a break taken on the way there.
"""

from dataclasses import dataclass

from visitdesk.planning.compiled import CompiledDay, RouteState
from visitdesk.planning.model import DayRoute, Stop, Window


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of getting through the day: leave at `leave` at the earliest, rest on leg `rest`, be back by `limit`."""

    leave: int
    rest: int | None
    limit: int


def timed(day: CompiledDay, state: RouteState) -> DayRoute:
    """The route with times; the break's leg is chosen so that the team is back soonest.

    Raises:
        ValueError: the route is not feasible.
    """
    best: tuple[int, _Way] | None = None
    for way in _ways(day, state):
        back = _back(day, state, way, way.leave)
        if back is not None and back <= way.limit and (best is None or back < best[0]):
            best = (back, way)
    if best is None:
        msg = "an infeasible route cannot be timed"
        raise ValueError(msg)
    back, way = best
    spared = _without_first_rest(day, state, way)
    if spared is not None and (sooner := _back(day, state, spared, spared.leave)) is not None and sooner <= back:
        way = spared
    return _printed(day, state, way, max(way.leave, _latest_leave(day, state, way, back)))


def _ways(day: CompiledDay, state: RouteState) -> list[_Way]:
    team, pause = state.team, day.pause[state.team]
    begin, end = day.opens[team], day.closes[team]
    if pause is None:
        return [_Way(begin, None, end)]
    _, opens, closes = pause
    ways = [_Way(begin, None, min(end, closes - 1))]
    ways += [_Way(begin, leg, end) for leg in range(len(state.stops) + 1)]
    # Leaving after the break's window has begun owes no break; only where a day with its break is not to be had.
    if not any((back := _back(day, state, way, way.leave)) is not None and back <= way.limit for way in ways):
        ways = [_Way(max(begin, opens + 1), None, end)]
    return ways


def _without_first_rest(day: CompiledDay, state: RouteState, way: _Way) -> _Way | None:
    """The way without a break before the first visit: who sets out after the window has begun has rested at home."""
    pause = day.pause[state.team]
    if way.rest != 0 or pause is None:
        return None
    return _Way(max(day.opens[state.team], pause[1] + 1), None, way.limit)


def _legs(day: CompiledDay, state: RouteState) -> list[int]:
    here, legs = day.start[state.team], []
    for v in state.stops:
        legs.append(day.rows[here][day.place[v]])
        here = day.place[v]
    return [*legs, day.rows[here][day.end[state.team]]]


def _rested(day: CompiledDay, team: int, leave: int, leg: int) -> tuple[int, int, int] | None:
    """(break begins, break ends, arrival) for a leg with the break on it."""
    pause = day.pause[team]
    if pause is None or leave > pause[2]:
        return None
    begin = max(leave, pause[1])
    return begin, begin + pause[0], max(leave + leg, pause[1]) + pause[0]


def _back(day: CompiledDay, state: RouteState, way: _Way, leave: int) -> int | None:
    clock = leave
    for number, leg in enumerate(_legs(day, state)):
        if number == way.rest:
            rested = _rested(day, state.team, clock, leg)
            if rested is None:
                return None
            clock = rested[2]
        else:
            clock += leg
        if number < len(state.stops):
            v = state.stops[number]
            clock = day.begin(v, clock) + day.service[v]
    return clock


def _latest_leave(day: CompiledDay, state: RouteState, way: _Way, back: int) -> int:
    """The latest leaving with which the team is still back at `back`."""
    legs, limit, pause = _legs(day, state), back, day.pause[state.team]
    for number in range(len(legs) - 1, -1, -1):
        if number == way.rest and pause is not None:
            limit = min(limit - pause[0] - legs[number], pause[2])
        else:
            limit -= legs[number]
        if number > 0:
            v = state.stops[number - 1]
            limit = day.latest(v, limit - day.service[v])
    return limit


def _printed(day: CompiledDay, state: RouteState, way: _Way, leave: int) -> DayRoute:
    clock, stops, pause = leave, [], None
    for number, leg in enumerate(_legs(day, state)):
        rested = _rested(day, state.team, clock, leg) if number == way.rest else None
        if rested is not None:
            pause = Window(start=rested[0], end=rested[1])
            clock = rested[2]
        else:
            clock += leg
        if number < len(state.stops):
            v = state.stops[number]
            begin = day.begin(v, clock)
            stops.append(Stop(visit=day.visit_ids[v], arrive=clock, start=begin, leave=begin + day.service[v]))
            clock = begin + day.service[v]
    return DayRoute(team=day.problem.teams[state.team].id, leave=leave, stops=tuple(stops), pause=pause, back=clock)
