"""Makes account files of every kind, of evidently artificial people."""

import datetime as dt
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import openpyxl
import xlwt

from visitdesk.cases.intake.identity import check_digit
from visitdesk.cases.intake.mapping import NO_MAPPING
from visitdesk.cases.intake.mapping import Mapping as Said
from visitdesk.cases.intake.reading import Reading, read_accounts
from visitdesk.cases.intake.workbook import parse_here

TODAY = dt.date(2026, 11, 24)
Line = Sequence[object]


def read(data: bytes, name: str = "accounts.csv", mapping: Said = NO_MAPPING) -> Reading:
    """Read in place, without the child process."""
    return read_accounts(data, name, today=TODAY, mapping=mapping, parse=parse_here)


def text(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def xlsx(lines: Sequence[Line], *, others: Mapping[str, Sequence[Line]] | None = None, first: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "案件"
    for line in lines:
        sheet.append(list(line))
    for name, rows in (others or {}).items():
        other = book.create_sheet(name, 0 if first else None)
        for row in rows:
            other.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def xls(lines: Sequence[Line]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("案件")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for i, line in enumerate(lines):
        for j, cell in enumerate(line):
            if isinstance(cell, dt.date):
                sheet.write(i, j, cell, day)
            elif cell is not None:
                sheet.write(i, j, cell)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def ods(lines: Sequence[Line]) -> bytes:
    """By hand: the smallest package that spreadsheets open."""
    rows = "".join(f"<table:table-row>{''.join(_ods_cell(cell) for cell in line)}</table:table-row>" for line in lines)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="案件">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return package({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(cell: object) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def package(members: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(
                name, body, compress_type=zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def id_number(serial: int = 1, born: str = "19900101") -> str:
    """A number that is right in form and belongs to nobody: region 990000 does not exist."""
    first = f"990000{born}{serial:03d}"
    return first + check_digit(first)


def faults(reading: Reading) -> set[tuple[int, str, str]]:
    """(row, field, code without the room) of everything held back."""
    return {
        (held.row, fault.field, fault.code.removeprefix("intake.")) for held in reading.held for fault in held.faults
    }
