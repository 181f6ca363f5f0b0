"""Rows and repository of the cases: case, accounts, addresses, contact trail, papers on file.

Imports write tens of thousands of rows, so everything goes through bulk statements and the version is compared by the
statement itself: `UPDATE … WHERE version = :seen`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import BigInteger, Double, ForeignKey, Index, String, Text, bindparam, delete, insert, select, update
from sqlalchemy.engine import Row as Record
from sqlalchemy.orm import Mapped, Session, mapped_column

from visitdesk.cases.masking import short_name
from visitdesk.cases.model import (
    Account,
    Address,
    AddressId,
    AddressKind,
    Borrower,
    Case,
    CaseDocument,
    CaseId,
    CaseLine,
    CaseState,
    Channel,
    ContactAttempt,
    DebtKind,
    DebtStatus,
    DocumentKind,
    PartyRole,
    PreparationItem,
    VisitId,
    VisitState,
)
from visitdesk.cases.search import search_words
from visitdesk.cases.visit_states import OVER
from visitdesk.errors import Stale
from visitdesk.geo.model import LatLon
from visitdesk.money import Money
from visitdesk.store.row import Json, Row
from visitdesk.store.visits import VisitRow

_CHUNK = 500
"""Ids of one IN list; both databases take it."""


class CaseRow(Row):
    """One case; the last columns repeat what the list shows, so that it opens without touching any other table."""

    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    lender: Mapped[str] = mapped_column(String(200))
    borrower_name: Mapped[str] = mapped_column(String(100))
    id_number: Mapped[str] = mapped_column(String(32), index=True)
    phones: Mapped[object] = mapped_column(Json)
    birth_date: Mapped[date | None]
    is_alive: Mapped[bool | None]
    capacity: Mapped[str | None] = mapped_column(String(20))
    role: Mapped[str] = mapped_column(String(20))
    debt_status: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    out_of_contact: Mapped[bool]
    refused_visits: Mapped[bool]
    distress_until: Mapped[date | None]
    represented_by: Mapped[str] = mapped_column(String(200))
    hardship_reason: Mapped[str] = mapped_column(Text)
    guarantee_document: Mapped[str] = mapped_column(String(64))
    remarks: Mapped[str] = mapped_column(Text)
    batch: Mapped[str] = mapped_column(String(200))
    entrusted_on: Mapped[date | None]
    entrusted_until: Mapped[date | None]
    version: Mapped[int]
    short_name: Mapped[str] = mapped_column(String(100))
    search: Mapped[str] = mapped_column(Text)
    region: Mapped[str] = mapped_column(String(10))
    days_past_due: Mapped[int]
    outstanding_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    last_contact_at: Mapped[datetime | None]


class AccountRow(Row):
    """One loan of a case; money in smallest units."""

    __tablename__ = "accounts"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    number: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    currency: Mapped[str] = mapped_column(String(3))
    principal_minor: Mapped[int] = mapped_column(BigInteger)
    interest_minor: Mapped[int] = mapped_column(BigInteger)
    penalty_minor: Mapped[int] = mapped_column(BigInteger)
    fees_minor: Mapped[int | None] = mapped_column(BigInteger)
    arrears_minor: Mapped[int] = mapped_column(BigInteger)
    outstanding_minor: Mapped[int] = mapped_column(BigInteger)
    as_of: Mapped[date]
    days_past_due: Mapped[int]
    contract_number: Mapped[str] = mapped_column(String(64))
    product: Mapped[str] = mapped_column(String(200))
    opened_on: Mapped[date | None]
    last_paid_on: Mapped[date | None]
    annual_rate: Mapped[str | None] = mapped_column(String(30))


class AddressRow(Row):
    """One address of a case; its place is WGS-84."""

    __tablename__ = "addresses"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(40))
    lat: Mapped[float | None] = mapped_column(Double)
    lon: Mapped[float | None] = mapped_column(Double)
    region: Mapped[str] = mapped_column(String(10))
    time_zone: Mapped[str] = mapped_column(String(40))
    is_dead: Mapped[bool]
    confidence: Mapped[int]


class ContactAttemptRow(Row):
    """One try by any channel; only ever appended."""

    __tablename__ = "contact_attempts"
    __table_args__ = (Index("ix_contact_attempts_case_id_at", "case_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(20))
    reached: Mapped[bool | None]
    with_role: Mapped[str | None] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)


class CaseDocumentRow(Row):
    """One paper on file."""

    __tablename__ = "case_documents"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(64))
    received_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text)


class SqlCases:
    """The cases inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, identity: CaseId) -> Case | None:
        """One case whole, or None."""
        return self.many([identity]).get(identity)

    def many(self, identities: Iterable[CaseId]) -> Mapping[CaseId, Case]:
        """Those that exist, whole."""
        found: dict[CaseId, Case] = {}
        for chunk in _chunks(dict.fromkeys(identities)):
            heads = self._records(CaseRow, CaseRow.id.in_(chunk))
            if not heads:
                continue
            accounts = _by_case(self._records(AccountRow, AccountRow.case_id.in_(chunk)), "position")
            addresses = _by_case(self._records(AddressRow, AddressRow.case_id.in_(chunk)), "position")
            trail = _by_case(self._records(ContactAttemptRow, ContactAttemptRow.case_id.in_(chunk)), "at", "id")
            papers = _by_case(self._records(CaseDocumentRow, CaseDocumentRow.case_id.in_(chunk)), "position")
            for head in heads:
                found[CaseId(head.id)] = _case(
                    head,
                    accounts.get(head.id, ()),
                    addresses.get(head.id, ()),
                    trail.get(head.id, ()),
                    papers.get(head.id, ()),
                )
        return found

    def add_all(self, cases: Sequence[Case]) -> None:
        """Keep new cases, with all that belongs to them."""
        self._insert(CaseRow, [_head_values(case) for case in cases])
        self._insert_parts(cases)
        self._insert(ContactAttemptRow, [_attempt_values(case.id, attempt) for case in cases for attempt in case.trail])

    def save_all(self, cases: Sequence[Case]) -> None:
        """Replace cases; the trail is kept as it is.

        Raises:
            Stale: one of them was changed since it was read.
        """
        if not cases:
            return
        self._update_heads(cases)
        for chunk in _chunks([case.id for case in cases]):
            for part in (AccountRow, CaseDocumentRow):
                self._session.execute(delete(part).where(part.case_id.in_(chunk)))
            self._session.execute(delete(AddressRow).where(AddressRow.case_id.in_(chunk)))
        self._insert_parts(cases)

    def add_attempt(self, case: CaseId, attempt: ContactAttempt) -> None:
        """Append to the contact trail."""
        self._insert(ContactAttemptRow, [_attempt_values(case, attempt)])
        self._session.execute(
            update(CaseRow)
            .where(CaseRow.id == case, CaseRow.last_contact_at.is_(None) | (CaseRow.last_contact_at < attempt.at))
            .values(last_contact_at=attempt.at)
        )

    def lines(self) -> Sequence[CaseLine]:
        """The list of all cases, by case number."""
        rows = self._session.execute(
            select(
                CaseRow.id,
                CaseRow.short_name,
                CaseRow.search,
                CaseRow.region,
                CaseRow.days_past_due,
                CaseRow.outstanding_minor,
                CaseRow.currency,
                CaseRow.state,
                CaseRow.lender,
                CaseRow.last_contact_at,
                CaseRow.version,
            ).order_by(CaseRow.id)
        )
        visits = self._visits()
        states = {state.value: state for state in CaseState}
        return [
            CaseLine(CaseId(row[0]), *row[1:7], states[row[7]], *row[8:], *visits.get(row[0], _NO_VISIT))
            for row in rows
        ]

    def _visits(self) -> dict[str, tuple[VisitId, VisitState, date | None, int, int]]:
        """What the list shows of each case's youngest visit that is not over: the tail of its line."""
        rows = self._session.execute(
            select(VisitRow.case_id, VisitRow.id, VisitRow.state, VisitRow.day, VisitRow.prepared)
            .where(VisitRow.state.not_in([state.value for state in OVER]))
            .order_by(VisitRow.requested_at, VisitRow.id)
        )
        return {
            case: (VisitId(visit), VisitState(state), day, len(cast("list[object]", prepared)), len(PreparationItem))
            for case, visit, state, day, prepared in rows
        }

    def _update_heads(self, cases: Sequence[Case]) -> None:
        table = CaseRow.__table__
        values = [{**_head_values(case), "seen": case.version, "version": case.version + 1} for case in cases]
        columns: dict[str, Any] = {
            name: bindparam(name) for name in values[0] if name not in {"id", "seen", "last_contact_at"}
        }
        statement = (
            update(table)  # type: ignore[arg-type]  # a Table, not any FromClause
            .where(table.c.id == bindparam("key"), table.c.version == bindparam("seen"))
            .values(**columns)
        )
        rows = [{**{k: v for k, v in row.items() if k != "last_contact_at"}, "key": row["id"]} for row in values]
        for row in rows:
            del row["id"]
        if self._session.connection().execute(statement, rows).rowcount != len(rows):
            raise Stale("store.stale")

    def _insert_parts(self, cases: Sequence[Case]) -> None:
        self._insert(
            AccountRow, [_account_values(case.id, n, one) for case in cases for n, one in enumerate(case.accounts)]
        )
        self._insert(
            AddressRow, [_address_values(case.id, n, one) for case in cases for n, one in enumerate(case.addresses)]
        )
        self._insert(
            CaseDocumentRow, [_paper_values(case.id, n, one) for case in cases for n, one in enumerate(case.documents)]
        )

    def _insert(self, row: type[Row], values: Sequence[dict[str, Any]]) -> None:
        if values:
            self._session.connection().execute(insert(row.__table__), values)  # type: ignore[arg-type]  # as above

    def _records(self, row: type[Row], condition: Any) -> Sequence[Record[Any]]:
        return self._session.execute(select(*row.__table__.columns).where(condition)).all()


