"""The way through a module as the desk shows it: which step is done, which comes next. Pure; words are made elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from visitdesk.people.model import Collector, CollectorId
from visitdesk.training import certificates
from visitdesk.training.assessments import FAILS_BEFORE_COACHING, RETRY_AFTER, failed_in_a_row
from visitdesk.training.certificates import Evidence
from visitdesk.training.model import (
    Certificate,
    CertificateState,
    Drill,
    Due,
    Module,
    ModuleId,
    Question,
    QuestionId,
    Sitting,
    Use,
)

if TYPE_CHECKING:
    from visitdesk.training.service import Progress
    from visitdesk.ui.training.ports import TrainingBranch


class StepKind(StrEnum):
    """The steps of a module, in their order."""

    LESSON = "lesson"
    QUIZ = "quiz"
    DRILL = "drill"
    ASSESSMENT = "assessment"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    Attributes:
        drill: the drill of a drill step.
        is_open: begun and not ended: a lesson being read, a paper lying open.
        score: points of the best drill run, right answers of a quiz or paper; None where there is none.
        fails: failed assessments in a row.
        opens_at: instant before which no assessment may be begun; None if it may be now.
        needs_coaching: somebody must go through the subject first.
    """

    kind: StepKind
    is_done: bool = False
    is_open: bool = False
    drill: Drill | None = None
    score: int | None = None
    fails: int = 0
    opens_at: datetime | None = None
    needs_coaching: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one learner stands in one module."""

    steps: tuple[Step, ...]
    certificate: Certificate | None = None
    state: CertificateState | None = None

    @property
    def next(self) -> Step | None:
        """The first step that is not done; None where all are."""
        return next((step for step in self.steps if not step.is_done), None)

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.is_done for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the station shows, read at once on the writer thread.

    Attributes:
        standing: of the learner, by module; of nobody where none is picked.
        cards: questions that should come back to the learner now.
    """

    today: date
    people: tuple[Collector, ...] = ()
    due: tuple[Due, ...] = ()
    standing: Mapping[ModuleId, Standing] = field(default_factory=dict)
    cards: tuple[Question, ...] = ()


def read_snapshot(branch: "TrainingBranch", collector: CollectorId | None, today: date) -> Snapshot:
    """Read everything for the station's first page.

    Args:
        today: the day in the branch's zone.
    """
    people = tuple(person for person in branch.people.collectors() if person.is_active)
    desk, now = branch.training, branch.clock.now()
    modules = desk.catalogue.modules
    standing = {
        module.id: standing_of(module, None if collector is None else desk.progress(collector, module.id), now, today)
        for module in modules
    }
    return Snapshot(
        today=today,
        people=people,
        due=desk.due_list(person.id for person in people),
        standing=standing,
        cards=() if collector is None else desk.cards_due(collector),
    )


def quiz_of(module: Module) -> tuple[Question, ...]:
    """The questions inside the lesson."""
    return tuple(question for question in module.questions if question.use is Use.QUIZ)


def standing_of(module: Module, progress: "Progress | None", now: datetime, today: date) -> Standing:
    """Where a learner stands; None as progress is nobody's standing.

    While a certificate counts and is not expiring everything it rests on stays done; after that each year is earned
    anew, and only what was done since counts (`certificates.readiness`).
    """
    if progress is None:
        return Standing(steps=_fresh(module))
    certificate = certificates.latest(progress.certificates, module.id)
    state = None if certificate is None else certificates.state_of(certificate, today)
    counts = state is CertificateState.VALID
    since = None if certificate is None or counts else certificate.revoked_at or certificate.issued_at
    steps = (
        _lesson(progress, since, counts=counts),
        _quiz(module, progress, since, counts=counts),
        *(_drill(drill, progress, since, counts=counts) for drill in module.drills),
        _assessment(progress, now, since, counts=counts),
        Step(kind=StepKind.CERTIFICATE, is_done=counts),
    )
    return Standing(steps=steps, certificate=certificate, state=state)


def _fresh(module: Module) -> tuple[Step, ...]:
    drills = (Step(kind=StepKind.DRILL, drill=drill) for drill in module.drills)
    before, after = (StepKind.LESSON, StepKind.QUIZ), (StepKind.ASSESSMENT, StepKind.CERTIFICATE)
    return (*(Step(kind=kind) for kind in before), *drills, *(Step(kind=kind) for kind in after))


def _later(instant: datetime | None, since: datetime | None) -> bool:
    return instant is not None and (since is None or instant > since)


def _lesson(progress: "Progress", since: datetime | None, *, counts: bool) -> Step:
    reading = progress.reading
    is_done = counts or Evidence.LESSON not in progress.readiness.missing
    is_open = not is_done and reading is not None and _later(reading.started_at, since)
    return Step(kind=StepKind.LESSON, is_done=is_done, is_open=is_open)


def _quiz(module: Module, progress: "Progress", since: datetime | None, *, counts: bool) -> Step:
    last: dict[QuestionId, bool] = {
        answer.question: answer.is_right
        for answer in progress.answers
        if not answer.sitting and _later(answer.at, since)
    }
    asked = [question.id for question in quiz_of(module)]
    answered = [question for question in asked if question in last]
    score = sum(last[question] for question in answered) if answered else None
    return Step(kind=StepKind.QUIZ, is_done=counts or len(answered) == len(asked), score=score)


def _drill(drill: Drill, progress: "Progress", since: datetime | None, *, counts: bool) -> Step:
    runs = [run for run in progress.runs if run.drill == drill.id and (counts or _later(run.at, since))]
    is_done = counts or drill.id not in progress.readiness.open_drills
    passed = [run.score for run in runs if run.is_passed]
    score = max(passed or [run.score for run in runs], default=None)
    return Step(kind=StepKind.DRILL, drill=drill, is_done=is_done, score=score)


def _assessment(progress: "Progress", now: datetime, since: datetime | None, *, counts: bool) -> Step:
    sittings = progress.sittings
    closed = [one for one in sittings if not one.is_open and (counts or _later(one.finished_at, since))]
    is_done = counts or Evidence.ASSESSMENT not in progress.readiness.missing
    fails = failed_in_a_row(sittings)
    last = fails[-1].finished_at if fails else None
    coached = last is not None and any(coaching.at >= last for coaching in progress.coachings)
    opens_at = last + RETRY_AFTER if last is not None and now - last < RETRY_AFTER else None
    return Step(
        kind=StepKind.ASSESSMENT,
        is_done=is_done,
        is_open=not is_done and any(one.is_open for one in sittings),
        score=_best(closed),
        fails=0 if is_done else len(fails),
        opens_at=None if is_done else opens_at,
        needs_coaching=not is_done and len(fails) >= FAILS_BEFORE_COACHING and not coached,
    )


def _best(sittings: Sequence[Sitting]) -> int | None:
    return max((one.right for one in sittings if one.right is not None), default=None)
