"""Pictures of the people: the table with a person, somebody who cannot go, dialogs, pairs, nobody yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from tests.ui.people.staff import Staff, staff
from visitdesk.ui.people.panel import PeoplePage, pages
from visitdesk.ui.shell.window import MainWindow


def page_of(window: MainWindow) -> PeoplePage:
    """The page, once its people have been read."""
    page = window.top
    assert isinstance(page, PeoplePage)
    while window.shell.jobs.is_busy:
        QApplication.processEvents()
    return page


def _choose(identity: str) -> Callable[[MainWindow], None]:
    def prepare(window: MainWindow) -> None:
        page_of(window).choose(identity)
        page_of(window)

    return prepare


def _ask(deed: str) -> Callable[[MainWindow], None]:
    def prepare(window: MainWindow) -> None:
        _choose("C01")(window)
        page_of(window).side.asked.emit(deed)

    return prepare


def _pairs(window: MainWindow) -> None:
    page_of(window).shell.actions["people.take_pairs"].trigger()


def _screen(name: str, prepare: Callable[[MainWindow], object], make: Callable[[], Staff] = staff) -> Screen:
    return Screen(name=f"people-{name}", page="people", specs=lambda: pages(make()), prepare=prepare)


SCREENS = (
    _screen("table", _choose("C01")),
    _screen("cannot", _choose("C10")),
    _screen("collector", _ask("edit")),
    _screen("shift", _ask("shift")),
    _screen("leave", _ask("leave")),
    _screen("apart", _ask("apart")),
    _screen("device", _ask("device")),
    _screen("qualification", _ask("qualification")),
    _screen("end", _ask("end")),
    _screen("pairs", _pairs),
    _screen("nobody", page_of, Staff),
)
