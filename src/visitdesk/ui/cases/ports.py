"""What the screens of the cases need: the desks of the branch, and who answers "may we visit now?"."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from visitdesk.cases.model import AddressId, CaseId
from visitdesk.clock import Clock
from visitdesk.security.model import Actor, UserId
from visitdesk.wording import Lang

if TYPE_CHECKING:
    from visitdesk.cases.intake_service import IntakeDesk
    from visitdesk.cases.service import CaseDesk
    from visitdesk.cases.visit_service import VisitDesk
    from visitdesk.compliance.model import Verdict
    from visitdesk.compliance.service import ComplianceDesk
    from visitdesk.reports.case_verdicts import Mark


class Judge(Protocol):
    """May we visit: answered over the rooms `compliance`, `people` and `planning` together."""

    def verdicts(self, case: CaseId, address: AddressId | None, moments: Sequence[datetime]) -> "Sequence[Verdict]":
        """A verdict for each moment of arrival, in order.

        Of the case's visit that is not over, with its team where it has one; else of the visit as it would be asked for.

        Args:
            address: None means that visit's own, else the surest address.
        """
        ...

    def marks(self, lang: Lang) -> "Mapping[CaseId, Mark]":
        """Marks of every case that has a visit ahead, an open hold or an open objection; others are absent."""
        ...


class SecondPerson(Protocol):
    """Signs a second person in for one deed."""

    def sign_in(self, *, user: UserId, password: str, desk: str) -> Actor:
        """The actor.

        Raises:
            NotAllowed: unknown, wrong password, or closed for a while.
        """
        ...


class CasesBranch(Protocol):
    """The desks that `Branch` must offer for these screens."""

    @property
    def clock(self) -> Clock:
        """The present instant."""
        ...

    @property
    def cases(self) -> "CaseDesk":
        """Cases."""
        ...

    @property
    def visits(self) -> "VisitDesk":
        """Visits before they are planned."""
        ...

    @property
    def intake(self) -> "IntakeDesk":
        """Account files and the quarantine."""
        ...

    @property
    def compliance(self) -> "ComplianceDesk":
        """Holds, objections, consents, notices, refusals."""
        ...

    @property
    def judge(self) -> Judge:
        """Verdicts over the cases."""
        ...

    @property
    def security(self) -> SecondPerson:
        """For deeds that take two people."""
        ...
