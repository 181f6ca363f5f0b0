"""Deeds of the intake: take a read file in, see the quarantine, set rows aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from visitdesk.cases.intake.export import as_csv, as_one_row, as_xlsx
from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.mapping import NO_MAPPING, Mapping
from visitdesk.cases.intake.merge import Bucket, Merged, contradiction, merge
from visitdesk.cases.intake.reading import Reading, hold_drafts, read_accounts
from visitdesk.cases.intake.rows import Draft, Fault, HeldRow
from visitdesk.cases.model import Case, CaseId, HeldEntry, HeldState
from visitdesk.cases.ports import CaseTransactions, CaseUnit
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput
from visitdesk.security.audit import Deed as Entry
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed, require
from visitdesk.wording import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import did, or would do.

    Attributes:
        rows: = accepted + updated + unchanged + duplicates + number of held rows.
        held: rows held back, each with its faults.
        mended: entries that left the quarantine because their row came right this time.
        changed: empty for a dry run and for a file that brought nothing new.
    """

    rows: int
    accepted: int
    updated: int
    unchanged: int
    duplicates: int
    held: tuple[HeldRow, ...]
    file_sha256: str
    mended: int = 0
    changed: Changed = field(default_factory=Changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is to be written."""

    new: tuple[Case, ...]
    altered: tuple[Case, ...]
    buckets: tuple[Bucket, ...]
    held: tuple[HeldRow, ...]
    to_hold: tuple[HeldRow, ...]
    to_close: tuple[str, ...]


class IntakeDesk:
    """Takes account files in. One transaction an import: all of it, or nothing."""

    def __init__(self, transactions: CaseTransactions, clock: Clock, time_zone: ZoneInfo | None = None) -> None:
        self._transactions = transactions
        self._clock = clock
        self._zone = time_zone or ZoneInfo("Asia/Shanghai")

    def preview(self, actor: Actor, reading: Reading) -> Taken:
        """What `take_in` would do; nothing is written.

        Raises:
            NotAllowed: the actor may not import.
        """
        require(actor, Deed.IMPORT_ACCOUNTS)
        with self._transactions.read() as unit:
            return _taken(reading, self._plan(unit, reading), is_dry=True)

    def take_in(self, actor: Actor, reading: Reading) -> Taken:
        """Import a read file: new cases, new figures, held-back rows into quarantine, mended rows out of it.

        The same file a second time changes nothing; that it came again is entered in the audit trail.

        Raises:
            NotAllowed: the actor may not import.
        """
        require(actor, Deed.IMPORT_ACCOUNTS)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            plan = self._plan(unit, reading)
            unit.cases.add_all(plan.new)
            unit.cases.save_all(plan.altered)
            unit.intake.hold([_entry(row, reading, now) for row in plan.to_hold])
            unit.intake.close(plan.to_close, HeldState.MENDED, now, actor.user)
            if not unit.intake.knows(reading.sha256, reading.mapping_digest):
                unit.intake.note(
                    sha256=reading.sha256,
                    mapping_digest=reading.mapping_digest,
                    name=reading.name,
                    at=now,
                    by=actor.user,
                    rows=reading.rows,
                )
            taken = _taken(reading, plan)
            unit.audit.append(_deed(actor, taken), now)
            return taken

    def held(self, actor: Actor, state: HeldState | None = HeldState.OPEN) -> Sequence[HeldEntry]:
        """The quarantine, oldest first."""
        require(actor, Deed.IMPORT_ACCOUNTS)
        with self._transactions.read() as unit:
            return unit.intake.held(state)

    def mend(
        self, actor: Actor, identity: str, cells: Sequence[tuple[str, str]], mapping: Mapping = NO_MAPPING
    ) -> Taken:
        """Import one row of the quarantine with its cells as a person has corrected them.

        Args:
            cells: (header, text), as `HeldEntry.cells` with some texts changed.
            mapping: the one the file was read with, where its headers are not of the known ones.

        Raises:
            BadInput: no such row in quarantine, or headers that are not recognised.
        """
        require(actor, Deed.IMPORT_ACCOUNTS)
        entry = next((one for one in self.held(actor) if one.id == identity), None)
        if entry is None:
            raise BadInput("cases.not_in_quarantine", value=identity)
        data = as_one_row(identity, cells)
        return self.take_in(actor, read_accounts(data, entry.file_name, today=self._today(), mapping=mapping))

    def discard(self, actor: Actor, identities: Iterable[str], reason: str) -> Changed:
        """Set rows aside for good; their cells stay on file.

        Raises:
            BadInput: no reason, or a row that is not in quarantine.
        """
        require(actor, Deed.IMPORT_ACCOUNTS)
        wanted = tuple(dict.fromkeys(identities))
        if not reason.strip():
            raise BadInput("cases.no_reason")
        now = self._clock.now()
        with self._transactions.begin() as unit:
            known = {entry.id for entry in unit.intake.held()}
            for identity in wanted:
                if identity not in known:
                    raise BadInput("cases.not_in_quarantine", value=identity)
            unit.intake.close(wanted, HeldState.DISCARDED, now, actor.user)
            entry = Entry(
                name="quarantine.discard",
                actor=actor,
                subject_kind="quarantine",
                subject=",".join(wanted[:20]),
                reason=reason,
                facts={"count": len(wanted)},
            )
            unit.audit.append(entry, now)
        return Changed(frozenset((Subject.QUARANTINE, identity) for identity in wanted))

    def export_held(self, actor: Actor, lang: Lang, *, as_text: bool = False) -> bytes:
        """The open quarantine as XLSX (or CSV) to be mended and imported again; entered in the audit trail."""
        require(actor, Deed.IMPORT_ACCOUNTS)
        now = self._clock.now()
        with self._transactions.begin() as unit:
            entries = unit.intake.held()
            facts = {"count": len(entries), "form": "csv" if as_text else "xlsx"}
            unit.audit.append(
                Entry(name="quarantine.export", actor=actor, subject_kind="quarantine", subject="", facts=facts), now
            )
        return as_csv(entries, lang) if as_text else as_xlsx(entries, lang)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    def _plan(self, unit: CaseUnit, reading: Reading) -> _Plan:
        stored = unit.cases.many(CaseId(rows[0].text(Field.CASE_NO)) for rows in reading.cases)
        is_known_file = unit.intake.knows(reading.sha256, reading.mapping_digest)
        new: list[Case] = []
        altered: list[Case] = []
        buckets: list[Bucket] = []
        against: list[tuple[Draft, Fault]] = []
        good: list[Draft] = list(reading.repeated)
        for rows in reading.cases:
            known = stored.get(CaseId(rows[0].text(Field.CASE_NO)))
            fault = contradiction(rows, known)
            if fault is not None:
                against.extend((row, fault) for row in rows)
                continue
            good.extend(rows)
            merged = _as_before(rows, known) if is_known_file and known else merge(rows, known, today=self._today())
            buckets.extend(merged.buckets)
            if known is None:
                new.append(merged.case)
            elif any(bucket is not Bucket.UNCHANGED for bucket in merged.buckets):
                altered.append(merged.case)
        held = tuple(sorted((*reading.held, *hold_drafts(reading, against)), key=lambda row: row.row))
        to_hold, to_close = _quarantine(unit.intake.held(), held, good, is_known_file=is_known_file)
        return _Plan(
            new=tuple(new),
            altered=tuple(altered),
            buckets=tuple(buckets),
            held=held,
            to_hold=to_hold,
            to_close=to_close,
        )


def _as_before(rows: Sequence[Draft], known: Case) -> Merged:
    """The very same file again: accounts that exist keep what has happened to them since."""
    numbers = {account.number for account in known.accounts}
    if all((row.account_key or known.id) in numbers for row in rows):
        return Merged(case=known, buckets=(Bucket.UNCHANGED,) * len(rows))
    return merge(rows, known, today=known.accounts[0].as_of if known.accounts else date.min)


def _quarantine(
    present: Sequence[HeldEntry], held: Sequence[HeldRow], good: Sequence[Draft], *, is_known_file: bool
) -> tuple[tuple[HeldRow, ...], tuple[str, ...]]:
    """Rows that enter the quarantine and ids that leave it.

    A row leaves when it comes right under its quarantine number, or when the same case and account come right; not when
    this file holds it back again. The very same file again neither adds nor closes anything.
    """
    if is_known_file:
        return (), ()
    again = {row.digest for row in held}
    numbers = {draft.text(Field.QUARANTINE) for draft in good} - {""}
    came = {(draft.text(Field.CASE_NO), draft.account_key) for draft in good}
    close = [
        entry.id
        for entry in present
        if entry.id in numbers
        or (entry.digest not in again and entry.case_no and (entry.case_no, entry.account_key) in came)
    ]
    still_wrong = {row.quarantine for row in held} - {""}
    kept = {entry.digest for entry in present if entry.id not in close}
    enter: dict[str, HeldRow] = {}
    for row in held:
        if row.digest not in kept and not (row.quarantine and row.quarantine in still_wrong & {e.id for e in present}):
            enter.setdefault(row.digest, row)
    return tuple(enter.values()), tuple(close)


def _entry(row: HeldRow, reading: Reading, now: datetime) -> HeldEntry:
    return HeldEntry(
        id=f"Q{uuid4().hex[:12]}",
        file_name=reading.name,
        file_sha256=reading.sha256,
        row=row.row,
        cells=row.cells,
        faults=tuple(
            (fault.field, fault.code, tuple((name, str(value)) for name, value in fault.facts.items()))
            for fault in row.faults
        ),
        digest=row.digest,
        held_at=now,
        case_no=row.case_no,
        account_key=row.account_key,
    )


def _taken(reading: Reading, plan: _Plan, *, is_dry: bool = False) -> Taken:
    count = plan.buckets.count
    touched: set[tuple[Subject, str]] = {(Subject.CASE, case.id) for case in (*plan.new, *plan.altered)}
    if plan.to_hold or plan.to_close:
        touched.add((Subject.QUARANTINE, ""))
    return Taken(
        rows=reading.rows,
        accepted=count(Bucket.ACCEPTED),
        updated=count(Bucket.UPDATED),
        unchanged=count(Bucket.UNCHANGED),
        duplicates=len(reading.repeated),
        held=plan.held,
        file_sha256=reading.sha256,
        mended=len(plan.to_close),
        changed=Changed() if is_dry else Changed(frozenset(touched)),
    )


def _deed(actor: Actor, taken: Taken) -> Entry:
    facts = {
        "rows": taken.rows,
        "accepted": taken.accepted,
        "updated": taken.updated,
        "unchanged": taken.unchanged,
        "duplicates": taken.duplicates,
        "held_back": len(taken.held),
        "mended": taken.mended,
    }
    return Entry(name="accounts.import", actor=actor, subject_kind="file", subject=taken.file_sha256, facts=facts)
