"""What the fold of the log knows at one moment: clock, published visits, watched collectors, alarms, phones.

Records are frozen values, replaced whole; each replacement puts what it owes on the agenda. Only `fold` changes a state.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety import deadlines, ladder
from visitdesk.safety.agenda import Agenda
from visitdesk.safety.alarms import Alarm, sounds_again_at
from visitdesk.safety.deadlines import Deadline, Stage
from visitdesk.safety.messages import Phone
from visitdesk.safety.model import AlarmId, AlarmRef, Duty, Leg, Obligation, Publish
from visitdesk.safety.watch_clock import WatchClock

WatchKey = tuple[VisitId, CollectorId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One collector on one visit.

    Attributes:
        deadline: None while planned, after cancellation and once nothing more is owed.
        extensions: taken in this leg, by phone or officer.
        heard: watch instant of the last word, of any kind; None before the first.
        said: the last word itself, for screens.
        has_arrived: said so himself, or a later step himself.
        partner_due: by when he must have said "arrived", since his partner did; None where nobody waits for it.
        silence_noted: ten silent minutes inside are noted once until the next word.
        awaits_departure: safe, and the deadline is for setting out to the next stop rather than for home.
        is_member: still on the team; who left it is watched until his own "safe".
    """

    visit: VisitId
    collector: CollectorId
    leg: Leg = Leg.PLANNED
    deadline: Deadline | None = None
    extensions: int = 0
    heard: datetime | None = None
    said: str = ""
    has_arrived: bool = False
    partner_due: datetime | None = None
    silence_noted: bool = False
    broke_off: bool = False
    awaits_departure: bool = False
    is_member: bool = True

    @property
    def key(self) -> WatchKey:
        """Visit and collector."""
        return self.visit, self.collector

    @property
    def is_overdue(self) -> bool:
        """Its deadline's alarm was raised and is still open: only a person moves this deadline."""
        return self.deadline is not None and self.deadline.stage is Stage.OVERDUE


class State:
    """The fold of all events so far."""

    def __init__(self) -> None:
        self.clock: WatchClock | None = None
        self.plans: dict[VisitId, Publish] = {}
        self.watches: dict[WatchKey, Watch] = {}
        self.open_alarms: dict[AlarmId, Alarm] = {}
        self.resolved: dict[AlarmId, Alarm] = {}
        self.phones: dict[str, Phone] = {}
        self.seen: set[tuple[str, int]] = set()
        self.wrong_pins: dict[WatchKey, int] = {}
        self.recalled: set[VisitId] = set()
        self.ordinal = 0
        self._visits_of: dict[CollectorId, dict[VisitId, None]] = {}
        self._open_by_ref: dict[AlarmRef, dict[AlarmId, None]] = {}
        self._resolved_refs: set[AlarmRef] = set()
        self.agenda = Agenda()

    @property
    def now(self) -> datetime:
        """The present watch instant; there must have been an event."""
        if self.clock is None:
            msg = "no event yet, hence no time"
            raise ValueError(msg)
        return self.clock.value

    def keep_watch(self, watch: Watch) -> None:
        """Replace one collector's watch."""
        self.watches[watch.key] = watch
        self._visits_of.setdefault(watch.collector, {})[watch.visit] = None
        self.agenda.put(watch.key, _owed_by_watch(watch))

    def drop_watch(self, key: WatchKey) -> None:
        """Forget a collector who never set out for that visit."""
        visit, collector = key
        del self.watches[key]
        del self._visits_of[collector][visit]
        self.agenda.put(key, ())

    def keep_alarm(self, alarm: Alarm) -> None:
        """Replace or add one alarm."""
        ref = ref_of(alarm)
        if alarm.is_open:
            self.open_alarms[alarm.id] = alarm
            self._open_by_ref.setdefault(ref, {})[alarm.id] = None
        else:
            self.open_alarms.pop(alarm.id, None)
            self._open_by_ref.get(ref, {}).pop(alarm.id, None)
            self._resolved_refs.add(ref)
            self.resolved[alarm.id] = alarm
        self.agenda.put(alarm.id, _owed_by_alarm(alarm))

    def members(self, visit: VisitId) -> Iterator[Watch]:
        """Those on the visit's team, in the team's order, also when cancelled or safe."""
        for watch in self.of_visit(visit):
            if watch.is_member:
                yield watch

    def of_visit(self, visit: VisitId) -> list[Watch]:
        """All who are watched on that visit, who left its team included."""
        plan = self.plans.get(visit)
        if plan is None:
            return []
        return [self.watches[visit, collector] for collector in plan.team if (visit, collector) in self.watches]

    def of_collector(self, collector: CollectorId) -> list[Watch]:
        """All visits of one collector, in the order of publication."""
        return [self.watches[visit, collector] for visit in self._visits_of.get(collector, ())]

    def open_of(self, ref: AlarmRef) -> list[Alarm]:
        """Open alarms of that visit, collector and kind, oldest first (watch time never goes back)."""
        return [self.open_alarms[identity] for identity in self._open_by_ref.get(ref, ())]

    def was_resolved(self, ref: AlarmRef) -> bool:
        """Whether such an alarm once was and has been resolved."""
        return ref in self._resolved_refs

    def alarm(self, identity: AlarmId) -> Alarm | None:
        """One alarm, open or resolved."""
        return self.open_alarms.get(identity) or self.resolved.get(identity)

    def new_identity(self, *parts: str | None) -> str:
        """An id unique in the whole log: its parts, the watch instant, a counter."""
        self.ordinal += 1
        stamp = f"{int(self.now.timestamp() * 1_000_000)}.{self.ordinal}"
        return joined(*parts, stamp)

    def new_deadline(self, watch: Watch, due: datetime) -> Watch:
        """The watch with a new deadline for its leg, known from now on."""
        identity = self.new_identity("deadline", watch.visit, watch.collector)
        deadline = Deadline(id=identity, leg=watch.leg, due=due, known=self.now)
        return replace(watch, deadline=deadline)


