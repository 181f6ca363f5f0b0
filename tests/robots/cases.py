"""The robot of the case screens: what a person at the desk does there, by the names of the controls."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.robots.window import WindowRobot
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.table import Table

P = TypeVar("P", bound=Page)


class CasesRobot:
    """Above the window's robot."""

    def __init__(self, robot: WindowRobot) -> None:
        self.robot = robot
        self.window = robot.window

    def page(self, kind: type[P]) -> P:
        """The page on top."""
        top = self.window.top
        assert isinstance(top, kind)
        return top

    def rests(self) -> "CasesRobot":
        """Answers have arrived, files are read."""
        self.robot.bot.waitUntil(lambda: not getattr(self.window.top, "is_reading", False), timeout=20_000)
        self.robot.comes_to_rest()
        return self

    def triggers(self, key: str) -> "CasesRobot":
        """A deed by its key, as its shortcut does."""
        self.window.shell.actions[key].trigger()
        return self.rests()

    def clicks(self, name: str, inside: QWidget | None = None) -> "CasesRobot":
        """A button by its name."""
        button = self.robot.find(QAbstractButton, name, inside)
        assert button.isEnabled(), f"{name} cannot be pressed: {button.toolTip()}"
        button.click()
        return self.rests()

    def dialog(self, name: str) -> QDialog:
        """The open dialog of that name."""
        return self.robot.find(QDialog, name)

    def has_dialog(self, name: str) -> bool:
        """Whether it is open."""
        found = self.window.findChild(QDialog, name)
        return found is not None and found.isVisible()

    def fills(self, name: str, words: str) -> "CasesRobot":
        """Words into a field."""
        box = self.window.findChild(QPlainTextEdit, name)
        if box is not None:
            box.setPlainText(words)
        else:
            self.robot.find(QLineEdit, name).setText(words)
        return self

    def reads(self, name: str, inside: QWidget | None = None) -> str:
        """Words of a label."""
        return self.robot.find(QLabel, name, inside).text()

    def table(self, name: str) -> "Table[object]":
        """A table by its name."""
        return self.robot.find(Table, name)

    def waits(self, until: Callable[[], bool]) -> "CasesRobot":
        """Until something has come true."""
        self.robot.bot.waitUntil(until)
        return self.rests()
