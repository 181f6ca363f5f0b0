"""Work that must not hold the window: one writer thread for deeds and reads, a few threads for long computing.

The GUI thread touches widgets, the writer touches the database, frozen values pass between through one queued signal.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

log = logging.getLogger(__name__)
T = TypeVar("T")


class Cancel:
    """Says that the answer is no longer wanted; long computing polls `is_set`."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def __call__(self) -> None:
        """Cancel."""
        self._event.set()

    def is_set(self) -> bool:
        """Whether somebody cancelled."""
        return self._event.is_set()


class Jobs(QObject):
    """One writer thread, so deeds keep the order they were asked for; and a small pool for computing.

    Signals:
        busy_changed: payload bool, True while any deed or read is pending.
    """

    busy_changed = Signal(bool)
    _ended = Signal(object)  # Callable[[], None]; emitted on a worker, run on the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._computing = ThreadPoolExecutor(max_workers=2, thread_name_prefix="computing")
        self._cancels: set[Cancel] = set()
        self._pending = 0
        self._open = True
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a deed or read is pending."""
        return self._pending > 0

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        quiet: bool = False,
    ) -> None:
        """Do `work` on the writer thread, then call `done` or `failed` on the GUI thread.

        The answer is dropped if the callback is a method of a QObject that has been destroyed meanwhile.

        Args:
            quiet: nobody has asked for it and nothing says "saving" for it: the tick of the watch.
        """
        if not self._open:
            return
        if not quiet:
            self._pending += 1
            self.busy_changed.emit(True)
        future = self._writer.submit(work)
        told = _hand_over if quiet else self._written
        future.add_done_callback(lambda f: self._tell(partial(told, f, done, failed)))

    def compute(
        self,
        work: Callable[[Cancel], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Cancel:
        """Long computing beside the writer; after the returned token is called nothing is delivered."""
        cancel = Cancel()
        if self._open:
            self._cancels.add(cancel)
            future = self._computing.submit(work, cancel)
            future.add_done_callback(lambda f: self._tell(partial(self._computed, f, cancel, done, failed)))
        return cancel

    def shut_down(self, last: Callable[[], object] | None = None) -> None:
        """Finish the deeds that were asked for, then `last` on the writer thread; deliver nothing more.

        For the window's `closeEvent`. No deed is dropped: what somebody has asked for is written.
        """
        self._open = False
        for cancel in self._cancels:
            cancel()
        if last is not None:
            self._writer.submit(last)
        self._writer.shutdown(wait=True)
        self._computing.shutdown(wait=True, cancel_futures=True)

    def _tell(self, outcome: Callable[[], None]) -> None:
        """On the worker: hand the outcome over, unless the window is closing."""
        if self._open and isValid(self):
            self._ended.emit(outcome)

    def _written(self, future: "Future[T]", done: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        self._pending -= 1
        if not self._pending:
            self.busy_changed.emit(False)
        _hand_over(future, done, failed)

    def _computed(
        self,
        future: "Future[T]",
        cancel: Cancel,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self._cancels.discard(cancel)
        if not cancel.is_set():
            _hand_over(future, done, failed)

    @Slot(object)
    def _deliver(self, outcome: Callable[[], None]) -> None:
        if self._open:
            outcome()


def _hand_over(future: "Future[T]", done: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
    if future.cancelled():
        return
    match future.exception():
        case None:
            if _is_alive(done):
                done(future.result())
        case Exception() as error:
            if _is_alive(failed):
                failed(error)
        case fatal:
            raise fatal


def _is_alive(receiver: Callable[..., object]) -> bool:
    """Whether the QObject behind a bound method still lives; other callables always do."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