def ref_of(alarm: Alarm) -> AlarmRef:
    """How people name the alarm."""
    return AlarmRef(visit=alarm.visit, collector=alarm.collector, kind=alarm.kind)


def joined(*parts: str | None) -> str:
    """Parts of an id, told apart whatever characters they hold."""
    return "|".join((part or "").replace("%", "%25").replace("|", "%7C") for part in parts)


def _owed_by_watch(watch: Watch) -> Iterator[Obligation]:
    if watch.deadline is not None and (stage := watch.deadline.next_stage()) is not None:
        duty = deadlines.DUTY_OF_STAGE[stage]
        yield _owed(watch, duty, watch.deadline.instant(stage), watch.deadline.id)
    if watch.partner_due is not None:
        yield _owed(watch, Duty.PARTNER, watch.partner_due, watch.partner_due.isoformat())
    if watch.leg is Leg.INSIDE and watch.heard is not None and not watch.silence_noted:
        yield _owed(watch, Duty.SILENCE, watch.heard + deadlines.SILENCE, watch.heard.isoformat())


def _owed(watch: Watch, duty: Duty, at: datetime, ref: str) -> Obligation:
    key = joined(duty, watch.visit, watch.collector, ref)
    return Obligation(key=key, at=at, duty=duty, visit=watch.visit, collector=watch.collector, ref=ref)


def _owed_by_alarm(alarm: Alarm) -> Iterator[Obligation]:
    if (rung := ladder.next_rung(alarm)) is not None:
        yield _owed_on(alarm, Duty.RUNG, rung.at, rung.row)
    if (at := sounds_again_at(alarm)) is not None:
        yield _owed_on(alarm, Duty.SOUND_AGAIN, at, 0)


def _owed_on(alarm: Alarm, duty: Duty, at: datetime, row: int) -> Obligation:
    key = joined(duty, alarm.id, str(row) if duty is Duty.RUNG else at.isoformat())
    return Obligation(key=key, at=at, duty=duty, visit=alarm.visit, collector=alarm.collector, ref=alarm.id, row=row)
