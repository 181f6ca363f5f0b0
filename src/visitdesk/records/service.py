"""Deeds of the room `records`: write, submit, return, finalise, correct, add evidence, draw a sealed copy."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, RuleBroken, Stale
from visitdesk.people.model import CollectorId
from visitdesk.records.completeness import Gap, gaps
from visitdesk.records.model import (
    RECORDED_REPORTS,
    Attachment,
    Content,
    Copy,
    Evidence,
    EvidenceId,
    EvidenceKind,
    Record,
    RecordId,
    RecordState,
    Revision,
    SealEntry,
    VisitFacts,
)
from visitdesk.records.ports import (
    AttachmentVault,
    PhotoStudio,
    PrintCopy,
    RecordRenderer,
    RecordTransactions,
    RecordUnit,
)
from visitdesk.records.root import root
from visitdesk.security import audit
from visitdesk.security.model import SETUP, Actor
from visitdesk.security.permissions import Deed, require
from visitdesk.wording import Lang

WRITABLE = frozenset({RecordState.DRAFT, RecordState.RETURNED})
MOST_BYTES = 50 * 1024 * 1024
"""Of one piece of evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file handed in as evidence."""

    data: bytes
    kind: EvidenceKind
    caption: str
    taken_at: datetime
    taken_by: CollectorId
    distance_m: float | None = None
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAdded:
    """Answer of `add_evidence`."""

    changed: Changed
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyDrawn:
    """Answer of `draw_copy`."""

    changed: Changed
    data: bytes
    seal: SealEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntry:
    """A row of the records screen: the record's state, what it lacks, and since when.

    Attributes:
        begun: when the team arrived, else when it should have.
        lacks: codes of what keeps it from being submitted; empty once it was.
        printed: a copy has been drawn.
    """

    record: RecordId
    visit: VisitId
    borrower: str
    team: tuple[str, ...]
    state: RecordState
    missing: int
    since: datetime
    printed: bool
    begun: datetime
    lacks: tuple[str, ...] = ()
    returned_because: str = ""
    revision: int = 0


class RecordDesk:
    """The records of the branch.

    Args:
        transactions, clock: as everywhere.
        vault: encrypted files; studio: clean photo copies; renderer: papers.
        fresh: 32 random bytes for a new record's secret.
    """

    def __init__(
        self,
        transactions: RecordTransactions,
        clock: Clock,
        *,
        vault: AttachmentVault,
        studio: PhotoStudio,
        renderer: RecordRenderer,
        fresh: Callable[[], bytes] = lambda: secrets.token_bytes(32),
    ) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault
        self._studio = studio
        self._renderer = renderer
        self._fresh = fresh

    # ---- reads

    def record(self, number: RecordId) -> Record:
        """The record.

        Raises:
            BadInput: there is none of that number.
        """
        with self._transactions.read() as unit:
            return _found(unit, number)

    def of_visit(self, visit: VisitId) -> Record | None:
        """The visit's record, or None where it is not told yet."""
        with self._transactions.read() as unit:
            return unit.records.of_visit(visit)

    def untold(self, visits: Sequence[VisitId]) -> tuple[VisitId, ...]:
        """Those of these finished visits that have no record yet (待写), in the order given."""
        with self._transactions.read() as unit:
            told = unit.records.told_visits(visits)
        return tuple(visit for visit in visits if visit not in told)

    def queue(self, *states: RecordState) -> tuple[QueueEntry, ...]:
        """Rows of the records screen, oldest first; no states means all."""
        with self._transactions.read() as unit:
            rows = [_row(one, printed=bool(unit.seals.by_record(one.id))) for one in unit.records.all(states)]
        return tuple(sorted(rows, key=lambda row: (row.since, row.record)))

    def missing(self, number: RecordId) -> tuple[Gap, ...]:
        """What keeps the record from being submitted."""
        record = self.record(number)
        return gaps(record.facts, record.content)

    def photo(self, evidence: Evidence) -> bytes:
        """The print copy of a photo."""
        with self._transactions.read() as unit:
            row = unit.attachments.get(evidence.print_copy)
        if row is None:
            raise BadInput("records.no_attachment", evidence=evidence.id)
        return self._vault.read(row)

    # ---- deeds

    def open_draft(self, actor: Actor, facts: VisitFacts, content: Content | None = None) -> Changed:
        """Begin the record of a visit; its facts are copied in and never change.

        Of the check-ins only those that tell the visit's course are taken; signals of danger stay in the safety log.

        Raises:
            BadInput: the visit has a record already.
        """
        require(actor, Deed.WRITE_RECORD)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            if unit.records.of_visit(facts.visit) is not None:
                raise BadInput("records.exists", visit=facts.visit)
            record = Record(
                id=RecordId(f"R-{facts.visit}"),
                facts=replace(facts, check_ins=tuple(one for one in facts.check_ins if one[1] in RECORDED_REPORTS)),
                content=content or Content(),
                state=RecordState.DRAFT,
                written_by=actor.user,
                opened_at=at,
                salt=self._fresh(),
            )
            unit.records.add(record)
            return _entered(unit, actor, "record.open", record, at)

    def save_draft(self, actor: Actor, number: RecordId, content: Content, *, version: int) -> Changed:
        """Keep what is written so far. Evidence is not touched: it comes and goes by its own deeds.

        Raises:
            RuleBroken: the record is submitted or final; Stale: it was saved elsewhere since `version`.
        """
        require(actor, Deed.WRITE_RECORD)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            record = _writable(unit, number)
            if record.version != version:
                raise Stale("store.stale")
            kept = replace(content, evidence=record.content.evidence)
            unit.records.save(replace(record, content=kept, written_by=actor.user))
            return _entered(unit, actor, "record.save", record, at)

    def add_evidence(self, actor: Actor, number: RecordId, upload: Upload) -> EvidenceAdded:
        """Store a photo, paper or sound: original encrypted as it came, a clean print copy beside it.

        Raises:
            BadInput: empty, too large, not a picture, or the same file again.
        """
        require(actor, Deed.WRITE_RECORD)
        if not 0 < len(upload.data) <= MOST_BYTES:
            raise BadInput("records.evidence_size", size=len(upload.data))
        copy = self._studio.print_copy(upload.data) if upload.kind is not EvidenceKind.SOUND else None
        at = self._clock.now()
        digest = hashlib.sha256(upload.data).hexdigest()
        with self._transactions.begin() as unit:
            record = _writable(unit, number)
            if any(one.digest == digest for one in record.content.evidence):
                raise BadInput("records.evidence_twice", evidence=digest[:16])
            evidence = self._stored(unit, record, upload, copy, digest, at)
            content = replace(record.content, evidence=(*record.content.evidence, evidence))
            unit.records.save(replace(record, content=content))
            changed = _entered(unit, actor, "record.evidence", record, at, evidence=evidence.id, digest=digest)
        return EvidenceAdded(changed=changed, evidence=evidence)

    def _stored(
        self, unit: RecordUnit, record: Record, upload: Upload, copy: PrintCopy | None, digest: str, at: datetime
    ) -> Evidence:
        original = self._keep(unit, upload.data, upload.kind.value, at)
        clean = self._keep(unit, copy.data, "print_copy", at) if copy else ""
        return Evidence(
            id=EvidenceId(f"E{len(record.content.evidence) + 1}"),
            kind=upload.kind,
            caption=upload.caption,
            taken_at=upload.taken_at,
            taken_by=upload.taken_by,
            digest=digest,
            size=len(upload.data),
            original=original,
            print_copy=clean,
            width=copy.width if copy else 0,
            height=copy.height if copy else 0,
            distance_m=upload.distance_m,
            accuracy_m=upload.accuracy_m,
        )

    def _keep(self, unit: RecordUnit, data: bytes, kind: str, at: datetime) -> str:
        sealed = self._vault.write(data)
        unit.attachments.add(
            Attachment(
                name=sealed.name,
                key=sealed.key,
                nonce=sealed.nonce,
                digest=sealed.digest,
                size=sealed.size,
                kind=kind,
                stored_at=at,
            )
        )
        return sealed.name

    def submit(self, actor: Actor, number: RecordId) -> Changed:
        """Hand the record to review (提交).

        Raises:
            BadInput: something is missing; the first gap is named, `missing` lists all.
        """
        require(actor, Deed.WRITE_RECORD)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            record = _writable(unit, number)
            found = gaps(record.facts, record.content)
            if found:
                raise BadInput("records.incomplete", record=number, count=len(found), gap=found[0].code)
            submitted = replace(record, state=RecordState.SUBMITTED, submitted_by=actor.user, submitted_at=at)
            unit.records.save(replace(submitted, returned_because=""))
            return _entered(unit, actor, "record.submit", record, at)

    def return_(self, actor: Actor, number: RecordId, reason: str) -> Changed:
        """Send a submitted record back to its writer (退回), with a reason."""
        require(actor, Deed.REVIEW_RECORD)
        _needed(reason)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            record = _in_state(unit, number, RecordState.SUBMITTED)
            unit.records.save(replace(record, state=RecordState.RETURNED, returned_because=reason))
            return _entered(unit, actor, "record.return", record, at, reason=reason)

    def finalise(self, actor: Actor, number: RecordId) -> Changed:
        """Accept a submitted record (定稿): its text is fixed, its root taken.

        Raises:
            RuleBroken: the reviewer submitted it himself.
        """
        require(actor, Deed.REVIEW_RECORD)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            record = _in_state(unit, number, RecordState.SUBMITTED)
            if record.submitted_by == actor.user != SETUP.user:
                raise RuleBroken("records.own_review", rule="record-second-look", record=number)
            first = _revision(record, record.content, 1, at, actor.user, "")
            final = replace(record, state=RecordState.FINAL, reviewed_by=actor.user, finalised_at=at)
            unit.records.save(replace(final, revisions=(first,)))
            return _entered(unit, actor, "record.finalise", record, at, root=first.root)

    def correct(self, actor: Actor, number: RecordId, content: Content, reason: str) -> Changed:
        """Append a correction to a final record (更正); the old text stays beside it.

        Raises:
            BadInput: no reason, nothing changed, evidence changed, or the corrected text has gaps.
        """
        require(actor, Deed.REVIEW_RECORD)
        _needed(reason)
        at = self._clock.now()
        with self._transactions.begin() as unit:
            record = _in_state(unit, number, RecordState.FINAL)
            if content == record.content:
                raise BadInput("records.nothing_corrected", record=number)
            if content.evidence != record.content.evidence:
                raise BadInput("records.evidence_fixed", record=number)
            found = gaps(record.facts, content)
            if found:
                raise BadInput("records.incomplete", record=number, count=len(found), gap=found[0].code)
            added = _revision(record, content, len(record.revisions) + 1, at, actor.user, reason)
            unit.records.save(replace(record, content=content, revisions=(*record.revisions, added)))
            return _entered(unit, actor, "record.correct", record, at, reason=reason, root=added.root)

    def draw_copy(self, actor: Actor, number: RecordId, copy: Copy, lang: Lang) -> CopyDrawn:
        """A sealed PDF of a final record for one reader; entered in the register of seals.

        Raises:
            RuleBroken: the record is not final; BadInput: a character has no glyph.
        """
        require(actor, Deed.PRINT)
        with self._transactions.read() as unit:
            record = _in_state(unit, number, RecordState.FINAL)
            photos = self._photos(unit, record, copy)
        drawn = self._renderer.draw(record, copy, lang, photos)
        at = self._clock.now()
        seal = SealEntry(
            digest=hashlib.sha256(drawn.data).hexdigest(),
            record=number,
            revision=len(record.revisions),
            copy=copy.value,
            root=record.root,
            template=drawn.template,
            pages=drawn.pages,
            made_at=at,
            made_by=actor.user,
        )
        with self._transactions.begin() as unit:
            unit.seals.add(seal)
            changed = _entered(unit, actor, "record.draw", record, at, copy=copy.value, digest=seal.digest)
        return CopyDrawn(changed=changed, data=drawn.data, seal=seal)

    def _photos(self, unit: RecordUnit, record: Record, copy: Copy) -> Mapping[EvidenceId, bytes]:
        if copy not in {Copy.FILE, Copy.COURT, Copy.LENDER}:
            return {}
        rows = {one.id: unit.attachments.get(one.print_copy) for one in record.content.evidence if one.print_copy}
        return {number: self._vault.read(row) for number, row in rows.items() if row is not None}


