"""A grid over the ground and a scale bar, in round numbers: what makes empty ground readable as a map."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, cos, floor, log10, radians

from visitdesk.geo.model import LatLon
from visitdesk.geo.projection import EQUATOR_M, Viewport, WorldPoint, project, unproject

_LARGEST_SQUARE_M = 50_000.0
"""Beyond it Mercator stretches visibly within one picture, so the grid turns to degrees."""

_DEGREES = (1, 2, 5, 10, 15, 30)


class GridUnit(StrEnum):
    """What the grid counts in."""

    METRES = "metres"
    DEGREES = "degrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundGrid:
    """Lines that cross a picture.

    Attributes:
        unit: metres from the anchor, or degrees from equator and Greenwich.
        step: between two lines, in that unit.
        columns: x in the unit square, with the value there (east positive), from the west.
        rows: y in the unit square, with the value there (north positive), from the north.
    """

    unit: GridUnit
    step: float
    columns: tuple[tuple[float, float], ...]
    rows: tuple[tuple[float, float], ...]


def ground_grid(view: Viewport, anchor: WorldPoint | None, *, least_px: float) -> GroundGrid:
    """The grid for a picture: squares of 1, 2 or 5 times a power of ten metres around the anchor, or of whole degrees.

    Args:
        view: the picture.
        anchor: where the count starts, e.g. the depot; None asks for degrees.
        least_px: two lines are at least so many pixels apart.
    """
    if anchor is not None:
        world_per_metre = 1.0 / (EQUATOR_M * cos(radians(unproject(anchor).lat)))
        step = round_up(least_px / (world_per_metre * view.scale))
        if step <= _LARGEST_SQUARE_M:
            return _metres(view, anchor, step, step * world_per_metre)
    return _degrees(view, least_px)


def _metres(view: Viewport, anchor: WorldPoint, step: float, side: float) -> GroundGrid:
    box = view.box
    first, last = ceil((box.left - anchor.x) / side), floor((box.right - anchor.x) / side)
    top, bottom = ceil((box.top - anchor.y) / side), floor((box.bottom - anchor.y) / side)
    return GroundGrid(
        unit=GridUnit.METRES,
        step=step,
        columns=tuple((anchor.x + nth * side, nth * step) for nth in range(first, last + 1)),
        rows=tuple((anchor.y + nth * side, -nth * step) for nth in range(top, bottom + 1)),
    )


def _degrees(view: Viewport, least_px: float) -> GroundGrid:
    wanted = least_px / view.scale * 360.0
    step = next((degrees for degrees in _DEGREES if degrees >= wanted), _DEGREES[-1])
    box = view.box
    west, east = box.left * 360.0 - 180.0, box.right * 360.0 - 180.0
    columns = range(max(-180, ceil(west / step) * step), min(180, floor(east / step) * step) + 1, step)
    rows = range(80 // step * step, -80 - 1, -step)
    crossing = ((project(LatLon(lat=lat, lon=0.0)).y, float(lat)) for lat in rows)
    return GroundGrid(
        unit=GridUnit.DEGREES,
        step=step,
        columns=tuple(((lon + 180.0) / 360.0, float(lon)) for lon in columns),
        rows=tuple((y, lat) for y, lat in crossing if box.top <= y <= box.bottom),
    )


def round_up(value: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not below a positive value."""
    power = 10.0 ** floor(log10(value))
    return next((times * power for times in (1.0, 2.0, 5.0) if times * power >= value * (1 - 1e-9)), 10.0 * power)


def round_down(value: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not above a positive value: the length of a scale bar."""
    power = 10.0 ** floor(log10(value))
    return next((times * power for times in (5.0, 2.0) if times * power <= value * (1 + 1e-9)), power)
