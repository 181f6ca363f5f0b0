"""Rows of the room `training`: lessons, assessments, answers, drills, coachings, certificates, memory cards."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import BigInteger, ForeignKey, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.errors import Stale
from visitdesk.people.model import CollectorId
from visitdesk.store.row import Json, Row
from visitdesk.training.model import (
    Answer,
    Certificate,
    CertificateNumber,
    Coaching,
    DrillId,
    DrillRun,
    LessonReading,
    MemoryCard,
    ModuleId,
    Outcome,
    PaperItem,
    QuestionId,
    Sitting,
    SittingId,
)


class LessonRow(Row):
    """When a collector last opened and finished a lesson."""

    __tablename__ = "training_lesson"

    collector: Mapped[str] = mapped_column(primary_key=True)
    module: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class SittingRow(Row):
    """One assessment; `paper` is a list of `[question, [place, …]]`."""

    __tablename__ = "training_sitting"
    __table_args__ = (UniqueConstraint("collector", "module", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    collector: Mapped[str]
    module: Mapped[str]
    number: Mapped[int]
    seed: Mapped[int] = mapped_column(BigInteger)
    paper: Mapped[object] = mapped_column(Json)
    opened_at: Mapped[datetime]
    content_version: Mapped[str]
    finished_at: Mapped[datetime | None]
    right: Mapped[int | None]
    missed_critical: Mapped[object] = mapped_column(Json)
    is_passed: Mapped[bool | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class AnswerRow(Row):
    """One answer as given; `sitting` is None outside an assessment."""

    __tablename__ = "training_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    collector: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    question: Mapped[str]
    at: Mapped[datetime]
    chosen: Mapped[object] = mapped_column(Json)
    is_right: Mapped[bool]
    sitting: Mapped[str | None] = mapped_column(ForeignKey("training_sitting.id"))


class DrillRunRow(Row):
    """One finished drill."""

    __tablename__ = "training_drill_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    collector: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    drill: Mapped[str]
    at: Mapped[datetime]
    path: Mapped[object] = mapped_column(Json)
    outcome: Mapped[str]
    score: Mapped[int]
    is_passed: Mapped[bool]


class CoachingRow(Row):
    """A trainer went through the subject with somebody."""

    __tablename__ = "training_coaching"

    id: Mapped[int] = mapped_column(primary_key=True)
    collector: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    note: Mapped[str] = mapped_column(Text)


class CertificateRow(Row):
    """One certificate; never deleted, only revoked."""

    __tablename__ = "training_certificate"

    number: Mapped[str] = mapped_column(primary_key=True)
    collector: Mapped[str] = mapped_column(index=True)
    module: Mapped[str]
    issued_at: Mapped[datetime]
    issued_on: Mapped[date]
    valid_until: Mapped[date]
    issued_by: Mapped[str]
    sitting: Mapped[str] = mapped_column(ForeignKey("training_sitting.id"))
    content_version: Mapped[str]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str]
    revoked_reason: Mapped[str] = mapped_column(Text)
    is_lapse_noted: Mapped[bool]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class CardRow(Row):
    """A missed question on its way back."""

    __tablename__ = "training_card"

    collector: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    module: Mapped[str]
    state: Mapped[str] = mapped_column(Text)
    due: Mapped[datetime]
    reviews: Mapped[int]


class SqlTrainingRepository:
    """The port `TrainingRepository` inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lesson(self, collector: CollectorId, module: ModuleId) -> LessonReading | None:
        """The last reading, or None."""
        row = self._session.get(LessonRow, (collector, module))
        if row is None:
            return None
        return LessonReading(collector=collector, module=module, started_at=row.started_at, finished_at=row.finished_at)

    def put_lesson(self, reading: LessonReading) -> None:
        """Keep the reading."""
        self._session.merge(
            LessonRow(
                collector=reading.collector,
                module=reading.module,
                started_at=reading.started_at,
                finished_at=reading.finished_at,
            )
        )

    def sitting(self, identity: SittingId) -> Sitting | None:
        """The assessment of that id, or None."""
        row = self._session.get(SittingRow, identity)
        return None if row is None else _sitting(row)

    def sittings(self, collector: CollectorId, module: ModuleId) -> Sequence[Sitting]:
        """The collector's assessments in that module, by number."""
        rows = self._session.scalars(
            select(SittingRow)
            .where(SittingRow.collector == collector, SittingRow.module == module)
            .order_by(SittingRow.number)
        )
        return [_sitting(row) for row in rows]

    def put_sitting(self, sitting: Sitting) -> None:
        """Keep the assessment.

        Raises:
            Stale: `sitting.version` is not the stored one.
        """
        row = self._session.get(SittingRow, sitting.id)
        if row is None:
            row = SittingRow(
                id=sitting.id,
                collector=sitting.collector,
                module=sitting.module,
                number=sitting.number,
                seed=sitting.seed,
                paper=[[item.question, list(item.order)] for item in sitting.paper],
                opened_at=sitting.opened_at,
                content_version=sitting.content_version,
            )
            self._session.add(row)
        elif row.version != sitting.version:
            raise Stale("store.stale")
        row.finished_at, row.right, row.is_passed = sitting.finished_at, sitting.right, sitting.is_passed
        row.missed_critical = list(sitting.missed_critical)
        self._session.flush()

    def add_answers(self, answers: Sequence[Answer]) -> None:
        """Keep answers as given."""
        self._session.add_all(
            AnswerRow(
                collector=answer.collector,
                module=answer.module,
                question=answer.question,
                at=answer.at,
                chosen=list(answer.chosen),
                is_right=answer.is_right,
                sitting=answer.sitting or None,
            )
            for answer in answers
        )
        self._session.flush()

    def answers(self, collector: CollectorId, module: ModuleId) -> Sequence[Answer]:
        """The collector's answers in that module, oldest first."""
        rows = self._session.scalars(
            select(AnswerRow)
            .where(AnswerRow.collector == collector, AnswerRow.module == module)
            .order_by(AnswerRow.at, AnswerRow.id)
        )
        return [
            Answer(
                collector=collector,
                module=module,
                question=QuestionId(row.question),
                at=row.at,
                chosen=tuple(cast("list[int]", row.chosen)),
                is_right=row.is_right,
                sitting=row.sitting or "",
            )
            for row in rows
        ]

    def add_drill_run(self, run: DrillRun) -> None:
        """Keep a finished drill."""
        self._session.add(
            DrillRunRow(
                collector=run.collector,
                module=run.module,
                drill=run.drill,
                at=run.at,
                path=list(run.path),
                outcome=run.outcome.value,
                score=run.score,
                is_passed=run.is_passed,
            )
        )
        self._session.flush()

    def drill_runs(self, collector: CollectorId, module: ModuleId) -> Sequence[DrillRun]:
        """The collector's finished drills in that module, oldest first."""
        rows = self._session.scalars(
            select(DrillRunRow)
            .where(DrillRunRow.collector == collector, DrillRunRow.module == module)
            .order_by(DrillRunRow.at, DrillRunRow.id)
        )
        return [
            DrillRun(
                collector=collector,
                module=module,
                drill=DrillId(row.drill),
                at=row.at,
                path=tuple(cast("list[int]", row.path)),
                outcome=Outcome(row.outcome),
                score=row.score,
                is_passed=row.is_passed,
            )
            for row in rows
        ]

    def add_coaching(self, coaching: Coaching) -> None:
        """Keep a coaching."""
        self._session.add(
            CoachingRow(
                collector=coaching.collector,
                module=coaching.module,
                at=coaching.at,
                by=coaching.by,
                note=coaching.note,
            )
        )
        self._session.flush()

    def coachings(self, collector: CollectorId, module: ModuleId) -> Sequence[Coaching]:
        """The collector's coachings in that module, oldest first."""
        rows = self._session.scalars(
            select(CoachingRow)
            .where(CoachingRow.collector == collector, CoachingRow.module == module)
            .order_by(CoachingRow.at, CoachingRow.id)
        )
        return [Coaching(collector=collector, module=module, at=row.at, by=row.by, note=row.note) for row in rows]

    def certificate(self, number: CertificateNumber) -> Certificate | None:
        """The certificate of that number, or None."""
        row = self._session.get(CertificateRow, number)
        return None if row is None else _certificate(row)

    def certificates(self, collector: CollectorId | None = None) -> Sequence[Certificate]:
        """The collector's certificates, or all; by number."""
        query = select(CertificateRow).order_by(CertificateRow.number)
        if collector is not None:
            query = query.where(CertificateRow.collector == collector)
        return [_certificate(row) for row in self._session.scalars(query)]

    def put_certificate(self, certificate: Certificate) -> None:
        """Keep the certificate.

        Raises:
            Stale: `certificate.version` is not the stored one.
        """
        row = self._session.get(CertificateRow, certificate.number)
        if row is None:
            row = CertificateRow(
                number=certificate.number,
                collector=certificate.collector,
                module=certificate.module,
                issued_at=certificate.issued_at,
                issued_on=certificate.issued_on,
                valid_until=certificate.valid_until,
                issued_by=certificate.issued_by,
                sitting=certificate.sitting,
                content_version=certificate.content_version,
            )
            self._session.add(row)
        elif row.version != certificate.version:
            raise Stale("store.stale")
        row.revoked_at, row.revoked_by = certificate.revoked_at, certificate.revoked_by
        row.revoked_reason, row.is_lapse_noted = certificate.revoked_reason, certificate.is_lapse_noted
        self._session.flush()

    def next_serial(self, year: int) -> int:
        """One more than the certificates issued in that year (of the branch)."""
        count = self._session.scalar(
            select(func.count())
            .select_from(CertificateRow)
            .where(CertificateRow.issued_on >= date(year, 1, 1), CertificateRow.issued_on <= date(year, 12, 31))
        )
        return (count or 0) + 1

    def card(self, collector: CollectorId, question: QuestionId) -> MemoryCard | None:
        """The collector's card for that question, or None."""
        row = self._session.get(CardRow, (collector, question))
        return None if row is None else _card(row)

    def put_card(self, card: MemoryCard) -> None:
        """Keep the card."""
        self._session.merge(
            CardRow(
                collector=card.collector,
                question=card.question,
                module=card.module,
                state=card.state,
                due=card.due,
                reviews=card.reviews,
            )
        )
        self._session.flush()

    def cards_due(self, collector: CollectorId, until: datetime) -> Sequence[MemoryCard]:
        """Cards that are due at or before that instant, longest waiting first."""
        rows = self._session.scalars(
            select(CardRow)
            .where(CardRow.collector == collector, CardRow.due <= until)
            .order_by(CardRow.due, CardRow.question)
        )
        return [_card(row) for row in rows]


