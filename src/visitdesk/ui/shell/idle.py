"""Locks a desk nobody uses; never one that holds the watch (reference ui §3, DESIGN §4)."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from visitdesk.ui.shell.window import MainWindow

INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class IdleWatch(QObject):
    """Watches keys and pointer of the main window, by the clock."""

    def __init__(self, window: MainWindow, lock: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._lock = lock
        self._limit: timedelta | None = None
        self._last = window.shell.clock.now()
        window.painted.connect(self._begin)
        window.shell.ticked.connect(self._ticked)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes; 0 never."""
        self._limit = timedelta(minutes=minutes) if minutes else None
        self._last = self._window.shell.clock.now()

    def _begin(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _ticked(self, _now: object) -> None:
        shell = self._window.shell
        busy = shell.holds_watch or self._window.is_behind_gate or QApplication.activeModalWidget() is not None
        if busy or self._limit is None:
            self._last = shell.clock.now()
        elif shell.clock.now() - self._last >= self._limit:
            self._lock()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self._last = self._window.shell.clock.now()
        return False
