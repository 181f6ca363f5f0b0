"""Inputs of the case dialogs: a choice of an enumeration, a moment in the zone of the branch, a day."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit

from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme

E = TypeVar("E", bound=StrEnum)


def fill_choice(box: QComboBox, choices: Iterable[E], word: Callable[[E], str]) -> QComboBox:
    """Fill a box with the words of an enumeration; `chosen` reads it back."""
    for one in choices:
        box.addItem(word(one), one.value)
    return box


def chosen(box: QComboBox, kind: type[E]) -> E:
    """What is chosen."""
    return kind(str(box.currentData()))


def say_choices(owner: Spoken, box: QComboBox, choices: Iterable[E], word: Callable[[E], str]) -> QComboBox:
    """A box whose words follow the language of `owner`."""
    kept = tuple(choices)
    fill_choice(box, kept, word)

    def rename(_words: str) -> None:
        for at, one in enumerate(kept):
            box.setItemText(at, word(one))

    owner.say(rename, lambda: "")
    return box


class MomentEdit(QDateTimeEdit):
    """A moment in the zone of the branch.

    The edit itself counts in UTC, so that the daylight saving of this computer cannot refuse a wall time.
    """

    def __init__(self, shell: Shell, at: datetime) -> None:
        super().__init__()
        self._zone = shell.zone
        self.setTimeZone(QTimeZone.utc())
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.setCalendarPopup(True)
        self.set_moment(at)

    def set_moment(self, at: datetime) -> None:
        """Show this instant."""
        wall = at.astimezone(self._zone)
        self.setDateTime(
            QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute), QTimeZone.utc())
        )

    def moment(self) -> datetime:
        """The instant, UTC."""
        day, time = self.dateTime().date(), self.dateTime().time()
        wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)
        return wall.astimezone(UTC)


class DayEdit(QDateEdit):
    """A day."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.setMinimumWidth(theme().px(148))

    def day(self) -> date:
        """The day."""
        found = self.date()
        return date(found.year(), found.month(), found.day())
