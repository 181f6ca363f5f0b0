"""Bars and lines painted by hand: 13-18 ms to first paint, no further wheel; looked best of all tried (reference ui §5)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One place on the axis.

    Attributes:
        value: filled height.
        planned: outlined height behind it; None for none.
        strong: label in bold (today).
        words: above the bar; "" writes the value.
    """

    label: str
    value: float
    planned: float | None = None
    strong: bool = False
    words: str = ""


class Chart(QWidget):
    """Base of both: axis, hairlines, labels; its accessible description reads every value."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, points: Sequence[Point], title: str) -> None:
        """Other values; `title` names the chart for screen readers."""
        self.points = tuple(points)
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{p.label} {p.words or _figure(p.value)}" for p in points))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(180))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(110))

    def _frame(self, painter: QPainter) -> tuple[QRectF, float]:
        """Hairlines and labels; answers the field of the plot and the value of its upper edge."""
        t, c = theme(), theme().tokens
        field = QRectF(t.px(4), t.px(22), self.width() - t.px(8), self.height() - t.px(48))
        top = nice_top(max((max(p.value, p.planned or 0) for p in self.points), default=1))
        painter.setPen(QPen(QColor(c.stroke), 1))
        for step in range(3):
            y = round(field.bottom() - field.height() * step / 2) + 0.5
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        metrics = QFontMetricsF(t.font(Type.SMALL))
        wide = max((metrics.horizontalAdvance(p.label) for p in self.points), default=0) + t.px(8)
        every = max(1, math.ceil(wide / max(1.0, field.width() / max(1, len(self.points)))))
        for i, point in enumerate(self.points):
            if i % every and not point.strong:
                continue
            painter.setFont(t.font(Type.SMALL, bold=point.strong))
            painter.setPen(QColor(c.text if point.strong else c.text2))
            place = QRectF(self._x(field, i) - 100, field.bottom() + t.px(4), 200, t.px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, point.label)
        return field, top

    def _x(self, field: QRectF, i: int) -> float:
        return field.left() + field.width() * (i + 0.5) / max(1, len(self.points))

    def _value(self, painter: QPainter, x: float, y: float, point: Point) -> None:
        t = theme()
        painter.setFont(t.font(Type.SMALL, bold=point.strong))
        painter.setPen(QColor(t.tokens.text))
        words = point.words or _figure(point.value)
        painter.drawText(QRectF(x - 60, y - t.px(19), 120, t.px(18)), Qt.AlignmentFlag.AlignCenter, words)


class Bars(Chart):
    """Filled bars, outlined where more was planned."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field, top = self._frame(painter)
        step = field.width() / max(1, len(self.points))
        width = min(t.px(38), step * 0.62)
        for i, point in enumerate(self.points):
            x = self._x(field, i)
            high = max(point.value, point.planned or 0)
            if point.planned is not None:
                painter.setPen(QPen(QColor(c.accent), 1))
                painter.setBrush(QColor(c.card))
                painter.drawRoundedRect(self._bar(field, x, width, point.planned / top), 2, 2)
            painter.setPen(QPen(QColor(c.accent), 1))
            painter.setBrush(QColor(c.accent))
            if point.value > 0:
                painter.drawRoundedRect(self._bar(field, x, width, point.value / top), 2, 2)
            if step >= t.px(28):
                self._value(painter, x, field.bottom() - field.height() * high / top, point)
        painter.end()

    @staticmethod
    def _bar(field: QRectF, x: float, width: float, part: float) -> QRectF:
        height = field.height() * part
        return QRectF(round(x - width / 2) + 0.5, round(field.bottom() - height) + 0.5, round(width), round(height))


class Lines(Chart):
    """One line with a dot at every value."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field, top = self._frame(painter)
        dots = [
            QPointF(self._x(field, i), field.bottom() - field.height() * point.value / top)
            for i, point in enumerate(self.points)
        ]
        painter.setPen(QPen(QColor(c.accent), 2))
        painter.drawPolyline(QPolygonF(dots))
        painter.setBrush(QColor(c.card))
        for dot in dots:
            painter.drawEllipse(dot, t.px(3), t.px(3))
        for dot, point in zip(dots, self.points, strict=True):
            if point.strong or len(dots) <= 12:
                self._value(painter, dot.x(), dot.y() - t.px(3), point)
        painter.end()


def nice_top(highest: float) -> float:
    """The next of 1, 2, 5 × 10ⁿ, at least 1, not below `highest`."""
    if highest <= 1:
        return 1.0
    size = 10 ** math.floor(math.log10(highest))
    return next(float(step * size) for step in (1, 2, 4, 5, 6, 8, 10) if step * size >= highest)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"
