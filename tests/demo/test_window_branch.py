"""The branch behind "open the demonstration branch": today, in the middle of the day, at whatever hour it is opened."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from visitdesk.app import demonstration
from visitdesk.app.opening import open_branch
from visitdesk.app.story import mark_of, offset_of
from visitdesk.cases.model import VisitState
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput
from visitdesk.safety.model import AlarmKind, AlarmState
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.opening import Secrets

NIGHT = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
"""Three o'clock in the morning of the 25th at the branch."""


def test_that_somebody_who_opens_it_at_night_finds_a_working_afternoon(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    demonstration.prepare(folder, FixedClock(NIGHT))
    offset = offset_of(folder)
    assert timedelta(hours=-14) < offset < timedelta()
    with open_branch(folder, Secrets(), FixedClock(NIGHT + offset)) as branch:
        assert branch.key_kind is SlotKind.DEMONSTRATION
        assert branch.security.setup_actor() is not None
        board = branch.watch.board()
        assert board.not_watching is None
        assert {(one.kind, one.state) for one in board.alarms} == {(AlarmKind.OVERDUE, AlarmState.RAISED)}
        states = {visit.state for visit in branch.visits.in_states(set(VisitState))}
        assert states >= {VisitState.REVIEWED, VisitState.LEFT, VisitState.PUBLISHED, VisitState.POOLED}
        assert VisitState.PLANNED in states  # tomorrow, half of it
        assert branch.security.verify_trail().first_broken is None
    made = (folder / "branch.db").stat().st_mtime_ns
    demonstration.prepare(folder, FixedClock(NIGHT + timedelta(minutes=5)))
    assert (folder / "branch.db").stat().st_mtime_ns == made, "made once a day"


def test_that_a_folder_that_is_no_demonstration_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput):
        demonstration.prepare(tmp_path, FixedClock(NIGHT))
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_that_a_branch_of_real_work_keeps_the_computers_time(tmp_path: Path) -> None:
    assert mark_of(tmp_path) == {}
    assert offset_of(tmp_path) == timedelta()
