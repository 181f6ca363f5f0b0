"""What the room needs from outside: a calendar of days off, and the store."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.cases.ports import Cases, Visits
from visitdesk.compliance.model import (
    Consent,
    ConsentId,
    Hold,
    HoldId,
    Notice,
    Objection,
    ObjectionId,
    Refusal,
    RefusalId,
    StoredVerdict,
)
from visitdesk.security.audit import AuditTrail


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What kind of day a date is.

    Attributes:
        festival: its Chinese name; empty on days that belong to none.
        is_statutory: a public holiday by law.
        is_off: a day on which most people do not work: weekend, bridge day or holiday; working weekends are not.
        is_solemn: a day on which nobody is visited whatever was agreed (除夕 to 初三, 清明).
        is_uncertain: the year's arrangement is not recorded and the day may turn out to be off.
    """

    festival: str = ""
    is_statutory: bool = False
    is_off: bool = False
    is_solemn: bool = False
    is_uncertain: bool = False


class HolidayCalendar(Protocol):
    """Tells days off from working days in one country."""

    def day(self, on: date) -> Day:
        """What kind of day it is."""
        ...


class ComplianceRepository(Protocol):
    """Holds, consents, objections, notices, refusals and verdicts of the branch, inside one transaction."""

    def add_hold(self, hold: Hold) -> None:
        """Keep a new hold."""
        ...

    def hold(self, identity: HoldId) -> Hold | None:
        """The hold of that id."""
        ...

    def holds(self, case: CaseId | None = None, *, only_open: bool = False) -> Sequence[Hold]:
        """Holds, oldest first; of one case or of all."""
        ...

    def change_hold(self, hold: Hold) -> None:
        """Keep a hold's new state.

        Raises:
            Stale: its version is not the stored one.
        """
        ...

    def add_consent(self, consent: Consent) -> None:
        """Keep a new consent."""
        ...

    def consent(self, identity: ConsentId) -> Consent | None:
        """The consent of that id."""
        ...

    def consents(self, case: CaseId) -> Sequence[Consent]:
        """Consents of a case, oldest first, withdrawn ones too."""
        ...

    def change_consent(self, consent: Consent) -> None:
        """Keep a consent's withdrawal.

        Raises:
            Stale: its version is not the stored one.
        """
        ...

    def add_objection(self, objection: Objection) -> None:
        """Keep a new objection."""
        ...

    def objection(self, identity: ObjectionId) -> Objection | None:
        """The objection of that id."""
        ...

    def objections(self, case: CaseId | None = None) -> Sequence[Objection]:
        """Objections, oldest first; of one case or of all."""
        ...

    def change_objection(self, objection: Objection) -> None:
        """Keep an objection's answer.

        Raises:
            Stale: its version is not the stored one.
        """
        ...

    def add_notice(self, notice: Notice) -> None:
        """Keep a new notice."""
        ...

    def notices(self, case: CaseId) -> Sequence[Notice]:
        """Notices of a case, oldest first."""
        ...

    def add_refusal(self, refusal: Refusal) -> None:
        """Keep a refusal of visits."""
        ...

    def refusal(self, identity: RefusalId) -> Refusal | None:
        """The refusal of that id."""
        ...

    def refusals(self, case: CaseId) -> Sequence[Refusal]:
        """Refusals of a case, oldest first, revoked ones too."""
        ...

    def change_refusal(self, refusal: Refusal) -> None:
        """Keep a refusal's end.

        Raises:
            Stale: its version is not the stored one.
        """
        ...

    def add_verdict(self, verdict: StoredVerdict) -> None:
        """Keep a verdict; verdicts are never changed."""
        ...

    def verdicts(self, visit: VisitId) -> Sequence[StoredVerdict]:
        """Verdicts of a visit, oldest first."""
        ...


class ComplianceUnit(Protocol):
    """One transaction as this room sees it."""

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def cases(self) -> Cases:
        """The cases; read only here."""
        ...

    @property
    def visits(self) -> Visits:
        """The visits; read only here."""
        ...

    @property
    def compliance(self) -> ComplianceRepository:
        """This room's repository."""
        ...


class ComplianceTransactions(Protocol):
    """Opens transactions."""

    def begin(self) -> AbstractContextManager[ComplianceUnit]:
        """A writing transaction: one deed."""
        ...

    def read(self) -> AbstractContextManager[ComplianceUnit]:
        """A reading transaction: one consistent picture."""
        ...
