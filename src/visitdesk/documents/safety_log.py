"""The safety log of one visit (外访安全日志): every word, alarm, deed and rung in order, for the file.

Entries about a duress signal are left out of every copy but the watch's own (reference safety §3.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from visitdesk.documents.faces import Role
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, CELL, NOTE, PLAIN
from visitdesk.documents.table import Cell
from visitdesk.documents.words import PaperWords, words_of
from visitdesk.safety.visit_log import LogEntry
from visitdesk.wording import Lang, sentence

_TEXT = CELL.with_(size=9.0, leading=13.5)
_DAY = CELL.with_(role=Role.HEAD, size=9.0, leading=13.5)
_LATE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLogPaper:
    """What is printed.

    Attributes:
        names: collector's id to the name as on the badge.
        with_restricted: the watch's own copy, with entries about a duress signal.
    """

    visit: str
    branch: str
    time_zone: str
    entries: tuple[LogEntry, ...]
    names: dict[str, str]
    with_restricted: bool = False


def render(paper: SafetyLogPaper, lang: Lang) -> bytes:
    """The finished file.

    Raises:
        BadInput: a character has no glyph.
    """
    words = words_of("safety_log", lang)
    return compose(
        lambda page: _write(page, paper, words),
        title=f"{words('title')} {paper.visit}",
        lang=lang,
        layout=PLAIN,
        furniture=Furniture(head_left=paper.branch, head_right=paper.visit, foot_left=words.template),
    )


def _write(page: Paper, paper: SafetyLogPaper, words: PaperWords) -> None:
    page.title(words("title"), words("under", visit=paper.visit, zone=paper.time_zone))
    shown = [entry for entry in paper.entries if paper.with_restricted or not entry.is_restricted]
    if shown:
        head = [words("when"), words("who"), words("what")]
        page.table([20, 16, 64], _rows(shown, paper, words), head=head)
    else:
        page.paragraph(words("empty"), BODY)
    page.space(4)
    if len(shown) < len(paper.entries):
        page.paragraph(words("restricted"), NOTE)
    page.paragraph(words("foot"), NOTE)


def _rows(entries: Sequence[LogEntry], paper: SafetyLogPaper, words: PaperWords) -> list[list[str | Cell]]:
    rows: list[list[str | Cell]] = []
    zone, day = ZoneInfo(paper.time_zone), None
    for entry in entries:
        local = entry.at.astimezone(zone)
        if local.date() != day:
            day = local.date()
            rows.append([Cell(words=words.day(day), style=_DAY, span=3)])
        when = f"{local:%H:%M:%S}"
        if entry.stored - entry.at >= _LATE:
            when += words("late", stored=words.clock(entry.stored, paper.time_zone))
        name = "" if entry.collector is None else paper.names.get(entry.collector, entry.collector)
        rows.append([Cell(words=text, style=_TEXT) for text in (when, name, _said(entry, words.lang, zone))])
    return rows


def _said(entry: LogEntry, lang: Lang, zone: ZoneInfo) -> str:
    """The entry's sentence, with instants told by the clock of the paper."""
    told = {
        name: f"{value.astimezone(zone):%H:%M:%S}" if isinstance(value, datetime) else value
        for name, value in entry.facts.items()
    }
    return sentence(f"safety.{entry.rule.replace('.', '_')}", lang, told)
