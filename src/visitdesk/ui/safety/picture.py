"""The board as screens show it: the watch's visits gathered into teams, put in bands and in order. Pure; no words.

Every open alarm stands on a tile, also one about a visit nobody published or about the watch itself: a picture that
drops an alarm is the one fault this room must never have.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety.board import AlarmCard, BoardView, Person, TileLevel
from visitdesk.safety.board import Tile as VisitTile
from visitdesk.safety.model import AlarmId, AlarmKind, Leg
from visitdesk.security.model import Role, UserId
from visitdesk.ui.safety.ports import Rooms, StopAt
from visitdesk.ui.shell.tokens import Level

SILENT_INSIDE = timedelta(minutes=10)
"""No word for so long inside shows the signal as stale (reference safety §3.3)."""

TOGETHER = timedelta(minutes=1)
"""Alarms of a pair raised within so long are answered by one key."""

_LEVELS = {
    TileLevel.NORMAL: Level.NORMAL,
    TileLevel.REMINDER: Level.REMINDER,
    TileLevel.OVERDUE: Level.OVERDUE,
    TileLevel.ESCALATED: Level.ESCALATED,
    TileLevel.DURESS: Level.DURESS,
}


class Band(IntEnum):
    """Where a tile stands on the board."""

    ACT = 0
    HEED = 1
    CALM = 2
    WAITING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A collector with the number to ring."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A user who may be called in."""

    user: UserId
    name: str
    is_supervisor: bool
    is_officer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Names and places to put on what the watch says."""

    people: Mapping[CollectorId, Someone] = field(default_factory=dict)
    officers: Mapping[UserId, Officer] = field(default_factory=dict)
    stops: Mapping[VisitId, StopAt] = field(default_factory=dict)

    def name(self, collector: CollectorId | None) -> str:
        """Name of a collector, the staff number where it is not known, "" for none."""
        if collector is None:
            return ""
        found = self.people.get(collector)
        return found.name if found else collector

    def officer(self, user: UserId | None) -> str:
        """Name of a user."""
        if user is None:
            return ""
        found = self.officers.get(user)
        return found.name if found else user


def read_dossier(rooms: Rooms, board: BoardView) -> Dossier:
    """All there is to know of the visits on a board; on the writer thread."""
    visits = {tile.visit for tile in board.tiles} | {card.visit for card in board.alarms if card.visit}
    return Dossier(
        people={one.id: Someone(name=one.name, phone=one.phone) for one in rooms.people.collectors()},
        officers={
            one.id: Officer(
                user=one.id,
                name=one.name,
                is_supervisor=Role.SUPERVISOR in one.roles,
                is_officer=Role.SAFETY_OFFICER in one.roles,
            )
            for one in rooms.security.users()
            if one.is_active
        },
        stops=rooms.places.stops(visits),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTile:
    """One team as its tile shows it.

    Attributes:
        key: lasting id of the tile; `team` its number as said aloud, "" for alarms of no team.
        visit: the one the team is at, or next; None for alarms of the watch itself. `visits` all it still has.
        due: when the next word is owed; `since` when the most urgent alarm was raised. Countdowns are made from these.
        leaves: planned setting out of a team that has not left, where known.
        alarm: the most urgent alarm, None where all is well; `alarms` all of the team, most urgent first.
    """

    key: str
    team: str
    level: Level
    band: Band
    visit: VisitId | None
    visits: tuple[VisitId, ...]
    leg: Leg | None
    names: tuple[str, ...]
    stop: StopAt | None
    people: tuple[Person, ...]
    due: datetime | None
    since: datetime | None
    leaves: datetime | None
    heard: datetime | None
    said: str
    owner: str
    alarm: AlarmCard | None
    alarms: tuple[AlarmId, ...]
    is_recalled: bool = False

    @property
    def is_acknowledged(self) -> bool:
        """Whether somebody owns the most urgent alarm."""
        return self.alarm is not None and self.alarm.owner is not None

    @property
    def is_out(self) -> bool:
        """Whether anybody of the team is owed a watch now."""
        return any(one.leg.is_out or one.due is not None for one in self.people)

    @property
    def number(self) -> tuple[int, str]:
        """Sorts `2` before `11`."""
        return (int(self.team), "") if self.team.isdigit() else (10_000, self.team)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The board at one instant.

    Attributes:
        tiles: in order: danger, not acknowledged, age; then who is due first.
        alarms: the open ones, most urgent first; alarms of a pair that came together stand as one (`together`).
        gap: span before this start in which no watch ran; None where there was none.
    """

    now: datetime
    tiles: tuple[TeamTile, ...] = ()
    alarms: tuple[AlarmCard, ...] = ()
    companions: Mapping[AlarmId, tuple[AlarmCard, ...]] = field(default_factory=dict)
    dossier: Dossier = field(default_factory=Dossier)
    raised_last_hour: int = 0
    gap: tuple[datetime, datetime] | None = None

    @property
    def teams_out(self) -> int:
        """Teams on the way, on site or on their way home."""
        return sum(tile.is_out for tile in self.tiles)

    def in_band(self, band: Band) -> tuple[TeamTile, ...]:
        """Tiles of a band in order."""
        return tuple(tile for tile in self.tiles if tile.band is band)

    def card(self, alarm: AlarmId | str | None) -> AlarmCard | None:
        """An open alarm by its id, or the one it stands with."""
        found = next((card for card in self.alarms if card.id == alarm), None)
        if found is None and alarm is not None:
            found = next((card for card in self.alarms if alarm in {one.id for one in self.together(card)}), None)
        return found

    def together(self, card: AlarmCard) -> tuple[AlarmCard, ...]:
        """The alarm and those that came with it: each stays a row of its own in the log, a deed is done on all."""
        return (card, *self.companions.get(card.id, ()))

    def tile_of(self, alarm: AlarmId | None) -> TeamTile | None:
        """The tile an alarm stands on."""
        return next((tile for tile in self.tiles if alarm in tile.alarms), None)

    def tile(self, key: str) -> TeamTile | None:
        """A tile by its key."""
        return next((tile for tile in self.tiles if tile.key == key), None)

    def team(self, number: str) -> TeamTile | None:
        """A team by its number; the one with most to do where a number stands twice."""
        return next((tile for tile in self.tiles if tile.team == number), None)

    @property
    def next_due(self) -> TeamTile | None:
        """Who is owed a word first."""
        calm = [tile for tile in self.tiles if tile.due is not None and tile.alarm is None]
        return min(calm, key=lambda tile: tile.due or self.now, default=None)

    @property
    def next_out(self) -> TeamTile | None:
        """Who is to set out first."""
        waiting = [tile for tile in self.tiles if tile.leaves is not None]
        return min(waiting, key=lambda tile: tile.leaves or self.now, default=None)


