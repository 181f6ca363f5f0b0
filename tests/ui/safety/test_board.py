"""The board: order and rest, keys, deeds on teams, quick line, steps, hand-over, wall. Acceptance 15, 17, 22 of the reference."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTimeEdit

from tests.robots.hands import press
from tests.robots.safety import SafetyRobot
from tests.screens import NOW, OFFICER
from tests.ui.safety.scenes import (
    NAMES,
    PASSWORD,
    STREETS,
    Day,
    calm,
    collector,
    four_alarms,
    overdue,
    visit_of,
)
from visitdesk.cases.model import VisitId
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import AlarmKind, Leg, Report, ReportKind, ResponseStep, Source
from visitdesk.safety.service import WatchDesk
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.hand_over import AlarmRow, HandOverPage
from visitdesk.ui.safety.keys import SafetyKeys
from visitdesk.ui.safety.picture import Dossier, picture
from visitdesk.ui.safety.places import area_of, street_of
from visitdesk.ui.safety.quick_line import understood
from visitdesk.ui.safety.team_dialogs import LogDialog
from visitdesk.ui.safety.tile_board import TileBoard
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.states import InfoBar
from visitdesk.ui.shell.tokens import Level

Open = Callable[..., SafetyRobot]


def _keys(robot: SafetyRobot) -> list[str]:
    board = robot.board.tiles.tiles
    return [board.cell(row).key for row in range(board.rowCount()) if board.cell(row).tile is not None]


def _person(robot: SafetyRobot, team: int, place: int = 0) -> Leg:
    tiles = robot.day.watch.board().tiles
    tile = next(one for one in tiles if one.visit == visit_of(team))
    return next(one.leg for one in tile.people if one.collector == collector(team, place))


# --- the picture ---------------------------------------------------------------------------------------------------


def test_that_tiles_stand_by_danger_then_by_who_is_due_first(open_day: Open) -> None:
    robot = open_day(four_alarms())
    assert _keys(robot)[:7] == ["T7", "T3", "T11", "T2", "T9", "T14", "T5"]
    assert [tile.is_acknowledged for tile in robot.picture.tiles[:4]] == [False, False, False, True]


def test_that_an_alarm_about_a_visit_nobody_published_has_a_tile_of_its_own() -> None:
    day = calm()
    day.watch.take_in(
        Report(
            received=day.now,
            kind=ReportKind.HELP,
            visit=VisitId("V99"),
            collector=CollectorId("W77"),
            source=Source.PHONE,
            device="D1",
            number=1,
            device_time=day.now,
        )
    )
    shown = picture(day.watch.board(), Dossier())
    assert (shown.tiles[0].visit, shown.tiles[0].level, shown.tiles[0].team) == ("V99", Level.ESCALATED, "")
    assert {alarm for tile in shown.tiles for alarm in tile.alarms} == {card.id for card in day.watch.board().alarms}


def test_that_a_team_with_several_stops_is_one_tile_at_the_stop_it_is_at() -> None:
    day = Day(2)
    day.watch.publish(OFFICER, [day.to_watch(1, visit="V51"), day.to_watch(1, visit="V52")])
    day.at(0)
    day.watch.report(
        OFFICER, visit=VisitId("V51"), collector=collector(1, 0), kind=ReportKind.DEPARTED, with_partner=True
    )
    shown = picture(day.watch.board(), Dossier())
    assert [(tile.team, tile.visit, len(tile.visits)) for tile in shown.tiles] == [("1", "V51", 3), ("2", "V02", 1)]


@pytest.mark.parametrize(
    ("address", "street", "area"),
    [
        ("广东省深圳市样本区演示路 12 号 3 栋", "演示路", "样本区"),
        ("南山区阳光小区5栋", "阳光小区", "南山区"),
        ("阳光小区 5 栋", "阳光小区", ""),
        ("示例新村（东区）5栋", "示例新村", ""),
        ("12 Demo Rd, Sample District, Sample City", "Demo Rd", "Sample City"),
        ("", "", ""),
    ],
)
def test_that_street_and_district_are_cut_out_of_an_address(address: str, street: str, area: str) -> None:
    assert (street_of(address), area_of(address)) == (street, area)


def test_that_a_tile_is_one_sentence_without_borrower_or_house_number(open_day: Open) -> None:
    robot = open_day(four_alarms())
    board = robot.board.tiles.tiles
    words = str(board.data(board.index(board.row_of("T7")), Qt.ItemDataRole.AccessibleTextRole))
    assert words == "Team 7, Duress, for 42 s, not acknowledged, 孙模拟, 周假设"


# --- rest and keys -------------------------------------------------------------------------------------------------


def test_that_nothing_moves_under_the_pointer_until_it_rests_and_the_strip_tells_at_once(open_day: Open) -> None:
    robot = open_day(calm())
    tiles: TileBoard = robot.board.tiles
    before = _keys(robot)
    QTest.mouseMove(tiles.viewport(), QPoint(40, 60))
    QTest.mouseMove(tiles.viewport(), QPoint(42, 62))
    robot.bot.waitUntil(lambda: tiles.is_restless)
    robot.day.says(12, ReportKind.HELP)
    robot.watcher.look()
    robot.settles()
    assert _keys(robot) == before
    strip = robot.strip()
    assert strip is not None
    assert strip.team == "Team 12"
    robot.bot.waitUntil(lambda: _keys(robot)[0] == "T12", timeout=5000)


def test_that_arrows_walk_the_tiles_and_make_their_alarm_the_current_one(open_day: Open) -> None:
    robot = open_day(four_alarms())
    tiles = robot.board.tiles
    tiles.setFocus()
    tiles.go_to("T7")
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(tiles, key)
        walked.append(tiles.key)
    assert walked[:3] == ["T3", "T2", "T11"]
    assert walked[4] in {"T11", "T2"}
    press(tiles, Qt.Key.Key_Up)
    assert robot.watcher.current is not None
    assert robot.watcher.current.id in next(one for one in robot.picture.tiles if one.key == tiles.key).alarms


def test_that_selection_stays_with_its_team_when_the_order_changes(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    robot.day.says(12, ReportKind.HELP)
    robot.seconds_pass(1)
    assert robot.board.tiles.key == "T6"


def test_that_a_digit_does_the_response_step_and_it_is_ticked_with_name_and_time(open_day: Open) -> None:
    robot = open_day(overdue())
    press(robot.board.tiles, Qt.Key.Key_1)
    dialog = robot.dialog_named("safety.call")
    robot.clicks(f"call.rang_no_answer.{collector(11, 0)}", dialog)
    robot.settles()
    done = robot.find(QLabel, "side.step.1.done")
    assert "赵样本" in done.text()
    step = robot.day.watch.board().alarms[0].steps[-1]
    assert (step.step, step.rung) == (ResponseStep.RANG_NO_ANSWER, "ladder.ring_collector")


def test_that_the_call_sheet_has_place_names_and_words_and_counts_a_reason_for_waiting(open_day: Open) -> None:
    robot = open_day(overdue())
    robot.does(BoardKey.CALL_SHEET)
    dialog = robot.dialog_named("safety.call_sheet")
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "样本市样本区占位里 33 号 2 栋 501" in words
    assert "吴范例 138 0000 1100" in words
    robot.clicks("call_sheet.not_yet", dialog)
    assert dialog.isVisible()
    robot.fills(dialog, "call_sheet.reason", "正在赶到现场")
    robot.clicks("call_sheet.not_yet", dialog)
    robot.settles()
    step = robot.day.watch.board().alarms[0].steps[-1]
    assert (step.step, "正在赶到现场" in step.note) == (ResponseStep.CALL_SHEET, True)


def test_that_a_note_is_kept_with_the_alarm_and_told_in_the_log(open_day: Open) -> None:
    robot = open_day(overdue())
    robot.does(Key.NEW)
    dialog = robot.dialog_named("safety.note")
    robot.fills(dialog, "note.words", "邻居说听到说话声")
    robot.clicks("note.deed", dialog)
    robot.settles()
    robot.does(BoardKey.LOG)
    log = robot.dialog_named("safety.log")
    robot.bot.waitUntil(lambda: "邻居说听到说话声" in _log_words(robot))
    log.close()


def _log_words(robot: SafetyRobot) -> str:
    return " ".join(line.words for line in robot.find(LogDialog, "safety.log").table.rows.shown())


# --- deeds on teams ------------------------------------------------------------------------------------------------


def test_that_a_phoned_word_is_two_keys_and_counts_for_both(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T4")
    robot.does(BoardKey.CHECK_IN)
    dialog = robot.dialog_named("safety.check_in")
    robot.clicks("check_in.at_door", dialog)
    robot.settles()
    assert (_person(robot, 4, 0), _person(robot, 4, 1)) == (Leg.AT_DOOR, Leg.AT_DOOR)
    assert robot.day.flow.followed


def test_that_arrived_is_said_by_each_for_himself(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T4")
    robot.does(BoardKey.CHECK_IN)
    dialog = robot.dialog_named("safety.check_in")
    assert robot.find(QCheckBox, "check_in.with_partner", dialog).isChecked()
    robot.clicks("check_in.arrived", dialog)
    robot.settles()
    tile = next(one for one in robot.day.watch.board().tiles if one.visit == visit_of(4))
    assert [entry.rule for entry in robot.day.watch.visit_log(visit_of(4))][-1] == "report.arrived"
    assert robot.day.watch.visit_log(visit_of(4))[-1].facts["with_partner"] is False
    assert tile.people[0].said == "arrived"


def test_that_words_said_earlier_count_from_then(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    robot.does(BoardKey.CHECK_IN)
    dialog = robot.dialog_named("safety.check_in")
    said_at = robot.find(QTimeEdit, "check_in.said_at", dialog)
    said_at.setTime(said_at.time().addSecs(-120))
    robot.clicks("check_in.fine", dialog)
    robot.settles()
    sent = robot.day.watch.visit_log(visit_of(6))[-1].facts["sent"]
    assert (NOW - sent).total_seconds() == 120


def test_that_a_departure_that_is_not_allowed_says_why_and_the_team_stays(open_day: Open) -> None:
    robot = open_day(calm())
    robot.day.flow.refuses = RuleBroken("cases.not_prepared", rule="preparation", missing="")
    robot.board.go_to("T13")
    robot.does(BoardKey.CHECK_IN)
    dialog = robot.dialog_named("safety.check_in")
    robot.clicks("check_in.departed", dialog)
    robot.settles()
    assert dialog.isVisible()
    assert any("cases.not_prepared" in label.text() for label in dialog.findChildren(QLabel))
    assert _person(robot, 13) is Leg.PLANNED
    robot.day.flow.refuses = None
    robot.clicks("check_in.departed", dialog)
    robot.settles()
    assert _person(robot, 13) is Leg.ON_THE_WAY


def test_that_more_time_needs_a_reason(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    due = robot.picture.team("6")
    robot.does(BoardKey.EXTEND)
    dialog = robot.dialog_named("safety.check_in")
    robot.clicks("check_in.extension", dialog)
    assert dialog.isVisible()
    robot.fills(dialog, "check_in.note", "谈得久")
    robot.clicks("check_in.extension", dialog)
    robot.settles()
    later = robot.picture.team("6")
    assert due is not None
    assert due.due is not None
    assert later is not None
    assert later.due is not None
    assert (later.due - due.due).total_seconds() == 15 * 60


def test_that_help_typed_by_the_officer_is_an_alarm_at_once(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    robot.does(BoardKey.HELP)
    robot.clicks("check_in.help", robot.dialog_named("safety.check_in"))
    robot.settles()
    assert [card.kind for card in robot.picture.alarms] == [AlarmKind.HELP]


def test_that_a_team_that_is_out_is_called_back_and_not_cancelled(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    actions = robot.window.shell.actions
    assert not actions[BoardKey.CANCEL].isEnabled()
    assert "call it back" in actions[BoardKey.CANCEL].toolTip()
    robot.does(BoardKey.RECALL)
    dialog = robot.dialog_named("safety.recall")
    robot.fills(dialog, "safety.recall.reason", "借款人提出异议")
    robot.clicks("safety.recall.deed", dialog)
    robot.settles()
    tile = robot.picture.team("6")
    assert tile is not None
    assert tile.is_recalled


def test_that_who_leaves_a_team_that_is_out_stays_under_watch(open_day: Open) -> None:
    robot = open_day(calm())
    robot.board.go_to("T6")
    robot.does(BoardKey.TEAM)
    dialog = robot.dialog_named("safety.team")
    robot.find(QCheckBox, f"team.leaves.{collector(6, 1)}", dialog).setChecked(True)
    robot.chooses(dialog, "team.joins", collector(20, 0))
    robot.clicks("team.deed", dialog)
    robot.settles()
    people = {one.collector: one.is_member for one in next(t for t in robot.picture.tiles if t.team == "6").people}
    assert people == {collector(6, 0): True, collector(6, 1): False, collector(20, 0): True}


# --- quick line ----------------------------------------------------------------------------------------------------


def test_that_the_quick_line_enters_a_call_and_jumps_to_a_team(open_day: Open) -> None:
    robot = open_day(calm())
    robot.types_line("6 ok")
    assert robot.day.watch.visit_log(visit_of(6))[-1].rule == "report.fine"
    assert robot.reads("safety.quick_answer") == "Team 6: fine, entered"
    robot.types_line("6 late 10")
    assert robot.day.watch.visit_log(visit_of(6))[-1].rule == "report.extension"
    robot.types_line("9")
    assert robot.board.tiles.key == "T9"
    assert not robot.sees("safety.quick_line")


@pytest.mark.parametrize(
    "line", ["", "ok", "99 ok", "3 jump", "3 safe", "3c safe", "３ ｓａｆｅ", "3 3 3", "3; ok", "٣ ok!"]
)
def test_that_a_line_that_is_not_understood_enters_nothing(line: str) -> None:
    day = calm()
    shown = picture(day.watch.board(), Dossier())
    with pytest.raises(BadInput):
        understood(line, shown)


@pytest.mark.parametrize(
    ("line", "kind", "place", "both"),
    [
        ("3 ok", ReportKind.FINE, 0, True),
        ("3ok", ReportKind.FINE, 0, True),
        ("３ 平安", ReportKind.FINE, 0, True),
        ("3b safe", ReportKind.SAFE, 1, False),
        ("3 B SAFE", ReportKind.SAFE, 1, False),
        ("3 late 10", ReportKind.EXTENSION, 0, True),
        ("3 晚 10", ReportKind.EXTENSION, 0, True),
        ("12 out", ReportKind.DEPARTED, 0, True),
        ("3a help", ReportKind.HELP, 0, False),
    ],
)
def test_that_lines_in_both_languages_are_understood(line: str, kind: ReportKind, place: int, both: bool) -> None:  # noqa: FBT001  # a parameter of the table
    said = understood(line, picture(calm().watch.board(), Dossier())).said
    assert said is not None
    assert (said.kind, said.collector[-1], said.with_partner) == (kind, "ab"[place], both)


# --- hand-over -----------------------------------------------------------------------------------------------------


def test_that_each_alarm_is_accepted_by_f2_and_not_by_space(open_day: Open) -> None:
    day = four_alarms(acknowledged=True)
    robot = open_day(day, "safety/hand-over")
    page = robot.window.top
    assert isinstance(page, HandOverPage)
    finish = robot.window.shell.actions[Key.FINISH]
    assert not finish.isEnabled()
    page.user.setText("li")
    page.password.setText(PASSWORD)
    robot.clicks("hand_over.sign")
    robot.settles()
    assert page.taker is not None
    rows = page.findChildren(AlarmRow)
    rows[0].setFocus()
    press(rows[0], Qt.Key.Key_Space)
    assert (
        not page.findChildren(QLabel, "hand_over.accepted") or len(page.findChildren(QLabel, "hand_over.accepted")) == 1
    )
    for _ in range(6):
        robot.acknowledges()
    robot.clicks("hand_over.sound")
    assert day.player.played[-1] is Level.OVERDUE
    assert finish.isEnabled(), finish.toolTip()
    robot.does(Key.FINISH)
    assert {card.owner for card in day.watch.board().alarms} == {"li"}
    assert robot.window.shell.actor is not None
    assert robot.window.shell.actor.user == "li"


def test_that_the_old_officer_stays_responsible_until_everything_is_accepted(open_day: Open) -> None:
    robot = open_day(four_alarms(acknowledged=True), "safety/hand-over")
    page = robot.window.top
    assert isinstance(page, HandOverPage)
    page.user.setText("zhao")
    page.password.setText(PASSWORD)
    robot.clicks("hand_over.sign")
    robot.settles()
    assert page.taker is None
    assert robot.window.shell.actor == OFFICER


# --- wall and states -----------------------------------------------------------------------------------------------


def test_that_the_wall_shows_no_name_no_address_and_no_amount(open_day: Open) -> None:
    robot = open_day(four_alarms())
    robot.does(Key.WALL)
    keys = robot.watcher.findChild(SafetyKeys)
    assert keys is not None
    wall = keys.wall
    assert wall is not None
    wall.resize(1920, 1080)
    wall.render(QImage(wall.size(), QImage.Format.Format_ARGB32))
    words = " ".join(wall.painted)
    assert "Team 7" in words
    assert "+00:42" in words
    assert "Duress" not in words
    assert not [name for pair in NAMES for name in pair if name in words]
    assert not [street for street in STREETS if street in words]
    robot.does(Key.WALL)
    assert keys.wall is None


def test_that_the_wall_holds_24_teams_and_counts_the_rest(open_day: Open) -> None:
    robot = open_day(Day(26))
    robot.does(Key.WALL)
    keys = robot.watcher.findChild(SafetyKeys)
    assert keys is not None
    assert keys.wall is not None
    keys.wall.render(QImage(keys.wall.size(), QImage.Format.Format_ARGB32))
    assert sum(words.startswith("Team") for words in keys.wall.painted) == 24
    assert "and 2 more teams, all less urgent" in keys.wall.painted


def test_that_an_empty_board_says_so_and_leads_to_the_plan(open_day: Open) -> None:
    robot = open_day(Day(0))
    assert robot.sees("state.safety_empty")
    assert robot.find(QPushButton, "safety.empty.plan").isVisible()


def test_that_a_gap_in_which_nobody_watched_is_told_on_board_and_strip(open_day: Open) -> None:
    day = Day(2)
    day.at(15)
    day.inside(1)
    day.clock.set(NOW)
    day.rooms = replace(day.rooms, watch=WatchDesk(day.store, day.clock))
    robot = open_day(day)
    bar = robot.find(InfoBar, "gap_bar")
    assert bar.words.text().startswith("Nobody watched from 13:47 to 14:02.")
    assert "Nobody watched from 13:47 to 14:02." in robot.reads("strip.calm")
    robot.window.shell.actions[Key.LANGUAGE].trigger()
    robot.settles()
    assert "13:47" in bar.words.text()
    assert "Nobody" not in bar.words.text()


def test_that_opening_the_board_on_a_team_puts_the_keyboard_there(open_day: Open) -> None:
    robot = open_day(calm(), "settings")
    robot.window.shell.go("safety", Selection(kind="team", id="T6"))
    robot.settles()
    assert robot.board.tiles.key == "T6"
    assert robot.reads("side.name").startswith("Team 6")
