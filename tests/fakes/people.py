"""In-memory repository of the room `people`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime

from tests.fakes.cases import FakeAudit
from visitdesk.errors import Stale
from visitdesk.people.model import ApartEntry, Collector, CollectorId, Device, Leave, Qualification, Shift
from visitdesk.people.ports import Kept


class FakePeople:
    def __init__(self) -> None:
        self.kept: dict[CollectorId, Collector] = {}
        self.things: dict[tuple[type[Kept], str], Kept] = {}

    def collector(self, identity: CollectorId) -> Collector | None:
        return self.kept.get(identity)

    def collectors(self) -> Sequence[Collector]:
        return [self.kept[identity] for identity in sorted(self.kept)]

    def add_collector(self, collector: Collector) -> None:
        self.kept[collector.id] = collector

    def save_collector(self, collector: Collector) -> None:
        known = self.kept.get(collector.id)
        if known is None or known.version != collector.version:
            raise Stale("store.stale")
        self.kept[collector.id] = replace(collector, version=collector.version + 1)

    def shifts(self, start: datetime, end: datetime, collector: CollectorId | None = None) -> Sequence[Shift]:
        found = [s for s in self.things.values() if isinstance(s, Shift) and s.start < end and s.end > start]
        return sorted((s for s in found if collector in {None, s.collector}), key=lambda shift: (shift.start, shift.id))

    def leave(self, first: date, last: date, collector: CollectorId | None = None) -> Sequence[Leave]:
        found = [
            x for x in self.things.values() if isinstance(x, Leave) and x.first_day <= last and x.last_day >= first
        ]
        return sorted((x for x in found if collector in {None, x.collector}), key=lambda one: (one.first_day, one.id))

    def apart(self) -> Sequence[ApartEntry]:
        found = [entry for entry in self.things.values() if isinstance(entry, ApartEntry)]
        return sorted(found, key=lambda entry: entry.id)

    def devices(self, collector: CollectorId | None = None) -> Sequence[Device]:
        found = [one for one in self.things.values() if isinstance(one, Device)]
        return sorted((one for one in found if collector in {None, one.collector}), key=lambda one: one.id)

    def qualifications(self, collector: CollectorId | None = None) -> Sequence[Qualification]:
        found = [one for one in self.things.values() if isinstance(one, Qualification)]
        return sorted((one for one in found if collector in {None, one.collector}), key=lambda one: one.id)

    def find(self, kind: type[Kept], identity: str) -> Kept | None:
        return self.things.get((kind, identity))

    def add(self, thing: Kept) -> None:
        self.things[type(thing), thing.id] = thing

    def save(self, thing: Kept) -> None:
        self._fresh(thing)
        self.things[type(thing), thing.id] = replace(thing, version=thing.version + 1)

    def remove(self, thing: Kept) -> None:
        self._fresh(thing)
        del self.things[type(thing), thing.id]

    def _fresh(self, thing: Kept) -> None:
        known = self.things.get((type(thing), thing.id))
        if known is None or known.version != thing.version:
            raise Stale("store.stale")


class FakePeopleUnit:
    def __init__(self) -> None:
        self.audit = FakeAudit()
        self.people = FakePeople()


class FakePeopleTransactions:
    """Keeps one unit; a deed that fails leaves it as it was."""

    def __init__(self) -> None:
        self.unit = FakePeopleUnit()

    @contextmanager
    def begin(self) -> Iterator[FakePeopleUnit]:
        before = deepcopy(self.unit.__dict__)
        try:
            yield self.unit
        except BaseException:
            self.unit.__dict__.update(before)
            raise

    @contextmanager
    def read(self) -> Iterator[FakePeopleUnit]:
        yield self.unit
