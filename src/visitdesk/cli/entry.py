"""From words on the command line to an exit code: parse, run, print, and turn faults into one sentence.

The only module of this room that writes to the outside. Exit codes: docs/doors.md.
"""

import json
import logging
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TextIO

from visitdesk.cli.command import Answer, Command, Context
from visitdesk.errors import Unavailable, VisitDeskError
from visitdesk.wording import Lang, sentence, sentence_of

log = logging.getLogger(__name__)


class _Exact(ArgumentParser):
    """Takes options by their whole name only: half a name would mean something else once a new option comes."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"allow_abbrev": False} | options)


def parser(commands: Sequence[Command], version: str) -> ArgumentParser:
    """The whole command line."""
    root = _Exact(prog="visitdesk", description="Plan, watch over and record home visits.")
    root.add_argument("--version", action="version", version=f"VisitDesk {version}")
    root.add_argument("--data", type=Path, default=None, metavar="DIR")
    root.add_argument("--passphrase-file", type=Path, default=None, metavar="FILE")
    root.add_argument("--as", dest="user", default=None, metavar="USER")
    root.add_argument("--password-file", type=Path, default=None, metavar="FILE")
    root.add_argument("--lang", type=Lang, choices=list(Lang), default=Lang.ZH)
    words = root.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Exact)
    for command in commands:
        command.register(words)
    return root


def run(arguments: Namespace, context: Context) -> int:
    """Run the chosen command and print its answer; every fault ends as one sentence and its exit code."""
    try:
        answer: Answer = arguments.run(arguments, context)
        _deliver(answer, getattr(arguments, "output", None))
    except VisitDeskError as error:
        log.info("refused %s", error.code)
        _say(sentence_of(error, context.lang), sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        _let_go_of_output()  # whoever read it has gone
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception:
        log.exception("bug in command %s", getattr(arguments, "command", "?"))
        _say(sentence("cli.bug", context.lang), sys.stderr)
        return 1
    for words in answer.words:
        _say(words, sys.stderr)
    return answer.exit_code


def _deliver(answer: Answer, output: Path | None) -> None:
    is_named = output is not None and str(output) != "-"
    if answer.data is not None:
        _put(answer.data, output)
        if is_named:
            _deliver(replace(answer, data=None), None)
        return
    if answer.text is not None:
        text = answer.text
    elif answer.lines is not None:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in answer.lines)
    elif answer.payload is not None:
        text = json.dumps(answer.payload, ensure_ascii=False, indent=2) + "\n"
    else:
        return
    _put(text.encode(), output)


def _put(data: bytes, output: Path | None) -> None:
    """Into the named file, whole or not at all, else to standard output."""
    if output is not None and str(output) != "-":
        write_whole(output, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # such as a full disk behind a redirection
        _let_go_of_output()
        raise Unavailable("door.unwritable", file="-") from error


def _let_go_of_output() -> None:
    """Point standard output elsewhere, so that the interpreter's own flush at its end stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(file: Path, data: bytes) -> None:
    """Write the file whole or not at all: beside its place first, then put in its place.

    Raises:
        Unavailable: the folder is missing, full or may not be written.
    """
    part: Path | None = None
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as temporary:
            part = Path(temporary.name)
            temporary.write(data)
            temporary.flush()
            os.fsync(temporary.fileno())
        part.replace(file)
    except OSError as error:
        if part is not None:
            with suppress(OSError):
                part.unlink()
        raise Unavailable("door.unwritable", file=str(file)) from error


def _say(words: str, stream: TextIO) -> None:
    with suppress(OSError):
        stream.buffer.write((" ".join(words.split()) + "\n").encode())
        stream.flush()
