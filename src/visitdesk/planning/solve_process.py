"""One optimisation in a process of its own, for the window: it stays live, hears of better plans, can stop at any time.

The window asks `poll` from a timer; nothing here waits.
"""

import logging
from collections.abc import Sequence
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from visitdesk.planning.draft import DayDraft, with_plan
from visitdesk.planning.model import DayPlan, DayProblem
from visitdesk.planning.solver import Budget, Listener, Progress, solve

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds given to a process that was told to stop, before it is ended."""


class SolveProcess:
    """A running optimisation of one draft.

    Attributes:
        fault: name of what went wrong in the process; None while all is well.
    """

    def __init__(self, draft: DayDraft, budget: Budget, *, seed: int = 0) -> None:
        context = get_context("spawn")
        self._draft = draft
        self._mine, theirs = context.Pipe(duplex=False)
        self._stop = context.Event()
        # Not a daemon: it has a worker of its own, and ends by itself when this process has gone.
        self._process = context.Process(
            target=_work,
            args=(draft.problem, draft.plan, budget, seed, theirs, self._stop),
            daemon=False,
            name="visitdesk-planner",
        )
        self._process.start()
        theirs.close()
        self._plan: DayPlan | None = None
        self._is_over = self._is_closed = False
        self.fault: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self._is_over

    def wait(self, seconds: float) -> None:
        """Wait until it has something to say, at most so long; for a worker thread, never for the window's."""
        if not self._is_over:
            self._mine.poll(seconds)

    def poll(self) -> Sequence[Progress]:
        """Better plans since the last call, oldest first."""
        news: list[Progress] = []
        while not self._is_over and self._mine.poll():
            try:
                kind, value = self._mine.recv()
            except (EOFError, OSError):
                self._is_over = True
                if self._plan is None and self.fault is None:
                    self.fault = "ended"
                break
            if kind == "progress":
                news.append(value)
            elif kind == "plan":
                self._plan, self._is_over = value, True
            else:
                self.fault, self._is_over = value, True
        return news

    def stop(self) -> None:
        """Ask it to end with the best plan so far; `poll` until `is_over`."""
        self._stop.set()

    def result(self) -> DayDraft | None:
        """The draft with the finished, checked plan; None while it runs or where it failed."""
        return None if self._plan is None else with_plan(self._draft, self._plan)

    def close(self) -> None:
        """Throw away what is running, and free everything; may be called twice."""
        if self._is_closed:
            return
        self._is_closed = self._is_over = True
        self._stop.set()
        self._mine.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _work(problem: DayProblem, warm: DayPlan, budget: Budget, seed: int, out: Connection, stop: Event) -> None:
    parent = parent_process()

    def is_cancelled() -> bool:
        return stop.is_set() or (parent is not None and not parent.is_alive())

    def tell(kind: str, value: object) -> None:
        try:
            out.send((kind, value))
        except OSError:
            stop.set()

    listener = Listener(on_better=lambda progress: tell("progress", progress), is_cancelled=is_cancelled)
    try:
        plan = solve(problem, budget=budget, seed=seed, warm=warm, listener=listener)
    except (RuntimeError, ValueError, MemoryError) as error:
        log.exception("the planner failed")
        tell("fault", type(error).__name__)
    else:
        tell("plan", plan)
    finally:
        out.close()
