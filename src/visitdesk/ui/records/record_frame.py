"""One record on screen: form or reading view, side panel, bottom bar, and what of them shows in which state."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.completeness import Gap, gaps
from visitdesk.records.model import Content, Record, RecordState
from visitdesk.security.permissions import Deed
from visitdesk.ui.records.bottom import BottomBar
from visitdesk.ui.records.form_view import FormView
from visitdesk.ui.records.read_view import ReadView
from visitdesk.ui.records.saving import Autosave, Kept
from visitdesk.ui.records.side import ConductSection, EvidencePart, VersionsPart
from visitdesk.ui.records.words import clauses, word
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page, SideCard
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, Scroll

if TYPE_CHECKING:
    from visitdesk.ui.records.ports import RecordsBranch


class Mode(StrEnum):
    """What can be done with what is shown."""

    WRITING = "writing"
    READING = "reading"
    CORRECTING = "correcting"


class RecordFrame(Page):
    """The parts of the page and how they look; `record_page.RecordPage` adds the deeds."""

    def __init__(self, shell: Shell, branch: "RecordsBranch") -> None:
        super().__init__(shell, name="records/record")
        self._branch = branch
        self._record: Record | None = None
        self._mode = Mode.READING
        self._saved_at: datetime | None = None
        self._names: Mapping[str, str] = {}
        self._make_parts()
        self._make_bottom()

    def _make_parts(self) -> None:
        self.show_back(lambda: self.shell.go("records"))
        self.conduct = ConductSection()
        self.form = FormView(self.conduct, self.shell.clock.now, self._time_words)
        self.read = ReadView()
        self.evidence, self.versions = EvidencePart(), VersionsPart(lambda user: self._names.get(user, user))
        self.autosave = Autosave(self, self._branch.records)
        self.form.edited.connect(self._edited)
        self.autosave.changed.connect(self._kept)
        self._stacked = QStackedWidget()
        t = theme()
        for view, name in ((self.form, "form"), (self.read, "read")):
            inside = QWidget()
            holder = QVBoxLayout(inside)
            holder.setContentsMargins(0, 0, t.px(12), 0)
            holder.addWidget(view)
            self._stacked.addWidget(Scroll(inside, name=f"record.scroll.{name}"))
        card = Card(name="record.card")
        card.body.setContentsMargins(t.px(16), t.px(14), t.px(6), t.px(10))
        card.add(self._stacked, stretch=1)
        self.set_content(card)
        side = SideCard("record.side")
        for part in (self.evidence, self.conduct, self.versions):
            side.body.addWidget(part)
            side.body.addSpacing(t.px(8))
        side.body.addStretch(1)
        self.set_side(side, width=340)

    def _make_bottom(self) -> None:
        self.bottom = BottomBar()
        self.return_button = Button("", icon=Icon.ARROW_UNDO, name="record.return")
        self.correct_button = Button("", icon=Icon.EDIT, name="record.correct")
        self.drop_button = Button("", icon=Icon.DISMISS, name="record.drop_correction")
        self.say(self.return_button.setText, lambda: self.tr("Return"))
        self.say(self.correct_button.setText, lambda: self.tr("Correct"))
        self.say(self.drop_button.setText, lambda: self.tr("Drop the correction"))
        for button in (self.return_button, self.correct_button, self.drop_button):
            self.bottom.add_deed(button)
        self.bottom.add_deed(ActionButton(self.shell.actions[Key.PRINT]))
        self._finish = ActionButton(self.shell.actions[Key.FINISH], kind="accent")
        self.bottom.add_deed(self._finish)
        self.set_footer(self.bottom)

    def _time_words(self) -> str:
        return f"{self.shell.local(self.shell.clock.now()):%H:%M} "

    # --- what is shown ------------------------------------------------------------------------------------------

    @property
    def record(self) -> Record | None:
        """The record on screen, as last read."""
        return self._record

    @property
    def mode(self) -> Mode:
        """What can be done with it."""
        return self._mode

    def content(self) -> Content:
        """What stands on screen; evidence comes and goes by deeds of its own."""
        record = self._record
        return replace(self.form.content(), evidence=record.content.evidence) if record else Content()

    def gaps(self) -> tuple[Gap, ...]:
        """What is missing on screen; nothing while it is only read."""
        record = self._record
        if record is None or self._mode is Mode.READING:
            return ()
        return gaps(record.facts, self.content())

    def take(self, record: Record) -> None:
        """Show a record as it now is."""
        self._record, self._saved_at = record, None
        writable = record.state in {RecordState.DRAFT, RecordState.RETURNED} and self.shell.may(Deed.WRITE_RECORD)
        self._mode = Mode.WRITING if writable else Mode.READING
        self.autosave.load(record)
        self.form.fill(record)
        self.read.show_record(record)
        self.arrange()

    def arrange(self) -> None:
        """Show what belongs to the state and to who sits here."""
        record = self._record
        if record is None:
            return
        editing = self._mode is not Mode.READING
        self._stacked.setCurrentIndex(0 if editing else 1)
        self.conduct.set_writable(writable=editing)
        self.evidence.show_evidence(record, writable=self._mode is Mode.WRITING)
        self.versions.show_versions(record)
        may_review = self.shell.may(Deed.REVIEW_RECORD)
        second_look = record.state is RecordState.SUBMITTED and may_review
        self.return_button.setVisible(second_look)
        self.correct_button.setVisible(record.state is RecordState.FINAL and may_review and self._mode is Mode.READING)
        self.drop_button.setVisible(self._mode is Mode.CORRECTING)
        self._finish.setVisible(editing or second_look)
        self._tell()
        self.shell.actions.refresh()

    @override
    def retranslate(self) -> None:
        if hasattr(self, "bottom"):
            self._tell()

    def _tell(self) -> None:
        record = self._record
        if record is None:
            return
        self.title.setText(self.tr("Visit record {number}").format(number=record.id))
        case = self.tr("Case {case} {borrower}").format(case=record.facts.case, borrower=record.facts.borrower)
        self.subtitle.setText(clauses(case, self._state_words(record), self._kept_words()))
        self.bottom.show_gaps(self.gaps(), self._ready_words(record))

    def _state_words(self, record: Record) -> str:
        if self._mode is Mode.CORRECTING:
            return self.tr("correction, version {n}").format(n=len(record.revisions) + 1)
        version = self.tr("version {n}").format(n=len(record.revisions)) if record.revisions else ""
        return clauses(word("state", record.state), version)

    def _kept_words(self) -> str:
        if self._mode is not Mode.WRITING:
            return ""
        kept, at = self.autosave.state, self._saved_at
        if kept is Kept.SAVED:
            return self.tr("saved by itself {at}").format(at=f"{self.shell.local(at):%H:%M}") if at else ""
        return {
            Kept.WAITING: self.tr("not saved yet"),
            Kept.SAVING: self.tr("being saved"),
            Kept.FAILED: self.tr("not saved"),
        }[kept]

    def _ready_words(self, record: Record) -> str:
        count = self.bottom.evidence_words(len(record.content.evidence))
        if self._mode is Mode.WRITING:
            return clauses(self.tr("Ready to submit"), count)
        if self._mode is Mode.CORRECTING:
            return self.tr("The earlier version stays readable beside the correction.")
        return {
            RecordState.SUBMITTED: self.tr("Handed in, waits for a second look."),
            RecordState.FINAL: self.tr("Accepted, only a correction can be added."),
        }.get(record.state, word("state", record.state))

    # --- while it is written ------------------------------------------------------------------------------------

    def _edited(self, content: Content) -> None:
        record = self._record
        if record is not None and self._mode is Mode.WRITING:
            self.autosave.write(replace(content, evidence=record.content.evidence))
        self._tell()
        self.shell.actions.refresh()

    def _kept(self) -> None:
        saved, shown = self.autosave.record, self._record
        is_new = saved is not None and shown is not None and saved.id == shown.id and saved.version != shown.version
        if self.autosave.state is Kept.SAVED and is_new:
            self._record, self._saved_at = saved, self.shell.clock.now()
        self._tell()

    def unless(self, reason: Callable[[], str], *modes: Mode) -> Callable[[], str | None]:
        """Why a deed cannot be done now: `reason` unless the page is in one of these modes."""
        return lambda: None if self._record is not None and self._mode in modes else reason()
