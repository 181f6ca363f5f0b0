"""What a file holds before anybody knows what it means: sheets of cells."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A value as the file has it; an empty cell is `""`."""


class FileKind(StrEnum):
    """Kinds of account file that are read."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet, or the whole of a text file.

    Attributes:
        rows: `rows[i]` is what a person sees as row i + 1; blank rows are there.
        broken: indices of rows whose quotation marks do not add up; their cells are not to be trusted.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_visible: bool = True
    broken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that could be read.

    Attributes:
        encoding: of a text file, else empty; the import page shows it.
        separator: of a text file, else empty.
        counts_from_1904: whether bare serial numbers of days count from 1904 (old Macintosh workbooks).
    """

    kind: FileKind
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""
    counts_from_1904: bool = False


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in it."""
    return isinstance(cell, str) and not cell.strip("\ufeff\u200b\u00a0\u3000 \t\r\n\v\f")
