"""What the people at the board do: alarms, cancelling, recalling, changing teams, handing over.

Every deed gets a verdict; a refused one is entered and changes nothing. Source: reference safety §3.3, §3.4; chosen
readings are listed in docs/safety-rules.md.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety import alarms, reports
from visitdesk.safety.alarms import Alarm, Verdict
from visitdesk.safety.model import (
    Acknowledge,
    AlarmDeed,
    AlarmId,
    AlarmKind,
    Cancel,
    ChangeTeam,
    HandOver,
    Leg,
    Line,
    LogStep,
    Publish,
    Recall,
    Resolve,
    TakeOver,
    What,
)
from visitdesk.safety.state import State, Watch
from visitdesk.security.model import UserId


def apply_publish(state: State, plan: Publish) -> Iterator[Line]:
    """Put a visit under watch; again only while nobody has set out for it, or after it has left the board."""
    if _is_on_the_board(state, plan.visit):
        yield visit_line(state, plan.visit, What.REFUSED, "publish.started")
        return
    for watch in state.of_visit(plan.visit):
        state.drop_watch(watch.key)
    state.plans[plan.visit] = plan
    for collector in plan.team:
        state.keep_watch(Watch(visit=plan.visit, collector=collector))


def _is_on_the_board(state: State, visit: VisitId) -> bool:
    watches = state.of_visit(visit)
    if any(watch.leg.is_out or watch.deadline is not None for watch in watches):
        return True
    has_started = any(watch.leg is Leg.SAFE for watch in watches)
    return has_started and any(alarm.visit == visit for alarm in state.open_alarms.values())


def apply_alarm_deed(state: State, deed: AlarmDeed) -> Iterator[Line]:
    """A deed on one alarm."""
    alarm = _found(state, deed)
    if alarm is None:
        yield _stale(state, deed)
        return
    if not alarm.is_open:
        is_step = isinstance(deed, LogStep)
        rule = "step.after_resolved" if is_step else "deed.resolved"
        yield _said_by(reports.alarm_line(alarm, What.NOTE if is_step else What.REFUSED, state.now, rule), deed)
        return
    if deed.version is not None and deed.version != alarm.version:
        yield _said_by(reports.alarm_line(alarm, What.REFUSED, state.now, "deed.stale"), deed)
        return
    verdict = _judged(state, deed, alarm)
    if verdict.alarm is None:
        yield _said_by(reports.alarm_line(alarm, What.REFUSED, state.now, verdict.rule, since=alarm.acknowledged), deed)
        return
    state.keep_alarm(verdict.alarm)
    if isinstance(deed, Resolve):
        _after_resolving(state, verdict.alarm)
    yield _said_by(reports.alarm_line(verdict.alarm, _what(deed), state.now, verdict.rule), deed)


def _found(state: State, deed: AlarmDeed) -> Alarm | None:
    if deed.alarm_id is not None:
        return state.alarm(deed.alarm_id)
    return next(iter(state.open_of(deed.alarm)), None)


def _judged(state: State, deed: AlarmDeed, alarm: Alarm) -> Verdict:
    about = concerned(state, alarm)
    match deed:
        case Acknowledge():
            return alarms.acknowledge(alarm, deed.by, state.now, about)
        case TakeOver():
            return alarms.take_over(alarm, deed.by, deed.reason, state.now, about)
        case LogStep():
            return alarms.noted(alarms.log_step(alarm, deed.step, deed.by, state.now), deed.rung, deed.note)
        case Resolve():
            return alarms.resolve(alarm, deed.by, deed.reason, state.now, about)
        case _:
            msg = f"unknown deed {type(deed).__name__}"
            raise TypeError(msg)


def _what(deed: AlarmDeed) -> What:
    match deed:
        case Resolve():
            return What.RESOLVED
        case LogStep():
            return What.NOTE
        case _:
            return What.ACKNOWLEDGED


def _said_by(line: Line, deed: AlarmDeed) -> Line:
    by = getattr(deed, "by", "")
    facts = {**line.facts, "by": "、".join(by) if isinstance(by, tuple) else by}
    if isinstance(deed, LogStep) and deed.note:
        facts["note"] = deed.note
    return replace(line, facts=facts)


def concerned(state: State, alarm: Alarm) -> Collection[str]:
    """Those who may neither take nor resolve it: its collector and all who are or were on that visit's team."""
    about = {str(alarm.collector)} if alarm.collector is not None else set()
    if alarm.visit is not None:
        about.update(watch.collector for watch in state.of_visit(alarm.visit))
    return about


