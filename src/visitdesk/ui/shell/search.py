"""Finding by Chinese characters, pinyin, initials or plain text; pure, runs in a worker.

Substring over one joined text per entry: 6-12 ms for 50,000 entries; rapidfuzz only when fewer than three are found
(measured, reference ui §5). Characters with several readings (曾 单 仇) are found by each of them.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Protocol

FEW = 3
MOST = 40
RANKED = 4000
"""Of more finds only the first so many are ranked; the next letter narrows them anyway."""
MANY_READINGS = 128
"""At most so many spellings of a run of characters are kept; names stay far below."""


class EntryGroup(StrEnum):
    """Groups of the palette, in order."""

    COMMAND = "command"
    CASE = "case"
    PERSON = "person"
    TEAM = "team"
    ADDRESS = "address"
    SETTING = "setting"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something the palette can open.

    Attributes:
        key: unique within its group; remembered as recent.
        title: searched by Han, pinyin, initials and text. Masked values do not belong in here.
        detail: shown smaller, searched as text.
        badge: at the right: days, a state, a key.
        icon: stem of a shipped icon.
        page: page to go to; "" for commands.
        kind, id: the selection the page is opened on.
        reason: why it cannot be done now; shown grey.
        more: further text that is searched and not shown.
    """

    group: EntryGroup
    key: str
    title: str
    detail: str = ""
    badge: str = ""
    icon: str = ""
    page: str = ""
    kind: str = ""
    id: str = ""
    reason: str = ""
    more: str = ""


class Source(Protocol):
    """A capability's entries for the palette; called on the writer thread."""

    def entries(self) -> Iterable[Entry]:
        """All of them, afresh."""
        ...


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry with its joined text."""

    entry: Entry
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A found entry and the characters of its title that matched (start, length)."""

    entry: Entry
    start: int
    length: int


@cache
def _table() -> dict[int, tuple[str, ...]]:
    """Code point to its readings without tones, from pypinyin's own table; built on first use, in a worker."""
    readings: dict[int, str] = import_module("pypinyin.pinyin_dict").pinyin_dict
    plain = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm")
    return {
        code: tuple(dict.fromkeys(word.translate(plain).replace("ê", "e") for word in words.split(",")))
        for code, words in readings.items()
    }


@cache
def readings_of(character: str) -> tuple[str, ...]:
    """All readings of one character without tones; empty for anything that is not Han."""
    code = ord(character)
    return _table().get(code, ()) if code >= 0x3400 else ()


def spellings(words: str) -> list[str]:
    """Full pinyin and initials of the Han characters of `words`, all readings (at most a few combinations)."""
    options = [readings_of(c) for c in words]
    runs = [list(group) for has, group in itertools.groupby(options, key=bool) if has]
    found: list[str] = []
    for run in runs:
        for combination in itertools.islice(itertools.product(*run), MANY_READINGS):
            found += ["".join(combination), "".join(word[0] for word in combination)]
    return list(dict.fromkeys(found))


def index(entries: Iterable[Entry]) -> list[Indexed]:
    """Join the searchable text of each entry."""
    return [
        Indexed(
            entry,
            "\n".join((e.title, e.detail, e.badge, e.more, *spellings(e.title))).lower(),
            e.title.lower(),
        )
        for entry, e in ((one, one) for one in entries)
    ]


def find(indexed: Sequence[Indexed], query: str, groups: frozenset[EntryGroup] | None = None) -> tuple[list[Hit], int]:
    """The best entries for `query`, best first within their group, and how many were found at all."""
    words = query.lower().split()
    if not words:
        return [], 0
    first, *others = words
    places = [place for place, one in enumerate(indexed) if first in one.text]
    for word in others:
        places = [place for place in places if word in indexed[place].text]
    if groups is not None:
        places = [place for place in places if indexed[place].entry.group in groups]
    scored = [(_rank(indexed[place], first), place, indexed[place]) for place in places[:RANKED]]
    found = len(places)
    if len(scored) < FEW and len(query) >= FEW:
        scored += _alike(indexed, query.lower(), {place for _, place, _ in scored}, groups)
        found = len(scored)
    scored.sort(key=lambda s: (s[0], s[1]))
    best = [one for _, _, one in scored[:MOST]]
    order = {group: place for place, group in enumerate(EntryGroup)}
    best.sort(key=lambda one: order[one.entry.group])
    return [Hit(one.entry, *matched(one.entry.title, first)) for one in best], found


def _rank(one: Indexed, word: str) -> int:
    """0 the title itself … 5 somewhere in the rest."""
    if one.title == word:
        return 0
    if one.title.startswith(word):
        return 1
    if f"\n{word}\n" in f"{one.text}\n":
        return 2
    if f"\n{word}" in one.text:
        return 3
    return 4 if word in one.title else 5


def _alike(
    indexed: Sequence[Indexed], query: str, known: set[int], groups: frozenset[EntryGroup] | None
) -> list[tuple[int, int, Indexed]]:
    """Misspelt queries: rapidfuzz over the titles, only when nearly nothing was found."""
    process, fuzz = import_module("rapidfuzz.process"), import_module("rapidfuzz.fuzz")
    titles = {place: one.title for place, one in enumerate(indexed) if groups is None or one.entry.group in groups}
    found = process.extract(query, titles, scorer=fuzz.ratio, score_cutoff=70, limit=10)
    return [(10 + round(100 - score), place, indexed[place]) for _, score, place in found if place not in known]


def matched(title: str, word: str) -> tuple[int, int]:
    """Which characters of `title` a query word stands for: (start, length); (0, 0) if none are."""
    at = title.lower().find(word)
    if at >= 0:
        return at, len(word)
    for start in range(len(title)):
        length = _spelt(title, start, word)
        if length:
            return start, length
    return 0, 0


def _spelt(title: str, at: int, rest: str) -> int:
    """How many characters from `at` spell `rest` by full readings, initials or a mixture; 0 for none."""
    if not rest:
        return 0
    if at >= len(title):
        return 0
    for reading in readings_of(title[at]):
        for piece in (reading, reading[0]):
            if rest == piece or (piece == reading and piece.startswith(rest)):
                return 1
            if rest.startswith(piece):
                more = _spelt(title, at + 1, rest[len(piece) :])
                if more:
                    return 1 + more
    return 0
