"""Pictures of the board: calm, reminders, overdue, four alarms, acknowledged, list, dialogs, hand-over, wall, empty."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from tests.ui.safety.scenes import SECOND, Day, calm, four_alarms, overdue, reminders
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.board_page import BoardPage
from visitdesk.ui.safety.hand_over import HandOverPage
from visitdesk.ui.safety.panel import specs, start
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.window import MainWindow

Then = Callable[[MainWindow, Day], object]


def settled(window: MainWindow) -> None:
    """The watch has answered."""
    for _ in range(4):
        while window.shell.jobs.is_busy:
            QApplication.processEvents()
        QApplication.processEvents()


def open_board(make: Callable[[], Day], window: MainWindow, *, page: str = "safety", then: Then | None = None) -> None:
    """The watch of this day begins, its page is shown."""
    day = make()
    start(window.shell, window, day.rooms, day.player)
    window.may_close = lambda: True
    settled(window)
    window.shell.go(page)
    settled(window)
    if then is not None:
        then(window, day)
        settled(window)


def _go(window: MainWindow, key: str) -> None:
    top = window.top
    if isinstance(top, BoardPage):
        top.go_to(key)


def _team(window: MainWindow, _day: Day) -> None:
    _go(window, "T9")


def _act(key: str, window: MainWindow, _day: Day) -> None:
    window.shell.actions[key].trigger()


def _check_in(window: MainWindow, day: Day) -> None:
    _go(window, "T4")
    _act(BoardKey.CHECK_IN, window, day)


def _quick(window: MainWindow, _day: Day) -> None:
    top = window.top
    if isinstance(top, BoardPage):
        top.open_quick_line()
        top.quick.setText("3 safe")
        top.quick.returnPressed.emit()


def _signed(window: MainWindow, day: Day) -> None:
    top = window.top
    if isinstance(top, HandOverPage):
        top._signed(SECOND)
        top.accept_alarm(day.alarm_of(3))


def _log(window: MainWindow, day: Day) -> None:
    _act(BoardKey.LOG, window, day)


def _screen(name: str, make: Callable[[], Day], then: Then | None = None, *, page: str = "safety") -> Screen:
    return Screen(name=f"safety-{name}", page="", specs=specs, prepare=partial(open_board, make, page=page, then=then))


SCREENS = (
    _screen("calm", calm),
    _screen("reminder", reminders),
    _screen("overdue", overdue),
    _screen("four-alarms", four_alarms),
    _screen("acknowledged", partial(four_alarms, acknowledged=True)),
    _screen("team", reminders, _team),
    _screen("list", four_alarms, partial(_act, BoardKey.VIEW)),
    _screen("empty", partial(Day, 0)),
    _screen("quick-line", four_alarms, _quick),
    _screen("check-in", calm, _check_in),
    _screen("call", overdue, partial(_act, Key.CALL)),
    _screen("call-duress", four_alarms, partial(_act, Key.CALL)),
    _screen("escalate", overdue, partial(_act, Key.ESCALATE)),
    _screen("call-sheet", overdue, partial(_act, BoardKey.CALL_SHEET)),
    _screen("resolve-duress", four_alarms, partial(_act, BoardKey.RESOLVE)),
    _screen("log", overdue, _log),
    _screen("hand-over", four_alarms, page="safety/hand-over"),
    _screen("hand-over-signed", four_alarms, _signed, page="safety/hand-over"),
)
