"""Routes as lines: projected once, thinned for each zoom, painted into a layer a few at a time.

Stroking fifty antialiased routes takes some 70 ms, four frames (measured). So they are painted into a picture larger
than the window, in slices between frames, and that picture is moved and stretched until the next one is ready.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from visitdesk.geo.projection import Viewport, WorldBox, WorldPoint, box_around, project
from visitdesk.geo.scene import MapRoute
from visitdesk.ui.map.look import MapLook

MARGIN = 0.35
"""How much larger than the window a layer is on each side, so that short drags need no new one."""

_PATTERNS = ([6.0, 2.0], [2.0, 2.0], [9.0, 2.0, 2.0, 2.0], [12.0, 3.0])

_THINNED_PX = 1.0
"""Points of a line closer than this to the last one kept are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A projected route."""

    route: MapRoute
    points: tuple[WorldPoint, ...]
    box: WorldBox

    @property
    def name_at(self) -> WorldPoint:
        """Where the route's name stands: in the middle of its longest stretch."""
        here, there = max(pairwise(self.points), key=lambda ends: _squared(*ends))
        return WorldPoint((here.x + there.x) / 2, (here.y + there.y) / 2)

    @staticmethod
    def of(route: MapRoute) -> "Line | None":
        """The line of a route; None where it has fewer than two points."""
        points = tuple(project(place) for place in route.path)
        box = box_around(points)
        return None if box is None or len(points) < 2 else Line(route=route, points=points, box=box)


def _squared(here: WorldPoint, there: WorldPoint) -> float:
    return (here.x - there.x) ** 2 + (here.y - there.y) ** 2


@lru_cache(maxsize=512)
def _thinned(points: tuple[WorldPoint, ...], side: float) -> tuple[WorldPoint, ...]:
    """The points that a picture can tell apart: at least `side` from one another; the ends always."""
    kept = [points[0]]
    for point in points[1:-1]:
        last = kept[-1]
        if abs(point.x - last.x) + abs(point.y - last.y) >= side:
            kept.append(point)
    kept.append(points[-1])
    return tuple(kept)


def paint_line(
    painter: QPainter, view: Viewport, line: Line, look: MapLook, *, is_quiet: bool, is_strong: bool
) -> None:
    """Stroke one route: solid along roads, dashed where it is an estimate, dotted and thin where nobody looks at it."""
    # Thinned for whole zooms, so that few versions are kept.
    points = _thinned(line.points, _THINNED_PX / 2 ** ceil(view.zoom) / 256)
    corners = [QPointF(*view.pixel(point)) for point in points]
    colour = look.palette.quiet if is_quiet else look.palette.route(line.route.colour)
    width = look.px(1.2 if is_quiet else 3.6 if is_strong else 2.6)
    if is_strong:
        painter.setPen(_pen(look.palette.halo, width + look.px(2.4)))
        painter.drawPolyline(corners)
    if is_quiet:
        pen = _pen(colour, width)
        pen.setDashPattern([1.0, 2.6])
    else:
        pen = route_pen(line.route, look, width)
    painter.setPen(pen)
    painter.drawPolyline(corners)
    if not is_quiet:
        _paint_heads(painter, view, corners, colour, look)


def route_pen(route: MapRoute, look: MapLook, width: float) -> QPen:
    """How a route that is looked at is stroked, on the map and in its legend."""
    pen = _pen(look.palette.route(route.colour), width)
    if look.tokens.is_contrast:
        # Without colours the pattern tells routes apart, beside their names.
        pen.setDashPattern(_PATTERNS[route.colour % len(_PATTERNS)])
    elif route.is_estimate:
        pen.setDashPattern([5.0, 1.6])
    return pen


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_heads(painter: QPainter, view: Viewport, corners: Sequence[QPointF], colour: QColor, look: MapLook) -> None:
    """Arrow heads half-way along stretches that are long enough on the picture: which way the team goes."""
    reach = look.px(7.0)
    sight = QRectF(-view.width, -view.height, 3 * view.width, 3 * view.height)
    since = look.px(46.0)
    painter.save()
    painter.setPen(QPen(look.palette.ground, look.px(1.6)))
    painter.setBrush(colour)
    for here, there in pairwise(corners):
        step = there - here
        length = (step.x() ** 2 + step.y() ** 2) ** 0.5
        since += length
        middle = (here + there) / 2
        if length < 2 * reach or since < look.px(92.0) or not sight.contains(middle):
            continue
        since = 0.0
        along = step / length
        across = QPointF(-along.y(), along.x())
        head = QPainterPath(middle + along * reach)
        head.lineTo(middle - along * reach * 0.7 + across * reach * 0.8)
        head.lineTo(middle - along * reach * 0.25)
        head.lineTo(middle - along * reach * 0.7 - across * reach * 0.8)
        head.closeSubpath()
        painter.drawPath(head)
    painter.restore()


