"""Fixed wording of papers from `resources/papers/*.toml`, and how dates, times and sums read on paper (glossary §10).

A file has a `template` (printed on every page, so that a paper tells which wording it bears) and a table `words` with
`zh` and `en` for each key. Labels of codes come from `resources/wording/records.toml`, shared with the screen.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from visitdesk.money import Money
from visitdesk.paths import resource
from visitdesk.wording import Lang, sentence


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of one paper in one language."""

    template: str
    lang: Lang
    _words: Mapping[str, str]

    def __call__(self, key: str, **facts: object) -> str:
        """The words of this key with its placeholders filled; facts are used whole, never cut."""
        return self._words[key].format_map({name: str(value) for name, value in facts.items()})

    def every(self) -> tuple[str, ...]:
        """All words of the paper, for the lint."""
        return tuple(self._words.values())

    def label(self, kind: str, code: str) -> str:
        """The word of a code, e.g. `label("met", Met.NOBODY)`."""
        return sentence(f"records.{kind}_{code}", self.lang)

    def day(self, value: date) -> str:
        """`2026年11月24日` or `24 November 2026`."""
        if self.lang is Lang.ZH:
            return f"{value.year}年{value.month}月{value.day}日"
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"

    def moment(self, value: datetime, zone: str) -> str:
        """Day and time of the address's zone, to the minute."""
        there = value.astimezone(ZoneInfo(zone))
        return f"{self.day(there)} {there:%H:%M}"

    def clock(self, value: datetime, zone: str) -> str:
        """Time of the day, to the minute."""
        return f"{value.astimezone(ZoneInfo(zone)):%H:%M}"

    def span(self, start: datetime, end: datetime, zone: str) -> str:
        """Start to end; the day is said twice only where it changes."""
        first, last = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
        until = f"{last:%H:%M}" if first.date() == last.date() else self.moment(end, zone)
        return f"{self.moment(start, zone)}–{until}"

    def listed(self, items: list[str]) -> str:
        """Items joined as the language joins them."""
        return ("、" if self.lang is Lang.ZH else ", ").join(items)


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@cache
def words_of(paper: str, lang: Lang) -> PaperWords:
    """The words of `resources/papers/{paper}.toml`."""
    file = tomllib.loads(resource("papers", f"{paper}.toml").read_text(encoding="utf-8"))
    return PaperWords(file["template"], lang, {key: both[lang.value] for key, both in file["words"].items()})


def sum_of(money: Money) -> str:
    """`12,345.67`; the currency is named by the words around it."""
    return f"{money.amount:,.2f}"


def grouped(root: str) -> str:
    """The first 16 digits of a root in groups of four, as printed."""
    return " ".join(root[at : at + 4] for at in range(0, 16, 4))
