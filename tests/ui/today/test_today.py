"""Today: four figures, the list of whoever sits here, what a new branch begins with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.today.screens import DONE, FIGURES, FULL, NEW, TODAY, FakeBranch, FakeWorklist
from visitdesk.changed import Changed, Subject
from visitdesk.reports.today import NEEDS, Job, TodayView, Todo, sorted_todos
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.security.permissions import MAY, Deed
from visitdesk.ui.shell.context import Place
from visitdesk.ui.today.panel import TodayPage, pages
from visitdesk.ui.today.words import PAGES, PICTURES, TodoWords

Open = Callable[[Screen], WindowRobot]
ALL = frozenset(Deed)


def _open(open_screen: Open, worklist: FakeWorklist, *roles: Role) -> WindowRobot:
    def sit(window: object) -> None:
        if roles:
            window.shell.set_actor(Actor(user=UserId("x"), roles=frozenset(roles)))  # type: ignore[attr-defined]

    return open_screen(Screen(name="test", page="today", specs=lambda: pages(FakeBranch(worklist)), prepare=sit))


def _rows(robot: WindowRobot) -> list[str]:
    found = robot.window.findChildren(QWidget)
    return [one.objectName() for one in found if one.objectName() in {f"todo.{job.value}" for job in Job}]


def test_that_what_is_due_first_stands_on_top_then_the_order_of_kinds() -> None:
    order = [one.job for one in sorted_todos(FULL.todos, ALL)]
    assert order == [
        Job.RECORDS_MISSING,
        Job.OBJECTIONS,
        Job.HOLDS,
        Job.TRAINING,
        Job.UNPLANNED,
        Job.TO_APPROVE,
        Job.HELD_ROWS,
        Job.DEMO_KEY,
    ]


def test_that_nothing_is_shown_of_which_there_is_none() -> None:
    assert not sorted_todos((Todo(job=Job.UNPLANNED, count=0),), ALL)


def test_that_the_role_decides_the_rows(open_screen: Open) -> None:
    robot = _open(open_screen, FakeWorklist(FULL), Role.CLERK)
    assert set(_rows(robot)) == {"todo.objections", "todo.records_missing", "todo.held_rows"}


def test_that_every_kind_has_a_picture_a_page_words_and_somebody_who_may(open_screen: Open) -> None:
    _open(open_screen, FakeWorklist(FULL))
    for job in Job:
        told = TodoWords().of(Todo(job=job, count=2))
        assert told.sentence
        assert told.consequence
        assert told.button
        assert job in PICTURES
        assert job in PAGES
        assert any(MAY[deed] for deed in NEEDS[job])


@pytest.mark.parametrize(
    ("due", "words"), [(-1, "1 day late"), (0, "due today"), (1, "in 1 day"), (2, "in 2 days"), (-2, "2 days late")]
)
def test_that_a_row_says_when_it_is_due(open_screen: Open, due: int, words: str) -> None:
    todo = Todo(job=Job.HOLDS, count=1, due=TODAY + timedelta(days=due))
    robot = _open(open_screen, FakeWorklist(replace(FULL, todos=(todo,))))
    row = robot.find(QWidget, "todo.holds")
    assert words in [label.text() for label in row.findChildren(QLabel)]


def test_that_a_button_opens_the_list_behind_its_row(open_screen: Open) -> None:
    robot = _open(open_screen, FakeWorklist(FULL))
    asked: list[Place] = []
    robot.window.shell.go_asked.connect(asked.append)
    robot.find(QAbstractButton, "todo.to_approve.go").click()
    robot.find(QAbstractButton, "today.records").click()
    assert asked[0].page == "cases"
    assert asked[0].selection is not None
    assert asked[0].selection.id == "requested"
    assert asked[1].page == "records"


def test_that_the_list_empties_and_then_names_the_next_workday(open_screen: Open) -> None:
    worklist = FakeWorklist(replace(DONE, todos=(Todo(job=Job.HELD_ROWS, count=1),)))
    robot = _open(open_screen, worklist)
    assert _rows(robot) == ["todo.held_rows"]
    worklist.view = DONE
    robot.window.shell.announce(Changed.one(Subject.QUARANTINE))
    robot.comes_to_rest()
    assert robot.reads("today.nothing") == "Nothing is left to do today"
    assert not _rows(robot)


def test_that_figures_tell_an_alarm_in_words(open_screen: Open) -> None:
    robot = _open(open_screen, FakeWorklist(replace(FULL, figures=replace(FIGURES, teams_late=2))))
    assert robot.find(QWidget, "today.teams").accessibleName() == "Teams out 6 2 with an alarm"
    assert robot.find(QWidget, "today.records").accessibleName() == "Records to write 6 oldest 11-20"


def test_that_a_new_branch_is_led_to_its_next_step_and_only_that_one_stands_out(open_screen: Open) -> None:
    robot = _open(open_screen, FakeWorklist(NEW))
    accents = [b.objectName() for b in robot.window.findChildren(QAbstractButton) if b.property("kind") == "accent"]
    assert accents == ["today.step.people.go"]
    asked: list[Place] = []
    robot.window.shell.go_asked.connect(asked.append)
    robot.find(QAbstractButton, "today.step.people.go").click()
    assert asked[0].page == "people"


def test_that_a_fault_is_told_and_the_old_list_stays(open_screen: Open) -> None:
    worklist = FakeWorklist(FULL)
    robot = _open(open_screen, worklist)

    def broken(_actor: Actor) -> TodayView:
        raise ZeroDivisionError

    worklist.today = broken  # type: ignore[method-assign,assignment]
    page = robot.window.top
    assert isinstance(page, TodayPage)
    page.opened(None)
    robot.comes_to_rest()
    assert robot.sees("fault_bar")
    assert "todo.objections" in _rows(robot)
