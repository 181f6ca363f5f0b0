"""Pictures of the plan: as opened, a visit that fits nowhere, carried over the lanes, a better plan, publishing."""

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from tests.ui.planning.day import DAY, PlanDay, empty_day, plan_day
from visitdesk.errors import BadInput
from visitdesk.planning.solver import Budget
from visitdesk.ui.planning.actions import PLAN_ACTIONS
from visitdesk.ui.planning.optimise import Search
from visitdesk.ui.planning.panel import PlanPage
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.window import MainWindow


def specs_of(day: PlanDay, budget: Budget | None = None) -> tuple[PageSpec, ...]:
    """The page over this day."""
    return (
        PageSpec(
            key="plan",
            station=Station.PLAN,
            make=lambda shell: PlanPage(shell, day, budget or Budget(seconds=2)),
            actions=PLAN_ACTIONS,
        ),
    )


def page_of(window: MainWindow) -> PlanPage:
    """The page, once its day has been read."""
    page = window.top
    assert isinstance(page, PlanPage)
    while window.shell.jobs.is_busy:
        QApplication.processEvents()
    page.map.finish()
    return page


def _plain(window: MainWindow) -> None:
    page_of(window)


def _selected(window: MainWindow) -> None:
    page = page_of(window)
    longest = max(page.session.view.lanes, key=lambda lane: len(lane.bars))
    page.choose(longest.bars[2].visit)
    page.map.finish()


def _why(window: MainWindow) -> None:
    page = page_of(window)
    row = next(row for row in page.session.view.pool if row.hindrance is None and "sign_language" in row.needs)
    page.choose(row.visit)


def _blocked(window: MainWindow) -> None:
    page_of(window).choose("V043")


def _carried(window: MainWindow) -> None:
    window.resize(1440, 900)
    window.show()
    page = page_of(window)
    row = next(row for row in page.session.view.pool if row.hindrance is None and not row.needs)
    page.choose(row.visit)
    page.lanes.pick(row.visit)
    best = next(hint.team for hint in page.lanes.hints.values() if hint.is_best)
    at = [lane.team for lane in page.session.view.lanes].index(best)
    page.lanes.carry_to(QPointF(page.lanes.viewport().width() * 0.62, page.lanes.top_of(at) + 26))


def _woman_needed(window: MainWindow) -> None:
    page = page_of(window)
    bar = next(bar for lane in page.session.view.lanes for bar in lane.bars if bar.visit in {"V003", "V015", "V027"})
    page.choose(bar.visit)
    page.lanes.pick(bar.visit)


def _proposal(window: MainWindow) -> None:
    page = page_of(window)
    draft = page.session.marked()
    better = draft
    for row in [row for row in page.session.view.pool if row.hindrance is None]:
        team = page.session.best_team(row.visit)
        if team:
            page.session.move(row.visit, team, "")
    better = page.session.marked()
    page.session.undo.undo()
    while page.session.undo.canUndo():
        page.session.undo.undo()
    page.layout_.optimise.show()
    page.layout_.optimise.show_search(
        Search(line=(23400, 22800, 22800, 22300, 22260), left=(6, 4), elapsed=38, is_over=False)
    )
    page.optimiser.result = better
    page.proposer.show_changes()  # as if the search had just ended
    page.shell.actions.refresh()


def _publish(window: MainWindow) -> None:
    page = page_of(window)
    page.shell.actions["page.finish"].trigger()
    page_of(window)


def _refused(window: MainWindow) -> None:
    page = page_of(window)
    day = page.branch
    assert isinstance(day, PlanDay)
    day.verdicts.blocked |= {bar.visit for bar in page.session.view.lanes[0].bars[:2]}
    _publish(window)


def _published(window: MainWindow) -> None:
    page = page_of(window)
    page._publish_now()  # the dialog's deed
    page_of(window)


def _fault(window: MainWindow) -> None:
    page_of(window)._failed(BadInput("app.no_depot"))  # as the branch would


def _screen(name: str, prepare: Callable[[MainWindow], None], make: Callable[[], PlanDay] = plan_day) -> Screen:
    return Screen(name=f"planning-{name}", page="plan", specs=lambda: specs_of(make()), prepare=prepare)


SCREENS = (
    _screen("day", _selected),
    _screen("why", _why),
    _screen("blocked", _blocked),
    _screen("carried", _carried),
    _screen("forbidden", _woman_needed),
    _screen("proposal", _proposal),
    _screen("publish", _publish),
    _screen("refused", _refused),
    _screen("published", _published),
    _screen("empty", _plain, empty_day),
    _screen("fault", _fault),
)
__all__ = ["DAY", "SCREENS", "page_of", "specs_of"]
