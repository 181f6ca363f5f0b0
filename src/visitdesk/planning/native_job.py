"""The day problem in the words of the native optimiser, as plain values that travel to a worker process.

What that optimiser does not know is bent here and mended afterwards by the own engine: a visit that must follow
another rides with it as one client; a break shortens the shift; several windows become clients that exclude each
other; skills, locks and the number of visits become loads. Source: reference routing §4, §7.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from visitdesk.planning.compiled import MANDATORY, NEVER, CompiledDay
from visitdesk.planning.model import Mode
from visitdesk.planning.search import DayState

FAR = 864_000
"""Seconds between places that cannot be reached: ten days, which no shift holds and no sum overflows."""

POINT = 3_600
"""Seconds a priority point is worth in `serve_all`: more than a detour, yet not so much that penalties drown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeClient:
    """One visit, or several that follow each other, in one of its windows.

    Attributes:
        visits: their numbers in the compiled day.
        group: number shared by the alternatives of one visit, or None.
        load: one amount per dimension.
    """

    visits: tuple[int, ...]
    location: int
    service: int
    early: int
    late: int
    prize: int
    group: int | None
    load: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeVehicles:
    """Teams that are alike to the optimiser; `teams` are their numbers in the compiled day."""

    teams: tuple[int, ...]
    start: int
    end: int
    early: int
    late: int
    longest: int
    capacity: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeJob:
    """All the worker needs.

    Attributes:
        durations: `durations[i][j]` seconds between locations.
        first: the plan to start from, clients by vehicles: (number of vehicles, clients in order).
    """

    durations: NDArray[np.int64]
    clients: tuple[NativeClient, ...]
    vehicles: tuple[NativeVehicles, ...]
    first: tuple[tuple[int, tuple[int, ...]], ...]
    seed: int


def job_of(state: DayState, seed: int) -> NativeJob:
    """The job that starts from this plan."""
    day = state.day
    rides = _rides(day)
    loads = _Loads(day)
    clients = _clients(day, rides, loads)
    vehicles = _vehicles(day, loads)
    return NativeJob(
        durations=_durations(day, rides),
        clients=clients,
        vehicles=vehicles,
        first=_first(state, clients, vehicles),
        seed=seed,
    )


def _rides(day: CompiledDay) -> list[tuple[int, ...]]:
    """Every visit once, those that follow each other together; only visits that some team could make."""
    follower: dict[int, int] = {}
    for v, before in enumerate(day.after):
        if before >= 0:
            follower.setdefault(before, v)
    rides = []
    for v, before in enumerate(day.after):
        if before >= 0:
            continue
        ride = [v]
        while ride[-1] in follower:
            ride.append(follower[ride[-1]])
        while ride and not day.allowed[ride[-1]]:
            ride.pop()
        if ride:
            rides.append(tuple(ride))
    return rides


def _durations(day: CompiledDay, rides: Sequence[tuple[int, ...]]) -> NDArray[np.int64]:
    """All places, the end of open routes, and one location for every ride of several visits."""
    chains = [ride for ride in rides if len(ride) > 1]
    size = day.open_end + 1 + len(chains)
    into = [*range(day.open_end + 1), *(day.place[ride[0]] for ride in chains)]
    out = [*range(day.open_end), day.open_end, *(day.place[ride[-1]] for ride in chains)]
    base = np.full((day.open_end + 1, day.open_end + 1), FAR, dtype=np.int64)
    base[: day.open_end, :] = np.minimum(np.array(day.rows, dtype=np.int64).reshape(day.open_end, -1), FAR)
    durations = base[np.ix_(out, into)]
    durations[np.arange(size), np.arange(size)] = 0
    return durations


class _Loads:
    """Skills, locks and the number of visits as load dimensions."""

    def __init__(self, day: CompiledDay) -> None:
        self._day = day
        visits = day.problem.visits
        self._skills = sorted({skill for visit in visits for skill in visit.needs})
        self._locks = sorted({visit.team for visit in visits if visit.team is not None})
        self._bits = max(1, (len(self._locks)).bit_length()) if self._locks else 0
        self._counts = any(most < len(visits) for most in day.most)

    def of_ride(self, ride: Sequence[int]) -> tuple[int, ...]:
        """What a ride weighs in each dimension."""
        visits = [self._day.problem.visits[v] for v in ride]
        needs = frozenset().union(*(visit.needs for visit in visits))
        skills = [int(skill in needs) for skill in self._skills]
        lock = next((self._locks.index(visit.team) + 1 for visit in visits if visit.team is not None), None)
        code = [0] * (2 * self._bits)
        if lock is not None:
            for bit in range(self._bits):
                code[2 * bit + (lock >> bit & 1)] = 1
        return (*skills, *code, *([len(ride)] if self._counts else []))

    def of_team(self, number: int) -> tuple[int, ...]:
        """What a team carries: a lock is written in bits, so that a hundred locked teams need 14 dimensions only."""
        team, many = self._day.problem.teams[number], len(self._day.visit_ids) + 1
        skills = [many * (skill in team.skills) for skill in self._skills]
        own = self._locks.index(team.id) + 1 if team.id in self._locks else 0
        code = [many * ((own >> bit & 1) == value) for bit in range(self._bits) for value in (0, 1)]
        return (*skills, *code, *([min(many, self._day.most[number])] if self._counts else []))


