"""The plan's page: carrying, refusing, undoing, keeping, publishing, by pointer and by keys (reference ui §7, 39-45)."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.robots.hands import press
from tests.robots.planning import PlanRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.planning.day import CLERK, DAY, SUPERVISOR, PlanDay, plan_day
from tests.ui.planning.screens import specs_of
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitId, VisitState
from visitdesk.people.model import TeamId
from visitdesk.planning.draft import removed
from visitdesk.planning.explain import BestSlot
from visitdesk.planning.model import DayPlan, DayProblem
from visitdesk.ui.planning.actions import PlanKey
from visitdesk.ui.planning.day_view import Bar
from visitdesk.ui.planning.panel import pages
from visitdesk.ui.planning.publish import PublishDialog
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.states import InfoBar

Open = Callable[[Screen], WindowRobot]


@pytest.fixture
def day() -> PlanDay:
    """A day of 46 visits and six teams."""
    return plan_day()


@pytest.fixture
def robot(open_screen: Open, day: PlanDay) -> PlanRobot:
    """The page over it, read."""
    return PlanRobot(open_screen(Screen(name="plan", page="plan", specs=lambda: specs_of(day))))


def state_of(robot: PlanRobot) -> tuple[DayProblem, DayPlan]:
    """What undo must bring back."""
    return robot.draft.problem, robot.draft.plan


# --- carrying --------------------------------------------------------------------------------------------------


def test_that_every_lane_answers_when_a_visit_is_picked_up_and_one_is_best(robot: PlanRobot) -> None:
    visit = robot.free_visit().visit
    robot.chooses(visit).does(PlanKey.PICK_UP)
    assert set(robot.page.lanes.hints) == {lane.team for lane in robot.lanes}
    best = [hint for hint in robot.page.lanes.hints.values() if hint.is_best]
    assert [hint.team for hint in best] == [robot.page.session.best_team(visit)]
    assert robot.page.lanes.target == best[0].team
    assert "min" in best[0].words


def test_that_a_visit_dragged_from_the_pool_lands_on_the_lane_it_is_dropped_on(robot: PlanRobot) -> None:
    visit = robot.free_visit().visit
    team = robot.page.session.best_team(visit)
    robot.drags_from_pool(visit, team)
    assert robot.team_of(visit) == team
    assert robot.page.chosen == visit
    assert robot.draft.check().is_feasible


def test_that_a_bar_dragged_to_another_lane_changes_its_team(robot: PlanRobot) -> None:
    visit, team = next(
        (bar.visit, hint.team)
        for lane in robot.lanes
        for bar in lane.bars
        if not bar.is_locked
        for hint in robot.page.session.hints(bar.visit).values()
        if isinstance(hint, BestSlot) and hint.team != lane.team
    )
    robot.drags_bar(visit, team)
    assert robot.team_of(visit) == team


def test_that_a_drop_on_a_forbidden_lane_changes_nothing_and_says_the_rule(robot: PlanRobot) -> None:
    row = next(row for row in robot.waiting if "sign_language" in row.needs)
    before = state_of(robot)
    robot.drags_from_pool(row.visit, robot.lanes[0].team)
    assert state_of(robot) == before
    assert not robot.page.session.undo.canUndo()
    bar = robot.page.findChild(InfoBar, "refused_bar")
    assert bar is not None
    assert "sign language" in bar.words.text()
    assert not robot.page.lanes.carried


def test_that_dragging_has_a_key_twin(robot: PlanRobot) -> None:
    row = robot.free_visit()
    robot.chooses(row.visit).does(PlanKey.PICK_UP)
    allowed = [team for team, hint in robot.page.lanes.hints.items() if not hint.forbids]
    wanted = allowed[-1]
    order = [lane.team for lane in robot.lanes]
    steps = order.index(wanted) - order.index(robot.page.lanes.target)
    for _ in range(abs(steps)):
        robot.on_lanes(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert robot.page.lanes.target == wanted
    robot.does(PlanKey.PUT_DOWN)
    assert robot.team_of(row.visit) == wanted


def test_that_escape_lets_go_and_nothing_changes(robot: PlanRobot) -> None:
    before = state_of(robot)
    robot.chooses(robot.free_visit().visit).does(PlanKey.PICK_UP).on_lanes(Qt.Key.Key_Escape)
    assert not robot.page.lanes.carried
    assert state_of(robot) == before


def test_that_enter_in_the_pool_gives_to_the_best_team_and_goes_on_to_the_next_row(robot: PlanRobot) -> None:
    row = robot.free_visit()
    best = robot.page.session.best_team(row.visit)
    robot.chooses(row.visit).on_pool(Qt.Key.Key_Return)
    assert robot.team_of(row.visit) == best
    assert robot.page.pool.chosen() not in {"", row.visit}


def test_that_hints_for_a_hundred_teams_come_within_a_tenth_of_a_second(robot: PlanRobot) -> None:
    problem = robot.draft.problem
    teams = tuple(replace(team, id=TeamId(f"T{n}")) for n, team in enumerate((problem.teams * 20)[:100], 1))
    session = robot.page.session
    draft = replace(robot.draft, problem=replace(problem, teams=teams), plan=replace(robot.draft.plan, teams=teams))
    session.take(draft, "")
    visit = robot.waiting[0].visit
    begun = perf_counter()
    found = session.hints(visit)
    assert perf_counter() - begun < 0.1
    assert len(found) == 100


# --- locks, pool, undo -----------------------------------------------------------------------------------------


def test_that_a_locked_visit_is_not_picked_up_until_it_is_unlocked(robot: PlanRobot) -> None:
    visit = next(bar.visit for lane in robot.lanes for bar in lane.bars if bar.is_locked)
    robot.chooses(visit).does(PlanKey.PICK_UP)
    assert not robot.page.lanes.carried
    robot.does(PlanKey.LOCK).does(PlanKey.PICK_UP)
    assert robot.page.lanes.carried == visit


def test_that_a_visit_goes_back_to_the_pool_and_undo_brings_it_back(robot: PlanRobot) -> None:
    bar, before = robot.first_bar(), state_of(robot)
    robot.chooses(bar.visit).does(PlanKey.REMOVE)
    assert robot.team_of(bar.visit) == ""
    assert bar.visit in {row.visit for row in robot.page.pool.items.rows}
    robot.does(Key.UNDO)
    assert state_of(robot) == before


def test_that_undo_and_redo_of_fifty_steps_give_the_same_states(robot: PlanRobot) -> None:
    states = [state_of(robot)]
    bars = [bar.visit for lane in robot.lanes for bar in lane.bars if not bar.is_locked][:25]
    for visit in bars:
        robot.page.session.remove(visit, "out")
        states.append(state_of(robot))
        robot.page.session.move(visit, robot.page.session.best_team(visit), "in")
        states.append(state_of(robot))
    assert robot.page.session.undo.count() == 50
    for expected in reversed(states[:-1]):
        robot.does(Key.UNDO)
        assert state_of(robot) == expected
    for expected in states[1:]:
        robot.does(Key.REDO)
        assert state_of(robot) == expected


# --- one selection ---------------------------------------------------------------------------------------------


def test_that_a_selection_is_the_same_in_list_lanes_map_and_panel(robot: PlanRobot) -> None:
    bar = robot.first_bar()
    robot.chooses(bar.visit)
    assert robot.page.lanes.chosen == bar.visit
    assert robot.page.map.chosen == {bar.visit}
    assert robot.page.pool.chosen() == ""
    assert bar.name in robot.page.why.title.text()
    row = next(row for row in robot.waiting if row.visit in robot.page.session.view.points)
    robot.page.pool.select("")
    robot.chooses(row.visit)
    assert (robot.page.pool.chosen(), set(robot.page.map.chosen)) == (row.visit, {row.visit})
    assert row.name in robot.page.why.title.text()


def test_that_the_selection_survives_a_refresh_and_an_edit(robot: PlanRobot) -> None:
    bar = robot.first_bar()
    robot.chooses(bar.visit).does(Key.RELOAD)
    robot.robot.comes_to_rest()
    assert (robot.page.lanes.chosen, set(robot.page.map.chosen)) == (bar.visit, {bar.visit})
    robot.page.session.move(robot.free_visit().visit, robot.page.session.best_team(robot.free_visit().visit), "in")
    robot.chooses(bar.visit).does(PlanKey.REMOVE)
    assert robot.page.pool.chosen() == bar.visit


def test_that_arrows_walk_through_the_stops_of_a_lane(robot: PlanRobot) -> None:
    lane = next(lane for lane in robot.lanes if len(lane.bars) > 2)
    robot.chooses(lane.bars[0].visit).on_lanes(Qt.Key.Key_Right)
    assert robot.page.chosen == lane.bars[1].visit
    robot.on_lanes(Qt.Key.Key_Left)
    assert robot.page.chosen == lane.bars[0].visit


def test_that_screen_readers_meet_every_team_and_stop_with_its_sentence(robot: PlanRobot) -> None:
    heard = QAccessible.queryAccessibleInterface(robot.page.lanes)
    assert heard is not None
    names = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]
    assert len(names) == len(robot.lanes) + sum(len(lane.bars) for lane in robot.lanes)
    assert names[0].startswith("Team 1")
    assert any("locked" in name for name in names)


# --- why not ---------------------------------------------------------------------------------------------------


def test_that_law_is_said_before_any_team_is_asked(robot: PlanRobot) -> None:
    robot.chooses("V043")
    words = _words(robot)
    assert "No visit before the complaint is answered." in words
    assert not any("Team" in line for line in words)
    assert not robot.page.why.best.isVisible()


def test_that_a_visit_that_fits_nowhere_says_the_rule_of_each_team(robot: PlanRobot) -> None:
    row = next(row for row in robot.waiting if "sign_language" in row.needs)
    robot.chooses(row.visit)
    words = _words(robot)
    assert sum("The team lacks what the visit needs: sign language." in line for line in words) == len(robot.lanes)
    robot.robot.bot.waitUntil(lambda: "It would fit if:" in _words(robot))
    assert any("somebody with sign language" in line for line in _words(robot))


def _words(robot: PlanRobot) -> list[str]:
    robot.robot.comes_to_rest()
    return [label.text() for label in robot.page.why.findChildren(QLabel) if label.isVisible()]


# --- keeping ---------------------------------------------------------------------------------------------------


def test_that_nothing_is_stored_by_an_edit_and_everything_by_saving(robot: PlanRobot, day: PlanDay) -> None:
    before = day.stored()
    visit = robot.free_visit().visit
    robot.chooses(visit).on_pool(Qt.Key.Key_Return)
    assert day.stored().plan == before.plan
    robot.does(PlanKey.SAVE)
    robot.robot.comes_to_rest()
    assert day.stored().plan.routes == robot.draft.plan.routes
    assert day.state(visit) is VisitState.PLANNED
    robot.does(Key.UNDO).does(PlanKey.SAVE)
    robot.robot.comes_to_rest()
    assert day.state(visit) is VisitState.POOLED


def test_that_the_draft_is_kept_by_itself_when_the_hand_rests(robot: PlanRobot, day: PlanDay) -> None:
    visit = robot.free_visit().visit
    robot.chooses(visit).on_pool(Qt.Key.Key_Return)
    robot.robot.bot.waitUntil(lambda: day.state(visit) is VisitState.PLANNED)
    robot.robot.bot.waitUntil(lambda: not robot.page.session.is_unsaved)


def test_that_another_desk_is_never_written_over(robot: PlanRobot, day: PlanDay) -> None:
    mine, theirs = robot.free_visit().visit, robot.first_bar().visit
    other = day.stored()
    day.planning.save(SUPERVISOR, removed(other, theirs))
    robot.chooses(mine).on_pool(Qt.Key.Key_Return).does(PlanKey.SAVE)
    robot.robot.comes_to_rest()
    assert "stale_plan_bar" in robot.bars()
    assert mine not in day.stored().plan.team_of_visit()
    load = robot.robot.find(QPushButton, "stale_plan_bar.action")
    load.click()
    robot.robot.comes_to_rest()
    assert robot.team_of(theirs) == ""


# --- publishing ------------------------------------------------------------------------------------------------


def test_that_publishing_asks_with_the_count_and_makes_the_plan_binding(robot: PlanRobot, day: PlanDay) -> None:
    robot.does(Key.FINISH)
    robot.robot.comes_to_rest()
    dialog = robot.robot.dialog
    assert isinstance(dialog, PublishDialog)
    count = len(robot.draft.plan.team_of_visit())
    words = [label for label in _labels(dialog) if f"{count} visits" in label]
    assert words
    press(dialog, Qt.Key.Key_Return)
    robot.robot.comes_to_rest()
    robot.robot.comes_to_rest()
    assert day.planning.published(DAY) is not None
    assert {day.state(visit) for visit in robot.draft.plan.team_of_visit()} == {VisitState.PUBLISHED}
    assert "published_bar" in robot.bars()
    assert robot.page.figures.state.text() == "published, edition 1"


def test_that_what_law_forbids_is_named_visit_by_visit_and_cannot_be_published(robot: PlanRobot, day: PlanDay) -> None:
    stopped = [bar.visit for bar in robot.lanes[0].bars[:2]]
    day.verdicts.blocked |= set(stopped)
    robot.does(Key.FINISH)
    robot.robot.comes_to_rest()
    dialog = robot.robot.dialog
    assert sum("No visit before the complaint is answered." in label for label in _labels(dialog)) == 2
    assert dialog.findChild(QPushButton, "publish.deed") is None
    dialog.reject()
    assert day.planning.published(DAY) is None


def _labels(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_that_a_day_with_teams_under_way_is_only_shown(robot: PlanRobot, day: PlanDay) -> None:
    visit = robot.first_bar().visit
    day.planning.publish(SUPERVISOR, robot.draft)
    kept = day.transactions.unit.visits.kept
    kept[VisitId(visit)] = replace(kept[VisitId(visit)], state=VisitState.DISPATCHED)
    robot.page.session.close()
    robot.does(Key.RELOAD)
    robot.robot.comes_to_rest()
    assert "live_bar" in robot.bars()
    actions = robot.robot.window.shell.actions
    assert not actions[Key.FINISH].isEnabled()
    assert not actions[Key.OPTIMISE].isEnabled()


def test_that_a_clerk_looks_and_changes_nothing(robot: PlanRobot) -> None:
    robot.robot.window.shell.set_actor(CLERK)
    robot.does(Key.RELOAD)
    robot.robot.comes_to_rest()
    before = state_of(robot)
    robot.chooses(robot.waiting[0].visit).on_pool(Qt.Key.Key_Return)
    assert state_of(robot) == before
    assert not robot.robot.window.shell.actions[Key.OPTIMISE].isEnabled()


@pytest.mark.parametrize("step", [1, -1])
def test_that_another_day_is_opened_and_what_was_edited_is_kept(
    robot: PlanRobot, day: PlanDay, qtbot: QtBot, step: int
) -> None:
    visit = robot.free_visit().visit
    robot.chooses(visit).on_pool(Qt.Key.Key_Return)
    robot.page.chooser.step(step)
    robot.robot.comes_to_rest()
    assert robot.page.day != DAY
    assert day.state(visit) is VisitState.PLANNED
    qtbot.waitUntil(lambda: robot.page.session.is_open)


# --- speed and fit ---------------------------------------------------------------------------------------------


def test_that_a_hundred_lanes_with_a_thousand_visits_are_repainted_within_a_frame(robot: PlanRobot) -> None:
    lanes = robot.page.lanes
    view = lanes.view
    assert view is not None
    many = tuple(
        replace(
            view.lanes[n % 2],
            team=f"T{n}",
            bars=tuple(replace(bar, visit=f"{n}-{bar.number}") for bar in view.lanes[n % 2].bars),
        )
        for n in range(100)
    )
    lanes.set_view(replace(view, lanes=many))
    lanes.viewport().grab()  # the lanes' pictures are made once
    begun = perf_counter()
    for _ in range(10):
        lanes.viewport().grab()
    assert (perf_counter() - begun) / 10 < 0.016 * 3  # a third of a frame's room on two shared cores
    robot.page.read()


def test_that_a_window_of_less_than_five_minutes_is_marked_and_not_once_the_team_is_under_way() -> None:
    bar = Bar(visit="V", number=1, name="", street="", left=0, arrive=0, start=0, leave=60, spare=299)
    assert bar.is_tight
    assert not replace(bar, spare=300).is_tight
    assert not replace(bar, is_begun=True).is_tight


def the_branch_fits(branch: Branch) -> tuple[PageSpec, ...]:
    """Held by mypy: the real branch is what the page asks for."""
    return pages(branch)
