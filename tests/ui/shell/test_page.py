"""Background work of a page: newest answer wins, loading is said late, answers to closed pages are dropped."""

import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.screens import OFFICER
from tests.ui.shell.sample import SamplePage
from visitdesk.changed import Changed, Subject
from visitdesk.errors import Unavailable
from visitdesk.security.model import Actor
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.jobs import Cancel, Jobs
from visitdesk.ui.shell.widgets import Button


def _page(qtbot: QtBot, shell: Shell) -> SamplePage:
    page = SamplePage(shell)
    qtbot.addWidget(page)
    page.show()
    return page


def test_that_deeds_run_in_the_order_they_were_asked_for_and_off_the_gui_thread(qtbot: QtBot, shell: Shell) -> None:
    answers: list[tuple[int, bool]] = []

    def work(n: int) -> Callable[[], tuple[int, bool]]:
        return lambda: (n, threading.current_thread() is threading.main_thread())

    for n in range(5):
        shell.jobs.run(work(n), done=answers.append, failed=answers.append)  # type: ignore[arg-type]  # never called
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [(n, False) for n in range(5)]


def test_that_the_newest_question_wins(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    answers: list[str] = []
    page.ask(lambda: "old", answers.append)
    page.ask(lambda: "new", answers.append)
    qtbot.waitUntil(lambda: not shell.jobs.is_busy)
    QApplication.processEvents()
    assert answers == ["new"]


def test_that_loading_is_said_only_when_it_takes_long_and_esc_keeps_the_old_rows(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    go = threading.Event()
    answers: list[str] = []
    page.ask(lambda: str(go.wait(10)), answers.append, doing="Reading cases…")
    assert not page.loading.isVisible()
    qtbot.waitUntil(page.loading.isVisible)
    assert page.loading.words.text() == "Reading cases…"
    page.loading.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not shell.jobs.is_busy)
    assert not page.loading.isVisible()
    assert answers == []
    assert page.table.rows.rowCount() == 9


def test_that_a_failed_read_can_be_asked_again(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    tries: list[int] = []
    answers: list[str] = []

    def work() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("store.locked")
        return "rows"

    page.ask(work, answers.append)
    qtbot.waitUntil(lambda: page.findChild(Button, "fault_bar.action") is not None)
    button = page.findChild(Button, "fault_bar.action")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: answers == ["rows"])


def test_that_an_answer_to_a_page_that_is_gone_is_dropped(qtbot: QtBot, shell: Shell) -> None:
    page = SamplePage(shell)
    go = threading.Event()
    answers: list[str] = []
    page.ask(lambda: str(go.wait(10)), answers.append)
    page.setParent(None)
    shiboken6.delete(page)
    go.set()
    qtbot.waitUntil(lambda: not shell.jobs.is_busy)
    assert answers == []


def test_that_a_deed_tells_everybody_what_it_changed(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    with qtbot.waitSignal(shell.changed) as heard:
        page.do(lambda: Changed.one(Subject.CASE, "c1"))
    assert heard.args == [Changed.one(Subject.CASE, "c1")]


def test_that_what_follows_from_a_deed_is_done_in_the_same_name_before_anybody_is_told(
    qtbot: QtBot, shell: Shell
) -> None:
    page = _page(qtbot, shell)
    heard: list[Changed] = []
    shell.changed.connect(heard.append)
    shell.set_actor(OFFICER)
    threads: list[bool] = []

    def follow(actor: Actor, changed: Changed) -> Changed:
        threads.append(threading.current_thread() is threading.main_thread())
        return changed | Changed.one(Subject.VISIT, str(actor.user))

    shell.follow = follow
    page.do(lambda: Changed.one(Subject.CASE, "C1"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [Changed.one(Subject.CASE, "C1") | Changed.one(Subject.VISIT, "zhao")]
    assert threads == [False]


def test_that_two_deeds_are_both_answered(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    done: list[int] = []
    page.do(lambda: Changed.one(Subject.CASE, "c1"), done=lambda: done.append(1))
    page.do(lambda: Changed.one(Subject.CASE, "c2"), done=lambda: done.append(2))
    qtbot.waitUntil(lambda: done == [1, 2])


def test_that_cancelled_computing_delivers_nothing(qtbot: QtBot, shell: Shell) -> None:
    answers: list[str] = []
    started, go = threading.Event(), threading.Event()

    def work(cancel: Cancel) -> str:
        started.set()
        go.wait(10)
        return "cancelled" if cancel.is_set() else "done"

    cancel = shell.jobs.compute(work, done=answers.append, failed=shell.report)
    started.wait(10)
    cancel()
    go.set()
    with qtbot.waitSignal(shell.jobs.busy_changed):
        shell.jobs.run(lambda: None, done=lambda _: None, failed=shell.report)
    qtbot.waitUntil(lambda: not shell.jobs.is_busy)
    assert answers == []


def test_that_closing_writes_what_was_asked_for_and_then_closes_the_branch(qtbot: QtBot) -> None:
    jobs = Jobs()
    written: list[str] = []
    for n in range(3):
        jobs.run(lambda n=n: written.append(str(n)), done=lambda _: None, failed=lambda _: None)  # type: ignore[misc]
    jobs.shut_down(lambda: written.append("closed"))
    assert written == ["0", "1", "2", "closed"]


def test_that_a_selection_is_told_once(qtbot: QtBot, shell: Shell) -> None:
    page = _page(qtbot, shell)
    told: list[object] = []
    page.selection_changed.connect(told.append)
    page.table.select_id("C-2026-00003")
    page.select(Selection(kind="case", id="C-2026-00003"))
    assert told == [Selection(kind="case", id="C-2026-00003")]
