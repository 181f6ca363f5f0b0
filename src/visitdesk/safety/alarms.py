"""Alarms and what people may do with them. Only a named person with a reason ends one; no message ever does.

Source: reference safety §2, §3.4. Chosen readings, where the text leaves a choice:

- A second acknowledgement, also by the owner, is refused and entered; the owner stays.
- Taking over an alarm nobody owns is the same as acknowledging it. A take-over is silent for three minutes like an
  acknowledgement.
- The worker cannot take an alarm about himself (§1, the rule adopted from MangoApps); "the collector concerned" is read
  as anybody who is or was on that visit's team, since a pair is threatened together.
- A step on a resolved alarm is a note; other deeds on it are stale, hence refused.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from visitdesk.cases.model import VisitId
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import (
    AlarmId,
    AlarmKind,
    AlarmState,
    Leg,
    ResponseStep,
)
from visitdesk.security.model import UserId

QUIET = timedelta(minutes=3)
"""So long an acknowledgement or a step keeps the sound off."""

PERSONS_FOR_DURESS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedStep:
    """One response step as done; `rung` is the rule of the rung it answers, `note` what was said of it."""

    at: datetime
    by: UserId
    step: ResponseStep
    rung: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One alarm (告警); a stored row, so nothing that happens to a clock, phone or program takes it back.

    Attributes:
        raised: watch instant at which it was due, whatever the tick that found it.
        leg: the collector's leg when raised; it fixed the priority.
        cause: id of the deadline that ran out, "" for other kinds.
        quiet_from: last acknowledgement or step; the sound is off for three minutes from here. None while raised.
        spoke: somebody spoke to the team, which stops the ladder.
        rungs: rows of the ladder already climbed; repeats count on from the last row.
        version: rises with each accepted deed.
    """

    id: AlarmId
    kind: AlarmKind
    visit: VisitId | None
    collector: CollectorId | None
    priority: int
    leg: Leg | None
    raised: datetime
    cause: str = ""
    state: AlarmState = AlarmState.RAISED
    owner: UserId | None = None
    acknowledged: datetime | None = None
    quiet_from: datetime | None = None
    sounds: bool = True
    spoke: bool = False
    rungs: frozenset[int] = frozenset()
    steps: tuple[LoggedStep, ...] = ()
    resolved: datetime | None = None
    resolved_by: tuple[UserId, ...] = ()
    reason: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Not resolved yet."""
        return self.state is not AlarmState.RESOLVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a deed: the alarm after it, or None and the rule that refused it."""

    rule: str
    alarm: Alarm | None = None


def priority_of(kind: AlarmKind, leg: Leg | None) -> int:
    """Priority of every kind but overdue, whose leg decides. Alone is P1 inside only (reference safety §2)."""
    if kind is AlarmKind.ALONE:
        return 1 if leg is Leg.INSIDE else 2
    return _PRIORITY[kind]


_PRIORITY: Mapping[AlarmKind, int] = MappingProxyType(
    {
        AlarmKind.DURESS: 1,
        AlarmKind.HELP: 1,
        AlarmKind.SYSTEM: 1,
        AlarmKind.PARTNER_MISSING: 2,
        AlarmKind.WRONG_PIN: 2,
        AlarmKind.BREAK_OFF: 2,
    }
)


def acknowledge(alarm: Alarm, by: UserId, now: datetime, concerned: Collection[str]) -> Verdict:
    """First acknowledgement owns."""
    if by in concerned:
        return Verdict(rule="acknowledge.concerned")
    if alarm.state is AlarmState.ACKNOWLEDGED:
        return Verdict(rule="acknowledge.owned")
    return Verdict(rule="acknowledge", alarm=_owned(alarm, by, now))


def take_over(alarm: Alarm, by: UserId, reason: str, now: datetime, concerned: Collection[str]) -> Verdict:
    """A new owner, with reason."""
    if not reason.strip():
        return Verdict(rule="take_over.no_reason")
    if by in concerned:
        return Verdict(rule="take_over.concerned")
    if alarm.owner == by:
        return Verdict(rule="take_over.own")
    return Verdict(rule="take_over", alarm=_owned(alarm, by, now))


def log_step(alarm: Alarm, step: ResponseStep, by: UserId, now: datetime) -> Verdict:
    """A step renews the silence of an acknowledged alarm; "spoke" stops the ladder of any."""
    is_quiet = alarm.state is AlarmState.ACKNOWLEDGED
    return Verdict(
        rule=f"step.{step.value}",
        alarm=replace(
            alarm,
            quiet_from=now if is_quiet else alarm.quiet_from,
            sounds=alarm.sounds and not is_quiet,
            spoke=alarm.spoke or step is ResponseStep.SPOKE,
            steps=(*alarm.steps, LoggedStep(at=now, by=by, step=step)),
            version=alarm.version + 1,
        ),
    )


def noted(verdict: Verdict, rung: str, note: str) -> Verdict:
    """The same verdict on a step, with the rung it answers and words for it; a bare note has a sentence of its own."""
    if verdict.alarm is None or not (rung or note):
        return verdict
    last = replace(verdict.alarm.steps[-1], rung=rung, note=note)
    rule = "step.note" if note and last.step is ResponseStep.OTHER else verdict.rule
    return Verdict(rule=rule, alarm=replace(verdict.alarm, steps=(*verdict.alarm.steps[:-1], last)))


def resolve(alarm: Alarm, by: tuple[UserId, ...], reason: str, now: datetime, concerned: Collection[str]) -> Verdict:
    """End it: with a reason, by persons not concerned; duress by two different ones."""
    persons = set(by)
    if not reason.strip():
        return Verdict(rule="resolve.no_reason")
    if not persons:
        return Verdict(rule="resolve.nobody")
    if not persons.isdisjoint(concerned):
        return Verdict(rule="resolve.concerned")
    if alarm.kind is AlarmKind.DURESS and len(persons) < PERSONS_FOR_DURESS:
        return Verdict(rule="resolve.alone")
    return Verdict(
        rule="resolve",
        alarm=replace(
            alarm,
            state=AlarmState.RESOLVED,
            resolved=now,
            resolved_by=by,
            reason=reason,
            sounds=False,
            version=alarm.version + 1,
        ),
    )


def handed_over(alarm: Alarm, taker: UserId) -> Alarm:
    """The same alarm with the new officer; the silence is not renewed by a change of watch."""
    return replace(alarm, owner=taker, version=alarm.version + 1)


def sounding_again(alarm: Alarm) -> Alarm:
    """Three minutes without a step: it sounds, the owner stays."""
    return replace(alarm, sounds=True)


def sounds_again_at(alarm: Alarm) -> datetime | None:
    """When the silence ends, or None where it sounds already or is over."""
    if alarm.state is not AlarmState.ACKNOWLEDGED or alarm.sounds or alarm.quiet_from is None:
        return None
    return alarm.quiet_from + QUIET


def _owned(alarm: Alarm, by: UserId, now: datetime) -> Alarm:
    return replace(
        alarm,
        state=AlarmState.ACKNOWLEDGED,
        owner=by,
        acknowledged=alarm.acknowledged or now,
        quiet_from=now,
        sounds=False,
        version=alarm.version + 1,
    )
