"""Sounds of the watch: made here as WAV, played by Windows or a player on Linux, else a beep (QtMultimedia is not shipped).

Only the worst level sounds: one tone (reminder), two (overdue), three (escalated), a sweep (duress), as reference ui §4.6.
"""

import io
import math
import shutil
import struct
import subprocess
import sys
import wave
from functools import cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTemporaryDir, QTimer
from PySide6.QtWidgets import QApplication

from visitdesk.ui.shell.tokens import Level

RATE = 22_050
PAUSE_MS = {Level.OVERDUE: 10_000, Level.ESCALATED: 5_000, Level.DURESS: 3_000}
"""Again after so long, until acknowledged or muted; a reminder sounds once."""
PLAYERS = ("pw-play", "paplay", "aplay")


class Player(Protocol):
    """Plays a WAV without waiting."""

    def play(self, level: Level, sound: bytes) -> None:
        """Begin to play; whatever plays already is cut short."""
        ...


@cache
def sound_of(level: Level) -> bytes:
    """The WAV of a level, mono, 16 bit; empty for levels that make no sound."""
    tones = {
        Level.REMINDER: [(660, 660, 0.25)],
        Level.OVERDUE: [(660, 660, 0.2), (0, 0, 0.1), (880, 880, 0.25)],
        Level.ESCALATED: [(880, 880, 0.18), (0, 0, 0.08), (880, 880, 0.18), (0, 0, 0.08), (1100, 1100, 0.3)],
        Level.DURESS: [(500, 1400, 1.0), (1400, 500, 1.0)],
    }.get(level, [])
    samples: list[int] = []
    phase = 0.0
    for start, end, seconds in tones:
        count = int(RATE * seconds)
        for i in range(count):
            phase += 2 * math.pi * (start + (end - start) * i / count) / RATE
            edge = min(1.0, i / 200, (count - i) / 200)  # no click at either end
            samples.append(int(14_000 * edge * math.sin(phase)) if start else 0)
    if not samples:
        return b""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


class SystemPlayer:
    """Windows' own `PlaySound`, a player process on Linux, or the beep of the system."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir()  # goes with this object, without Python's warning at exit
        self._running: subprocess.Popen[bytes] | None = None
        self._player = next((found for name in PLAYERS if (found := shutil.which(name))), None)

    def play(self, level: Level, sound: bytes) -> None:
        """Begin to play."""
        file = Path(self._folder.path()) / f"{level.value}.wav"
        if not file.exists():
            file.write_bytes(sound)
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415  # exists on Windows only

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif self._player is not None:
            if self._running is not None and self._running.poll() is None:
                self._running.terminate()
            quiet = subprocess.DEVNULL
            self._running = subprocess.Popen([self._player, str(file)], stdout=quiet, stderr=quiet)  # noqa: S603
        else:
            QApplication.beep()


class Alarm(QObject):
    """Sounds the worst level again and again until told otherwise."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._level = Level.NORMAL
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._again)

    def sound(self, level: Level) -> None:
        """The worst level that is unanswered and not muted; NORMAL for silence. Sounds anew only if it worsens."""
        if level is self._level:
            return
        worse = level.rank > self._level.rank
        self._level = level
        self._timer.stop()
        if level in PAUSE_MS:
            self._timer.start(PAUSE_MS[level])
        if worse:
            self._again()

    def test(self) -> None:
        """Play the overdue tone once: part of taking the watch."""
        self._player.play(Level.OVERDUE, sound_of(Level.OVERDUE))

    def _again(self) -> None:
        sound = sound_of(self._level)
        if sound:
            self._player.play(self._level, sound)
