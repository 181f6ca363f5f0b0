"""The map under the hand: pointer, keys, selection, screen readers."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.map.scenes import near, small_day
from visitdesk.geo.projection import project
from visitdesk.geo.scene import MapScene, MapStop
from visitdesk.ui.map.stage import Work
from visitdesk.ui.map.view import MapView
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.theme import Mode, Theme
from visitdesk.ui.shell.widgets import IconButton
from visitdesk.wording import Lang

MakeMap = Callable[[], MapView]
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Robot:
    """Does on a map what a person does, and notes what the map says."""

    def __init__(self, qtbot: QtBot, view: MapView) -> None:
        self.qtbot = qtbot
        self.view = view
        self.said: list[object] = []
        self.opened: list[str] = []
        view.selection_changed.connect(self.said.append)
        view.several_chosen.connect(self.said.append)
        view.opened.connect(self.opened.append)

    def at(self, identity: str) -> QPoint:
        """Where a visit's mark is, or the mark that stands for it and others; (−1, −1) out of sight."""
        content = self.view.stage.content
        spots = content.visible(self.view.view, self.view.stage.shown)
        nth = content.index[identity]
        x, y = next(((x, y) for x, y, spot in spots if nth in spot.members), (-1.0, -1.0))
        return QPoint(round(x), round(y))

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.view, LEFT, modifiers, at)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.view, LEFT, modifiers, start)
        middle = (start + end) / 2
        for point in (middle, end):
            QTest.mouseMove(self.view, point)
        QTest.mouseRelease(self.view, LEFT, modifiers, end)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)

    def wheel(self, at: QPointF, notches: int) -> None:
        event = QWheelEvent(
            at,
            self.view.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)


@pytest.fixture
def robot(qtbot: QtBot, make_map: MakeMap) -> Robot:
    return Robot(qtbot, make_map())


def test_that_a_click_selects_a_stop_and_says_so_once(robot: Robot) -> None:
    robot.click(robot.at("V12"))
    robot.click(robot.at("V12"))
    assert robot.said == [Selection(kind="visit", id="V12")]
    assert robot.view.chosen == {"V12"}


def test_that_a_click_on_the_ground_clears_the_selection(robot: Robot) -> None:
    robot.click(robot.at("V12"))
    robot.click(QPoint(20, 20))
    assert robot.said == [Selection(kind="visit", id="V12"), None]


def test_that_following_a_selection_made_elsewhere_gives_no_echo(robot: Robot) -> None:
    robot.view.select(Selection(kind="visit", id="V21"))
    assert robot.view.chosen == {"V21"}
    robot.view.select(Selection(kind="collector", id="V21"))
    assert robot.view.chosen == frozenset()
    robot.view.select(Selection(kind="visit", id="nobody"))
    robot.view.select(None)
    assert robot.said == []


def test_that_ctrl_adds_and_takes_away(robot: Robot) -> None:
    robot.click(robot.at("V12"))
    robot.click(robot.at("V23"), Qt.KeyboardModifier.ControlModifier)
    robot.click(robot.at("V12"), Qt.KeyboardModifier.ControlModifier)
    assert robot.said == [Selection(kind="visit", id="V12"), ("V12", "V23"), Selection(kind="visit", id="V23")]


def test_that_a_rectangle_selects_what_lies_in_it(robot: Robot) -> None:
    corners = [robot.at(identity) for identity in ("V11", "V12", "V13")]
    margin = QPoint(20, 20)
    top_left = QPoint(min(p.x() for p in corners), min(p.y() for p in corners)) - margin
    bottom_right = QPoint(max(p.x() for p in corners), max(p.y() for p in corners)) + margin
    before = robot.view.view
    robot.drag(top_left, bottom_right, Qt.KeyboardModifier.ShiftModifier)
    assert robot.said == [("V11", "V12", "V13")]
    assert robot.view.view == before


def test_that_a_double_click_opens_a_stop(robot: Robot) -> None:
    QTest.mouseDClick(robot.view, LEFT, PLAIN, robot.at("V13"))
    assert robot.opened == ["V13"]


def test_that_dragging_moves_the_ground_with_the_hand_and_selects_nothing(robot: Robot) -> None:
    start = robot.at("V12")
    robot.drag(start, start + QPoint(60, 40))
    assert robot.at("V12") == start + QPoint(60, 40)
    assert robot.said == []


def test_that_the_wheel_keeps_the_place_under_the_pointer(robot: Robot) -> None:
    at = QPointF(robot.at("V13"))
    zoom, held = robot.view.view.zoom, robot.view.view.world(at.x(), at.y())
    robot.wheel(at, 3)
    assert robot.view.view.zoom == pytest.approx(zoom + 1.5)
    assert robot.view.view.pixel(held) == pytest.approx((at.x(), at.y()))
    robot.wheel(at, -3)
    assert robot.view.view.zoom == pytest.approx(zoom)


