"""Small parts of the plan's page: the day chooser, the figures above the lanes, icon buttons of actions."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import IconButton, Tag, Text


class DayChooser(Panel):
    """The day, one back, one on.

    Signals:
        chosen: payload date.
    """

    chosen = Signal(object)

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setObjectName("plan.day")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(2))
        self.back = IconButton(Icon.CHEVRON_LEFT, "", name="plan.day.before")
        self.on = IconButton(Icon.CHEVRON_RIGHT, "", name="plan.day.after")
        self.field = QDateEdit(QDate(day.year, day.month, day.day))
        self.field.setObjectName("plan.day.field")
        self.field.setCalendarPopup(True)
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(self.back.name_it, lambda: self.tr("The day before"))
        self.say(self.on.name_it, lambda: self.tr("The day after"))
        self.say(self.field.setAccessibleName, lambda: self.tr("Day of the plan"))
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.field.dateChanged.connect(self._moved)
        for part in (self.back, self.field, self.on):
            line.addWidget(part)
        self.restyle()

    @property
    def day(self) -> date:
        """The day chosen."""
        shown = self.field.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Choose without a signal."""
        self.field.blockSignals(True)
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.blockSignals(False)

    def step(self, days: int) -> None:
        """One day back or on."""
        after = self.day + timedelta(days=days)
        self.field.setDate(QDate(after.year, after.month, after.day))

    def _moved(self, _day: QDate) -> None:
        self.chosen.emit(self.day)

    @override
    def restyle(self) -> None:
        pattern = self.tr("ddd d MMM")
        self.field.setDisplayFormat(pattern)
        self.field.setFixedWidth(theme().px(150))

    @override
    def retranslate(self) -> None:
        self.restyle()


class ActionIcon(IconButton):
    """A QAction as a picture: its words and its reason as name and tooltip."""

    def __init__(self, action: QAction) -> None:
        picture = action.property("picture")
        super().__init__(Icon(picture), action.text(), name=f"icon.{action.objectName()}")
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleDescription(str(self._action.property("keyText") or ""))
        self.setEnabled(self._action.isEnabled())


class Figures(Panel):
    """The summary row: figures with their words, the plan's state, tools at the right."""

    def __init__(self) -> None:
        super().__init__()
        t = theme()
        self.setObjectName("plan.figures")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(t.px(14), t.px(6), t.px(8), t.px(6))
        self._line.setSpacing(t.px(6))
        self._values: dict[str, Text] = {}
        self.state = Tag("", name="plan.state")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(t.px(2))

    def add(self, key: str, words: Callable[[], str]) -> None:
        """One more figure."""
        value, label = Text("–", Type.STRONG, name=f"figure.{key}"), Text("", Type.SMALL, tone="text2")
        self.say(label.setText, words)
        self._line.addWidget(label)
        self._line.addWidget(value)
        self._line.addSpacing(theme().px(10))
        self._values[key] = value

    def finish(self, *tools: QWidget) -> None:
        """State and tools at the right."""
        self._line.addWidget(self.state)
        self._line.addStretch(1)
        for tool in tools:
            self._tools.addWidget(tool)
        self._line.addLayout(self._tools)

    def show_value(self, key: str, words: str) -> None:
        """Another value."""
        self._values[key].setText(words)
