"""What the watch needs from outside: its log, transactions, and the seconds a computer has measured."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from visitdesk.cases.model import VisitId
from visitdesk.safety.model import Event
from visitdesk.security.audit import AuditTrail


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One event of the log with its number (from 1, in the order of storing)."""

    number: int
    event: Event


class SafetyLog(Protocol):
    """The append-only log of the watch inside the running transaction."""

    def append(self, event: Event, key: str | None = None) -> int | None:
        """Store an event; answers its number, or None where an event with that key is stored already.

        Args:
            key: what makes it the same event on every desk; None means it is always a new one.
        """
        ...

    def after(self, number: int) -> Sequence[Stored]:
        """Events with a higher number, oldest first."""
        ...

    def day_begun(self, before: int | None = None) -> int:
        """Number of the last event that began a day (before a number), 0 where there is none."""
        ...

    def span(self, visit: VisitId) -> tuple[int, int] | None:
        """Numbers of the first and last event about a visit, None where there is none."""
        ...


class SafetyUnit(Protocol):
    """What a deed of this room works with."""

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def safety_log(self) -> SafetyLog:
        """The log of the watch."""
        ...


class SafetyTransactions(Protocol):
    """Opens transactions."""

    def begin(self) -> AbstractContextManager[SafetyUnit]:
        """A writing transaction, committed at its end."""
        ...

    def read(self) -> AbstractContextManager[SafetyUnit]:
        """A reading transaction."""
        ...


class Uptime(Protocol):
    """Seconds measured by this computer independently of its wall clock."""

    def measured(self) -> tuple[float, str]:
        """Seconds, and a name for the stretch within which they can be compared (a boot, a process)."""
        ...
