"""A day problem as plain lists of whole numbers, and routes with their slack known: the ground the engine works on.

A `RouteState` never changes; moving a visit makes new ones. Each knows for every position the earliest leaving and the
latest arriving time, so that one insertion is tried in constant time, and remembers every answer it has given. Taking
a move back is therefore putting the old object back, with all its answers.

**The break.** A route with a break owed is feasible in one of three ways, and all three are carried along:
`A` no break, back before the break's window ends; `B` the break on one of its legs; `C` no break, leaving only after
the window has begun. Arriving may be later than driving asks, so a break on the leg from k to k+1 means: leave k not
after the window's end, arrive at `max(leave + travel, window start) + duration`.

Source of the slack arrays: Savelsbergh, "The vehicle routing problem with time windows: minimizing route duration",
ORSA J. Computing 4(2), 1992 (recalled); the three ways of the break are ours.
"""

from collections.abc import Sequence
from typing import Any

from visitdesk.planning.model import DayProblem, DayVisit, Mode

NEVER = 10**12
"""A time later than any; also the travel time between places that cannot be reached."""

MANDATORY = 10**13
"""Added worth of a mandatory visit in seconds: above all optional ones together."""

PRIORITY = 10**7
"""Worth of a priority point in `serve_all`: above any travel a day can hold, so priority comes before travel."""

KEEP_PRICE = 1800
"""Seconds of travel that moving a published visit costs at `keep` 0.5; it grows without bound towards 1."""

PLAIN_GAP = 6
"""Values a gap has in a route without a break (`RouteState.gaps`)."""

Slot = tuple[int, int]
"""(extra seconds of travel, position); position = number of stops before."""


