"""Which level sounds now: only the worst one nobody is at work on; silence ends when something worse comes. Pure.

Source: reference ui §4.6 (sound), safety §3.4 (three minutes without a step sound again).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from visitdesk.ui.safety.picture import Picture, level_of
from visitdesk.ui.shell.tokens import Level

MUTE, MUTE_DURESS = timedelta(minutes=2), timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Silence until an instant, for this level and below."""

    until: datetime
    level: Level


def loudest(picture: Picture) -> Level:
    """The worst level that sounds; NORMAL for none. Reminders do not count: they sound once, when they come."""
    return max(
        (level_of(card) for card in picture.alarms if card.sounds), key=lambda level: level.rank, default=Level.NORMAL
    )


def audible(level: Level, mute: Mute | None, now: datetime) -> Level:
    """That level, or NORMAL while it is muted."""
    if mute is not None and now < mute.until and level.rank <= mute.level.rank:
        return Level.NORMAL
    return level


def muted(level: Level, now: datetime) -> Mute:
    """Silence for what sounds now: two minutes, for duress 30 seconds."""
    return Mute(until=now + (MUTE_DURESS if level is Level.DURESS else MUTE), level=level)
