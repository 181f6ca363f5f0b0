"""Where pictures of the ground come from: a map pack, a tile file, a server. The map knows only this Protocol.

Implementations live in `geodata` (the branch's own pack) and read files or the network; they never touch a screen.
"""

from dataclasses import dataclass
from typing import Protocol

from visitdesk.geo.projection import TileId


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoBox:
    """A rectangle in WGS-84 degrees; it does not cross 180°."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TileSheet:
    """What a source says about itself.

    Attributes:
        name: shown to people who choose.
        attribution: what the licence asks to print on every picture.
        min_zoom: smallest zoom with tiles.
        max_zoom: largest zoom with tiles; beyond it the picture is enlarged.
        coverage: where it has data; None means everywhere. Outside it the map is hatched.
        as_of: the data's date in words of the source, e.g. `2026-11-01`; empty where unknown.
    """

    name: str
    attribution: str
    min_zoom: int
    max_zoom: int
    coverage: GeoBox | None
    as_of: str = ""


class TileSource(Protocol):
    """Pictures of the ground by tile.

    `image` is called in worker threads, several at a time. A source of GCJ-02 tiles (some servers) shifts them itself:
    whatever it answers is drawn as WGS-84.
    """

    @property
    def sheet(self) -> TileSheet:
        """What the source says about itself."""
        ...

    def image(self, tile: TileId, *, pixel_ratio: float) -> bytes | None:
        """An encoded picture (PNG, JPEG or WebP) of the tile, square, `256 · pixel_ratio` wide or any other size.

        Answers None where the source has nothing, which is not a fault.

        Raises:
            Unavailable: the file or server cannot be reached just now; ask again later.
        """
        ...
