"""The own engine: build a plan by insertion, then make it better by taking out neighbours and putting them back.

Pure Python on `compiled.RouteState`. It shows a first plan at once, carries the day alone where the native optimiser
cannot be loaded, and mends what that optimiser cannot model. Sources: SISR, "Slack Induction by String Removals",
Christiaens & Vanden Berghe, Transportation Science 54(2), 2020 (recalled), with its parameters; 2-opt*: Potvin &
Rousseau 1995 (recalled). Same seed and same number of steps give the same plan.
"""

from collections.abc import Iterable, Sequence
from math import exp
from random import Random

from visitdesk.planning.compiled import MANDATORY, PRIORITY, CompiledDay, RouteState
from visitdesk.planning.model import Mode

AVERAGE_REMOVED = 10
LONGEST_STRING = 10
BLINK = 0.01
MOST_TRIED = 40
MOST_BY_WAY = 60
"""Visits up to which the way to a mandatory visit is also looked for past another visit."""
HOT, COLD = 240.0, 3.0
"""Seconds of travel by which a step may be worse and is still taken with odds of about 1 : 3, at first and at last."""


class DayState:
    """A plan in the making: one route state per team and the visits left out. Changed in place by the search."""

    def __init__(self, day: CompiledDay, routes: Iterable[RouteState]) -> None:
        self.day = day
        self.routes = list(routes)
        self.where: list[int] = [-1] * len(day.visit_ids)
        for route in self.routes:
            for v in route.stops:
                self.where[v] = route.team
        self.cost = sum(route.cost for route in self.routes)
        self.cost += sum(day.prize[v] for v, team in enumerate(self.where) if team < 0)

    @classmethod
    def empty(cls, day: CompiledDay) -> "DayState":
        """Nobody goes anywhere."""
        return cls(day, [day.route(team, ()) for team in range(len(day.start))])

    def copy(self) -> "DayState":
        """The same plan, changed apart."""
        return DayState(self.day, self.routes)

    def left_out(self) -> list[int]:
        """Visits on no route, in the problem's order."""
        return [v for v, team in enumerate(self.where) if team < 0]

    def restore(self, routes: Sequence[RouteState], cost: int) -> None:
        """Go back to these routes, whose cost was this."""
        self.routes[:] = routes
        self.where = [-1] * len(self.where)
        for route in routes:
            for v in route.stops:
                self.where[v] = route.team
        self.cost = cost

    def put(self, route: RouteState) -> None:
        """Take this as its team's route."""
        day, old = self.day, self.routes[route.team]
        self.cost += route.cost - old.cost
        for v in old.stops:
            self.where[v] = -1
            self.cost += day.prize[v]
        for v in route.stops:
            self.where[v] = route.team
            self.cost -= day.prize[v]
        self.routes[route.team] = route

    def insert(self, v: int, random: Random | None = None, generosity: int = 1) -> bool:
        """Put a visit where it costs least, with those it must follow; False where it stays out.

        With `random` a team is overlooked now and then (a blink), which lets the search leave its ruts. A visit goes
        in where it costs less than `generosity` times its worth: several that share a long way may be worth it
        together though none is alone.
        """
        if self.day.after[v] >= 0:
            return self._insert_chain(v)
        best, best_team, best_at = self.day.prize[v] * generosity, -1, -1
        routes, day = self.routes, self.day
        weighs = bool(day.fair_price or day.keep_price)
        for team in day.allowed[v]:
            if random is not None and random.random() < BLINK:
                continue
            slot = routes[team].slot(v)
            if slot is None:
                continue
            extra = slot[0] + self._weight(v, team, slot[0]) if weighs else slot[0]
            if extra < best:
                best, best_team, best_at = extra, team, slot[1]
        if best_team < 0:
            return False
        stops = routes[best_team].stops
        self.put(day.route(best_team, (*stops[:best_at], v, *stops[best_at:])))
        return True

    def _weight(self, v: int, team: int, extra: int) -> int:
        """Price of unequal hours and of leaving the published team, for putting `v` on `team`."""
        day, price = self.day, 0
        if day.keep_price and day.keep_team[v] not in {-1, team}:
            price += day.keep_price
        if day.fair_price:
            busy = self.routes[team].busy - day.fair_target
            more = extra + day.service[v]
            price += round(day.fair_price * (2 * busy + more) * more / 7200)
        return price

    def _insert_chain(self, v: int) -> bool:
        day = self.day
        chain = day.chain(v)
        missing = tuple(link for link in chain if self.where[link] < 0)
        if chain[len(chain) - len(missing) :] != missing:
            return False
        held = self.where[chain[-len(missing) - 1]] if len(missing) < len(chain) else -1
        worth = sum(day.prize[link] for link in missing)
        best: tuple[int, RouteState] | None = None
        for team in day.allowed[v] if held < 0 else [team for team in day.allowed[v] if team == held]:
            route = self.routes[team]
            only = None if held < 0 else route.stops.index(chain[-len(missing) - 1]) + 1
            slot = route.slot_of_chain(missing, only)
            if slot is None:
                continue
            longer = day.route(team, (*route.stops[: slot[1]], *missing, *route.stops[slot[1] :]))
            extra = longer.cost - route.cost
            if extra < worth and (best is None or extra < best[0]):
                best = (extra, longer)
        if best is not None:
            self.put(best[1])
        return best is not None

    def remove(self, team: int, gone: set[int]) -> list[int]:
        """Take visits out of a route, and those that must follow them; answers all that left."""
        day, kept, out, before = self.day, [], [], -1
        for v in self.routes[team].stops:
            if v in gone or (day.after[v] >= 0 and day.after[v] != before):
                out.append(v)
            else:
                kept.append(v)
                before = v
        shorter = day.route(team, tuple(kept))
        if not shorter.is_feasible:  # null pairs and odd matrices: the direct way may be longer than by way of a stop
            out, shorter = list(self.routes[team].stops), day.route(team, ())
        self.put(shorter)
        return out


