"""Events in their JSON form: that of docs/doors.md §6, with a few fields more in the branch's own log.

`event_of` trusts its input: the door holds it against a schema first, the log was written by `form_of`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from visitdesk.cases.model import VisitId
from visitdesk.clock import parse_instant
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import (
    Acknowledge,
    AlarmDeed,
    AlarmId,
    AlarmKind,
    AlarmRef,
    Cancel,
    ChangeTeam,
    ClockReading,
    DayBegun,
    Duty,
    Event,
    HandOver,
    Level,
    LogStep,
    Obligation,
    Publish,
    Raised,
    Recall,
    Report,
    ReportKind,
    Resolve,
    ResponseStep,
    Source,
    TakeOver,
)
from visitdesk.security.model import UserId

Form = Mapping[str, Any]
REPORTS = frozenset(kind.value for kind in ReportKind)


def event_of(form: Form) -> Event:
    """The event of a form.

    Raises:
        BadInput: an instant that does not exist or has no offset.
    """
    kind = form["kind"]
    read = _report_of if kind in REPORTS else _READERS[kind]
    return read(form, parse_instant(form["received"]))


def _report_of(form: Form, received: datetime) -> Report:
    device_time, number, by = form.get("device_time"), form.get("number"), form.get("by")
    return Report(
        received=received,
        kind=ReportKind(form["kind"]),
        visit=VisitId(form["visit"]),
        collector=CollectorId(form["collector"]),
        source=Source(form["source"]),
        with_partner=form.get("with_partner", False),
        device=form.get("device"),
        number=None if number is None else int(number),
        device_time=None if device_time is None else parse_instant(device_time),
        percent=form.get("percent"),
        by=None if by is None else UserId(by),
        note=form.get("note", ""),
    )


def _publish_of(form: Form, received: datetime) -> Publish:
    return Publish(
        received=received,
        visit=VisitId(form["visit"]),
        team=_collectors(form["team"]),
        travel=timedelta(minutes=form["travel_minutes"]),
        shift_end=parse_instant(form["shift_end"]),
        level=Level(form["level"]),
        team_name=form.get("team_name", ""),
    )


def _collectors(value: object) -> tuple[CollectorId, ...]:
    """One id, a list of ids, or none."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (CollectorId(value),)
    return tuple(CollectorId(one) for one in value) if isinstance(value, list) else ()


def ref_from(form: Form) -> AlarmRef:
    """How the form names an alarm."""
    visit, collector = form["visit"], form["collector"]
    return AlarmRef(
        visit=None if visit is None else VisitId(visit),
        collector=None if collector is None else CollectorId(collector),
        kind=AlarmKind(form["kind"]),
    )


def _deed_parts(form: Form) -> dict[str, Any]:
    identity = form.get("alarm_id")
    return {
        "alarm": ref_from(form["alarm"]),
        "alarm_id": None if identity is None else AlarmId(identity),
        "version": form.get("version"),
    }


def _acknowledge_of(form: Form, received: datetime) -> Acknowledge:
    return Acknowledge(received=received, by=UserId(form["by"]), **_deed_parts(form))


def _take_over_of(form: Form, received: datetime) -> TakeOver:
    return TakeOver(received=received, by=UserId(form["by"]), reason=form["reason"], **_deed_parts(form))


def _step_of(form: Form, received: datetime) -> LogStep:
    return LogStep(
        received=received,
        by=UserId(form["by"]),
        step=ResponseStep(form["step"]),
        rung=form.get("rung", ""),
        note=form.get("note", ""),
        **_deed_parts(form),
    )


def _resolve_of(form: Form, received: datetime) -> Resolve:
    by = tuple(UserId(one) for one in form["by"])
    return Resolve(received=received, by=by, reason=form["reason"], **_deed_parts(form))


def _cancel_of(form: Form, received: datetime) -> Cancel:
    return Cancel(received=received, visit=VisitId(form["visit"]), by=UserId(form["by"]), reason=form["reason"])


def _recall_of(form: Form, received: datetime) -> Recall:
    return Recall(received=received, visit=VisitId(form["visit"]), by=UserId(form["by"]), reason=form["reason"])


def _change_team_of(form: Form, received: datetime) -> ChangeTeam:
    return ChangeTeam(
        received=received,
        visit=VisitId(form["visit"]),
        leaves=_collectors(form.get("leaves")),
        joins=_collectors(form.get("joins")),
        by=UserId(form["by"]),
    )


def _hand_over_of(form: Form, received: datetime) -> HandOver:
    accepted = tuple(ref_from(one) for one in form["accepted"])
    return HandOver(
        received=received,
        giver=UserId(form["from"]),
        taker=UserId(form["to"]),
        accepted=accepted,
        alarm_ids=tuple(AlarmId(one) for one in form.get("alarm_ids", ())),
    )


def _clock_of(form: Form, received: datetime) -> ClockReading:
    return ClockReading(
        received=received,
        wall=parse_instant(form["wall"]),
        monotonic=float(form["monotonic"]),
        boot=form["boot"],
        desk=form.get("desk", ""),
    )


