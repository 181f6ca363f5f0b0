"""What a word from the field does: leg, deadline, alarms. A word can add an alarm; it never lowers, delays or ends one.

Source: reference safety §3.2, §3.3. Chosen readings are listed in docs/safety-rules.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from visitdesk.safety import deadlines, pair
from visitdesk.safety.alarms import Alarm, priority_of
from visitdesk.safety.messages import Order, Worth, weigh
from visitdesk.safety.model import (
    LEG_OF_STEP,
    LOUD,
    AlarmId,
    AlarmKind,
    Leg,
    Line,
    Report,
    ReportKind,
    Source,
    What,
)
from visitdesk.safety.state import State, Watch

LOW_BATTERY = 15
WRONG_PINS = 3
_PIN_GIVEN = frozenset({ReportKind.ARRIVED, ReportKind.FINE, ReportKind.LEFT, ReportKind.SAFE})
"""Phones ask for the PIN here, so such a report ends a row of wrong ones."""
_DEVICE_WORDS = frozenset({ReportKind.BATTERY, ReportKind.POSITION})


def apply_report(state: State, report: Report) -> Iterator[Line]:
    """Take in one report; yields what people should read about it."""
    worth = _weighed(state, report)
    if worth.order is Order.DUPLICATE:
        return
    if worth.is_clock_off:
        yield note(state, report, "note.clock_skew")
    yield from _loud(state, report, worth)
    if worth.order is Order.OLDER:
        return
    if report.kind in LOUD or report.kind is ReportKind.WRONG_PIN:
        _heard(state, report)
        return
    if report.kind in _PIN_GIVEN:
        state.wrong_pins.pop((report.visit, report.collector), None)
    credit = state.now - (report.received - worth.credit)
    if (report.visit, report.collector) not in state.watches:
        yield from _off_duty(state, report)
        return
    before = state.watches[report.visit, report.collector].leg
    for watch in pair.counts_for(state, report):
        yield from _for_one(state, watch, report, credit)
    if report.kind is ReportKind.ARRIVED and before is not Leg.ARRIVED:
        pair.expect_partners(state, report, credit)


def note(state: State, report: Report, rule: str, **facts: object) -> Line:
    """A P3 note on the tile: no sound."""
    watch = state.watches.get((report.visit, report.collector))
    return Line(
        at=state.now,
        what=What.NOTE,
        visit=report.visit,
        collector=report.collector,
        kind=None,
        priority=3,
        leg=watch.leg if watch else None,
        owner=None,
        rule=rule,
        facts=facts,
    )


def raise_alarm(
    state: State,
    kind: AlarmKind,
    watch: Watch | Report | None,
    *,
    priority: int,
    cause: str = "",
    at: datetime | None = None,
) -> Alarm:
    """Raise an alarm now, or as of `at`, about a watched collector, a report's sender, or (None) the watch itself."""
    visit, collector = (watch.visit, watch.collector) if watch else (None, None)
    known = state.watches.get((visit, collector)) if visit and collector else None
    alarm = Alarm(
        id=AlarmId(state.new_identity(kind, visit, collector)),
        kind=kind,
        visit=visit,
        collector=collector,
        priority=priority,
        leg=known.leg if known else None,
        raised=at or state.now,
        cause=cause,
    )
    state.keep_alarm(alarm)
    return alarm


def alarm_line(alarm: Alarm, what: What, at: datetime, rule: str, **facts: object) -> Line:
    """A line about an alarm."""
    return Line(
        at=at,
        what=what,
        visit=alarm.visit,
        collector=alarm.collector,
        kind=alarm.kind,
        priority=alarm.priority,
        leg=alarm.leg,
        owner=alarm.owner,
        rule=rule,
        facts=facts,
        alarm=alarm.id,
    )


def _weighed(state: State, report: Report) -> Worth:
    mark = (report.device or "", report.number if report.number is not None else -1)
    has_mark = report.device is not None and report.number is not None
    plan = state.plans.get(report.visit)
    worth = weigh(
        report,
        state.phones.get(mark[0]) if has_mark else None,
        is_repeat=has_mark and mark in state.seen,
        published=plan.received if plan else None,
    )
    if has_mark and worth.phone is not None:
        state.seen.add(mark)
        state.phones[mark[0]] = worth.phone
    return worth


