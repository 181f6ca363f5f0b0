"""The whole desk over a real, encrypted branch: begin, sign in, lock, come back; a bug does not end it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.robots.hands import press, write
from tests.robots.window import WindowRobot
from visitdesk.app.window import Desk
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.gate import NewBranchPage, SignInPage, StartPage
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Theme
from visitdesk.wording import Lang

PASSWORD = "a long sentence nobody guesses 7"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, theme: Theme, language: Language, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qapp, Values(tmp_path / "config"), Lang.EN)
    made.show_start()
    made.window.show()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_lang(Lang.EN)


def _begin(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    """A new branch with its first user."""
    start = desk.window.findChild(StartPage)
    assert start is not None
    start.new.click()
    page = desk.window.findChild(NewBranchPage)
    assert page is not None
    fields = {"name": "Branch 1", "folder": str(folder), "user_name": "Zhao Sample", "user": "zhao"}
    fields |= {"password": PASSWORD, "again": PASSWORD, "passphrase": "a passphrase for the data"}
    for name, words in fields.items():
        field = page.findChild(QLineEdit, f"new.{name}")
        assert field is not None
        field.setText(words)
    with qtbot.waitSignal(desk.panels_ready, timeout=60_000):
        page.deed.click()


def _is_gated(desk: Desk) -> bool:
    return desk.window.is_behind_gate


def _shows_lock(desk: Desk) -> bool:
    return desk.shell.strip.is_locked


def test_that_a_branch_is_begun_locked_and_unlocked(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _begin(qtbot, desk, tmp_path / "branch")
    robot = WindowRobot(qtbot, desk.window)
    robot.comes_to_rest()
    assert not _is_gated(desk)
    assert desk.window.rail.isVisible()
    assert desk.window.topbar.user.text().startswith("Zhao Sample (supervisor)")
    assert desk.window.topbar.branch.text().startswith("Branch 1")
    desk.shell.actions[Key.LOCK].trigger()
    page = desk.window.findChild(SignInPage)
    assert page is not None
    assert _is_gated(desk)
    assert _shows_lock(desk)
    write(page.password, PASSWORD)
    press(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _is_gated(desk), timeout=30_000)
    assert not _shows_lock(desk)
    assert [one.folder for one in desk.gate.known()] == [tmp_path / "branch"]


def test_that_the_language_key_is_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.shell.actions[Key.LANGUAGE].trigger()
    assert desk.language.lang is Lang.ZH
    assert Values(tmp_path / "config").value("look.language") == "zh"
    desk.shell.actions[Key.LANGUAGE].trigger()
    assert Values(tmp_path / "config").value("look.language") == "en"


def test_that_a_folder_without_a_branch_is_refused_in_words(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    start = desk.window.findChild(StartPage)
    assert start is not None
    start.open_folder(tmp_path)
    qtbot.waitUntil(start.fault.isVisible, timeout=30_000)
    assert "There is no branch in" in start.fault.text()
    assert not (tmp_path / "branch.db").exists()


def test_that_a_bug_is_logged_and_told_and_the_window_goes_on(
    qtbot: QtBot, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        desk.shell.report(ZeroDivisionError("odd"))
    assert "ZeroDivisionError" in caplog.text
    toast = WindowRobot(qtbot, desk.window)
    assert toast.sees("toast")
    assert desk.window.isVisible()