def picture(board: BoardView, dossier: Dossier) -> Picture:
    """The board gathered into teams."""
    teams: dict[tuple[str, tuple[str, ...]], list[VisitTile]] = {}
    for visit in board.tiles:
        members = tuple(sorted(one.collector for one in visit.people if one.is_member))
        teams.setdefault((visit.team_name or visit.visit, members), []).append(visit)
    cards = {card.id: card for card in sorted(board.alarms, key=_alarm_urgency)}
    tiles = [_team(visits, cards, dossier) for visits in teams.values()]
    leads = _leads(tuple(cards.values()))
    told = {alarm for tile in tiles for alarm in tile.alarms}
    tiles += [_stray(card, dossier) for card in cards.values() if card.id not in told]
    return Picture(
        now=board.now,
        tiles=tuple(sorted(_with_own_keys(tiles), key=_urgency)),
        alarms=tuple(cards[lead] for lead in leads),
        companions=leads,
        dossier=dossier,
        raised_last_hour=board.raised_last_hour,
        gap=board.not_watching,
    )


def without_duress(board: BoardView) -> BoardView:
    """The board for eyes that may not know of a duress signal: it looks like any other call for help (house plan §4).

    For a locked desk, the wall, and whoever neither watches nor supervises. No alarm is left out.
    """

    def card(one: AlarmCard) -> AlarmCard:
        if one.kind is not AlarmKind.DURESS:
            return one
        return replace(one, kind=AlarmKind.HELP, level=TileLevel.ESCALATED, rung="", rows=())

    def person(one: Person) -> Person:
        return replace(one, said="help") if one.said == AlarmKind.DURESS.value else one

    def tile(one: VisitTile) -> VisitTile:
        return replace(
            one,
            level=min(one.level, TileLevel.ESCALATED),
            said="help" if one.said == AlarmKind.DURESS.value else one.said,
            people=tuple(person(each) for each in one.people),
        )

    return replace(
        board, tiles=tuple(tile(one) for one in board.tiles), alarms=tuple(card(one) for one in board.alarms)
    )


def _leads(cards: Sequence[AlarmCard]) -> dict[AlarmId, tuple[AlarmCard, ...]]:
    """Alarms of one visit and kind that came within a minute stand as one; the most urgent leads (reference safety §2)."""
    groups: list[list[AlarmCard]] = []
    for card in cards:
        home = next((group for group in groups if _belongs(card, group[0])), None)
        if home is None:
            groups.append([card])
        else:
            home.append(card)
    return {group[0].id: tuple(group[1:]) for group in groups}


def _belongs(card: AlarmCard, lead: AlarmCard) -> bool:
    is_same = card.visit is not None and (card.visit, card.kind) == (lead.visit, lead.kind)
    return is_same and abs(card.raised - lead.raised) <= TOGETHER


