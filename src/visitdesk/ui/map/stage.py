"""What the widget paints and when: the ground and the routes as layers, marks and words on top, work cut into slices.

A frame lays finished layers down, moved and stretched as needed, and paints the marks; only ground is painted straight
where no layer of it fits. The rest is made between frames: `work` does a little and says whether there is more.
"""

from enum import Enum, auto

from PySide6.QtGui import QPainter

from visitdesk.geo.projection import Viewport
from visitdesk.geo.scene import MapScene
from visitdesk.ui.map.content import Content, Label, Shown
from visitdesk.ui.map.crowd import Spot
from visitdesk.ui.map.furniture import paint_empty, paint_furniture
from visitdesk.ui.map.ground import grid_of, paint_ground
from visitdesk.ui.map.lines import Layer, LineLayer, blank, suits, widened
from visitdesk.ui.map.look import MapLook

_ROUTES_A_SLICE = 2
"""A slice of two long routes takes about 5 ms (measured): it fits between two frames."""

_SPARE = 0.35
"""Share of the margin that must be left before a new layer of routes is begun."""


class Work(Enum):
    """What a slice of work came to."""

    NONE_LEFT = auto()
    MORE = auto()
    SOMETHING_NEW = auto()


class Stage:
    """One scene, how it looks and what of it is chosen; remembers what it has painted."""

    def __init__(self, look: MapLook) -> None:
        self.look = look
        self.shown = Shown()
        self.content = Content(MapScene(), look, 1.0)
        self.ratio = 1.0
        self._ground: Layer | None = None
        self._lines: Layer | None = None
        self._coming: LineLayer | None = None
        self._drawn: tuple[Content, frozenset[str]] | None = None
        self._labels: tuple[Label, ...] = ()
        self._labels_view: Viewport | None = None
        self._labels_due = True

    @property
    def scene(self) -> MapScene:
        """What is shown."""
        return self.content.scene

    def show(self, scene: MapScene, look: MapLook, ratio: float) -> None:
        """Another scene, look or pixel ratio: everything is painted anew, the old routes stay until then."""
        self.look, self.ratio = look, ratio
        self.content = Content(scene, look, ratio)
        self.choose(Shown(chosen=self.shown.chosen.intersection(self.content.index), teams=self.shown.teams))
        self._ground = self._labels_view = None

    def choose(self, shown: Shown) -> None:
        """Another selection or other teams to look at. The old words stay until the new ones have their room."""
        self.shown = shown
        self._labels_due = True
        self._coming = None

    def paint(self, painter: QPainter, view: Viewport, hovered: Spot | None) -> None:
        """One frame."""
        if self._ground is not None and suits(self._ground.view, view, spare=0.0):
            self._ground.paint(painter, view)
        else:
            paint_ground(painter, view, self.scene, self.look)
        if self._lines is not None:
            self._lines.paint(painter, view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.content.paint_marks(painter, view, self.shown)
        if hovered is not None:
            self.content.paint_hover(painter, view, hovered)
        if self._labels_view is not None and self._labels_view.zoom == view.zoom:
            self.content.paint_labels(painter, view, self._labels)
        paint_furniture(painter, view, self.scene, self.look, grid_of(view, self.scene, self.look))
        if self.scene.is_empty:
            paint_empty(painter, view, self.look)

    def _painted_ground(self, view: Viewport) -> Layer:
        wide = widened(view)
        picture = blank(wide, self.ratio, opaque=True)
        with QPainter(picture) as painter:
            paint_ground(painter, wide, self.scene, self.look)
        return Layer(picture, wide)

    def work(self, view: Viewport) -> Work:
        """Do a slice of what is missing for this view."""
        if self._ground is None or not suits(self._ground.view, view, spare=_SPARE):
            self._ground = self._painted_ground(view)
            return Work.MORE
        is_drawn = self._drawn == (self.content, self.shown.teams)
        if not is_drawn or self._lines is None or not suits(self._lines.view, view, spare=_SPARE):
            return self._work_on_lines(view)
        if self._labels_due or self._labels_view is None or not suits(self._labels_view, view, spare=0.0):
            self._labels_due, self._labels_view = False, widened(view)
            self._labels = tuple(self.content.labels(self._labels_view, self.shown))
            return Work.SOMETHING_NEW
        return Work.NONE_LEFT

    def _work_on_lines(self, view: Viewport) -> Work:
        coming = self._coming
        if coming is None or not suits(coming.view, view, spare=_SPARE):
            coming = self._coming = LineLayer(view, self.content.lines, self.look, self.ratio, self.shown.teams)
        coming.paint_some(_ROUTES_A_SLICE)
        if not coming.is_finished:
            return Work.MORE
        self._lines, self._coming = coming.layer(), None
        self._drawn = (self.content, self.shown.teams)
        return Work.SOMETHING_NEW

    def finish(self, view: Viewport) -> None:
        """Do all the work at once: for pictures that must be complete."""
        while self.work(view) is not Work.NONE_LEFT:
            pass
