"""The blocks of a lesson on paper: the same ones that the screen shows, with the numbers of sources in brackets."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from visitdesk.documents.breaking import Span, Words
from visitdesk.documents.faces import Role
from visitdesk.documents.page import Paper
from visitdesk.documents.style import BODY, CELL, Align
from visitdesk.documents.table import Cell
from visitdesk.training.prose import Block, Box, Heading, Listing, Paragraph, Spans, Table, plain

_UNIT, _PAD = 4.9, 14.0
"""Points for half a Han square of a cell's text, and for the blanks at both sides of a cell."""
_SHORT = 92.0
"""A column whose longest cell needs no more points than this is given them; the others share the rest."""
_WIDEST = 60
"""A share grows no more beyond a cell of so many half squares."""
_EMPTY_COLUMN = 34
"""Half squares for a column that is left empty for writing by hand."""


def write_blocks(paper: Paper, blocks: Iterable[Block], numbers: Mapping[str, int], *, deeper: int = 0) -> None:
    """Write the blocks at the place reached.

    Args:
        numbers: source id → number in the list of sources.
        deeper: levels to add to the headings' own.
    """
    for block in blocks:
        match block:
            case Heading():
                paper.heading(plain(block.spans), min(3, block.level + deeper))
            case Paragraph():
                paper.paragraph(words_of_spans(block.spans, numbers))
            case Listing():
                items = [words_of_spans(item, numbers) for item in block.items]
                paper.bullets(items, numbered=block.is_numbered)
            case Box():
                paper.callout("", [words_of_spans(spans, numbers) for spans in block.paragraphs])
            case Table():
                _table(paper, block, numbers)


def words_of_spans(spans: Spans, numbers: Mapping[str, int]) -> tuple[Span, ...]:
    """A run for the page: strong words in the heading face, marks of sources as numbers in brackets."""
    words: list[Span] = []
    for is_mark, group in groupby(spans, key=lambda span: bool(span.cite)):
        if is_mark:
            words.append(Span(marks(numbers[span.cite] for span in group)))
        else:
            words += [Span(span.text, Role.HEAD if span.is_strong else Role.BODY) for span in group]
    return tuple(words)


def marks(numbers: Iterable[int]) -> str:
    """Numbers of sources as they stand behind words, e.g. ` [9,12]`; a fixed blank keeps them off the start of a line."""
    listed = ",".join(str(number) for number in sorted(numbers))
    return f"\u00a0[{listed}]" if listed else ""


def _table(paper: Paper, table: Table, numbers: Mapping[str, int]) -> None:
    cell = CELL.with_(size=9.5, leading=14.5, align=Align.LEFT)
    rows: list[list[str | Cell]] = [
        [
            Cell(
                words=_cell_words(spans, numbers),
                style=cell.with_(role=Role.HEAD) if place == 0 and len(row) > 2 else cell,
                least=22.0 if not plain(spans) else 0.0,
            )
            for place, spans in enumerate(row)
        ]
        for row in table.rows
    ]
    paper.space(3)
    paper.table(_shares(table, paper.measure), rows, head=[plain(spans) for spans in table.head])
    paper.y += BODY.after


def _cell_words(spans: Spans, numbers: Mapping[str, int]) -> Words:
    if all(span.cite for span in spans):
        return marks(numbers[span.cite] for span in spans).strip()
    return words_of_spans(spans, numbers)


def _shares(table: Table, measure: float) -> list[float]:
    """Column widths in points: short columns as wide as their longest cell, the others by theirs."""
    lengths = [_longest(table, place) for place in range(len(table.head))]
    needs = [length * _UNIT + _PAD for length in lengths]
    if all(need <= _SHORT for need in needs):
        return needs
    left = measure - sum(need for need in needs if need <= _SHORT)
    wide = sum(min(_WIDEST, length) for length, need in zip(lengths, needs, strict=True) if need > _SHORT)
    return [
        need if need <= _SHORT else left * min(_WIDEST, length) / wide
        for length, need in zip(lengths, needs, strict=True)
    ]


def _longest(table: Table, place: int) -> int:
    """Length of the column's longest cell in half Han squares; room for a hand where all of them are empty."""
    cells = [row[place] for row in table.rows]
    if not any(cells):
        return _EMPTY_COLUMN
    return max(_length(plain(cell)) for cell in (*cells, table.head[place]))


def _length(text: str) -> int:
    """Length in half Han squares."""
    return sum(2 if character > "\u2e80" else 1 for character in text)


BODY_LEFT = BODY.with_(align=Align.LEFT)
"""Running text with a ragged edge, for short lines."""
