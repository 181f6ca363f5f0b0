"""The robot of the window: does what a person does, sees what a person sees; finds things by their names."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.robots.hands import click, press, write
from visitdesk.ui.shell.window import MainWindow

W = TypeVar("W", bound=QWidget)


class WindowRobot:
    """Keys, clicks and looks at one window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.bot = qtbot
        self.window = window

    def comes_to_rest(self) -> None:
        """Background answers have arrived and are laid out."""
        self.bot.waitUntil(lambda: not self.window.shell.jobs.is_busy)
        for _ in range(4):
            QApplication.processEvents()

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The widget of that name."""
        found = (inside or self.window).findChild(kind, name)
        assert found is not None, f"no {kind.__name__} named {name}"
        return found

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> "WindowRobot":
        """A key where the keyboard is."""
        target = QApplication.focusWidget() or QApplication.activeModalWidget() or self.window
        press(target, key, modifier)
        return self

    def types(self, words: str) -> "WindowRobot":
        """Words where the keyboard is."""
        target = QApplication.focusWidget()
        assert isinstance(target, QLineEdit), f"the keyboard is on {target}"
        write(target, words)
        return self

    def clicks(self, name: str, inside: QWidget | None = None) -> "WindowRobot":
        """A click in the middle of a button."""
        click(self.find(QAbstractButton, name, inside))
        return self

    def reads(self, name: str) -> str:
        """Words of a label in sight."""
        label = self.find(QLabel, name)
        return label.text() if label.isVisible() else ""

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is in sight."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    @property
    def dialog(self) -> QDialog:
        """The dialog on top."""
        top = QApplication.activeModalWidget()
        assert isinstance(top, QDialog)
        return top
