"""What records ask from outside: repositories, the encrypted attachment store, the picture re-encoder, the renderer."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from visitdesk.cases.model import VisitId
from visitdesk.records.model import Attachment, Copy, EvidenceId, Record, RecordId, RecordState, SealEntry
from visitdesk.security.audit import AuditTrail
from visitdesk.wording import Lang


class RecordRepository(Protocol):
    """Keeps records with all their revisions."""

    def add(self, record: Record) -> None:
        """Keep a new record."""
        ...

    def get(self, number: RecordId) -> Record | None:
        """The record of that number, or None."""
        ...

    def of_visit(self, visit: VisitId) -> Record | None:
        """The visit's record, or None."""
        ...

    def save(self, record: Record) -> None:
        """Replace what is kept under its number; `record.version` is the one read, and rises by one.

        Raises:
            Stale: another hand saved it meanwhile.
        """
        ...

    def all(self, states: Collection[RecordState] = ()) -> Sequence[Record]:
        """Records in these states by number; no states means all."""
        ...

    def told_visits(self, visits: Sequence[VisitId]) -> frozenset[VisitId]:
        """Those of these visits that have a record."""
        ...


class AttachmentRepository(Protocol):
    """Keeps the keys of stored files."""

    def add(self, attachment: Attachment) -> None:
        """Keep the row of a file just written."""
        ...

    def get(self, name: str) -> Attachment | None:
        """The row of that file, or None."""
        ...

    def names(self) -> frozenset[str]:
        """Names of all files that have a row."""
        ...


class SealRegister(Protocol):
    """Register of every final file drawn."""

    def add(self, entry: SealEntry) -> None:
        """Enter a file; the same file again changes nothing."""
        ...

    def by_digest(self, digest: str) -> SealEntry | None:
        """The entry of a file's SHA-256, or None."""
        ...

    def by_record(self, record: str) -> Sequence[SealEntry]:
        """Entries of a record or paper number, oldest first."""
        ...

    def by_root(self, root: str) -> Sequence[SealEntry]:
        """Entries with this root, oldest first."""
        ...


class RecordUnit(Protocol):
    """One transaction as records see it."""

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def records(self) -> RecordRepository:
        """The records."""
        ...

    @property
    def attachments(self) -> AttachmentRepository:
        """Keys of stored files."""
        ...

    @property
    def seals(self) -> SealRegister:
        """Register of drawn files."""
        ...


class RecordTransactions(Protocol):
    """Opens transactions."""

    def begin(self) -> AbstractContextManager[RecordUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[RecordUnit]:
        """A reading transaction."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A file just written, encrypted; becomes an `Attachment` with its row."""

    name: str
    key: bytes = field(repr=False)
    nonce: bytes
    digest: str
    size: int


class AttachmentVault(Protocol):
    """Writes and reads encrypted files, named by the hash of their ciphertext."""

    def write(self, data: bytes) -> Sealed:
        """Encrypt and store, durable when it returns.

        Raises:
            Unavailable: the disk is full or may not be written.
        """
        ...

    def read(self, attachment: Attachment) -> bytes:
        """The plain bytes.

        Raises:
            Unavailable: the file is missing or was altered.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintCopy:
    """A photo made ready for paper: JPEG without EXIF, place or comment."""

    data: bytes
    width: int
    height: int


class PhotoStudio(Protocol):
    """Re-encodes photos from strangers."""

    def print_copy(self, data: bytes) -> PrintCopy:
        """A clean JPEG of at most 1,600 pixels.

        Raises:
            BadInput: not a JPEG, PNG or WebP picture, damaged, or too large.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A finished file as the renderer hands it over."""

    data: bytes
    pages: int
    template: str


class RecordRenderer(Protocol):
    """Draws copies of records."""

    def draw(self, record: Record, copy: Copy, lang: Lang, photos: Mapping[EvidenceId, bytes]) -> Drawn:
        """The finished, sealed file.

        Raises:
            BadInput: a character has no glyph.
        """
        ...