def _loud(state: State, report: Report, worth: Worth) -> Iterator[Line]:
    """Loud reports raise in any leg, order and age, also on visits nobody published."""
    kind = LOUD.get(report.kind)
    if report.kind is ReportKind.WRONG_PIN:
        key = (report.visit, report.collector)
        state.wrong_pins[key] = state.wrong_pins.get(key, 0) + 1
        if state.wrong_pins[key] == WRONG_PINS:
            del state.wrong_pins[key]
            kind = AlarmKind.WRONG_PIN
    if kind is None:
        return
    watch = state.watches.get((report.visit, report.collector))
    alarm = raise_alarm(state, kind, report, priority=priority_of(kind, watch.leg if watch else None))
    age = (report.received - worth.credit).total_seconds()
    rule = f"alarm.{kind}" if watch else f"alarm.{kind}_unknown_visit"
    yield alarm_line(alarm, What.ALARM, alarm.raised, rule, sent_seconds_ago=int(age))


def _heard(state: State, report: Report) -> None:
    """A loud word is a word: it ends the silence, and nothing else."""
    watch = state.watches.get((report.visit, report.collector))
    if watch is not None:
        state.keep_watch(_with_word(state, watch, report))


def _with_word(state: State, watch: Watch, report: Report) -> Watch:
    return replace(watch, heard=state.now, said=report.kind.value, silence_noted=False)


def _off_duty(state: State, report: Report) -> Iterator[Line]:
    """Safe, cancelled, unknown: steps are history and noted; the rest is dropped."""
    if report.kind in LEG_OF_STEP:
        yield note(state, report, "note.step_off_duty", step=report.kind.value)


def _for_one(state: State, watch: Watch, report: Report, credit: datetime) -> Iterator[Line]:
    """The report's meaning for one of those it counts for."""
    is_own = watch.collector == report.collector
    if watch.leg in {Leg.SAFE, Leg.CANCELLED}:
        if report.kind is ReportKind.HOME_SAFE and watch.leg is Leg.SAFE:
            state.keep_watch(_with_word(state, watch, report))
            _end_day(state, watch)
        elif is_own:
            yield from _off_duty(state, report)
        return
    watch = _with_word(state, watch, report)
    if is_own and report.kind in pair.ARRIVALS and (watch.leg.is_out or report.kind in LEG_OF_STEP):
        watch = replace(watch, has_arrived=True, partner_due=None)
    if report.kind in _DEVICE_WORDS:
        state.keep_watch(watch)
        if report.percent is not None and report.percent <= LOW_BATTERY:
            yield note(state, report, "note.battery_low", percent=report.percent)
    elif watch.leg is Leg.PLANNED:
        yield from _while_planned(state, watch, report, credit)
    else:
        yield from _while_out(state, watch, report, credit)


def _while_planned(state: State, watch: Watch, report: Report, credit: datetime) -> Iterator[Line]:
    leg = LEG_OF_STEP.get(report.kind)
    if leg is not None:
        _go(state, watch, leg, credit)
        return
    state.keep_watch(watch)
    if report.kind is ReportKind.EXTENSION:
        yield replace(note(state, report, "note.extension_before_start"), collector=watch.collector, leg=watch.leg)


def _while_out(state: State, watch: Watch, report: Report, credit: datetime) -> Iterator[Line]:
    was_overdue = watch.is_overdue
    match report.kind:
        case ReportKind.SAFE:
            _be_safe(state, watch, credit)
        case ReportKind.HOME_SAFE:
            _be_safe(state, watch, credit)
            _end_day(state, watch)
        case ReportKind.BREAK_OFF:
            yield from _break_off(state, watch, credit)
        case ReportKind.FINE:
            state.keep_watch(watch if was_overdue else _with_fresh_deadline(state, watch, credit))
        case ReportKind.EXTENSION:
            yield from _extend(state, watch, report)
        case _:
            leg = LEG_OF_STEP[report.kind]
            if leg.rank > watch.leg.rank:
                _go(state, watch, leg, credit)
            else:
                state.keep_watch(watch)
    if was_overdue:
        yield _heard_while_overdue(state, watch, report, credit)


def _heard_while_overdue(state: State, watch: Watch, report: Report, credit: datetime) -> Line:
    """The badge on an open alarm: a late report was sent before the alarm, any other came after it."""
    raised = [
        alarm.raised for alarm in state.open_alarms.values() if watch.deadline and alarm.cause == watch.deadline.id
    ]
    is_late = any(credit < at for at in raised)
    sent = int((state.now - credit).total_seconds())
    line = note(
        state, report, "note.late_report" if is_late else "note.heard", word=report.kind.value, sent_seconds_ago=sent
    )
    return replace(line, collector=watch.collector, leg=state.watches[watch.key].leg)


