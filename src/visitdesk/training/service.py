"""Certificates and the due list: who may go out, until when. With the deeds of learning this is the room's service.

A deed that changes whether somebody may be planned answers with COLLECTOR besides TRAINING; `app` hands that on to
people and planning.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from visitdesk.changed import Changed, Subject
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require
from visitdesk.training import certificates
from visitdesk.training.assessments import GATE
from visitdesk.training.certificates import Evidence, Readiness
from visitdesk.training.learning import LearningDesk, enter, gates_changed, reason_of, refuse_oneself
from visitdesk.training.model import (
    Answer,
    Certificate,
    CertificateNumber,
    Coaching,
    DrillRun,
    Due,
    LessonReading,
    Module,
    ModuleId,
    Sitting,
    SittingId,
)
from visitdesk.training.ports import TrainingRepository

VISIT = "visit"
"""The deed that planning asks about."""

_MISSING = {
    Evidence.LESSON: "training.missing_lesson",
    Evidence.ASSESSMENT: "training.missing_assessment",
    Evidence.DRILL: "training.missing_drill",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate just issued."""

    certificate: Certificate
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one collector has done in one module: the training file."""

    reading: LessonReading | None
    sittings: tuple[Sitting, ...]
    answers: tuple[Answer, ...]
    runs: tuple[DrillRun, ...]
    coachings: tuple[Coaching, ...]
    certificates: tuple[Certificate, ...]
    readiness: Readiness


class TrainingDesk(LearningDesk):
    """The service of the room: everything about training; see `LearningDesk` for the first half and the constructor."""

    # Certificates

    def certify(self, actor: Actor, collector: CollectorId, module: ModuleId) -> Certified:
        """Issue the certificate of a module.

        Raises:
            NotAllowed: the actor may not certify, or would certify himself.
            RuleBroken: lesson, assessment or a drill is missing since the last certificate.
        """
        require(actor, Deed.CERTIFY)
        refuse_oneself(actor, collector)
        subject, now = self.catalogue.module(module), self._clock.now()
        with self._transactions.begin() as unit:
            ready = self._readiness(unit.training, subject, collector)
            if ready.sitting is None or not ready.is_ready:
                raise RuleBroken(_MISSING[ready.missing[0]], rule=GATE, module=module)
            certificate = self._issued(unit.training, actor, subject, collector, ready.sitting)
            unit.training.put_certificate(certificate)
            changed = enter(
                unit, actor, "training.certify", collector, now, gates=True, number=certificate.number, module=module
            )
        return Certified(certificate=certificate, changed=changed)

    def revoke(self, actor: Actor, number: CertificateNumber, reason: str) -> Changed:
        """Take a certificate back at once; its holder drops out of planning.

        Raises:
            BadInput: no such certificate, or no reason.
            RuleBroken: it is revoked already.
        """
        require(actor, Deed.CERTIFY)
        now, why = self._clock.now(), reason_of(reason)
        with self._transactions.begin() as unit:
            certificate = unit.training.certificate(number)
            if certificate is None:
                raise BadInput("training.unknown_certificate", value=number)
            if certificate.revoked_at is not None:
                raise RuleBroken("training.already_revoked", rule=GATE, value=number)
            refuse_oneself(actor, certificate.collector)
            unit.training.put_certificate(
                replace(certificate, revoked_at=now, revoked_by=actor.user, revoked_reason=why)
            )
            return enter(
                unit, actor, "training.revoke", certificate.collector, now, gates=True, reason=why, number=number
            )

    def note_expiries(self, actor: Actor) -> Changed:
        """Tell the rooms above whose certificate has run out since it was last asked; each is told once.

        `app` calls this when the branch's day begins. Nobody stays assignable because it was not called: whoever asks
        `trained_until` gets the day itself.
        """
        require(actor, Deed.TRAIN)
        now, today, changed = self._clock.now(), self._today(), Changed()
        with self._transactions.begin() as unit:
            everybody = unit.training.certificates()
            for certificate in everybody:
                if certificate.is_lapse_noted or certificates.days_left(certificate, today) >= 0:
                    continue
                unit.training.put_certificate(replace(certificate, is_lapse_noted=True))
                own = [other for other in everybody if other.collector == certificate.collector]
                if certificates.latest(own, certificate.module) == certificate and certificate.revoked_at is None:
                    changed |= gates_changed(certificate.collector)
            if changed:
                collectors = sorted(changed.ids(Subject.COLLECTOR))
                entry = Entry(
                    name="training.note_expiries", actor=actor, subject_kind="training", subject="",
                    facts={"collectors": collectors},
                )  # fmt: skip
                unit.audit.append(entry, now)
        return changed

    # Reading

    def trained_until(self, collector: CollectorId, deed: str = VISIT) -> date | None:
        """Last day on which the collector may do that deed; None where a certificate was never earned or is revoked."""
        with self._transactions.read() as unit:
            return certificates.trained_until(unit.training.certificates(collector), self.catalogue.needed_for(deed))

    def due_list(self, collectors: Iterable[CollectorId]) -> tuple[Due, ...]:
        """Who must do what, most urgent first: expired, revoked, missing, then the last thirty days."""
        today = self._today()
        with self._transactions.read() as unit:
            lines = [
                due
                for collector in collectors
                for own in [unit.training.certificates(collector)]
                for module in self.catalogue.modules
                if (due := certificates.due_of(collector, module.id, own, today)) is not None
            ]
        return certificates.by_urgency(lines)

    def progress(self, collector: CollectorId, module: ModuleId) -> Progress:
        """The collector's training file in that module."""
        subject = self.catalogue.module(module)
        with self._transactions.read() as unit:
            records = unit.training
            return Progress(
                reading=records.lesson(collector, module),
                sittings=tuple(records.sittings(collector, module)),
                answers=tuple(records.answers(collector, module)),
                runs=tuple(records.drill_runs(collector, module)),
                coachings=tuple(records.coachings(collector, module)),
                certificates=tuple(own for own in records.certificates(collector) if own.module == module),
                readiness=self._readiness(records, subject, collector),
            )

    def certificates_of(self, collector: CollectorId | None = None) -> tuple[Certificate, ...]:
        """The collector's certificates, or everybody's; by number."""
        with self._transactions.read() as unit:
            return tuple(unit.training.certificates(collector))

    # Inside

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    def _readiness(self, records: TrainingRepository, module: Module, collector: CollectorId) -> Readiness:
        return certificates.readiness(
            module,
            reading=records.lesson(collector, module.id),
            sittings=records.sittings(collector, module.id),
            runs=records.drill_runs(collector, module.id),
            previous=certificates.latest(records.certificates(collector), module.id),
        )

    def _issued(
        self, records: TrainingRepository, actor: Actor, module: Module, collector: CollectorId, sitting: SittingId
    ) -> Certificate:
        now, today = self._clock.now(), self._today()
        return Certificate(
            number=CertificateNumber(f"VD-{today.year}-{records.next_serial(today.year):04d}"),
            collector=collector,
            module=module.id,
            issued_at=now,
            issued_on=today,
            valid_until=certificates.last_day(today, module.valid_months),
            issued_by=actor.user,
            sitting=sitting,
            content_version=self.catalogue.version,
        )
