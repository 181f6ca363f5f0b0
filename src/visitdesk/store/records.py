"""Rows of the room `records`: records with their revisions, attachments, the register of seals."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.model import VisitId
from visitdesk.errors import Stale
from visitdesk.records.form import from_plain, to_plain
from visitdesk.records.model import (
    Attachment,
    Content,
    Record,
    RecordId,
    RecordState,
    Revision,
    SealEntry,
    VisitFacts,
)
from visitdesk.store.row import Json, Row


class RecordRow(Row):
    """A record as it reads now."""

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("visit", name="uq_record_visit"), Index("ix_record_state", "state"))

    id: Mapped[str] = mapped_column(primary_key=True)
    visit: Mapped[str]
    case_id: Mapped[str]
    state: Mapped[str]
    facts: Mapped[Any] = mapped_column(Json)
    content: Mapped[Any] = mapped_column(Json)
    salt: Mapped[bytes] = mapped_column(LargeBinary(32))
    written_by: Mapped[str]
    opened_at: Mapped[datetime]
    submitted_by: Mapped[str]
    submitted_at: Mapped[datetime | None]
    reviewed_by: Mapped[str]
    finalised_at: Mapped[datetime | None]
    returned_because: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer)
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012


class RevisionRow(Row):
    """One version of a final record; triggers refuse change and deletion."""

    __tablename__ = "record_revision"
    __table_args__ = (
        PrimaryKeyConstraint("record", "number", name="pk_record_revision"),
        ForeignKeyConstraint(["record"], ["record.id"], name="fk_record_revision_record"),
    )

    record: Mapped[str]
    number: Mapped[int] = mapped_column(autoincrement=False)
    content: Mapped[Any] = mapped_column(Json)
    at: Mapped[datetime]
    by: Mapped[str]
    reason: Mapped[str] = mapped_column(Text)
    root: Mapped[str]


class AttachmentRow(Row):
    """The key of one stored file."""

    __tablename__ = "attachment"

    name: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(32))
    nonce: Mapped[bytes] = mapped_column(LargeBinary(12))
    digest: Mapped[str]
    size: Mapped[int]
    kind: Mapped[str]
    stored_at: Mapped[datetime]


class SealRow(Row):
    """One drawn file; triggers refuse change and deletion."""

    __tablename__ = "seal"
    __table_args__ = (Index("ix_seal_record", "record"), Index("ix_seal_root", "root"))

    digest: Mapped[str] = mapped_column(primary_key=True)
    record: Mapped[str]
    revision: Mapped[int]
    copy: Mapped[str]
    root: Mapped[str]
    template: Mapped[str]
    pages: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[str]


class SqlRecords:
    """Records inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, record: Record) -> None:
        """Keep a new record."""
        row = RecordRow(id=record.id, version=record.version)
        _fill(row, record)
        self._session.add(row)
        self._session.flush()
        self._keep_revisions(record)

    def get(self, number: RecordId) -> Record | None:
        """The record of that number, or None."""
        row = self._session.get(RecordRow, number)
        return None if row is None else self._record(row)

    def of_visit(self, visit: VisitId) -> Record | None:
        """The visit's record, or None."""
        row = self._session.scalars(select(RecordRow).where(RecordRow.visit == visit)).one_or_none()
        return None if row is None else self._record(row)

    def save(self, record: Record) -> None:
        """Replace what is kept under its number; revisions are only ever added."""
        row = self._session.get(RecordRow, record.id)
        if row is None or row.version != record.version:
            raise Stale("store.stale")
        _fill(row, record)
        row.version = record.version + 1
        self._session.flush()
        self._keep_revisions(record)

    def all(self, states: Collection[RecordState] = ()) -> Sequence[Record]:
        """Records in these states by number; no states means all."""
        wanted = select(RecordRow).order_by(RecordRow.id)
        if states:
            wanted = wanted.where(RecordRow.state.in_([state.value for state in states]))
        return [self._record(row) for row in self._session.scalars(wanted)]

    def told_visits(self, visits: Sequence[VisitId]) -> frozenset[VisitId]:
        """Those of these visits that have a record."""
        wanted = set(visits)
        return frozenset(VisitId(one) for one in self._session.scalars(select(RecordRow.visit)) if one in wanted)

    def _keep_revisions(self, record: Record) -> None:
        kept = self._session.scalars(select(RevisionRow.number).where(RevisionRow.record == record.id)).all()
        for revision in record.revisions:
            if revision.number not in kept:
                self._session.add(
                    RevisionRow(
                        record=record.id,
                        number=revision.number,
                        content=to_plain(revision.content),
                        at=revision.at,
                        by=revision.by,
                        reason=revision.reason,
                        root=revision.root,
                    )
                )
        self._session.flush()

    def _record(self, row: RecordRow) -> Record:
        revisions = self._session.scalars(
            select(RevisionRow).where(RevisionRow.record == row.id).order_by(RevisionRow.number)
        )
        return Record(
            id=RecordId(row.id),
            facts=from_plain(VisitFacts, row.facts),
            content=from_plain(Content, row.content),
            state=RecordState(row.state),
            written_by=row.written_by,
            opened_at=row.opened_at,
            salt=row.salt,
            submitted_by=row.submitted_by,
            submitted_at=row.submitted_at,
            reviewed_by=row.reviewed_by,
            finalised_at=row.finalised_at,
            returned_because=row.returned_because,
            revisions=tuple(_revision(one) for one in revisions),
            version=row.version,
        )


