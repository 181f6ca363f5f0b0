"""The base of every dialog of the watch: does a deed, says what refused it in the dialog itself, closes when it is done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.states import InfoBar, fault_bar
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button


class DeedDialog(Dialog):
    """A dialog whose buttons do deeds on the writer thread."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, *, name: str, width: int = 520) -> None:
        super().__init__(watcher.shell, parent, name=name, width=width)
        self.watcher = watcher
        self._fault: InfoBar | None = None
        self._closes = True

    def do(self, work: Callable[[], Changed], *, closes: bool = True) -> None:
        """Do a deed and what follows from it; `closes` when it is done."""
        self._closes = closes
        self._set_busy(busy=True)
        self.shell.jobs.run(self.shell.followed(work), done=self._done, failed=self._failed)

    def _done(self, changed: Changed) -> None:
        self._set_busy(busy=False)
        self.shell.announce(changed)
        if self._closes:
            self.accept()
        else:
            self.deed_done()

    def deed_done(self) -> None:
        """Hook: a deed after which the dialog stays open is done."""

    def _failed(self, fault: Exception) -> None:
        self._set_busy(busy=False)
        self.show_fault(fault)
        self.watcher.look()

    def show_fault(self, fault: Exception) -> None:
        """What refused the deed, on top of the dialog."""
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
        self._fault = fault_bar(fault)
        self._fault.destroyed.connect(self._fault_gone)
        self.body.insertWidget(0, self._fault)
        self.adjustSize()

    def _fault_gone(self) -> None:
        self._fault = None

    def _set_busy(self, *, busy: bool) -> None:
        for button in self.findChildren(Button):
            if not self.strip.isAncestorOf(button):
                button.setEnabled(not busy)


class ReasonDialog(DeedDialog):
    """Asks for a reason in words, then does the deed; an empty reason is refused here and by the watch."""

    def __init__(
        self,
        watcher: Watcher,
        parent: QWidget | None,
        *,
        name: str,
        title: Callable[[], str],
        sentence: Callable[[], str],
        deed: Callable[[], str],
        run: Callable[[str], Changed],
        label: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(watcher, parent, name=name, width=480)
        self._run = run
        self.set_title(title)
        self.add_words(sentence)
        self.reason = words_box(f"{name}.reason")
        self.form = Form(name=f"{name}.form")
        self.form.add("reason", label or (lambda: self.tr("Reason")), self.reason, required=True)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name=f"{name}.cancel")
        self.add_button(deed, self._go, accent=True, name=f"{name}.deed")

    def _go(self) -> None:
        reason = self.reason.toPlainText().strip()
        if self.form.show_faults({} if reason else {"reason": self.tr("Say why, in a few words.")}):
            run = self._run
            self.do(lambda: run(reason))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def words_box(name: str, *, lines: int = 3) -> QPlainTextEdit:
    """A box for words; Tab leaves it."""
    box = QPlainTextEdit()
    box.setObjectName(name)
    box.setTabChangesFocus(True)
    box.setFixedHeight(theme().px(20 + 20 * lines))
    return box