def test_that_every_stop_can_be_reached_and_opened_by_keys(robot: Robot) -> None:
    seen: list[str] = []
    for _ in small_day().stops:
        robot.press(Qt.Key.Key_PageDown)
        seen.append(*robot.view.chosen)
    assert seen == [stop.id for stop in small_day().stops]
    robot.press(Qt.Key.Key_PageDown)
    assert robot.view.chosen == {"V11"}
    robot.press(Qt.Key.Key_PageUp)
    robot.press(Qt.Key.Key_Return)
    assert robot.opened == ["U1"]


def test_that_arrows_plus_minus_and_home_move_the_map(robot: Robot) -> None:
    home = robot.view.view
    robot.press(Qt.Key.Key_Right)
    robot.press(Qt.Key.Key_Down)
    assert robot.view.view.centre.x > home.centre.x
    assert robot.view.view.centre.y > home.centre.y
    robot.press(Qt.Key.Key_Plus)
    assert robot.view.view.zoom > home.zoom
    robot.press(Qt.Key.Key_Minus)
    assert robot.view.view.zoom == pytest.approx(home.zoom)
    robot.press(Qt.Key.Key_Home)
    assert robot.view.view == home


def test_that_a_selected_stop_out_of_sight_is_brought_in_and_one_in_sight_moves_nothing(robot: Robot) -> None:
    before = robot.view.view
    robot.view.select_visits(["V11"])
    assert robot.view.view == before
    robot.view.look(before.moved(5_000, 0))
    robot.view.select_visits(["V12"])
    assert robot.view.rect().contains(robot.at("V12"))


def test_that_new_data_keeps_view_and_selection(robot: Robot) -> None:
    robot.view.select_visits(["V12", "V13"])
    robot.press(Qt.Key.Key_Plus)
    before = robot.view.view
    day = small_day()
    robot.view.set_scene(replace(day, stops=day.stops[:2]))
    assert robot.view.view == before
    assert robot.view.chosen == {"V12"}
    assert robot.said == []


def test_that_a_fitted_map_stays_fitted_when_stops_and_window_change(robot: Robot) -> None:
    day = small_day()
    far = MapStop(id="V99", place=near(40, 60))
    robot.view.set_scene(replace(day, stops=(*day.stops, far)))
    assert robot.view.rect().contains(robot.at("V99"))
    robot.view.resize(420, 300)
    assert robot.view.rect().contains(robot.at("V99"))


def test_that_a_crowd_comes_apart_by_clicking(robot: Robot) -> None:
    stops = tuple(MapStop(id=f"V{n}", place=near(n / 50, 0), number=n) for n in range(1, 4))
    robot.view.set_scene(MapScene(stops=(*stops, MapStop(id="far", place=near(50, 50)))))
    spot = robot.view.spot_at(QPointF(robot.at("V2")))
    assert spot is not None
    assert spot.is_cluster
    assert "3" in robot.view.stage.content.spoken(spot)
    for _ in range(6):
        robot.click(robot.at("V2"))
    assert robot.view.chosen == {"V2"}


def test_that_an_alarm_is_never_hidden_in_a_crowd(robot: Robot) -> None:
    day = small_day()
    place = day.stops[4].place
    crowd = tuple(MapStop(id=f"C{n}", place=place) for n in range(20))
    robot.view.set_scene(replace(day, stops=(*day.stops, *crowd)))
    spot = robot.view.spot_at(QPointF(robot.at("V22")))
    assert spot is not None
    assert robot.view.stage.content.stop(spot).id == "V22"


def test_that_the_pointer_outlines_the_mark_below_it(robot: Robot) -> None:
    calm = robot.view.grab().toImage()
    QTest.mouseMove(robot.view, robot.at("V13"))
    assert robot.view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert robot.view.grab().toImage() != calm
    QTest.mouseMove(robot.view, QPoint(15, 15))
    assert robot.view.grab().toImage() == calm


def test_that_a_screen_reader_hears_a_list_of_stops(robot: Robot) -> None:
    heard = QAccessible.queryAccessibleInterface(robot.view)
    assert heard.role() == QAccessible.Role.List
    assert heard.text(QAccessible.Text.Name) == "地图"
    assert heard.childCount() == 7
    robot.view.select_visits(["V22"])
    items = [heard.child(n) for n in range(7)]
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    assert items[0].text(QAccessible.Text.Name) == "1 组，第 1 站，9:30，已排"
    assert items[4].text(QAccessible.Text.Name) == "2 组第 2 站"
    assert [bool(item.state().selected) for item in items] == [False] * 4 + [True] + [False] * 2
    assert heard.indexOfChild(items[3]) == 3
    on_screen = robot.view.mapToGlobal(robot.at("V13"))
    assert items[2].rect().contains(on_screen)
    found = heard.childAt(on_screen.x(), on_screen.y())
    assert found.text(QAccessible.Text.Name) == items[2].text(QAccessible.Text.Name)


