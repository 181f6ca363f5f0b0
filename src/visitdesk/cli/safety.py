"""`safety replay`: the watch's rules on a file of events (docs/doors.md §6).

The whole file is read and judged before the first line is answered. Instants are answered with the offset of the first
event; the sentences in `text` follow `--lang`, everything else depends on the events and `--until` alone.
"""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.cli.door import read_json_lines
from visitdesk.clock import parse_instant
from visitdesk.errors import BadInput
from visitdesk.safety.deadlines import Deadline
from visitdesk.safety.form import event_of
from visitdesk.safety.model import ChangeTeam, ClockReading, Event, Line, Publish, Report
from visitdesk.safety.replay import Replay
from visitdesk.safety.state import State
from visitdesk.wording import Lang, sentence

YEARS = range(2000, 2200)
MAX_LINES = 500_000
"""An alarm nobody resolves climbs its ladder without end, so a far `--until` could fill any memory."""


class Safety:
    """The command group `safety`."""

    def register(self, words: Subparsers) -> None:
        """Add `safety replay`."""
        group = words.add_parser("safety", help="replay a safety log")
        kinds = group.add_subparsers(dest="safety", metavar="WORD", required=True)
        replay = kinds.add_parser("replay", help="apply the watch's rules to a file of events")
        replay.add_argument("events", metavar="EVENTS.jsonl")
        replay.add_argument("--until", metavar="INSTANT", type=_until, default=None)
        with_output(replay)
        replay.set_defaults(run=run_replay)


COMMAND = Safety()


def run_replay(arguments: Namespace, context: Context) -> Answer:
    """Answer the lines and the last summary line.

    Raises:
        BadInput: a line is not an event, or `received` goes back; the file and the line are named.
    """
    name: str = arguments.events
    events = list(_read_events(name, context))
    until: datetime | None = arguments.until
    if until is None:
        if not events:
            raise _fault(name, "line 1", "safety.no_events", context.lang)
        until = events[-1].received
    zone = (events[0].received if events else until).tzinfo
    replay = Replay(State())
    lines: list[dict[str, Any]] = []
    try:
        for line in replay.run(events, until):
            lines.append(_line_form(line, zone, context.lang))
            if len(lines) > MAX_LINES:
                raise _fault(name, "--until", "safety.too_many_lines", context.lang, limit=MAX_LINES)
    except OverflowError as error:
        raise _fault(name, "received", "safety.out_of_time", context.lang) from error
    return Answer(lines=[*lines, _summary(replay.state, until, zone)])


def _until(text: str) -> datetime:
    try:
        until = parse_instant(text)
    except BadInput as error:
        raise ArgumentTypeError(f"{text!r} is not an RFC 3339 instant with offset") from error
    if until.year not in YEARS:
        raise ArgumentTypeError(f"{text!r} is not between 2000 and 2199")
    return until


def _read_events(name: str, context: Context) -> Iterator[Event]:
    last: Event | None = None
    for number, form in read_json_lines(name, context, "safety-event"):
        place = f"line {number}"
        try:
            event = event_of(form)
        except BadInput as error:
            raise _fault(name, place, error.code, context.lang, **error.facts) from error
        if any(instant.year not in YEARS for instant in _instants(event)):
            raise _fault(name, place, "safety.odd_year", context.lang)
        if last is not None and event.received < last.received:
            raise _fault(name, f"{place}, received", "safety.goes_back", context.lang)
        if isinstance(event, ChangeTeam) and not (event.leaves or event.joins):
            raise _fault(name, place, "safety.changes_nothing", context.lang)
        last = event
        yield event


def _instants(event: Event) -> Iterator[datetime]:
    yield event.received
    match event:
        case Publish():
            yield event.shift_end
        case Report() if event.device_time is not None:
            yield event.device_time
        case ClockReading():
            yield event.wall
        case _:
            return


def _fault(name: str, place: str, code: str, lang: Lang, **facts: object) -> BadInput:
    return BadInput("door.in_file", file=name, place=place, problem=sentence(code, lang, facts))


def _line_form(line: Line, zone: tzinfo | None, lang: Lang) -> dict[str, Any]:
    facts = {
        "visit": line.visit or "-",
        "collector": line.collector or "-",
        "owner": line.owner or "-",
        **{name: _shown(value, zone) for name, value in line.facts.items()},
    }
    return {
        "at": line.at.astimezone(zone).isoformat(),
        "what": line.what.value,
        "visit": line.visit,
        "collector": line.collector,
        "kind": line.kind.value if line.kind else None,
        "priority": None if line.priority is None else f"P{line.priority}",
        "leg": line.leg.value if line.leg else None,
        "owner": line.owner,
        "rule": line.rule,
        "text": sentence(f"safety.{line.rule.replace('.', '_')}", lang, facts),
    }


def _shown(value: object, zone: tzinfo | None) -> object:
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%H:%M:%S")
    return "-" if value is None else value


def _summary(state: State, until: datetime, zone: tzinfo | None) -> dict[str, Any]:
    """What is open and who is out (on the way to left), at the end."""
    return {
        "until": until.astimezone(zone).isoformat(),
        "open": [
            {
                "visit": alarm.visit,
                "collector": alarm.collector,
                "kind": alarm.kind.value,
                "raised": alarm.raised.astimezone(zone).isoformat(),
                "state": alarm.state.value,
                "owner": alarm.owner,
            }
            for alarm in state.open_alarms.values()
        ],
        "out": [
            {
                "visit": watch.visit,
                "collector": watch.collector,
                "leg": watch.leg.value,
                "due": _due(watch.deadline).astimezone(zone).isoformat(),
            }
            for watch in state.watches.values()
            if watch.leg.is_out
        ],
    }


def _due(deadline: Deadline | None) -> datetime:
    """Everybody out has a deadline; its absence is a fault of ours."""
    if deadline is None:
        msg = "out without a deadline"
        raise ValueError(msg)
    return deadline.due
