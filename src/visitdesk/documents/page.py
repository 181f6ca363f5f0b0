"""Papers, page by page: what every document of this room is written with.

    def story(paper: Paper) -> None:
        paper.title("外访安全手册", "第 1 版")
        paper.contents()                      # page numbers come by themselves
        paper.heading("出发之前", 1)           # 1–3; also bookmarks and tags
        paper.paragraph("……")
        paper.bullets(["……", "……"])           # numbered=True for steps
        paper.callout("提示", ["……"])          # a tinted box that may run over pages
        paper.table([40, 60], [["甲", "乙"]], head=["项目", "说明"])   # widths are shares; the head repeats

    pdf = compose(story, title="外访安全手册", lang=Lang.ZH, layout=PORTRAIT, furniture=Furniture(...))

`layout=LANDSCAPE` gives a framed sheet for certificates; `text_at` and `paper.sheet` place things freely. Text is
plain or a tuple of `Span(text, role)` for bold or spoken runs. Same story, same fonts: same bytes. Where no face has
a character, `BadInput("documents.no_glyph")` names it and no paper is made.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from visitdesk.documents import archive
from visitdesk.documents.breaking import Line, Span, Words, set_lines
from visitdesk.documents.faces import Role
from visitdesk.documents.furniture import Furniture, furnish
from visitdesk.documents.sheet import Element, SetLine, Sheet
from visitdesk.documents.style import (
    BODY,
    HEADINGS,
    MM,
    PORTRAIT,
    RULE_GREY,
    SUBTITLE,
    TINT,
    TITLE,
    Align,
    Layout,
    Style,
)
from visitdesk.documents.table import PAD_Y, Cell, Table
from visitdesk.wording import Lang

_HAN = re.compile(r"[\u3400-\u9fff]")

_BASELINE = 0.86
"""Where the baseline lies in a Han square, from its top."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents: level, words, page number from 1, and where on the page (points from the top)."""

    level: int
    text: str
    page: int
    y: float


