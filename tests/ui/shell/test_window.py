"""The window: strip and F2 everywhere, pages, palette, languages, themes, drawer; by robots, without a sleep."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QSpinBox
from pytestqt.qtbot import QtBot

from tests.robots.hands import click, press
from tests.robots.layout import is_in_sight
from tests.robots.window import WindowRobot
from tests.screens import NOW, Screen, four_alarms
from tests.ui.shell.sample import SamplePage
from tests.ui.shell.screens import SCREENS, CaseSource, specs
from visitdesk.clock import FixedClock
from visitdesk.errors import NotAllowed, Stale
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.dialog import Dialog, confirm
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.theme import Mode, Theme
from visitdesk.ui.shell.window import MainWindow
from visitdesk.wording import Lang

Open = Callable[[Screen], WindowRobot]
SAMPLE = Screen(name="sample", page="today", specs=specs)
ALARM = Screen(name="alarm", page="today", specs=specs, alarm=True)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def acknowledged() -> list[str]:
    return []


def _counting(window: MainWindow, acknowledged: list[str]) -> None:
    window.shell.actions.bind(None, Key.ACKNOWLEDGE, lambda: acknowledged.append("F2"))


def test_that_f2_works_while_text_is_typed(open_screen: Open, acknowledged: list[str]) -> None:
    robot = open_screen(ALARM)
    _counting(robot.window, acknowledged)
    robot.find(QLineEdit, "sample.id").setFocus()
    robot.types("123").presses(Qt.Key.Key_F2)
    robot.find(QSpinBox, "sample.minutes").setFocus()
    robot.presses(Qt.Key.Key_F2)
    assert acknowledged == ["F2", "F2"]


def test_that_f2_works_in_an_open_list(open_screen: Open, acknowledged: list[str]) -> None:
    robot = open_screen(ALARM)
    _counting(robot.window, acknowledged)
    combo = robot.find(QComboBox, "sample.place")
    combo.showPopup()
    press(combo.view(), Qt.Key.Key_F2)
    combo.hidePopup()
    assert acknowledged == ["F2"]


def test_that_f2_and_the_strip_button_work_in_a_dialog(open_screen: Open, acknowledged: list[str]) -> None:
    robot = open_screen(ALARM)
    _counting(robot.window, acknowledged)
    confirm(
        robot.window.shell,
        robot.window,
        title=lambda: "Publish?",
        sentence=lambda: "It cannot be taken back.",
        deed=lambda: "Publish",
        run=lambda: acknowledged.append("published"),
    )
    robot.comes_to_rest()
    dialog = robot.dialog
    press(dialog, Qt.Key.Key_F2)
    robot.clicks("button.safety.acknowledge", dialog)
    assert is_in_sight(robot.find(SafetyStrip, "safety_strip", dialog))
    click(robot.find(QLabel, "dialog.title", dialog))
    robot.clicks("confirm.deed", dialog)
    assert acknowledged == ["F2", "F2", "published"]


def test_that_a_dialog_cannot_be_executed(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    dialog = Dialog(robot.window.shell, robot.window, name="odd")
    with pytest.raises(RuntimeError, match="never executed"):
        dialog.exec()
    dialog.close()


def test_that_the_strip_tells_team_word_place_age_and_counts(open_screen: Open) -> None:
    robot = open_screen(ALARM)
    assert robot.reads("strip.what") == "7 组  Duress"
    assert "虚构街道" in robot.reads("strip.who")
    assert robot.reads("strip.age") == "42 s ago"
    assert robot.find(SafetyStrip, "safety_strip").height() == 44


def test_that_the_strip_is_grey_and_low_when_all_is_well(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    assert robot.reads("strip.calm").startswith("12 teams out, all on time.")
    assert robot.find(SafetyStrip, "safety_strip").height() == 32
    assert not robot.sees("button.safety.acknowledge")


def test_that_a_locked_desk_hides_who_and_where(open_screen: Open) -> None:
    robot = open_screen(ALARM)
    robot.window.shell.set_locked(locked=True)
    robot.window.shell.show_strip(four_alarms())
    assert robot.reads("strip.what") == "7 组  Duress"
    assert not robot.reads("strip.who")


@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_that_the_strip_keeps_its_colours_in_every_state(open_screen: Open, screen: Screen) -> None:
    robot = open_screen(screen)
    robot.window.shell.show_strip(four_alarms())
    robot.comes_to_rest()
    strip = robot.find(SafetyStrip, "safety_strip")
    tint = robot.window.grab().toImage().pixelColor(strip.mapTo(robot.window, strip.rect().center()).x(), 48 + 3)
    assert tint.name().upper() == "#F6EAF8"


def test_that_a_station_without_a_page_is_absent(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    assert robot.sees("rail.today")
    assert robot.sees("rail.settings")
    assert not robot.sees("rail.plan")


def test_that_alt_9_opens_settings_and_alt_left_comes_back(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    robot.presses(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert robot.window.top is robot.window.page("settings")
    robot.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert robot.window.top is robot.window.page(Station.TODAY)


def test_that_ctrl_enter_finishes_the_page_on_top_only(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    page = robot.find(SamplePage, "page.today")
    robot.presses(Qt.Key.Key_Return, CONTROL)
    robot.window.shell.go("settings")
    robot.presses(Qt.Key.Key_Return, CONTROL)
    assert page.finished == 1


def test_that_the_palette_finds_by_initials_and_goes_there(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    robot.window.palette_box.add_source(CaseSource())
    robot.presses(Qt.Key.Key_K, CONTROL)
    assert robot.sees("palette")
    robot.types("zsl")
    rows = robot.find(QListView, "palette.list")
    robot.bot.waitUntil(lambda: rows.currentIndex().data() == "张示例")
    robot.comes_to_rest()
    with robot.bot.waitSignal(robot.window.shell.go_asked) as gone:
        robot.presses(Qt.Key.Key_Return)
    assert gone.args[0].selection == Selection(kind="case", id="c0")
    assert not robot.sees("palette")


def test_that_the_palette_lists_what_is_not_allowed_with_its_reason(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    robot.presses(Qt.Key.Key_K, CONTROL)
    robot.types("optimise")
    rows = robot.find(QListView, "palette.list")
    robot.bot.waitUntil(lambda: rows.currentIndex().data() == "Optimise")
    spoken = str(rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Not on this page." in spoken
    robot.presses(Qt.Key.Key_Return)
    assert robot.sees("palette")
    robot.presses(Qt.Key.Key_Escape)
    assert not robot.sees("palette")


def test_that_the_palette_does_not_cover_the_strip(open_screen: Open, acknowledged: list[str]) -> None:
    robot = open_screen(ALARM)
    _counting(robot.window, acknowledged)
    robot.presses(Qt.Key.Key_K, CONTROL)
    robot.clicks("button.safety.acknowledge")
    robot.presses(Qt.Key.Key_F2)
    assert acknowledged == ["F2", "F2"]
    assert is_in_sight(robot.find(SafetyStrip, "safety_strip"))


def test_that_the_side_panel_is_a_drawer_in_a_narrow_window(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    assert robot.sees("sample.side")
    robot.window.resize(1100, 640)
    robot.comes_to_rest()
    assert not robot.sees("sample.side")
    robot.presses(Qt.Key.Key_J, CONTROL)
    assert robot.sees("sample.side")
    assert is_in_sight(robot.find(SafetyStrip, "safety_strip"))
    robot.window.resize(1440, 900)
    robot.comes_to_rest()
    assert robot.sees("sample.side")


def test_that_ctrl_tab_visits_every_region(open_screen: Open) -> None:
    robot = open_screen(ALARM)
    seen = set()
    for _ in range(4):
        robot.presses(Qt.Key.Key_Tab, CONTROL)
        focused = robot.window.focusWidget()
        for name, part in (("rail", robot.window.rail), ("strip", robot.window.strip), ("page", robot.window.top)):
            if part is focused or (part is not None and part.isAncestorOf(focused)):
                seen.add(name)
    assert seen == {"rail", "strip", "page"}


def test_that_a_switch_of_language_leaves_no_word_of_the_other(open_screen: Open, language: Language) -> None:
    robot = open_screen(Screen(name="settings", page="settings", specs=specs))
    english = {label.text() for label in robot.window.findChildren(QLabel) if label.text()}
    language.set(Lang.ZH)
    robot.comes_to_rest()
    left = {label.text() for label in robot.window.findChildren(QLabel)} & english
    assert {words for words in left if any(c.isalpha() and c.isascii() for c in words)} <= {"VisitDesk", "MB"}
    language.set(Lang.EN)
    robot.comes_to_rest()
    again = {label.text() for label in robot.window.findChildren(QLabel) if label.isVisible()}
    assert not {words for words in again if "设" in words}


def test_that_a_switch_of_theme_reaches_what_is_already_shown(open_screen: Open, theme: Theme) -> None:
    robot = open_screen(SAMPLE)
    theme.set_mode(Mode.DARK)
    robot.comes_to_rest()
    image = robot.window.grab().toImage()
    assert image.pixelColor(5, 5).name().upper() == theme.tokens.bar
    assert image.pixelColor(90, 500).name().upper() == theme.tokens.window


@pytest.mark.parametrize(
    ("fault", "retry"), [(Stale("store.stale"), True), (NotAllowed("security.not_allowed"), False)]
)
def test_that_a_foreseen_fault_is_one_sentence_with_a_retry_where_it_helps(
    open_screen: Open, fault: Exception, *, retry: bool
) -> None:
    robot = open_screen(SAMPLE)
    asked: list[str] = []
    page = robot.find(SamplePage, "page.today")
    page.show_fault(fault, retry=lambda: asked.append("again"))
    robot.comes_to_rest()
    assert robot.sees("fault_bar")
    assert robot.sees("fault_bar.action") is retry
    if retry:
        robot.clicks("fault_bar.action")
        assert asked == ["again"]


def test_that_a_toast_takes_the_deed_back(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    undone: list[str] = []
    robot.window.shell.toast("Added.", lambda: undone.append("back"))
    robot.clicks("toast.undo")
    assert undone == ["back"]


def test_that_the_clock_follows_the_branch_zone(open_screen: Open) -> None:
    robot = open_screen(SAMPLE)
    assert robot.reads("topbar.clock") == "14:02"
    assert NOW.hour == 6


def test_that_closing_asks_while_a_team_is_out(qtbot: QtBot, language: Language) -> None:
    shell = Shell(clock=FixedClock(NOW))
    window = MainWindow(shell, language)
    qtbot.addWidget(window)
    window.show()
    shell.show_strip(four_alarms())
    assert not window.close()
    dialog = WindowRobot(qtbot, window).dialog
    assert "18 teams still out" in dialog.windowTitle()
    dialog.reject()
    assert window.isVisible()
    assert not window.close()
    with qtbot.waitSignal(window.closing):
        WindowRobot(qtbot, window).clicks("confirm.deed", WindowRobot(qtbot, window).dialog)


def test_that_the_rail_gives_up_its_words_before_it_squeezes_them(open_screen: Open, theme: Theme) -> None:
    robot = open_screen(SAMPLE)
    robot.window.install([PageSpec(key=station.value, station=station, make=SamplePage) for station in Station])
    robot.window.resize(1280, 700)
    robot.comes_to_rest()
    assert robot.window.rail.width() == 80
    robot.window.resize(1280, 570)
    robot.comes_to_rest()
    assert robot.window.rail.width() == 48
