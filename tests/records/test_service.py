"""The life of a record: draft, submitted, returned, final, corrected, drawn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.records import FakeRenderer, FakeStudio, FakeTransactions, FakeVault
from tests.records.samples import AT, STATEMENT, content, facts
from visitdesk.cases.model import VisitId
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed, RuleBroken, Stale
from visitdesk.people.model import CollectorId
from visitdesk.records.model import Copy, EvidenceKind, RecordId, RecordState
from visitdesk.records.service import MOST_BYTES, RecordDesk, Upload
from visitdesk.security.audit import first_broken
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.wording import Lang

CLERK = Actor(user=UserId("clerk"), roles=frozenset({Role.CLERK}))
SUPERVISOR = Actor(user=UserId("chief"), roles=frozenset({Role.SUPERVISOR}))
TRAINER = Actor(user=UserId("trainer"), roles=frozenset({Role.TRAINER}))
NUMBER = RecordId("R-V0001")
PHOTO = Upload(data=b"jpeg", kind=EvidenceKind.PHOTO, caption="门牌", taken_at=AT, taken_by=CollectorId("C01"))


@pytest.fixture
def store() -> FakeTransactions:
    return FakeTransactions()


@pytest.fixture
def desk(store: FakeTransactions) -> RecordDesk:
    return RecordDesk(
        store, FixedClock(AT), vault=FakeVault(), studio=FakeStudio(), renderer=FakeRenderer(), fresh=lambda: bytes(32)
    )


def written(desk: RecordDesk) -> None:
    desk.open_draft(CLERK, facts(), replace(content(), evidence=()))


def finished(desk: RecordDesk) -> None:
    written(desk)
    desk.submit(CLERK, NUMBER)
    desk.finalise(SUPERVISOR, NUMBER)


def test_that_a_visit_has_one_record_and_is_no_longer_untold(desk: RecordDesk) -> None:
    visits = [VisitId("V0001"), VisitId("V0002")]
    assert desk.untold(visits) == tuple(visits)
    changed = desk.open_draft(CLERK, facts())
    assert changed.ids(Subject.RECORD) == {"R-V0001"}
    assert desk.untold(visits) == (VisitId("V0002"),)
    with pytest.raises(BadInput, match=r"records\.exists"):
        desk.open_draft(CLERK, facts())


def test_that_an_incomplete_record_cannot_be_submitted(desk: RecordDesk) -> None:
    desk.open_draft(CLERK, facts())
    assert desk.missing(NUMBER)
    with pytest.raises(BadInput, match=r"records\.incomplete"):
        desk.submit(CLERK, NUMBER)
    assert desk.record(NUMBER).state is RecordState.DRAFT


def test_that_a_submitted_record_is_read_only_until_it_is_returned(desk: RecordDesk) -> None:
    written(desk)
    desk.submit(CLERK, NUMBER)
    with pytest.raises(RuleBroken, match=r"records\.wrong_state"):
        desk.save_draft(CLERK, NUMBER, content(), version=desk.record(NUMBER).version)
    with pytest.raises(RuleBroken):
        desk.add_evidence(CLERK, NUMBER, PHOTO)
    desk.return_(SUPERVISOR, NUMBER, "离开时间请核对")
    record = desk.record(NUMBER)
    assert (record.state, record.returned_because) == (RecordState.RETURNED, "离开时间请核对")
    desk.save_draft(CLERK, NUMBER, content(), version=record.version)
    desk.submit(CLERK, NUMBER)
    assert desk.record(NUMBER).returned_because == ""


def test_that_two_desks_do_not_overwrite_each_other(desk: RecordDesk) -> None:
    written(desk)
    seen = desk.record(NUMBER).version
    desk.save_draft(CLERK, NUMBER, replace(content(), account="甲"), version=seen)
    with pytest.raises(Stale):
        desk.save_draft(CLERK, NUMBER, replace(content(), account="乙"), version=seen)
    assert desk.record(NUMBER).content.account == "甲"


def test_that_nobody_reviews_what_he_submitted_himself(desk: RecordDesk) -> None:
    written(desk)
    desk.submit(SUPERVISOR, NUMBER)
    with pytest.raises(RuleBroken, match=r"records\.own_review"):
        desk.finalise(SUPERVISOR, NUMBER)


def test_that_a_correction_keeps_both_versions_and_their_roots(desk: RecordDesk) -> None:
    finished(desk)
    first = desk.record(NUMBER)
    told = replace(first.content, objection="另有一笔已还款未入账。")
    with pytest.raises(BadInput, match=r"records\.no_reason"):
        desk.correct(SUPERVISOR, NUMBER, told, "  ")
    with pytest.raises(BadInput, match=r"records\.nothing_corrected"):
        desk.correct(SUPERVISOR, NUMBER, first.content, "笔误")
    desk.correct(SUPERVISOR, NUMBER, told, "借款人来电补充")
    record = desk.record(NUMBER)
    assert [one.content.objection for one in record.revisions] == [first.content.objection, told.objection]
    assert record.revisions[0].content.statement == STATEMENT
    assert record.root == record.revisions[1].root != first.root


def test_that_a_correction_may_not_open_a_gap_or_touch_evidence(desk: RecordDesk) -> None:
    finished(desk)
    told = desk.record(NUMBER).content
    with pytest.raises(BadInput, match=r"records\.incomplete"):
        desk.correct(SUPERVISOR, NUMBER, replace(told, account=" "), "删去")
    with pytest.raises(BadInput, match=r"records\.evidence_fixed"):
        desk.correct(SUPERVISOR, NUMBER, replace(told, evidence=content().evidence), "补照片")


def test_that_evidence_keeps_the_hash_of_the_original_and_a_clean_copy(desk: RecordDesk) -> None:
    written(desk)
    added = desk.add_evidence(CLERK, NUMBER, PHOTO)
    assert desk.record(NUMBER).content.evidence == (added.evidence,)
    assert added.evidence.size == 4
    assert desk.photo(added.evidence) == b"clean jpeg"
    with pytest.raises(BadInput, match=r"records\.evidence_twice"):
        desk.add_evidence(CLERK, NUMBER, PHOTO)


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_that_evidence_has_a_sane_size(desk: RecordDesk, size: int) -> None:
    written(desk)
    with pytest.raises(BadInput, match=r"records\.evidence_size"):
        desk.add_evidence(CLERK, NUMBER, replace(PHOTO, data=bytes(size)))


def test_that_saving_a_draft_never_drops_evidence(desk: RecordDesk) -> None:
    written(desk)
    desk.add_evidence(CLERK, NUMBER, PHOTO)
    record = desk.record(NUMBER)
    desk.save_draft(CLERK, NUMBER, replace(content(), evidence=()), version=record.version)
    assert len(desk.record(NUMBER).content.evidence) == 1


def test_that_only_final_records_are_drawn_and_each_copy_is_registered(
    desk: RecordDesk, store: FakeTransactions
) -> None:
    written(desk)
    with pytest.raises(RuleBroken, match=r"records\.wrong_state"):
        desk.draw_copy(CLERK, NUMBER, Copy.FILE, Lang.ZH)
    desk.submit(CLERK, NUMBER)
    desk.finalise(SUPERVISOR, NUMBER)
    drawn = desk.draw_copy(CLERK, NUMBER, Copy.FILE, Lang.ZH)
    with store.read() as unit:
        assert unit.seals.by_digest(drawn.seal.digest) == drawn.seal
    assert drawn.seal.root == desk.record(NUMBER).root


def test_that_the_queue_shows_what_waits_and_how_much_is_missing(desk: RecordDesk) -> None:
    desk.open_draft(CLERK, facts("V0002"))
    written(desk)
    desk.submit(CLERK, NUMBER)
    (draft,) = desk.queue(RecordState.DRAFT)
    assert draft.missing > 3
    (waiting,) = desk.queue(RecordState.SUBMITTED)
    assert (waiting.record, waiting.missing, waiting.printed) == (NUMBER, 0, False)
    assert len(desk.queue()) == 2


def test_that_roles_decide_who_writes_reviews_and_prints(desk: RecordDesk) -> None:
    with pytest.raises(NotAllowed):
        desk.open_draft(TRAINER, facts())
    written(desk)
    desk.submit(CLERK, NUMBER)
    with pytest.raises(NotAllowed):
        desk.finalise(CLERK, NUMBER)
    with pytest.raises(NotAllowed):
        desk.draw_copy(TRAINER, NUMBER, Copy.FILE, Lang.ZH)


def test_that_every_deed_is_in_the_trail_and_no_words_of_the_borrower_are(
    desk: RecordDesk, store: FakeTransactions
) -> None:
    finished(desk)
    desk.draw_copy(CLERK, NUMBER, Copy.FILE, Lang.ZH)
    with store.read() as unit:
        entries = unit.audit.entries()
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert first_broken(entries) is None
    assert all("王" not in entry.body and "停工" not in entry.body for entry in entries)


def test_that_a_refused_deed_leaves_nothing_behind(desk: RecordDesk, store: FakeTransactions) -> None:
    written(desk)
    before = store.state.records.kept[NUMBER]
    with pytest.raises(RuleBroken):
        desk.finalise(SUPERVISOR, NUMBER)
    assert store.state.records.kept[NUMBER] == before
    assert before.opened_at + timedelta(0) == AT


def test_that_a_duress_signal_never_enters_a_record(desk: RecordDesk) -> None:
    known = facts()
    signals = ((known.team[0].id, "duress", AT), (known.team[0].id, "help", AT))
    desk.open_draft(CLERK, replace(known, check_ins=(*signals, *known.check_ins)))
    assert desk.record(NUMBER).facts.check_ins == known.check_ins