class Paper:
    """One document being written: pages, the place reached, and the structure so far."""

    def __init__(self, *, lang: Lang, layout: Layout, known: Sequence[Heading] = (), first: int = 0) -> None:
        self.lang = lang
        self.layout = layout
        self.root = Element("Document")
        self.sheets: list[Sheet] = []
        self.headings: list[Heading] = []
        self.has_contents = False
        self._known = known
        self._first = first
        self._stack = [self.root]
        self.y = 0.0
        self.new_page()

    # ---- the place reached

    @property
    def sheet(self) -> Sheet:
        """The page being written."""
        return self.sheets[-1]

    @property
    def left(self) -> float:
        """Left edge of the type area."""
        return self.layout.left

    @property
    def measure(self) -> float:
        """Width of the type area."""
        return self.layout.measure

    @property
    def foot(self) -> float:
        """Lowest point of the type area, from the top."""
        return self.layout.height - self.layout.bottom

    @property
    def room(self) -> float:
        """What is left on this page."""
        return self.foot - self.y

    @property
    def is_chinese(self) -> bool:
        """Whether curly quotes and dashes are Han."""
        return self.lang is Lang.ZH

    @property
    def at_head(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y <= self.layout.top

    @property
    def has_settled(self) -> bool:
        """Whether the contents already name the pages on which the headings stand."""
        return list(self._known) == self.headings

    def new_page(self) -> None:
        """Go to the next page."""
        self.sheets.append(Sheet(self._first + len(self.sheets), self.layout.width, self.layout.height))
        self.y = self.layout.top

    def ensure(self, height: float) -> None:
        """Go to the next page where less than this is left (and something stands on this one)."""
        if self.room < height and not self.at_head:
            self.new_page()

    def space(self, points: float) -> None:
        """Blank, dropped at the head of a page."""
        if not self.at_head:
            self.y += points

    @contextmanager
    def element(self, tag: str, *, alt: str = "", scope: str = "", lang: str = "", span: int = 1) -> Iterator[Element]:
        """A structure element around what is written inside."""
        made = Element(tag, alt=alt, scope=scope, lang=lang, span=span)
        self._stack[-1].kids.append(made)
        self._stack.append(made)
        yield made
        self._stack.pop()

    # ---- text

    def lines(self, words: Words, style: Style, width: float) -> tuple[Line, ...]:
        """The words set into lines of this measure; Chinese words on an English paper follow Chinese rules."""
        plain = words if isinstance(words, str) else "".join(span.text for span in words)
        chinese = self.is_chinese or _HAN.search(plain) is not None
        return set_lines(
            words,
            style.role,
            style.size,
            width - style.indent,
            chinese=chinese,
            justify=style.align is Align.JUSTIFY and chinese,
            first=style.first,
        )

    def place(
        self, lines: Sequence[Line], style: Style, x: float, top: float, width: float, *, starts: bool = True
    ) -> list[SetLine]:
        """Where each line stands when the block's top is at `top`; `starts` says the first line begins its paragraph."""
        down = (style.leading - style.size) / 2 + _BASELINE * style.size
        placed = []
        for number, line in enumerate(lines):
            shift = style.first if number == 0 and starts and style.align in {Align.LEFT, Align.JUSTIFY} else 0.0
            if style.align is Align.CENTRE:
                shift = (width - style.indent - line.width) / 2
            elif style.align is Align.RIGHT:
                shift = width - style.indent - line.width
            placed.append(SetLine(x + style.indent + shift, top + down + number * style.leading, style.size, line))
        return placed

    def paragraph(self, words: Words, style: Style = BODY, *, tag: str = "P", keep: float = 0.0) -> None:
        """One paragraph (line feeds begin new lines), over pages where needed.

        Args:
            keep: that much room must be left below its first lines, e.g. for what a heading announces.
        """
        self.space(style.before)
        with self.element(tag) as element:
            self.flow(element, self.lines(words, style, self.measure), style, self.left, self.measure, keep=keep)
        self.y += style.after

    def flow(
        self, element: Element, lines: Sequence[Line], style: Style, x: float, width: float, *, keep: float = 0.0
    ) -> None:
        """Lines from the place reached, page after page; never a single line alone at foot or head."""
        self.ensure(min(2, len(lines)) * style.leading + keep)
        done = 0
        while done < len(lines):
            fit = max(1, int((self.room + 0.01) // style.leading))
            if fit < len(lines) - done and len(lines) - done - fit == 1 and fit > 2:
                fit -= 1
            part = lines[done : done + fit]
            with self.sheet.marked(element):
                self.sheet.text(self.place(part, style, x, self.y, width, starts=done == 0), style.grey)
            self.y += len(part) * style.leading
            done += len(part)
            if done < len(lines):
                self.new_page()

    def text_at(
        self, x: float, y: float, words: Words, style: Style, width: float, *, tag: str = "P", artifact: bool = False
    ) -> float:
        """Text at a free place (top of its first line at `y`); answers its height."""
        lines = self.lines(words, style, width)
        placed = self.place(lines, style, x, y, width)
        if artifact:
            with self.sheet.artifact():
                self.sheet.text(placed, style.grey)
        else:
            with self.element(tag) as element, self.sheet.marked(element):
                self.sheet.text(placed, style.grey)
        return len(lines) * style.leading

    def title(self, text: str, under: str = "") -> None:
        """The document's title and a line below it."""
        self.headings.append(Heading(1, text, len(self.sheets), self.y))
        self.paragraph(text, TITLE, tag="H1")
        if under:
            self.paragraph(under, SUBTITLE)

    def heading(self, text: str, level: int = 1, *, keep: float = 4 * BODY.leading) -> None:
        """A heading of level 1–3; stays with what follows (`keep` points of it), stands in contents and bookmarks."""
        style = HEADINGS[level]
        self.ensure(style.before + style.leading + style.after + keep)
        self.headings.append(Heading(level, text, len(self.sheets), self.y))
        self.paragraph(text, style, tag=f"H{level}")

    def bullets(self, items: Sequence[Words], style: Style = BODY, *, numbered: bool = False, sign: str = "·") -> None:
        """A list; each item hangs from its sign or number."""
        hang = style.size * (1.9 if numbered else 1.3)
        with self.element("L"):
            for number, item in enumerate(items, 1):
                with self.element("LI"):
                    self._item(f"{number}." if numbered else sign, item, style, hang)
        self.y += style.after / 2

    def _item(self, sign: str, item: Words, style: Style, hang: float) -> None:
        self.ensure(2 * style.leading)
        label = style.with_(role=Role.LABEL, align=Align.LEFT, first=0.0)
        with self.element("Lbl") as mark, self.sheet.marked(mark):
            lines = self.lines(sign, label, hang)
            self.sheet.text(self.place(lines, label, self.left + style.indent, self.y, hang), style.grey)
        hung = style.with_(indent=style.indent + hang, first=0.0)
        with self.element("LBody") as body:
            self.flow(body, self.lines(item, hung, self.measure), hung, self.left, self.measure)
        self.y += style.after / 2

    # ---- blocks

    def callout(self, head: str, paragraphs: Sequence[Words], style: Style = BODY, *, sign: str = "") -> None:
        """A tinted box with a bar at its left; runs over pages where it must."""
        pad, bar = 8.0, 3.0
        inner = self.measure - 2 * pad - bar
        blocks = [((f"{sign} {head}" if sign else head), HEADINGS[3].with_(before=0.0))] if head else []
        items = [
            (line, kind)
            for words, kind in [*blocks, *((p, style) for p in paragraphs)]
            for line in self.lines(words, kind, inner)
        ]
        self.space(4)
        with self.element("Div"):
            done = 0
            while done < len(items):
                self.ensure(2 * pad + 2 * style.leading)
                done += self._box(items[done:], pad, bar, inner)
                if done < len(items):
                    self.new_page()
        self.y += 8

    def _box(self, items: Sequence[tuple[Line, Style]], pad: float, bar: float, inner: float) -> int:
        height, count = 2 * pad, 0
        for _, style in items:
            if count and height + style.leading > self.room:
                break
            height += style.leading
            count += 1
        if len(items) - count == 1 and count > 2:
            count -= 1
            height -= items[count][1].leading
        with self.sheet.artifact():
            self.sheet.box(self.left, self.y, self.measure, height, fill=TINT)
            self.sheet.box(self.left, self.y, bar, height, fill=0.35)
        y = self.y + pad
        with self.element("P") as element, self.sheet.marked(element):
            for line, style in items[:count]:
                self.sheet.text(self.place([line], style.with_(first=0.0), self.left + bar + pad, y, inner), style.grey)
                y += style.leading
        self.y += height
        return count

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[str | Cell]],
        *,
        head: Sequence[str | Cell] | None = None,
        style: Style | None = None,
        pad: float = PAD_Y,
    ) -> None:
        """A ruled table; `widths` are shares of the measure, the head is repeated on each page."""
        Table(widths, rows, head=head, style=style, pad=pad).draw(self)

    def rule(self, *, grey: float = RULE_GREY, width: float = 0.5, dash: str = "") -> None:
        """A line across the measure at the place reached."""
        with self.sheet.artifact():
            self.sheet.rule(self.left, self.y, self.left + self.measure, self.y, width=width, grey=grey, dash=dash)

    def writing_lines(self, count: int, *, pitch: float = 8.5 * MM) -> None:
        """Empty ruled lines to write on by hand (at least 8 mm apart)."""
        for _ in range(count):
            self.ensure(pitch)
            self.y += pitch
            self.rule(grey=0.6, width=0.4)
        self.y += 4

    def picture(self, data: bytes, width: float, height: float, *, alt: str, x: float | None = None) -> None:
        """A JPEG at the place reached, with its alternative text."""
        self.ensure(height)
        at = self.left if x is None else x
        with self.element("Figure", alt=alt) as figure, self.sheet.marked(figure):
            self.sheet.picture(data, at, self.y, width, height)
            bottom = self.layout.height - self.y - height
            figure.box = (at, bottom, at + width, bottom + height)
        self.y += height

    def qr_at(self, text: str, x: float, y: float, side: float, *, alt: str) -> None:
        """A QR code at a free place."""
        with self.element("Figure", alt=alt) as figure, self.sheet.marked(figure):
            self.sheet.qr(text, x, y, side)
            bottom = self.layout.height - y - side
            figure.box = (x, bottom, x + side, bottom + side)

    def contents(self, levels: int = 2, *, head: str = "") -> None:
        """The list of headings with page numbers; where none are known yet, room is kept and the paper set again."""
        self.has_contents = True
        if head:
            self.paragraph(head, HEADINGS[1], tag="H2")
        with self.element("TOC"):
            for entry in self._known[1:]:
                if entry.level <= levels:
                    _write_entry(self, entry)


def _write_entry(paper: Paper, entry: Heading) -> None:
    """A line of the contents: words, dots, page number."""
    style = BODY.with_(indent=(entry.level - 1) * 14.0, align=Align.LEFT, after=0.0)
    paper.ensure(style.leading)
    number = str(entry.page)
    with paper.element("TOCI") as element, paper.sheet.marked(element):
        words = paper.lines(entry.text, style, paper.measure - 40)[:1]
        paper.sheet.text(paper.place(words, style, paper.left, paper.y, paper.measure))
        right = style.with_(align=Align.RIGHT, indent=0.0, role=Role.LABEL)
        paper.sheet.text(
            paper.place(paper.lines(number, right, 40), right, paper.left + paper.measure - 40, paper.y, 40)
        )
    begin = paper.left + style.indent + (words[0].width if words else 0) + 6
    y = paper.y + style.leading * 0.68
    with paper.sheet.artifact():
        paper.sheet.rule(begin, y, paper.left + paper.measure - 18, y, width=0.7, grey=0.6, dash="0.7 2.6")
    paper.y += style.leading


Story = Callable[[Paper], None]


def compose(
    story: Story,
    *,
    title: str,
    lang: Lang,
    layout: Layout = PORTRAIT,
    furniture: Furniture | None = None,
    attachment: archive.Attachment | None = None,
) -> bytes:
    """The finished PDF of a story.

    Args:
        title: the document's title for readers' windows; never a name or a debt word on papers for third persons.
        attachment: a file carried inside (the record's JSON).

    Raises:
        BadInput: a character has no glyph.
    """
    paper = written(story, lang=lang, layout=layout, furniture=furniture)
    return finished(paper, title=title, attachment=attachment)


def written(
    story: Story, *, lang: Lang, layout: Layout = PORTRAIT, furniture: Furniture | None = None, first: int = 0
) -> Paper:
    """The story's pages with heads and feet, not yet a file.

    Args:
        first: number of pages that stand before it in a merged file.
    """
    paper = Paper(lang=lang, layout=layout, first=first)
    story(paper)
    for _ in range(3):
        if not paper.has_contents or paper.has_settled:
            break
        paper = Paper(lang=lang, layout=layout, known=paper.headings, first=first)
        story(paper)
    furnish(paper, furniture or Furniture())
    return paper


def finished(paper: Paper, *, title: str, attachment: archive.Attachment | None = None) -> bytes:
    """The file of a written paper."""
    outline = [archive.Bookmark(h.level, h.text, h.page - 1, paper.layout.height - h.y) for h in paper.headings]
    return archive.publish(
        paper.sheets, paper.root, title=title, lang=paper.lang, outline=outline, attachment=attachment
    )


__all__ = [
    "Cell",
    "Furniture",
    "Heading",
    "Layout",
    "Line",
    "Paper",
    "Span",
    "Story",
    "Style",
    "Words",
    "compose",
    "finished",
    "furnish",
    "written",
]
