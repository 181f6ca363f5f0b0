"""Closing the window never ends the watch by accident: with teams out it asks, and offers to stay in the background."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.shell.dialog import Dialog
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.window import MainWindow


class ClosingDialog(Dialog):
    """Teams are out: stay, hand over, or say that somebody else watches."""

    def __init__(self, watcher: Watcher, window: MainWindow) -> None:
        super().__init__(watcher.shell, window, name="safety.closing", width=560)
        out = watcher.picture.teams_out
        self.set_title(lambda: self.tr("%n team(s) out. The watch goes on.", "", out))
        self.add_words(
            lambda: self.tr(
                "This desk watches over them. It can stay in the background: alarms sound and the taskbar calls you."
            )
        )
        self.elsewhere = QCheckBox()
        self.elsewhere.setObjectName("closing.elsewhere")
        self.say(self.elsewhere.setText, lambda: self.tr("Another desk of this branch is watching them now."))
        self.body.addWidget(self.elsewhere)
        self.end = self.add_button(lambda: self.tr("End the watch here"), self._end, name="closing.end")
        self.end.setEnabled(False)
        self.say(self.end.setToolTip, lambda: self.tr("Only if another desk is watching them."))
        self.elsewhere.toggled.connect(self.end.setEnabled)
        self.add_button(lambda: self.tr("Hand over…"), self._hand_over, icon=Icon.PERSON_SWAP, name="closing.hand_over")
        self.add_button(lambda: self.tr("Stay in the background"), self._stay, accent=True, name="closing.stay")
        self._window = window
        self.is_over = False

    def _stay(self) -> None:
        self.accept()
        self._window.showMinimized()

    def _hand_over(self) -> None:
        self.reject()
        self.shell.go("safety/hand-over")

    def _end(self) -> None:
        self.is_over = True
        self.accept()
        self._window.close()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class Closing(QObject):
    """Answers the window's question whether it may close."""

    def __init__(self, watcher: Watcher, window: MainWindow) -> None:
        super().__init__(watcher)
        self._watcher = watcher
        self._window = window
        self._dialog: ClosingDialog | None = None

    def may_close(self) -> bool:
        """Whether nobody is out, or the officer has said that another desk watches; else the question is asked."""
        if self._dialog is not None and self._dialog.is_over:
            return True
        if not self._watcher.shell.holds_watch:
            return True
        if self._dialog is None:
            self._dialog = ClosingDialog(self._watcher, self._window)
            self._dialog.finished.connect(self._answered)
            self._dialog.open()
        return False

    def _answered(self, _code: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None and dialog.is_over:
            self._dialog = dialog
