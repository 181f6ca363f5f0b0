"""In-memory repository of the room `compliance`; it answers as the database does, stale versions included."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace

from tests.fakes.cases import FakeAudit, FakeCases, FakeVisits
from visitdesk.cases.model import CaseId, VisitId
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
from visitdesk.errors import Stale


class FakeCompliance:
    def __init__(self) -> None:
        self._holds: dict[HoldId, Hold] = {}
        self._consents: dict[ConsentId, Consent] = {}
        self._objections: dict[ObjectionId, Objection] = {}
        self._notices: list[Notice] = []
        self._refusals: dict[RefusalId, Refusal] = {}
        self._verdicts: list[StoredVerdict] = []

    def add_hold(self, hold: Hold) -> None:
        self._holds[hold.id] = hold

    def hold(self, identity: HoldId) -> Hold | None:
        return self._holds.get(identity)

    def holds(self, case: CaseId | None = None, *, only_open: bool = False) -> Sequence[Hold]:
        found = (one for one in self._holds.values() if case in {None, one.case} and (one.is_open or not only_open))
        return sorted(found, key=lambda one: (one.placed_at, one.id))

    def change_hold(self, hold: Hold) -> None:
        _require_fresh(self._holds.get(hold.id), hold.version)
        self._holds[hold.id] = replace(hold, version=hold.version + 1)

    def add_consent(self, consent: Consent) -> None:
        self._consents[consent.id] = consent

    def consent(self, identity: ConsentId) -> Consent | None:
        return self._consents.get(identity)

    def consents(self, case: CaseId) -> Sequence[Consent]:
        found = (one for one in self._consents.values() if one.case == case)
        return sorted(found, key=lambda one: (one.recorded_at, one.id))

    def change_consent(self, consent: Consent) -> None:
        _require_fresh(self._consents.get(consent.id), consent.version)
        self._consents[consent.id] = replace(consent, version=consent.version + 1)

    def add_objection(self, objection: Objection) -> None:
        self._objections[objection.id] = objection

    def objection(self, identity: ObjectionId) -> Objection | None:
        return self._objections.get(identity)

    def objections(self, case: CaseId | None = None) -> Sequence[Objection]:
        found = (one for one in self._objections.values() if case in {None, one.case})
        return sorted(found, key=lambda one: (one.received_at, one.id))

    def change_objection(self, objection: Objection) -> None:
        _require_fresh(self._objections.get(objection.id), objection.version)
        self._objections[objection.id] = replace(objection, version=objection.version + 1)

    def add_notice(self, notice: Notice) -> None:
        self._notices.append(notice)

    def notices(self, case: CaseId) -> Sequence[Notice]:
        return sorted((one for one in self._notices if one.case == case), key=lambda one: (one.sent_at, one.id))

    def add_refusal(self, refusal: Refusal) -> None:
        self._refusals[refusal.id] = refusal

    def refusal(self, identity: RefusalId) -> Refusal | None:
        return self._refusals.get(identity)

    def refusals(self, case: CaseId) -> Sequence[Refusal]:
        found = (one for one in self._refusals.values() if one.case == case)
        return sorted(found, key=lambda one: (one.said_at, one.id))

    def change_refusal(self, refusal: Refusal) -> None:
        _require_fresh(self._refusals.get(refusal.id), refusal.version)
        self._refusals[refusal.id] = replace(refusal, version=refusal.version + 1)

    def add_verdict(self, verdict: StoredVerdict) -> None:
        self._verdicts.append(verdict)

    def verdicts(self, visit: VisitId) -> Sequence[StoredVerdict]:
        found = (one for one in self._verdicts if one.visit == visit)
        return sorted(found, key=lambda one: (one.judged_at, one.id))


def _require_fresh(known: Hold | Consent | Objection | Refusal | None, version: int) -> None:
    if known is None or known.version != version:
        raise Stale("store.stale")


class FakeComplianceUnit:
    def __init__(self) -> None:
        self._visits = FakeVisits()
        self._cases = FakeCases(self._visits)
        self._compliance = FakeCompliance()
        self._audit = FakeAudit()

    @property
    def audit(self) -> FakeAudit:
        return self._audit

    @property
    def cases(self) -> FakeCases:
        return self._cases

    @property
    def visits(self) -> FakeVisits:
        return self._visits

    @property
    def compliance(self) -> FakeCompliance:
        return self._compliance


class FakeComplianceTransactions:
    """One unit in memory; a deed that fails leaves it as it was."""

    def __init__(self) -> None:
        self.unit = FakeComplianceUnit()

    @contextmanager
    def begin(self) -> Iterator[FakeComplianceUnit]:
        before = deepcopy(self.unit)
        try:
            yield self.unit
        except BaseException:
            self.unit = before
            raise

    @contextmanager
    def read(self) -> Iterator[FakeComplianceUnit]:
        yield deepcopy(self.unit)
