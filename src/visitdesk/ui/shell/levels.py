"""A level is always told four ways at once: shape, colour, word and number (reference ui §2)."""

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level, Tokens


def level_word(level: Level) -> str:
    """The word of a level in the language shown."""
    words = {
        Level.NORMAL: QCoreApplication.translate("Level", "Normal"),
        Level.REMINDER: QCoreApplication.translate("Level", "Due soon"),
        Level.STALE: QCoreApplication.translate("Level", "Signal stale"),
        Level.OVERDUE: QCoreApplication.translate("Level", "Overdue"),
        Level.ESCALATED: QCoreApplication.translate("Level", "Escalated"),
        Level.DURESS: QCoreApplication.translate("Level", "Duress"),
    }
    return words[level]


def paint_level(
    painter: QPainter, rect: QRectF, level: Level, *, acknowledged: bool = False, tokens: Tokens | None = None
) -> None:
    """Paint the shape of `level` into the square `rect`; acknowledged ones are hollow with a tick.

    `tokens` gives other colours than the screen's, for pictures that leave it.
    """
    ink = (tokens or theme().tokens).levels[level]
    side = min(rect.width(), rect.height())
    square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    inset = square.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06)
    pen = QPen(QColor(ink.text), max(1.3, side * 0.075))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if level is Level.STALE:
        pen.setDashPattern([2.2, 1.8])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(ink.fill) if ink.fill and not acknowledged else QBrush(Qt.BrushStyle.NoBrush))
    _outline(painter, inset, level)
    pen = QPen(QColor(ink.text if acknowledged or not ink.fill else ink.ink), max(1.4, side * 0.085))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if acknowledged and level is not Level.NORMAL:
        _tick(painter, inset, level)
    else:
        _sign(painter, inset, level)
    painter.restore()


def _outline(painter: QPainter, r: QRectF, level: Level) -> None:
    match level:
        case Level.OVERDUE:
            top = QPointF(r.center().x(), r.top() + r.height() * 0.02)
            base = r.bottom() - r.height() * 0.06
            painter.drawPolygon(QPolygonF([top, QPointF(r.right(), base), QPointF(r.left(), base)]))
        case Level.ESCALATED:
            middle = r.center()
            corners = [QPointF(middle.x(), r.top()), QPointF(r.right(), middle.y())]
            corners += [QPointF(middle.x(), r.bottom()), QPointF(r.left(), middle.y())]
            painter.drawPolygon(QPolygonF(corners))
        case Level.DURESS:
            painter.drawPolygon(QPolygonF([_on_circle(r, 22.5 + 45 * i) for i in range(8)]))
        case _:
            painter.drawEllipse(r.adjusted(r.width() * 0.06, r.height() * 0.06, -r.width() * 0.06, -r.height() * 0.06))


def _on_circle(r: QRectF, degrees: float) -> QPointF:
    turn = math.radians(degrees)
    return QPointF(r.center().x() + math.cos(turn) * r.width() / 2, r.center().y() + math.sin(turn) * r.height() / 2)


def _sign(painter: QPainter, r: QRectF, level: Level) -> None:
    """What stands inside the shape: clock hands, a slash, one or two exclamation marks."""
    x, y, w = r.center().x(), r.center().y(), r.width()
    match level:
        case Level.REMINDER:
            painter.drawPolyline(QPolygonF([QPointF(x, y - w * 0.24), QPointF(x, y), QPointF(x + w * 0.17, y)]))
        case Level.STALE:
            painter.drawLine(QPointF(x - w * 0.2, y + w * 0.2), QPointF(x + w * 0.2, y - w * 0.2))
        case Level.OVERDUE:
            _mark(painter, x, y + w * 0.1, w * 0.9)
        case Level.ESCALATED:
            _mark(painter, x, y, w)
        case Level.DURESS:
            _mark(painter, x - w * 0.13, y, w)
            _mark(painter, x + w * 0.13, y, w)
        case Level.NORMAL:
            pass


def _mark(painter: QPainter, x: float, y: float, w: float) -> None:
    painter.drawLine(QPointF(x, y - w * 0.2), QPointF(x, y + w * 0.06))
    painter.drawPoint(QPointF(x, y + w * 0.22))


def _tick(painter: QPainter, r: QRectF, level: Level) -> None:
    x, w = r.center().x(), r.width()
    y = r.center().y() + (w * 0.12 if level is Level.OVERDUE else 0)
    painter.drawPolyline(
        QPolygonF([QPointF(x - w * 0.16, y), QPointF(x - w * 0.04, y + w * 0.13), QPointF(x + w * 0.19, y - w * 0.14)])
    )


class LevelMark(QWidget):
    """The shape as a small widget beside its word; not focusable, it says nothing the word does not."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 20) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._side = side
        self._level = Level.NORMAL
        self._acknowledged = False

    def show_level(self, level: Level, *, acknowledged: bool = False) -> None:
        """Show another level."""
        self._level, self._acknowledged = level, acknowledged
        self.update()

    def set_side(self, side: int) -> None:
        """Another size, px at 100 %."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_level(painter, QRectF(self.rect()), self._level, acknowledged=self._acknowledged)
        painter.end()


class _LevelEngine(QIconEngine):
    def __init__(self, level: Level, *, acknowledged: bool) -> None:
        super().__init__()
        self._level = level
        self._acknowledged = acknowledged

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_level(painter, QRectF(rect), self._level, acknowledged=self._acknowledged)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_level(painter, QRectF(picture.rect()), self._level, acknowledged=self._acknowledged)
        painter.end()
        return picture

    @override
    def clone(self) -> QIconEngine:
        return _LevelEngine(self._level, acknowledged=self._acknowledged)


def level_icon(level: Level, *, acknowledged: bool = False) -> QIcon:
    """The shape as an icon, for chips and lists."""
    return QIcon(_LevelEngine(level, acknowledged=acknowledged))
