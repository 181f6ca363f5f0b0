"""The invariants of reference safety §3.9, checked after every event of random days, and the oracle's second opinion."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.safety.sequences import START, as_form, instant, make
from tests.safety.twin import AFTER, difference
from visitdesk.safety import deadlines
from visitdesk.safety.alarms import Alarm
from visitdesk.safety.fold import advance, apply, fold, settle
from visitdesk.safety.form import event_of, form_of
from visitdesk.safety.model import (
    LEG_OF_STEP,
    Acknowledge,
    AlarmDeed,
    AlarmState,
    Cancel,
    Event,
    HandOver,
    Leg,
    Raised,
    Report,
    ReportKind,
    Resolve,
    Source,
)
from visitdesk.safety.state import State, Watch

days = given(rng=st.randoms(use_true_random=False), length=st.integers(5, 60))
calm = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Moment:
    """One event with what stood before and after it."""

    event: Event
    is_duplicate: bool
    is_older: bool
    now: datetime
    before: dict[Any, Watch]
    after: dict[Any, Watch]
    alarms_before: dict[Any, Alarm]
    alarms: dict[Any, Alarm]
    state: State


def snapshot(state: State) -> tuple[dict[Any, Watch], dict[Any, Alarm]]:
    return dict(state.watches), {**state.open_alarms, **state.resolved}


def lived(rng: random.Random, length: int, look: Callable[[Moment], None]) -> tuple[State, list[Event]]:
    """Live through a random day, looking after each event; answers the final state and the stored log."""
    state = State()
    log: list[Event] = []
    day = make(rng, length).events
    for plain in day:
        event = event_of(as_form(plain))
        _settled(state, event.received, log, look)
        _seen(state, event, log, look)
        _settled(state, event.received, log, look)
    _settled(state, instant(day[-1]["t"] + AFTER), log, look)
    return state, log


def _settled(state: State, received: datetime, log: list[Event], look: Callable[[Moment], None]) -> None:
    before = snapshot(state)
    for raised, _ in settle(state, received):
        log.append(raised)
        look(_moment(state, raised, before, is_duplicate=False, is_older=False))
        before = snapshot(state)


def _seen(state: State, event: Event, log: list[Event], look: Callable[[Moment], None]) -> None:
    before = snapshot(state)
    is_duplicate = isinstance(event, Report) and (event.device, event.number) in state.seen
    phone = state.phones.get(event.device or "") if isinstance(event, Report) else None
    is_older = phone is not None and isinstance(event, Report) and (event.number or 0) < phone.highest
    apply(state, event)
    log.append(event)
    look(_moment(state, event, before, is_duplicate=is_duplicate, is_older=is_older))


def _moment(
    state: State, event: Event, before: tuple[dict[Any, Watch], dict[Any, Alarm]], *, is_duplicate: bool, is_older: bool
) -> Moment:
    watches, alarms = snapshot(state)
    return Moment(
        event=event,
        is_duplicate=is_duplicate,
        is_older=is_older,
        now=state.now,
        before=before[0],
        after=watches,
        alarms_before=before[1],
        alarms=alarms,
        state=state,
    )


@calm
@days
def test_that_nobody_is_out_without_a_coming_deadline_or_an_open_alarm_on_it(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        owed = moment.state.agenda.first()
        if owed is not None and owed.at <= moment.now:
            return  # the watch is about to raise it at this very instant
        for watch in moment.after.values():
            if watch.leg.is_out:
                assert watch.deadline is not None
                stage = watch.deadline.next_stage()
                open_causes = {alarm.cause for alarm in moment.state.open_alarms.values()}
                assert watch.deadline.id in open_causes if stage is None else watch.deadline.instant(stage) > moment.now

    lived(rng, length, look)


@calm
@days
def test_that_raised_stays_until_a_person_resolves_with_a_reason(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        assert moment.alarms_before.keys() <= moment.alarms.keys()
        for key, alarm in moment.alarms.items():
            was = moment.alarms_before.get(key)
            if alarm.state is AlarmState.RESOLVED and (was is None or was.is_open):
                assert isinstance(moment.event, Resolve)
                assert moment.event.reason.strip()
                assert moment.event.by
                assert str(alarm.collector) not in set(map(str, moment.event.by))
                assert alarm.kind != "duress" or len(set(moment.event.by)) > 1
            assert was is None or was.is_open or was == alarm

    lived(rng, length, look)


@calm
@days
def test_that_no_word_from_the_field_changes_an_alarm(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        if not isinstance(moment.event, (AlarmDeed, HandOver, Raised)):
            assert {key: moment.alarms[key] for key in moment.alarms_before} == moment.alarms_before

    lived(rng, length, look)


@calm
@days
def test_that_every_call_for_help_and_every_duress_has_an_alarm_of_its_own(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        event = moment.event
        if isinstance(event, Report) and event.kind in {ReportKind.HELP, ReportKind.DURESS} and not moment.is_duplicate:
            (key,) = moment.alarms.keys() - moment.alarms_before.keys()
            assert (moment.alarms[key].kind, moment.alarms[key].collector) == (event.kind.value, event.collector)

    lived(rng, length, look)


@calm
@days
def test_that_duplicates_change_nothing_and_older_numbers_neither_leg_nor_deadline(
    rng: random.Random, length: int
) -> None:
    def look(moment: Moment) -> None:
        if moment.is_duplicate:
            assert (moment.before, moment.alarms_before) == (moment.after, moment.alarms)
        if moment.is_older:
            assert moment.before == moment.after

    lived(rng, length, look)


@calm
@days
def test_that_a_leg_never_falls_back(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        if isinstance(moment.event, (Report, Raised, AlarmDeed)):
            for key, watch in moment.before.items():
                assert moment.after[key].leg.rank >= watch.leg.rank

    lived(rng, length, look)


@calm
@days
def test_that_the_fold_of_the_stored_log_is_the_live_state(rng: random.Random, length: int) -> None:
    state, log = lived(rng, length, lambda _: None)
    again = fold(event_of(form_of(event)) for event in log)
    advance(again, state.clock.received if state.clock else START)
    assert snapshot(again) == snapshot(state)
    assert list(again.open_alarms) == list(state.open_alarms)
    assert (again.clock, again.phones, again.wrong_pins) == (state.clock, state.phones, state.wrong_pins)
    assert again.agenda.first() == state.agenda.first()


@calm
@days
def test_that_no_deadline_lies_beyond_credit_interval_and_two_extensions(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        for watch in moment.after.values():
            if watch.leg.is_out and watch.deadline is not None and watch.deadline.leg is watch.leg:
                bought = deadlines.interval(watch.leg, moment.state.plans[watch.visit])
                assert watch.deadline.due <= watch.deadline.known + bought + watch.extensions * deadlines.EXTENSION

    lived(rng, length, look)


@calm
@days
def test_that_extensions_from_phones_end_at_two_per_leg(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        event = moment.event
        if isinstance(event, Report) and event.source is Source.PHONE:
            for key, watch in moment.after.items():
                was = moment.before[key].extensions
                assert watch.extensions <= max(2, was)

    lived(rng, length, look)


@calm
@days
def test_that_no_alarm_is_later_than_due_and_grace(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        if isinstance(moment.event, Raised):
            owed = moment.event.obligation
            assert owed.at <= moment.now
            watch = moment.before.get((owed.visit, owed.collector))
            if owed.duty == "overdue" and watch is not None and watch.deadline is not None:
                grace = deadlines.RULES[watch.deadline.leg].grace
                assert owed.at == max(watch.deadline.due + grace, watch.deadline.known)

    lived(rng, length, look)


@calm
@days
def test_that_the_first_acknowledgement_keeps_its_owner(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        if isinstance(moment.event, Acknowledge):
            for key, was in moment.alarms_before.items():
                assert was.owner is None or moment.alarms[key] == was

    lived(rng, length, look)


@calm
@days
def test_that_resolving_while_out_starts_a_new_deadline(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        ended = [key for key, was in moment.alarms_before.items() if was.is_open and not moment.alarms[key].is_open]
        for key in ended:
            alarm = moment.alarms[key]
            watch = moment.after.get((alarm.visit, alarm.collector))
            if watch is not None and watch.leg.is_out and not watch.is_overdue:
                assert watch.deadline is not None
                assert watch.deadline.known == moment.now
                bought = deadlines.interval(watch.leg, moment.state.plans[watch.visit])
                assert watch.deadline.due - moment.now == bought > timedelta(0)

    lived(rng, length, look)


@calm
@days
def test_that_cancelling_cannot_end_a_watch(rng: random.Random, length: int) -> None:
    def look(moment: Moment) -> None:
        if isinstance(moment.event, Cancel):
            for key, was in moment.before.items():
                assert was.leg is Leg.PLANNED or moment.after[key].leg is was.leg
                assert not was.leg.is_out or moment.after[key] == was

    lived(rng, length, look)


@calm
@days
def test_that_steps_lead_up_only_and_others_leave_the_leg(rng: random.Random, length: int) -> None:
    ends = {ReportKind.SAFE: Leg.SAFE, ReportKind.HOME_SAFE: Leg.SAFE, ReportKind.BREAK_OFF: Leg.LEFT, **LEG_OF_STEP}

    def look(moment: Moment) -> None:
        if isinstance(moment.event, Report):
            for key, watch in moment.after.items():
                assert watch.leg in {moment.before[key].leg, ends.get(moment.event.kind)}

    lived(rng, length, look)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@days
def test_that_the_oracle_says_the_same_of_every_random_day(rng: random.Random, length: int) -> None:
    day = make(rng, length)
    assert difference(day.events, day.oracle) == ""
