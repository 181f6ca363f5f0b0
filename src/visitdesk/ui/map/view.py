"""The map as a widget to work with: pointer, keys and a selection shared with list and lanes.

Pointer: drag pans, the wheel zooms where it points, a click selects (with Ctrl: one more or one less), Shift and drag
selects what lies in a rectangle, a double click opens a stop or zooms in. Keys: arrows, + and −, Home, PageUp and
PageDown step through the stops in their order, Enter opens. The table beside the map is its accessible twin; stops
are children of the map for screen readers as well (`heard`).
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from visitdesk.geo.projection import box_around
from visitdesk.ui.map.canvas import NOTCH_STEPS, MapCanvas
from visitdesk.ui.map.content import Shown
from visitdesk.ui.map.crowd import Spot
from visitdesk.ui.map.heard import say_choice, teach_readers
from visitdesk.ui.map.picture import FIT_MARGIN_PX
from visitdesk.ui.shell.context import Selection

VISIT = "visit"
"""Kind of the selections the map speaks of."""

_KEY_PAN = 0.15
"""Share of the map's width or height that an arrow key moves."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapView(MapCanvas):
    """The map.

    Signals:
        selection_changed: payload `Selection | None`: the person chose one stop, or none. Never sent for what was set
            from outside, so that list, lanes and map can follow one another without echo.
        several_chosen: payload tuple of visit ids, chosen with Ctrl or a rectangle.
        opened: payload str, visit id: double click or Enter.
    """

    selection_changed = Signal(object)
    several_chosen = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str = "map", backdrop: str = "window") -> None:
        teach_readers()
        super().__init__(parent, name=name, backdrop=backdrop)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed: QPointF | None = None
        self._dragged_from: QPointF | None = None

    # --- selection --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the selected visits."""
        return self.stage.shown.chosen

    def select(self, selection: Selection | None) -> None:
        """Follow a selection made elsewhere; what is not a visit clears it. Pans only if the stop is out of sight."""
        is_visit = selection is not None and selection.kind == VISIT
        self.select_visits([selection.id] if selection is not None and is_visit else [])

    def select_visits(self, ids: Iterable[str]) -> None:
        """Follow a selection of several; ids that are not on the map are left out."""
        chosen = frozenset(ids).intersection(self.stage.content.index)
        if chosen != self.chosen:
            self._choose(chosen)

    def centre_on(self, identity: str) -> None:
        """Bring a visit to the middle (Ctrl+M); nothing happens where it is not on the map."""
        for point in self.points_of([identity]):
            self.look(self.view.centred(point))

    def _choose(self, chosen: frozenset[str]) -> None:
        self.stage.choose(Shown(chosen=chosen, teams=self.stage.shown.teams))
        self._bring_into_sight(chosen)
        self._hovered = None  # marks may have been gathered anew
        self.refresh()
        say_choice(self)

    def _bring_into_sight(self, ids: frozenset[str]) -> None:
        points = self.points_of(ids)
        edge = self.stage.look.px(FIT_MARGIN_PX) / 2
        sight = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        box = box_around(points)
        if box is None or any(sight.contains(QPointF(*self.view.pixel(point))) for point in points):
            return
        if len(points) == 1:
            self.look(self.view.centred(points[0]))
        else:
            self.look_at(box)

    def _tell(self, chosen: frozenset[str]) -> None:
        """The person chose: show it and say so."""
        if chosen == self.chosen:
            return
        self._choose(chosen)
        if len(chosen) > 1:
            order = self.stage.content.index
            self.several_chosen.emit(tuple(sorted(chosen, key=order.__getitem__)))
        else:
            self.selection_changed.emit(next((Selection(kind=VISIT, id=identity) for identity in chosen), None))

    # --- pointer ----------------------------------------------------------------------------------------------

    def spot_at(self, at: QPointF) -> Spot | None:
        """The mark under a point of the widget."""
        return self.stage.content.spot_at(at.x(), at.y(), self.view, self.stage.shown)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120.0
        if notches:
            self.zoom(notches * NOTCH_STEPS, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._pressed = event.position()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._rectangle = QRectF(event.position(), event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self.spot_at(event.position()))
        elif self._rectangle is not None:
            self._rectangle = QRectF(self._pressed, event.position()).normalized()
            self.update()
        elif self._dragged_from is not None:
            step = self._dragged_from - event.position()
            self._dragged_from = event.position()
            self.look(self.view.moved(step.x(), step.y()))
        elif (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragged_from = self._pressed
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        rectangle, was_drag = self._rectangle, self._dragged_from is not None
        self._rectangle = self._pressed = self._dragged_from = None
        self.unsetCursor()
        if rectangle is not None:
            self._tell(self._ids_in(rectangle))
            self.update()
        elif not was_drag and event.button() == Qt.MouseButton.LeftButton:
            self._click(event)

    def _ids_in(self, rectangle: QRectF) -> frozenset[str]:
        content = self.stage.content
        return frozenset(
            content.scene.stops[nth].id
            for x, y, spot in content.visible(self.view, self.stage.shown)
            if rectangle.contains(QPointF(x, y))
            for nth in spot.members
        )

    def _click(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is None:
            self._tell(frozenset())
        elif spot.is_cluster:
            self._open_cluster(spot, event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._tell(self.chosen ^ {self.stage.content.stop(spot).id})
        else:
            self._tell(frozenset({self.stage.content.stop(spot).id}))

    def _open_cluster(self, spot: Spot, at: QPointF) -> None:
        """Zoom in towards it until its stops come apart, but not so far in one go that one loses the place."""
        box = box_around(self.stage.content.points[nth] for nth in spot.members)
        if box is not None:
            fitted = self.view.fitted(box, margin=self.stage.look.px(FIT_MARGIN_PX), closest=17.0)
            self.zoom(min(3.0, max(1.0, fitted.zoom - self.view.zoom)), at)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is None:
            self.zoom(1.0, event.position())
        elif not spot.is_cluster:
            self.opened.emit(self.stage.content.stop(spot).id)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            if spot is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if spot is None else self.stage.content.spoken(spot), self)
            return True
        return super().event(event)

    # --- keys -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            right, down = _ARROWS[key]
            self.look(self.view.moved(right * _KEY_PAN * self.width(), down * _KEY_PAN * self.height()))
            return
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_Home:
                self.fit()
            case Qt.Key.Key_PageDown:
                self._step(1)
            case Qt.Key.Key_PageUp:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if len(self.chosen) == 1:
                self.opened.emit(next(iter(self.chosen)))
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Select the next or previous stop; from either end to the other."""
        stops = self.stage.scene.stops
        if not stops:
            return
        places = sorted(self.stage.content.index[identity] for identity in self.chosen)
        at = (places[-1 if by > 0 else 0] + by) if places else (0 if by > 0 else -1)
        self._tell(frozenset({stops[at % len(stops)].id}))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
