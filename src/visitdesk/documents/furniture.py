"""What stands on every page outside the type area: heads, feet, page numbers, binding line, small code, pale word."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visitdesk.documents.sheet import SetLine, Sheet
from visitdesk.documents.style import MM, RULE_GREY, SMALL, TITLE, Align
from visitdesk.wording import sentence

if TYPE_CHECKING:  # page puts furniture on papers, furniture is drawn on papers
    from visitdesk.documents.page import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands on every page outside the type area. Empty texts leave their place blank.

    Attributes:
        head_left, head_right: running head, e.g. office and paper; number and copy.
        foot_left: e.g. template version and root; the page number stands at the right.
        qr: text of a small code at the foot from the second page on, or empty; `{page}` in it becomes the page number.
        binding: draw the dotted binding line (装订线).
        mark: a large pale word across the page, such as 样本; empty for none.
        numbered: print "page n of m".
    """

    head_left: str = ""
    head_right: str = ""
    foot_left: str = ""
    qr: str = ""
    binding: bool = False
    mark: str = ""
    numbered: bool = True


def furnish(paper: "Paper", furniture: Furniture) -> None:
    """Draw heads, feet and page numbers, now that the number of pages is known."""
    layout = paper.layout
    total = len(paper.sheets)
    left, right = layout.left, layout.width - layout.right
    head_y, foot_y = layout.top - 10 * MM, layout.height - layout.bottom + 6 * MM
    for page, sheet in enumerate(paper.sheets, 1):
        number = sentence("documents.page_of", paper.lang, {"page": page, "pages": total})
        qr = furniture.qr.replace("{page}", str(page)) if page > 1 else ""
        texts = [
            (furniture.head_left, left, head_y, Align.LEFT),
            (furniture.head_right, left, head_y, Align.RIGHT),
            (furniture.foot_left, left, foot_y, Align.LEFT),
            (number if furniture.numbered else "", left - (18 * MM if qr else 0.0), foot_y, Align.RIGHT),
        ]
        with sheet.artifact():
            for words, x, y, align in texts:
                style = SMALL.with_(align=align)
                sheet.text(
                    paper.place(paper.lines(words, style, layout.measure)[:1], style, x, y, layout.measure), style.grey
                )
            if furniture.head_left or furniture.head_right:
                sheet.rule(left, head_y + 13, right, head_y + 13, width=0.4, grey=RULE_GREY)
            if furniture.binding:
                _binding_line(paper, sheet)
            if qr:
                sheet.qr(qr, right - 15 * MM + 4, layout.height - layout.bottom + 8, 15 * MM)
        if furniture.mark:
            _mark(paper, sheet, furniture.mark)


def _binding_line(paper: "Paper", sheet: Sheet) -> None:
    x = 14 * MM
    sheet.rule(x, 18 * MM, x, sheet.height - 18 * MM, width=0.5, grey=RULE_GREY, dash="1 3")
    style = SMALL.with_(align=Align.CENTRE, grey=0.45)
    for number, character in enumerate(sentence("documents.binding_line", paper.lang)):
        y = sheet.height / 2 + (number - 1) * 50 * MM
        sheet.box(x - 5, y - 2, 10, 15, fill=1.0)
        sheet.text(paper.place(paper.lines(character, style, 20), style, x - 10, y, 20), style.grey)


def _mark(paper: "Paper", sheet: Sheet, words: str) -> None:
    """A pale word across the page, turned by 45 degrees, drawn first so that it lies under the text."""
    above, sheet.operators = sheet.operators, ["/Artifact BMC"]
    style = TITLE.with_(size=110.0, leading=120.0, grey=0.88)
    line = paper.lines(words, style, 2000.0)[0]
    sheet.operators.append(f"q 0.7071 0.7071 -0.7071 0.7071 {sheet.width / 2:.2f} {sheet.height / 2:.2f} cm")
    sheet.text([SetLine(-line.width / 2, sheet.height + 38.0, style.size, line)], style.grey)
    sheet.operators.extend(["Q EMC", *above])
