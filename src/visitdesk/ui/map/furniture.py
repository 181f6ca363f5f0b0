"""What a map carries besides its content: scale bar, north, distances along the edges, attribution, legend, empty state."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from visitdesk.geo.grid import GridUnit, GroundGrid, round_down
from visitdesk.geo.outline import ATTRIBUTION
from visitdesk.geo.projection import Viewport, WorldPoint
from visitdesk.geo.scene import Basis, MapRoute, MapScene, StopState
from visitdesk.ui.map.lines import route_pen
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.marks import Mark, paint_mark

EDGE = 10.0
"""Pixels between the furniture and the picture's edge at 100 %."""

_LEGEND_MOST = 12
"""Rows of teams a legend shows; more would cover the map."""


def paint_furniture(
    painter: QPainter, view: Viewport, scene: MapScene, look: MapLook, grid: GroundGrid, taken: QRectF | None = None
) -> None:
    """Distances along the edges (not below `taken`, where the legend lies), scale bar, north and attribution."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_distances(painter, view, look, grid, taken or QRectF())
    _paint_scale(painter, view, look)
    _paint_attribution(painter, view, scene, look)
    painter.restore()


def distance_words(metres: float, look: MapLook) -> str:
    """`500 m`, `2 km`: a round distance."""
    if metres < 1000:
        return look.word("metres", value=f"{metres:g}")
    return look.word("kilometres", value=f"{metres / 1000:g}")


def _paint_distances(painter: QPainter, view: Viewport, look: MapLook, grid: GroundGrid, taken: QRectF) -> None:
    font = look.font(10.0)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.palette.ink)
    ascent, edge = metrics.ascent(), look.px(4.0)
    for x, value in grid.columns:
        words = _along(value, grid.unit, look, ahead="east", behind="west")
        left = view.pixel(WorldPoint(x, 0.0))[0] + edge
        if (
            words
            and left > max(look.px(84.0), taken.right())
            and left + metrics.horizontalAdvance(words) < view.width - look.px(52.0)
        ):
            painter.drawText(QPointF(left, edge + ascent), words)
    for y, value in grid.rows:
        words = _along(value, grid.unit, look, ahead="north", behind="south")
        top = view.pixel(WorldPoint(0.0, y))[1]
        if words and max(look.px(28.0), taken.bottom() + ascent) < top < view.height - look.px(70.0):
            painter.drawText(QPointF(edge, top - edge), words)


def _along(value: float, unit: GridUnit, look: MapLook, *, ahead: str, behind: str) -> str:
    """The name of a grid line; empty for the one through the anchor, whose name would only be noise."""
    if not value:
        return ""
    distance = (
        distance_words(abs(value), look) if unit is GridUnit.METRES else look.word("degrees", value=f"{abs(value):g}")
    )
    name = ahead if value > 0 else behind
    return look.word(name if unit is GridUnit.METRES else f"{name}_degrees", distance=distance)


def _paint_scale(painter: QPainter, view: Viewport, look: MapLook) -> None:
    metres = round_down(look.px(120.0) * view.metres_per_pixel)
    width, edge, height = metres / view.metres_per_pixel, look.px(EDGE), look.px(5.0)
    words, font = distance_words(metres, look), look.font(11.0)
    wide = QFontMetricsF(font).horizontalAdvance(words)
    plate = QRectF(edge, view.height - edge - look.px(26.0), width + wide + look.px(50.0), look.px(26.0))
    _paint_plate(painter, plate, look)
    ink = QColor(look.tokens.text)
    left, middle = plate.left() + look.px(32.0), plate.center().y()
    painter.setPen(QPen(ink, look.px(1.0)))
    painter.setBrush(look.palette.halo)
    painter.drawRect(QRectF(left, middle - height / 2, width, height))
    painter.fillRect(QRectF(left, middle - height / 2, width / 2, height), ink)
    painter.setFont(font)
    painter.drawText(
        QRectF(left + width + look.px(8.0), plate.top(), wide + 4, plate.height()), Qt.AlignmentFlag.AlignVCenter, words
    )
    _paint_north(painter, QPointF(plate.left() + look.px(15.0), middle), look)


def _paint_north(painter: QPainter, middle: QPointF, look: MapLook) -> None:
    """An arrow that points up, with the letter: the map is never turned."""
    unit, ink = look.px(1.0), QColor(look.tokens.text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    tip = middle + QPointF(-5, -8) * unit
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(4, 16) * unit, tip + QPointF(0, 13) * unit]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, unit))
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(0, 13) * unit, tip + QPointF(-4, 16) * unit]))
    painter.setFont(look.font(10.0, bold=True))
    box = QRectF(middle.x() + 0.5 * unit, middle.y() - 8 * unit, 13 * unit, 16 * unit)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.word("north_letter"))


def attribution(scene: MapScene, look: MapLook) -> str:
    """Whose data lies under the stops, and how old it is; a map without streets says that it is schematic."""
    if scene.basis is Basis.OUTLINE:
        return look.word("schematic", source=ATTRIBUTION)
    name = "attribution_of" if scene.as_of else "attribution"
    return look.word(name, source=scene.attribution, as_of=scene.as_of)


def _paint_attribution(painter: QPainter, view: Viewport, scene: MapScene, look: MapLook) -> None:
    font = look.font(11.0)
    metrics, edge = QFontMetricsF(font), look.px(EDGE)
    # The scale bar keeps the left side; on a narrow map the sentence is cut rather than laid over it.
    words = metrics.elidedText(
        attribution(scene, look), Qt.TextElideMode.ElideRight, max(look.px(60.0), view.width - look.px(270.0))
    )
    width, height = metrics.horizontalAdvance(words) + look.px(14.0), look.px(22.0)
    plate = QRectF(view.width - edge - width, view.height - edge - height, width, height)
    _paint_plate(painter, plate, look)
    painter.setFont(font)
    painter.setPen(look.palette.ink)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _paint_plate(painter: QPainter, plate: QRectF, look: MapLook) -> None:
    """A calm background for words that must be read over anything."""
    colour = QColor(look.palette.halo)
    colour.setAlphaF(1.0 if look.tokens.is_contrast else 0.88)
    painter.setPen(QPen(QColor(look.tokens.text), 1.0) if look.tokens.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = 0.0 if look.tokens.is_contrast else look.px(5.0)
    painter.drawRoundedRect(plate, radius, radius)


def paint_empty(painter: QPainter, view: Viewport, look: MapLook) -> None:
    """One title and one sentence in the middle, where there is nothing to show yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    title, text = look.font(15.0, bold=True), look.font(13.0)
    words = (look.word("empty_title"), look.word("empty_text"))
    wide = max(QFontMetricsF(title).horizontalAdvance(words[0]), QFontMetricsF(text).horizontalAdvance(words[1]))
    width, height = min(view.width - look.px(24.0), wide + look.px(48.0)), look.px(132.0)
    plate = QRectF((view.width - width) / 2, (view.height - height) / 2, width, height)
    _paint_plate(painter, plate, look)
    _paint_pin(painter, QPointF(plate.center().x(), plate.top() + look.px(36.0)), look)
    painter.setFont(title)
    painter.setPen(QColor(look.tokens.text))
    box = plate.adjusted(look.px(12.0), look.px(62.0), -look.px(12.0), -look.px(12.0))
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words[0])
    painter.setFont(text)
    painter.setPen(look.palette.ink)
    painter.drawText(
        box.adjusted(0, look.px(28.0), 0, 0),
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
        words[1],
    )
    painter.restore()


