"""The safety keys, bound once for the whole window: they mean the current alarm on every page, dialog and editor."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from visitdesk.changed import Changed
from visitdesk.people.model import CollectorId
from visitdesk.safety.board import AlarmCard
from visitdesk.ui.safety.alarm_dialogs import CallDialog, CallSheetDialog, EscalateDialog, NoteDialog
from visitdesk.ui.safety.deed_dialog import DeedDialog, ReasonDialog
from visitdesk.ui.safety.resolve import ResolveDialog
from visitdesk.ui.safety.wall import WallWindow
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import alarm_word, team_label
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.moments import clock_text
from visitdesk.ui.shell.window import MainWindow

QUICK = Selection(kind="quick_line", id="")
"""Opens the board with the keyboard on the quick line."""


class SafetyKeys(QObject):
    """Does what the safety keys say."""

    def __init__(self, watcher: Watcher, window: MainWindow) -> None:
        super().__init__(watcher)
        self.setObjectName("safety.keys")
        self._watcher = watcher
        self._window = window
        self._wall: WallWindow | None = None
        bind = watcher.shell.actions.bind
        bind(None, Key.ACKNOWLEDGE, self.acknowledge, reason=self._why_not_acknowledge)
        bind(None, Key.CALL, self.call, reason=self._no_alarm)
        bind(None, Key.ESCALATE, self.escalate, words=self._escalate_words, reason=self._no_alarm)
        bind(None, Key.MUTE, watcher.hush)
        bind(None, Key.NEXT_ALARM, watcher.step, reason=self._no_alarm)
        bind(None, Key.WALL, self.toggle_wall)
        bind(None, Key.QUICK_LINE, partial(watcher.shell.go, "safety", QUICK))

    # --- F2 F3 F4 ---------------------------------------------------------------------------------------------

    def acknowledge(self) -> None:
        """F2: "mine". The alarm stays open until it is resolved."""
        card, actor, watch = self._watcher.current, self._watcher.shell.actor, self._watcher.rooms.watch
        if card is not None and actor is not None:
            free = [one.id for one in self._watcher.picture.together(card) if one.owner is None]

            def work() -> Changed:
                changed = Changed()
                for alarm in free:
                    changed |= watch.acknowledge(actor, alarm=alarm)
                return changed

            self._watcher.do(work)

    def call(self, rung: str = "", first: CollectorId | None = None) -> None:
        """F3: whom to call; nothing dials by itself."""
        card = self._watcher.current
        if card is not None:
            self._open(CallDialog(self._watcher, self._parent(), card, rung=rung, first=first))

    def escalate(self, rung: str = "") -> None:
        """F4: bring in the next person; where another officer has the alarm, take it over from him, with a reason."""
        card = self._watcher.current
        if card is None:
            return
        if self._is_others(card):
            self._open(self._take_over(card))
        else:
            self.tell(rung)

    def tell(self, rung: str = "") -> None:
        """Enter who was told, as the step of a rung."""
        card = self._watcher.current
        if card is not None:
            self._open(EscalateDialog(self._watcher, self._parent(), card, rung=rung))

    def call_sheet(self, rung: str = "") -> None:
        """What to read out to 110."""
        card = self._watcher.current
        if card is not None:
            self._open(CallSheetDialog(self._watcher, self._parent(), card, rung=rung))

    def note(self) -> None:
        """Words on the current alarm."""
        card = self._watcher.current
        if card is not None:
            self._open(NoteDialog(self._watcher, self._parent(), card))

    def resolve(self) -> None:
        """End the current alarm."""
        card = self._watcher.current
        if card is not None:
            self._open(ResolveDialog(self._watcher, self._parent(), card))

    def _take_over(self, card: AlarmCard) -> ReasonDialog:
        watcher = self._watcher
        actor, watch = watcher.shell.actor, watcher.rooms.watch
        tile = watcher.picture.tile_of(card.id)
        about = f"{team_label(tile) if tile else ''}  {alarm_word(card)}".strip()
        owner = watcher.picture.dossier.officer(card.owner)
        if actor is None:
            msg = "nobody has signed in"
            raise LookupError(msg)
        return ReasonDialog(
            watcher,
            self._parent(),
            name="safety.take_over",
            title=lambda: self.tr("Take over: {alarm}").format(alarm=about),
            sentence=lambda: self.tr("{who} has this alarm. From now on it is yours.").format(who=owner),
            deed=lambda: self.tr("Take over"),
            run=lambda reason: watcher.on_all(
                card, lambda one: watch.take_over(actor, alarm=one.id, reason=reason, version=one.version)
            )(),
        )

    def _is_others(self, card: AlarmCard) -> bool:
        actor = self._watcher.shell.actor
        return card.owner is not None and actor is not None and card.owner != actor.user

    def _no_alarm(self) -> str | None:
        return None if self._watcher.current is not None else self.tr("No alarm is open.")

    def _why_not_acknowledge(self) -> str | None:
        card, actor = self._watcher.current, self._watcher.shell.actor
        if card is None or card.owner is None:
            return self._no_alarm()
        if actor is not None and card.owner == actor.user:
            return self.tr("It is yours already. Go through the response steps.")
        who = self._watcher.picture.dossier.officer(card.owner)
        since = clock_text(self._watcher.shell.local(card.acknowledged)) if card.acknowledged else ""
        return self.tr("{who} has it since {time}. F4 takes it over.").format(who=who, time=since)

    def _escalate_words(self) -> str:
        card = self._watcher.current
        is_others = card is not None and self._is_others(card)
        return self.tr("Take over") if is_others else self.tr("Escalate")

    # --- dialogs and wall -------------------------------------------------------------------------------------

    def _parent(self) -> QWidget:
        """On top of whatever dialog is open, so that it can be reached at once."""
        return QApplication.activeModalWidget() or self._window

    def _open(self, dialog: DeedDialog) -> None:
        """Open it once: a second F3 does not heap a second dialog on the first."""
        name = dialog.objectName()
        others = [one for one in self._window.findChildren(DeedDialog, name) if one is not dialog and one.isVisible()]
        if others:
            dialog.deleteLater()
            others[0].activateWindow()
        else:
            dialog.open()

    def toggle_wall(self) -> None:
        """F11: the wall window, or away with it."""
        if self._wall is None:
            self._wall = WallWindow(self._watcher)
            self._wall.closed.connect(self._wall_closed)
            self._wall.open_beside(self._window)
        else:
            self._wall.close()

    def _wall_closed(self) -> None:
        self._wall = None

    @property
    def wall(self) -> WallWindow | None:
        """The wall window while it is open."""
        return self._wall

    def close_wall(self) -> None:
        """The desk closes, or another branch is opened."""
        if self._wall is not None:
            self._wall.close()
