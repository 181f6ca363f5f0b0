"""Alarms, deeds and the ladder (reference safety §2, §3.3–3.5)."""

import pytest

from tests.safety.scene import alarms, both, deed, lines_of, phone, publish, ref, refused, resolve, run, s, word
from tests.safety.sequences import START, Event

SET_OUT = [publish(), word("departed", "09:00", with_partner=True)]
OVERDUE = [publish(team=("C1",)), word("departed", "09:00"), word("at_door", "09:10")]  # alarm at 09:27
LATE = [publish(team=("C1",)), word("departed", "09:00")]  # alarm at 09:40


def rungs(*events: Event | list[Event], until: str) -> list[tuple[str, str | None]]:
    return [(at, rule) for at, what, rule, _ in run(*events, until=until) if what == "rung"]


@pytest.mark.parametrize("leg", ["planned", "on_the_way", "safe", "cancelled", "unknown"])
@pytest.mark.parametrize("kind", ["help", "duress", "alone"])
def test_that_a_loud_report_is_an_alarm_in_any_leg(kind: str, leg: str) -> None:
    before: dict[str, list[Event]] = {
        "planned": [publish()],
        "on_the_way": SET_OUT,
        "safe": [*SET_OUT, *both("home_safe", "09:05")],
        "cancelled": [publish(), {"t": s("08:50"), "kind": "cancel", "visit": "V1", "by": "O1", "reason": "hold"}],
        "unknown": [],
    }
    _, state = lines_of(before[leg], phone(kind, "09:10", 1), until="09:10")
    (alarm,) = state.open_alarms.values()
    assert (alarm.kind, alarm.collector, alarm.visit, alarm.raised) == (
        kind,
        "C1",
        "V1",
        START.replace(hour=9, minute=10),
    )
    assert alarm.leg == (None if leg == "unknown" else leg)


def test_that_repeated_help_requests_stay_separate_alarms() -> None:
    assert len(alarms(SET_OUT, phone("help", "09:10", 1), phone("help", "09:10:30", 2), until="09:11")) == 2


def test_that_alone_is_first_priority_inside_and_second_elsewhere() -> None:
    for leg, priority in (("inside", 1), ("at_door", 2)):
        lines, _ = lines_of(SET_OUT, word(leg, "09:10"), word("alone", "09:11"), until="09:11")
        assert lines[-1].priority == priority or lines[-2].priority == priority


def test_that_the_third_wrong_pin_alarms_and_a_right_one_begins_anew() -> None:
    three = [phone("wrong_pin", f"09:0{n}", n) for n in (1, 2, 3)]
    assert alarms(SET_OUT, three[:2], until="09:05") == []
    assert alarms(SET_OUT, three, until="09:05") == [("09:03:00", "wrong_pin", "C1")]
    assert alarms(SET_OUT, three[:2], phone("fine", "09:03", 4), phone("wrong_pin", "09:04", 5), until="09:05") == []


def test_that_break_off_leads_to_left_and_asks() -> None:
    lines, state = lines_of(SET_OUT, word("inside", "09:10"), word("break_off", "09:12"), until="09:12")
    assert (lines[-1].kind, lines[-1].priority) == ("break_off", 2)
    assert state.watches["V1", "C1"].leg == "left"  # type: ignore[index]
    assert state.watches["V1", "C2"].leg == "on_the_way"  # type: ignore[index]


def test_that_no_word_from_the_field_ends_or_delays_an_open_overdue_alarm() -> None:
    for kind in ("fine", "extension", "arrived", "safe", "home_safe"):
        _, state = lines_of(LATE, word(kind, "09:41"), until="09:42")
        assert [(alarm.kind, alarm.state, alarm.version) for alarm in state.open_alarms.values()] == [
            ("overdue", "raised", 1)
        ]


def test_that_a_word_during_the_alarm_shows_the_leg_and_leaves_the_deadline() -> None:
    lines, state = lines_of(LATE, word("arrived", "09:41"), until="10:30")
    watch = state.watches["V1", "C1"]  # type: ignore[index]
    assert watch.leg == "arrived"
    assert watch.deadline is not None
    assert watch.deadline.due == START.replace(hour=9, minute=30)
    assert [line.rule for line in lines if line.what == "note"] == ["note.heard"]


def test_that_a_word_sent_before_the_alarm_and_received_after_it_is_marked_late() -> None:
    lines, _ = lines_of(
        publish(), phone("departed", "09:00", 1), phone("fine", "09:41", 2, sent="09:35"), until="09:41"
    )
    assert [line.rule for line in lines if line.what == "note"] == ["note.late_report"]


def test_that_the_first_acknowledgement_owns_and_a_take_over_needs_a_reason() -> None:
    mine, other = deed("acknowledge", "09:41"), deed("acknowledge", "09:42", by="O2")
    lines, state = lines_of(LATE, mine, other, until="09:42")
    (alarm,) = state.open_alarms.values()
    assert (alarm.owner, alarm.state, lines[-1].rule, lines[-1].owner) == (
        "O1",
        "acknowledged",
        "acknowledge.owned",
        "O1",
    )
    assert refused(LATE, mine, deed("take_over", "09:43", by="O2", reason="  "), until="09:43") == [
        "take_over.no_reason"
    ]
    _, state = lines_of(LATE, mine, deed("take_over", "09:43", by="O2", reason="shift ends"), until="09:43")
    assert [alarm.owner for alarm in state.open_alarms.values()] == ["O2"]


