"""The strip's smaller states, and the sounds of the watch."""

import io
import wave
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.screens import NOW, calm, four_alarms
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.levels import level_word
from visitdesk.ui.shell.moments import ago, countdown, overrun
from visitdesk.ui.shell.sound import Alarm, sound_of
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.strip_state import StripState
from visitdesk.ui.shell.tokens import Level
from visitdesk.ui.shell.widgets import Button


class SilentPlayer:
    """Remembers what it was asked to play."""

    def __init__(self) -> None:
        self.played: list[Level] = []

    def play(self, level: Level, sound: bytes) -> None:
        assert sound
        self.played.append(level)


@pytest.fixture
def strip(qtbot: QtBot, shell: Shell) -> SafetyStrip:
    made = SafetyStrip(shell)
    qtbot.addWidget(made)
    made.resize(1440, 44)
    made.show()
    return made


def _reads(strip: SafetyStrip, name: str) -> str:
    label = strip.findChild(QLabel, name)
    return label.text() if label is not None and label.isVisible() else ""


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (StripState(), "No branch is open. Nobody is being watched here."),
        (StripState(teams_out=0), "No team is out today."),
        (
            StripState(teams_out=0, next_due=NOW + timedelta(hours=1), next_team="team 4"),
            "No team is out. Next departure 15:02, team 4",
        ),
        (StripState(teams_out=1), "1 team out, on time."),
        (replace(calm(), note="Phones out of reach since 13:58."), "Phones out of reach since 13:58."),
    ],
)
def test_that_a_calm_strip_says_how_things_stand(
    strip: SafetyStrip, shell: Shell, state: StripState, words: str
) -> None:
    shell.show_strip(state)
    assert words in _reads(strip, "strip.calm")


def test_that_a_step_away_from_the_worst_alarm_says_which_is_most_urgent(strip: SafetyStrip, shell: Shell) -> None:
    shell.show_strip(replace(four_alarms(), current=1))
    worst = strip.findChild(Button, "strip.worst")
    assert _reads(strip, "strip.what").startswith("3 组")
    assert worst is not None
    assert worst.text() == "Most urgent: 7 组 ▸"


def test_that_an_owner_a_drill_and_silence_are_told(strip: SafetyStrip, shell: Shell) -> None:
    alarms = (replace(four_alarms().alarms[1], owner="Li"),)
    shell.show_strip(StripState(teams_out=3, alarms=alarms, is_drill=True, muted_until=NOW + timedelta(seconds=90)))
    assert "taken by Li" in _reads(strip, "strip.who")
    assert _reads(strip, "strip.drill") == "Drill"
    assert _reads(strip, "strip.muted") == "Muted until 14:03:30"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s ago"),
        (59, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86400, "1 day ago"),
        (172800, "2 days ago"),
    ],
)
def test_that_ages_are_rounded_down(shell: Shell, seconds: int, words: str) -> None:
    assert ago(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "over", "left"),
    [(42, "+00:42", "00:42"), (680, "+11:20", "11:20"), (3785, "+1:03:05", "1:03:05"), (-5, "+00:00", "+00:05")],
)
def test_that_overrun_and_countdown_are_read_at_a_glance(seconds: int, over: str, left: str) -> None:
    assert overrun(timedelta(seconds=seconds)) == over
    assert countdown(timedelta(seconds=seconds)) == left


def test_that_every_level_has_a_word_of_its_own(shell: Shell) -> None:
    assert len({level_word(level) for level in Level}) == len(Level)


@pytest.mark.parametrize("level", [Level.REMINDER, Level.OVERDUE, Level.ESCALATED, Level.DURESS])
def test_that_sounds_are_playable_and_differ(level: Level) -> None:
    with wave.open(io.BytesIO(sound_of(level))) as sound:
        assert sound.getnchannels() == 1
        assert 0.2 <= sound.getnframes() / sound.getframerate() <= 2.1
    assert len({sound_of(one) for one in Level}) == 5


def test_that_only_a_worse_level_sounds_at_once(qtbot: QtBot) -> None:
    player = SilentPlayer()
    alarm = Alarm(player)
    for level in (Level.OVERDUE, Level.OVERDUE, Level.DURESS, Level.OVERDUE, Level.NORMAL, Level.REMINDER):
        alarm.sound(level)
    assert player.played == [Level.OVERDUE, Level.DURESS, Level.REMINDER]
