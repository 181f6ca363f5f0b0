"""The agenda: what the watch owes next, in order of time, kept up to date as watches and alarms change.

A heap whose outdated entries are dropped when they come up, so that a tick over hundreds of live teams costs nothing
while nothing is due. What is owed by whom is decided in `obligations`.
"""

import heapq
from collections.abc import Hashable, Iterable

from visitdesk.safety.model import Duty, Obligation

_RANK = {duty: rank for rank, duty in enumerate(Duty)}

_Entry = tuple[object, int, str, int, Hashable, Obligation]


class Agenda:
    """Obligations of many owners (a watch, an alarm), each replaced whole."""

    def __init__(self) -> None:
        self._heap: list[_Entry] = []
        self._stamps: dict[Hashable, int] = {}

    def put(self, owner: Hashable, obligations: Iterable[Obligation]) -> None:
        """Replace everything this owner owes."""
        stamp = self._stamps.get(owner, 0) + 1
        self._stamps[owner] = stamp
        for owed in obligations:
            heapq.heappush(self._heap, (owed.at, _RANK[owed.duty], owed.key, stamp, owner, owed))

    def first(self) -> Obligation | None:
        """The earliest obligation; of several at one instant, alarms before reminders, then by key."""
        while self._heap:
            _, _, _, stamp, owner, owed = self._heap[0]
            if self._stamps[owner] == stamp:
                return owed
            heapq.heappop(self._heap)
        return None
