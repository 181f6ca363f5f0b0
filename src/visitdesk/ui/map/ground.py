"""The ground under the stops: sea, land, a quiet grid, and hatching where the street map knows nothing."""

from functools import cache, lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from visitdesk.geo.grid import GridUnit, GroundGrid, ground_grid
from visitdesk.geo.model import LatLon
from visitdesk.geo.outline import SQUARE, Land, LandOutline
from visitdesk.geo.projection import TileId, Viewport, WorldPoint, project, tiles_over
from visitdesk.geo.scene import MapScene
from visitdesk.geo.tiles import GeoBox
from visitdesk.paths import resource
from visitdesk.ui.map.look import MapLook, mixed

LEAST_SQUARE_PX = 84.0
"""A grid finer than this is noise behind the stops."""

SHARP_UNTIL = 12.0
"""Zoom up to which the shore is drawn as a line; further in it would promise a precision the outline has not."""

GONE_FROM = 14.0
"""Zoom from which no sea is drawn: the outline may be a kilometre off, and no door is to stand in the water."""


@cache
def land_outline() -> LandOutline:
    """The shipped outline, read once.

    Raises:
        Unavailable: the file is damaged.
        OSError: the file is missing: the program is not whole.
    """
    return LandOutline(resource("basemap", "land.bin").read_bytes())


def anchor_of(scene: MapScene) -> WorldPoint | None:
    """Where the grid starts to count: the first depot; else the middle of what is shown; None on an empty map."""
    if scene.depots:
        return project(scene.depots[0].place)
    box = scene.box()
    return None if box is None else WorldPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def grid_of(view: Viewport, scene: MapScene, look: MapLook) -> GroundGrid:
    """The grid that belongs under a picture of the scene."""
    return ground_grid(view, anchor_of(scene), least_px=look.px(LEAST_SQUARE_PX))


def paint_ground(painter: QPainter, view: Viewport, scene: MapScene, look: MapLook) -> None:
    """Fill the picture with sea, land and grid, and hatch what lies outside the street map."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    grid = grid_of(view, scene, look)
    fading = min(1.0, max(0.0, (view.zoom - SHARP_UNTIL) / (GONE_FROM - SHARP_UNTIL)))
    everything = QPainterPath()
    everything.addRect(QRectF(0, 0, view.width, view.height))
    land = _land_path(view) if fading < 1.0 else everything
    painter.fillPath(everything, mixed(look.palette.sea, look.palette.ground, fading))
    painter.fillPath(land, look.palette.ground)
    painter.save()
    painter.setClipPath(land, Qt.ClipOperation.IntersectClip)
    _paint_squares(painter, view, grid, look)
    painter.restore()
    _paint_grid(painter, view, grid, look)
    if view.zoom <= SHARP_UNTIL:
        _paint_coast(painter, view, look)
    if scene.coverage:
        _paint_hatching(painter, view, scene.coverage, look)
    painter.restore()


def _land_path(view: Viewport) -> QPainterPath:
    path = QPainterPath()
    for square in tiles_over(view.box, LandOutline.level_for(view.zoom)):
        shape = _fill(square)
        if shape is not None:
            path.addPath(_placed(square, view).map(shape))
    return path


def _paint_coast(painter: QPainter, view: Viewport, look: MapLook) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.palette.coast, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for square in tiles_over(view.box, LandOutline.level_for(view.zoom)):
        painter.drawPath(_placed(square, view).map(_shores(square)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_squares(painter: QPainter, view: Viewport, grid: GroundGrid, look: MapLook) -> None:
    """Tint every second square; which ones depends on the ground, so that panning does not make them jump."""
    if grid.unit is GridUnit.DEGREES or not grid.columns or not grid.rows:
        return
    xs = [view.pixel(WorldPoint(x, 0.0))[0] for x, _ in grid.columns]
    ys = [view.pixel(WorldPoint(0.0, y))[1] for y, _ in grid.rows]
    side = (grid.columns[1][0] - grid.columns[0][0]) * view.scale if len(xs) > 1 else view.width
    first_column, first_row = (round(edge[0][1] / grid.step) for edge in (grid.columns, grid.rows))
    for column, x in enumerate([xs[0] - side, *xs], first_column - 1):
        for row, y in enumerate([ys[0] - side, *ys], 1 - first_row - 2):
            if (column + row) % 2:
                left, top = round(x), round(y)
                painter.fillRect(left, top, round(x + side) - left, round(y + side) - top, look.palette.squares)


def _paint_grid(painter: QPainter, view: Viewport, grid: GroundGrid, look: MapLook) -> None:
    painter.setPen(QPen(look.palette.grid, 1.0))
    lines = [QLineF(x, 0.0, x, view.height) for x in (round(view.pixel(WorldPoint(x, 0))[0]) for x, _ in grid.columns)]
    lines += [QLineF(0.0, y, view.width, y) for y in (round(view.pixel(WorldPoint(0, y))[1]) for y, _ in grid.rows)]
    painter.drawLines(lines)


def _paint_hatching(painter: QPainter, view: Viewport, coverage: tuple[GeoBox, ...], look: MapLook) -> None:
    unknown = QPainterPath()
    unknown.addRect(QRectF(0, 0, view.width, view.height))
    known = QPainterPath()
    known.setFillRule(Qt.FillRule.WindingFill)
    for box in coverage:
        left, top = view.pixel(project(LatLon(lat=box.north, lon=box.west)))
        right, bottom = view.pixel(project(LatLon(lat=box.south, lon=box.east)))
        known.addRect(QRectF(QPointF(left, top), QPointF(right, bottom)))
    brush = QBrush(look.palette.hatch, Qt.BrushStyle.BDiagPattern)
    # The pattern sticks to the ground, so that it moves with the map.
    brush.setTransform(QTransform.fromTranslate(-view.centre.x * view.scale % 8, -view.centre.y * view.scale % 8))
    painter.fillPath(unknown.subtracted(known), brush)
    painter.setPen(QPen(look.palette.coast, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(known.simplified())


def _placed(square: TileId, view: Viewport) -> QTransform:
    """From the square's units to pixels of the picture."""
    box = square.box()
    left, top = view.pixel(WorldPoint(box.left, box.top))
    scale = view.scale * (box.right - box.left) / SQUARE
    return QTransform(scale, 0.0, 0.0, scale, left, top)


