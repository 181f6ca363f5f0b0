"""What the screen reads of a day: the board, what stands against publishing, and pairs put in place of teams."""

from dataclasses import replace

import pytest

from tests.planning.test_service import CLERK, DAY, SUPERVISOR, Branch
from visitdesk.cases.model import VisitId, VisitState
from visitdesk.errors import NotAllowed
from visitdesk.people.model import CollectorId
from visitdesk.planning.draft import moved, removed


@pytest.fixture
def branch() -> Branch:
    return Branch()


def test_that_the_board_knows_pool_cases_people_and_what_is_binding(branch: Branch) -> None:
    board = branch.desk.board(SUPERVISOR, DAY)
    assert board.binding is None
    assert not board.is_live
    assert {str(one.visit.id) for one in board.pool} == {"V1", "V2", "V3", "V4"}
    address, case = board.address_of("V1"), board.case_of("V1")
    assert address is not None
    assert address.text == "样例路1号"
    assert case is not None
    assert case.borrower.name == "样例"
    assert board.address_of("V9") is None
    assert set(board.collectors) == {"C1", "C2", "C3", "C4"}


def test_that_a_clerk_sees_the_day_as_stored_and_cannot_set_teams(branch: Branch) -> None:
    kept = branch.desk.save(SUPERVISOR, branch.planned())
    assert branch.desk.board(CLERK, DAY).draft.plan.routes == kept.draft.plan.routes
    with pytest.raises(NotAllowed):
        branch.desk.set_teams(CLERK, DAY, [(CollectorId("C1"), CollectorId("C2"))])


def test_that_a_day_is_live_from_the_first_departure_on(branch: Branch) -> None:
    branch.desk.publish(SUPERVISOR, branch.planned())
    kept = branch.transactions.unit.visits.kept
    kept[VisitId("V1")] = replace(kept[VisitId("V1")], state=VisitState.DISPATCHED)
    board = branch.desk.board(SUPERVISOR, DAY)
    assert board.is_live
    assert board.begun == {"V1"}
    assert board.binding is not None


def test_that_everything_against_publishing_is_named_at_once(branch: Branch) -> None:
    draft = branch.planned()
    branch.verdicts.blocked |= {"V1", "V3"}
    roster = branch.roster.roster
    branch.roster.roster = replace(roster, shifts=tuple(one for one in roster.shifts if one.collector != "C1"))
    found = branch.desk.preflight(draft)
    assert not found.may_publish
    assert {one.visit for one in found.refusals if one.code == "planning.visit_blocked"} == {"V1", "V3"}
    absent = [one for one in found.refusals if one.code == "planning.collector_absent"]
    assert [(one.facts["collector"], one.facts["rule"]) for one in absent] == [("C1", "no_shift")]


def test_that_a_sound_draft_names_who_gets_a_route_and_who_is_told_again(branch: Branch) -> None:
    kept = branch.desk.publish(SUPERVISOR, branch.planned())
    first = branch.desk.preflight(kept.draft)
    assert first.may_publish
    assert first.visits == 4
    assert first.retold == ()
    out = removed(kept.draft, "V2")
    assert branch.desk.preflight(out).retold == ("V2",)


def test_that_a_draft_without_routes_cannot_be_published(branch: Branch) -> None:
    assert not branch.desk.preflight(branch.desk.prepare(SUPERVISOR, DAY)).may_publish


def test_that_pairs_become_the_teams_and_the_others_are_composed(branch: Branch) -> None:
    pairs = [(CollectorId("C1"), CollectorId("C4"))]
    kept = branch.desk.set_teams(SUPERVISOR, DAY, pairs)
    assert {frozenset(team.members) for team in kept.draft.problem.teams} == {
        frozenset({"C1", "C4"}),
        frozenset({"C2", "C3"}),
    }
    assert branch.desk.load(DAY) is not None


def test_that_a_pair_that_is_a_team_already_keeps_its_route(branch: Branch) -> None:
    first = branch.desk.set_teams(SUPERVISOR, DAY, [(CollectorId("C1"), CollectorId("C4"))]).draft
    team = next(one for one in first.problem.teams if "C1" in one.members)
    branch.desk.save(SUPERVISOR, moved(first, "V1", team.id))
    again = branch.desk.set_teams(SUPERVISOR, DAY, [(CollectorId("C4"), CollectorId("C1"))]).draft
    assert again.plan.team_of_visit() == {"V1": team.id}
