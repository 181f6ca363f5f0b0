"""The watch on this desk: lives as long as the branch is open, whatever page, dialog or lock is on top.

Each second it asks the watch on the writer thread for what is due, never twice at once, and shows the answer: strip,
badge, sound, announcements. It knows the one current alarm that strip, panel and F-keys mean.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from visitdesk.changed import Changed, Subject
from visitdesk.errors import VisitDeskError
from visitdesk.safety.board import AlarmCard, BoardView
from visitdesk.safety.model import AlarmId
from visitdesk.security.permissions import Deed
from visitdesk.ui.safety.picture import Dossier, Picture, TeamTile, picture, read_dossier, without_duress
from visitdesk.ui.safety.ports import Rooms
from visitdesk.ui.safety.strip_teller import StripTeller
from visitdesk.ui.safety.voice import Voice
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.rail import Badge, Station
from visitdesk.ui.shell.sound import Player
from visitdesk.ui.shell.strip_state import StripState
from visitdesk.ui.shell.tokens import Level
from visitdesk.ui.shell.window import MainWindow

log = logging.getLogger(__name__)

LATE = timedelta(seconds=10)
"""A watch that has not answered for so long is an alarm of its own (reference safety §3.8)."""

_NEW_NAMES = (
    Subject.CASE,
    Subject.VISIT,
    Subject.COLLECTOR,
    Subject.DAY_PLAN,
    Subject.USER,
)
_OURS = (Subject.ALARM, Subject.SAFETY_EVENT, *_NEW_NAMES)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one look brought from the writer thread."""

    board: BoardView
    dossier: Dossier


