"""Labelled fields: the label above, the unit beside, the fault in words below; the label names the field for readers."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text, row, set_look


class Field(Panel):
    """One labelled input."""

    def __init__(
        self,
        label: Callable[[], str],
        widget: QWidget,
        *,
        unit: Callable[[], str] | None = None,
        required: bool = False,
        hint: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        t = theme()
        self.widget = widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(4))
        self.label = Text("", Type.TABLE, tone="text2")
        self.label.setBuddy(widget)
        self.say(self.label.setText, label)
        self.say(widget.setAccessibleName, lambda: label().replace("&", ""))
        head = QHBoxLayout()
        head.setSpacing(t.px(6))
        head.addWidget(self.label)
        if required:
            must = Text("", Type.SMALL, tone="text3")
            self.say(must.setText, lambda: self.tr("required"))
            head.addWidget(must)
        head.addStretch(1)
        line = row(widget)
        line.setStretch(0, 1)
        if unit is not None:
            words = Text("", Type.BODY, tone="text2")
            self.say(words.setText, unit)
            line.addWidget(words)
        self._picture = Picture(Icon.ERROR_CIRCLE, role="error", side=16)
        self.fault_text = Text("", Type.SMALL, tone="error", wrap=True)
        self.fault_text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        below = QHBoxLayout()
        below.setSpacing(t.px(5))
        below.addWidget(self._picture)
        below.addWidget(self.fault_text, 1)
        self._hint = Text("", Type.SMALL, tone="text2", wrap=True)
        self._has_hint = hint is not None
        if hint is not None:
            self.say(self._hint.setText, hint)
        column.addLayout(head)
        column.addLayout(line)
        column.addLayout(below)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.set_fault("")

    def set_fault(self, words: str) -> None:
        """Say what is wrong and what to do; "" for nothing."""
        self.fault_text.setText(words)
        self._picture.setVisible(bool(words))
        self.fault_text.setVisible(bool(words))
        self._hint.setVisible(self._has_hint and not words)
        set_look(self.widget, faulty="true" if words else "false")
        self.widget.setAccessibleDescription(words)

    @property
    def fault(self) -> str:
        """What is wrong now."""
        return self.fault_text.text()


class Form(Panel):
    """Fields in a grid."""

    def __init__(self, *, columns: int = 1, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(12))
        self._columns = columns
        self._next = 0
        for i in range(columns):
            self._grid.setColumnStretch(i, 1)

    def add(
        self,
        name: str,
        label: Callable[[], str],
        widget: QWidget,
        *,
        unit: Callable[[], str] | None = None,
        required: bool = False,
        hint: Callable[[], str] | None = None,
        span: int = 1,
    ) -> Field:
        """Append a field; its widget gets `name` as objectName if it has none."""
        if not widget.objectName():
            widget.setObjectName(name)
        if isinstance(widget, QComboBox):
            widget.setEditable(False)
        elif isinstance(widget, QAbstractSpinBox) and not (
            isinstance(widget, QDateTimeEdit) and widget.calendarPopup()
        ):
            widget.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)  # the style sheet's padding is ignored (measured)
        field = Field(label, widget, unit=unit, required=required, hint=hint)
        self._fields[name] = field
        line, column = divmod(self._next, self._columns)
        self._grid.addWidget(field, line, column, 1, span)
        self._next += span
        return field

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show faults by field name, clear the others, put the keyboard on the first; True if there are none."""
        first: QWidget | None = None
        for name, field in self._fields.items():
            field.set_fault(faults.get(name, ""))
            if faults.get(name) and first is None:
                first = field.widget
        if first is not None:
            first.setFocus()
        return first is None
