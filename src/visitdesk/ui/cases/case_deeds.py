"""What the buttons of the case page do: open the dialog of a deed, or do it at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from visitdesk.cases.model import AddressId, PreparationItem
from visitdesk.changed import Changed
from visitdesk.security.model import Actor
from visitdesk.ui.cases.case_dialogs import (
    AddressDialog,
    AnswerDialog,
    ConsentDialog,
    ContactDialog,
    DocumentDialog,
    HoldDialog,
    NoticeDialog,
    ObjectionDialog,
    RefusalDialog,
    ReleaseDialog,
)
from visitdesk.ui.cases.case_model import CaseView
from visitdesk.ui.cases.deed_dialog import ReasonDialog
from visitdesk.ui.cases.status_dialogs import DebtStatusDialog, HardshipDialog
from visitdesk.ui.cases.visit_dialogs import CancelDialog, LinesDialog, RequestDialog, TermsDialog
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.spoken import Panel

if TYPE_CHECKING:
    from visitdesk.ui.cases.ports import CasesBranch


class CaseDeeds(Panel):
    """The deeds of one case page; a widget without looks, so that its words follow the language.

    Args:
        shown: what the page shows now.
        revealed: takes (secret word, address id, text).
    """

    def __init__(
        self,
        page: Page,
        branch: "CasesBranch",
        shown: Callable[[], CaseView | None],
        revealed: Callable[[str, str, str], object],
    ) -> None:
        super().__init__(page)
        self._page, self._branch, self._shown, self._revealed = page, branch, shown, revealed
        self.hide()

    def _now(self) -> tuple[CaseView, Actor] | None:
        view, actor = self._shown(), self._page.shell.actor
        return (view, actor) if view is not None and actor is not None else None

    def on_case(self, deed: str, identity: str = "") -> None:
        """A deed of the borrower's card or of the page's head."""
        now = self._now()
        if now is None:
            return
        view, actor = now
        page, branch, case = self._page, self._branch, view.page.case
        dialogs: dict[str, Callable[[], Dialog]] = {
            "contact": lambda: ContactDialog(page, branch, actor, case.id),
            "add_address": lambda: AddressDialog(page, branch, actor, case),
            "add_document": lambda: DocumentDialog(page, branch, actor, case),
            "hardship": lambda: HardshipDialog(page, branch, actor, case),
            "debt_status": lambda: DebtStatusDialog(page, branch, actor, case),
            "confirm_address": lambda: self._address(AddressId(identity), is_dead=False),
            "dead_address": lambda: self._address(AddressId(identity), is_dead=True),
            "request": lambda: RequestDialog(page, branch.visits, actor, case),
        }
        dialogs[deed]().open()

    def on_stops(self, deed: str, identity: str = "") -> None:
        """A deed of the card of holds and objections."""
        now = self._now()
        if now is None:
            return
        view, actor = now
        page, branch, case, standing = self._page, self._branch, view.page.case.id, view.standing
        visit = view.visit.id if view.visit is not None else None
        at = page.shell.clock.now()
        if deed == "withdraw":
            consent = next(one for one in standing.consents if one.id == identity)
            desk = branch.compliance
            page.do(lambda: desk.withdraw_consent(actor, consent.id, at=at, version=consent.version))
            return
        dialogs: dict[str, Callable[[], Dialog]] = {
            "hold": lambda: HoldDialog(page, branch, actor, (case,)),
            "objection": lambda: ObjectionDialog(page, branch, actor, case),
            "consent": lambda: ConsentDialog(page, branch, actor, case),
            "refusal": lambda: RefusalDialog(page, branch, actor, case),
            "notice": lambda: NoticeDialog(page, branch, actor, case, visit),
            "release": lambda: ReleaseDialog(
                page, branch, actor, next(one for one in standing.holds if one.id == identity)
            ),
            "answer": lambda: AnswerDialog(
                page, branch, actor, next(one for one in standing.objections if one.id == identity)
            ),
            "revoke": lambda: self._revoke(view, actor, identity),
        }
        dialogs[deed]().open()

    def on_visit(self, deed: str) -> None:
        """A deed of the preparation panel."""
        now = self._now()
        if now is None or now[0].visit is None:
            return
        view, actor = now
        visit, page, desk = view.visit, self._page, self._branch.visits
        if visit is None:
            return
        dialogs: dict[str, Callable[[], Dialog]] = {
            "terms": lambda: TermsDialog(page, desk, actor, visit),
            "cancel": lambda: CancelDialog(page, desk, actor, visit),
            "approve": lambda: self._decide(view, actor, approves=True),
            "refuse": lambda: self._decide(view, actor, approves=False),
            "goals": lambda: LinesDialog(
                page,
                name="goals",
                title=lambda: self.tr("Goals of the visit"),
                label=lambda: self.tr("What the visit should reach"),
                lines=visit.goals,
                run=lambda lines: desk.set_goals(actor, visit.id, lines, visit.version),
            ),
            "talking_points": lambda: LinesDialog(
                page,
                name="talking_points",
                title=lambda: self.tr("Talking points"),
                label=lambda: self.tr("Approved wording for the door"),
                lines=visit.talking_points,
                run=lambda lines: desk.set_talking_points(actor, visit.id, lines, visit.version),
            ),
        }
        dialogs[deed]().open()

    def tick(self, word: str, is_ticked: bool) -> None:  # noqa: FBT001  # Qt hands it over
        """An item of the checklist was ticked, or its tick taken back."""
        now = self._now()
        if now is None or now[0].visit is None:
            return
        view, actor = now
        visit, desk, item = view.visit, self._branch.visits, PreparationItem(word)
        if visit is None:
            return
        if is_ticked:
            self._page.do(lambda: desk.tick(actor, visit.id, item, visit.version))
        else:
            self._page.do(lambda: desk.untick(actor, visit.id, item, visit.version))

    def reveal(self, word: str, address: str) -> None:
        """Ask for the reason, then show the fact for 60 seconds."""
        from visitdesk.cases.service import Secret  # noqa: PLC0415  # with the room itself, after the first paint

        now = self._now()
        if now is None:
            return
        view, actor = now
        desk, case, found = self._branch.cases, view.page.case.id, [""]

        def show(reason: str) -> Changed:
            wanted = AddressId(address) if address else None
            answer = desk.reveal(actor, case, Secret(word), reason, address=wanted)
            found[0] = answer.text
            return answer.changed

        dialog = ReasonDialog(
            self._page,
            name="reveal",
            title=lambda: self.tr("Show unmasked"),
            sentence=lambda: self.tr(
                "It is shown for 60 seconds. Your name and reason are entered in the audit trail."
            ),
            deed=lambda: self.tr("Show"),
            run=show,
        )
        dialog.accepted.connect(lambda: self._revealed(word, address, found[0]))
        dialog.open()

    # --- reasons ----------------------------------------------------------------------------------------------

    def _address(self, address: AddressId, *, is_dead: bool) -> Dialog:
        now = self._now()
        if now is None:
            msg = "a case is shown while its buttons are pressed"
            raise LookupError(msg)
        (view, actor), desk = now, self._branch.cases
        case = view.page.case
        if is_dead:
            return ReasonDialog(
                self._page,
                name="dead_address",
                title=lambda: self.tr("Report this address as wrong?"),
                sentence=lambda: self.tr("Nobody goes there until somebody confirms it anew."),
                deed=lambda: self.tr("Report wrong"),
                run=lambda reason: desk.mark_address_dead(actor, case.id, address, reason, case.version),
            )
        return ReasonDialog(
            self._page,
            name="confirm_address",
            title=lambda: self.tr("Confirm this address?"),
            sentence=lambda: self.tr("You vouch for it by name; it may be visited."),
            deed=lambda: self.tr("Confirm"),
            run=lambda reason: desk.confirm_address(actor, case.id, address, reason, case.version),
            label=lambda: self.tr("How it was checked"),
        )

    def _decide(self, view: CaseView, actor: Actor, *, approves: bool) -> Dialog:
        visit, desk = view.visit, self._branch.visits
        if visit is None:
            msg = "a visit is shown while it is decided on"
            raise LookupError(msg)
        if approves:
            return ReasonDialog(
                self._page,
                name="approve",
                title=lambda: self.tr("Approve visit {id}?").format(id=visit.id),
                sentence=lambda: self.tr("It goes into the pool. Your name and reason stay on it."),
                deed=lambda: self.tr("Approve"),
                run=lambda reason: desk.approve(actor, visit.id, reason, visit.version),
            )
        return ReasonDialog(
            self._page,
            name="refuse",
            title=lambda: self.tr("Do not approve visit {id}?").format(id=visit.id),
            sentence=lambda: self.tr("The person who asked reads your reason."),
            deed=lambda: self.tr("Do not approve"),
            run=lambda reason: desk.refuse(actor, visit.id, reason, visit.version),
        )

    def _revoke(self, view: CaseView, actor: Actor, identity: str) -> Dialog:
        refusal = next(one for one in view.standing.refusals if one.id == identity)
        desk, at = self._branch.compliance, self._page.shell.clock.now()
        return ReasonDialog(
            self._page,
            name="revoke",
            title=lambda: self.tr("The refusal was taken back?"),
            sentence=lambda: self.tr(
                "Only the borrower himself takes it back, or it was entered by mistake; say which."
            ),
            deed=lambda: self.tr("Taken back"),
            run=lambda reason: desk.revoke_refusal(actor, refusal.id, at=at, reason=reason, version=refusal.version),
        )
