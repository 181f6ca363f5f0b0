"""Where the table lies in a file: which sheet, which header row, and which lines are titles, blanks, totals or notes.

Everything that is left out is listed with its reason; a line that is not surely one of these is a row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from visitdesk.cases.intake.fields import REQUIRED, Field, fold, half_width, words
from visitdesk.cases.intake.headers import Column, Recognised, letter, recognise
from visitdesk.cases.intake.mapping import Mapping
from visitdesk.cases.intake.sheet import Cell, FileKind, Opened, Sheet, is_blank
from visitdesk.errors import BadInput

_LOOK_AT = 60
"""Rows from the top among which the header row is looked for; reports have long title blocks."""

_COUNT = re.compile(r"共\d+(?:户|件|笔|条|人)(?:记录|案件|账户|数据)?")
_AMOUNTS = frozenset({Field.PRINCIPAL, Field.INTEREST, Field.PENALTY, Field.FEES, Field.ARREARS, Field.OUTSTANDING})


class LeftOut(StrEnum):
    """Why a line is no row."""

    TITLE = "title"
    HEADER = "header"
    TOTAL = "total"
    FOOTER = "footer"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One line that should be an account.

    Attributes:
        row: as a person counts in the file, from 1.
        cells: column index → cell, only of columns that have a header; blank cells are left out.
        extra: cells without a header above them.
        is_broken: its quotation marks do not add up.
    """

    row: int
    cells: dict[int, Cell]
    extra: tuple[Cell, ...] = ()
    is_broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table of a file.

    Attributes:
        header_row: as a person counts.
        left_out: (row or 0 for a whole sheet, why, what): what was seen and is no account.
    """

    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[RawRow, ...]
    left_out: tuple[tuple[int, LeftOut, str], ...] = ()

    def column_of(self, field: Field) -> Column | None:
        """The first column of this field."""
        return next((column for column in self.columns if column.field is field), None)


def promise(sheet: Sheet, mapping: Mapping) -> int:
    """How many fields the best header row of this sheet has; chooses separators and sheets."""
    found = _best(sheet, mapping)
    return 0 if found is None else len(found[1].fields) + (100 if found[1].is_complete else 0)


def find_table(opened: Opened, name: str, mapping: Mapping) -> Table:
    """The table of the file.

    Raises:
        BadInput: no header row, a required header is missing, or two columns are the same field and disagree.
    """
    sheet, others = _sheet(opened, name, mapping)
    found = _best(sheet, mapping)
    if found is None or not found[1].fields:
        raise BadInput("intake.no_headers", file=name)
    at, recognised = found
    if not recognised.is_complete:
        missing = next(field for field in REQUIRED if field not in recognised.fields)
        raise BadInput(f"intake.no_{missing.value}", file=name, row=at + 1)
    _refuse_unused(mapping, recognised, name, at + 1)
    table = _cut(sheet, at, recognised, is_text=opened.kind is FileKind.TEXT)
    _refuse_contradictions(table, recognised, name)
    left_out = tuple((0, LeftOut.SHEET, other.name) for other in others if other.rows) + table.left_out
    return Table(sheet=sheet.name, header_row=at + 1, columns=table.columns, rows=table.rows, left_out=left_out)


def _sheet(opened: Opened, name: str, mapping: Mapping) -> tuple[Sheet, list[Sheet]]:
    sheets = [sheet for sheet in opened.sheets if mapping.sheet is None or sheet.name == mapping.sheet]
    if not sheets:
        raise BadInput("intake.no_such_sheet" if opened.sheets else "intake.empty_file", file=name, sheet=mapping.sheet)
    if not any(_has_content(sheet) for sheet in sheets):
        raise BadInput("intake.empty_file", file=name)
    best = max(sheets, key=lambda sheet: (promise(sheet, mapping) >= 100, sheet.is_visible, promise(sheet, mapping)))
    return best, [sheet for sheet in opened.sheets if sheet is not best]


def _has_content(sheet: Sheet) -> bool:
    return any(not is_blank(cell) for row in sheet.rows for cell in row)


def _best(sheet: Sheet, mapping: Mapping) -> tuple[int, Recognised] | None:
    """Index and headers of the row that has most fields; complete ones before others, the upper before the lower."""
    if mapping.header_row is not None:
        at = mapping.header_row - 1
        return (at, recognise(sheet.rows[at], mapping)) if at < len(sheet.rows) else None
    best: tuple[int, Recognised] | None = None
    for at, row in enumerate(sheet.rows[:_LOOK_AT]):
        found = recognise(row, mapping)
        if best is None or _weight(found) > _weight(best[1]):
            best = at, found
    return best


def _weight(found: Recognised) -> tuple[bool, int]:
    return found.is_complete, len(found.fields - {Field.IGNORED})


def _refuse_unused(mapping: Mapping, recognised: Recognised, name: str, row: int) -> None:
    """A header of the mapping file that the file lacks is a typing error of somebody."""
    wanted = {field for field in mapping.columns.values() if field is not None}
    missing = sorted(field.value for field in wanted - recognised.fields)
    if missing:
        raise BadInput("intake.mapping_unused", file=name, row=row, fields=", ".join(missing))


def _refuse_contradictions(table: Table, recognised: Recognised, name: str) -> None:
    for field, columns in recognised.twice:
        for raw in table.rows:
            if len({_same(raw.cells.get(index, "")) for index in columns}) > 1:
                raise BadInput(
                    "intake.same_header_twice",
                    file=name,
                    row=raw.row,
                    field=field.value,
                    columns=", ".join(letter(index) for index in columns),
                )


def _same(cell: Cell) -> str:
    return half_width(str(cell)).strip()


def _cut(sheet: Sheet, at: int, recognised: Recognised, *, is_text: bool) -> Table:
    """The lines below the headers, sorted into rows and what is left out."""
    columns = recognised.columns
    known = {column.index for column in columns}
    width = max(known) + 1
    header_words = {column.index: _same(sheet.rows[at][column.index]) for column in columns}
    left: list[tuple[int, LeftOut, str]] = [
        (index + 1, LeftOut.TITLE, "") for index in range(at) if any(not is_blank(cell) for cell in sheet.rows[index])
    ]
    rows: list[RawRow] = []
    for index in range(at + 1, len(sheet.rows)):
        line = sheet.rows[index]
        cells = {i: cell for i, cell in enumerate(line) if i in known and not is_blank(cell)}
        beyond = tuple(cell for i, cell in enumerate(line) if i not in known and not is_blank(cell))
        why = _why_left_out(cells, beyond, columns, header_words)
        if why is not None:
            left.append((index + 1, why, ""))
        elif not _is_empty(cells, beyond, columns) or index in sheet.broken:
            too_wide = is_text and any(not is_blank(cell) for cell in line[width:])
            rows.append(RawRow(row=index + 1, cells=cells, extra=beyond, is_broken=index in sheet.broken or too_wide))
    rows, notes = _without_notes(rows, columns)
    left.extend((row, LeftOut.FOOTER, "") for row in notes)
    return Table(sheet=sheet.name, header_row=at + 1, columns=columns, rows=tuple(rows), left_out=tuple(sorted(left)))


def _is_empty(cells: dict[int, Cell], beyond: tuple[Cell, ...], columns: Sequence[Column]) -> bool:
    """Blank, or only a serial number waiting for its row, or only zeros that formulas left behind."""
    if beyond:
        return False
    ignored = {column.index for column in columns if column.field is Field.IGNORED}
    return all(index in ignored or cell in (0, "0") for index, cell in cells.items())


def _why_left_out(
    cells: dict[int, Cell], beyond: tuple[Cell, ...], columns: Sequence[Column], header_words: dict[int, str]
) -> LeftOut | None:
    if not cells and not beyond:
        return None
    by_field = {column.field: cells.get(column.index, "") for column in reversed(columns) if column.field in REQUIRED}
    number, person = by_field.get(Field.CASE_NO, ""), by_field.get(Field.BORROWER_NAME, "")
    if _is_header_again(cells, header_words, number, person):
        return LeftOut.HEADER
    first = cells[min(cells)] if cells else beyond[0]
    # Beside 合计 in another column there may stand how many cases and persons there are, but no case and no person.
    counted = is_blank(number) or is_blank(person) or str(number).strip().isdecimal()
    if is_total(number) or (is_total(first) and counted) or (is_blank(number) and is_total(person)):
        return LeftOut.TOTAL
    if cells and is_blank(number) and is_blank(person) and _is_sum_line(cells, columns):
        return LeftOut.TOTAL
    return None


def _is_header_again(cells: dict[int, Cell], header_words: dict[int, str], number: Cell, person: Cell) -> bool:
    """The same headers on the next page, the headers in another language, or a line of hints such as 必填."""
    if len(cells) > 1 and all(_same(cell) == header_words[index] for index, cell in cells.items()):
        return True
    known = words()
    if cells and all(isinstance(cell, str) and fold(cell) in known.hints for cell in cells.values()):
        return True
    return _means(number, Field.CASE_NO) and _means(person, Field.BORROWER_NAME)


def _means(cell: Cell, field: Field) -> bool:
    return isinstance(cell, str) and any(one.field is field for one in words().synonyms.get(fold(cell), ()))


def is_total(cell: Cell) -> bool:
    """Whether the cell says 合计, 总计：, "Total 12", 共3条 or the like."""
    if not isinstance(cell, str) or len(cell) > 40:
        return False
    if _COUNT.fullmatch(fold(cell)):
        return True
    folded = re.sub(r"[\d()户件笔条人元共]+$|[(（].*$", "", fold(cell))
    return folded in words().totals


def _is_sum_line(cells: dict[int, Cell], columns: Sequence[Column]) -> bool:
    """At least two sums and nothing else: the line below a table whose word 合计 was forgotten or merged away."""
    amounts = {column.index for column in columns if column.field in _AMOUNTS}
    return len(cells) >= 2 and set(cells) <= amounts


def _without_notes(rows: list[RawRow], columns: Sequence[Column]) -> tuple[list[RawRow], list[int]]:
    """Cut notes such as 制表人：… below the table: from the end upward, as long as a line begins with such a word."""
    notes: list[int] = []
    while rows and _is_note(rows[-1], columns):
        notes.append(rows.pop().row)
    return rows, notes


def _is_note(raw: RawRow, columns: Sequence[Column]) -> bool:
    names = {column.index for column in columns if column.field is Field.BORROWER_NAME}
    if not raw.cells or raw.is_broken or names & set(raw.cells):
        return False
    first = raw.cells[min(raw.cells)]
    if not isinstance(first, str):
        return False
    begins = re.match(r"([^:：\d]{1,12})[:：]", first.strip())
    return begins is not None and fold(begins[1]) in words().footers
