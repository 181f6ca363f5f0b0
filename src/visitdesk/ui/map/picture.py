"""The map as a picture of any size, without a window: for files, for print previews and for tests.

Needs a QGuiApplication (offscreen is enough) with the house's fonts loaded; no Theme and no screen.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from visitdesk.geo.projection import Viewport, WorldPoint
from visitdesk.geo.scene import MapScene
from visitdesk.ui.map.content import Content, Shown
from visitdesk.ui.map.furniture import paint_empty, paint_furniture, paint_legend
from visitdesk.ui.map.ground import grid_of, paint_ground
from visitdesk.ui.map.lines import paint_line
from visitdesk.ui.map.look import MapLook

HOME = WorldPoint(0.7889, 0.4074)
"""The middle of China (about 104° E, 32° N): where an empty map looks."""

HOME_ZOOM = 3.6
FIT_MARGIN_PX = 60.0
"""Kept free around everything when a map is fitted: marks stay clear of the scale bar."""

MOST_MARGIN = 0.2
"""Share of a small map's shorter side that may be kept free."""


def home(size: QSizeF, scene: MapScene, look: MapLook) -> Viewport:
    """The look that shows everything; an empty map shows the country."""
    view = Viewport(centre=HOME, zoom=HOME_ZOOM, width=max(1.0, size.width()), height=max(1.0, size.height()))
    box = scene.box()
    margin = min(look.px(FIT_MARGIN_PX), MOST_MARGIN * min(view.width, view.height))
    return view if box is None else view.fitted(box, margin=margin)


def render_scene(
    painter: QPainter,
    size: QSizeF,
    scene: MapScene,
    look: MapLook,
    *,
    view: Viewport | None = None,
    shown: Shown | None = None,
    legend: bool = True,
) -> None:
    """Paint the whole map at once.

    Args:
        painter: its origin is the picture's north-west corner.
        size: of the picture in the painter's units.
        scene: what to show.
        look: `MapLook.of(LIGHT, lang)` for paper.
        view: what part of the world; None fits everything in.
        shown: what is chosen or looked at; None for nothing in particular.
        legend: whether title and legend are painted.
    """
    view = home(size, scene, look) if view is None else view.resized(size.width(), size.height())
    shown = shown or Shown()
    # A printer's painter is scaled: marks are painted as finely as the paper shows them.
    content = Content(scene, look, max(1.0, painter.deviceTransform().m11()))
    painter.save()
    painter.setClipRect(0, 0, round(size.width()), round(size.height()))
    paint_ground(painter, view, scene, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in sorted(content.lines, key=lambda line: line.route.team in shown.teams):
        is_meant = line.route.team in shown.teams
        paint_line(painter, view, line, look, is_quiet=bool(shown.teams) and not is_meant, is_strong=is_meant)
    content.paint_marks(painter, view, shown)
    content.paint_labels(painter, view, content.labels(view, shown))
    taken = paint_legend(painter, scene, look) if legend else None
    paint_furniture(painter, view, scene, look, grid_of(view, scene, look), taken)
    if scene.is_empty:
        paint_empty(painter, view, look)
    painter.restore()


def map_image(
    scene: MapScene,
    size: QSize,
    look: MapLook,
    *,
    ratio: float = 1.0,
    view: Viewport | None = None,
    shown: Shown | None = None,
    legend: bool = True,
) -> QImage:
    """The map as an image of `size · ratio` pixels."""
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    render_scene(painter, QSizeF(size), scene, look, view=view, shown=shown, legend=legend)
    painter.end()
    return image


def map_png(scene: MapScene, size: QSize, look: MapLook, *, ratio: float = 1.0) -> bytes:
    """The map as the bytes of a PNG file: the same bytes for the same scene, look and fonts."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(map_image(scene, size, look, ratio=ratio))
    buffer.close()
    return bytes(data.data())
