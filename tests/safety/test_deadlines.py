"""Deadlines at their boundaries: one second before and at each instant (reference safety §3.2)."""

import pytest

from tests.safety.scene import alarms, both, lines_of, phone, publish, refused, resolve, run, s, word
from tests.safety.sequences import START, Event

SET_OUT = [publish(), word("departed", "09:00", with_partner=True)]
ARRIVED = [*SET_OUT, *both("arrived", "09:20")]


def to(leg: str) -> list[Event]:
    """Both in that leg, entered at 09:30."""
    return (
        [*ARRIVED, word(leg, "09:24", with_partner=True)]
        if leg in {"at_door", "inside"}
        else [*ARRIVED, *both(leg, "09:24")]
    )


@pytest.mark.parametrize(
    ("leg", "reminder", "due", "overdue"),
    [
        ("on_the_way", "09:25:00", "09:30:00", "09:40:00"),
        ("arrived", "09:24:00", "09:25:00", "09:30:00"),
        ("at_door", "09:36:00", "09:39:00", "09:41:00"),
        ("inside", "09:41:00", "09:44:00", "09:46:00"),
        ("left", "09:32:00", "09:34:00", "09:39:00"),
    ],
)
def test_that_each_leg_reminds_is_due_and_alarms_at_its_own_instants(
    leg: str, reminder: str, due: str, overdue: str
) -> None:
    events = {"on_the_way": SET_OUT, "arrived": ARRIVED}.get(leg) or to(leg)
    found = [(at, what) for at, what, kind, who in run(events, until=overdue) if who == "C1" and kind == "overdue"]
    assert found[-3:] == [(reminder, "reminder"), (due, "due"), (overdue, "alarm")]


@pytest.mark.parametrize(
    ("leg", "last_quiet", "overdue", "priority"),
    [
        ("on_the_way", "09:39:59", "09:40:00", 2),
        ("arrived", "09:29:59", "09:30:00", 2),
        ("at_door", "09:40:59", "09:41:00", 1),
        ("inside", "09:45:59", "09:46:00", 1),
        ("left", "09:38:59", "09:39:00", 2),
    ],
)
def test_that_one_second_before_the_grace_ends_nothing_is_raised(
    leg: str, last_quiet: str, overdue: str, priority: int
) -> None:
    events = {"on_the_way": SET_OUT, "arrived": ARRIVED}.get(leg) or to(leg)
    assert alarms(events, until=last_quiet) == []
    lines, _ = lines_of(events, until=overdue)
    assert [(line.priority, line.leg) for line in lines if line.what == "alarm"] == [(priority, leg), (priority, leg)]


@pytest.mark.parametrize(("travel", "due"), [(0, "09:15:00"), (10, "09:15:00"), (11, "09:16:30"), (40, "10:00:00")])
def test_that_the_way_takes_one_and_a_half_times_the_plan_but_never_less_than_a_quarter_hour(
    travel: int, due: str
) -> None:
    found = run(publish(travel_minutes=travel), word("departed", "09:00"), until="11:00")
    assert (due, "due", "overdue", "C1") in found


def test_that_a_high_safety_level_halves_door_and_inside_and_nothing_else() -> None:
    high = [publish(level="high"), word("departed", "09:00"), word("arrived", "09:10"), word("at_door", "09:12")]
    found = run(high, until="09:30")
    assert [at for at, what, _, who in found if who == "C1" and what == "due"] == ["09:19:30"]
    assert [at for at, what, _, who in found if who == "C1" and what == "reminder"] == ["09:16:30"]
    assert [at for at, what, _, who in found if who == "C1" and what == "alarm"] == ["09:21:30"]
    assert ("09:22:00", "due", "overdue", "C1") in run(high[:3], word("inside", "09:12"), until="09:30")
    assert ("09:15:00", "due", "overdue", "C1") in run(high[:3], until="09:30")


def test_that_a_word_at_the_very_instant_of_the_alarm_comes_too_late() -> None:
    before = [*to("at_door"), word("fine", "09:40:59", with_partner=True)]
    at = [*to("at_door"), word("fine", "09:41:00", with_partner=True)]
    assert alarms(before, until="09:50") == []
    assert [who for _, _, who in alarms(at, until="09:50")] == ["C1", "C2"]


def test_that_extensions_add_a_quarter_hour_twice_per_leg_and_then_only_by_the_officer() -> None:
    days = [publish(), phone("departed", "09:00", 1)]
    asked = [phone("extension", f"09:0{n}", n + 1) for n in (1, 2, 3)]
    lines, state = lines_of(days, asked, until="09:10")
    assert [line.rule for line in lines if line.what == "note"] == ["note.extensions_used_up"]
    assert _due(state) == s("10:00")
    _, state = lines_of(days, asked, word("extension", "09:05"), until="09:10")
    assert _due(state) == s("10:15")
    _, state = lines_of(days, asked, phone("arrived", "09:06", 5), phone("extension", "09:07", 6), until="09:10")
    assert _due(state) == s("09:26")


def _due(state: object) -> int:
    watch = state.watches["V1", "C1"]  # type: ignore[attr-defined]
    return int((watch.deadline.due - START).total_seconds())


