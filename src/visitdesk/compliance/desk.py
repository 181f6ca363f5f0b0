"""What all deeds of the room share: the transaction, the clock, fresh ids, the entry in the audit trail."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import uuid4

from visitdesk.cases.model import CaseId
from visitdesk.clock import Clock
from visitdesk.compliance import pack as packs
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.ports import ComplianceTransactions, ComplianceUnit, HolidayCalendar
from visitdesk.errors import BadInput
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor


def _fresh_id() -> str:
    return uuid4().hex


class Desk:
    """Base of the room's desk; its parts add deeds by subject."""

    def __init__(
        self,
        transactions: ComplianceTransactions,
        clock: Clock,
        *,
        calendar: HolidayCalendar | None = None,
        pack: str = "cn",
        new_id: Callable[[], str] = _fresh_id,
    ) -> None:
        self._transactions = transactions
        self._clock = clock
        self._calendar = calendar or china()
        self._pack = packs.load(pack)
        self._new_id = new_id

    def _come(self, instant: datetime) -> datetime:
        """The present, where `instant` is not after it."""
        now = self._clock.now()
        if instant > now:
            raise BadInput("compliance.not_yet", value=instant.isoformat())
        return now

    def _enter(
        self,
        unit: ComplianceUnit,
        actor: Actor,
        name: str,
        subject: tuple[str, str],
        *,
        reason: str = "",
        facts: Mapping[str, object],
    ) -> None:
        entry = Entry(name=name, actor=actor, subject_kind=subject[0], subject=subject[1], reason=reason, facts=facts)
        unit.audit.append(entry, self._clock.now())


def require_case(unit: ComplianceUnit, case: CaseId) -> None:
    """Refuse words about a case that the branch does not have.

    Raises:
        BadInput: there is no such case.
    """
    if unit.cases.get(case) is None:
        raise BadInput("compliance.no_such_case", value=case)
