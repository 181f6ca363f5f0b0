"""Rows of the room `safety`: the append-only log of the watch."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.model import VisitId
from visitdesk.safety.form import Form, event_of, form_of, kind_of, visit_of
from visitdesk.safety.model import Event
from visitdesk.safety.ports import Stored
from visitdesk.store.row import Json, Row


class SafetyEventRow(Row):
    """One event in its JSON form; triggers refuse change and deletion.

    `key` makes raising idempotent: two desks, a restart, a message sent twice store it once.
    """

    __tablename__ = "safety_event"
    __table_args__ = (UniqueConstraint("key"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(index=True)
    visit: Mapped[str | None] = mapped_column(index=True)
    received: Mapped[datetime]
    body: Mapped[object] = mapped_column(Json)


class SqlSafetyLog:
    """The log inside one transaction; the write lock makes its numbers gap-free."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, event: Event, key: str | None = None) -> int | None:
        """Store an event; None where its key is stored already."""
        if key is not None and self._session.scalar(select(SafetyEventRow.number).where(SafetyEventRow.key == key)):
            return None
        number = (self._session.scalar(select(func.max(SafetyEventRow.number))) or 0) + 1
        row = SafetyEventRow(
            number=number,
            key=key or f"event|{number}",
            kind=kind_of(event),
            visit=visit_of(event),
            received=event.received,
            body=form_of(event),
        )
        self._session.add(row)
        self._session.flush()
        return number

    def after(self, number: int) -> Sequence[Stored]:
        """Events with a higher number, oldest first."""
        found = self._session.execute(
            select(SafetyEventRow.number, SafetyEventRow.body)
            .where(SafetyEventRow.number > number)
            .order_by(SafetyEventRow.number)
        )
        return [Stored(number=one, event=event_of(cast("Form", body))) for one, body in found]

    def day_begun(self, before: int | None = None) -> int:
        """Number of the last event that began a day, 0 where there is none."""
        begun = select(func.max(SafetyEventRow.number)).where(SafetyEventRow.kind == _DAY_BEGUN)
        if before is not None:
            begun = begun.where(SafetyEventRow.number < before)
        return self._session.scalar(begun) or 0

    def span(self, visit: VisitId) -> tuple[int, int] | None:
        """Numbers of the first and last event about a visit, None where there is none."""
        numbers = self._session.scalars(
            select(SafetyEventRow.number).where(SafetyEventRow.visit == visit).order_by(SafetyEventRow.number)
        ).all()
        return (numbers[0], numbers[-1]) if numbers else None


_DAY_BEGUN = "day_begun"
