"""Keeping a draft while it is written: two seconds after the last key, and at once before anything else is done with it."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visitdesk.records.model import Content, Record
from visitdesk.ui.shell.page import Page

if TYPE_CHECKING:
    from visitdesk.records.service import RecordDesk

AUTOSAVE_MS = 2000


class Kept(StrEnum):
    """Whether what is on screen is kept."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"


class Autosave(QObject):
    """Saves one record's content; one save at a time, each on the version the last one left.

    Signals:
        changed: the state, see `state`.
        failed: payload Exception; what was written stays on screen.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, page: Page, desk: "RecordDesk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._record: Record | None = None
        self._content = Content()
        self._then: list[Callable[[], object]] = []
        self.state = Kept.SAVED
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self._save)

    @property
    def record(self) -> Record | None:
        """As it was last read or saved."""
        return self._record

    def load(self, record: Record) -> None:
        """Another record, or the same read anew."""
        self._timer.stop()
        self._record, self._content = record, record.content
        self._then = []
        self._set(Kept.SAVED)

    def write(self, content: Content) -> None:
        """What is on screen now."""
        self._content = content
        if self.state is not Kept.SAVING:
            self._set(Kept.WAITING)
        self._timer.start()

    def flush(self, then: Callable[[], object] | None = None) -> None:
        """Save at once, then do `then`; nothing is done if saving fails."""
        if then is not None:
            self._then.append(then)
        self._timer.stop()
        if self.state is not Kept.SAVING:
            self._save()

    def _save(self) -> None:
        record, content, actor = self._record, self._content, self._page.shell.actor
        if record is None or actor is None:
            return
        if self.state is Kept.SAVING:
            self._timer.start()
            return
        if content == record.content:
            self._set(Kept.SAVED)
            self._go_on()
            return
        self._set(Kept.SAVING)
        desk, number, version = self._desk, record.id, record.version

        def work() -> Record:
            desk.save_draft(actor, number, content, version=version)
            return desk.record(number)

        self._page.ask(work, self._saved, slot="", failed=self._not_saved)

    def _saved(self, record: Record) -> None:
        if self._record is None or record.id != self._record.id:
            return
        self._record = record
        self.state = Kept.SAVED
        if self._content != record.content:
            self._set(Kept.WAITING)
            if self._then:
                self._save()
            else:
                self._timer.start()
            return
        self._set(Kept.SAVED)
        self._go_on()

    def _not_saved(self, fault: Exception) -> None:
        self._then = []
        self._set(Kept.FAILED)
        self.failed.emit(fault)

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _set(self, state: Kept) -> None:
        self.state = state
        self.changed.emit()
