"""The watch's deeds over its log: restart, two desks, failed writes, clocks, the board."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.safety import MemorySafety
from visitdesk.cases.model import VisitId
from visitdesk.clock import FixedClock, ProcessUptime
from visitdesk.errors import NotAllowed, RuleBroken, Stale, Unavailable
from visitdesk.people.model import CollectorId
from visitdesk.safety.board import BoardView, TeamState, TileLevel
from visitdesk.safety.model import (
    AlarmId,
    AlarmKind,
    Leg,
    Level,
    Report,
    ReportKind,
    ResponseStep,
    Source,
    VisitToWatch,
)
from visitdesk.safety.service import WatchDesk
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.wording import known_codes

BOSS = Actor(user=UserId("S1"), roles=frozenset({Role.SUPERVISOR}))
OFFICER = Actor(user=UserId("O1"), roles=frozenset({Role.SAFETY_OFFICER}))
OTHER = Actor(user=UserId("O2"), roles=frozenset({Role.SAFETY_OFFICER}))
CLERK = Actor(user=UserId("K1"), roles=frozenset({Role.CLERK}))
V1, C1, C2 = VisitId("V1"), CollectorId("C1"), CollectorId("C2")


def at(clock: str) -> datetime:
    hour, minute, *second = (int(part) for part in clock.split(":"))
    return datetime(2026, 11, 25, hour, minute, second[0] if second else 0, tzinfo=UTC)


def to_watch(visit: str = "V1", level: Level = Level.NORMAL) -> VisitToWatch:
    travel = timedelta(minutes=20)
    return VisitToWatch(
        visit=VisitId(visit), team=(C1, C2), travel=travel, shift_end=at("18:00"), level=level, team_name="T1"
    )


class Branch:
    """A store, a clock, one desk; more desks on demand."""

    def __init__(self) -> None:
        self.store = MemorySafety()
        self.clock = FixedClock(at("08:40"))
        self.desk = self.open()

    def open(self) -> WatchDesk:
        return WatchDesk(self.store, self.clock)

    def go(self, clock: str) -> None:
        """Time passes; the watch ticks once at the end."""
        self.clock.set(at(clock))
        self.desk.tick()

    def say(self, kind: ReportKind, clock: str, who: CollectorId = C1, *, both: bool = False) -> None:
        self.clock.set(at(clock))
        self.desk.report(OFFICER, visit=V1, collector=who, kind=kind, with_partner=both)

    def board(self) -> BoardView:
        return self.desk.board()

    def alarm(self) -> AlarmId:
        current = self.board().current
        assert current is not None
        return current.id


@pytest.fixture
def branch() -> Branch:
    """Both on the way since 09:00; overdue at 09:40."""
    made = Branch()
    made.desk.publish(BOSS, [to_watch()])
    made.say(ReportKind.DEPARTED, "09:00", both=True)
    return made


def test_that_a_tick_raises_what_is_due_and_a_second_one_raises_nothing(branch: Branch) -> None:
    branch.go("09:39:59")
    assert branch.board().alarms == ()
    branch.go("09:40")
    assert [(card.kind, card.collector) for card in branch.board().alarms] == [("overdue", "C1"), ("overdue", "C2")]
    rows = len(branch.store.safety_log.rows)
    branch.desk.tick()
    assert len(branch.store.safety_log.rows) == rows


def test_that_two_desks_raise_each_alarm_once(branch: Branch) -> None:
    other = branch.open()
    branch.clock.set(at("10:30"))
    branch.desk.tick()
    other.tick()
    assert len(branch.board().alarms) == 2
    keys = [row[0] for row in branch.store.safety_log.rows]
    assert len(keys) == len(set(keys))
    assert other.board() == branch.board()


def test_that_an_alarm_found_late_stands_at_the_instant_it_was_due(branch: Branch) -> None:
    branch.go("11:00")
    assert {card.raised for card in branch.board().alarms} == {at("09:40")}


def test_that_a_restart_shows_the_same_alarms_owners_versions_and_deadlines(branch: Branch) -> None:
    branch.go("09:41")
    branch.desk.acknowledge(OFFICER, alarm=branch.alarm())
    branch.desk.log_step(OFFICER, alarm=branch.alarm(), step=ResponseStep.RANG_NO_ANSWER)
    again = branch.open()
    assert again.board().alarms == branch.board().alarms
    assert again.board().tiles == branch.board().tiles


def test_that_a_restart_tells_for_how_long_nobody_watched(branch: Branch) -> None:
    branch.clock.set(at("09:30"))
    assert branch.open().board().not_watching == (at("09:00"), at("09:30"))
    branch.clock.set(at("09:01"))
    assert branch.open().board().not_watching is None


def test_that_an_idle_tick_writes_nothing(branch: Branch) -> None:
    writes = branch.store.writes
    for second in range(10, 20):
        branch.go(f"09:00:{second}")
    assert branch.store.writes == writes


def test_that_a_failed_write_leaves_no_trace_in_the_board(branch: Branch) -> None:
    branch.store.is_broken = True
    with pytest.raises(Unavailable):
        branch.say(ReportKind.HELP, "09:05")
    assert branch.board().alarms == ()
    branch.say(ReportKind.HELP, "09:06")
    assert [card.kind for card in branch.board().alarms] == ["help"]


def test_that_a_second_acknowledgement_is_told_who_owns_it(branch: Branch) -> None:
    branch.go("09:40")
    alarm = branch.alarm()
    branch.desk.acknowledge(OFFICER, alarm=alarm)
    with pytest.raises(Stale) as told:
        branch.desk.acknowledge(OTHER, alarm=alarm)
    assert (told.value.code, told.value.facts["owner"]) == ("safety.acknowledge_owned", "O1")
    assert branch.store.audit.deeds[-1].facts == {"refused": ["acknowledge.owned"]}
    branch.desk.take_over(OTHER, alarm=alarm, reason="the officer was called away")
    owners = {card.id: card.owner for card in branch.board().alarms}
    assert owners[alarm] == "O2"


def test_that_resolving_needs_the_version_that_was_seen_and_a_reason(branch: Branch) -> None:
    branch.go("09:40")
    card = branch.board().current
    assert card is not None
    branch.desk.acknowledge(OTHER, alarm=card.id)
    with pytest.raises(Stale, match=r"safety\.deed_stale"):
        branch.desk.resolve(OFFICER, alarm=card.id, reason="spoke", version=card.version)
    with pytest.raises(RuleBroken, match=r"safety\.resolve_no_reason"):
        branch.desk.resolve(OFFICER, alarm=card.id, reason=" ")
    branch.desk.resolve(OFFICER, alarm=card.id, reason="spoke", version=card.version + 1)
    tile = branch.board().tiles[0]
    assert [person.left for person in tile.people if person.collector == card.collector] == [timedelta(minutes=30)]


def test_that_duress_takes_a_second_person_who_may(branch: Branch) -> None:
    branch.say(ReportKind.DURESS, "09:05")
    card = branch.board().current
    assert card is not None
    assert (card.do_not_ring, card.needs_two, branch.board().tiles[0].level) == (True, True, TileLevel.DURESS)
    with pytest.raises(RuleBroken, match=r"safety\.resolve_alone"):
        branch.desk.resolve(OFFICER, alarm=card.id, reason="seen by a colleague")
    with pytest.raises(NotAllowed):
        branch.desk.resolve(OFFICER, alarm=card.id, reason="seen by a colleague", second=CLERK)
    branch.desk.resolve(OFFICER, alarm=card.id, reason="seen by a colleague", second=BOSS)
    assert branch.board().alarms == ()


def test_that_only_roles_of_the_watch_act(branch: Branch) -> None:
    with pytest.raises(NotAllowed):
        branch.desk.publish(OFFICER, [to_watch("V2")])
    with pytest.raises(NotAllowed):
        branch.desk.report(CLERK, visit=V1, collector=C1, kind=ReportKind.FINE)


def test_that_the_officer_may_extend_beyond_two(branch: Branch) -> None:
    for _ in range(3):
        branch.desk.extend(OFFICER, visit=V1, collector=C1)
    assert branch.board().tiles[0].people[0].due == at("10:15")


def test_that_the_reason_of_an_extension_and_words_heard_stay_in_the_log_of_the_visit(branch: Branch) -> None:
    branch.desk.extend(OFFICER, visit=V1, collector=C1, with_partner=True, reason=" a long talk, all calm ")
    again = branch.open()
    assert [person.due for person in again.board().tiles[0].people] == [at("09:45"), at("09:45")]
    assert again.visit_log(V1)[-1].facts["note"] == "a long talk, all calm"


def test_that_a_message_from_the_inbox_counts_once_and_from_when_it_was_sent(branch: Branch) -> None:
    message = Report(
        received=at("09:06"),
        kind=ReportKind.HELP,
        visit=V1,
        collector=C1,
        source=Source.PHONE,
        device="D1",
        number=1,
        device_time=at("09:05"),
    )
    branch.clock.set(at("09:07"))
    branch.desk.take_in(message)
    branch.desk.take_in(message)
    branch.open().take_in(message)
    assert len(branch.board().alarms) == 1


def test_that_cancelling_and_recalling_follow_who_is_out(branch: Branch) -> None:
    with pytest.raises(RuleBroken, match=r"safety\.cancel_out"):
        branch.desk.cancel(OFFICER, visit=V1, reason="objection")
    branch.desk.recall(OFFICER, visit=V1, reason="objection")
    assert branch.board().tiles[0].is_recalled
    branch.desk.publish(BOSS, [to_watch("V2")])
    branch.desk.cancel(OFFICER, visit=VisitId("V2"), reason="objection")
    assert [tile.visit for tile in branch.board().tiles] == ["V1"]


def test_that_a_visit_under_way_is_not_published_again_but_the_rest_of_the_plan_is(branch: Branch) -> None:
    with pytest.raises(RuleBroken, match=r"safety\.publish_started"):
        branch.desk.publish(BOSS, [to_watch(), to_watch("V2")])
    assert [tile.visit for tile in branch.board().tiles] == ["V1", "V2"]


def test_that_only_accepted_alarms_change_hands(branch: Branch) -> None:
    branch.go("09:40")
    first, second = (card.id for card in branch.board().alarms)
    branch.desk.acknowledge(OFFICER, alarm=first)
    branch.desk.acknowledge(OFFICER, alarm=second)
    branch.desk.hand_over(OTHER, giver=OFFICER.user, accepted=[second])
    assert {card.id: card.owner for card in branch.board().alarms} == {first: "O1", second: "O2"}


def test_that_a_change_of_team_shows_newcomer_and_leaver(branch: Branch) -> None:
    branch.desk.change_team(BOSS, visit=V1, leaves=[C2], joins=[CollectorId("C3")])
    people = {person.collector: (person.leg, person.is_member) for person in branch.board().tiles[0].people}
    assert people == {"C1": ("on_the_way", True), "C2": ("on_the_way", False), "C3": ("on_the_way", True)}


def test_that_the_board_counts_down_and_sorts_by_danger_then_owner_then_age(branch: Branch) -> None:
    tile = branch.board().tiles[0]
    assert (tile.state, tile.level, tile.leg, tile.due) == (
        TeamState.ON_THE_WAY,
        TileLevel.NORMAL,
        Leg.ON_THE_WAY,
        at("09:30"),
    )
    branch.go("09:26")
    tile = branch.board().tiles[0]
    assert (tile.level, tile.left, tile.age, tile.said) == (
        TileLevel.REMINDER,
        timedelta(minutes=4),
        timedelta(minutes=26),
        "departed",
    )
    branch.go("09:41")
    assert branch.board().tiles[0].level is TileLevel.OVERDUE
    branch.desk.acknowledge(OFFICER, alarm=branch.board().alarms[0].id)
    assert [card.owner for card in branch.board().alarms] == [None, "O1"]
    branch.say(ReportKind.HELP, "09:42", C2)
    branch.say(ReportKind.DURESS, "09:43", C2)
    board = branch.board()
    assert [card.kind for card in board.alarms] == ["duress", "help", "overdue", "overdue"]
    assert board.current == board.alarms[0]
    assert board.tiles[0].state is TeamState.DURESS
    assert board.raised_last_hour == 4


def test_that_the_current_rung_and_the_logged_steps_are_on_the_card(branch: Branch) -> None:
    branch.say(ReportKind.INSIDE, "09:05", both=True)
    branch.go("09:31")
    card = branch.board().current
    assert card is not None
    assert (card.kind, card.rung) == (AlarmKind.OVERDUE, "ladder.supervisor")
    assert [row.is_climbed for row in card.rows] == [True, True, True, False, False]
    branch.desk.log_step(OFFICER, alarm=card.id, step=ResponseStep.SPOKE)
    steps = next(one.steps for one in branch.board().alarms if one.id == card.id)
    assert [(step.at, step.by, step.step) for step in steps] == [(at("09:31"), "O1", "spoke")]


def test_that_a_note_stays_with_its_step_its_rung_and_the_log_and_out_of_the_audit(branch: Branch) -> None:
    branch.go("09:41")
    alarm = branch.alarm()
    branch.desk.log_step(
        OFFICER,
        alarm=alarm,
        step=ResponseStep.OTHER,
        rung="ladder.supervisor",
        note=" told Zhao, who is driving there ",
    )
    step = next(one for one in branch.open().board().alarms if one.id == alarm).steps[-1]
    assert (step.rung, step.note) == ("ladder.supervisor", "told Zhao, who is driving there")
    entry = branch.desk.visit_log(V1)[-1]
    assert (entry.rule, entry.facts["note"]) == ("step.note", "told Zhao, who is driving there")
    assert "driving" not in str(branch.store.audit.deeds)


def test_that_a_visit_leaves_the_board_when_all_are_home_and_nothing_is_open(branch: Branch) -> None:
    branch.say(ReportKind.BREAK_OFF, "09:05")
    branch.say(ReportKind.HOME_SAFE, "09:10")
    branch.say(ReportKind.HOME_SAFE, "09:10", C2)
    assert [tile.state for tile in branch.board().tiles] == [TeamState.HOME_SAFE]
    branch.desk.resolve(OFFICER, alarm=branch.alarm(), reason="all well, a dog")
    assert branch.board().tiles == ()


def test_that_the_log_of_a_visit_tells_words_alarms_and_deeds_and_marks_duress(branch: Branch) -> None:
    branch.say(ReportKind.DURESS, "09:05")
    branch.go("09:40")
    entries = branch.desk.visit_log(V1)
    told = [(entry.what, entry.rule) for entry in entries]
    assert told[:4] == [
        ("published", "publish"),
        ("report", "report.departed"),
        ("report", "report.duress"),
        ("alarm", "alarm.duress"),
    ]
    assert [entry.rule for entry in entries if entry.is_restricted][:2] == ["report.duress", "alarm.duress"]
    assert ("alarm", "alarm.overdue_on_the_way") in told
    assert branch.desk.visit_log(VisitId("V9")) == ()
    known = known_codes()
    assert all(f"safety.{entry.rule.replace('.', '_')}" in known for entry in entries)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_that_every_word_on_the_paper_has_its_sentence(kind: ReportKind) -> None:
    assert f"safety.report_{kind}" in known_codes()


def test_that_a_new_day_starts_a_new_fold_and_old_logs_stay_readable(branch: Branch) -> None:
    for who in (C1, C2):
        branch.say(ReportKind.HOME_SAFE, "09:10", who)
    old = branch.desk.visit_log(V1)
    branch.clock.set(at("08:40") + timedelta(days=1))
    branch.desk.publish(BOSS, [to_watch("V2")])
    assert [row[1] for row in branch.store.safety_log.rows][-2:] == ["day_begun", "publish"]
    assert [tile.visit for tile in branch.open().board().tiles] == ["V2"]
    assert branch.open().board() == branch.board()
    assert branch.desk.visit_log(V1)[: len(old)] == old


def test_that_no_day_begins_while_somebody_has_not_come_home(branch: Branch) -> None:
    branch.clock.set(at("08:40") + timedelta(days=1))
    branch.desk.publish(BOSS, [to_watch("V2")])
    assert [tile.visit for tile in branch.board().tiles] == ["V1", "V2"]


class Seconds:
    """A computer whose uptime the test sets."""

    def __init__(self) -> None:
        self.seconds, self.boot = 100.0, "a"

    def measured(self) -> tuple[float, str]:
        return self.seconds, self.boot


def watched(branch: Branch) -> tuple[WatchDesk, Seconds]:
    uptime = Seconds()
    desk = WatchDesk(branch.store, branch.clock, uptime, desk="front")
    desk.tick()
    return desk, uptime


def test_that_a_wall_clock_set_back_delays_no_alarm(branch: Branch) -> None:
    desk, uptime = watched(branch)
    branch.clock.set(at("07:00"))
    uptime.seconds += 39 * 60 + 59
    desk.tick()
    assert desk.board().alarms == ()
    uptime.seconds += 1
    desk.tick()
    assert len(desk.board().alarms) == 2


def test_that_sleep_which_the_uptime_does_not_count_delays_no_alarm(branch: Branch) -> None:
    desk, _ = watched(branch)
    branch.clock.set(at("09:40"))
    desk.tick()
    assert len(desk.board().alarms) == 2


def test_that_a_reboot_with_the_clock_behind_is_blind_time(branch: Branch) -> None:
    _, uptime = watched(branch)
    branch.clock.set(at("08:00"))
    uptime.seconds, uptime.boot = 1.0, "b"
    again = WatchDesk(branch.store, branch.clock, uptime, desk="front")
    again.tick()
    assert sorted(card.kind for card in again.board().alarms) == ["overdue", "overdue", "system"]


def test_that_another_desk_with_a_clock_behind_is_not_blind_time(branch: Branch) -> None:
    watched(branch)
    branch.clock.set(at("08:00"))
    other = WatchDesk(branch.store, branch.clock, Seconds(), desk="back")
    other.tick()
    assert other.board().alarms == ()


def test_that_clock_readings_are_stored_once_a_minute_and_only_while_word_is_owed(branch: Branch) -> None:
    desk, uptime = watched(branch)
    for second in range(1, 121):
        branch.clock.set(at("09:00") + timedelta(seconds=second))
        uptime.seconds += 1
        desk.tick()
    assert sum(row[1] == "clock" for row in branch.store.safety_log.rows) == 3


def test_that_the_uptime_of_a_process_only_rises() -> None:
    uptime = ProcessUptime()
    (first, stretch), (second, same) = uptime.measured(), uptime.measured()
    assert first <= second
    assert stretch == same
    assert ProcessUptime().measured()[1] != stretch
