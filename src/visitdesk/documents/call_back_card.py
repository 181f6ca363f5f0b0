"""The call-back card (请联系卡): a name and a number, nothing else; four cards a sheet, sealed before it is left.

Source: reference regulation §3 (neutral card), rules cn-no-disclosure-third, cn-no-public-posting. Everything but the names is linted.
"""

from dataclasses import dataclass

from visitdesk.documents import lint
from visitdesk.documents.faces import Role
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, LABEL, MM, SMALL, TITLE, Align, Layout
from visitdesk.documents.words import PaperWords, words_of
from visitdesk.errors import BadInput
from visitdesk.wording import Lang

PER_SHEET = 4
_WIDTH, _HEIGHT = 105 * MM, 148.5 * MM
LAYOUT = Layout(width=210 * MM, height=297 * MM, top=0.0, right=0.0, bottom=0.0, left=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card: for whom, whom to ask for, and a number that tells nothing."""

    name: str
    ask_for: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBackCards:
    """Cards to print, in order."""

    cards: tuple[Card, ...]
    house: House


def render(values: CallBackCards, lang: Lang) -> bytes:
    """The finished file.

    Raises:
        BadInput: a character has no glyph, a word would tell of a debt, or there is no card.
    """
    words = words_of("call_back_card", lang)
    lint.require_neutral(values.house.neutral_name, *(card.number for card in values.cards), *words.every())
    if not values.cards:
        raise BadInput("documents.no_card")
    furniture = Furniture(numbered=False)
    return compose(
        lambda paper: _write(paper, values, words), title=words("title"), lang=lang, layout=LAYOUT, furniture=furniture
    )


def _write(paper: Paper, values: CallBackCards, words: PaperWords) -> None:
    for number, card in enumerate(values.cards):
        place = number % PER_SHEET
        if number and not place:
            paper.new_page()
        if not place:
            _cuts(paper)
        _card(paper, card, values.house, words, place % 2 * _WIDTH, place // 2 * _HEIGHT)


def _cuts(paper: Paper) -> None:
    with paper.sheet.artifact():
        paper.sheet.rule(_WIDTH, 8 * MM, _WIDTH, 289 * MM, grey=0.6, width=0.4, dash="2 4")
        paper.sheet.rule(8 * MM, _HEIGHT, 202 * MM, _HEIGHT, grey=0.6, width=0.4, dash="2 4")


def _card(paper: Paper, card: Card, house: House, words: PaperWords, x: float, y: float) -> None:
    left, width = x + 14 * MM, _WIDTH - 28 * MM
    y += 30 * MM
    y += paper.text_at(left, y, words("title"), TITLE.with_(size=17.0, leading=24.0), width, tag="H1") + 6 * MM
    y += paper.text_at(left, y, words("dear", name=card.name), BODY.with_(size=12.0, leading=20.0), width) + 1 * MM
    y += paper.text_at(left, y, words("words"), BODY.with_(size=11.0, leading=19.0), width) + 10 * MM
    big = BODY.with_(role=Role.HEAD, size=20.0, leading=28.0, align=Align.CENTRE)
    y += paper.text_at(left, y, house.phone, big, width) + 3 * MM
    centred = LABEL.with_(size=9.5, leading=15.0, align=Align.CENTRE)
    y += paper.text_at(left, y, words("ask", name=card.ask_for), centred, width)
    y += paper.text_at(left, y, words("hours", hours=house.office_hours), centred, width) + 8 * MM
    foot = f"{house.neutral_name}　{words('number', number=card.number)}"
    paper.text_at(left, y, foot, SMALL.with_(align=Align.CENTRE), width)
