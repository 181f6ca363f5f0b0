"""The robot of the records' screens: writes a record as a person does, with clicks and keys only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QTimeEdit, QWidget

from tests.robots.hands import click, press
from tests.robots.window import WindowRobot
from visitdesk.ui.records.paper_page import PaperPage
from visitdesk.ui.records.queue_page import QueuePage
from visitdesk.ui.records.record_page import RecordPage
from visitdesk.ui.records.saving import Kept
from visitdesk.ui.shell.table import Table

CTRL = Qt.KeyboardModifier.ControlModifier


class RecordsRobot:
    """Over a window with the station open; counts the choices it makes."""

    def __init__(self, window: WindowRobot) -> None:
        self.window = window
        self.choices = 0
        window.window.activateWindow()
        window.bot.waitUntil(window.window.isActiveWindow)

    # --- where we are -------------------------------------------------------------------------------------------

    @property
    def queue(self) -> QueuePage:
        """The queue on top."""
        top = self.window.window.top
        assert isinstance(top, QueuePage)
        return top

    @property
    def page(self) -> RecordPage:
        """The record on top."""
        top = self.window.window.top
        assert isinstance(top, RecordPage)
        return top

    @property
    def paper(self) -> PaperPage:
        """The paper on top, its pages drawn."""
        top = self.window.window.top
        assert isinstance(top, PaperPage)
        self.window.bot.waitUntil(lambda: bool(top.pages_shown), timeout=20_000)
        return top

    # --- the queue ----------------------------------------------------------------------------------------------

    def sees_pile(self, pile: str) -> list[str]:
        """Visits of a pile, in the order shown."""
        self.queue.set_filter(pile)
        return [row.id for row in self.queue.table.rows.shown()]

    def opens(self, visit: str) -> "RecordsRobot":
        """Enter on a row."""
        table = self.window.find(Table, "records.table")
        assert table.select_id(visit)
        press(table, Qt.Key.Key_Return)
        self.window.comes_to_rest()
        return self

    # --- the form -----------------------------------------------------------------------------------------------

    def chooses(self, name: str) -> "RecordsRobot":
        """One choice: a click."""
        click(self._button(name))
        self.choices += 1
        return self

    def says(self, name: str, words: str) -> "RecordsRobot":
        """Words into a box, as a person's input method hands them over."""
        box = self.window.find(QPlainTextEdit, f"record.{name}", self.page)
        box.setFocus()
        box.insertPlainText(words)
        return self

    def shifts(self, name: str, hour: int, minute: int) -> "RecordsRobot":
        """Another time on the clock field."""
        edit = self.window.find(QTimeEdit, f"record.{name}", self.page)
        edit.setTime(edit.time().fromString(f"{hour:02}:{minute:02}", "HH:mm"))
        return self

    def clocks(self) -> tuple[str, str]:
        """Arrival and departure as the form shows them."""
        edits = (self.window.find(QTimeEdit, f"record.{name}", self.page) for name in ("arrived", "left"))
        first, last = (edit.text() for edit in edits)
        return first, last

    def finishes(self) -> "RecordsRobot":
        """Ctrl+Enter."""
        self.window.presses(Qt.Key.Key_Return, CTRL)
        self.rests()
        return self

    def rests(self) -> "RecordsRobot":
        """Everything asked for is saved and shown."""
        self.window.comes_to_rest()
        return self

    def is_kept(self) -> bool:
        """Whether the form says that it is saved."""
        return self.page.autosave.state is Kept.SAVED

    def links(self) -> list[str]:
        """What is missing, as the bar says it."""
        self.rests()
        return [
            button.toolTip()
            for button in self.page.bottom.findChildren(QAbstractButton)
            if button.objectName().startswith("record.gap.") and button.isVisible()
        ]

    def reads(self, field: str) -> str:
        """A line of the reading view."""
        label = self.page.read.findChild(QLabel, f"record.read.{field}")
        return label.text() if label is not None else ""

    def _button(self, name: str) -> QAbstractButton:
        inside: QWidget = self.page
        return self.window.find(QAbstractButton, f"record.{name}", inside)
