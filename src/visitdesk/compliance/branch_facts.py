"""The fact sheet of a stored visit: from case, address, collectors and what the branch recorded.

Inside the program the fields exist, so what nobody recorded is "not shown" and blocks: whether the borrower is alive
and of age, whether a collector is insured, whether the debtor was told of the agency.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from visitdesk.cases.model import Address, AddressKind, Case, Channel, ContactAttempt, DebtKind, Visit, VisitId
from visitdesk.compliance.facts import (
    NO_FIELD,
    NOT_SHOWN,
    AgeClass,
    AgencyFacts,
    Capacity,
    CaseFacts,
    ConsentFacts,
    Entry,
    Facts,
    HistoryFacts,
    HoldFacts,
    InsideFacts,
    MemberFacts,
    NoField,
    NoticeFacts,
    NotShown,
    PersonFacts,
    PlaceFacts,
    PlaceKind,
    PlanFacts,
    VisitFacts,
    WorkFacts,
)
from visitdesk.compliance.model import Consent, Hold, Notice, NoticeKind, Refusal, Stage
from visitdesk.compliance.sheet import zone
from visitdesk.people.model import Collector, CollectorId

OF_AGE = 18
_PLACES = {
    AddressKind.HOME: PlaceKind.HOME,
    AddressKind.REGISTERED: PlaceKind.HOME,
    AddressKind.WORK: PlaceKind.WORKPLACE,
    AddressKind.OTHER: PlaceKind.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitQuestion:
    """What to judge: a stored visit, with what planning or the door knows of it as plain values.

    Attributes:
        arrive: planned instants, aware; `leave` without any buffer.
        team: the collectors planned or standing at the door.
        present: who is there; None before anybody is.
        agency: None where the lender's own staff visit.
        documents: names of the papers in the preparation pack.
        plan: the case's repayment plan; None where there is none.
        work: planned minutes of each collector with this visit in them, where planning knows them.
        place_kind: what the address kind cannot tell, e.g. a hospital; None means by the address kind.
    """

    visit: VisitId
    stage: Stage
    arrive: datetime
    leave: datetime
    team: tuple[Collector, ...]
    agency: AgencyFacts | None
    documents: frozenset[str] = frozenset({"rights_notice"})
    entry: Entry = Entry.DOORSTEP
    present: frozenset[CollectorId] | None = None
    plan: PlanFacts | None = None
    work: tuple[WorkFacts, ...] | NoField = NO_FIELD
    place_kind: PlaceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the branch recorded about one case."""

    holds: Sequence[Hold] = ()
    consents: Sequence[Consent] = ()
    notices: Sequence[Notice] = ()
    refusals: Sequence[Refusal] = ()


def facts_of(question: VisitQuestion, visit: Visit, case: Case, recorded: Recorded, now: datetime) -> Facts:
    """The fact sheet at `now`; an address that the case no longer has leaves all of its facts not shown."""
    address = next((known for known in case.addresses if known.id == visit.address), None)
    place = _place(address, question)
    local = place.time_zone if isinstance(place.time_zone, ZoneInfo) else None
    return Facts(
        now=now,
        case=_case(case, question, recorded),
        person=_person(case, question.leave.astimezone(local).date()),
        place=place,
        visit=VisitFacts(
            stage=question.stage,
            arrive=question.arrive,
            leave=question.leave,
            entry=question.entry,
            documents=question.documents,
            team=tuple(_member(one, question.present) for one in question.team),
        ),
        agency=question.agency,
        consents=tuple(_consent(one) for one in recorded.consents),
        notice=_notice(recorded.notices, visit.id),
        history=_history(case.trail, now, local),
        inside=_inside(question, visit, recorded),
    )


def _case(case: Case, question: VisitQuestion, recorded: Recorded) -> CaseFacts:
    kinds = [account.kind for account in case.accounts]
    kind: DebtKind | NotShown = NOT_SHOWN
    if kinds:
        kind = DebtKind.CREDIT_CARD if DebtKind.CREDIT_CARD in kinds else kinds[0]
    return CaseFacts(
        id=case.id,
        debt_kind=kind,
        debt_status=case.debt_status,
        days_past_due=case.days_past_due if case.accounts else NOT_SHOWN,
        out_of_contact=case.out_of_contact,
        holds=tuple(HoldFacts(kind=hold.kind, cleared=hold.cleared_at) for hold in recorded.holds),
        plan=question.plan,
        refused_visits=case.refused_visits or any(one.revoked_at is None for one in recorded.refusals),
        distress_until=case.distress_until,
        represented_by=case.represented_by or None,
    )


