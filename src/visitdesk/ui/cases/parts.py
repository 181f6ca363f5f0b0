"""Small parts of the case page: a fact with its label, a heading, a row of the timeline."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, now and for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)  # gone from sight and search at once: it may hold unmasked text
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def heading(words: str, name: str = "") -> Text:
    """A heading within a card."""
    return Text(words, Type.TILE, name=name)


class Fact(QWidget):
    """A label at the left and a value at the right, with whatever stands behind it."""

    def __init__(self, label: str, value: str, *behind: QWidget, name: str = "", tone: str = "text") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(6))
        words = Text(label, Type.TABLE, tone="text2")
        words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.value = Text(value, Type.TABLE, tone=tone, wrap=True, name=name)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop if not behind else Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.value, 1)
        for widget in behind:
            line.addWidget(widget)


class _Knot(QWidget):
    """Icon in a circle, and the line to the next one."""

    def __init__(self, icon: Icon, *, is_last: bool) -> None:
        super().__init__()
        self._icon, self._is_last = icon, is_last
        self.setFixedWidth(theme().px(30))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(30), theme().px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        side = t.px(28)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(1, 1, side - 2, side - 2)
        painter.setPen(QPen(QColor(c.stroke), 1))
        if not self._is_last:
            painter.setPen(QPen(QColor(c.stroke), 2))
            painter.drawLine(round(side / 2), side + 2, round(side / 2), self.height() - 2)
        painter.setPen(QPen(QColor(c.stroke), 1))
        painter.setBrush(QColor(c.sunken))
        painter.drawEllipse(circle)
        paint_icon(painter, circle.adjusted(6, 6, -6, -6), self._icon, c.text2)
        painter.end()


class TimelineRow(Panel):
    """One event: icon, what, when, note."""

    def __init__(self, icon: Icon, title: str, when: str, note: str, *, is_last: bool, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(14))
        line.addWidget(_Knot(icon, is_last=is_last))
        words = QVBoxLayout()
        words.setContentsMargins(0, theme().px(3), 0, theme().px(8))
        words.setSpacing(theme().px(1))
        head = QHBoxLayout()
        what = Text(title, Type.BODY, wrap=True)
        head.addWidget(what, 1)
        head.addWidget(Text(when, Type.SMALL, tone="text2"), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        if note:
            words.addWidget(Text(note, Type.TABLE, tone="text2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
