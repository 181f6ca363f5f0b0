"""The planning desk against fakes: what enters the pool, what a draft does to visits, what is never published."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.planning import FakePlanningTransactions, FakeRoster, FakeTerms, FakeVerdicts
from visitdesk.cases.model import (
    Address,
    AddressId,
    AddressKind,
    Borrower,
    Case,
    CaseId,
    Visit,
    VisitId,
    VisitState,
)
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import NotAllowed, RuleBroken, Stale
from visitdesk.geo.model import LatLon
from visitdesk.people.model import ApartEntry, Collector, CollectorId, Employer, Leave, Shift
from visitdesk.planning.draft import DayDraft, PlanState, hints, locked, moved, removed, unlocked, why
from visitdesk.planning.explain import BestSlot
from visitdesk.planning.model import ReasonCode
from visitdesk.planning.pool import DayTerms, Hindrance
from visitdesk.planning.roster import Absence, Roster
from visitdesk.planning.service import PlanningDesk
from visitdesk.planning.solver import Budget
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.store.database import Database

DAY = date(2026, 11, 25)
SUPERVISOR = Actor(user=UserId("sv"), roles=frozenset({Role.SUPERVISOR}))
CLERK = Actor(user=UserId("ck"), roles=frozenset({Role.CLERK}))
QUICK = Budget(iterations=20)


def at(hour: int, minute: int = 0) -> datetime:
    """A wall-clock time of the day in Shanghai."""
    return datetime(2026, 11, 25, tzinfo=UTC) + timedelta(hours=hour - 8, minutes=minute)


def collector(identity: str, **more: object) -> Collector:
    fit = Collector(
        id=CollectorId(identity),
        name=f"外访员{identity}",
        phone="",
        employer=Employer.AGENCY,
        drives=True,
        badge_valid_until=DAY,
        trained_until=DAY,
        confidentiality_signed=True,
        has_violent_record=False,
    )
    return replace(fit, **more)  # type: ignore[arg-type]  # fields by name, for tests only


class Branch:
    """A small branch: four visits at four addresses, four collectors, all fit."""

    def __init__(self) -> None:
        self.transactions = FakePlanningTransactions()
        self.verdicts = FakeVerdicts()
        people = tuple(collector(f"C{n}") for n in range(1, 5))
        shifts = tuple(Shift(collector=one.id, start=at(8, 30), end=at(18)) for one in people)
        self.roster = FakeRoster(Roster(collectors=people, shifts=shifts))
        self.terms = FakeTerms(DayTerms(depot=LatLon(lat=22.54, lon=114.05)))
        self.desk = PlanningDesk(
            self.transactions,
            FixedClock(at(7)),
            verdicts=self.verdicts,
            roster=self.roster,
            terms=self.terms,
        )
        for n in range(1, 5):
            self.add_visit(n)

    def add_visit(self, n: int, **more: object) -> None:
        address = Address(
            id=AddressId(f"A{n}"),
            kind=AddressKind.HOME,
            text=f"样例路{n}号",
            source="lender",
            place=LatLon(lat=22.54 + n / 100, lon=114.05),
        )
        case = Case(
            id=CaseId(f"K{n}"), lender="样例银行", borrower=Borrower(name="样例"), accounts=(), addresses=(address,)
        )
        visit = Visit(
            id=VisitId(f"V{n}"),
            case=case.id,
            address=address.id,
            state=VisitState.POOLED,
            purpose="",
            reason="",
            requested_by="sv",
            requested_at=at(7),
            priority=50,
        )
        self.transactions.unit.cases.add_all([case])
        self.transactions.unit.visits.add(replace(visit, **more))  # type: ignore[arg-type]  # as above

    def state(self, identity: str) -> VisitState:
        return self.transactions.unit.visits.kept[VisitId(identity)].state

    def planned(self) -> DayDraft:
        return self.desk.optimised(self.desk.prepare(SUPERVISOR, DAY), QUICK)


@pytest.fixture
def branch() -> Branch:
    return Branch()


def test_that_a_day_is_prepared_optimised_saved_published_and_read_back_the_same(branch: Branch) -> None:
    draft = branch.planned()
    assert draft.check().is_feasible
    assert len(draft.plan.team_of_visit()) == 4
    kept = branch.desk.save(SUPERVISOR, draft)
    assert {branch.state(f"V{n}") for n in range(1, 5)} == {VisitState.PLANNED}
    assert kept.changed.ids(Subject.VISIT) == {"V1", "V2", "V3", "V4"}
    result = branch.desk.publish(SUPERVISOR, kept.draft)
    assert {branch.state(f"V{n}") for n in range(1, 5)} == {VisitState.PUBLISHED}
    binding = branch.desk.published(DAY)
    assert binding is not None
    assert (binding.state, binding.number) == (PlanState.PUBLISHED, 1)
    assert binding.plan.routes == draft.plan.routes
    assert binding.problem == result.draft.problem
    assert binding.plan.totals == draft.plan.totals


def test_that_the_law_is_asked_about_every_stop_with_its_team_before_publishing(branch: Branch) -> None:
    draft = branch.planned()
    branch.desk.publish(SUPERVISOR, draft)
    members = {stop: draft.problem.team_of[team].members for stop, team in draft.plan.team_of_visit().items()}
    assert dict(branch.verdicts.asked) == members


def test_that_a_blocked_visit_never_enters_a_plan(branch: Branch) -> None:
    branch.verdicts.blocked = {"V2"}
    entry = next(item for item in branch.desk.pool(DAY) if item.visit.id == "V2")
    assert entry.hindrance is Hindrance.VERDICT
    assert "V2" not in branch.planned().problem.visit_of


def test_that_a_visit_blocked_since_then_or_at_its_hour_stops_the_publication(branch: Branch) -> None:
    draft = branch.planned()
    branch.verdicts.blocked = {"V3"}
    with pytest.raises(RuleBroken) as refused:
        branch.desk.publish(SUPERVISOR, draft)
    assert (refused.value.code, refused.value.facts["rule"]) == ("planning.visit_blocked", "cn-test")
    branch.verdicts.blocked = set()
    branch.verdicts.blocked_after = {"V3": at(8)}
    with pytest.raises(RuleBroken):
        branch.desk.publish(SUPERVISOR, draft)
    assert branch.state("V3") is VisitState.POOLED
    assert branch.desk.published(DAY) is None


def test_that_a_plan_the_checker_refuses_is_not_published(branch: Branch) -> None:
    draft = branch.planned()
    route = draft.plan.routes[0]
    early = replace(route, stops=tuple(replace(stop, arrive=0, start=0) for stop in route.stops))
    broken = replace(draft, plan=replace(draft.plan, routes=(early, *draft.plan.routes[1:])))
    with pytest.raises(RuleBroken) as refused:
        branch.desk.publish(SUPERVISOR, broken)
    assert refused.value.code == "planning.publish_refused"


def test_that_visits_without_place_or_time_stay_in_the_pool_with_their_reason(branch: Branch) -> None:
    branch.add_visit(5, windows=((at(5), at(6)),))
    branch.add_visit(6, address=AddressId("elsewhere"))
    hindrances = {str(item.visit.id): item.hindrance for item in branch.desk.pool(DAY)}
    assert (hindrances["V5"], hindrances["V6"], hindrances["V1"]) == (Hindrance.NO_TIME, Hindrance.NO_PLACE, None)


def test_that_a_stay_ends_inside_the_visiting_hours(branch: Branch) -> None:
    window = branch.planned().problem.visit_of["V1"].windows[0]
    assert (window.start, window.end) == (8 * 3600, 20 * 3600 - 20 * 60)


@pytest.mark.parametrize(
    ("change", "why_not"),
    [
        ({"badge_valid_until": DAY - timedelta(days=1)}, Absence.BADGE),
        ({"badge_valid_until": None}, Absence.BADGE),
        ({"trained_until": DAY - timedelta(days=1)}, Absence.TRAINING),
        ({"has_violent_record": None}, Absence.RECORD),
        ({"has_violent_record": True}, Absence.RECORD),
        ({"confidentiality_signed": False}, Absence.CONFIDENTIALITY),
        ({"is_active": False}, Absence.INACTIVE),
    ],
)
def test_that_a_collector_who_may_not_visit_drops_out(
    branch: Branch, change: dict[str, object], why_not: Absence
) -> None:
    published = branch.planned()
    people = branch.roster.roster.collectors
    branch.roster.roster = replace(branch.roster.roster, collectors=(collector("C1", **change), *people[1:]))
    assert branch.desk.attendance(DAY).absent == {"C1": why_not}
    assert all("C1" not in team.members for team in branch.planned().problem.teams)
    if any("C1" in published.problem.team_of[route.team].members for route in published.plan.routes):
        with pytest.raises(RuleBroken) as refused:
            branch.desk.publish(SUPERVISOR, published)
        assert refused.value.facts["rule"] == why_not.value


def test_that_leave_counts_on_its_first_and_last_day_only(branch: Branch) -> None:
    def leave(first: int, last: int) -> Leave:
        return Leave(
            collector=CollectorId("C1"), first_day=DAY + timedelta(days=first), last_day=DAY + timedelta(days=last)
        )

    for first, last, away in ((0, 0, True), (-3, 0, True), (0, 3, True), (-3, -1, False), (1, 3, False)):
        branch.roster.roster = replace(branch.roster.roster, leaves=(leave(first, last),))
        assert (branch.desk.attendance(DAY).absent.get(CollectorId("C1")) is Absence.ON_LEAVE) is away


def test_that_the_apart_list_parts_pairs_and_keeps_collectors_from_cases(branch: Branch) -> None:
    apart = (
        ApartEntry(collector=CollectorId("C1"), other=CollectorId("C2"), case=None, reason=""),
        ApartEntry(collector=CollectorId("C3"), other=None, case="K1", reason=""),
    )
    branch.roster.roster = replace(branch.roster.roster, apart=apart)
    draft = branch.planned()
    assert all(not {"C1", "C2"} <= set(team.members) for team in draft.problem.teams)
    team = draft.problem.team_of[draft.plan.team_of_visit()["V1"]]
    assert "C3" not in team.members


def test_that_moving_locking_and_removing_are_new_drafts_and_undo_is_the_old_one(branch: Branch) -> None:
    draft = branch.planned()
    here = draft.plan.team_of_visit()["V1"]
    other = next(team.id for team in draft.problem.teams if team.id != here)
    there = moved(draft, "V1", other)
    assert there.plan.team_of_visit()["V1"] == other
    assert draft.plan.team_of_visit()["V1"] == here
    assert there.check().is_feasible
    held = locked(there, "V1")
    assert branch.desk.optimised(held, QUICK).plan.team_of_visit()["V1"] == other
    with pytest.raises(RuleBroken):
        removed(held, "V1")
    with pytest.raises(RuleBroken) as refused:
        moved(held, "V1", here)
    assert refused.value.facts["rule"] == "locked"
    out = removed(unlocked(held, "V1"), "V1")
    assert "V1" not in out.plan.team_of_visit()
    assert out.check().is_feasible


def test_that_hints_say_for_each_team_what_a_visit_costs_or_why_not(branch: Branch) -> None:
    branch.add_visit(7, needs=frozenset({"sign_language"}))
    draft = branch.planned()
    best = [hint for hint in hints(draft, "V1") if isinstance(hint, BestSlot)]
    assert {hint.team for hint in best} == {team.id for team in draft.problem.teams}
    for hint in best:
        assert moved(draft, "V1", hint.team, hint.position).check().is_feasible
    assert [item.code for item in why(draft, "V7").reasons] == [ReasonCode.SKILL] * len(draft.problem.teams)


def test_that_an_untouched_route_keeps_its_times_when_another_is_edited(branch: Branch) -> None:
    draft = branch.planned()
    teams = [team.id for team in draft.problem.teams]
    draft = moved(moved(draft, "V1", teams[0]), "V2", teams[1])
    before = next(route for route in draft.plan.routes if route.team == teams[1])
    after = moved(draft, "V1", teams[0], 0)
    assert next(route for route in after.plan.routes if route.team == teams[1]) == before


def test_that_a_visit_taken_off_the_draft_goes_back_to_the_pool(branch: Branch) -> None:
    kept = branch.desk.save(SUPERVISOR, branch.planned())
    branch.desk.save(SUPERVISOR, removed(kept.draft, "V4"))
    visit = branch.transactions.unit.visits.kept[VisitId("V4")]
    assert (visit.state, visit.day) == (VisitState.POOLED, None)


def test_that_two_desks_do_not_overwrite_each_other(branch: Branch) -> None:
    draft = branch.planned()
    branch.desk.save(SUPERVISOR, draft)
    with pytest.raises(Stale):
        branch.desk.save(SUPERVISOR, draft)


def test_that_a_visit_planned_for_another_day_meanwhile_is_not_taken_twice(branch: Branch) -> None:
    draft = branch.planned()
    visits = branch.transactions.unit.visits
    taken = visits.kept[VisitId("V1")]
    visits.kept[taken.id] = replace(taken, state=VisitState.PLANNED, day=DAY + timedelta(days=1))
    with pytest.raises(Stale):
        branch.desk.save(SUPERVISOR, draft)
    assert branch.state("V2") is VisitState.POOLED


def test_that_a_dropped_visit_leaves_draft_and_publication_and_the_others_keep_their_times(branch: Branch) -> None:
    kept = branch.desk.publish(SUPERVISOR, branch.planned())
    times = {stop.visit: stop for route in kept.draft.plan.routes for stop in route.stops}
    changed = branch.desk.drop(CLERK, [VisitId("V2")], "objection")
    assert changed.ids(Subject.DAY_PLAN) == {DAY.isoformat()}
    binding, draft = branch.desk.published(DAY), branch.desk.load(DAY)
    assert binding is not None
    assert draft is not None
    assert (binding.number, draft.number) == (2, 2)
    del times["V2"]
    for version in (binding, draft):
        assert version.check().is_feasible
        assert {stop.visit: stop for route in version.plan.routes for stop in route.stops} == times


def test_that_dropping_a_visit_no_plan_holds_changes_nothing(branch: Branch) -> None:
    branch.desk.publish(SUPERVISOR, branch.planned())
    assert not branch.desk.drop(CLERK, [VisitId("V99")], "objection")


def test_that_a_published_day_is_carried_over_and_published_again_under_the_next_number(branch: Branch) -> None:
    first = branch.desk.publish(SUPERVISOR, branch.planned())
    branch.add_visit(5)
    again = branch.desk.prepare(SUPERVISOR, DAY)
    assert again.plan.routes == first.draft.plan.routes
    assert [item.visit for item in again.plan.unassigned] == ["V5"]
    second = branch.desk.publish(SUPERVISOR, branch.desk.optimised(again, QUICK))
    assert second.draft.number == 2
    assert branch.state("V5") is VisitState.PUBLISHED


def test_that_a_day_with_a_team_on_its_way_is_not_published_over(branch: Branch) -> None:
    kept = branch.desk.publish(SUPERVISOR, branch.planned())
    visits = branch.transactions.unit.visits
    visits.kept[VisitId("V1")] = replace(visits.kept[VisitId("V1")], state=VisitState.DISPATCHED)
    with pytest.raises(RuleBroken) as refused:
        branch.desk.publish(SUPERVISOR, kept.draft)
    assert refused.value.code == "planning.day_is_live"
    binding = branch.desk.published(DAY)
    assert binding is not None
    assert binding.number == 1


def test_that_only_a_supervisor_plans_and_publishes(branch: Branch) -> None:
    draft = branch.planned()
    for deed in (branch.desk.save, branch.desk.publish):
        with pytest.raises(NotAllowed):
            deed(CLERK, draft)


def test_that_every_deed_leaves_an_entry_without_names(branch: Branch) -> None:
    branch.desk.publish(SUPERVISOR, branch.desk.save(SUPERVISOR, branch.planned()).draft)
    assert [deed.name for deed in branch.transactions.unit.audit.deeds] == ["day_plan.save", "day_plan.publish"]
    assert all("样例" not in entry.body for entry in branch.transactions.unit.audit.kept)


def test_that_nobody_at_work_makes_a_day_without_teams_that_can_be_kept(branch: Branch) -> None:
    branch.roster.roster = replace(branch.roster.roster, shifts=())
    draft = branch.planned()
    assert draft.problem.teams == ()
    branch.desk.save(SUPERVISOR, draft)
    assert branch.desk.load(DAY) is not None
    with pytest.raises(RuleBroken) as refused:
        branch.desk.publish(SUPERVISOR, draft)
    assert refused.value.code == "planning.nothing_to_publish"


def test_that_the_whole_round_also_works_on_the_encrypted_database(branch: Branch, database: Database) -> None:
    kept = branch.transactions.unit
    with database.begin() as unit:
        unit.cases.add_all(list(kept.cases.kept.values()))
        for visit in kept.visits.kept.values():
            unit.visits.add(visit)
    desk = PlanningDesk(database, FixedClock(at(7)), verdicts=branch.verdicts, roster=branch.roster, terms=branch.terms)
    draft = desk.save(SUPERVISOR, desk.optimised(desk.prepare(SUPERVISOR, DAY), QUICK)).draft
    published = desk.publish(SUPERVISOR, draft).draft
    assert desk.drop(SUPERVISOR, [VisitId("V1")], "hold").ids(Subject.DAY_PLAN) == {DAY.isoformat()}
    binding = desk.published(DAY)
    assert binding is not None
    assert set(binding.plan.team_of_visit()) == {"V2", "V3", "V4"}
    with database.read() as unit:
        assert {visit.state for visit in unit.visits.on_day(DAY)} == {VisitState.PUBLISHED}
        assert [plan.number for plan in unit.day_plans.publications(DAY)] == [1, 2]
    with pytest.raises(Stale):
        desk.publish(SUPERVISOR, published)
