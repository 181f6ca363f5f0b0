"""What the optimiser proposes, and what becomes of it: taken whole, in parts, or not at all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.planning.draft import DayDraft
from visitdesk.ui.planning.changes import changes, taken, taken_but
from visitdesk.ui.shell.states import InfoBar

if TYPE_CHECKING:
    from visitdesk.ui.planning.view_page import PlanView


class Proposer(QObject):
    """Runs the search for a page and shows what it would change; nothing is taken before the person says so."""

    def __init__(self, page: "PlanView") -> None:
        super().__init__(page)
        self._page = page
        self._session, self._optimiser = page.session, page.optimiser
        self._card, self._changes = page.layout_.optimise, page.changes
        self._rejected: set[str] = set()
        self._wants = False  # asked for the plan while it was still being finished
        self._searched: DayDraft | None = None
        self._session.changed.connect(self._restart)
        self._optimiser.news.connect(self._card.show_search)
        self._optimiser.finished.connect(self._found)
        self._optimiser.failed.connect(self._failed)
        self._card.stop.clicked.connect(self.keep_old)
        self._changes.taken.connect(self.take_one)
        self._changes.refused.connect(self.refuse_one)
        self._changes.all_taken.connect(self.take)

    def words(self) -> str:
        """What F9 does now."""
        return self.tr("Use this plan") if self._optimiser.is_running else self.tr("Optimise")

    def ask(self) -> None:
        """F9: begin, or take what there is."""
        if self._optimiser.result is not None:
            self.take()
        elif self._optimiser.is_searching:
            self._wants = True
            self._optimiser.enough()
        else:
            self._begin()

    def _begin(self) -> None:
        self._wants = False
        self._rejected.clear()
        self._changes.hide()
        self._card.show()
        self._searched = self._session.marked()
        self._optimiser.start(self._searched)
        self._page.shell.actions.refresh()

    def _restart(self, _chosen: str) -> None:
        """The draft in sight is another: the search goes on from it; a waiting proposal is compared with it anew."""
        if self._optimiser.is_searching:
            if self._session.marked() is not self._searched:  # not only what stands around it was read anew
                self._begin()
        elif self._optimiser.result is not None:
            self.show_changes()

    def _found(self, draft: DayDraft) -> None:
        if self._wants:
            self.take()
        elif not changes(self._session.marked(), draft):
            self.keep_old()
            self._page.shell.toast(self.tr("No better plan was found."))
        else:
            self.show_changes()
            self._page.shell.actions.refresh()

    def _failed(self, fault: Exception) -> None:
        self.keep_old()
        self._page.show_fault(fault, retry=self._begin)

    def keep_old(self) -> None:
        """Throw the proposal away; the draft stays as it is."""
        self._optimiser.stop()
        self._rejected.clear()
        self._card.hide()
        self._changes.hide()
        self._page.shell.actions.refresh()

    def take(self) -> None:
        """Take the proposal, without what was refused, as one step."""
        result = self._optimiser.result
        if result is None:
            return
        after, failed = taken_but(self._session.marked(), result, self._rejected)
        self.keep_old()
        self._session.take(after, self.tr("Use optimised plan"))
        if failed:
            words = self.tr("%n change(s) did not fit without those you refused.", "", len(failed))
            self._page.show_bar(InfoBar(words, tone="warning", name="partly_bar"))
        else:
            self._page.shell.toast(self.tr("The optimised plan is in use."), self._session.undo.undo)

    def show_changes(self) -> None:
        """List what the proposal would change and nobody has refused; with nothing left it is thrown away."""
        result = self._optimiser.result
        if result is None:
            return
        names = self._page.names()
        listed = [one for one in changes(self._session.marked(), result) if one.visit not in self._rejected]
        if not listed:
            self.keep_old()
            return
        self._changes.show_changes([(one, names.get(one.visit, one.visit)) for one in listed])
        self._changes.show()

    def take_one(self, visit: str) -> None:
        """One change alone, as one step."""
        result = self._optimiser.result
        listed = changes(self._session.marked(), result) if result is not None else ()
        one = next((item for item in listed if item.visit == visit), None)
        if one is None:
            return
        try:
            after = taken(self._session.marked(), one)
        except (RuleBroken, BadInput) as fault:
            self._page.say_refused(fault)
            return
        self._session.take(after, self.tr("Take one change"))

    def refuse_one(self, visit: str) -> None:
        """Leave this visit where it is."""
        self._rejected.add(visit)
        self.show_changes()
