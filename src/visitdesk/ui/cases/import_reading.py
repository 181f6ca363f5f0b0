"""How the import wizard reads a file: beside the writer thread, so that check-ins never wait for a spreadsheet."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.ui.cases.import_draft import ImportDraft, Read, is_known_layout, laid_out, load, read_file
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.jobs import Cancel
from visitdesk.ui.shell.page import Page

if TYPE_CHECKING:
    from visitdesk.cases.intake.reading import Reading
    from visitdesk.cases.intake_service import Taken
    from visitdesk.ui.cases.ports import CasesBranch


class ImportReading(Page):
    """The part of the wizard that reads.

    Attributes:
        is_reading: a file is being read, judged or laid out.
    """

    def __init__(self, shell: Shell, branch: "CasesBranch", draft: ImportDraft) -> None:
        super().__init__(shell, name="cases/import")
        self._branch = branch
        self.draft = draft
        self.is_reading = False
        self._reader = Cancel()

    def read_file(self, path: str) -> None:
        """Take a copy of the file and read it."""
        self.draft.forget()
        self.was_read()
        try:
            self.draft.name, self.draft.data = load(Path(path))
        except OSError:
            self.show_fault(BadInput("cases.file_unreadable", file=Path(path).name))
            return
        self.read_again()

    def read_again(self, *, stay: bool = False) -> None:
        """Read beside the writer, try the import on it, lay the rows out beside it again."""
        self._reader()
        self.is_reading = True
        draft = self.draft
        name, data, said = draft.name, draft.data, draft.said
        today = self.shell.local(self.shell.clock.now()).date()
        self.loading.begin(self.tr("Reading {name}…").format(name=name), can_cancel=True)
        self._reader = self.shell.jobs.compute(
            lambda _: read_file(name, data, said, today), done=partial(self._try, stay), failed=self._was_refused
        )

    def _try(self, stay: bool, reading: "Reading") -> None:  # noqa: FBT001  # bound by name above
        desk, actor = self._branch.intake, self.shell.actor
        if actor is not None:
            self.ask(
                lambda: desk.preview(actor, reading), partial(self._lay_out, stay, reading), failed=self._was_refused
            )
            self.loading.begin(self.loading.words.text(), can_cancel=True)

    def _lay_out(self, stay: bool, reading: "Reading", taken: "Taken") -> None:  # noqa: FBT001  # as above
        self._reader = self.shell.jobs.compute(
            lambda _: laid_out(reading, taken), done=partial(self._was_read, stay), failed=self._was_refused
        )

    def _was_read(self, stay: bool, read: Read) -> None:  # noqa: FBT001  # as above
        self.is_reading = False
        self.loading.end()
        self.draft.read = read
        self.clear_bars()
        if not stay:
            self.draft.step = 3 if is_known_layout(read) else 2
        self.was_read()

    def _was_refused(self, fault: Exception) -> None:
        self.is_reading = False
        self.loading.end()
        self.refused(fault)

    def was_read(self) -> None:
        """Hook: the draft has changed; show it."""

    def refused(self, fault: Exception) -> None:
        """Hook: the file as a whole cannot be used."""

    @override
    def cancel(self) -> None:
        self._reader()
        self.is_reading = False
        if self.draft.read is None:
            self.draft.forget()
        super().cancel()
