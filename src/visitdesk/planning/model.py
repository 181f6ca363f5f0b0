"""Nouns of the room `planning`: the problem of one branch day and the plan that answers it.

All times are whole seconds since the day's local midnight, counted as they elapse (on a day with a clock change the
wall clock jumps, these do not). All travel is whole seconds and metres. Sources: contracts §1–3, glossary §4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from visitdesk.geo.model import LatLon
from visitdesk.people.model import TeamId


class Mode(StrEnum):
    """What a plan is to be best at."""

    SERVE_ALL = "serve_all"
    WORTH_THE_TRIP = "worth_the_trip"


class TravelSource(StrEnum):
    """Where the travel times of a plan come from."""

    ROAD = "road"
    ESTIMATE = "estimate"
    GIVEN = "given"


class ReasonCode(StrEnum):
    """Why a team cannot make a visit; the words of the door."""

    SKILL = "skill"
    WINDOW = "window"
    SHIFT = "shift"
    FULL = "full"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"


class Change(StrEnum):
    """What one would have to change so that a visit left out fits."""

    WINDOW = "window"
    SKILL = "skill"
    SHIFT = "shift"
    REMOVE = "remove"
    MAX_VISITS = "max_visits"
    UNLOCK = "unlock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A span of the day, both ends included, in seconds since local midnight."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point of the day; its number in the problem is its row and column in the matrix.

    Attributes:
        point: in any datum; None where the problem brings its own matrix.
    """

    id: str
    point: LatLon | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Travel between all places.

    Attributes:
        seconds: `seconds[i][j]` from place i to place j; None where j cannot be reached from i.
        metres: likewise; None as a whole where no lengths are known.
    """

    seconds: tuple[tuple[int | None, ...], ...]
    metres: tuple[tuple[int | None, ...], ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayVisit:
    """A visit as the planner sees it.

    Attributes:
        place: number of its place.
        service: seconds of the stay.
        windows: spans in which the stay may begin, in order, not overlapping.
        needs: skills the team must have.
        priority: 1–100.
        team: the only team that may make it, or None.
        after: the visit the same team must make immediately before it, or None.
        is_optional: False means it must be served if any feasible plan serves it.
    """

    id: str
    place: int
    service: int
    windows: tuple[Window, ...]
    needs: frozenset[str] = frozenset()
    priority: int = 50
    team: str | None = None
    after: str | None = None
    is_optional: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break that begins inside `window`; owed when the route's span covers the whole window."""

    duration: int
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTeam:
    """A team on this day.

    Attributes:
        start: number of the place where it leaves.
        end: number of the place it returns to; None is an open route.
        shift: leaving and being back lie inside.
        max_visits: None means any number.
    """

    id: TeamId
    start: int
    end: int | None
    shift: Window
    members: tuple[str, ...] = ()
    skills: frozenset[str] = frozenset()
    pause: Break | None = None
    max_visits: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCollector:
    """A collector without a team yet, from whom teams are composed."""

    id: str
    start: int
    shift: Window
    skills: frozenset[str] = frozenset()
    drives: bool = False


@dataclass(frozen=True, kw_only=True)
class DayProblem:
    """One branch day to be planned.

    Attributes:
        matrix: None until the travel times are known (`travel.with_travel`).
        collectors: where `teams` is empty, teams of `team_size` are composed from them.
        not_together: pairs of collectors who are never in one team.
        minutes_per_priority: worth of one priority point in travel minutes, in `worth_the_trip`.
        fairness: 0–1, how far travel is traded for equal hours.
        keep: 0–1, price of moving a visit of a published plan to another team.
    """

    day: date
    time_zone: str
    places: tuple[Place, ...]
    visits: tuple[DayVisit, ...]
    teams: tuple[DayTeam, ...] = ()
    collectors: tuple[DayCollector, ...] = ()
    team_size: int = 2
    not_together: frozenset[frozenset[str]] = frozenset()
    matrix: Matrix | None = None
    travel: TravelSource = TravelSource.GIVEN
    mode: Mode = Mode.SERVE_ALL
    minutes_per_priority: float = 3.0
    fairness: float = 0.0
    keep: float = 0.0

    @cached_property
    def visit_of(self) -> Mapping[str, DayVisit]:
        """Visits by id."""
        return {visit.id: visit for visit in self.visits}

    @cached_property
    def team_of(self) -> Mapping[str, DayTeam]:
        """Teams by id."""
        return {team.id: team for team in self.teams}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A visit's place in a route; the stay is `start` to `leave`."""

    visit: str
    arrive: int
    start: int
    leave: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRoute:
    """One team's stops in order.

    Attributes:
        leave: when it leaves its depot; None where a plan from outside does not say.
        back: when it is back, for an open route when it leaves its last stop; None as above.
        pause: the break taken, if any.
    """

    team: str
    leave: int | None
    stops: tuple[Stop, ...]
    pause: Window | None = None
    back: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one team cannot make one visit; `facts` fill the sentence `planning.reason_<code>`."""

    team: str
    code: ReasonCode
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """One change that would make a visit fit on a team; every one has passed the checker.

    Attributes:
        value: by kind: `WINDOW` the span to add, `SKILL` the skills the team would need, `SHIFT` the longer shift,
            `REMOVE` the id of the visit to take out, `MAX_VISITS` the greater number, `UNLOCK` None.
    """

    change: Change
    value: Window | tuple[str, ...] | str | int | None
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unassigned:
    """A visit left out, with a reason for every team and what would make it fit, the cheapest first."""

    visit: str
    reasons: tuple[Reason, ...] = ()
    would_fit_if: tuple[Relaxation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Figures of a plan.

    Attributes:
        metres: None where no lengths are known.
        served: visits in routes; `priority_served` the sum of their priorities.
        worked_minutes_std: population standard deviation of minutes from leaving to being back over all teams, idle
            teams counting as 0.
    """

    travel_seconds: int
    metres: int | None
    served: int
    priority_served: int
    worked_minutes_std: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """All routes of a branch day and all visits left out (当日计划).

    Attributes:
        stopped_by: `iterations`, `seconds`, `cancelled`, or `nothing_to_do` where no team can make any visit.
        versions: names and versions of the parts that made it, for replay.
    """

    teams: tuple[DayTeam, ...]
    routes: tuple[DayRoute, ...]
    unassigned: tuple[Unassigned, ...]
    totals: Totals | None = None
    travel: TravelSource = TravelSource.GIVEN
    seed: int = 0
    stopped_by: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)

    def team_of_visit(self) -> Mapping[str, str]:
        """Visit id → team id of the routed visits."""
        return {stop.visit: route.team for route in self.routes for stop in route.stops}

    def sequences(self) -> Mapping[str, Sequence[str]]:
        """Team id → visit ids in order."""
        return {route.team: tuple(stop.visit for stop in route.stops) for route in self.routes}
