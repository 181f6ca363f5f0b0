"""What the rows of one case mean beside the stored case: a new case, new figures, or nothing new.

An empty cell never wipes out what is known. What people added at the branch (places on the map, dead addresses, notes)
stays. The same rows a second time give the very same case, so that nothing changes.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from visitdesk.cases.intake.fields import Field, half_width
from visitdesk.cases.intake.rows import Draft, Fault
from visitdesk.cases.intake.texts import debt_kind, province_code
from visitdesk.cases.model import Account, Address, AddressId, AddressKind, Borrower, Case, CaseId, DebtKind
from visitdesk.money import Money

_KINDS = {
    Field.HOME_ADDRESS: AddressKind.HOME,
    Field.REGISTERED_ADDRESS: AddressKind.REGISTERED,
    Field.WORK_ADDRESS: AddressKind.WORK,
    Field.OTHER_ADDRESS: AddressKind.OTHER,
}
_NOTHING = Money(Decimal(0))
FROM_LENDER = "lender"
"""Source of every address that comes with an account file."""


class Bucket(StrEnum):
    """What a valid row did."""

    ACCEPTED = "accepted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The case after its rows.

    Attributes:
        buckets: one for each row, in the order of the rows.
    """

    case: Case
    buckets: tuple[Bucket, ...]


def contradiction(rows: Sequence[Draft], stored: Case | None) -> Fault | None:
    """Why these rows cannot belong to the stored case: another identity number, or another name without one."""
    if stored is None:
        return None
    number = next((text for row in rows if (text := row.text(Field.ID_NO))), "")
    known = stored.borrower.id_number
    if number and known:
        if number != known and not _is_same_person(number, known):
            return Fault(field=Field.ID_NO.value, code="intake.other_person_stored")
        return None
    if _folded(rows[0].text(Field.BORROWER_NAME)) != _folded(stored.borrower.name):
        return Fault(field=Field.BORROWER_NAME.value, code="intake.other_person_stored")
    return None


def _folded(name: str) -> str:
    return "".join(half_width(name).casefold().split())


def _is_same_person(one: str, other: str) -> bool:
    """Whether a 15-digit number and an 18-digit number are the old and the new form of one."""
    old, new = sorted((one, other), key=len)
    return len(old) == 15 and len(new) == 18 and new[:6] + new[8:17] == old


def merge(rows: Sequence[Draft], stored: Case | None, *, today: date) -> Merged:
    """The case after these rows; `rows` are one case's, one row an account, in file order.

    Args:
        today: the as-of date of figures for which the file names none.
    """
    identity = CaseId(rows[0].text(Field.CASE_NO))
    accounts = {account.number: account for account in stored.accounts} if stored else {}
    before = dict(accounts)
    for row in rows:
        number = row.account_key or identity
        accounts[number] = _account(row, number, accounts.get(number), today)
    base = stored or Case(id=identity, lender="", borrower=Borrower(name=""), accounts=())
    case = replace(
        base,
        lender=_last(rows, Field.LENDER, base.lender),
        borrower=_borrower(rows, base.borrower),
        accounts=tuple(accounts.values()),
        addresses=_addresses(rows, base),
        remarks=_remarks(rows, base.remarks),
        batch=_last(rows, Field.BATCH, base.batch),
        entrusted_on=_last_day(rows, Field.ENTRUSTED_ON, base.entrusted_on),
        entrusted_until=_last_day(rows, Field.ENTRUSTED_UNTIL, base.entrusted_until),
    )
    return Merged(case=case, buckets=_buckets(rows, identity, stored, case, before, accounts))


def _buckets(
    rows: Sequence[Draft],
    identity: CaseId,
    stored: Case | None,
    case: Case,
    before: dict[str, Account],
    accounts: dict[str, Account],
) -> tuple[Bucket, ...]:
    """What changed of the case beside its accounts counts for the first of its rows."""
    found: list[Bucket] = []
    beside = stored is not None and replace(case, accounts=()) != replace(stored, accounts=())
    for index, row in enumerate(rows):
        number = row.account_key or identity
        if number not in before:
            found.append(Bucket.ACCEPTED)
        elif before[number] != accounts[number] or (beside and index == 0):
            found.append(Bucket.UPDATED)
        else:
            found.append(Bucket.UNCHANGED)
    return tuple(found)


