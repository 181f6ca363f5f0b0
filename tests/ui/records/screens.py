"""Pictures of the records' screens over a branch in the middle of its day."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from tests.ui.records import lived
from visitdesk.errors import Unavailable
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.records.panel import pages
from visitdesk.ui.records.paper_page import PaperPage
from visitdesk.ui.records.print_parts import PrintDialog
from visitdesk.ui.records.queue_page import QueuePage
from visitdesk.ui.records.record_page import RecordPage
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.widgets import Scroll
from visitdesk.ui.shell.window import MainWindow


def specs() -> tuple[PageSpec, ...]:
    """All pages of the station over the branch for pictures."""
    return pages(lived.shown())


def _on(number: int) -> Selection:
    return Selection(kind="visit", id=lived.visit(number))


def _settle(window: MainWindow) -> None:
    for _ in range(3):
        QApplication.processEvents()
        while window.shell.jobs.is_busy:
            QApplication.processEvents()
    QApplication.processEvents()


def _page(window: MainWindow) -> RecordPage:
    _settle(window)
    page = window.top
    assert isinstance(page, RecordPage)
    return page


def _queue(window: MainWindow) -> QueuePage:
    _settle(window)
    page = window.top
    assert isinstance(page, QueuePage)
    return page


def _chip(pile: str) -> Callable[[MainWindow], object]:
    def prepare(window: MainWindow) -> None:
        _queue(window).set_filter(pile)

    return prepare


def _correct(window: MainWindow) -> None:
    _page(window).begin_correction()


def _lower(window: MainWindow) -> None:
    page = _page(window)
    scroll = page.findChild(Scroll, "record.scroll.form")
    assert scroll is not None
    window.resize(1440, 900)
    _settle(window)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum() - 40)


def _compare(window: MainWindow) -> None:
    _page(window).versions.compare.click()


def _plan(window: MainWindow) -> None:
    _page(window).form.offers.plan_asked.emit()


def _return(window: MainWindow) -> None:
    _page(window).return_button.click()


def _objection(window: MainWindow) -> None:
    _page(window).form.outcome.objection_asked.emit()


def _print(window: MainWindow) -> None:
    page = _queue(window)
    page.set_filter("to_print")
    page.table.selectAll()
    PrintDialog(window.shell, page, 2, lambda *_: None).open()


def _denied(window: MainWindow) -> None:
    window.shell.set_actor(Actor(user=UserId("t"), roles=frozenset({Role.TRAINER})))
    window.shell.go("records")
    _queue(window).opened(None)


def _fault(window: MainWindow) -> None:
    _queue(window).show_fault(Unavailable("store.locked"), retry=lambda: None)


def _drawn(window: MainWindow) -> None:
    _settle(window)
    page = window.top
    assert isinstance(page, PaperPage)
    until = monotonic() + 20
    while not page.pages_shown and monotonic() < until:
        QApplication.processEvents()
    _settle(window)


SCREENS = (
    Screen(name="records-queue", page="records", specs=specs),
    Screen(name="records-queue-print", page="records", specs=specs, prepare=_chip("to_print")),
    Screen(name="records-queue-returned", page="records", specs=specs, prepare=_chip("returned")),
    Screen(name="records-denied", page="records", specs=specs, prepare=_denied),
    Screen(name="records-fault", page="records", specs=specs, prepare=_fault),
    Screen(name="records-draft", page="records/record", specs=specs, selection=_on(lived.DRAFT)),
    Screen(name="records-returned", page="records/record", specs=specs, selection=_on(lived.RETURNED)),
    Screen(name="records-lower", page="records/record", specs=specs, selection=_on(lived.RETURNED), prepare=_lower),
    Screen(name="records-submitted", page="records/record", specs=specs, selection=_on(lived.SUBMITTED)),
    Screen(name="records-final", page="records/record", specs=specs, selection=_on(lived.CORRECTED)),
    Screen(
        name="records-correcting", page="records/record", specs=specs, selection=_on(lived.CORRECTED), prepare=_correct
    ),
    Screen(
        name="records-compare", page="records/record", specs=specs, selection=_on(lived.CORRECTED), prepare=_compare
    ),
    Screen(name="records-plan", page="records/record", specs=specs, selection=_on(lived.RETURNED), prepare=_plan),
    Screen(name="records-return", page="records/record", specs=specs, selection=_on(lived.SUBMITTED), prepare=_return),
    Screen(
        name="records-objection", page="records/record", specs=specs, selection=_on(lived.RETURNED), prepare=_objection
    ),
    Screen(name="records-print", page="records", specs=specs, prepare=_print),
    Screen(
        name="records-paper",
        page="records/paper",
        specs=specs,
        selection=Selection(kind="record", id=lived.record(lived.CORRECTED)),
        prepare=_drawn,
    ),
)
