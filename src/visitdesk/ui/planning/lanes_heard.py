"""The lanes as screen readers meet them: a list of teams, each a list of its stops with sentence, place and state."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from visitdesk.ui.planning.day_view import Bar, Lane
from visitdesk.ui.planning.words import clock, joined, team_word, visits_word
from visitdesk.ui.shell.theme import theme

if TYPE_CHECKING:
    from visitdesk.ui.planning.lanes import Lanes


def spoken(lane: Lane, bar: Bar) -> str:
    """A stop as one sentence."""
    facts = [
        QCoreApplication.translate("Plan", "{team}, stop {number}, {name}, {street}, {begin}–{end}").format(
            team=team_word(lane.team),
            number=bar.number,
            name=bar.name,
            street=bar.street,
            begin=clock(bar.start),
            end=clock(bar.leave),
        )
    ]
    if bar.is_locked:
        facts.append(QCoreApplication.translate("Plan", "locked"))
    if bar.is_tight:
        facts.append(QCoreApplication.translate("Plan", "less than 5 min to spare"))
    return joined(facts)


def lane_spoken(lane: Lane) -> str:
    """A team as one sentence."""
    return QCoreApplication.translate("Plan", "{team}, {names}, {visits}, {load}% of the shift").format(
        team=team_word(lane.team),
        names=joined(lane.members),
        visits=visits_word(len(lane.bars)),
        load=round(lane.load * 100),
    )


class LanesHeard(QAccessibleWidget):
    """The list itself: teams as children, then their stops, in reading order."""

    def __init__(self, view: "Lanes") -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._items: dict[str, ItemHeard] = {}

    @override
    def childCount(self) -> int:
        return len(items_of(self._view))

    @override
    def child(self, index: int) -> QAccessibleInterface:
        names = items_of(self._view)
        if not 0 <= index < len(names):
            return None  # type: ignore[return-value]  # Qt asks for exactly that
        name = names[index]
        if name not in self._items:
            self._items[name] = ItemHeard(self, self._view, name)
        return self._items[name]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, ItemHeard) else -1


class ItemHeard(QAccessibleInterface):
    """A team or a stop."""

    def __init__(self, parent: LanesHeard, view: "Lanes", name: str) -> None:
        super().__init__()
        self._parent = parent
        self._view = view
        self._name = name

    @property
    def index(self) -> int:
        """Its place in the list; −1 where it has left the day."""
        names = items_of(self._view)
        return names.index(self._name) if self._name in names else -1

    def _found(self) -> tuple[Lane, Bar | None] | None:
        for lane in self._view.view.lanes if self._view.view is not None else ():
            if self._name == f"team:{lane.team}":
                return lane, None
            for bar in lane.bars:
                if bar.visit == self._name:
                    return lane, bar
        return None

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
        found = self._found()
        if t is not QAccessible.Text.Name or found is None:
            return ""
        lane, bar = found
        return lane_spoken(lane) if bar is None else spoken(lane, bar)

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nobody renames a stop through a screen reader."""

    @override
    def rect(self) -> QRect:
        found, view = self._found(), self._view
        if found is None or view.view is None:
            return QRect()
        lane, bar = found
        at = view.top_of(view.view.lanes.index(lane))
        inside = QRect(0, at, theme().px(160), theme().px(52)) if bar is None else view.rect_of(bar.visit).toRect()
        return QRect(view.viewport().mapToGlobal(inside.topLeft()), inside.size())

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        is_chosen = self._name == self._view.chosen
        state.selectable = True
        state.selected = is_chosen
        state.focusable = True
        state.focused = is_chosen and self._view.hasFocus()
        middle = self._view.viewport().mapFromGlobal(self.rect().center()) if self.isValid() else QPoint(-1, -1)
        state.offscreen = not self._view.viewport().rect().contains(middle)
        return state


def items_of(view: "Lanes") -> list[str]:
    """Names of all items in reading order: `team:T1`, its visits, `team:T2` and so on."""
    found: list[str] = []
    for lane in view.view.lanes if view.view is not None else ():
        found += [f"team:{lane.team}", *(bar.visit for bar in lane.bars)]
    return found


def _heard(kind: str, thing: QObject) -> QAccessibleInterface | None:
    return LanesHeard(thing) if kind == "Lanes" and isinstance(thing, QWidget) else None  # type: ignore[arg-type]


@cache
def teach_readers() -> None:
    """Let Qt ask us for the lanes' interface; once for the process."""
    QAccessible.installFactory(_heard)


def say_choice(view: "Lanes") -> None:
    """Tell a listening reader that another stop is selected."""
    if QAccessible.isActive() and view.chosen:
        names = items_of(view)
        if view.chosen in names:
            event = QAccessibleEvent(view, QAccessible.Event.Selection)
            event.setChild(names.index(view.chosen))
            QAccessible.updateAccessibility(event)