_NO_VISIT: tuple[None, None, None, int, int] = (None, None, None, 0, 0)


def _chunks(identities: Iterable[str]) -> Iterator[list[str]]:
    every = list(identities)
    for start in range(0, len(every), _CHUNK):
        yield every[start : start + _CHUNK]


def _by_case(records: Sequence[Record[Any]], *order: str) -> dict[str, list[Record[Any]]]:
    found: dict[str, list[Record[Any]]] = {}
    for record in sorted(records, key=lambda record: tuple(getattr(record, name) for name in order)):
        found.setdefault(record.case_id, []).append(record)
    return found


def _head_values(case: Case) -> dict[str, Any]:
    """The row of a case."""
    who = case.borrower
    live = next((address for address in case.addresses if not address.is_dead and address.region), None)
    sums = [account.outstanding for account in case.accounts]
    currency = sums[0].currency if sums else "CNY"
    return {
        "id": case.id,
        "lender": case.lender,
        "borrower_name": who.name,
        "id_number": who.id_number,
        "phones": list(who.phones),
        "birth_date": who.birth_date,
        "is_alive": who.is_alive,
        "capacity": who.capacity,
        "role": case.role.value,
        "debt_status": case.debt_status.value,
        "state": case.state.value,
        "out_of_contact": case.out_of_contact,
        "refused_visits": case.refused_visits,
        "distress_until": case.distress_until,
        "represented_by": case.represented_by,
        "hardship_reason": case.hardship_reason,
        "guarantee_document": case.guarantee_document,
        "remarks": case.remarks,
        "batch": case.batch,
        "entrusted_on": case.entrusted_on,
        "entrusted_until": case.entrusted_until,
        "version": case.version,
        "short_name": short_name(who.name),
        "search": search_words(case.id, who.name, who.phones),
        "region": live.region if live else "",
        "days_past_due": case.days_past_due,
        "outstanding_minor": sum(money.minor for money in sums if money.currency == currency),
        "currency": currency,
        "last_contact_at": max((attempt.at for attempt in case.trail), default=None),
    }


