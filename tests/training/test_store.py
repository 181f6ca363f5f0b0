"""One contract for the in-memory stand-in and the encrypted database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.training import FakeTrainingTransactions
from visitdesk.clock import FixedClock
from visitdesk.errors import Stale
from visitdesk.people.model import CollectorId
from visitdesk.security.model import SETUP
from visitdesk.store.database import Database
from visitdesk.training.catalogue import shipped
from visitdesk.training.drills import ideal_path
from visitdesk.training.model import (
    Answer,
    Certificate,
    CertificateNumber,
    Coaching,
    DrillId,
    DrillRun,
    LessonReading,
    MemoryCard,
    ModuleId,
    Outcome,
    PaperItem,
    QuestionId,
    Sitting,
    SittingId,
)
from visitdesk.training.ports import TrainingTransactions
from visitdesk.training.service import TrainingDesk
from visitdesk.training.spacing import FsrsScheduler

C1, C2 = CollectorId("C1"), CollectorId("C2")
M0 = ModuleId("M0")
NOW = datetime(2026, 11, 25, 1, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(params=["fake", "sql"])
def transactions(request: pytest.FixtureRequest) -> TrainingTransactions:
    if request.param == "fake":
        return FakeTrainingTransactions()
    database: Database = request.getfixturevalue("database")
    return database


SITTING = Sitting(
    id=SittingId("C1-M0-1"),
    collector=C1,
    module=M0,
    number=1,
    seed=2**47 + 1,
    paper=(PaperItem(question=QuestionId("m0-hours-1"), order=(2, 0, 1)),),
    opened_at=NOW,
    content_version="abc",
)
CERTIFICATE = Certificate(
    number=CertificateNumber("VD-2026-0001"),
    collector=C1,
    module=M0,
    issued_at=NOW,
    issued_on=date(2026, 11, 25),
    valid_until=date(2027, 11, 24),
    issued_by="trainer",
    sitting=SITTING.id,
    content_version="abc",
)


def test_that_a_reading_is_replaced_and_kept_apart_by_collector(transactions: TrainingTransactions) -> None:
    reading = LessonReading(collector=C1, module=M0, started_at=NOW)
    with transactions.begin() as unit:
        unit.training.put_lesson(reading)
    finished = replace(reading, finished_at=NOW + timedelta(minutes=12))
    with transactions.begin() as unit:
        unit.training.put_lesson(finished)
    with transactions.read() as unit:
        assert unit.training.lesson(C1, M0) == finished
        assert unit.training.lesson(C2, M0) is None


def test_that_a_sitting_comes_back_as_it_was_and_counts_its_versions(transactions: TrainingTransactions) -> None:
    with transactions.begin() as unit:
        unit.training.put_sitting(SITTING)
    done = replace(SITTING, finished_at=NOW, right=0, is_passed=False, missed_critical=(QuestionId("m0-hours-1"),))
    with transactions.begin() as unit:
        assert unit.training.sitting(SITTING.id) == SITTING
        unit.training.put_sitting(done)
    with transactions.read() as unit:
        assert unit.training.sittings(C1, M0) == [replace(done, version=2)]
        assert unit.training.sitting(SittingId("none")) is None
    with pytest.raises(Stale), transactions.begin() as unit:
        unit.training.put_sitting(done)


def test_that_answers_drills_and_coachings_come_back_oldest_first(transactions: TrainingTransactions) -> None:
    early = Answer(
        collector=C1, module=M0, question=QuestionId("q1"), at=NOW, chosen=(0, 2), is_right=True, sitting=SITTING.id
    )
    late = replace(early, at=NOW + timedelta(seconds=1), chosen=(), is_right=False, sitting="")
    run = DrillRun(
        collector=C1,
        module=M0,
        drill=DrillId("d"),
        at=NOW,
        path=(0, 1),
        outcome=Outcome.GOOD,
        score=90,
        is_passed=True,
    )
    coaching = Coaching(collector=C1, module=M0, at=NOW, by="trainer", note="开场")
    with transactions.begin() as unit:
        unit.training.put_sitting(SITTING)
        unit.training.add_answers([late, early])
        unit.training.add_drill_run(run)
        unit.training.add_coaching(coaching)
    with transactions.read() as unit:
        assert unit.training.answers(C1, M0) == [early, late]
        assert unit.training.drill_runs(C1, M0) == [run]
        assert unit.training.coachings(C1, M0) == [coaching]
        assert unit.training.answers(C2, M0) == []
        assert unit.training.drill_runs(C1, ModuleId("M1")) == []


def test_that_certificates_are_numbered_within_a_year_and_never_overwritten_unseen(
    transactions: TrainingTransactions,
) -> None:
    with transactions.begin() as unit:
        unit.training.put_sitting(SITTING)
        assert unit.training.next_serial(2026) == 1
        unit.training.put_certificate(CERTIFICATE)
        other = replace(CERTIFICATE, number=CertificateNumber("VD-2027-0001"), collector=C2, issued_on=date(2027, 1, 1))
        unit.training.put_certificate(other)
        assert (unit.training.next_serial(2026), unit.training.next_serial(2027)) == (2, 2)
    gone = replace(CERTIFICATE, revoked_at=NOW, revoked_by="sv", revoked_reason="原因", is_lapse_noted=True)
    with transactions.begin() as unit:
        unit.training.put_certificate(gone)
    with transactions.read() as unit:
        assert unit.training.certificate(CERTIFICATE.number) == replace(gone, version=2)
        assert [one.number for one in unit.training.certificates()] == ["VD-2026-0001", "VD-2027-0001"]
        assert unit.training.certificates(C2) == [other]
    with pytest.raises(Stale), transactions.begin() as unit:
        unit.training.put_certificate(gone)


def test_that_cards_due_to_the_instant_come_back_longest_waiting_first(transactions: TrainingTransactions) -> None:
    cards = [
        MemoryCard(
            collector=C1,
            module=M0,
            question=QuestionId(f"q{number}"),
            state="{}",
            due=NOW + timedelta(seconds=number),
            reviews=number,
        )
        for number in (2, 0, 1)
    ]
    with transactions.begin() as unit:
        for card in cards:
            unit.training.put_card(card)
        unit.training.put_card(replace(cards[0], reviews=9))
    with transactions.read() as unit:
        assert [card.question for card in unit.training.cards_due(C1, NOW + timedelta(seconds=1))] == ["q0", "q1"]
        assert unit.training.card(C1, QuestionId("q2")) == replace(cards[0], reviews=9)
        assert unit.training.card(C2, QuestionId("q2")) is None
        assert unit.training.cards_due(C2, NOW + timedelta(days=1)) == []


def test_that_a_whole_training_lives_in_the_encrypted_file(database: Database) -> None:
    clock = FixedClock(NOW)
    desk = TrainingDesk(database, clock, catalogue=shipped(), scheduler=FsrsScheduler(), zone=ZoneInfo("Asia/Shanghai"))
    for module in shipped().modules:
        desk.start_lesson(SETUP, C1, module.id)
        desk.finish_lesson(SETUP, C1, module.id)
        sitting = desk.begin_assessment(SETUP, C1, module.id).sitting
        right = {item.question: shipped().question(item.question).right for item in sitting.paper}
        result = desk.finish_assessment(SETUP, sitting.id, right)
        assert desk.progress(C1, module.id).sittings == (result.sitting,)
        for drill in module.drills:
            desk.finish_drill(SETUP, C1, drill.id, ideal_path(drill))
        desk.certify(SETUP, C1, module.id)
    assert desk.trained_until(C1) == date(2027, 11, 24)
    clock.set(datetime(2027, 11, 25, 1, tzinfo=UTC))
    assert desk.note_expiries(SETUP)
    assert not desk.note_expiries(SETUP)
