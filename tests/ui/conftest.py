"""One dressed application for all screen tests; every test starts light, in English unless it asks, at 100 %."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.robots.window import WindowRobot
from tests.screens import NOW, Screen, open_window
from visitdesk.clock import FixedClock
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Mode, Theme, dress
from visitdesk.wording import Lang


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> tuple[Theme, Language]:
    qapp.setQuitOnLastWindowClosed(False)
    theme = dress(qapp)
    return theme, Language(theme, Lang.EN)


@pytest.fixture
def theme(_dressed: tuple[Theme, Language]) -> Theme:
    """The theme, light, 100 %, still."""
    found, _ = _dressed
    found.set_mode(Mode.LIGHT)
    found.set_scale(1.0)
    found.set_animated(animated=False)
    return found


@pytest.fixture
def language(_dressed: tuple[Theme, Language], theme: Theme) -> Language:
    """English."""
    dressed, found = _dressed
    found.set(Lang.EN)
    dressed.set_lang(Lang.EN)  # a test may have dressed the application by another `Language`
    return found


@pytest.fixture
def shell(qtbot: QtBot, language: Language) -> Iterator[Shell]:
    """A shell without a window."""
    made = Shell(clock=FixedClock(NOW))
    yield made
    made.jobs.shut_down()
    made.deleteLater()
    _drop()


@pytest.fixture
def open_screen(qtbot: QtBot, language: Language) -> Iterator[Callable[[Screen], WindowRobot]]:
    """Opens windows in the state of a screen; closes them afterwards."""
    robots: list[WindowRobot] = []

    def opened(screen: Screen) -> WindowRobot:
        window = open_window(screen, language)
        window.show()
        robot = WindowRobot(qtbot, window)
        robot.comes_to_rest()
        robots.append(robot)
        return robot

    yield opened
    for robot in robots:
        robot.window.close()
        robot.window.deleteLater()
    _drop()


def _drop() -> None:
    """Delete now what asked to be deleted later, so that nothing leaks into the next test."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
