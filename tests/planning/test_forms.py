"""The forms: what is refused, in which words, and what the clock of odd days does."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date

import pytest

from tests.planning.days import Form, line_day, plan_of, problem_of, route, team, visit
from visitdesk.errors import BadInput
from visitdesk.geo.distance import great_circle_m
from visitdesk.planning.checker import check_plan
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.model import TravelSource
from visitdesk.planning.problem_form import parse_problem
from visitdesk.planning.solver import Budget, solve
from visitdesk.planning.stored_form import problem_form
from visitdesk.wording import Lang, sentence_of

GOOD = line_day(
    [visit("VA", "A"), visit("VB", "B", after="VA", team="T1")],
    [team("T1", members=["C1"], **{"break": {"minutes": 45, "window": ["11:30", "13:30"]}})],
)


def changed(change: Callable[[Form], object]) -> Form:
    form = deepcopy(GOOD)
    change(form)
    return form


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (lambda f: f["visits"][1].update(place="Z"), "unknown_place", "visits[1].place"),
        (lambda f: f["visits"][1].update(team="Z"), "unknown_team", "visits[1].team"),
        (lambda f: f["visits"][1].update(after="Z"), "unknown_visit", "visits[1].after"),
        (lambda f: f["visits"][0].update(after="VB"), "after_cycle", "visits[0].after"),
        (lambda f: f["visits"][1].update(id="VA"), "duplicate_id", "visits[1].id"),
        (lambda f: f["places"][4].update(id="D"), "duplicate_id", "places[4].id"),
        (lambda f: f["teams"].append(f["teams"][0]), "duplicate_id", "teams[1].id"),
        (lambda f: f["teams"][0].update(start="Z"), "unknown_place", "teams[0].start"),
        (lambda f: f["teams"][0].update(end="Z"), "unknown_place", "teams[0].end"),
        (lambda f: f["teams"][0].update(shift=["09:00", "09:00"]), "span_reversed", "teams[0].shift"),
        (lambda f: f["teams"][0]["break"].update(window=["13:00", "12:59"]), "span_reversed", "teams[0].break.window"),
        (lambda f: f["visits"][0].update(windows=[["09:00", "08:59"]]), "span_reversed", "visits[0].windows[0]"),
        (lambda f: f["visits"][0].update(windows=[["24:00", "24:00"]]), "span_reversed", "visits[0].windows[0]"),
        (lambda f: f["visits"][0].update(windows=[["9:00", "10:00"]]), "not_a_time", "visits[0].windows[0][0]"),
        (lambda f: f["visits"][0].update(windows=[["０9:00", "10:00"]]), "not_a_time", "visits[0].windows[0][0]"),
        (lambda f: f["visits"][0].update(windows=[["09:00\n", "10:00"]]), "not_a_time", "visits[0].windows[0][0]"),
        (lambda f: f["visits"][0].update(windows=[]), "no_window", "visits[0].windows"),
        (lambda f: f["matrix"]["seconds"].pop(), "matrix_shape", "matrix.seconds"),
        (lambda f: f["matrix"]["metres"][3].pop(), "matrix_shape", "matrix.metres[3]"),
        (lambda f: f["matrix"]["seconds"][3].__setitem__(1, -1), "matrix_cell", "matrix.seconds[3][1]"),
        (lambda f: f["matrix"]["seconds"][3].__setitem__(1, True), "matrix_cell", "matrix.seconds[3][1]"),
        (lambda f: f["matrix"]["seconds"][3].__setitem__(1, "60"), "matrix_cell", "matrix.seconds[3][1]"),
        (lambda f: f["matrix"]["seconds"][3].__setitem__(1, float("nan")), "matrix_cell", "matrix.seconds[3][1]"),
        (lambda f: f.pop("matrix"), "no_coordinates", "places[0]"),
        (lambda f: f["places"][0].update(lat=1.0), "no_coordinates", "places[0]"),
        (lambda f: f.update(date="2026-02-29"), "not_a_day", "date"),
        (lambda f: f.update(date="1969-12-31"), "not_a_day", "date"),
        (lambda f: f.update(time_zone="Asia/Nowhere"), "unknown_zone", "time_zone"),
        (lambda f: f.update(time_zone="/etc/passwd"), "unknown_zone", "time_zone"),
        (lambda f: f.update(teams=[]), "teams_none", "teams"),
        (
            lambda f: f.update(collectors=[{"id": "C1", "start": "D", "shift": ["08:00", "09:00"]}]),
            "teams_both",
            "teams",
        ),
    ],
)
def test_that_a_contradiction_is_one_sentence_with_its_place(
    change: Callable[[Form], object], code: str, place: str
) -> None:
    with pytest.raises(BadInput) as refused:
        parse_problem(changed(change))
    assert (refused.value.code, refused.value.facts["place"]) == (f"planning.{code}", place)
    for lang in Lang:
        assert place in sentence_of(refused.value, lang)


def test_that_the_good_form_comes_back_the_same_from_storage() -> None:
    problem = problem_of(GOOD)
    assert parse_problem(problem_form(problem)) == problem


def test_that_seconds_with_a_fraction_count_as_the_next_whole_second() -> None:
    form = changed(lambda f: f["matrix"]["seconds"][0].__setitem__(1, 600.2))
    matrix = problem_of(form).matrix
    assert matrix is not None
    assert matrix.seconds[0][1] == 601


def test_that_windows_that_touch_or_overlap_are_one() -> None:
    form = changed(
        lambda f: f["visits"][0].update(windows=[["10:00", "11:00"], ["08:00", "10:00"], ["10:30", "12:00"]])
    )
    (window,) = problem_of(form).visits[0].windows
    assert (window.start, window.end) == (8 * 3600, 12 * 3600)


def test_that_without_a_matrix_travel_is_an_estimate_and_says_so() -> None:
    form = changed(lambda f: f.pop("matrix"))
    for number, place in enumerate(form["places"]):
        place.update(lat=22.5 + number / 50, lon=114.0)
    problem = problem_of(form)
    assert problem.travel is TravelSource.ESTIMATE
    assert problem.matrix is not None
    assert problem.matrix.metres is not None
    here, there = problem.places[0].point, problem.places[1].point
    assert here is not None
    assert there is not None
    assert problem.matrix.metres[0][1] == round(1.35 * great_circle_m(here, there))
    legs = problem.matrix.seconds[0]
    assert legs[0] == 0
    assert list(legs) == sorted(leg for leg in legs if leg is not None)
    assert solve(problem, budget=Budget(iterations=10), may_use_native=False).travel is TravelSource.ESTIMATE


def test_that_places_of_another_datum_are_brought_to_one() -> None:
    def day(datum: str) -> Form:
        form = changed(lambda f: f.pop("matrix"))
        for number, place in enumerate(form["places"]):
            place.update(lat=22.5 + number / 50, lon=114.0, datum=datum if number == 0 else "wgs84")
        return form

    plain, mixed = problem_of(day("wgs84")).matrix, problem_of(day("gcj02")).matrix
    assert plain is not None
    assert mixed is not None
    assert plain.seconds[1][2] == mixed.seconds[1][2]
    assert plain.seconds[0][1] != mixed.seconds[0][1]


SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""Days of the change of clocks in Berlin."""


