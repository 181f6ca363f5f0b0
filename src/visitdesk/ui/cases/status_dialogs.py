"""Two dialogs on the case itself: the state of the claim, and hardship as told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from visitdesk.cases.model import Case, DebtStatus
from visitdesk.security.model import Actor
from visitdesk.ui.cases.deed_dialog import DeedDialog, Work, text_box
from visitdesk.ui.cases.fields import chosen, fill_choice
from visitdesk.ui.cases.words import debt_status_word
from visitdesk.ui.shell.page import Page

if TYPE_CHECKING:
    from visitdesk.ui.cases.ports import CasesBranch


class DebtStatusDialog(DeedDialog):
    """Whether the lender has proved the claim."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: Case) -> None:
        super().__init__(page, name="debt_status", deed=lambda: self.tr("Keep"))
        self._branch, self._actor, self._case = branch, actor, case
        self.set_title(lambda: self.tr("State of the claim"))
        self.status = fill_choice(QComboBox(), DebtStatus, debt_status_word)
        self.status.setCurrentIndex(list(DebtStatus).index(case.debt_status))
        self.form.add("status", lambda: self.tr("State"), self.status)
        self.reason = text_box(3, "status.reason")
        self.form.add("reason", lambda: self.tr("Shown by which papers"), self.reason, required=True)

    @override
    def faults(self) -> Mapping[str, str]:
        return (
            {} if self.reason.toPlainText().strip() else {"reason": self.tr("Name the papers; a rule relies on them.")}
        )

    @override
    def work(self) -> Work:
        desk, actor, case = self._branch.cases, self._actor, self._case
        status, reason = chosen(self.status, DebtStatus), self.reason.toPlainText().strip()
        return lambda: desk.set_debt_status(actor, case.id, status, reason, case.version)


class HardshipDialog(DeedDialog):
    """Why the borrower cannot pay, as told; empty takes it away."""

    def __init__(self, page: Page, branch: "CasesBranch", actor: Actor, case: Case) -> None:
        super().__init__(page, name="hardship", deed=lambda: self.tr("Keep"))
        self._branch, self._actor, self._case = branch, actor, case
        self.set_title(lambda: self.tr("Hardship, as told"))
        self.words = text_box(4, "hardship.words")
        self.words.setPlainText(case.hardship_reason)
        self.form.add(
            "hardship.words",
            lambda: self.tr("What the borrower told: job, illness, family"),
            self.words,
            hint=lambda: self.tr("As told, without judgement. An empty text takes it away."),
        )

    @override
    def work(self) -> Work:
        desk, actor, case, words = self._branch.cases, self._actor, self._case, self.words.toPlainText()
        return lambda: desk.set_hardship(actor, case.id, words, case.version)
