"""Rows and repositories of the room `security`: audit trail, users, settings."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import LargeBinary, String, Text, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.errors import Stale
from visitdesk.security.audit import GENESIS, Deed, Entry, body_of, digest_of
from visitdesk.security.model import Role, UserId
from visitdesk.security.ports import User
from visitdesk.store.row import Json, Row


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


class UserRow(Row):
    """Somebody who signs in."""

    __tablename__ = "app_user"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    roles: Mapped[object] = mapped_column(Json)
    password_hash: Mapped[str] = mapped_column(Text)
    is_active: Mapped[bool]
    failures: Mapped[int]
    closed_until: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class SettingRow(Row):
    """A setting that differs from its declared default."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    value: Mapped[object] = mapped_column(Json)


class SecretRow(Row):
    """A small secret of the branch: protected by the file's own encryption, so it needs no wrapping."""

    __tablename__ = "branch_secret"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)


class SqlSecrets:
    """Small secrets of the branch in the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str) -> bytes | None:
        """The secret of that name, or None."""
        row = self._session.get(SecretRow, name)
        return None if row is None else row.value

    def put(self, name: str, value: bytes) -> None:
        """Keep a new secret; one that is there already is never replaced."""
        self._session.add(SecretRow(name=name, value=value))
        self._session.flush()


class SqlUsers:
    """Users in the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Sequence[User]:
        """All users, by id."""
        return [_user(row) for row in self._session.scalars(select(UserRow).order_by(UserRow.id))]

    def get(self, user: UserId) -> User | None:
        """One user, or None."""
        row = self._session.get(UserRow, user)
        return None if row is None else _user(row)

    def add(self, user: User) -> None:
        """A new user."""
        row = UserRow(id=user.id)
        _fill(row, user)
        self._session.add(row)
        self._session.flush()

    def save(self, user: User) -> None:
        """Changed values of a known user."""
        row = self._session.get(UserRow, user.id)
        if row is None or row.version != user.version:
            raise Stale("store.stale")
        _fill(row, user)
        self._session.flush()


class SqlSettings:
    """Settings in the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Mapping[str, object]:
        """Key to value."""
        return {row.key: row.value for row in self._session.scalars(select(SettingRow))}

    def put(self, key: str, value: object) -> None:
        """Keep a value."""
        row = self._session.get(SettingRow, key)
        if row is None:
            self._session.add(SettingRow(key=key, value=value))
        else:
            row.value = value
        self._session.flush()

    def drop(self, key: str) -> None:
        """Back to the default."""
        self._session.execute(delete(SettingRow).where(SettingRow.key == key))


def _fill(row: UserRow, user: User) -> None:
    row.name = user.name
    row.roles = sorted(role.value for role in user.roles)
    row.password_hash = user.password_hash
    row.is_active = user.is_active
    row.failures = user.failures
    row.closed_until = user.closed_until


def _user(row: UserRow) -> User:
    roles = row.roles if isinstance(row.roles, list) else []
    return User(
        id=UserId(row.id),
        name=row.name,
        roles=frozenset(Role(role) for role in roles),
        password_hash=row.password_hash,
        is_active=row.is_active,
        failures=row.failures,
        closed_until=row.closed_until,
        version=row.version,
    )
