"""An import that is under way: file copy, what a person said about it, what was read. Leaving the page loses nothing."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from visitdesk.cases.intake.fields import Field, Unit, fold, words
from visitdesk.cases.intake.mapping import NO_MAPPING, DateOrder
from visitdesk.cases.intake.mapping import Mapping as Said
from visitdesk.ui.cases.preview import PreviewRow, preview_rows

if TYPE_CHECKING:
    from visitdesk.cases.intake.headers import Column
    from visitdesk.cases.intake.reading import Reading
    from visitdesk.cases.intake_service import Taken

LARGEST = 100_000_000
"""Bytes of a file that are read at all; the intake refuses more in its own sentence."""
SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one reading gave: the file's rows, and what an import would do."""

    reading: "Reading"
    taken: "Taken"
    rows: tuple[PreviewRow, ...]


@dataclass(slots=True, kw_only=True)
class ImportDraft:
    """The state of the wizard; one for the window.

    Attributes:
        step: 1 choose, 2 columns, 3 check, 4 done.
        data: the file as it was when chosen; later changes on disk do not matter.
        done: what the import did, once it is done.
    """

    step: int = 1
    name: str = ""
    data: bytes = b""
    said: Said = field(default_factory=lambda: NO_MAPPING)
    read: Read | None = None
    done: "Taken | None" = None

    @property
    def is_under_way(self) -> bool:
        """A file was chosen and not imported yet."""
        return bool(self.name) and self.done is None

    def forget(self) -> None:
        """Ready for the next file."""
        self.step, self.name, self.data = 1, "", b""
        self.said, self.read, self.done = NO_MAPPING, None, None


def load(path: Path) -> tuple[str, bytes]:
    """Name and bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return path.name, file.read(LARGEST + 1)


def read_file(name: str, data: bytes, said: Said, today: date) -> "Reading":
    """Read and judge; long computing, never on the writer thread: check-ins must not wait for a spreadsheet.

    Raises:
        BadInput: the file as a whole cannot be used.
    """
    from visitdesk.cases.intake.reading import read_accounts  # noqa: PLC0415  # costs start-up

    return read_accounts(data, name, today=today, mapping=said)


def laid_out(reading: "Reading", taken: "Taken") -> Read:
    """The rows for the list; long computing too."""
    return Read(reading=reading, taken=taken, rows=preview_rows(reading, taken))


def said_anew(
    said: Said,
    *,
    columns: Mapping[str, Field | None] | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    date_order: DateOrder | None = None,
    amount_unit: Unit | None = None,
) -> Said:
    """The person's word about the file with changes; its digest makes it another import of the same file."""
    altered = replace(
        said,
        columns=dict(said.columns) | dict(columns or {}),
        sheet=sheet or said.sheet,
        header_row=header_row or said.header_row,
        date_order=date_order or said.date_order,
        amount_unit=amount_unit or said.amount_unit,
    )
    told = {
        "columns": {key: value.value if value else "" for key, value in sorted(altered.columns.items())},
        "rest": [altered.sheet, altered.header_row, altered.date_order, altered.amount_unit],
    }
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
    return replace(altered, digest=digest)


def header_key(header: str) -> str:
    """The key under which a mapping names a header."""
    return fold(header) or header


def samples(read: Read, index: int) -> tuple[str, ...]:
    """The first three values of a column that are not empty."""
    found = [row.cells.get(index, "") for row in read.rows[:200] if row.cells.get(index, "")]
    return tuple(dict.fromkeys(found))[:SAMPLES]


def confidence(column: "Column", said: Said) -> str:
    """How sure the reading of a header is: `said`, `certain` (means one field only), `likely`, `remark`."""
    if header_key(column.header) in said.columns:
        return "said"
    if column.field is None:
        return "remark"
    from visitdesk.cases.intake.headers import split_header  # noqa: PLC0415  # stays out of start-up

    known = words().synonyms.get(split_header(column.header)[0], ())
    return "certain" if len({one.field for one in known}) == 1 else "likely"


def is_known_layout(read: Read) -> bool:
    """Whether step 2 has nothing to ask: every required field was found and most columns are ours."""
    columns = read.reading.table.columns
    unknown = sum(column.field is None for column in columns)
    return unknown * 3 <= len(columns)
