"""What a page may ask of the window: one object, handed to every page, that works without a window too (tests)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from visitdesk.changed import Changed
from visitdesk.clock import Clock
from visitdesk.security.model import Actor
from visitdesk.security.permissions import MAY, Deed
from visitdesk.ui.shell.actions import Actions
from visitdesk.ui.shell.jobs import Jobs
from visitdesk.ui.shell.strip_state import StripState


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is selected on a page, or what a page is opened on.

    Attributes:
        kind: noun in lower case, e.g. `"case"`, `"visit"`, `"collector"`.
    """

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to go: a page (`"cases"`, `"cases/case"`) and what to open it on."""

    page: str
    selection: Selection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToastAsked:
    """Something happened; `undo` takes it back within 8 s."""

    words: str
    undo: Callable[[], object] | None = None


class Shell(QObject):
    """What a page may ask of the window.

    Attributes:
        clock: the present instant; the only clock of the window.
        zone: zone of the branch, for everything shown.
        jobs: background work; pages use `Page.ask`.
        holds_watch: this desk is on watch; it then never locks by idling. Set by the safety panel.
        follow: what follows from a deed in the rooms above it, asked on the writer thread right after the deed; None
            where no branch is open. Set by the root.
        actions: every QAction.

    Signals:
        changed: payload `Changed`; a deed has touched something, look again if it is yours.
        strip_changed: payload `StripState`.
        ticked: payload aware datetime; once a second, read from the clock, never counted.
        go_asked: payload `Place`. toast_asked: payload `ToastAsked`. fault_found: payload Exception.
        actor_changed: payload `Actor | None`. worst_asked: the strip was asked for the most urgent alarm.
    """

    changed = Signal(object)
    strip_changed = Signal(object)
    ticked = Signal(object)
    go_asked = Signal(object)
    toast_asked = Signal(object)
    fault_found = Signal(object)
    actor_changed = Signal(object)
    worst_asked = Signal()

    def __init__(self, *, clock: Clock, zone: tzinfo | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.zone: tzinfo = zone or ZoneInfo("Asia/Shanghai")
        self.jobs = Jobs(self)
        self.actions = Actions(self)
        self.strip = StripState()
        self.actor: Actor | None = None
        self.holds_watch = False
        self.follow: Callable[[Actor, Changed], Changed] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    def start_ticking(self) -> None:
        """Begin the shared 1 s tick; the window does this after the first paint."""
        self._timer.start()

    def stop_ticking(self) -> None:
        """End it; for closing."""
        self._timer.stop()

    def tick(self) -> None:
        """Tell the present instant."""
        self.ticked.emit(self.clock.now())

    def local(self, instant: datetime) -> datetime:
        """`instant` in the zone of the branch, for showing."""
        return instant.astimezone(self.zone)

    def may(self, deed: Deed) -> bool:
        """Whether whoever sits here may do `deed`; the service asks again."""
        return self.actor is not None and self.actor.has(*MAY[deed])

    def set_actor(self, actor: Actor | None) -> None:
        """Who has signed in, or None."""
        self.actor = actor
        self.actions.set_actor(actor)
        self.actor_changed.emit(actor)

    def show_strip(self, state: StripState) -> None:
        """Feed the safety strip: every strip there is, in window and dialogs."""
        kept = replace(state, is_locked=self.strip.is_locked)
        if kept != self.strip:
            self.strip = kept
            self.strip_changed.emit(kept)

    def set_locked(self, *, locked: bool) -> None:
        """The desk is locked: every strip shows level, count and team only."""
        if locked != self.strip.is_locked:
            self.strip = replace(self.strip, is_locked=locked)
            self.strip_changed.emit(self.strip)

    def announce(self, changed: Changed) -> None:
        """Tell every page what a deed has touched."""
        if changed:
            self.changed.emit(changed)

    def followed(self, work: Callable[[], Changed]) -> Callable[[], Changed]:
        """`work` (a deed, for the writer thread) together with what follows from it; take it on the GUI thread."""
        follow, actor = self.follow, self.actor

        def whole() -> Changed:
            changed = work()
            return changed if follow is None or actor is None or not changed else follow(actor, changed)

        return whole

    def go(self, page: str, selection: Selection | None = None) -> None:
        """Ask the window to show a page."""
        self.go_asked.emit(Place(page=page, selection=selection))

    def toast(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say that something happened, at best with a way back."""
        self.toast_asked.emit(ToastAsked(words=words, undo=undo))

    def report(self, fault: Exception) -> None:
        """Show a fault: a foreseen one as InfoBar of the page on top, anything else as the one bug dialog."""
        self.fault_found.emit(fault)
