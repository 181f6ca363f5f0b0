"""The mapping file `M.toml`: what a lender's own headers mean, where our words do not know them.

```toml
sheet = "案件"          # name of the sheet, optional
header_row = 3          # row of the headers as a person counts, optional
date_order = "dmy"      # of dates such as 03/04/2026: "dmy" or "mdy", optional
amount_unit = "yuan"    # or "ten_thousand", optional
[columns]
case_no = "我方编号"     # our field = their header, or a list of headers
"备用电话" = "phone"     # or their header = our field; "" leaves a column as a remark
```
"""

import hashlib
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from visitdesk.cases.intake.fields import ALIASES, Field, Unit, fold
from visitdesk.errors import BadInput


class DateOrder(StrEnum):
    """Which number comes first in 03/04/2026."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a person said about a file.

    Attributes:
        columns: folded header → field, or None for "only a remark".
        digest: of the mapping file; the same file under another mapping is another import.
    """

    columns: Table[str, Field | None] = field(default_factory=dict)
    sheet: str | None = None
    header_row: int | None = None
    date_order: DateOrder | None = None
    amount_unit: Unit | None = None
    digest: str = ""


NO_MAPPING = Mapping()


def parse_mapping(data: bytes, name: str) -> Mapping:
    """The mapping of a TOML file.

    Raises:
        BadInput: not TOML, an unknown field or setting, or a header that means two fields.
    """
    if len(data) > 1_000_000:
        raise _fault(name, "$", "intake.mapping_too_large")
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _fault(name, "$", "intake.mapping_no_toml") from error
    settings: dict[str, object] = {
        key: table.pop(key) for key in ("sheet", "header_row", "date_order", "amount_unit") if key in table
    }
    columns = table.pop("columns", {})
    if not isinstance(columns, dict):
        raise _fault(name, "columns", "intake.mapping_no_table")
    pairs = {**table, **columns}
    return Mapping(
        columns=_columns(pairs, name),
        digest=hashlib.sha256(data).hexdigest(),
        sheet=_sheet(settings.get("sheet"), name),
        header_row=_row(settings.get("header_row"), name),
        date_order=_word(settings.get("date_order"), DateOrder, name, "date_order"),
        amount_unit=_word(settings.get("amount_unit"), Unit, name, "amount_unit"),
    )


def _fault(name: str, place: str, code: str, **facts: object) -> BadInput:
    return BadInput(code, file=name, place=place, **facts)


def _sheet(value: object, name: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise _fault(name, "sheet", "intake.mapping_bad_value")
    return value


def _row(value: object, name: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 1_048_576:
        raise _fault(name, "header_row", "intake.mapping_bad_value")
    return value


_Word = TypeVar("_Word", bound=StrEnum)


def _word(value: object, kind: type[_Word], name: str, place: str) -> _Word | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in {word.value for word in kind}:
        raise _fault(name, place, "intake.mapping_bad_value")
    return kind(value)


def _columns(pairs: Table[str, object], name: str) -> dict[str, Field | None]:
    found: dict[str, Field | None] = {}
    for key, value in pairs.items():
        for header, meant in _pair(key, value, name):
            folded = fold(header) or header
            if found.get(folded, meant) != meant:
                raise _fault(name, key, "intake.mapping_twice")
            found[folded] = meant
    return found


def _pair(key: str, value: object, name: str) -> list[tuple[str, Field | None]]:
    headers = [value] if isinstance(value, str) else value
    if not isinstance(headers, list) or not all(isinstance(header, str) for header in headers):
        raise _fault(name, key, "intake.mapping_bad_value")
    own = field_named(key)
    if own is not None:
        return [(str(header), own) for header in headers]
    meant = field_named(value) if isinstance(value, str) else None
    if meant is None and value != "":
        raise _fault(name, key, "intake.mapping_unknown_field", fields=", ".join(_public()))
    return [(key, meant)]


def field_named(word: str) -> Field | None:
    """The field a mapping means with this word."""
    if word in ALIASES:
        return ALIASES[word]
    return Field(word) if word in _public() else None


def _public() -> tuple[str, ...]:
    return tuple(word.value for word in Field if word is not Field.QUARANTINE)
