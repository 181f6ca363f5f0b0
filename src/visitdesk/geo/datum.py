"""GCJ-02 and BD-09 to WGS-84 and back.

Chinese map services publish shifted coordinates: GCJ-02 (Amap, Tencent) moves a point by some 300–600 m, BD-09 (Baidu)
moves that result once more. A point taken in the wrong system sends a team to the wrong door, so every point carries
its datum and is converted here and nowhere else.

The shift applies inside one box only, edges included; outside it all three systems are the same. Whether a point lies
inside is decided once, by the numbers handed in. Within about a kilometre of the box's edge, where a shift can carry
a point over it, there and back therefore need not meet; everywhere else they meet to better than 1e-9 degrees (0.1 mm).

The forward formula is the public one of PRCoords (CC0) on the ellipsoid of Krasovsky 1940; no official text is public.
Both inverses are found by iterating the forward formula, because the one-step inverses in use are off by up to 4 m.
"""

from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin, sqrt

from visitdesk.geo.model import Datum, LatLon

WEST, EAST = 72.004, 137.8347
"""Degrees of longitude between which points are shifted, both included."""

SOUTH, NORTH = 0.8293, 55.8271
"""Degrees of latitude between which points are shifted, both included."""

_SEMI_MAJOR_M = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_BAIDU_TURN = pi * 3000.0 / 180.0
_CLOSE_ENOUGH = 1e-12
"""Degrees between two steps at which an inverse has settled: a ten-thousandth of a millimetre."""

_MOST_STEPS = 30
"""The worst point of the box settles in 6 steps; the rest is for rounding that flips the last digit to and fro."""

Shift = Callable[[float, float], tuple[float, float]]


def is_shifted(lat: float, lon: float) -> bool:
    """Whether these degrees lie in the box inside which the Chinese systems differ from WGS-84."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def convert(point: LatLon, to: Datum) -> LatLon:
    """The same place in another datum; the very same numbers where nothing is shifted."""
    if point.datum is to:
        return point
    lat, lon = point.lat, point.lon
    if is_shifted(lat, lon):
        for step in _STEPS[point.datum, to]:
            lat, lon = step(lat, lon)
    return LatLon(lat=lat, lon=lon, datum=to)


def _wgs_to_gcj(lat: float, lon: float) -> tuple[float, float]:
    x, y = lon - 105.0, lat - 35.0
    shared = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    north_m = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + shared
    north_m += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north_m += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y / 30.0 * pi)) * 2.0 / 3.0
    east_m = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + shared
    east_m += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east_m += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    magic = 1.0 - _ECCENTRICITY_SQUARED * sin(radians(lat)) ** 2
    along_meridian_m = _SEMI_MAJOR_M * (1.0 - _ECCENTRICITY_SQUARED) / (magic * sqrt(magic))
    along_parallel_m = _SEMI_MAJOR_M / sqrt(magic) * cos(radians(lat))
    return lat + north_m * 180.0 / (along_meridian_m * pi), lon + east_m * 180.0 / (along_parallel_m * pi)


def _gcj_to_bd(lat: float, lon: float) -> tuple[float, float]:
    radius = hypot(lon, lat) + 0.00002 * sin(lat * _BAIDU_TURN)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _BAIDU_TURN)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _inverse(forward: Shift, lat: float, lon: float) -> tuple[float, float]:
    """The point that `forward` carries to these degrees.

    A fixed point: go back by as much as the guess lands off. Neighbours are shifted almost alike (a step shrinks the
    error at least fiftyfold), so it settles fast and everywhere in the box.
    """
    back_lat, back_lon = lat, lon
    for _ in range(_MOST_STEPS):
        there_lat, there_lon = forward(back_lat, back_lon)
        off_lat, off_lon = there_lat - lat, there_lon - lon
        back_lat, back_lon = back_lat - off_lat, back_lon - off_lon
        if max(abs(off_lat), abs(off_lon)) < _CLOSE_ENOUGH:
            break
    return back_lat, back_lon


def _gcj_to_wgs(lat: float, lon: float) -> tuple[float, float]:
    return _inverse(_wgs_to_gcj, lat, lon)


def _bd_to_gcj(lat: float, lon: float) -> tuple[float, float]:
    return _inverse(_gcj_to_bd, lat, lon)


_STEPS: dict[tuple[Datum, Datum], tuple[Shift, ...]] = {
    (Datum.WGS84, Datum.GCJ02): (_wgs_to_gcj,),
    (Datum.WGS84, Datum.BD09): (_wgs_to_gcj, _gcj_to_bd),
    (Datum.GCJ02, Datum.BD09): (_gcj_to_bd,),
    (Datum.GCJ02, Datum.WGS84): (_gcj_to_wgs,),
    (Datum.BD09, Datum.GCJ02): (_bd_to_gcj,),
    (Datum.BD09, Datum.WGS84): (_bd_to_gcj, _gcj_to_wgs),
}