def drop_unworthy(state: DayState, v: int) -> bool:
    """Take a visit off its route where that saves more than the visit is worth, with those bound behind it."""
    day, team = state.day, state.where[v]
    if team < 0 or day.prize[v] >= PRIORITY:
        return False
    before, cost = list(state.routes), state.cost
    state.remove(team, {v})
    if state.cost < cost:
        return True
    state.restore(before, cost)
    return False


def built(day: CompiledDay) -> DayState:
    """A first plan by insertion: in the order of the day, and where that leaves something out also by priority."""
    state = DayState.empty(day)
    for v in sorted(range(len(day.place)), key=lambda v: (day.prize[v] < MANDATORY, day.last[v], -_way_out(day, v), v)):
        if state.where[v] < 0:
            state.insert(v)
    fill(state)
    if all(team >= 0 or not day.allowed[v] for v, team in enumerate(state.where)):
        return state
    other = DayState.empty(day)
    fill(other)
    return other if other.cost < state.cost else state


def _way_out(day: CompiledDay, v: int) -> int:
    """Seconds from the depot of the first team that may make the visit."""
    return day.rows[day.start[day.allowed[v][0]]][day.place[v]] if day.allowed[v] else 0


def fill(state: DayState) -> None:
    """Insert what can be inserted: the dearest first, and among equals those with few teams and narrow windows."""
    day = state.day

    def hardness(v: int) -> tuple[int, int, int, int]:
        width = sum(end - start for start, end in day.spans[v])
        return (-day.prize[v], len(day.allowed[v]), width, v)

    for v in sorted(state.left_out(), key=hardness):
        if state.where[v] < 0:
            state.insert(v)


