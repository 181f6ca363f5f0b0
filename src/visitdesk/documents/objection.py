"""The objection form with its receipt (异议申请表、回执): one page, receipt to cut off and keep.

Reasons follow reference regulation §4 (申辩权); the answer time is the firm's policy. Empty fields are left to be
written by hand at the door; known ones are printed.
"""

from dataclasses import dataclass
from datetime import date, datetime

from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, CELL, LABEL, MM, NOTE, SMALL, SUBTITLE, TITLE, Align, Layout
from visitdesk.documents.table import Cell
from visitdesk.documents.words import PaperWords, words_of
from visitdesk.wording import Lang

LAYOUT = Layout(width=210 * MM, height=297 * MM, top=21 * MM, right=22 * MM, bottom=16 * MM, left=22 * MM)
_HEAD = LABEL.with_(size=10.0, leading=15.0, before=4.0, after=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionForm:
    """What is printed beforehand; empty means "to be written by hand".

    Attributes:
        answer_days: days the firm gives itself to answer.
        receipt_number, received_at, answer_by, time_zone: for a receipt printed after the form has come in.
    """

    case: str
    lender: str
    house: House
    name: str = ""
    answer_days: int = 15
    receipt_number: str = ""
    received_at: datetime | None = None
    answer_by: date | None = None
    time_zone: str = "Asia/Shanghai"


def render(form: ObjectionForm, lang: Lang) -> bytes:
    """The finished file, one page.

    Raises:
        BadInput: a character has no glyph.
    """
    words = words_of("objection", lang)
    furniture = Furniture(head_left=form.house.branch, head_right=form.case, foot_left=words.template, numbered=False)
    return compose(
        lambda paper: _write(paper, form, words), title=words("title"), lang=lang, layout=LAYOUT, furniture=furniture
    )


def _write(paper: Paper, form: ObjectionForm, words: PaperWords) -> None:
    paper.paragraph(words("title"), TITLE.with_(size=19.0, leading=25.0, after=0.0), tag="H1")
    paper.paragraph(words("under"), SUBTITLE.with_(size=8.5, after=4.0))
    paper.table(
        [16, 34, 16, 34],
        [
            [_head(words("case")), form.case, _head(words("lender")), form.lender],
            [_head(words("name")), Cell(words=form.name, least=9 * MM), _head(words("phone")), ""],
            [_head(words("reply")), Cell(words=words("reply_ways"), span=3, style=CELL.with_(size=9.5))],
        ],
    )
    paper.paragraph(words("about"), _HEAD, tag="H2")
    boxes = words("reasons").split("|")
    rows: list[list[str | Cell]] = [list(boxes[:4]), list(boxes[4:])]
    paper.table([1, 1, 1, 1], rows, style=LABEL.with_(size=9.0, leading=13.0))
    for key, count in (("words", 5), ("wanted", 2), ("proof", 1)):
        paper.paragraph(words(key), _HEAD, tag="H2")
        paper.writing_lines(count, pitch=8.0 * MM)
    channels = words.listed([f"{name} {number}" for name, number in form.house.complaint_channels])
    paper.paragraph(words("promise", days=form.answer_days, channels=channels or "—"), NOTE.with_(before=2.0))
    style = SMALL.with_(size=8.5, leading=12.0)
    paper.table(
        [2, 1],
        [
            [
                Cell(words=words("sign"), style=style, least=12 * MM),
                Cell(words=words("date"), style=style, least=12 * MM),
            ]
        ],
    )
    _receipt(paper, form, words)


def _receipt(paper: Paper, form: ObjectionForm, words: PaperWords) -> None:
    paper.y = max(paper.y, paper.foot - 61 * MM)
    paper.rule(dash="4 3", grey=0.3, width=0.7)
    paper.y += 3
    paper.paragraph(words("cut"), SMALL.with_(align=Align.CENTRE, after=1.0))
    paper.paragraph(words("receipt"), TITLE.with_(size=14.0, leading=20.0, after=3.0), tag="H2")
    received = words.moment(form.received_at, form.time_zone) if form.received_at else ""
    answer_by = words.day(form.answer_by) if form.answer_by else ""
    paper.table(
        [16, 34, 16, 34],
        [
            [
                _head(words("receipt_number")),
                Cell(words=form.receipt_number, least=9 * MM),
                _head(words("receipt_case")),
                form.case,
            ],
            [_head(words("received")), Cell(words=received, least=9 * MM), _head(words("answer_by")), answer_by],
            [_head(words("pages")), Cell(least=9 * MM), _head(words("received_by")), ""],
        ],
    )
    paper.paragraph(
        words("receipt_words", phone=form.house.phone, hours=form.house.office_hours),
        BODY.with_(size=9.5, leading=14.0),
    )


def _head(words: str) -> Cell:
    return Cell(words=words, head=True)
