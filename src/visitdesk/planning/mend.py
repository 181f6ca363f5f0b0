"""Routes from elsewhere (a published plan, the native optimiser, yesterday) made to fit the day as it is."""

from collections.abc import Mapping

from visitdesk.planning.compiled import CompiledDay
from visitdesk.planning.model import DayPlan
from visitdesk.planning.search import DayState, built, secure_mandatory


def started(day: CompiledDay, warm: DayPlan | None) -> DayState:
    """A first plan: what still holds of `warm`, and the rest inserted."""
    if warm is None or not warm.routes:
        state = built(day)
        secure_mandatory(state)
        return state
    lines: dict[int, tuple[int, ...]] = {}
    seen: set[str] = set()
    for team, visits in warm.sequences().items():
        known = [visit for visit in dict.fromkeys(visits) if visit in day.number and visit not in seen]
        seen.update(known)
        if team in day.team_number:
            lines[day.team_number[team]] = tuple(day.number[visit] for visit in known)
    return mended(day, lines)


def mended(day: CompiledDay, lines: Mapping[int, tuple[int, ...]], *, offer_rest: bool = True) -> DayState:
    """Lines from elsewhere as a feasible plan: what does not fit is taken out, and offered to every team if asked."""
    state = DayState.empty(day)
    for team, line in lines.items():
        fitting = tuple(v for v in line if team in day.fits[v] and state.where[v] < 0)
        route = day.route(team, fitting)
        while not route.is_feasible:
            route = day.route(team, _thinned(day, team, route.stops))
        state.put(route)
    if offer_rest:
        secure_mandatory(state)
    return state


def _thinned(day: CompiledDay, team: int, stops: tuple[int, ...]) -> tuple[int, ...]:
    """One stop fewer: the cheapest one whose absence makes the route feasible, else the cheapest of all."""
    shorter = [(stops[:k] + stops[k + 1 :], stops[k]) for k in range(len(stops))]
    mending = [item for item in shorter if day.route(team, item[0]).is_feasible]
    return min(mending or shorter, key=lambda item: (day.prize[item[1]], day.route(team, item[0]).travel))[0]
