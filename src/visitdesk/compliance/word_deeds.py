"""Deeds that keep what passed between debtor and branch: consents and notices."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.cases.texts import bounded
from visitdesk.changed import Changed, Subject
from visitdesk.compliance.desk import Desk, require_case
from visitdesk.compliance.model import Consent, ConsentId, ConsentKind, Notice, NoticeId, NoticeKind
from visitdesk.errors import BadInput
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require


class WordDeeds(Desk):
    """Consents and notices."""

    def record_consent(
        self,
        actor: Actor,
        case: CaseId,
        kind: ConsentKind,
        *,
        given_by: str,
        given_at: datetime,
        how: str,
        dates: Sequence[date],
    ) -> Changed:
        """Keep a yes for named days; only one of the debtor's own lifts a rule.

        Raises:
            BadInput: no day, an instant that has not come, no such case.
        """
        require(actor, Deed.PREPARE_VISIT)
        now = self._come(given_at)
        if not dates:
            raise BadInput("compliance.no_dates")
        with self._transactions.begin() as unit:
            require_case(unit, case)
            consent = Consent(
                id=ConsentId(self._new_id()),
                case=case,
                kind=kind,
                given_by=given_by,
                given_at=given_at,
                how=bounded(how),
                dates=tuple(sorted(set(dates))),
                recorded_by=actor.user,
                recorded_at=now,
            )
            unit.compliance.add_consent(consent)
            facts = {"kind": kind.value, "consent": consent.id, "days": len(consent.dates)}
            self._enter(unit, actor, "compliance.record_consent", ("case", case), facts=facts)
        return Changed.one(Subject.CONSENT, consent.id) | Changed.one(Subject.CASE, case)

    def withdraw_consent(self, actor: Actor, consent: ConsentId, *, at: datetime, version: int) -> Changed:
        """The debtor took a yes back; it ends at once.

        Raises:
            BadInput: no such consent, withdrawn already, an instant that has not come.
            Stale: another desk changed it first.
        """
        require(actor, Deed.SET_HOLD)
        self._come(at)
        with self._transactions.begin() as unit:
            found = unit.compliance.consent(consent)
            if found is None:
                raise BadInput("compliance.no_such_consent", value=consent)
            if found.withdrawn_at is not None:
                raise BadInput("compliance.already_withdrawn")
            unit.compliance.change_consent(replace(found, withdrawn_at=at, version=version))
            facts = {"kind": found.kind.value, "consent": consent}
            self._enter(unit, actor, "compliance.withdraw_consent", ("case", found.case), facts=facts)
        return Changed.one(Subject.CONSENT, consent) | Changed.one(Subject.CASE, found.case)

    def record_notice(
        self,
        actor: Actor,
        case: CaseId,
        kind: NoticeKind,
        *,
        sent_at: datetime,
        channel: str,
        visit: VisitId | None = None,
        purpose: bool = False,
        staff: bool = False,
        right_to_refuse: bool = False,
    ) -> Changed:
        """Keep what the debtor was told: of a visit, of the agency, of an assignment.

        Raises:
            BadInput: an instant that has not come, no such case.
        """
        require(actor, Deed.PREPARE_VISIT)
        now = self._come(sent_at)
        with self._transactions.begin() as unit:
            require_case(unit, case)
            notice = Notice(
                id=NoticeId(self._new_id()),
                case=case,
                kind=kind,
                sent_at=sent_at,
                channel=bounded(channel),
                recorded_by=actor.user,
                recorded_at=now,
                visit=visit,
                purpose=purpose,
                staff=staff,
                right_to_refuse=right_to_refuse,
            )
            unit.compliance.add_notice(notice)
            facts = {"kind": kind.value, "notice": notice.id, "visit": visit}
            self._enter(unit, actor, "compliance.record_notice", ("case", case), facts=facts)
        return Changed.one(Subject.CASE, case)
