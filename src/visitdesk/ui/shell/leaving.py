"""Closing the window while a team is out asks once: Alt+F4 lies beside F4 (reference ui §3)."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.dialog import confirm


class Leaving(QObject):
    """Decides whether a window may close."""

    def __init__(self, window: QWidget, shell: Shell) -> None:
        super().__init__(window)
        self._window = window
        self._shell = shell
        self._is_leaving = False

    def may_close(self) -> bool:
        """True at once while nobody is out; else asks, and closes the window itself after a yes."""
        out = self._shell.strip.teams_out or 0
        if not out or self._is_leaving:
            return True
        confirm(
            self._shell,
            self._window,
            title=lambda: self.tr("%n team(s) still out. Close VisitDesk?", "", out),
            sentence=lambda: self.tr("This desk then no longer shows or sounds alarms. Hand the watch over first."),
            deed=lambda: self.tr("Close and stop watching"),
            run=self._leave,
        )
        return False

    def _leave(self) -> None:
        self._is_leaving = True
        self._window.close()
