"""The robot of the safety board: presses the safety keys, reads strip, panel and tiles, lets time pass by the clock."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.robots.hands import press
from tests.robots.window import WindowRobot
from tests.ui.safety.scenes import Day
from visitdesk.clock import FixedClock
from visitdesk.ui.safety.board_page import BoardPage
from visitdesk.ui.safety.picture import Picture
from visitdesk.ui.safety.watcher import Watcher, watcher_of
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.strip_state import StripAlarm
from visitdesk.ui.shell.tokens import Level
from visitdesk.ui.shell.window import MainWindow


class SafetyRobot(WindowRobot):
    """A window whose watch looks at an invented day."""

    def __init__(self, qtbot: QtBot, window: MainWindow, day: Day) -> None:
        super().__init__(qtbot, window)
        self.day = day

    @property
    def watcher(self) -> Watcher:
        """The watch of the window."""
        found = watcher_of(self.window.shell)
        assert found is not None
        return found

    @property
    def picture(self) -> Picture:
        """The board as shown."""
        return self.watcher.picture

    @property
    def board(self) -> BoardPage:
        """The board page."""
        page = self.window.page("safety")
        assert isinstance(page, BoardPage)
        return page

    def seconds_pass(self, seconds: float) -> "SafetyRobot":
        """Both clocks go on, the shared tick comes once, and its answer is shown."""
        now = self.day.clock.now() + timedelta(seconds=seconds)
        self.day.clock.set(now)
        clock = self.window.shell.clock
        assert isinstance(clock, FixedClock)
        clock.set(now)
        self.window.shell.tick()
        return self.settles()

    def settles(self) -> "SafetyRobot":
        """The watch has answered and everything is laid out."""
        self.comes_to_rest()
        self.bot.waitUntil(lambda: not self.watcher.is_asking)
        self.comes_to_rest()
        return self

    def does(self, key: Key | str) -> "SafetyRobot":
        """An action by its name, as palette and button do it."""
        self.window.shell.actions[key].trigger()
        return self.settles()

    def acknowledges(self) -> "SafetyRobot":
        """F2."""
        return self.does(Key.ACKNOWLEDGE)

    def hears(self) -> Level:
        """The level that sounds."""
        return self.watcher.voice.audible

    def strip(self) -> StripAlarm | None:
        """The alarm of the strip."""
        return self.window.shell.strip.alarm

    def dialog_named(self, name: str) -> QDialog:
        """The open dialog of that name."""
        top = QApplication.activeModalWidget()
        assert isinstance(top, QDialog)
        assert top.objectName() == name, top.objectName()
        return top

    def fills(self, inside: QWidget, name: str, words: str) -> None:
        """Words into a field."""
        box = inside.findChild(QPlainTextEdit, name)
        if box is not None:
            box.setPlainText(words)
        else:
            self.find(QLineEdit, name, inside).setText(words)

    def chooses(self, inside: QWidget, name: str, key: str) -> None:
        """A value of a combo box, by its key."""
        box = self.find(QComboBox, name, inside)
        at = box.findData(key)
        assert at >= 0, key
        box.setCurrentIndex(at)

    def types_line(self, line: str) -> "SafetyRobot":
        """Ctrl+G, a line, Enter."""
        self.does(Key.QUICK_LINE)
        self.board.quick.setText(line)
        press(self.board.quick, Qt.Key.Key_Return)
        return self.settles()
