"""The lanes as a widget to work with: choose, drag, or carry a visit by keys from team to team.

Pointer: a click selects, a double click opens, a drag carries; over a lane that forbids it the drop is refused.
Keys: arrows walk through stops and lanes; while a visit is carried up and down choose the team, Enter puts it down,
Esc lets go. The wheel with Ctrl stretches the time axis; + and − too.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from typing_extensions import override

from visitdesk.ui.planning.lane_canvas import LaneCanvas
from visitdesk.ui.planning.lane_hints import LaneHint, ghost_rect
from visitdesk.ui.planning.lanes_heard import say_choice, spoken, teach_readers
from visitdesk.ui.shell.theme import theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Lanes(LaneCanvas):
    """The lanes.

    Signals:
        chosen_visit: payload str; the person selected a stop, "" for none.
        chosen_lane: payload str; a team's head was clicked.
        opened: payload str; double click or Enter.
        dropped: payload (visit, team, seconds of the day where it was put down; −1 by keys).
        refused: payload `LaneHint`; put down where a rule forbids it.
        let_go: the carried visit stays where it was.
        taken_out: payload str; dragged out of the lanes altogether.
    """

    chosen_visit = Signal(str)
    chosen_lane = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, str, int)
    refused = Signal(object)
    let_go = Signal()
    taken_out = Signal(str)

    def __init__(self) -> None:
        teach_readers()
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pick: Callable[[str], bool] = lambda _: False
        self._pressed: tuple[str, QPointF] | None = None
        self._by_pointer = False

    # --- selection --------------------------------------------------------------------------------------------

    def select(self, visit: str) -> None:
        """Follow a selection made elsewhere."""
        if visit != self.chosen:
            self.chosen = visit
            lane = self.view.lane_of(visit) if self.view is not None else None
            self.chosen_team = lane.team if lane is not None else ""
            self.bring_into_sight(visit)
            self.viewport().update()
            say_choice(self)

    def _choose(self, visit: str) -> None:
        self.select(visit)
        self.chosen_visit.emit(visit)

    # --- carrying ---------------------------------------------------------------------------------------------

    def carry(self, visit: str, words: str, hints: Mapping[str, LaneHint]) -> None:
        """Pick a visit up: every lane answers at once, the best one is the target of the keys."""
        self.carried, self.carried_words, self.hints = visit, words, dict(hints)
        best = next((one.team for one in hints.values() if one.is_best), "")
        self.target = best or (self.view.lanes[0].team if self.view is not None and self.view.lanes else "")
        self._bring_lane(self.target)
        self.viewport().update()

    def carry_to(self, point: QPointF) -> None:
        """The pointer carries it to this place of the viewport."""
        if not self.carried:
            return
        lane = self.lane_at(point.y()) if self.viewport().rect().contains(point.toPoint()) else None
        team = lane.team if lane is not None else ""
        if team != self.target:
            self.target = team
            self.viewport().update()
        old, self._ghost = self._ghost, point
        for place in filter(None, (old, point)):
            self.viewport().update(ghost_rect(self.carried_words, place.x(), place.y()).toAlignedRect())

    def put_down(self, point: QPointF | None = None) -> None:
        """Put it on the target lane; where that is forbidden it goes back and the rule is said."""
        visit, team, hint = self.carried, self.target, self.hints.get(self.target)
        seconds = -1 if point is None else self.scale.seconds(point.x())
        outside = point is not None and not self.viewport().rect().contains(point.toPoint())
        self._end()
        if outside:
            self.taken_out.emit(visit)
        elif hint is None or not team:
            self.let_go.emit()
        elif hint.forbids:
            self.refused.emit(hint)
        else:
            self.dropped.emit(visit, team, seconds)

    def cancel(self) -> None:
        """Let go; nothing changes."""
        if self.carried:
            self._end()
            self.let_go.emit()

    def _end(self) -> None:
        self.carried, self.hints, self.target, self._ghost, self._pressed = "", {}, "", None, None
        self.unsetCursor()
        self.viewport().update()

    def _bring_lane(self, team: str) -> None:
        if self.view is None:
            return
        at = next((nth for nth, lane in enumerate(self.view.lanes) if lane.team == team), -1)
        if at >= 0:
            bar, step = self.verticalScrollBar(), self.verticalScrollBar().singleStep()
            bar.setValue(min(max(bar.value(), (at + 1) * step - bar.pageStep()), at * step))

    # --- keys -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if key in _ARROWS and plain:
            self._arrow(*_ARROWS[key])
        elif key == Qt.Key.Key_Escape and self.carried:
            self.cancel()
        elif is_enter and plain and self.carried:
            self.put_down()
        elif is_enter and plain and self.chosen:
            self.opened.emit(self.chosen)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.magnify(1.25, self.viewport().width() / 2)
        elif key == Qt.Key.Key_Minus:
            self.magnify(0.8, self.viewport().width() / 2)
        else:
            super().keyPressEvent(event)

    def _arrow(self, across: int, down: int) -> None:
        if self.view is None or not self.view.lanes:
            return
        if self.carried:
            teams = [lane.team for lane in self.view.lanes]
            at = teams.index(self.target) if self.target in teams else 0
            self.target = teams[min(max(at + down, 0), len(teams) - 1)]
            self._bring_lane(self.target)
            self.viewport().update()
            return
        lane = self.view.lane_of(self.chosen)
        if lane is None:
            lane = next((one for one in self.view.lanes if one.bars), None)
            if lane is not None:
                self._choose(lane.bars[0].visit)
            return
        self._choose(self._beside(self.view.lanes.index(lane), across, down))

    def _beside(self, at: int, across: int, down: int) -> str:
        """The stop left or right; above and below the one nearest in time."""
        if self.view is None:
            return ""
        lane = self.view.lanes[at]
        nth = next(n for n, bar in enumerate(lane.bars) if bar.visit == self.chosen)
        if across:
            return lane.bars[min(max(nth + across, 0), len(lane.bars) - 1)].visit
        others = self.view.lanes[at + 1 :] if down > 0 else self.view.lanes[:at][::-1]
        other = next((one for one in others if one.bars), None)
        if other is None:
            return self.chosen
        return min(other.bars, key=lambda bar: abs(bar.start - lane.bars[nth].start)).visit

    # --- pointer ----------------------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.carried:
            return
        bar, lane = self.bar_at(event.position()), self.lane_at(event.position().y())
        if bar is not None:
            self._pressed = (bar.visit, event.position())
            self._choose(bar.visit)
        elif lane is not None and event.position().x() < theme().px(160):
            self.chosen_team = lane.team
            self.viewport().update()
            self.chosen_lane.emit(lane.team)
        else:
            self._choose("")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self.carried:
            visit, since = self._pressed
            if (event.position() - since).manhattanLength() >= QApplication.startDragDistance():
                if self.pick(visit):
                    self.setCursor(Qt.CursorShape.ClosedHandCursor)
                else:
                    self._pressed = None
        if self.carried and self._pressed is not None:
            self.carry_to(event.position())
            return
        bar = self.bar_at(event.position())
        hovered = bar.visit if bar is not None else ""
        if hovered != self.hovered:
            self.hovered = hovered
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.carried and self._pressed is not None:
            self.carry_to(event.position())
            self.put_down(event.position())
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        if bar is not None:
            self.opened.emit(bar.visit)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.hovered:
            self.hovered = ""
            self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar, lane = self.bar_at(QPointF(event.pos())), self.lane_at(event.pos().y())
            words = spoken(lane, bar) if bar is not None and lane is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
