"""What the station offers: lessons, drills, quiz and assessment, certificates; and what the palette finds."""

from typing import TYPE_CHECKING

from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.search import Source
from visitdesk.ui.training.assessment_page import AssessmentPage
from visitdesk.ui.training.certificates_page import CertificatesPage
from visitdesk.ui.training.drill_page import DrillPage
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.quiz_page import QuizPage
from visitdesk.ui.training.source import TrainingSource
from visitdesk.ui.training.training_page import TrainingPage

if TYPE_CHECKING:
    from visitdesk.ui.training.ports import TrainingBranch


def pages(branch: "TrainingBranch") -> tuple[PageSpec, ...]:
    """The pages of the station, with nobody at the desk yet."""
    return pages_for(branch, Learner())


def pages_for(branch: "TrainingBranch", learner: Learner) -> tuple[PageSpec, ...]:
    """The pages of the station; they share the learner."""
    station = Station.TRAINING
    return (
        PageSpec(key="training", station=station, make=lambda shell: TrainingPage(shell, branch, learner)),
        PageSpec(key="training/drill", station=station, make=lambda shell: DrillPage(shell, branch, learner)),
        PageSpec(key="training/quiz", station=station, make=lambda shell: QuizPage(shell, branch, learner)),
        PageSpec(
            key="training/certificates", station=station, make=lambda shell: CertificatesPage(shell, branch, learner)
        ),
        PageSpec(key="training/assessment", station=station, make=lambda shell: AssessmentPage(shell, branch, learner)),
    )


def sources(branch: "TrainingBranch") -> tuple[Source, ...]:
    """For the palette: modules and drills."""
    return (TrainingSource(branch.training.catalogue),)
