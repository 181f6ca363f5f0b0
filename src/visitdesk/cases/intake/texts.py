"""Cells as text, and the plain judgements: case number, name, reference, days, rate, kind of debt, address."""

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from visitdesk.cases.intake.fields import Unit, fold, half_width, words
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.sheet import Cell

_EXACT_FLOAT = 10**15
"""Spreadsheets keep 15 digits of a number; the sixteenth is already zero."""

LONGEST_VALUE = 200

_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d{1,3}")
_AS_TEXT = re.compile(r'="([^"]*)"')
_INVISIBLE = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u00ad")
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd]")
_FORMULA_FAULT = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", re.IGNORECASE)


def text_of(cell: Cell) -> str:
    """The cell as text without invisible signs; whole numbers without a decimal point.

    Raises:
        Invalid: a formula, a formula's fault, or a number that a spreadsheet has rounded.
    """
    if isinstance(cell, str):
        return _clean(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return _whole(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell)


def _whole(number: float) -> str:
    if not math.isfinite(number):
        raise Invalid("not_a_number")
    if abs(number) >= _EXACT_FLOAT:
        raise Invalid("destroyed_by_spreadsheet")
    return str(int(number)) if number.is_integer() else repr(number)


def _clean(text: str) -> str:
    if not text:
        return text
    known = _AS_TEXT.fullmatch(text.strip())
    if known:
        text = known[1]
    text = text.translate(_INVISIBLE) if not text.isascii() else text
    text = text.replace("\u00a0", " ").replace("\u3000", " ").strip()
    if text.startswith(("=", "＝")):
        raise Invalid("starts_like_formula")
    if text.startswith("#") and _FORMULA_FAULT.fullmatch(text):
        raise Invalid("formula_fault")
    if text.startswith("'") and len(text) > 1:
        text = text[1:].strip()
    return text


def short_text(cell: Cell, fault: str) -> str:
    """The text of a cell that holds a number, a date or a telephone number, in half width.

    Raises:
        Invalid: `fault`, where it is longer than any of these is written; patterns are not tried on endless text.
    """
    text = half_width(text_of(cell)).strip()
    if len(text) > LONGEST_VALUE:
        raise Invalid(fault)
    return text


def is_nothing(text: str) -> bool:
    """Whether the text says that there is no value: empty, a dash, 无, N/A."""
    return not text or half_width(text).casefold() in words().nothing


def is_destroyed(text: str) -> bool:
    """Whether a spreadsheet wrote a long number as 1.1E+17."""
    return _SCIENTIFIC.fullmatch(half_width(text)) is not None


def reference_no(cell: Cell, *, longest: int = 64) -> str:
    """A case, contract or account number as the lender writes it, in half width.

    Raises:
        Invalid: no reference number.
    """
    if isinstance(cell, bool):
        raise Invalid("not_a_reference")
    if isinstance(cell, date | datetime | time | timedelta):
        raise Invalid("turned_into_date")
    text = " ".join(half_width(text_of(cell)).split())
    if is_nothing(text):
        return ""
    if is_destroyed(text):
        raise Invalid("destroyed_by_spreadsheet")
    if isinstance(cell, float) and not cell.is_integer():
        raise Invalid("not_a_reference")
    if len(text) > longest:
        raise Invalid("too_long", limit=longest)
    if _CONTROL.search(text) or not any(c.isalnum() for c in text):
        raise Invalid("not_a_reference")
    return text


def person_name(cell: Cell) -> str:
    """A person's name with single blanks.

    Raises:
        Invalid: a number, a date, a formula, or only signs.
    """
    if not isinstance(cell, str):
        raise Invalid("not_a_name")
    text = " ".join(text_of(cell).split())
    if not text or half_width(text).casefold() in words().no_name:
        return ""
    if len(text) > 100:
        raise Invalid("too_long", limit=100)
    if _CONTROL.search(text) or not any(c.isalpha() for c in text):
        raise Invalid("not_a_name")
    return text


def plain_text(cell: Cell, *, longest: int = 200) -> str:
    """Free text of a recognised column.

    Raises:
        Invalid: a formula, control signs, or longer than `longest`.
    """
    text = " ".join(text_of(cell).split())
    if is_nothing(text):
        return ""
    if len(text) > longest:
        raise Invalid("too_long", limit=longest)
    if _CONTROL.search(text):
        raise Invalid("not_text")
    return text


def address(cell: Cell) -> str:
    """An address as written; anything a person could walk to has a letter and more than one character.

    Raises:
        Invalid: a bare number, a date, or a word.
    """
    if isinstance(cell, date | datetime | time | timedelta | bool):
        raise Invalid("not_an_address")
    text = plain_text(cell, longest=300)
    if text and (len(text) < 2 or not any(c.isalpha() for c in text)):
        raise Invalid("not_an_address")
    return text


def days(cell: Cell) -> int | None:
    """Days past due, a whole number from 0 to 20,000; None for an empty cell.

    Raises:
        Invalid: not a whole number of days.
    """
    if isinstance(cell, bool | date | time | timedelta):
        raise Invalid("not_days")
    text = short_text(cell, "not_days").replace(" ", "")
    if is_nothing(text):
        return None
    found = re.fullmatch(r"(\d{1,5})(?:\.0+)?(?:天|日|days?|d)?", text, re.IGNORECASE | re.ASCII)
    if not found or int(found[1]) > 20_000:
        raise Invalid("not_days")
    return int(found[1])


def annual_rate(cell: Cell, unit: Unit | None) -> Decimal | None:
    """A yearly rate as a fraction: `18%` and a bare 18 are 0.18, a bare 0.18 is 0.18; None for an empty cell.

    Raises:
        Invalid: no rate between 0 and 100 %.
    """
    if isinstance(cell, bool | date | time | timedelta):
        raise Invalid("not_a_rate")
    text = short_text(cell, "not_a_rate").replace(" ", "")
    if is_nothing(text):
        return None
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,12})?)(%?)", text, re.ASCII)
    try:
        value = Decimal(found[1]) if found else Decimal(repr(float(cell)) if isinstance(cell, float) else "NaN")
    except (InvalidOperation, ValueError) as error:
        raise Invalid("not_a_rate") from error
    if not value.is_finite():
        raise Invalid("not_a_rate")
    if (found and found[2]) or unit is Unit.PERCENT or value >= 1:
        value = value.scaleb(-2)
    if not 0 <= value <= 1:
        raise Invalid("not_a_rate")
    return value.normalize() + 0


def debt_kind(cell: Cell, *, is_product: bool) -> str | None:
    """The kind of debt a word means; None for an empty cell.

    Args:
        is_product: the column holds product names, where an unknown word is simply another kind.

    Raises:
        Invalid: a word that is in none of our lists.
    """
    text = fold(plain_text(cell))
    if not text:
        return None
    for word, kind in words().debt_kinds:
        if word in text:
            return kind
    if is_product:
        return "other"
    raise Invalid("unknown_debt_kind")


def province_code(text: str) -> str:
    """ISO 3166-2 code of the province an address begins with, e.g. `CN-44`; empty where it names none."""
    bare = half_width(text).removeprefix("中华人民共和国").removeprefix("中国").lstrip()
    for name, code in words().provinces.items():
        if bare.startswith(name):
            return f"CN-{code}"
    return ""
