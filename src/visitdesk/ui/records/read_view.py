"""A record to be read: labelled lines, the statement and the account apart in boxes of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.model import Record
from visitdesk.ui.records.tell import Told, lines
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text, column


class ReadView(Panel):
    """The lines of one record."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("record.read")
        self._record: Record | None = None
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_record(self, record: Record) -> None:
        """Show it as it reads now."""
        self._record = record
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside = None
        record = self._record
        if record is None:
            return
        t = theme()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.px(16))
        grid.setVerticalSpacing(t.px(8))
        grid.setColumnMinimumWidth(0, t.px(110))
        grid.setColumnStretch(1, 1)
        for at, told in enumerate(lines(record.facts, record.content)):
            label = Text(told.label, Type.TABLE, tone="text2")
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(told), at, 1)
        self._inside = inside
        self._column.addWidget(inside)
        self._column.addStretch(1)


def _value(told: Told) -> QWidget:
    words = Text(told.value, Type.BODY, wrap=True, name=f"record.read.{told.field}")
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if not told.is_quote:
        return words
    box = QFrame()
    box.setProperty("surface", "sunken")
    inside = column(words)
    t = theme()
    inside.setContentsMargins(t.px(14), t.px(10), t.px(14), t.px(10))
    box.setLayout(inside)
    return box