@pytest.mark.parametrize(
    ("ending", "rule"),
    [
        (resolve("09:41", reason=""), "resolve.no_reason"),
        (resolve("09:41", reason=" \t"), "resolve.no_reason"),
        (resolve("09:41", by=()), "resolve.nobody"),
        (resolve("09:41", by=("C1",)), "resolve.concerned"),
        (resolve("09:41", by=("O1", "C1")), "resolve.concerned"),
        (resolve("09:39"), "deed.no_such_alarm"),
        (deed("acknowledge", "09:41", by="C1"), "acknowledge.concerned"),
    ],
)
def test_that_an_alarm_is_not_ended_without_reason_or_by_those_concerned(ending: Event, rule: str) -> None:
    assert refused(LATE, ending, until="09:41")[:1] == [rule]
    _, state = lines_of(LATE, ending, until="09:41")
    assert len(state.open_alarms) == 1


def test_that_the_partner_cannot_resolve_either() -> None:
    assert refused(SET_OUT, resolve("09:41", by=("C2",)), until="09:41") == ["resolve.concerned"]


def test_that_duress_takes_two_different_persons() -> None:
    duress = [*SET_OUT, phone("duress", "09:10", 1)]
    of = ref("duress")
    assert refused(duress, resolve("09:20", of), until="09:20") == ["resolve.alone"]
    assert refused(duress, resolve("09:20", of, by=("O1", "O1")), until="09:20") == ["resolve.alone"]
    assert refused(duress, resolve("09:20", of, by=("O1", "S1")), until="09:20") == []


def test_that_the_oldest_open_alarm_is_meant() -> None:
    two = [*SET_OUT, phone("help", "09:05", 1), phone("help", "09:06", 2), resolve("09:07", ref("help"))]
    _, state = lines_of(two, until="09:07")
    assert [alarm.raised.minute for alarm in state.open_alarms.values()] == [6]


def test_that_a_deed_after_the_resolution_is_stale_and_a_step_only_a_note() -> None:
    done = [*LATE, resolve("09:41")]
    assert refused(done, deed("acknowledge", "09:42"), until="09:42") == ["deed.resolved"]
    assert run(done, deed("step", "09:42", step="spoke"), until="09:42")[-1][1:3] == ("note", "step.after_resolved")


def test_that_three_minutes_without_a_step_sound_again_and_a_step_renews_them() -> None:
    mine = [*LATE, deed("acknowledge", "09:41")]
    again = [(at, what) for at, what, _, _ in run(mine, until="10:00") if what == "sound_again"]
    assert again == [("09:44:00", "sound_again")]
    assert not any(what == "sound_again" for _, what, _, _ in run(mine, until="09:43:59"))
    step = deed("step", "09:43", step="rang_no_answer")
    again = [(at, what) for at, what, _, _ in run(mine, step, until="10:00") if what == "sound_again"]
    assert again == [("09:46:00", "sound_again")]


def test_that_the_ladder_of_an_overdue_alarm_climbs_to_everybody_without_end() -> None:
    assert rungs(OVERDUE, until="09:46") == [
        ("09:27:00", "ladder.ring_collector"),
        ("09:28:00", "ladder.supervisor"),
        ("09:29:00", "ladder.ring_partner"),
        ("09:35:00", "ladder.call_sheet"),
        ("09:42:00", "ladder.everybody"),
        ("09:44:00", "ladder.everybody"),
        ("09:46:00", "ladder.everybody"),
    ]


def test_that_an_early_acknowledgement_keeps_the_supervisor_until_four_minutes() -> None:
    assert ("09:28:00", "ladder.supervisor") in rungs(OVERDUE, deed("acknowledge", "09:28:00"), until="09:40")
    assert ("09:31:00", "ladder.supervisor") in rungs(OVERDUE, deed("acknowledge", "09:27:59"), until="09:40")


def test_that_only_speaking_to_the_team_or_resolving_stops_the_ladder() -> None:
    for step in ("rang_no_answer", "code_word", "call_sheet", "other"):
        assert len(rungs(OVERDUE, deed("acknowledge", "09:27"), deed("step", "09:28", step=step), until="09:46")) == 7
    assert len(rungs(OVERDUE, deed("step", "09:27:30", step="spoke"), until="10:30")) == 1
    assert len(rungs(OVERDUE, resolve("09:27:30"), until="09:40")) == 1


