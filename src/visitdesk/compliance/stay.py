"""The planned stay in the place's own zone: its days and whether it touches hours of the day.

Everything is reckoned on instants, so that clock changes neither hide nor invent a minute.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from visitdesk.clock import as_utc
from visitdesk.compliance.facts import NOT_SHOWN, FactNotShown, Facts, shown

_LONGEST = timedelta(days=366)
"""Days beyond it are not listed: a stay of a year touches every hour and holiday anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """From arriving to leaving, both ends belonging to it."""

    arrive: datetime
    leave: datetime
    zone: ZoneInfo

    @property
    def days(self) -> tuple[date, ...]:
        """Local days it touches, in order."""
        first = self.arrive.astimezone(self.zone).date()
        last = min(self.leave, self.arrive + _LONGEST).astimezone(self.zone).date()
        return tuple(first + timedelta(days=index) for index in range((last - first).days + 1))

    @property
    def first_day(self) -> date:
        """Local day of arriving."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """Local day of leaving."""
        return self.leave.astimezone(self.zone).date()

    def touches(self, opens: time, closes: time) -> bool:
        """Whether any instant of the stay lies in the local hours from `opens` to before `closes`.

        Hours that end earlier than they open run past midnight.
        """
        spill = timedelta(days=1 if closes <= opens else 0)
        for day in (self.first_day - timedelta(days=1), *self.days):
            start = as_utc(datetime.combine(day, opens, self.zone))
            end = as_utc(datetime.combine(day + spill, closes, self.zone).replace(fold=1))
            if as_utc(self.arrive) < end and start <= as_utc(self.leave):
                return True
        return False

    def __str__(self) -> str:
        start, end = self.arrive.astimezone(self.zone), self.leave.astimezone(self.zone)
        until = f"{end:%H:%M:%S}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M:%S}"
        return f"{start:%Y-%m-%d %H:%M:%S}-{until} ({self.zone.key})"


def stay_of(facts: Facts) -> Stay:
    """The stay of a fact sheet.

    Raises:
        FactNotShown: names every part of it that nobody showed.
    """
    parts = {
        "visit.arrive": facts.visit.arrive,
        "visit.leave": facts.visit.leave,
        "place.time_zone": facts.place.time_zone,
    }
    missing = [name for name, value in parts.items() if value is NOT_SHOWN]
    if missing:
        raise FactNotShown(*missing)
    return Stay(
        arrive=shown(facts.visit.arrive, "visit.arrive"),
        leave=shown(facts.visit.leave, "visit.leave"),
        zone=shown(facts.place.time_zone, "place.time_zone"),
    )


def visit_day(facts: Facts) -> date:
    """The last local day of the stay: badges, certificates and contracts must last through it.

    Raises:
        FactNotShown: names every part that nobody showed.
    """
    return stay_of(facts).last_day


def has_come(moment: datetime | date | bool, at: datetime, zone: ZoneInfo | None) -> bool:  # noqa: FBT001  # a recorded yes
    """Whether something recorded as instant, day or plain yes has happened by `at` (days in `zone`, else in UTC)."""
    if isinstance(moment, bool):
        return moment
    if isinstance(moment, datetime):
        return as_utc(moment) <= as_utc(at)
    return moment <= (at.astimezone(zone) if zone else as_utc(at)).date()
