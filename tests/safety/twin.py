"""Engine and oracle on the same day, compared line by line."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from tests.safety.oracle import Oracle
from tests.safety.sequences import START, Event, as_form, instant
from visitdesk.safety.form import event_of
from visitdesk.safety.model import Line
from visitdesk.safety.replay import Replay
from visitdesk.safety.state import State

AFTER = 4200
"""So long both are watched after the last event, so that ladders and grace show."""


def engine_lines(events: list[Event], until: int) -> tuple[list[Line], State]:
    """The engine's lines and final state."""
    replay = Replay(State())
    lines = list(replay.run((event_of(as_form(event)) for event in events), instant(until)))
    return lines, replay.state


def compare(events: list[Event]) -> str:
    """What the two disagree about on a hand-written day, "" where they agree."""
    oracle = Oracle()
    for event in events:
        oracle.feed(event)
    return difference(events, oracle)


def difference(events: list[Event], oracle: Oracle) -> str:
    """What the engine says otherwise than an oracle that has seen these events, "" where they agree."""
    until = events[-1]["t"] + AFTER
    lines, state = engine_lines(events, until)
    oracle.finish(until)
    mine, theirs = Counter(_plain(line) for line in lines), Counter(_bare(line) for line in oracle.lines)
    if mine != theirs:
        first = min((mine - theirs) + (theirs - mine), key=lambda line: (line[0], str(line)))
        return f"lines differ first at {first}: engine {mine[first]}, oracle {theirs[first]}"
    if any(later.at < line.at for line, later in pairwise(lines)):
        return "lines are not in order of time"
    opened = sorted(map(str, oracle.open()))
    if sorted(map(str, _open(state))) != opened:
        return f"open differs: {_open(state)} against {opened}"
    if sorted(_out(state)) != sorted(oracle.out()):
        return f"out differs: {sorted(_out(state))} against {sorted(oracle.out())}"
    return ""


def _seconds(at: Any) -> int:
    return int((at - START).total_seconds())


def _plain(line: Line) -> tuple[Any, ...]:
    kind, leg = line.kind and line.kind.value, line.leg and line.leg.value
    return _bare((_seconds(line.at), line.what.value, line.visit, line.collector, kind, line.priority, leg, line.owner))


def _bare(line: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refusals are compared by what they are about; whose alarm it would have been is no part of the rule."""
    return (*line[:5], None, None, None) if line[1] == "refused" else tuple(line)


def _open(state: State) -> list[tuple[Any, ...]]:
    return [(a.visit, a.collector, a.kind.value, _seconds(a.raised), a.owner) for a in state.open_alarms.values()]


def _out(state: State) -> list[tuple[str, str, str, int]]:
    return [
        (watch.visit, watch.collector, watch.leg.value, _seconds(watch.deadline.due if watch.deadline else START))
        for watch in state.watches.values()
        if watch.leg.is_out
    ]