def test_that_duress_and_help_climb_their_own_ladders_and_second_priority_none() -> None:
    assert rungs(SET_OUT, word("duress", "09:10"), until="09:27") == [
        ("09:10:00", "ladder.decide_together"),
        ("09:12:00", "ladder.next_supervisor"),
        ("09:25:00", "ladder.everybody_do_not_ring"),
        ("09:27:00", "ladder.everybody_do_not_ring"),
    ]
    assert rungs(SET_OUT, word("help", "09:10"), until="09:25") == [
        ("09:10:00", "ladder.listen_first"),
        ("09:11:00", "ladder.help_call_sheet"),
        ("09:12:00", "ladder.partner_if_outside"),
        ("09:25:00", "ladder.everybody"),
    ]
    assert rungs(LATE, until="10:30") == []


def test_that_a_visit_under_way_is_recalled_and_never_cancelled() -> None:
    cancel: Event = {"t": s("09:10"), "kind": "cancel", "visit": "V1", "by": "O1", "reason": "objection"}
    assert refused(SET_OUT, cancel, until="09:10") == ["cancel.out"]
    assert alarms(SET_OUT, cancel | {"kind": "recall"}, until="09:40")[0] == ("09:40:00", "overdue", "C1")
    assert refused(publish(), cancel | {"kind": "recall"}, until="09:10") == ["recall.not_out"]
    assert refused(publish(), cancel | {"reason": " "}, until="09:10") == ["cancel.no_reason"]
    assert refused(cancel, until="09:10") == ["visit.unknown"]


def test_that_who_leaves_a_team_on_the_way_is_watched_until_his_own_safe() -> None:
    change: Event = {
        "t": s("09:10"),
        "kind": "change_team",
        "visit": "V1",
        "leaves": ["C2"],
        "joins": ["C3"],
        "by": "O1",
    }
    assert alarms(SET_OUT, change, until="09:50") == [
        ("09:40:00", "overdue", "C1"),
        ("09:40:00", "overdue", "C2"),
        ("09:50:00", "overdue", "C3"),
    ]
    assert ("09:40:00", "overdue", "C2") not in alarms(SET_OUT, change, word("safe", "09:30", "C2"), until="09:50")
    fine = word("fine", "09:25", with_partner=True)
    assert [who for _, _, who in alarms(SET_OUT, change, fine, until="09:50")] == ["C2"]


def test_that_a_planned_team_is_swapped() -> None:
    change: Event = {"t": s("08:50"), "kind": "change_team", "visit": "V1", "leaves": "C2", "joins": "C3", "by": "O1"}
    _, state = lines_of(publish(), change, word("departed", "09:00", with_partner=True), until="09:00")
    assert [(watch.collector, watch.leg.value) for watch in state.watches.values()] == [
        ("C1", "on_the_way"),
        ("C3", "on_the_way"),
    ]


def test_that_only_alarms_accepted_by_name_change_hands() -> None:
    both_mine = [*SET_OUT, deed("acknowledge", "09:41"), deed("acknowledge", "09:41", ref(who="C2"))]
    hand: Event = {"t": s("09:42"), "kind": "hand_over", "from": "O1", "to": "O2", "accepted": [ref()]}
    _, state = lines_of(both_mine, hand, until="09:42")
    assert {alarm.collector: alarm.owner for alarm in state.open_alarms.values()} == {"C1": "O2", "C2": "O1"}
    assert refused(SET_OUT, hand, until="09:42") == ["hand_over.not_owner"]
    assert refused(both_mine, hand | {"to": "O1"}, until="09:42") == ["hand_over.same"]


def test_that_a_low_battery_is_noted_at_fifteen_percent() -> None:
    assert run(SET_OUT, word("battery", "09:05", percent=16), until="09:05") == []
    assert run(SET_OUT, word("battery", "09:05", percent=15), until="09:05") == [
        ("09:05:00", "note", "note.battery_low", "C1")
    ]


def test_that_blind_time_makes_everybody_out_overdue_and_raises_a_system_alarm() -> None:
    clock: Event = {"kind": "clock", "t": s("09:05"), "wall": s("09:05"), "mono": 100, "boot": "a"}
    behind = clock | {"t": s("09:06"), "wall": s("09:04:59"), "mono": 5, "boot": "b"}
    found = alarms(SET_OUT, clock, behind, until="09:06")
    assert found == [("09:06:00", "system", None), ("09:06:00", "overdue", "C1"), ("09:06:00", "overdue", "C2")]
    level = behind | {"wall": s("09:05")}
    assert alarms(SET_OUT, clock, level, until="09:06") == []
    assert alarms(SET_OUT, clock, behind | {"boot": "a"}, until="09:06") == []


def test_that_a_forward_step_makes_alarms_early_and_a_backward_step_changes_nothing() -> None:
    clock: Event = {"kind": "clock", "t": s("09:05"), "wall": s("09:05"), "mono": 100, "boot": "a"}
    forward = clock | {"t": s("09:10"), "wall": s("09:40"), "mono": 400}
    back = clock | {"t": s("09:10"), "wall": s("07:00"), "mono": 400}
    assert [at for at, _, _ in alarms(SET_OUT, clock, forward, until="09:10")] == ["09:40:00", "09:40:00"]
    assert alarms(SET_OUT, clock, back, until="09:39:59") == []
    assert [at for at, _, _ in alarms(SET_OUT, clock, back, until="09:40")] == ["09:40:00", "09:40:00"]