def _found(unit: RecordUnit, number: RecordId) -> Record:
    record = unit.records.get(number)
    if record is None:
        raise BadInput("records.none", record=number)
    return record


def _in_state(unit: RecordUnit, number: RecordId, *states: RecordState) -> Record:
    record = _found(unit, number)
    if record.state not in states:
        raise RuleBroken("records.wrong_state", rule="record-state", record=number, state=record.state.value)
    return record


def _writable(unit: RecordUnit, number: RecordId) -> Record:
    return _in_state(unit, number, *WRITABLE)


def _needed(reason: str) -> None:
    if not reason.strip():
        raise BadInput("records.no_reason")


def _revision(record: Record, content: Content, number: int, at: datetime, by: str, reason: str) -> Revision:
    proof = root(record.id, number, record.facts, content, record.salt)
    return Revision(number=number, content=content, at=at, by=by, reason=reason, root=proof)


def _row(record: Record, *, printed: bool) -> QueueEntry:
    found = gaps(record.facts, record.content) if record.state in WRITABLE else ()
    return QueueEntry(
        record=record.id,
        visit=record.facts.visit,
        borrower=record.facts.borrower,
        team=tuple(member.name for member in record.facts.team),
        state=record.state,
        missing=len(found),
        since=record.finalised_at or record.submitted_at or record.opened_at,
        printed=printed,
        begun=record.content.times.arrived or record.facts.planned[0],
        lacks=tuple(gap.code for gap in found),
        returned_because=record.returned_because,
        revision=len(record.revisions),
    )


def _entered(
    unit: RecordUnit, actor: Actor, name: str, record: Record, at: datetime, *, reason: str = "", **facts: object
) -> Changed:
    """Append the audit entry and answer what changed."""
    deed = audit.Deed(name=name, actor=actor, subject_kind="record", subject=record.id, reason=reason, facts=facts)
    unit.audit.append(deed, at)
    return Changed.one(Subject.RECORD, record.id) | Changed.one(Subject.VISIT, record.facts.visit)
