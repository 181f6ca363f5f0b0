"""The robot of the people: chooses, opens dialogs, fills fields, reads the side panel."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from tests.robots.hands import press
from tests.robots.window import WindowRobot
from visitdesk.ui.people.dialogs import DeedDialog
from visitdesk.ui.people.panel import PeoplePage
from visitdesk.ui.people.view import Person

W = TypeVar("W", bound=QWidget)


class PeopleRobot:
    """What a supervisor does on the page."""

    def __init__(self, robot: WindowRobot) -> None:
        self.robot = robot
        page = robot.window.top
        assert isinstance(page, PeoplePage)
        self.page = page
        robot.comes_to_rest()

    def person(self, identity: str) -> Person:
        """A row's value."""
        assert self.page.view is not None
        found = self.page.view.person(identity)
        assert found is not None
        return found

    def chooses(self, identity: str) -> "PeopleRobot":
        """Select a person."""
        self.page.choose(identity)
        self.robot.comes_to_rest()
        return self

    def reads(self) -> list[str]:
        """Words of the side panel."""
        return [label.text() for label in self.page.side.findChildren(QLabel) if label.isVisible()]

    def asks(self, deed: str) -> DeedDialog:
        """A button of the side panel."""
        self.robot.find(QPushButton, f"person.{deed}").click()
        return self.dialog()

    def dialog(self) -> DeedDialog:
        """The dialog on top."""
        top = self.robot.dialog
        assert isinstance(top, DeedDialog)
        return top

    def fills(self, dialog: DeedDialog, **fields: str) -> None:
        """Write into fields by name."""
        for name, words in fields.items():
            widget = dialog.form[name].widget
            assert isinstance(widget, QLineEdit)
            widget.setText(words)

    def confirms(self, dialog: DeedDialog) -> None:
        """The dialog's deed."""
        button = dialog.findChild(QPushButton, "dialog.deed")
        assert button is not None
        button.click()
        self.robot.comes_to_rest()
        self.robot.comes_to_rest()

    def on_week(self, key: Qt.Key) -> "PeopleRobot":
        """A key on the week's grid."""
        press(self.page.week, key)
        self.robot.comes_to_rest()
        return self

    def cell(self, identity: str, column: int) -> str:
        """Words of a cell of the week; column 1 is Monday."""
        row = next(nth for nth, one in enumerate(self.page.week.week.people) if one.id == identity)
        return self.page.week.week.words(row, column)
