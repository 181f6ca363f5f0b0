"""Logging that cannot tell on people: a rotating file, and a formatter that hides what identifies somebody.

Hidden are ID numbers, phone and card numbers, mail addresses and coordinates, in messages, arguments and tracebacks.
Names and addresses have no form that can be recognised; they never go into a log call (a house rule).
Source: reference security-storage §8, style §4.
"""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

MEGABYTE = 1_000_000
_HIDDEN = (
    ("id", re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")),
    ("id", re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{14}(?![0-9A-Za-z])")),
    ("card", re.compile(r"(?<![0-9A-Za-z])(?:[0-9][ -]?){15,18}[0-9](?![0-9A-Za-z])")),
    ("mail", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("phone", re.compile(r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")),
    ("phone", re.compile(r"(?<![0-9A-Za-z.])\+[0-9][0-9 -]{7,17}[0-9](?![0-9])")),
    ("phone", re.compile(r"(?<![0-9A-Za-z.:-])0[0-9]{2,3}[ -]?[0-9]{7,8}(?![0-9])")),
    ("place", re.compile(r"-?[0-9]{1,3}\.[0-9]{3,}\s*[,;/ ]\s*-?[0-9]{1,3}\.[0-9]{3,}")),
    ("place", re.compile(r"(?i)\b(?:lat|lon|lng|latitude|longitude)\w*\W{1,4}-?[0-9]{1,3}\.[0-9]+")),
)
_WIDE = str.maketrans("０１２３４５６７８９Ｘｘ＋－＠．", "0123456789Xx+-@.")


def hide(text: str) -> str:
    """`text` with everything that identifies somebody put out of sight: `[id]`, `[phone]`, `[card]`, `[mail]`, `[place]`."""
    plain = text.translate(_WIDE)
    for word, form in _HIDDEN:
        plain = form.sub(f"[{word}]", plain)
    return plain


class HidingFormatter(logging.Formatter):
    """Formats first and hides then, so that arguments and tracebacks are covered too."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")

    @override
    def format(self, record: logging.LogRecord) -> str:
        return hide(super().format(record))


class _QuietFile(RotatingFileHandler):
    """A log file that cannot be written (any more) is left alone: the screen belongs to the commands' own sentences."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the record; the standard library would print it and a traceback on standard error."""


def set_up(folder: Path, *, level: int = logging.INFO) -> logging.Handler | None:
    """Log into `folder/visitdesk.log`, five files of 1 MB, and Python's warnings with it.

    None where the folder cannot be written: the program runs on, without a log and with nothing of it on the screen.
    """
    logging.captureWarnings(capture=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _QuietFile(folder / "visitdesk.log", maxBytes=MEGABYTE, backupCount=5, encoding="utf-8", delay=True)
    except OSError:
        logging.getLogger().addHandler(logging.NullHandler())  # else Python's last resort is standard error
        return None
    handler.setFormatter(HidingFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # else each opening tells a page of plugins
    return handler
