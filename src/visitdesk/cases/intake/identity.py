"""Resident identity numbers (公民身份号码), GB 11643-1999: form, date of birth, check digit.

The region is not judged: numbers of abolished counties are valid (python-stdnum refuses them, measured).
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from visitdesk.cases.intake.fields import fold
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.sheet import Cell
from visitdesk.cases.intake.texts import is_destroyed, is_nothing, short_text

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_EIGHTEEN = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_FIFTEEN = re.compile(r"[1-9]\d{14}", re.ASCII)
_OTHER_PAPER = re.compile(r"[A-Z0-9()]{5,20}", re.ASCII)
_RESIDENT_KINDS = frozenset({"", "0", "1", "01", "a", "id", "idcard", "identitycard", "nationalid"})


@dataclass(frozen=True, slots=True, kw_only=True)
class IdNumber:
    """A judged number.

    Attributes:
        is_old: 15 digits, without a check digit; the import page marks it.
        birth_date: None for papers that do not tell it.
    """

    number: str
    birth_date: date | None
    is_old: bool = False


def check_digit(first_17: str) -> str:
    """The 18th character for these 17 digits (ISO 7064 MOD 11-2)."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True)) % 11]


def is_resident_kind(kind: str) -> bool:
    """Whether the column 证件类型 speaks of the resident identity card."""
    folded = fold(kind)
    return folded in _RESIDENT_KINDS or "身份证" in folded or "居住证" in folded


def id_number(cell: Cell, kind: str, today: date) -> IdNumber | None:
    """The number, or None for an empty cell.

    Args:
        kind: what the column 证件类型 says; empty means a resident identity card.
        today: nobody is born later.

    Raises:
        Invalid: destroyed by a spreadsheet, masked, or wrong in form, date or check digit.
    """
    if isinstance(cell, bool | date | datetime | time | timedelta):
        raise Invalid("not_an_id_number")
    text = re.sub(r"[\s\-]", "", short_text(cell, "not_an_id_number")).upper()
    if is_nothing(text):
        return None
    if is_destroyed(text):
        raise Invalid("destroyed_by_spreadsheet")
    if "*" in text or "•" in text:
        raise Invalid("is_masked")
    if not is_resident_kind(kind):
        if not _OTHER_PAPER.fullmatch(text):
            raise Invalid("not_an_id_number")
        return IdNumber(number=text, birth_date=None)
    return _resident(text, cell, today)


def _resident(text: str, cell: Cell, today: date) -> IdNumber:
    if _FIFTEEN.fullmatch(text):
        return IdNumber(number=text, birth_date=_born("19" + text[6:12], today), is_old=True)
    if isinstance(cell, int | float) and len(text) > 15:
        raise Invalid("destroyed_by_spreadsheet")
    if not _EIGHTEEN.fullmatch(text):
        raise Invalid("id_wrong_length" if len(text) != 18 else "not_an_id_number", length=len(text))
    born = _born(text[6:14], today)
    if check_digit(text[:17]) != text[17]:
        raise Invalid("id_wrong_check_digit")
    return IdNumber(number=text, birth_date=born)


def _born(digits: str, today: date) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise Invalid("id_wrong_date") from error
    if not date(1850, 1, 1) <= born <= today:
        raise Invalid("id_wrong_date")
    return born
