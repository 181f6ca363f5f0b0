"""Quiz, review and assessment: one question a page, answers kept, results with why; retry rules."""

from PySide6.QtWidgets import QCheckBox, QLabel

from tests.robots.training import TrainingRobot
from tests.ui.training.conftest import OpenAt
from tests.ui.training.scene import M0, TRAINER, TrainingScene, busy_branch, everybody
from visitdesk.people.model import CollectorId
from visitdesk.training.catalogue import shipped
from visitdesk.training.model import Question, Sitting
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.training.steps import quiz_of

PERSON = CollectorId("C01")
QUIZ = quiz_of(shipped().module(M0))
MODULE = Selection(kind="module", id="M0")


def at_quiz(at_desk: OpenAt, scene: TrainingScene, person: str = PERSON) -> TrainingRobot:
    return at_desk(scene, "training/quiz", person, MODULE)


def at_paper(at_desk: OpenAt, scene: TrainingScene) -> TrainingRobot:
    return at_desk(scene, "training/assessment", PERSON, MODULE)


def words(robot: TrainingRobot, name: str) -> str:
    return robot.robot.find(QLabel, name, robot.page).text()


def wrong(question: Question) -> int:
    return next(at for at in range(len(question.options)) if at not in question.right)


def readers() -> TrainingScene:
    scene = TrainingScene(everybody())
    scene.read(PERSON, M0)
    return scene


def open_paper(scene: TrainingScene) -> Sitting:
    return scene.training.progress(PERSON, M0).sittings[-1]


def shown_digit(scene: TrainingScene, place: int, *, right: bool) -> int:
    """The digit at which the bank's right (or a wrong) answer of question `place` is shown."""
    item = open_paper(scene).paper[place]
    question = shipped().question(item.question)
    wanted = min(question.right) if right else wrong(question)
    return item.order.index(wanted) + 1


# --- quiz -------------------------------------------------------------------------------------------------------------


