"""Nouns of the room `safety`: what can happen (events), what comes of it (alarms, lines) and where a person is (leg).

All instants are aware. `received` is when the branch got the word; it never goes back within one log.
Source: reference safety §3; the machine form is docs/doors.md §6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.security.model import UserId

AlarmId = NewType("AlarmId", str)
"""Unique in the whole log; made from kind, visit, collector and the instant of raising."""


class Level(StrEnum):
    """Safety level of an address (安全等级); `high` halves the intervals at the door and inside."""

    NORMAL = "normal"
    HIGH = "high"


class Leg(StrEnum):
    """Where one collector is within one visit (环节), in order; a leg never falls back."""

    PLANNED = "planned"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    AT_DOOR = "at_door"
    INSIDE = "inside"
    LEFT = "left"
    SAFE = "safe"
    CANCELLED = "cancelled"

    @property
    def rank(self) -> int:
        """Position in the order of legs."""
        return _RANK[self]

    @property
    def is_out(self) -> bool:
        """On the way to left: watched at every moment."""
        return Leg.ON_THE_WAY.rank <= self.rank <= Leg.LEFT.rank


_RANK: Mapping[Leg, int] = MappingProxyType({leg: rank for rank, leg in enumerate(Leg)})


class Source(StrEnum):
    """Whose hand entered a report."""

    PHONE = "phone"
    OFFICER = "officer"


class ReportKind(StrEnum):
    """Words from the field."""

    DEPARTED = "departed"
    ARRIVED = "arrived"
    AT_DOOR = "at_door"
    INSIDE = "inside"
    LEFT = "left"
    SAFE = "safe"
    HOME_SAFE = "home_safe"
    FINE = "fine"
    EXTENSION = "extension"
    BREAK_OFF = "break_off"
    HELP = "help"
    DURESS = "duress"
    ALONE = "alone"
    WRONG_PIN = "wrong_pin"
    BATTERY = "battery"
    POSITION = "position"


LEG_OF_STEP: Mapping[ReportKind, Leg] = MappingProxyType(
    {
        ReportKind.DEPARTED: Leg.ON_THE_WAY,
        ReportKind.ARRIVED: Leg.ARRIVED,
        ReportKind.AT_DOOR: Leg.AT_DOOR,
        ReportKind.INSIDE: Leg.INSIDE,
        ReportKind.LEFT: Leg.LEFT,
    }
)
"""Steps and the leg each leads to."""


class AlarmKind(StrEnum):
    """Why somebody must call or decide now (告警)."""

    OVERDUE = "overdue"
    HELP = "help"
    DURESS = "duress"
    ALONE = "alone"
    PARTNER_MISSING = "partner_missing"
    WRONG_PIN = "wrong_pin"
    BREAK_OFF = "break_off"
    SYSTEM = "system"


LOUD: Mapping[ReportKind, AlarmKind] = MappingProxyType(
    {
        ReportKind.HELP: AlarmKind.HELP,
        ReportKind.DURESS: AlarmKind.DURESS,
        ReportKind.ALONE: AlarmKind.ALONE,
    }
)
"""Loud reports: always an alarm, in any leg, order and age."""


class AlarmState(StrEnum):
    """Raised 待接手, acknowledged 处置中, resolved 已解除; never deleted."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


class ResponseStep(StrEnum):
    """One logged deed on an alarm (处置步骤)."""

    RANG_NO_ANSWER = "rang_no_answer"
    SPOKE = "spoke"
    CODE_WORD = "code_word"
    CALL_SHEET = "call_sheet"
    OTHER = "other"


class What(StrEnum):
    """Kinds of line in the log that people and auditors read."""

    REMINDER = "reminder"
    DUE = "due"
    ALARM = "alarm"
    ACKNOWLEDGED = "acknowledged"
    SOUND_AGAIN = "sound_again"
    RUNG = "rung"
    RESOLVED = "resolved"
    REFUSED = "refused"
    NOTE = "note"


