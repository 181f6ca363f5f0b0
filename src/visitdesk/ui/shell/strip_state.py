"""What the safety strip shows, as one frozen value: the safety room makes it, the shell paints it."""

from dataclasses import dataclass
from datetime import datetime

from visitdesk.ui.shell.tokens import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class StripAlarm:
    """One open alarm as the strip tells it: no borrower, no debt.

    Attributes:
        id: the alarm's id, handed back when the officer steps.
        team: as said aloud, e.g. "7 组" or "Team 7".
        word: the state's word, e.g. "胁迫求助"; empty takes the level's own.
        who: names of the two; hidden while the desk is locked.
        where: stop and street; hidden while the desk is locked.
        since: instant the age is counted from.
        owner: who has acknowledged; empty if nobody.
    """

    id: str
    level: Level
    team: str
    since: datetime
    word: str = ""
    who: str = ""
    where: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripState:
    """The whole strip.

    Attributes:
        teams_out: how many teams are out; None while no branch is open.
        next_due: instant of the next check-in expected, and who (`next_team`).
        alarms: open ones, worst first.
        current: index into `alarms` of the one F2, F3 and F4 mean.
        muted_until: end of silence; None if sound is on.
        is_drill: marks every surface 演练.
        note: a lasting worry while calm, e.g. phones out of reach; empty for none.
        is_locked: the desk is locked: level, count and team only; kept by `Shell.set_locked` alone.
    """

    teams_out: int | None = None
    next_due: datetime | None = None
    next_team: str = ""
    alarms: tuple[StripAlarm, ...] = ()
    current: int = 0
    muted_until: datetime | None = None
    is_drill: bool = False
    note: str = ""
    is_locked: bool = False

    @property
    def alarm(self) -> StripAlarm | None:
        """The current alarm: strip, side panel and keys all mean this one."""
        return self.alarms[min(self.current, len(self.alarms) - 1)] if self.alarms else None

    def count(self, level: Level) -> int:
        """Open alarms of that level."""
        return sum(alarm.level is level for alarm in self.alarms)
