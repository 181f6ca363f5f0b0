"""The watch's log in memory, with transactions that roll back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from visitdesk.cases.model import VisitId
from visitdesk.errors import Unavailable
from visitdesk.safety.form import event_of, form_of, kind_of, visit_of
from visitdesk.safety.model import Event
from visitdesk.safety.ports import Stored
from visitdesk.security.audit import Deed, Entry, body_of

_Row = tuple[str, str, str | None, dict[str, object]]


class MemorySafetyLog:
    """Fulfils `SafetyLog`: key, kind, visit, form of each event."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []

    def append(self, event: Event, key: str | None = None) -> int | None:
        if any(row[0] == key for row in self.rows):
            return None
        number = len(self.rows) + 1
        self.rows.append((key or f"event|{number}", kind_of(event), visit_of(event), form_of(event)))
        return number

    def after(self, number: int) -> Sequence[Stored]:
        rows = enumerate(self.rows[number:], number + 1)
        return [Stored(number=one, event=event_of(form)) for one, (_, _, _, form) in rows]

    def day_begun(self, before: int | None = None) -> int:
        numbers = [number for number, row in enumerate(self.rows, 1) if row[1] == "day_begun"]
        return max((number for number in numbers if before is None or number < before), default=0)

    def span(self, visit: VisitId) -> tuple[int, int] | None:
        numbers = [number for number, row in enumerate(self.rows, 1) if row[2] == visit]
        return (numbers[0], numbers[-1]) if numbers else None


class MemoryTrail:
    """Fulfils `AuditTrail` without a chain."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []

    def append(self, deed: Deed, at: datetime) -> Entry:
        self.deeds.append(deed)
        return Entry(number=len(self.deeds), at=at, body=body_of(deed, at), digest=b"")

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        del after, limit
        return []


class MemorySafety:
    """Fulfils `SafetyTransactions` and `SafetyUnit`; `is_broken` makes the next commit fail."""

    def __init__(self) -> None:
        self.safety_log = MemorySafetyLog()
        self.audit = MemoryTrail()
        self.is_broken = False
        self.writes = 0

    @contextmanager
    def begin(self) -> Iterator["MemorySafety"]:
        rows, deeds = list(self.safety_log.rows), list(self.audit.deeds)
        self.writes += 1
        is_committed = False
        try:
            yield self
            self._fail_where_told()
            is_committed = True
        finally:
            if not is_committed:
                self.safety_log.rows, self.audit.deeds = rows, deeds

    def _fail_where_told(self) -> None:
        if self.is_broken:
            self.is_broken = False
            raise Unavailable("store.disk_full")

    @contextmanager
    def read(self) -> Iterator["MemorySafety"]:
        yield self
