"""How the plan's page is laid out: pool and why-not at the left, lanes above, map and changes below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from visitdesk.ui.map.view import MapView
from visitdesk.ui.planning.changes_card import ChangesCard
from visitdesk.ui.planning.lanes import Lanes
from visitdesk.ui.planning.optimise import OptimiseCard
from visitdesk.ui.planning.parts import Figures
from visitdesk.ui.planning.pool import PoolList
from visitdesk.ui.planning.why import WhyPanel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Card, Line

POOL_PX, POOL_NARROW_PX = 316, 272


class PlanLayout(QWidget):
    """The parts and where they are."""

    def __init__(self, optimise: OptimiseCard) -> None:
        super().__init__()
        t = theme()
        self.pool = PoolList()
        self.why = WhyPanel()
        self.figures = Figures()
        self.lanes = Lanes()
        self.map = MapView(name="plan.map")
        self.changes = ChangesCard()
        self.optimise = optimise
        self.pool_card = Card(name="plan.pool_card")
        self.pool_card.body.setContentsMargins(1, t.px(12), 1, 1)
        self.pool_card.head.setContentsMargins(t.px(12), 0, t.px(12), 0)
        self.pool_card.title.show()
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.addWidget(self.pool)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addWidget(self.why)
        left.addWidget(below)
        left.setStretchFactor(0, 5)
        left.setStretchFactor(1, 6)
        left.setSizes([500, 480])
        self.pool_card.add(left, stretch=1)
        lanes_card = Card(name="plan.lanes_card")
        lanes_card.body.setContentsMargins(1, 1, 1, 1)
        lanes_card.body.setSpacing(0)
        lanes_card.add(self.figures, Line())
        lanes_card.add(self.lanes, stretch=1)
        lower = QWidget()
        across = QHBoxLayout(lower)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(t.px(12))
        across.addWidget(self.map, 1)
        across.addWidget(self.changes)
        self.changes.setFixedWidth(t.px(380))
        self.changes.hide()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(t.px(12))
        self.split.addWidget(lanes_card)
        self.split.addWidget(lower)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([440, 340])
        right = QVBoxLayout()
        right.setSpacing(t.px(12))
        right.addWidget(optimise)
        right.addWidget(self.split, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.px(12))
        whole.addWidget(self.pool_card)
        whole.addLayout(right, 1)
        optimise.hide()
        self.fit(1440)

    def fit(self, width: float) -> None:
        """Room for a window of this width at 100 % text scale."""
        t = theme()
        self.pool_card.setFixedWidth(t.px(POOL_PX if width >= 1440 else POOL_NARROW_PX))
        self.changes.setFixedWidth(t.px(380 if width >= 1440 else 320))
