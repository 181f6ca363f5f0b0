"""Nouns of the room `cases`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, NewType

from visitdesk.geo.model import LatLon
from visitdesk.money import Money

CaseId = NewType("CaseId", str)
"""The case number as the lender writes it; may stand in logs."""

AddressId = NewType("AddressId", str)
VisitId = NewType("VisitId", str)


class DebtKind(StrEnum):
    """What was lent; the words of the compliance form."""

    CREDIT_CARD = "credit_card"
    CONSUMER_LOAN = "consumer_loan"
    MICRO_LOAN = "micro_loan"
    OTHER = "other"


class DebtStatus(StrEnum):
    """Whether the lender has proved the claim."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    UNLAWFUL = "unlawful"


class CaseState(StrEnum):
    """Whether the branch still works on the case."""

    OPEN = "open"
    SETTLED = "settled"
    CURRENT = "current"
    RECALLED = "recalled"


class AddressKind(StrEnum):
    """Home, registered and work address follow different rules."""

    HOME = "home"
    REGISTERED = "registered"
    WORK = "work"
    OTHER = "other"


class PartyRole(StrEnum):
    """How a person stands to the claim; the words of the compliance form."""

    DEBTOR = "debtor"
    GUARANTOR = "guarantor"
    JOINTLY_LIABLE = "jointly_liable"
    CONTACT_PERSON = "contact_person"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrower:
    """The person on the loan (借款人).

    Attributes:
        id_number: 18 or 15 characters as given; empty where the file had none.
        phones: normalised to E.164, best first.
    """

    name: str
    id_number: str = ""
    phones: tuple[str, ...] = ()
    birth_date: date | None = None
    is_alive: bool | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One loan (借款账户); the parts of the claim are never merged.

    Attributes:
        as_of: day on which the figures are true.
        annual_rate: as a fraction, 0.18 = 18 % a year; None where not given.
        fees: fees under the contract; None where the lender named none.
        product: the lender's own name of the loan product.
    """

    number: str
    kind: DebtKind
    principal: Money
    interest: Money
    penalty: Money
    arrears: Money
    outstanding: Money
    as_of: date
    days_past_due: int
    contract_number: str = ""
    opened_on: date | None = None
    last_paid_on: date | None = None
    annual_rate: Decimal | None = None
    fees: Money | None = None
    product: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a visit may go (地址).

    Attributes:
        source: who gave it: `lender`, `debtor`, or another word; a rule asks.
        place: WGS-84, or None until somebody set it on the map.
        region: ISO 3166-2 code such as `CN-44`.
        is_dead: reported wrong; not visited again until confirmed anew.
        confidence: 0–100, how sure the branch is.
    """

    id: AddressId
    kind: AddressKind
    text: str
    source: str
    place: LatLon | None = None
    region: str = ""
    time_zone: str = "Asia/Shanghai"
    is_dead: bool = False
    confidence: int = 50


class Channel(StrEnum):
    """Ways in which a borrower was tried."""

    PHONE = "phone"
    SMS = "sms"
    LETTER = "letter"
    MESSAGE = "message"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAttempt:
    """One try by any channel (联系尝试).

    Attributes:
        reached: whether the borrower himself was spoken to; None where the channel cannot tell.
        with_role: who was reached, where somebody was.
    """

    at: datetime
    channel: Channel
    reached: bool | None
    with_role: PartyRole | None = None
    note: str = ""


