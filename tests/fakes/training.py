"""In-memory stand-in for the room `training`; the contract test holds it and the SQL repository to the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from visitdesk.errors import Stale
from visitdesk.people.model import CollectorId
from visitdesk.security.audit import GENESIS, Deed, Entry, body_of, digest_of
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


class FakeTrail:
    def __init__(self) -> None:
        self.kept: list[Entry] = []

    def append(self, deed: Deed, at: datetime) -> Entry:
        number = len(self.kept) + 1
        previous = self.kept[-1].digest if self.kept else GENESIS
        body = body_of(deed, at)
        entry = Entry(number=number, at=at, body=body, digest=digest_of(previous, number, body))
        self.kept.append(entry)
        return entry

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        return [entry for entry in self.kept if entry.number > after][:limit]


class FakeTraining:
    def __init__(self) -> None:
        self.kept_lessons: dict[tuple[CollectorId, ModuleId], LessonReading] = {}
        self.kept_sittings: dict[SittingId, Sitting] = {}
        self.kept_answers: list[Answer] = []
        self.kept_runs: list[DrillRun] = []
        self.kept_coachings: list[Coaching] = []
        self.kept_certificates: dict[CertificateNumber, Certificate] = {}
        self.kept_cards: dict[tuple[CollectorId, QuestionId], MemoryCard] = {}

    def lesson(self, collector: CollectorId, module: ModuleId) -> LessonReading | None:
        return self.kept_lessons.get((collector, module))

    def put_lesson(self, reading: LessonReading) -> None:
        self.kept_lessons[reading.collector, reading.module] = reading

    def sitting(self, identity: SittingId) -> Sitting | None:
        return self.kept_sittings.get(identity)

    def sittings(self, collector: CollectorId, module: ModuleId) -> Sequence[Sitting]:
        own = [one for one in self.kept_sittings.values() if (one.collector, one.module) == (collector, module)]
        return sorted(own, key=lambda one: one.number)

    def put_sitting(self, sitting: Sitting) -> None:
        before = self.kept_sittings.get(sitting.id)
        if before is not None and before.version != sitting.version:
            raise Stale("store.stale")
        self.kept_sittings[sitting.id] = sitting if before is None else replace(sitting, version=sitting.version + 1)

    def add_answers(self, answers: Sequence[Answer]) -> None:
        self.kept_answers.extend(answers)

    def answers(self, collector: CollectorId, module: ModuleId) -> Sequence[Answer]:
        own = [one for one in self.kept_answers if (one.collector, one.module) == (collector, module)]
        return sorted(own, key=lambda one: one.at)

    def add_drill_run(self, run: DrillRun) -> None:
        self.kept_runs.append(run)

    def drill_runs(self, collector: CollectorId, module: ModuleId) -> Sequence[DrillRun]:
        own = [one for one in self.kept_runs if (one.collector, one.module) == (collector, module)]
        return sorted(own, key=lambda one: one.at)

    def add_coaching(self, coaching: Coaching) -> None:
        self.kept_coachings.append(coaching)

    def coachings(self, collector: CollectorId, module: ModuleId) -> Sequence[Coaching]:
        own = [one for one in self.kept_coachings if (one.collector, one.module) == (collector, module)]
        return sorted(own, key=lambda one: one.at)

    def certificate(self, number: CertificateNumber) -> Certificate | None:
        return self.kept_certificates.get(number)

    def certificates(self, collector: CollectorId | None = None) -> Sequence[Certificate]:
        own = [one for one in self.kept_certificates.values() if collector in {None, one.collector}]
        return sorted(own, key=lambda one: one.number)

    def put_certificate(self, certificate: Certificate) -> None:
        before = self.kept_certificates.get(certificate.number)
        if before is not None and before.version != certificate.version:
            raise Stale("store.stale")
        kept = certificate if before is None else replace(certificate, version=certificate.version + 1)
        self.kept_certificates[certificate.number] = kept

    def next_serial(self, year: int) -> int:
        return sum(one.issued_on.year == year for one in self.kept_certificates.values()) + 1

    def card(self, collector: CollectorId, question: QuestionId) -> MemoryCard | None:
        return self.kept_cards.get((collector, question))

    def put_card(self, card: MemoryCard) -> None:
        self.kept_cards[card.collector, card.question] = card

    def cards_due(self, collector: CollectorId, until: datetime) -> Sequence[MemoryCard]:
        own = [one for one in self.kept_cards.values() if one.collector == collector and one.due <= until]
        return sorted(own, key=lambda one: (one.due, one.question))


class FakeTrainingUnit:
    def __init__(self) -> None:
        self.audit = FakeTrail()
        self.training = FakeTraining()


class FakeTrainingTransactions:
    """Keeps what a deed did only if it ended well, like the database."""

    def __init__(self) -> None:
        self.unit = FakeTrainingUnit()

    @contextmanager
    def begin(self) -> Iterator[FakeTrainingUnit]:
        working = deepcopy(self.unit)
        yield working
        self.unit = working

    @contextmanager
    def read(self) -> Iterator[FakeTrainingUnit]:
        yield deepcopy(self.unit)
