"""Dialogs of training: a deed that needs words typed, and the choice of whom to certify."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from shiboken6 import isValid
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.errors import VisitDeskError
from visitdesk.people.model import CollectorId
from visitdesk.training.model import ModuleId
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text
from visitdesk.ui.shell.wording import told


class DeedDialog(Dialog):
    """One deed: fields, faults in words, open until the deed has succeeded; what follows from it is done with it."""

    def __init__(self, page: Page, *, name: str, deed: Callable[[], str], words: Callable[[], str]) -> None:
        super().__init__(page.shell, page, name=name)
        self._page = page
        self.add_words(words)
        self.form = Form(name=f"{name}.form")
        self.body.addWidget(self.form)
        self.fault = Text("", Type.BODY, tone="error", wrap=True, name=f"{name}.fault")
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.add_button(lambda: self.tr("Cancel"), name=f"{name}.cancel")
        self.deed_button = self.add_button(deed, self.submit, accent=True, name=f"{name}.deed")

    def faults(self) -> Mapping[str, str]:
        """Fields that are not filled in rightly, in words."""
        return {}

    def work(self) -> Callable[[], Changed]:
        """What is done on the writer thread; values are taken from the fields now.

        Raises:
            NotImplementedError: a subclass forgot it.
        """
        raise NotImplementedError

    def submit(self) -> None:
        """Do the deed; the dialog closes when it is done, and says what went wrong otherwise."""
        if self.form.show_faults(self.faults()):
            self.deed_button.setEnabled(False)
            self.deed_button.setToolTip(self.tr("It is being done."))
            self._page.ask(self.shell.followed(self.work()), self._done, slot="", failed=self._failed)

    def _done(self, changed: Changed) -> None:
        page = self._page
        if isValid(self):
            self.accept()
        page.shell.announce(changed)

    def _failed(self, fault: Exception) -> None:
        if not isValid(self) or not self.isVisible():
            self._page.show_fault(fault)
            return
        self.deed_button.setEnabled(True)
        self.deed_button.setToolTip("")
        if not isinstance(fault, VisitDeskError):
            self._page.shell.report(fault)
        self.fault.setText(told(fault).sentence)
        self.fault.show()
        self.adjustSize()


class WordsDialog(DeedDialog):
    """A deed that needs words typed: why it is revoked, what was gone through."""

    def __init__(
        self,
        page: Page,
        *,
        name: str,
        title: Callable[[], str],
        words: Callable[[], str],
        label: Callable[[], str],
        deed: Callable[[], str],
        run: Callable[[str], Changed],
    ) -> None:
        super().__init__(page, name=name, deed=deed, words=words)
        self._run = run
        self.set_title(title)
        self.box = QPlainTextEdit()
        self.box.setObjectName(f"{name}.words")
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(theme().px(84))
        self.form.add("words", label, self.box, required=True)

    @override
    def faults(self) -> Mapping[str, str]:
        return {} if self.box.toPlainText().strip() else {"words": self.tr("Write it down; it stays with the deed.")}

    @override
    def work(self) -> Callable[[], Changed]:
        run, words = self._run, self.box.toPlainText().strip()
        return lambda: run(words)


class IssueDialog(DeedDialog):
    """Whom to certify, of those who have done everything.

    Args:
        ready: words of each choice, with the collector and the module.
    """

    def __init__(
        self,
        page: Page,
        ready: tuple[tuple[str, CollectorId, ModuleId], ...],
        run: Callable[[CollectorId, ModuleId], Changed],
    ) -> None:
        super().__init__(
            page,
            name="issue",
            deed=lambda: self.tr("Issue the certificate"),
            words=lambda: self.tr(
                "Only those are listed who have read the lesson, passed the assessment and every drill."
            ),
        )
        self.set_title(lambda: self.tr("Issue a certificate"))
        self._run, self._ready = run, ready
        self.who = QComboBox()
        self.who.setObjectName("issue.who")
        for words, _, _ in ready:
            self.who.addItem(words)
        self.form.add("who", lambda: self.tr("For"), self.who)

    @override
    def work(self) -> Callable[[], Changed]:
        _, collector, module = self._ready[self.who.currentIndex()]
        run = self._run
        return lambda: run(collector, module)