class CompiledDay:
    """All numbers of a day problem by index: visits, teams and places in the problem's order.

    Attributes:
        rows: `rows[i][j]` seconds from place i to place j, `NEVER` where unreachable; the last column is the end of an
            open route, 0 from everywhere.
        after: number of the visit that must come right before, or -1.
        fits: teams that have the skills and the lock for a visit.
        allowed: those of them whose shift meets its windows, and that fit the visits it must follow.
        prize: seconds of travel a visit is worth.
        keep_team: team of the published plan whose visits are to be kept, or -1.

    `rows` are those of another compiled day over the same places, so that small days cost nothing to make.
    """

    def __init__(
        self, problem: DayProblem, published: dict[str, str] | None = None, *, rows: list[list[int]] | None = None
    ) -> None:
        if problem.matrix is None:
            msg = "a problem without travel times"
            raise ValueError(msg)
        self.problem = problem
        self.visit_ids = [visit.id for visit in problem.visits]
        self.number = {identity: i for i, identity in enumerate(self.visit_ids)}
        self.team_number: dict[str, int] = {team.id: i for i, team in enumerate(problem.teams)}
        self.rows = rows or [[NEVER if cell is None else cell for cell in row] + [0] for row in problem.matrix.seconds]
        self.open_end = len(problem.places)
        self.place = [visit.place for visit in problem.visits]
        self.service = [visit.service for visit in problem.visits]
        self.spans = [[(window.start, window.end) for window in visit.windows] for visit in problem.visits]
        self.first = [spans[0][0] for spans in self.spans]
        self.last = [spans[-1][1] for spans in self.spans]
        self.after = [-1 if visit.after is None else self.number[visit.after] for visit in problem.visits]
        self.prize = [_prize(problem, visit) for visit in problem.visits]
        published = published or {}
        self.keep_team = [self.team_number.get(published.get(visit.id, ""), -1) for visit in problem.visits]
        self.keep_price = min(10**6, round(KEEP_PRICE * problem.keep / max(1e-6, 1 - problem.keep)))
        self.fair_price = problem.fairness
        self.fair_target = 0
        self._compile_teams()
        self._known: dict[tuple[int, tuple[int, ...]], RouteState] = {}
        self._nearest: dict[int, list[int]] = {}
        self.fits = [self._fitting_teams(visit) for visit in problem.visits]
        self.allowed = [[team for team in self.fits[v] if self._may_make(team, v)] for v in range(len(problem.visits))]

    def _compile_teams(self) -> None:
        teams = self.problem.teams
        self.start = [team.start for team in teams]
        self.end = [self.open_end if team.end is None else team.end for team in teams]
        self.opens = [team.shift.start for team in teams]
        self.closes = [team.shift.end for team in teams]
        self.most = [len(self.visit_ids) if team.max_visits is None else team.max_visits for team in teams]
        self.pause: list[tuple[int, int, int] | None] = []
        for team in teams:
            owed = team.pause
            can_be_owed = (
                owed is not None and team.shift.start <= owed.window.start and team.shift.end >= owed.window.end
            )
            self.pause.append((owed.duration, owed.window.start, owed.window.end) if owed and can_be_owed else None)

    def _fitting_teams(self, visit: DayVisit) -> list[int]:
        return [
            number
            for number, team in enumerate(self.problem.teams)
            if visit.needs <= team.skills and visit.team in {None, team.id}
        ]

    def chain(self, v: int) -> tuple[int, ...]:
        """The visits that must come right before this one, in order, and itself."""
        links = [v]
        while self.after[links[0]] >= 0:
            links.insert(0, self.after[links[0]])
        return tuple(links)

    def _may_make(self, team: int, v: int) -> bool:
        """Skills and locks of the visit and of those right before it fit, and its windows meet the shift.

        Whether the team could drive there is left to the routes: with null pairs the only way may lead past others.
        """
        meets = self.first[v] <= self.closes[team] and self.last[v] >= self.opens[team]
        return meets and all(team in self.fits[link] for link in self.chain(v))

    def begin(self, v: int, at: int) -> int:
        """First second from `at` on at which the stay may begin; `NEVER` where there is none."""
        for start, end in self.spans[v]:
            if at <= end:
                return max(at, start)
        return NEVER

    def latest(self, v: int, until: int) -> int:
        """Last second up to `until` at which the stay may begin; `-NEVER` where there is none."""
        for start, end in reversed(self.spans[v]):
            if until >= start:
                return min(until, end)
        return -NEVER

    def route(self, team: int, stops: tuple[int, ...]) -> "RouteState":
        """The route of a team over these visits, made once and then remembered."""
        known = self._known.get((team, stops))
        if known is None:
            if len(self._known) > 60_000:
                self._known.clear()
            known = self._known[team, stops] = RouteState(self, team, stops)
        return known

    def forget_routes(self) -> None:
        """Drop all remembered routes, after a price has changed."""
        self._known.clear()

    def nearest(self, v: int) -> Sequence[int]:
        """All visits, at most 300, nearest first by travel there and back; worked out when first asked for."""
        known = self._nearest.get(v)
        if known is None:
            rows, place, here = self.rows, self.place, self.place[v]
            row = rows[here]
            known = sorted(range(len(place)), key=lambda w: row[place[w]] + rows[place[w]][here])[:300]
            self._nearest[v] = known
        return known


def _prize(problem: DayProblem, visit: DayVisit) -> int:
    must = 0 if visit.is_optional else MANDATORY
    if problem.mode is Mode.SERVE_ALL:
        return must + PRIORITY * visit.priority
    return must + round(60 * problem.minutes_per_priority * visit.priority)


