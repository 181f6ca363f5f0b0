"""Which column is what: headers are folded and looked up, never guessed from likeness.

A spouse's telephone looks much like the borrower's own; so only whole headers count, and hints in brackets are cut
only where they are units or words such as 必填.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from visitdesk.cases.intake.fields import REQUIRED, Field, Unit, fold, half_width, words
from visitdesk.cases.intake.mapping import NO_MAPPING, Mapping
from visitdesk.cases.intake.sheet import Cell, is_blank

_BRACKETS = re.compile(r"[(\[【〔{<《]([^()\[\]【】〔〕{}<>《》]*)[)\]】〕}>》]")
_LONGEST = 100
_TAIL = re.compile(r"[/_:]\s*([^/_:]{1,6})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table.

    Attributes:
        index: 0 is column A.
        header: as the file has it, without line breaks.
        field: None where the column is kept as a remark.
    """

    index: int
    header: str
    field: Field | None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The headers of one row.

    Attributes:
        twice: single fields that two columns claim under the same header; the later layout looks whether they agree.
    """

    columns: tuple[Column, ...]
    twice: tuple[tuple[Field, tuple[int, ...]], ...] = ()

    @property
    def fields(self) -> frozenset[Field]:
        """The fields that were found."""
        return frozenset(column.field for column in self.columns if column.field is not None)

    @property
    def is_complete(self) -> bool:
        """Whether case number and name are among them."""
        return self.fields.issuperset(REQUIRED)


@dataclass(frozen=True, slots=True)
class _Claim:
    column: int
    rank: int
    folded: str


def shown(cell: Cell) -> str:
    """A header as a person would say it."""
    return " ".join(str(cell).replace("\ufeff", "").split())


def recognise(row: Sequence[Cell], mapping: Mapping = NO_MAPPING) -> Recognised:
    """What each non-blank cell of this row means as a header."""
    known = words()
    headers: dict[int, tuple[str, Unit | None]] = {
        index: split_header(cell) for index, cell in enumerate(row) if isinstance(cell, str) and not is_blank(cell)
    }
    claims: dict[Field, list[_Claim]] = {}
    said: dict[int, Field | None] = {}
    for index, (folded, _) in headers.items():
        whole = fold(str(row[index])) or str(row[index]).strip()
        if whole in mapping.columns or folded in mapping.columns:
            said[index] = mapping.columns.get(whole, mapping.columns.get(folded))
            if said[index] is not None:
                claims.setdefault(said[index], []).append(_Claim(index, -1, folded))  # type: ignore[arg-type]
            continue
        for synonym in known.synonyms.get(folded, ()):
            claims.setdefault(synonym.field, []).append(_Claim(index, synonym.rank, folded))
    taken, twice = _settle(claims)
    columns = tuple(
        Column(index=index, header=shown(row[index]), field=taken.get(index), unit=unit)
        for index, (_, unit) in headers.items()
    )
    return Recognised(columns=columns, twice=twice)


def _settle(claims: dict[Field, list[_Claim]]) -> tuple[dict[int, Field], tuple[tuple[Field, tuple[int, ...]], ...]]:
    """Give each column at most one field, the required fields first."""
    taken: dict[int, Field] = {}
    twice: list[tuple[Field, tuple[int, ...]]] = []
    for field in Field:
        free = sorted((claim for claim in claims.get(field, ()) if claim.column not in taken), key=lambda c: c.rank)
        if not free:
            continue
        if field in words().several:
            taken.update(dict.fromkeys((claim.column for claim in free), field))
            continue
        best = free[0]
        taken[best.column] = field
        same = tuple(claim.column for claim in free if claim.rank == best.rank)
        if len(same) > 1:
            twice.append((field, same))
    return taken, tuple(twice)


def split_header(cell: Cell) -> tuple[str, Unit | None]:
    """The folded header without unit and hints, and the unit."""
    known = words()
    text = half_width(str(cell))
    if len(text) > _LONGEST:
        return text.strip(), None
    unit: Unit | None = None
    for found in _BRACKETS.finditer(text):
        inside = fold(found[1]) or found[1].strip()
        if inside in known.units:
            unit = known.units[inside]
        elif inside and inside not in known.hints and not _says_the_same(text.replace(found[0], ""), inside):
            continue
        text = text.replace(found[0], "")
    tail = _TAIL.search(text)
    if tail and (fold(tail[1]) or tail[1]) in known.units:
        unit = known.units[fold(tail[1]) or tail[1]]
        text = text[: tail.start()]
    return fold(re.sub(r"[()\[\]【】〔〕{}<>《》/\\]", "", text)) or text.strip(), unit


def _says_the_same(outside: str, inside: str) -> bool:
    """Whether the words in brackets mean the field that the header means anyway: 家庭住址（现住址）."""
    synonyms = words().synonyms
    fields = {one.field for one in synonyms.get(fold(outside), ())}
    return any(one.field in fields for one in synonyms.get(inside, ()))


def letter(index: int) -> str:
    """Column 0 as a person calls it: A to Z, AA and so on."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
