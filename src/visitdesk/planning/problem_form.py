"""The JSON form of a day problem (contracts §1), turned into nouns and held against itself.

The shape (types, names, ranges) is checked by `resources/schemas/route-problem.schema.json` before; here come the
checks no schema can make. Every fault is one `BadInput` with the fact `place`, written like `visits[3].after`.
"""

from collections.abc import Mapping, Sequence
from math import ceil, isfinite
from typing import Any

from visitdesk.errors import BadInput
from visitdesk.geo.datum import convert
from visitdesk.geo.model import Datum, LatLon
from visitdesk.people.model import TeamId
from visitdesk.planning.day_clock import DayClock, parse_day
from visitdesk.planning.model import (
    Break,
    DayCollector,
    DayProblem,
    DayTeam,
    DayVisit,
    Matrix,
    Mode,
    Place,
    TravelSource,
    Window,
)
from visitdesk.planning.windows import merged

LONGEST_TRAVEL = 1_000_000_000
"""Greater numbers in a matrix are refused: a leg of thirty years is a slip of the pen."""

Form = Mapping[str, Any]


def parse_problem(form: Form, *, may_lack_teams: bool = False) -> DayProblem:
    """The day problem of a form that fits the schema; a stored day may lack teams, one handed in may not.

    Raises:
        BadInput: the first thing that contradicts itself, with its place.
    """
    day = parse_day(form["date"], place="date")
    clock = DayClock(day, form["time_zone"])
    place_number = _numbered(form["places"], "places")
    visits = tuple(_visit(item, f"visits[{i}]", clock, place_number) for i, item in enumerate(form["visits"]))
    teams = tuple(
        parse_team(item, f"teams[{i}]", clock, place_number) for i, item in enumerate(form.get("teams") or ())
    )
    collectors = tuple(
        _collector(item, f"collectors[{i}]", clock, place_number) for i, item in enumerate(form.get("collectors") or ())
    )
    _numbered(form["visits"], "visits")
    _numbered(form.get("teams") or (), "teams")
    _numbered(form.get("collectors") or (), "collectors")
    if bool(teams) == bool(collectors) and not (may_lack_teams and not teams):
        raise BadInput("planning.teams_both" if teams else "planning.teams_none", place="teams", value="")
    matrix = _matrix(form.get("matrix"), len(place_number))
    problem = DayProblem(
        day=day,
        time_zone=form["time_zone"],
        places=tuple(_place(item, f"places[{i}]", matrix) for i, item in enumerate(form["places"])),
        visits=visits,
        teams=teams,
        collectors=collectors,
        team_size=int(form.get("team_size", 2)),
        not_together=_apart(form.get("not_together") or (), collectors),
        matrix=matrix,
        travel=TravelSource.ESTIMATE if matrix is None else TravelSource.GIVEN,
        mode=Mode(form.get("mode", Mode.SERVE_ALL)),
        minutes_per_priority=float(form.get("minutes_per_priority", 3.0)),
        fairness=float(form.get("fairness", 0.0)),
        keep=float(form.get("keep", 0.0)),
    )
    _check_references(problem)
    return problem


def parse_team(form: Form, place: str, clock: DayClock, place_number: Mapping[str, int]) -> DayTeam:
    """One team of a problem or of a plan; a field that is absent is null."""
    shift = _span(form["shift"], f"{place}.shift", clock)
    if shift.start == shift.end:
        raise BadInput("planning.span_reversed", place=f"{place}.shift", value="–".join(form["shift"]))
    end = form["end"]
    pause, most = form.get("break"), form.get("max_visits")
    return DayTeam(
        id=TeamId(form["id"]),
        members=tuple(form.get("members") or ()),
        skills=frozenset(form.get("skills") or ()),
        start=_known(form["start"], f"{place}.start", place_number),
        end=None if end is None else _known(end, f"{place}.end", place_number),
        shift=shift,
        pause=None
        if pause is None
        else Break(
            duration=_seconds_of_minutes(pause["minutes"]),
            window=_span(pause["window"], f"{place}.break.window", clock),
        ),
        max_visits=None if most is None else int(most),
    )


def place_numbers(problem: DayProblem) -> dict[str, int]:
    """Number of each place by its id."""
    return {place.id: number for number, place in enumerate(problem.places)}


def _numbered(items: Sequence[Form], name: str) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, item in enumerate(items):
        if item["id"] in numbers:
            raise BadInput("planning.duplicate_id", place=f"{name}[{number}].id", value=item["id"])
        numbers[item["id"]] = number
    return numbers


def _known(identity: str, place: str, numbers: Mapping[str, int]) -> int:
    if identity not in numbers:
        raise BadInput("planning.unknown_place", place=place, value=identity)
    return numbers[identity]


def _span(pair: Sequence[str], place: str, clock: DayClock) -> Window:
    start = clock.seconds(pair[0], place=f"{place}[0]")
    end = clock.seconds(pair[1], place=f"{place}[1]", not_before=start)
    if not clock.is_plain and pair[0][:5] < pair[1][:5]:
        start = min(start, end)  # the clock jumps over its beginning: what is left begins no later than it ends
    if pair[0].startswith("24") or end < start:
        raise BadInput("planning.span_reversed", place=place, value="–".join(pair))
    return Window(start=start, end=end)


