"""The pair rule and what a phone's message is worth (reference safety §3.1, §3.2, §3.6)."""

from tests.safety.scene import alarms, lines_of, phone, publish, run, s, word
from tests.safety.sequences import START

SET_OUT = [publish(), word("departed", "09:00", with_partner=True)]


def due_of(who: str, *events: object, until: str = "09:45") -> int:
    _, state = lines_of(*events, until=until)  # type: ignore[arg-type]
    watch = state.watches["V1", who]  # type: ignore[index]
    assert watch.deadline is not None
    return int((watch.deadline.due - START).total_seconds())


def test_that_departure_counts_for_both_only_where_it_says_so() -> None:
    _, state = lines_of(publish(), word("departed", "09:00"), until="09:00")
    assert [watch.leg.value for watch in state.watches.values()] == ["on_the_way", "planned"]
    _, state = lines_of(SET_OUT, until="09:00")
    assert [watch.leg.value for watch in state.watches.values()] == ["on_the_way", "on_the_way"]


def test_that_both_must_say_for_themselves_that_they_arrived_left_and_are_safe() -> None:
    for kind in ("arrived", "left", "safe"):
        _, state = lines_of(SET_OUT, word(kind, "09:10", with_partner=True), until="09:10")
        assert state.watches["V1", "C2"].leg == "on_the_way"  # type: ignore[index]


def test_that_in_between_one_word_counts_for_both() -> None:
    door = [
        *SET_OUT,
        word("arrived", "09:10"),
        word("arrived", "09:10", "C2"),
        word("at_door", "09:12", with_partner=True),
    ]
    assert due_of("C2", door, until="09:12") == s("09:27")
    assert due_of("C2", door, word("fine", "09:20", with_partner=True), until="09:20") == s("09:35")
    assert due_of("C2", door, word("fine", "09:20", with_partner=False), until="09:20") == s("09:27")
    assert due_of("C2", door, word("extension", "09:20", with_partner=True), until="09:20") == s("09:42")


def test_that_a_partner_not_confirmed_within_two_minutes_alarms_once_and_names_him() -> None:
    one = [*SET_OUT, word("arrived", "09:10")]
    assert alarms(one, until="09:11:59") == []
    assert alarms(one, until="09:14") == [("09:12:00", "partner_missing", "C2")]
    assert alarms(one, word("arrived", "09:11:59", "C2"), until="09:14") == []
    again = [word("arrived", "09:13"), word("at_door", "09:13:30", with_partner=True)]
    assert [kind for _, kind, _ in alarms(one, again, until="09:28")] == ["partner_missing"]


def test_that_the_partners_word_at_the_door_does_not_stand_for_ones_own_arrival() -> None:
    events = [*SET_OUT, word("arrived", "09:10"), word("at_door", "09:11", with_partner=True)]
    assert alarms(events, until="09:13") == [("09:12:00", "partner_missing", "C2")]
    assert alarms(events, word("arrived", "09:11:30", "C2"), until="09:13") == []


def test_that_absent_or_false_with_partner_does_not_mean_alone() -> None:
    events = [
        *SET_OUT,
        word("arrived", "09:10"),
        word("arrived", "09:10", "C2"),
        word("at_door", "09:11", with_partner=False),
    ]
    assert alarms(events, until="09:14") == []


def test_that_a_duplicate_changes_nothing_even_if_it_reads_otherwise() -> None:
    days = [publish(), phone("departed", "09:00", 1), phone("help", "09:05", 2)]
    once = run(days, until="09:06")
    assert run(days, phone("help", "09:06", 2), phone("safe", "09:06", 1), until="09:06") == once


def test_that_an_older_number_is_history_but_an_old_call_for_help_still_alarms() -> None:
    days = [publish(), phone("departed", "09:00", 5)]
    assert due_of("C1", days, phone("fine", "09:10", 4), until="09:10") == s("09:30")
    for kind in ("help", "duress", "alone"):
        assert alarms(days, phone(kind, "09:10", 3, sent="08:56"), until="09:10") == [("09:10:00", kind, "C1")]


def test_that_a_gap_in_the_numbers_does_not_matter() -> None:
    assert due_of("C1", publish(), phone("departed", "09:00", 1), phone("fine", "09:10", 9), until="09:10") == s(
        "09:40"
    )


def test_that_a_phone_in_the_future_buys_nothing_and_is_noted() -> None:
    days = [publish(), phone("departed", "09:00", 1, sent="09:02")]
    assert due_of("C1", days, until="09:00") == s("09:30")
    assert run(days, until="09:00") == []
    wild = [publish(), phone("departed", "09:00", 1, sent="09:02:01")]
    assert due_of("C1", wild, until="09:00") == s("09:30")
    assert run(wild, until="09:00") == [("09:00:00", "note", "note.clock_skew", "C1")]


def test_that_the_time_of_a_phone_known_to_run_ahead_is_corrected() -> None:
    ahead = [publish(travel_minutes=60), phone("departed", "09:00", 1, sent="09:10")]
    late = phone("at_door", "09:40", 2, sent="09:45")  # tapped at 09:35 by the true clock
    assert due_of("C1", ahead, late, until="09:40") == s("09:50")
    put_right = phone("at_door", "09:05", 2, sent="09:05")
    assert due_of("C1", ahead, put_right, until="09:05") == s("09:20")


def test_that_a_phone_from_long_ago_is_clamped_and_its_word_kept() -> None:
    days = [publish(), phone("departed", "09:00", 1), phone("fine", "09:10", 2, sent="00:00")]
    assert due_of("C1", days, until="09:10") == s("09:30")
    assert run(days, until="09:10") == [("09:10:00", "note", "note.clock_skew", "C1")]
