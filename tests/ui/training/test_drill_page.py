"""Drills: answered by digit, explained, kept once, replayed as practice."""

from PySide6.QtWidgets import QLabel

from tests.robots.training import TrainingRobot
from tests.ui.training.conftest import OpenAt
from tests.ui.training.scene import M0, TrainingScene, everybody
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.training.catalogue import shipped
from visitdesk.training.drills import ideal_path
from visitdesk.training.model import ChoiceMark
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.training.row_button import RowButton

PERSON = CollectorId("C01")
JAIL = shipped().drill("m0-jail")
WRONG = next(at for at, option in enumerate(JAIL.nodes[JAIL.start].options, 1) if option.mark is ChoiceMark.WRONG)


def at_drill(at_desk: OpenAt, scene: TrainingScene, person: str = PERSON) -> TrainingRobot:
    return at_desk(scene, "training/drill", person, Selection(kind="drill", id=JAIL.id))


def words(robot: TrainingRobot, name: str) -> str:
    return robot.robot.find(QLabel, name, robot.page).text()


def test_that_an_answer_by_digit_is_told_why_with_its_clause(at_desk: OpenAt) -> None:
    robot = at_drill(at_desk, TrainingScene(everybody())).digit(WRONG)
    option = JAIL.nodes[JAIL.start].options[WRONG - 1]
    assert words(robot, "drill.verdict.word") == "Not this way"
    assert words(robot, "drill.verdict.why") == option.why.en
    said = [label.text() for label in robot.page.findChildren(QLabel) if label.isVisible()]
    assert shipped().sources[option.sources[0]].text.en in said
    assert robot.answers("drill.answer")[WRONG - 1].accessibleName().endswith("Not this way")


def test_that_a_second_answer_does_not_count_after_the_first_is_told(at_desk: OpenAt) -> None:
    robot = at_drill(at_desk, TrainingScene(everybody())).digit(WRONG).digit(1)
    assert words(robot, "drill.verdict.word") == "Not this way"


def test_that_digits_without_an_answer_do_nothing(at_desk: OpenAt) -> None:
    robot = at_drill(at_desk, TrainingScene(everybody())).digit(9)
    assert not robot.sees("drill.verdict")
    assert not robot.action(Key.FINISH).isEnabled()


def test_that_a_good_walk_is_kept_with_every_choice(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_drill(at_desk, scene)
    for place in ideal_path(JAIL):
        robot.digit(place + 1).enter()
    runs = scene.training.progress(PERSON, M0).runs
    assert [run.path for run in runs] == [ideal_path(JAIL)]
    assert runs[0].is_passed
    assert words(robot, "drill.outcome") == "A good end"
    assert words(robot, "drill.kept") == "Kept in the training file of 张示例."
    robot.enter()
    assert robot.page.objectName() == "page.training"


def test_that_a_wrong_end_is_kept_once_and_can_be_tried_anew_as_practice(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_drill(at_desk, scene).digit(WRONG).enter()
    assert words(robot, "drill.outcome") == "The drill stops here"
    assert not scene.training.progress(PERSON, M0).runs[0].is_passed
    robot.clicks("drill.path.1").digit(WRONG).enter()
    assert "a choice was taken back" in words(robot, "drill.kept")
    assert len(scene.training.progress(PERSON, M0).runs) == 1
    robot.clicks("drill.restart").digit(WRONG).enter()
    assert len(scene.training.progress(PERSON, M0).runs) == 2


def test_that_a_step_back_turns_a_run_into_practice(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_drill(at_desk, scene).digit(WRONG).does(Key.UNDO)
    assert not robot.sees("drill.verdict")
    assert words(robot, "page.subtitle").startswith("Practice, not kept.")
    for place in ideal_path(JAIL):
        robot.digit(place + 1).enter()
    assert scene.training.progress(PERSON, M0).runs == ()


def test_that_a_drill_without_learner_or_right_is_practice(at_desk: OpenAt) -> None:
    scene = TrainingScene(everybody())
    robot = at_drill(at_desk, scene, "").digit(WRONG).enter()
    assert "no learner was chosen" in words(robot, "drill.kept")
    robot = at_drill(at_desk, scene)
    robot.window.shell.set_actor(Actor(user=UserId("shen"), roles=frozenset({Role.AUDITOR})))
    robot.window.shell.go("training/drill", Selection(kind="drill", id="m0-neighbour"))
    robot.rests()
    assert words(robot, "page.subtitle").startswith("Practice, not kept.")


def test_that_the_path_is_only_read_while_the_drill_goes_on(at_desk: OpenAt) -> None:
    robot = at_drill(at_desk, TrainingScene(everybody())).digit(1).enter()
    row = robot.robot.find(RowButton, "drill.path.1", robot.page)
    assert row.words[1] == "Well chosen"
    row.click()
    robot.rests()
    assert robot.row("drill.path.1")[0].startswith("1  ")
    assert words(robot, "drill.now") == JAIL.nodes["credit"].say.en


def test_that_the_lesson_opens_at_the_section_of_the_drill(at_desk: OpenAt) -> None:
    robot = at_drill(at_desk, TrainingScene(everybody())).digit(WRONG)
    robot.clicks("drill.verdict.lesson")
    assert robot.page.objectName() == "page.training"
