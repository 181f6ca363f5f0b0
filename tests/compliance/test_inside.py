"""What the program knows beyond the form: absence blocks; and how branch facts become a fact sheet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.compliance.branch import (
    ADDRESS,
    ARRIVE,
    CASE,
    CLERK,
    NOW,
    PLANNED,
    QUESTION,
    SOUND,
    TEAM,
    decided,
    opened,
    with_borrower,
)
from tests.compliance.sheets import CLOCK, EXAMPLE
from visitdesk.cases.model import AddressKind, Case, Channel, ContactAttempt, DebtStatus, PartyRole
from visitdesk.compliance.branch_facts import Recorded, VisitQuestion, facts_of
from visitdesk.compliance.engine import judge
from visitdesk.compliance.facts import Entry, InsideFacts, PlaceKind, PlanFacts, PlanState, WorkFacts
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.model import ConsentKind, Effect, Stage
from visitdesk.compliance.pack import load
from visitdesk.compliance.sheet import read


def work(day: int, week: int = 0, overtime: int = 0) -> tuple[WorkFacts, ...]:
    return (WorkFacts(id="C1", day_minutes=day, week_minutes=week, month_overtime_minutes=overtime),)


TOLD = CLOCK - timedelta(days=1)
SIDES: tuple[tuple[str, Mapping[str, object], str], ...] = (
    ("cn-agency-told", {"agency_told_at": TOLD}, "PASS"),
    ("cn-agency-told", {"agency_told_at": CLOCK + timedelta(seconds=1)}, "BLOCK"),
    ("cn-agency-told", {"agency_told_at": None}, "BLOCK"),
    ("cn-assignee-notice", {"is_assigned_debt": False}, "PASS"),
    ("cn-assignee-notice", {"is_assigned_debt": True, "assignment_told_at": None}, "BLOCK"),
    ("cn-assignee-notice", {"is_assigned_debt": True, "assignment_told_at": TOLD}, "PASS"),
    ("cn-no-auto-only", {"decided_by": "chief"}, "PASS"),
    ("cn-no-auto-only", {"decided_by": ""}, "BLOCK"),
    ("st-insure", {"insured": {"C1": True, "C2": True}}, "PASS"),
    ("st-insure", {"insured": {"C1": True, "C2": False}}, "BLOCK"),
    ("st-insure", {"insured": {"C1": True}}, "BLOCK"),
    ("st-hours", {"work": work(480, 2640)}, "PASS"),
    ("st-hours", {"work": work(481)}, "WARN"),
    ("st-hours", {"work": work(400, 2641)}, "WARN"),
    ("st-hours", {"work": work(660)}, "WARN"),
    ("st-hours", {"work": work(661)}, "BLOCK"),
    ("st-hours", {"work": work(400, overtime=2160)}, "PASS"),
    ("st-hours", {"work": work(400, overtime=2161)}, "BLOCK"),
)


@pytest.mark.parametrize(("rule", "known", "effect"), SIDES)
def test_that_a_rule_of_the_program_has_its_effect_on_both_sides(
    rule: str, known: Mapping[str, object], effect: str
) -> None:
    pack = load("cn")
    facts = read(EXAMPLE, pack, CLOCK)
    facts = replace(facts, inside=InsideFacts(**known))  # type: ignore[arg-type]
    found = next(one for one in judge(facts, pack, china()).findings if one.rule.id == rule)
    assert found.effect.value == effect


def test_that_own_staff_need_no_notice_of_an_agency() -> None:
    pack = load("cn")
    facts = replace(read(EXAMPLE, pack, CLOCK), agency=None, inside=InsideFacts(agency_told_at=None))
    found = next(one for one in judge(facts, pack, china()).findings if one.rule.id == "cn-agency-told")
    assert found.effect is Effect.PASS


def test_that_a_sound_visit_is_allowed_without_a_warning() -> None:
    desk, _, _ = opened()
    verdict = desk.assess([QUESTION])[0]
    assert verdict.allowed
    assert verdict.warnings == ()


CASES: tuple[tuple[Case, str], ...] = (
    (replace(SOUND, debt_status=DebtStatus.UNVERIFIED), "cn-illegal-debt"),
    (with_borrower(is_alive=None), "cn-deceased-incapacity"),
    (with_borrower(is_alive=False), "cn-deceased-incapacity"),
    (with_borrower(capacity=None), "cn-deceased-incapacity"),
    (with_borrower(capacity="unheard of"), "cn-deceased-incapacity"),
    (with_borrower(birth_date=None), "cn-minor-debtor"),
    (with_borrower(birth_date=date(2008, 11, 26)), "cn-minor-debtor"),
    (replace(SOUND, distress_until=date(2026, 11, 25)), "cn-funeral-hospital"),
    (replace(SOUND, refused_visits=True), "cn-refused-visits"),
    (replace(SOUND, role=PartyRole.THIRD_PARTY), "cn-debtor-only"),
    (replace(SOUND, role=PartyRole.GUARANTOR), "cn-guarantor-limit"),
    (replace(SOUND, addresses=(replace(ADDRESS, is_dead=True),)), "cn-dead-address"),
    (replace(SOUND, addresses=(replace(ADDRESS, source="neighbour"),)), "cn-dead-address"),
    (replace(SOUND, addresses=(replace(ADDRESS, kind=AddressKind.WORK),)), "cn-workplace"),
    (replace(SOUND, accounts=()), "cn-last-resort"),
)


@pytest.mark.parametrize(("case", "rule"), CASES)
def test_that_facts_of_the_case_reach_the_rules(case: Case, rule: str) -> None:
    desk, _, _ = opened(case)
    assert decided(desk) == rule


def test_that_somebody_is_of_age_on_the_eighteenth_birthday() -> None:
    desk, _, _ = opened(with_borrower(birth_date=date(2008, 11, 25)))
    assert decided(desk) is None


def test_that_an_address_the_case_no_longer_has_is_not_guessed() -> None:
    desk, _, _ = opened(replace(SOUND, addresses=()))
    assert not desk.assess([QUESTION])[0].allowed


QUESTIONS: tuple[tuple[VisitQuestion, str | None], ...] = (
    (replace(QUESTION, team=TEAM[:1]), "cn-two-person"),
    (replace(QUESTION, team=(TEAM[0], replace(TEAM[1], is_active=False))), "cn-two-person"),
    (replace(QUESTION, team=(TEAM[0], replace(TEAM[1], badge_valid_until=None))), "cn-show-id"),
    (replace(QUESTION, team=(TEAM[0], replace(TEAM[1], has_violent_record=None))), "cn-collector-fitness"),
    (replace(QUESTION, team=(TEAM[0], replace(TEAM[1], trained_until=None))), "cn-collector-fitness"),
    (replace(QUESTION, team=(TEAM[0], replace(TEAM[1], is_insured=None))), "st-insure"),
    (replace(QUESTION, stage=Stage.CHECK_IN), "cn-two-person"),
    (replace(QUESTION, stage=Stage.CHECK_IN, present=frozenset({TEAM[0].id})), "cn-two-person"),
    (replace(QUESTION, stage=Stage.CHECK_IN, present=frozenset({TEAM[0].id, TEAM[1].id})), None),
    (replace(QUESTION, entry=Entry.INSIDE), "cn-no-entry-without-consent"),
    (replace(QUESTION, plan=PlanFacts(state=PlanState.SIGNED)), "cn-plan-stops-collection"),
    (replace(QUESTION, place_kind=PlaceKind.HOSPITAL), "cn-funeral-hospital"),
    (replace(QUESTION, documents=frozenset({"door_notice"})), "cn-no-public-posting"),
    (replace(QUESTION, work=work(661)), "st-hours"),
    (replace(QUESTION, leave=ARRIVE + timedelta(hours=12)), "cn-quiet-hours"),
)


@pytest.mark.parametrize(("question", "rule"), QUESTIONS)
def test_that_facts_of_team_and_door_reach_the_rules(question: VisitQuestion, rule: str | None) -> None:
    desk, _, _ = opened()
    assert decided(desk, question) == rule


def test_that_an_agency_the_debtor_was_not_told_of_may_not_visit() -> None:
    desk, _, _ = opened(told=False)
    assert decided(desk) == "cn-agency-told"
    assert decided(desk, replace(QUESTION, agency=None)) is None


def test_that_a_notice_of_another_visit_tells_nothing_about_this_one() -> None:
    desk, transactions, _ = opened()
    other = replace(PLANNED, id=type(PLANNED.id)("V2"))
    transactions.unit.visits.add(other)
    warned = desk.assess([replace(QUESTION, visit=other.id)])[0].warnings
    assert [finding.rule.id for finding in warned] == ["cn-advance-notice"]


def _trail(*tries: tuple[str, Channel, bool | None]) -> Case:
    kept = tuple(
        ContactAttempt(at=datetime.fromisoformat(at), channel=channel, reached=reached)
        for at, channel, reached in tries
    )
    return replace(SOUND, trail=kept)


def test_that_the_contact_trail_counts_in_the_places_own_days() -> None:
    case = _trail(
        ("2026-10-26T15:59:59+00:00", Channel.VISIT, True),
        ("2026-10-26T16:00:00+00:00", Channel.VISIT, False),
        ("2026-11-23T15:59:59+00:00", Channel.PHONE, True),
        ("2026-11-23T16:00:00+00:00", Channel.PHONE, True),
        ("2026-11-24T01:00:00+00:00", Channel.PHONE, False),
        ("2026-11-24T02:00:00+00:00", Channel.PHONE, None),
        ("2026-11-24T03:00:00+00:00", Channel.SMS, None),
    )
    history = facts_of(QUESTION, PLANNED, case, Recorded(), NOW).history
    assert history.contact_visits == (date(2026, 10, 26),)
    assert history.attempts == (date(2026, 10, 27),)
    assert (history.effective_calls_today, history.unanswered_calls_today) == (1, 2)


def test_that_too_many_visits_hold_the_case() -> None:
    desk, _, _ = opened(_trail(("2026-11-10T02:00:00+00:00", Channel.VISIT, True)))
    assert decided(desk) == "cn-life-tranquillity"


def test_that_a_consent_of_the_branch_lifts_for_its_day_only() -> None:
    desk, _, _ = opened(replace(SOUND, addresses=(replace(ADDRESS, kind=AddressKind.WORK),)))
    desk.record_consent(
        CLERK, CASE, ConsentKind.WORKPLACE, given_by="debtor", given_at=NOW, how="sms", dates=[date(2026, 11, 25)]
    )
    assert decided(desk) is None
    day_later = replace(QUESTION, arrive=ARRIVE + timedelta(days=1), leave=ARRIVE + timedelta(days=1, minutes=20))
    assert decided(desk, day_later) == "cn-workplace"


def test_that_instants_of_any_zone_mean_the_same() -> None:
    facts = facts_of(QUESTION, PLANNED, SOUND, Recorded(), NOW)
    assert facts.visit.arrive == datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
