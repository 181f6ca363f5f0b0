"""The day as a map scene: routes, stops with their numbers, what is unplanned; the same ids as lanes and pool."""

from visitdesk.geo.scene import MapDepot, MapRoute, MapScene, MapStop, StopState
from visitdesk.planning.pool import Hindrance
from visitdesk.ui.planning.day_view import Bar, DayView, Lane
from visitdesk.ui.planning.lanes_heard import spoken
from visitdesk.ui.planning.words import clock, team_word


def scene_of(view: DayView) -> MapScene:
    """What the map shows of a day; visits without a place are left out."""
    stops: list[MapStop] = []
    routes: list[MapRoute] = []
    for colour, lane in enumerate(view.lanes):
        placed = [bar for bar in lane.bars if bar.visit in view.points]
        stops += [_stop(view, lane, bar) for bar in placed]
        home = view.depots.get(lane.team, view.depot)
        path = [view.points[bar.visit] for bar in placed]
        if home is not None and path:
            path = [home, *path, home]
        if len(path) > 1:
            routes.append(MapRoute(team=lane.team, name=team_word(lane.team), colour=colour, path=tuple(path)))
    for row in view.pool:
        if row.visit in view.points:
            blocked = row.hindrance is Hindrance.VERDICT
            state = StopState.BLOCKED if blocked else StopState.UNPLANNED
            stops.append(MapStop(id=row.visit, place=view.points[row.visit], state=state))
    depots = (MapDepot(id="depot", place=view.depot),) if view.depot is not None else ()
    return MapScene(stops=tuple(stops), routes=tuple(routes), depots=depots)


def _stop(view: DayView, lane: Lane, bar: Bar) -> MapStop:
    state = StopState.ON_SITE if bar.is_begun else StopState.LOCKED if bar.is_locked else StopState.PLANNED
    return MapStop(
        id=bar.visit,
        place=view.points[bar.visit],
        state=state,
        number=bar.number,
        team=lane.team,
        label=clock(bar.start),
        spoken=spoken(lane, bar),
    )
