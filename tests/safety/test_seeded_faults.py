"""Test the tests: each wrong rule planted here must be noticed by the oracle within a few hundred random days."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.safety import oracle
from tests.safety.sequences import make
from tests.safety.twin import difference
from visitdesk.safety import alarms, deadlines, deeds, ladder, messages, pair, reports, state, watch_clock
from visitdesk.safety.alarms import Alarm, Verdict
from visitdesk.safety.deadlines import RULES, Deadline
from visitdesk.safety.messages import Order, Worth
from visitdesk.safety.model import AlarmKind, AlarmState, ClockReading, Leg, Level, Line, Report, ReportKind
from visitdesk.safety.state import State, Watch
from visitdesk.safety.watch_clock import WatchClock

DAYS = 400
Patch = pytest.MonkeyPatch
Fault = Callable[[Patch], None]


def leg_rule(leg: Leg, **change: Any) -> Fault:
    """The same numbers with one of them wrong."""

    def plant(patch: Patch) -> None:
        patch.setattr(deadlines, "RULES", {**RULES, leg: replace(RULES[leg], **change)})

    return plant


def constant(module: object, name: str, value: object) -> Fault:
    """One name of a module holds something else."""
    return lambda patch: patch.setattr(module, name, value)


def a_late_report_ends_the_alarm(patch: Patch) -> None:
    plain = reports.apply_report

    def wrong(state: State, report: Report) -> Iterator[Line]:
        yield from plain(state, report)
        for alarm in list(state.open_alarms.values()):
            if alarm.kind is AlarmKind.OVERDUE and (alarm.visit, alarm.collector) == (report.visit, report.collector):
                state.keep_alarm(replace(alarm, state=AlarmState.RESOLVED))

    patch.setattr(reports, "apply_report", wrong)


def wall_clock_alone(patch: Patch) -> None:
    patch.setattr(watch_clock, "passed", lambda last, new: new.wall - last.wall)


def monotonic_clock_alone(patch: Patch) -> None:
    def wrong(last: ClockReading, new: ClockReading) -> timedelta:
        return timedelta(seconds=max(0.0, new.monotonic - last.monotonic))

    patch.setattr(watch_clock, "passed", wrong)


def frozen_clock(patch: Patch) -> None:
    patch.setattr(WatchClock, "at", lambda self, _: self)


def no_blind_time(patch: Patch) -> None:
    patch.setattr(WatchClock, "is_blind_after", lambda *_: False)


def weighed_otherwise(change: Callable[[Report, Worth], Worth]) -> Fault:
    """Messages are worth something else."""

    def plant(patch: Patch) -> None:
        def wrong(report: Report, phone: Any, *, is_repeat: bool, published: datetime | None) -> Worth:
            return change(report, messages.weigh(report, phone, is_repeat=is_repeat, published=published))

        patch.setattr(reports, "weigh", wrong)

    return plant


def duplicates_count_again(patch: Patch) -> None:
    def wrong(report: Report, phone: Any, *, is_repeat: bool, published: datetime | None) -> Worth:
        del is_repeat
        return messages.weigh(report, phone, is_repeat=False, published=published)

    patch.setattr(reports, "weigh", wrong)


def a_second_acknowledgement_takes_the_alarm(patch: Patch) -> None:
    def wrong(alarm: Alarm, by: Any, now: datetime, concerned: Any) -> Verdict:
        return alarms.take_over(alarm, by, "no reason", now, concerned)

    patch.setattr(alarms, "acknowledge", wrong)


def a_report_moves_an_overdue_deadline(patch: Patch) -> None:
    patch.setattr(Watch, "is_overdue", property(lambda _: False))


def cancelling_while_out(patch: Patch) -> None:
    plain = deeds.apply_cancel

    def wrong(state: State, deed: Any) -> Iterator[Line]:
        for watch in state.of_visit(deed.visit):
            if watch.leg.is_out:
                state.keep_watch(replace(watch, leg=Leg.PLANNED, deadline=None))
        yield from plain(state, deed)

    patch.setattr(deeds, "apply_cancel", wrong)


def no_new_deadline_after_resolving(patch: Patch) -> None:
    patch.setattr(deeds, "_after_resolving", lambda *_: None)


def one_person_ends_duress(patch: Patch) -> None:
    patch.setattr(alarms, "PERSONS_FOR_DURESS", 1)


def nobody_is_concerned(patch: Patch) -> None:
    patch.setattr(deeds, "concerned", lambda *_: frozenset())


def an_empty_reason_will_do(patch: Patch) -> None:
    plain = alarms.resolve
    patch.setattr(alarms, "resolve", lambda alarm, by, reason, now, who: plain(alarm, by, reason or "x", now, who))


def the_ladder_stops_at_acknowledgement(patch: Patch) -> None:
    plain = ladder.next_rung
    patch.setattr(ladder, "next_rung", lambda alarm: None if alarm.owner else plain(alarm))


def silence_is_never_broken(patch: Patch) -> None:
    patch.setattr(state, "sounds_again_at", lambda _: None)


def a_code_word_stops_the_ladder(patch: Patch) -> None:
    plain = alarms.log_step

    def wrong(alarm: Alarm, step: Any, by: Any, now: datetime) -> Verdict:
        verdict = plain(alarm, step, by, now)
        return replace(
            verdict, alarm=verdict.alarm and replace(verdict.alarm, spoke=alarm.spoke or step == "code_word")
        )

    patch.setattr(alarms, "log_step", wrong)


def a_lower_step_leads_back(patch: Patch) -> None:
    patch.setattr(Leg, "rank", property(lambda leg: 3 if leg in {Leg.AT_DOOR, Leg.INSIDE} else list(Leg).index(leg)))


def a_high_level_is_not_halved(patch: Patch) -> None:
    plain = deadlines.interval
    patch.setattr(deadlines, "interval", lambda leg, plan: plain(leg, replace(plan, level=Level.NORMAL)))


def who_leaves_the_team_is_forgotten(patch: Patch) -> None:
    plain = deeds.apply_change_team

    def wrong(state: State, deed: Any) -> Iterator[Line]:
        yield from plain(state, deed)
        for watch in state.of_visit(deed.visit):
            if not watch.is_member:
                state.keep_watch(replace(watch, leg=Leg.SAFE, deadline=None))

    patch.setattr(deeds, "apply_change_team", wrong)


def nothing_is_owed_after_safe(patch: Patch) -> None:
    patch.setattr(reports, "await_next", lambda state, watch, _: state.keep_watch(replace(watch, deadline=None)))


def raised_at_the_next_event(patch: Patch) -> None:
    plain = Deadline.instant
    patch.setattr(Deadline, "instant", lambda self, stage: plain(self, stage) + timedelta(seconds=30))


FAULTS: dict[str, Fault] = {
    "a late report ends the alarm": a_late_report_ends_the_alarm,
    "wall clock alone": wall_clock_alone,
    "monotonic clock alone": monotonic_clock_alone,
    "frozen clock": frozen_clock,
    "no blind time": no_blind_time,
    "duplicates count again": duplicates_count_again,
    "older numbers count": weighed_otherwise(
        lambda _, worth: replace(worth, order=Order.NEW) if worth.order is Order.OLDER else worth
    ),
    "an old call for help is lost": weighed_otherwise(
        lambda _, worth: replace(worth, order=Order.DUPLICATE) if worth.order is Order.OLDER else worth
    ),
    "a phone in the future buys time": weighed_otherwise(
        lambda report, worth: replace(worth, credit=max(worth.credit, report.device_time or worth.credit))
    ),
    "received counts instead of sent": weighed_otherwise(lambda report, worth: replace(worth, credit=report.received)),
    "a second acknowledgement takes the alarm": a_second_acknowledgement_takes_the_alarm,
    "a report moves an overdue deadline": a_report_moves_an_overdue_deadline,
    "cancelling while out": cancelling_while_out,
    "unlimited extensions": constant(deadlines, "MAX_EXTENSIONS", 99),
    "an extension of ten minutes": constant(deadlines, "EXTENSION", timedelta(minutes=10)),
    "no new deadline after resolving": no_new_deadline_after_resolving,
    "one person ends duress": one_person_ends_duress,
    "nobody is concerned": nobody_is_concerned,
    "an empty reason will do": an_empty_reason_will_do,
    "the ladder stops at acknowledgement": the_ladder_stops_at_acknowledgement,
    "a code word stops the ladder": a_code_word_stops_the_ladder,
    "silence is never broken": silence_is_never_broken,
    "a lower step leads back": a_lower_step_leads_back,
    "a high level is not halved": a_high_level_is_not_halved,
    "who leaves the team is forgotten": who_leaves_the_team_is_forgotten,
    "nothing is owed after safe": nothing_is_owed_after_safe,
    "half a minute late": raised_at_the_next_event,
    "grace at the door of five minutes": leg_rule(Leg.AT_DOOR, grace=timedelta(minutes=5)),
    "inside is second priority": leg_rule(Leg.INSIDE, priority=2),
    "a reminder too early": leg_rule(Leg.ARRIVED, reminder=timedelta(minutes=2)),
    "arrived counts for both": constant(pair, "SHARED", pair.SHARED | {ReportKind.ARRIVED}),
    "departure counts for one": constant(pair, "SHARED", pair.SHARED - {ReportKind.DEPARTED}),
    "five minutes for the partner": constant(deadlines, "PARTNER_WITHIN", timedelta(minutes=5)),
    "four wrong PINs": constant(reports, "WRONG_PINS", 4),
}


@pytest.mark.parametrize("name", FAULTS)
def test_that_a_planted_wrong_rule_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS[name](monkeypatch)
    for number in range(DAYS):
        rng = random.Random(f"fault/{number}")
        day = make(rng, rng.randint(20, 60))
        try:
            if difference(day.events, day.oracle):
                return
        except (ValueError, AttributeError, KeyError):
            return  # a fault so gross that the engine trips over it is noticed too
    pytest.fail(f"{DAYS} days and nobody noticed: {name}")


def test_that_the_oracle_knows_nothing_of_the_engine_it_judges() -> None:
    source = Path(oracle.__file__).read_text(encoding="utf-8")
    names = {
        name
        for node in ast.walk(ast.parse(source))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
        + ([one.name for one in node.names] if isinstance(node, ast.Import) else [])
    }
    assert names == {"__future__", "dataclasses", "typing"}
