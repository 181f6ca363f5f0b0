"""Deeds on the team the officer looks at: check-in, more time, help, break-off, recall, cancel, change, log."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed
from visitdesk.safety.model import Leg, ReportKind
from visitdesk.security.model import Actor
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.check_in import CheckInDialog
from visitdesk.ui.safety.deed_dialog import ReasonDialog
from visitdesk.ui.safety.picture import TeamTile
from visitdesk.ui.safety.team_dialogs import LogDialog, TeamDialog
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import team_label

Bind = Callable[..., object]


class TeamDeeds(QObject):
    """Binds the board's actions to the team `chosen` answers."""

    def __init__(self, watcher: Watcher, page: QWidget, chosen: Callable[[], TeamTile | None], bind: Bind) -> None:
        super().__init__(page)
        self._watcher = watcher
        self._page = page
        self._chosen = chosen
        bind(BoardKey.CHECK_IN, self.check_in, reason=self._no_team)
        bind(BoardKey.EXTEND, partial(self.check_in, ReportKind.EXTENSION), reason=self._nobody_out)
        bind(BoardKey.HELP, partial(self.check_in, ReportKind.HELP), reason=self._no_team)
        bind(BoardKey.BREAK_OFF, partial(self.check_in, ReportKind.BREAK_OFF), reason=self._nobody_out)
        bind(BoardKey.RECALL, self.recall, reason=self._nobody_out)
        bind(BoardKey.CANCEL, self.cancel, reason=self._somebody_out)
        bind(BoardKey.TEAM, self.change_team, reason=self._no_team)
        bind(BoardKey.LOG, self.show_log, reason=self._no_team)

    def check_in(self, kind: ReportKind | None = None, tile: TeamTile | None = None) -> None:
        """What somebody of the team says on the telephone."""
        about = tile or self._chosen()
        if about is not None and about.people:
            CheckInDialog(self._watcher, self._page.window(), about, kind=kind).open()

    def recall(self) -> None:
        """Call the team back; the watch goes on."""
        self._ask(
            "safety.recall",
            title=lambda: self.tr("Call back"),
            sentence=lambda: self.tr("Ring the team and tell it to come back. The watch goes on until all are safe."),
            deed=lambda: self.tr("Was told to come back"),
            run=lambda actor, visit, reason: self._watcher.rooms.watch.recall(actor, visit=visit, reason=reason),
        )

    def cancel(self) -> None:
        """Take a visit off that nobody has set out for."""
        self._ask(
            "safety.cancel",
            title=lambda: self.tr("Cancel the visit"),
            sentence=lambda: self.tr("The visit leaves the board. Nobody has set out for it."),
            deed=lambda: self.tr("Cancel visit"),
            run=lambda actor, visit, reason: self._watcher.rooms.watch.cancel(actor, visit=visit, reason=reason),
        )

    def change_team(self) -> None:
        """Somebody leaves or joins."""
        tile = self._chosen()
        if tile is not None:
            TeamDialog(self._watcher, self._page.window(), tile).open()

    def show_log(self) -> None:
        """Everything that happened on the visit."""
        tile = self._chosen()
        if tile is not None:
            LogDialog(self._watcher, self._page.window(), tile).open()

    def _ask(
        self,
        name: str,
        *,
        title: Callable[[], str],
        sentence: Callable[[], str],
        deed: Callable[[], str],
        run: Callable[[Actor, VisitId, str], Changed],
    ) -> None:
        tile, actor = self._chosen(), self._watcher.shell.actor
        visit = tile.visit if tile else None
        if tile is None or visit is None or actor is None:
            return
        label = team_label(tile)
        ReasonDialog(
            self._watcher,
            self._page.window(),
            name=name,
            title=lambda: f"{title()}  {label}",
            sentence=sentence,
            deed=deed,
            run=lambda reason: run(actor, visit, reason),
        ).open()

    # --- why not ----------------------------------------------------------------------------------------------

    def _no_team(self) -> str | None:
        tile = self._chosen()
        return None if tile is not None and tile.visit is not None else self.tr("Choose a team first.")

    def _nobody_out(self) -> str | None:
        tile = self._chosen()
        if tile is None or tile.visit is None:
            return self._no_team()
        return None if any(one.leg.is_out for one in tile.people) else self.tr("Nobody of the team is out.")

    def _somebody_out(self) -> str | None:
        tile = self._chosen()
        if tile is None or tile.visit is None:
            return self._no_team()
        if any(one.leg.is_out for one in tile.people):
            return self.tr("The team is out: call it back instead, the watch goes on.")
        is_planned = any(one.leg is Leg.PLANNED for one in tile.people)
        return None if is_planned else self.tr("The visit is over.")
