"""The deeds of the watch: one append-only log, one fold of it, and a tick that stores what is due.

Several desks, the watch process and a restart see the same alarms, owners and versions, since all fold the same log.
Whatever the watch raises has a key that is unique in it.

A refused deed is stored and told: the deed raises `RuleBroken` or `Stale` *after* its transaction is committed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import RuleBroken, Stale
from visitdesk.people.model import CollectorId
from visitdesk.safety.board import BoardView, board
from visitdesk.safety.form import kind_of
from visitdesk.safety.live import LiveFold
from visitdesk.safety.model import (
    Acknowledge,
    AlarmId,
    AlarmRef,
    Cancel,
    ChangeTeam,
    Event,
    HandOver,
    Line,
    LogStep,
    Publish,
    Recall,
    Report,
    ReportKind,
    Resolve,
    ResponseStep,
    Source,
    TakeOver,
    VisitToWatch,
    What,
)
from visitdesk.safety.ports import SafetyTransactions, SafetyUnit, Uptime
from visitdesk.safety.state import joined, ref_of
from visitdesk.safety.visit_log import LogEntry, visit_log
from visitdesk.security import audit
from visitdesk.security.model import Actor, UserId
from visitdesk.security.permissions import Deed, require

STALE_RULES = frozenset({"deed.stale", "deed.resolved", "deed.no_such_alarm", "acknowledge.owned"})
"""Refusals because another hand was faster."""

MakeEvent = Callable[[datetime], Event]
MakeDeed = Callable[[datetime, AlarmRef], Event]


class WatchDesk:
    """The watch of one branch as one desk sees it. Used from one thread: the writer's."""

    def __init__(
        self, transactions: SafetyTransactions, clock: Clock, uptime: Uptime | None = None, *, desk: str = "desk"
    ) -> None:
        self._clock = clock
        self._live = LiveFold(transactions, clock, uptime, desk)

    # Deeds on visits

    def publish(self, actor: Actor, plan: Sequence[VisitToWatch]) -> Changed:
        """Put the visits of a published day plan under watch; a visit under way is refused, the others go live.

        Raises:
            RuleBroken: a visit is under way already; the rest of the plan stands.
        """
        require(actor, Deed.PUBLISH_DAY)
        with self._live.writing() as unit:
            self._live.begin_day(unit)
            events = [_publish(visit, self._live.now()) for visit in plan]
            lines = [line for event in events for line in self._live.store(unit, event)]
            self._enter(unit, actor, "safety.publish", "day_plan", "", {"visits": [one.visit for one in plan]})
        self._tell(lines)
        return Changed(frozenset((Subject.SAFETY_EVENT, str(visit.visit)) for visit in plan))

    def report(
        self,
        actor: Actor,
        *,
        visit: VisitId,
        collector: CollectorId,
        kind: ReportKind,
        with_partner: bool = False,
        said_at: datetime | None = None,
        note: str = "",
    ) -> Changed:
        """A phoned check-in typed by the officer.

        Args:
            said_at: when it was said, where that was earlier.
            note: words heard; they stay in the log of the visit.
        """
        require(actor, Deed.WATCH)
        return self._deed(
            actor,
            lambda received: Report(
                received=received,
                kind=kind,
                visit=visit,
                collector=collector,
                source=Source.OFFICER,
                with_partner=with_partner,
                device_time=said_at,
                by=actor.user,
                note=note.strip(),
            ),
            visit,
        )

    def extend(
        self, actor: Actor, *, visit: VisitId, collector: CollectorId, with_partner: bool = False, reason: str = ""
    ) -> Changed:
        """A quarter hour more from the officer's hand, also after the phone's two extensions."""
        kind = ReportKind.EXTENSION
        return self.report(actor, visit=visit, collector=collector, kind=kind, with_partner=with_partner, note=reason)

    def take_in(self, message: Report) -> Changed:
        """A phone's message from the inbox; the same one twice changes nothing.

        `message.received` is the gateway's stamp; the log gets the watch's own, which never goes back.
        """
        key = None if message.number is None else joined("report", message.device, str(message.number))
        with self._live.writing() as unit:
            received = self._live.now()
            sent = message.device_time or message.received
            self._live.store(unit, replace(message, received=received, device_time=sent), key)
        return _changed(message.visit)

    def cancel(self, actor: Actor, *, visit: VisitId, reason: str) -> Changed:
        """Take a planned visit off the board. Refused while somebody is out."""
        require(actor, Deed.WATCH)
        return self._deed(
            actor, lambda at: Cancel(received=at, visit=visit, by=actor.user, reason=reason), visit, reason
        )

    def recall(self, actor: Actor, *, visit: VisitId, reason: str) -> Changed:
        """Call a team back; the watch goes on until all are safe."""
        require(actor, Deed.WATCH)
        return self._deed(
            actor, lambda at: Recall(received=at, visit=visit, by=actor.user, reason=reason), visit, reason
        )

    def change_team(
        self,
        actor: Actor,
        *,
        visit: VisitId,
        leaves: Sequence[CollectorId] = (),
        joins: Sequence[CollectorId] = (),
    ) -> Changed:
        """Swap collectors; who is out and leaves is watched until his own "safe"."""
        require(actor, Deed.DISPATCH)
        return self._deed(
            actor,
            lambda at: ChangeTeam(received=at, visit=visit, leaves=tuple(leaves), joins=tuple(joins), by=actor.user),
            visit,
        )

    # Deeds on alarms

    def acknowledge(self, actor: Actor, *, alarm: AlarmId) -> Changed:
        """The actor says "mine": the first one owns; the ladder goes on."""
        require(actor, Deed.WATCH)
        return self._on_alarm(
            actor, alarm, lambda at, ref: Acknowledge(received=at, alarm=ref, alarm_id=alarm, by=actor.user)
        )

    def take_over(self, actor: Actor, *, alarm: AlarmId, reason: str, version: int | None = None) -> Changed:
        """Take an alarm from its owner, with reason."""
        require(actor, Deed.WATCH)

        def event(at: datetime, ref: AlarmRef) -> Event:
            return TakeOver(received=at, alarm=ref, alarm_id=alarm, version=version, by=actor.user, reason=reason)

        return self._on_alarm(actor, alarm, event, reason)

    def log_step(self, actor: Actor, *, alarm: AlarmId, step: ResponseStep, rung: str = "", note: str = "") -> Changed:
        """A response step was done; it keeps the sound off for three minutes."""
        require(actor, Deed.WATCH)

        def event(at: datetime, ref: AlarmRef) -> Event:
            return LogStep(
                received=at, alarm=ref, alarm_id=alarm, by=actor.user, step=step, rung=rung, note=note.strip()
            )

        return self._on_alarm(actor, alarm, event)

    def resolve(
        self,
        actor: Actor,
        *,
        alarm: AlarmId,
        reason: str,
        version: int | None = None,
        second: Actor | None = None,
    ) -> Changed:
        """End an alarm with a reason and the version that was seen; duress takes a second, signed-in person."""
        require(actor, Deed.WATCH)
        if second is not None:
            require(second, Deed.RESOLVE_DURESS)
        by = (actor.user,) if second is None else (actor.user, second.user)

        def event(at: datetime, ref: AlarmRef) -> Event:
            return Resolve(received=at, alarm=ref, alarm_id=alarm, version=version, by=by, reason=reason)

        return self._on_alarm(actor, alarm, event, reason)

    def hand_over(self, actor: Actor, *, giver: UserId, accepted: Sequence[AlarmId]) -> Changed:
        """The actor accepts, by name, alarms owned by the officer who leaves; the others stay with that one."""
        require(actor, Deed.WATCH)
        with self._live.writing() as unit:
            found = [(alarm, self._ref(alarm)) for alarm in accepted]
            known = [(alarm, ref) for alarm, ref in found if ref is not None]
            lines = self._live.store(
                unit,
                HandOver(
                    received=self._live.now(),
                    giver=giver,
                    taker=actor.user,
                    accepted=tuple(ref for _, ref in known),
                    alarm_ids=tuple(alarm for alarm, _ in known),
                ),
            )
            self._enter(unit, actor, "safety.hand_over", "alarm", "", {"from": giver, "alarms": list(accepted)})
        self._tell(lines)
        return Changed(frozenset((Subject.ALARM, str(alarm)) for alarm in accepted))

    # The watch itself

    def tick(self) -> Changed:
        """Raise and store all that is due; cheap where nothing is. Several desks may tick at once."""
        with self._live.reading():
            pass  # in step with the other desks
        if not self._live.has_work():
            return Changed()
        before = set(self._live.state.open_alarms)
        with self._live.writing():
            pass  # catching up with the clock is the whole deed
        after = set(self._live.state.open_alarms)
        raised = frozenset((Subject.ALARM, str(alarm)) for alarm in after - before)
        return Changed(raised) | Changed.one(Subject.SAFETY_EVENT)

    def board(self) -> BoardView:
        """The board now. What is due but not yet ticked is not on it."""
        with self._live.reading():
            return board(self._live.state, self._live.now(), not_watching=self._live.gap)

    def visit_log(self, visit: VisitId) -> tuple[LogEntry, ...]:
        """Everything that happened on a visit, for the paper; empty for a visit never watched."""
        with self._live.reading() as unit:
            span = unit.safety_log.span(visit)
            if span is None:
                return ()
            first = unit.safety_log.day_begun(before=span[0])
            events = unit.safety_log.after(first)
        return visit_log(events, visit)

    def _deed(self, actor: Actor, make: MakeEvent, visit: VisitId, reason: str = "") -> Changed:
        with self._live.writing() as unit:
            event = make(self._live.now())
            lines = self._live.store(unit, event)
            facts: dict[str, object] = {"refused": [line.rule for line in lines if line.what is What.REFUSED]}
            self._enter(unit, actor, f"safety.{kind_of(event)}", "visit", visit, facts, reason)
        self._tell(lines)
        return _changed(visit)

    def _on_alarm(self, actor: Actor, alarm: AlarmId, make: MakeDeed, reason: str = "") -> Changed:
        with self._live.writing() as unit:
            ref = self._ref(alarm)
            if ref is None:
                raise Stale("safety.deed_no_such_alarm")
            event = make(self._live.now(), ref)
            lines = self._live.store(unit, event)
            facts: dict[str, object] = {"refused": [line.rule for line in lines if line.what is What.REFUSED]}
            self._enter(unit, actor, f"safety.{kind_of(event)}", "alarm", alarm, facts, reason)
        self._tell(lines)
        return Changed.one(Subject.ALARM, alarm) | _changed(ref.visit or "")

    def _ref(self, alarm: AlarmId) -> AlarmRef | None:
        found = self._live.state.alarm(alarm)
        return ref_of(found) if found is not None else None

    def _enter(
        self,
        unit: SafetyUnit,
        actor: Actor,
        name: str,
        kind: str,
        subject: str,
        facts: dict[str, object],
        reason: str = "",
    ) -> None:
        deed = audit.Deed(name=name, actor=actor, subject_kind=kind, subject=subject, facts=facts, reason=reason)
        unit.audit.append(deed, self._clock.now())

    @staticmethod
    def _tell(lines: Sequence[Line]) -> None:
        """Raise the first refusal, now that it is stored."""
        for line in lines:
            if line.what is What.REFUSED:
                fault = Stale if line.rule in STALE_RULES else RuleBroken
                facts = {"visit": line.visit or "", "collector": line.collector or "", "owner": line.owner or ""}
                raise fault(f"safety.{line.rule.replace('.', '_')}", rule=line.rule, **(facts | dict(line.facts)))


def _publish(visit: VisitToWatch, received: datetime) -> Publish:
    return Publish(
        received=received,
        visit=visit.visit,
        team=visit.team,
        travel=visit.travel,
        shift_end=visit.shift_end,
        level=visit.level,
        team_name=visit.team_name,
    )


def _changed(visit: str) -> Changed:
    return Changed.one(Subject.SAFETY_EVENT, visit) | Changed.one(Subject.ALARM)
