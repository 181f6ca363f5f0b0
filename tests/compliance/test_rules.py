"""Both sides of every rule, one fact changed at a time; what lifts, what is named, what decides."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compliance.cases import CASES
from tests.compliance.sheets import GONE, consent, finding, stay, verdict
from visitdesk.compliance.model import ConsentKind, Effect
from visitdesk.compliance.telling import text
from visitdesk.wording import Lang


@pytest.mark.parametrize(("rule", "changes", "effect"), CASES)
def test_that_a_rule_has_its_effect_on_both_sides(rule: str, changes: Mapping[str, object], effect: str) -> None:
    judged = verdict(**changes)
    found = next(one for one in judged.findings if one.rule.id == rule)
    assert found.effect.value == effect
    forbids = effect in {"BLOCK", "HOLD"} or (effect == "BLOCK*" and found.lifted_by is None)
    assert found.forbids is forbids
    if forbids:
        assert not judged.allowed
        assert judged.decided_by is not None


def test_that_the_worked_example_is_allowed() -> None:
    judged = verdict()
    assert judged.allowed
    assert judged.decided_by is None
    assert {found.effect for found in judged.findings} == {Effect.PASS}


def test_that_an_unshown_fact_is_named_in_both_languages() -> None:
    found = finding("cn-illegal-debt", case__debt_status=GONE)
    assert "case.debt_status" in text(found, Lang.EN)
    assert "case.debt_status" in text(found, Lang.ZH)
    found = finding("cn-show-id", visit__team__1__id_valid_until=None)
    assert "visit.team[1].id_valid_until" in text(found, Lang.EN)
    found = finding("cn-quiet-hours", visit__arrive=GONE, place__time_zone=None)
    assert "visit.arrive, place.time_zone" in text(found, Lang.EN)


def test_that_the_first_failing_rule_in_the_order_of_judging_decides() -> None:
    everything = {
        "case__debt_status": "unlawful",
        "person__alive": False,
        "case__distress_until": "2026-12-01",
        "case__plan": {"state": "signed", "signed": None, "breached": None},
        "case__holds": [{"kind": "objection", "cleared": None}],
        "case__refused_visits": True,
        "person__role": "third_party",
        "place__reported_wrong": True,
        "history__effective_calls_today": 9,
        "visit__team": [],
        "visit__documents": ["public_poster"],
    }
    order = [
        "cn-illegal-debt",
        "cn-deceased-incapacity",
        "cn-funeral-hospital",
        "cn-plan-stops-collection",
        "cn-objection-flag",
        "cn-refused-visits",
        "cn-debtor-only",
        "cn-dead-address",
        "cn-life-tranquillity",
        "cn-two-person",
        "cn-no-public-posting",
    ]
    cures: list[dict[str, object]] = [
        {"case__debt_status": "verified"},
        {"person__alive": True},
        {"case__distress_until": None},
        {"case__plan": None},
        {"case__holds": []},
        {"case__refused_visits": False, "history__contact_visits": ["2026-11-20"]},
        {"person__role": "debtor"},
        {"place__reported_wrong": False},
        {"history__contact_visits": [], "history__effective_calls_today": 0},
        {"visit__team": [_fit("C1"), _fit("C2")]},
        {"visit__documents": ["rights_notice"]},
    ]
    for rule, cure in zip(order, cures, strict=True):
        decided = verdict(**everything).decided_by
        assert decided is not None
        assert decided.rule.id == rule
        everything |= cure
    assert verdict(**everything).allowed


def _fit(identity: str) -> dict[str, object]:
    return {
        "id": identity,
        "active": True,
        "present": True,
        "id_valid_until": "2027-01-01",
        "trained_until": "2027-01-01",
        "confidentiality_signed": True,
        "violent_record": False,
        "employer": "agency",
    }


def test_that_two_sound_collectors_do_not_make_up_for_an_unfit_third() -> None:
    sound = {"visit__team": [_fit("C1"), _fit("C2"), _fit("C3")]}
    assert verdict(**sound).allowed
    for name, value in (("active", False), ("id_valid_until", "2026-11-24"), ("violent_record", True)):
        assert not verdict(visit__team=[_fit("C1"), _fit("C2"), _fit("C3") | {name: value}]).allowed


def test_that_two_of_three_present_are_enough_at_the_door() -> None:
    away = {"visit__stage": "check_in", "visit__team": [_fit("C1"), _fit("C2"), _fit("C3") | {"present": False}]}
    assert verdict(**away).allowed


QUIET = stay("2026-11-25T22:30", "2026-11-25T22:50")


@pytest.mark.parametrize(
    ("changed", "lifted"),
    [
        ({}, True),
        ({"given_by": "spouse"}, False),
        ({"given_by": None}, False),
        ({"given_by": "Debtor"}, False),
        ({"dates": ["2026-11-24"]}, False),
        ({"dates": []}, False),
        ({"dates": None}, False),
        ({"dates": ["2026-11-24", "2026-11-25"]}, True),
        ({"kind": "entry"}, False),
        ({"given_at": "2026-11-24T15:00:00+08:00"}, True),
        ({"given_at": "2026-11-24T15:00:01+08:00"}, False),
        ({"given_at": None}, False),
        ({"withdrawn_at": GONE}, False),
        ({"withdrawn_at": "2026-11-24T13:00:00+08:00"}, False),
        ({"withdrawn_at": "2026-11-24T15:00:00+08:00"}, False),
        ({"withdrawn_at": "2026-11-25T22:50:00+08:00"}, False),
        ({"withdrawn_at": "2026-11-25T22:50:01+08:00"}, True),
    ],
)
def test_that_only_a_debtors_standing_consent_for_the_day_lifts(changed: dict[str, object], *, lifted: bool) -> None:
    given = {name: value for name, value in (consent("quiet_hours") | changed).items() if value is not GONE}
    judged = verdict(consents=[given], **QUIET)
    assert judged.allowed is lifted
    for rule in ("cn-quiet-hours", "cn-quiet-hours-gbt"):
        found = next(one for one in judged.findings if one.rule.id == rule)
        assert found.effect is Effect.LIFTABLE
        assert found.lifted_by == (ConsentKind.QUIET_HOURS if lifted else None)


@pytest.mark.parametrize(
    ("kind", "changes", "rule"),
    [
        ("entry", {"visit__entry": "inside"}, "cn-no-entry-without-consent"),
        ("workplace", {"place__kind": "workplace"}, "cn-workplace"),
    ],
)
def test_that_entry_and_workplace_have_consents_of_their_own(kind: str, changes: dict[str, object], rule: str) -> None:
    assert verdict(consents=[consent(kind)], **changes).allowed
    assert finding(rule, consents=[consent(kind)], **changes).lifted_by is ConsentKind(kind)
    for other in ("quiet_hours", "recording"):
        decided = verdict(consents=[consent(other)], **changes).decided_by
        assert decided is not None
        assert decided.rule.id == rule
    assert not verdict(consents=[consent(kind, "2026-11-26")], **changes).allowed
    assert not verdict(consents=GONE, **changes).allowed


def test_that_a_stay_past_midnight_needs_both_days() -> None:
    night = stay("2026-11-25T23:30", "2026-11-26T00:30")
    assert not verdict(consents=[consent("quiet_hours")], **night).allowed
    assert verdict(consents=[consent("quiet_hours", "2026-11-25", "2026-11-26")], **night).allowed
    apart = [consent("quiet_hours", "2026-11-25"), consent("quiet_hours", "2026-11-26")]
    assert verdict(consents=apart, **night).allowed


def test_that_a_stay_of_days_touches_the_night_between_and_every_holiday() -> None:
    days = stay("2026-09-30T10:00", "2026-10-02T10:00")
    assert finding("cn-quiet-hours", consents=[], **days).effect is Effect.LIFTABLE
    assert finding("cn-holiday", **days).effect is Effect.BLOCK
    years = stay("2026-11-25T10:00", "2036-11-25T10:00")
    assert not verdict(consents=[consent("quiet_hours")], **years).allowed


def test_that_badges_must_last_to_the_day_of_leaving() -> None:
    night = stay("2026-11-25T21:00", "2026-11-26T00:10")
    late = {"visit__team__0__id_valid_until": "2026-11-25"}
    assert finding("cn-show-id", **late, **night).effect is Effect.BLOCK
    assert finding("cn-show-id", **late).effect is Effect.PASS


@pytest.mark.parametrize(
    ("zone", "arrive", "leave", "quiet"),
    [
        ("Asia/Urumqi", "2026-11-25T09:59:59+08:00", "2026-11-25T10:20:00+08:00", True),
        ("Asia/Urumqi", "2026-11-25T10:00:00+08:00", "2026-11-25T10:20:00+08:00", False),
        ("Asia/Shanghai", "2026-11-25T00:00:00Z", "2026-11-25T00:20:00Z", False),
        ("Asia/Shanghai", "2026-11-24T23:59:59Z", "2026-11-25T00:20:00Z", True),
        ("America/New_York", "2026-11-25T20:00:00+08:00", "2026-11-25T20:20:00+08:00", True),
        # clocks go back on 1 November 2026: 08:00 EST is 13:00 UTC; the day before, 08:00 EDT is 12:00 UTC
        ("America/New_York", "2026-11-01T12:59:59Z", "2026-11-01T13:20:00Z", True),
        ("America/New_York", "2026-11-01T13:00:00Z", "2026-11-01T13:20:00Z", False),
        ("America/New_York", "2026-10-31T12:00:00Z", "2026-10-31T12:20:00Z", False),
        # clocks go forward on 8 March 2026: 08:00 EDT is 12:00 UTC
        ("America/New_York", "2026-03-08T11:59:59Z", "2026-03-08T12:20:00Z", True),
        ("America/New_York", "2026-03-08T12:00:00Z", "2026-03-08T12:20:00Z", False),
        # Nuuk goes back from 23:00... to 22:00... within the quiet hours and never leaves them
        ("America/Nuuk", "2026-10-24T23:59:59Z", "2026-10-25T00:20:00Z", True),
    ],
)
def test_that_law_keeps_the_places_own_time(zone: str, arrive: str, leave: str, *, quiet: bool) -> None:
    changes = {"place__time_zone": zone, "consents": []} | stay(arrive, leave)
    assert (finding("cn-quiet-hours", **changes).effect is Effect.LIFTABLE) is quiet


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 300))
@settings(deadline=None, max_examples=120)
def test_that_quiet_hours_agree_with_walking_through_every_minute(start: int, minutes: int) -> None:
    day = f"2026-11-25T{start // 60:02}:{start % 60:02}"
    end = start + minutes
    leave = f"2026-11-{25 + end // 1440}T{end // 60 % 24:02}:{end % 60:02}"
    walked = any(not 8 * 60 <= minute % 1440 < 22 * 60 for minute in range(start, end + 1))
    found = finding("cn-quiet-hours", consents=[], **stay(day, leave))
    assert (found.effect is Effect.LIFTABLE) is walked


def test_that_a_signature_on_a_plan_stops_visits_from_its_instant_on() -> None:
    for signed, effect in (("2026-11-25T20:10:00+08:00", Effect.BLOCK), ("2026-11-25T20:10:01+08:00", Effect.PASS)):
        plan = {"state": "approved", "signed": signed, "breached": None}
        assert finding("cn-plan-stops-collection", case__plan=plan).effect is effect


def test_that_a_plan_for_another_debt_stops_by_policy_and_says_so() -> None:
    plan = {"state": "in_force", "signed": None, "breached": None}
    card = finding("cn-plan-stops-collection", case__plan=plan)
    loan = finding("cn-plan-stops-collection", case__plan=plan, case__debt_kind="consumer_loan")
    assert (card.basis.force.value, card.basis.evidence.value) == ("L2", "SEEN-T")
    assert (loan.basis.force.value, loan.basis.evidence.value) == ("L5", "DERIVED")
    assert "not law" in text(loan, Lang.EN)
    assert "非法律" in text(loan, Lang.ZH)
    assert "not law" not in text(card, Lang.EN)


def test_that_a_representative_alone_is_no_matter_of_this_pack() -> None:
    assert verdict(case__represented_by="a lawyer").allowed
    assert verdict(case__represented_by=GONE).allowed
