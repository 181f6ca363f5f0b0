"""The root of the command line: builds the parser, the context and, where a command asks, the opened branch.

Only the group that is called is imported, and nothing heavy before it asks: pure doors answer at once.
"""

import getpass
import logging
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from visitdesk import __version__, log
from visitdesk.cli import entry
from visitdesk.cli.command import Command, Context, Session
from visitdesk.clock import SystemClock
from visitdesk.errors import BadInput
from visitdesk.paths import default_data_folder, log_folder
from visitdesk.security.model import Actor, UserId
from visitdesk.wording import sentence

if TYPE_CHECKING:
    from visitdesk.branch import Branch
    from visitdesk.security.opening import Secrets

GROUPS = (
    "window",
    "route",
    "compliance",
    "repayment",
    "safety",
    "datum",
    "accounts",
    "day",
    "record",
    "user",
    "doctor",
)
"""Command groups; each is `visitdesk.cli.<name>` with an object `COMMAND`."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is named; answers the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    parser = entry.parser([_load(name) for name in _named(words)], __version__)
    arguments = parser.parse_args(words)
    if arguments.command in {None, "window"}:
        from visitdesk.app import window

        return window.main(arguments)
    if not logging.getLogger().hasHandlers():  # else Python itself would put warnings and tracebacks on the screen
        log.set_up(log_folder())
    return entry.run(arguments, _context(arguments))


def _named(words: Sequence[str]) -> Sequence[str]:
    """Only the group that is called; all of them for `--help` and for mistakes."""
    called = [name for name in GROUPS if name in words]
    return called if len(called) == 1 else GROUPS


def _load(name: str) -> Command:
    command: Command = import_module(f"visitdesk.cli.{name}").COMMAND
    return command


def _context(arguments: Namespace) -> Context:
    clock = SystemClock()
    data: Path = arguments.data or default_data_folder()

    @contextmanager
    def open_branch() -> Iterator[Session]:
        from visitdesk.app.opening import open_branch as opened

        with opened(data, _secrets(arguments), clock) as branch:
            actor = branch.security.setup_actor() or _sign_in(branch, arguments)
            yield Session(branch=branch, actor=actor)

    def diagnose() -> Mapping[str, object]:
        from visitdesk.app import doctor

        return doctor.diagnose(data, is_default=arguments.data is None)

    def live_day(out: Path, *, visits: int, teams: int, seed: int) -> Mapping[str, object]:
        from visitdesk.app import demonstration
        from visitdesk.demo.model import Wish

        def say(step: str) -> None:
            sys.stderr.write(sentence(f"demo.progress_{step}", arguments.lang) + "\n")
            sys.stderr.flush()

        wish = Wish(visits=visits, teams=teams, seed=seed, lang=arguments.lang)
        return demonstration.make_day(out, wish, say)

    return Context(
        lang=arguments.lang,
        clock=clock,
        stdin=sys.stdin.buffer,
        data=arguments.data,
        open_branch=open_branch,
        diagnose=diagnose,
        live_day=live_day,
    )


def _secrets(arguments: Namespace) -> "Secrets":
    """The ways to the key: the file that was named, the vault, a person at the terminal."""
    from visitdesk.security.opening import Secrets, passphrase_from
    from visitdesk.security.vault import system_vault

    def ask() -> str:
        return getpass.getpass(sentence("cli.ask_passphrase", arguments.lang) + " ", stream=sys.stderr)

    file = arguments.passphrase_file
    return Secrets(
        vault=system_vault() if file is None else None,
        passphrase=None if file is None else passphrase_from(file),
        ask=ask if sys.stdin.isatty() and sys.stderr.isatty() else None,
    )


def _sign_in(branch: "Branch", arguments: Namespace) -> Actor:
    from visitdesk.security.opening import passphrase_from

    if arguments.user is None or arguments.password_file is None:
        raise BadInput("security.sign_in_needed")
    password = passphrase_from(arguments.password_file)
    return branch.security.sign_in(user=UserId(arguments.user), password=password, desk="console")
