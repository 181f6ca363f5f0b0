"""The watch over a real, encrypted branch: begun with the desk, fed by a published visit, restarted with the same alarms."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from visitdesk.app import window as root
from visitdesk.app.window import Desk
from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import ReportKind, VisitToWatch
from visitdesk.ui.safety.watcher import Watcher, watcher_of
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.gate import NewBranchPage, StartPage
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.theme import Theme
from visitdesk.wording import Lang


@pytest.fixture
def desk(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr(root, "PANELS", ("visitdesk.ui.safety.panel",))
    made = Desk(qapp, Values(tmp_path / "config"), Lang.EN)
    made.show_start()
    made.window.show()
    yield made
    made.window.may_close = lambda: True
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.set_lang(Lang.EN)


def _begin(qtbot: QtBot, desk: Desk, folder: Path) -> Watcher:
    start = desk.window.findChild(StartPage)
    assert start is not None
    start.new.click()
    page = desk.window.findChild(NewBranchPage)
    assert page is not None
    fields = {"name": "Branch 1", "folder": str(folder), "user_name": "Zhao Sample", "user": "zhao"}
    fields |= dict.fromkeys(("password", "again"), "a long sentence nobody guesses 7")
    for name, words in (fields | {"passphrase": "a passphrase for the data"}).items():
        field = page.findChild(QLineEdit, f"new.{name}")
        assert field is not None
        field.setText(words)
    with qtbot.waitSignal(desk.panels_ready, timeout=60_000):
        page.deed.click()
    watcher = watcher_of(desk.shell)
    assert watcher is not None
    qtbot.waitUntil(lambda: not watcher.is_asking and not desk.shell.jobs.is_busy, timeout=20_000)
    return watcher


def test_that_a_call_for_help_reaches_the_strip_and_f2_takes_it(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    watcher = _begin(qtbot, desk, tmp_path / "branch")
    assert desk.shell.strip.teams_out == 0
    watch, actor = watcher.rooms.watch, desk.shell.actor
    assert actor is not None
    visit = VisitToWatch(
        visit=VisitId("V1"),
        team=(CollectorId("C1"), CollectorId("C2")),
        travel=timedelta(minutes=20),
        shift_end=desk.shell.clock.now() + timedelta(hours=4),
        team_name="T3",
    )
    watcher.do(lambda: watch.publish(actor, [visit]))
    watcher.do(
        lambda: watch.report(
            actor, visit=VisitId("V1"), collector=CollectorId("C1"), kind=ReportKind.DEPARTED, with_partner=True
        )
    )
    watcher.do(lambda: watch.report(actor, visit=VisitId("V1"), collector=CollectorId("C1"), kind=ReportKind.HELP))
    qtbot.waitUntil(lambda: desk.shell.strip.alarm is not None, timeout=20_000)
    assert desk.shell.strip.teams_out == 1
    assert not desk.window.may_close()
    top = QApplication.activeModalWidget()
    assert top is not None
    top.close()
    desk.shell.actions[Key.ACKNOWLEDGE].trigger()
    qtbot.waitUntil(lambda: watcher.current is not None and watcher.current.owner == "zhao", timeout=20_000)
