"""What a person should look at before importing although nothing is wrong: shown, never decided for him.

Source: reference security-storage §12: 15 digits marked; the same person under several numbers is asked about; the same
telephone number is a hint.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.reading import Reading
from visitdesk.cases.intake.rows import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One thing to look at.

    Attributes:
        rows: as a person counts; the first is where the hint is shown.
        code: of the sentence, with the rows as its fact.
    """

    rows: tuple[int, ...]
    field: str
    code: str


def hints(reading: Reading) -> tuple[Hint, ...]:
    """All hints of a file, by row."""
    drafts = [row for rows in reading.cases for row in rows]
    found = [
        Hint(rows=(row.row,), field=Field.ID_NO.value, code="intake.hint_old_id") for row in drafts if row.id_is_old
    ]
    found.extend(
        Hint(rows=(row.row,), field="row", code="intake.hint_formula")
        for row in drafts
        if any(text.startswith(("=", "＝")) for _, text in row.remarks)
    )
    found.extend(_shared(drafts, Field.ID_NO, "intake.hint_same_person"))
    found.extend(_shared(drafts, Field.PHONE, "intake.hint_same_phone"))
    return tuple(sorted(found, key=lambda hint: (hint.rows, hint.code)))


def _shared(drafts: Iterable[Draft], field: Field, code: str) -> list[Hint]:
    """One hint for each value that stands under several case numbers."""
    seen: dict[str, dict[str, int]] = {}
    for row in drafts:
        values = row.phones if field is Field.PHONE else (row.text(field),)
        for value in values:
            if value:
                seen.setdefault(value, {}).setdefault(row.text(Field.CASE_NO), row.row)
    return [
        Hint(rows=tuple(sorted(cases.values())), field=field.value, code=code)
        for cases in seen.values()
        if len(cases) > 1
    ]
