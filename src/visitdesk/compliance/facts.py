"""The fact sheet: everything a verdict rests on, and how a fact can be missing.

Three ways must never be mixed up: `None` = known to be none; `NOT_SHOWN` = nobody showed it, so a rule that needs it
blocks and names it; `NO_FIELD` = whoever asks has no such field at all, so the rule is listed as not judged.
Source: contracts §4.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Final, Literal, TypeVar
from zoneinfo import ZoneInfo

from visitdesk.cases.model import DebtKind, DebtStatus, PartyRole
from visitdesk.compliance.model import ConsentKind, HoldKind, Stage


class Absent(Enum):
    """Ways of not having a fact."""

    NOT_SHOWN = "not shown"
    NO_FIELD = "no field"


NOT_SHOWN: Final = Absent.NOT_SHOWN
NO_FIELD: Final = Absent.NO_FIELD

NotShown = Literal[Absent.NOT_SHOWN]
NoField = Literal[Absent.NO_FIELD]

T = TypeVar("T")
Moment = datetime | date | bool
"""When something happened: an instant, a day, or only that it did."""


class FactNotShown(Exception):  # a signal between rule and engine, never an error
    """A rule asked for facts that nobody showed."""

    def __init__(self, *fields: str) -> None:
        super().__init__(*fields)
        self.fields = fields


class NoSuchFact(Exception):  # a signal between rule and engine, never an error
    """A rule asked for a fact for which this sheet has no field."""


def shown(value: T | NotShown | NoField, name: str) -> T:
    """The fact itself.

    Raises:
        FactNotShown: nobody showed it; carries its dotted `name`.
        NoSuchFact: the sheet has no such field.
    """
    if value is NOT_SHOWN:
        raise FactNotShown(name)
    if value is NO_FIELD:
        raise NoSuchFact
    return value


class PlanState(StrEnum):
    """Where a repayment plan stands; the words of the compliance form."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    ENDED = "ended"


class AgeClass(StrEnum):
    """Grown up or not (18 years)."""

    ADULT = "adult"
    MINOR = "minor"


class Capacity(StrEnum):
    """Civil capacity (Civil Code 21-24)."""

    FULL = "full"
    LIMITED = "limited"
    NONE = "none"


class PlaceKind(StrEnum):
    """What kind of place is visited."""

    HOME = "home"
    WORKPLACE = "workplace"
    HOSPITAL = "hospital"
    PUBLIC = "public"
    OTHER = "other"


