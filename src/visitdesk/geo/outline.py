"""The land outline that ships with the program: land against sea, without boundaries, so that no map is ever blank.

Data: Natural Earth, public domain; the file's form is told in `resources/basemap/README.md`.
"""

import struct
import sys
import zlib
from array import array
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from visitdesk.errors import Unavailable
from visitdesk.geo.projection import TileId

ATTRIBUTION = "Natural Earth"

SQUARE = 65_535
"""Units along one side of a square; ring points are whole numbers from 0 to this, from its north-west corner."""

_MAGIC = b"VDLAND1\n"
_FINER_FROM = ((7, 7.0), (3, 3.0), (0, 0.0))
"""Level of squares and the zoom from which it is used; the finest first."""


class Ring(NamedTuple):
    """A closed line around land, or around water in it. The last point joins the first."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]

    def coast(self) -> list[list[tuple[int, int]]]:
        """The parts of the ring that are shore: what the cutting into squares added runs along their edges."""
        points = [*zip(self.xs, self.ys, strict=True), (self.xs[0], self.ys[0])]
        lines: list[list[tuple[int, int]]] = [[points[0]]]
        for before, after in pairwise(points):
            if _along_edge(before, after):
                lines.append([after])
            else:
                lines[-1].append(after)
        return [line for line in lines if len(line) > 1]


def _along_edge(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return any(one[axis] == other[axis] and one[axis] in {0, SQUARE} for axis in (0, 1))


@dataclass(frozen=True, slots=True)
class Land:
    """The land of one square.

    Attributes:
        is_whole: land all over; `rings` is empty then.
        rings: outer rings and holes alike, to be filled by the odd-even rule.
    """

    is_whole: bool
    rings: tuple[Ring, ...] = ()


SEA = Land(is_whole=False)


class LandOutline:
    """Answers which land lies in a square, by squares of three sizes."""

    def __init__(self, data: bytes) -> None:
        """Read the head only; rings are unpacked when asked for.

        Raises:
            Unavailable: the file is not a land outline.
        """
        if not data.startswith(_MAGIC):
            raise Unavailable("geo.outline_damaged")
        self._data = data
        self._where: dict[TileId, tuple[int, int]] = {}
        at = len(_MAGIC) + 1
        levels = [struct.unpack_from("<BH", data, at + 3 * nth) for nth in range(data[at - 1])]
        at += 3 * len(levels)
        for zoom, count in levels:
            for x, y, offset, length in struct.iter_unpack("<HHII", data[at : at + 12 * count]):
                self._where[TileId(zoom, x, y)] = (offset, length)
            at += 12 * count
        self._body = at

    @staticmethod
    def level_for(zoom: float) -> int:
        """Of which zoom the squares are that suit a picture of this zoom."""
        return next(level for level, first in _FINER_FROM if zoom >= first or level == 0)

    def land(self, square: TileId) -> Land:
        """The land in a square of a level that `level_for` gives; sea outside the world."""
        place = self._where.get(square)
        if place is None:
            return SEA
        offset, length = place
        if length == 0:
            return Land(is_whole=True)
        return Land(is_whole=False, rings=_rings(self._data[self._body + offset : self._body + offset + length]))


def _rings(packed: bytes) -> tuple[Ring, ...]:
    numbers = array("H")
    numbers.frombytes(zlib.decompress(packed))
    if sys.byteorder != "little":
        numbers.byteswap()
    lengths, at = numbers[1 : numbers[0] + 1], numbers[0] + 1
    rings = []
    for length in lengths:
        xs, ys = (_summed(numbers[start : start + length]) for start in (at, at + length))
        rings.append(Ring(xs, ys))
        at += 2 * length
    return tuple(rings)


def _summed(differences: "array[int]") -> tuple[int, ...]:
    return tuple(total & SQUARE for total in accumulate(differences))
