"""The ladder (升级阶梯): who is called next, counted from the raise, whoever has acknowledged.

It stops only when somebody spoke to the team or the alarm is resolved. Source: reference safety §3.5 (policy).

Chosen readings: the rows "0" and "0–2 min" are one rung at 0; the row "4 (or not acknowledged 60 s)" is climbed once, at
60 s where nobody has acknowledged by then, else at 4 minutes; cells with "–" are no rungs. "Alone on site" inside climbs
the ladder of a P1 overdue; a system alarm only calls the office. P2 alarms have no ladder: they sound again instead.
A heard code word may mean danger, so it does not stop the ladder; only "spoke" does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from visitdesk.safety.alarms import Alarm
from visitdesk.safety.model import AlarmKind, AlarmState

MINUTE = timedelta(minutes=1)
EARLY = MINUTE
"""Not acknowledged for so long brings the early rung."""
EARLY_ROW = 2
LAST_ROW = 4
REPEAT = 2 * MINUTE

ROWS: tuple[timedelta, ...] = (0 * MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE)

LADDERS: Mapping[AlarmKind, Mapping[int, str]] = MappingProxyType(
    {
        AlarmKind.OVERDUE: {
            0: "ladder.ring_collector",
            1: "ladder.ring_partner",
            2: "ladder.supervisor",
            3: "ladder.call_sheet",
            4: "ladder.everybody",
        },
        AlarmKind.HELP: {
            0: "ladder.listen_first",
            1: "ladder.partner_if_outside",
            2: "ladder.help_call_sheet",
            4: "ladder.everybody",
        },
        AlarmKind.DURESS: {
            0: "ladder.decide_together",
            1: "ladder.next_supervisor",
            4: "ladder.everybody_do_not_ring",
        },
        AlarmKind.SYSTEM: {0: "ladder.look_at_the_watch", 2: "ladder.supervisor", 4: "ladder.everybody"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung: its row (rows above the last are its repeats) and the rule that names who is called."""

    row: int
    at: datetime
    rule: str


def ladder_of(alarm: Alarm) -> Mapping[int, str]:
    """The alarm's ladder; empty for P2."""
    if alarm.priority > 1:
        return MappingProxyType({})
    return LADDERS.get(alarm.kind, LADDERS[AlarmKind.OVERDUE])


def next_rung(alarm: Alarm) -> Rung | None:
    """The next rung to climb, or None where the ladder is at an end or there is none."""
    ladder = ladder_of(alarm)
    if not alarm.is_open or alarm.spoke or not ladder:
        return None
    rows = [row for row in ladder if row not in alarm.rungs] or [max(alarm.rungs) + 1]
    return min((rung_at(alarm, row) for row in rows), key=lambda rung: (rung.at, rung.row))


def rung_at(alarm: Alarm, row: int) -> Rung:
    """When a row of the alarm's ladder is due."""
    if row > LAST_ROW:
        after = ROWS[LAST_ROW] + (row - LAST_ROW) * REPEAT
    elif row == EARLY_ROW and alarm.state is AlarmState.RAISED:
        after = EARLY
    else:
        after = ROWS[row]
    return Rung(row=row, at=alarm.raised + after, rule=ladder_of(alarm)[min(row, LAST_ROW)])


def climbed(alarm: Alarm, row: int) -> Alarm:
    """The alarm after that rung; of the repeats only the last is remembered."""
    kept = frozenset(done for done in alarm.rungs if done <= LAST_ROW)
    return replace(alarm, rungs=kept | {row})


def current_rung(alarm: Alarm) -> str:
    """Rule of the highest rung climbed, "" before the first and for P2."""
    return rung_at(alarm, max(alarm.rungs)).rule if alarm.rungs and ladder_of(alarm) else ""
