"""Keeps the draft: a little after each edit, and at once when the page is left; never over somebody else's work."""

from PySide6.QtCore import QObject, QTimer, Signal

from visitdesk.changed import Changed
from visitdesk.errors import Stale
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.service import Kept, PlanningDesk
from visitdesk.security.permissions import Deed
from visitdesk.ui.planning.session import DaySession
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.page import Page

QUIET_MS = 1500
"""How long edits rest before the draft is kept."""


class Keeper(QObject):
    """Saves the session's draft on the writer thread.

    Signals:
        kept: payload `Changed`; the draft is stored, `followed_more` tells whether others were changed by it.
        stale: somebody else has saved the day meanwhile; nothing was stored.
    """

    kept = Signal(object, bool)
    stale = Signal()

    def __init__(self, page: Page, desk: PlanningDesk, session: DaySession) -> None:
        super().__init__(page)
        self._page = page
        self._shell: Shell = page.shell
        self._desk = desk
        self._session = session
        self._is_saving = False
        self.is_stopped = False
        self.own: Changed | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUIET_MS)
        self._rest.timeout.connect(self.save)

    def edited(self) -> None:
        """The draft is another; keep it when the hand rests."""
        if self._may_save():
            self._rest.start()

    def _may_save(self) -> bool:
        return (
            self._session.is_open
            and self._session.is_unsaved
            and not self.is_stopped
            and self._shell.may(Deed.PLAN_DAY)
        )

    def save(self) -> None:
        """Keep it now, unless it is kept already or being kept; then once more afterwards."""
        self._rest.stop()
        if not self._may_save():
            return
        if self._is_saving:
            self._rest.start()
            return
        self._is_saving = True
        desk, actor, draft = self._desk, self._shell.actor, self._session.draft
        found: list[Kept] = []

        def work() -> Changed:
            if actor is None:
                return Changed()
            found.append(desk.save(actor, draft))
            return found[0].changed

        sent = self._session.marked()
        self._page.ask(
            self._shell.followed(work),
            lambda changed: self._saved(sent, found[0], changed),
            slot="",
            failed=self._failed,
        )

    def _saved(self, sent: DayDraft, kept: Kept, changed: Changed) -> None:
        """The session may be on another day by now; then only everybody else is told."""
        self._is_saving = False
        is_here = self._session.is_open and self._session.draft.problem.day == sent.problem.day
        if is_here:
            self._session.saved(sent, kept.draft)
            self.own = changed
        self._shell.announce(changed)
        if is_here:
            self.kept.emit(changed, changed != kept.changed)
        self.edited()

    def _failed(self, fault: Exception) -> None:
        self._is_saving = False
        if isinstance(fault, Stale):
            self.is_stopped = True
            self.stale.emit()
        else:
            self._page.show_fault(fault, retry=self.save)
