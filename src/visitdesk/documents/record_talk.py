"""Sections of the visit record about the talk: what was told and offered, papers, the conduct check."""

from visitdesk.documents.faces import Role
from visitdesk.documents.page import Paper
from visitdesk.documents.style import CELL, NOTE
from visitdesk.documents.table import Cell, Table
from visitdesk.documents.words import PaperWords, sum_of
from visitdesk.records.model import Content, Offer

_SINGLE = (15, 85)


def write_told(paper: Paper, content: Content, words: PaperWords) -> None:
    """What was told and offered; nothing where nothing was."""
    rows: list[tuple[str, str]] = []
    if content.figures:
        told = content.figures
        rows.append(
            (
                words("figures"),
                words(
                    "figures_value",
                    outstanding=sum_of(told.outstanding),
                    arrears=sum_of(told.arrears),
                    as_of=words.day(told.as_of),
                    source=told.source,
                ),
            )
        )
    for key, text in (
        ("told_words", content.told),
        ("objection", content.objection),
        ("hardship", content.hardship),
    ):
        if text:
            rows.append((words(key), text))
    if content.promise:
        said = content.promise
        value = words("promise_value", on=words.day(said.on), amount=sum_of(said.amount), channel=said.channel)
        rows.append((words("promise"), value))
    rows += [(words("offer", number=at), _offer(one, words)) for at, one in enumerate(content.offers, 1)]
    if not rows:
        return
    paper.heading(words("told"), 2)
    paper.table(_SINGLE, [[_label(name), value] for name, value in rows])
    if content.offers or content.promise:
        paper.y -= 2
        paper.paragraph(words("offer_note"), NOTE)


def _offer(offer: Offer, words: PaperWords) -> str:
    return words(
        "offer_value",
        by=words("by_borrower") if offer.by_borrower else words("by_team"),
        kind=words.label("offer", offer.kind),
        instalments=offer.instalments,
        each=words("offer_each", each=sum_of(offer.each)) if offer.each else "",
        first=words("offer_first", first=words.day(offer.first_due)) if offer.first_due else "",
        answer=words.label("answer", offer.answer),
    )


def write_papers(paper: Paper, content: Content, words: PaperWords) -> None:
    """Papers left and received."""
    rows = [
        [
            words.label("paper", one.paper),
            words.label("role", one.to),
            words("not_taken" if one.refused else "handed"),
        ]
        for one in content.papers_left
    ]
    borrower = words.label("role", "borrower")
    rows += [[one.words, borrower, words("received", pages=one.pages)] for one in content.papers_received]
    if rows:
        table = Table([50, 25, 25], rows, head=[words("paper"), words("to"), words("paper_result")])
        paper.heading(words("papers"), 2, keep=min(table.height(paper), 120.0))
        table.draw(paper)


def write_conduct(paper: Paper, content: Content, words: PaperWords) -> None:
    """The conduct check, two columns, never torn apart."""
    cells: list[tuple[str, str]] = [
        (words.label("conduct", one.item), words("kept") if one.kept else words("not_kept", note=one.note))
        for one in content.conduct
    ]
    if not cells:
        return
    half = (len(cells) + 1) // 2
    rows = [[*cells[at], *(cells[half + at] if half + at < len(cells) else ("", ""))] for at in range(half)]
    table = Table([36, 14, 36, 14], rows, style=CELL.with_(role=Role.LABEL, size=9.0, leading=13.5))
    paper.heading(words("conduct"), 2, keep=table.height(paper))
    table.draw(paper)


def _label(words: str) -> Cell:
    return Cell(words=words, head=True)
