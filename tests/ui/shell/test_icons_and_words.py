"""Icons are there and crisp at every ratio; translations are fresh and whole; help stands in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QImage, QPainter

from tests.translate import FOLDER, capabilities, missing, release, update
from visitdesk.paths import resource
from visitdesk.ui.settings.help import articles
from visitdesk.ui.shell.icons import Icon, icon_of, paint_icon
from visitdesk.ui.shell.levels import paint_level
from visitdesk.ui.shell.rail import PICTURES, Station
from visitdesk.ui.shell.theme import Mode, Theme
from visitdesk.ui.shell.tokens import Level
from visitdesk.wording import Lang


def test_that_every_icon_has_a_file_and_every_file_a_name() -> None:
    files = {file.stem for file in resource("icons").glob("*.svg")}
    assert {name for name in files if not name.endswith(".filled")} == {icon.value for icon in Icon}
    assert {f"{PICTURES[station].value}.filled" for station in Station} <= files


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_that_icons_are_rendered_at_the_ratio_of_the_screen(theme: Theme, ratio: float) -> None:
    image = QImage(round(20 * ratio), round(20 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, QRectF(0, 0, 20, 20), Icon.CHECKMARK_CIRCLE, theme.tokens.text)
    painter.end()
    solid = sum(image.pixelColor(x, y).alpha() > 200 for x in range(image.width()) for y in range(image.height()))
    assert solid > 20 * ratio


def test_that_an_icon_follows_the_theme_after_it_was_made(theme: Theme) -> None:
    icon = icon_of(Icon.CALL)
    before = _darkest(icon)
    theme.set_mode(Mode.DARK)
    assert before < 80 < _darkest(icon)


def _darkest(icon: QIcon) -> int:
    image = icon.pixmap(20, 20).toImage()
    points = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    return min(point.lightness() for point in points if point.alpha() > 200)


def test_that_levels_differ_in_shape_without_their_colour(theme: Theme) -> None:
    outlines = set()
    for level in Level:
        image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        paint_level(painter, QRectF(0, 0, 32, 32), level)
        painter.end()
        outlines.add(tuple(image.pixelColor(x, y).alpha() > 100 for x in range(32) for y in range(32)))
    assert len(outlines) == len(Level)


@pytest.mark.parametrize("capability", capabilities())
def test_that_translations_are_whole_and_fresh(tmp_path: Path, capability: str) -> None:
    for lang in ("zh", "en"):
        kept = FOLDER / f"{capability}.{lang}.ts"
        if kept.is_file():
            (tmp_path / kept.name).write_bytes(kept.read_bytes())
    files = update(capability, tmp_path)
    for lang, file in files.items():
        if not file.is_file() or "<source>" not in file.read_text(encoding="utf-8"):
            continue
        kept = FOLDER / file.name
        assert kept.is_file(), f"run python -m tests.translate {capability}"
        assert kept.read_bytes() == file.read_bytes(), f"run python -m tests.translate {capability}"
        assert not missing(file), f"{capability}.{lang}"
        made = release(capability, tmp_path)
        fresh = next(qm for qm in made if qm.name == f"{capability}.{lang}.qm")
        assert (FOLDER / fresh.name).read_bytes() == fresh.read_bytes()


def test_that_help_has_the_same_articles_in_both_languages() -> None:
    chinese, english = articles(Lang.ZH), articles(Lang.EN)
    assert list(chinese) == list(english)
    assert "start" in chinese
    for title, text in (*chinese.values(), *english.values()):
        assert title
        assert text.startswith("# ")


def test_that_the_shipped_font_is_there() -> None:
    assert resource("fonts", "NotoSansSC-Regular.ttf").stat().st_size > 10_000_000
