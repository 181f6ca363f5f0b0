"""Amounts of money: exact, never negative, never rounded by us, never more than two decimals."""

import math
import re
from datetime import date, time, timedelta
from decimal import Decimal

from visitdesk.cases.intake.fields import Unit
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.sheet import Cell
from visitdesk.cases.intake.texts import is_destroyed, is_nothing, short_text
from visitdesk.money import Money

LARGEST = Decimal(1_000_000_000_000)
"""Above this a figure is a slip: no branch collects a million million."""

_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,18})(?:\.\d+)?|\.\d+", re.ASCII)
_BEFORE = re.compile(r"^(?:人民币|rmb|cny|￥|¥)\s*[:：]?\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:元整|圆整|元|圆|块|rmb|cny|人民币)$", re.IGNORECASE)
_FOREIGN = re.compile(r"[$€£₩฿₽]|usd|hkd|eur|gbp|jpy|美元|港币|港元|欧元|英镑|日元", re.IGNORECASE)
_NOISE = Decimal("0.000001")


def amount(cell: Cell, unit: Unit | None) -> Money | None:
    """The amount in yuan; None for an empty cell.

    Args:
        unit: what the header says, e.g. 万元.

    Raises:
        Invalid: negative, foreign, scientific, with more than two decimals, or no amount at all.
    """
    if isinstance(cell, bool | date | time | timedelta):
        raise Invalid("not_an_amount")
    if unit is Unit.PERCENT:
        raise Invalid("not_an_amount")
    value, said = _number(cell) if isinstance(cell, int | float) else _written(short_text(cell, "not_an_amount"))
    if value is None:
        return None
    if value < 0:
        raise Invalid("negative_amount")
    if (said or unit) is Unit.TEN_THOUSAND:
        value *= 10_000
    if value > LARGEST:
        raise Invalid("amount_too_large")
    exact = value.quantize(Decimal("0.01"))
    if exact != value:
        raise Invalid("too_many_decimals")
    return Money(exact)


def _number(cell: float) -> tuple[Decimal, Unit | None]:
    """A number cell; what a spreadsheet's arithmetic leaves behind the sixth decimal is no cent of anybody."""
    if not math.isfinite(cell):
        raise Invalid("not_an_amount")
    value = Decimal(repr(cell))
    if abs(value) > LARGEST:
        raise Invalid("amount_too_large")
    near = value.quantize(Decimal("0.01"))
    return (near if abs(near - value) < _NOISE else value), None


def _written(raw: str) -> tuple[Decimal | None, Unit | None]:
    text = raw
    if is_nothing(text):
        return None, None
    if is_destroyed(text):
        raise Invalid("scientific_amount")
    if _FOREIGN.search(text):
        raise Invalid("foreign_amount")
    negative = False
    bracketed = re.fullmatch(r"[(](.*)[)]", text)
    if bracketed:
        text, negative = bracketed[1].strip(), True
    sign = re.match(r"(?:[-−–]|\+)\s*", text)
    if sign:
        text, negative = text[sign.end() :], negative or not sign[0].startswith("+")
    text = _AFTER.sub("", _BEFORE.sub("", text)).strip()
    if text.startswith(("-", "−")):
        text, negative = text[1:].strip(), True
    unit = Unit.TEN_THOUSAND if text.endswith("万") else None
    text = text.removesuffix("万").strip()
    if not _NUMBER.fullmatch(text):
        raise Invalid("not_an_amount")
    value = Decimal(text.replace(",", "").replace(" ", ""))
    # 12.5万元 is in ten thousands and 12.5元 in yuan, whatever the header says; a bare number follows the header.
    said = unit or (Unit.YUAN if re.search(r"[元圆]", raw) else None)
    return (-value if negative else value), said