class Duty(StrEnum):
    """What the watch itself must do at an instant; the order breaks ties."""

    OVERDUE = "overdue"
    PARTNER = "partner"
    RUNG = "rung"
    SOUND_AGAIN = "sound_again"
    DUE = "due"
    REMINDER = "reminder"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Anything stored in the log."""

    received: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitToWatch:
    """One visit of a published day plan in plain values, as `app` hands it over.

    Attributes:
        team: collectors who go; at least one, each once.
        travel: planned travel to the address.
        team_name: the team's number in the day plan, for screens; may be empty.
    """

    visit: VisitId
    team: tuple[CollectorId, ...]
    travel: timedelta
    shift_end: datetime
    level: Level = Level.NORMAL
    team_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Event):
    """A visit goes under watch.

    Attributes:
        team: collectors who go; at least one, each once.
        travel: planned travel to the address.
        team_name: the team's number in the day plan, for screens; may be empty.
    """

    visit: VisitId
    team: tuple[CollectorId, ...]
    travel: timedelta
    shift_end: datetime
    level: Level = Level.NORMAL
    team_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Event):
    """A word from the field, by phone or typed by the officer.

    Attributes:
        with_partner: "my partner is with me"; False says nothing about the partner.
        number: the device's own counter; with `device` it tells duplicates and order. None for most officer entries.
        device_time: the phone's own clock; None means no claim.
        percent: battery charge, battery reports only.
        by: the officer who typed it; None for phones.
        note: words heard or a reason, typed by the officer; may be empty.
    """

    kind: ReportKind
    visit: VisitId
    collector: CollectorId
    source: Source
    with_partner: bool = False
    device: str | None = None
    number: int | None = None
    device_time: datetime | None = None
    percent: float | None = None
    by: UserId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRef:
    """The oldest open alarm of that visit, collector and kind; visit and collector are None for system alarms."""

    visit: VisitId | None
    collector: CollectorId | None
    kind: AlarmKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmDeed(Event):
    """A deed on one alarm.

    Attributes:
        alarm_id: the very alarm, where a screen knows it; None means the oldest open one of `alarm`.
        version: the alarm's version the person saw; None skips the comparison.
    """

    alarm: AlarmRef
    alarm_id: AlarmId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(AlarmDeed):
    """An officer says "mine" (接手)."""

    by: UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(AlarmDeed):
    """Take an acknowledged alarm from its owner, with reason."""

    by: UserId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogStep(AlarmDeed):
    """A response step was done.

    Attributes:
        rung: rule of the rung of the ladder it answers, e.g. `ladder.supervisor`; "" for none.
        note: words for it, e.g. who was told what; may be empty. They stay in the log and are no part of the audit.
    """

    by: UserId
    step: ResponseStep
    rung: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve(AlarmDeed):
    """End an alarm (解除): by named persons, with a reason; duress by two."""

    by: tuple[UserId, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Event):
    """Take a planned visit off; refused while somebody is out."""

    visit: VisitId
    by: UserId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Event):
    """Call a team back that is out; the watch goes on."""

    visit: VisitId
    by: UserId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTeam(Event):
    """Collectors leave or join a visit."""

    visit: VisitId
    leaves: tuple[CollectorId, ...]
    joins: tuple[CollectorId, ...]
    by: UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Event):
    """Change of watch (交接班): what is accepted by name changes its owner, the rest stays.

    Attributes:
        alarm_ids: the very alarms, in step with `accepted`, where a screen knows them; empty means the oldest owned by
            the giver.
    """

    giver: UserId
    taker: UserId
    accepted: tuple[AlarmRef, ...]
    alarm_ids: tuple[AlarmId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading(Event):
    """What both clocks of one desk's computer said; `monotonic` in seconds, meaningful only within one `boot`."""

    wall: datetime
    monotonic: float
    boot: str
    desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBegun(Event):
    """Nothing was open and nobody out: the fold may start here, so that old days cost nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something the watch owes at an instant.

    Attributes:
        key: unique in the whole log, so that two desks and a restart raise it once.
        ref: deadline id or alarm id it stands for; outdated when that changed.
        row: rung of the ladder, else 0.
    """

    key: str
    at: datetime
    duty: Duty
    visit: VisitId | None
    collector: CollectorId | None
    ref: str
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised(Event):
    """A kept obligation; `received` is when the watch got to it, so `received - obligation.at` is "late by"."""

    obligation: Obligation


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of an event, for people.

    Attributes:
        at: the instant at which it was due or done, on the watch clock.
        priority: 1 sound and ladder, 2 sound, 3 note; None where it is none of them.
        rule: dotted name of the rule that spoke; its sentence is `safety.<rule with underscores>`.
        alarm: the alarm it belongs to, or None.
    """

    at: datetime
    what: What
    visit: VisitId | None
    collector: CollectorId | None
    kind: AlarmKind | None
    priority: int | None
    leg: Leg | None
    owner: UserId | None
    rule: str
    facts: Mapping[str, object] = field(default_factory=dict)
    alarm: AlarmId | None = None
