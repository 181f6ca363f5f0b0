"""What the room `people` asks from outside."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from visitdesk.people.model import ApartEntry, Collector, CollectorId, Device, Leave, Qualification, Shift
from visitdesk.security.audit import AuditTrail

Kept = Shift | Leave | ApartEntry | Device | Qualification
"""Things that belong to a collector; each has an id of its own and a version."""


class People(Protocol):
    """The people who go out, and what belongs to them."""

    def collector(self, identity: CollectorId) -> Collector | None:
        """One collector, or None."""
        ...

    def collectors(self) -> Sequence[Collector]:
        """All of them, also those who have left, by staff number."""
        ...

    def add_collector(self, collector: Collector) -> None:
        """Keep a new collector."""
        ...

    def save_collector(self, collector: Collector) -> None:
        """Replace; the given version is the one it was read with.

        Raises:
            Stale: it was changed since it was read.
        """
        ...

    def shifts(self, start: datetime, end: datetime, collector: CollectorId | None = None) -> Sequence[Shift]:
        """Shifts that share time with [start, end), earliest first."""
        ...

    def leave(self, first: date, last: date, collector: CollectorId | None = None) -> Sequence[Leave]:
        """Leave that touches these days, both included, earliest first."""
        ...

    def apart(self) -> Sequence[ApartEntry]:
        """The whole apart-list, by id."""
        ...

    def devices(self, collector: CollectorId | None = None) -> Sequence[Device]:
        """Devices, also returned ones, by id."""
        ...

    def qualifications(self, collector: CollectorId | None = None) -> Sequence[Qualification]:
        """Qualifications, also expired ones, by id."""
        ...

    def find(self, kind: type[Kept], identity: str) -> Kept | None:
        """One thing by its kind and id, or None."""
        ...

    def add(self, thing: Kept) -> None:
        """Keep a new thing."""
        ...

    def save(self, thing: Kept) -> None:
        """Replace a thing; the given version is the one it was read with.

        Raises:
            Stale: it was changed since it was read.
        """
        ...

    def remove(self, thing: Kept) -> None:
        """Take a thing away; the audit trail keeps that it was there.

        Raises:
            Stale: it was changed since it was read.
        """
        ...


class PeopleUnit(Protocol):
    """One transaction's view."""

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def people(self) -> People:
        """The people."""
        ...


class PeopleTransactions(Protocol):
    """Hands out one transaction per deed."""

    def begin(self) -> AbstractContextManager[PeopleUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[PeopleUnit]:
        """A reading transaction."""
        ...
