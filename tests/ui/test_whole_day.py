"""One day at the real desk over a real, encrypted branch: every page of every station opens, in both languages."""

import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.small_branch import CASES, at, published, small_branch
from tests.robots.window import WindowRobot
from visitdesk.app.window import PANELS, Desk
from visitdesk.branch import Branch
from visitdesk.clock import FixedClock
from visitdesk.security.model import SETUP
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.gate import Entered, StartPage
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Theme
from visitdesk.wording import Lang

BESIDE_THE_PANELS = ("settings", "settings/help", "settings/keys", "settings/about")
SELECTED = {
    "cases/case": Selection(kind="case", id=CASES[0]),
}


@pytest.fixture
def branch(tmp_path: Path, clock: FixedClock) -> Iterator[Branch]:
    """The small branch in the middle of its day: planned and published."""
    folder = tmp_path / "branch"
    folder.mkdir()
    with small_branch(folder, clock) as made:
        published(made)
        clock.set(at(10))
        yield made


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, theme: Theme, language: Language, tmp_path: Path) -> Iterator[Desk]:
    """The real desk on its first window."""
    made = Desk(qapp, Values(tmp_path / "config"), Lang.EN)
    made.show_start()
    made.window.show()
    yield made
    made.window.may_close = lambda: True  # teams are out; the question is another test's
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_lang(Lang.EN)


def test_that_every_page_of_every_station_opens_in_both_languages(
    qtbot: QtBot, desk: Desk, branch: Branch, caplog: pytest.LogCaptureFixture
) -> None:
    faults: list[Exception] = []
    desk.shell.fault_found.connect(faults.append)
    robot = _opened(qtbot, desk, branch)
    with caplog.at_level(logging.WARNING):
        for lang in (Lang.ZH, Lang.EN):
            desk.shell.actions[Key.LANGUAGE].trigger()
            assert desk.language.lang is lang
            for key in _pages(branch):
                desk.shell.go(key, SELECTED.get(key))
                robot.comes_to_rest()
                assert desk.window.top is not None, key
                assert desk.window.top is desk.window.page(key), key
                assert not faults, key
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def _opened(qtbot: QtBot, desk: Desk, branch: Branch) -> WindowRobot:
    """The branch is open at the desk as if it had been chosen on the first window."""
    robot = WindowRobot(qtbot, desk.window)
    robot.comes_to_rest()
    desk.gate.branch = branch
    start = desk.window.findChild(StartPage)
    assert start is not None
    with qtbot.waitSignal(desk.panels_ready, timeout=60_000):
        start.entered.emit(Entered(branch="示范网点", is_demo=True, actor=SETUP))
    robot.comes_to_rest()
    return robot


def _pages(branch: Branch) -> list[str]:
    panels = [import_module(name) for name in PANELS if find_spec(name.rpartition(".")[0]) and find_spec(name)]
    return [*BESIDE_THE_PANELS, *(spec.key for panel in panels for spec in panel.pages(branch))]
