"""Is each value of a row valid? A row with any fault in a recognised column is held back with all its reasons."""

import hashlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, datetime
from decimal import Decimal

from visitdesk.cases.intake import amounts, dates, identity, phones, texts
from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.headers import Column
from visitdesk.cases.intake.invalid import Invalid
from visitdesk.cases.intake.layout import RawRow, Table
from visitdesk.cases.intake.mapping import DateOrder
from visitdesk.cases.intake.sheet import Cell
from visitdesk.money import Money

Value = str | int | date | Decimal | Money
DATES = frozenset({Field.AS_OF, Field.OPENED_ON, Field.LAST_PAID_ON, Field.ENTRUSTED_ON, Field.ENTRUSTED_UNTIL})
AMOUNTS = frozenset({Field.PRINCIPAL, Field.INTEREST, Field.PENALTY, Field.FEES, Field.ARREARS, Field.OUTSTANDING})
ADDRESSES = frozenset({Field.HOME_ADDRESS, Field.REGISTERED_ADDRESS, Field.WORK_ADDRESS, Field.OTHER_ADDRESS})
WHOLE_ROW = "row"
"""The "field" of a fault that concerns the row and no single column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a row is held back.

    Attributes:
        field: code of our field, or `row`.
        code: of the sentence; `facts` fill it and never hold what the cell says.
    """

    field: str
    code: str
    facts: dict[str, object] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One valid row.

    Attributes:
        values: single fields that the row has; an empty cell has no entry.
        phones: E.164, in the order of the file.
        addresses: (field, text), in the order of the file.
        remarks: (header, text) of the columns that are no field of ours.
        id_is_old: its identity number has 15 digits.
    """

    row: int
    values: dict[Field, Value]
    phones: tuple[str, ...] = ()
    addresses: tuple[tuple[Field, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    birth_date: date | None = None
    id_is_old: bool = False

    def text(self, wanted: Field) -> str:
        """A text field; empty where the row has none."""
        value = self.values.get(wanted, "")
        return value if isinstance(value, str) else str(value)

    @property
    def account_key(self) -> str:
        """What tells one account of a case from another: its number, else its contract; empty where neither is given."""
        return self.text(Field.ACCOUNT_NO) or self.text(Field.CONTRACT_NO)

    def agrees_with(self, other: "Draft") -> bool:
        """Whether two rows say the same in every recognised column."""
        return (
            _without_number(self.values) == _without_number(other.values)
            and self.phones == other.phones
            and self.addresses == other.addresses
        )


def _without_number(values: dict[Field, Value]) -> dict[Field, Value]:
    """The values without the number a row has in the quarantine, which says nothing of the account."""
    return {field: value for field, value in values.items() if field is not Field.QUARANTINE}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One row that is held back, with its original cells.

    Attributes:
        cells: (header, text as in the file).
        case_no: the case number where it could be read, else empty.
    """

    row: int
    faults: tuple[Fault, ...]
    cells: tuple[tuple[str, str], ...]
    case_no: str = ""
    account_key: str = ""
    quarantine: str = ""

    @property
    def digest(self) -> str:
        """Of the original cells; the same row is kept once."""
        return hashlib.sha256(json.dumps(self.cells, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What judging needs to know of the whole file."""

    columns: tuple[Column, ...]
    order: DateOrder | None
    from_1904: bool
    today: date


def judge_all(
    table: Table, *, order: DateOrder | None, from_1904: bool, today: date
) -> tuple[list[Draft], list[HeldRow]]:
    """Every row of the table is in exactly one of the two lists.

    Args:
        order: said by the mapping; otherwise the file's own dates decide once for all.
    """
    date_columns = {column.index for column in table.columns if column.field in DATES}
    decided = order or dates.order_of(cell for raw in table.rows for i, cell in raw.cells.items() if i in date_columns)
    rules = Rules(columns=table.columns, order=decided, from_1904=from_1904, today=today)
    drafts: list[Draft] = []
    held: list[HeldRow] = []
    for raw in table.rows:
        judged = judge(raw, rules)
        if isinstance(judged, Draft):
            drafts.append(judged)
        else:
            held.append(judged)
    return drafts, held


def judge(raw: RawRow, rules: Rules) -> Draft | HeldRow:
    """One row: valid, or held back with all its reasons."""
    faults: list[Fault] = []
    if raw.is_broken:
        faults.append(Fault(field=WHOLE_ROW, code="intake.cells_shifted"))
        return hold(raw, rules.columns, faults, from_1904=rules.from_1904)
    gathered = _Gathered()
    id_kind = _id_kind(raw, rules.columns)
    for column in rules.columns:
        cell = raw.cells.get(column.index)
        if cell is None or column.field is Field.IGNORED:
            continue
        try:
            _take(gathered, column, cell, id_kind, rules)
        except Invalid as invalid:
            faults.append(
                Fault(field=column.field.value if column.field else WHOLE_ROW, code=invalid.code, facts=invalid.facts)
            )
    named = {fault.field for fault in faults}
    faults.extend(
        Fault(field=needed.value, code=f"intake.missing_{needed.value}")
        for needed in (Field.CASE_NO, Field.BORROWER_NAME)
        if needed not in gathered.values and needed.value not in named
    )
    if faults:
        return hold(raw, rules.columns, faults, gathered, from_1904=rules.from_1904)
    remarks = [*gathered.remarks, *((letter_free, text) for letter_free, text in _extra(raw))]
    return Draft(
        row=raw.row,
        values=gathered.values,
        phones=tuple(gathered.phones),
        addresses=tuple(gathered.addresses),
        remarks=tuple(remarks),
        birth_date=gathered.birth_date,
        id_is_old=gathered.id_is_old,
    )


class _Gathered:
    """What one row has given so far."""

    def __init__(self) -> None:
        self.values: dict[Field, Value] = {}
        self.phones: dict[str, None] = {}
        self.addresses: dict[tuple[Field, str], None] = {}
        self.remarks: list[tuple[str, str]] = []
        self.birth_date: date | None = None
        self.id_is_old = False


def _take(gathered: _Gathered, column: Column, cell: Cell, id_kind: str, rules: Rules) -> None:
    wanted = column.field
    if wanted is None:
        text = original(cell)
        if text:
            gathered.remarks.append((column.header, text))
    elif wanted is Field.PHONE:
        gathered.phones.update(dict.fromkeys(phones.phones(cell)))
    elif wanted in ADDRESSES:
        text = texts.address(cell)
        if text:
            gathered.addresses[wanted, text] = None
    elif wanted is Field.ID_NO:
        _take_id(gathered, cell, id_kind, rules)
    else:
        value = _single(wanted, column, cell, rules)
        if value not in (None, ""):
            gathered.values[wanted] = value


def _take_id(gathered: _Gathered, cell: Cell, id_kind: str, rules: Rules) -> None:
    found = identity.id_number(cell, id_kind, rules.today)
    if found is not None:
        gathered.values[Field.ID_NO] = found.number
        gathered.birth_date, gathered.id_is_old = found.birth_date, found.is_old


def _single(wanted: Field, column: Column, cell: Cell, rules: Rules) -> Value | None:
    if wanted in DATES:
        return dates.day(cell, order=rules.order, from_1904=rules.from_1904)
    if wanted in AMOUNTS:
        return amounts.amount(cell, column.unit)
    if wanted is Field.ANNUAL_RATE:
        return texts.annual_rate(cell, column.unit)
    return _PLAIN[wanted](cell)


_PLAIN: dict[Field, Callable[[Cell], Value | None]] = {
    Field.CASE_NO: texts.reference_no,
    Field.BORROWER_NAME: texts.person_name,
    Field.CONTRACT_NO: texts.reference_no,
    Field.ACCOUNT_NO: texts.reference_no,
    Field.QUARANTINE: texts.reference_no,
    Field.ID_KIND: texts.plain_text,
    Field.LENDER: texts.plain_text,
    Field.BATCH: texts.plain_text,
    Field.PROVINCE: texts.plain_text,
    Field.DAYS_PAST_DUE: texts.days,
    Field.DEBT_KIND: lambda cell: texts.debt_kind(cell, is_product=False),
    Field.PRODUCT: texts.plain_text,
}


def _id_kind(raw: RawRow, columns: tuple[Column, ...]) -> str:
    found = next((raw.cells.get(column.index, "") for column in columns if column.field is Field.ID_KIND), "")
    return str(found)


def _extra(raw: RawRow) -> list[tuple[str, str]]:
    return [("", text) for cell in raw.extra if (text := original(cell))]


def original(cell: Cell) -> str:
    """The cell as the file has it, for remarks and for the quarantine: nothing mended, nothing lost."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and math.isfinite(cell) and abs(cell) < 10**15:
        # What a spreadsheet's arithmetic leaves behind (0.30000000000000004) was never on anybody's screen.
        near = round(cell, 9)
        return str(int(near)) if near.is_integer() else repr(near)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell)


def _original_in(column: Column, cell: Cell, *, from_1904: bool) -> str:
    """The cell as text; a bare serial number under a date header as the day it shows, or it could not be read again."""
    if column.field in DATES and isinstance(cell, float):
        try:
            shown = dates.day(cell, order=None, from_1904=from_1904)
        except Invalid:
            return original(cell)
        return shown.isoformat() if shown else ""
    return original(cell)


def hold(
    raw: RawRow,
    columns: tuple[Column, ...],
    faults: list[Fault],
    gathered: _Gathered | None = None,
    *,
    from_1904: bool,
) -> HeldRow:
    """The row with its original cells and all its faults."""
    values = gathered.values if gathered else {}
    cells = [
        (column.header, _original_in(column, raw.cells.get(column.index, ""), from_1904=from_1904))
        for column in columns
    ]
    cells.extend(_extra(raw))
    return HeldRow(
        row=raw.row,
        faults=tuple(faults),
        cells=tuple(cells),
        case_no=str(values.get(Field.CASE_NO, "")),
        account_key=str(values.get(Field.ACCOUNT_NO, "") or values.get(Field.CONTRACT_NO, "")),
        quarantine=str(values.get(Field.QUARANTINE, "")),
    )
