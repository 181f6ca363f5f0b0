"""The station over a whole branch: from the team that left to the accepted record, the visit's state following."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.app.small_branch import published, small_branch
from tests.app.told import left
from tests.robots.records import RecordsRobot
from tests.robots.window import WindowRobot
from tests.screens import Screen
from tests.ui.records import lived
from tests.ui.records.lived import Lived
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitState
from visitdesk.clock import FixedClock
from visitdesk.security.model import SETUP
from visitdesk.ui.records.panel import pages

Open = Callable[[Screen], WindowRobot]


@pytest.fixture
def branch(tmp_path: Path, clock: FixedClock) -> Iterator[Branch]:
    with small_branch(tmp_path, clock) as opened:
        published(opened)
        yield opened


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Lived]:
    with lived.own(tmp_path) as opened:
        yield opened


def test_that_a_visit_left_is_written_handed_in_and_accepted_and_its_state_follows(
    open_screen: Open, branch: Branch, clock: FixedClock
) -> None:
    visit = left(branch, clock)
    records = RecordsRobot(open_screen(Screen(name="records", page="records", specs=lambda: pages(branch))))
    shell = records.window.window.shell
    shell.set_actor(SETUP)
    shell.follow = branch.flow.follow
    assert records.sees_pile("to_write") == [visit]
    records.opens(visit)
    assert records.clocks() == ("09:20", "09:45")
    for choice in ("met.met_borrower", "followed.informed", "recording.refused", "all_shown", "all_kept", "all_signed"):
        records.chooses(choice)
    records.says("statement", "知道了。").says("account", "门外交谈。").finishes()
    assert branch.visits.get(visit).state is VisitState.RECORDED
    records.finishes()
    assert branch.visits.get(visit).state is VisitState.REVIEWED
    assert records.page.mode == "reading"


def test_that_words_typed_here_stay_when_another_desk_saved_first(open_screen: Open, whole: Lived) -> None:
    records = RecordsRobot(open_screen(Screen(name="records", page="records", specs=lambda: pages(whole))))
    records.sees_pile("returned")
    records.opens(lived.visit(lived.RETURNED))
    number = lived.record(lived.RETURNED)
    kept = whole.records.record(number)
    whole.records.save_draft(SETUP, number, replace(kept.content, told="别处写的"), version=kept.version)
    records.says("account", "此处写的")
    records.page.autosave.flush()
    records.rests()
    assert records.window.sees("record.stale")
    assert records.page.content().account.startswith("此处写的")
    assert whole.records.record(number).content.told == "别处写的"
    assert "not saved" in records.page.findChildren(QLabel, "page.subtitle")[0].text()
