"""A desk with the training station over a branch in memory."""

from collections.abc import Callable

import pytest

from tests.robots.training import TrainingRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.training.scene import M0, TrainingScene
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.panel import pages_for

OpenAt = Callable[..., TrainingRobot]


@pytest.fixture
def at_desk(open_screen: Callable[[Screen], WindowRobot]) -> OpenAt:
    """Opens the station: `at_desk(scene, page, person, selection)`."""

    def opened(
        scene: TrainingScene, page: str = "training", person: str = "", selection: Selection | None = None
    ) -> TrainingRobot:
        learner = Learner()
        learner.module = M0
        learner.pick(next((one for one in scene.people.kept if one.id == person), None))
        screen = Screen(name=page, page=page, specs=lambda: pages_for(scene, learner), selection=selection)
        robot = TrainingRobot(open_screen(screen))
        robot.window.resize(1440, 900)
        return robot.rests()

    return opened
