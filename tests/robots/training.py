"""The robot of the training station: reads, answers, hands in, certifies; sees what a person sees."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit, QWidget

from tests.robots.hands import press
from tests.robots.window import WindowRobot
from visitdesk.changed import Changed
from visitdesk.security.model import Actor
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.page import Page
from visitdesk.ui.training.answers import AnswerRow
from visitdesk.ui.training.lesson_text import LessonText
from visitdesk.ui.training.row_button import RowButton

P = TypeVar("P", bound=Page)


class TrainingRobot:
    """One desk at which somebody learns."""

    def __init__(self, robot: WindowRobot) -> None:
        self.robot = robot
        self.window = robot.window

    def rests(self) -> "TrainingRobot":
        """Answers have arrived."""
        self.robot.comes_to_rest()
        return self

    @property
    def page(self) -> Page:
        """The page on top."""
        top = self.window.top
        assert isinstance(top, Page)
        return top

    def action(self, key: Key) -> QAction:
        """An action of the house."""
        return self.window.shell.actions[key]

    def does(self, key: Key) -> "TrainingRobot":
        """The deed of that key."""
        assert self.action(key).isEnabled(), self.action(key).toolTip()
        self.action(key).trigger()
        return self.rests()

    def picks(self, name: str) -> "TrainingRobot":
        """The learner of that name."""
        box = self.robot.find(QComboBox, "training.learner")
        place = next(at for at in range(box.count()) if box.itemText(at).startswith(name))
        box.setCurrentIndex(place)
        box.activated.emit(place)
        return self.rests()

    def reads_to_the_end(self) -> "TrainingRobot":
        """The lesson scrolled down."""
        bar = self.robot.find(LessonText, "training.text").verticalScrollBar()
        bar.setValue(bar.maximum())
        return self.rests()

    def _hand(self) -> QWidget:
        """Where the keyboard is."""
        here = QApplication.focusWidget()
        return here if here is not None and self.page.isAncestorOf(here) else self.page

    def digit(self, digit: int) -> "TrainingRobot":
        """An answer by its key, where the keyboard is."""
        press(self._hand(), Qt.Key(Qt.Key.Key_0 + digit))
        return self.rests()

    def enter(self) -> "TrainingRobot":
        """Enter, where the keyboard is."""
        press(self._hand(), Qt.Key.Key_Return)
        return self.rests()

    def enter_on(self, widget: QWidget) -> "TrainingRobot":
        """Enter on this widget."""
        press(widget, Qt.Key.Key_Return)
        return self.rests()

    def answers(self, name: str) -> list[AnswerRow]:
        """The answers in sight."""
        rows = self.page.findChildren(AnswerRow)
        return [row for row in rows if row.objectName().startswith(name) and row.isVisible()]

    def row(self, name: str) -> tuple[str, str]:
        """Title and note of a row."""
        return self.robot.find(RowButton, name, self.page).words

    def clicks(self, name: str) -> "TrainingRobot":
        """A button of this page."""
        button = self.page.findChild(QAbstractButton, name)
        assert button is not None
        assert button.isEnabled(), button.toolTip()
        button.click()
        return self.rests()

    def writes(self, name: str, words: str) -> "TrainingRobot":
        """Words into a box of the dialog."""
        self.robot.find(QPlainTextEdit, name, self.robot.dialog).setPlainText(words)
        return self

    def confirms(self, name: str) -> "TrainingRobot":
        """A button of the dialog."""
        self.robot.clicks(name, self.robot.dialog)
        return self.rests()

    def hears_what_follows(self) -> list[Changed]:
        """Everything that is handed to the rooms above from now on."""
        heard: list[Changed] = []

        def follow(_actor: Actor, changed: Changed) -> Changed:
            heard.append(changed)
            return changed

        self.window.shell.follow = follow
        return heard

    def sees(self, name: str) -> bool:
        """Whether it is in sight on this page."""
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()
