"""Markdown with a TOML head to blocks: the only place that knows markdown-it.

Understood: headings with `{#id}`, paragraphs, flat lists, block quotes (boxes), tables, **strong**, and `[^source]`
marks. Anything else is refused, so that nothing shows on the screen that paper would lose.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from visitdesk.errors import BadInput
from visitdesk.training.prose import Block, Box, Heading, Listing, Paragraph, Span, Spans, Table

_HEAD = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_HEADING_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*\Z")
_MARK = re.compile(r"\[\^([a-z0-9-]+)\]")
_INSIDE = frozenset({"list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline"})
"""What may stand inside a list or a box."""
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def read_page(text: str, file: str) -> tuple[Mapping[str, Any], tuple[Block, ...]]:
    """The head's values and the blocks of a page.

    Args:
        file: its name, for the fault.

    Raises:
        BadInput: no head, or something this reader does not know.
    """
    found = _HEAD.match(text)
    if found is None:
        raise BadInput("training.content", file=file, place="1", problem="no +++ head")
    try:
        head = tomllib.loads(found[1])
    except tomllib.TOMLDecodeError as error:
        raise BadInput("training.content", file=file, place="+++", problem=str(error)) from error
    return head, tuple(_Reader(file, found[0].count("\n")).blocks(_MARKDOWN.parse(text[found.end() :])))


class _Reader:
    """Walks one token stream; `head_lines` stand above it in the file."""

    def __init__(self, file: str, head_lines: int) -> None:
        self._file = file
        self._head_lines = head_lines

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        at = 0
        while at < len(tokens):
            end = _closing(tokens, at)
            yield self._block(tokens[at : end + 1])
            at = end + 1

    def _block(self, tokens: Sequence[Token]) -> Block:
        first = tokens[0]
        match first.type:
            case "heading_open":
                return self._heading(tokens)
            case "paragraph_open":
                return Paragraph(spans=self._spans(tokens[1]))
            case "bullet_list_open" | "ordered_list_open":
                return Listing(items=self._inlines(tokens), is_numbered=first.type == "ordered_list_open")
            case "blockquote_open":
                return Box(paragraphs=self._inlines(tokens))
            case "table_open":
                return self._table(tokens)
            case _:
                raise self._fault(first, first.type)

    def _heading(self, tokens: Sequence[Token]) -> Heading:
        found = _HEADING_ID.search(tokens[1].content)
        if found is None:
            raise self._fault(tokens[0], "heading without {#id}")
        words = tokens[1].content[: found.start()]
        return Heading(level=int(tokens[0].tag[1]), id=found[1], spans=(Span(text=words, is_strong=True),))

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[list[Spans]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._spans(token))
        return Table(head=tuple(rows[0]), rows=tuple(tuple(row) for row in rows[1:]))

    def _inlines(self, tokens: Sequence[Token]) -> tuple[Spans, ...]:
        for token in tokens[1:-1]:
            if token.type not in _INSIDE:
                raise self._fault(token, f"{token.type} inside another block")
        return tuple(self._spans(token) for token in tokens if token.type == "inline")

    def _spans(self, inline: Token) -> Spans:
        spans: list[Span] = []
        is_strong = False
        for token in inline.children or ():
            match token.type:
                case "strong_open" | "strong_close":
                    is_strong = token.type == "strong_open"
                case "text":
                    spans.extend(_marked(token.content, is_strong=is_strong))
                case "softbreak":
                    spans.append(Span(text=" ", is_strong=is_strong))
                case _:
                    raise self._fault(inline, token.type)
        return tuple(spans)

    def _fault(self, token: Token, problem: str) -> BadInput:
        line = self._head_lines + token.map[0] + 1 if token.map else "?"
        return BadInput("training.content", file=self._file, place=line, problem=problem)


def _marked(text: str, *, is_strong: bool) -> Iterator[Span]:
    """Text with its `[^source]` marks cut out as spans of their own."""
    for number, part in enumerate(_MARK.split(text)):
        if number % 2:
            yield Span(cite=part)
        elif part:
            yield Span(text=part, is_strong=is_strong)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Index of the token that closes the block opened at `at`; itself where it needs no closing."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1