class SqlAttachments:
    """Keys of stored files inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, attachment: Attachment) -> None:
        """Keep the row of a file just written."""
        self._session.add(
            AttachmentRow(
                name=attachment.name,
                key=attachment.key,
                nonce=attachment.nonce,
                digest=attachment.digest,
                size=attachment.size,
                kind=attachment.kind,
                stored_at=attachment.stored_at,
            )
        )
        self._session.flush()

    def get(self, name: str) -> Attachment | None:
        """The row of that file, or None."""
        row = self._session.get(AttachmentRow, name)
        if row is None:
            return None
        return Attachment(
            name=row.name,
            key=row.key,
            nonce=row.nonce,
            digest=row.digest,
            size=row.size,
            kind=row.kind,
            stored_at=row.stored_at,
        )

    def names(self) -> frozenset[str]:
        """Names of all files that have a row."""
        return frozenset(self._session.scalars(select(AttachmentRow.name)))


class SqlSeals:
    """The register of seals inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: SealEntry) -> None:
        """Enter a file; the same file again changes nothing."""
        if self._session.get(SealRow, entry.digest) is None:
            self._session.add(SealRow(**_columns(entry)))
            self._session.flush()

    def by_digest(self, digest: str) -> SealEntry | None:
        """The entry of a file's SHA-256, or None."""
        row = self._session.get(SealRow, digest)
        return None if row is None else _seal(row)

    def by_record(self, record: str) -> Sequence[SealEntry]:
        """Entries of a record or paper number, oldest first."""
        return self._entries(SealRow.record == record)

    def by_root(self, root: str) -> Sequence[SealEntry]:
        """Entries with this root, oldest first."""
        return self._entries(SealRow.root == root)

    def _entries(self, condition: Any) -> Sequence[SealEntry]:
        found = select(SealRow).where(condition).order_by(SealRow.made_at, SealRow.digest)
        return [_seal(row) for row in self._session.scalars(found)]


def _fill(row: RecordRow, record: Record) -> None:
    row.visit = record.facts.visit
    row.case_id = record.facts.case
    row.state = record.state.value
    row.facts = to_plain(record.facts)
    row.content = to_plain(record.content)
    row.salt = record.salt
    row.written_by = record.written_by
    row.opened_at = record.opened_at
    row.submitted_by = record.submitted_by
    row.submitted_at = record.submitted_at
    row.reviewed_by = record.reviewed_by
    row.finalised_at = record.finalised_at
    row.returned_because = record.returned_because


def _revision(row: RevisionRow) -> Revision:
    return Revision(
        number=row.number,
        content=from_plain(Content, row.content),
        at=row.at,
        by=row.by,
        reason=row.reason,
        root=row.root,
    )


_SEAL_FIELDS = ("digest", "record", "revision", "copy", "root", "template", "pages", "made_at", "made_by")


def _columns(entry: SealEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _SEAL_FIELDS}


def _seal(row: SealRow) -> SealEntry:
    return SealEntry(**{name: getattr(row, name) for name in _SEAL_FIELDS})