class DocumentKind(StrEnum):
    """Papers a visit is prepared with."""

    IDENTITY = "identity"
    CONTRACT = "contract"
    AUTHORITY = "authority"
    STATEMENT = "statement"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """A paper on file (在案资料): what it is and when it came; the scan itself lies elsewhere.

    Attributes:
        number: printed on the paper, e.g. the contract's number; never an identity number.
    """

    kind: DocumentKind
    number: str
    received_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One borrower's work item at the branch, with one or more accounts (案件).

    Attributes:
        hardship_reason: as told by the borrower; empty where none was told.
        guarantee_document: for a guarantor: the contract's number.
        remarks: what the account file said beyond our fields, a line each as `header：value`, and notes of the office.
        batch: the lender's word for the delivery; `entrusted_on` to `entrusted_until` is the time it was given for.
        documents: papers on file.
        version: rises with each change; two desks never overwrite each other.
    """

    id: CaseId
    lender: str
    borrower: Borrower
    accounts: tuple[Account, ...]
    addresses: tuple[Address, ...] = ()
    trail: tuple[ContactAttempt, ...] = ()
    role: PartyRole = PartyRole.DEBTOR
    debt_status: DebtStatus = DebtStatus.UNVERIFIED
    state: CaseState = CaseState.OPEN
    out_of_contact: bool = False
    refused_visits: bool = False
    distress_until: date | None = None
    represented_by: str = ""
    hardship_reason: str = ""
    guarantee_document: str = ""
    remarks: str = ""
    batch: str = ""
    entrusted_on: date | None = None
    entrusted_until: date | None = None
    documents: tuple[CaseDocument, ...] = ()
    version: int = 1

    @property
    def days_past_due(self) -> int:
        """The longest of its accounts."""
        return max((account.days_past_due for account in self.accounts), default=0)


class VisitState(StrEnum):
    """Where a visit stands, from request to archive (glossary §9)."""

    REQUESTED = "requested"
    REFUSED = "refused"
    POOLED = "pooled"
    PLANNED = "planned"
    PUBLISHED = "published"
    DISPATCHED = "dispatched"
    ON_SITE = "on_site"
    LEFT = "left"
    RECORDED = "recorded"
    REVIEWED = "reviewed"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CancelCause(StrEnum):
    """Why a visit was cancelled (glossary §9)."""

    SETTLED = "settled"
    CURRENT = "current"
    RECALLED = "recalled"
    HOLD = "hold"
    OBJECTION = "objection"
    COMPLAINT = "complaint"
    PLAN_AGREED = "plan_agreed"
    REFUSAL = "refusal"
    WRONG_REQUEST = "wrong_request"
    NO_TEAM = "no_team"


class SafetyLevel(StrEnum):
    """Care an address asks for; shown without a reason (安全等级)."""

    NORMAL = "normal"
    HIGH = "high"


class PreparationItem(StrEnum):
    """What must be ready before a team leaves (外访准备); each is ticked by a named person."""

    ADDRESS = "address"
    CONTACT = "contact"
    IDENTITY = "identity"
    CONTRACT = "contract"
    STRATEGY = "strategy"
    TALKING_POINTS = "talking_points"
    GOALS = "goals"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A planned call at an address by a team (外访): the unit of law, safety and record.

    Attributes:
        windows: spans (UTC) in which the stay may begin; empty means the lawful day.
        service_minutes: planned minutes at the door.
        priority: 1–100, set by a named person.
        needs: skills the team must have.
        prepared: item → staff who ticked it.
        wishes: what the person who asks would like of day, hour or team; binds nobody.
        decided_at: when it was approved or refused.
    """

    id: VisitId
    case: CaseId
    address: AddressId
    state: VisitState
    purpose: str
    reason: str
    requested_by: str
    requested_at: datetime
    decided_by: str = ""
    decision_reason: str = ""
    day: date | None = None
    windows: tuple[tuple[datetime, datetime], ...] = ()
    service_minutes: int = 20
    priority: int = 50
    needs: frozenset[str] = frozenset()
    safety_level: SafetyLevel = SafetyLevel.NORMAL
    goals: tuple[str, ...] = ()
    talking_points: tuple[str, ...] = ()
    prepared: tuple[tuple[PreparationItem, str], ...] = ()
    cancel_cause: CancelCause | None = None
    wishes: str = ""
    decided_at: datetime | None = None
    version: int = 1

    @property
    def is_prepared(self) -> bool:
        """Whether every item of the checklist is ticked; no team leaves before."""
        return {item for item, _ in self.prepared} == set(PreparationItem)


class CaseLine(NamedTuple):
    """One line of the list of cases; a bare tuple, since 100,000 of them must open at once.

    Attributes:
        borrower: short name for screens, e.g. `张*`; never the whole one.
        search: folded words to find it by: case number, name, pinyin, tails of telephone numbers.
        outstanding_minor: of all its accounts, in smallest units of `currency`.
        visit: its youngest visit that is not over, or None; `next_day` is that visit's day, where it has one.
        prepared: ticked items of that visit's checklist, out of `prepared_of`; both 0 without a visit.
    """

    id: CaseId
    borrower: str
    search: str
    region: str
    days_past_due: int
    outstanding_minor: int
    currency: str
    state: CaseState
    lender: str
    last_contact: datetime | None
    version: int
    visit: VisitId | None = None
    visit_state: VisitState | None = None
    next_day: date | None = None
    prepared: int = 0
    prepared_of: int = 0

    @property
    def outstanding(self) -> Money:
        """The sum of all its accounts."""
        return Money.from_minor(self.outstanding_minor, self.currency)


class HeldState(StrEnum):
    """What became of a row in quarantine (暂存)."""

    OPEN = "open"
    MENDED = "mended"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEntry:
    """A row of an account file that is held back, kept with its original cells until it is mended or set aside.

    Attributes:
        row: in the file `file_name`, as a person counts.
        cells: (header, text as in the file).
        faults: (field, code of the sentence, facts of the sentence).
        digest: of the cells; the same row is kept once.
    """

    id: str
    file_name: str
    file_sha256: str
    row: int
    cells: tuple[tuple[str, str], ...]
    faults: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    digest: str
    held_at: datetime
    case_no: str = ""
    account_key: str = ""
    state: HeldState = HeldState.OPEN
    closed_at: datetime | None = None
    closed_by: str = ""
