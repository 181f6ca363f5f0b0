"""The root of the command line: builds the parser, the context and, where a command asks, the opened branch."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING

from visitdesk import __version__
from visitdesk.cli import entry
from visitdesk.cli.command import Command, Context
from visitdesk.clock import SystemClock
from visitdesk.errors import Unavailable

if TYPE_CHECKING:
    from visitdesk.branch import Branch

GROUPS = ("route", "compliance", "repayment", "safety", "datum", "accounts")
"""Command groups; each is `visitdesk.cli.<name>` with an object `COMMAND`, loaded only when its word is called."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; answers its exit code."""
    words = sys.argv[1:] if words is None else words
    parser = entry.parser([_load(name) for name in _named(words)], __version__)
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.error("COMMAND is missing")
    return entry.run(arguments, _context(arguments))


def _named(words: Sequence[str]) -> Sequence[str]:
    """Only the group that is called; all of them for `--help` and for mistakes."""
    called = [name for name in GROUPS if name in words]
    return called[:1] or GROUPS


def _load(name: str) -> Command:
    command: Command = import_module(f"visitdesk.cli.{name}").COMMAND
    return command


def _context(arguments: object) -> Context:
    return Context(
        lang=arguments.lang,  # type: ignore[attr-defined]  # argparse
        clock=SystemClock(),
        stdin=sys.stdin.buffer,
        data=arguments.data,  # type: ignore[attr-defined]  # argparse
        open_branch=_no_branch,
    )


def _no_branch() -> "AbstractContextManager[Branch]":
    raise Unavailable("cli.no_branch_yet")
