"""The desk's deeds: who may, what stops at once, what takes two, what is kept and can be replayed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.compliance.branch import (
    AUDITOR,
    CASE,
    CLERK,
    NOW,
    OFFICER,
    PLANNED,
    QUESTION,
    SOUND,
    SUPERVISOR,
    VISIT,
    actor,
    decided,
    opened,
)
from visitdesk.cases.model import CaseId, VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import (
    ConsentId,
    ConsentKind,
    HoldId,
    HoldKind,
    NoticeKind,
    ObjectionGround,
    ObjectionId,
    ObjectionState,
    RefusalId,
    Stage,
)
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.compliance.telling import finding_answer
from visitdesk.errors import BadInput, NotAllowed, RuleBroken, Stale, VisitDeskError
from visitdesk.security.model import Role, UserId
from visitdesk.store.database import Database
from visitdesk.wording import Lang, known_codes

SOON = NOW + timedelta(days=3)
OWNER = UserId("chief")
NOBODY = actor("nobody", Role.TRAINER)


def hold(desk: ComplianceDesk, kind: HoldKind = HoldKind.HARDSHIP) -> HoldId:
    changed = desk.place_hold(CLERK, CASE, kind, reason="住院", owner=OWNER, deadline=SOON)
    return HoldId(next(iter(changed.ids(Subject.HOLD))))


def object_to(desk: ComplianceDesk) -> None:
    desk.record_objection(CLERK, CASE, ObjectionGround.AMOUNT, words="金额不对", received_at=NOW, owner=OWNER)


def test_that_a_hold_stops_the_visit_until_two_people_release_it() -> None:
    desk, transactions, clock = opened()
    placed = hold(desk)
    assert decided(desk) == "cn-hold-open"
    assert [one.id for one in desk.open_holds()] == [placed]
    clock.set(NOW + timedelta(hours=1))
    desk.release_hold(SUPERVISOR, placed, reason="已出院", second=OFFICER, version=1)
    assert decided(desk) is None
    cleared = desk.standing(CASE).holds[0]
    assert (cleared.cleared_by, cleared.cleared_with, cleared.clear_role) == ("chief", "watch", Role.SUPERVISOR)
    assert cleared.clear_reason == "已出院"
    names = [deed.name for deed in transactions.unit.audit.deeds]
    assert names[-2:] == ["compliance.place_hold", "compliance.release_hold"]


def test_that_a_complaint_holds_by_its_own_rule() -> None:
    desk, _, _ = opened()
    hold(desk, HoldKind.COMPLAINT)
    assert decided(desk) == "cn-complaint-pause"


def test_that_one_person_or_a_wrong_role_cannot_release() -> None:
    desk, _, _ = opened()
    placed = hold(desk)
    for second in (SUPERVISOR, replace(OFFICER, user=SUPERVISOR.user)):
        with pytest.raises(BadInput) as same:
            desk.release_hold(SUPERVISOR, placed, reason="x", second=second, version=1)
        assert same.value.code == "compliance.same_person"
    for first, second in ((CLERK, SUPERVISOR), (SUPERVISOR, CLERK), (AUDITOR, SUPERVISOR)):
        with pytest.raises(NotAllowed):
            desk.release_hold(first, placed, reason="x", second=second, version=1)
    assert decided(desk) == "cn-hold-open"


def test_that_a_hold_is_released_once_and_never_over_another_desk() -> None:
    desk, _, _ = opened()
    placed = hold(desk)
    with pytest.raises(Stale):
        desk.release_hold(SUPERVISOR, placed, reason="x", second=OFFICER, version=2)
    desk.release_hold(SUPERVISOR, placed, reason="x", second=OFFICER, version=1)
    with pytest.raises(BadInput) as again:
        desk.release_hold(SUPERVISOR, placed, reason="x", second=OFFICER, version=2)
    assert again.value.code == "compliance.already_cleared"


def test_that_an_objection_holds_at_once_and_is_answered_before_release() -> None:
    desk, _, clock = opened()
    object_to(desk)
    assert decided(desk) == "cn-objection-flag"
    objection = desk.open_objections()[0]
    assert objection.due == NOW + timedelta(days=20)
    assert objection.words == "金额不对"
    with pytest.raises(RuleBroken) as unanswered:
        desk.release_hold(SUPERVISOR, objection.hold, reason="x", second=OFFICER, version=1)
    assert unanswered.value.exit_code == 3
    with pytest.raises(NotAllowed):
        desk.answer_objection(CLERK, objection.id, upheld=False, answer="核对无误", version=1)
    desk.answer_objection(SUPERVISOR, objection.id, upheld=False, answer="核对无误", version=1)
    assert decided(desk) == "cn-objection-flag"
    assert desk.open_objections() == []
    assert desk.standing(CASE).objections[0].state is ObjectionState.NOT_UPHELD
    with pytest.raises(BadInput):
        desk.answer_objection(SUPERVISOR, objection.id, upheld=True, answer="again", version=2)
    clock.set(NOW + timedelta(seconds=1))
    desk.release_hold(SUPERVISOR, objection.hold, reason="已答复", second=OFFICER, version=1)
    assert decided(desk) is None


def test_that_a_withdrawn_consent_ends_at_once() -> None:
    desk, _, _ = opened()
    late = replace(QUESTION, arrive=QUESTION.arrive + timedelta(hours=12), leave=QUESTION.leave + timedelta(hours=12))
    changed = desk.record_consent(
        CLERK, CASE, ConsentKind.QUIET_HOURS, given_by="debtor", given_at=NOW, how="sms", dates=[date(2026, 11, 25)]
    )
    assert decided(desk, late) is None
    consent = ConsentId(next(iter(changed.ids(Subject.CONSENT))))
    with pytest.raises(Stale):
        desk.withdraw_consent(CLERK, consent, at=NOW, version=9)
    desk.withdraw_consent(CLERK, consent, at=NOW, version=1)
    assert decided(desk, late) == "cn-quiet-hours"
    with pytest.raises(BadInput):
        desk.withdraw_consent(CLERK, consent, at=NOW, version=2)


def test_that_a_refusal_blocks_until_the_debtor_takes_it_back() -> None:
    desk, _, _ = opened()
    desk.record_refusal(OFFICER, CASE, said_at=NOW, words="请不要上门")
    assert decided(desk) == "cn-refused-visits"
    refusal = desk.standing(CASE).refusals[0]
    with pytest.raises(NotAllowed):
        desk.revoke_refusal(CLERK, refusal.id, at=NOW, reason="x", version=1)
    desk.revoke_refusal(SUPERVISOR, refusal.id, at=NOW, reason="本人来电", version=1)
    assert decided(desk) is None


def test_that_a_kept_verdict_replays_to_the_same_answer() -> None:
    desk, transactions, clock = opened()
    first = desk.judge(CLERK, QUESTION)
    assert first.verdict.allowed
    assert first.changed == Changed.one(Subject.VISIT, VISIT)
    object_to(desk)
    clock.set(NOW + timedelta(minutes=1))
    second = desk.judge(SUPERVISOR, replace(QUESTION, stage=Stage.DISPATCH))
    kept = desk.verdicts(VISIT)
    assert [(one.stage, one.allowed, one.decided_by) for one in kept] == [
        (Stage.PLAN, True, None),
        (Stage.DISPATCH, False, "cn-objection-flag"),
    ]
    assert kept[1].judged_by == "chief"
    for stored, judged in zip(kept, (first, second), strict=True):
        replayed = desk.replay(stored)
        assert replayed == judged.verdict
        assert [finding_answer(finding, Lang.EN) for finding in replayed.findings] == list(stored.findings)
    assert transactions.unit.audit.deeds[-1].facts == {
        "stage": "dispatch",
        "allowed": False,
        "rule": "cn-objection-flag",
    }


@pytest.mark.parametrize(
    ("stage", "may", "may_not"),
    [
        (Stage.PLAN, CLERK, OFFICER),
        (Stage.DISPATCH, SUPERVISOR, CLERK),
        (Stage.CHECK_IN, OFFICER, CLERK),
        (Stage.ENTRY, OFFICER, AUDITOR),
    ],
)
def test_that_each_stage_has_its_roles(stage: Stage, may: object, may_not: object) -> None:
    desk, _, _ = opened()
    question = replace(QUESTION, stage=stage)
    desk.judge(may, question)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        desk.judge(may_not, question)  # type: ignore[arg-type]


def test_that_the_desk_does_the_same_on_the_database(database: Database) -> None:
    with database.begin() as unit:
        unit.cases.add_all([SOUND])
        unit.visits.add(PLANNED)
    clock = FixedClock(NOW)
    desk = ComplianceDesk(database, clock)
    assert decided(desk) == "cn-agency-told"
    desk.record_notice(CLERK, CASE, NoticeKind.AGENCY_TOLD, sent_at=NOW, channel="letter")
    judged = desk.judge(CLERK, QUESTION)
    assert judged.verdict.allowed
    object_to(desk)
    clock.set(NOW + timedelta(minutes=1))
    assert decided(desk) == "cn-objection-flag"
    desk.judge(CLERK, QUESTION)
    kept = desk.verdicts(VISIT)
    assert [one.allowed for one in kept] == [True, False]
    assert desk.replay(kept[0]) == judged.verdict
    with database.read() as unit:
        bodies = [entry.body for entry in unit.audit.entries()]
    assert sum('"compliance.judge"' in body for body in bodies) == 2


def test_that_no_words_of_people_enter_the_audit_trail() -> None:
    desk, transactions, _ = opened()
    object_to(desk)
    hold(desk)
    desk.record_refusal(CLERK, CASE, said_at=NOW, words="请不要上门")
    for entry in transactions.unit.audit.kept:
        for words in ("金额不对", "住院", "请不要上门", "测试甲"):
            assert words not in entry.body


Deed = Callable[[ComplianceDesk], object]
AHEAD = NOW + timedelta(seconds=1)
REFUSED: tuple[tuple[Deed, type[VisitDeskError]], ...] = (
    (lambda d: d.place_hold(NOBODY, CASE, HoldKind.LEGAL, reason="x", owner=OWNER, deadline=SOON), NotAllowed),
    (lambda d: d.place_hold(CLERK, CASE, HoldKind.LEGAL, reason=" ", owner=OWNER, deadline=SOON), BadInput),
    (lambda d: d.place_hold(CLERK, CASE, HoldKind.LEGAL, reason="x", owner=OWNER, deadline=NOW), BadInput),
    (lambda d: d.place_hold(CLERK, CaseId("?"), HoldKind.LEGAL, reason="x", owner=OWNER, deadline=SOON), BadInput),
    (lambda d: d.release_hold(SUPERVISOR, HoldId("?"), reason="x", second=OFFICER, version=1), BadInput),
    (
        lambda d: d.record_consent(
            CLERK, CASE, ConsentKind.ENTRY, given_by="debtor", given_at=AHEAD, how="", dates=[date(2026, 11, 25)]
        ),
        BadInput,
    ),
    (
        lambda d: d.record_consent(CLERK, CASE, ConsentKind.ENTRY, given_by="debtor", given_at=NOW, how="", dates=[]),
        BadInput,
    ),
    (lambda d: d.withdraw_consent(CLERK, ConsentId("?"), at=NOW, version=1), BadInput),
    (
        lambda d: d.record_objection(CLERK, CASE, ObjectionGround.PAID, words="", received_at=NOW, owner=OWNER),
        BadInput,
    ),
    (
        lambda d: d.record_objection(CLERK, CASE, ObjectionGround.PAID, words="x", received_at=AHEAD, owner=OWNER),
        BadInput,
    ),
    (
        lambda d: d.record_objection(
            CLERK, CASE, ObjectionGround.PAID, words="x", received_at=NOW, owner=OWNER, due=NOW
        ),
        BadInput,
    ),
    (lambda d: d.answer_objection(SUPERVISOR, ObjectionId("?"), upheld=True, answer="x", version=1), BadInput),
    (lambda d: d.record_notice(CLERK, CASE, NoticeKind.ADVANCE, sent_at=AHEAD, channel="sms"), BadInput),
    (lambda d: d.record_notice(OFFICER, CASE, NoticeKind.ADVANCE, sent_at=NOW, channel="sms"), NotAllowed),
    (lambda d: d.record_refusal(CLERK, CASE, said_at=AHEAD, words="x"), BadInput),
    (lambda d: d.revoke_refusal(SUPERVISOR, RefusalId("?"), at=NOW, reason="x", version=1), BadInput),
    (lambda d: d.judge(CLERK, replace(QUESTION, visit=VisitId("?"))), BadInput),
)


@pytest.mark.parametrize(("deed", "fault"), REFUSED)
def test_that_a_refused_deed_changes_nothing_and_has_its_sentence(deed: Deed, fault: type[VisitDeskError]) -> None:
    desk, transactions, _ = opened()
    before = (desk.standing(CASE), len(transactions.unit.audit.kept))
    with pytest.raises(fault) as refused:
        deed(desk)
    assert refused.value.code in known_codes()
    assert (desk.standing(CASE), len(transactions.unit.audit.kept)) == before
