"""The optimiser in a process of its own: news while it runs, an end when asked, and nothing left behind."""

from collections.abc import Callable, Iterator
from multiprocessing import active_children
from threading import Event

import pytest

from tests.planning.days import problem_of
from tests.planning.test_solver import random_city
from visitdesk.planning.draft import DayDraft, blank, locked, moved
from visitdesk.planning.solve_process import SolveProcess
from visitdesk.planning.solver import Budget, Progress

PATIENCE = 60.0


@pytest.fixture
def draft() -> DayDraft:
    return locked(moved(blank(problem_of(random_city(40))), "V7", "T3"), "V7")


@pytest.fixture
def start() -> Iterator[Callable[[DayDraft, Budget], SolveProcess]]:
    running: list[SolveProcess] = []

    def _start(draft: DayDraft, budget: Budget) -> SolveProcess:
        running.append(SolveProcess(draft, budget, seed=1))
        return running[-1]

    yield _start
    for process in running:
        process.close()
    assert [child for child in active_children() if child.name == "visitdesk-planner"] == []


def until(process: SolveProcess, is_done: Callable[[list[Progress]], bool]) -> list[Progress]:
    """Poll as a window's timer would."""
    news: list[Progress] = []
    pause = Event()
    for _ in range(int(PATIENCE / 0.02)):
        news += process.poll()
        if is_done(news) or process.is_over:
            return news
        pause.wait(0.02)
    pytest.fail("the process does not answer")


def test_that_it_tells_of_better_plans_stops_when_asked_and_keeps_locks(
    draft: DayDraft, start: Callable[[DayDraft, Budget], SolveProcess]
) -> None:
    process = start(draft, Budget(seconds=600))
    news = until(process, bool)
    assert news[0].plan.routes
    assert process.result() is None
    process.stop()
    until(process, lambda _: False)
    result = process.result()
    assert process.fault is None
    assert result is not None
    assert result.plan.stopped_by == "cancelled"
    assert result.check().is_feasible
    assert result.plan.team_of_visit()["V7"] == "T3"


def test_that_closing_it_at_once_leaves_nothing_running(
    draft: DayDraft, start: Callable[[DayDraft, Budget], SolveProcess]
) -> None:
    start(draft, Budget(seconds=600)).close()
