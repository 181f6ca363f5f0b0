"""Days, written in many ways. What could mean two days is decided once per file or held back, never per row."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from visitdesk.cases.intake.fields import half_width
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.mapping import DateOrder
from visitdesk.cases.intake.sheet import Cell
from visitdesk.cases.intake.texts import is_nothing, short_text

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)

_CLOCK = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*(?:日|号)?{_CLOCK}", re.ASCII)
_EIGHT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})(?:\.0+)?{_CLOCK}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}){_CLOCK}", re.ASCII)
_NAMED_DAY_FIRST = re.compile(r"(\d{1,2})[\s\-.]*([A-Za-z]{3,9})[\s\-.,]*(\d{4})", re.ASCII)
_NAMED_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})[\s.\-]*(\d{1,2})(?:st|nd|rd|th)?[\s,.\-]+(\d{4})", re.ASCII)
_SERIAL = re.compile(r"[1-7]\d{4}(?:\.\d+)?", re.ASCII)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_FULL_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "sept",
]
_SERIAL_FROM, _SERIAL_TO = 18_264, 73_415  # 1950-01-01 and 2100-12-31 counted from 1900
_BASE_1900, _BASE_1904 = date(1899, 12, 30), date(1904, 1, 1)


def order_of(cells: Iterable[Cell]) -> DateOrder | None:
    """The order in which this file writes day and month where the year comes last; None where nothing shows it.

    A single date that can be read in one way only (25/04/2026) decides for the whole file; two that contradict each
    other decide nothing.
    """
    seen: set[DateOrder] = set()
    for cell in cells:
        found = _YEAR_LAST.fullmatch(half_width(cell).strip()) if isinstance(cell, str) and len(cell) < 40 else None
        if found:
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                seen.add(DateOrder.DAY_FIRST)
            elif second > 12 >= first:
                seen.add(DateOrder.MONTH_FIRST)
    return seen.pop() if len(seen) == 1 else None


def day(cell: Cell, *, order: DateOrder | None, from_1904: bool = False) -> date | None:
    """The day a cell means; None for an empty cell.

    Args:
        order: of day and month where the year comes last; None leaves a doubtful date held back.
        from_1904: how bare serial numbers count.

    Raises:
        Invalid: no date, a day that does not exist, or one that could mean two days.
    """
    if isinstance(cell, datetime):
        return _within(cell.date())
    if isinstance(cell, date):
        return _within(cell)
    if isinstance(cell, bool | time | timedelta):
        raise Invalid("not_a_date")
    if isinstance(cell, int | float):
        return _number(cell, from_1904=from_1904)
    text = short_text(cell, "not_a_date")
    if _SERIAL.fullmatch(text):  # a spreadsheet wrote its own count of days into the file
        return _number(float(text), from_1904=from_1904)
    return None if is_nothing(text) else _written(text, order)


def _written(text: str, order: DateOrder | None) -> date:
    found = _YEAR_FIRST.fullmatch(text) or _EIGHT.fullmatch(text)
    if found:
        return _made(int(found[1]), int(found[2]), int(found[3]))
    found = _YEAR_LAST.fullmatch(text)
    if found:
        return _year_last(int(found[1]), int(found[3]), int(found[4]), order)
    found = _NAMED_DAY_FIRST.fullmatch(text)
    if found:
        return _made(int(found[3]), _month(found[2]), int(found[1]))
    found = _NAMED_MONTH_FIRST.fullmatch(text)
    if found:
        return _made(int(found[3]), _month(found[1]), int(found[2]))
    raise Invalid("not_a_date")


def _year_last(first: int, second: int, year: int, order: DateOrder | None) -> date:
    if first == second:
        return _made(year, first, second)
    if first > 12:
        return _made(year, second, first)
    if second > 12:
        return _made(year, first, second)
    if order is None:
        raise Invalid("doubtful_date")
    return _made(year, second, first) if order is DateOrder.DAY_FIRST else _made(year, first, second)


def _month(word: str) -> int:
    lower = word.lower()
    if len(lower) > 3 and lower not in _FULL_MONTHS:
        raise Invalid("not_a_date")
    try:
        return _MONTHS[lower[:3]]
    except KeyError as error:
        raise Invalid("not_a_date") from error


def _number(cell: float, *, from_1904: bool) -> date:
    """A bare number: eight digits as YYYYMMDD, otherwise a spreadsheet's count of days."""
    if not math.isfinite(cell):
        raise Invalid("not_a_date")
    whole = int(cell)
    if 19_000_101 <= whole <= 21_001_231 and whole == cell:
        return _made(whole // 10_000, whole // 100 % 100, whole % 100)
    shifted = whole + (1462 if from_1904 else 0)
    if not _SERIAL_FROM <= shifted <= _SERIAL_TO:
        raise Invalid("not_a_date")
    return (_BASE_1904 if from_1904 else _BASE_1900) + timedelta(days=whole)


def _made(year: int, month: int, number: int) -> date:
    try:
        return _within(date(year, month, number))
    except ValueError as error:
        raise Invalid("impossible_date") from error


def _within(found: date) -> date:
    if not FIRST <= found <= LAST:
        raise Invalid("impossible_date")
    return found
