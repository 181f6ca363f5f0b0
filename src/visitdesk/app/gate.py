"""What the window's gate pages ask for: opens, begins and signs in at a branch. Its methods run on the writer thread.

Nothing heavy is imported before one of them is called, so the first paint does not wait for the database.
"""

from contextlib import ExitStack
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from visitdesk.app.story import offset_of
from visitdesk.clock import Clock, StoryClock
from visitdesk.errors import BadInput
from visitdesk.paths import default_data_folder
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.gate import Entered, KnownBranch, NewBranch

if TYPE_CHECKING:  # draws in every service; the gate pays for it only when a branch is opened
    from visitdesk.branch import Branch

DEMONSTRATION = "visitdesk.app.demonstration"
"""Module with `prepare(folder: Path, clock: Clock) -> None`; without it the window offers no demonstration."""
KNOWN = 5


class BranchGate:
    """Holds the one branch that is open."""

    def __init__(self, clock: Clock, values: Values) -> None:
        self._clock = clock
        self._values = values
        self._open = ExitStack()
        self.branch: Branch | None = None
        self.folder: Path | None = None

    @property
    def has_demo(self) -> bool:
        """Whether a demonstration branch can be made."""
        return find_spec(DEMONSTRATION) is not None

    def known(self) -> tuple[KnownBranch, ...]:
        """Branches opened here before, newest first."""
        folders = [Path(line) for line in self._values.recall("branches").split("\n") if line]
        return tuple(KnownBranch(name=folder.name, folder=folder) for folder in folders if folder.is_dir())

    def open_demo(self) -> Entered:
        """Make the demonstration branch if need be, and open it."""
        self._set_story(timedelta())
        folder = default_data_folder().parent / "VisitDesk-demo"
        import_module(DEMONSTRATION).prepare(folder, self._clock)
        return self._enter(folder)

    def create(self, wish: NewBranch) -> Entered:
        """Begin a branch in an empty folder.

        Raises:
            BadInput: the folder holds a branch already, or there is neither vault nor passphrase.
        """
        from visitdesk.security.vault import system_vault

        if _holds_branch(wish.folder):
            raise BadInput("window.folder_taken", file=wish.folder.name)
        if not wish.passphrase and system_vault() is None:
            raise BadInput("window.passphrase_needed")
        entered = self._enter(wish.folder, wish.passphrase)
        branch = self._opened()
        setup = branch.security.setup_actor()
        if setup is not None:
            roles = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
            user = UserId(wish.user)
            if wish.name:
                branch.settings.put(setup, "branch.name", wish.name)
            branch.security.add_user(setup, user=user, name=wish.user_name, roles=roles, password=wish.password)
            return self.sign_in(wish.user, wish.password)
        return entered

    def open(self, folder: Path, passphrase: str = "") -> Entered:
        """Open an existing branch.

        Raises:
            BadInput: there is none in this folder, or the passphrase is wrong.
        """
        if not _holds_branch(folder):
            raise BadInput("window.not_a_branch", file=folder.name)
        return self._enter(folder, passphrase)

    def sign_in(self, user: str, password: str) -> Entered:
        """Sign in at the open branch, also to unlock."""
        branch = self._opened()
        desk = str(self._values.value("desk.name"))
        actor = branch.security.sign_in(user=UserId(user), password=password, desk=desk)
        return self._entered(actor)

    def close(self) -> None:
        """Close the branch; the last thing on the writer thread."""
        self._open.close()
        self.branch = self.folder = None

    def _enter(self, folder: Path, passphrase: str = "") -> Entered:
        from visitdesk.app.opening import open_branch
        from visitdesk.security.opening import Secrets
        from visitdesk.security.vault import system_vault

        self.close()
        self._set_story(offset_of(folder))
        secrets = Secrets(vault=system_vault(), passphrase=passphrase or None)
        self.branch = self._open.enter_context(open_branch(folder, secrets, self._clock))
        self.folder = folder
        self._remember(folder)
        return self._entered(self.branch.security.setup_actor())

    def _set_story(self, offset: timedelta) -> None:
        """Put the desk's clock to the story of a demonstration, or back to this computer's time."""
        if isinstance(self._clock, StoryClock):
            self._clock.offset = offset

    def _entered(self, actor: Actor | None) -> Entered:
        branch = self._opened()
        name = str(branch.settings.value("branch.name")) or (self.folder.name if self.folder else "")
        shown = (
            "" if actor is None else next((u.name for u in branch.security.users() if u.id == actor.user), actor.user)
        )
        return Entered(
            branch=name,
            is_demo=branch.key_kind.value == "demonstration",
            actor=actor,
            user_name=shown,
        )

    def _opened(self) -> "Branch":
        if self.branch is None:
            raise BadInput("window.not_a_branch", file="")
        return self.branch

    def _remember(self, folder: Path) -> None:
        known = [str(folder), *(str(one.folder) for one in self.known() if one.folder != folder)]
        self._values.remember("branches", "\n".join(known[:KNOWN]))


def _holds_branch(folder: Path) -> bool:
    """Whether the folder has a key header, so a branch."""
    from visitdesk.security.keyslots import read_header

    return folder.is_dir() and read_header(folder) is not None
