"""Opens windows over an invented day."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.robots.safety import SafetyRobot
from tests.screens import Screen, open_window
from tests.ui.safety.scenes import Day
from tests.ui.safety.screens import open_board
from tests.ui.settings.screens import specs as settings_specs
from visitdesk.clock import FixedClock
from visitdesk.ui.safety.panel import specs, stop_watch
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.page import PageSpec

Open = Callable[..., SafetyRobot]


def _specs() -> tuple[PageSpec, ...]:
    return (*specs(), *settings_specs())


@pytest.fixture
def open_day(qtbot: QtBot, language: Language) -> Iterator[Open]:
    """Opens a window whose watch looks at a day, on the board unless another page is asked for."""
    robots: list[SafetyRobot] = []

    def opened(day: Day, page: str = "safety") -> SafetyRobot:
        window = open_window(Screen(name="day", page="", specs=_specs), language)
        assert isinstance(window.shell.clock, FixedClock)
        window.show()
        open_board(lambda: day, window, page=page)
        robot = SafetyRobot(qtbot, window, day)
        robots.append(robot)
        return robot.settles()

    yield opened
    for robot in robots:
        top = QApplication.activeModalWidget()
        while top is not None:
            top.close()
            top = QApplication.activeModalWidget()
        stop_watch(robot.window.shell)
        robot.window.may_close = lambda: True
        robot.window.close()
        robot.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
