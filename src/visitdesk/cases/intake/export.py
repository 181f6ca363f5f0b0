"""The quarantine as a file that a clerk mends and imports again.

Columns: quarantine number, file, row, reasons, then the original columns. A cell that a spreadsheet would run as a
formula gets an apostrophe (CSV) or is typed as text (XLSX). Source: reference security-storage §12 (OWASP).
"""

import csv
import re
from collections.abc import Sequence
from io import BytesIO, StringIO

from visitdesk.cases.model import HeldEntry
from visitdesk.wording import Lang, sentence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONG_NUMBER = re.compile(r"\d{12,}[\dXx]?", re.ASCII)
_HEADS = {
    Lang.ZH: ("暂存编号", "来源文件", "原行号", "暂存原因"),
    Lang.EN: ("Quarantine ID", "Source file", "Row in file", "Reason held back"),
}
_UNTITLED = {Lang.ZH: "无标题列", Lang.EN: "Untitled"}


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula or round it.

    Blanks before a formula do not hide it, and long numbers are rounded; the intake takes the apostrophe away again.
    """
    bare = text.lstrip(" \u00a0\u3000")
    return f"'{text}" if bare.startswith(_DANGEROUS) or _LONG_NUMBER.fullmatch(bare) else text


def table_of(entries: Sequence[HeldEntry], lang: Lang) -> list[list[str]]:
    """Headers and rows; original columns of several files stand side by side, equal headers share one."""
    headers: dict[tuple[str, int], int] = {}
    for entry in entries:
        for key in _keys(entry):
            headers.setdefault(key, len(headers))
    rows = [[*_HEADS[lang], *(header or _UNTITLED[lang] for header, _ in headers)]]
    for entry in entries:
        line = [""] * len(headers)
        for key, (_, text) in zip(_keys(entry), entry.cells, strict=True):
            line[headers[key]] = text
        rows.append([entry.id, entry.file_name, str(entry.row), _reasons(entry, lang), *line])
    return rows


def _keys(entry: HeldEntry) -> list[tuple[str, int]]:
    """Header and its how-manieth, since one file may have a header several times."""
    seen: dict[str, int] = {}
    keys = []
    for header, _ in entry.cells:
        seen[header] = seen.get(header, 0) + 1
        keys.append((header, seen[header]))
    return keys


def _reasons(entry: HeldEntry, lang: Lang) -> str:
    return "；".join(sentence(code, lang, dict(facts)) for _, code, facts in entry.faults)


def as_csv(entries: Sequence[HeldEntry], lang: Lang) -> bytes:
    """UTF-8 with a byte-order mark, which spreadsheets in China need to read it right."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in table_of(entries, lang):
        writer.writerow([guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(entries: Sequence[HeldEntry], lang: Lang) -> bytes:
    """A workbook whose cells are all text, so that no number and no formula is made of them."""
    from openpyxl import Workbook  # noqa: PLC0415  # costs start-up
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet("暂存" if lang is Lang.ZH else "Held back")
    for row in table_of(entries, lang):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value="".join(c for c in text if c.isprintable() or c in "\n\t"))
            cell.data_type = "s"
            cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_one_row(identity: str, cells: Sequence[tuple[str, str]]) -> bytes:
    """One row with its headers and its quarantine number as a text file that the intake reads."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*(header or _UNTITLED[Lang.ZH] for header, _ in cells), _HEADS[Lang.ZH][0]])
    writer.writerow([*(text for _, text in cells), identity])
    return out.getvalue().encode()
