"""Printing many records in the background: jobs of at most fifty, pause, resume at sheet n, what was skipped and why.

Reading is done by the writer, drawing beside it; between two sheets a person can stop it. A job is filed when its last
sheet is out, so that what was not printed stays on the pile.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visitdesk.changed import Changed
from visitdesk.errors import Unavailable
from visitdesk.records.model import Copy, RecordId
from visitdesk.records.printing import LeftOut, PrintJob, jobs_of
from visitdesk.ui.records.print_target import SHEET_WIDTH, Target
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.jobs import Cancel
from visitdesk.ui.shell.theme import theme

if TYPE_CHECKING:
    from visitdesk.branch import Prints


class Stage(StrEnum):
    """What a run does now."""

    DRAWING = "drawing"
    PRINTING = "printing"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


class PrintRun(QObject):
    """One run.

    Attributes:
        sheets, of_sheets: sheets of the present job that are out, and all of it.
        printed: records that are on paper and filed.
        left_out: records that could not be printed, with their reasons.
        fault: what stopped it, or None.

    Signals:
        changed: anything above. filed: payload `Changed`, after each job.
    """

    changed = Signal()
    filed = Signal(object)

    def __init__(
        self, shell: Shell, prints: "Prints", records: Sequence[RecordId], copy: Copy, target: Target, at: datetime
    ) -> None:
        super().__init__(shell)
        self._shell, self._prints, self._copy, self._target = shell, prints, copy, target
        self._name = f"B-{shell.local(at):%Y%m%d-%H%M%S}"
        self._jobs = jobs_of(records)
        self._job: PrintJob | None = None
        self._is_open = False
        self._wants_pause = False
        self.stage = Stage.DRAWING
        self.number = 0
        self.total = len(self._jobs)
        self.sheets = self.of_sheets = 0
        self.printed = 0
        self.left_out: tuple[LeftOut, ...] = ()
        self.fault: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Whether sheets still come."""
        return self.stage in {Stage.DRAWING, Stage.PRINTING}

    def start(self) -> None:
        """Begin with the first job."""
        self._next_job()

    def pause(self) -> None:
        """Stop after the present sheet."""
        self._wants_pause = True
        if self.is_running and not self._target.by_sheet:
            self.changed.emit()

    def resume(self, sheet: int | None = None) -> None:
        """Go on; at this sheet of the present job where one is named, for paper that jammed."""
        self._wants_pause, self.fault = False, None
        job = self._job
        if job is not None and sheet is not None:
            self.sheets = max(0, min(job.pages, sheet) - 1)
            self._print_job()
        elif job is not None and self.sheets < job.pages:
            self._print_job()
        else:
            self._next_job()

    # --- one job after the other --------------------------------------------------------------------------------

    def _next_job(self) -> None:
        if self._wants_pause:
            self._set(Stage.PAUSED)
            return
        actor = self._shell.actor
        if self.number >= self.total or actor is None:
            self._set(Stage.DONE)
            return
        self._job = None
        records, number = self._jobs[self.number], self.number + 1
        self.number, self.sheets, self.of_sheets = number, 0, 0
        self._set(Stage.DRAWING)
        prints, name, copy, lang, total = self._prints, self._name, self._copy, theme().lang, self.total
        self._shell.jobs.run(
            lambda: prints.job(actor, name, records, copy, lang, number=number, total=total),
            done=self._read,
            failed=self._failed,
            quiet=True,
        )

    def _read(self, draw: Callable[[], PrintJob]) -> None:
        self._shell.jobs.compute(lambda _: draw(), done=self._drawn, failed=self._failed)

    def _drawn(self, job: PrintJob) -> None:
        self._job = job
        self.left_out += job.left_out
        self.of_sheets = job.pages
        if job.records:
            self._print_job()
        else:
            self._next_job()

    def _print_job(self) -> None:
        job = self._job
        if job is None:
            return
        self._set(Stage.PRINTING)
        if self._target.by_sheet:
            try:
                self._target.begin(job.name)
            except Unavailable as fault:
                self._failed(fault)
                return
            self._is_open = True
            self._next_sheet()
            return
        prints, target, first = self._prints, self._target, self.sheets + 1

        def write(_: Cancel) -> None:
            if first == 1:
                target.whole(job.name, job.data)
            else:
                target.whole(job.name.replace(".pdf", f"-from-{first}.pdf"), prints.rest_of(job.data, first))

        self._shell.jobs.compute(write, done=self._all_out, failed=self._failed)

    def _next_sheet(self) -> None:
        job = self._job
        if job is None:
            return
        if self._wants_pause:
            self._close()
            self._set(Stage.PAUSED)
            return
        if self.sheets >= job.pages:
            self._close()
            self._all_out(None)
            return
        prints, data, page = self._prints, job.data, self.sheets + 1
        self._shell.jobs.compute(
            lambda _: prints.pages(data, SHEET_WIDTH, first=page, count=1)[0], done=self._sheet, failed=self._failed
        )

    def _sheet(self, picture: bytes) -> None:
        self._target.sheet(picture)
        self.sheets += 1
        self.changed.emit()
        self._next_sheet()

    def _close(self) -> None:
        if self._is_open:
            self._target.end()
            self._is_open = False

    def _all_out(self, _: None) -> None:
        job, actor, prints = self._job, self._shell.actor, self._prints
        if job is None or actor is None:
            return
        self.sheets = job.pages
        self._shell.jobs.run(
            self._shell.followed(lambda: prints.filed(actor, job)), done=self._was_filed, failed=self._failed
        )

    def _was_filed(self, changed: Changed) -> None:
        if self._job is not None:
            self.printed += len(self._job.records)
        self.filed.emit(changed)
        self._next_job()

    def _failed(self, fault: Exception) -> None:
        self._close()
        self.fault = fault
        self._set(Stage.FAILED)

    def _set(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()