class Watcher(QObject):
    """One desk's watch.

    Signals:
        shown: payload `Picture`; the board is new. current_changed: the current alarm is another one.
    """

    shown = Signal(object)
    current_changed = Signal()

    def __init__(self, shell: Shell, rooms: Rooms, player: Player) -> None:
        super().__init__(shell)
        self.setObjectName("safety.watcher")
        self.shell = shell
        self.rooms = rooms
        self.picture = Picture(now=shell.clock.now())
        self._answer: _Answer | None = None
        self._hid_duress = False
        self.voice = Voice(shell, player, self)
        self._strip = StripTeller(shell, self)
        self.holds_current: Callable[[], bool] = lambda: False
        self._window: MainWindow | None = None
        self._stepped: AlarmId | None = None
        self._current: AlarmId | None = None
        self._is_asking = False
        self._asks_again = False
        self._names_are_old = True
        self._answered = shell.clock.now()
        self._waits_since: datetime | None = None
        self._is_late = False
        self._was_shown = False
        shell.ticked.connect(self._ticked)
        shell.changed.connect(self._heard)
        shell.worst_asked.connect(self.step_to_worst)
        shell.strip_changed.connect(self._eyes_changed)
        shell.actor_changed.connect(self._eyes_changed)

    def attach(self, window: MainWindow) -> None:
        """Show badge and taskbar signal in this window."""
        self._window = window

    def stop(self) -> None:
        """Another branch is opened: be silent and forget."""
        self.shell.ticked.disconnect(self._ticked)
        self.shell.changed.disconnect(self._heard)
        self.shell.worst_asked.disconnect(self.step_to_worst)
        self.shell.strip_changed.disconnect(self._eyes_changed)
        self.shell.actor_changed.disconnect(self._eyes_changed)
        self.voice.alarm.sound(Level.NORMAL)
        self.shell.holds_watch = False
        self.shell.show_strip(StripState())
        self.setObjectName("safety.watcher.stopped")
        self.deleteLater()

    # --- asking -----------------------------------------------------------------------------------------------

    def look(self, *, quiet: bool = False) -> None:
        """Ask the watch what is due, and for the board. One question at a time; another one follows if asked meanwhile."""
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking, self._asks_again = True, False
        self._waits_since = self._waits_since or self.shell.clock.now()
        old, known = self._names_are_old, self.picture.dossier
        self._names_are_old = False
        rooms = self.rooms

        def work() -> _Answer:
            rooms.watch.tick()
            board = rooms.watch.board()
            is_known = not old and all(tile.visit in known.stops for tile in board.tiles)
            return _Answer(board, known if is_known else read_dossier(rooms, board))

        self.shell.jobs.run(work, done=self._arrived, failed=self._failed, quiet=quiet)

    @property
    def is_asking(self) -> bool:
        """Whether an answer of the watch is still on its way."""
        return self._is_asking

    def _ticked(self, now: datetime) -> None:
        self.look(quiet=True)
        self._check_late(now)
        self._sound(now)

    def _heard(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.touches(*_OURS):
            self._names_are_old = self._names_are_old or changed.touches(*_NEW_NAMES)
            self.look()

    def _arrived(self, answer: _Answer) -> None:
        self._is_asking = False
        self._answered, self._waits_since, self._is_late = self.shell.clock.now(), None, False
        self._answer = answer
        self._rebuild(answer)
        if self._asks_again:
            self.look(quiet=True)

    @property
    def hides_duress(self) -> bool:
        """Whether whoever looks at this desk now must not learn of a duress signal: locked, or without the watch."""
        return self.shell.strip.is_locked or not self.shell.may(Deed.WATCH)

    @property
    def public_picture(self) -> Picture:
        """The board as anybody may see it: the wall."""
        return (
            self.picture if self._answer is None else picture(without_duress(self._answer.board), self._answer.dossier)
        )

    def _rebuild(self, answer: _Answer) -> None:
        self._hid_duress = self.hides_duress
        self._show(picture(without_duress(answer.board) if self._hid_duress else answer.board, answer.dossier))

    def _eyes_changed(self, _payload: object) -> None:
        """Locked, unlocked, another person: the same board for other eyes, at once."""
        if self._answer is not None and self.hides_duress != self._hid_duress:
            self._rebuild(self._answer)

    def _failed(self, fault: Exception) -> None:
        """No answer: what is shown stays, countdowns go on; after ten seconds that is an alarm of this desk."""
        self._is_asking = False
        self._names_are_old = True
        code = fault.code if isinstance(fault, VisitDeskError) else type(fault).__name__
        log.error("the watch gave no answer: %s", code, exc_info=None if isinstance(fault, VisitDeskError) else fault)
        self._check_late(self.shell.clock.now())

    def _check_late(self, now: datetime) -> None:
        is_late = self._waits_since is not None and now - self._waits_since >= LATE
        if is_late != self._is_late:
            self._is_late = is_late
            self._tell()

    @property
    def is_late(self) -> bool:
        """Whether the watch has not answered for ten seconds."""
        return self._is_late

    @property
    def answered(self) -> datetime:
        """When the watch last answered."""
        return self._answered

    # --- the current alarm ------------------------------------------------------------------------------------

    @property
    def current(self) -> AlarmCard | None:
        """The alarm that strip, panel and keys mean; None while all is well."""
        return self.picture.card(self._current)

    def on_all(self, card: AlarmCard, deed: Callable[[AlarmCard], Changed]) -> Callable[[], Changed]:
        """A deed on an alarm and on those that came with it, for the writer thread."""
        cards = self.picture.together(card)

        def work() -> Changed:
            changed = Changed()
            for one in cards:
                changed |= deed(one)
            return changed

        return work

    @property
    def current_tile(self) -> TeamTile | None:
        """The tile it stands on."""
        return self.picture.tile_of(self._current) if self._current else None

    def make_current(self, alarm: AlarmId) -> None:
        """The officer steps to this alarm; it stays the current one until it is resolved or he steps again."""
        card = self.picture.card(alarm)
        if card is not None:
            self._stepped = self._current = card.id
            self._tell(is_other=True)

    def step(self) -> None:
        """The next open alarm becomes the current one; after the last comes the most urgent."""
        ids = [card.id for card in self.picture.alarms]
        if ids and self._current in ids:
            self.make_current(ids[(ids.index(self._current) + 1) % len(ids)])

    def step_to_worst(self) -> None:
        """The most urgent alarm becomes the current one."""
        if self.picture.alarms:
            self.make_current(self.picture.alarms[0].id)

    def _choose(self) -> AlarmId | None:
        """The one stepped to, else the worst nobody has, else the worst."""
        cards = self.picture.alarms
        current, stepped = self.picture.card(self._current), self.picture.card(self._stepped)
        if current is not None and self.holds_current():
            return current.id  # a button under the pointer must not change its meaning
        if stepped is not None:
            return stepped.id
        self._stepped = None
        free = next((card.id for card in cards if card.owner is None), None)
        return free or (cards[0].id if cards else None)

    # --- showing ----------------------------------------------------------------------------------------------

    def _show(self, fresh: Picture) -> None:
        had = {card.id for card in self.picture.alarms}
        self.picture = fresh
        self.shell.holds_watch = fresh.teams_out > 0 or bool(fresh.alarms)
        new = [card for card in fresh.alarms if card.id not in had]
        if new and self._window is not None and not self._window.isActiveWindow():
            QApplication.alert(self._window, 0)
        self._tell()
        speaker, current = self._window, self._current or ""
        self.voice.announce(fresh, current=current, speaker=speaker, is_first=not self._was_shown)
        self._was_shown = True
        self._sound(self.shell.clock.now())
        self.shown.emit(fresh)

    def _tell(self, *, is_other: bool = False) -> None:
        """Strip, badge and keys, all of one mind."""
        current = self._choose()
        is_other = is_other or current != self._current
        owner_before = self.shell.strip.alarm.owner if self.shell.strip.alarm else ""
        self._current = current
        self.shell.show_strip(
            self._strip.state(
                self.picture,
                current or "",
                no_answer_since=self._answered if self._is_late else None,
                muted_until=self.voice.mute.until if self.voice.mute else None,
            )
        )
        owner = self.shell.strip.alarm.owner if self.shell.strip.alarm else ""
        if self._window is not None:
            worst = max((tile.level for tile in self.picture.tiles), key=lambda one: one.rank, default=Level.NORMAL)
            self._window.set_badge(Station.SAFETY, Badge(level=worst if worst.is_alarm else None))
        if is_other:
            self.current_changed.emit()
        if is_other or owner != owner_before or not self._was_shown:
            self.shell.actions.refresh()

    # --- sound ------------------------------------------------------------------------------------------------

    def hush(self) -> None:
        """F6: silence for what sounds now."""
        if self.voice.hush(self.picture, is_late=self._is_late):
            self._tell()
            self._sound(self.shell.clock.now())

    def _sound(self, now: datetime) -> None:
        if self.voice.sound(self.picture, now, is_late=self._is_late):
            self._tell()

    # --- deeds ------------------------------------------------------------------------------------------------

    def do(self, work: Callable[[], Changed], done: Callable[[], object] | None = None) -> None:
        """A deed of the watch and what follows from it, on the writer thread; a fault is told on the page on top."""

        def finished(changed: Changed) -> None:
            self.shell.announce(changed)
            if done is not None:
                done()

        self.shell.jobs.run(self.shell.followed(work), done=finished, failed=self._refused)

    def _refused(self, fault: Exception) -> None:
        self.shell.report(fault)
        self.look()


def watcher_of(shell: Shell) -> Watcher | None:
    """The watch of this window, None before a branch is open."""
    return shell.findChild(Watcher, "safety.watcher")