class Entry(StrEnum):
    """How far the team means to go."""

    DOORSTEP = "doorstep"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFacts:
    """A hold on the case; open until cleared."""

    kind: HoldKind | NotShown = NOT_SHOWN
    cleared: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """A repayment plan; `breached` is True only where the lender has confirmed it."""

    state: PlanState | NotShown = NOT_SHOWN
    signed: Moment | None = None
    breached: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The debt and what hangs over it."""

    id: str | NotShown = NOT_SHOWN
    debt_kind: DebtKind | NotShown = NOT_SHOWN
    debt_status: DebtStatus | NotShown = NOT_SHOWN
    days_past_due: int | NotShown = NOT_SHOWN
    out_of_contact: bool | NotShown = NOT_SHOWN
    holds: tuple[HoldFacts, ...] | NotShown = NOT_SHOWN
    plan: PlanFacts | NotShown | None = NOT_SHOWN
    refused_visits: bool | NotShown = NOT_SHOWN
    distress_until: datetime | date | NotShown | None = NOT_SHOWN
    represented_by: str | NotShown | None = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Who is to be visited."""

    role: PartyRole | NotShown = NOT_SHOWN
    guarantee_document: str | NotShown | None = NOT_SHOWN
    age_class: AgeClass | NotShown = NOT_SHOWN
    capacity: Capacity | NotShown = NOT_SHOWN
    alive: bool | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """Where; times of law are judged in its zone."""

    kind: PlaceKind | NotShown = NOT_SHOWN
    country: str | NotShown = NOT_SHOWN
    region: str | NotShown = NOT_SHOWN
    time_zone: ZoneInfo | NotShown = NOT_SHOWN
    source: str | NotShown = NOT_SHOWN
    reported_wrong: bool | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts:
    """One collector of the team; last days included."""

    id: str | NotShown = NOT_SHOWN
    active: bool | NotShown = NOT_SHOWN
    present: bool | NotShown = NOT_SHOWN
    id_valid_until: date | NotShown = NOT_SHOWN
    trained_until: date | NotShown = NOT_SHOWN
    confidentiality_signed: bool | NotShown = NOT_SHOWN
    violent_record: bool | NotShown = NOT_SHOWN
    employer: str | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """When, how and by whom."""

    stage: Stage | NotShown = NOT_SHOWN
    arrive: datetime | NotShown = NOT_SHOWN
    leave: datetime | NotShown = NOT_SHOWN
    entry: Entry | NotShown = NOT_SHOWN
    documents: frozenset[str] | NotShown = NOT_SHOWN
    team: tuple[MemberFacts, ...] | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFacts:
    """The outside firm that visits for the lender."""

    name: str | NotShown = NOT_SHOWN
    listed: bool | NotShown = NOT_SHOWN
    contract_until: date | NotShown = NOT_SHOWN
    evaluated_on: date | NotShown = NOT_SHOWN
    bad_record: bool | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """A yes to one thing on named days; one without its parts lifts nothing."""

    kind: ConsentKind | NotShown = NOT_SHOWN
    given_by: str | NotShown = NOT_SHOWN
    given_at: datetime | NotShown = NOT_SHOWN
    dates: frozenset[date] | NotShown = NOT_SHOWN
    withdrawn_at: datetime | NotShown | None = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What the debtor was told before the visit."""

    sent_at: datetime | NotShown = NOT_SHOWN
    channel: str | NotShown = NOT_SHOWN
    purpose: bool | NotShown = NOT_SHOWN
    staff: bool | NotShown = NOT_SHOWN
    right_to_refuse: bool | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFacts:
    """Earlier tries: visits that met the person, visits that met nobody, calls of today."""

    contact_visits: tuple[date, ...] | NotShown = NOT_SHOWN
    attempts: tuple[date, ...] | NotShown = NOT_SHOWN
    effective_calls_today: int | NotShown = NOT_SHOWN
    unanswered_calls_today: int | NotShown = NOT_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """One collector's planned work with this visit in it, in minutes."""

    id: str
    day_minutes: int
    week_minutes: int
    month_overtime_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideFacts:
    """Facts that only the program knows; the form of contracts §4 has no field for them.

    Attributes:
        agency_told_at: when the debtor was told of the agency; None where he was not.
        is_assigned_debt: the claim was bought from the lender; `assignment_told_at` is its notice (Civil Code 546).
        decided_by: the named person who decided on the visit; empty where nobody did.
        insured: collector id to whether work-injury insurance is on file.
    """

    agency_told_at: datetime | NoField | None = NO_FIELD
    is_assigned_debt: bool | NoField = NO_FIELD
    assignment_told_at: datetime | NoField | None = NO_FIELD
    decided_by: str | NoField = NO_FIELD
    insured: dict[str, bool] | NoField = NO_FIELD
    work: tuple[WorkFacts, ...] | NoField = NO_FIELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One fact sheet.

    Attributes:
        now: the instant of judging.
        agency: None where the lender's own staff visit.
    """

    now: datetime
    case: CaseFacts = field(default_factory=CaseFacts)
    person: PersonFacts = field(default_factory=PersonFacts)
    place: PlaceFacts = field(default_factory=PlaceFacts)
    visit: VisitFacts = field(default_factory=VisitFacts)
    agency: AgencyFacts | NotShown | None = NOT_SHOWN
    consents: tuple[ConsentFacts, ...] | NotShown = NOT_SHOWN
    notice: NoticeFacts | NotShown | None = NOT_SHOWN
    history: HistoryFacts = field(default_factory=HistoryFacts)
    inside: InsideFacts = field(default_factory=InsideFacts)
