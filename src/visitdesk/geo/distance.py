"""Distance over the earth's surface."""

from math import asin, cos, radians, sin, sqrt

from visitdesk.geo.model import LatLon

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius R1 of the WGS-84 ellipsoid."""


def great_circle_m(here: LatLon, there: LatLon) -> float:
    """Metres between two points of one datum by the haversine formula (error below 0.6 % of the true distance).

    Raises:
        ValueError: the points are of different datums.
    """
    if here.datum != there.datum:
        msg = "points of different datums"
        raise ValueError(msg)
    lat1, lat2 = radians(here.lat), radians(there.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, radians(there.lon - here.lon) / 2
    square = sin(half_lat) ** 2 + cos(lat1) * cos(lat2) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1.0, square)))
