"""The map as screen readers meet it: a list whose items are the stops, each with its sentence, place and state."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid
from typing_extensions import override

from visitdesk.ui.map.marks import MARK_PX

if TYPE_CHECKING:
    from visitdesk.ui.map.view import MapView


class MapHeard(QAccessibleWidget):
    """The list. Its items are kept here, for Qt holds no reference of its own."""

    def __init__(self, view: "MapView") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._items: dict[str, StopHeard] = {}

    @override
    def childCount(self) -> int:
        return len(self._view.stage.scene.stops) if isValid(self._view) else 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        stop = self._view.stage.scene.stops[index]
        item = self._items.get(stop.id)
        if item is None:
            item = self._items[stop.id] = StopHeard(self, self._view, stop.id)
        return item

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._view.mapFromGlobal(QPoint(x, y))
        spot = self._view.spot_at(QPointF(at))
        return self if spot is None else self.child(spot.members[0])

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, StopHeard) else -1


class StopHeard(QAccessibleInterface):
    """An item: a stop that need not be in sight to be read."""

    def __init__(self, parent: MapHeard, view: "MapView", identity: str) -> None:
        super().__init__()
        self._parent = parent
        self._view = view
        self._id = identity

    @property
    def index(self) -> int:
        """Its place in the list; −1 where the stop has left the map."""
        return self._view.stage.content.index.get(self._id, -1)

    @override
    def isValid(self) -> bool:
        return isValid(self._view) and self.index >= 0

    @override
    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # items have none; Qt asks for exactly that

    @override
    def parent(self) -> QAccessibleInterface:
        return self._parent

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # has no children

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]  # has no children

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t is not QAccessible.Text.Name or not self.isValid():
            return ""
        content = self._view.stage.content
        return content.sentence(content.scene.stops[self.index])

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nobody renames a stop through a screen reader."""

    @override
    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        content, view = self._view.stage.content, self._view.view
        x, y = view.pixel(content.points[self.index])
        side = round(content.look.px(MARK_PX))
        corner = self._view.mapToGlobal(QPoint(round(x - side / 2), round(y - side / 2)))
        return QRect(corner, QSize(side, side))

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        is_chosen = self._id in self._view.chosen
        state.selectable = True
        state.selected = is_chosen
        state.focusable = True
        state.focused = is_chosen and self._view.hasFocus()
        state.offscreen = not self._view.rect().contains(QPoint(*map(round, self._place())))
        return state

    def _place(self) -> tuple[float, float]:
        return self._view.view.pixel(self._view.stage.content.points[self.index]) if self.isValid() else (-1.0, -1.0)


def _heard(kind: str, thing: QObject) -> QAccessibleInterface | None:
    return MapHeard(thing) if kind == "MapView" else None  # type: ignore[arg-type]  # the class name says it


@cache
def teach_readers() -> None:
    """Let Qt ask us for the map's interface; once for the process."""
    QAccessible.installFactory(_heard)


def say_choice(view: "MapView") -> None:
    """Tell a listening reader that another stop is selected."""
    if QAccessible.isActive():
        for identity in sorted(view.chosen):
            event = QAccessibleEvent(view, QAccessible.Event.Selection)
            event.setChild(view.stage.content.index[identity])
            QAccessible.updateAccessibility(event)
