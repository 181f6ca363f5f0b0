"""Nouns of the room `training`: content (module, question, drill, source) and what people did with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from visitdesk.people.model import CollectorId
from visitdesk.training.prose import Prose
from visitdesk.wording import Lang

ModuleId = NewType("ModuleId", str)
"""`"M0"` … `"M10"`, as the syllabus numbers them."""

QuestionId = NewType("QuestionId", str)
DrillId = NewType("DrillId", str)
SittingId = NewType("SittingId", str)
CertificateNumber = NewType("CertificateNumber", str)
"""As printed, e.g. `"VD-2026-0001"`."""


class Mark(StrEnum):
    """How well a source is known (reference training, head)."""

    READ = "read"
    REPORTED = "reported"
    RECALLED = "recalled"
    POLICY = "policy"


class Force(StrEnum):
    """What a source binds by; a policy is never shown as law."""

    LAW = "law"
    REGULATOR = "regulator"
    INDUSTRY = "industry"
    STANDARD = "standard"
    PRACTICE = "practice"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One short text in both languages."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The words of that language."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a claim rests on (依据).

    Attributes:
        rule: id of the compliance rule that says the same; empty where none does.
    """

    id: str
    text: Text
    mark: Mark
    force: Force
    rule: str = ""

    @property
    def must_be_confirmed(self) -> bool:
        """Known from memory only: shown with "to be confirmed by your lawyer" wherever it is cited."""
        return self.mark is Mark.RECALLED


class Use(StrEnum):
    """Where a question is asked."""

    QUIZ = "quiz"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question."""

    text: Text
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One reviewed question of the bank (题库).

    Attributes:
        concept: questions of one concept test the same thing; a paper holds one of them.
        is_critical: must be right to pass (关键题).
        difficulty: 1–3.
        section: heading of the lesson where it is taught.
        why: shown after answering.
    """

    id: QuestionId
    module: ModuleId
    concept: str
    use: Use
    is_critical: bool
    difficulty: int
    section: str
    sources: tuple[str, ...]
    stem: Text
    why: Text
    options: tuple[Option, ...]

    @property
    def right(self) -> frozenset[int]:
        """Places of the right options, counted from 0 in the bank's order."""
        return frozenset(place for place, option in enumerate(self.options) if option.is_right)


class ChoiceMark(StrEnum):
    """How good a choice is: a weak one makes the next node harder, a wrong one has consequences."""

    IDEAL = "ideal"
    WEAK = "weak"
    WRONG = "wrong"


class Outcome(StrEnum):
    """How a drill ends."""

    GOOD = "good"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillOption:
    """One choice at a node; `goto` is the id of a node or of an ending, `why` the feedback."""

    mark: ChoiceMark
    goto: str
    sources: tuple[str, ...]
    text: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A moment that asks for a decision."""

    id: str
    say: Text
    options: tuple[DrillOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where a path ends; `score` is 0–100 before slips are taken off."""

    id: str
    outcome: Outcome
    score: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A practised scene with choices (演练)."""

    id: DrillId
    module: ModuleId
    section: str
    title: Text
    setting: Text
    start: str
    nodes: Mapping[str, Node]
    endings: Mapping[str, Ending]
    debrief: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A training module (培训模块).

    Attributes:
        needed_for: deeds that need its certificate, e.g. `visit`.
        paper_questions: length of an assessment.
        pass_percent: share of right answers needed; every critical one must be right besides.
        valid_months: how long its certificate lasts.
        review_by: day by which lawyer and safety officer look through the content again.
        trainer: notes for the trainer's book, with the answers to the sheet.
    """

    id: ModuleId
    order: int
    title: Text
    promise: Text
    objectives: tuple[Text, ...]
    needed_for: frozenset[str]
    paper_questions: int
    pass_percent: int
    valid_months: int
    review_by: date
    lesson: Prose
    sheet: Prose
    trainer: Prose
    questions: tuple[Question, ...]
    drills: tuple[Drill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonReading:
    """When a collector last opened a lesson and last read it to the end (None: never)."""

    collector: CollectorId
    module: ModuleId
    started_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """One question on a paper; `order[i]` is the bank's place of the option shown as the i-th."""

    question: QuestionId
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One assessment of one collector (考核), from the drawing of its paper to its result.

    Attributes:
        number: 1 for the first of this collector in this module.
        right: right answers; None while it is open, like `is_passed` and `finished_at`.
        missed_critical: critical questions answered wrongly.
        content_version: digest of the content the paper was drawn from.
    """

    id: SittingId
    collector: CollectorId
    module: ModuleId
    number: int
    seed: int
    paper: tuple[PaperItem, ...]
    opened_at: datetime
    content_version: str
    finished_at: datetime | None = None
    right: int | None = None
    missed_critical: tuple[QuestionId, ...] = ()
    is_passed: bool | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether the paper is still to be answered."""
        return self.finished_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer as given; `chosen` are places in the bank's order, `sitting` is empty outside an assessment."""

    collector: CollectorId
    module: ModuleId
    question: QuestionId
    at: datetime
    chosen: tuple[int, ...]
    is_right: bool
    sitting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillRun:
    """One finished drill: `path` holds the place of each choice, in order."""

    collector: CollectorId
    module: ModuleId
    drill: DrillId
    at: datetime
    path: tuple[int, ...]
    outcome: Outcome
    score: int
    is_passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    """A trainer went through the subject with somebody who had failed; opens the next assessment."""

    collector: CollectorId
    module: ModuleId
    at: datetime
    by: str
    note: str


class CertificateState(StrEnum):
    """Where a certificate stands on a day (glossary §9)."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Proof that a collector has passed a module (合格证).

    Attributes:
        valid_until: last day on which it counts, in the branch's zone.
        issued_by: user who certified, never the collector.
        is_lapse_noted: the rooms above were told that it has expired.
    """

    number: CertificateNumber
    collector: CollectorId
    module: ModuleId
    issued_at: datetime
    issued_on: date
    valid_until: date
    issued_by: str
    sitting: SittingId
    content_version: str
    revoked_at: datetime | None = None
    revoked_by: str = ""
    revoked_reason: str = ""
    is_lapse_noted: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryCard:
    """A missed question on its way back to a collector (spaced repetition).

    Attributes:
        state: the scheduler's own text; nobody else reads it.
        reviews: answers given so far.
    """

    collector: CollectorId
    module: ModuleId
    question: QuestionId
    state: str
    due: datetime
    reviews: int


class DueState(StrEnum):
    """Why somebody stands on the due list."""

    MISSING = "missing"
    REVOKED = "revoked"
    EXPIRED = "expired"
    EXPIRING = "expiring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One line of the due list: who, what, how long.

    Attributes:
        days_left: whole days the certificate still counts after today; negative after its last day; None where there
            is no certificate to count.
    """

    collector: CollectorId
    module: ModuleId
    state: DueState
    days_left: int | None
    valid_until: date | None
