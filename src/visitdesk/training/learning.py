"""Deeds of learning: lessons, quiz, drills, assessments, and the questions that come back.

A collector is no user of the console; somebody at a desk opens lesson, drill and paper for him, and stands in the audit
trail for it (the training file of 安全生产法 28 asks for time, content, people and result).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, NotAllowed, RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require
from visitdesk.training import assessments, drills
from visitdesk.training.assessments import GATE, Marked
from visitdesk.training.catalogue import Catalogue
from visitdesk.training.drills import DrillScore
from visitdesk.training.model import (
    Answer,
    Coaching,
    DrillRun,
    LessonReading,
    MemoryCard,
    Module,
    ModuleId,
    Question,
    QuestionId,
    Sitting,
    SittingId,
)
from visitdesk.training.ports import Grade, MemoryScheduler, TrainingRepository, TrainingTransactions, TrainingUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSitting:
    """An assessment ready to be answered; the same one while it is open."""

    sitting: Sitting
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingResult:
    """A marked assessment."""

    sitting: Sitting
    marked: Marked
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerResult:
    """One answer outside an assessment; `again_at` is when the question comes back, None where it need not."""

    is_right: bool
    again_at: datetime | None
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillResult:
    """A finished drill."""

    score: DrillScore
    changed: Changed


class LearningDesk:
    """What a learner does at a desk.

    Args:
        zone: the branch's zone; certificates begin and end with its days.
    """

    def __init__(
        self,
        transactions: TrainingTransactions,
        clock: Clock,
        *,
        catalogue: Catalogue,
        scheduler: MemoryScheduler,
        zone: tzinfo,
    ) -> None:
        self._transactions = transactions
        self._clock = clock
        self._scheduler = scheduler
        self._zone = zone
        self.catalogue = catalogue

    # Learning

    def start_lesson(self, actor: Actor, collector: CollectorId, module: ModuleId) -> Changed:
        """Open a lesson for a collector. Opening it again keeps that it was finished once."""
        require(actor, Deed.TRAIN)
        self.catalogue.module(module)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            before = unit.training.lesson(collector, module)
            finished_at = before.finished_at if before is not None else None
            reading = LessonReading(collector=collector, module=module, started_at=now, finished_at=finished_at)
            unit.training.put_lesson(reading)
            return enter(unit, actor, "training.start_lesson", collector, now, module=module)

    def finish_lesson(self, actor: Actor, collector: CollectorId, module: ModuleId) -> Changed:
        """Note that an opened lesson was read to its end.

        Raises:
            BadInput: it was not opened.
        """
        require(actor, Deed.TRAIN)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            reading = unit.training.lesson(collector, module)
            if reading is None:
                raise BadInput("training.lesson_not_open", value=module)
            unit.training.put_lesson(replace(reading, finished_at=now))
            return enter(unit, actor, "training.finish_lesson", collector, now, module=module)

    def answer_quiz(
        self, actor: Actor, collector: CollectorId, question: QuestionId, chosen: Iterable[int]
    ) -> AnswerResult:
        """Keep an answer to a question of the lesson; a missed one comes back later."""
        require(actor, Deed.TRAIN)
        asked, now = self.catalogue.question(question), self._clock.now()
        answer = _answer(collector, asked, chosen, now)
        with self._transactions.begin() as unit:
            unit.training.add_answers([answer])
            card = None if answer.is_right else self._missed(unit.training, answer)
            changed = enter(unit, actor, "training.answer_quiz", collector, now, question=question)
        return AnswerResult(is_right=answer.is_right, again_at=card.due if card is not None else None, changed=changed)

    def review(
        self,
        actor: Actor,
        collector: CollectorId,
        question: QuestionId,
        chosen: Iterable[int],
        *,
        was_hard: bool = False,
    ) -> AnswerResult:
        """Answer a question that has come back; right but slow or with a hint is `was_hard`.

        Raises:
            BadInput: the question is not among this collector's cards.
        """
        require(actor, Deed.TRAIN)
        asked, now = self.catalogue.question(question), self._clock.now()
        answer = _answer(collector, asked, chosen, now)
        grade = Grade.AGAIN if not answer.is_right else Grade.HARD if was_hard else Grade.GOOD
        with self._transactions.begin() as unit:
            card = unit.training.card(collector, question)
            if card is None:
                raise BadInput("training.nothing_due", value=question)
            memory = self._scheduler.after(card.state, grade, now)
            unit.training.add_answers([answer])
            unit.training.put_card(replace(card, state=memory.state, due=memory.due, reviews=card.reviews + 1))
            changed = enter(unit, actor, "training.review", collector, now, question=question)
        return AnswerResult(is_right=answer.is_right, again_at=memory.due, changed=changed)

    def finish_drill(self, actor: Actor, collector: CollectorId, drill: str, path: Sequence[int]) -> DrillResult:
        """Keep a finished drill with every choice made.

        Raises:
            BadInput: the choices do not lead to an ending.
        """
        require(actor, Deed.TRAIN)
        played = self.catalogue.drill(drill)
        score, now = drills.score(drills.replay(played, tuple(path))), self._clock.now()
        run = DrillRun(
            collector=collector,
            module=played.module,
            drill=played.id,
            at=now,
            path=tuple(path),
            outcome=score.outcome,
            score=score.points,
            is_passed=score.is_passed,
        )
        with self._transactions.begin() as unit:
            unit.training.add_drill_run(run)
            changed = enter(unit, actor, "training.finish_drill", collector, now, drill=drill, passed=run.is_passed)
        return DrillResult(score=score, changed=changed)

    # Assessments

    def begin_assessment(self, actor: Actor, collector: CollectorId, module: ModuleId) -> OpenedSitting:
        """Draw a paper. While one lies open the same is handed out again, so that nobody shops for an easier one.

        Raises:
            RuleBroken: the lesson was not finished, a failed assessment is less than a day old, or coaching is due.
        """
        require(actor, Deed.TRAIN)
        subject, now = self.catalogue.module(module), self._clock.now()
        with self._transactions.begin() as unit:
            before = unit.training.sittings(collector, module)
            still_open = self._open(before)
            if still_open is not None:
                return OpenedSitting(sitting=still_open, changed=Changed())
            reading = unit.training.lesson(collector, module)
            if reading is None or reading.finished_at is None:
                raise RuleBroken("training.lesson_first", rule=GATE, value=module)
            assessments.may_sit(before, unit.training.coachings(collector, module), now.astimezone(self._zone))
            sitting = self._drawn(subject, collector, before, now)
            unit.training.put_sitting(sitting)
            changed = enter(unit, actor, "training.begin_assessment", collector, now, sitting=sitting.id)
        return OpenedSitting(sitting=sitting, changed=changed)

    def finish_assessment(
        self, actor: Actor, sitting: SittingId, answers: Mapping[QuestionId, frozenset[int]]
    ) -> SittingResult:
        """Hand in and mark a paper; missed questions become cards that come back.

        Args:
            answers: question → places chosen, in the bank's order (not the shown one).

        Raises:
            BadInput: no such paper, or an answer that does not belong to it.
            RuleBroken: handed in before, or the content has changed since it was drawn.
        """
        require(actor, Deed.TRAIN)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            before = self._to_hand_in(unit.training, sitting)
            subject = self.catalogue.module(before.module)
            marked = assessments.mark(subject, before.paper, answers)
            done = replace(
                before,
                finished_at=now,
                right=marked.right,
                missed_critical=marked.missed_critical,
                is_passed=marked.is_passed,
            )
            unit.training.put_sitting(done)
            self._keep_answers(unit.training, done, answers, now)
            changed = enter(
                unit, actor, "training.finish_assessment", done.collector, now, sitting=sitting, right=marked.right,
                passed=marked.is_passed,
            )  # fmt: skip
        return SittingResult(sitting=replace(done, version=done.version + 1), marked=marked, changed=changed)

    def note_coaching(self, actor: Actor, collector: CollectorId, module: ModuleId, note: str) -> Changed:
        """Note that somebody went through the subject with a collector who had failed.

        Raises:
            BadInput: no note.
            NotAllowed: the actor is the collector.
        """
        require(actor, Deed.CERTIFY)
        refuse_oneself(actor, collector)
        self.catalogue.module(module)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            unit.training.add_coaching(
                Coaching(collector=collector, module=module, at=now, by=actor.user, note=reason_of(note))
            )
            return enter(unit, actor, "training.note_coaching", collector, now, reason=note, module=module)

    def cards_due(self, collector: CollectorId) -> tuple[Question, ...]:
        """Questions that should come back to the collector now, longest waiting first."""
        with self._transactions.read() as unit:
            cards = unit.training.cards_due(collector, self._clock.now())
        known = {question.id: question for module in self.catalogue.modules for question in module.questions}
        return tuple(known[card.question] for card in cards if card.question in known)

    # Inside

    def _open(self, sittings: Sequence[Sitting]) -> Sitting | None:
        """An open paper drawn from the present content; older ones can no longer be marked fairly."""
        same = [
            sitting for sitting in sittings if sitting.is_open and sitting.content_version == self.catalogue.version
        ]
        return same[-1] if same else None

    def _drawn(self, module: Module, collector: CollectorId, before: Sequence[Sitting], now: datetime) -> Sitting:
        number = len(before) + 1
        seed = _seed(collector, module.id, number, now)
        last_papers = [item.question for sitting in before[-1:] for item in sitting.paper]
        return Sitting(
            id=SittingId(f"{collector}-{module.id}-{number}"),
            collector=collector,
            module=module.id,
            number=number,
            seed=seed,
            paper=assessments.draw(module, seed=seed, seen=frozenset(last_papers)),
            opened_at=now,
            content_version=self.catalogue.version,
        )

    def _to_hand_in(self, records: TrainingRepository, identity: SittingId) -> Sitting:
        sitting = records.sitting(identity)
        if sitting is None:
            raise BadInput("training.unknown_sitting", value=identity)
        if not sitting.is_open:
            raise RuleBroken("training.sitting_closed", rule=GATE, value=identity)
        if sitting.content_version != self.catalogue.version:
            raise RuleBroken("training.content_changed", rule=GATE, value=identity)
        return sitting

    def _keep_answers(
        self,
        records: TrainingRepository,
        sitting: Sitting,
        answers: Mapping[QuestionId, frozenset[int]],
        now: datetime,
    ) -> None:
        given = [
            replace(
                _answer(sitting.collector, self.catalogue.question(item.question), answers.get(item.question, ()), now),
                sitting=sitting.id,
            )
            for item in sitting.paper
        ]
        records.add_answers(given)
        for answer in given:
            if not answer.is_right:
                self._missed(records, answer)

    def _missed(self, records: TrainingRepository, answer: Answer) -> MemoryCard:
        card = records.card(answer.collector, answer.question)
        if card is None:
            memory, reviews = self._scheduler.first(answer.at), 0
        else:
            memory, reviews = self._scheduler.after(card.state, Grade.AGAIN, answer.at), card.reviews
        kept = MemoryCard(
            collector=answer.collector,
            module=answer.module,
            question=answer.question,
            state=memory.state,
            due=memory.due,
            reviews=reviews + 1,
        )
        records.put_card(kept)
        return kept


def _answer(collector: CollectorId, question: Question, chosen: Iterable[int], at: datetime) -> Answer:
    places = frozenset(chosen)
    return Answer(
        collector=collector,
        module=question.module,
        question=question.id,
        at=at,
        chosen=tuple(sorted(places)),
        is_right=assessments.is_right(question, places),
    )


def _seed(collector: CollectorId, module: ModuleId, number: int, at: datetime) -> int:
    """A seed nobody can know beforehand but anybody can read afterwards (it is stored)."""
    digest = hashlib.sha256(f"{collector}|{module}|{number}|{at.isoformat()}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def reason_of(text: str) -> str:
    """The typed reason without blanks around it.

    Raises:
        BadInput: it is empty.
    """
    if not text.strip():
        raise BadInput("training.reason_needed")
    return text.strip()


def refuse_oneself(actor: Actor, collector: CollectorId) -> None:
    """Nobody certifies, revokes or coaches himself.

    Raises:
        NotAllowed: the actor is the collector.
    """
    if str(actor.user) == str(collector):
        raise NotAllowed("training.own_certificate", user=actor.user)


def gates_changed(collector: CollectorId) -> Changed:
    """The answer of a deed after which the collector may or may no longer be planned."""
    return Changed.one(Subject.TRAINING, collector) | Changed.one(Subject.COLLECTOR, collector)


def enter(
    unit: TrainingUnit,
    actor: Actor,
    name: str,
    collector: CollectorId,
    at: datetime,
    *,
    gates: bool = False,
    reason: str = "",
    **facts: object,
) -> Changed:
    """The deed's audit entry, and what it changed."""
    entry = Entry(name=name, actor=actor, subject_kind="collector", subject=collector, reason=reason, facts=facts)
    unit.audit.append(entry, at)
    return gates_changed(collector) if gates else Changed.one(Subject.TRAINING, collector)
