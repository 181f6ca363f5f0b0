"""The live fold: one desk's copy of the state, kept in step with the log, the clock and the other desks.

A transaction that fails throws the copy away; the next one folds anew from the day's log, some thousand events.
Otherwise only events stored after the last one seen are read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from visitdesk.clock import Clock
from visitdesk.safety.fold import advance, apply, next_due, settle
from visitdesk.safety.model import ClockReading, DayBegun, Event, Leg, Line
from visitdesk.safety.ports import SafetyTransactions, SafetyUnit, Uptime
from visitdesk.safety.state import State
from visitdesk.safety.watch_clock import WatchClock

READ_CLOCKS_EVERY = timedelta(minutes=1)
CLOCKS_DISAGREE = timedelta(seconds=2)
GAP_SHOWN = timedelta(minutes=1)


class LiveFold:
    """State of the watch as of the last transaction; `gap` is the span before this start in which nobody watched."""

    def __init__(self, transactions: SafetyTransactions, clock: Clock, uptime: Uptime | None, desk: str) -> None:
        self._transactions = transactions
        self._clock = clock
        self._uptime = uptime
        self._desk = desk
        self._state: State | None = None
        self._last = 0
        self.gap: tuple[datetime, datetime] | None = None

    @property
    def state(self) -> State:
        """The fold so far."""
        if self._state is None:
            self._state = State()
        return self._state

    @contextmanager
    def writing(self) -> Iterator[SafetyUnit]:
        """A writing transaction in which the watch has caught up with the clock; a failure forgets the fold."""
        is_stored = False
        try:
            with self._transactions.begin() as unit:
                self._sync(unit)
                self._catch_up(unit)
                yield unit
            is_stored = True
        finally:
            if not is_stored:
                self._state = None

    @contextmanager
    def reading(self) -> Iterator[SafetyUnit]:
        """A reading transaction in step with the log; what is due is not raised."""
        with self._transactions.read() as unit:
            self._sync(unit)
            yield unit

    def has_work(self) -> bool:
        """Whether something is due or a reading of the clocks is worth storing."""
        now = self.now()
        if self.state.clock is None:
            return False
        return next_due(self.state, now) is not None or self._reading_due(now) is not None

    def now(self) -> datetime:
        """The watch instant now: never behind what is stored, never slower than either clock of this computer."""
        wall, clock = self._clock.now(), self.state.clock
        if clock is None:
            return wall
        if self._uptime is None or self._desk not in clock.readings:
            return max(clock.value, wall)
        return clock.read(self._read_clocks(clock, wall)).value

    def store(self, unit: SafetyUnit, event: Event, key: str | None = None) -> tuple[Line, ...]:
        """Store one event, take it in, and raise what it makes due at once; nothing where its key is stored already."""
        if not self._append(unit, event, key):
            return ()
        lines = apply(self.state, event)
        self._settle(unit, event.received)
        return lines

    def begin_day(self, unit: SafetyUnit) -> None:
        """Where nothing is left of earlier days, the fold starts anew, so that it never grows with the years."""
        state, received = self.state, self.now()
        if not state.plans or state.open_alarms or _is_owed(state):
            return
        waits = [watch for watch in state.watches.values() if watch.leg is Leg.PLANNED]
        if any(state.plans[watch.visit].shift_end >= received for watch in waits):
            return
        self._state = State()
        self._append(unit, DayBegun(received=received))
        advance(self.state, received)

    def _sync(self, unit: SafetyUnit) -> None:
        is_start = self._state is None
        if is_start:
            self._last = unit.safety_log.day_begun()
        for stored in unit.safety_log.after(self._last):
            apply(self.state, stored.event)
            self._last = stored.number
        if is_start and self.gap is None:
            self.gap = self._not_watched()

    def _not_watched(self) -> tuple[datetime, datetime] | None:
        """From the last stored event to now, where word was owed by somebody and that was long."""
        if self.state.clock is None or not _is_owed(self.state):
            return None
        last, now = self.state.now, self.now()
        return (last, now) if now - last > GAP_SHOWN else None

    def _catch_up(self, unit: SafetyUnit) -> None:
        if self.state.clock is None:
            return
        received = self.now()
        reading = self._reading_due(received)
        self._settle(unit, received)
        if reading is not None:
            self.store(unit, reading)

    def _settle(self, unit: SafetyUnit, received: datetime) -> None:
        for raised, _ in settle(self.state, received):
            self._append(unit, raised, raised.obligation.key)

    def _append(self, unit: SafetyUnit, event: Event, key: str | None = None) -> bool:
        number = unit.safety_log.append(event, key)
        if number is not None:
            self._last = number
        return number is not None

    def _read_clocks(self, clock: WatchClock, wall: datetime) -> ClockReading:
        seconds, stretch = self._uptime.measured() if self._uptime else (0.0, "")
        return ClockReading(received=clock.received, wall=wall, monotonic=seconds, boot=stretch, desk=self._desk)

    def _reading_due(self, now: datetime) -> ClockReading | None:
        """A reading worth storing: the first while word is owed, each minute, and whenever the clocks disagree."""
        clock = self.state.clock
        if self._uptime is None or clock is None or not _is_owed(self.state):
            return None
        reading = replace(self._read_clocks(clock, self._clock.now()), received=now)
        if self._desk not in clock.readings:
            return reading
        last, stood_for = clock.readings[self._desk]
        by_wall, by_uptime = reading.wall - last.wall, timedelta(seconds=reading.monotonic - last.monotonic)
        is_odd = last.boot != reading.boot or abs(by_wall - by_uptime) > CLOCKS_DISAGREE
        return reading if is_odd or now - stood_for >= READ_CLOCKS_EVERY else None


def _is_owed(state: State) -> bool:
    """Whether anybody owes a word."""
    return any(watch.deadline is not None for watch in state.watches.values())
