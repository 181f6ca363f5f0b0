"""The people's page: who can go and why not, shifts by keys, dialogs, restricted entries, pairs by Enter."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.robots.hands import press
from tests.robots.people import PeopleRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.people.staff import Staff, staff
from tests.ui.planning.day import CLERK, DAY, SUPERVISOR
from visitdesk.branch import Branch
from visitdesk.people.model import CollectorId
from visitdesk.ui.people.dialogs import ShiftDialog
from visitdesk.ui.people.pairs import PairsDialog
from visitdesk.ui.people.panel import PAIRS, pages, sources
from visitdesk.ui.people.view import monday_of
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.page import PageSpec

Open = Callable[[Screen], WindowRobot]
TUESDAY = 2


@pytest.fixture
def branch() -> Staff:
    """Fourteen people."""
    return staff()


@pytest.fixture
def robot(open_screen: Open, branch: Staff) -> PeopleRobot:
    """The page over them, read."""
    return PeopleRobot(open_screen(Screen(name="people", page="people", specs=lambda: pages(branch))))


def test_that_everybody_is_listed_with_whether_he_can_go(robot: PeopleRobot) -> None:
    rows = robot.page.table.rows
    assert rows.total == 14
    state = next(n for n, column in enumerate(rows.columns) if column.key == "state")
    words = {str(row.id): rows.columns[state].text(row) for row in rows.shown()}
    assert words["C01"] == "can go"
    assert words["C10"] == "training expired, not insured"
    assert words["C13"] == "on leave"
    assert words["C14"] == "work badge expired"


def test_that_the_side_panel_says_why_somebody_cannot_go(robot: PeopleRobot) -> None:
    robot.chooses("C10")
    assert {"cannot go", "training expired", "not insured"} <= set(robot.reads())


def test_that_chips_keep_those_who_cannot_go_and_the_selection_survives(robot: PeopleRobot) -> None:
    robot.chooses("C14")
    robot.page.set_filter("cannot")
    assert {row.id for row in robot.page.table.rows.shown()} == {"C10", "C12", "C13", "C14"}
    assert robot.page.table.selected_ids() == ["C14"]
    assert [one.id for one in robot.page.week.week.people] == ["C10", "C12", "C13", "C14"]


def test_that_the_apart_list_is_shown_to_those_only_who_keep_people(robot: PeopleRobot) -> None:
    robot.chooses("C01")
    assert "二人为亲属" in robot.reads()
    robot.robot.window.shell.set_actor(CLERK)
    robot.page.choose("")
    robot.page.read()
    robot.robot.comes_to_rest()
    robot.chooses("C01")
    assert "二人为亲属" not in robot.reads()
    assert not any("+86" in words for words in robot.reads())


def test_that_a_new_collector_is_added_and_faults_stand_at_their_fields(robot: PeopleRobot, branch: Staff) -> None:
    robot.robot.window.shell.actions[Key.NEW].trigger()
    dialog = robot.dialog()
    robot.fills(dialog, name="丁样本", badge_until="2026-02-30")
    robot.confirms(dialog)
    assert dialog.form["number"].fault
    assert dialog.form["badge_until"].fault
    robot.fills(dialog, number="C20", badge_until="2027-02-28")
    robot.confirms(dialog)
    assert branch.people.collectors()[-1].id == "C20"
    assert robot.person("C20").name == "丁样本"


def test_that_a_taken_number_is_said_in_the_dialog_which_stays_open(robot: PeopleRobot) -> None:
    robot.robot.window.shell.actions[Key.NEW].trigger()
    dialog = robot.dialog()
    robot.fills(dialog, number="C01", name="丁样本")
    robot.confirms(dialog)
    assert dialog.isVisible()
    assert "C01" in dialog.fault.text()
    dialog.reject()


def test_that_a_prolonged_training_lets_somebody_go(robot: PeopleRobot) -> None:
    robot.chooses("C10")
    dialog = robot.asks("edit")
    robot.fills(dialog, trained="2027-12-31")
    dialog.insured.setCurrentIndex(1)  # type: ignore[attr-defined]  # the collector's dialog
    robot.confirms(dialog)
    assert robot.person("C10").today.is_available


def test_that_a_shift_is_added_from_the_week_by_keys(robot: PeopleRobot, branch: Staff) -> None:
    robot.chooses("C12")
    assert robot.cell("C12", TUESDAY) == ""
    robot.page.week.setFocus()
    robot.on_week(Qt.Key.Key_Return)
    dialog = robot.dialog()
    assert isinstance(dialog, ShiftDialog)
    press(dialog, Qt.Key.Key_Return)
    robot.robot.comes_to_rest()
    robot.robot.comes_to_rest()
    assert robot.cell("C12", TUESDAY) == "08:30–18:00"
    assert robot.person("C12").today.is_available


def test_that_delete_takes_a_shift_away_and_undo_brings_it_back(robot: PeopleRobot) -> None:
    robot.chooses("C01").on_week(Qt.Key.Key_Delete)
    robot.robot.comes_to_rest()
    assert robot.cell("C01", TUESDAY) == ""
    assert not robot.person("C01").today.is_available
    robot.robot.clicks("toast.undo")
    robot.robot.comes_to_rest()
    robot.robot.comes_to_rest()
    assert robot.cell("C01", TUESDAY) == "08:30–18:00"


def test_that_shifts_are_repeated_over_the_weekdays_of_a_span(robot: PeopleRobot, branch: Staff) -> None:
    robot.chooses("C01")
    dialog = robot.asks("shift")
    assert isinstance(dialog, ShiftDialog)
    first = monday_of(DAY) + timedelta(days=7)
    dialog.first.setDate(dialog.first.date().addDays((first - DAY).days))
    dialog.last.setDate(dialog.first.date().addDays(8))
    assert len(dialog.days()) == 7
    robot.confirms(dialog)
    kept = branch.people.shifts_of(first, first + timedelta(days=13))
    assert len([one for one in kept if one.collector == "C01"]) == 7


def test_that_leave_keeps_somebody_from_going(robot: PeopleRobot) -> None:
    robot.chooses("C01")
    dialog = robot.asks("leave")
    robot.fills(dialog, kind="年假")
    robot.confirms(dialog)
    assert robot.cell("C01", TUESDAY) == "年假"
    assert not robot.person("C01").today.is_available


def test_that_an_apart_entry_needs_one_of_two_and_parts_the_pair(robot: PeopleRobot) -> None:
    partner = robot.person("C01").partner
    assert partner is not None
    robot.chooses("C01")
    dialog = robot.asks("apart")
    robot.confirms(dialog)
    assert dialog.form["case"].fault
    assert dialog.form["reason"].fault
    dialog.other.setCurrentIndex(dialog.other.findData(partner))  # type: ignore[attr-defined]  # the apart dialog
    robot.fills(dialog, reason="试验")
    robot.confirms(dialog)
    assert robot.person("C01").partner != partner


def test_that_ending_needs_a_reason_and_takes_the_shifts_ahead_away(robot: PeopleRobot, branch: Staff) -> None:
    robot.chooses("C01")
    dialog = robot.asks("end")
    robot.confirms(dialog)
    assert dialog.form["reason"].fault
    dialog.reason.setPlainText("离职")  # type: ignore[attr-defined]  # the end dialog
    robot.confirms(dialog)
    assert not robot.person("C01").stored.is_active
    assert branch.people.shifts_of(DAY + timedelta(days=1), DAY + timedelta(days=1))
    ahead = branch.people.shifts_of(DAY + timedelta(days=1), DAY + timedelta(days=6))
    assert not [one for one in ahead if one.collector == "C01"]


def test_that_proposed_pairs_are_taken_by_enter(robot: PeopleRobot, branch: Staff) -> None:
    assert robot.page.view is not None
    proposal = robot.page.view.proposal
    assert proposal is not None
    robot.robot.window.shell.actions[PAIRS].trigger()
    dialog = robot.dialog()
    assert isinstance(dialog, PairsDialog)
    press(dialog, Qt.Key.Key_Return)
    robot.robot.comes_to_rest()
    assert branch.planning.taken == [(DAY, tuple((pair.first, pair.second) for pair in proposal.pairs))]


def test_that_the_palette_finds_those_who_still_go_out(branch: Staff) -> None:
    branch.people.end_collector(SUPERVISOR, CollectorId("C01"), "离职", 1)
    entries = [entry for source in sources(branch) for entry in source.entries()]
    assert len(entries) == 13
    assert all("+86" not in f"{entry.title}{entry.detail}{entry.more}" for entry in entries)


def test_that_tomorrow_is_looked_at_and_its_pairs_are_taken(robot: PeopleRobot, branch: Staff) -> None:
    assert not robot.person("C12").today.is_available
    robot.robot.clicks("people.day.tomorrow")
    robot.robot.comes_to_rest()
    assert robot.person("C12").today.is_available
    robot.robot.window.shell.actions[PAIRS].trigger()
    press(robot.dialog(), Qt.Key.Key_Return)
    robot.robot.comes_to_rest()
    assert [day for day, _ in branch.planning.taken] == [DAY + timedelta(days=1)]


def test_that_nobody_yet_is_told_with_the_deed_that_helps(open_screen: Open) -> None:
    robot = PeopleRobot(open_screen(Screen(name="people", page="people", specs=lambda: pages(Staff()))))
    assert robot.robot.sees("state.empty")
    robot.robot.clicks("empty.new")
    robot.dialog().reject()


def the_branch_fits(branch: Branch) -> tuple[PageSpec, ...]:
    """Held by mypy: the real branch is what the page asks for."""
    return pages(branch)
