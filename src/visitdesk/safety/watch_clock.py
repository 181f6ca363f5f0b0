"""The watch clock (值守时钟): never back, never slower than real time, and honest about time nobody measured.

`value += max(Δwall, Δmonotonic, 0)` at each reading. Both clocks are needed: monotonic clocks disagree about sleep, wall
clocks are set by people. After a reboot the monotonic clock starts anew, so only the wall clock can tell what passed;
where that one lies behind what was stored, time is *blind*. Source: reference safety §3.1 (measured).

Each desk has clocks of its own, so a reading is only ever compared with the last one of the same desk.

In a replay `received` is a clock too, so the value is never behind it; without clock readings it simply follows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from visitdesk.safety.model import ClockReading

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchClock:
    """State of the watch clock.

    Attributes:
        value: the present watch instant.
        received: the `received` at which `value` was computed.
        readings: for each desk its last reading of both clocks and the value it stood for.
    """

    value: datetime
    received: datetime
    readings: Mapping[str, tuple[ClockReading, datetime]] = field(default_factory=dict)

    def at(self, received: datetime) -> "WatchClock":
        """The clock when something is received; an earlier `received` moves nothing."""
        if received <= self.received:
            return self
        return replace(self, value=self.value + (received - self.received), received=received)

    def read(self, reading: ClockReading) -> "WatchClock":
        """The clock after a reading of both clocks."""
        followed = self.at(reading.received)
        value = followed.value
        if reading.desk in self.readings:
            last, stood_for = self.readings[reading.desk]
            value = max(value, stood_for + passed(last, reading))
        readings = {**self.readings, reading.desk: (reading, value)}
        return replace(followed, value=value, readings=readings)

    def is_blind_after(self, reading: ClockReading) -> bool:
        """Whether time passed that nobody measured: another boot, and a wall clock behind the stored one."""
        if reading.desk not in self.readings:
            return False
        last, _ = self.readings[reading.desk]
        return last.boot != reading.boot and reading.wall < last.wall


def passed(last: ClockReading, new: ClockReading) -> timedelta:
    """Time between two readings: the larger of both clocks, never negative; across a boot the wall clock alone."""
    wall = max(new.wall - last.wall, NOTHING)
    if last.boot != new.boot:
        return wall
    return max(wall, timedelta(seconds=new.monotonic - last.monotonic))
