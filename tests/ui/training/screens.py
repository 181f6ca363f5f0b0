"""Pictures of the training station."""

from functools import cache

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.screens import Screen
from tests.ui.training.scene import M0, FakePapers, TrainingScene, busy_branch
from visitdesk.documents import certificate
from visitdesk.documents.preview import pictures
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.training.catalogue import shipped
from visitdesk.training.model import Certificate, CertificateNumber
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.window import MainWindow
from visitdesk.ui.training.assessment_page import AssessmentPage
from visitdesk.ui.training.certificates_page import CertificatesPage
from visitdesk.ui.training.drill_page import DrillPage
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.panel import pages_for
from visitdesk.ui.training.quiz_page import QuizPage
from visitdesk.ui.training.row_button import RowButton
from visitdesk.ui.training.training_page import TrainingPage
from visitdesk.wording import Lang


def with_learner(person: str = "", *, empty: bool = False) -> tuple[PageSpec, ...]:
    """The station with a learner at the desk."""
    scene = TrainingScene() if empty else busy_branch()
    learner = Learner()
    learner.module = M0
    found = next((one for one in scene.people.kept if one.id == CollectorId(person)), None)
    learner.pick(found)
    return pages_for(scene, learner)


def in_drill(window: MainWindow, *digits: int) -> None:
    """Answers given; after each the next moment."""
    page = window.findChild(DrillPage)
    assert page is not None
    for place, digit in enumerate(digits):
        if place:
            page.shell.actions[Key.FINISH].trigger()
        page.scene.answers.press(digit)


def at_its_end(window: MainWindow) -> None:
    """The wrong end."""
    in_drill(window, 3)
    window.shell.actions[Key.FINISH].trigger()


def quiz_answered(window: MainWindow) -> None:
    """The first question, wrongly."""
    page = window.findChild(QuizPage)
    assert page is not None
    page.question.answers.press(1)


def paper_open(window: MainWindow, *, hand_in: bool = False) -> None:
    """A paper under way, or handed in."""
    page = window.findChild(AssessmentPage)
    assert page is not None
    finish = window.shell.actions[Key.FINISH]
    settled(window)
    finish.trigger()
    settled(window)
    for place in range(len(page.list.findChildren(RowButton)) - (0 if hand_in else 7)):
        page.list.picked.emit(place)
        page.question.answers.press(place % 3 + 1)
    page.flag.click()
    if hand_in:
        finish.trigger()


def as_auditor(window: MainWindow) -> None:
    """Somebody sits here who may read and do nothing."""
    settled(window)
    window.shell.set_actor(Actor(user=UserId("shen"), roles=frozenset({Role.AUDITOR})))


class DrawnPapers(FakePapers):
    """The certificate as it is really drawn, once a test process and language."""

    def __init__(self, scene: TrainingScene) -> None:
        super().__init__()
        self._scene = scene

    def certificate(self, actor: Actor, number: CertificateNumber, lang: Lang) -> bytes:  # noqa: ARG002  # the port\'s
        return drawn(next(one for one in self._scene.training.certificates_of() if one.number == number), lang)


@cache
def drawn(one: Certificate, lang: Lang) -> bytes:
    """The paper of an invented holder."""
    paper = certificate.TrainingCertificate(
        certificate=one, holder="赵样本", module=shipped().module(one.module), issuer="冯讲师", branch="示例市第一网点"
    )
    return certificate.render(paper, lang)


class DrawnPages:
    """Pictures by the program's own means."""

    def pages(
        self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None
    ) -> tuple[bytes, ...]:  # the port\'s
        return pictures(pdf, width, first=first, count=count)


def certificates() -> tuple[PageSpec, ...]:
    """All certificates, with papers that are really drawn."""
    scene = busy_branch()
    scene.papers, scene.prints = DrawnPapers(scene), DrawnPages()
    return pages_for(scene, Learner())


def looked_at(window: MainWindow) -> None:
    """The paper of the first certificate is in sight."""
    settled(window)
    page = window.findChild(CertificatesPage)
    assert page is not None
    page.card.look.click()


def settled(window: MainWindow) -> None:
    """Answers from the writer have arrived."""
    while window.shell.jobs.is_busy:
        QApplication.processEvents()


def scrolled(window: MainWindow, anchor: str) -> None:
    """Another place of the lesson."""
    settled(window)
    page = window.findChild(TrainingPage)
    assert page is not None
    window.resize(1440, 900)
    QTimer.singleShot(0, page, lambda: page.reader.text.go_to(anchor))


SCREENS = (
    Screen(name="training", page="training", specs=lambda: with_learner("C05")),
    Screen(
        name="training-table",
        page="training",
        specs=lambda: with_learner("C05"),
        prepare=lambda window: scrolled(window, "consequences"),
    ),
    Screen(
        name="training-sources",
        page="training",
        specs=lambda: with_learner("C05"),
        prepare=lambda window: scrolled(window, "sources"),
    ),
    Screen(name="training-nobody-picked", page="training", specs=with_learner, alarm=True),
    Screen(
        name="training-drill",
        page="training/drill",
        specs=lambda: with_learner("C05"),
        selection=Selection(kind="drill", id="m0-jail"),
        prepare=lambda window: in_drill(window, 1, 2),
    ),
    Screen(
        name="training-drill-end",
        page="training/drill",
        specs=lambda: with_learner("C05"),
        selection=Selection(kind="drill", id="m0-jail"),
        prepare=at_its_end,
    ),
    Screen(
        name="training-quiz",
        page="training/quiz",
        specs=lambda: with_learner("C05"),
        selection=Selection(kind="module", id="M0"),
        prepare=quiz_answered,
    ),
    Screen(
        name="training-nothing-back",
        page="training/quiz",
        specs=lambda: with_learner("C01"),
        selection=Selection(kind="cards", id=""),
    ),
    Screen(
        name="training-assessment-intro",
        page="training/assessment",
        specs=lambda: with_learner("C06"),
        selection=Selection(kind="module", id="M0"),
    ),
    Screen(
        name="training-paper",
        page="training/assessment",
        specs=lambda: with_learner("C05"),
        selection=Selection(kind="module", id="M0"),
        prepare=paper_open,
    ),
    Screen(
        name="training-result",
        page="training/assessment",
        specs=lambda: with_learner("C05"),
        selection=Selection(kind="module", id="M0"),
        prepare=lambda window: paper_open(window, hand_in=True),
    ),
    Screen(name="training-certificates", page="training/certificates", specs=certificates, prepare=looked_at),
    Screen(name="training-certificate-denied", page="training/certificates", specs=certificates, prepare=as_auditor),
    Screen(name="training-denied", page="training", specs=with_learner, prepare=as_auditor),
    Screen(name="training-no-certificates", page="training/certificates", specs=lambda: with_learner(empty=True)),
    Screen(name="training-empty", page="training", specs=lambda: with_learner(empty=True)),
)
