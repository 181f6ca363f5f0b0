"""What is done with people: each deed opens its dialog, or is done at once with a way back."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from visitdesk.changed import Changed, Subject
from visitdesk.people.model import Collector, CollectorId, Device, Shift
from visitdesk.people.ports import Kept
from visitdesk.ui.people.dialogs import (
    ApartDialog,
    CollectorDialog,
    DeviceDialog,
    EndDialog,
    LeaveDialog,
    QualificationDialog,
    ShiftDialog,
)
from visitdesk.ui.people.pairs import PairsDialog
from visitdesk.ui.people.ports import PeopleBranch
from visitdesk.ui.people.words import weekday_word
from visitdesk.ui.shell.dialog import confirm

if TYPE_CHECKING:
    from visitdesk.ui.people.panel import PeoplePage


class PeopleDeeds(QObject):
    """Deeds of the people's page."""

    def __init__(self, page: "PeoplePage", branch: PeopleBranch, zone: ZoneInfo) -> None:
        super().__init__(page)
        self._page, self._shell, self._zone = page, page.shell, zone
        self._desk, self._planning = branch.people, branch.planning

    def new(self) -> None:
        """A new collector."""
        desk, actor = self._desk, self._shell.actor
        if actor is not None:
            CollectorDialog(self._shell, self._page, lambda one: desk.add_collector(actor, one)).open()

    def ask(self, deed: str) -> None:
        """What the side panel's buttons ask for, of the selected person."""
        person, actor, desk = self._page.chosen, self._shell.actor, self._desk
        if person is None or actor is None or self._page.why_not_keep() is not None:
            return
        one, day = person.stored, self._page.day
        collector, shift = Changed.one(Subject.COLLECTOR, one.id), Changed.one(Subject.SHIFT, one.id)
        match deed:
            case "edit":
                CollectorDialog(self._shell, self._page, lambda new: desk.change_collector(actor, new), one).open()
            case "end":
                end = lambda reason: desk.end_collector(actor, one.id, reason, one.version)  # noqa: E731
                EndDialog(self._shell, self._page, one.name, end).open()
            case "shift":
                self._open_shift(one, day, None)
            case "leave":
                LeaveDialog(
                    self._shell, self._page, one, day, lambda new: (desk.add_leave(actor, new), shift)[1]
                ).open()
            case "device":
                keep_phone = lambda new: (desk.issue_device(actor, new), collector)[1]  # noqa: E731
                DeviceDialog(self._shell, self._page, one, day, keep_phone).open()
            case "qualification":
                keep_proof = lambda new: (desk.add_qualification(actor, new), collector)[1]  # noqa: E731
                QualificationDialog(self._shell, self._page, one, day, keep_proof).open()
            case "apart":
                others = {p.id: p.name for p in self._page.view.people if p.id != one.id} if self._page.view else {}
                ApartDialog(
                    self._shell, self._page, one, others, lambda new: (desk.add_apart(actor, new), collector)[1]
                ).open()

    def open_cell(self, identity: str, day: date) -> None:
        """Enter on a cell: its shift, or a new one."""
        self._page.choose(identity)
        person = self._page.chosen
        if person is None or self._page.view is None or self._page.why_not_keep() is not None:
            return
        cell = self._page.view.cells.get((person.id, day))
        self._open_shift(person.stored, day, cell.shifts[0] if cell is not None and cell.shifts else None)

    def _open_shift(self, collector: Collector, day: date, known: Shift | None) -> None:
        desk, actor = self._desk, self._shell.actor
        if actor is None:
            return

        def keep(spans: tuple[tuple[datetime, datetime], ...]) -> Changed:
            for start, end in spans:
                if known is not None:
                    desk.change_shift(actor, replace(known, start=start, end=end))
                else:
                    desk.add_shift(actor, Shift(collector=collector.id, start=start, end=end))
            return Changed.one(Subject.SHIFT, collector.id)

        title = self.tr("Shift of {name}").format(name=collector.name)
        ShiftDialog(
            self._shell, self._page, title=lambda: title, day=day, zone=self._zone, keep=keep, known=known
        ).open()

    def clear_cell(self, identity: str, day: date) -> None:
        """Delete on a cell: its shifts, with a way back."""
        if self._page.view is None or self._shell.actor is None or self._page.why_not_keep() is not None:
            return
        cell = self._page.view.cells.get((CollectorId(identity), day))
        desk, actor = self._desk, self._shell.actor
        shifts = cell.shifts if cell is not None else ()
        if not shifts:
            return

        def work() -> Changed:
            changed = Changed()
            for shift in shifts:
                changed |= desk.remove(actor, shift)
            return changed

        def back() -> Changed:
            for shift in shifts:
                desk.add_shift(actor, shift)
            return Changed.one(Subject.SHIFT, identity)

        words = self.tr("Shift taken away.")
        self._page.do(work, done=lambda: self._shell.toast(words, lambda: self._page.do(back)))

    def ask_remove(self, thing: Kept) -> None:
        """Take something of a person away; a phone is taken back."""
        desk, actor, day = self._desk, self._shell.actor, self._page.day
        if actor is None:
            return
        if isinstance(thing, Device):
            device = replace(thing, returned_on=day)
            self._page.do(lambda: desk.change_device(actor, device))
            return
        confirm(
            self._shell,
            self._page,
            title=lambda: self.tr("Take this away?"),
            sentence=lambda: self.tr("The audit trail keeps that it was there."),
            deed=lambda: self.tr("Take away"),
            run=lambda: self._page.do(lambda: desk.remove(actor, thing)),
        )

    def pairs(self) -> None:
        """Show the proposed pairs; Enter takes them."""
        view, actor, planning = self._page.view, self._shell.actor, self._planning
        if view is None or view.proposal is None or actor is None:
            return
        proposal, day = view.proposal, self._page.day
        pairs = [(pair.first, pair.second) for pair in proposal.pairs]
        dialog = PairsDialog(
            self._shell,
            self._page,
            proposal,
            day=weekday_word(day),
            names={one.id: one.name for one in view.people},
            zone=self._zone,
            take=lambda: planning.set_teams(actor, day, pairs).changed,
        )
        dialog.accepted.connect(lambda: self._shell.toast(self.tr("The day's teams are these pairs now.")))
        dialog.open()
