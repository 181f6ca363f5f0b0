"""Days off: the recorded notice of 2026, years without a notice, and the seam between them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.compliance.sheets import finding, stay
from visitdesk.compliance.holiday_calendar import ChinaCalendar, china
from visitdesk.compliance.model import Effect
from visitdesk.compliance.telling import text
from visitdesk.errors import Unavailable
from visitdesk.paths import resource
from visitdesk.wording import Lang


def day_of(text_of_day: str) -> date:
    return date.fromisoformat(text_of_day)


def test_that_2026_is_exactly_the_notice() -> None:
    year = [date(2026, 1, 1) + timedelta(days=index) for index in range(365)]
    statutory = [day for day in year if china().day(day).is_statutory]
    assert len(statutory) == 13
    working_weekends = [day.isoformat() for day in year if day.weekday() >= 5 and not china().day(day).is_off]
    assert working_weekends == ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
    off_weekdays = [day for day in year if day.weekday() < 5 and china().day(day).is_off]
    assert len(off_weekdays) == 19


def test_that_the_solemn_days_are_new_years_eve_to_the_third_and_qingming() -> None:
    year = [date(2026, 1, 1) + timedelta(days=index) for index in range(365)]
    solemn = [day.isoformat() for day in year if china().day(day).is_solemn]
    assert solemn == ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-04-05"]


@pytest.mark.parametrize(
    ("day", "statutory", "uncertain"),
    [
        ("2027-02-05", True, True),
        ("2027-02-08", True, True),
        ("2027-02-09", False, True),
        ("2027-02-11", False, True),
        ("2027-02-12", False, False),
        ("2027-02-01", False, False),
        ("2027-02-02", False, True),
        ("2027-03-13", False, True),
        ("2027-03-15", False, False),
        ("2027-01-04", False, True),
        ("2027-01-05", False, False),
    ],
)
def test_that_a_year_without_a_notice_is_uncertain_around_festivals_and_weekends(
    day: str, *, statutory: bool, uncertain: bool
) -> None:
    kind = china().day(day_of(day))
    assert (kind.is_statutory, kind.is_uncertain) == (statutory, uncertain)


@pytest.mark.parametrize(("day", "uncertain"), [("2026-12-28", False), ("2026-12-29", True), ("2026-12-31", True)])
def test_that_the_next_years_notice_may_reach_back_into_december(day: str, *, uncertain: bool) -> None:
    assert china().day(day_of(day)).is_uncertain is uncertain


def test_that_an_unpublished_arrangement_warns_and_says_so() -> None:
    saturday = finding("cn-holiday", **stay("2027-03-13T10:00", "2027-03-13T10:20"))
    assert saturday.effect is Effect.WARN
    assert "not yet published" in text(saturday, Lang.EN)
    assert finding("cn-holiday", **stay("2027-03-15T10:00", "2027-03-15T10:20")).effect is Effect.PASS
    assert finding("cn-holiday", **stay("2027-02-06T10:00", "2027-02-06T10:20")).effect is Effect.BLOCK
    assert finding("cn-morals", **stay("2027-02-06T10:00", "2027-02-06T10:20")).effect is Effect.BLOCK


def test_that_a_holiday_is_a_day_at_the_address_not_at_the_desk() -> None:
    # 1 October in Shanghai begins at 16:00 UTC of 30 September.
    late = stay("2026-09-30T23:30:00+08:00", "2026-09-30T23:59:59+08:00")
    assert finding("cn-holiday", **late).effect is Effect.PASS
    assert finding("cn-holiday", **stay("2026-09-30T16:00:00Z", "2026-09-30T16:10:00Z")).effect is Effect.BLOCK
    new_york = {"place__time_zone": "America/New_York"} | stay("2026-09-30T16:00:00Z", "2026-09-30T16:10:00Z")
    assert finding("cn-holiday", **new_york).effect is Effect.PASS


def test_that_no_consent_lifts_a_holiday() -> None:
    assert finding("cn-holiday", **stay("2026-10-01T10:00", "2026-10-01T10:20")).lifted_by is None


def test_that_a_malformed_calendar_is_named(tmp_path: Path) -> None:
    good = resource("policies", "holidays-cn.toml").read_text(encoding="utf-8")
    file = tmp_path / "holidays.toml"
    for bad in (good.replace("first = ", "fist = "), good + "[", good.replace("solemn", "sullen")):
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(Unavailable):
            ChinaCalendar(file)


def test_that_a_notice_added_to_the_file_ends_the_uncertainty(tmp_path: Path) -> None:
    good = resource("policies", "holidays-cn.toml").read_text(encoding="utf-8")
    added = """
[year.2027]
source = "test"
evidence = "DERIVED"
working_weekends = [2027-02-14]
[[year.2027.off]]
festival = "元旦"
first = 2027-01-01
last = 2027-01-03
statutory = [2027-01-01]
"""
    file = tmp_path / "holidays.toml"
    file.write_text(good + added, encoding="utf-8")
    calendar = ChinaCalendar(file)
    assert not calendar.day(day_of("2027-02-14")).is_off
    assert not calendar.day(day_of("2027-03-13")).is_uncertain
    assert calendar.day(day_of("2027-03-13")).is_off
    assert not calendar.day(day_of("2026-12-31")).is_uncertain
