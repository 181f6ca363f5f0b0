"""The notice of rights (权利告知书): one page, handed to the borrower only, with a receipt to cut off.

What it must say: 信用卡办法 art. 69 as listed in reference regulation §1b (`cn-notice-content`), §3 and §4. Wording is a
template a lawyer of the firm has to confirm before use.
"""

from dataclasses import dataclass

from visitdesk.documents.breaking import Span
from visitdesk.documents.faces import Role
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, LABEL, MM, NOTE, SMALL, SUBTITLE, TITLE, Align, Layout
from visitdesk.documents.table import Cell
from visitdesk.documents.words import PaperWords, sum_of, words_of
from visitdesk.records.model import FiguresTold
from visitdesk.wording import Lang

LAYOUT = Layout(width=210 * MM, height=297 * MM, top=21 * MM, right=22 * MM, bottom=17 * MM, left=22 * MM)
_TEXT = BODY.with_(size=10.0, leading=15.6, after=3.0)
_HEAD = BODY.with_(role=Role.HEAD, size=11.0, leading=17.0, before=5.0, after=1.5, align=Align.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsNotice:
    """What the notice names. `figures` None leaves the sums out."""

    case: str
    borrower: str
    lender: str
    agency: str
    authority: str
    team: tuple[str, ...]
    purpose: str
    house: House
    figures: FiguresTold | None = None


def render(notice: RightsNotice, lang: Lang) -> bytes:
    """The finished file, one page.

    Raises:
        BadInput: a character has no glyph.
    """
    words = words_of("rights_notice", lang)
    furniture = Furniture(
        head_left=notice.house.branch, head_right=words("envelope"), foot_left=words.template, numbered=False
    )
    return compose(
        lambda paper: _write(paper, notice, words), title=words("title"), lang=lang, layout=LAYOUT, furniture=furniture
    )


def _write(paper: Paper, notice: RightsNotice, words: PaperWords) -> None:
    house = notice.house
    paper.paragraph(words("title"), TITLE.with_(size=19.0, leading=25.0, after=0.0), tag="H1")
    paper.paragraph(words("under"), SUBTITLE.with_(after=3.0))
    paper.paragraph(words("greeting", borrower=notice.borrower), _TEXT.with_(align=Align.LEFT))
    paper.paragraph(words("why_head"), _HEAD, tag="H2")
    why = words(
        "why",
        lender=notice.lender,
        agency=notice.agency,
        case=notice.case,
        authority=words("authority", number=notice.authority) if notice.authority else "",
        team=words.listed(list(notice.team)),
        purpose=notice.purpose,
    )
    paper.paragraph(why, _TEXT)
    if notice.figures:
        told = notice.figures
        sums = {"outstanding": sum_of(told.outstanding), "arrears": sum_of(told.arrears)}
        paper.paragraph(words("figures", as_of=words.day(told.as_of), source=told.source, **sums), _TEXT)
    paper.paragraph(words("rights_head"), _HEAD, tag="H2")
    rows: list[list[str | Cell]] = []
    for key in ("know", "heard", "private", "refuse", "help"):
        name, text = words(key).split("|", 1)
        style = LABEL.with_(role=Role.HEAD, size=10.0, leading=15.0)
        rows.append(
            [Cell(words=name, head=True, style=style), Cell(words=text, style=_TEXT.with_(size=9.5, leading=14.2))]
        )
    paper.table([12, 88], rows)
    paper.paragraph(words("pay_head"), _HEAD.with_(before=0.0), tag="H2")
    colon = "：" if words.lang is Lang.ZH else ": "
    channels = f"{colon}{house.payment_channels}" if house.payment_channels else ""
    paper.paragraph(words("pay", channels=channels), _TEXT)
    paper.paragraph(words("complain_head"), _HEAD, tag="H2")
    contacts = [f"{name} {number}" for name, number in house.complaint_channels]
    contacts.insert(0, words("phone", phone=house.phone, hours=house.office_hours))
    listed = ("；" if words.lang is Lang.ZH else "; ").join(contacts)
    paper.paragraph((Span(words("complain"), Role.BODY), Span(listed, Role.LABEL)), _TEXT)
    paper.paragraph(words("emergency"), _TEXT)
    _receipt(paper, notice, words)


def _receipt(paper: Paper, notice: RightsNotice, words: PaperWords) -> None:
    """The part that comes back, at the foot of the page."""
    height = 38 * MM
    paper.y = max(paper.y, paper.foot - height)
    paper.rule(dash="4 3", grey=0.3, width=0.7)
    paper.y += 3
    paper.paragraph(words("cut"), SMALL.with_(align=Align.CENTRE, after=1.0))
    paper.paragraph(words("receipt"), _HEAD.with_(before=0.0), tag="H2")
    paper.paragraph(words("receipt_words", case=notice.case), NOTE.with_(after=3.0))
    keys = ("receipt_sign", "receipt_time", "receipt_team")
    paper.table([1, 1, 1], [[Cell(words=words(key), style=SMALL, least=12 * MM) for key in keys]])
