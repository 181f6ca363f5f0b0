"""What a lesson's page is made of, after its Markdown is read: the same blocks feed screen and paper.

A small set on purpose: headings, paragraphs, lists, boxes and tables. A mark of a source (`[^two-person]`) becomes a
span with `cite`; screen and paper number the sources in the order in which they are first cited.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from visitdesk.wording import Lang

HAN_PER_MINUTE = 300
"""Reading speed for Chinese study text, Han characters (and words or figures) a minute; recalled, policy."""

WORDS_PER_MINUTE = 200
"""Reading speed for English study text, words a minute; recalled, policy."""

_UNITS_ZH = re.compile(r"[\u3400-\u9fff]|[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text in one face, or a mark of a source.

    Attributes:
        cite: id of the source whose number stands here; `text` is empty then.
    """

    text: str = ""
    is_strong: bool = False
    cite: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `id` is the same in both languages and is what questions and drills point at."""

    level: int
    id: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list with dots or numbers; one run of spans an item."""

    items: tuple[Spans, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A boxed remark: words to remember, a common mistake, a sentence to say."""

    paragraphs: tuple[Spans, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a head row; all rows have as many cells as the head."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


Block = Heading | Paragraph | Listing | Box | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """One text in both languages."""

    zh: tuple[Block, ...]
    en: tuple[Block, ...]

    def of(self, lang: Lang) -> tuple[Block, ...]:
        """The blocks of that language."""
        return self.zh if lang is Lang.ZH else self.en


def runs(block: Block) -> Iterator[Spans]:
    """All runs of spans in a block, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.spans
        case Listing():
            yield from block.items
        case Box():
            yield from block.paragraphs
        case Table():
            yield from block.head
            for row in block.rows:
                yield from row


def plain(spans: Spans) -> str:
    """The text of a run without faces and marks."""
    return "".join(span.text for span in spans)


def text_of(blocks: Iterable[Block]) -> str:
    """All words of the blocks, one run a line."""
    return "\n".join(plain(spans) for block in blocks for spans in runs(block))


def headings(blocks: Iterable[Block]) -> tuple[Heading, ...]:
    """The headings in order."""
    return tuple(block for block in blocks if isinstance(block, Heading))


def cited(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Ids of the sources in the order of their first mark; the first is number 1."""
    found = (span.cite for block in blocks for spans in runs(block) for span in spans if span.cite)
    return tuple(dict.fromkeys(found))


def reading_minutes(blocks: Iterable[Block], lang: Lang) -> float:
    """How long reading takes, in minutes."""
    text = text_of(blocks)
    if lang is Lang.ZH:
        return len(_UNITS_ZH.findall(text)) / HAN_PER_MINUTE
    return len(text.split()) / WORDS_PER_MINUTE