def _stale(state: State, deed: AlarmDeed) -> Line:
    """No such alarm is open: a step on a resolved one is a note, everything else is told that it came too late."""
    was = state.was_resolved(deed.alarm)
    is_note = was and isinstance(deed, LogStep)
    rule = "step.after_resolved" if is_note else ("deed.resolved" if was else "deed.no_such_alarm")
    line = Line(
        at=state.now,
        what=What.NOTE if is_note else What.REFUSED,
        visit=deed.alarm.visit,
        collector=deed.alarm.collector,
        kind=deed.alarm.kind,
        priority=None,
        leg=None,
        owner=None,
        rule=rule,
    )
    return _said_by(line, deed)


def _after_resolving(state: State, alarm: Alarm) -> None:
    """Still out: a new deadline starts now, unless the overdue alarm of the present one is still open."""
    if alarm.visit is None or alarm.collector is None:
        return
    watch = state.watches.get((alarm.visit, alarm.collector))
    if watch is None or watch.deadline is None:
        return
    is_this = alarm.kind is AlarmKind.OVERDUE and alarm.cause == watch.deadline.id
    if watch.leg.is_out and (is_this or not watch.is_overdue):
        reports.restart_deadline(state, watch)
    elif is_this:
        state.keep_watch(replace(watch, deadline=None))


def visit_line(state: State, visit: VisitId, what: What, rule: str, by: str = "") -> Line:
    """A line about a whole visit."""
    return Line(
        at=state.now,
        what=what,
        visit=visit,
        collector=None,
        kind=None,
        priority=None,
        leg=None,
        owner=None,
        rule=rule,
        facts={"by": by},
    )


def apply_cancel(state: State, deed: Cancel) -> Iterator[Line]:
    """Only a visit nobody has set out for can be cancelled; a team that is out is recalled and watched on."""
    watches = state.of_visit(deed.visit)
    if not deed.reason.strip():
        rule = "cancel.no_reason"
    elif not watches:
        rule = "visit.unknown"
    elif any(watch.leg.is_out for watch in watches):
        rule = "cancel.out"
    elif not any(watch.leg is Leg.PLANNED for watch in watches):
        rule = "cancel.over"
    else:
        for watch in watches:
            if watch.leg is Leg.PLANNED:
                state.keep_watch(replace(watch, leg=Leg.CANCELLED, partner_due=None))
                _no_next_departure(state, watch.collector)
        yield visit_line(state, deed.visit, What.NOTE, "cancel", deed.by)
        return
    yield visit_line(state, deed.visit, What.REFUSED, rule, deed.by)


def _no_next_departure(state: State, collector: CollectorId) -> None:
    """Where the stop one was to set out for is gone, word is due from home instead."""
    others = state.of_collector(collector)
    if any(other.leg is Leg.PLANNED and other.is_member for other in others):
        return
    for other in others:
        if other.leg is Leg.SAFE and other.deadline is not None and other.awaits_departure and not other.is_overdue:
            reports.await_next(state, other, state.now)


