"""Short hand for days in tests: times are `"HH:MM"` or `"HH:MM:SS"`, one visit V1 of C1 and C2 unless said otherwise."""

from __future__ import annotations

from typing import Any

from tests.safety.sequences import START, Event
from tests.safety.twin import engine_lines
from visitdesk.safety.model import Line
from visitdesk.safety.state import State


def s(clock: str) -> int:
    """Seconds of the day."""
    hours, minutes, *seconds = (int(part) for part in clock.split(":"))
    return hours * 3600 + minutes * 60 + (seconds[0] if seconds else 0)


def publish(at: str = "08:40", visit: str = "V1", team: tuple[str, ...] = ("C1", "C2"), **more: Any) -> Event:
    """A visit with 20 minutes of travel, shift until 18:00."""
    form: Event = {"t": s(at), "kind": "publish", "visit": visit, "team": list(team)}
    return form | {"travel_minutes": 20, "shift_end": s("18:00"), "level": "normal"} | more


def word(kind: str, at: str, who: str = "C1", visit: str = "V1", **more: Any) -> Event:
    """A report typed by the officer."""
    return {"t": s(at), "kind": kind, "visit": visit, "collector": who, "source": "officer", **more}


def phone(kind: str, at: str, number: int, who: str = "C1", sent: str = "", **more: Any) -> Event:
    """A report from the collector's own phone, sent when received unless said otherwise."""
    mark: dict[str, Any] = {"source": "phone", "device": f"D-{who}", "number": number, "device_time": s(sent or at)}
    return word(kind, at, who, **(mark | more))


def both(kind: str, at: str) -> list[Event]:
    """Each says it for himself."""
    return [word(kind, at, "C1"), word(kind, at, "C2")]


def ref(kind: str = "overdue", who: str | None = "C1", visit: str | None = "V1") -> Event:
    """How a file names an alarm."""
    return {"visit": visit, "collector": who, "kind": kind}


def deed(kind: str, at: str, alarm: Event | None = None, by: Any = "O1", **more: Any) -> Event:
    """A deed on an alarm."""
    return {"t": s(at), "kind": kind, "alarm": alarm or ref(), "by": by, **more}


def resolve(
    at: str, alarm: Event | None = None, by: tuple[str, ...] = ("O1",), reason: str = "spoke, all right"
) -> Event:
    """End an alarm."""
    return deed("resolve", at, alarm, list(by), reason=reason)


def run(*events: Event | list[Event], until: str) -> list[tuple[str, str, str | None, str | None]]:
    """`(HH:MM:SS, what, kind or rule for notes, collector)` of each line."""
    return [_short(line) for line in lines_of(*events, until=until)[0]]


def lines_of(*events: Event | list[Event], until: str) -> tuple[list[Line], State]:
    """Whole lines and the state at the end."""
    return engine_lines(flat(*events), s(until))


def flat(*events: Event | list[Event]) -> list[Event]:
    """One list of events."""
    return [one for event in events for one in (event if isinstance(event, list) else [event])]


def alarms(*events: Event | list[Event], until: str) -> list[tuple[str, str | None, str | None]]:
    """`(HH:MM:SS, kind, collector)` of each alarm line."""
    return [(at, kind, who) for at, what, kind, who in run(*events, until=until) if what == "alarm"]


def refused(*events: Event | list[Event], until: str = "19:00") -> list[str]:
    """Rules of the refusals."""
    return [line.rule for line in lines_of(*events, until=until)[0] if line.what == "refused"]


def _short(line: Line) -> tuple[str, str, str | None, str | None]:
    shown = line.rule if line.what.value in {"note", "refused", "rung"} else line.kind
    return clock(line.at - START), line.what.value, shown and str(shown), line.collector


def clock(since: Any) -> str:
    """`HH:MM:SS` of a time since midnight."""
    seconds = int(since.total_seconds())
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
