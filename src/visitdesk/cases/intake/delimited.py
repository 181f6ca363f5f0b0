"""Text files: which encoding, which separator, and records as a spreadsheet would number them.

Encodings are tried from the sure to the less sure, always strictly: a byte-order mark, UTF-8, UTF-16 without a mark
where zero bytes speak for it, GB18030. Nothing is ever replaced by a question mark.
"""

import codecs
import csv
import re
import unicodedata
from collections.abc import Callable, Iterator

from visitdesk.cases.intake.sheet import FileKind, Opened, Sheet
from visitdesk.errors import BadInput

SEPARATORS = (",", ";", "\t")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CELL_LIMIT = 32_767
"""Characters of one cell in a spreadsheet; more means a quotation mark that was never closed."""

_SAMPLE = 65_536
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HAN_IN_LATIN = re.compile(r"[A-Za-z][\u3400-\u9fff](?=[A-Za-z])")
_HAN = re.compile(r"[\u3400-\u9fff]")


def read_text(data: bytes, name: str, promise: Callable[[Sheet], int]) -> Opened:
    """The one sheet of a text file.

    Args:
        promise: how many headers are recognised on a sheet; the separator that promises most is taken.

    Raises:
        BadInput: no text, an unknown encoding, or a quotation mark that is never closed.
    """
    text, encoding = decode(data, name)
    said, body = _said_separator(text)
    separator = said or _best_separator(body, name, promise)
    return Opened(kind=FileKind.TEXT, sheets=(parse(body, separator, name),), encoding=encoding, separator=separator)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        BadInput: binary junk, or an encoding that is not one of ours.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), encoding.removesuffix("-sig")
    if b"\x00" in data:
        return _utf16_without_mark(data, name)
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data[: error.start], name)
        text, encoding = _strict(data, "gb18030", name), "gb18030"
        if _is_doubtful(text):
            raise BadInput("intake.unknown_encoding", file=name) from None
    if _CONTROL.search(text.rstrip("\x1a")):
        raise BadInput("intake.is_binary", file=name)
    return text, encoding


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput("intake.unknown_encoding", file=name) from error
    if _CONTROL.search(text.rstrip("\x1a")):
        raise BadInput("intake.is_binary", file=name)
    return text


def _refuse_broken_utf8(before: bytes, name: str) -> None:
    """Four Han characters in good UTF-8 are no accident: the file is UTF-8 and was cut or damaged after them."""
    text = before.decode("utf-8")
    if len(_HAN.findall(text)) >= 4:
        raise BadInput("intake.broken_utf8", file=name, row=text.count("\n") + 1)


def _is_doubtful(text: str) -> bool:
    """Western text read as GB18030 shows single Han characters inside Latin words, and a header without any."""
    header = text.lstrip().split("\n", 1)[0]
    return _HAN.search(header) is None and _HAN_IN_LATIN.search(text) is not None


def _utf16_without_mark(data: bytes, name: str) -> tuple[str, str]:
    """UTF-16 only where exactly one byte order gives sensible text."""
    found = [(text, order) for order in ("utf-16-le", "utf-16-be") if (text := _sensible(data, order)) is not None]
    if len(found) != 1:
        raise BadInput("intake.is_binary", file=name)
    return found[0]


def _sensible(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:20_000]
    if "\n" not in sample and "\r" not in sample and not any(separator in sample for separator in SEPARATORS):
        return None
    odd = sum(unicodedata.category(c) in {"Cn", "Co", "Cs", "Cc"} and c not in "\t\r\n" for c in sample)
    common = sum(c < "\u0250" or "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in sample)
    return text if not odd and common > 0.95 * len(sample) and _CONTROL.search(text) is None else None


def _said_separator(text: str) -> tuple[str | None, str]:
    """Excel's own first line `sep=;` names the separator; it stays a row of its own."""
    found = re.match(r"sep=([,;\t])\r?\n", text)
    return (found[1], text.replace(found[0], "\n", 1)) if found else (None, text)


def _best_separator(text: str, name: str, promise: Callable[[Sheet], int]) -> str:
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    score = {separator: promise(parse(sample, separator, name, whole=False)) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: (score[separator], sample.count(separator)))
    return best if score[best] else max(SEPARATORS, key=sample.count)


def parse(text: str, separator: str, name: str, *, whole: bool = True) -> Sheet:
    """Records of the text; a record with broken quotation marks is kept and marked.

    Args:
        whole: False for a sample, whose end may cut a quoted cell.

    Raises:
        BadInput: a quotation mark is opened and never closed.
    """
    rows: list[tuple[str, ...]] = []
    broken: set[int] = set()
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        before = lines.given
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error:
            if lines.is_empty() and lines.given - before != 1:
                if whole:
                    raise BadInput("intake.open_quote", file=name, row=len(rows) + 1) from None
                break
            broken.add(len(rows))
            row = lines.since(before).split(separator)
        if any(len(cell) > _CELL_LIMIT for cell in row):
            raise BadInput("intake.open_quote", file=name, row=len(rows) + 1)
        rows.append(tuple(row))
    return Sheet(name="", rows=tuple(rows), broken=frozenset(broken))


class _Lines:
    """Feeds the reader line by line and remembers which lines a record took."""

    def __init__(self, text: str) -> None:
        normal = text.rstrip("\x1a").replace("\r\n", "\n").replace("\r", "\n")
        self._lines = normal.split("\n")
        if self._lines and not self._lines[-1]:
            self._lines.pop()
        self.given = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.is_empty():
            raise StopIteration
        self.given += 1
        return self._lines[self.given - 1] + "\n"

    def is_empty(self) -> bool:
        """Whether all lines were given."""
        return self.given >= len(self._lines)

    def since(self, line: int) -> str:
        """The text of the lines given after `line`."""
        return "\n".join(self._lines[line : self.given])