def _sitting(row: SittingRow) -> Sitting:
    return Sitting(
        id=SittingId(row.id),
        collector=CollectorId(row.collector),
        module=ModuleId(row.module),
        number=row.number,
        seed=row.seed,
        paper=tuple(
            PaperItem(question=QuestionId(question), order=tuple(order))
            for question, order in cast("list[tuple[str, list[int]]]", row.paper)
        ),
        opened_at=row.opened_at,
        content_version=row.content_version,
        finished_at=row.finished_at,
        right=row.right,
        missed_critical=tuple(QuestionId(name) for name in cast("list[str]", row.missed_critical)),
        is_passed=row.is_passed,
        version=row.version,
    )


def _certificate(row: CertificateRow) -> Certificate:
    return Certificate(
        number=CertificateNumber(row.number),
        collector=CollectorId(row.collector),
        module=ModuleId(row.module),
        issued_at=row.issued_at,
        issued_on=row.issued_on,
        valid_until=row.valid_until,
        issued_by=row.issued_by,
        sitting=SittingId(row.sitting),
        content_version=row.content_version,
        revoked_at=row.revoked_at,
        revoked_by=row.revoked_by,
        revoked_reason=row.revoked_reason,
        is_lapse_noted=row.is_lapse_noted,
        version=row.version,
    )


def _card(row: CardRow) -> MemoryCard:
    return MemoryCard(
        collector=CollectorId(row.collector),
        module=ModuleId(row.module),
        question=QuestionId(row.question),
        state=row.state,
        due=row.due,
        reviews=row.reviews,
    )