class RouteState:
    """One team's visits in order, with slack; see the module's head.

    Attributes:
        travel: seconds on the road.
        busy: travel and stays, in seconds; what fairness weighs.
        cost: travel, price of visits taken from their published team, and price of unequal hours.
        is_feasible: windows, shift, break, number of visits and `after` are kept. Skills and locks are not looked at.
    """

    __slots__ = ("_day", "_slots", "busy", "cost", "gaps", "is_feasible", "stops", "team", "travel")

    def __init__(self, day: CompiledDay, team: int, stops: tuple[int, ...]) -> None:
        self._day = day
        self._slots: dict[int, Slot | None] = {}
        self.team = team
        self.stops = stops
        self.gaps: list[tuple[Any, ...]]
        rows, place = day.rows, day.place
        line = [rows[day.start[team]], *(rows[place[v]] for v in stops)]
        nexts = [*(place[v] for v in stops), day.end[team]]
        legs = [row[there] for row, there in zip(line, nexts, strict=True)] if stops else [0]
        self.travel = sum(legs)
        self.busy = self.travel + sum(day.service[v] for v in stops)
        self.cost = self.travel + self._prices()
        frees = [*(day.after[v] < 0 for v in stops), True]
        before = (-1, *stops)
        in_order = all(day.after[v] in {-1, before[k]} for k, v in enumerate(stops))
        if day.pause[team] is None:
            on_time = self._plain(line, nexts, legs, frees)
        else:
            on_time = self._with_break(line, nexts, legs, frees)
        self.is_feasible = on_time and in_order and len(stops) <= day.most[team]

    def _prices(self) -> int:
        day, price = self._day, 0
        if day.keep_price:
            price += day.keep_price * sum(1 for v in self.stops if day.keep_team[v] not in {-1, self.team})
        if day.fair_price:
            price += round(day.fair_price * (self.busy - day.fair_target) ** 2 / 7200)
        return price

    def _plain(self, line: list[list[int]], nexts: list[int], legs: list[int], frees: list[bool]) -> bool:
        day, stops = self._day, self.stops
        leaves = self._forward(day.opens[self.team], legs)
        latest = self._backward(day.closes[self.team], legs)
        self.gaps = list(zip(line, leaves, nexts, latest, legs, frees, strict=True))
        return leaves[0] + legs[0] <= latest[0] if stops else True

    def _forward(self, leave: int, legs: list[int]) -> list[int]:
        """Earliest leaving of the depot and of every stop."""
        day, leaves = self._day, [leave]
        for v, leg in zip(self.stops, legs, strict=False):
            leave = min(NEVER, day.begin(v, leave + leg) + day.service[v])
            leaves.append(leave)
        return leaves

    def _backward(self, limit: int, legs: list[int]) -> list[int]:
        """Latest arrival at every stop and at the end."""
        day, latest = self._day, [limit]
        for v, leg in zip(reversed(self.stops), reversed(legs), strict=False):
            limit = day.latest(v, limit - leg - day.service[v])
            latest.append(limit)
        latest.reverse()
        return latest

    def _with_break(self, line: list[list[int]], nexts: list[int], legs: list[int], frees: list[bool]) -> bool:
        day, stops, pause = self._day, self.stops, self._day.pause[self.team]
        if pause is None:
            return False
        duration, opens, closes = pause
        begin, end = day.opens[self.team], day.closes[self.team]
        early = self._forward(begin, legs)
        late_start = self._forward(max(begin, opens + 1), legs)
        latest_short = self._backward(min(end, closes - 1), legs)
        latest = self._backward(end, legs)
        rested, leave = [NEVER], NEVER
        for k, v in enumerate(stops):
            leg, before = legs[k], early[k]
            arrive = leave + leg
            if before <= closes:
                arrive = min(arrive, max(before + leg, opens) + duration)
            leave = min(NEVER, day.begin(v, arrive) + day.service[v])
            rested.append(leave)
        to_rest, limit = [-NEVER], -NEVER
        for k in range(len(stops) - 1, -1, -1):
            limit = day.latest(stops[k], self._rest_from(k + 1, limit, legs, latest) - day.service[stops[k]])
            to_rest.append(limit)
        to_rest.reverse()
        self.gaps = list(
            zip(line, early, rested, late_start, nexts, latest_short, to_rest, latest, legs, frees, strict=True)
        )
        if not stops:
            return True
        return (
            begin + legs[0] <= latest_short[0]
            or late_start[0] + legs[0] <= latest[0]
            or begin <= self._rest_from(0, to_rest[0], legs, latest)
        )

    def _rest_from(self, k: int, limit: int, legs: list[int], latest: list[int]) -> int:
        """Latest leaving before leg k with the break still to take; `limit` is the latest arrival to rest later."""
        pause = self._day.pause[self.team]
        if pause is None:
            return -NEVER
        duration, opens, closes = pause
        leave = limit - legs[k]
        if opens + duration <= latest[k]:
            leave = max(leave, min(closes, latest[k] - duration - legs[k]))
        return leave

    def forget(self) -> None:
        """Drop the remembered answers; for measuring."""
        self._slots.clear()

    def slot(self, v: int) -> Slot | None:
        """The cheapest feasible position for a visit, remembered; None where there is none.

        Skills and locks are the caller's business (`CompiledDay.allowed`).
        """
        if v in self._slots:
            return self._slots[v]
        day = self._day
        found: Slot | None = None
        if len(self.stops) < day.most[self.team]:
            if day.after[v] >= 0:
                found = self._slot_behind(v)
            elif day.pause[self.team] is None:
                found = self._slot_plain(v)
            else:
                found = self._slot_with_break(v)
        self._slots[v] = found
        return found

    def _slot_behind(self, v: int) -> Slot | None:
        day = self._day
        if day.after[v] not in self.stops:
            return None
        return self.slot_of_chain((v,), self.stops.index(day.after[v]) + 1)

    def slot_of_chain(self, chain: tuple[int, ...], only: int | None = None) -> Slot | None:
        """The cheapest feasible position for visits that stay together, or the position `only`."""
        best: Slot | None = None
        for position in range(len(self.stops) + 1) if only is None else (only,):
            if position < len(self.stops) and self._day.after[self.stops[position]] >= 0:
                continue
            extra = self._extra_of_chain(chain, position)
            if extra is None or (best is not None and extra >= best[0]):
                continue
            longer = self._day.route(self.team, (*self.stops[:position], *chain, *self.stops[position:]))
            if longer.is_feasible:
                best = (extra, position)
        return best

    def _extra_of_chain(self, chain: tuple[int, ...], position: int) -> int | None:
        """More seconds on the road for a chain at a position; None where it comes too late even without a break.

        A sieve: building the longer route costs fifty times as much and mostly says no.
        """
        day, gap = self._day, self.gaps[position]
        row, clock, leg = gap[0], gap[1], gap[-2]
        there, latest = (gap[2], gap[3]) if len(gap) == PLAIN_GAP else (gap[4], gap[7])
        extra = -leg
        for v in chain:
            out = row[day.place[v]]
            extra += out
            clock = day.begin(v, clock + out) + day.service[v]
            if clock >= NEVER:
                return None
            row = day.rows[day.place[v]]
        extra += row[there]
        return int(extra) if clock + row[there] <= latest else None

    def _slot_plain(self, v: int) -> Slot | None:
        day = self._day
        here, stay, opens, closes = day.place[v], day.service[v], day.first[v], day.last[v]
        row_here, spans = day.rows[here], day.spans[v] if len(day.spans[v]) > 1 else None
        best, at = NEVER, -1
        for position, (row, leave, there, latest, leg, free) in enumerate(self.gaps):
            if leave > closes:
                break
            out = row[here]
            on = row_here[there]
            extra = out + on - leg
            if extra >= best or not free:
                continue
            begin = leave + out
            if begin > closes:
                continue
            if begin < opens:
                begin = opens
            elif spans is not None:
                begin = day.begin(v, begin)
            if begin + stay + on <= latest:
                best, at = extra, position
        return (best, at) if at >= 0 else None

    def _slot_with_break(self, v: int) -> Slot | None:
        day, pause = self._day, self._day.pause[self.team]
        if pause is None:
            return None
        duration, opens, closes = pause
        here, stay, row_here = day.place[v], day.service[v], day.rows[day.place[v]]
        best, at = NEVER, -1
        for position, gap in enumerate(self.gaps):
            row, early, rested, late_start, there, latest_short, to_rest, latest, leg, free = gap
            out, on = row[here], row_here[there]
            extra = out + on - leg
            if extra >= best or not free or out >= NEVER or on >= NEVER:
                continue
            leave = day.begin(v, early + out) + stay
            fits = (
                leave + on <= latest_short
                or leave + on <= to_rest
                or (leave <= closes and max(leave + on, opens) + duration <= latest)
                or day.begin(v, late_start + out) + stay + on <= latest
            )
            if not fits:
                arrive = rested + out
                if early <= closes:
                    arrive = min(arrive, max(early + out, opens) + duration)
                fits = day.begin(v, arrive) + stay + on <= latest
            if fits:
                best, at = extra, position
        return (best, at) if at >= 0 else None
