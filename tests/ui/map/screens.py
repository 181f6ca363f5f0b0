"""Pictures of the map in a page: beside its twin, the table of stops; and a worked example of sharing a selection."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tests.screens import Screen
from tests.ui.map.scenes import small_day
from visitdesk.geo.scene import MapScene, MapStop
from visitdesk.ui.map.view import VISIT, MapView
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.page import Page, PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.widgets import Card
from visitdesk.ui.shell.window import MainWindow

COLUMNS: tuple[Column[MapStop], ...] = (
    Column(key="id", title=lambda: "外访", text=lambda stop: stop.id, width=80, bold=True),
    Column(key="team", title=lambda: "小组", text=lambda stop: stop.team, width=70),
    Column(key="time", title=lambda: "时间", text=lambda stop: stop.label, width=80),
)


class MapPage(Page):
    """A list and a map that follow one another; neither hears its own echo."""

    def __init__(self, shell: Shell, scene: MapScene) -> None:
        super().__init__(shell, name="map")
        self.title.setText("地图")
        self.table: Table[MapStop] = Table(COLUMNS, lambda stop: stop.id, name="map.table", label=lambda: "站点")
        self.map = MapView(name="map.view")
        self.table.set_rows(scene.stops)
        self.map.set_scene(scene)
        self.table.row_selected.connect(
            lambda stop: self.map.select(None if stop is None else Selection(kind=VISIT, id=stop.id))
        )
        self.map.selection_changed.connect(
            lambda selection: None if selection is None else self.table.select_id(selection.id)
        )
        card = Card()
        card.add(self.table, stretch=1)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(card, 1)
        row.addWidget(self.map, 2)
        self.set_content(content)


def specs(scene: MapScene) -> tuple[PageSpec, ...]:
    """One page that holds the scene."""
    return (PageSpec(key="plan", station=Station.PLAN, make=lambda shell: MapPage(shell, scene)),)


def choose(window: MainWindow) -> None:
    """Select a stop in the table."""
    page = window.findChild(MapPage)
    assert isinstance(page, MapPage)
    page.table.select_id("V22")


SCREENS = (
    Screen(name="map", page="plan", specs=lambda: specs(small_day()), prepare=choose),
    Screen(name="map-empty", page="plan", specs=lambda: specs(MapScene())),
)
