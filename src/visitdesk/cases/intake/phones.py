"""Telephone numbers: several in a cell, extensions, area codes; normalised to E.164 with the extension kept.

Mobile numbers 13x–19x of the mainland are taken as they are; everything else is judged by `phonenumbers`.
"""

import re
from datetime import date, time, timedelta
from functools import lru_cache

import phonenumbers

from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.sheet import Cell
from visitdesk.cases.intake.texts import is_destroyed, is_nothing, short_text

_SPLIT = re.compile(r"[/、;,，；|\n\r\\]+|\s+(?:或|和|or)\s+|(?<=\d)\s{2,}(?=\d)|(?<=\d{7})\s+(?=[01+(]\d{2})")
_EXTENSION = re.compile(r"\s*(?:转|分机(?:号)?|ext(?:ension)?\.?|x|#)\s*:?\s*(\d{1,6})\s*$", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"^(\(?0\d{2,3}\)?[\s-]?\d{7,8})-(\d{1,6})$", re.ASCII)
_LABEL = re.compile(r"^(?:手机号?码?|电话|座机|固话|家庭|单位|本人|tel|phone|mobile)\s*[:：]?\s*", re.IGNORECASE)
_NOTE = re.compile(r"\([^()\d]*\)\s*$")
_MOBILE = re.compile(r"(?:\+?86|0086)?0?(1[3-9]\d{9})", re.ASCII)
_ALLOWED = re.compile(r"[\d+()\-\s.]+", re.ASCII)


def phones(cell: Cell) -> tuple[str, ...]:
    """All numbers of a cell in E.164 (`+8613800138000`, `+8657187654321;ext=8012`); empty for an empty cell.

    Raises:
        Invalid: any of them is no telephone number.
    """
    if isinstance(cell, bool | date | time | timedelta):
        raise Invalid("not_a_phone")
    text = short_text(cell, "not_a_phone")
    if is_nothing(text):
        return ()
    if is_destroyed(text):
        raise Invalid("destroyed_by_spreadsheet")
    if "*" in text or re.search(r"\d[xX]{3,}\d", text):
        raise Invalid("is_masked")
    found: dict[str, None] = {}
    for part in _SPLIT.split(text):
        if part and not is_nothing(part.strip()):
            found[_one(part.strip())] = None
    return tuple(found)


@lru_cache(maxsize=4096)
def _one(text: str) -> str:
    bare = _NOTE.sub("", _LABEL.sub("", text)).strip()
    cut = _EXTENSION.search(bare)
    extension = cut[1] if cut else ""
    if cut:
        bare = bare[: cut.start()].strip()
    elif dashed := _DASHED_EXTENSION.match(bare):
        bare, extension = dashed[1], dashed[2]
    if not _ALLOWED.fullmatch(bare):
        raise Invalid("not_a_phone")
    mobile = _MOBILE.fullmatch(re.sub(r"[\s\-.()]", "", bare))
    number = f"+86{mobile[1]}" if mobile else _judged(bare)
    return f"{number};ext={extension}" if extension else number


def _judged(bare: str) -> str:
    digits = re.sub(r"\D", "", bare)
    try:
        number = phonenumbers.parse(bare.replace("00", "+", 1) if bare.startswith("00") else bare, "CN")
    except phonenumbers.NumberParseException as error:
        raise Invalid("not_a_phone") from error
    if not phonenumbers.is_valid_number(number):
        raise Invalid(
            "phone_without_area_code" if len(digits) in {7, 8} and not bare.startswith("0") else "not_a_phone"
        )
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