def test_that_fine_buys_a_whole_interval_anew_but_no_new_extensions() -> None:
    events = [publish(), phone("departed", "09:00", 1), phone("extension", "09:01", 2), phone("extension", "09:02", 3)]
    _, state = lines_of(events, phone("fine", "09:10", 4), phone("extension", "09:11", 5), until="09:12")
    assert _due(state) == s("09:40")


def test_that_an_extension_before_setting_out_is_noted_and_without_effect() -> None:
    assert run(publish(), phone("extension", "08:50", 1), until="08:51") == [
        ("08:50:00", "note", "note.extension_before_start", "C1")
    ]


def test_that_nothing_is_owed_before_setting_out() -> None:
    assert run(publish(), until="17:00") == []


def test_that_safe_starts_half_an_hour_to_the_next_departure_where_a_next_stop_waits() -> None:
    events = [publish(), publish(visit="V2"), word("departed", "09:00"), word("safe", "09:30")]
    found = run(events, until="10:11")
    assert found[-3:] == [
        ("09:55:00", "reminder", "overdue", "C1"),
        ("10:00:00", "due", "overdue", "C1"),
        ("10:10:00", "alarm", "overdue", "C1"),
    ]
    set_out = word("departed", "09:54:59", visit="V2")
    assert [at for at, *_ in run(events, set_out, until="10:19")] == ["09:25:00", "09:30:00"]


def test_that_without_a_next_stop_home_is_due_by_the_end_of_the_shift() -> None:
    events = [publish(), word("departed", "09:00"), word("safe", "09:30")]
    assert run(events, until="18:11")[-3:] == [
        ("17:55:00", "reminder", "overdue", "C1"),
        ("18:00:00", "due", "overdue", "C1"),
        ("18:10:00", "alarm", "overdue", "C1"),
    ]
    assert alarms(events, word("home_safe", "18:09:59"), until="20:00") == []


def test_that_a_cancelled_next_stop_makes_home_due_instead() -> None:
    events = [publish(), publish(visit="V2", team=("C1",)), word("departed", "09:00"), word("safe", "09:30")]
    cancel: Event = {"t": s("09:40"), "kind": "cancel", "visit": "V2", "by": "O1", "reason": "objection"}
    assert alarms(events, cancel, until="17:00") == []
    assert alarms(events, cancel, until="18:10") == [("18:10:00", "overdue", "C1")]


def test_that_a_team_safe_after_its_shift_is_due_at_once_and_not_overdue_in_the_past() -> None:
    events = [publish(shift_end=s("09:00")), word("departed", "09:10"), word("safe", "09:30")]
    assert [(at, what) for at, what, _, _ in run(events, until="09:45")] == [("09:30:00", "due"), ("09:40:00", "alarm")]


def test_that_home_safe_says_safe_as_well() -> None:
    assert alarms(publish(), word("departed", "09:00"), word("home_safe", "09:30"), until="20:00") == []


def test_that_a_late_delivered_word_buys_time_from_when_it_was_sent() -> None:
    events = [
        publish(),
        phone("departed", "09:00", 1),
        phone("arrived", "09:20", 2),
        phone("at_door", "09:32", 3, sent="09:22"),
    ]
    lines, _ = lines_of(events, until="09:50")
    mine = [(line.at - START, line.what.value) for line in lines if line.collector == "C1" and line.at >= START]
    assert [what for at, what in mine if what == "alarm" and at.total_seconds() == s("09:30")] == ["alarm"]
    events[-1] = phone("at_door", "09:29", 3, sent="09:21")
    assert ("09:38:00", "overdue", "C1") in alarms(events, until="09:50")


def test_that_a_word_whose_time_is_already_used_up_alarms_when_it_comes_and_not_before() -> None:
    events = [publish(travel_minutes=60), phone("departed", "09:00", 1), phone("at_door", "10:00", 2, sent="09:05")]
    assert next((at, what) for at, what, _, who in run(events, until="10:00") if who == "C1") == ("10:00:00", "alarm")


def test_that_resolving_while_out_starts_a_new_deadline_at_once() -> None:
    events = [publish(), word("departed", "09:00"), resolve("09:50")]
    assert alarms(events, until="10:29:59") == [("09:40:00", "overdue", "C1")]
    assert alarms(events, until="10:30") == [("09:40:00", "overdue", "C1"), ("10:30:00", "overdue", "C1")]


def test_that_ten_silent_minutes_inside_are_noted_once() -> None:
    inside = [publish(), word("departed", "09:00"), word("inside", "09:10"), word("position", "09:15")]
    notes = [(at, rule) for at, what, rule, _ in run(inside, until="09:40") if what == "note"]
    assert notes == [("09:25:00", "note.silence")]


def test_that_a_publication_can_be_repeated_until_somebody_sets_out() -> None:
    again = publish("08:45", travel_minutes=40)
    assert ("10:00:00", "due", "overdue", "C1") in run(publish(), again, word("departed", "09:00"), until="10:00")
    assert refused(publish(), word("departed", "09:00"), publish("09:05")) == ["publish.started"]
