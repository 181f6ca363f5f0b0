"""The map as a widget that shows: painting, layers, looking around. What the person does with it is in `view`."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from visitdesk.geo.projection import Viewport, WorldBox, WorldPoint, box_around
from visitdesk.geo.scene import MapScene
from visitdesk.ui.map.content import Shown
from visitdesk.ui.map.crowd import Spot
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.picture import FIT_MARGIN_PX, home
from visitdesk.ui.map.stage import Stage, Work
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import IconButton

SETTLED_MS = 90
"""How long a zoom must rest before routes are painted sharp and words find their room again."""

NOTCH_STEPS = 0.5
"""Doublings for one notch of a wheel and for + and −."""


class MapCanvas(Spoken, QWidget):
    """A map that can be looked at and moved.

    Signals:
        view_changed: payload `Viewport`.
    """

    view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, name: str = "map", backdrop: str = "window") -> None:
        """A map that shows an empty scene.

        Args:
            parent: as for any widget.
            name: object name.
            backdrop: token of the surface the map lies on; its rounded corners show it.
        """
        super().__init__(parent)
        self._backdrop = backdrop
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.stage = Stage(MapLook.of_screen())
        self.view = home(self.sizeHint().toSizeF(), self.stage.scene, self.stage.look)
        self._is_fitted = True
        self._hovered: Spot | None = None
        self._rectangle: QRectF | None = None
        self._worker = QTimer(self)
        self._worker.setInterval(0)
        self._worker.timeout.connect(self._work)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLED_MS)
        self._rest.timeout.connect(self._worker.start)
        self._buttons = (
            self._button(Icon.ADD, "zoom_in", self.zoom_in),
            self._button(Icon.SUBTRACT, "zoom_out", self.zoom_out),
            self._button(Icon.FULL_SCREEN_MAXIMIZE, "fit", self.fit),
        )
        self.say(self.setAccessibleName, lambda: MapLook.of_screen().word("name"))
        self.say(self.setAccessibleDescription, lambda: MapLook.of_screen().word("help"))
        theme().changed.connect(self.restyle)

    def _button(self, icon: Icon, word: str, deed: Callable[[], None]) -> IconButton:
        button = IconButton(icon, "", name=f"{self.objectName()}.{word}")
        button.setParent(self)
        button.setProperty("kind", "standard")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # + − and Home do the same; Tab should not stop three times
        self.say(button.name_it, lambda: MapLook.of_screen().word(word))
        button.clicked.connect(deed)
        return button

    # --- what is shown ----------------------------------------------------------------------------------------

    def set_scene(self, scene: MapScene) -> None:
        """Show another scene. The view stays where the person has put it, else everything is brought into sight."""
        self._hovered = None
        self.stage.show(scene, self.stage.look, self.devicePixelRatioF())
        if self._is_fitted:
            self.fit()
        self.refresh()

    def look_at_teams(self, teams: Iterable[str]) -> None:
        """Routes and stops of other teams turn quiet; nothing named means all alike."""
        self.stage.choose(Shown(chosen=self.stage.shown.chosen, teams=frozenset(teams)))
        self.refresh()

    @Slot()
    def restyle(self) -> None:
        """Take colours, text scale and language from the theme again."""
        self.stage.show(self.stage.scene, MapLook.of_screen(), self.devicePixelRatioF())
        self.refresh()

    @override
    def retranslate(self) -> None:
        self.restyle()

    def refresh(self) -> None:
        """Paint soon, and see whether layers or words are missing."""
        self.update()
        self._worker.start()

    def finish(self) -> None:
        """Make at once what is otherwise made between frames: for pictures of the screen."""
        self.stage.finish(self.view)
        self._worker.stop()
        self.update()

    # --- looking ----------------------------------------------------------------------------------------------

    @Slot()
    def fit(self) -> None:
        """Bring everything into sight, and keep it so until the person moves the map."""
        self.look(home(self.size().toSizeF(), self.stage.scene, self.stage.look))
        self._is_fitted = True

    def fit_to(self, ids: Iterable[str]) -> None:
        """Bring some visits into sight; nothing happens where none of them is on the map."""
        points = self.points_of(ids)
        box = box_around(points)
        if box is not None:
            self.look_at(box)

    def points_of(self, ids: Iterable[str]) -> list[WorldPoint]:
        """Where visits lie; those that are not on the map are left out."""
        content = self.stage.content
        return [content.points[content.index[identity]] for identity in ids if identity in content.index]

    @Slot()
    def zoom_in(self) -> None:
        """Closer."""
        self.zoom(NOTCH_STEPS, self.rect().center().toPointF())

    @Slot()
    def zoom_out(self) -> None:
        """Further away."""
        self.zoom(-NOTCH_STEPS, self.rect().center().toPointF())

    def zoom(self, steps: float, at: QPointF) -> None:
        """Closer by so many doublings; what lies under `at` stays there."""
        self.look(self.view.zoomed(steps, at.x(), at.y()), more_to_come=True)

    def look_at(self, box: WorldBox) -> None:
        """Bring a rectangle of the world into sight."""
        self.look(self.view.fitted(box, margin=self.stage.look.px(FIT_MARGIN_PX)))

    def look(self, view: Viewport, *, more_to_come: bool = False) -> None:
        """Look somewhere else; with `more_to_come` what takes longer waits until the hand rests."""
        self._is_fitted = False
        if view == self.view:
            return
        self.view, self._hovered = view, None
        self.update()
        if more_to_come:
            self._worker.stop()
            self._rest.start()
        elif not self._rest.isActive():
            self._worker.start()
        self.view_changed.emit(view)

    @Slot()
    def _work(self) -> None:
        """A slice between two frames; nothing is made for a map nobody sees."""
        match self.stage.work(self.view) if self.isVisible() else Work.NONE_LEFT:
            case Work.NONE_LEFT:
                self._worker.stop()
            case Work.SOMETHING_NEW:
                self.update()
            case Work.MORE:
                pass

    # --- Qt ---------------------------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, 180)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge, gap = theme().px(10), theme().px(6)
        top = edge
        for button in self._buttons:
            button.move(self.width() - edge - button.width(), top)
            top += button.height() + gap
        if self._is_fitted:
            self.fit()
        else:
            self.view = self.view.resized(self.width(), self.height())
        self.refresh()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.devicePixelRatioF() != self.stage.ratio:
            self.stage.show(self.stage.scene, self.stage.look, self.devicePixelRatioF())
            self._worker.start()
        with QPainter(self) as painter:
            self.stage.paint(painter, self.view, self._hovered)
            look = self.stage.look
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._rectangle is not None:
                painter.setPen(QPen(QColor(look.tokens.accent), 1.5, Qt.PenStyle.DashLine))
                painter.drawRect(self._rectangle)
            self._paint_frame(painter, look)

    def _paint_frame(self, painter: QPainter, look: MapLook) -> None:
        """Corners and line of a card; with the focus the house's ring: text colour outside, card colour inside."""
        radius = 0.0 if look.tokens.is_contrast else look.px(8.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, corners = QRectF(self.rect()), QPainterPath()
        corners.addRect(frame)
        inner = QPainterPath()
        inner.addRoundedRect(frame, radius, radius)
        painter.fillPath(corners.subtracted(inner), QColor(look.tokens.colour(self._backdrop)))
        lines = [(1.0, QColor(look.tokens.stroke))]
        if self.hasFocus():
            lines = [(2.0, QColor(look.tokens.text)), (1.0, look.palette.halo)]
        inset = 0.0
        for width, colour in lines:
            inset += width / 2
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), radius, radius)
            inset += width / 2
