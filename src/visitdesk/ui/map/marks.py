"""The marks of stops, clusters and depots: a shape for each state, so that no state is told by colour alone.

| state | shape |
| --- | --- |
| planned | disc with its number |
| locked | square with rounded corners and a small lock |
| on site | disc with a ring around it |
| done | hollow disc with a tick |
| unplanned | dashed circle with a plus |
| blocked | circle with a slash |
| several in one | discs on a pile |
| safety's levels | their shapes (`ui.shell.levels`), the number in a small plate |
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from visitdesk.geo.scene import StopState
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.shell.levels import paint_level
from visitdesk.ui.shell.tokens import Level

MARK_PX = 24.0
"""Across a mark at 100 %: the smallest target a pointer can be asked to hit (WCAG 2.2, 2.5.8)."""

QUIET_PX = 9.0
"""Across the dot of a stop whose team is not looked at."""

LEVELS = {
    StopState.REMINDER: Level.REMINDER,
    StopState.STALE: Level.STALE,
    StopState.OVERDUE: Level.OVERDUE,
    StopState.ESCALATED: Level.ESCALATED,
    StopState.DURESS: Level.DURESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one mark looks like.

    Attributes:
        state: its shape.
        text: number inside it; empty where none.
        colour: of its route; None for neutral.
        is_chosen: part of the selection; gets a ring.
        is_quiet: its team is not looked at; only a dot.
        count: above 0 for a cluster of so many stops.
    """

    state: StopState = StopState.PLANNED
    text: str = ""
    colour: int | None = None
    is_chosen: bool = False
    is_quiet: bool = False
    count: int = 0


class MarkSheet:
    """Paints each different mark once and hands out its picture; made anew with the look."""

    def __init__(self, look: MapLook, pixel_ratio: float) -> None:
        self._look = look
        self._ratio = pixel_ratio
        self._pictures: dict[Mark, QImage] = {}
        self.half = ceil(look.px(MARK_PX + 16.0)) // 2
        """Pixels from a picture's corner to the mark's middle, along and down."""

    def picture(self, mark: Mark) -> QImage:
        """The mark in the middle of a small picture."""
        picture = self._pictures.get(mark)
        if picture is None:
            picture = self._pictures[mark] = self._painted(mark)
        return picture

    def _painted(self, mark: Mark) -> QImage:
        side = ceil(2 * self.half * self._ratio)
        picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint_mark(painter, QPointF(self.half, self.half), mark, self._look)
        return picture


def paint_mark(painter: QPainter, middle: QPointF, mark: Mark, look: MapLook) -> None:
    """Paint one mark with its middle at a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = look.px(MARK_PX) / 2 - 1
    if mark.is_chosen:
        _ring(painter, middle, radius + look.px(4.0), look)
    if mark.count:
        _cluster(painter, middle, mark, look)
    elif mark.is_quiet:
        _dot(painter, middle, look)
    elif mark.state in LEVELS:
        _level(painter, middle, radius, mark, look)
    else:
        _stop(painter, middle, radius, mark, look)
    painter.restore()


def _ring(painter: QPainter, middle: QPointF, radius: float, look: MapLook) -> None:
    painter.setBrush(look.palette.halo)
    painter.setPen(QPen(QColor(look.tokens.text), look.px(2.0)))
    painter.drawEllipse(middle, radius, radius)


def _dot(painter: QPainter, middle: QPointF, look: MapLook) -> None:
    painter.setPen(QPen(look.palette.halo, look.px(1.5)))
    painter.setBrush(look.palette.quiet)
    painter.drawEllipse(middle, look.px(QUIET_PX) / 2, look.px(QUIET_PX) / 2)


def _cluster(painter: QPainter, middle: QPointF, mark: Mark, look: MapLook) -> None:
    """Discs on a pile with the sign of times, so that a count is never read as a stop's number."""
    radius = look.px(MARK_PX) / 2 + look.px(0.0 if mark.count < 100 else 3.0)
    painter.setPen(QPen(QColor(look.tokens.text2), look.px(1.3)))
    painter.setBrush(look.palette.halo)
    for step in (4.0, 2.0, 0.0):
        painter.drawEllipse(middle + QPointF(look.px(step), -look.px(step)), radius - 1, radius - 1)
    _write(painter, middle, f"×{mark.count}", QColor(look.tokens.text), look, size=11.5 if mark.count < 10 else 10.5)


def _level(painter: QPainter, middle: QPointF, radius: float, mark: Mark, look: MapLook) -> None:
    half = radius + look.px(2.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.palette.halo)
    painter.drawEllipse(middle, half, half)
    square = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    paint_level(painter, square, LEVELS[mark.state], tokens=look.tokens)
    if mark.text:
        _plate(painter, QPointF(middle.x() + half * 0.72, middle.y() + half * 0.72), mark.text, look)


