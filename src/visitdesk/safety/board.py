"""The safety board as a frozen picture: what a screen shows of the state at one instant, and nothing it must decide.

Order of alarms: danger, then not acknowledged, then age (reference safety §2). Duress may be shown to the safety officer
and the supervisor only; a locked screen treats it like any P1 (house plan §4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety import ladder
from visitdesk.safety.alarms import Alarm, LoggedStep
from visitdesk.safety.deadlines import Stage
from visitdesk.safety.model import AlarmId, AlarmKind, AlarmState, Leg
from visitdesk.safety.state import State, Watch
from visitdesk.security.model import UserId

HOUR = timedelta(hours=1)
SUPERVISOR_CALLED = 2
"""From this row of the ladder on an alarm counts as escalated."""


class TileLevel(IntEnum):
    """How loud a tile is; the highest of its people and alarms."""

    NORMAL = 0
    REMINDER = 1
    OVERDUE = 2
    ESCALATED = 3
    DURESS = 4


class TeamState(StrEnum):
    """The team on the board, in the glossary's words."""

    IN_OFFICE = "in_office"
    ON_THE_WAY = "on_the_way"
    ON_SITE = "on_site"
    ALONE = "alone"
    OVERDUE = "overdue"
    DURESS = "duress"
    HOME_SAFE = "home_safe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One collector of a tile.

    Attributes:
        due: None while nothing is owed. `left` is time to it, negative when past.
        heard: last word of any kind, `said` what it was, `age` how long ago.
    """

    collector: CollectorId
    leg: Leg
    due: datetime | None
    left: timedelta | None
    stage: Stage
    heard: datetime | None
    age: timedelta | None
    said: str
    extensions: int
    is_member: bool
    broke_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One visit on the board; its figures are those of the person whose word is due first."""

    visit: VisitId
    team_name: str
    state: TeamState
    level: TileLevel
    leg: Leg
    due: datetime | None
    left: timedelta | None
    heard: datetime | None
    age: timedelta | None
    said: str
    owner: UserId | None
    people: tuple[Person, ...]
    alarms: tuple[AlarmId, ...]
    is_recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRow:
    """One rung: the rule that names who is called, when, and whether it has been climbed."""

    rule: str
    at: datetime
    is_climbed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmCard:
    """One open alarm with everything its card needs.

    Attributes:
        version: to be handed back with each deed, so that two desks do not overwrite each other.
        level: how loud it is, as on its tile.
        acknowledged: when it was first taken, None while nobody has.
        rung: rule of the highest rung climbed, "" before the first.
        rows: the ladder in order of time; its repeats are not listed.
        do_not_ring: no call or message to the team (禁止回拨).
        needs_two: two persons must resolve it.
        heard_since: a word came in after the raise (the badge); it changes nothing.
    """

    id: AlarmId
    kind: AlarmKind
    visit: VisitId | None
    collector: CollectorId | None
    priority: int
    level: TileLevel
    state: AlarmState
    owner: UserId | None
    acknowledged: datetime | None
    raised: datetime
    age: timedelta
    leg: Leg | None
    sounds: bool
    rung: str
    rows: tuple[LadderRow, ...]
    steps: tuple[LoggedStep, ...]
    version: int
    do_not_ring: bool
    needs_two: bool
    heard_since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The whole board.

    Attributes:
        current: the alarm to look at first, None where none is open.
        raised_last_hour: the console's own rate; above six an hour over a watch asks for a second officer.
        not_watching: span in which no watch ran before this one started, None where there was none.
    """

    now: datetime
    tiles: tuple[Tile, ...]
    alarms: tuple[AlarmCard, ...]
    current: AlarmCard | None
    raised_last_hour: int
    not_watching: tuple[datetime, datetime] | None


def board(state: State, now: datetime, *, not_watching: tuple[datetime, datetime] | None = None) -> BoardView:
    """The picture at the watch instant `now`."""
    opened = sorted(state.open_alarms.values(), key=_urgency)
    cards = tuple(_card(state, alarm, now) for alarm in opened)
    recent = [alarm for alarm in (*state.open_alarms.values(), *state.resolved.values()) if now - alarm.raised < HOUR]
    return BoardView(
        now=now,
        tiles=tuple(_tiles(state, now)),
        alarms=cards,
        current=cards[0] if cards else None,
        raised_last_hour=len(recent),
        not_watching=not_watching,
    )


_DANGER: Mapping[AlarmKind, int] = MappingProxyType({AlarmKind.DURESS: 0, AlarmKind.HELP: 1})


def _urgency(alarm: Alarm) -> tuple[int, bool, datetime]:
    return _DANGER.get(alarm.kind, 1 + alarm.priority), alarm.owner is not None, alarm.raised


def _card(state: State, alarm: Alarm, now: datetime) -> AlarmCard:
    watch = state.watches.get((alarm.visit, alarm.collector)) if alarm.visit and alarm.collector else None
    heard = watch.heard if watch else None
    rungs = [(row, ladder.rung_at(alarm, row)) for row in ladder.ladder_of(alarm)]
    rows = [LadderRow(rule=rung.rule, at=rung.at, is_climbed=row in alarm.rungs) for row, rung in rungs]
    is_duress = alarm.kind is AlarmKind.DURESS
    return AlarmCard(
        id=alarm.id,
        kind=alarm.kind,
        visit=alarm.visit,
        collector=alarm.collector,
        priority=alarm.priority,
        level=_alarm_level(alarm),
        state=alarm.state,
        owner=alarm.owner,
        acknowledged=alarm.acknowledged,
        raised=alarm.raised,
        age=now - alarm.raised,
        leg=alarm.leg,
        sounds=alarm.sounds,
        rung=ladder.current_rung(alarm),
        rows=tuple(sorted(rows, key=lambda row: row.at)),
        steps=alarm.steps,
        version=alarm.version,
        do_not_ring=is_duress,
        needs_two=is_duress,
        heard_since=heard if heard is not None and heard > alarm.raised else None,
    )


def _tiles(state: State, now: datetime) -> Iterator[Tile]:
    """Visits stay on the board until all are safe and no alarm of theirs is open."""
    opened: dict[VisitId, list[Alarm]] = {}
    for alarm in state.open_alarms.values():
        if alarm.visit is not None:
            opened.setdefault(alarm.visit, []).append(alarm)
    for visit in state.plans:
        watches = state.of_visit(visit)
        is_over = all(watch.leg in {Leg.SAFE, Leg.CANCELLED} and watch.deadline is None for watch in watches)
        if watches and not (is_over and visit not in opened):
            yield _tile(state, visit, watches, opened.get(visit, []), now)


def _tile(state: State, visit: VisitId, watches: list[Watch], opened: list[Alarm], now: datetime) -> Tile:
    people = tuple(_person(watch, now) for watch in watches)
    first = min(people, key=lambda one: (one.due is None, one.due or now, -one.leg.rank))
    heard = max((one for one in people if one.heard is not None), key=lambda one: one.heard or now, default=None)
    most_urgent = min(opened, key=_urgency, default=None)
    return Tile(
        visit=visit,
        team_name=state.plans[visit].team_name,
        state=_team_state(people, opened),
        level=_level(people, opened),
        leg=first.leg,
        due=first.due,
        left=first.left,
        heard=heard.heard if heard else None,
        age=heard.age if heard else None,
        said=heard.said if heard else "",
        owner=most_urgent.owner if most_urgent else None,
        people=people,
        alarms=tuple(alarm.id for alarm in sorted(opened, key=_urgency)),
        is_recalled=visit in state.recalled,
    )


def _person(watch: Watch, now: datetime) -> Person:
    deadline = watch.deadline
    return Person(
        collector=watch.collector,
        leg=watch.leg,
        due=deadline.due if deadline else None,
        left=deadline.due - now if deadline else None,
        stage=deadline.stage if deadline else Stage.RUNNING,
        heard=watch.heard,
        age=now - watch.heard if watch.heard else None,
        said=watch.said,
        extensions=watch.extensions,
        is_member=watch.is_member,
        broke_off=watch.broke_off,
    )


def _level(people: tuple[Person, ...], opened: list[Alarm]) -> TileLevel:
    if opened:
        return max(_alarm_level(alarm) for alarm in opened)
    return TileLevel.REMINDER if any(one.stage >= Stage.REMINDED for one in people) else TileLevel.NORMAL


def _alarm_level(alarm: Alarm) -> TileLevel:
    if alarm.kind is AlarmKind.DURESS:
        return TileLevel.DURESS
    is_escalated = alarm.kind is AlarmKind.HELP or any(row >= SUPERVISOR_CALLED for row in alarm.rungs)
    return TileLevel.ESCALATED if is_escalated else TileLevel.OVERDUE


def _team_state(people: tuple[Person, ...], opened: list[Alarm]) -> TeamState:
    kinds = {alarm.kind for alarm in opened}
    for kind, state in (
        (AlarmKind.DURESS, TeamState.DURESS),
        (AlarmKind.OVERDUE, TeamState.OVERDUE),
        (AlarmKind.ALONE, TeamState.ALONE),
    ):
        if kind in kinds:
            return state
    legs = {one.leg for one in people}
    if legs & {Leg.ARRIVED, Leg.AT_DOOR, Leg.INSIDE}:
        return TeamState.ON_SITE
    if legs & {Leg.ON_THE_WAY, Leg.LEFT} or (Leg.SAFE in legs and any(one.due is not None for one in people)):
        return TeamState.ON_THE_WAY
    return TeamState.HOME_SAFE if Leg.SAFE in legs else TeamState.IN_OFFICE
