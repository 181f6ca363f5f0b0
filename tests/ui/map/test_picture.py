"""The map as a picture without a window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.map.scenes import DEPOT, small_day
from visitdesk.geo.model import LatLon
from visitdesk.geo.projection import Viewport, project
from visitdesk.geo.scene import Basis, MapScene
from visitdesk.geo.tiles import GeoBox
from visitdesk.ui.map.content import Shown
from visitdesk.ui.map.furniture import attribution, distance_words
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.picture import home, map_image, map_png, render_scene
from visitdesk.ui.shell.theme import Theme
from visitdesk.ui.shell.tokens import DARK, LIGHT, Tokens
from visitdesk.wording import Lang

SIZE = QSize(700, 460)


def look(tokens: Tokens = LIGHT, lang: Lang = Lang.ZH) -> MapLook:
    return MapLook.of(tokens, lang)


def at(image: QImage, place: LatLon, view: Viewport) -> QColor:
    x, y = view.pixel(project(place))
    return image.pixelColor(round(x), round(y))


def test_that_the_same_scene_gives_the_same_bytes(dress: Theme) -> None:
    first, second = (map_png(small_day(), SIZE, look()) for _ in range(2))
    assert first == second
    assert first.startswith(b"\x89PNG")
    assert map_png(small_day(), SIZE, look(DARK)) != first
    assert map_png(small_day(), SIZE, look(lang=Lang.EN)) != first


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_that_a_picture_has_the_size_it_was_asked_for(dress: Theme, ratio: float) -> None:
    image = map_image(small_day(), SIZE, look(), ratio=ratio)
    assert image.size() == QSize(round(700 * ratio), round(460 * ratio))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_that_land_is_land_and_sea_is_sea(dress: Theme, tokens: Tokens) -> None:
    shown = replace(home(QSizeF(SIZE), MapScene(), look(tokens)), zoom=3.4)
    image = map_image(MapScene(), SIZE, look(tokens), view=shown)
    palette = look(tokens).palette
    assert at(image, LatLon(lat=41.3, lon=108.7), shown).name() == palette.ground.name()
    assert at(image, LatLon(lat=24.7, lon=137.3), shown).name() == palette.sea.name()


def test_that_every_stop_is_seen_and_in_its_routes_colour(dress: Theme) -> None:
    scene = small_day()
    image = map_image(scene, SIZE, look(), legend=False)
    view = home(QSizeF(SIZE), scene, look())
    for stop in scene.stops[:3]:
        x, y = view.pixel(project(stop.place))
        around = {image.pixelColor(round(x) + dx, round(y) + 8).name() for dx in range(-3, 4)}
        assert look().palette.route(0).name() in around


def test_that_ground_outside_the_street_map_is_hatched_and_inside_is_not(dress: Theme) -> None:
    box = GeoBox(south=DEPOT.lat - 0.02, north=DEPOT.lat + 0.02, west=DEPOT.lon - 0.02, east=DEPOT.lon + 0.02)
    view = Viewport(centre=project(DEPOT), zoom=12.0, width=700, height=460)
    image = map_image(MapScene(coverage=(box,), basis=Basis.PACK), SIZE, look(), view=view, legend=False)
    hatch = look().palette.hatch.name()

    def hatched(left: int, top: int) -> int:
        return sum(image.pixelColor(x, y).name() == hatch for x in range(left, left + 40) for y in range(top, top + 40))

    assert hatched(60, 60) > 40
    assert hatched(330, 185) == 0


def test_that_a_map_without_streets_admits_it_and_a_pack_is_named_with_its_date() -> None:
    assert "Natural Earth" in attribution(MapScene(), look())
    assert "示意" in attribution(MapScene(), look())
    packed = MapScene(basis=Basis.PACK, attribution="© OpenStreetMap", as_of="2026-11-01")
    assert attribution(packed, look(lang=Lang.EN)) == "Map © OpenStreetMap, data of 2026-11-01"
    assert "2026" not in attribution(replace(packed, as_of=""), look())


@pytest.mark.parametrize(
    ("metres", "zh", "en"),
    [(50, "50 米", "50 m"), (999, "999 米", "999 m"), (1000, "1 公里", "1 km"), (5000, "5 公里", "5 km")],
)
def test_that_distances_are_said_in_words(metres: float, zh: str, en: str) -> None:
    assert distance_words(metres, look()) == zh
    assert distance_words(metres, look(lang=Lang.EN)) == en


def test_that_an_empty_map_says_what_will_be_here(dress: Theme) -> None:
    scene = MapScene()
    view = home(QSizeF(SIZE), scene, look())
    blank = map_image(small_day(), SIZE, look(), view=view, legend=False)
    empty = map_image(scene, SIZE, look(), view=view, legend=False)
    plate = QColor(LIGHT.card).lightness()
    middle = [empty.pixelColor(350 + dx, 190).lightness() for dx in range(-60, -30)]
    assert min(middle) > plate - 12
    assert empty != blank


def test_that_looking_at_one_team_quiets_the_others(dress: Theme) -> None:
    scene = small_day()
    view = home(QSizeF(SIZE), scene, look())
    quiet = map_image(scene, SIZE, look(), view=view, legend=False, shown=Shown(teams=frozenset({"T1"})))
    planned, alarm = scene.stops[5], scene.stops[4]
    all_alike = map_image(scene, SIZE, look(), view=view, legend=False)
    x, y = (round(value) for value in view.pixel(project(planned.place)))
    assert all_alike.pixelColor(x - 8, y).name() == look().palette.route(1).name()
    assert quiet.pixelColor(x - 8, y).name() != look().palette.route(1).name()
    x, y = (round(value) for value in view.pixel(project(alarm.place)))
    assert quiet.copy(x - 9, y - 9, 18, 18) == all_alike.copy(x - 9, y - 9, 18, 18)


@pytest.mark.parametrize("zoom", [1.0, 5.0, 9.0, 13.0, 19.0])
@pytest.mark.parametrize(("lat", "lon"), [(84.9, -179.9), (-84.9, 179.9), (22.3, 114.2)])
def test_that_any_corner_of_the_world_can_be_painted(dress: Theme, zoom: float, lat: float, lon: float) -> None:
    view = Viewport(centre=project(LatLon(lat=lat, lon=lon)), zoom=zoom, width=200, height=150)
    assert not map_image(small_day(), QSize(200, 150), look(), view=view).isNull()


def test_that_a_map_on_a_page_stays_within_its_frame(dress: Theme) -> None:
    page = QImage(500, 500, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    with QPainter(page) as painter:
        painter.translate(100, 100)
        painter.scale(0.5, 0.5)
        render_scene(painter, QSizeF(600, 400), small_day(), look())
    around = [(x, y) for x in range(0, 500, 7) for y in range(0, 500, 7) if not (99 <= x <= 400 and 99 <= y <= 300)]
    assert {page.pixelColor(x, y).name() for x, y in around} == {"#ffffff"}
    assert page.pixelColor(250, 104).name() != "#ffffff"