@lru_cache(maxsize=160)
def _land(square: TileId) -> Land:
    return land_outline().land(square)


@lru_cache(maxsize=160)
def _fill(square: TileId) -> QPainterPath | None:
    """The square's land; None where it is sea."""
    land = _land(square)
    if not (land.is_whole or land.rings):
        return None
    path = QPainterPath()
    if land.is_whole:
        path.addRect(0, 0, SQUARE, SQUARE)
    for ring in land.rings:
        path.addPath(_rounded(list(zip(ring.xs, ring.ys, strict=True)), is_closed=True))
    return path


@lru_cache(maxsize=160)
def _shores(square: TileId) -> QPainterPath:
    path = QPainterPath()
    for ring in _land(square).rings:
        lines = ring.coast()
        for line in lines:
            path.addPath(_rounded(line, is_closed=len(lines) == 1 and line[0] == line[-1]))
    return path


def _rounded(points: list[tuple[int, int]], *, is_closed: bool) -> QPainterPath:
    """A line whose corners are rounded from middle to middle: the outline's own corners are only where it was measured.

    Points on the square's edge stay corners, so that neighbours fit together.
    """
    if is_closed and points[0] == points[-1]:
        points = points[:-1]
    corners = [QPointF(x, y) for x, y in points]
    on_edge = [x in {0, SQUARE} or y in {0, SQUARE} for x, y in points]
    after = [*corners[1:], corners[0]]
    path = QPainterPath((corners[-1] + corners[0]) / 2 if is_closed and not on_edge[0] else corners[0])
    for nth, corner in enumerate(corners):
        is_end = not is_closed and nth in {0, len(corners) - 1}
        if on_edge[nth] or is_end:
            path.lineTo(corner)
        else:
            path.quadTo(corner, after[nth] if on_edge[(nth + 1) % len(corners)] else (corner + after[nth]) / 2)
    if is_closed:
        path.closeSubpath()
    return path