def test_that_choosing_while_a_reader_listens_does_no_harm(robot: Robot) -> None:
    QAccessible.setActive(True)
    try:
        robot.press(Qt.Key.Key_PageDown)
        robot.view.select_visits(["V21", "V22"])
        robot.view.set_scene(MapScene())
        robot.press(Qt.Key.Key_PageDown)
    finally:
        QAccessible.setActive(False)
    assert robot.said == [Selection(kind="visit", id="V11")]
    assert robot.view.chosen == frozenset()


def test_that_items_of_stops_that_left_are_no_longer_valid(robot: Robot) -> None:
    heard = QAccessible.queryAccessibleInterface(robot.view)
    item = heard.child(6)
    robot.view.set_scene(replace(small_day(), stops=small_day().stops[:2]))
    assert heard.childCount() == 2
    assert not item.isValid()
    assert item.text(QAccessible.Text.Name) == ""


def test_that_theme_and_language_switch_while_the_map_is_shown(robot: Robot, dress: Theme) -> None:
    light = robot.view.grab().toImage()
    dress.set_mode(Mode.DARK)
    robot.view.finish()
    dark = robot.view.grab().toImage()
    assert dark != light
    dress.set_lang(Lang.EN)
    robot.view.finish()
    assert robot.view.grab().toImage() != dark
    dress.set_lang(Lang.ZH)
    dress.set_mode(Mode.LIGHT)
    robot.view.finish()
    assert robot.view.grab().toImage() == light


def test_that_the_map_comes_to_rest_by_itself(robot: Robot) -> None:
    robot.press(Qt.Key.Key_Plus)
    robot.qtbot.waitUntil(lambda: robot.view.stage.work(robot.view.view) is Work.NONE_LEFT)
    sharp = robot.view.grab().toImage()
    robot.view.finish()
    assert robot.view.grab().toImage() == sharp


def test_that_a_layer_made_in_slices_equals_one_made_at_once(robot: Robot, make_map: MakeMap) -> None:
    other = make_map()
    robot.view.look(robot.view.view.moved(300, 200))
    other.look(other.view.moved(300, 200))
    while robot.view.stage.work(robot.view.view) is not Work.NONE_LEFT:
        QApplication.processEvents()
    other.finish()
    assert robot.view.grab().toImage() == other.grab().toImage()


def test_that_buttons_name_what_they_do(robot: Robot) -> None:
    zoom = robot.view.view.zoom
    for name, word in (("zoom_in", "放大"), ("zoom_out", "缩小"), ("fit", "显示全部")):
        button = robot.view.findChild(IconButton, f"map.{name}")
        assert isinstance(button, IconButton)
        assert word in button.accessibleName()
        QTest.mouseClick(button, LEFT)
    assert robot.view.view.zoom == pytest.approx(zoom)


def test_that_an_empty_map_can_be_used_without_harm(robot: Robot) -> None:
    robot.view.set_scene(MapScene())
    robot.view.fit()
    robot.press(Qt.Key.Key_PageDown)
    robot.press(Qt.Key.Key_Return)
    robot.click(QPoint(100, 100))
    robot.view.select_visits(["V1"])
    robot.view.centre_on("V1")
    robot.view.fit_to(["V1"])
    assert robot.said == []
    assert robot.opened == []


def test_that_centring_brings_a_visit_to_the_middle(robot: Robot) -> None:
    robot.view.centre_on("V13")
    assert robot.view.view.pixel(project(near(1, 6))) == pytest.approx((400, 250))
    robot.view.fit_to(["V11", "V12"])
    assert robot.view.rect().contains(robot.at("V11"))
    assert not robot.view.rect().contains(robot.at("V22"))
    QToolTip.hideText()


def test_that_words_stay_while_the_selection_changes(robot: Robot) -> None:
    def words() -> int:
        """Dark pixels right of stop 3 of team 1, where its time stands."""
        at = robot.at("V13")
        image = robot.view.grab(QRect(at + QPoint(16, -8), QSize(40, 16))).toImage()
        return sum(
            image.pixelColor(x, y).lightness() < 110 for x in range(image.width()) for y in range(image.height())
        )

    assert words() > 20
    robot.view.select_visits(["V21"])
    assert words() > 20
