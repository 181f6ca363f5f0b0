"""Tests of what follows from a deed: plan, watch and visit states keep up with law and field."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.small_branch import BEFORE, CASES, DAY, at, published, small_branch, visit_of
from visitdesk.branch import Branch
from visitdesk.cases.model import CancelCause, CaseState, PreparationItem, VisitState
from visitdesk.changed import Changed
from visitdesk.clock import FixedClock
from visitdesk.compliance.model import ObjectionGround
from visitdesk.errors import RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.safety.model import Leg, ReportKind
from visitdesk.security.model import SETUP, UserId
from visitdesk.wording import Lang


@pytest.fixture
def branch(tmp_path: Path, clock: FixedClock) -> Iterator[Branch]:
    with small_branch(tmp_path, clock) as opened:
        yield opened


def states(branch: Branch) -> list[VisitState]:
    return [branch.visits.get(visit_of(branch, case)).state for case in CASES]


def on_board(branch: Branch) -> set[str]:
    return {tile.visit for tile in branch.watch.board().tiles if tile.leg is not Leg.CANCELLED}


def routed(branch: Branch) -> set[str]:
    plan = branch.planning.published(DAY)
    return set() if plan is None else set(plan.plan.team_of_visit())


def objection(branch: Branch) -> Changed:
    return branch.compliance.record_objection(
        SETUP, CASES[0], ObjectionGround.AMOUNT, words="金额不对", received_at=BEFORE, owner=UserId("setup")
    )


def members(branch: Branch, case: int) -> tuple[CollectorId, ...]:
    visit = visit_of(branch, CASES[case])
    tile = next(tile for tile in branch.watch.board().tiles if tile.visit == visit)
    return tuple(person.collector for person in tile.people)


def test_that_a_published_day_goes_under_watch(branch: Branch) -> None:
    published(branch)
    assert states(branch) == [VisitState.PUBLISHED, VisitState.PUBLISHED]
    assert on_board(branch) == {visit_of(branch, case) for case in CASES}


def test_that_an_objection_empties_its_visit_from_plan_and_board_and_no_other(branch: Branch) -> None:
    published(branch)
    branch.flow.follow(SETUP, objection(branch))
    first, second = (visit_of(branch, case) for case in CASES)
    assert states(branch) == [VisitState.POOLED, VisitState.PUBLISHED]
    assert routed(branch) == {second}
    assert first not in on_board(branch)


def test_that_an_objection_calls_back_a_team_already_out_and_goes_on_watching(
    branch: Branch, clock: FixedClock
) -> None:
    published(branch)
    visit = visit_of(branch, CASES[0])
    clock.set(at(9))
    branch.flow.dispatch(SETUP, visit, members(branch, 0)[0], with_partner=True)
    branch.flow.follow(SETUP, objection(branch))
    tile = next(tile for tile in branch.watch.board().tiles if tile.visit == visit)
    assert tile.is_recalled
    assert tile.leg is Leg.ON_THE_WAY


def test_that_a_settled_case_leaves_the_day(branch: Branch) -> None:
    published(branch)
    case = branch.cases.open(CASES[1]).case
    changed = branch.cases.set_state(SETUP, case.id, CaseState.SETTLED, "已还清", case.version)
    branch.flow.follow(SETUP, changed)
    assert states(branch)[1] is VisitState.CANCELLED
    assert branch.visits.get(visit_of(branch, CASES[1])).cancel_cause is CancelCause.SETTLED
    assert visit_of(branch, CASES[1]) not in on_board(branch) | routed(branch)


def test_that_an_expired_badge_empties_the_visits_of_its_team(branch: Branch) -> None:
    published(branch)
    gone = members(branch, 0)[0]
    collector = next(one for one in branch.people.collectors() if one.id == gone)
    changed = branch.people.change_collector(SETUP, replace(collector, badge_valid_until=date(2026, 11, 25)))
    branch.flow.follow(SETUP, changed)
    assert visit_of(branch, CASES[0]) not in routed(branch)


def test_that_a_team_does_not_leave_for_an_unprepared_visit(branch: Branch, clock: FixedClock) -> None:
    published(branch)
    visit = branch.visits.get(visit_of(branch, CASES[0]))
    branch.visits.untick(SETUP, visit.id, PreparationItem.CONTRACT, visit.version)
    clock.set(at(9))
    with pytest.raises(RuleBroken, match=r"cases\.not_prepared"):
        branch.flow.dispatch(SETUP, visit.id, members(branch, 0)[0], with_partner=True)
    assert states(branch)[0] is VisitState.PUBLISHED


def test_that_reports_move_the_visit_and_a_late_departure_is_not_lost(branch: Branch, clock: FixedClock) -> None:
    published(branch)
    visit, team = visit_of(branch, CASES[0]), members(branch, 0)
    clock.set(at(9))
    branch.flow.dispatch(SETUP, visit, team[0], with_partner=True)
    assert states(branch)[0] is VisitState.DISPATCHED
    for minute, kind, expected in (
        (20, ReportKind.ARRIVED, VisitState.ON_SITE),
        (40, ReportKind.LEFT, VisitState.LEFT),
    ):
        clock.set(at(9, minute))
        for collector in team:
            told = branch.watch.report(SETUP, visit=visit, collector=collector, kind=kind)
            branch.flow.follow(SETUP, told)
        assert states(branch)[0] is expected


def test_that_following_nothing_changes_nothing(branch: Branch) -> None:
    published(branch)
    before = branch.security.verify_trail()
    assert branch.flow.follow(SETUP, Changed()) == Changed()
    assert branch.security.verify_trail() == before
    assert before.first_broken is None


def test_that_nothing_is_printed_for_a_visit_that_may_not_take_place(branch: Branch) -> None:
    published(branch)
    visit = visit_of(branch, CASES[0])
    assert branch.papers.rights_notice(SETUP, visit, Lang.ZH).startswith(b"%PDF")
    branch.flow.follow(SETUP, objection(branch))
    for paper in (branch.papers.rights_notice, branch.papers.call_back_cards):
        with pytest.raises(RuleBroken, match=r"app\.visit_blocked"):
            paper(SETUP, visit, Lang.ZH)
