"""What a map shows, as plain values: made by whoever knows the day, painted by the window, printed by documents.

A scene holds no borrower's name and no sum. Whoever makes it decides which words a stop carries; the map writes them
down as they are, on a screen others may see and on paper that travels.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from visitdesk.geo.model import Datum, LatLon
from visitdesk.geo.projection import WorldBox, box_around, project
from visitdesk.geo.tiles import GeoBox

ROUTE_COLOURS = 8
"""How many colours routes share; `MapRoute.colour` counts on and starts over."""


class StopState(StrEnum):
    """How a stop is drawn. Each has a shape of its own: colour never stands alone.

    The last five are safety's levels (their shapes belong to safety alone); the others are the plan's.
    """

    PLANNED = "planned"
    LOCKED = "locked"
    ON_SITE = "on_site"
    DONE = "done"
    UNPLANNED = "unplanned"
    BLOCKED = "blocked"
    REMINDER = "reminder"
    STALE = "stale"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    DURESS = "duress"


ALARMS = frozenset({StopState.OVERDUE, StopState.ESCALATED, StopState.DURESS})
"""States that are never hidden by a cluster, a label or a dimmed team."""


class Basis(StrEnum):
    """What lies under the stops."""

    OUTLINE = "outline"
    PACK = "pack"
    SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStop:
    """A stop or an unplanned visit.

    Attributes:
        id: of the visit; what selection speaks of.
        place: in WGS-84.
        state: decides shape and colour.
        number: place in its route from 1; None where it has none.
        team: id of the route it belongs to; empty where none.
        label: few words beside the mark, e.g. `08:40`; may be empty.
        spoken: the whole sentence for a screen reader and the tooltip.
    """

    id: str
    place: LatLon
    state: StopState = StopState.PLANNED
    number: int | None = None
    team: str = ""
    label: str = ""
    spoken: str = ""

    def __post_init__(self) -> None:
        _must_be_wgs84(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRoute:
    """A team's way.

    Attributes:
        team: id of the team.
        name: as people call it, e.g. `3 组`.
        colour: index into the shared colours; any number from 0.
        path: at least two points in WGS-84, the depot and stops or the road between them.
        is_estimate: straight lines between stops and not roads; drawn dashed.
    """

    team: str
    name: str
    colour: int
    path: tuple[LatLon, ...]
    is_estimate: bool = True

    def __post_init__(self) -> None:
        for place in self.path:
            _must_be_wgs84(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDepot:
    """Where routes start and end."""

    id: str
    place: LatLon
    label: str = ""

    def __post_init__(self) -> None:
        _must_be_wgs84(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapScene:
    """Everything one map picture shows.

    Attributes:
        coverage: where the street map has data; empty where there is no street map. Outside it the map is hatched.
        attribution: of the street map, as its licence asks; a map without one names the outline's source by itself.
        as_of: date of the street map's data; empty where unknown.
        title: printed in the corner of pictures that leave the screen; empty for none.
    """

    stops: tuple[MapStop, ...] = ()
    routes: tuple[MapRoute, ...] = ()
    depots: tuple[MapDepot, ...] = ()
    basis: Basis = Basis.OUTLINE
    coverage: tuple[GeoBox, ...] = ()
    attribution: str = ""
    as_of: str = ""
    title: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing to show but the ground."""
        return not (self.stops or self.routes or self.depots)

    def places(self) -> Iterable[LatLon]:
        """Everything that should be in sight when the map is fitted."""
        yield from (stop.place for stop in self.stops)
        yield from (depot.place for depot in self.depots)
        for route in self.routes:
            yield from route.path

    def box(self, stops: frozenset[str] = frozenset()) -> WorldBox | None:
        """The rectangle around everything, or around the named stops only; None where there is nothing."""
        if stops:
            return box_around(project(stop.place) for stop in self.stops if stop.id in stops)
        return box_around(project(place) for place in self.places())


def _must_be_wgs84(place: LatLon) -> None:
    if place.datum is not Datum.WGS84:
        msg = "a scene is drawn in WGS-84: convert where the point comes in"
        raise ValueError(msg)
