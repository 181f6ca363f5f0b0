"""How long a certificate counts, who is trained until when, and who is due.

Days are days of the branch. A certificate counts through its last day; the day after, its holder is not planned
(st-train-gate: 安全生产法 28; yearly test: GB/T 45251 as reported). An early renewal starts a new term on its own day:
adding the unused days would put more than a year between two tests.
"""

import calendar
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from visitdesk.people.model import CollectorId
from visitdesk.training.model import (
    Certificate,
    CertificateState,
    DrillId,
    DrillRun,
    Due,
    DueState,
    LessonReading,
    Module,
    ModuleId,
    Sitting,
    SittingId,
)

EXPIRING_DAYS = 30
"""A certificate is expiring in its last thirty days (policy)."""

WARNINGS = (30, 14, 3)
"""Days left at which a holder and the supervisor are reminded (policy, reference training §8)."""

_URGENCY = {DueState.EXPIRED: 0, DueState.REVOKED: 1, DueState.MISSING: 2, DueState.EXPIRING: 3}


class Evidence(StrEnum):
    """What a certificate rests on."""

    LESSON = "lesson"
    ASSESSMENT = "assessment"
    DRILL = "drill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether a collector can be certified in a module now.

    Attributes:
        missing: what is still to be done.
        open_drills: drills not yet passed.
        sitting: the passed assessment that would stand on the certificate.
    """

    missing: tuple[Evidence, ...]
    open_drills: tuple[DrillId, ...]
    sitting: SittingId | None

    @property
    def is_ready(self) -> bool:
        """Nothing is missing."""
        return not self.missing


def last_day(issued_on: date, months: int) -> date:
    """The last day of a term of so many months: the eve of the same day, or the month's end where that day lacks.

    Issued on 25 November 2026 for 12 months: through 24 November 2027. On 29 February 2028: through 28 February 2029.
    """
    year, month0 = divmod(issued_on.year * 12 + issued_on.month - 1 + months, 12)
    length = calendar.monthrange(year, month0 + 1)[1]
    if issued_on.day > length:
        return date(year, month0 + 1, length)
    return date(year, month0 + 1, issued_on.day) - timedelta(days=1)


def state_of(certificate: Certificate, on: date) -> CertificateState:
    """Where the certificate stands on that day."""
    if certificate.revoked_at is not None:
        return CertificateState.REVOKED
    left = days_left(certificate, on)
    if left < 0:
        return CertificateState.EXPIRED
    return CertificateState.EXPIRING if left < EXPIRING_DAYS else CertificateState.VALID


def days_left(certificate: Certificate, on: date) -> int:
    """Whole days it still counts after `on`: 0 on its last day, negative after it."""
    return (certificate.valid_until - on).days


def latest(certificates: Iterable[Certificate], module: ModuleId) -> Certificate | None:
    """The certificate that counts for the module: the one issued last, revoked or not.

    A revocation ends what was issued before it too: an older certificate that has not run out does not revive.
    """
    own = [certificate for certificate in certificates if certificate.module == module]
    return max(own, key=lambda certificate: (certificate.issued_at, certificate.number), default=None)


def trained_until(certificates: Sequence[Certificate], needed: Iterable[ModuleId]) -> date | None:
    """Last day on which all needed modules are certified; None where one was never passed or is revoked.

    A day in the past is answered as it is: expired, not missing.
    """
    ends: list[date] = []
    for module in needed:
        certificate = latest(certificates, module)
        if certificate is None or certificate.revoked_at is not None:
            return None
        ends.append(certificate.valid_until)
    return min(ends, default=None)


def due_of(collector: CollectorId, module: ModuleId, certificates: Sequence[Certificate], on: date) -> Due | None:
    """The collector's line on the due list for that module, or None where nothing is due."""
    certificate = latest(certificates, module)
    if certificate is None:
        return Due(collector=collector, module=module, state=DueState.MISSING, days_left=None, valid_until=None)
    state = state_of(certificate, on)
    if state is CertificateState.VALID:
        return None
    if state is CertificateState.REVOKED:
        return Due(collector=collector, module=module, state=DueState.REVOKED, days_left=None, valid_until=None)
    return Due(
        collector=collector,
        module=module,
        state=DueState(state.value),
        days_left=days_left(certificate, on),
        valid_until=certificate.valid_until,
    )


def by_urgency(lines: Iterable[Due]) -> tuple[Due, ...]:
    """Expired, revoked and missing first, then those with the fewest days left."""
    return tuple(
        sorted(lines, key=lambda due: (_URGENCY[due.state], due.days_left or 0, due.collector, due.module)),
    )


def warning_for(left: int) -> int | None:
    """The mark of 30, 14 or 3 days that was reached last, or None before the first."""
    return min((mark for mark in WARNINGS if left <= mark), default=None)


def readiness(
    module: Module,
    *,
    reading: LessonReading | None,
    sittings: Sequence[Sitting],
    runs: Sequence[DrillRun],
    previous: Certificate | None,
) -> Readiness:
    """What is still missing for a certificate.

    Lesson, assessment and drills count only if done after the previous certificate was issued or revoked: each year is
    earned anew.
    """
    since = _since(previous)
    read = reading is not None and reading.finished_at is not None and _after(reading.finished_at, since)
    passed = [
        sitting
        for sitting in sittings
        if sitting.is_passed and sitting.finished_at is not None and _after(sitting.finished_at, since)
    ]
    done = {run.drill for run in runs if run.is_passed and _after(run.at, since)}
    open_drills = tuple(drill.id for drill in module.drills if drill.id not in done)
    checks = ((Evidence.LESSON, read), (Evidence.ASSESSMENT, bool(passed)), (Evidence.DRILL, not open_drills))
    return Readiness(
        missing=tuple(evidence for evidence, is_there in checks if not is_there),
        open_drills=open_drills,
        sitting=passed[-1].id if passed else None,
    )


def root_of(certificate: Certificate, holder: str) -> str:
    """SHA-256 (hex) over what the printed certificate says; the QR carries it, so that a branch verifies it offline."""
    said = {
        "number": certificate.number,
        "collector": certificate.collector,
        "holder": holder,
        "module": certificate.module,
        "issued_on": certificate.issued_on.isoformat(),
        "valid_until": certificate.valid_until.isoformat(),
        "content": certificate.content_version,
    }
    body = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()


def _since(previous: Certificate | None) -> datetime | None:
    if previous is None:
        return None
    return previous.revoked_at or previous.issued_at


def _after(instant: datetime, since: datetime | None) -> bool:
    return since is None or instant > since