def test_that_a_wrong_answer_shows_the_right_one_by_word_and_comes_back(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_quiz(at_desk, scene).digit(wrong(QUIZ[0]) + 1)
    assert words(robot, "question.verdict.word") == "Not right; it comes back 11-24 14:12"
    verdicts = [row.shown.verdict for row in robot.answers("question.answer")]
    assert sorted(one[2] for one in verdicts if one is not None) == ["Chosen, not right", "This was right"]
    assert robot.row("quiz.list.1")[1] == "Not right"
    assert [answer.is_right for answer in scene.training.progress(PERSON, M0).answers] == [False]


def test_that_several_right_answers_wait_for_enter(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_quiz(at_desk, scene)
    for question in QUIZ:
        assert words(robot, "question.stem") == question.stem.en
        for place in sorted(question.right):
            robot.digit(place + 1)
        if len(question.right) > 1:
            assert not robot.sees("question.verdict")
            robot.enter()
        assert words(robot, "question.verdict.word") == "Right"
        robot.enter()
    assert robot.page.objectName() == "page.training"
    assert all(answer.is_right for answer in scene.training.progress(PERSON, M0).answers)
    assert robot.row("training.step.1")[1] == "4 of 4 right"


def test_that_a_quiz_without_learner_is_practice(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_quiz(at_desk, scene, "").digit(1)
    assert words(robot, "page.subtitle") == "Practice, not kept: no learner was chosen."
    assert scene.store.unit.training.kept_answers == []


def test_that_what_is_back_is_asked_and_answered_with_its_doubt(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    scene.ago(hours=3)
    scene.quiz(PERSON, M0, miss=1)
    scene.now()
    robot = at_desk(scene, "training/quiz", PERSON, Selection(kind="cards", id=""))
    assert words(robot, "question.stem") == QUIZ[0].stem.en
    robot.robot.find(QCheckBox, "quiz.unsure", robot.page).setChecked(True)
    robot.digit(min(QUIZ[0].right) + 1)
    assert scene.training.cards_due(PERSON) == ()
    assert words(robot, "question.verdict.word").startswith("Right; it comes back ")


def test_that_nothing_back_says_so(at_desk: OpenAt) -> None:
    robot = at_desk(busy_branch(), "training/quiz", PERSON, Selection(kind="cards", id=""))
    assert robot.sees("state.empty")
    robot.clicks("quiz.back")
    assert robot.page.objectName() == "page.training"


# --- assessment -------------------------------------------------------------------------------------------------------


def test_that_no_paper_is_drawn_before_the_lesson_is_read(at_desk: OpenAt) -> None:
    robot = at_paper(at_desk, TrainingScene(everybody()))
    assert not robot.action(Key.FINISH).isEnabled()
    assert words(robot, "paper.why") == "The lesson must be read to its end first."


def test_that_the_right_answers_pass_whatever_order_they_are_shown_in(at_desk: OpenAt) -> None:
    scene = readers()
    robot = at_paper(at_desk, scene).does(Key.FINISH)
    for place in range(12):
        assert not robot.sees("question.critical")
        robot.digit(shown_digit(scene, place, right=True)).enter()
    robot.does(Key.FINISH)
    assert words(robot, "paper.result") == "Passed"
    assert words(robot, "paper.figures") == "12 of 12 right, 85% are needed. All critical questions right."
    assert open_paper(scene).is_passed


def test_that_leaving_the_page_loses_no_answer_and_no_flag(at_desk: OpenAt) -> None:
    scene = readers()
    robot = at_paper(at_desk, scene).does(Key.FINISH)
    robot.digit(2).clicks("paper.flag")
    robot.window.shell.go("training", None)
    robot.rests()
    assert robot.row("training.step.4")[1].endswith("the paper lies open")
    robot.window.shell.go("training/assessment", MODULE)
    robot.rests()
    assert robot.action(Key.FINISH).text() == "Go on with the paper"
    robot.does(Key.FINISH)
    assert robot.row("paper.list.1")[1] == "answered, flagged"
    assert robot.answers("question.answer")[1].shown.is_chosen


def test_that_open_questions_are_asked_about_before_handing_in(at_desk: OpenAt) -> None:
    scene = readers()
    robot = at_paper(at_desk, scene).does(Key.FINISH).digit(1)
    robot.does(Key.FINISH)
    said = [label.text() for label in robot.robot.dialog.findChildren(QLabel)]
    assert "11 questions have no answer and will count as wrong." in said
    robot.confirms("confirm.cancel")
    assert open_paper(scene).is_open
    robot.does(Key.FINISH).confirms("confirm.deed")
    assert open_paper(scene).is_passed is False


def test_that_a_missed_paper_tells_which_were_critical_and_when_to_try_again(at_desk: OpenAt) -> None:
    scene = readers()
    robot = at_paper(at_desk, scene).does(Key.FINISH)
    for place in range(12):
        robot.digit(shown_digit(scene, place, right=place != 4)).enter()
    robot.does(Key.FINISH)
    missed = shipped().question(open_paper(scene).paper[4].question)
    is_critical = missed.is_critical
    assert words(robot, "paper.result") == ("Not passed" if is_critical else "Passed")
    assert robot.row("paper.list.5")[1] == ("Not right, critical" if is_critical else "Not right")
    assert words(robot, "question.stem") == missed.stem.en
    assert words(robot, "question.verdict.why") == missed.why.en


def test_that_a_failed_assessment_cannot_be_begun_again_for_a_day(at_desk: OpenAt) -> None:
    scene = readers()
    scene.sit(PERSON, M0, miss=6)
    robot = at_paper(at_desk, scene)
    assert "11-25 14:02" in words(robot, "paper.why")
    assert not robot.action(Key.FINISH).isEnabled()


def test_that_a_paper_handed_in_elsewhere_is_put_away_in_words(at_desk: OpenAt) -> None:
    scene = readers()
    robot = at_paper(at_desk, scene).does(Key.FINISH)
    scene.training.finish_assessment(TRAINER, open_paper(scene).id, {})
    robot.does(Key.FINISH).confirms("confirm.deed")
    assert robot.sees("fault_bar")
    assert not robot.sees("question.answer")
