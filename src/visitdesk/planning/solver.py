"""From a day problem to a plan: compose, build, search, mend, check, explain.

The own engine shows a first plan at once and goes on searching; the native optimiser works beside it from the same
plan in a process of its own, and whatever it finds is mended, compared and taken over only if it is better by the
whole objective. With a number of iterations both run one after the other in this process, without looking at a clock,
so that the same problem, seed and number give the same plan. No plan leaves here that the checker refuses.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from math import inf
from time import monotonic

from visitdesk import __version__
from visitdesk.planning.checker import check_plan
from visitdesk.planning.compiled import CompiledDay
from visitdesk.planning.compose import with_teams
from visitdesk.planning.explain import explained
from visitdesk.planning.mend import mended, started
from visitdesk.planning.model import DayPlan, DayProblem, Unassigned
from visitdesk.planning.native_job import job_of
from visitdesk.planning.native_process import NativeProcess
from visitdesk.planning.polish import polish
from visitdesk.planning.schedule import timed
from visitdesk.planning.search import DayState, Search, secure_mandatory
from visitdesk.planning.travel import with_travel

log = logging.getLogger(__name__)

ENGINE = "1"
"""Version of the own engine: rises when the same seed gives another plan."""

LEAST_FOR_NATIVE = 1.5
"""Seconds left below which starting the native worker (about one second) does not pay."""

STEPS_PER_SECOND = 80_000
"""Own steps in a second on a day of one visit (measured on one slow core); only the first warmth depends on it."""

EXPLAINED = 0.05
"""Seconds kept back for explaining one visit left out."""

LAST_LOOKS = 200
"""Visits looked at once more when the search is over."""

STEPS_PER_ITERATION = 0.1
"""Own steps for each iteration asked for; a step of ours does the work of many of the native optimiser's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long to search: by seconds or by iterations, or sensibly by the size of the day where both are None."""

    seconds: float | None = None
    iterations: int | None = None

    def seconds_for(self, visits: int) -> float:
        """The seconds given, else half a second for a handful of visits up to thirty for six hundred."""
        return self.seconds if self.seconds is not None else min(30.0, max(0.5, visits / 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the search is; `plan` is complete, timed and not yet checked."""

    elapsed: float
    travel_seconds: int
    served: int
    left_out: int
    plan: DayPlan


def _silent(_: Progress) -> None:
    """Nobody listens."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Who watches the search: `on_better` hears of better plans, `is_cancelled` ends it with the best so far."""

    on_better: Callable[[Progress], None] = _silent
    is_cancelled: Callable[[], bool] = _never


def solve(
    problem: DayProblem,
    *,
    budget: Budget,
    seed: int = 0,
    warm: DayPlan | None = None,
    listener: Listener | None = None,
    may_use_native: bool = True,
) -> DayPlan:
    """The best plan found within the budget, checked and explained.

    `warm` is the plan to start from, and with `keep` the published plan whose visits moving has a price.
    """
    begun = monotonic()
    ready = with_teams(with_travel(problem), warm)
    run = _Run(ready, budget, seed, listener or Listener(), may_use_native=may_use_native, begun=begun)
    states = run.search(warm)
    for state in states:
        plan = run.plan(state)
        finding = check_plan(replace(ready, teams=problem.teams), plan)
        if finding.is_feasible:
            return explained(ready, replace(plan, totals=finding.totals), is_over=run.is_late)
        log.error("the checker refused a plan: %s", ", ".join(sorted({item.code for item in finding.violations})))
    msg = "no plan passed the checker"
    raise RuntimeError(msg)


class _Run:
    """One search."""

    def __init__(
        self, problem: DayProblem, budget: Budget, seed: int, listener: Listener, *, may_use_native: bool, begun: float
    ) -> None:
        self._problem = problem
        self._budget = budget
        self._seed = seed
        self._listener = listener
        self._may_use_native = may_use_native
        self._begun = begun
        self._end = self._begun + budget.seconds_for(len(problem.visits))
        self._late = inf if budget.iterations is not None else self._end + (self._end - self._begun) / 4 + 2
        self._stopped_by = "seconds" if budget.iterations is None else "iterations"
        self._versions = {"visitdesk": __version__, "engine": ENGINE}

    def search(self, warm: DayPlan | None) -> list[DayState]:
        """Plans, the best first; the later ones are there in case the checker refuses the first."""
        published = dict(warm.team_of_visit()) if warm is not None else {}
        day = self._day(published)
        state = started(day, warm)
        first = state.copy()
        self._tell(state)
        if not any(day.allowed):
            self._stopped_by = "nothing_to_do"
            return [state]
        if self._budget.iterations is not None:
            self._quick(state)
            search = Search(state, self._seed)
            self._by_iterations(search, self._budget.iterations)
        else:
            search = self._by_seconds(state)
        best = search.best
        polish(best, _Counted(min(2 * len(day.visit_ids), LAST_LOOKS)).is_over)
        secure_mandatory(best)
        return [best, first, DayState.empty(day)]

    def is_late(self) -> bool:
        """Whether explaining has used up its share; never where iterations decide."""
        return monotonic() >= self._late

    def plan(self, state: DayState) -> DayPlan:
        """The state with times, neither checked nor explained."""
        day = state.day
        return DayPlan(
            teams=self._problem.teams,
            routes=tuple(timed(day, route) for route in state.routes if route.stops),
            unassigned=tuple(Unassigned(visit=day.visit_ids[v]) for v in state.left_out()),
            travel=self._problem.travel,
            seed=self._seed,
            stopped_by=self._stopped_by,
            versions=dict(self._versions),
        )

    def _day(self, published: dict[str, str]) -> CompiledDay:
        day = CompiledDay(self._problem, published)
        if day.fair_price and day.start:
            plain = CompiledDay(replace(self._problem, fairness=0.0), published)
            state = started(plain, None)
            self._quick(state)
            day.fair_target = sum(route.busy for route in state.routes) // len(day.start)
            day.forget_routes()
        return day

    def _quick(self, state: DayState) -> None:
        """The first local search.

        By iterations it is bounded by work, not by time, so that it is the same on every machine; by seconds it takes
        an eighth of them at most.
        """
        count = _Counted(min(3 * len(state.where), 900))
        until = inf if self._budget.iterations is not None else monotonic() + (self._end - self._begun) / 8
        polish(state, lambda: count.is_over() or monotonic() >= until)
        secure_mandatory(state)

    def _by_iterations(self, search: Search, iterations: int) -> None:
        steps = round(iterations * STEPS_PER_ITERATION)
        search.expect(steps)
        for number in range(steps):
            if self._cancelled():
                return
            search.step(1 - number / steps)
        if self._may_use_native and iterations:
            self._native_here(search, iterations)

    def _native_here(self, search: Search, iterations: int) -> None:
        try:
            native = import_module("visitdesk.planning.native")
        except ImportError:
            self._versions["pyvrp"] = "not loaded"
            return
        self._versions["pyvrp"] = native.VERSION
        count = _Counted(iterations)
        lines = native.run(
            job_of(search.best, self._seed),
            is_over=lambda: count.is_over() or self._cancelled(),
            on_better=lambda _: None,
        )
        search.adopt(mended(search.day, lines))

    def _by_seconds(self, state: DayState) -> Search:
        """Both engines side by side until the seconds are over, less what explaining will take."""
        whole = self._end - self._begun
        self._end -= min(whole / 4, EXPLAINED * len(state.left_out()))
        native = self._native_beside(state)
        try:
            polished = monotonic() + whole / 8
            polish(state, lambda: monotonic() >= min(polished, self._end) or self._cancelled())
            secure_mandatory(state)
            self._tell(state)
            search = Search(state, self._seed)
            search.expect((self._end - monotonic()) * STEPS_PER_SECOND / max(1, len(state.where)))
            self._side_by_side(search, native)
        finally:
            if native is not None:
                native.finish()
        if native is not None:
            if native.found is not None:
                search.adopt(mended(search.day, native.found))
            self._versions["pyvrp"] = _native_version() if native.fault is None else f"not used ({native.fault})"
        return search

    def _side_by_side(self, search: Search, native: NativeProcess | None) -> None:
        begun, told = monotonic(), 0.0
        while (now := monotonic()) < self._end and not self._cancelled():
            better = search.step((self._end - now) / max(1e-6, self._end - begun))
            if native is not None and native.poll() and native.found is not None:
                better |= search.adopt(mended(search.day, native.found))
            if better and now - told > 0.5:
                told = now
                self._tell(search.best)

    def _native_beside(self, state: DayState) -> NativeProcess | None:
        left = self._end - monotonic()
        if not self._may_use_native or left < LEAST_FOR_NATIVE:
            return None
        try:
            return NativeProcess(job_of(state, self._seed), left)
        except OSError as error:
            self._versions["pyvrp"] = f"not used ({type(error).__name__})"
            return None

    def _cancelled(self) -> bool:
        if self._listener.is_cancelled():
            self._stopped_by = "cancelled"
            return True
        return False

    def _tell(self, state: DayState) -> None:
        left = len(state.left_out())
        self._listener.on_better(
            Progress(
                elapsed=monotonic() - self._begun,
                travel_seconds=sum(route.travel for route in state.routes),
                served=len(state.where) - left,
                left_out=left,
                plan=self.plan(state),
            )
        )


class _Counted:
    """Is over after having been asked so many times."""

    def __init__(self, times: int) -> None:
        self._left = times

    def is_over(self) -> bool:
        """One more question."""
        self._left -= 1
        return self._left < 0


def _native_version() -> str:
    try:
        return version("pyvrp")
    except PackageNotFoundError:
        return "unknown"