def _plate(painter: QPainter, middle: QPointF, text: str, look: MapLook) -> None:
    half = look.px(6.5)
    painter.setPen(QPen(QColor(look.tokens.text2), look.px(1.0)))
    painter.setBrush(look.palette.halo)
    wide = half + (look.px(2.5) if len(text) > 1 else 0.0)
    painter.drawRoundedRect(QRectF(middle.x() - wide, middle.y() - half, 2 * wide, 2 * half), half, half)
    _write(painter, middle, text, QColor(look.tokens.text), look, size=9.5)


def _stop(painter: QPainter, middle: QPointF, radius: float, mark: Mark, look: MapLook) -> None:
    colour = QColor(look.tokens.text2) if mark.colour is None else look.palette.route(mark.colour)
    inside = look.palette.on_route if mark.colour is not None else look.palette.halo
    halo = QPen(look.palette.halo, look.px(1.5))
    size = 12.0 if len(mark.text) < 3 else 9.5
    match mark.state:
        case StopState.DONE:
            _hollow(painter, middle, radius, colour, look)
            _write(painter, middle, mark.text, QColor(look.tokens.text), look, size=size)
            _badge(painter, middle, radius, colour, look, is_lock=False)
        case StopState.UNPLANNED:
            _hollow(painter, middle, radius, QColor(look.tokens.accent), look, dashed=True)
            _write(
                painter, middle, mark.text or "+", QColor(look.tokens.accent_text), look, size=12 if mark.text else 15
            )
        case StopState.BLOCKED:
            _hollow(painter, middle, radius, colour, look)
            reach = radius * 0.68
            painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
        case StopState.LOCKED:
            painter.setPen(halo)
            painter.setBrush(colour)
            side = 2 * radius - look.px(1.0)
            painter.drawRoundedRect(
                QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), side / 5, side / 5
            )
            _write(painter, middle, mark.text, inside, look, size=size)
            _badge(painter, middle, radius, colour, look, is_lock=True)
        case _:
            is_here = mark.state is StopState.ON_SITE
            if is_here:
                _hollow(painter, middle, radius + look.px(2.0), colour, look)
                radius -= look.px(1.5)
            painter.setPen(Qt.PenStyle.NoPen if is_here else halo)
            painter.setBrush(colour)
            painter.drawEllipse(middle, radius, radius)
            _write(painter, middle, mark.text, inside, look, size=size)


def _hollow(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, look: MapLook, *, dashed: bool = False
) -> None:
    pen = QPen(colour, look.px(2.0))
    if dashed:
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(look.palette.halo)
    painter.drawEllipse(middle, radius - look.px(0.5), radius - look.px(0.5))


def _badge(painter: QPainter, middle: QPointF, radius: float, colour: QColor, look: MapLook, *, is_lock: bool) -> None:
    """A tick or a lock in a small disc at the mark's upper right."""
    at, unit = middle + QPointF(radius * 0.78, -radius * 0.78), look.px(1.0)
    painter.setPen(QPen(colour, unit))
    painter.setBrush(look.palette.halo)
    painter.drawEllipse(at, 6 * unit, 6 * unit)
    pen = QPen(QColor(look.tokens.text), 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if is_lock:
        painter.drawArc(QRectF(at.x() - 2 * unit, at.y() - 4 * unit, 4 * unit, 5 * unit), 0, 180 * 16)
        painter.fillRect(QRectF(at.x() - 3 * unit, at.y() - 1 * unit, 6 * unit, 4 * unit), QColor(look.tokens.text))
    else:
        tick = [QPointF(-2.6, 0.2), QPointF(-0.7, 2.1), QPointF(2.7, -2.0)]
        painter.drawPolyline(QPolygonF([at + point * unit for point in tick]))


def _write(painter: QPainter, middle: QPointF, text: str, colour: QColor, look: MapLook, *, size: float = 12.0) -> None:
    if not text:
        return
    painter.setPen(colour)
    painter.setFont(look.font(size, bold=True))
    box = QRectF(middle.x() - look.px(20), middle.y() - look.px(12), look.px(40), look.px(24))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_depot(painter: QPainter, middle: QPointF, look: MapLook) -> None:
    """A house in a square: where the teams start and end."""
    unit = look.px(1.0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.palette.halo, 1.5 * unit))
    painter.setBrush(QColor(look.tokens.text))
    painter.drawRoundedRect(
        QRectF(middle.x() - 13 * unit, middle.y() - 13 * unit, 26 * unit, 26 * unit), 5 * unit, 5 * unit
    )
    house = QPainterPath()
    outline = ((0, -7.5), (7.5, -0.5), (5, -0.5), (5, 6.5), (1.6, 6.5), (1.6, 2), (-1.6, 2), (-1.6, 6.5), (-5, 6.5))
    house.addPolygon(QPolygonF([middle + QPointF(x, y) * unit for x, y in (*outline, (-5, -0.5), (-7.5, -0.5))]))
    painter.fillPath(house, look.palette.halo)
    painter.restore()
