"""The statement of account (账户对账单): sums, their parts and the day they are true; sealed, for the borrower only.

Parts of a claim are never merged; source: reference regulation §3, `cn-notice-content` (how to check, repay, object).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add

from visitdesk.documents.faces import Role
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, CELL, PLAIN, Align
from visitdesk.documents.table import Cell
from visitdesk.documents.words import PaperWords, sum_of, words_of
from visitdesk.errors import BadInput
from visitdesk.money import Money
from visitdesk.wording import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One loan; `outstanding` is what the lender says, not a sum made here."""

    number: str
    contract: str
    principal: Money
    interest: Money
    penalty: Money
    arrears: Money
    outstanding: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountStatement:
    """The accounts of one case, in one currency."""

    case: str
    borrower: str
    lender: str
    source: str
    as_of: date
    lines: tuple[AccountLine, ...]
    house: House


_PARTS = ("principal", "interest", "penalty", "arrears", "outstanding")


def render(statement: AccountStatement, lang: Lang) -> bytes:
    """The finished file.

    Raises:
        BadInput: no account, two currencies, or a character without glyph.
    """
    if not statement.lines:
        raise BadInput("documents.no_account", case=statement.case)
    words = words_of("statement_of_account", lang)
    furniture = Furniture(head_left=statement.house.branch, head_right=words("envelope"), foot_left=words.template)
    return compose(
        lambda paper: _write(paper, statement, words),
        title=words("title"),
        lang=lang,
        layout=PLAIN,
        furniture=furniture,
    )


def _write(paper: Paper, statement: AccountStatement, words: PaperWords) -> None:
    house = statement.house
    paper.title(words("title"), words("under", as_of=words.day(statement.as_of), source=statement.source))
    currency = statement.lines[0].outstanding.currency
    paper.table(
        [15, 35, 15, 35],
        [
            [_head(words("case")), statement.case, _head(words("borrower")), statement.borrower],
            [_head(words("lender")), statement.lender, _head(words("currency")), currency],
        ],
    )
    paper.space(4)
    _sums(paper, statement.lines, words)
    for key, text in (
        ("check_head", words("check")),
        ("pay_head", words("pay", channels=house.payment_channels or "—")),
    ):
        paper.heading(words(key), 2)
        paper.paragraph(text, BODY)
    paper.paragraph(words("contact", phone=house.phone, hours=house.office_hours), BODY)


def _sums(paper: Paper, lines: Sequence[AccountLine], words: PaperWords) -> None:
    right = CELL.with_(align=Align.RIGHT, size=9.5)
    strong = right.with_(role=Role.HEAD)
    rows: list[list[str | Cell]] = []
    for line in lines:
        name = f"{line.number}\n{line.contract}" if line.contract else line.number
        sums = [Cell(words=sum_of(getattr(line, part)), style=right) for part in _PARTS]
        rows.append([Cell(words=name, style=CELL.with_(size=9.0, leading=13.5)), *sums])
    totals = [Cell(words=sum_of(reduce(add, [getattr(one, part) for one in lines])), style=strong) for part in _PARTS]
    rows.append([_head(words("total")), *totals])
    head = [Cell(words=words("account"), head=True)]
    label = CELL.with_(role=Role.LABEL, size=8.5, leading=13.0, align=Align.RIGHT)
    head += [Cell(words=words(part), head=True, style=label) for part in _PARTS]
    paper.table([24, 15, 14, 14, 15, 18], rows, head=head)


def _head(words: str) -> Cell:
    return Cell(words=words, head=True)
