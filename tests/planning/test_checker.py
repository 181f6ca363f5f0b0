"""The independent checker, on plans worked out by hand: each rule kept, and broken by one second."""

from typing import Any

import pytest

from tests.planning.days import Form, line_day, plan_of, problem_of, route, team, visit
from visitdesk.planning.checker import Finding, check_plan
from visitdesk.planning.model import DayProblem

ONE = [("VA", "08:10", "08:10", "08:20")]
"""Place A is ten minutes from the depot, the stay lasts ten."""


def found(form: Form, routes: list[Form], unassigned: list[str] | None = None, **more: Any) -> Finding:
    problem = problem_of(form)
    return check_plan(problem, plan_of(problem, routes, unassigned or [], **more))


def codes(form: Form, routes: list[Form], unassigned: list[str] | None = None, **more: Any) -> list[str]:
    return [item.code for item in found(form, routes, unassigned, **more).violations]


def one_visit(**more: object) -> Form:
    return line_day([visit("VA", "A", **more)], [team("T1")])


def test_that_a_plain_route_is_feasible_and_its_figures_are_recomputed() -> None:
    answer = found(one_visit(priority=7), [route("T1", "08:00", ONE, "08:30")])
    assert answer.is_feasible
    assert (answer.totals.travel_seconds, answer.totals.metres) == (1200, 2000)
    assert (answer.totals.served, answer.totals.priority_served) == (1, 7)
    assert answer.totals.worked_minutes_std == 0


def test_that_idle_teams_count_as_zero_hours_in_the_spread() -> None:
    form = line_day([visit("VA", "A")], [team("T1"), team("T2")])
    assert found(form, [route("T1", "08:00", ONE, "08:30")]).totals.worked_minutes_std == 15.0


@pytest.mark.parametrize(
    ("leave", "stop", "back", "code"),
    [
        ("07:59", ("08:10", "08:10", "08:20"), "08:30", "shift_start"),
        ("08:00", ("08:09", "08:10", "08:20"), "08:30", "arrive_early"),
        ("08:00", ("08:09:59", "08:10", "08:20"), "08:30", "arrive_early"),
        ("08:00", ("08:10", "08:09", "08:20"), "08:30", "start_early"),
        ("08:00", ("08:10", "08:10", "08:19"), "08:30", "stay_short"),
        ("08:00", ("08:10", "08:10", "08:19:59"), "08:30", "stay_short"),
        ("08:00", ("08:10", "08:10", "08:20"), "08:29", "back_early"),
        ("17:31", ("17:41", "17:41", "17:51"), "18:01", "shift_end"),
    ],
)
def test_that_one_minute_or_exact_second_too_little_is_found(
    leave: str, stop: tuple[str, str, str], back: str, code: str
) -> None:
    assert codes(one_visit(), [route("T1", leave, [("VA", *stop)], back)]) == [code]


def test_that_leaving_and_coming_back_on_the_shift_s_last_second_is_allowed() -> None:
    assert codes(one_visit(), [route("T1", "17:30", [("VA", "17:40", "17:40", "17:50")], "18:00")]) == []


def test_that_later_than_needed_is_allowed_everywhere() -> None:
    assert codes(one_visit(), [route("T1", "08:05", [("VA", "08:40", "09:00", "09:30")], "11:00")]) == []


def test_that_times_rounded_to_the_minute_pass_whether_cut_or_rounded_up() -> None:
    form = line_day([visit("VA", "A"), visit("VB", "B")], [team("T1")])
    form["matrix"]["seconds"] = [[0 if i == j else 590 for j in range(5)] for i in range(5)]
    cut = [("VA", "08:09", "08:09", "08:19"), ("VB", "08:29", "08:29", "08:39")]
    assert codes(form, [route("T1", "08:00", cut, "08:49")]) == []
    up = [("VA", "08:10", "08:10", "08:20"), ("VB", "08:30", "08:30", "08:40")]
    assert codes(form, [route("T1", "08:00", up, "08:50")]) == []


