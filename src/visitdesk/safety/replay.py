"""Replaying a file of received events: the same rules as the live watch, with nothing but the events and an instant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from visitdesk.safety.fold import advance, apply, settle
from visitdesk.safety.model import Event, Line
from visitdesk.safety.state import State


@dataclass(slots=True)
class Replay:
    """A replay under way; `state` is the fold so far."""

    state: State

    def run(self, events: Iterable[Event], until: datetime) -> Iterator[Line]:
        """All lines in order of time: what is owed before each event, the event itself, and the rest up to `until`.

        Events received after `until` are left out. All instants are on the watch clock, which equals `received` unless
        clock readings pushed it ahead.
        """
        for event in events:
            if event.received > until:
                break
            yield from self._settled(event.received)
            yield from apply(self.state, event)
            yield from self._settled(event.received)
        if self.state.clock is not None:
            advance(self.state, until)
            yield from self._settled(until)

    def _settled(self, received: datetime) -> Iterator[Line]:
        for _, lines in settle(self.state, received):
            yield from lines
