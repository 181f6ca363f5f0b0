"""Days for the tests: small ones written by hand, and random ones with every rule of the form."""

from random import Random
from typing import Any

from visitdesk.planning.model import DayPlan, DayProblem
from visitdesk.planning.plan_form import parse_plan
from visitdesk.planning.problem_form import parse_problem
from visitdesk.planning.travel import with_travel

Form = dict[str, Any]

SKILLS = ("female", "cantonese", "sign_language")


def wall(minutes: int) -> str:
    """Minutes since midnight as wall-clock time."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def visit(identity: str, place: str, **more: object) -> Form:
    """A visit of ten minutes, whenever the team likes."""
    return {"id": identity, "place": place, "service_minutes": 10, "windows": [["00:00", "24:00"]], **more}


def team(identity: str, **more: object) -> Form:
    """A team that leaves from and returns to place `D`, 08:00–18:00."""
    return {"id": identity, "start": "D", "end": "D", "shift": ["08:00", "18:00"], **more}


def line_day(visits: list[Form], teams: list[Form], *, minutes: int = 10, places: int = 5, **more: object) -> Form:
    """Places `D`, `A`, `B`, … in a row, `minutes` of driving between neighbours."""
    names = ["D", *"ABCDEFGHIJ".replace("D", "")][:places]
    return {
        "version": 1,
        "date": "2026-11-25",
        "time_zone": "Asia/Shanghai",
        "places": [{"id": name} for name in names],
        "matrix": {
            "seconds": [[abs(i - j) * minutes * 60 for j in range(places)] for i in range(places)],
            "metres": [[abs(i - j) * 1000 for j in range(places)] for i in range(places)],
        },
        "visits": visits,
        "teams": teams,
        **more,
    }


def problem_of(form: Form) -> DayProblem:
    """The form as nouns, with its travel times."""
    return with_travel(parse_problem(form))


def plan_of(problem: DayProblem, routes: list[Form], unassigned: list[str], **more: object) -> DayPlan:
    """A plan as a stranger would hand it in."""
    return parse_plan({"routes": routes, "unassigned": [{"visit": name} for name in unassigned], **more}, problem)


def route(
    name: str, leave: str, stops: list[tuple[str, str, str, str]], back: str, pause: list[str] | None = None
) -> Form:
    """A route: stops are (visit, arrive, start, leave)."""
    return {
        "team": name,
        "leave": leave,
        "stops": [dict(zip(("visit", "arrive", "start", "leave"), stop, strict=True)) for stop in stops],
        "break": pause,
        "back": back,
    }


def random_day(seed: int, *, most_visits: int = 12, most_teams: int = 4) -> Form:
    """A day with every rule in it: locks, chains, null pairs, breaks, open ends, odd shifts, mandatory visits."""
    r = Random(seed)
    places = r.randint(1, 8)
    visits = [_random_visit(r, number, places) for number in range(r.randint(0, most_visits))]
    form: Form = {
        "version": 1,
        "date": r.choice(["2026-11-25", "2026-03-29", "2026-10-25"]),
        "time_zone": r.choice(["Asia/Shanghai", "Europe/Berlin"]),
        "places": [{"id": f"P{i}", "lat": 22.5 + r.random() / 5, "lon": 114 + r.random() / 5} for i in range(places)],
        "visits": visits,
        "mode": r.choice(["serve_all", "worth_the_trip"]),
        "minutes_per_priority": r.choice([0, 0.5, 3]),
        "fairness": r.choice([0.0, 0.0, 0.5, 1.0]),
    }
    if r.random() < 0.7:
        form["matrix"] = _random_matrix(r, places)
    if r.random() < 0.25:
        form["collectors"] = [_random_collector(r, number, places) for number in range(r.randint(1, 2 * most_teams))]
        form["team_size"] = r.choice([1, 2, 2, 3])
        names = [item["id"] for item in form["collectors"]]
        form["not_together"] = [r.sample(names, 2) for _ in range(r.randint(0, 3)) if len(names) > 1]
        return form
    form["teams"] = [_random_team(r, number, places) for number in range(r.randint(1, most_teams))]
    for item in visits:
        if r.random() < 0.15:
            item["team"] = r.choice(form["teams"])["id"]
        earlier = [other["id"] for other in visits if other["id"] < item["id"]]
        if earlier and r.random() < 0.15:
            item["after"] = r.choice(earlier)
    return form


def _random_visit(r: Random, number: int, places: int) -> Form:
    windows = []
    for _ in range(r.choice([1, 1, 2, 3])):
        start = r.randint(7 * 60, 19 * 60)
        windows.append([wall(start), wall(min(24 * 60, start + r.choice([0, 15, 60, 180, 600])))])
    return {
        "id": f"V{number:02d}",
        "place": f"P{r.randrange(places)}",
        "service_minutes": r.choice([0, 5, 20, 45, 12.5]),
        "windows": windows,
        "needs": r.sample(SKILLS, r.choice([0, 0, 0, 0, 1])),
        "priority": r.randint(1, 100),
        "optional": r.random() > 0.2,
    }


def _random_team(r: Random, number: int, places: int) -> Form:
    start = r.randint(6 * 60, 12 * 60)
    begin = r.randint(10 * 60, 14 * 60)
    pause = {"minutes": r.choice([15, 45, 60]), "window": [wall(begin), wall(begin + r.choice([0, 30, 120]))]}
    return {
        "id": f"T{number}",
        "skills": r.sample(SKILLS, r.randint(1, 3)),
        "start": f"P{r.randrange(places)}",
        "end": r.choice([None, f"P{r.randrange(places)}", f"P{r.randrange(places)}"]),
        "shift": [wall(start), wall(min(24 * 60, start + r.choice([60, 300, 540, 720])))],
        "break": r.choice([None, pause, pause]),
        "max_visits": r.choice([None, None, 0, 1, 3]),
    }


def _random_collector(r: Random, number: int, places: int) -> Form:
    start = r.randint(7 * 60, 10 * 60)
    return {
        "id": f"C{number}",
        "skills": r.sample(SKILLS, r.randint(0, 2)),
        "drives": r.random() < 0.6,
        "start": f"P{r.randrange(places)}",
        "shift": [wall(start), wall(start + r.choice([120, 480, 600]))],
    }


def _random_matrix(r: Random, places: int) -> Form:
    def cell(i: int, j: int) -> int | None:
        return 0 if i == j else None if r.random() < 0.08 else r.randint(30, 3600)

    seconds = [[cell(i, j) for j in range(places)] for i in range(places)]
    metres = [[None if value is None else value * 8 for value in row] for row in seconds]
    return {"seconds": seconds, "metres": r.choice([metres, None])}