def test_that_rounding_errors_do_not_add_up_along_a_route() -> None:
    form = line_day([visit(f"V{n}", "A", service_minutes=0) for n in range(4)], [team("T1")])
    form["matrix"]["seconds"] = [[59] * 5 for _ in range(5)]
    stops = [(f"V{n}", "08:00", "08:00", "08:00") for n in range(4)]
    assert "arrive_early" in codes(form, [route("T1", "08:00", stops, "08:05")])


@pytest.mark.parametrize(("start", "fits"), [("08:59", False), ("09:00", True), ("10:00", True), ("10:01", False)])
def test_that_a_stay_begins_inside_one_of_its_windows(start: str, fits: bool) -> None:  # noqa: FBT001
    form = one_visit(windows=[["09:00", "10:00"], ["14:00", "15:00"]])
    assert (codes(form, [route("T1", "08:00", [("VA", "08:10", start, "11:00")], "12:00")]) == []) is fits


def test_that_the_second_window_counts_and_the_stay_may_run_past_its_end() -> None:
    form = one_visit(windows=[["09:00", "10:00"], ["14:00", "15:00"]], service_minutes=60)
    assert codes(form, [route("T1", "13:00", [("VA", "13:10", "15:00", "16:00")], "16:10")]) == []


def test_that_a_null_pair_is_no_road() -> None:
    form = one_visit()
    form["matrix"]["seconds"][1][0] = None
    assert codes(form, [route("T1", "08:00", ONE, "09:30")]) == ["unreachable"]


def test_that_an_open_route_needs_no_way_home() -> None:
    form = line_day([visit("VA", "A")], [team("T1", end=None)])
    form["matrix"]["seconds"][1][0] = None
    assert codes(form, [route("T1", "08:00", ONE, "08:20")]) == []
    assert found(form, [route("T1", "08:00", ONE, "08:20")]).totals.travel_seconds == 600


def test_that_skills_locks_and_the_number_of_visits_are_kept() -> None:
    teams = [team("T1", skills=["female"], max_visits=1), team("T2")]
    form = line_day([visit("VA", "A", needs=["female", "cantonese"]), visit("VB", "A", team="T2")], teams)
    stops = [*ONE, ("VB", "08:20", "08:20", "08:30")]
    assert codes(form, [route("T1", "08:00", stops, "08:40")]) == ["skill", "locked", "max_visits"]


def test_that_after_means_immediately_before_by_the_same_team() -> None:
    form = line_day([visit("VA", "A"), visit("VB", "A", after="VA"), visit("VC", "A")], [team("T1"), team("T2")])
    first, second, third = ("08:10", "08:10", "08:20"), ("08:20", "08:20", "08:30"), ("08:30", "08:30", "08:40")
    good = [("VA", *first), ("VB", *second), ("VC", *third)]
    between = [("VA", *first), ("VC", *second), ("VB", *third)]
    assert codes(form, [route("T1", "08:00", good, "08:50")]) == []
    assert codes(form, [route("T1", "08:00", between, "08:50")]) == ["after"]
    alone = [route("T1", "08:00", [("VA", *first)], "08:30"), route("T2", "08:00", [("VB", *first)], "08:30")]
    assert codes(form, alone, ["VC"]) == ["after"]
    assert codes(form, [route("T1", "08:00", [("VA", *first)], "08:30")], ["VB", "VC"]) == []


def test_that_every_visit_is_routed_once_or_left_out() -> None:
    form = line_day([visit("VA", "A"), visit("VB", "B")], [team("T1")])
    one = route("T1", "08:00", ONE, "08:30")
    assert codes(form, [one]) == ["visit_missing"]
    assert codes(form, [one], ["VA", "VB"]) == ["routed_and_left_out"]
    assert codes(form, [one], ["VB", "VB"]) == ["left_out_twice"]
    assert codes(form, [one], ["VB", "VX"]) == ["unknown_visit"]
    twice = [*ONE, ("VA", "08:20", "08:20", "08:30")]
    assert codes(form, [route("T1", "08:00", twice, "08:40")], ["VB"]) == ["visit_twice"]


