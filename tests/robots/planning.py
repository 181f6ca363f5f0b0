"""The robot of the plan: carries visits by pointer and keys, reads lanes and pool."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.robots.hands import press
from tests.robots.window import WindowRobot
from visitdesk.planning.draft import DayDraft
from visitdesk.ui.planning.day_view import Bar, Lane, PoolRow
from visitdesk.ui.planning.lane_hints import LaneHint
from visitdesk.ui.planning.panel import PlanPage


class PlanRobot:
    """What a planner does on the page."""

    def __init__(self, robot: WindowRobot) -> None:
        self.robot = robot
        page = robot.window.top
        assert isinstance(page, PlanPage)
        self.page = page
        robot.comes_to_rest()

    # --- looks ------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> DayDraft:
        """The draft in sight."""
        return self.page.session.draft

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes in sight."""
        view = self.page.lanes.view
        assert view is not None
        return view.lanes

    @property
    def waiting(self) -> list[PoolRow]:
        """Rows of the pool that some team may be asked for."""
        return [row for row in self.page.pool.items.rows if row.hindrance is None]

    def free_visit(self) -> PoolRow:
        """A visit of the pool that some team can take."""
        return next(row for row in self.waiting if self.page.session.best_team(row.visit))

    def hint(self, team: str) -> LaneHint:
        """What a lane says now."""
        return self.page.lanes.hints[team]

    def team_of(self, visit: str) -> str:
        """The lane a visit is on; "" for the pool."""
        return self.draft.plan.team_of_visit().get(visit, "")

    def first_bar(self) -> Bar:
        """A stop that is neither locked nor alone."""
        return next(bar for lane in self.lanes if len(lane.bars) > 2 for bar in lane.bars if not bar.is_locked)

    def bars(self) -> set[str]:
        """Words of the InfoBars in sight, by name."""
        return {
            bar.objectName()
            for bar in self.page.findChildren(QWidget)
            if bar.objectName().endswith("_bar") and bar.isVisible()
        }

    # --- deeds ------------------------------------------------------------------------------------------------

    def does(self, key: str) -> "PlanRobot":
        """An action, as from its key."""
        action = self.robot.window.shell.actions[key]
        assert action.isEnabled(), action.toolTip()
        action.trigger()
        return self

    def on_pool(self, key: Qt.Key) -> "PlanRobot":
        """A key on the pool."""
        press(self.page.pool, key)
        return self

    def on_lanes(self, key: Qt.Key) -> "PlanRobot":
        """A key on the lanes."""
        press(self.page.lanes, key)
        return self

    def chooses(self, visit: str) -> "PlanRobot":
        """Select a visit in the pool or on a lane."""
        self.page.choose(visit)
        return self

    def drags_from_pool(self, visit: str, team: str) -> None:
        """Press on a row, move over a lane, let go there."""
        pool = self.page.pool
        row = next(nth for nth, one in enumerate(pool.items.rows) if one.visit == visit)
        pool.scrollTo(pool.items.index(row))
        start = pool.visualRect(pool.items.index(row)).center()
        self._drags(pool.viewport(), start, team)

    def drags_bar(self, visit: str, team: str) -> None:
        """Press on a bar, move over another lane, let go there."""
        self.page.lanes.bring_into_sight(visit)
        self._drags(self.page.lanes.viewport(), self.page.lanes.rect_of(visit).center().toPoint(), team)

    def _drags(self, source: QWidget, start: QPoint, team: str) -> None:
        lanes = self.page.lanes
        at = next(nth for nth, lane in enumerate(self.lanes) if lane.team == team)
        QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
        target = lanes.viewport().mapToGlobal(QPoint(lanes.viewport().width() // 2, lanes.top_of(at) + 20))
        for place in (start + QPoint(30, 4), source.mapFromGlobal(target)):
            _move(source, QPointF(place))
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=source.mapFromGlobal(target))


def _move(widget: QWidget, place: QPointF) -> None:
    """A move with the button held; QTest's own moves hold none."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(widget.mapToGlobal(place.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
