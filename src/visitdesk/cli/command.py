"""What a command is: how it names itself to the parser, what it gets, and what it answers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from visitdesk.clock import Clock
from visitdesk.errors import Unavailable
from visitdesk.security.model import Actor
from visitdesk.wording import Lang

if TYPE_CHECKING:  # the branch draws in every service; only commands that open a data folder pay for it
    from visitdesk.branch import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command says to the machine that called it.

    Attributes:
        payload: JSON-able value for standard output or `-o`; None where the command wrote its own files.
        lines: instead of `payload`, values printed one JSON object a line.
        text: instead of `payload`, JSON already written out, where its numbers need a form of their own.
        data: a file; it goes to `-o`, and `payload` then to standard output, else alone to standard output.
        exit_code: 0 done or yes, 3 done and the answer is no.
        words: sentences for people, on standard error.
    """

    payload: object = None
    lines: Iterable[object] | None = None
    text: str | None = None
    data: bytes | None = None
    exit_code: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An opened data folder and the person in whose name the command acts."""

    branch: "Branch"
    actor: Actor


class LiveDay(Protocol):
    """Lives a demonstration day."""

    def __call__(self, out: Path, *, visits: int, teams: int, seed: int) -> Mapping[str, object]:
        """All its papers into the folder; the summary of it."""
        ...


def _no_day(out: Path, *, visits: int, teams: int, seed: int) -> Mapping[str, object]:  # noqa: ARG001
    """Where nobody can live one: the root puts its own in this place."""
    raise Unavailable("demo.cannot_write", file=str(out))


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every command can reach.

    Attributes:
        data: the folder that `--data` names, or None for the user's own.
        open_branch: opens the data folder, signs in, and closes it at the end of the block.
        diagnose: what is installed, found and missing; `doctor` prints it.
        live_day: makes a demonstration day in a folder; answers its summary.
    """

    lang: Lang
    clock: Clock
    stdin: BinaryIO
    data: Path | None
    open_branch: Callable[[], AbstractContextManager[Session]]
    diagnose: Callable[[], Mapping[str, object]]
    live_day: LiveDay = _no_day


class Command(Protocol):
    """One command group, e.g. `route`; a module-level object registers its words and runs them."""

    def register(self, words: "Subparsers") -> None:
        """Add this group's parsers; each sets `run=` to a function `(Namespace, Context) -> Answer`."""
        ...


class Subparsers(Protocol):
    """The part of argparse's subparsers action we use."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002
        """A parser for one more word."""
        ...


Run = Callable[[Namespace, Context], Answer]


def with_output(parser: ArgumentParser) -> None:
    """Add `-o FILE`, which the entry point honours for every command: written whole or not at all."""
    parser.add_argument("-o", dest="output", metavar="FILE", type=Path, default=None)
