"""The first page: reading a lesson, the next deed, the due list, papers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtWidgets import QComboBox

from tests.ui.training.conftest import OpenAt
from tests.ui.training.scene import M0, M1, FakePapers, TrainingScene, busy_branch, collector, everybody
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.training.catalogue import shipped
from visitdesk.training.model import Due, DueState
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.training.due_list import DueLine, DueView
from visitdesk.ui.training.lesson_text import LessonText
from visitdesk.ui.training.saving import due_table, write_there
from visitdesk.ui.training.source import TrainingSource
from visitdesk.ui.training.words import source_words
from visitdesk.wording import Lang

AUDITOR = Actor(user=UserId("shen"), roles=frozenset({Role.AUDITOR}))
CLERK = Actor(user=UserId("qian"), roles=frozenset({Role.CLERK}))
NEW = CollectorId("C08")


def test_that_nothing_is_kept_before_a_learner_is_picked(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene).reads_to_the_end()
    assert not robot.action(Key.FINISH).isEnabled()
    assert "Choose the learner first" in robot.action(Key.FINISH).toolTip()
    assert scene.store.unit.training.kept_lessons == {}


def test_that_a_lesson_counts_as_read_only_when_its_end_was_on_screen(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene).picks("郑试用")
    robot.does(Key.FINISH)
    assert robot.row("training.step.0")[1] == "next: being read"
    assert not robot.action(Key.FINISH).isEnabled()
    robot.reads_to_the_end().does(Key.FINISH)
    assert scene.training.progress(NEW, M0).reading is not None
    assert robot.row("training.step.0") == ("Lesson", "read to the end")
    assert robot.action(Key.FINISH).text() == "To the quiz"


def test_that_scrolling_for_one_learner_does_not_count_for_the_next(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene).picks("张示例").does(Key.FINISH).reads_to_the_end()
    robot.picks("王测试").does(Key.FINISH)
    bar = robot.robot.find(LessonText, "training.text").verticalScrollBar()
    bar.setValue(0)
    assert not robot.action(Key.FINISH).isEnabled()


def test_that_who_may_not_go_out_stands_first_with_word_and_days(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch())
    view = robot.robot.find(DueView, "due.list")
    model = view.rows
    said = [model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    assert said[0] == "李演示, Law and red lines, expired 6 days ago"
    assert said[2] == "赵样本, Law and red lines, revoked"
    assert said[-1] == "王测试, Prepare, 10 days left"
    robot.clicks("due.soon")
    assert model.rowCount() == 2


def test_that_a_line_of_the_due_list_picks_learner_and_module(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch())
    view = robot.robot.find(DueView, "due.list")
    view.setCurrentIndex(view.rows.index(1))
    view.setFocus()
    robot.enter_on(view)
    assert robot.robot.find(QComboBox, "training.learner").currentText().startswith("李演示")
    assert robot.row("training.module.M1")[1] == "expired, until 2026-11-18"
    assert robot.row("training.step.0")[1].startswith("next: about")


def test_that_a_certificate_that_counts_leaves_all_steps_done(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch(), person="C01")
    assert robot.row("training.step.4") == ("Assessment", "passed, 12 of 12 right")
    assert robot.action(Key.FINISH).text() == "All done"
    assert "2027-07-26" in robot.action(Key.FINISH).toolTip()


def test_that_issuing_tells_the_rooms_above(at_desk: OpenAt) -> None:
    scene = busy_branch()
    robot = at_desk(scene, person="C07")
    heard = robot.hears_what_follows()
    assert robot.action(Key.FINISH).text() == "Issue the certificate"
    robot.does(Key.FINISH)
    assert heard[0].ids(Subject.COLLECTOR) == {"C07"}
    assert scene.training.certificates_of(CollectorId("C07"))[0].module == M0


def test_that_nobody_certifies_himself_or_without_the_right(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch(), person="C07")
    own = Actor(user=UserId("C07"), roles=frozenset({Role.TRAINER}))
    for actor, reason in ((own, "ask another trainer"), (CLERK, "Needs the role")):
        robot.window.shell.set_actor(actor)
        assert not robot.action(Key.FINISH).isEnabled()
        assert reason in robot.action(Key.FINISH).toolTip()


def test_that_three_failures_ask_for_coaching_and_a_note(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    scene.ago(days=9)
    scene.read(NEW, M0)
    scene.quiz(NEW, M0)
    scene.practise(NEW, M0)
    for days in (8, 6, 4):
        scene.ago(days=days)
        scene.sit(NEW, M0, miss=6)
    scene.now()
    robot = at_desk(scene, person=NEW)
    assert robot.row("training.step.4")[1] == "next: coaching first: not passed 3 times"
    robot.does(Key.FINISH)
    robot.confirms("coaching.deed")
    assert scene.training.progress(NEW, M0).coachings == ()
    robot.writes("coaching.words", "Went through the red lines").confirms("coaching.deed")
    assert scene.training.progress(NEW, M0).coachings[0].note == "Went through the red lines"
    assert robot.action(Key.FINISH).text() == "To the assessment"


def test_that_an_auditor_reads_and_keeps_nothing(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch(), person="C05")
    robot.window.shell.set_actor(AUDITOR)
    robot.rests()
    assert robot.sees("denied_bar")
    assert not robot.action(Key.FINISH).isEnabled()
    assert not robot.sees("training.part.trainer")


def test_that_a_branch_without_people_says_so_and_lessons_can_be_read(at_desk: OpenAt) -> None:
    robot = at_desk(TrainingScene())
    assert robot.sees("state.empty")
    robot.clicks("training.read_alone")
    assert robot.sees("training.text")


def test_that_a_source_known_from_memory_asks_for_the_lawyer(at_desk: OpenAt, language: Language) -> None:
    language.set(Lang.ZH)
    robot = at_desk(TrainingScene(everybody()))
    text = robot.robot.find(LessonText, "training.text").toPlainText()
    assert "须由贵司律师确认" in text
    own = [one for one in shipped().sources.values() if one.force.value == "policy"]
    assert {source_words(one) for one in own} == {("本单位规定",)}


@pytest.mark.parametrize("width", [1280, 1920])
def test_that_lines_are_fixed_and_no_wider_than_34_han(at_desk: OpenAt, width: int) -> None:
    robot = at_desk(TrainingScene(everybody()))
    robot.window.resize(width, 900)
    robot.rests()
    text = robot.robot.find(LessonText, "training.text")
    block = text.document().begin()
    widest = 0.0
    while block.isValid():
        form = block.blockFormat()
        assert form.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
        layout = block.layout()
        widest = max([widest, *(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))])
        block = block.next()
    assert widest <= theme().px(16) * 34 + 1


def test_that_the_handbook_is_kept_where_asked(at_desk: OpenAt, tmp_path: Path) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene)
    papers = scene.papers
    assert isinstance(papers, FakePapers)
    actor = robot.window.shell.actor
    assert actor is not None
    write_there(robot.page, lambda: papers.handbook(actor, Lang.EN, for_trainer=True), str(tmp_path / "book.pdf"))
    robot.rests()
    assert (tmp_path / "book.pdf").read_bytes() == b"%PDF-handbook"
    assert papers.asked == [("trainer", "en")]
    write_there(robot.page, lambda: b"", str(tmp_path / "no such folder" / "book.pdf"))
    robot.rests()
    assert robot.sees("fault_bar")


def test_that_no_cell_of_the_saved_list_is_taken_for_a_formula() -> None:
    due = Due(collector=CollectorId("C1"), module=M1, state=DueState.MISSING, days_left=None, valid_until=None)
    line = DueLine(due=due, name="=1+1", module=shipped().module(M1))
    table = due_table(("a",), [line]).decode("utf-8-sig")
    assert "'=1+1" in table.splitlines()[1]


def test_that_the_palette_finds_modules_and_drills_in_both_languages(language: Language) -> None:
    entries = {entry.id: entry for entry in TrainingSource(shipped()).entries()}
    assert entries["M0"].page == "training"
    assert "法律与红线" in entries["M0"].more
    assert entries["m0-jail"].page == "training/drill"


def test_that_a_learner_who_has_left_is_no_longer_at_the_desk(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene, person="C01")
    scene.people.kept = (collector(9, "钱样例"),)
    robot.does(Key.RELOAD)
    assert robot.robot.find(QComboBox, "training.learner").currentIndex() == 0
    assert not robot.action(Key.FINISH).isEnabled()


def test_that_the_lesson_shows_a_ring_while_the_keyboard_is_on_it(at_desk: OpenAt) -> None:
    text = at_desk(TrainingScene(everybody())).robot.find(LessonText, "training.text")
    edge = QPoint(1, text.viewport().height() // 2)
    plain = text.viewport().grab().toImage().pixelColor(edge)
    text.window().activateWindow()
    text.setFocus()
    assert text.hasFocus()
    assert text.viewport().grab().toImage().pixelColor(edge) != plain


def test_that_content_past_its_review_day_says_so(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_desk(scene)
    assert not robot.sees("review_bar")
    clock = robot.window.shell.clock
    assert isinstance(clock, FixedClock)
    clock.set(datetime(2027, 6, 1, tzinfo=UTC))
    robot.does(Key.RELOAD)
    assert robot.sees("review_bar")
