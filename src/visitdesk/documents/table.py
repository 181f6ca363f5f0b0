"""Ruled tables that run over pages: the head is drawn again on each page, rows stay whole where they can."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitdesk.documents.breaking import Line, Words
from visitdesk.documents.style import CELL, CELL_HEAD, RULE_GREY, TINT, Style

if TYPE_CHECKING:  # page draws tables, tables are drawn on pages
    from visitdesk.documents.page import Paper

PAD_X, PAD_Y = 5.0, 3.5
WRITING = 30.0
"""Cells at least this high are written in by hand: their label stays at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell.

    Attributes:
        head: a label: grey ground, sans face, a header for screen readers.
        span: columns it covers.
        least: smallest height in points (room for writing by hand).
    """

    words: Words = ""
    style: Style | None = None
    head: bool = False
    span: int = 1
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class _Laid:
    cell: Cell
    style: Style
    lines: tuple[Line, ...]
    x: float
    width: float
    pad: float

    @property
    def height(self) -> float:
        return max(len(self.lines) * self.style.leading + 2 * self.pad, self.cell.least)


class Table:
    """A table ready to be drawn: shares of the measure, rows of text or cells, an optional head row."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[str | Cell]],
        *,
        head: Sequence[str | Cell] | None = None,
        style: Style | None = None,
        pad: float = PAD_Y,
    ) -> None:
        self._pad = pad
        self._shares = widths
        self._rows = rows
        self._head = head
        self._style = style or CELL

    def height(self, paper: "Paper") -> float:
        """What it takes on one page."""
        rows = [_height(self._laid(paper, row)) for row in self._rows]
        return sum(rows) + (_height(self._laid(paper, [_as_head(one) for one in self._head])) if self._head else 0.0)

    def draw(self, paper: "Paper") -> None:
        """Draw from the place reached; the head is repeated after each page break."""
        head = self._laid(paper, [_as_head(cell) for cell in self._head]) if self._head else None
        with paper.element("Table"):
            if head:
                first = _height(self._laid(paper, self._rows[0])) if self._rows else 0.0
                paper.ensure(_height(head) + min(first, (paper.foot - paper.layout.top) / 3))
                self._row(paper, head, scope="Column")
            for number, row in enumerate(self._rows):
                self._rows_of(paper, self._laid(paper, row), head, with_head=number == 0 and head is None)
        paper.y += 6

    def _rows_of(self, paper: "Paper", row: list[_Laid], head: list[_Laid] | None, *, with_head: bool) -> None:
        """One row, split over pages only where it is taller than a third of the page."""
        tall = _height(row) > (paper.foot - paper.layout.top) / 3
        while row:
            part: list[_Laid] | None = row
            rest: list[_Laid] = []
            if _height(row) > paper.room + 0.01:
                part, rest = self._split(row, paper.room) if tall else (None, row)
                if part is None and paper.at_head:
                    part, rest = row, []
            if part is not None:
                self._row(paper, part, scope="Column" if with_head else "Row")
            row = rest
            if row:
                paper.new_page()
                if head:
                    self._row(paper, head, scope="Column", again=True)

    def _split(self, row: list[_Laid], room: float) -> tuple[list[_Laid] | None, list[_Laid]]:
        upper, lower = [], []
        for laid in row:
            fit = max(0, int((room - 2 * laid.pad) // laid.style.leading))
            if fit < min(2, len(laid.lines)):
                return None, row
            plain = Cell(head=laid.cell.head, span=laid.cell.span)
            upper.append(_Laid(plain, laid.style, laid.lines[:fit], laid.x, laid.width, laid.pad))
            lower.append(_Laid(plain, laid.style, laid.lines[fit:], laid.x, laid.width, laid.pad))
        return upper, lower

    def _laid(self, paper: "Paper", row: Sequence[str | Cell]) -> list[_Laid]:
        unit = paper.measure / sum(self._shares)
        laid, column, x = [], 0, paper.left
        for one in row:
            cell = Cell(words=one) if isinstance(one, str) else one
            style = cell.style or (CELL_HEAD if cell.head else self._style)
            width = sum(self._shares[column : column + cell.span]) * unit
            lines = paper.lines(cell.words, style, width - 2 * PAD_X) if cell.words else ()
            laid.append(_Laid(cell, style, lines, x, width, self._pad))
            column += cell.span
            x += width
        return laid

    def _row(self, paper: "Paper", row: list[_Laid], *, scope: str, again: bool = False) -> None:
        height = _height(row)
        sheet, top = paper.sheet, paper.y
        with sheet.artifact():
            for laid in row:
                sheet.box(laid.x, top, laid.width, height, fill=TINT if laid.cell.head else None, line=RULE_GREY)
        if again:
            with sheet.artifact():
                for laid in row:
                    sheet.text(
                        paper.place(laid.lines, laid.style, laid.x + PAD_X, top + laid.pad, laid.width - 2 * PAD_X)
                    )
        else:
            with paper.element("TR"):
                for laid in row:
                    self._cell(paper, laid, top, height, scope)
        paper.y = top + height

    def _cell(self, paper: "Paper", laid: _Laid, top: float, height: float, scope: str) -> None:
        is_head = laid.cell.head
        free = height - len(laid.lines) * laid.style.leading
        y = top + (free / 2 if is_head or (len(laid.lines) == 1 and laid.cell.least < WRITING) else laid.pad)
        with paper.element("TH" if is_head else "TD", scope=scope if is_head else "", span=laid.cell.span) as element:
            if laid.lines:
                with paper.sheet.marked(element):
                    lines = paper.place(laid.lines, laid.style, laid.x + PAD_X, y, laid.width - 2 * PAD_X)
                    paper.sheet.text(lines, laid.style.grey)


def _as_head(cell: str | Cell) -> Cell:
    return Cell(words=cell, head=True) if isinstance(cell, str) else cell


def _height(row: Sequence[_Laid]) -> float:
    return max(laid.height for laid in row)
