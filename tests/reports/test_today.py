"""Tests of the picture of the day, over a whole small branch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.small_branch import BEFORE, CASES, DAY, at, published, small_branch, visit_of
from visitdesk.branch import Branch
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import ObjectionGround
from visitdesk.reports.today import Job, Todo
from visitdesk.safety.model import ReportKind
from visitdesk.security.model import SETUP, UserId


@pytest.fixture
def branch(tmp_path: Path, clock: FixedClock) -> Iterator[Branch]:
    with small_branch(tmp_path, clock) as opened:
        yield opened


def todo(branch: Branch, job: Job) -> Todo:
    return next(one for one in branch.worklist.today(SETUP).todos if one.job is job)


def test_that_the_pool_is_counted_with_what_could_be_planned(branch: Branch) -> None:
    view = branch.worklist.today(SETUP)
    assert (view.figures.unplanned, view.figures.unplanned_ready) == (2, 2)
    assert todo(branch, Job.UNPLANNED).names == CASES
    assert view.begun.has_cases
    assert not view.begun.has_plan


def test_that_a_published_day_moves_from_the_pool_to_its_day(branch: Branch, clock: FixedClock) -> None:
    published(branch)
    before = branch.worklist.today(SETUP)
    assert (before.next_workday, before.next_visits, before.figures.unplanned) == (DAY, 2, 0)
    clock.set(at(9))
    assert branch.worklist.today(SETUP).figures.visits == 2


def test_that_a_team_out_and_a_visit_without_a_record_are_counted(branch: Branch, clock: FixedClock) -> None:
    published(branch)
    visit = visit_of(branch, CASES[0])
    tile = next(tile for tile in branch.watch.board().tiles if tile.visit == visit)
    clock.set(at(9))
    branch.flow.dispatch(SETUP, visit, tile.people[0].collector, with_partner=True)
    assert branch.worklist.today(SETUP).figures.teams_out == 1
    for kind in (ReportKind.ARRIVED, ReportKind.LEFT):
        for person in tile.people:
            told = branch.watch.report(SETUP, visit=visit, collector=person.collector, kind=kind)
            branch.flow.follow(SETUP, told)
    figures = branch.worklist.today(SETUP).figures
    assert (figures.visits_done, figures.records_missing, figures.oldest_missing) == (1, 1, DAY)
    assert todo(branch, Job.RECORDS_MISSING).names == (CASES[0],)
    branch.records.open_draft(SETUP, branch.papers.record_facts(visit))
    assert todo(branch, Job.RECORDS_MISSING).names == (CASES[0],)
    assert branch.worklist.today(SETUP).figures.records_missing == 1


def test_that_an_objection_stands_once_and_with_its_due_day(branch: Branch) -> None:
    branch.compliance.record_objection(
        SETUP, CASES[0], ObjectionGround.AMOUNT, words="金额不对", received_at=BEFORE, owner=UserId("setup")
    )
    assert (todo(branch, Job.OBJECTIONS).count, todo(branch, Job.HOLDS).count) == (1, 0)
    assert todo(branch, Job.OBJECTIONS).due is not None


def test_that_a_demonstration_key_is_complained_about(branch: Branch) -> None:
    assert todo(branch, Job.DEMO_KEY).count == 1


def test_that_no_row_names_a_borrower(branch: Branch) -> None:
    published(branch)
    shown = str(branch.worklist.today(SETUP))
    assert "甲子一" not in shown
    assert "乙丑二" not in shown
