"""Opens case pages over an invented branch."""

from collections.abc import Callable

import pytest

from tests.robots.cases import CasesRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.cases.branch import SampleBranch
from visitdesk.security.model import Actor
from visitdesk.ui.cases.panel import pages
from visitdesk.ui.shell.context import Selection

OpenCases = Callable[..., CasesRobot]


@pytest.fixture
def open_cases(open_screen: Callable[[Screen], WindowRobot]) -> OpenCases:
    """A window on a page of the cases over `branch`, as `actor`."""

    def opened(
        branch: SampleBranch, page: str = "cases", selection: Selection | None = None, actor: Actor | None = None
    ) -> CasesRobot:
        def sit(window: object) -> None:
            if actor is not None:
                window.shell.set_actor(actor)  # type: ignore[attr-defined]  # a MainWindow

        robot = open_screen(
            Screen(name="test", page=page, specs=lambda: pages(branch), selection=selection, prepare=sit)
        )
        robot.window.resize(1440, 900)
        return CasesRobot(robot).rests()

    return opened
