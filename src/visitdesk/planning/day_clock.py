"""Wall-clock times of one day and zone, as elapsed seconds since local midnight and back.

On a day with a clock change 10:00 may be 9 or 11 hours after midnight; travel and stays last as long as ever, so
everything is counted in elapsed seconds and only the doors speak wall-clock time.
"""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from visitdesk.errors import BadInput

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?|(24):(00)(?::(00))?", re.ASCII)
_DAY = re.compile(r"(?:19[7-9][0-9]|20[0-9]{2}|21[0-9]{2})-[0-9]{2}-[0-9]{2}", re.ASCII)


def parse_day(text: str, *, place: str) -> date:
    """A calendar day of the years 1970–2199.

    Raises:
        BadInput: `planning.not_a_day`.
    """
    if not _DAY.fullmatch(text):
        raise BadInput("planning.not_a_day", place=place, value=text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("planning.not_a_day", place=place, value=text) from error


class DayClock:
    """Reads and writes the wall-clock times of one day.

    Attributes:
        is_plain: whether the clock is not changed on this day, so that no time is skipped and none comes twice.

    Raises:
        BadInput: `planning.unknown_zone`.
    """

    def __init__(self, day: date, zone: str) -> None:
        try:
            self._zone = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise BadInput("planning.unknown_zone", place="time_zone", value=zone) from error
        self._day = day
        self._midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone).astimezone(UTC)
        offsets = {(self._midnight + timedelta(hours=hour)).astimezone(self._zone).utcoffset() for hour in range(26)}
        self.is_plain = len(offsets) == 1

    @property
    def midnight(self) -> datetime:
        """The instant (UTC) from which seconds count."""
        return self._midnight

    def seconds(self, text: str, *, place: str, not_before: int = 0) -> int:
        """Elapsed seconds of a wall-clock time; of a time that comes twice, the first not before `not_before`.

        A time that the clock jumps over counts as if the clock had not been changed yet.

        Raises:
            BadInput: `planning.not_a_time`.
        """
        found = _TIME.fullmatch(text)
        if found is None:
            raise BadInput("planning.not_a_time", place=place, value=text)
        hours, minutes, seconds = (int(part or 0) for part in (found[1] or found[4], found[2] or found[5], found[3]))
        if self.is_plain:
            return hours * 3600 + minutes * 60 + seconds
        wall = datetime(self._day.year, self._day.month, self._day.day) + timedelta(  # noqa: DTZ001  # zone comes next
            hours=hours, minutes=minutes, seconds=seconds
        )
        twice = [wall.replace(tzinfo=self._zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
        elapsed = [int((instant - self._midnight).total_seconds()) for instant in twice]
        return elapsed[1] if elapsed[0] < not_before <= elapsed[1] else elapsed[0]

    def text(self, seconds: int) -> str:
        """Wall-clock time `HH:MM`, with seconds where they are not zero; the end of the day is `24:00`."""
        if self.is_plain:
            hours, rest = divmod(seconds, 3600)
            minutes, second = divmod(rest, 60)
        else:
            wall = (self._midnight + timedelta(seconds=seconds)).astimezone(self._zone)
            hours = wall.hour + (24 if wall.date() > self._day else 0)
            minutes, second = wall.minute, wall.second
        return f"{hours:02d}:{minutes:02d}:{second:02d}" if second else f"{hours:02d}:{minutes:02d}"

    def instant(self, seconds: int) -> datetime:
        """The instant (UTC) of an elapsed second."""
        return self._midnight + timedelta(seconds=seconds)

    def elapsed(self, instant: datetime) -> int:
        """Elapsed seconds of an instant; may lie outside the day."""
        return int((instant - self._midnight).total_seconds())