def _paint_pin(painter: QPainter, middle: QPointF, look: MapLook) -> None:
    unit = look.px(1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.tokens.text3), 2 * unit))
    pin = QPainterPath(middle + QPointF(0, 16) * unit)
    pin.cubicTo(middle + QPointF(-14, 2) * unit, middle + QPointF(-13, -16) * unit, middle + QPointF(0, -16) * unit)
    pin.cubicTo(middle + QPointF(13, -16) * unit, middle + QPointF(14, 2) * unit, middle + QPointF(0, 16) * unit)
    painter.drawPath(pin)
    painter.drawEllipse(middle + QPointF(0, -4) * unit, 4.5 * unit, 4.5 * unit)


def paint_legend(painter: QPainter, scene: MapScene, look: MapLook) -> QRectF:
    """Title, the teams by line and the states by mark: for pictures that leave the screen and its tables.

    Answers the rectangle it takes; empty where there is nothing to tell.
    """
    states = sorted({stop.state for stop in scene.stops}, key=list(StopState).index)
    routes = scene.routes[:_LEGEND_MOST]
    font, bold = look.font(11.5), look.font(13.0, bold=True)
    rows = [*(look.word(f"state_{state}") for state in states), *(route.name for route in routes)]
    if not rows and not scene.title:
        return QRectF()
    metrics, line = QFontMetricsF(font), look.px(24.0)
    wide = max([QFontMetricsF(bold).horizontalAdvance(scene.title), *_widths(rows, metrics, look.px(40.0))])
    top = look.px(34.0) if scene.title else look.px(8.0)
    plate = QRectF(look.px(EDGE), look.px(EDGE), wide + look.px(28.0), top + line * len(rows) + look.px(8.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_plate(painter, plate, look)
    painter.setPen(QColor(look.tokens.text))
    painter.setFont(bold)
    painter.drawText(QPointF(plate.left() + look.px(12.0), plate.top() + look.px(22.0)), scene.title)
    for nth, words in enumerate(rows):
        middle = plate.top() + top + line * (nth + 0.5)
        at = QPointF(plate.left() + look.px(26.0), middle)
        if nth < len(states):
            paint_mark(painter, at, Mark(state=states[nth]), look)
        else:
            _paint_sample(painter, at, routes[nth - len(states)], look)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(QPointF(at.x() + look.px(22.0), middle + metrics.ascent() / 2 - look.px(1.0)), words)
    painter.restore()
    return plate


def _widths(rows: Iterable[str], metrics: QFontMetricsF, mark: float) -> list[float]:
    return [mark + metrics.horizontalAdvance(row) for row in rows]


def _paint_sample(painter: QPainter, at: QPointF, route: MapRoute, look: MapLook) -> None:
    painter.setPen(route_pen(route, look, look.px(2.6)))
    painter.drawLine(at - QPointF(look.px(16.0), 0), at + QPointF(look.px(16.0), 0))
