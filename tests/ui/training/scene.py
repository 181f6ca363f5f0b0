"""A branch for the training screens: real services over memory, invented people, a year of training behind them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.fakes.training import FakeTrainingTransactions
from tests.screens import NOW
from visitdesk.clock import FixedClock
from visitdesk.people.model import Collector, CollectorId, Employer
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.security.ports import User
from visitdesk.training.catalogue import shipped
from visitdesk.training.drills import ideal_path
from visitdesk.training.model import CertificateNumber, ModuleId, Sitting
from visitdesk.training.service import TrainingDesk
from visitdesk.training.spacing import FsrsScheduler
from visitdesk.ui.training.ports import PagePictures, TrainingPapers
from visitdesk.wording import Lang

TRAINER = Actor(user=UserId("trainer"), roles=frozenset({Role.TRAINER, Role.SUPERVISOR}))
M0, M1 = ModuleId("M0"), ModuleId("M1")
NAMES = ("张示例", "王测试", "李演示", "赵样本", "陈虚构", "周假设", "吴范例", "郑试用")
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A white point."""


def collector(number: int, name: str) -> Collector:
    """An invented collector."""
    return Collector(id=CollectorId(f"C{number:02}"), name=name, phone="", employer=Employer.AGENCY)


@dataclass
class FakePeople:
    """Collectors in memory."""

    kept: tuple[Collector, ...] = ()

    def collectors(self) -> Sequence[Collector]:
        return self.kept


@dataclass
class FakePapers:
    """Notes what was asked for; draws nothing."""

    asked: list[tuple[str, str]] = field(default_factory=list)

    def handbook(self, actor: Actor, lang: Lang, *, for_trainer: bool = False) -> bytes:  # noqa: ARG002  # the port\'s
        self.asked.append(("trainer" if for_trainer else "handbook", lang))
        return b"%PDF-handbook"

    def certificate(self, actor: Actor, number: CertificateNumber, lang: Lang) -> bytes:  # noqa: ARG002  # the port\'s
        self.asked.append((number, lang))
        return b"%PDF-certificate"


class FakePrints:
    """Every page is one white point."""

    def pages(self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:  # noqa: ARG002  # the port\'s
        return (PICTURE,) if pdf else ()


class FakeUsers:
    """The trainer's name."""

    def users(self) -> Sequence[User]:
        return (User(id=TRAINER.user, name="冯讲师", roles=TRAINER.roles, password_hash=""),)


class TrainingScene:
    """The branch; `at` moves its clock for what has gone before."""

    def __init__(self, people: tuple[Collector, ...] = ()) -> None:
        self.clock = FixedClock(NOW)
        self.people = FakePeople(people)
        self.papers: TrainingPapers = FakePapers()
        self.prints: PagePictures = FakePrints()
        self.security = FakeUsers()
        self.store = FakeTrainingTransactions()
        self.training = TrainingDesk(
            self.store,
            self.clock,
            catalogue=shipped(),
            scheduler=FsrsScheduler(),
            zone=ZoneInfo("Asia/Shanghai"),
        )

    def ago(self, **span: float) -> None:
        """As if it were so long ago."""
        self.clock.set(NOW - timedelta(**span))

    def now(self) -> None:
        """Back to the present."""
        self.clock.set(NOW)

    def read(self, person: CollectorId, module: ModuleId) -> None:
        self.training.start_lesson(TRAINER, person, module)
        self.training.finish_lesson(TRAINER, person, module)

    def quiz(self, person: CollectorId, module: ModuleId, *, miss: int = 0) -> None:
        asked = [one for one in shipped().module(module).questions if one.use.value == "quiz"]
        for place, question in enumerate(asked):
            wrong = frozenset(range(len(question.options))) - question.right
            self.training.answer_quiz(TRAINER, person, question.id, wrong if place < miss else question.right)

    def practise(self, person: CollectorId, module: ModuleId) -> None:
        for drill in shipped().module(module).drills:
            self.training.finish_drill(TRAINER, person, drill.id, ideal_path(drill))

    def sit(self, person: CollectorId, module: ModuleId, *, miss: int = 0) -> Sitting:
        sitting = self.training.begin_assessment(TRAINER, person, module).sitting
        right = {item.question: shipped().question(item.question).right for item in sitting.paper}
        given = dict(list(right.items())[miss:])
        return self.training.finish_assessment(TRAINER, sitting.id, given).sitting

    def qualify(self, person: CollectorId, module: ModuleId) -> CertificateNumber:
        self.read(person, module)
        self.quiz(person, module)
        self.practise(person, module)
        self.sit(person, module)
        return self.training.certify(TRAINER, person, module).certificate.number


def everybody() -> tuple[Collector, ...]:
    """Eight invented people."""
    return tuple(collector(number, name) for number, name in enumerate(NAMES, 1))


def busy_branch() -> TrainingScene:
    """Some certified, some expiring, one expired, one revoked, one under way, two new."""
    scene = TrainingScene(everybody())
    one, two, three, four, five, six, *_ = (person.id for person in scene.people.kept)
    for days, person in ((120, one), (354, two), (370, three), (90, four)):
        scene.ago(days=days)
        for module in (M0, M1):
            scene.qualify(person, module)
    scene.ago(days=2)
    scene.training.revoke(TRAINER, scene.training.certificates_of(four)[0].number, "样例：考核由他人代答")
    scene.ago(days=3)
    scene.read(five, M0)
    scene.quiz(five, M0, miss=1)
    scene.training.finish_drill(TRAINER, five, "m0-neighbour", ideal_path(shipped().drill("m0-neighbour")))
    scene.ago(hours=5)
    scene.read(six, M0)
    scene.sit(six, M0, miss=6)
    seven = scene.people.kept[6].id
    scene.read(seven, M0)
    scene.quiz(seven, M0)
    scene.practise(seven, M0)
    scene.sit(seven, M0)
    scene.now()
    return scene
