"""One contract for the fake and the database: the room's repository."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.compliance import FakeComplianceTransactions
from visitdesk.cases.model import CaseId, VisitId
from visitdesk.compliance.model import (
    Consent,
    ConsentId,
    ConsentKind,
    Hold,
    HoldId,
    HoldKind,
    Notice,
    NoticeId,
    NoticeKind,
    Objection,
    ObjectionGround,
    ObjectionId,
    ObjectionState,
    Refusal,
    RefusalId,
    Stage,
    StoredVerdict,
    VerdictId,
)
from visitdesk.compliance.ports import ComplianceTransactions, ComplianceUnit
from visitdesk.errors import Stale
from visitdesk.security.model import Role, UserId
from visitdesk.store.database import Database

T0 = datetime(2026, 11, 24, 7, 0, 0, 123456, tzinfo=UTC)
U1, U2 = UserId("u1"), UserId("u2")
CASE, OTHER = CaseId("A-1"), CaseId("A-2")

HOLD = Hold(
    id=HoldId("H1"),
    case=CASE,
    kind=HoldKind.HARDSHIP,
    reason="生活困难",
    owner=U1,
    deadline=T0 + timedelta(days=3),
    placed_by=U1,
    placed_at=T0,
)
CONSENT = Consent(
    id=ConsentId("C1"),
    case=CASE,
    kind=ConsentKind.ENTRY,
    given_by="debtor",
    given_at=T0,
    how="sms",
    dates=(date(2026, 11, 25), date(2026, 11, 26)),
    recorded_by=U1,
    recorded_at=T0,
)
OBJECTION = Objection(
    id=ObjectionId("O1"),
    case=CASE,
    ground=ObjectionGround.AMOUNT,
    words="我只欠 300 元\n“不是” 3000 元",
    received_at=T0,
    received_by=U1,
    due=T0 + timedelta(days=20),
    hold=HOLD.id,
)
NOTICE = Notice(
    id=NoticeId("N1"),
    case=CASE,
    kind=NoticeKind.ADVANCE,
    sent_at=T0,
    channel="sms",
    recorded_by=U1,
    recorded_at=T0,
    visit=VisitId("V1"),
    purpose=True,
    right_to_refuse=True,
)
REFUSAL = Refusal(id=RefusalId("R1"), case=CASE, said_at=T0, words="不要来", recorded_by=U1, recorded_at=T0)
VERDICT = StoredVerdict(
    id=VerdictId("D1"),
    visit=VisitId("V1"),
    case=CASE,
    stage=Stage.DISPATCH,
    pack="cn",
    pack_version="cn-1",
    allowed=False,
    decided_by="cn-two-person",
    facts={"version": 1, "case": {"id": "A-1", "holds": [], "plan": None}},
    findings=({"rule": "cn-two-person", "effect": "BLOCK", "lifted_by": None},),
    judged_at=T0,
    judged_by=U1,
)


@pytest.fixture(params=["fake", "sql"])
def store(request: pytest.FixtureRequest) -> ComplianceTransactions:
    if request.param == "fake":
        return FakeComplianceTransactions()
    database: Database = request.getfixturevalue("database")
    return database


def test_that_what_was_added_is_read_back_unchanged(store: ComplianceTransactions) -> None:
    with store.begin() as unit:
        unit.compliance.add_hold(HOLD)
        unit.compliance.add_consent(CONSENT)
        unit.compliance.add_objection(OBJECTION)
        unit.compliance.add_notice(NOTICE)
        unit.compliance.add_refusal(REFUSAL)
        unit.compliance.add_verdict(VERDICT)
    with store.read() as unit:
        kept = unit.compliance
        assert (kept.hold(HOLD.id), kept.consent(CONSENT.id)) == (HOLD, CONSENT)
        assert (kept.objection(OBJECTION.id), kept.refusal(REFUSAL.id)) == (OBJECTION, REFUSAL)
        assert (list(kept.holds(CASE)), list(kept.consents(CASE))) == ([HOLD], [CONSENT])
        assert (list(kept.objections(CASE)), list(kept.refusals(CASE))) == ([OBJECTION], [REFUSAL])
        assert (list(kept.notices(CASE)), list(kept.verdicts(VERDICT.visit))) == ([NOTICE], [VERDICT])


def test_that_what_is_not_there_is_none_or_empty(store: ComplianceTransactions) -> None:
    with store.read() as unit:
        kept = unit.compliance
        assert kept.hold(HoldId("?")) is None
        assert kept.consent(ConsentId("?")) is None
        assert kept.objection(ObjectionId("?")) is None
        assert kept.refusal(RefusalId("?")) is None
        assert not any((kept.holds(), kept.consents(CASE), kept.notices(CASE), kept.verdicts(VisitId("?"))))


def test_that_lists_are_of_one_case_oldest_first_and_can_leave_out_the_cleared(store: ComplianceTransactions) -> None:
    later = replace(HOLD, id=HoldId("H0"), placed_at=T0 + timedelta(seconds=1))
    other = replace(HOLD, id=HoldId("H2"), case=OTHER)
    with store.begin() as unit:
        for hold in (later, other, HOLD):
            unit.compliance.add_hold(hold)
    with store.begin() as unit:
        unit.compliance.change_hold(
            replace(HOLD, cleared_at=T0, cleared_by=U1, cleared_with=U2, clear_role=Role.SUPERVISOR, clear_reason="ok")
        )
    with store.read() as unit:
        assert [hold.id for hold in unit.compliance.holds(CASE)] == ["H1", "H0"]
        assert [hold.id for hold in unit.compliance.holds()] == ["H1", "H2", "H0"]
        assert [hold.id for hold in unit.compliance.holds(only_open=True)] == ["H2", "H0"]
        cleared = unit.compliance.hold(HOLD.id)
        assert cleared is not None
        assert (cleared.cleared_at, cleared.cleared_with, cleared.clear_role) == (T0, U2, Role.SUPERVISOR)
        assert cleared.version == 2


def test_that_two_desks_never_overwrite_each_other(store: ComplianceTransactions) -> None:
    with store.begin() as unit:
        unit.compliance.add_hold(HOLD)
        unit.compliance.add_consent(CONSENT)
        unit.compliance.add_objection(OBJECTION)
        unit.compliance.add_refusal(REFUSAL)
    with store.begin() as unit:
        unit.compliance.change_hold(replace(HOLD, clear_reason="first"))
        unit.compliance.change_consent(replace(CONSENT, withdrawn_at=T0))
        unit.compliance.change_objection(replace(OBJECTION, state=ObjectionState.UPHELD, answered_at=T0))
        unit.compliance.change_refusal(replace(REFUSAL, revoked_at=T0))
    changes: tuple[Callable[[ComplianceUnit], None], ...] = (
        lambda unit: unit.compliance.change_hold(replace(HOLD, clear_reason="second")),
        lambda unit: unit.compliance.change_consent(replace(CONSENT, withdrawn_at=None)),
        lambda unit: unit.compliance.change_objection(replace(OBJECTION, answer="second")),
        lambda unit: unit.compliance.change_refusal(replace(REFUSAL, words="second")),
        lambda unit: unit.compliance.change_hold(replace(HOLD, id=HoldId("?"))),
    )
    for change in changes:
        with pytest.raises(Stale), store.begin() as unit:
            change(unit)
    with store.read() as unit:
        hold, consent = unit.compliance.hold(HOLD.id), unit.compliance.consent(CONSENT.id)
        assert hold is not None
        assert consent is not None
        assert (hold.clear_reason, consent.withdrawn_at) == ("first", T0)


def test_that_a_kept_verdict_cannot_be_altered(database: Database) -> None:
    with database.begin() as unit:
        unit.compliance.add_verdict(VERDICT)
    with database.engine.connect() as connection, pytest.raises(Exception, match="never changed"):
        connection.exec_driver_sql("UPDATE compliance_verdict SET allowed = 1")
