"""In-memory stand-ins for the room `records`; the contract test holds them and the SQL repositories to the same."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from visitdesk.cases.model import VisitId
from visitdesk.errors import Stale, Unavailable
from visitdesk.records.form import canonical
from visitdesk.records.model import Attachment, Copy, EvidenceId, Record, RecordId, RecordState, SealEntry
from visitdesk.records.ports import Drawn, PrintCopy, Sealed
from visitdesk.security.audit import GENESIS, Deed, Entry, body_of, digest_of
from visitdesk.wording import Lang


class FakeAudit:
    def __init__(self) -> None:
        self.kept: list[Entry] = []

    def append(self, deed: Deed, at: datetime) -> Entry:
        number = len(self.kept) + 1
        previous = self.kept[-1].digest if self.kept else GENESIS
        body = body_of(deed, at)
        entry = Entry(number=number, at=at, body=body, digest=digest_of(previous, number, body))
        self.kept.append(entry)
        return entry

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        return [entry for entry in self.kept if entry.number > after][:limit]


class FakeRecords:
    def __init__(self) -> None:
        self.kept: dict[RecordId, Record] = {}

    def add(self, record: Record) -> None:
        self.kept[record.id] = record

    def get(self, number: RecordId) -> Record | None:
        return self.kept.get(number)

    def of_visit(self, visit: VisitId) -> Record | None:
        return next((one for one in self.kept.values() if one.facts.visit == visit), None)

    def save(self, record: Record) -> None:
        if self.kept[record.id].version != record.version:
            raise Stale("store.stale")
        self.kept[record.id] = replace(record, version=record.version + 1)

    def all(self, states: Collection[RecordState] = ()) -> Sequence[Record]:
        return [self.kept[number] for number in sorted(self.kept) if not states or self.kept[number].state in states]

    def told_visits(self, visits: Sequence[VisitId]) -> frozenset[VisitId]:
        return frozenset(visits) & {one.facts.visit for one in self.kept.values()}


class FakeAttachments:
    def __init__(self) -> None:
        self.kept: dict[str, Attachment] = {}

    def add(self, attachment: Attachment) -> None:
        self.kept[attachment.name] = attachment

    def get(self, name: str) -> Attachment | None:
        return self.kept.get(name)

    def names(self) -> frozenset[str]:
        return frozenset(self.kept)


class FakeSeals:
    def __init__(self) -> None:
        self.kept: dict[str, SealEntry] = {}

    def add(self, entry: SealEntry) -> None:
        self.kept.setdefault(entry.digest, entry)

    def by_digest(self, digest: str) -> SealEntry | None:
        return self.kept.get(digest)

    def by_record(self, record: str) -> Sequence[SealEntry]:
        return sorted((e for e in self.kept.values() if e.record == record), key=lambda e: (e.made_at, e.digest))

    def by_root(self, root: str) -> Sequence[SealEntry]:
        return sorted((e for e in self.kept.values() if e.root == root), key=lambda e: (e.made_at, e.digest))


class FakeUnit:
    def __init__(self) -> None:
        self.audit = FakeAudit()
        self.records = FakeRecords()
        self.attachments = FakeAttachments()
        self.seals = FakeSeals()


class FakeTransactions:
    """Commits on a good end, forgets everything otherwise; reading never keeps anything."""

    def __init__(self) -> None:
        self.state = FakeUnit()

    @contextmanager
    def begin(self) -> Iterator[FakeUnit]:
        unit = deepcopy(self.state)
        yield unit
        self.state = unit

    @contextmanager
    def read(self) -> Iterator[FakeUnit]:
        yield deepcopy(self.state)


class FakeVault:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def write(self, data: bytes) -> Sealed:
        name = hashlib.sha256(b"cipher" + data).hexdigest()
        self.files[name] = data
        return Sealed(
            name=name, key=bytes(32), nonce=bytes(12), digest=hashlib.sha256(data).hexdigest(), size=len(data)
        )

    def read(self, attachment: Attachment) -> bytes:
        if attachment.name not in self.files:
            raise Unavailable("records.attachment_missing", name=attachment.name)
        return self.files[attachment.name]


class FakeStudio:
    def print_copy(self, data: bytes) -> PrintCopy:
        return PrintCopy(data=b"clean " + data, width=4, height=3)


class FakeRenderer:
    """Draws the record's canonical bytes, so that a different record is a different paper."""

    def draw(self, record: Record, copy: Copy, lang: Lang, photos: Mapping[EvidenceId, bytes]) -> Drawn:
        words = canonical(record.content) + copy.value.encode() + lang.value.encode() + b"".join(photos.values())
        return Drawn(data=words, pages=2, template="fake 1")
