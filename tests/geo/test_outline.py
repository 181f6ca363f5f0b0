"""The shipped land outline: land where there is land, sea where there is sea, at every level."""

import pytest

from visitdesk.errors import Unavailable
from visitdesk.geo.model import LatLon
from visitdesk.geo.outline import SEA, SQUARE, LandOutline, Ring
from visitdesk.geo.projection import TileId, project
from visitdesk.paths import resource


@pytest.fixture(scope="module")
def outline() -> LandOutline:
    return LandOutline(resource("basemap", "land.bin").read_bytes())


def is_land(outline: LandOutline, lat: float, lon: float, level: int) -> bool:
    """Odd-even rule by a ray to the east."""
    point = project(LatLon(lat=lat, lon=lon))
    square = TileId(level, int(point.x * 2**level), int(point.y * 2**level))
    land = outline.land(square)
    box = square.box()
    x, y = ((point.x - box.left) * 2**level * SQUARE, (point.y - box.top) * 2**level * SQUARE)
    inside = land.is_whole
    for ring in land.rings:
        ends = list(zip(ring.xs, ring.ys, strict=True))
        for (x1, y1), (x2, y2) in zip(ends, [*ends[1:], ends[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


@pytest.mark.parametrize("level", [0, 3, 7])
@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (39.9, 116.4, True),  # Beijing
        (30.6, 104.1, True),  # Chengdu
        (23.8, 121.0, True),  # Taiwan
        (19.2, 109.7, True),  # Hainan
        (29.6, 91.1, True),  # Lhasa
        (15.0, 115.0, False),  # South China Sea
        (30.0, 125.0, False),  # East China Sea
        (0.0, -30.0, False),  # Atlantic
        (-25.0, 134.0, True),  # Australia
    ],
)
def test_that_land_and_sea_lie_where_they_lie(
    outline: LandOutline, lat: float, lon: float, level: int, *, expected: bool
) -> None:
    assert is_land(outline, lat, lon, level) is expected


@pytest.mark.parametrize("level", [3, 7])
def test_that_a_sea_within_the_land_is_sea(outline: LandOutline, level: int) -> None:
    assert not is_land(outline, 42.0, 51.0, level)  # the Caspian


@pytest.mark.parametrize(("zoom", "level"), [(1.0, 0), (2.99, 0), (3.0, 3), (6.99, 3), (7.0, 7), (19.0, 7)])
def test_that_a_closer_look_gets_a_finer_outline(zoom: float, level: int) -> None:
    assert LandOutline.level_for(zoom) == level


def test_that_unlisted_squares_are_sea(outline: LandOutline) -> None:
    assert outline.land(TileId(7, 999, 3)) == SEA


def test_that_a_foreign_file_is_refused() -> None:
    with pytest.raises(Unavailable) as fault:
        LandOutline(b"PNG\n")
    assert fault.value.code == "geo.outline_damaged"


def test_that_cuts_along_a_squares_edge_are_no_shore() -> None:
    ring = Ring((0, 500, SQUARE, SQUARE, 0), (100, 300, 200, SQUARE, SQUARE))
    assert ring.coast() == [[(0, 100), (500, 300), (SQUARE, 200)]]


def test_that_an_island_is_all_shore() -> None:
    ring = Ring((10, 20, 15), (10, 10, 30))
    assert ring.coast() == [[(10, 10), (20, 10), (15, 30), (10, 10)]]
