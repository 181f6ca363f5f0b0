"""The native optimiser in a process of its own: the desk stays live, and a fault there cannot take it down.

The process is spawned, never forked, so that it is the same on Windows and Linux. It is told to stop by an event and
ended if it does not listen.
"""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from time import monotonic

from visitdesk.planning.native_job import NativeJob

Lines = dict[int, tuple[int, ...]]

PATIENCE = 2.0
"""Seconds a told worker is given to answer before it is ended."""

QUIET = 0.2
"""Seconds between two better plans that are passed on."""


class NativeProcess:
    """One running job; `poll` gathers what it found, `finish` ends it."""

    def __init__(self, job: NativeJob, seconds: float) -> None:
        context = get_context("spawn")
        self._mine, theirs = context.Pipe(duplex=False)
        self._stop = context.Event()
        self._process = context.Process(
            target=_work, args=(job, seconds, theirs, self._stop), daemon=True, name="visitdesk-optimiser"
        )
        self._process.start()
        theirs.close()
        self._ended = False
        self.found: Lines | None = None
        self.fault: str | None = None

    def poll(self) -> bool:
        """Take in what has arrived; True where a better plan was among it."""
        better = False
        while not self._ended and self._mine.poll():
            try:
                kind, value = self._mine.recv()
            except (EOFError, OSError):
                self._ended = True
                if self.found is None and self.fault is None:
                    self.fault = "ended"
                break
            if kind == "better":
                self.found, better = value, True
            else:
                self.fault = value
        return better

    def finish(self) -> bool:
        """Tell the worker to stop, take in its last word and see it gone; True where a better plan was in it."""
        self._stop.set()
        end, better = monotonic() + PATIENCE, False
        while not self._ended and (left := end - monotonic()) > 0:
            if self._mine.poll(left):
                better |= self.poll()
        self._process.join(0 if not self._ended else PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._mine.close()
        self._process.close()
        return better


def _work(job: NativeJob, seconds: float, out: Connection, stop: Event) -> None:
    """What runs in the worker; the last word sent is the best plan, or the name of the fault."""
    begun = monotonic()
    try:
        from visitdesk.planning import native  # noqa: PLC0415  # the native wheel is loaded here alone
    except ImportError as error:
        out.send(("fault", type(error).__name__))
        return
    last = 0.0

    def is_over() -> bool:
        return monotonic() - begun >= seconds or stop.is_set()

    def on_better(lines: Lines) -> None:
        nonlocal last
        if monotonic() - last >= QUIET:
            last = monotonic()
            out.send(("better", lines))

    _send_result(job, is_over, on_better, out, native.run)


def _send_result(
    job: NativeJob,
    is_over: Callable[[], bool],
    on_better: Callable[[Lines], None],
    out: Connection,
    run: Callable[..., Lines],
) -> None:
    try:
        out.send(("better", run(job, is_over=is_over, on_better=on_better)))
    except (ValueError, RuntimeError, TypeError) as error:  # what PyVRP raises for a model it cannot take
        out.send(("fault", type(error).__name__))
    finally:
        out.close()
