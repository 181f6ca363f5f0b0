"""The station Safety: its pages, and the watch that lives as long as the branch is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from visitdesk.ui.safety.board_actions import BOARD_ACTIONS
from visitdesk.ui.safety.board_page import BoardPage
from visitdesk.ui.safety.closing import Closing
from visitdesk.ui.safety.hand_over import HandOverPage
from visitdesk.ui.safety.keys import SafetyKeys
from visitdesk.ui.safety.places import BranchPlaces
from visitdesk.ui.safety.ports import Rooms
from visitdesk.ui.safety.watcher import Watcher, watcher_of
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.sound import Player, SystemPlayer
from visitdesk.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from visitdesk.branch import Branch


def rooms_of(branch: "Branch") -> Rooms:
    """What the board needs of a branch."""
    return Rooms(
        clock=branch.clock,
        watch=branch.watch,
        flow=branch.flow,
        people=branch.people,
        security=branch.security,
        places=BranchPlaces(branch.visits, branch.cases, branch.planning, branch.clock),
    )


def pages(branch: "Branch") -> tuple[PageSpec, ...]:
    """The board and the hand-over; `start_watch` must run before they are opened."""
    del branch  # the pages show what the watch of this desk has read
    return specs()


def specs() -> tuple[PageSpec, ...]:
    """The pages over the watch of the shell that makes them."""
    return (
        PageSpec(key="safety", station=Station.SAFETY, make=_board, actions=BOARD_ACTIONS),
        PageSpec(key="safety/hand-over", station=Station.SAFETY, make=_hand_over),
    )


def _parts(shell: Shell) -> tuple[Watcher, SafetyKeys]:
    watcher = watcher_of(shell)
    keys = watcher.findChild(SafetyKeys, "safety.keys") if watcher is not None else None
    if watcher is None or keys is None:
        msg = "the watch has not been started"
        raise LookupError(msg)
    return watcher, keys


def _board(shell: Shell) -> BoardPage:
    return BoardPage(shell, *_parts(shell))


def _hand_over(shell: Shell) -> HandOverPage:
    return HandOverPage(shell, _parts(shell)[0])


def start_watch(
    shell: Shell, window: MainWindow, branch: "Branch", *, has_sound: Callable[[], bool] = lambda: True
) -> Watcher:
    """Begin to watch on this desk: call it once the panels of an opened branch are loaded, on the GUI thread.

    It binds the safety keys, feeds strip, badge and sound, and asks before the window closes while teams are out.

    Args:
        has_sound: the desk's setting, asked each time.
    """
    watcher = start(shell, window, rooms_of(branch), SystemPlayer())
    watcher.voice.has_sound = has_sound
    return watcher


def start(shell: Shell, window: MainWindow, rooms: Rooms, player: Player) -> Watcher:
    """The same over any rooms, for tests and pictures."""
    stop_watch(shell)
    watcher = Watcher(shell, rooms, player)
    keys = SafetyKeys(watcher, window)
    watcher.attach(window)
    shell.follow = rooms.flow.follow
    window.may_close = Closing(watcher, window).may_close
    window.closing.connect(keys.close_wall)
    watcher.look()
    return watcher


def stop_watch(shell: Shell) -> None:
    """The branch is closed: end its watch, if there is one."""
    old = watcher_of(shell)
    if old is None:
        return
    keys = old.findChild(SafetyKeys, "safety.keys")
    if keys is not None:
        keys.close_wall()
    shell.follow = None
    old.stop()
