"""Round distances under the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitdesk.geo.distance import great_circle_m
from visitdesk.geo.grid import GridUnit, ground_grid, round_down, round_up
from visitdesk.geo.model import LatLon
from visitdesk.geo.projection import Viewport, WorldPoint, project, unproject

SHANGHAI = project(LatLon(lat=31.23, lon=121.47))


def view(zoom: float) -> Viewport:
    return Viewport(centre=SHANGHAI, zoom=zoom, width=1000, height=700)


@given(value=st.floats(1e-3, 1e7))
def test_that_round_numbers_are_the_nearest_of_one_two_five(value: float) -> None:
    up, down = round_up(value), round_down(value)
    assert down * (1 - 1e-6) <= value <= up * (1 + 1e-6)
    assert up / value <= 2.5 * (1 + 1e-6)
    assert value / down <= 2.5 * (1 + 1e-6)
    assert f"{up:.0e}"[0] in "125"
    assert f"{down:.0e}"[0] in "125"


@pytest.mark.parametrize("zoom", [9.0, 11.5, 14.2, 17.0])
def test_that_grid_lines_lie_as_far_from_the_depot_as_they_say(zoom: float) -> None:
    grid = ground_grid(view(zoom), SHANGHAI, least_px=84)
    assert grid.unit is GridUnit.METRES
    depot = unproject(SHANGHAI)
    for x, metres in grid.columns:
        there = unproject(WorldPoint(x, SHANGHAI.y))
        assert great_circle_m(depot, there) == pytest.approx(abs(metres), rel=0.005, abs=0.5)
        assert (there.lon > depot.lon) == (metres > 0) or metres == 0
    for y, metres in grid.rows:
        there = unproject(WorldPoint(SHANGHAI.x, y))
        # Mercator stretches with latitude: over one picture of a town by less than two per cent.
        assert great_circle_m(depot, there) == pytest.approx(abs(metres), rel=0.02, abs=0.5)
        assert (there.lat > depot.lat) == (metres > 0) or metres == 0


@pytest.mark.parametrize("zoom", [9.0, 11.5, 14.2, 17.0])
def test_that_lines_are_neither_too_dense_nor_too_sparse(zoom: float) -> None:
    grid = ground_grid(view(zoom), SHANGHAI, least_px=84)
    gap = (grid.columns[1][0] - grid.columns[0][0]) * view(zoom).scale
    assert 84 * 0.999 <= gap <= 84 * 2.501


def test_that_panning_moves_the_grid_with_the_ground() -> None:
    here = {value: x for x, value in ground_grid(view(12), SHANGHAI, least_px=84).columns}
    there = {value: x for x, value in ground_grid(view(12).moved(37, 11), SHANGHAI, least_px=84).columns}
    shared = here.keys() & there.keys()
    assert shared
    assert all(here[value] == pytest.approx(there[value]) for value in shared)


@pytest.mark.parametrize("zoom", [1.0, 3.6, 5.0])
def test_that_countries_get_whole_degrees(zoom: float) -> None:
    grid = ground_grid(view(zoom), SHANGHAI, least_px=84)
    assert grid.unit is GridUnit.DEGREES
    assert all(value % grid.step == 0 for _, value in (*grid.columns, *grid.rows))
    assert all(-180 <= value <= 180 for _, value in grid.columns)


def test_that_a_map_without_anchor_counts_in_degrees() -> None:
    assert ground_grid(view(12), None, least_px=84).unit is GridUnit.DEGREES
