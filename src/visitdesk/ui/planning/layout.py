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
        self.pool_card = self._pool_card()
        right = QVBoxLayout()
        right.setSpacing(t.px(12))
        right.addWidget(optimise)
        right.addWidget(self._lanes_over_map(), 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.px(12))
        whole.addWidget(self.pool_card)
        whole.addLayout(right, 1)
        optimise.hide()
        self.changes.hide()
        self.fit(1440)

    def _pool_card(self) -> Card:
        t = theme()
        card = Card(name="plan.pool_card")
        card.body.setContentsMargins(1, t.px(12), 1, 1)
        card.head.setContentsMargins(t.px(12), 0, t.px(12), 0)
        card.title.show()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addWidget(self.why)
        split = _split(self.pool, below, (500, 480))
        card.add(split, stretch=1)
        return card

    def _lanes_over_map(self) -> QSplitter:
        t = theme()
        card = Card(name="plan.lanes_card")
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        card.add(self.figures, Line())
        card.add(self.lanes, stretch=1)
        lower = QWidget()
        across = QHBoxLayout(lower)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(t.px(12))
        across.addWidget(self.map, 1)
        across.addWidget(self.changes)
        split = _split(card, lower, (470, 320))
        split.setHandleWidth(t.px(12))
        return split

    def fit(self, width: float) -> None:
        """Room for a window of this width at 100 % text scale."""
        t = theme()
        self.pool_card.setFixedWidth(t.px(POOL_PX if width >= 1440 else POOL_NARROW_PX))
        self.changes.setFixedWidth(t.px(380 if width >= 1440 else 320))


def _split(upper: QWidget, lower: QWidget, sizes: tuple[int, int]) -> QSplitter:
    split = QSplitter(Qt.Orientation.Vertical)
    split.setChildrenCollapsible(False)
    for nth, part in enumerate((upper, lower)):
        split.addWidget(part)
        split.setStretchFactor(nth, sizes[nth])
    split.setSizes(list(sizes))
    return split
