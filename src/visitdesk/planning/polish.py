"""Local search: small exchanges, each taken at once if it makes the plan cheaper, until none does.

Relocate, swap, or-opt (runs of two and three), 2-opt* (exchanged tails) and ejection (a visit left out takes the place
of a cheaper one, which is offered to the others). Quick sums of travel sift the candidates; the route itself then
says whether it is feasible and what it costs.
"""

from collections.abc import Callable

from visitdesk.planning.compiled import RouteState
from visitdesk.planning.search import DayState, drop_unworthy

NEIGHBOURS = 12
EJECTED = 60
PAIRED = 6

Lines = tuple[tuple[int, ...], tuple[int, ...]]
"""The stops of two routes."""


def polish(state: DayState, is_over: Callable[[], bool]) -> None:
    """Improve the plan in place until no exchange helps or `is_over` says stop."""
    better = True
    while better and not is_over():
        better = False
        for v in range(len(state.where)):
            if is_over():
                return
            better |= _improve(state, v)


def _improve(state: DayState, v: int) -> bool:
    if state.where[v] < 0:
        return _eject(state, v) or _insert_pair(state, v)
    return drop_unworthy(state, v) or _relocate(state, v) or _exchange(state, v)


def _insert_pair(state: DayState, v: int) -> bool:
    """Put in two visits side by side that cannot come, or are not worth coming, one by one."""
    day = state.day
    if day.after[v] >= 0:
        return False
    best, choice = 0, None
    for w in day.nearest(v)[:PAIRED]:
        if w == v or state.where[w] >= 0 or day.after[w] >= 0:
            continue
        for team in set(day.allowed[v]) & set(day.allowed[w]):
            route = state.routes[team]
            if len(route.stops) + 2 > day.most[team]:
                continue
            for pair in ((v, w), (w, v)):
                slot = route.slot_of_chain(pair)
                if slot is None:
                    continue
                longer = day.route(team, (*route.stops[: slot[1]], *pair, *route.stops[slot[1] :]))
                change = longer.cost - route.cost - day.prize[v] - day.prize[w]
                if change < best:
                    best, choice = change, longer
    if choice is None:
        return False
    state.put(choice)
    return True


def _relocate(state: DayState, v: int) -> bool:
    day, route = state.day, state.routes[state.where[v]]
    if day.after[v] >= 0:
        return False
    shorter = day.route(route.team, tuple(w for w in route.stops if w != v))
    if not shorter.is_feasible:
        return False
    priced = bool(day.fair_price or day.keep_price)
    best, choice = 0, None
    for team in day.allowed[v]:
        base = shorter if team == route.team else state.routes[team]
        slot = base.slot(v)
        if slot is None or (slot[0] >= route.travel - shorter.travel and not priced):
            continue
        longer = day.route(team, (*base.stops[: slot[1]], v, *base.stops[slot[1] :]))
        change = longer.cost - route.cost
        if team != route.team:
            change += shorter.cost - base.cost
        if change < best:
            best, choice = change, longer
    if choice is None:
        return False
    if choice.team != route.team:
        state.put(shorter)
    state.put(choice)
    return True


def _exchange(state: DayState, v: int) -> bool:
    """Try v with its nearest neighbours: tails, single stops and runs."""
    day, team = state.day, state.where[v]
    for w in day.nearest(v)[1 : NEIGHBOURS + 1]:
        other = state.where[w]
        if other < 0 or other == team:
            continue
        first, second = state.routes[team], state.routes[other]
        i, j = first.stops.index(v), second.stops.index(w)
        for pair in (_tails(first, second, i, j), _swapped(first, second, i, j), *_runs(first, second, i, j)):
            if _take(state, first, second, pair):
                return True
    return False


def _tails(first: RouteState, second: RouteState, i: int, j: int) -> Lines:
    return (*first.stops[: i + 1], *second.stops[j:]), (*second.stops[:j], *first.stops[i + 1 :])


def _swapped(first: RouteState, second: RouteState, i: int, j: int) -> Lines:
    one, two = first.stops, second.stops
    return (*one[:i], two[j], *one[i + 1 :]), (*two[:j], one[i], *two[j + 1 :])


def _runs(first: RouteState, second: RouteState, i: int, j: int) -> list[Lines]:
    one, two = first.stops, second.stops
    return [
        ((*one[:i], *one[i + size :]), (*two[: j + 1], *one[i : i + size], *two[j + 1 :]))
        for size in (2, 3)
        if i + size <= len(one)
    ]


def _take(state: DayState, first: RouteState, second: RouteState, stops: Lines) -> bool:
    day = state.day
    if len(stops[0]) > day.most[first.team] or len(stops[1]) > day.most[second.team]:
        return False
    priced = bool(day.fair_price or day.keep_price)
    travel = _travel(state, first.team, stops[0]) + _travel(state, second.team, stops[1])
    if travel >= first.travel + second.travel and not priced:
        return False
    moved = ((first, stops[0]), (second, stops[1]))
    if any(v not in route.stops and route.team not in day.fits[v] for route, line in moved for v in line):
        return False
    new = (day.route(first.team, stops[0]), day.route(second.team, stops[1]))
    if not all(route.is_feasible for route in new) or new[0].cost + new[1].cost >= first.cost + second.cost:
        return False
    # Both old routes go first, so that no visit is on two routes in between.
    state.put(day.route(first.team, ()))
    state.put(day.route(second.team, ()))
    state.put(new[0])
    state.put(new[1])
    return True


def _travel(state: DayState, team: int, stops: tuple[int, ...]) -> int:
    if not stops:
        return 0
    day = state.day
    rows, place, here, total = day.rows, day.place, day.start[team], 0
    for v in stops:
        total += rows[here][place[v]]
        here = place[v]
    return total + rows[here][day.end[team]]


def _eject(state: DayState, v: int) -> bool:
    day = state.day
    if state.insert(v):
        return True
    if day.after[v] >= 0:
        return False
    best, choice, allowed = 0, None, set(day.allowed[v])
    for w in day.nearest(v)[:EJECTED]:
        team, gain = state.where[w], day.prize[v] - day.prize[w]
        if team not in allowed or gain <= best:
            continue
        route = state.routes[team]
        shorter = day.route(team, tuple(x for x in route.stops if x != w))
        slot = shorter.slot(v) if shorter.is_feasible else None
        if slot is None:
            continue
        longer = day.route(team, (*shorter.stops[: slot[1]], v, *shorter.stops[slot[1] :]))
        if gain - (longer.cost - route.cost) > best:
            best, choice = gain - (longer.cost - route.cost), (longer, w)
    if choice is None:
        return False
    state.put(choice[0])
    state.insert(choice[1])
    return True
