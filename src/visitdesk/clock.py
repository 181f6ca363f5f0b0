"""Time as the house uses it: aware UTC instants, handed out by a clock that tests can set.

`datetime.now` is called here and nowhere else.
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol
from uuid import uuid4

from typing_extensions import override

from visitdesk.errors import BadInput


class Clock(Protocol):
    """Gives the present instant."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


class StoryClock(SystemClock):
    """The clock of this computer, put back by a fixed span while a demonstration branch is open.

    A demonstration shows a day in its middle, also to somebody who opens it at night.

    Attributes:
        offset: added to the computer's time; nothing outside of demonstrations.
    """

    def __init__(self) -> None:
        self.offset = timedelta()

    @override
    def now(self) -> datetime:
        """The present instant of the story, aware, in UTC."""
        return super().now() + self.offset


class ProcessUptime:
    """Seconds this process has measured, whatever anybody does to the wall clock.

    Sleep of the computer may be missing from them, which the wall clock then tells; hence the watch uses both.
    """

    def __init__(self) -> None:
        self._stretch = uuid4().hex

    def measured(self) -> tuple[float, str]:
        """Seconds, and the name of the stretch within which they can be compared."""
        return time.monotonic(), self._stretch


class FixedClock:
    """A clock that stands still until it is set: demonstration, replay and tests."""

    def __init__(self, instant: datetime) -> None:
        self._instant = as_utc(instant)

    def now(self) -> datetime:
        """The instant last set."""
        return self._instant

    def set(self, instant: datetime) -> None:
        """Put the clock to `instant` (aware)."""
        self._instant = as_utc(instant)


def as_utc(instant: datetime) -> datetime:
    """The same instant in UTC.

    Raises:
        ValueError: `instant` is naive.
    """
    if instant.tzinfo is None or instant.utcoffset() is None:
        msg = "naive instant"
        raise ValueError(msg)
    return instant.astimezone(UTC)


def parse_instant(text: str) -> datetime:
    """An RFC 3339 instant with its offset kept (`astimezone` is up to the caller).

    Raises:
        BadInput: not RFC 3339, or without an offset.
    """
    if len(text) < 20 or text[10] not in "Tt ":
        raise BadInput("time.not_an_instant", value=text)
    try:
        instant = datetime.fromisoformat(text.replace("t", "T").replace("z", "Z"))
    except ValueError as error:
        raise BadInput("time.not_an_instant", value=text) from error
    if instant.tzinfo is None:
        raise BadInput("time.no_offset", value=text)
    return instant