def test_that_routes_belong_to_known_teams_once_each() -> None:
    form = line_day([visit("VA", "A"), visit("VB", "A")], [team("T1")])
    assert codes(form, [route("TX", "08:00", ONE, "08:30")], ["VB"]) == ["unknown_team"]
    other = route("T1", "09:00", [("VB", "09:10", "09:10", "09:20")], "09:30")
    assert codes(form, [route("T1", "08:00", ONE, "08:30"), other]) == ["team_twice"]


def test_that_a_mandatory_visit_is_left_out_only_where_no_team_can_make_it() -> None:
    can = line_day([visit("VA", "A", optional=False)], [team("T1")])
    assert codes(can, [], ["VA"]) == ["mandatory"]
    cannot = line_day([visit("VA", "A", optional=False, needs=["female"])], [team("T1")])
    assert codes(cannot, [], ["VA"]) == []
    window = [["08:10", "08:10"]]
    rivals = [visit("VA", "A", optional=False, windows=window), visit("VB", "A", optional=False, windows=window)]
    assert codes(line_day(rivals, [team("T1")]), [route("T1", "08:00", ONE, "08:30")], ["VB"]) == []
    rivals[0]["optional"] = True
    assert codes(line_day(rivals, [team("T1")]), [route("T1", "08:00", ONE, "08:30")], ["VB"]) == ["mandatory"]


PAUSE = {"minutes": 45, "window": ["11:30", "13:30"]}


def with_break(**more: object) -> Form:
    return line_day([visit("VA", "A"), visit("VB", "A")], [team("T1", **{"break": PAUSE, **more})])


def lunch(pause: list[str] | None, first: tuple[str, str, str], second: tuple[str, str, str], back: str) -> list[Form]:
    return [route("T1", "11:00", [("VA", *first), ("VB", *second)], back, pause)]


def test_that_a_break_is_owed_only_where_the_route_spans_its_whole_window() -> None:
    early, late = ("11:10", "11:10", "11:20"), ("13:09", "13:09", "13:19")
    assert codes(with_break(), lunch(None, early, late, "13:29")) == []
    late = ("13:10", "13:10", "13:20")
    assert codes(with_break(), lunch(None, early, late, "13:30")) == ["break_missing"]
    assert codes(with_break(), lunch(["12:00", "12:45"], early, late, "13:30")) == []


def test_that_a_break_not_owed_by_a_second_is_not_missed_once_the_plan_is_rounded() -> None:
    form = line_day([visit("VA", "A")], [team("T1", **{"break": PAUSE})])
    form["matrix"]["seconds"][0][1] = form["matrix"]["seconds"][1][0] = 641
    for leave, arrive, away, back in (
        ("11:30:01", "11:40:42", "11:50:42", "13:45:23"),
        ("11:30", "11:40", "11:50", "13:45"),
    ):
        assert codes(form, [route("T1", leave, [("VA", arrive, arrive, away)], back)]) == []
    assert codes(form, [route("T1", "11:30", [("VA", "11:41", "11:41", "11:51")], "13:45")]) == ["break_missing"]


def test_that_a_break_nobody_asked_for_lies_outside_every_stay_too() -> None:
    form = line_day([visit("VA", "A")], [team("T1")])
    stop = [("VA", "08:10", "08:10", "08:20")]
    assert codes(form, [route("T1", "08:00", stop, "08:45", ["08:15", "08:30"])]) == ["break_in_stay"]
    assert codes(form, [route("T1", "08:00", stop, "08:45", ["08:20", "08:35"])]) == []


