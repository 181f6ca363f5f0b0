"""What the room `cases` asks from outside: its repositories and a transaction that holds them."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from visitdesk.cases.model import (
    Case,
    CaseId,
    CaseLine,
    ContactAttempt,
    HeldEntry,
    HeldState,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.security.audit import AuditTrail


class Cases(Protocol):
    """The cases of the branch."""

    def get(self, identity: CaseId) -> Case | None:
        """One case whole, or None."""
        ...

    def many(self, identities: Iterable[CaseId]) -> Mapping[CaseId, Case]:
        """Those that exist, whole."""
        ...

    def add_all(self, cases: Sequence[Case]) -> None:
        """Keep new cases, with all that belongs to them."""
        ...

    def save_all(self, cases: Sequence[Case]) -> None:
        """Replace cases; each bears the version it was read with, the stored one rises by one. The trail is kept as it is.

        Raises:
            Stale: one of them was changed since it was read.
        """
        ...

    def add_attempt(self, case: CaseId, attempt: ContactAttempt) -> None:
        """Append to the contact trail."""
        ...

    def lines(self) -> Sequence[CaseLine]:
        """The list of all cases, by case number."""
        ...


class Visits(Protocol):
    """The visits of the branch, from request to archive; every room moves them through `visit_states`."""

    def get(self, identity: VisitId) -> Visit | None:
        """One visit, or None."""
        ...

    def many(self, identities: Iterable[VisitId]) -> Mapping[VisitId, Visit]:
        """Those that exist."""
        ...

    def of_case(self, case: CaseId) -> Sequence[Visit]:
        """Visits of a case, oldest request first."""
        ...

    def in_states(self, states: Iterable[VisitState]) -> Sequence[Visit]:
        """Visits in any of these states, by id."""
        ...

    def on_day(self, day: date) -> Sequence[Visit]:
        """Visits planned for that day, by id."""
        ...

    def add(self, visit: Visit) -> None:
        """Keep a new visit."""
        ...

    def save(self, visit: Visit) -> None:
        """Replace a visit; it bears the version it was read with, the stored one rises by one.

        Raises:
            Stale: it was changed since it was read.
        """
        ...

    def next_number(self, day: date) -> int:
        """One more than the number of visits requested under this day's prefix."""
        ...


class Intake(Protocol):
    """Files that were imported, and the quarantine."""

    def knows(self, sha256: str, mapping_digest: str) -> bool:
        """Whether this very file was imported before, under the same mapping."""
        ...

    def note(self, *, sha256: str, mapping_digest: str, name: str, at: datetime, by: str, rows: int) -> None:
        """Remember that the file was imported."""
        ...

    def held(self, state: HeldState | None = HeldState.OPEN) -> Sequence[HeldEntry]:
        """Rows in quarantine, oldest first; None means of every state."""
        ...

    def hold(self, entries: Sequence[HeldEntry]) -> None:
        """Put rows into quarantine."""
        ...

    def close(self, identities: Iterable[str], state: HeldState, at: datetime, by: str) -> None:
        """Rows leave the quarantine; their cells stay on file."""
        ...


class CaseUnit(Protocol):
    """One transaction's view."""

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def cases(self) -> Cases:
        """The cases."""
        ...

    @property
    def visits(self) -> Visits:
        """The visits."""
        ...

    @property
    def intake(self) -> Intake:
        """Imported files and quarantine."""
        ...


class CaseTransactions(Protocol):
    """Hands out one transaction per deed."""

    def begin(self) -> AbstractContextManager[CaseUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[CaseUnit]:
        """A reading transaction."""
        ...
