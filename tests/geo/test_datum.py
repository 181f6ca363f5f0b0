"""The Chinese shifts, held against vectors of npm gcoord 1.0.7 (MIT) and against themselves."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.geo.datum import EAST, NORTH, SOUTH, WEST, convert, is_shifted
from visitdesk.geo.distance import great_circle_m
from visitdesk.geo.model import Datum, LatLon

# lat and lon in WGS-84, then GCJ-02, then BD-09, as gcoord 1.0.7 gives them.
GCOORD = (
    (39.90923, 116.397428, 39.91063350638631, 116.40367162595768, 39.916972856075134, 116.41004410170474),
    (22.543096, 114.057865, 22.54037875229225, 114.06297895739921, 22.546037398720113, 114.06952896308195),
    (31.230416, 121.473701, 31.22847374224698, 121.47822405739267, 31.23432658138832, 121.48478247238995),
    (43.825592, 87.616848, 43.826797436147594, 87.61969799823531, 43.83294127029601, 87.62614810195592),
    (18.252847, 109.511909, 18.251141748703045, 109.51599327140339, 18.25692363216166, 109.52254078980954),
    (45.803775, 126.534967, 45.80575661491464, 126.54100746726697, 45.811370879732934, 126.54762634924138),
    (29.652491, 91.17211, 29.649701588603218, 91.17357736067905, 29.655755531273392, 91.18007004811362),
    (30.0, 105.0, 29.997324375217286, 105.00300555813327, 30.003634724312082, 105.0094139924316),
    (35.0, 104.9999, 34.99909834640878, 105.0031857561448, 35.005403661860186, 105.00956625000728),
    (1.3, 103.8, 1.3006500206230236, 103.80141393737402, 1.3069603591761618, 103.80789307678758),
    (54.9, 73.1, 54.90040986765893, 73.10465552074483, 54.90647018406089, 73.11110968733882),
)
EDGES = ((SOUTH, 100.0), (NORTH, 100.0), (30.0, WEST), (30.0, EAST))
WELL_INSIDE = st.tuples(st.floats(SOUTH + 0.05, NORTH - 0.05), st.floats(WEST + 0.05, EAST - 0.05))
ANYWHERE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
DATUMS = st.sampled_from(Datum)


def wgs(lat: float, lon: float) -> LatLon:
    return LatLon(lat=lat, lon=lon)


@pytest.mark.parametrize("row", GCOORD)
def test_that_forward_shifts_agree_with_an_independent_library(row: tuple[float, ...]) -> None:
    gcj = convert(wgs(row[0], row[1]), Datum.GCJ02)
    baidu = convert(wgs(row[0], row[1]), Datum.BD09)
    assert (gcj.lat, gcj.lon) == pytest.approx(row[2:4], abs=1e-11)
    assert (baidu.lat, baidu.lon) == pytest.approx(row[4:6], abs=1e-11)
    assert convert(gcj, Datum.BD09) == baidu


@pytest.mark.parametrize("row", GCOORD)
def test_that_inverse_shifts_find_the_point_the_independent_library_started_from(row: tuple[float, ...]) -> None:
    from_gcj = convert(LatLon(lat=row[2], lon=row[3], datum=Datum.GCJ02), Datum.WGS84)
    from_baidu = convert(LatLon(lat=row[4], lon=row[5], datum=Datum.BD09), Datum.WGS84)
    assert (from_gcj.lat, from_gcj.lon) == pytest.approx(row[:2], abs=1e-11)
    assert (from_baidu.lat, from_baidu.lon) == pytest.approx(row[:2], abs=1e-11)


@settings(deadline=None, max_examples=300)
@given(degrees=WELL_INSIDE, here=DATUMS, there=DATUMS)
def test_that_there_and_back_meets_within_a_tenth_of_a_millimetre(
    degrees: tuple[float, float], here: Datum, there: Datum
) -> None:
    point = LatLon(lat=degrees[0], lon=degrees[1], datum=here)
    back = convert(convert(point, there), here)
    assert back.datum is here
    assert (back.lat, back.lon) == pytest.approx(degrees, rel=0, abs=1e-9)


@settings(deadline=None, max_examples=200)
@given(degrees=ANYWHERE, here=DATUMS, there=DATUMS)
def test_that_points_outside_the_box_keep_their_numbers_in_every_system(
    degrees: tuple[float, float], here: Datum, there: Datum
) -> None:
    point = LatLon(lat=degrees[0], lon=degrees[1], datum=here)
    moved = convert(point, there)
    assert moved.datum is there
    if here is there or not is_shifted(*degrees):
        assert (moved.lat, moved.lon) == degrees
    else:
        assert (moved.lat, moved.lon) != degrees


@pytest.mark.parametrize(("lat", "lon"), EDGES)
def test_that_the_edge_itself_is_shifted_and_the_next_number_outside_is_not(lat: float, lon: float) -> None:
    on_edge = wgs(lat, lon)
    assert convert(on_edge, Datum.GCJ02) != LatLon(lat=lat, lon=lon, datum=Datum.GCJ02)
    outward = {
        SOUTH: (math.nextafter(lat, -90), lon),
        NORTH: (math.nextafter(lat, 90), lon),
        WEST: (lat, math.nextafter(lon, -180)),
        EAST: (lat, math.nextafter(lon, 180)),
    }[lat if lat in {SOUTH, NORTH} else lon]
    for there in (Datum.GCJ02, Datum.BD09):
        moved = convert(wgs(*outward), there)
        assert (moved.lat, moved.lon) == outward


@settings(deadline=None, max_examples=200)
@given(degrees=WELL_INSIDE)
def test_that_a_shift_is_as_long_as_the_field_knows_it(degrees: tuple[float, float]) -> None:
    gcj = convert(wgs(*degrees), Datum.GCJ02)
    assert 1.0 < great_circle_m(wgs(*degrees), wgs(gcj.lat, gcj.lon)) < 2_000.0
