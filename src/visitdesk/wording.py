"""Codes to sentences, in both languages, from `resources/wording/*.toml`.

Screens and the command line use the same sentences. A file `json.toml` with a table `[unknown_field]` and the keys
`zh` and `en` gives the code `json.unknown_field`. Placeholders are `{name}` and are filled from the error's facts.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from visitdesk.errors import VisitDeskError
from visitdesk.paths import resource


class Lang(StrEnum):
    """The two languages of screen and paper."""

    ZH = "zh"
    EN = "en"


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for file in sorted(resource("wording").glob("*.toml")):
        for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            found[f"{file.stem}.{name}"] = words
    return found


def known_codes() -> frozenset[str]:
    """All codes that have a sentence; a house test holds them against the codes raised."""
    return frozenset(_sentences())


def sentence(code: str, lang: Lang, facts: Mapping[str, object] | None = None) -> str:
    """The sentence of `code`; the bare code where none is written (the house test forbids that)."""
    words = _sentences().get(code)
    if words is None:
        return code
    shown = {name: _one_line(value) for name, value in (facts or {}).items()}
    return words[lang].format_map(_Blank(shown))


def sentence_of(error: VisitDeskError, lang: Lang) -> str:
    """The one sentence a person reads for this fault."""
    return sentence(error.code, lang, error.facts)


def _one_line(value: object) -> str:
    """Text of a fact without line breaks and control characters, cut at 120 characters."""
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 120 else text[:119] + "…"


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
