"""Records to paper for screens and command line: previews, print jobs of at most fifty, filing, and judging a file.

Reading happens where the database is; the drawing itself is handed out as a callable that touches no database, so that
two hundred records are drawn beside the writer.
"""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress

from visitdesk.app.papers import house_of
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.documents import batch, preview, verify, visit_record
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.records.model import Copy, Record, RecordId, RecordState
from visitdesk.records.printing import MOST_PER_JOB, LeftOut, PrintJob, Proof
from visitdesk.records.service import RecordDesk
from visitdesk.security.audit import Deed
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed as Permission
from visitdesk.security.permissions import require
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.store.database import Database
from visitdesk.wording import Lang

SEAL_CERTIFICATE = "seal.certificate"


class BranchPrints:
    """Fulfils `branch.Prints`."""

    def __init__(
        self, database: Database, clock: Clock, *, settings: SettingsDesk, records: RecordDesk, visits: VisitDesk
    ) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._records = records
        self._visits = visits

    # --- looking ------------------------------------------------------------------------------------------------

    def preview(self, actor: Actor, number: RecordId, copy: Copy, lang: Lang) -> Callable[[], bytes]:
        """Draws the record as this reader would get it; marked as a draft until it is final. Never sealed."""
        require(actor, Permission.PRINT)
        record = self._records.record(number)
        values = self._values(record, copy)
        return lambda: visit_record.render(values, lang)

    def pages(self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:
        """Pages as PNG, `width` pixels across."""
        return preview.pictures(pdf, width, first=first, count=count)

    def page_count(self, pdf: bytes) -> int:
        """How many pages the file has."""
        return preview.page_count(pdf)

    def rest_of(self, pdf: bytes, page: int) -> bytes:
        """The file from that page on."""
        return preview.rest_of(pdf, page)

    # --- printing -----------------------------------------------------------------------------------------------

    def job(
        self,
        actor: Actor,
        batch_name: str,
        records: Sequence[RecordId],
        copy: Copy,
        lang: Lang,
        *,
        number: int,
        total: int,
    ) -> Callable[[], PrintJob]:
        """Reads these records; the answer draws their job. Those that cannot be printed are left out and named.

        Raises:
            BadInput: none, or more than fifty.
        """
        require(actor, Permission.PRINT)
        if not 0 < len(records) <= MOST_PER_JOB:
            raise BadInput("documents.batch_size", count=len(records))
        values: list[visit_record.RecordValues] = []
        left_out: list[LeftOut] = []
        for one in records:
            try:
                values.append(self._final(one, copy))
            except (BadInput, RuleBroken) as fault:
                left_out.append(LeftOut(record=one, code=fault.code, facts=fault.facts))
        house, zone = house_of(self._settings), str(self._settings.value("branch.time_zone"))
        made_at = self._clock.now()

        def draw() -> PrintJob:
            name = f"{batch_name}-{number:02d}.pdf"
            try:
                drawn = batch.draw_job(
                    values,
                    lang,
                    batch=batch_name,
                    number=number,
                    total=total,
                    house=house,
                    made_at=made_at,
                    time_zone=zone,
                )
            except BadInput:  # nothing is left to draw
                return _job(batch_name, number, total, name, b"", (), [*left_out, *_undrawable(values, lang)])
            skipped = [LeftOut(record=RecordId(one.record), code=one.code, facts=one.facts) for one in drawn.skipped]
            printed = tuple(RecordId(record) for record, _ in drawn.roots)
            return _job(batch_name, number, total, name, drawn.data, printed, [*left_out, *skipped])

        return draw

    def filed(self, actor: Actor, job: PrintJob) -> Changed:
        """The job is on paper: enters it and closes the visits of its records (归档)."""
        require(actor, Permission.PRINT)
        facts = {"digest": job.digest, "job": job.number, "count": len(job.records), "left_out": len(job.left_out)}
        with self._database.begin() as unit:
            entry = Deed(name="paper.record_batch", actor=actor, subject_kind="batch", subject=job.batch, facts=facts)
            unit.audit.append(entry, self._clock.now())
        changed = Changed()
        for number in job.records:
            visit = self._records.record(number).facts.visit
            changed |= Changed.one(Subject.RECORD, number)
            with suppress(RuleBroken, BadInput):  # a visit that did not keep up with its record stays where it is
                changed |= self._visits.close(actor, visit)
        return changed

    # --- judging ------------------------------------------------------------------------------------------------

    def verify(self, data: bytes) -> Proof:
        """Whether this branch made the file, and whether it is as it was made."""
        with self._database.read() as unit:
            certificate = unit.secrets.get(SEAL_CERTIFICATE)

            def newest(number: str) -> int | None:
                record = unit.records.get(RecordId(number))
                return len(record.revisions) if record is not None else None

            found = verify.verify_file(data, unit.seals, [certificate] if certificate else [], newest)
        return Proof(
            verdict=found.verdict.value,
            reason=found.reason,
            record=found.record,
            revision=found.revision,
            copy=found.copy,
            current=found.current,
        )

    # --- parts --------------------------------------------------------------------------------------------------

    def _final(self, number: RecordId, copy: Copy) -> visit_record.RecordValues:
        record = self._records.record(number)
        if record.state is not RecordState.FINAL:
            raise RuleBroken("records.wrong_state", rule="record-state", record=number, state=record.state.value)
        return self._values(record, copy)

    def _values(self, record: Record, copy: Copy) -> visit_record.RecordValues:
        shown = copy in visit_record.ALL
        photos = {one.id: self._records.photo(one) for one in record.content.evidence if shown and one.print_copy}
        return visit_record.RecordValues(
            record=record,
            copy=copy,
            house=house_of(self._settings),
            photos=photos,
            draft=record.state is not RecordState.FINAL,
        )


def _undrawable(values: Sequence[visit_record.RecordValues], lang: Lang) -> list[LeftOut]:
    """Those that cannot be drawn, each with its own reason."""
    found = []
    for one in values:
        try:
            visit_record.pages(one, lang)
        except BadInput as fault:
            found.append(LeftOut(record=one.record.id, code=fault.code, facts=fault.facts))
    return found


def _job(
    batch_name: str,
    number: int,
    total: int,
    name: str,
    data: bytes,
    records: tuple[RecordId, ...],
    left_out: Sequence[LeftOut],
) -> PrintJob:
    return PrintJob(
        batch=batch_name,
        number=number,
        total=total,
        name=name,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        pages=preview.page_count(data) if data else 0,
        records=records,
        left_out=tuple(left_out),
    )
