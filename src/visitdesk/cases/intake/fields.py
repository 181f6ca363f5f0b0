"""Our fields and the words that files use for them, read from `resources/intake/*.toml`."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from visitdesk.paths import resource


class Field(StrEnum):
    """What a column can be; the codes stand in answers and in mapping files."""

    CASE_NO = "case_no"
    BORROWER_NAME = "borrower_name"
    ID_NO = "id_no"
    ID_KIND = "id_kind"
    PHONE = "phone"
    LENDER = "lender"
    BATCH = "batch"
    ENTRUSTED_ON = "entrusted_on"
    ENTRUSTED_UNTIL = "entrusted_until"
    CONTRACT_NO = "contract_no"
    ACCOUNT_NO = "account_no"
    DEBT_KIND = "debt_kind"
    PRODUCT = "product"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    PENALTY = "penalty"
    FEES = "fees"
    ARREARS = "arrears"
    OUTSTANDING = "outstanding"
    AS_OF = "as_of"
    DAYS_PAST_DUE = "days_past_due"
    OPENED_ON = "opened_on"
    LAST_PAID_ON = "last_paid_on"
    ANNUAL_RATE = "annual_rate"
    HOME_ADDRESS = "home_address"
    REGISTERED_ADDRESS = "registered_address"
    WORK_ADDRESS = "work_address"
    OTHER_ADDRESS = "other_address"
    PROVINCE = "province"
    QUARANTINE = "quarantine"
    IGNORED = "ignored"


REQUIRED = (Field.CASE_NO, Field.BORROWER_NAME)
ALIASES = {
    "case": Field.CASE_NO,
    "case_id": Field.CASE_NO,
    "case_number": Field.CASE_NO,
    "number": Field.CASE_NO,
    "name": Field.BORROWER_NAME,
    "borrower": Field.BORROWER_NAME,
    "id_number": Field.ID_NO,
    "phones": Field.PHONE,
    "contract_number": Field.CONTRACT_NO,
    "account_number": Field.ACCOUNT_NO,
    "address": Field.HOME_ADDRESS,
    "rate": Field.ANNUAL_RATE,
    "past_due_amount": Field.ARREARS,
}
"""Other words that a mapping file may use."""


class Unit(StrEnum):
    """What a header says about its numbers."""

    YUAN = "yuan"
    TEN_THOUSAND = "ten_thousand"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """A header that means a field; rank 0 is the surest."""

    field: Field
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything the TOML files say, folded and ready to compare."""

    synonyms: dict[str, tuple[Synonym, ...]]
    several: frozenset[Field]
    totals: frozenset[str]
    nothing: frozenset[str]
    no_name: frozenset[str]
    footers: frozenset[str]
    hints: frozenset[str]
    units: dict[str, Unit]
    debt_kinds: tuple[tuple[str, str], ...]
    provinces: dict[str, str]


_PUNCTUATION = re.compile(r"[\s_\-.:;,*·•'\"`‘’“”、。!?~|]+")


def half_width(text: str) -> str:
    """NFKC: full-width letters, digits and signs to their plain forms; plain ASCII comes back untouched."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def fold(text: str) -> str:
    """A header or word without case, width, blanks and punctuation."""
    return _PUNCTUATION.sub("", half_width(text).replace("\ufeff", "").replace("\u200b", "").casefold())


@cache
def words() -> Words:
    """The words of the shipped files."""
    fields = tomllib.loads(resource("intake", "headers.toml").read_text(encoding="utf-8"))
    other = tomllib.loads(resource("intake", "words.toml").read_text(encoding="utf-8"))
    synonyms: dict[str, tuple[Synonym, ...]] = {}
    for name, table in fields.items():
        for rank, header in enumerate(table["headers"]):
            key = fold(header) or header
            synonyms[key] = (*synonyms.get(key, ()), Synonym(field=Field(name), rank=rank))
    return Words(
        synonyms=synonyms,
        several=frozenset(Field(name) for name, table in fields.items() if table.get("several")),
        totals=_folded(other["totals"]),
        nothing=frozenset(half_width(word).casefold() for word in other["nothing"]),
        no_name=frozenset(half_width(word).casefold() for word in other["no_name"]),
        footers=_folded(other["footers"]),
        hints=_folded(other["hints"]),
        units={fold(word) or word: Unit(unit) for unit, found in other["units"].items() for word in found},
        debt_kinds=tuple((fold(word), kind) for kind, found in other["debt_kinds"].items() for word in found),
        provinces=dict(other["provinces"]),
    )


def _folded(found: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in found)
