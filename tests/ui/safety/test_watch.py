"""The watch of a desk: current alarm, keys, sound, lateness, closing. Acceptance 11-13, 16-18, 20, 21, 31 of the reference."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.robots.hands import press
from tests.robots.layout import is_in_sight
from tests.robots.safety import SafetyRobot
from tests.screens import OFFICER
from tests.ui.safety.scenes import PASSWORD, SECOND, Day, calm, collector, four_alarms, overdue, reminders, visit_of
from visitdesk.changed import Changed
from visitdesk.errors import Unavailable
from visitdesk.safety.model import AlarmKind, ReportKind, ResponseStep
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.closing import ClosingDialog
from visitdesk.ui.safety.panel import start
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.dialog import confirm
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.tokens import Level

Open = Callable[..., SafetyRobot]


def test_that_f2_acknowledges_the_worst_alarm_from_any_page_with_text_being_typed(open_day: Open) -> None:
    robot = open_day(four_alarms(), "settings")
    search = QApplication.focusWidget()
    assert search is not None
    press(search, Qt.Key.Key_F2)
    robot.settles()
    card = next(one for one in robot.picture.alarms if one.kind is AlarmKind.DURESS)
    assert card.owner == OFFICER.user
    assert card in robot.picture.alarms  # taken, not resolved


def test_that_f2_works_from_within_a_dialog(open_day: Open) -> None:
    robot = open_day(overdue(), "settings")
    dialog = confirm(
        robot.window.shell, robot.window, title=lambda: "t", sentence=lambda: "s", deed=lambda: "d", run=lambda: None
    )
    press(dialog, Qt.Key.Key_F2)
    robot.settles()
    assert [card.owner for card in robot.picture.together(robot.picture.alarms[0])] == [OFFICER.user, OFFICER.user]
    dialog.close()


def test_that_one_key_answers_for_both_of_a_pair_and_each_keeps_a_row_in_the_log(open_day: Open) -> None:
    robot = open_day(overdue())
    assert len(robot.picture.alarms) == 1
    assert len(robot.day.watch.board().alarms) == 2
    robot.acknowledges()
    assert [card.owner for card in robot.day.watch.board().alarms] == [OFFICER.user] * 2


def test_that_strip_panel_and_keys_name_the_same_alarm_after_any_fifty_steps(open_day: Open) -> None:
    robot = open_day(four_alarms())
    rng = random.Random(7)
    for _ in range(50):
        match rng.choice(["next", "worst", "pick", "acknowledge", "word", "time"]):
            case "next":
                robot.does(Key.NEXT_ALARM)
            case "worst":
                robot.window.shell.worst_asked.emit()
            case "pick":
                robot.board.go_to(rng.choice(robot.picture.tiles).key)
            case "acknowledge":
                robot.acknowledges()
            case "word":
                robot.day.says(rng.choice((1, 4, 6)), rng.choice((ReportKind.FINE, ReportKind.HELP)))
                robot.watcher.look()
            case _:
                robot.seconds_pass(rng.choice((1, 30)))
        robot.settles()
        current = robot.watcher.current
        assert current is not None
        strip = robot.strip()
        assert strip is not None
        assert strip.id == current.id
        side = robot.board.side
        assert side.card is None or side.card.id == current.id
        if side.card is not None:
            assert robot.reads("side.name") == f"{strip.team}  {strip.word}"


def test_that_a_button_under_the_pointer_keeps_its_alarm_while_a_worse_one_goes_to_the_strip(open_day: Open) -> None:
    robot = open_day(overdue())
    side = robot.board.side
    press(side, Qt.Key.Key_Shift)  # the officer is at work in the panel
    assert side.is_in_use
    mine = robot.watcher.current
    robot.day.says(4, ReportKind.DURESS)
    robot.watcher.look()
    robot.settles()
    assert mine is not None
    assert robot.watcher.current is not None
    assert robot.watcher.current.id == mine.id
    assert robot.window.shell.strip.count(Level.DURESS) == 1
    assert robot.find(QPushButton, "strip.worst").text() == "Most urgent: Team 4 ▸"
    robot.bot.waitUntil(lambda: not side.is_in_use, timeout=4000)
    robot.seconds_pass(1)
    assert robot.watcher.current.kind is AlarmKind.DURESS


def test_that_filters_lock_minimising_and_search_hide_and_silence_no_alarm(open_day: Open) -> None:
    robot = open_day(four_alarms())
    before = [card.id for card in robot.picture.alarms]
    for chip in ("calm", "waiting", "heed"):
        robot.board.set_filter(chip)
        shown = {robot.board.tiles.tiles.cell(row).key for row in range(robot.board.tiles.tiles.rowCount())}
        assert {"T7", "T3", "T2", "T11"} <= shown
    robot.window.shell.set_locked(locked=True)
    robot.window.showMinimized()
    robot.day.player.played.clear()
    robot.seconds_pass(1)
    assert {card.id for card in robot.picture.alarms} == set(before)
    assert robot.window.shell.strip.count(Level.ESCALATED) == 2  # locked, a duress signal looks like any other
    assert robot.hears() is Level.ESCALATED


def test_that_the_strip_is_in_sight_on_the_board_and_over_its_dialogs(open_day: Open) -> None:
    robot = open_day(four_alarms())
    assert is_in_sight(robot.find(SafetyStrip, "safety_strip"))
    robot.does(Key.CALL)
    dialog = robot.dialog_named("safety.call")
    strip = robot.find(SafetyStrip, "safety_strip", dialog)
    assert strip.isVisible()
    robot.does(Key.CALL)
    assert robot.dialog_named("safety.call") is dialog  # not a second one on top


def test_that_a_duress_signal_is_hidden_from_locked_desks_and_from_eyes_without_the_watch(open_day: Open) -> None:
    robot = open_day(four_alarms())
    assert robot.window.shell.strip.count(Level.DURESS) == 1
    robot.window.shell.set_locked(locked=True)
    assert robot.window.shell.strip.count(Level.DURESS) == 0
    assert len(robot.window.shell.strip.alarms) == 4
    robot.window.shell.set_locked(locked=False)
    assert robot.window.shell.strip.count(Level.DURESS) == 1
    robot.window.shell.set_actor(Actor(user=UserId("wang"), roles=frozenset({Role.CLERK})))
    assert robot.window.shell.strip.count(Level.DURESS) == 0
    words = " ".join(label.text() for label in robot.board.findChildren(QLabel) if label.isVisible())
    assert "Duress" not in words
    assert not robot.window.shell.actions[Key.ACKNOWLEDGE].isEnabled()


# --- sound ---------------------------------------------------------------------------------------------------------


def test_that_only_the_worst_level_sounds_and_worse_ones_break_the_silence(open_day: Open) -> None:
    day = overdue()
    robot = open_day(day)
    assert day.player.played == [Level.ESCALATED]
    robot.does(Key.MUTE)
    assert robot.hears() is Level.NORMAL
    assert robot.window.shell.strip.muted_until == day.clock.now() + timedelta(minutes=2)
    day.says(4, ReportKind.DURESS)
    robot.seconds_pass(1)
    assert day.player.played[-1] is Level.DURESS
    robot.does(Key.MUTE)
    assert robot.window.shell.strip.muted_until == day.clock.now() + timedelta(seconds=30)
    robot.seconds_pass(29)
    assert robot.hears() is Level.NORMAL
    robot.seconds_pass(1)
    assert robot.hears() is Level.DURESS


def test_that_an_acknowledged_alarm_is_quiet_for_three_minutes_without_a_step(open_day: Open) -> None:
    robot = open_day(overdue())
    robot.acknowledges()
    assert robot.hears() is Level.NORMAL
    robot.seconds_pass(179)
    assert robot.hears() is Level.NORMAL
    robot.seconds_pass(1)
    assert robot.hears() is Level.ESCALATED


def test_that_each_reminder_sounds_once(open_day: Open) -> None:
    day = Day()
    day.at(0)
    day.inside(4)  # level high: ten minutes, reminder after seven
    robot = open_day(day)
    robot.seconds_pass(7 * 60)
    assert day.player.played == [Level.REMINDER]
    robot.seconds_pass(20)
    assert day.player.played == [Level.REMINDER]


def test_that_a_desk_whose_sound_is_off_still_shows_the_alarm(open_day: Open) -> None:
    robot = open_day(calm())
    robot.watcher.voice.has_sound = lambda: False
    robot.day.says(4, ReportKind.HELP)
    robot.seconds_pass(1)
    assert robot.day.player.played == []
    assert robot.strip() is not None


# --- the watch itself ----------------------------------------------------------------------------------------------


def test_that_an_alarm_falls_due_by_the_clock_while_another_page_is_on_top(open_day: Open) -> None:
    robot = open_day(reminders(), "settings")
    assert robot.strip() is None
    robot.seconds_pass(4 * 60)
    strip = robot.strip()
    assert strip is not None
    assert strip.team == "Team 9"
    assert robot.window.rail.isVisible()


def test_that_the_watch_is_never_asked_twice_at_once(open_day: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    robot = open_day(calm())
    asked: list[int] = []
    plain = robot.day.watch.tick

    def counted() -> Changed:
        asked.append(1)
        return plain()

    monkeypatch.setattr(robot.day.watch, "tick", counted)
    for _ in range(5):
        robot.window.shell.tick()
    robot.settles()
    assert len(asked) == 2  # one on its way, one more because somebody asked meanwhile


def test_that_a_watch_without_answer_becomes_an_alarm_of_this_desk_and_countdowns_go_on(
    open_day: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot = open_day(calm())

    def broken() -> None:
        raise Unavailable("store.locked")

    monkeypatch.setattr(robot.day.watch, "tick", broken)
    robot.seconds_pass(1)
    robot.seconds_pass(9)
    assert robot.strip() is None
    robot.seconds_pass(1)
    strip = robot.strip()
    assert strip is not None
    assert (strip.team, strip.word) == ("This desk", "The watch gives no answer")
    assert robot.hears() is Level.ESCALATED
    monkeypatch.undo()
    robot.seconds_pass(1)
    assert robot.strip() is None


def test_that_a_restart_shows_the_same_alarms_and_owners(open_day: Open) -> None:
    robot = open_day(four_alarms())
    robot.acknowledges()
    before = [(card.id, card.owner, card.version) for card in robot.picture.alarms]
    start(robot.window.shell, robot.window, robot.day.rooms, robot.day.player)
    robot.settles()
    assert [(card.id, card.owner, card.version) for card in robot.picture.alarms] == before


def test_that_a_fault_of_another_page_leaves_the_board_ticking(open_day: Open) -> None:
    robot = open_day(reminders(), "settings")
    robot.window.shell.report(ZeroDivisionError("odd"))
    robot.seconds_pass(4 * 60)
    assert robot.strip() is not None


def test_that_closing_with_teams_out_asks_and_never_ends_the_watch_by_itself(open_day: Open) -> None:
    robot = open_day(calm())
    start(robot.window.shell, robot.window, robot.day.rooms, robot.day.player)
    robot.settles()
    robot.window.close()
    dialog = robot.dialog_named("safety.closing")
    assert isinstance(dialog, ClosingDialog)
    assert robot.window.isVisible()
    assert not dialog.end.isEnabled()
    robot.window.close()  # Alt+F4 again
    assert QApplication.activeModalWidget() is dialog
    robot.clicks("closing.stay", dialog)
    assert robot.window.isMinimized()
    robot.seconds_pass(1)
    assert robot.picture.teams_out == 12


def test_that_a_desk_with_nobody_out_closes_at_once(open_day: Open) -> None:
    robot = open_day(Day(0))
    start(robot.window.shell, robot.window, robot.day.rooms, robot.day.player)
    robot.settles()
    assert robot.window.may_close()


def test_that_each_team_is_announced_once_per_level(open_day: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    robot = open_day(calm())
    heard: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    robot.day.says(4, ReportKind.HELP)
    robot.day.says(5, ReportKind.HELP)
    for _ in range(5):
        robot.seconds_pass(1)
    teams = sorted(words[:6] for words in heard if words.startswith("Team"))
    assert teams == ["Team 4", "Team 5"]
    assert not any("演示路" in words for words in heard)


# --- resolving -----------------------------------------------------------------------------------------------------


def test_that_resolving_needs_a_reason_and_the_words_heard(open_day: Open) -> None:
    robot = open_day(overdue())
    robot.does(BoardKey.RESOLVE)
    dialog = robot.dialog_named("safety.resolve")
    robot.clicks("resolve.deed", dialog)
    assert robot.picture.alarms
    robot.chooses(dialog, "resolve.cause", "spoke")
    robot.clicks("resolve.deed", dialog)
    assert robot.picture.alarms
    robot.fills(dialog, "resolve.words", "都好，手机静音了")
    robot.clicks("resolve.deed", dialog)
    robot.settles()
    assert robot.picture.alarms == ()
    assert "手机静音了" in str(robot.day.store.safety_log.rows)


def test_that_duress_takes_a_second_person_with_a_password_of_his_own(open_day: Open) -> None:
    robot = open_day(four_alarms())
    robot.does(BoardKey.RESOLVE)
    dialog = robot.dialog_named("safety.resolve")
    robot.chooses(dialog, "resolve.cause", "seen")
    robot.fills(dialog, "resolve.words", "已见到二人")
    robot.clicks("resolve.deed", dialog)
    assert dialog.isVisible()
    for user, password in (("zhao", PASSWORD), ("li", "wrong"), ("wang", PASSWORD)):
        robot.fills(dialog, "resolve.user", user)
        robot.fills(dialog, "resolve.password", password)
        robot.clicks("resolve.deed", dialog)
        robot.settles()
        assert any(card.kind is AlarmKind.DURESS for card in robot.picture.alarms), user
    robot.fills(dialog, "resolve.user", "li")
    robot.fills(dialog, "resolve.password", PASSWORD)
    robot.clicks("resolve.deed", dialog)
    robot.settles()
    assert not any(card.kind is AlarmKind.DURESS for card in robot.picture.alarms)


def test_that_f4_takes_an_alarm_over_from_another_officer_with_a_reason(open_day: Open) -> None:
    day = overdue()
    for alarm in day.alarms_of(11):
        day.watch.acknowledge(SECOND, alarm=alarm)
    robot = open_day(day)
    assert "李演示 has it since" in robot.window.shell.actions[Key.ACKNOWLEDGE].toolTip()
    robot.does(Key.ESCALATE)
    dialog = robot.dialog_named("safety.take_over")
    robot.clicks("safety.take_over.deed", dialog)
    assert robot.picture.alarms[0].owner == SECOND.user
    robot.fills(dialog, "safety.take_over.reason", "李演示去现场")
    robot.clicks("safety.take_over.deed", dialog)
    robot.settles()
    assert {card.owner for card in robot.day.watch.board().alarms} == {OFFICER.user}


def test_that_nobody_can_be_rung_from_the_call_list_of_a_duress_signal(open_day: Open) -> None:
    robot = open_day(four_alarms())
    robot.does(Key.CALL)
    dialog = robot.dialog_named("safety.call")
    assert robot.find(QLabel, "call.do_not_ring", dialog).isVisible()
    assert not any("138" in label.text() for label in dialog.findChildren(QLabel))


def test_that_an_outcome_of_a_call_is_a_step_on_both_alarms_and_spoke_stops_the_ladder(open_day: Open) -> None:
    robot = open_day(overdue())
    robot.does(Key.CALL)
    robot.clicks(f"call.spoke.{collector(11, 0)}", robot.dialog_named("safety.call"))
    robot.settles()
    cards = robot.day.watch.board().alarms
    assert [card.steps[-1].step for card in cards] == [ResponseStep.SPOKE] * 2
    rows = len(robot.day.store.safety_log.rows)
    robot.seconds_pass(20 * 60)
    rungs = [row for row in robot.day.store.safety_log.rows[rows:] if "rung" in str(row) and visit_of(11) in str(row)]
    assert not [row for row in rungs if '"duty": "rung"' in str(row)]
