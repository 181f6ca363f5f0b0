"""Nouns of the room `records`."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from visitdesk.cases.model import AddressKind, CaseId, VisitId
from visitdesk.money import Money
from visitdesk.people.model import CollectorId

RecordId = NewType("RecordId", str)
"""Number of the record as it stands on paper, e.g. `"R-V0001"`."""

EvidenceId = NewType("EvidenceId", str)


class RecordState(StrEnum):
    """Where a record stands (glossary §9)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    FINAL = "final"


class Met(StrEnum):
    """Who was met: the first level of the outcome."""

    BORROWER = "met_borrower"
    ADULT_HOUSEHOLD = "met_adult_household"
    THIRD_PERSON = "met_third_person"
    NOBODY = "nobody"
    MOVED = "moved"
    NO_SUCH_ADDRESS = "no_such_address"
    DEMOLISHED = "demolished"
    NO_ACCESS = "no_access"
    IDENTITY_UNCLEAR = "identity_unclear"
    MINOR_ONLY = "minor_only"
    DECEASED = "deceased"
    INCAPACITATED = "incapacitated"
    BROKEN_OFF = "broken_off"


class Followed(StrEnum):
    """What followed: the second level; several may be true of one visit."""

    PROMISED = "promised"
    PLAN_REQUESTED = "plan_requested"
    SAYS_PAID = "says_paid"
    OBJECTS = "objects"
    CANNOT_PAY = "cannot_pay"
    DECLINES = "declines"
    REFUSES_VISITS = "refuses_visits"
    REFUSES_TALK = "refuses_talk"
    COMPLAINT = "complaint"
    THIRD_OFFERS = "third_offers"
    INFORMED = "informed"
    MESSAGE_LEFT = "message_left"


class NextStep(StrEnum):
    """What may or must happen next; visits are off wherever `outcome.stops_visits` says so."""

    ANSWER_OBJECTION = "answer_objection"
    ANSWER_COMPLAINT = "answer_complaint"
    NO_MORE_VISITS = "no_more_visits"
    LENDER_DECIDES = "lender_decides"
    CONFIRM_ADDRESS = "confirm_address"
    CONFIRM_PAYMENT = "confirm_payment"
    CONFIRM_IDENTITY = "confirm_identity"
    FORWARD_PROPOSAL = "forward_proposal"
    AWAIT_PAYMENT = "await_payment"
    REVIEW_HARDSHIP = "review_hardship"
    REVIEW_SAFETY = "review_safety"
    SUPERVISOR_DECIDES = "supervisor_decides"


class PersonRole(StrEnum):
    """How a person at the door stands to the claim; third persons are recorded by role and number only."""

    BORROWER = "borrower"
    CO_BORROWER = "co_borrower"
    GUARANTOR = "guarantor"
    REPRESENTATIVE = "representative"
    ADULT_HOUSEHOLD = "adult_household"
    CONTACT_PERSON = "contact_person"
    THIRD_PERSON = "third_person"
    MINOR = "minor"


LIABLE = frozenset({PersonRole.BORROWER, PersonRole.CO_BORROWER, PersonRole.GUARANTOR, PersonRole.REPRESENTATIVE})
"""Those with whom the debt may be spoken of."""


class IdentityCheck(StrEnum):
    """How a person showed who they are, before any word of debt."""

    DOCUMENT = "document"
    QUESTIONS = "questions"
    KNOWN = "known"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMet:
    """Somebody spoken to. `name` only for those liable; everybody else is a role and a number."""

    role: PersonRole
    name: str = ""
    identity: IdentityCheck = IdentityCheck.NOT_SHOWN


class Shown(StrEnum):
    """What the team showed or explained, each with its time in the record's `shown`."""

    WORK_BADGES = "work_badges"
    AUTHORITY_LETTER = "authority_letter"
    RIGHTS_NOTICE = "rights_notice"
    PAYMENT_CHANNELS = "payment_channels"
    COMPLAINT_CHANNELS = "complaint_channels"


