"""Faults to words on screen: the only place where an exception becomes a sentence for the person at the desk."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from visitdesk.errors import NotAllowed, RuleBroken, Stale, Unavailable, VisitDeskError
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import sentence_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fault as an InfoBar shows it.

    Attributes:
        tone: info, warning or error.
        code: small, at the end, for whoever asks support; empty for bugs.
        may_retry: doing the same again can help.
    """

    sentence: str
    tone: str
    code: str = ""
    may_retry: bool = False


def told(fault: Exception) -> Told:
    """Words for any fault; a bug (not a `VisitDeskError`) is logged with its traceback here."""
    if isinstance(fault, VisitDeskError):
        tone = "warning" if isinstance(fault, NotAllowed | RuleBroken | Stale) else "error"
        may_retry = isinstance(fault, Stale | Unavailable)
        return Told(sentence=sentence_of(fault, theme().lang), tone=tone, code=fault.code, may_retry=may_retry)
    log.error("unforeseen fault of kind %s", type(fault).__name__, exc_info=fault)
    words = QCoreApplication.translate(
        "Fault", "Something went wrong inside VisitDesk. Nothing was changed by this step; it was written to the log."
    )
    return Told(sentence=words, tone="error", may_retry=True)
