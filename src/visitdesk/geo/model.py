"""A point that knows in which datum its numbers are meant."""

from dataclasses import dataclass
from enum import StrEnum

from visitdesk.errors import BadInput


class Datum(StrEnum):
    """Coordinate systems in use in the field. Only WGS84 is stored."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


@dataclass(frozen=True, slots=True, kw_only=True)
class LatLon:
    """A point in degrees.

    Attributes:
        lat: −90 to 90, north positive.
        lon: −180 to 180, east positive.
        datum: in which system the numbers are meant.
    """

    lat: float
    lon: float
    datum: Datum = Datum.WGS84

    def __post_init__(self) -> None:
        if not (-90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0):
            raise BadInput("geo.impossible_coordinates", value=f"{self.lat}, {self.lon}")
