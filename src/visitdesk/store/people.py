"""Rows and repository of the people: collectors, shifts, leave, apart-list, devices, qualifications."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.errors import Stale
from visitdesk.people.model import (
    ApartEntry,
    Collector,
    CollectorId,
    Device,
    Employer,
    Leave,
    Qualification,
    QualificationKind,
    Shift,
)
from visitdesk.people.ports import Kept
from visitdesk.store.row import Json, Row


class CollectorRow(Row):
    """One collector."""

    __tablename__ = "collectors"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    phone: Mapped[str] = mapped_column(String(40))
    employer: Mapped[str] = mapped_column(String(20))
    is_active: Mapped[bool]
    drives: Mapped[bool]
    skills: Mapped[object] = mapped_column(Json)
    badge_number: Mapped[str] = mapped_column(String(40))
    badge_valid_until: Mapped[date | None]
    trained_until: Mapped[date | None]
    confidentiality_signed: Mapped[bool]
    has_violent_record: Mapped[bool | None]
    is_insured: Mapped[bool | None]
    version: Mapped[int]


class ShiftRow(Row):
    """One working span."""

    __tablename__ = "shifts"
    __table_args__ = (Index("ix_shifts_start", "start"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    collector: Mapped[str] = mapped_column(ForeignKey("collectors.id"), index=True)
    start: Mapped[datetime]
    end: Mapped[datetime]
    version: Mapped[int]


class LeaveRow(Row):
    """Days away, both ends included."""

    __tablename__ = "leave"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    collector: Mapped[str] = mapped_column(ForeignKey("collectors.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]


class ApartRow(Row):
    """One entry of the apart-list."""

    __tablename__ = "apart_list"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    collector: Mapped[str] = mapped_column(ForeignKey("collectors.id"), index=True)
    other: Mapped[str | None] = mapped_column(ForeignKey("collectors.id"))
    case: Mapped[str | None] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text)
    version: Mapped[int]


class DeviceRow(Row):
    """One phone."""

    __tablename__ = "devices"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    collector: Mapped[str] = mapped_column(ForeignKey("collectors.id"), index=True)
    label: Mapped[str] = mapped_column(String(100))
    issued_on: Mapped[date]
    returned_on: Mapped[date | None]
    version: Mapped[int]


class QualificationRow(Row):
    """One proof."""

    __tablename__ = "qualifications"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    collector: Mapped[str] = mapped_column(ForeignKey("collectors.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(100))
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    certificate: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]


_ROWS: dict[type[Kept], Any] = {
    Shift: ShiftRow,
    Leave: LeaveRow,
    ApartEntry: ApartRow,
    Device: DeviceRow,
    Qualification: QualificationRow,
}


class SqlPeople:
    """The people inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def collector(self, identity: CollectorId) -> Collector | None:
        """One collector, or None."""
        found = self._session.execute(_all(CollectorRow).where(CollectorRow.id == identity)).first()
        return None if found is None else _collector(found)

    def collectors(self) -> Sequence[Collector]:
        """All of them, by staff number."""
        return [_collector(record) for record in self._session.execute(_all(CollectorRow).order_by(CollectorRow.id))]

    def add_collector(self, collector: Collector) -> None:
        """Keep a new collector."""
        self._session.execute(insert(CollectorRow).values(**_collector_values(collector)))

    def save_collector(self, collector: Collector) -> None:
        """Replace.

        Raises:
            Stale: it was changed since it was read.
        """
        self._update(CollectorRow, collector.id, collector.version, _collector_values(collector))

    def shifts(self, start: datetime, end: datetime, collector: CollectorId | None = None) -> Sequence[Shift]:
        """Shifts that share time with [start, end), earliest first."""
        wanted = _all(ShiftRow).where(ShiftRow.start < end, ShiftRow.end > start).order_by(ShiftRow.start, ShiftRow.id)
        if collector is not None:
            wanted = wanted.where(ShiftRow.collector == collector)
        return [Shift(**record._mapping) for record in self._session.execute(wanted)]  # noqa: SLF001  # its public name

    def leave(self, first: date, last: date, collector: CollectorId | None = None) -> Sequence[Leave]:
        """Leave that touches these days, earliest first."""
        wanted = (
            _all(LeaveRow)
            .where(LeaveRow.first_day <= last, LeaveRow.last_day >= first)
            .order_by(LeaveRow.first_day, LeaveRow.id)
        )
        if collector is not None:
            wanted = wanted.where(LeaveRow.collector == collector)
        return [Leave(**record._mapping) for record in self._session.execute(wanted)]  # noqa: SLF001  # as above

    def apart(self) -> Sequence[ApartEntry]:
        """The whole apart-list, by id."""
        found = self._session.execute(_all(ApartRow).order_by(ApartRow.id))
        return [ApartEntry(**record._mapping) for record in found]  # noqa: SLF001  # as above

    def devices(self, collector: CollectorId | None = None) -> Sequence[Device]:
        """Devices, also returned ones, by id."""
        wanted = _all(DeviceRow).order_by(DeviceRow.id)
        if collector is not None:
            wanted = wanted.where(DeviceRow.collector == collector)
        return [Device(**record._mapping) for record in self._session.execute(wanted)]  # noqa: SLF001  # as above

    def qualifications(self, collector: CollectorId | None = None) -> Sequence[Qualification]:
        """Qualifications, also expired ones, by id."""
        wanted = _all(QualificationRow).order_by(QualificationRow.id)
        if collector is not None:
            wanted = wanted.where(QualificationRow.collector == collector)
        return [_qualification(record) for record in self._session.execute(wanted)]

    def find(self, kind: type[Kept], identity: str) -> Kept | None:
        """One thing by its kind and id, or None."""
        row = _ROWS[kind]
        record = self._session.execute(_all(row).where(row.id == identity)).first()
        if record is None:
            return None
        return _qualification(record) if kind is Qualification else kind(**record._mapping)  # noqa: SLF001  # as above

    def add(self, thing: Kept) -> None:
        """Keep a new thing."""
        self._session.execute(insert(_ROWS[type(thing)]).values(**_thing_values(thing)))

    def save(self, thing: Kept) -> None:
        """Replace a thing.

        Raises:
            Stale: it was changed since it was read.
        """
        self._update(_ROWS[type(thing)], thing.id, thing.version, _thing_values(thing))

    def remove(self, thing: Kept) -> None:
        """Take a thing away.

        Raises:
            Stale: it was changed since it was read.
        """
        row = _ROWS[type(thing)]
        done = self._session.connection().execute(delete(row).where(row.id == thing.id, row.version == thing.version))
        if done.rowcount != 1:
            raise Stale("store.stale")

    def _update(self, row: Any, identity: str, version: int, values: dict[str, Any]) -> None:
        done = self._session.connection().execute(
            update(row).where(row.id == identity, row.version == version).values(**{**values, "version": version + 1})
        )
        if done.rowcount != 1:
            raise Stale("store.stale")


def _all(row: Any) -> Any:
    return select(*row.__table__.columns)


def _collector_values(collector: Collector) -> dict[str, Any]:
    values = {name: getattr(collector, name) for name in Collector.__slots__}
    return {**values, "employer": collector.employer.value, "skills": sorted(collector.skills)}


def _collector(record: Any) -> Collector:
    values = dict(record._mapping)  # noqa: SLF001  # SQLAlchemy's public name for the row as a mapping
    values["employer"] = Employer(values["employer"])
    values["skills"] = frozenset(values["skills"])
    return Collector(**values)


def _thing_values(thing: Kept) -> dict[str, Any]:
    values = {name: getattr(thing, name) for name in type(thing).__slots__}
    return {**values, "kind": thing.kind.value} if isinstance(thing, Qualification) else values


def _qualification(record: Any) -> Qualification:
    values = dict(record._mapping)  # noqa: SLF001  # as above
    values["kind"] = QualificationKind(values["kind"])
    return Qualification(**values)