def level_of(card: AlarmCard) -> Level:
    """Level of one alarm."""
    return _LEVELS[card.level]


def team_number(name: str) -> str:
    """The number in a team's name: `3` of `T3`; the name itself where there is none."""
    digits = "".join(sign for sign in name if sign.isdecimal())
    return digits.lstrip("0") or name


def _team(visits: Sequence[VisitTile], cards: Mapping[AlarmId, AlarmCard], dossier: Dossier) -> TeamTile:
    order = list(cards)
    alarms = sorted((alarm for visit in visits for alarm in visit.alarms if alarm in cards), key=order.index)
    worst = cards[alarms[0]] if alarms else None
    shown = _shown(visits, worst)
    level = _LEVELS[max(visit.level for visit in visits)]
    if level is Level.NORMAL and _is_silent(shown):
        level = Level.STALE
    due = min((visit.due for visit in visits if visit.due is not None), default=None)
    is_waiting = all(one.leg in {Leg.PLANNED, Leg.CANCELLED} for visit in visits for one in visit.people)
    stop = dossier.stops.get(shown.visit)
    return TeamTile(
        key=shown.team_name or shown.visit,
        team=team_number(shown.team_name),
        level=level,
        band=_band(level, is_waiting=is_waiting),
        visit=shown.visit,
        visits=tuple(visit.visit for visit in visits),
        leg=shown.leg,
        names=_names(shown.people, dossier),
        stop=stop,
        people=shown.people,
        due=due,
        since=worst.raised if worst else None,
        leaves=stop.leave if stop and is_waiting else None,
        heard=max((visit.heard for visit in visits if visit.heard is not None), default=None),
        said=shown.said,
        owner=dossier.officer(worst.owner) if worst else "",
        alarm=worst,
        alarms=tuple(alarms),
        is_recalled=any(visit.is_recalled for visit in visits),
    )


def _shown(visits: Sequence[VisitTile], worst: AlarmCard | None) -> VisitTile:
    """The visit to show of a team: with the worst alarm, else where somebody is out, else what is owed, else the next."""
    if worst is not None:
        found = next((visit for visit in visits if worst.id in visit.alarms), None)
        if found is not None:
            return found
    out = [visit for visit in visits if any(one.leg.is_out for one in visit.people)]
    owed = [visit for visit in visits if visit.due is not None]
    planned = [visit for visit in visits if any(one.leg is Leg.PLANNED for one in visit.people)]
    return (out or owed or planned or list(visits))[0]


def _is_silent(tile: VisitTile) -> bool:
    return tile.leg is Leg.INSIDE and tile.age is not None and tile.age >= SILENT_INSIDE


def _band(level: Level, *, is_waiting: bool) -> Band:
    if level.is_alarm:
        return Band.ACT
    if level is not Level.NORMAL:
        return Band.HEED
    return Band.WAITING if is_waiting else Band.CALM


def _names(people: Iterable[Person], dossier: Dossier) -> tuple[str, ...]:
    return tuple(dossier.name(one.collector) for one in people if one.is_member)


def _stray(card: AlarmCard, dossier: Dossier) -> TeamTile:
    """An alarm of no team on the board: of the watch itself, or of a visit nobody published."""
    name = dossier.name(card.collector)
    return TeamTile(
        key=f"alarm {card.id}",
        team="",
        level=level_of(card),
        band=Band.ACT,
        visit=card.visit,
        visits=(card.visit,) if card.visit else (),
        leg=card.leg,
        names=(name,) if name else (),
        stop=dossier.stops.get(card.visit) if card.visit else None,
        people=(),
        due=None,
        since=card.raised,
        leaves=None,
        heard=card.heard_since,
        said="",
        owner=dossier.officer(card.owner),
        alarm=card,
        alarms=(card.id,),
    )


def _with_own_keys(tiles: Iterable[TeamTile]) -> Iterable[TeamTile]:
    """A team's name may stand twice, after a change of team; its tiles stay apart."""
    seen: dict[str, int] = {}
    for tile in tiles:
        seen[tile.key] = seen.get(tile.key, 0) + 1
        yield tile if seen[tile.key] == 1 else replace(tile, key=f"{tile.key}/{tile.visit}")


def _alarm_urgency(card: AlarmCard) -> tuple[int, int, bool, datetime]:
    return (-card.level, card.priority, card.owner is not None, card.raised)


def _urgency(tile: TeamTile) -> tuple[int, int, int, float, tuple[int, str]]:
    """Danger, then not acknowledged, then age; the others by who is due first."""
    if tile.alarm is not None and tile.since is not None:
        return (tile.band, -tile.level.rank, tile.is_acknowledged, tile.since.timestamp(), tile.number)
    moment = tile.due or tile.leaves
    return (tile.band, tile.level is not Level.REMINDER, 0, moment.timestamp() if moment else float("inf"), tile.number)
