"""From degrees to pixels and back: what stays under the pointer, what is in sight."""

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.geo.model import LatLon
from visitdesk.geo.projection import (
    MAX_ZOOM,
    MIN_ZOOM,
    NORTHMOST,
    TileId,
    Viewport,
    WorldBox,
    WorldPoint,
    box_around,
    project,
    tiles_over,
    unproject,
)

PLACES = st.builds(lambda lat, lon: LatLon(lat=lat, lon=lon), st.floats(-85, 85), st.floats(-180, 180))
VIEWS = st.builds(
    lambda place, zoom, width, height: Viewport(centre=project(place), zoom=zoom, width=width, height=height),
    PLACES,
    st.floats(MIN_ZOOM, MAX_ZOOM),
    st.floats(200, 3000),
    st.floats(200, 2000),
)


def test_that_the_square_world_begins_in_the_north_west_and_ends_in_the_south_east() -> None:
    assert project(LatLon(lat=NORTHMOST, lon=-180)) == pytest.approx((0.0, 0.0), abs=1e-12)
    assert project(LatLon(lat=0, lon=0)) == pytest.approx((0.5, 0.5))
    assert project(LatLon(lat=-NORTHMOST, lon=180)) == pytest.approx((1.0, 1.0))
    assert project(LatLon(lat=90, lon=0)).y == pytest.approx(0.0, abs=1e-12)


def test_that_a_known_tile_is_found() -> None:
    """Tile 14/13671/6683 holds the heart of Shenzhen's Futian in the common XYZ scheme (computed by its formula)."""
    point = project(LatLon(lat=22.5431, lon=114.0579))
    box = WorldBox(point.x, point.y, point.x + 1e-9, point.y + 1e-9)
    (tile,) = tiles_over(box, 14)
    assert (tile.x, tile.y) == (int((114.0579 + 180) / 360 * 2**14), int(point.y * 2**14))
    assert tile.box().left <= point.x < tile.box().right
    assert tile.box().top <= point.y < tile.box().bottom


def test_that_tiles_outside_the_world_are_never_asked_for() -> None:
    assert set(tiles_over(WorldBox(-3, -3, 3, 3), 1)) == {TileId(1, x, y) for x in (0, 1) for y in (0, 1)}
    assert not list(tiles_over(WorldBox(1.2, 0.1, 1.4, 0.2), 5))


@given(place=PLACES)
def test_that_projecting_there_and_back_keeps_the_place(place: LatLon) -> None:
    back = unproject(project(place))
    assert back.lat == pytest.approx(place.lat, abs=1e-9)
    assert back.lon == pytest.approx(place.lon, abs=1e-9)


@given(view=VIEWS, x=st.floats(0, 1), y=st.floats(0, 1), steps=st.floats(-3, 3))
def test_that_zooming_keeps_what_lies_under_the_pointer(view: Viewport, x: float, y: float, steps: float) -> None:
    at = (x * view.width, y * view.height)
    held = view.world(*at)
    nearer = view.zoomed(steps, *at)
    assert MIN_ZOOM <= nearer.zoom <= MAX_ZOOM
    inside = 0 < nearer.centre.x < 1 and 0 < nearer.centre.y < 1
    if inside:
        assert nearer.pixel(held) == pytest.approx(at, abs=1e-2)


@given(view=VIEWS, places=st.lists(PLACES, min_size=1, max_size=12))
@settings(deadline=None)
def test_that_fitting_brings_every_place_into_sight(view: Viewport, places: list[LatLon]) -> None:
    points = [project(place) for place in places]
    box = box_around(points)
    assert box is not None
    fitted = view.fitted(box, margin=20)
    for point in points:
        x, y = fitted.pixel(point)
        # The whole world does not fit into a small picture; the smallest zoom is the end.
        if fitted.zoom > MIN_ZOOM:
            assert 19.9 <= x <= fitted.width - 19.9
            assert 19.9 <= y <= fitted.height - 19.9


def test_that_one_single_place_keeps_its_surroundings() -> None:
    point = project(LatLon(lat=31, lon=121))
    view = Viewport(centre=WorldPoint(0.5, 0.5), zoom=3, width=600, height=400)
    fitted = view.fitted(WorldBox(point.x, point.y, point.x, point.y), margin=20)
    assert fitted.zoom == 16.0
    assert fitted.pixel(point) == pytest.approx((300, 200))


def test_that_nothing_has_no_rectangle() -> None:
    assert box_around([]) is None


def test_that_a_pixel_is_as_long_as_the_tile_scheme_says() -> None:
    """156,543.03 m at the equator at zoom 0 (OGC WebMercatorQuad), half of it at 60 degrees."""
    equator = Viewport(centre=WorldPoint(0.5, 0.5), zoom=0, width=256, height=256)
    assert equator.metres_per_pixel == pytest.approx(156_543.03, abs=0.01)
    at_60 = equator.centred(project(LatLon(lat=60, lon=0)))
    assert isclose(at_60.metres_per_pixel, 78_271.52, abs_tol=0.01)


@given(view=VIEWS, right=st.floats(-1e7, 1e7), down=st.floats(-1e7, 1e7))
def test_that_the_middle_never_leaves_the_world(view: Viewport, right: float, down: float) -> None:
    moved = view.moved(right, down)
    assert 0 <= moved.centre.x <= 1
    assert 0 <= moved.centre.y <= 1
