"""Words of the records' screens: codes in the words of the paper, dates, sums and lists as the language writes them.

Codes are said as they are printed: screen and paper share `resources/wording/records.toml`.
"""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from visitdesk.money import Money
from visitdesk.ui.shell.theme import theme
from visitdesk.wording import Lang, sentence


def word(kind: str, code: StrEnum) -> str:
    """The word of a code, e.g. `word("met", Met.NOBODY)`."""
    return sentence(f"records.{kind}_{code.value}", theme().lang)


def said(code: str) -> str:
    """The sentence of a code such as a gap's."""
    return sentence(code, theme().lang)


def joined(parts: Iterable[str]) -> str:
    """A list inside a sentence: `甲、乙` or `A, B`; empty parts are left out."""
    return ("、" if theme().lang is Lang.ZH else ", ").join(part for part in parts if part)


def clauses(*parts: str) -> str:
    """Clauses of one line: `甲，乙` or `A, B`."""
    return ("，" if theme().lang is Lang.ZH else ", ").join(part for part in parts if part)


def short(text: str) -> str:
    """A sentence without its full stop, for a list of them."""
    return text.rstrip("。.")


def sum_text(money: Money) -> str:
    """`¥12,345.67`, or the currency's code before the sum."""
    sign = "¥" if money.currency == "CNY" else f"{money.currency} "
    return f"{sign}{money.amount:,.2f}"


def zone_of(name: str) -> tzinfo:
    """The zone in which a record's times are told: the address's."""
    return ZoneInfo(name)


def clock_of(instant: datetime | None, zone: tzinfo) -> str:
    """`14:02`, or a dash."""
    return f"{instant.astimezone(zone):%H:%M}" if instant is not None else "—"


def moment_of(instant: datetime, zone: tzinfo) -> str:
    """`11-24 14:02`."""
    return f"{instant.astimezone(zone):%m-%d %H:%M}"
