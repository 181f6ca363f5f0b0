"""Many stops on little ground: which are drawn as one, and which words find room. Pure arithmetic, no Qt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import cos, floor, pi, sin
from typing import NamedTuple

from visitdesk.geo.projection import WorldPoint

FAN_FROM = 16.0
"""Zoom from which stops at one door stand in a circle around it, for no zoom could part them."""

FAN_MOST = 8
"""More stops than this at one door stay one mark with their count."""


class Spot(NamedTuple):
    """One mark on the map.

    Attributes:
        members: indices of the stops it stands for, at least one.
        at: its middle.
        aside: pixels to the right and down by which it stands off its true place.
    """

    members: tuple[int, ...]
    at: WorldPoint
    aside: tuple[float, float] = (0.0, 0.0)

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for more than one stop."""
        return len(self.members) > 1


def gather(
    points: Sequence[WorldPoint], alone: frozenset[int], *, scale: float, reach: float, fan: float | None
) -> tuple[Spot, ...]:
    """Stops that would lie over one another become one mark.

    The first stop of a place draws in all that come later within its reach, so the same stops give the same marks.

    Args:
        points: of all stops.
        alone: indices that are never drawn in, nor draw others in: alarms and the selection.
        scale: pixels across the unit square.
        reach: pixels within which stops are gathered.
        fan: pixels from the door at which gathered stops stand around it instead; None keeps them as one.
    """
    side = reach / scale
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    for index, (x, y) in enumerate(points):
        if index in alone:
            groups.append([index])
            continue
        column, row = floor(x / side), floor(y / side)
        group = _near(points, groups, cells, (column, row), index, side)
        if group is None:
            cells[column, row].append(len(groups))
            groups.append([index])
        else:
            group.append(index)
    return tuple(spot for group in groups for spot in _spots(points, group, fan))


_AROUND = tuple((column, row) for column in (0, -1, 1) for row in (0, -1, 1))


def _near(
    points: Sequence[WorldPoint],
    groups: list[list[int]],
    cells: dict[tuple[int, int], list[int]],
    cell: tuple[int, int],
    index: int,
    side: float,
) -> list[int] | None:
    x, y = points[index]
    column, row = cell
    reach = side * side
    for right, down in _AROUND:
        for nth in cells.get((column + right, row + down), ()):
            first_x, first_y = points[groups[nth][0]]
            if (first_x - x) ** 2 + (first_y - y) ** 2 <= reach:
                return groups[nth]
    return None


def _spots(points: Sequence[WorldPoint], group: list[int], fan: float | None) -> Iterator[Spot]:
    count = len(group)
    if count == 1:
        yield Spot((group[0],), points[group[0]])
        return
    middle = WorldPoint(sum(points[i].x for i in group) / count, sum(points[i].y for i in group) / count)
    if fan is None or count > FAN_MOST:
        yield Spot(tuple(group), middle)
        return
    for nth, index in enumerate(group):
        turn = 2 * pi * nth / count - pi / 2
        yield Spot((index,), middle, (fan * cos(turn), fan * sin(turn)))


class Box(NamedTuple):
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Wish(NamedTuple):
    """Words that want to stand beside a mark.

    Attributes:
        x: of the mark's middle.
        y: of the mark's middle.
        width: of the words with their margin.
        height: likewise.
        away: from the mark's middle to the words' nearest edge.
    """

    x: float
    y: float
    width: float
    height: float
    away: float


class Room:
    """Remembers what is taken, in buckets, so that asking stays cheap with a thousand marks."""

    def __init__(self, bucket: float = 64.0) -> None:
        self._bucket = bucket
        self._taken: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """This rectangle is occupied."""
        for key in self._keys(box):
            self._taken[key].append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing lies in this rectangle."""
        left, top, right, bottom = box
        for key in self._keys(box):
            for other in self._taken.get(key, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True

    def _keys(self, box: Box) -> Iterator[tuple[int, int]]:
        for column in range(floor(box.left / self._bucket), floor(box.right / self._bucket) + 1):
            for row in range(floor(box.top / self._bucket), floor(box.bottom / self._bucket) + 1):
                yield column, row


def place(wishes: Iterable[Wish | None], room: Room) -> list[Box | None]:
    """Where each label stands: right of its mark, else left, below or above; None where there is no room.

    Earlier wishes go first. A `None` among them stays `None`.
    """
    return [None if wish is None else _place(wish, room) for wish in wishes]


def _place(wish: Wish, room: Room) -> Box | None:
    x, y, half_width, half_height = wish.x, wish.y, wish.width / 2, wish.height / 2
    for left, top in (
        (x + wish.away, y - half_height),
        (x - wish.away - wish.width, y - half_height),
        (x - half_width, y + wish.away),
        (x - half_width, y - wish.away - wish.height),
    ):
        box = Box(left, top, left + wish.width, top + wish.height)
        if room.is_free(box):
            room.take(box)
            return box
    return None