def apply_recall(state: State, deed: Recall) -> Iterator[Line]:
    """The team is told to come back; the watch goes on."""
    watches = state.of_visit(deed.visit)
    if not deed.reason.strip():
        rule = "recall.no_reason"
    elif not watches:
        rule = "visit.unknown"
    elif not any(watch.leg.is_out for watch in watches):
        rule = "recall.not_out"
    else:
        state.recalled.add(deed.visit)
        yield visit_line(state, deed.visit, What.NOTE, "recall", deed.by)
        return
    yield visit_line(state, deed.visit, What.REFUSED, rule, deed.by)


def apply_change_team(state: State, deed: ChangeTeam) -> Iterator[Line]:
    """Planned: swapped. Out: the newcomer is out too; who leaves is watched until his own "safe"."""
    rule = _change_refused(state, deed)
    if rule:
        yield visit_line(state, deed.visit, What.REFUSED, rule, deed.by)
        return
    is_out = any(watch.leg.is_out for watch in state.of_visit(deed.visit))
    for collector in deed.leaves:
        watch = state.watches[deed.visit, collector]
        if watch.leg is Leg.PLANNED:
            state.drop_watch(watch.key)
        else:
            state.keep_watch(replace(watch, is_member=False, partner_due=None))
    for collector in deed.joins:
        _join(state, deed.visit, collector, is_out=is_out)
    yield visit_line(state, deed.visit, What.NOTE, "change_team.out" if is_out else "change_team", deed.by)


def _change_refused(state: State, deed: ChangeTeam) -> str:
    members = {watch.collector: watch for watch in state.members(deed.visit)}
    if not state.of_visit(deed.visit):
        return "visit.unknown"
    if all(watch.leg in {Leg.SAFE, Leg.CANCELLED} for watch in members.values()):
        return "change_team.over"
    if not members.keys() >= set(deed.leaves):
        return "change_team.not_member"
    if not members.keys().isdisjoint(deed.joins):
        return "change_team.member"
    if not (members.keys() - set(deed.leaves)) | set(deed.joins):
        return "change_team.nobody_left"
    return ""


def _join(state: State, visit: VisitId, collector: CollectorId, *, is_out: bool) -> None:
    plan = state.plans[visit]
    if collector not in plan.team:
        state.plans[visit] = replace(plan, team=(*plan.team, collector))
    former = state.watches.get((visit, collector))
    if former is not None and former.leg.is_out:
        state.keep_watch(replace(former, is_member=True))
        return
    watch = Watch(visit=visit, collector=collector, leg=Leg.ON_THE_WAY if is_out else Leg.PLANNED)
    state.keep_watch(watch)
    if is_out:
        reports.restart_deadline(state, watch)
        reports.departed(state, state.watches[watch.key])


def apply_hand_over(state: State, deed: HandOver) -> Iterator[Line]:
    """Alarms of the old officer that the new one accepts by name change owner; all others stay with the old one."""
    taken: set[AlarmId] = set()
    for place, ref in enumerate(deed.accepted):
        owned = [alarm for alarm in state.open_of(ref) if alarm.owner == deed.giver and alarm.id not in taken]
        if deed.alarm_ids:
            owned = [alarm for alarm in owned if alarm.id == deed.alarm_ids[place]]
        rule = _hand_over_refused(state, deed, owned)
        if rule:
            line = Line(
                at=state.now,
                what=What.REFUSED,
                visit=ref.visit,
                collector=ref.collector,
                kind=ref.kind,
                priority=None,
                leg=None,
                owner=deed.giver,
                rule=rule,
                facts={"by": deed.taker},
            )
            yield line
            continue
        alarm = alarms.handed_over(owned[0], deed.taker)
        taken.add(alarm.id)
        state.keep_alarm(alarm)
        yield reports.alarm_line(alarm, What.NOTE, state.now, "hand_over", by=deed.taker, giver=deed.giver)


def _hand_over_refused(state: State, deed: HandOver, owned: list[Alarm]) -> str:
    if deed.giver == deed.taker:
        return "hand_over.same"
    if not owned:
        return "hand_over.not_owner"
    if UserId(deed.taker) in concerned(state, owned[0]):
        return "hand_over.concerned"
    return ""
