"""The fact sheet as JSON: read from the form of contracts §4, written back for keeping and replay.

The shape is checked by a schema before it comes here; this module finds what a schema cannot: days and instants that do
not exist, unknown zones and papers, a leave time before the arrival. Every fault names its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from visitdesk.cases.model import DebtKind, DebtStatus, PartyRole
from visitdesk.clock import as_utc, parse_instant
from visitdesk.compliance.facts import (
    NO_FIELD,
    NOT_SHOWN,
    Absent,
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
    Moment,
    NoField,
    NoticeFacts,
    NotShown,
    PersonFacts,
    PlaceFacts,
    PlaceKind,
    PlanFacts,
    PlanState,
    VisitFacts,
    WorkFacts,
)
from visitdesk.compliance.model import ConsentKind, HoldKind, Pack, Stage
from visitdesk.errors import BadInput

Form = Mapping[str, Any]
E = TypeVar("E", bound=Enum)
T = TypeVar("T")

PAPERS = frozenset(
    {
        "rights_notice",
        "authority_letter",
        "statement_of_account",
        "objection_form",
        "complaint_card",
        "neutral_card",
        "validation_notice",
        "public_poster",
    }
)
"""Papers that the form names itself; a pack adds those it forbids or requires."""


def read(form: Form, pack: Pack, now: datetime) -> Facts:
    """The facts of a form that fits its schema.

    Args:
        now: the instant of judging where the form shows none.

    Raises:
        BadInput: carries `place` and what is wrong.
    """
    visit = _visit(_part(form, "visit"), pack)
    return Facts(
        now=_instant(form, "now", "") or now,
        case=_case(_part(form, "case")),
        person=_person(_part(form, "person")),
        place=_place(_part(form, "place")),
        visit=visit,
        agency=_optional(form, "agency", _agency),
        consents=_each(form, "consents", "", _consent),
        notice=_optional(form, "notice", _notice),
        history=_history(_part(form, "history")),
        inside=_inside(form["inside"]) if "inside" in form else InsideFacts(),
    )


def _case(part: Form) -> CaseFacts:
    return CaseFacts(
        id=_shown(part, "id"),
        debt_kind=_word(part, "debt_kind", DebtKind),
        debt_status=_word(part, "debt_status", DebtStatus),
        days_past_due=_whole(part, "days_past_due"),
        out_of_contact=_shown(part, "out_of_contact"),
        holds=_each(part, "holds", "case.", _hold),
        plan=_optional(part, "plan", _plan),
        refused_visits=_shown(part, "refused_visits"),
        distress_until=_optional(part, "distress_until", _distress),
        represented_by=_optional(part, "represented_by", str),
    )


def _distress(text: str) -> datetime | date:
    """Until when a pause for distress runs: a day (to its end) or an instant."""
    return _day_or_instant(text, "case.distress_until")


def _hold(part: Form, place: str) -> HoldFacts:
    cleared = part.get("cleared")
    for name in ("opened", "deadline"):
        _moment(part.get(name), f"{place}.{name}")
    return HoldFacts(kind=_word(part, "kind", HoldKind), cleared=_moment(cleared, f"{place}.cleared"))


def _plan(part: Form) -> PlanFacts:
    return PlanFacts(
        state=_word(part, "state", PlanState),
        signed=_moment(part.get("signed"), "case.plan.signed"),
        breached=part.get("breached"),
    )


def _person(part: Form) -> PersonFacts:
    return PersonFacts(
        role=_word(part, "role", PartyRole),
        guarantee_document=_optional(part, "guarantee_document", str),
        age_class=_word(part, "age_class", AgeClass),
        capacity=_word(part, "capacity", Capacity),
        alive=_shown(part, "alive"),
    )


def _place(part: Form) -> PlaceFacts:
    name = part.get("time_zone")
    return PlaceFacts(
        kind=_word(part, "kind", PlaceKind),
        country=_shown(part, "country"),
        region=_shown(part, "region"),
        time_zone=NOT_SHOWN if name is None else zone(name, "place.time_zone"),
        source=_shown(part, "source"),
        reported_wrong=_shown(part, "reported_wrong"),
    )


def _visit(part: Form, pack: Pack) -> VisitFacts:
    arrive, leave = _instant(part, "arrive", "visit."), _instant(part, "leave", "visit.")
    if arrive is not None and leave is not None and as_utc(leave) < as_utc(arrive):
        raise BadInput("compliance.leave_before_arrive", place="visit.leave", value=part["leave"])
    papers = part.get("documents")
    known = PAPERS | papers_of(pack)
    for index, paper in enumerate(papers or ()):
        if paper not in known:
            raise BadInput("compliance.no_such_document", place=f"visit.documents[{index}]", value=paper)
    return VisitFacts(
        stage=_word(part, "stage", Stage),
        arrive=NOT_SHOWN if arrive is None else arrive,
        leave=NOT_SHOWN if leave is None else leave,
        entry=_word(part, "entry", Entry),
        documents=NOT_SHOWN if papers is None else frozenset(papers),
        team=_each(part, "team", "visit.", _member),
    )


def papers_of(pack: Pack) -> frozenset[str]:
    """Papers that the pack forbids or requires by name."""
    lists = [rule.words(name) for rule in pack.rules for name in ("forbidden", "required") if name in rule.numbers]
    return frozenset().union(*lists)


def _member(part: Form, place: str) -> MemberFacts:
    return MemberFacts(
        id=_shown(part, "id"),
        active=_shown(part, "active"),
        present=_shown(part, "present"),
        id_valid_until=_day(part, "id_valid_until", place),
        trained_until=_day(part, "trained_until", place),
        confidentiality_signed=_shown(part, "confidentiality_signed"),
        violent_record=_shown(part, "violent_record"),
        employer=_shown(part, "employer"),
    )


def _agency(part: Form) -> AgencyFacts:
    return AgencyFacts(
        name=_shown(part, "name"),
        listed=_shown(part, "listed"),
        contract_until=_day(part, "contract_until", "agency"),
        evaluated_on=_day(part, "evaluated_on", "agency"),
        bad_record=_shown(part, "bad_record"),
    )


def _consent(part: Form, place: str) -> ConsentFacts:
    given, days = _instant(part, "given_at", f"{place}."), _days(part, "dates", place)
    return ConsentFacts(
        kind=_word(part, "kind", ConsentKind),
        given_by=_shown(part, "given_by"),
        given_at=NOT_SHOWN if given is None else given,
        dates=NOT_SHOWN if days is NOT_SHOWN else frozenset(days),
        withdrawn_at=_instant(part, "withdrawn_at", f"{place}.") if "withdrawn_at" in part else NOT_SHOWN,
    )


def _notice(part: Form) -> NoticeFacts:
    sent = _instant(part, "sent_at", "notice.")
    return NoticeFacts(
        sent_at=NOT_SHOWN if sent is None else sent,
        channel=_shown(part, "channel"),
        purpose=_shown(part, "purpose"),
        staff=_shown(part, "staff"),
        right_to_refuse=_shown(part, "right_to_refuse"),
    )


def _history(part: Form) -> HistoryFacts:
    return HistoryFacts(
        contact_visits=_days(part, "contact_visits", "history"),
        attempts=_days(part, "attempts", "history"),
        effective_calls_today=_whole(part, "effective_calls_today"),
        unanswered_calls_today=_whole(part, "unanswered_calls_today"),
    )


def _inside(part: Form) -> InsideFacts:
    """Facts written by `written`; only the program itself hands them in."""
    return InsideFacts(
        agency_told_at=_if_there(part, "agency_told_at", _told),
        is_assigned_debt=_if_there(part, "is_assigned_debt", bool),
        assignment_told_at=_if_there(part, "assignment_told_at", _told),
        decided_by=_if_there(part, "decided_by", str),
        insured=_if_there(part, "insured", dict),
        work=_if_there(part, "work", lambda several: tuple(WorkFacts(**one) for one in several)),
    )


def _told(text: str | None) -> datetime | None:
    return None if text is None else parse_instant(text)


def written(facts: Facts, pack: str) -> dict[str, object]:
    """The form of these facts, plus `inside` where the program knew more; `read` gives the same facts back."""
    form: dict[str, object] = {"version": 1, "pack": pack}
    for entry in fields(facts):
        value = getattr(facts, entry.name)
        if value is not NOT_SHOWN:
            form[entry.name] = _plain(value)
    return form


def _plain(value: object) -> object:
    """JSON of one fact; whatever is not shown or has no field is left out."""
    plain: object
    match value:
        case Enum():
            plain = value.value
        case datetime() | date():
            plain = value.isoformat()
        case ZoneInfo():
            plain = value.key
        case frozenset():
            plain = sorted(str(_plain(one)) for one in value)
        case tuple():
            plain = [_plain(one) for one in value]
        case None | bool() | int() | str() | dict():
            plain = value
        case _:
            known = {entry.name: getattr(value, entry.name) for entry in fields(value)}  # type: ignore[arg-type]
            plain = {name: _plain(fact) for name, fact in known.items() if not isinstance(fact, Absent)}
    return plain


def _part(form: Form, name: str) -> Form:
    part = form.get(name)
    return {} if part is None else part


def _shown(part: Form, name: str) -> Any:
    value = part.get(name)
    return NOT_SHOWN if value is None else value


def _word(part: Form, name: str, kind: type[E]) -> E | NotShown:
    value = part.get(name)
    return NOT_SHOWN if value is None else kind(value)


def _whole(part: Form, name: str) -> int | NotShown:
    """A whole number; 3.0 is one in JSON."""
    value = part.get(name)
    return NOT_SHOWN if value is None else int(value)


def _optional(part: Form, name: str, reader: Callable[[Any], T]) -> T | NotShown | None:
    """A fact for which null means none: absent is not shown."""
    if name not in part:
        return NOT_SHOWN
    return None if part[name] is None else reader(part[name])


def _if_there(part: Form, name: str, reader: Callable[[Any], T]) -> T | NoField:
    """A fact that the form may have no field for."""
    return reader(part[name]) if name in part else NO_FIELD


def _each(part: Form, name: str, above: str, reader: Callable[[Form, str], T]) -> tuple[T, ...] | NotShown:
    several = part.get(name)
    if several is None:
        return NOT_SHOWN
    return tuple(reader(one, f"{above}{name}[{index}]") for index, one in enumerate(several))


def _instant(part: Form, name: str, above: str) -> datetime | None:
    text = part.get(name)
    if text is None:
        return None
    try:
        return parse_instant(text)
    except BadInput as error:
        raise BadInput("compliance.not_an_instant", place=f"{above}{name}", value=text) from error


def _day(part: Form, name: str, above: str) -> date | NotShown:
    text = part.get(name)
    return NOT_SHOWN if text is None else _date(text, f"{above}.{name}")


def _days(part: Form, name: str, above: str) -> tuple[date, ...] | NotShown:
    texts = part.get(name)
    if texts is None:
        return NOT_SHOWN
    return tuple(_date(text, f"{above}.{name}[{index}]") for index, text in enumerate(texts))


def _date(text: str, place: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("compliance.not_a_date", place=place, value=text) from error


def _moment(value: str | bool | None, place: str) -> Moment | None:  # noqa: FBT001  # a recorded yes
    """An instant, a day or a plain yes; a plain no is none."""
    if value is None or isinstance(value, bool):
        return value or None
    return _day_or_instant(value, place)


def _day_or_instant(text: str, place: str) -> datetime | date:
    if len(text) == len("2026-11-25"):
        return _date(text, place)
    try:
        return parse_instant(text)
    except BadInput as error:
        raise BadInput("compliance.not_an_instant", place=place, value=text) from error


def zone(name: str, place: str) -> ZoneInfo:
    """The zone of that name, from the list that travels with the program and not from the machine's own.

    Raises:
        BadInput: there is no such zone.
    """
    if name not in _zones():
        raise BadInput("compliance.no_such_zone", place=place, value=name)
    return ZoneInfo(name)


@cache
def _zones() -> frozenset[str]:
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())