class Paper(StrEnum):
    """Papers handed over at the door."""

    RIGHTS_NOTICE = "rights_notice"
    STATEMENT_OF_ACCOUNT = "statement_of_account"
    OBJECTION_FORM = "objection_form"
    OBJECTION_RECEIPT = "objection_receipt"
    COMPLAINT_CARD = "complaint_card"
    CALL_BACK_CARD = "call_back_card"
    PLAN_PROPOSAL = "plan_proposal"
    AUTHORITY_COPY = "authority_copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLeft:
    """A paper handed over; `refused` where it was offered and not taken."""

    paper: Paper
    to: PersonRole
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReceived:
    """A document the borrower handed over (never money, never goods)."""

    words: str
    pages: int = 1
    evidence: EvidenceId | None = None


class Entry(StrEnum):
    """Where the talk took place; outside is the rule."""

    DOORSTEP = "doorstep"
    INSIDE = "inside"
    PUBLIC_PLACE = "public_place"


class Recording(StrEnum):
    """Whether sound or film was taken, always announced."""

    MADE = "made"
    REFUSED = "refused"
    DEVICE_FAULT = "device_fault"
    NOBODY_THERE = "nobody_there"


class Demeanour(StrEnum):
    """Observed behaviour; words that judge are not in the list (glossary §6)."""

    CALM = "calm"
    POLITE = "polite"
    SILENT = "silent"
    HURRIED = "hurried"
    LOUD = "loud"
    TEARFUL = "tearful"
    UNWELL = "unwell"
    ASKED_TO_LEAVE = "asked_to_leave"
    CLOSED_DOOR = "closed_door"


class ConductItem(StrEnum):
    """What a team must not do; each is answered for every visit (行为核对)."""

    NO_THREAT_OR_INSULT = "no_threat_or_insult"
    NO_DISCLOSURE = "no_disclosure"
    NO_ENTRY_WITHOUT_CONSENT = "no_entry_without_consent"
    NO_STAYING_ON = "no_staying_on"
    NO_MONEY_OR_GOODS = "no_money_or_goods"
    NO_POSTING = "no_posting"
    NO_FALSE_AUTHORITY = "no_false_authority"
    NO_FALSE_CONSEQUENCE = "no_false_consequence"
    NO_FILMING_OF_HOME = "no_filming_of_home"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConductAnswer:
    """`kept` False needs a note, and an incident beside the record."""

    item: ConductItem
    kept: bool
    note: str = ""


class OfferKind(StrEnum):
    """Kinds of instalment plan that may be spoken of at the door."""

    EVEN = "even"
    STEP_UP = "step_up"
    GRACE_THEN_EVEN = "grace_then_even"
    INTEREST_BEARING = "interest_bearing"
    ONE_PAYMENT = "one_payment"


class OfferAnswer(StrEnum):
    """What the other side said to an offer; only the lender can agree to one."""

    TO_LENDER = "to_lender"
    CONSIDERS = "considers"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer made at the door (还款方案提议)."""

    by_borrower: bool
    kind: OfferKind
    instalments: int
    first_due: date | None = None
    each: Money | None = None
    answer: OfferAnswer = OfferAnswer.TO_LENDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise to pay (还款承诺): date, sum, channel; paid to the lender's published account only."""

    on: date
    amount: Money
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresTold:
    """The debt figures that were spoken, with the day they are true and where they come from."""

    outstanding: Money
    arrears: Money
    as_of: date
    source: str


class BorrowerSignature(StrEnum):
    """The borrower's signature is welcome, never needed; refusing has no bad consequence."""

    SIGNED = "signed"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSignature:
    """One collector's signature under the record."""

    collector: CollectorId
    at: datetime


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    PHOTO = "photo"
    PAPER = "paper"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A photo, sound or paper with its proof (佐证材料).

    Attributes:
        digest: SHA-256 of the original as received, hex.
        original, print_copy: names in the attachment store; the copy is re-encoded without EXIF and place data.
        distance_m: how far from the address it was taken, where known; `accuracy_m` of that place.
    """

    id: EvidenceId
    kind: EvidenceKind
    caption: str
    taken_at: datetime
    taken_by: CollectorId
    digest: str
    size: int
    original: str
    print_copy: str = ""
    width: int = 0
    height: int = 0
    distance_m: float | None = None
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Arrival and departure; from check-ins, or changed by hand with a reason."""

    arrived: datetime | None = None
    left: datetime | None = None
    from_check_ins: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """A collector as named on paper."""

    id: CollectorId
    name: str
    badge: str


