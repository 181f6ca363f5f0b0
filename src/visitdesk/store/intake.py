"""Rows and repository of the intake: which files were imported, and the quarantine."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text, UniqueConstraint, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.model import HeldEntry, HeldState
from visitdesk.store.row import Json, Row


class ImportedFileRow(Row):
    """One imported file under one mapping."""

    __tablename__ = "imported_files"
    __table_args__ = (UniqueConstraint("sha256", "mapping_digest"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    sha256: Mapped[str] = mapped_column(String(64))
    mapping_digest: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(80))
    rows: Mapped[int]


class HeldRowRow(Row):
    """One row held back, with its original cells; it is never deleted here, only closed."""

    __tablename__ = "quarantine"
    __table_args__ = (Index("ix_quarantine_state_held_at", "state", "held_at"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    file_name: Mapped[str] = mapped_column(String(300))
    file_sha256: Mapped[str] = mapped_column(String(64))
    row: Mapped[int]
    cells: Mapped[object] = mapped_column(Json)
    faults: Mapped[object] = mapped_column(Json)
    digest: Mapped[str] = mapped_column(String(64))
    held_at: Mapped[datetime]
    case_no: Mapped[str] = mapped_column(String(64))
    account_key: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(20))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str] = mapped_column(Text)


class SqlIntake:
    """Imported files and quarantine inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def knows(self, sha256: str, mapping_digest: str) -> bool:
        """Whether this very file was imported before, under the same mapping."""
        found = select(ImportedFileRow.id).where(
            ImportedFileRow.sha256 == sha256, ImportedFileRow.mapping_digest == mapping_digest
        )
        return self._session.execute(found).first() is not None

    def note(self, *, sha256: str, mapping_digest: str, name: str, at: datetime, by: str, rows: int) -> None:
        """Remember that the file was imported."""
        self._session.execute(
            insert(ImportedFileRow).values(
                sha256=sha256, mapping_digest=mapping_digest, name=name[:300], at=at, by=by, rows=rows
            )
        )

    def held(self, state: HeldState | None = HeldState.OPEN) -> Sequence[HeldEntry]:
        """Rows in quarantine, oldest first; None means of every state."""
        wanted = select(*HeldRowRow.__table__.columns).order_by(HeldRowRow.held_at, HeldRowRow.row, HeldRowRow.id)
        if state is not None:
            wanted = wanted.where(HeldRowRow.state == state.value)
        return [_entry(record) for record in self._session.execute(wanted)]

    def hold(self, entries: Sequence[HeldEntry]) -> None:
        """Put rows into quarantine."""
        if entries:
            self._session.execute(insert(HeldRowRow), [_values(entry) for entry in entries])

    def close(self, identities: Iterable[str], state: HeldState, at: datetime, by: str) -> None:
        """Rows leave the quarantine; their cells stay on file."""
        every = list(identities)
        for start in range(0, len(every), 500):
            self._session.execute(
                update(HeldRowRow)
                .where(HeldRowRow.id.in_(every[start : start + 500]))
                .values(state=state.value, closed_at=at, closed_by=by)
            )


def _values(entry: HeldEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "file_name": entry.file_name[:300],
        "file_sha256": entry.file_sha256,
        "row": entry.row,
        "cells": [list(cell) for cell in entry.cells],
        "faults": [[field, code, [list(fact) for fact in facts]] for field, code, facts in entry.faults],
        "digest": entry.digest,
        "held_at": entry.held_at,
        "case_no": entry.case_no,
        "account_key": entry.account_key,
        "state": entry.state.value,
        "closed_at": entry.closed_at,
        "closed_by": entry.closed_by,
    }


def _entry(record: Any) -> HeldEntry:
    return HeldEntry(
        id=record.id,
        file_name=record.file_name,
        file_sha256=record.file_sha256,
        row=record.row,
        cells=tuple((header, text) for header, text in record.cells),
        faults=tuple(
            (field, code, tuple((name, value) for name, value in facts)) for field, code, facts in record.faults
        ),
        digest=record.digest,
        held_at=record.held_at,
        case_no=record.case_no,
        account_key=record.account_key,
        state=HeldState(record.state),
        closed_at=record.closed_at,
        closed_by=record.closed_by,
    )
