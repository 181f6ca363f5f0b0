"""Web Mercator (EPSG:3857): from degrees to the unit square, to tiles and to the pixels of a picture.

The unit square has its north-west corner at (0, 0) and spans the world once; at zoom `z` it is `256 · 2**z` pixels
wide, and zoom may be any number, not only whole ones. Source of the tile scheme: OGC Two Dimensional Tile Matrix Set,
`WebMercatorQuad`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import asinh, atan, ceil, cos, exp2, floor, log2, pi, radians, sinh, tan
from typing import NamedTuple

from visitdesk.geo.model import LatLon

TILE_SIZE = 256
"""Pixels along one side of a tile."""

NORTHMOST = 85.0511287798066
"""Latitude at which the square world ends; the poles lie outside."""

MIN_ZOOM, MAX_ZOOM = 1.0, 19.0
"""How far a picture may be zoomed: from the whole world to a house."""

EQUATOR_M = 40_075_016.685578488
"""Metres around the equator of WGS-84."""


class WorldPoint(NamedTuple):
    """A point of the unit square."""

    x: float
    y: float


class TileId(NamedTuple):
    """A tile by zoom, column from the west and row from the north."""

    zoom: int
    x: int
    y: int

    def box(self) -> "WorldBox":
        """The tile's part of the unit square."""
        side = 2.0**-self.zoom
        return WorldBox(self.x * side, self.y * side, (self.x + 1) * side, (self.y + 1) * side)


class WorldBox(NamedTuple):
    """A rectangle of the unit square."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "WorldBox") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def project(place: LatLon) -> WorldPoint:
    """The place in the unit square; the poles are drawn in to its edge."""
    lat = min(NORTHMOST, max(-NORTHMOST, place.lat))
    return WorldPoint((place.lon + 180.0) / 360.0, 0.5 - asinh(tan(radians(lat))) / (2.0 * pi))


def unproject(point: WorldPoint) -> LatLon:
    """The place under a point; points beyond the square are drawn in to its edge."""
    lat = atan(sinh(pi * (1.0 - 2.0 * min(1.0, max(0.0, point.y))))) * 180.0 / pi
    return LatLon(lat=lat, lon=min(1.0, max(0.0, point.x)) * 360.0 - 180.0)


def box_around(points: Iterable[WorldPoint]) -> WorldBox | None:
    """The smallest rectangle that holds the points; None where there are none."""
    found = tuple(points)
    if not found:
        return None
    xs, ys = [point.x for point in found], [point.y for point in found]
    return WorldBox(min(xs), min(ys), max(xs), max(ys))


def tiles_over(box: WorldBox, zoom: int) -> Iterator[TileId]:
    """All tiles of a zoom that the rectangle touches, row by row; none outside the world."""
    count = 2**zoom
    for y in range(max(0, floor(box.top * count)), min(count, ceil(box.bottom * count))):
        for x in range(max(0, floor(box.left * count)), min(count, ceil(box.right * count))):
            yield TileId(zoom, x, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewport:
    """Which part of the world a picture shows, north up.

    Attributes:
        centre: what lies in the middle.
        zoom: 0 shows the world in 256 pixels; each whole step doubles.
        width: of the picture in (device-independent) pixels.
        height: of the picture, likewise.
    """

    centre: WorldPoint
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels across the unit square."""
        return TILE_SIZE * exp2(self.zoom)

    @property
    def box(self) -> WorldBox:
        """The part of the unit square in sight; may reach beyond the world."""
        half_width, half_height = self.width / self.scale / 2.0, self.height / self.scale / 2.0
        x, y = self.centre
        return WorldBox(x - half_width, y - half_height, x + half_width, y + half_height)

    @property
    def metres_per_pixel(self) -> float:
        """On the ground, in the middle of the picture."""
        return EQUATOR_M * cos(radians(unproject(self.centre).lat)) / self.scale

    def pixel(self, point: WorldPoint) -> tuple[float, float]:
        """Where a point of the world falls, from the picture's north-west corner."""
        return (
            (point.x - self.centre.x) * self.scale + self.width / 2.0,
            (point.y - self.centre.y) * self.scale + self.height / 2.0,
        )

    def world(self, x: float, y: float) -> WorldPoint:
        """What lies under a pixel."""
        return WorldPoint(
            self.centre.x + (x - self.width / 2.0) / self.scale, self.centre.y + (y - self.height / 2.0) / self.scale
        )

    def resized(self, width: float, height: float) -> "Viewport":
        """The same middle and zoom in a picture of another size."""
        return replace(self, width=width, height=height)

    def moved(self, right: float, down: float) -> "Viewport":
        """Look further right and down by so many pixels; the middle never leaves the world."""
        return self.centred(WorldPoint(self.centre.x + right / self.scale, self.centre.y + down / self.scale))

    def centred(self, centre: WorldPoint) -> "Viewport":
        """Look at another middle."""
        return replace(self, centre=WorldPoint(min(1.0, max(0.0, centre.x)), min(1.0, max(0.0, centre.y))))

    def zoomed(self, steps: float, x: float, y: float) -> "Viewport":
        """Zoom in by so many doublings (out where negative) while the point under pixel (x, y) stays there."""
        held = self.world(x, y)
        nearer = replace(self, zoom=min(MAX_ZOOM, max(MIN_ZOOM, self.zoom + steps)))
        strayed = nearer.world(x, y)
        return nearer.centred(WorldPoint(self.centre.x + held.x - strayed.x, self.centre.y + held.y - strayed.y))

    def fitted(self, box: WorldBox, *, margin: float, closest: float = 16.0) -> "Viewport":
        """The closest look that shows the whole rectangle.

        Args:
            box: what must be in sight.
            margin: pixels to keep free on each side.
            closest: zoom not to exceed, so that a single point still has surroundings.
        """
        free_width, free_height = max(16.0, self.width - 2 * margin), max(16.0, self.height - 2 * margin)
        # A box without any extent asks for an infinite zoom; `closest` decides then.
        across = max(1e-12, (box.right - box.left) / free_width, (box.bottom - box.top) / free_height)
        zoom = min(closest, max(MIN_ZOOM, log2(1.0 / (across * TILE_SIZE))))
        centre = WorldPoint((box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0)
        return replace(self, zoom=zoom).centred(centre)
