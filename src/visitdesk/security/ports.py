"""What the room `security` needs from outside."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from visitdesk.security.audit import AuditTrail
from visitdesk.security.model import Role, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who signs in (用户).

    Attributes:
        password_hash: argon2id, in its own text form.
        failures: wrong passwords in a row.
        closed_until: sign-in is refused until then; None means open.
    """

    id: UserId
    name: str
    roles: frozenset[Role]
    password_hash: str
    is_active: bool = True
    failures: int = 0
    closed_until: datetime | None = None
    version: int = 1


class UserRepository(Protocol):
    """Keeps users."""

    def all(self) -> Sequence[User]:
        """All users, by id."""
        ...

    def get(self, user: UserId) -> User | None:
        """One user, or None."""
        ...

    def add(self, user: User) -> None:
        """A new user; the id is free."""
        ...

    def save(self, user: User) -> None:
        """Changed values of a known user; raises `Stale` where another hand was first."""
        ...


class SettingRepository(Protocol):
    """Keeps the settings that differ from their declared default."""

    def all(self) -> Mapping[str, object]:
        """Key to value."""
        ...

    def put(self, key: str, value: object) -> None:
        """Keep a value."""
        ...

    def drop(self, key: str) -> None:
        """Back to the default."""
        ...


class SecurityUnit(Protocol):
    """One transaction of this room."""

    @property
    def users(self) -> UserRepository:
        """The users."""
        ...

    @property
    def settings(self) -> SettingRepository:
        """The settings of the branch."""
        ...

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...


class SecurityTransactions(Protocol):
    """Opens transactions."""

    def begin(self) -> AbstractContextManager[SecurityUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[SecurityUnit]:
        """A reading transaction."""
        ...
