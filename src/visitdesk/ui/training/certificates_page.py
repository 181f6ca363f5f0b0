"""Certificates: who holds one until when; issue, take back, look at, keep as PDF."""

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.people.model import CollectorId
from visitdesk.security.permissions import Deed
from visitdesk.training.model import CertificateState, ModuleId
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.table import Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button, Card
from visitdesk.ui.training.certificate_card import CertificateCard
from visitdesk.ui.training.certificate_rows import CertificateRow, Shelf, columns, read_shelf
from visitdesk.ui.training.dialogs import IssueDialog, WordsDialog
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.path_panel import STATE_LOOK
from visitdesk.ui.training.saving import ask_where
from visitdesk.ui.training.words import roles_reason, state_word

if TYPE_CHECKING:
    from visitdesk.ui.training.ports import TrainingBranch

PICTURE_WIDTH = 900
"""Pixels of the picture; twice what the side panel shows, for sharp screens."""


class CertificatesPage(Page):
    """All certificates of the branch."""

    def __init__(self, shell: Shell, branch: "TrainingBranch", learner: Learner) -> None:
        super().__init__(shell, name="training/certificates")
        self._branch, self._learner = branch, learner
        self._shelf = Shelf(rows=(), ready=())
        self.say(self.title.setText, lambda: self.tr("Certificates"))
        self.add_filter("all", lambda: self.tr("All"))
        for state in CertificateState:
            icon = icon_of(*STATE_LOOK[state])
            self.add_filter(state.value, partial(state_word, state.value), picture=icon)
        self.filter_changed.connect(lambda _: self._filter())
        self.table: Table[CertificateRow] = Table(
            columns(),
            lambda row: row.certificate.number,
            name="certificates.table",
            label=lambda: self.tr("Certificates"),
        )
        self.table.row_selected.connect(self._selected)
        self.table.row_opened.connect(lambda _: self._save())
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(self.table, stretch=1)
        self.set_content(card)
        self.card = CertificateCard(shell)
        self.card.look.clicked.connect(self._look)
        self.card.save.clicked.connect(self._save)
        self.card.revoke.clicked.connect(self._revoke)
        self.set_side(self.card)
        self.show_back(lambda: shell.go("training", None))
        self.bind(Key.RELOAD, self._read)
        self.bind(Key.NEW, self._issue, words=lambda: self.tr("Issue a certificate"), reason=self._why_not_issue)
        self.bind(Key.PRINT, self._save, words=lambda: self.tr("Save as PDF"), reason=self._why_not_save)
        self.add_deed(Key.NEW, accent=True)
        shell.actor_changed.connect(lambda _: self._show_row())

    @override
    def help_anchor(self) -> str:
        return "training"

    # --- reading --------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "certificate":
            self.select(selection)
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.TRAINING, Subject.COLLECTOR):
            self._read()

    def _read(self) -> None:
        branch, today = self._branch, self.shell.local(self.shell.clock.now()).date()
        self.ask(lambda: read_shelf(branch, today), self._show, doing=self.tr("Reading certificates…"))

    def _show(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.count_filter("all", len(shelf.rows))
        for state in CertificateState:
            self.count_filter(state.value, sum(row.state is state for row in shelf.rows))
        self.table.set_rows(shelf.rows)
        self.retranslate()
        if shelf.rows:
            self.show_content()
            if not (self.selection is not None and self.table.select_id(self.selection.id)):
                self.table.select_id(self.table.rows.id_at(0) if self.table.rows.rowCount() else "")
        else:
            self.show_state(self._none())
        self._show_row()
        self.shell.actions.refresh()

    def _none(self) -> StatePanel:
        back = Button("", icon=Icon.ARROW_LEFT, name="certificates.back")
        self.say(back.setText, lambda: self.tr("Back to training"))
        back.clicked.connect(lambda: self.shell.go("training", None))
        return StatePanel(
            Icon.RIBBON,
            lambda: self.tr("No certificates yet"),
            lambda: self.tr("Who has read the lesson, passed the assessment and every drill can be certified."),
            back,
        )

    @override
    def retranslate(self) -> None:
        ready = len(self._shelf.ready)
        self.subtitle.setText(
            self.tr("%n certificate(s)", "", len(self._shelf.rows))
            + (self.tr(", %n can be issued now", "", ready) if ready else self.tr(", nobody is waiting for one"))
        )
        self._show_row()

    def _filter(self) -> None:
        key = self.filter()
        self.table.set_filter(keep=None if key == "all" else lambda row: row.state.value == key)
        self.shell.actions.refresh()

    # --- one certificate ------------------------------------------------------------------------------------------

    @property
    def _row(self) -> CertificateRow | None:
        chosen = self.table.selected()
        return chosen[0] if chosen else None

    def _selected(self, row: CertificateRow | None) -> None:
        self.select(None if row is None else Selection(kind="certificate", id=row.certificate.number))
        self._show_row()

    def _show_row(self) -> None:
        row = self._row
        if row is not None and not self.shell.may(Deed.CERTIFY):
            why = roles_reason(Deed.CERTIFY)
        elif row is not None and self._is_own(row.certificate.collector):
            why = self.tr("Nobody revokes his own certificate; ask another trainer or supervisor.")
        else:
            why = ""
        no_paper = "" if self.shell.may(Deed.TRAIN) else roles_reason(Deed.TRAIN)
        self.card.show_row(row, why_no_paper=no_paper, why_no_revoking=why)

    def _look(self) -> None:
        """The paper as a picture. It is drawn only when asked for: each drawing stands in the audit trail."""
        row, actor, branch, lang = self._row, self.shell.actor, self._branch, theme().lang
        if row is None or actor is None:
            return
        number = row.certificate.number

        def work() -> bytes:
            pages = branch.prints.pages(branch.papers.certificate(actor, number, lang), PICTURE_WIDTH, count=1)
            return pages[0] if pages else b""

        doing = self.tr("Drawing the paper…")
        self.ask(work, partial(self.card.show_picture, number), slot="picture", doing=doing)

    def _is_own(self, collector: CollectorId) -> bool:
        return self.shell.actor is not None and str(self.shell.actor.user) == str(collector)

    def _save(self) -> None:
        row, actor, papers, lang = self._row, self.shell.actor, self._branch.papers, theme().lang
        if row is not None and actor is not None and self._why_not_save() is None:
            number = row.certificate.number
            ask_where(self, f"{number}.pdf", lambda: papers.certificate(actor, number, lang))

    def _revoke(self) -> None:
        row, actor, desk = self._row, self.shell.actor, self._branch.training
        if row is None or actor is None:
            return
        number, name = row.certificate.number, row.name
        WordsDialog(
            self,
            name="revoke",
            title=lambda: self.tr("Revoke certificate {number}").format(number=number),
            words=lambda: self.tr(
                "{name} may not go out from now on, and drops out of every plan ahead. It cannot be taken back."
            ).format(name=name),
            label=lambda: self.tr("Reason"),
            deed=lambda: self.tr("Revoke the certificate"),
            run=lambda reason: desk.revoke(actor, number, reason),
        ).open()

    # --- issuing --------------------------------------------------------------------------------------------------

    def _ready(self) -> tuple[tuple[str, CollectorId, ModuleId], ...]:
        """Of those who could get one, all but whoever sits here."""
        return tuple(one for one in self._shelf.ready if not self._is_own(one[1]))

    def _issue(self) -> None:
        actor, desk, ready = self.shell.actor, self._branch.training, self._ready()
        if actor is None or not ready:
            return
        modules = desk.catalogue
        shown = tuple(
            (f"{name}  {collector}  {modules.module(module).title.of(theme().lang)}", collector, module)
            for name, collector, module in ready
        )
        IssueDialog(self, shown, lambda who, module: desk.certify(actor, who, module).changed).open()

    def _why_not_issue(self) -> str | None:
        if not self.shell.may(Deed.CERTIFY):
            return roles_reason(Deed.CERTIFY)
        if self._ready():
            return None
        if self._shelf.ready:
            return self.tr("Nobody certifies himself; ask another trainer or supervisor.")
        return self.tr("Nobody has done lesson, assessment and every drill since the last certificate.")

    def _why_not_save(self) -> str | None:
        if not self.shell.may(Deed.TRAIN):
            return roles_reason(Deed.TRAIN)
        return None if self._row is not None else self.tr("Choose a certificate first.")
