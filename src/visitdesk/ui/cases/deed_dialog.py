"""Dialogs that do one deed: fields, faults in words, busy while the deed runs, open until it has succeeded."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from visitdesk.changed import Changed
from visitdesk.errors import VisitDeskError
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text
from visitdesk.ui.shell.wording import told

Work = Callable[[], Changed]


class DeedDialog(Dialog):
    """One deed of the page. Subclasses fill `form` and answer `faults` and `work`."""

    def __init__(self, page: Page, *, name: str, deed: Callable[[], str], width: int = 520, columns: int = 1) -> None:
        super().__init__(page.shell, page, name=name, width=width)
        self._page = page
        self.form = Form(columns=columns, name=f"{name}.form")
        self.body.addWidget(self.form)
        self.fault = Text("", Type.BODY, tone="error", wrap=True, name=f"{name}.fault")
        self.fault.hide()
        self.body.addWidget(self.fault)
        self._cancel = self.add_button(lambda: self.tr("Cancel"), name=f"{name}.cancel")
        self.deed_button = self.add_button(deed, self.submit, accent=True, name=f"{name}.deed")

    def faults(self) -> Mapping[str, str]:
        """Fields that are not filled in rightly, in words."""
        return {}

    def work(self) -> Work:
        """What is done on the writer thread; values are taken from the fields now.

        Raises:
            NotImplementedError: a subclass forgot it.
        """
        raise NotImplementedError

    def submit(self) -> None:
        """Do the deed; the dialog closes when it is done, and says what went wrong otherwise."""
        if not self.form.show_faults(self.faults()):
            return
        self.deed_button.setEnabled(False)
        self.deed_button.setToolTip(self.tr("It is being done."))
        self._page.ask(self.work(), self._done, slot="", failed=self._failed)

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


def text_box(lines: int, name: str) -> QPlainTextEdit:
    """A field for a few lines of words; Tab leaves it."""
    box = QPlainTextEdit()
    box.setObjectName(name)
    box.setTabChangesFocus(True)
    box.setFixedHeight(theme().px(22 * lines + 18))
    return box


class ReasonDialog(DeedDialog):
    """A deed that needs a typed reason and nothing else."""

    def __init__(
        self,
        page: Page,
        *,
        name: str,
        title: Callable[[], str],
        sentence: Callable[[], str],
        deed: Callable[[], str],
        run: Callable[[str], Changed],
        label: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(page, name=name, deed=deed)
        self._run = run
        self.set_title(title)
        words = Text("", Type.BODY, tone="text2", wrap=True)
        self.say(words.setText, sentence)
        self.body.insertWidget(0, words)
        self.reason = text_box(3, f"{name}.reason")
        self.form.add("reason", label or (lambda: self.tr("Reason")), self.reason, required=True)

    def faults(self) -> Mapping[str, str]:
        """A reason must be given."""
        return {} if self.reason.toPlainText().strip() else {"reason": self.tr("Say why; it stays with the deed.")}

    def work(self) -> Work:
        """The deed with this reason."""
        run, reason = self._run, self.reason.toPlainText().strip()
        return lambda: run(reason)
