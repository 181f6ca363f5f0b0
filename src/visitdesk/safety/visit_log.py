"""The log of one visit for the paper: every word, alarm, deed and rung in order, as the fold saw them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety.fold import apply
from visitdesk.safety.model import AlarmKind, Line, Publish, Report, ReportKind, Source
from visitdesk.safety.ports import Stored
from visitdesk.safety.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One line of the paper.

    Attributes:
        at: when it was due or done, on the watch clock.
        stored: when the watch stored it; later than `at` means found late.
        what: a word of `What`, or `report`, or `published`.
        rule: its sentence is `safety.<rule with underscores>`; for reports `report.<kind>`.
        is_restricted: about duress: for safety officer and supervisor, on no wall and in no export.
    """

    at: datetime
    stored: datetime
    what: str
    collector: CollectorId | None
    kind: AlarmKind | None
    rule: str
    facts: dict[str, Any] = field(default_factory=dict)
    is_restricted: bool = False


def visit_log(events: Iterable[Stored], visit: VisitId) -> tuple[LogEntry, ...]:
    """All entries about a visit from a stretch of the log that begins where a fold may begin."""
    state = State()
    entries: list[LogEntry] = []
    for stored in events:
        event = stored.event
        lines = apply(state, event)
        if isinstance(event, Report) and event.visit == visit:
            entries.append(_report(event, state.now))
        if isinstance(event, Publish) and event.visit == visit:
            team = "、".join(event.team)
            entries.append(
                _entry(state.now, event.received, "published", None, "publish", {"visit": visit, "team": team})
            )
        entries.extend(_lines(lines, visit, event.received))
    return tuple(entries)


def _lines(lines: Iterable[Line], visit: VisitId, stored: datetime) -> Iterator[LogEntry]:
    for line in lines:
        if line.visit == visit:
            facts = {**line.facts, "owner": line.owner or "", "collector": line.collector or "", "visit": visit}
            yield LogEntry(
                at=line.at,
                stored=stored,
                what=line.what.value,
                collector=line.collector,
                kind=line.kind,
                rule=line.rule,
                facts=facts,
                is_restricted=line.kind is AlarmKind.DURESS,
            )


def _report(report: Report, now: datetime) -> LogEntry:
    facts = {
        "collector": report.collector,
        "visit": report.visit,
        "source": report.source.value,
        "by": report.by or "",
        "with_partner": report.with_partner,
        "sent": report.device_time,
        "is_phoned": report.source is Source.OFFICER,
        "note": report.note,
    }
    entry = _entry(now, report.received, "report", report.collector, f"report.{report.kind}", facts)
    return replace(entry, is_restricted=report.kind is ReportKind.DURESS)


def _entry(
    at: datetime, stored: datetime, what: str, collector: CollectorId | None, rule: str, facts: dict[str, Any]
) -> LogEntry:
    return LogEntry(at=at, stored=stored, what=what, collector=collector, kind=None, rule=rule, facts=facts)
