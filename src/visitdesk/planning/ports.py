"""What the room asks from outside: the law's verdict, the people of the day, the branch's numbers, and the store."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from visitdesk.cases.model import Visit
from visitdesk.cases.ports import Cases, Visits
from visitdesk.compliance.model import Verdict
from visitdesk.people.model import CollectorId
from visitdesk.planning.draft import PlanState
from visitdesk.planning.pool import DayTerms
from visitdesk.planning.roster import Roster
from visitdesk.security.audit import AuditTrail
from visitdesk.security.model import UserId


class VerdictSource(Protocol):
    """The room `compliance`: may this visit be made?"""

    def for_day(self, visits: Sequence[Visit], day: date) -> Mapping[str, Verdict]:
        """Verdicts by visit id for a day whose hour and team are still open: what can be judged without them."""
        ...

    def for_stop(self, visit: Visit, arrive: datetime, leave: datetime, team: Sequence[CollectorId]) -> Verdict:
        """The verdict for planned instants (UTC) and a named team."""
        ...


class RosterSource(Protocol):
    """The room `people`: who works on a day."""

    def on(self, day: date) -> Roster:
        """Collectors, shifts, leave and apart-list of that day."""
        ...


class TermsSource(Protocol):
    """The branch's settings for a day plan."""

    def on(self, day: date) -> DayTerms:
        """Depot, zone, visiting hours, break, team size."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDayPlan:
    """One stored version of a day plan.

    Attributes:
        number: 0 is the draft, 1 … the publications in order.
        problem: form of contracts §1; `plan` likewise. No names of borrowers.
        version: of the draft's row; publications are never changed.
    """

    day: date
    number: int
    state: PlanState
    problem: Mapping[str, object]
    plan: Mapping[str, object]
    saved_at: datetime
    saved_by: UserId
    version: int


class DayPlans(Protocol):
    """Stored day plans, inside one transaction."""

    def draft(self, day: date) -> StoredDayPlan | None:
        """The day's draft."""
        ...

    def published(self, day: date) -> StoredDayPlan | None:
        """The newest publication of the day."""
        ...

    def publications(self, day: date) -> Sequence[StoredDayPlan]:
        """All publications of the day, oldest first."""
        ...

    def days(self) -> Sequence[date]:
        """Days with a draft or a publication, oldest first."""
        ...

    def save_draft(self, plan: StoredDayPlan) -> int:
        """Keep the draft, answers its new version; `plan.version` is the one it was read with, 0 for a first draft.

        Raises:
            Stale: another hand has saved the day's draft since.
        """
        ...

    def add_publication(self, plan: StoredDayPlan) -> None:
        """Keep a publication for good."""
        ...


class PlanningUnit(Protocol):
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
    def day_plans(self) -> DayPlans:
        """Stored day plans."""
        ...


class PlanningTransactions(Protocol):
    """Hands out one transaction per deed."""

    def begin(self) -> AbstractContextManager[PlanningUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[PlanningUnit]:
        """A reading transaction."""
        ...