def _account(row: Draft, number: str, known: Account | None, today: date) -> Account:
    base = known or Account(
        number=number,
        kind=DebtKind.OTHER,
        principal=_NOTHING,
        interest=_NOTHING,
        penalty=_NOTHING,
        arrears=_NOTHING,
        outstanding=_NOTHING,
        as_of=today,
        days_past_due=0,
    )
    rate = row.values.get(Field.ANNUAL_RATE)
    days = row.values.get(Field.DAYS_PAST_DUE)
    merged = replace(
        base,
        kind=_kind(row, base.kind),
        principal=_money(row, Field.PRINCIPAL, base.principal),
        interest=_money(row, Field.INTEREST, base.interest),
        penalty=_money(row, Field.PENALTY, base.penalty),
        arrears=_money(row, Field.ARREARS, base.arrears),
        fees=_fees(row, base.fees),
        outstanding=_outstanding(row, base.outstanding),
        days_past_due=days if isinstance(days, int) else base.days_past_due,
        contract_number=row.text(Field.CONTRACT_NO) or base.contract_number,
        product=row.text(Field.PRODUCT) or base.product,
        opened_on=_day(row, Field.OPENED_ON, base.opened_on),
        last_paid_on=_day(row, Field.LAST_PAID_ON, base.last_paid_on),
        annual_rate=rate if isinstance(rate, Decimal) else base.annual_rate,
    )
    said = _day(row, Field.AS_OF, None)
    if said is not None:
        return replace(merged, as_of=said)
    return merged if merged == base else replace(merged, as_of=today)


def _kind(row: Draft, known: DebtKind) -> DebtKind:
    said = row.text(Field.DEBT_KIND)
    if not said and (product := row.text(Field.PRODUCT)):
        said = debt_kind(product, is_product=True) or ""
    return DebtKind(said) if said else known


def _money(row: Draft, field: Field, known: Money) -> Money:
    value = row.values.get(field)
    return value if isinstance(value, Money) else known


def _fees(row: Draft, known: Money | None) -> Money | None:
    value = row.values.get(Field.FEES)
    return value if isinstance(value, Money) else known


def _outstanding(row: Draft, known: Money) -> Money:
    """As the file says; else the sum of the parts it names; else what is past due."""
    value = row.values.get(Field.OUTSTANDING)
    if isinstance(value, Money):
        return value
    parts = [row.values.get(field) for field in (Field.PRINCIPAL, Field.INTEREST, Field.PENALTY, Field.FEES)]
    given = [part for part in parts if isinstance(part, Money)]
    if isinstance(parts[0], Money):
        return sum(given[1:], given[0])
    arrears = row.values.get(Field.ARREARS)
    return arrears if isinstance(arrears, Money) and known == _NOTHING else known


def _day(row: Draft, field: Field, known: date | None) -> date | None:
    value = row.values.get(field)
    return value if isinstance(value, date) else known


def _last(rows: Sequence[Draft], field: Field, known: str) -> str:
    return next((text for row in rows if (text := row.text(field))), known)


def _last_day(rows: Sequence[Draft], field: Field, known: date | None) -> date | None:
    return next((value for row in rows if (value := _day(row, field, None)) is not None), known)


def _borrower(rows: Sequence[Draft], known: Borrower) -> Borrower:
    phones = dict.fromkeys(phone for row in rows for phone in row.phones)
    phones.update(dict.fromkeys(known.phones))
    born = next((row.birth_date for row in rows if row.birth_date is not None), known.birth_date)
    return replace(
        known,
        name=rows[0].text(Field.BORROWER_NAME),
        id_number=_last(rows, Field.ID_NO, known.id_number),
        phones=tuple(phones),
        birth_date=born,
    )


def _addresses(rows: Sequence[Draft], base: Case) -> tuple[Address, ...]:
    """The file's addresses first; one that is known keeps its place on the map, its confidence and its death."""
    known = {(address.kind, address.text): address for address in base.addresses}
    province = next((code for row in rows if (code := province_code(row.text(Field.PROVINCE)))), "")
    found: dict[tuple[AddressKind, str], Address] = {}
    for row in rows:
        for field, text in row.addresses:
            key = (_KINDS[field], text)
            found.setdefault(key, known.get(key) or _new_address(base.id, key, province))
    found.update((key, address) for key, address in known.items() if key not in found)
    return tuple(found.values())


def _new_address(case: CaseId, key: tuple[AddressKind, str], province: str) -> Address:
    kind, text = key
    return Address(
        id=address_id(case, kind, text),
        kind=kind,
        text=text,
        source=FROM_LENDER,
        region=province_code(text) or province,
    )


def address_id(case: CaseId, kind: AddressKind, text: str) -> AddressId:
    """The id that this address of this case always has."""
    digest = hashlib.sha256(f"{case}\n{kind}\n{text}".encode()).hexdigest()
    return AddressId(f"A{digest[:15]}")


def _remarks(rows: Sequence[Draft], known: str) -> str:
    """One line a header; a header that the file has again replaces its old lines, all other lines stay."""
    lines = list(dict.fromkeys(_line(header, text) for row in rows for header, text in row.remarks))
    if not lines:
        return known
    heads = {line.partition("：")[0] for line in lines}
    kept = [line for line in known.split("\n") if line and (line.partition("：")[0] not in heads or "：" not in line)]
    return "\n".join([*lines, *(line for line in kept if line not in lines)])


def _line(header: str, text: str) -> str:
    flat = " ".join(text.split())
    return f"{header}：{flat}" if header else flat