def _account_values(case: CaseId, position: int, account: Account) -> dict[str, Any]:
    return {
        "case_id": case,
        "number": account.number,
        "position": position,
        "kind": account.kind.value,
        "currency": account.outstanding.currency,
        "principal_minor": account.principal.minor,
        "interest_minor": account.interest.minor,
        "penalty_minor": account.penalty.minor,
        "fees_minor": None if account.fees is None else account.fees.minor,
        "arrears_minor": account.arrears.minor,
        "outstanding_minor": account.outstanding.minor,
        "as_of": account.as_of,
        "days_past_due": account.days_past_due,
        "contract_number": account.contract_number,
        "product": account.product,
        "opened_on": account.opened_on,
        "last_paid_on": account.last_paid_on,
        "annual_rate": None if account.annual_rate is None else f"{account.annual_rate:f}",
    }


def _address_values(case: CaseId, position: int, address: Address) -> dict[str, Any]:
    return {
        "id": address.id,
        "case_id": case,
        "position": position,
        "kind": address.kind.value,
        "text": address.text,
        "source": address.source,
        "lat": address.place.lat if address.place else None,
        "lon": address.place.lon if address.place else None,
        "region": address.region,
        "time_zone": address.time_zone,
        "is_dead": address.is_dead,
        "confidence": address.confidence,
    }


