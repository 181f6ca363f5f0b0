"""One record: written, handed in, looked at by a second person, corrected by appending."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from typing_extensions import override

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.compliance.model import ObjectionGround
from visitdesk.errors import Stale
from visitdesk.records.beginning import beginning
from visitdesk.records.model import Record, RecordId, RecordState
from visitdesk.security.model import SETUP, Actor
from visitdesk.security.permissions import Deed
from visitdesk.ui.records.compare import CompareDialog
from visitdesk.ui.records.dialogs import ObjectionDialog, ReasonDialog
from visitdesk.ui.records.figures import Figures, figures_of
from visitdesk.ui.records.plan_dialog import PlanDialog
from visitdesk.ui.records.record_evidence import EvidenceFrame
from visitdesk.ui.records.record_frame import Mode
from visitdesk.ui.records.rows import Walk
from visitdesk.ui.records.saving import Kept
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.states import InfoBar

if TYPE_CHECKING:
    from visitdesk.ui.records.ports import RecordsBranch


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What the page is filled from; `record` is None where nothing is written and the reader may not begin."""

    record: Record | None
    figures: Figures | None = None
    names: Mapping[str, str] = field(default_factory=dict)


class RecordPage(EvidenceFrame):
    """The page of one record.

    Args:
        walk: the list that was come from.
    """

    def __init__(self, shell: Shell, branch: "RecordsBranch", walk: Walk) -> None:
        super().__init__(shell, branch)
        self._walk = walk
        self._figures: Figures | None = None
        self.bottom.gap_chosen.connect(self.form.go_to)
        self.form.outcome.objection_asked.connect(self._ask_objection)
        self.form.offers.plan_asked.connect(self._ask_plan)
        self.versions.compare_asked.connect(self._compare)
        self.autosave.failed.connect(self._not_saved)
        self.return_button.clicked.connect(self._ask_return)
        self.correct_button.clicked.connect(self.begin_correction)
        self.drop_button.clicked.connect(self._reload)
        self._bind()

    def _bind(self) -> None:
        not_writing = self.unless(lambda: self.tr("This record is not being written."), Mode.WRITING, Mode.CORRECTING)
        not_draft = self.unless(lambda: self.tr("Evidence is added while a record is being written."), Mode.WRITING)
        self.bind(Key.FINISH, self._finish_it, words=self._finish_words, reason=self._why_not_finish)
        self.bind(Key.PRINT, self._paper, words=lambda: self.tr("Preview PDF"))
        self.bind(Key.ATTACH, self.ask_for_file, words=lambda: self.tr("Add evidence"), reason=not_draft)
        self.bind(
            Key.OTHER_TIME,
            self.form.statement.insert_time,
            words=lambda: self.tr("Insert the time"),
            reason=not_writing,
        )
        self.bind(Key.PREVIOUS, lambda: self._step(-1), words=lambda: self.tr("Previous"), reason=self._no_step(-1))
        self.bind(Key.NEXT, lambda: self._step(1), words=lambda: self.tr("Next"), reason=self._no_step(1))
        self.bind(Key.NEXT_PROBLEM, self._next_gap)
        self.bind(Key.RELOAD, self._reload)
        self.add_deed(Key.PREVIOUS)
        self.add_deed(Key.NEXT)

    # --- reading ------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is None:
            return
        branch, actor = self._branch, self.shell.actor
        writer = actor if self.shell.may(Deed.WRITE_RECORD) else None
        self.ask(lambda: _read(branch, selection, writer), self._show_opened, doing=self.tr("Reading the record…"))

    @override
    def on_changed(self, changed: Changed) -> None:
        record = self._record
        if record is not None and record.id in changed.ids(Subject.RECORD) and self._mode is Mode.READING:
            self._reload()

    def _reload(self) -> None:
        if self._record is not None:
            self.opened(Selection(kind="record", id=self._record.id))

    def _show_opened(self, opened: _Opened) -> None:
        self.clear_bars()
        if opened.record is None:
            words = self.tr("Nobody has written this record yet, and your role may not begin it.")
            self.show_bar(InfoBar(words, tone="warning", name="record.untold"))
            return
        self._figures, self._names = opened.figures, opened.names
        self.form.told.know(opened.figures.told if opened.figures else None)
        self.take(opened.record)
        if opened.record.state is RecordState.RETURNED:
            words = self.tr("Returned: {reason}").format(reason=opened.record.returned_because)
            self.show_bar(InfoBar(words, tone="warning", name="record.returned"))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._mode is Mode.WRITING and self.autosave.state in {Kept.WAITING, Kept.FAILED}:
            self.autosave.flush()

    # --- walking ------------------------------------------------------------------------------------------------

    def _step(self, step: int) -> None:
        record = self._record
        beside = self._walk.beside(record.facts.visit, step) if record else None
        if beside is not None:
            visit = Selection(kind="visit", id=beside)
            if self._mode is Mode.WRITING:
                self.autosave.flush(lambda: self.opened(visit))
            else:
                self.opened(visit)

    def _no_step(self, step: int) -> Callable[[], str | None]:
        def reason() -> str | None:
            record = self._record
            if record is not None and self._walk.beside(record.facts.visit, step) is not None:
                return None
            return self.tr("There is no further record in the list you came from.")

        return reason

    def _next_gap(self) -> None:
        found = self.gaps()
        if found:
            self.form.go_to(found[0].field)

    # --- the next sensible deed ---------------------------------------------------------------------------------

    def _finish_words(self) -> str:
        record = self._record
        if self._mode is Mode.CORRECTING:
            return self.tr("Submit the correction")
        if record is not None and record.state is RecordState.SUBMITTED:
            return self.tr("Approve")
        return self.tr("Submit")

    def _why_not_finish(self) -> str | None:
        record, actor = self._record, self.shell.actor
        if record is None or actor is None:
            return self.tr("No record is open.")
        if self._mode is Mode.READING:
            if record.state is not RecordState.SUBMITTED:
                return self.tr("There is nothing to finish here.")
            if not self.shell.may(Deed.REVIEW_RECORD):
                return self.tr("A supervisor has the second look.")
            own = record.submitted_by == actor.user != SETUP.user
            return self.tr("You handed it in yourself: another supervisor has the second look.") if own else None
        missing = len(self.gaps())
        return self.tr("%n thing(s) missing, see the bar below.", "", missing) if missing else None

    def _finish_it(self) -> None:
        record = self._record
        if record is None:
            return
        if self._mode is Mode.CORRECTING:
            self._ask_correction_reason()
        elif self._mode is Mode.WRITING:
            self.autosave.flush(self._submit)
        else:
            self._deed(lambda actor: self._branch.records.finalise(actor, record.id), self.tr("Approved."))

    def _submit(self) -> None:
        record = self._record
        if record is not None:
            self._deed(
                lambda actor: self._branch.records.submit(actor, record.id), self.tr("Handed in for a second look.")
            )

    def _deed(self, work: Callable[[Actor], Changed], said: str) -> None:
        """Do a deed in the name of who sits here, say so, read anew."""
        actor = self.shell.actor
        if actor is None:
            return

        def done() -> None:
            self.shell.toast(said)
            self._reload()

        self.do(lambda: work(actor), done=done)

    def _not_saved(self, fault: Exception) -> None:
        if isinstance(fault, Stale):
            words = self.tr(
                "Another desk has saved this record meanwhile. Your words are still here: copy them, then reload."
            )
            reload = (self.tr("Reload"), self._reload)
            self.show_bar(InfoBar(words, tone="warning", code=fault.code, action=reload, name="record.stale"))
        else:
            self.show_fault(fault, retry=self.autosave.flush)

    # --- second look and corrections ----------------------------------------------------------------------------

    def _ask_return(self) -> None:
        record, desk = self._record, self._branch.records
        if record is None:
            return
        ReasonDialog(
            self.shell,
            self,
            name="return",
            title=lambda: self.tr("Return the record to its writer"),
            why=lambda: self.tr("Say what is missing or unclear; the writer sees it above the form."),
            deed=lambda: self.tr("Return"),
            run=lambda why: self._deed(lambda actor: desk.return_(actor, record.id, why), self.tr("Returned.")),
        ).open()

    def begin_correction(self) -> None:
        """Open a copy of a final record; nothing changes until it is submitted with a reason."""
        record = self._record
        if record is not None and record.state is RecordState.FINAL:
            self._mode = Mode.CORRECTING
            self.form.fill(record)
            self.arrange()

    def _ask_correction_reason(self) -> None:
        record, desk, content = self._record, self._branch.records, self.content()
        if record is None:
            return

        def run(why: str) -> None:
            self._deed(lambda actor: desk.correct(actor, record.id, content, why), self.tr("Correction added."))

        ReasonDialog(
            self.shell,
            self,
            name="correction",
            title=lambda: self.tr("Submit the correction"),
            why=lambda: self.tr("The text before stays readable; the reason stands on every copy."),
            deed=lambda: self.tr("Submit the correction"),
            run=run,
        ).open()

    def _compare(self) -> None:
        if self._record is not None:
            CompareDialog(self.shell, self, self._record, lambda user: self._names.get(user, user)).open()

    def _paper(self) -> None:
        record = self._record
        if record is None:
            return
        paper = Selection(kind="record", id=record.id)
        if self._mode is Mode.WRITING:
            self.autosave.flush(lambda: self.shell.go("records/paper", paper))
        else:
            self.shell.go("records/paper", paper)

    # --- from the form ------------------------------------------------------------------------------------------

    def _ask_objection(self) -> None:
        record, desk, clock = self._record, self._branch.compliance, self.shell.clock
        if record is None:
            return

        def run(ground: ObjectionGround, words: str) -> None:
            now = clock.now()
            said_at = min(record.content.times.left or now, now)
            actor = self.shell.actor
            if actor is not None:
                case = record.facts.case
                self.do(
                    lambda: desk.record_objection(
                        actor, case, ground, words=words, received_at=said_at, owner=actor.user
                    ),
                    done=lambda: self.shell.toast(self.tr("Objection entered; visits to this case are on hold.")),
                )

        ObjectionDialog(self.shell, self, self.content().objection, run).open()

    def _ask_plan(self) -> None:
        figures = self._figures
        today = self.shell.local(self.shell.clock.now()).date()
        PlanDialog(
            self.shell,
            self,
            balance=figures.balance if figures else None,
            as_of=figures.as_of if figures else today,
            is_card=figures.is_card if figures else False,
            run=self.form.offers.append,
        ).open()


def _read(branch: "RecordsBranch", selection: Selection, writer: Actor | None) -> _Opened:
    """On the writer thread: the record, begun from the check-ins where a visit has none yet."""
    desk = branch.records
    if selection.kind == "record":
        record: Record | None = desk.record(RecordId(selection.id))
    else:
        visit = VisitId(selection.id)
        record = desk.of_visit(visit)
        if record is None and writer is not None:
            facts = branch.papers.record_facts(visit)
            desk.open_draft(writer, facts, beginning(facts))
            record = desk.of_visit(visit)
    if record is None:
        return _Opened(record=None)
    names = {str(user.id): user.name for user in branch.security.users()}
    return _Opened(record=record, figures=figures_of(branch.cases, record.facts.case), names=names)
