"""Words by which a case is found: number, name, pinyin with every reading, initials, tails of telephone numbers.

The table of readings is loaded late and once (measured: importing the whole library costs 285 ms, this 56). 曾, 单 and 仇
need every reading: a surname is often read unlike the common word.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache

_MOST_READINGS = 6


@cache
def _readings(char: str) -> tuple[str, ...]:
    """All readings of one character without tones; the character itself where it has none."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  # late on purpose, see above

    found = PINYIN_DICT.get(ord(char), "")
    plain = [_without_tone(reading) for reading in found.split(",") if reading]
    return tuple(dict.fromkeys(plain)) or (char.casefold(),)


def _without_tone(reading: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c) or c == "\u0308")
    return bare.replace("u\u0308", "v")


def pinyin_keys(name: str) -> tuple[str, ...]:
    """Full pinyin and initials of a name, with several readings where characters have them: `zengyi`, `zy`, `cengyi`, `cy`."""
    chars = [c for c in name if not c.isspace()]
    if not any("\u3400" <= c <= "\u9fff" for c in chars):
        return ()
    choices = [_readings(c) if "\u3400" <= c <= "\u9fff" else (c.casefold(),) for c in chars]
    usual = [choice[0] for choice in choices]
    keys: dict[str, None] = {}
    # The surname with each of its readings; then every other character with its second readings, one at a time.
    for at, choice in enumerate(choices):
        for reading in choice[: _MOST_READINGS if at == 0 else 2]:
            read = [*usual[:at], reading, *usual[at + 1 :]]
            keys["".join(read)] = None
            keys["".join(part[0] for part in read)] = None
    return tuple(keys)


def search_words(number: str, name: str, phones: Iterable[str]) -> str:
    """All words of a case in one line, folded; a screen looks for what was typed inside it."""
    tails = (phone.partition(";")[0][-4:] for phone in phones)
    return " ".join(dict.fromkeys([number.casefold(), name.casefold(), *pinyin_keys(name), *tails]))


def sort_key(name: str) -> str:
    """The first reading of a name, for lists in the order of pinyin."""
    return next(iter(pinyin_keys(name)), name.casefold())