def test_that_the_break_begins_inside_its_window_and_is_long_enough() -> None:
    early, late = ("11:10", "11:10", "11:20"), ("14:30", "14:30", "14:40")
    for pause, expected in (
        (["11:30", "12:15"], []),
        (["13:30", "14:15"], []),
        (["11:29", "12:14"], ["break_window"]),
        (["13:31", "14:16"], ["break_window"]),
        (["12:00", "12:44"], ["break_short"]),
    ):
        assert codes(with_break(), lunch(pause, early, late, "14:50")) == expected


def test_that_the_break_lies_outside_every_stay_and_costs_its_time_on_the_road() -> None:
    early, late = ("11:10", "11:10", "11:20"), ("12:20", "12:20", "12:30")
    inside = lunch(["11:40", "12:25"], early, late, "13:40")
    assert "break_in_stay" in codes(with_break(), inside)
    no_time = [route("T1", "11:00", [("VA", *early), ("VB", "11:20", "11:20", "11:30")], "12:20", ["11:30", "12:15"])]
    assert codes(with_break(), no_time) == ["back_early"]
    on_the_road = [
        route("T1", "11:00", [("VA", *early), ("VB", "11:20", "11:20", "11:30")], "12:25", ["11:35", "12:20"])
    ]
    assert codes(with_break(), on_the_road) == []


COLLECTORS = [
    {"id": "C1", "skills": ["female"], "drives": True, "start": "D", "shift": ["08:00", "17:00"]},
    {"id": "C2", "skills": [], "drives": False, "start": "A", "shift": ["09:00", "18:00"]},
    {"id": "C3", "skills": [], "drives": True, "start": "B", "shift": ["09:00", "18:00"]},
    {"id": "C4", "skills": [], "drives": False, "start": "B", "shift": ["17:00", "18:00"]},
]


def composed(**more: object) -> Form:
    return {
        "id": "T1",
        "members": ["C1", "C2"],
        "skills": ["female"],
        "start": "D",
        "end": "D",
        "shift": ["09:00", "17:00"],
        "break": None,
        "max_visits": None,
        **more,
    }


def test_that_a_team_composed_by_the_rules_passes() -> None:
    form = line_day([], [], collectors=COLLECTORS, not_together=[["C1", "C3"]])
    assert codes(form, [], teams=[composed()]) == []


@pytest.mark.parametrize(
    ("team_form", "code"),
    [
        (composed(members=["C2", "C4"], skills=[], start="A", end="A", shift=["17:00", "18:00"]), "no_driver"),
        (composed(members=["C1"], shift=["08:00", "17:00"]), "team_size"),
        (composed(members=["C1", "C9"]), "unknown_collector"),
        (composed(members=["C1", "C3"]), "not_together"),
        (composed(members=["C1", "C4"], shift=["17:00", "18:00"]), "team_shift"),
        (composed(shift=["08:00", "17:00"]), "team_shift"),
        (composed(skills=["female", "cantonese"]), "team_skills"),
        (composed(start="A", end="A"), "team_start"),
        (composed(end=None), "team_start"),
        (composed(max_visits=3), "team_extra"),
    ],
)
def test_that_a_team_composed_against_a_rule_is_found(team_form: Form, code: str) -> None:
    form = line_day([], [], collectors=COLLECTORS, not_together=[["C1", "C3"]])
    assert codes(form, [], teams=[team_form]) == [code]


def test_that_a_collector_in_two_teams_is_found() -> None:
    form = line_day([], [], collectors=COLLECTORS)
    other = composed(id="T2", members=["C3", "C2"], skills=[], start="B", end="B", shift=["09:00", "18:00"])
    assert set(codes(form, [], teams=[composed(), other])) == {"collector_twice"}


def test_that_the_checker_needs_no_more_of_a_plan_than_routes_and_visits_left_out() -> None:
    problem: DayProblem = problem_of(one_visit())
    stop = {"visit": "VA", "arrive": "08:10", "start": "08:10", "leave": "08:20"}
    assert check_plan(problem, plan_of(problem, [{"team": "T1", "stops": [stop]}], [])).is_feasible