RECORDED_REPORTS = frozenset({"departed", "arrived", "at_door", "inside", "left", "safe", "home_safe", "fine"})
"""Check-ins that go into a record; help, duress and the like stay in the safety log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """What was known when the record was opened; copied in, so that a later change elsewhere never changes a record.

    Attributes:
        id_masked: the borrower's ID number with the middle hidden.
        planned: start and end of the planned stay.
        check_ins: (collector, report, instant) as the watch received them.
        notice_sent_at: of the advance notice, None where none was sent.
    """

    visit: VisitId
    case: CaseId
    lender: str
    agency: str
    branch: str
    borrower: str
    id_masked: str
    address: str
    address_kind: AddressKind
    time_zone: str
    purpose: str
    planned: tuple[datetime, datetime]
    team: tuple[TeamMember, ...]
    authority_number: str = ""
    authority_until: date | None = None
    notice_sent_at: datetime | None = None
    notice_channel: str = ""
    check_ins: tuple[tuple[CollectorId, str, datetime], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the team tells: everything that may be written until the record is submitted.

    Attributes:
        statement: the borrower's words, verbatim; never trimmed, never normalised.
        statement_by: whose words; None where nobody said anything.
        nothing_said: the borrower chose to say nothing, which is an answer.
        account: what the team saw and did, in its own words.
        read_back: the statement was read to or by the borrower, who could correct it.
        copy_wanted: the borrower wants a copy.
    """

    met: Met | None = None
    followed: tuple[Followed, ...] = ()
    people: tuple[PersonMet, ...] = ()
    times: Times = field(default_factory=Times)
    entry: Entry = Entry.DOORSTEP
    entry_consent_by: PersonRole | None = None
    entry_withdrawn_at: datetime | None = None
    recording: Recording | None = None
    recording_reference: str = ""
    recording_reason: str = ""
    shown: tuple[tuple[Shown, datetime], ...] = ()
    figures: FiguresTold | None = None
    told: str = ""
    statement: str = ""
    statement_by: PersonRole | None = None
    nothing_said: bool = False
    read_back: bool = False
    copy_wanted: bool = False
    account: str = ""
    demeanour: tuple[Demeanour, ...] = ()
    offers: tuple[Offer, ...] = ()
    promise: Promise | None = None
    objection: str = ""
    hardship: str = ""
    papers_left: tuple[PaperLeft, ...] = ()
    papers_received: tuple[PaperReceived, ...] = ()
    conduct: tuple[ConductAnswer, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    signatures: tuple[TeamSignature, ...] = ()
    borrower_signature: BorrowerSignature = BorrowerSignature.NOT_ASKED
    borrower_signature_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of a final record: number 1 is the text at finalising, each correction adds one."""

    number: int
    content: Content
    at: datetime
    by: str
    reason: str
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of one visit (外访记录).

    Attributes:
        content: as it reads now.
        revisions: empty until final; the last one equals `content`.
        salt: secret of this record from which the salts of its leaves come.
        root: proves the present content; empty until final.
        returned_because: the reviewer's reason, where it was sent back.
        version: rises with each write.
    """

    id: RecordId
    facts: VisitFacts
    content: Content
    state: RecordState
    written_by: str
    opened_at: datetime
    salt: bytes = field(repr=False)
    submitted_by: str = ""
    submitted_at: datetime | None = None
    reviewed_by: str = ""
    finalised_at: datetime | None = None
    returned_because: str = ""
    revisions: tuple[Revision, ...] = ()
    version: int = 1

    @property
    def root(self) -> str:
        """Root of the present content, hex; empty until final."""
        return self.revisions[-1].root if self.revisions else ""


class Copy(StrEnum):
    """For whom a copy is drawn; each shows only what its reader may see (联)."""

    FILE = "file"
    BORROWER = "borrower"
    LENDER = "lender"
    COURT = "court"
    THIRD_PERSON = "third_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealEntry:
    """A drawn file in the register of seals: what it is, and the hash that proves it.

    Attributes:
        digest: SHA-256 of the whole file, hex.
        record: record number, or another paper's number.
        revision: of the record; 0 for papers that have none.
    """

    digest: str
    record: str
    revision: int
    copy: str
    root: str
    template: str
    pages: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in the encrypted store; the row that holds its key.

    Attributes:
        name: SHA-256 of the ciphertext, hex; also the file's name.
        digest: SHA-256 of the plain bytes, hex.
    """

    name: str
    key: bytes = field(repr=False)
    nonce: bytes
    digest: str
    size: int
    kind: str
    stored_at: datetime
