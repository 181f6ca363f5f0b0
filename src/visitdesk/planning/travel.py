"""Travel times where no road data are at hand: the straight line, a detour factor, and speeds that grow with distance.

The numbers are product policy until a branch calibrates them by its own check-ins (recalled: city detour factors of
1.3–1.4). Measured (reference routing §6): against road data one fitted factor and speed is off by 23 % in the median
in the mountains, less in a flat city; the plan therefore always says that its times are an estimate.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visitdesk.geo.distance import EARTH_RADIUS_M
from visitdesk.planning.model import DayProblem, Matrix, TravelSource


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSpeeds:
    """How an area drives.

    Attributes:
        detour: road metres per straight-line metre.
        bands: pairs of (road metres up to which the band reaches, kilometres per hour inside it); a leg drives through
            the bands in turn, so that a longer leg never takes less time.
        ends_s: seconds to set off and to park, added to every leg that goes anywhere.
    """

    detour: float
    bands: tuple[tuple[float, float], ...]
    ends_s: int


CITY = AreaSpeeds(detour=1.35, bands=((3_000, 20.0), (10_000, 30.0), (30_000, 45.0), (float("inf"), 60.0)), ends_s=60)
"""Dense streets; the default."""

COUNTRY = AreaSpeeds(detour=1.45, bands=((2_000, 30.0), (10_000, 45.0), (float("inf"), 60.0)), ends_s=30)
"""Villages and county roads."""


def with_travel(problem: DayProblem, speeds: AreaSpeeds = CITY) -> DayProblem:
    """The problem with a matrix: its own, or the estimate where it brought none."""
    if problem.matrix is not None:
        return problem
    return replace(problem, matrix=estimated(problem, speeds), travel=TravelSource.ESTIMATE)


def estimated(problem: DayProblem, speeds: AreaSpeeds = CITY) -> Matrix:
    """Estimated travel between all places of the problem; every place must have its point.

    Raises:
        ValueError: a place has no point (the forms refuse that).
    """
    points = [place.point for place in problem.places if place.point is not None]
    if len(points) != len(problem.places):
        msg = "a place without coordinates"
        raise ValueError(msg)
    lat = np.radians([point.lat for point in points])
    lon = np.radians([point.lon for point in points])
    half_lat = (lat[:, None] - lat[None, :]) / 2
    half_lon = (lon[:, None] - lon[None, :]) / 2
    square = np.sin(half_lat) ** 2 + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin(half_lon) ** 2
    road = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(square, 0.0, 1.0))) * speeds.detour
    seconds = _seconds(road, speeds)
    return Matrix(
        seconds=tuple(map(tuple, np.ceil(seconds).astype(int).tolist())),
        metres=tuple(map(tuple, np.rint(road).astype(int).tolist())),
    )


def _seconds(road: NDArray[np.float64], speeds: AreaSpeeds) -> NDArray[np.float64]:
    seconds = np.where(road < 1.0, 0.0, float(speeds.ends_s))
    reached = 0.0
    for limit, speed in speeds.bands:
        seconds += np.clip(road - reached, 0.0, limit - reached) / (speed / 3.6)
        reached = limit
    return seconds
