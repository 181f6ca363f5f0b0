"""Deadlines: when the next word is due in each leg, when the phone reminds, when it becomes overdue.

Stored instants on the watch clock, never counted ticks. Numbers: reference safety §3.2 (policy).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum
from types import MappingProxyType

from visitdesk.safety.model import Duty, Leg, Level, Publish

MINUTE = timedelta(minutes=1)
SHORTEST_TRAVEL = 15 * MINUTE
TRAVEL_FACTOR = 1.5
NEXT_DEPARTURE = 30 * MINUTE
"""From "safe" to the departure for the next stop, where there is one; else home by the end of the shift."""
EXTENSION = 15 * MINUTE
MAX_EXTENSIONS = 2
"""Per leg; more only by the officer."""
PARTNER_WITHIN = 2 * MINUTE
SILENCE = 10 * MINUTE
"""No word at all for so long inside is a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegRule:
    """Numbers of one leg; `interval` None means it depends on the plan."""

    interval: timedelta | None
    reminder: timedelta
    grace: timedelta
    priority: int
    halves: bool = False


RULES: Mapping[Leg, LegRule] = MappingProxyType(
    {
        Leg.ON_THE_WAY: LegRule(interval=None, reminder=5 * MINUTE, grace=10 * MINUTE, priority=2),
        Leg.ARRIVED: LegRule(interval=5 * MINUTE, reminder=MINUTE, grace=5 * MINUTE, priority=2),
        Leg.AT_DOOR: LegRule(interval=15 * MINUTE, reminder=3 * MINUTE, grace=2 * MINUTE, priority=1, halves=True),
        Leg.INSIDE: LegRule(interval=20 * MINUTE, reminder=3 * MINUTE, grace=2 * MINUTE, priority=1, halves=True),
        Leg.LEFT: LegRule(interval=10 * MINUTE, reminder=2 * MINUTE, grace=5 * MINUTE, priority=2),
        Leg.SAFE: LegRule(interval=None, reminder=5 * MINUTE, grace=10 * MINUTE, priority=2),
    }
)


class Stage(IntEnum):
    """How far a deadline has come; once overdue, only a person's resolution moves it."""

    RUNNING = 0
    REMINDED = 1
    DUE = 2
    OVERDUE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The instant by which word is due (应报时刻).

    Attributes:
        known: watch instant at which it was set; nothing of it can happen before, even where a late report set it
            with a credit time long past.
    """

    id: str
    leg: Leg
    due: datetime
    known: datetime
    stage: Stage = Stage.RUNNING

    def instant(self, stage: Stage) -> datetime:
        """When that stage is reached, never before the deadline was known."""
        rule = RULES[self.leg]
        nominal = {
            Stage.REMINDED: self.due - rule.reminder,
            Stage.DUE: self.due,
            Stage.OVERDUE: self.due + rule.grace,
        }[stage]
        return max(nominal, self.known)

    def next_stage(self) -> Stage | None:
        """The next stage to reach, or None when overdue.

        A stage whose successor was already reached when the deadline became known is skipped: nobody is reminded of
        what is already due.
        """
        for stage in (Stage.REMINDED, Stage.DUE):
            if stage > self.stage and self.instant(Stage(stage + 1)) > self.instant(stage):
                return stage
        return Stage.OVERDUE if self.stage < Stage.OVERDUE else None

    def at_stage(self, stage: Stage) -> "Deadline":
        """The same deadline, further on."""
        return replace(self, stage=stage)


DUTY_OF_STAGE: Mapping[Stage, Duty] = MappingProxyType(
    {Stage.REMINDED: Duty.REMINDER, Stage.DUE: Duty.DUE, Stage.OVERDUE: Duty.OVERDUE}
)
STAGE_OF_DUTY: Mapping[Duty, Stage] = MappingProxyType({duty: stage for stage, duty in DUTY_OF_STAGE.items()})


def interval(leg: Leg, plan: Publish) -> timedelta:
    """How long a word buys in that leg (out legs only)."""
    rule = RULES[leg]
    if rule.interval is None:
        return max(SHORTEST_TRAVEL, plan.travel * TRAVEL_FACTOR)
    return rule.interval / 2 if rule.halves and plan.level is Level.HIGH else rule.interval


def due_after_safe(plan: Publish, *, credit: datetime, now: datetime, has_next: bool) -> datetime:
    """When word is due from somebody who said "safe": departure for the next stop, or home by the end of the shift.

    A team that is safe only after its shift's end is due at once and overdue after the grace, not retroactively.
    """
    return credit + NEXT_DEPARTURE if has_next else max(plan.shift_end, now)
