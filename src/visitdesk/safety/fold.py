"""The fold: `state = fold(events)`, and `next_due(state, now)` says what the watch itself must raise.

Pure in (events, now): no clock, no store, no threads. Whoever runs it (the service, a replay, a test) calls `settle` up
to the instant of each event before applying it, stores what it yields, and so gets the same alarms every time.

At the very instant of a deadline the watch comes first, then the word received: `now >= due + grace` is overdue.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from visitdesk.safety import alarms, deadlines, deeds, ladder, reports
from visitdesk.safety.model import (
    AlarmDeed,
    AlarmId,
    AlarmKind,
    Cancel,
    ChangeTeam,
    ClockReading,
    DayBegun,
    Duty,
    Event,
    HandOver,
    Line,
    Obligation,
    Publish,
    Raised,
    Recall,
    Report,
    What,
)
from visitdesk.safety.state import State, Watch
from visitdesk.safety.watch_clock import WatchClock


def fold(events: Iterable[Event]) -> State:
    """The state after a stored log, in which what the watch raised stands among what it received."""
    state = State()
    for event in events:
        apply(state, event)
    return state


def advance(state: State, received: datetime) -> None:
    """Let the watch clock follow; the first event starts it."""
    clock = state.clock or WatchClock(value=received, received=received)
    state.clock = clock.at(received)


def apply(state: State, event: Event) -> tuple[Line, ...]:
    """Take in one event; answers what people should read about it."""
    if isinstance(event, ClockReading):
        return tuple(_read_clock(state, event))
    advance(state, event.received)
    return tuple(_applied(state, event))


def _applied(state: State, event: Event) -> Iterator[Line]:
    match event:
        case Raised():
            yield from _keep(state, event.obligation)
        case Report():
            yield from reports.apply_report(state, event)
        case AlarmDeed():
            yield from deeds.apply_alarm_deed(state, event)
        case Publish():
            yield from deeds.apply_publish(state, event)
        case Cancel():
            yield from deeds.apply_cancel(state, event)
        case Recall():
            yield from deeds.apply_recall(state, event)
        case ChangeTeam():
            yield from deeds.apply_change_team(state, event)
        case HandOver():
            yield from deeds.apply_hand_over(state, event)
        case DayBegun():
            pass
        case _:
            msg = f"unknown event {type(event).__name__}"
            raise TypeError(msg)


def next_due(state: State, now: datetime) -> Obligation | None:
    """The earliest thing owed at or before the watch instant `now`, or None."""
    owed = state.agenda.first()
    return owed if owed is not None and owed.at <= now else None


def settle(
    state: State, received: datetime, *, now: datetime | None = None
) -> Iterator[tuple[Raised, tuple[Line, ...]]]:
    """Keep everything owed up to an instant, in order of time, one raise-event after the other.

    Args:
        received: stamp of the raise-events.
        now: watch instant to settle up to; None means where the watch clock stands at `received`.
    """
    advance(state, received)
    until = now or state.now
    while (owed := next_due(state, until)) is not None:
        raised = Raised(received=received, obligation=owed)
        yield raised, apply(state, raised)


def _read_clock(state: State, reading: ClockReading) -> Iterator[Line]:
    clock = state.clock or WatchClock(value=reading.received, received=reading.received)
    is_blind = clock.is_blind_after(reading)
    state.clock = clock.read(reading)
    if not is_blind:
        return
    alarm = reports.raise_alarm(state, AlarmKind.SYSTEM, None, priority=1)
    yield reports.alarm_line(alarm, What.ALARM, alarm.raised, "alarm.system_blind")
    yield from reports.overdue_all(state, state.watches.values())


def _keep(state: State, owed: Obligation) -> Iterator[Line]:
    """What keeping an obligation does; nothing where the state has moved on since it was raised."""
    if owed.duty in {Duty.RUNG, Duty.SOUND_AGAIN}:
        yield from _keep_on_alarm(state, owed)
        return
    if owed.visit is None or owed.collector is None:
        return
    watch = state.watches.get((owed.visit, owed.collector))
    if watch is None:
        return
    match owed.duty:
        case Duty.PARTNER if watch.partner_due is not None and watch.partner_due.isoformat() == owed.ref:
            state.keep_watch(replace(watch, partner_due=None))
            priority = alarms.priority_of(AlarmKind.PARTNER_MISSING, watch.leg)
            alarm = reports.raise_alarm(state, AlarmKind.PARTNER_MISSING, watch, priority=priority, at=owed.at)
            yield reports.alarm_line(alarm, What.ALARM, owed.at, "alarm.partner_missing")
        case Duty.SILENCE if not watch.silence_noted:
            state.keep_watch(replace(watch, silence_noted=True))
            yield _watch_line(watch, What.NOTE, owed.at, "note.silence", priority=3)
        case Duty.OVERDUE | Duty.DUE | Duty.REMINDER:
            yield from _keep_deadline(state, watch, owed)
        case _:
            return


def _keep_deadline(state: State, watch: Watch, owed: Obligation) -> Iterator[Line]:
    deadline = watch.deadline
    stage = deadlines.STAGE_OF_DUTY[owed.duty]
    if deadline is None or deadline.id != owed.ref or deadline.stage >= stage:
        return
    if owed.duty is Duty.OVERDUE:
        yield reports.raise_overdue(state, watch, owed.at, f"alarm.overdue_{deadline.leg}")
        return
    state.keep_watch(replace(watch, deadline=deadline.at_stage(stage)))
    what = What.DUE if owed.duty is Duty.DUE else What.REMINDER
    line = _watch_line(watch, what, owed.at, f"{what}.{deadline.leg}")
    yield replace(line, kind=AlarmKind.OVERDUE, facts={"due": deadline.due})


def _keep_on_alarm(state: State, owed: Obligation) -> Iterator[Line]:
    alarm = state.open_alarms.get(AlarmId(owed.ref))
    if alarm is None:
        return
    if owed.duty is Duty.SOUND_AGAIN:
        if not alarm.sounds:
            state.keep_alarm(alarms.sounding_again(alarm))
            yield reports.alarm_line(alarm, What.SOUND_AGAIN, owed.at, "alarm.sound_again")
        return
    if owed.row not in alarm.rungs and not alarm.spoke:
        rule = ladder.rung_at(alarm, owed.row).rule
        state.keep_alarm(ladder.climbed(alarm, owed.row))
        yield reports.alarm_line(
            alarm, What.RUNG, owed.at, rule, minute=int((owed.at - alarm.raised).total_seconds() // 60)
        )


def _watch_line(watch: Watch, what: What, at: datetime, rule: str, *, priority: int | None = None) -> Line:
    return Line(
        at=at,
        what=what,
        visit=watch.visit,
        collector=watch.collector,
        kind=None,
        priority=priority,
        leg=watch.leg,
        owner=None,
        rule=rule,
    )
