"""Pictures of the page Today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.screens import Screen
from visitdesk.reports.today import Begun, DayCount, Figures, Job, TodayView, Todo
from visitdesk.security.model import Actor
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.today.panel import pages

TODAY = date(2026, 11, 24)
FIGURES = Figures(
    visits=46,
    visits_done=12,
    teams_out=6,
    teams_late=0,
    unplanned=4,
    unplanned_ready=2,
    records_missing=6,
    oldest_missing=date(2026, 11, 20),
)
WEEK = tuple(
    DayCount(day=TODAY - timedelta(days=6 - at), done=done, planned=planned)
    for at, (done, planned) in enumerate(((30, 34), (33, 40), (44, 44), (37, 40), (20, 22), (17, 18), (12, 46)))
)
TODOS = (
    Todo(job=Job.OBJECTIONS, count=1, due=TODAY, names=("C-2026-00007",)),
    Todo(job=Job.TO_APPROVE, count=3, names=("C-2026-00002", "C-2026-00003")),
    Todo(job=Job.UNPLANNED, count=4),
    Todo(job=Job.RECORDS_MISSING, count=6, due=date(2026, 11, 23)),
    Todo(job=Job.TRAINING, count=2, due=date(2026, 12, 1), names=("W003", "W011")),
    Todo(job=Job.HOLDS, count=1, due=date(2026, 11, 27)),
    Todo(job=Job.HELD_ROWS, count=9),
    Todo(job=Job.DEMO_KEY),
)
FULL = TodayView(day=TODAY, figures=FIGURES, todos=TODOS, week=WEEK)
NOTHING = Figures(visits=0, visits_done=0, teams_out=0, teams_late=0, unplanned=0, unplanned_ready=0, records_missing=0)
DONE = replace(FULL, todos=(), next_workday=date(2026, 11, 25), next_visits=38)
NEW = TodayView(
    day=TODAY, figures=NOTHING, begun=Begun(has_cases=True, has_collectors=False, has_plan=False), todos=TODOS[-1:]
)


class FakeWorklist:
    """Answers one view."""

    def __init__(self, view: TodayView) -> None:
        self.view = view

    def today(self, actor: Actor) -> TodayView:  # noqa: ARG002  # a fake
        return self.view


class FakeBranch:
    """Has a worklist and nothing else."""

    def __init__(self, worklist: FakeWorklist) -> None:
        self.worklist = worklist


def over(view: TodayView) -> Callable[[], tuple[PageSpec, ...]]:
    """The page over this view."""
    return lambda: pages(FakeBranch(FakeWorklist(view)))


SCREENS = (
    Screen(name="today-full", page="today", specs=over(FULL)),
    Screen(name="today-done", page="today", specs=over(DONE)),
    Screen(name="today-new", page="today", specs=over(NEW)),
    Screen(
        name="today-alarm", page="today", specs=over(replace(FULL, figures=replace(FIGURES, teams_late=4))), alarm=True
    ),
)
