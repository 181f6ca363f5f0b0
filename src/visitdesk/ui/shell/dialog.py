"""The base of every dialog. `dialog.open()` alone would block F2 and the strip (measured, reference ui §0.5).

So each dialog carries the safety actions and its own strip row. Never `exec`: open it and listen to `finished`.
"""

from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Text, row


class Dialog(Spoken, QDialog):
    """A dialog: strip row, title, `body` (a column to fill), buttons that name their deeds.

    Use: build, `add_button`, connect `finished`, `open()`. It destroys itself when closed.
    """

    def __init__(self, shell: Shell, parent: QWidget | None, *, name: str, width: int = 520) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        shell.actions.give_to(self, only_safety=True)
        t = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.strip = SafetyStrip(shell, in_dialog=True)
        outer.addWidget(self.strip)
        inside = QVBoxLayout()
        inside.setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20))
        inside.setSpacing(t.px(12))
        self.heading = Text("", Type.PANEL, wrap=True, name="dialog.title")
        inside.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(t.px(10))
        inside.addLayout(self.body, 1)
        self._buttons = row(1)
        inside.addSpacing(t.px(4))
        inside.addLayout(self._buttons)
        outer.addLayout(inside, 1)
        self.setMinimumWidth(t.px(width))

    def set_title(self, words: Callable[[], str]) -> None:
        """Title of dialog and window."""
        self.say(self.heading.setText, words)
        self.say(self.setWindowTitle, words)

    def add_words(self, words: Callable[[], str], *, tone: str = "text2") -> Text:
        """A paragraph."""
        text = Text("", Type.BODY, tone=tone, wrap=True)
        self.say(text.setText, words)
        self.body.addWidget(text)
        return text

    def add_button(
        self,
        words: Callable[[], str],
        run: Callable[[], object] | None = None,
        *,
        accent: bool = False,
        icon: Icon | None = None,
        name: str = "",
    ) -> Button:
        """A button that names its deed; without `run` it closes the dialog as rejected."""
        button = Button("", icon=icon, kind="accent" if accent else "", name=name)
        self.say(button.setText, words)
        button.clicked.connect(run if run is not None else self.reject)
        if accent:
            button.setDefault(True)
        self._buttons.addWidget(button)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard goes to the first field, or to the button that names the deed; never to the strip."""
        super().showEvent(event)
        self.adjustSize()
        for widget in self.findChildren(QWidget):
            takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
            is_field = takes and not isinstance(widget, QPushButton)
            if is_field and widget is not self.strip and not self.strip.isAncestorOf(widget):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        for button in self.findChildren(Button):
            if button.isDefault():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def exec(self) -> NoReturn:
        msg = "dialogs are opened, never executed: the safety board must go on"
        raise RuntimeError(msg)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def confirm(
    shell: Shell,
    parent: QWidget,
    *,
    title: Callable[[], str],
    sentence: Callable[[], str],
    deed: Callable[[], str],
    run: Callable[[], object],
) -> Dialog:
    """Ask once more, only for what cannot be taken back (publish, resolve, destroy); the button names the deed."""
    dialog = Dialog(shell, parent, name="confirm", width=460)
    dialog.set_title(title)
    dialog.add_words(sentence)
    dialog.add_button(lambda: QCoreApplication.translate("Dialog", "Cancel"), name="confirm.cancel")
    dialog.add_button(deed, dialog.accept, accent=True, name="confirm.deed")
    dialog.accepted.connect(run)
    dialog.open()
    return dialog