def _seconds_of_minutes(minutes: float) -> int:
    return ceil(minutes * 60)


def _place(form: Form, place: str, matrix: Matrix | None) -> Place:
    lat, lon = form.get("lat"), form.get("lon")
    if lat is None or lon is None:
        if matrix is None or lat is not None or lon is not None:
            raise BadInput("planning.no_coordinates", place=place, value=form["id"])
        return Place(id=form["id"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadInput("planning.impossible_coordinates", place=place, value=f"{lat}, {lon}")
    point = LatLon(lat=lat, lon=lon, datum=Datum(form.get("datum", Datum.WGS84)))
    return Place(id=form["id"], point=convert(point, Datum.WGS84))


def _visit(form: Form, place: str, clock: DayClock, place_number: Mapping[str, int]) -> DayVisit:
    spans = form.get("windows")
    if spans is None:
        spans = [["00:00", "24:00"]]
    if not spans:
        raise BadInput("planning.no_window", place=f"{place}.windows", value=form["id"])
    return DayVisit(
        id=form["id"],
        place=_known(form["place"], f"{place}.place", place_number),
        service=_seconds_of_minutes(form["service_minutes"]),
        windows=merged(_span(pair, f"{place}.windows[{i}]", clock) for i, pair in enumerate(spans)),
        needs=frozenset(form.get("needs") or ()),
        priority=int(form.get("priority", 50)),
        team=form.get("team"),
        after=form.get("after"),
        is_optional=form.get("optional", True),
    )


def _collector(form: Form, place: str, clock: DayClock, place_number: Mapping[str, int]) -> DayCollector:
    shift = _span(form["shift"], f"{place}.shift", clock)
    if shift.start == shift.end:
        raise BadInput("planning.span_reversed", place=f"{place}.shift", value="–".join(form["shift"]))
    return DayCollector(
        id=form["id"],
        start=_known(form["start"], f"{place}.start", place_number),
        shift=shift,
        skills=frozenset(form.get("skills") or ()),
        drives=form.get("drives", False),
    )


def _apart(pairs: Sequence[Sequence[str]], collectors: Sequence[DayCollector]) -> frozenset[frozenset[str]]:
    known = {collector.id for collector in collectors}
    for number, pair in enumerate(pairs):
        place = f"not_together[{number}]"
        if pair[0] == pair[1]:
            raise BadInput("planning.apart_from_self", place=place, value=pair[0])
        for identity in pair:
            if known and identity not in known:
                raise BadInput("planning.unknown_collector", place=place, value=identity)
    return frozenset(frozenset(pair) for pair in pairs)


def _matrix(form: Form | None, size: int) -> Matrix | None:
    if form is None:
        return None
    metres = form.get("metres")
    return Matrix(
        seconds=_square(form["seconds"], "matrix.seconds", size),
        metres=None if metres is None else _square(metres, "matrix.metres", size),
    )


def _square(rows: object, place: str, size: int) -> tuple[tuple[int | None, ...], ...]:
    """A square of whole numbers or None.

    Written by hand for speed: a schema validator needs a minute for the million numbers of a thousand places.
    """
    if not isinstance(rows, list) or len(rows) != size:
        raise BadInput("planning.matrix_shape", place=place, value=size)
    return tuple(_row(row, f"{place}[{i}]", size) for i, row in enumerate(rows))


def _row(row: object, place: str, size: int) -> tuple[int | None, ...]:
    if not isinstance(row, list) or len(row) != size:
        raise BadInput("planning.matrix_shape", place=place, value=size)
    if set(map(type, row)) == {int} and min(row) >= 0 and max(row) <= LONGEST_TRAVEL:
        return tuple(row)
    return tuple(_cell(cell, f"{place}[{i}]") for i, cell in enumerate(row))


def _cell(cell: object, place: str) -> int | None:
    if cell is None:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not (0 <= cell <= LONGEST_TRAVEL):
        raise BadInput("planning.matrix_cell", place=place, value=cell)
    return ceil(cell) if isfinite(cell) else None


def _check_references(problem: DayProblem) -> None:
    numbers = {visit.id: number for number, visit in enumerate(problem.visits)}
    for number, visit in enumerate(problem.visits):
        if visit.team is not None and visit.team not in problem.team_of:
            raise BadInput("planning.unknown_team", place=f"visits[{number}].team", value=visit.team)
        if visit.after is not None and visit.after not in numbers:
            raise BadInput("planning.unknown_visit", place=f"visits[{number}].after", value=visit.after)
    done: set[str] = set()
    for number, visit in enumerate(problem.visits):
        chain: list[str] = []
        at: str | None = visit.id
        while at is not None and at not in done:
            if at in chain:
                raise BadInput("planning.after_cycle", place=f"visits[{number}].after", value=" → ".join([*chain, at]))
            chain.append(at)
            at = problem.visit_of[at].after
        done.update(chain)