def _attempt_values(case: CaseId, attempt: ContactAttempt) -> dict[str, Any]:
    return {
        "case_id": case,
        "at": attempt.at,
        "channel": attempt.channel.value,
        "reached": attempt.reached,
        "with_role": attempt.with_role.value if attempt.with_role else None,
        "note": attempt.note,
    }


def _paper_values(case: CaseId, position: int, paper: CaseDocument) -> dict[str, Any]:
    return {
        "case_id": case,
        "position": position,
        "kind": paper.kind.value,
        "number": paper.number,
        "received_on": paper.received_on,
        "note": paper.note,
    }


def _case(
    head: Record[Any],
    accounts: Sequence[Record[Any]],
    addresses: Sequence[Record[Any]],
    trail: Sequence[Record[Any]],
    papers: Sequence[Record[Any]],
) -> Case:
    return Case(
        id=CaseId(head.id),
        lender=head.lender,
        borrower=Borrower(
            name=head.borrower_name,
            id_number=head.id_number,
            phones=tuple(head.phones),
            birth_date=head.birth_date,
            is_alive=head.is_alive,
            capacity=head.capacity,
        ),
        accounts=tuple(_account(record) for record in accounts),
        addresses=tuple(_address(record) for record in addresses),
        trail=tuple(_attempt(record) for record in trail),
        documents=tuple(
            CaseDocument(kind=DocumentKind(one.kind), number=one.number, received_on=one.received_on, note=one.note)
            for one in papers
        ),
        role=PartyRole(head.role),
        debt_status=DebtStatus(head.debt_status),
        state=CaseState(head.state),
        out_of_contact=head.out_of_contact,
        refused_visits=head.refused_visits,
        distress_until=head.distress_until,
        represented_by=head.represented_by,
        hardship_reason=head.hardship_reason,
        guarantee_document=head.guarantee_document,
        remarks=head.remarks,
        batch=head.batch,
        entrusted_on=head.entrusted_on,
        entrusted_until=head.entrusted_until,
        version=head.version,
    )


def _account(record: Record[Any]) -> Account:
    def money(minor: int) -> Money:
        return Money.from_minor(minor, record.currency)

    return Account(
        number=record.number,
        kind=DebtKind(record.kind),
        principal=money(record.principal_minor),
        interest=money(record.interest_minor),
        penalty=money(record.penalty_minor),
        fees=None if record.fees_minor is None else money(record.fees_minor),
        arrears=money(record.arrears_minor),
        outstanding=money(record.outstanding_minor),
        as_of=record.as_of,
        days_past_due=record.days_past_due,
        contract_number=record.contract_number,
        product=record.product,
        opened_on=record.opened_on,
        last_paid_on=record.last_paid_on,
        annual_rate=None if record.annual_rate is None else Decimal(record.annual_rate),
    )


def _address(record: Record[Any]) -> Address:
    return Address(
        id=AddressId(record.id),
        kind=AddressKind(record.kind),
        text=record.text,
        source=record.source,
        place=None if record.lat is None else LatLon(lat=record.lat, lon=record.lon),
        region=record.region,
        time_zone=record.time_zone,
        is_dead=record.is_dead,
        confidence=record.confidence,
    )


def _attempt(record: Record[Any]) -> ContactAttempt:
    return ContactAttempt(
        at=record.at,
        channel=Channel(record.channel),
        reached=record.reached,
        with_role=PartyRole(record.with_role) if record.with_role else None,
        note=record.note,
    )