def _person(case: Case, day: date) -> PersonFacts:
    who = case.borrower
    capacity: Capacity | NotShown = NOT_SHOWN
    if who.capacity in set(Capacity):
        capacity = Capacity(who.capacity)
    return PersonFacts(
        role=case.role,
        guarantee_document=case.guarantee_document or None,
        age_class=_age_class(who.birth_date, day),
        capacity=capacity,
        alive=NOT_SHOWN if who.is_alive is None else who.is_alive,
    )


def _age_class(born: date | None, day: date) -> AgeClass | NotShown:
    """Of age from the eighteenth birthday on (Civil Code 17)."""
    if born is None:
        return NOT_SHOWN
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return AgeClass.ADULT if years >= OF_AGE else AgeClass.MINOR


def _place(address: Address | None, question: VisitQuestion) -> PlaceFacts:
    if address is None:
        return PlaceFacts()
    return PlaceFacts(
        kind=question.place_kind or _PLACES[address.kind],
        country=address.region[:2] or NOT_SHOWN,
        region=address.region or NOT_SHOWN,
        time_zone=zone(address.time_zone, "place.time_zone"),
        source=address.source or NOT_SHOWN,
        reported_wrong=address.is_dead,
    )


def _member(who: Collector, present: frozenset[CollectorId] | None) -> MemberFacts:
    return MemberFacts(
        id=who.id,
        active=who.is_active,
        present=NOT_SHOWN if present is None else who.id in present,
        id_valid_until=_or_not_shown(who.badge_valid_until),
        trained_until=_or_not_shown(who.trained_until),
        confidentiality_signed=who.confidentiality_signed,
        violent_record=NOT_SHOWN if who.has_violent_record is None else who.has_violent_record,
        employer=who.employer.value,
    )


def _or_not_shown(day: date | None) -> date | NotShown:
    return NOT_SHOWN if day is None else day


def _consent(one: Consent) -> ConsentFacts:
    return ConsentFacts(
        kind=one.kind,
        given_by=one.given_by,
        given_at=one.given_at,
        dates=frozenset(one.dates),
        withdrawn_at=one.withdrawn_at,
    )


def _notice(notices: Sequence[Notice], visit: VisitId) -> NoticeFacts | None:
    """The latest notice of this visit; one of another visit tells nothing about it."""
    mine = [one for one in notices if one.kind is NoticeKind.ADVANCE and one.visit == visit]
    if not mine:
        return None
    last = max(mine, key=lambda one: one.sent_at)
    return NoticeFacts(
        sent_at=last.sent_at,
        channel=last.channel,
        purpose=last.purpose,
        staff=last.staff,
        right_to_refuse=last.right_to_refuse,
    )


def _history(trail: Sequence[ContactAttempt], now: datetime, local: ZoneInfo | None) -> HistoryFacts:
    """Visits by local day; calls of the local day of `now`. A visit of which nobody knows whether it met counts as none."""
    visits = [one for one in trail if one.channel is Channel.VISIT]
    today = now.astimezone(local).date()
    calls = [one for one in trail if one.channel is Channel.PHONE and one.at.astimezone(local).date() == today]
    return HistoryFacts(
        contact_visits=tuple(one.at.astimezone(local).date() for one in visits if one.reached),
        attempts=tuple(one.at.astimezone(local).date() for one in visits if not one.reached),
        effective_calls_today=sum(one.reached is True for one in calls),
        unanswered_calls_today=sum(one.reached is not True for one in calls),
    )


def _inside(question: VisitQuestion, visit: Visit, recorded: Recorded) -> InsideFacts:
    told = [one.sent_at for one in recorded.notices if one.kind is NoticeKind.AGENCY_TOLD]
    return InsideFacts(
        agency_told_at=min(told, default=None),
        decided_by=visit.decided_by or visit.requested_by,
        insured={who.id: who.is_insured is True for who in question.team},
        work=question.work,
    )
