"""Invented days for the map's tests."""

from visitdesk.geo.model import LatLon
from visitdesk.geo.scene import MapDepot, MapRoute, MapScene, MapStop, StopState

DEPOT = LatLon(lat=30.60, lon=104.06)


def near(north: float, east: float) -> LatLon:
    """A place so many hundredths of a degree from the depot."""
    return LatLon(lat=DEPOT.lat + north / 100, lon=DEPOT.lon + east / 100)


def small_day() -> MapScene:
    """Two teams of three stops, one alarm, one unplanned visit; everything far enough apart to click."""
    first = (near(3, 1), near(4, 4), near(1, 6))
    second = (near(-2, -2), near(-4, -5), near(-1, -6))
    stops = [
        MapStop(id=f"V1{n}", place=place, number=n, team="T1", label=f"{8 + n}:30") for n, place in enumerate(first, 1)
    ]
    states = (StopState.DONE, StopState.OVERDUE, StopState.PLANNED)
    stops += [
        MapStop(id=f"V2{n}", place=place, number=n, team="T2", state=state, spoken=f"2 组第 {n} 站")
        for n, (place, state) in enumerate(zip(second, states, strict=True), 1)
    ]
    stops.append(MapStop(id="U1", place=near(2, -4), state=StopState.UNPLANNED))
    return MapScene(
        stops=tuple(stops),
        routes=(
            MapRoute(team="T1", name="1 组", colour=0, path=(DEPOT, *first, DEPOT)),
            MapRoute(team="T2", name="2 组", colour=1, path=(DEPOT, *second, DEPOT)),
        ),
        depots=(MapDepot(id="D", place=DEPOT, label="示例网点"),),
    )
