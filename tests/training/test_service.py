"""The deeds of training: from the first lesson to a certificate that ends."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.training import FakeTrainingTransactions
from visitdesk import training
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed, RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.training.catalogue import shipped
from visitdesk.training.certificates import Evidence
from visitdesk.training.drills import ideal_path
from visitdesk.training.model import (
    Certificate,
    CertificateNumber,
    DueState,
    ModuleId,
    QuestionId,
    Sitting,
    SittingId,
)
from visitdesk.training.service import TrainingDesk
from visitdesk.training.spacing import FsrsScheduler
from visitdesk.wording import Lang, known_codes, sentence_of

C1, C2 = CollectorId("C1"), CollectorId("C2")
M0, M1 = ModuleId("M0"), ModuleId("M1")
TRAINER = Actor(user=UserId("trainer"), roles=frozenset({Role.TRAINER}))
CLERK = Actor(user=UserId("clerk"), roles=frozenset({Role.CLERK}))
AUDITOR = Actor(user=UserId("auditor"), roles=frozenset({Role.AUDITOR}))
START = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


class Branch:
    """A desk on fakes, with the steps that a learner takes."""

    def __init__(self) -> None:
        self.clock = FixedClock(START)
        self.store = FakeTrainingTransactions()
        self.desk = TrainingDesk(
            self.store,
            self.clock,
            catalogue=shipped(),
            scheduler=FsrsScheduler(),
            zone=ZoneInfo("Asia/Shanghai"),
        )

    def later(self, **span: float) -> None:
        self.clock.set(self.clock.now() + timedelta(**span))

    def read(self, collector: CollectorId, module: ModuleId) -> None:
        self.desk.start_lesson(TRAINER, collector, module)
        self.desk.finish_lesson(TRAINER, collector, module)

    def answers(self, sitting: Sitting, *, miss: int = 0) -> dict[QuestionId, frozenset[int]]:
        right = {item.question: shipped().question(item.question).right for item in sitting.paper}
        return dict(list(right.items())[miss:])

    def sit(self, collector: CollectorId, module: ModuleId, *, miss: int = 0) -> bool:
        sitting = self.desk.begin_assessment(CLERK, collector, module).sitting
        return self.desk.finish_assessment(CLERK, sitting.id, self.answers(sitting, miss=miss)).marked.is_passed

    def practise(self, collector: CollectorId, module: ModuleId) -> None:
        for drill in shipped().module(module).drills:
            self.desk.finish_drill(CLERK, collector, drill.id, ideal_path(drill))

    def qualify(self, collector: CollectorId, module: ModuleId) -> Certificate:
        self.read(collector, module)
        assert self.sit(collector, module)
        self.practise(collector, module)
        return self.desk.certify(TRAINER, collector, module).certificate


@pytest.fixture
def branch() -> Branch:
    return Branch()


def test_that_a_new_collector_is_not_trained_and_stands_on_the_due_list(branch: Branch) -> None:
    assert branch.desk.trained_until(C1) is None
    assert [(due.module, due.state) for due in branch.desk.due_list([C1])] == [
        (M0, DueState.MISSING),
        (M1, DueState.MISSING),
    ]


def test_that_lesson_paper_and_drills_lead_to_a_certificate_for_a_year(branch: Branch) -> None:
    first = branch.qualify(C1, M0)
    assert (first.number, first.issued_on, first.valid_until) == (
        "VD-2026-0001",
        date(2026, 11, 25),
        date(2027, 11, 24),
    )
    assert branch.desk.trained_until(C1) is None
    branch.qualify(C1, M1)
    assert branch.desk.trained_until(C1) == date(2027, 11, 24)
    assert branch.desk.due_list([C1]) == ()


def test_that_a_certificate_tells_people_and_planning(branch: Branch) -> None:
    branch.read(C1, M0)
    branch.sit(C1, M0)
    branch.practise(C1, M0)
    changed = branch.desk.certify(TRAINER, C1, M0).changed
    assert changed.what == {(Subject.TRAINING, C1), (Subject.COLLECTOR, C1)}


def test_that_the_certificate_bears_the_day_of_the_branch_and_not_of_greenwich(branch: Branch) -> None:
    branch.clock.set(datetime(2026, 12, 31, 16, 30, tzinfo=UTC))
    first = branch.qualify(C1, M0)
    assert (first.number, first.issued_on) == ("VD-2027-0001", date(2027, 1, 1))


@pytest.mark.parametrize("skipped", list(Evidence))
def test_that_nobody_is_certified_with_something_missing(branch: Branch, skipped: Evidence) -> None:
    branch.read(C1, M0)
    if skipped is not Evidence.ASSESSMENT:
        branch.sit(C1, M0)
    if skipped is not Evidence.DRILL:
        branch.practise(C1, M0)
    if skipped is Evidence.LESSON:
        branch.store.unit.training.kept_lessons.clear()
    with pytest.raises(RuleBroken) as caught:
        branch.desk.certify(TRAINER, C1, M0)
    assert caught.value.code == f"training.missing_{skipped.value}"
    assert caught.value.facts["rule"] == "st-train-gate"


def test_that_one_drill_of_two_is_not_enough(branch: Branch) -> None:
    branch.read(C1, M0)
    branch.sit(C1, M0)
    drill = shipped().module(M0).drills[0]
    branch.desk.finish_drill(CLERK, C1, drill.id, ideal_path(drill))
    ready = branch.desk.progress(C1, M0).readiness
    assert ready.missing == (Evidence.DRILL,)
    assert ready.open_drills == (shipped().module(M0).drills[1].id,)


def test_that_a_failed_drill_is_kept_but_does_not_count(branch: Branch) -> None:
    drill = shipped().drill("m0-neighbour")
    result = branch.desk.finish_drill(CLERK, C1, drill.id, (2,))
    assert (result.score.points, result.score.is_passed) == (0, False)
    assert branch.desk.progress(C1, M0).runs[0].path == (2,)
    assert drill.id in branch.desk.progress(C1, M0).readiness.open_drills


def test_that_only_trainer_and_supervisor_certify_and_never_themselves(branch: Branch) -> None:
    branch.qualify(C1, M0)
    for actor in (CLERK, AUDITOR):
        with pytest.raises(NotAllowed):
            branch.desk.certify(actor, C1, M0)
    own = Actor(user=UserId("C1"), roles=frozenset({Role.TRAINER}))
    with pytest.raises(NotAllowed, match=r"training\.own_certificate"):
        branch.desk.certify(own, C1, M0)
    with pytest.raises(NotAllowed, match=r"training\.own_certificate"):
        branch.desk.revoke(own, CertificateNumber("VD-2026-0001"), "x")
    with pytest.raises(NotAllowed, match=r"training\.own_certificate"):
        branch.desk.note_coaching(own, C1, M0, "x")
    with pytest.raises(NotAllowed):
        branch.desk.start_lesson(AUDITOR, C1, M0)


def test_that_the_lesson_comes_before_the_paper(branch: Branch) -> None:
    with pytest.raises(RuleBroken, match=r"training\.lesson_first"):
        branch.desk.begin_assessment(CLERK, C1, M0)
    branch.desk.start_lesson(CLERK, C1, M0)
    with pytest.raises(RuleBroken, match=r"training\.lesson_first"):
        branch.desk.begin_assessment(CLERK, C1, M0)


def test_that_opening_a_lesson_again_does_not_undo_that_it_was_read(branch: Branch) -> None:
    branch.read(C1, M0)
    branch.later(hours=1)
    branch.desk.start_lesson(CLERK, C1, M0)
    assert branch.desk.begin_assessment(CLERK, C1, M0).sitting.is_open


def test_that_a_lesson_that_was_not_opened_cannot_be_finished(branch: Branch) -> None:
    with pytest.raises(BadInput, match=r"training\.lesson_not_open"):
        branch.desk.finish_lesson(CLERK, C1, M0)


def test_that_an_open_paper_is_handed_out_again_and_not_drawn_anew(branch: Branch) -> None:
    branch.read(C1, M0)
    first = branch.desk.begin_assessment(CLERK, C1, M0)
    branch.later(minutes=5)
    again = branch.desk.begin_assessment(CLERK, C1, M0)
    assert again.sitting == first.sitting
    assert not again.changed


def test_that_the_wait_after_a_failure_is_told_by_the_clock_of_the_branch(branch: Branch) -> None:
    branch.read(C1, M0)
    branch.sit(C1, M0, miss=12)
    with pytest.raises(RuleBroken, match=r"training\.too_soon") as caught:
        branch.desk.begin_assessment(CLERK, C1, M0)
    assert sentence_of(caught.value, Lang.EN).count("2026-11-26 09:00") == 1


def test_that_every_refusal_has_a_sentence_in_both_languages() -> None:
    raised: set[str] = set()
    for file in Path(training.__file__).parent.glob("*.py"):
        raised |= set(re.findall(r'"(training\.[a-z_]+)"', file.read_text(encoding="utf-8")))
    deeds = {name for name in raised if name.removeprefix("training.") in dir(TrainingDesk)}
    assert raised - deeds <= known_codes()


def test_that_two_collectors_and_two_tries_get_different_papers(branch: Branch) -> None:
    for collector in (C1, C2):
        branch.read(collector, M0)
    one = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    two = branch.desk.begin_assessment(CLERK, C2, M0).sitting
    assert one.paper != two.paper
    branch.desk.finish_assessment(CLERK, one.id, {})
    branch.later(hours=24)
    retry = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    assert not {item.question for item in one.paper} & {item.question for item in retry.paper}
    assert retry.number == 2


def test_that_a_paper_is_handed_in_once(branch: Branch) -> None:
    branch.read(C1, M0)
    sitting = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    branch.desk.finish_assessment(CLERK, sitting.id, branch.answers(sitting))
    with pytest.raises(RuleBroken, match=r"training\.sitting_closed"):
        branch.desk.finish_assessment(CLERK, sitting.id, branch.answers(sitting))
    with pytest.raises(BadInput, match=r"training\.unknown_sitting"):
        branch.desk.finish_assessment(CLERK, SittingId("nothing"), {})


def test_that_a_paper_drawn_from_older_content_no_longer_counts(branch: Branch) -> None:
    branch.read(C1, M0)
    sitting = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    branch.desk.catalogue = replace(shipped(), version="newer")
    with pytest.raises(RuleBroken, match=r"training\.content_changed"):
        branch.desk.finish_assessment(CLERK, sitting.id, branch.answers(sitting))
    assert branch.desk.begin_assessment(CLERK, C1, M0).sitting.number == 2


def test_that_an_answer_from_another_paper_leaves_the_paper_open(branch: Branch) -> None:
    branch.read(C1, M0)
    sitting = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    with pytest.raises(BadInput, match=r"training\.not_on_paper"):
        branch.desk.finish_assessment(CLERK, sitting.id, {QuestionId("m1-pins"): frozenset({1})})
    assert branch.desk.progress(C1, M0).sittings[0].is_open


def test_that_three_failures_need_a_coach(branch: Branch) -> None:
    branch.read(C1, M0)
    for _ in range(3):
        assert not branch.sit(C1, M0, miss=12)
        with pytest.raises(RuleBroken):
            branch.desk.begin_assessment(CLERK, C1, M0)
        branch.later(hours=24)
    with pytest.raises(RuleBroken, match=r"training\.coach_first"):
        branch.desk.begin_assessment(CLERK, C1, M0)
    with pytest.raises(BadInput, match=r"training\.reason_needed"):
        branch.desk.note_coaching(TRAINER, C1, M0, "  ")
    branch.desk.note_coaching(TRAINER, C1, M0, "门口开场练了十遍")
    assert branch.sit(C1, M0)


def test_that_missed_questions_come_back_and_right_ones_do_not(branch: Branch) -> None:
    branch.read(C1, M0)
    sitting = branch.desk.begin_assessment(CLERK, C1, M0).sitting
    missed = [item.question for item in sitting.paper][:3]
    branch.desk.finish_assessment(CLERK, sitting.id, branch.answers(sitting, miss=3))
    assert branch.desk.cards_due(C1) == ()
    branch.later(minutes=10)
    assert {question.id for question in branch.desk.cards_due(C1)} == set(missed)
    assert branch.desk.cards_due(C2) == ()


def test_that_a_card_comes_back_ever_later_but_within_sixty_days(branch: Branch) -> None:
    question = shipped().question("m0-opening-order")
    wrong = branch.desk.answer_quiz(CLERK, C1, question.id, {0})
    assert not wrong.is_right
    gaps: list[timedelta] = []
    due = wrong.again_at
    for _ in range(9):
        assert due is not None
        branch.clock.set(due)
        answer = branch.desk.review(CLERK, C1, question.id, question.right)
        assert answer.again_at is not None
        gaps.append(answer.again_at - due)
        due = answer.again_at
    assert gaps[0] == timedelta(days=1)
    assert all(earlier <= later for earlier, later in pairwise(gaps[1:]))
    assert max(gaps) == timedelta(days=60)
    assert due is not None
    branch.clock.set(due)
    again = branch.desk.review(CLERK, C1, question.id, {0})
    assert again.again_at is not None
    assert again.again_at - due < timedelta(days=1)


def test_that_a_hard_answer_comes_back_before_an_easy_one(branch: Branch) -> None:
    question = shipped().question("m0-opening-order")
    dues = []
    for collector, was_hard in ((C1, True), (C2, False)):
        branch.clock.set(START)
        due = branch.desk.answer_quiz(CLERK, collector, question.id, {0}).again_at
        for _ in range(3):
            assert due is not None
            branch.clock.set(due)
            due = branch.desk.review(CLERK, collector, question.id, question.right, was_hard=was_hard).again_at
        dues.append(due)
    assert dues[0] is not None
    assert dues[1] is not None
    assert dues[0] < dues[1]


def test_that_a_right_quiz_answer_makes_no_card_and_cannot_be_reviewed(branch: Branch) -> None:
    question = shipped().question("m0-opening-order")
    assert branch.desk.answer_quiz(CLERK, C1, question.id, question.right).again_at is None
    with pytest.raises(BadInput, match=r"training\.nothing_due"):
        branch.desk.review(CLERK, C1, question.id, question.right)


def test_that_revoking_drops_the_collector_at_once(branch: Branch) -> None:
    one = branch.qualify(C1, M0)
    branch.qualify(C1, M1)
    with pytest.raises(BadInput, match=r"training\.reason_needed"):
        branch.desk.revoke(TRAINER, one.number, "")
    changed = branch.desk.revoke(TRAINER, one.number, "在门口说了没有依据的后果")
    assert changed.what == {(Subject.TRAINING, C1), (Subject.COLLECTOR, C1)}
    assert branch.desk.trained_until(C1) is None
    assert branch.desk.due_list([C1])[0].state is DueState.REVOKED
    with pytest.raises(RuleBroken, match=r"training\.already_revoked"):
        branch.desk.revoke(TRAINER, one.number, "noch einmal")
    with pytest.raises(BadInput, match=r"training\.unknown_certificate"):
        branch.desk.revoke(TRAINER, CertificateNumber("VD-2026-9999"), "x")


def test_that_after_revocation_everything_is_earned_anew(branch: Branch) -> None:
    one = branch.qualify(C1, M0)
    branch.later(days=1)
    branch.desk.revoke(TRAINER, one.number, "x")
    assert branch.desk.progress(C1, M0).readiness.missing == tuple(Evidence)
    branch.later(days=1)
    two = branch.qualify(C1, M0)
    assert two.number == "VD-2026-0002"


def test_that_what_was_learnt_before_a_revocation_does_not_count_after_it(branch: Branch) -> None:
    one = branch.qualify(C1, M0)
    branch.later(days=1)
    branch.read(C1, M0)
    assert branch.sit(C1, M0)
    branch.practise(C1, M0)
    branch.later(days=1)
    branch.desk.revoke(TRAINER, one.number, "x")
    assert branch.desk.progress(C1, M0).readiness.missing == tuple(Evidence)


def test_that_one_passed_paper_makes_one_certificate(branch: Branch) -> None:
    branch.qualify(C1, M0)
    with pytest.raises(RuleBroken, match=r"training\.missing_lesson"):
        branch.desk.certify(TRAINER, C1, M0)


def test_that_a_refresher_starts_a_new_year_on_its_own_day(branch: Branch) -> None:
    branch.qualify(C1, M0)
    branch.clock.set(datetime(2027, 11, 10, 2, tzinfo=UTC))
    assert branch.desk.due_list([C1])[-1].days_left == 14
    second = branch.qualify(C1, M0)
    assert second.valid_until == date(2028, 11, 9)


def test_that_an_expired_certificate_drops_its_holder_once_at_midnight_of_the_branch(branch: Branch) -> None:
    for module in (M0, M1):
        branch.qualify(C1, module)
    branch.later(days=3)
    for module in (M0, M1):
        branch.qualify(C2, module)
    branch.clock.set(datetime(2027, 11, 24, 15, 59, 59, tzinfo=UTC))
    assert not branch.desk.note_expiries(TRAINER)
    branch.clock.set(datetime(2027, 11, 24, 16, 0, 0, tzinfo=UTC))
    changed = branch.desk.note_expiries(TRAINER)
    assert changed.what == {(Subject.TRAINING, C1), (Subject.COLLECTOR, C1)}
    assert not branch.desk.note_expiries(TRAINER)
    assert branch.desk.due_list([C1, C2])[0].state is DueState.EXPIRED
    assert branch.desk.trained_until(C1) == date(2027, 11, 24)


def test_that_a_renewed_certificate_does_not_drop_anybody_when_the_old_one_ends(branch: Branch) -> None:
    branch.qualify(C1, M0)
    branch.clock.set(datetime(2027, 11, 1, 2, tzinfo=UTC))
    branch.qualify(C1, M0)
    branch.clock.set(datetime(2027, 12, 1, 2, tzinfo=UTC))
    assert not branch.desk.note_expiries(TRAINER)


@settings(deadline=None, max_examples=40)
@given(
    events=st.lists(
        st.tuples(st.sampled_from(["qualify", "revoke", "wait"]), st.sampled_from([M0, M1]), st.integers(1, 250)),
        max_size=8,
    )
)
def test_that_nobody_counts_as_trained_without_two_living_certificates(
    events: list[tuple[str, ModuleId, int]],
) -> None:
    branch = Branch()
    alive: dict[ModuleId, date] = {}
    for what, module, days in events:
        branch.later(days=days)
        today = branch.clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date()
        if what == "qualify":
            alive[module] = branch.qualify(C1, module).valid_until
        elif what == "revoke" and module in alive:
            own = [one for one in branch.desk.certificates_of(C1) if one.module == module and one.revoked_at is None]
            newest = max(own, key=lambda one: one.issued_at)
            branch.desk.revoke(TRAINER, newest.number, "x")
            del alive[module]
        until = branch.desk.trained_until(C1)
        may_go = until is not None and until >= today
        assert may_go == (len(alive) == 2 and all(end >= today for end in alive.values()))


def test_that_every_deed_stands_in_the_audit_trail_without_words_of_people(branch: Branch) -> None:
    one = branch.qualify(C1, M0)
    branch.desk.revoke(TRAINER, one.number, "张三在门口说错了话")
    bodies = [entry.body for entry in branch.store.unit.audit.entries()]
    assert [json.loads(body)["deed"] for body in bodies] == [
        "training.start_lesson",
        "training.finish_lesson",
        "training.begin_assessment",
        "training.finish_assessment",
        "training.finish_drill",
        "training.finish_drill",
        "training.certify",
        "training.revoke",
    ]
    assert not any("张三" in body for body in bodies)


def test_that_the_training_file_shows_time_content_person_and_result(branch: Branch) -> None:
    one = branch.qualify(C1, M0)
    file = branch.desk.progress(C1, M0)
    assert file.reading is not None
    assert file.reading.finished_at == START
    assert (file.sittings[0].right, file.sittings[0].is_passed) == (12, True)
    assert len(file.answers) == 12
    assert [run.is_passed for run in file.runs] == [True, True]
    assert file.certificates == (one,)
    assert one.sitting == file.sittings[0].id


def test_that_setup_may_do_all_of_it(branch: Branch) -> None:
    branch.desk.start_lesson(SETUP, C1, M0)
    assert branch.desk.finish_lesson(SETUP, C1, M0).touches(Subject.TRAINING)
