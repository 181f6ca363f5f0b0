"""Rows of the room `security`: the audit trail."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import LargeBinary, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.security.audit import GENESIS, Deed, Entry, body_of, digest_of
from visitdesk.store.row import Row


class AuditRow(Row):
    """One entry; triggers refuse change and deletion. `reason` can be emptied, the chain holds its digest."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    body: Mapped[str] = mapped_column(Text)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class SqlAuditTrail:
    """The audit trail inside one transaction; the write lock makes its numbers gap-free."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, deed: Deed, at: datetime) -> Entry:
        """Enter the deed, chained to the last entry."""
        last = self._session.scalars(select(AuditRow).order_by(AuditRow.number.desc()).limit(1)).one_or_none()
        number, previous = (last.number + 1, last.digest) if last else (1, GENESIS)
        body = body_of(deed, at)
        row = AuditRow(number=number, at=at, body=body, digest=digest_of(previous, number, body))
        self._session.add(row)
        self._session.flush()
        return _entry(row)

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        """Entries with a number above `after`, oldest first."""
        rows = self._session.scalars(
            select(AuditRow).where(AuditRow.number > after).order_by(AuditRow.number).limit(limit)
        )
        return [_entry(row) for row in rows]


def _entry(row: AuditRow) -> Entry:
    return Entry(number=row.number, at=row.at, body=row.body, digest=row.digest)