def test_that_elapsed_time_is_counted_on_days_when_the_clock_jumps() -> None:
    for day, ten in ((SPRING, 9 * 3600), (AUTUMN, 11 * 3600)):
        clock = DayClock(day, "Europe/Berlin")
        assert clock.seconds("10:00", place="") == ten
        assert clock.text(ten) == "10:00"
        assert clock.text(clock.seconds("24:00", place="")) == "24:00"
    assert DayClock(SPRING, "Europe/Berlin").seconds("24:00", place="") == 23 * 3600


def test_that_a_time_that_comes_twice_is_read_as_the_first_not_going_back() -> None:
    clock = DayClock(AUTUMN, "Europe/Berlin")
    assert clock.seconds("02:30", place="") == int(2.5 * 3600)
    assert clock.seconds("02:30", place="", not_before=3 * 3600) == int(3.5 * 3600)
    assert clock.text(int(3.5 * 3600)) == "02:30"


def test_that_a_route_over_the_hour_that_comes_twice_is_checked_right() -> None:
    form = line_day([visit("VA", "A")], [team("T1", shift=["00:00", "24:00"])], minutes=50)
    form |= {"date": AUTUMN.isoformat(), "time_zone": "Europe/Berlin"}
    problem = problem_of(form)
    stops = [("VA", "02:20", "02:20", "02:30")]
    for back, fits in (("02:20", True), ("02:19", False)):
        assert check_plan(problem, plan_of(problem, [route("T1", "01:30", stops, back)], [])).is_feasible is fits


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (1, "00:00:01"), (86_399, "23:59:59"), (86_400, "24:00")])
def test_that_seconds_are_written_only_where_there_are_some(seconds: int, text: str) -> None:
    clock = DayClock(date(2026, 11, 25), "Asia/Shanghai")
    assert clock.text(seconds) == text
    assert clock.seconds(text, place="") == seconds


def test_that_a_break_over_the_hour_that_comes_twice_is_read_from_its_length() -> None:
    pause = {"minutes": 60, "window": ["02:00", "02:50"]}
    form = line_day([visit("VA", "A")], [team("T1", shift=["00:00", "24:00"], **{"break": pause})], minutes=60)
    form |= {"date": AUTUMN.isoformat(), "time_zone": "Europe/Berlin"}
    problem = problem_of(form)
    plan = plan_of(
        problem, [route("T1", "01:30", [("VA", "02:30", "02:30", "02:40")], "03:40", ["02:00", "02:00"])], []
    )
    assert plan.routes[0].pause is not None
    assert plan.routes[0].pause.end - plan.routes[0].pause.start == 3600
    assert plan.routes[0].stops[0].arrive == int(3.5 * 3600)
    assert check_plan(problem, plan).is_feasible


def test_that_a_window_the_clock_jumps_into_begins_no_later_than_it_ends() -> None:
    form = line_day([visit("VA", "A", windows=[["02:50", "03:20"]])], [team("T1")])
    form |= {"date": SPRING.isoformat(), "time_zone": "Europe/Berlin"}
    (window,) = problem_of(form).visits[0].windows
    assert window.start <= window.end == 2 * 3600 + 20 * 60