@dataclass(frozen=True, slots=True)
class Layer:
    """A finished picture of some part of the world, and which part that is."""

    picture: QImage
    view: Viewport

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Lay it over another look at the world: moved, and stretched while a zoom is still going on."""
        left, top = view.pixel(self.view.world(0.0, 0.0))
        stretch = view.scale / self.view.scale
        if abs(stretch - 1.0) < 1e-9:
            painter.drawImage(QPointF(round(left), round(top)), self.picture)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform(stretch, 0, 0, stretch, left, top), combine=True)
        painter.drawImage(QPointF(0.0, 0.0), self.picture)
        painter.restore()


def suits(have: Viewport, need: Viewport, *, spare: float) -> bool:
    """Whether something made for `have` is as sharp as `need` asks and reaches `spare` of the margin beyond its edges."""
    if abs(need.zoom - have.zoom) > 1e-9:
        return False
    inner, outer = need.box, have.box
    over_x = (inner.right - inner.left) * MARGIN * spare
    over_y = (inner.bottom - inner.top) * MARGIN * spare
    return (
        inner.left - over_x >= outer.left
        and inner.right + over_x <= outer.right
        and inner.top - over_y >= outer.top
        and inner.bottom + over_y <= outer.bottom
    )


def widened(view: Viewport) -> Viewport:
    """The part of the world a layer for this view covers; its corner lies on a whole pixel of the view."""
    return replace(
        view, width=view.width + 2 * ceil(view.width * MARGIN), height=view.height + 2 * ceil(view.height * MARGIN)
    )


def blank(view: Viewport, ratio: float, *, opaque: bool = False) -> QImage:
    """An empty picture for a layer of this view."""
    form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    picture = QImage(ceil(view.width * ratio), ceil(view.height * ratio), form)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


class LineLayer:
    """A layer of routes in the making.

    Routes that are looked at come last, so that they lie on top; with them the picture is finished.
    """

    def __init__(
        self, view: Viewport, lines: Sequence[Line], look: MapLook, ratio: float, teams: frozenset[str]
    ) -> None:
        self._view = widened(view)
        self._look = look
        self._teams = teams
        self._picture = blank(self._view, ratio)
        # Taken from the end: what is looked at must be at the front.
        seen = [line for line in lines if line.box.meets(_fattened(self._view.box))]
        self._left = sorted(seen, key=lambda line: line.route.team in teams, reverse=True)

    @property
    def view(self) -> Viewport:
        """What the finished layer will cover."""
        return self._view

    @property
    def is_finished(self) -> bool:
        """Whether every route is painted."""
        return not self._left

    def paint_some(self, count: int) -> None:
        """Paint so many more routes."""
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _ in range(min(count, len(self._left))):
            line = self._left.pop()
            is_meant = line.route.team in self._teams
            is_quiet = bool(self._teams) and not is_meant
            paint_line(painter, self._view, line, self._look, is_quiet=is_quiet, is_strong=is_meant)
        painter.end()

    def layer(self) -> Layer:
        """The picture so far."""
        return Layer(self._picture, self._view)


def _fattened(box: WorldBox) -> WorldBox:
    """A straight route has a rectangle without extent, which meets nothing; so the view's is made a hair larger."""
    hair = (box.right - box.left) * 0.01
    return WorldBox(box.left - hair, box.top - hair, box.right + hair, box.bottom + hair)
