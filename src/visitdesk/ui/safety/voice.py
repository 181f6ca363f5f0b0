"""What the watch says aloud: the worst level's sound, and each team's rise in level, once, to screen readers."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from visitdesk.ui.safety.picture import Picture, TeamTile
from visitdesk.ui.safety.sounding import Mute, audible, loudest, muted
from visitdesk.ui.safety.words import tile_sentence
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.sound import Alarm, Player
from visitdesk.ui.shell.tokens import Level


class Voice(QObject):
    """Sound and announcements of one desk.

    Attributes:
        audible: what sounds now; NORMAL for silence.
        has_sound: the desk's setting, asked each time.
    """

    def __init__(self, shell: Shell, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.alarm = Alarm(player, self)
        self.has_sound: Callable[[], bool] = lambda: True
        self.audible = Level.NORMAL
        self.mute: Mute | None = None
        self._levels: dict[str, Level] = {}

    def hush(self, picture: Picture, *, is_late: bool) -> bool:
        """Silence for what sounds now: two minutes, for duress 30 seconds; False where nothing sounds."""
        level = _loudest(picture, is_late=is_late)
        if level is not Level.NORMAL:
            self.mute = muted(level, self._shell.clock.now())
        return level is not Level.NORMAL

    def sound(self, picture: Picture, now: datetime, *, is_late: bool) -> bool:
        """Sound what should sound; True where a silence has just ended."""
        has_ended = self.mute is not None and now >= self.mute.until
        if has_ended:
            self.mute = None
        level = _loudest(picture, is_late=is_late)
        self.audible = audible(level, self.mute, now) if self.has_sound() else Level.NORMAL
        self.alarm.sound(self.audible)
        return has_ended

    def announce(self, picture: Picture, *, current: str, speaker: QWidget | None, is_first: bool) -> None:
        """Tell readers each team whose level rose; the strip tells the current alarm itself. Reminders sound once."""
        for tile in picture.tiles:
            before = self._levels.get(tile.key, Level.NORMAL)
            rose = tile.level.rank > before.rank and tile.level is not Level.STALE
            if rose and not is_first and current not in tile.alarms and speaker is not None:
                self._say(tile, speaker)
            is_reminder = rose and tile.level is Level.REMINDER
            if is_reminder and self.has_sound() and loudest(picture) is Level.NORMAL:
                self.alarm.sound(Level.NORMAL)
                self.alarm.sound(Level.REMINDER)
        self._levels = {tile.key: tile.level for tile in picture.tiles}

    def _say(self, tile: TeamTile, speaker: QWidget) -> None:
        words = tile_sentence(tile, self._shell.clock.now(), self._shell.local)
        event = QAccessibleAnnouncementEvent(speaker, words)
        kind = QAccessible.AnnouncementPoliteness
        event.setPoliteness(kind.Assertive if tile.level.is_alarm else kind.Polite)
        QAccessible.updateAccessibility(event)


def _loudest(picture: Picture, *, is_late: bool) -> Level:
    own = Level.ESCALATED if is_late else Level.NORMAL
    return max(loudest(picture), own, key=lambda level: level.rank)
