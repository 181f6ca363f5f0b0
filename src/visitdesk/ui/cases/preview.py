"""The rows of an account file as the wizard shows them: every row, what is wrong, what to look at, what was corrected.

Pure: made from a reading and the dry run, in a worker. Identity and telephone numbers are masked as on any list; the
original text stands in the side panel, untouched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from visitdesk.cases.intake.fields import Field, half_width

if TYPE_CHECKING:
    from visitdesk.cases.intake.headers import Column as FileColumn
    from visitdesk.cases.intake.layout import RawRow
    from visitdesk.cases.intake.reading import Reading
    from visitdesk.cases.intake.rows import Draft, HeldRow
    from visitdesk.cases.intake.sheet import Cell
    from visitdesk.cases.intake_service import Taken

_DATES = frozenset({Field.AS_OF, Field.OPENED_ON, Field.LAST_PAID_ON, Field.ENTRUSTED_ON, Field.ENTRUSTED_UNTIL})
_AMOUNTS = frozenset(
    {Field.PRINCIPAL, Field.INTEREST, Field.PENALTY, Field.FEES, Field.ARREARS, Field.OUTSTANDING},
)
_ADDRESSES = frozenset({Field.HOME_ADDRESS, Field.REGISTERED_ADDRESS, Field.WORK_ADDRESS, Field.OTHER_ADDRESS})


class Kind(StrEnum):
    """How much a row needs a look, worst first."""

    ERROR = "error"
    HINT = "hint"
    AUTO = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about a row.

    Attributes:
        column: index of the column in the file; None for the whole row.
        code: of the wording files for errors; `hint.…` and `auto.…` have their words in the page.
    """

    kind: Kind
    code: str
    column: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row of the file.

    Attributes:
        row: as a person counts in the file.
        cells: column index → text as the list shows it.
        originals: (header, text as in the file).
    """

    row: int
    cells: Mapping[int, str]
    originals: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """The worst of its notes."""
        kinds = {note.kind for note in self.notes}
        return next((kind for kind in Kind if kind in kinds), None)

    def note_at(self, column: int) -> Note | None:
        """The worst note on a cell."""
        here = [note for note in self.notes if note.column == column]
        return min(here, key=lambda note: list(Kind).index(note.kind), default=None)


def preview_rows(reading: "Reading", taken: "Taken") -> tuple[PreviewRow, ...]:
    """All rows of the file in its order; held rows are those of the dry run."""
    held = {row.row: row for row in taken.held}
    drafts = {draft.row: draft for rows in reading.cases for draft in rows}
    repeated = {draft.row: draft for draft in reading.repeated}
    same = _same_people(drafts.values())
    columns = reading.table.columns
    made = []
    for raw in reading.table.rows:
        wrong = held.get(raw.row)
        draft = drafts.get(raw.row) or repeated.get(raw.row)
        if wrong is not None:
            notes = _faults(wrong, columns)
        elif raw.row in repeated:
            notes = [Note(kind=Kind.HINT, code="hint.repeated")]
        else:
            notes = [*_hints(draft, columns, same), *_corrected(draft, raw, columns)] if draft else []
        made.append(_row(raw, columns, tuple(notes)))
    return tuple(made)


def _row(raw: "RawRow", columns: "Sequence[FileColumn]", notes: tuple[Note, ...]) -> PreviewRow:
    from visitdesk.cases.intake.rows import original  # noqa: PLC0415  # telephone tables cost start-up

    texts = {column.index: original(raw.cells.get(column.index, "")) for column in columns}
    return PreviewRow(
        row=raw.row,
        cells={column.index: _masked(column.field, texts[column.index]) for column in columns},
        originals=tuple((column.header, texts[column.index]) for column in columns),
        notes=notes,
    )


def _masked(wanted: Field | None, text: str) -> str:
    """Identity numbers and telephones by their ends; short, since the reason must stay in sight."""
    if wanted is Field.ID_NO and len(text) > 4:
        return f"{text[:3]}***{text[-1]}"
    return f"***{text[-4:]}" if wanted is Field.PHONE and len(text) > 7 else text


def _column_of(columns: "Sequence[FileColumn]", wanted: str) -> int | None:
    return next((c.index for c in columns if c.field is not None and c.field.value == wanted), None)


def _faults(held: "HeldRow", columns: "Sequence[FileColumn]") -> list[Note]:
    return [
        Note(kind=Kind.ERROR, code=fault.code, column=_column_of(columns, fault.field), facts=fault.facts)
        for fault in held.faults
    ]


def _same_people(drafts: "Iterable[Draft]") -> dict[int, int]:
    """Row → earlier row of another case with the same identity number."""
    first: dict[str, tuple[int, str]] = {}
    same: dict[int, int] = {}
    for draft in sorted(drafts, key=lambda one: one.row):
        number, case = draft.text(Field.ID_NO), draft.text(Field.CASE_NO)
        if number and number in first and first[number][1] != case:
            same[draft.row] = first[number][0]
        elif number:
            first.setdefault(number, (draft.row, case))
    return same


def _hints(draft: "Draft", columns: "Sequence[FileColumn]", same: Mapping[int, int]) -> list[Note]:
    found = []
    if not draft.phones:
        found.append(Note(kind=Kind.HINT, code="hint.no_phone", column=_column_of(columns, Field.PHONE.value)))
    if not draft.addresses:
        place = next((c.index for c in columns if c.field in _ADDRESSES), None)
        found.append(Note(kind=Kind.HINT, code="hint.no_address", column=place))
    number = _column_of(columns, Field.ID_NO.value)
    if draft.row in same:
        found.append(Note(kind=Kind.HINT, code="hint.same_id", column=number, facts={"row": same[draft.row]}))
    if draft.id_is_old:
        found.append(Note(kind=Kind.HINT, code="hint.old_id", column=number))
    return found


def _corrected(draft: "Draft", raw: "RawRow", columns: "Sequence[FileColumn]") -> list[Note]:
    found = []
    for column in columns:
        cell = raw.cells.get(column.index, "")
        if column.field is None or column.field is Field.IGNORED or cell == "":
            continue
        code = _why_corrected(column.field, cell)
        if code:
            value = draft.values.get(column.field, "")
            found.append(Note(kind=Kind.AUTO, code=code, column=column.index, facts={"value": str(value)}))
    return found


def _why_corrected(wanted: Field, cell: "Cell") -> str:
    """Which reading was not the plain one; "" where nothing was changed but the form."""
    if not isinstance(cell, str):
        is_serial = wanted in _DATES and isinstance(cell, int | float) and not isinstance(cell, bool)
        return "auto.serial" if is_serial else ""
    text = cell.strip()
    if wanted in _AMOUNTS and any(word in text for word in "元万"):
        return "auto.unit"
    if wanted not in _ADDRESSES and half_width(text) != text:
        return "auto.width"
    return "auto.date" if wanted in _DATES and not text[:4].isdigit() else ""
