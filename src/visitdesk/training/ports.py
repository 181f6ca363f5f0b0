"""What the room `training` asks from outside: its records, the transaction around them, and a memory scheduler."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from visitdesk.people.model import CollectorId
from visitdesk.security.audit import AuditTrail
from visitdesk.training.model import (
    Answer,
    Certificate,
    CertificateNumber,
    Coaching,
    DrillRun,
    LessonReading,
    MemoryCard,
    ModuleId,
    QuestionId,
    Sitting,
    SittingId,
)


class Grade(StrEnum):
    """How well something was remembered."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A scheduler's state (its own text) and the instant at which it wants to ask again."""

    state: str
    due: datetime


class MemoryScheduler(Protocol):
    """Decides when a missed question comes back."""

    def first(self, at: datetime) -> Memory:
        """The memory of a question just missed."""
        ...

    def after(self, state: str, grade: Grade, at: datetime) -> Memory:
        """The memory after one more answer."""
        ...


class TrainingRepository(Protocol):
    """Everything the room keeps. `put_…` adds or replaces by identity, `add_…` only adds."""

    def lesson(self, collector: CollectorId, module: ModuleId) -> LessonReading | None:
        """The last reading, or None."""
        ...

    def put_lesson(self, reading: LessonReading) -> None:
        """Keep the reading."""
        ...

    def sitting(self, identity: SittingId) -> Sitting | None:
        """The assessment of that id, or None."""
        ...

    def sittings(self, collector: CollectorId, module: ModuleId) -> Sequence[Sitting]:
        """The collector's assessments in that module, by number."""
        ...

    def put_sitting(self, sitting: Sitting) -> None:
        """Keep the assessment.

        Raises:
            Stale: `sitting.version` is not the stored one.
        """
        ...

    def add_answers(self, answers: Sequence[Answer]) -> None:
        """Keep answers as given."""
        ...

    def answers(self, collector: CollectorId, module: ModuleId) -> Sequence[Answer]:
        """The collector's answers in that module, oldest first."""
        ...

    def add_drill_run(self, run: DrillRun) -> None:
        """Keep a finished drill."""
        ...

    def drill_runs(self, collector: CollectorId, module: ModuleId) -> Sequence[DrillRun]:
        """The collector's finished drills in that module, oldest first."""
        ...

    def add_coaching(self, coaching: Coaching) -> None:
        """Keep a coaching."""
        ...

    def coachings(self, collector: CollectorId, module: ModuleId) -> Sequence[Coaching]:
        """The collector's coachings in that module, oldest first."""
        ...

    def certificate(self, number: CertificateNumber) -> Certificate | None:
        """The certificate of that number, or None."""
        ...

    def certificates(self, collector: CollectorId | None = None) -> Sequence[Certificate]:
        """The collector's certificates, or all; by number."""
        ...

    def put_certificate(self, certificate: Certificate) -> None:
        """Keep the certificate.

        Raises:
            Stale: `certificate.version` is not the stored one.
        """
        ...

    def next_serial(self, year: int) -> int:
        """One more than the certificates issued in that year (of the branch)."""
        ...

    def card(self, collector: CollectorId, question: QuestionId) -> MemoryCard | None:
        """The collector's card for that question, or None."""
        ...

    def put_card(self, card: MemoryCard) -> None:
        """Keep the card."""
        ...

    def cards_due(self, collector: CollectorId, until: datetime) -> Sequence[MemoryCard]:
        """Cards that are due at or before that instant, longest waiting first."""
        ...


class TrainingUnit(Protocol):
    """One transaction's view."""

    @property
    def audit(self) -> AuditTrail:
        """The branch's audit trail."""
        ...

    @property
    def training(self) -> TrainingRepository:
        """The room's records."""
        ...


class TrainingTransactions(Protocol):
    """Hands out transactions."""

    def begin(self) -> AbstractContextManager[TrainingUnit]:
        """A writing transaction."""
        ...

    def read(self) -> AbstractContextManager[TrainingUnit]:
        """A reading transaction."""
        ...