def _clients(day: CompiledDay, rides: Sequence[tuple[int, ...]], loads: _Loads) -> tuple[NativeClient, ...]:
    clients: list[NativeClient] = []
    chains = groups = 0
    for ride in rides:
        location = day.place[ride[0]]
        if len(ride) > 1:
            location, chains = day.open_end + 1 + chains, chains + 1
        spans, service = _spans(day, ride)
        group = None
        if len(spans) > 1:
            group, groups = groups, groups + 1
        clients += [
            NativeClient(
                visits=ride,
                location=location,
                service=service,
                early=early,
                late=late,
                prize=sum(_prize(day, v) for v in ride),
                group=group,
                load=loads.of_ride(ride),
            )
            for early, late in spans
        ]
    return tuple(clients)


def _prize(day: CompiledDay, v: int) -> int:
    visit, worth = day.problem.visits[v], day.prize[v] % MANDATORY
    if day.problem.mode is Mode.SERVE_ALL:
        worth = POINT * visit.priority
    return worth if visit.is_optional else worth + 1_000 * POINT


def _spans(day: CompiledDay, ride: Sequence[int]) -> tuple[list[tuple[int, int]], int]:
    """When a ride may begin and how long it lasts; for several visits the spans in which none of them waits."""
    spans, lasts = list(day.spans[ride[0]]), day.service[ride[0]]
    for before, v in pairwise(ride):
        lasts += day.rows[day.place[before]][day.place[v]]
        shifted = [(start - lasts, end - lasts) for start, end in day.spans[v]]
        both = [(max(a, c), min(b, d)) for a, b in spans for c, d in shifted if max(a, c) <= min(b, d)]
        if not both:  # it waits in between: begin as late as one can, and count the waiting as stay
            begin = min(spans[-1][1], max(end for _, end in shifted))
            wait = max(0, min(start for start, _ in shifted) - begin)
            both, lasts = [(max(0, begin), max(0, begin))], lasts + wait
        spans = both
        lasts += day.service[v]
    return spans, lasts


def _vehicles(day: CompiledDay, loads: _Loads) -> tuple[NativeVehicles, ...]:
    alike: dict[tuple[object, ...], list[int]] = {}
    for team in range(len(day.start)):
        key = (day.start[team], day.end[team], day.opens[team], day.closes[team], day.pause[team], loads.of_team(team))
        alike.setdefault(key, []).append(team)
    return tuple(
        NativeVehicles(
            teams=tuple(teams),
            start=day.start[teams[0]],
            end=day.end[teams[0]],
            early=day.opens[teams[0]],
            late=day.closes[teams[0]],
            longest=_longest(day, teams[0]),
            capacity=loads.of_team(teams[0]),
        )
        for teams in alike.values()
    )


def _longest(day: CompiledDay, team: int) -> int:
    pause = day.pause[team]
    longest = day.closes[team] - day.opens[team] - (pause[0] if pause is not None else 0)
    if day.fair_price and day.fair_target:
        longest = min(longest, round(day.fair_target * (1.05 + 0.6 * (1 - day.fair_price))))
    return max(0, longest)


def _first(
    state: DayState, clients: Sequence[NativeClient], vehicles: Sequence[NativeVehicles]
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The own plan in the optimiser's numbers; a ride served in part only is left out."""
    choices: dict[int, list[int]] = {}
    for number, client in enumerate(clients):
        choices.setdefault(client.visits[0], []).append(number)
    first = []
    for kind, vehicle in enumerate(vehicles):
        for team in vehicle.teams:
            route = state.routes[team]
            line, clock, here = [], state.day.opens[team], state.day.start[team]
            for v in route.stops:
                clock = state.day.begin(v, clock + state.day.rows[here][state.day.place[v]])
                fitting = [n for n in choices.get(v, ()) if set(clients[n].visits) <= set(route.stops)]
                if fitting:
                    line.append(next((n for n in fitting if clients[n].early <= clock <= clients[n].late), fitting[0]))
                clock, here = min(NEVER, clock + state.day.service[v]), state.day.place[v]
            if line:
                first.append((kind, tuple(line)))
    return tuple(first)