def _raised_of(form: Form, received: datetime) -> Raised:
    visit, collector = form["visit"], form["collector"]
    return Raised(
        received=received,
        obligation=Obligation(
            key=form["key"],
            at=parse_instant(form["at"]),
            duty=Duty(form["duty"]),
            visit=None if visit is None else VisitId(visit),
            collector=None if collector is None else CollectorId(collector),
            ref=form["ref"],
            row=form["row"],
        ),
    )


def _day_begun_of(form: Form, received: datetime) -> DayBegun:  # noqa: ARG001  # one signature for all readers
    return DayBegun(received=received)


_READERS: Mapping[str, Callable[[Form, datetime], Event]] = {
    "publish": _publish_of,
    "acknowledge": _acknowledge_of,
    "take_over": _take_over_of,
    "step": _step_of,
    "resolve": _resolve_of,
    "cancel": _cancel_of,
    "recall": _recall_of,
    "change_team": _change_team_of,
    "hand_over": _hand_over_of,
    "clock": _clock_of,
    "raised": _raised_of,
    "day_begun": _day_begun_of,
}


def kind_of(event: Event) -> str:
    """The form's word for the event."""
    if isinstance(event, Report):
        return event.kind.value
    return _KINDS[type(event)]


_KINDS: Mapping[type[Event], str] = {
    Publish: "publish",
    Acknowledge: "acknowledge",
    TakeOver: "take_over",
    LogStep: "step",
    Resolve: "resolve",
    Cancel: "cancel",
    Recall: "recall",
    ChangeTeam: "change_team",
    HandOver: "hand_over",
    ClockReading: "clock",
    Raised: "raised",
    DayBegun: "day_begun",
}


def form_of(event: Event) -> dict[str, object]:
    """The form of an event; `event_of(form_of(event)) == event`."""
    return {"kind": kind_of(event), "received": event.received.isoformat(), **_body_of(event)}


def _body_of(event: Event) -> dict[str, object]:  # noqa: PLR0911  # one per kind of event
    match event:
        case Report():
            return _report_body(event)
        case Publish():
            return {
                "visit": event.visit,
                "team": list(event.team),
                "travel_minutes": event.travel / timedelta(minutes=1),
                "shift_end": event.shift_end.isoformat(),
                "level": event.level.value,
                "team_name": event.team_name,
            }
        case AlarmDeed():
            return _deed_body(event)
        case Cancel() | Recall():
            return {"visit": event.visit, "by": event.by, "reason": event.reason}
        case ChangeTeam():
            return {"visit": event.visit, "leaves": list(event.leaves), "joins": list(event.joins), "by": event.by}
        case HandOver():
            accepted = [_ref_form(ref) for ref in event.accepted]
            ids = list(event.alarm_ids)
            return {"from": event.giver, "to": event.taker, "accepted": accepted, "alarm_ids": ids}
        case ClockReading():
            wall = event.wall.isoformat()
            return {"wall": wall, "monotonic": event.monotonic, "boot": event.boot, "desk": event.desk}
        case Raised():
            return _raised_body(event.obligation)
        case _:
            return {}


def _report_body(report: Report) -> dict[str, object]:
    body: dict[str, object | None] = {
        "visit": report.visit,
        "collector": report.collector,
        "source": report.source.value,
        "with_partner": report.with_partner,
        "device": report.device,
        "number": report.number,
        "device_time": report.device_time.isoformat() if report.device_time else None,
        "percent": report.percent,
        "by": report.by,
        "note": report.note or None,
    }
    return {name: value for name, value in body.items() if value is not None}


def _ref_form(ref: AlarmRef) -> dict[str, object]:
    return {"visit": ref.visit, "collector": ref.collector, "kind": ref.kind.value}


def _deed_body(deed: AlarmDeed) -> dict[str, object]:
    body: dict[str, object] = {"alarm": _ref_form(deed.alarm)}
    if deed.alarm_id is not None:
        body["alarm_id"] = deed.alarm_id
    if deed.version is not None:
        body["version"] = deed.version
    match deed:
        case Acknowledge():
            body["by"] = deed.by
        case TakeOver():
            body |= {"by": deed.by, "reason": deed.reason}
        case LogStep():
            body |= {"by": deed.by, "step": deed.step.value}
            body |= {name: said for name, said in (("rung", deed.rung), ("note", deed.note)) if said}
        case Resolve():
            body |= {"by": list(deed.by), "reason": deed.reason}
        case _:
            msg = f"unknown deed {type(deed).__name__}"
            raise TypeError(msg)
    return body


def _raised_body(owed: Obligation) -> dict[str, object]:
    return {
        "key": owed.key,
        "at": owed.at.isoformat(),
        "duty": owed.duty.value,
        "visit": owed.visit,
        "collector": owed.collector,
        "ref": owed.ref,
        "row": owed.row,
    }


def visit_of(event: Event) -> str | None:
    """The visit an event is about, None for those about the watch itself."""
    match event:
        case Raised():
            return event.obligation.visit
        case AlarmDeed():
            return event.alarm.visit
        case DayBegun():
            return None
        case _:
            return getattr(event, "visit", None)
