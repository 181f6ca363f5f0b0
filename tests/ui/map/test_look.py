"""Colours that can be read and told apart, on screen and by people who see fewer of them."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from visitdesk.geo.scene import StopState
from visitdesk.ui.map.look import MapLook
from visitdesk.ui.map.marks import Mark, MarkSheet, paint_depot
from visitdesk.ui.shell.theme import Theme
from visitdesk.ui.shell.tokens import DARK, LIGHT, SystemColours, Tokens, contrast, contrast_tokens
from visitdesk.wording import Lang

CONTRAST = contrast_tokens(SystemColours())
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])


@THEMES
def test_that_routes_numbers_and_words_have_the_contrast_they_need(tokens: Tokens) -> None:
    palette = MapLook.of(tokens, Lang.ZH).palette
    for route in palette.routes:
        assert contrast(route.name(), palette.ground.name()) >= 3.0
        assert contrast(route.name(), palette.sea.name()) >= 3.0
        assert contrast(palette.on_route.name(), route.name()) >= 4.5
        assert contrast(route.name(), palette.halo.name()) >= 4.5  # the route's name on its plate
    for ground in (palette.ground, palette.squares, palette.sea):
        assert contrast(palette.ink.name(), ground.name()) >= 4.5
        assert contrast(palette.quiet.name(), ground.name()) >= 3.0


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_that_no_two_routes_share_a_colour(tokens: Tokens) -> None:
    palette = MapLook.of(tokens, Lang.ZH).palette
    for one, other in combinations(palette.routes, 2):
        assert abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) > 55
    assert palette.route(len(palette.routes)) == palette.route(0)


def grey(image: QImage) -> QImage:
    shown = QImage(image.size(), QImage.Format.Format_RGB32)
    shown.fill(QColor("white"))
    with QPainter(shown) as painter:
        painter.drawImage(0, 0, image)
    return shown.convertToFormat(QImage.Format.Format_Grayscale8)


def differing(one: QImage, other: QImage) -> int:
    """Pixels that are clearly lighter or darker."""
    return sum(
        abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 60
        for x in range(one.width())
        for y in range(one.height())
    )


@THEMES
def test_that_states_are_told_apart_without_any_colour(dress: Theme, tokens: Tokens) -> None:
    sheet = MarkSheet(MapLook.of(tokens, Lang.ZH), 1.0)
    pictures = {state: grey(sheet.picture(Mark(state=state, text="3", colour=0))) for state in StopState}
    for one, other in combinations(StopState, 2):
        assert differing(pictures[one], pictures[other]) >= 25, (one, other)


def test_that_a_chosen_mark_and_a_cluster_differ_from_a_plain_one(dress: Theme) -> None:
    sheet = MarkSheet(MapLook.of(LIGHT, Lang.ZH), 1.0)
    plain = grey(sheet.picture(Mark(text="2", colour=0)))
    for other in (Mark(text="2", colour=0, is_chosen=True), Mark(count=2), Mark(is_quiet=True)):
        assert differing(plain, grey(sheet.picture(other))) >= 25


def test_that_marks_are_sharp_at_the_screens_own_ratio(dress: Theme) -> None:
    once, twice = (MarkSheet(MapLook.of(LIGHT, Lang.ZH), ratio).picture(Mark(text="1")) for ratio in (1.0, 2.0))
    assert twice.width() == 2 * once.width()
    assert twice.deviceIndependentSize() == once.deviceIndependentSize()


def test_that_the_depot_is_painted_where_it_lies(dress: Theme) -> None:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_depot(painter, QPointF(30, 30), MapLook.of(LIGHT, Lang.ZH))
    assert image.pixelColor(20, 40) == QColor(LIGHT.text)
    assert image.pixelColor(5, 5) == QColor("white")