class Search:
    """Ruin and recreate with a slowly cooling willingness to go uphill; keeps the best plan ever seen."""

    def __init__(self, state: DayState, seed: int) -> None:
        self.day = state.day
        self.best = state.copy()
        self._at = state
        self._random = Random(seed)  # noqa: S311  # a search, not a secret
        self._hot = HOT
        self._may_be_generous = state.day.problem.mode is Mode.WORTH_THE_TRIP

    def expect(self, steps: float) -> None:
        """Start the cooler the fewer steps for each visit there will be: a short search has no time to wander."""
        self._hot = max(2 * COLD, HOT * min(1.0, steps / (25 * max(1, len(self._at.where)))))

    def adopt(self, state: DayState) -> bool:
        """Go on from this plan if it is better than the best so far."""
        if state.cost >= self.best.cost:
            return False
        self.best = state.copy()
        self._at = state.copy()
        return True

    def step(self, heat: float) -> bool:
        """One ruin and recreate; `heat` 1 → 0 over the search. True where a new best plan was found."""
        state = self._at
        before, before_cost = list(state.routes), state.cost
        self._recreate(self._ruin())
        gain = before_cost - state.cost
        warmth = COLD * (self._hot / COLD) ** heat
        if gain < 0 and self._random.random() >= exp(max(-50.0, gain / warmth)):
            state.restore(before, before_cost)
            return False
        if state.cost < self.best.cost:
            self.best = state.copy()
            return True
        return False

    def _ruin(self) -> list[int]:
        """Take strings of stops out of a few neighbouring routes; answers what is to be put back.

        Of the visits left out before only some are tried each time: on an overfull day they are hundreds.
        """
        state, random, day = self._at, self._random, self.day
        used = [len(route.stops) for route in state.routes if route.stops]
        absent = state.left_out()
        if len(absent) > MOST_TRIED:
            absent = random.sample(absent, MOST_TRIED)
        if not used:
            return absent
        longest = min(LONGEST_STRING, sum(used) / len(used))
        strings = int(random.uniform(1, 4 * AVERAGE_REMOVED / (1 + longest)))
        seed, touched = random.randrange(len(state.where)), set[int]()
        for v in day.nearest(seed):
            team = state.where[v]
            if team < 0 or team in touched:
                continue
            stops = state.routes[team].stops
            length = int(random.uniform(1, min(len(stops), longest) + 1))
            touched.add(team)
            absent += state.remove(team, self._string(stops, v, length))
            if len(touched) >= strings:
                break
        return absent

    def _string(self, stops: Sequence[int], v: int, length: int) -> set[int]:
        """A run of stops with `v` among them; half the time a run with a piece kept in its middle."""
        random, at, kept = self._random, stops.index(v), 0
        if random.random() < 0.5:
            while length + kept < len(stops) and random.random() > 0.01 and kept < length:
                kept += 1
                if random.random() < 0.5:
                    break
        span = length + kept
        first = random.randint(max(0, at - span + 1), min(at, len(stops) - span))
        run = list(stops[first : first + span])
        if kept:
            begin = random.randint(0, len(run) - kept)
            del run[begin : begin + kept]
        return set(run)

    def _recreate(self, absent: list[int]) -> None:
        state, random, day = self._at, self._random, self.day
        absent = list(dict.fromkeys(absent))
        match random.choices(range(5), (4, 3, 3, 2, 1))[0]:
            case 0:
                random.shuffle(absent)
            case 1:
                absent.sort(key=lambda v: (-day.prize[v], v))
            case 2:
                absent.sort(key=lambda v: (len(day.allowed[v]), day.last[v] - day.first[v], v))
            case 3:
                absent.sort(key=lambda v: (-_way_out(day, v), v))
            case _:
                absent.sort(key=lambda v: (_way_out(day, v), v))
        generosity = random.choice((1, 1, 2, 5)) if self._may_be_generous else 1
        for v in absent:
            if state.where[v] < 0:
                state.insert(v, random, generosity)
        if generosity > 1:
            for v in absent:
                drop_unworthy(state, v)


def secure_mandatory(state: DayState) -> None:
    """Serve every mandatory visit that some team can make by giving up optional ones only.

    The same proof the checker asks for; what was given up is offered to all teams again afterwards.
    """
    day = state.day
    for v in state.left_out():
        if state.where[v] < 0 and not day.problem.visits[v].is_optional:
            _secure(state, v)
    fill(state)


def _secure(state: DayState, v: int) -> None:
    """Serve `v` with its chain on some team; where null pairs bar the direct way, by way of one other visit."""
    day, chain = state.day, state.day.chain(v)
    if _secure_run(state, v, chain) or len(day.visit_ids) > MOST_BY_WAY:
        return
    for w in day.nearest(v):
        if w in chain or day.after[w] >= 0:
            continue
        if _secure_run(state, v, (w, *chain)) or _secure_run(state, v, (*chain, w)):
            return


def _secure_run(state: DayState, v: int, run: tuple[int, ...]) -> bool:
    day = state.day
    for team in day.allowed[v]:
        if any(state.where[link] not in {-1, team} or team not in day.fits[link] for link in run):
            continue
        stops = state.routes[team].stops
        needed = {link for w in stops if not day.problem.visits[w].is_optional for link in day.chain(w)}
        core = tuple(w for w in stops if w in needed and w not in run)
        for position in range(len(core) + 1):
            route = day.route(team, (*core[:position], *run, *core[position:]))
            if route.is_feasible:
                state.put(route)
                return True
    return False
