"""Days off in mainland China: the recorded State Council notices first, the `holidays` library by rule for other years.

Measured (reference supplement §4): the library gives statutory days of a year without a notice by rule, but no bridge
days and no working weekends, and does not say so; hence such days are marked uncertain here. With a library calendar,
`date in calendar` would count bridge days as holidays, so only its rule-made days (`observed=False`) are used.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from visitdesk.compliance.ports import Day
from visitdesk.errors import Unavailable
from visitdesk.paths import resource

_SATURDAY = 5
_AROUND = timedelta(days=3)
"""Days before and after a festival of an unrecorded year that may turn out to be off."""


class ChinaCalendar:
    """The calendar of the CN pack; fulfils `HolidayCalendar`."""

    def __init__(self, file: Path) -> None:
        """Read the recorded notices.

        Raises:
            Unavailable: the file is missing or malformed.
        """
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            self._recorded = {int(year): _year(entry) for year, entry in table["year"].items()}
            self._solemn: frozenset[str] = frozenset(table["solemn"])
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            raise Unavailable("compliance.calendar_broken", value=f"{file.name}: {error}") from error
        self._by_rule: dict[int, Mapping[date, str]] = {}

    def day(self, on: date) -> Day:
        """What kind of day it is; working weekends of a recorded year are working days."""
        recorded = self._recorded.get(on.year, {})
        near = self._near_unrecorded_festival(on)
        if on in recorded:
            kind = recorded[on]
            return Day(
                festival=kind.festival,
                is_statutory=kind.is_statutory,
                is_off=kind.is_off,
                is_solemn=kind.is_statutory and kind.festival in self._solemn,
                is_uncertain=near,
            )
        weekend = on.weekday() >= _SATURDAY
        if on.year in self._recorded:
            return Day(is_off=weekend, is_uncertain=near)
        festival = self._statutory(on.year).get(on, "")
        return Day(
            festival=festival,
            is_statutory=bool(festival),
            is_off=weekend or bool(festival),
            is_solemn=festival in self._solemn,
            is_uncertain=weekend or near,
        )

    def _near_unrecorded_festival(self, on: date) -> bool:
        """Whether a festival of a year without a notice lies within three days; a notice may reach into the year before."""
        for year in {(on - _AROUND).year, (on + _AROUND).year} - set(self._recorded):
            if any(abs(festival - on) <= _AROUND for festival in self._statutory(year)):
                return True
        return False

    def _statutory(self, year: int) -> Mapping[date, str]:
        if year not in self._by_rule:
            import holidays  # noqa: PLC0415  # 0.2 s, and never needed in a recorded year

            found = holidays.country_holidays("CN", years=year, observed=False, language="zh_CN")
            # Only this year's own entries: the library adds neighbours where a festival reaches over.
            self._by_rule[year] = {day: name for day, name in found.items() if day.year == year}
        return self._by_rule[year]


def _year(entry: Mapping[str, Any]) -> Mapping[date, Day]:
    days: dict[date, Day] = {}
    for block in entry["off"]:
        first, last, statutory = block["first"], block["last"], set(block["statutory"])
        for index in range((last - first).days + 1):
            day = first + timedelta(days=index)
            days[day] = Day(festival=block["festival"], is_statutory=day in statutory, is_off=True)
    for day in entry["working_weekends"]:
        days[day] = Day()
    return days


@cache
def china() -> ChinaCalendar:
    """The calendar from the shipped, editable file."""
    return ChinaCalendar(resource("policies", "holidays-cn.toml"))