def _go(state: State, watch: Watch, leg: Leg, credit: datetime) -> None:
    """To a higher leg: new deadline, extensions from 0. With the overdue alarm open only the leg is shown."""
    was_planned = watch.leg is Leg.PLANNED
    watch = replace(watch, leg=leg, extensions=0)
    state.keep_watch(watch if watch.is_overdue else _with_fresh_deadline(state, watch, credit))
    if was_planned:
        departed(state, watch)


def departed(state: State, watch: Watch) -> None:
    """Out on one visit: nothing is owed any more on those this collector is safe from."""
    for other in state.of_collector(watch.collector):
        if other.leg is Leg.SAFE and other.deadline is not None and other.key != watch.key:
            state.keep_watch(replace(other, deadline=None))


def _with_fresh_deadline(state: State, watch: Watch, credit: datetime) -> Watch:
    return state.new_deadline(watch, credit + deadlines.interval(watch.leg, state.plans[watch.visit]))


def restart_deadline(state: State, watch: Watch) -> None:
    """A new deadline from now on: after a resolution while out, and for a newcomer."""
    state.keep_watch(_with_fresh_deadline(state, watch, state.now))


def _be_safe(state: State, watch: Watch, credit: datetime) -> None:
    """Safe: this visit's deadline goes, open alarms stay; the way to the next stop or home has a deadline of its own."""
    watch = replace(watch, leg=Leg.SAFE, extensions=0, partner_due=None)
    await_next(state, watch, credit)


def await_next(state: State, watch: Watch, credit: datetime) -> None:
    """Start the deadline of the leg "safe": next departure where another visit waits, else home by the shift's end."""
    others = state.of_collector(watch.collector)
    if any(other.leg.is_out for other in others if other.key != watch.key):
        state.keep_watch(replace(watch, deadline=None))  # watched on that other visit
        return
    has_next = any(other.leg is Leg.PLANNED and other.is_member for other in others)
    plan = state.plans[watch.visit]
    due = deadlines.due_after_safe(plan, credit=credit, now=state.now, has_next=has_next)
    for other in others:
        if other.leg is Leg.SAFE and other.deadline is not None and other.key != watch.key:
            state.keep_watch(replace(other, deadline=None))
    state.keep_watch(state.new_deadline(replace(watch, awaits_departure=has_next), due))


def _end_day(state: State, watch: Watch) -> None:
    """Home and safe: nothing more is owed on any visit this collector is safe from."""
    for other in state.of_collector(watch.collector):
        if other.leg is Leg.SAFE and other.deadline is not None:
            state.keep_watch(replace(other, deadline=None))


def _break_off(state: State, watch: Watch, credit: datetime) -> Iterator[Line]:
    """Leaving for safety: never scored, always asked about."""
    watch = replace(watch, broke_off=True)
    if watch.leg.rank < Leg.LEFT.rank:
        _go(state, watch, Leg.LEFT, credit)
    else:
        state.keep_watch(watch)
    alarm = raise_alarm(state, AlarmKind.BREAK_OFF, watch, priority=priority_of(AlarmKind.BREAK_OFF, watch.leg))
    yield alarm_line(alarm, What.ALARM, alarm.raised, "alarm.break_off")


def _extend(state: State, watch: Watch, report: Report) -> Iterator[Line]:
    """Fifteen minutes more, twice per leg; further ones only from the officer's hand."""
    if watch.is_overdue or watch.deadline is None:
        state.keep_watch(watch)
        return
    if watch.extensions >= deadlines.MAX_EXTENSIONS and report.source is Source.PHONE:
        state.keep_watch(watch)
        yield replace(note(state, report, "note.extensions_used_up"), collector=watch.collector, leg=watch.leg)
        return
    extended = state.new_deadline(watch, watch.deadline.due + deadlines.EXTENSION)
    state.keep_watch(replace(extended, extensions=watch.extensions + 1))


def overdue_all(state: State, watches: Iterable[Watch]) -> Iterator[Line]:
    """Blind time: everybody with a running deadline is treated as overdue at once."""
    for watch in list(watches):
        if watch.deadline is not None and not watch.is_overdue:
            yield raise_overdue(state, watch, state.now, "alarm.overdue_blind")


def raise_overdue(state: State, watch: Watch, at: datetime, rule: str) -> Line:
    """No word after the grace: one alarm per deadline."""
    deadline = watch.deadline
    if deadline is None:
        msg = "overdue without a deadline"
        raise ValueError(msg)
    state.keep_watch(replace(watch, deadline=deadline.at_stage(deadlines.Stage.OVERDUE)))
    priority = deadlines.RULES[deadline.leg].priority
    alarm = raise_alarm(state, AlarmKind.OVERDUE, watch, priority=priority, cause=deadline.id, at=at)
    return alarm_line(alarm, What.ALARM, at, rule, due=deadline.due)
