"""From bytes to judged rows: the whole way, without a database. What the import page previews and the door imports."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from visitdesk.cases.intake.delimited import read_text
from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.groups import group
from visitdesk.cases.intake.layout import RawRow, Table, find_table, promise
from visitdesk.cases.intake.mapping import NO_MAPPING, Mapping
from visitdesk.cases.intake.rows import AMOUNTS, Draft, Fault, HeldRow, hold, judge_all
from visitdesk.cases.intake.sheet import FileKind, Opened
from visitdesk.cases.intake.sniff import sniff
from visitdesk.cases.intake.workbook import Parse, read_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file says, judged row by row.

    Attributes:
        cases: valid rows, one tuple a case, one row an account.
        repeated: rows that only repeat another row of this file.
        held: rows held back, with reasons and original cells.
        sha256: of the file; `mapping_digest` of the mapping file, empty without one.
    """

    name: str
    sha256: str
    mapping_digest: str
    opened: Opened
    table: Table
    cases: tuple[tuple[Draft, ...], ...]
    repeated: tuple[Draft, ...]
    held: tuple[HeldRow, ...]

    @property
    def rows(self) -> int:
        """Rows of the table, all buckets together."""
        return len(self.table.rows)


def read_accounts(
    data: bytes, name: str, *, today: date, mapping: Mapping = NO_MAPPING, parse: Parse | None = None
) -> Reading:
    """Read and judge an account file.

    Args:
        name: as the person calls it; stands in every sentence.
        today: in the branch's zone; nobody is born later.
        parse: for tests, reads workbooks in place instead of in a child process.

    Raises:
        BadInput: the file as a whole cannot be used; one sentence says why and what to do.
    """
    kind = sniff(data, name)
    if kind is FileKind.TEXT:
        opened = read_text(data, name, lambda sheet: promise(sheet, mapping))
    else:
        opened = read_workbook(data, kind, name, parse)
    table = _in_unit(find_table(opened, name, mapping), mapping)
    drafts, held = judge_all(table, order=mapping.date_order, from_1904=opened.counts_from_1904, today=today)
    cases, repeated, against = group(drafts)
    raw_of = {raw.row: raw for raw in table.rows}
    held.extend(_held_again(draft, raw_of, table, fault, opened) for draft, fault in against)
    return Reading(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        mapping_digest=mapping.digest,
        opened=opened,
        table=table,
        cases=tuple(cases),
        repeated=tuple(repeated),
        held=tuple(sorted(held, key=lambda row: row.row)),
    )


def hold_drafts(reading: Reading, against: list[tuple[Draft, Fault]]) -> list[HeldRow]:
    """Rows that were valid by themselves and are held back for what the database says."""
    raw_of = {raw.row: raw for raw in reading.table.rows}
    return [_held_again(draft, raw_of, reading.table, fault, reading.opened) for draft, fault in against]


def _held_again(draft: Draft, raw_of: dict[int, RawRow], table: Table, fault: Fault, opened: Opened) -> HeldRow:
    held = hold(raw_of[draft.row], table.columns, [fault], from_1904=opened.counts_from_1904)
    return replace(
        held, case_no=draft.text(Field.CASE_NO), account_key=draft.account_key, quarantine=draft.text(Field.QUARANTINE)
    )


def _in_unit(table: Table, mapping: Mapping) -> Table:
    """Give amount columns without a unit the one the mapping names."""
    if mapping.amount_unit is None:
        return table
    columns = tuple(
        replace(column, unit=mapping.amount_unit) if column.field in AMOUNTS and column.unit is None else column
        for column in table.columns
    )
    return replace(table, columns=columns)
