"""The only user of PyVRP: runs one job and answers routes in the compiled day's numbers.

Imported in the worker process, or in this one where a plan must be replayable by its number of iterations.
Source: PyVRP 0.14 (MIT), Wouda, Lan & Kool, INFORMS J. Computing 36(4), 2024; measured choice in reference routing.
"""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from pyvrp import (
    Client,
    ClientGroup,
    Depot,
    IteratedLocalSearchCallbacks,
    IteratedLocalSearchParams,
    Location,
    ProblemData,
    Route,
    Solution,
    SolveParams,
    VehicleType,
    solve,
)

from visitdesk.planning.native_job import NativeJob

Lines = dict[int, tuple[int, ...]]
"""Team → visits in order."""

VERSION = version("pyvrp")


def run(job: NativeJob, *, is_over: Callable[[], bool], on_better: Callable[[Lines], None]) -> Lines:
    """Improve the job's plan until `is_over`, which is asked once an iteration; answers the best lines found.

    `on_better` hears of every better feasible plan on the way.
    """
    data = _data(job)
    told = _Told(job, on_better)
    parameters = SolveParams(ils=IteratedLocalSearchParams(callbacks=told))
    first = Solution(data, [Route(data, list(line), kind) for kind, line in job.first])
    result = solve(
        data,
        stop=lambda _: is_over(),
        seed=job.seed,
        collect_stats=False,
        params=parameters,
        initial_solution=first if job.first else None,
    )
    return _lines(job, result.best)


class _Told(IteratedLocalSearchCallbacks):
    """Passes better feasible plans on."""

    def __init__(self, job: NativeJob, on_better: Callable[[Lines], None]) -> None:
        self._job = job
        self._on_better = on_better

    def on_best(self, best: Solution) -> None:
        """A new best plan."""
        if best.is_feasible():
            self._on_better(_lines(self._job, best))


def _data(job: NativeJob) -> ProblemData:
    depots = sorted({place for kind in job.vehicles for place in (kind.start, kind.end)})
    number = {place: i for i, place in enumerate(depots)}
    groups: dict[int, list[int]] = {}
    for i, client in enumerate(job.clients):
        if client.group is not None:
            groups.setdefault(client.group, []).append(i)
    matrices: list[Any] = [job.durations]  # PyVRP's own annotation of arrays is malformed
    return ProblemData(
        locations=[Location(0, 0) for _ in range(len(job.durations))],
        clients=[
            Client(
                location=client.location,
                delivery=list(client.load),
                service_duration=client.service,
                tw_early=client.early,
                tw_late=client.late,
                prize=client.prize,
                required=False,
                group=client.group,
            )
            for client in job.clients
        ],
        depots=[Depot(location=place) for place in depots],
        vehicle_types=[
            VehicleType(
                num_available=len(kind.teams),
                capacity=list(kind.capacity),
                start_depot=number[kind.start],
                end_depot=number[kind.end],
                tw_early=kind.early,
                tw_late=kind.late,
                shift_duration=kind.longest,
            )
            for kind in job.vehicles
        ],
        distance_matrices=matrices,
        duration_matrices=matrices,
        groups=[ClientGroup(groups[i], required=False) for i in range(len(groups))],
    )


def _lines(job: NativeJob, solution: Solution) -> Lines:
    free = {i: list(kind.teams) for i, kind in enumerate(job.vehicles)}
    lines: Lines = {}
    for route in solution.routes():
        team = free[route.vehicle_type()].pop(0)
        clients = [job.clients[activity.idx] for activity in route if activity.is_client()]
        lines[team] = tuple(v for client in clients for v in client.visits)
    return lines
