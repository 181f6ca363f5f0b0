"""Evidence of a record being written: files chosen or dropped on the page, each with what it shows, when and by whom."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from visitdesk.errors import Unavailable
from visitdesk.people.model import CollectorId
from visitdesk.records.model import EvidenceKind, Record
from visitdesk.ui.records.dialogs import EvidenceDialog, ask_file
from visitdesk.ui.records.record_frame import Mode, RecordFrame
from visitdesk.ui.shell.context import Shell

if TYPE_CHECKING:
    from visitdesk.ui.records.ports import RecordsBranch


class EvidenceFrame(RecordFrame):
    """The page with what comes and goes by deeds of its own, beside the form."""

    def __init__(self, shell: Shell, branch: "RecordsBranch") -> None:
        super().__init__(shell, branch)
        self.setAcceptDrops(True)
        self.evidence.add_asked.connect(self.ask_for_file)

    def ask_for_file(self) -> None:
        """Choose a file, Ctrl+U."""
        ask_file(self, self.tr("Add evidence"), self.attach)

    def attach(self, file: Path) -> None:
        """Ask what the file shows, then add it."""
        record = self._record
        if record is not None and self._mode is Mode.WRITING:

            def run(kind: EvidenceKind, caption: str, at: datetime, by: CollectorId) -> None:
                self.autosave.flush(lambda: self._add_evidence(file, kind, caption, at, by))

            EvidenceDialog(self.shell, self, file, record.facts, run).open()

    def _add_evidence(self, file: Path, kind: EvidenceKind, caption: str, at: datetime, by: CollectorId) -> None:
        from visitdesk.records.service import Upload  # noqa: PLC0415  # with the room itself, after the first paint

        record, actor, desk = self._record, self.shell.actor, self._branch.records
        if record is None or actor is None:
            return

        def work() -> Record:
            try:
                data = file.read_bytes()
            except OSError as error:
                raise Unavailable("door.unreadable", file=file.name) from error
            upload = Upload(data=data, kind=kind, caption=caption, taken_at=at, taken_by=by)
            desk.add_evidence(actor, record.id, upload)
            return desk.record(record.id)

        self.ask(work, self._evidence_added, doing=self.tr("Storing the file…"), slot="")

    def _evidence_added(self, record: Record) -> None:
        """Only evidence and version are new; what was typed meanwhile stays."""
        typed = self.content()
        self._record = record
        self.autosave.load(record)
        content = replace(typed, evidence=record.content.evidence)
        if content != record.content:
            self.autosave.write(content)
        self.arrange()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._mode is Mode.WRITING and event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.attach(files[0])
