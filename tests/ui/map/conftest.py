"""A themed application with the house's fonts, and scenes to show."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.map.scenes import small_day
from visitdesk.ui.map.view import MapView
from visitdesk.ui.shell.theme import Mode, Theme, theme
from visitdesk.wording import Lang


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Theme]:
    """The application's theme, light and Chinese; put back after the test."""
    try:
        found = theme()
    except LookupError:
        found = Theme(qapp)
    found.set_mode(Mode.LIGHT)
    found.set_lang(Lang.ZH)
    yield found
    found.set_mode(Mode.LIGHT)
    found.set_lang(Lang.ZH)
    found.set_scale(1.0)


@pytest.fixture
def make_map(qtbot: QtBot, dress: Theme) -> Callable[[], MapView]:
    """A shown map of 800 × 500 with the small day, all layers made."""

    def make() -> MapView:
        view = MapView()
        qtbot.addWidget(view)
        view.resize(800, 500)
        view.set_scene(small_day())
        with qtbot.waitExposed(view):
            view.show()
        view.finish()
        return view

    return make
