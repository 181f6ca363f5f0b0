"""The optimiser from the page: live, taken by the same key, thrown away by Esc, and never left running."""

from collections.abc import Callable
from multiprocessing import active_children

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.robots.hands import press
from tests.robots.planning import PlanRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.planning.day import plan_day
from tests.ui.planning.screens import specs_of
from visitdesk.planning.draft import moved
from visitdesk.planning.solver import Budget
from visitdesk.planning.stored_form import stored
from visitdesk.ui.planning.changes import ChangeKind, changes, taken_but
from visitdesk.ui.planning.optimise import OptimiseCard
from visitdesk.ui.shell.actions import Key

Open = Callable[[Screen], WindowRobot]
PATIENCE = 60_000


@pytest.fixture
def robot(open_screen: Open) -> PlanRobot:
    """The page over a smaller day, with a search that would run for ten minutes."""
    day = plan_day(visits=20, teams=3)
    specs = specs_of(day, Budget(seconds=600))
    return PlanRobot(open_screen(Screen(name="plan", page="plan", specs=lambda: specs)))


def planners() -> list[str]:
    """Planner processes that are alive."""
    return [child.name for child in active_children() if child.name == "visitdesk-planner"]


def card(robot: PlanRobot) -> OptimiseCard:
    """The live card."""
    return robot.robot.find(OptimiseCard, "plan.optimise_card")


def test_that_the_same_key_begins_and_takes_and_locks_hold(robot: PlanRobot) -> None:
    before = robot.draft
    locked = {visit: before.plan.team_of_visit()[visit] for visit in before.locked}
    assert locked
    robot.does(Key.OPTIMISE)
    assert card(robot).isVisible()
    robot.robot.bot.waitUntil(lambda: len(card(robot).line.values) > 1, timeout=PATIENCE)
    robot.page.choose(robot.first_bar().visit)  # the page stays live
    assert robot.page.lanes.chosen
    robot.does(Key.OPTIMISE)
    robot.robot.bot.waitUntil(lambda: not robot.page.optimiser.is_running, timeout=PATIENCE)
    after = robot.draft
    assert not card(robot).isVisible()
    assert after.check().is_feasible
    assert len(after.plan.unassigned) < len(before.plan.unassigned)
    assert {visit: after.plan.team_of_visit()[visit] for visit in locked} == locked
    robot.robot.bot.waitUntil(lambda: planners() == [], timeout=PATIENCE)
    robot.does(Key.UNDO)
    assert robot.draft.plan == before.plan


def test_that_escape_keeps_the_old_plan_and_ends_the_process(robot: PlanRobot) -> None:
    before = robot.draft
    robot.does(Key.OPTIMISE)
    robot.robot.bot.waitUntil(lambda: planners() != [], timeout=PATIENCE)
    press(robot.page, Qt.Key.Key_Escape)
    assert not card(robot).isVisible()
    robot.robot.bot.waitUntil(lambda: planners() == [], timeout=PATIENCE)
    assert robot.draft.plan == before.plan
    assert not robot.page.session.undo.canUndo()


def test_that_closing_the_window_ends_the_process(robot: PlanRobot) -> None:
    robot.does(Key.OPTIMISE)
    robot.robot.bot.waitUntil(lambda: planners() != [], timeout=PATIENCE)
    robot.robot.window.close()
    assert planners() == []


def test_that_an_edit_while_searching_is_kept_and_the_search_goes_on_from_it(robot: PlanRobot) -> None:
    robot.does(Key.OPTIMISE)
    robot.robot.bot.waitUntil(lambda: planners() != [], timeout=PATIENCE)
    visit = robot.first_bar().visit
    robot.chooses(visit).does("plan.lock")
    team = robot.team_of(visit)
    assert robot.page.optimiser.is_searching
    robot.robot.bot.waitUntil(lambda: len(card(robot).line.values) > 1, timeout=PATIENCE)
    robot.does(Key.OPTIMISE)
    robot.robot.bot.waitUntil(lambda: not robot.page.optimiser.is_running, timeout=PATIENCE)
    assert robot.team_of(visit) == team


def propose(robot: PlanRobot) -> None:
    """A finished search that plans two visits in."""
    better = robot.draft
    for row in robot.waiting[:2]:
        better = moved(better, row.visit, robot.page.session.best_team(row.visit))
    robot.page.optimiser.result = better
    robot.page.proposer.show_changes()
    robot.page.shell.actions.refresh()


def test_that_rejecting_all_changes_gives_the_old_plan_byte_for_byte(robot: PlanRobot) -> None:
    before = stored(robot.draft)
    propose(robot)
    for row in robot.waiting[:2]:
        robot.robot.find(QAbstractButton, f"refuse.{row.visit}").click()
    assert not robot.page.optimiser.is_running
    assert not robot.page.changes.isVisible()
    assert stored(robot.draft) == before


def test_that_one_change_is_taken_and_the_other_refused(robot: PlanRobot) -> None:
    first, second = (row.visit for row in robot.waiting[:2])
    propose(robot)
    robot.robot.find(QAbstractButton, f"take.{first}").click()
    assert robot.team_of(first)
    assert robot.team_of(second) == ""
    robot.robot.find(QAbstractButton, f"refuse.{second}").click()
    assert robot.team_of(second) == ""
    assert not robot.page.optimiser.is_running


def test_that_changes_name_what_is_new_moved_and_out(robot: PlanRobot) -> None:
    draft, row = robot.draft, robot.waiting[0]
    better = moved(draft, row.visit, robot.page.session.best_team(row.visit))
    found = [one for one in changes(draft, better) if one.kind is not ChangeKind.TIME]
    assert [(one.kind, one.visit) for one in found] == [(ChangeKind.NEW, row.visit)]
    back = [one for one in changes(better, draft) if one.kind is not ChangeKind.TIME]
    assert [(one.kind, one.visit) for one in back] == [(ChangeKind.OUT, row.visit)]
    assert taken_but(draft, better, {row.visit}) == (draft, ())
    assert taken_but(draft, better, ()) == (better, ())
