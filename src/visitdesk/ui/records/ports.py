"""What the screens of the records need: desks of the branch and its papers; `branch.Branch` fulfils it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from visitdesk.cases.model import VisitId
from visitdesk.clock import Clock
from visitdesk.records.model import VisitFacts
from visitdesk.security.ports import User

if TYPE_CHECKING:
    from visitdesk.branch import Prints
    from visitdesk.cases.service import CaseDesk
    from visitdesk.cases.visit_service import VisitDesk
    from visitdesk.compliance.service import ComplianceDesk
    from visitdesk.records.service import RecordDesk


class FactsOfVisits(Protocol):
    """What is known of a visit when its record is opened."""

    def record_facts(self, visit: VisitId) -> VisitFacts:
        """The facts.

        Raises:
            BadInput: no such visit, or it is on no published plan.
        """
        ...


class NamesOfUsers(Protocol):
    """Users by name."""

    def users(self) -> Sequence[User]:
        """All users, active or not."""
        ...


class RecordsBranch(Protocol):
    """The desks that `Branch` must offer for these screens."""

    @property
    def clock(self) -> Clock:
        """The present instant."""
        ...

    @property
    def cases(self) -> "CaseDesk":
        """Cases: the figures an offer is made of."""
        ...

    @property
    def visits(self) -> "VisitDesk":
        """Visits: which are over and not told."""
        ...

    @property
    def compliance(self) -> "ComplianceDesk":
        """Objections."""
        ...

    @property
    def records(self) -> "RecordDesk":
        """Records."""
        ...

    @property
    def security(self) -> NamesOfUsers:
        """Who wrote and who accepted."""
        ...

    @property
    def papers(self) -> FactsOfVisits:
        """Facts of visits."""
        ...

    @property
    def prints(self) -> "Prints":
        """Previews and print jobs."""
        ...
