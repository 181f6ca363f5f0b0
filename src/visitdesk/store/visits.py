"""Rows and repository of the visits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ForeignKey, Index, String, Text, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.model import (
    AddressId,
    CancelCause,
    CaseId,
    PreparationItem,
    SafetyLevel,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.errors import Stale
from visitdesk.store.row import Json, Row


class VisitRow(Row):
    """One visit. The address is no foreign key: an address may be rewritten while its visits stay on record."""

    __tablename__ = "visits"
    __table_args__ = (Index("ix_visits_state_day", "state", "day"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    address_id: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    wishes: Mapped[str] = mapped_column(Text)
    requested_by: Mapped[str] = mapped_column(String(80))
    requested_at: Mapped[datetime]
    decided_by: Mapped[str] = mapped_column(String(80))
    decision_reason: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    day: Mapped[date | None]
    windows: Mapped[object] = mapped_column(Json)
    service_minutes: Mapped[int]
    priority: Mapped[int]
    needs: Mapped[object] = mapped_column(Json)
    safety_level: Mapped[str] = mapped_column(String(20))
    goals: Mapped[object] = mapped_column(Json)
    talking_points: Mapped[object] = mapped_column(Json)
    prepared: Mapped[object] = mapped_column(Json)
    cancel_cause: Mapped[str | None] = mapped_column(String(20))
    version: Mapped[int]


class SqlVisits:
    """The visits inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, identity: VisitId) -> Visit | None:
        """One visit, or None."""
        return self.many([identity]).get(identity)

    def many(self, identities: Iterable[VisitId]) -> Mapping[VisitId, Visit]:
        """Those that exist."""
        every = list(dict.fromkeys(identities))
        found: dict[VisitId, Visit] = {}
        for start in range(0, len(every), 500):
            for visit in self._where(VisitRow.id.in_(every[start : start + 500])):
                found[visit.id] = visit
        return found

    def of_case(self, case: CaseId) -> Sequence[Visit]:
        """Visits of a case, oldest request first."""
        return sorted(self._where(VisitRow.case_id == case), key=lambda visit: (visit.requested_at, visit.id))

    def in_states(self, states: Iterable[VisitState]) -> Sequence[Visit]:
        """Visits in any of these states, by id."""
        return self._where(VisitRow.state.in_([state.value for state in states]))

    def on_day(self, day: date) -> Sequence[Visit]:
        """Visits planned for that day, by id."""
        return self._where(VisitRow.day == day)

    def add(self, visit: Visit) -> None:
        """Keep a new visit."""
        self._session.execute(insert(VisitRow).values(**_values(visit)))

    def save(self, visit: Visit) -> None:
        """Replace a visit.

        Raises:
            Stale: it was changed since it was read.
        """
        done = self._session.connection().execute(
            update(VisitRow)
            .where(VisitRow.id == visit.id, VisitRow.version == visit.version)
            .values(**{**_values(visit), "version": visit.version + 1})
        )
        if done.rowcount != 1:
            raise Stale("store.stale")

    def next_number(self, day: date) -> int:
        """One more than the number of visits requested under this day's prefix."""
        prefix = f"V{day:%y%m%d}-"
        counted = self._session.scalar(select(func.count()).where(VisitRow.id.startswith(prefix, autoescape=True)))
        return (counted or 0) + 1

    def _where(self, condition: Any) -> list[Visit]:
        records = self._session.execute(select(*VisitRow.__table__.columns).where(condition).order_by(VisitRow.id))
        return [_visit(record) for record in records]


def _values(visit: Visit) -> dict[str, Any]:
    return {
        "id": visit.id,
        "case_id": visit.case,
        "address_id": visit.address,
        "state": visit.state.value,
        "purpose": visit.purpose,
        "reason": visit.reason,
        "wishes": visit.wishes,
        "requested_by": visit.requested_by,
        "requested_at": visit.requested_at,
        "decided_by": visit.decided_by,
        "decision_reason": visit.decision_reason,
        "decided_at": visit.decided_at,
        "day": visit.day,
        "windows": [[start.isoformat(), end.isoformat()] for start, end in visit.windows],
        "service_minutes": visit.service_minutes,
        "priority": visit.priority,
        "needs": sorted(visit.needs),
        "safety_level": visit.safety_level.value,
        "goals": list(visit.goals),
        "talking_points": list(visit.talking_points),
        "prepared": [[item.value, staff] for item, staff in visit.prepared],
        "cancel_cause": visit.cancel_cause.value if visit.cancel_cause else None,
        "version": visit.version,
    }


def _visit(record: Any) -> Visit:
    windows = cast("list[list[str]]", record.windows)
    return Visit(
        id=VisitId(record.id),
        case=CaseId(record.case_id),
        address=AddressId(record.address_id),
        state=VisitState(record.state),
        purpose=record.purpose,
        reason=record.reason,
        wishes=record.wishes,
        requested_by=record.requested_by,
        requested_at=record.requested_at,
        decided_by=record.decided_by,
        decision_reason=record.decision_reason,
        decided_at=record.decided_at,
        day=record.day,
        windows=tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in windows),
        service_minutes=record.service_minutes,
        priority=record.priority,
        needs=frozenset(record.needs),
        safety_level=SafetyLevel(record.safety_level),
        goals=tuple(record.goals),
        talking_points=tuple(record.talking_points),
        prepared=tuple((PreparationItem(item), staff) for item, staff in record.prepared),
        cancel_cause=CancelCause(record.cancel_cause) if record.cancel_cause else None,
        version=record.version,
    )
