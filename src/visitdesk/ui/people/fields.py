"""Fields the people's dialogs are made of: days as text that may stay empty, times of day, choices."""

import re
from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QTimeEdit

from visitdesk.ui.shell.theme import theme

_DAY = re.compile(r"([0-9]{4})[-./年]?([0-9]{1,2})[-./月]?([0-9]{1,2})日?", re.ASCII)


class DayLine(QLineEdit):
    """A day that may be missing, written `2026-11-24`; 20261124 and 2026/11/24 are understood."""

    def __init__(self, day: date | None = None) -> None:
        super().__init__(day.isoformat() if day is not None else "")
        self.setPlaceholderText("2026-11-24")

    @property
    def is_valid(self) -> bool:
        """Empty, or a day that exists."""
        return not self.text().strip() or self.value() is not None

    def value(self) -> date | None:
        """The day; None where it is empty or none."""
        found = _DAY.fullmatch(self.text().strip())
        if found is None:
            return None
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None


class DayEdit(QDateEdit):
    """A day that is always there."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")

    def value(self) -> date:
        """The day."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())


class TimeEdit(QTimeEdit):
    """A time of day."""

    def __init__(self, at: time) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self.setDisplayFormat("HH:mm")

    def value(self) -> time:
        """The time."""
        shown = self.time()
        return time(shown.hour(), shown.minute())


class Choice(QComboBox):
    """One of a few, by key."""

    def __init__(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        super().__init__()
        for name, words in choices:
            self.addItem(words, name)
        self.setCurrentIndex(max(0, self.findData(key)))

    def value(self) -> str:
        """The key."""
        return str(self.currentData())


class Tick(QCheckBox):
    """A box with its words beside it."""

    def __init__(self, words: str, *, on: bool = False, name: str = "") -> None:
        super().__init__(words)
        self.setChecked(on)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMinimumHeight(theme().px(28))
