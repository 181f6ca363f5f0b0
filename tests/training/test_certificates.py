"""Terms, states, the due list and who is trained until when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.people.model import CollectorId
from visitdesk.training.certificates import (
    by_urgency,
    days_left,
    due_of,
    last_day,
    latest,
    root_of,
    state_of,
    trained_until,
    warning_for,
)
from visitdesk.training.model import (
    Certificate,
    CertificateNumber,
    CertificateState,
    DueState,
    ModuleId,
    SittingId,
)

C1 = CollectorId("C1")
M0, M1 = ModuleId("M0"), ModuleId("M1")


def certificate(number: str = "VD-2026-0001", module: ModuleId = M0, on: date = date(2026, 11, 25)) -> Certificate:
    return Certificate(
        number=CertificateNumber(number),
        collector=C1,
        module=module,
        issued_at=datetime(on.year, on.month, on.day, 2, tzinfo=UTC),
        issued_on=on,
        valid_until=last_day(on, 12),
        issued_by="trainer",
        sitting=SittingId("S"),
        content_version="v",
    )


def revoked(one: Certificate) -> Certificate:
    return replace(one, revoked_at=one.issued_at + timedelta(days=1), revoked_by="sv", revoked_reason="r")


@pytest.mark.parametrize(
    ("issued", "until"),
    [
        (date(2026, 11, 25), date(2027, 11, 24)),
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 12, 30)),
    ],
)
def test_that_a_year_ends_on_the_eve_of_the_same_day(issued: date, until: date) -> None:
    assert last_day(issued, 12) == until


@settings(deadline=None)
@given(issued=st.dates(date(2020, 1, 1), date(2090, 1, 1)), months=st.integers(1, 36))
def test_that_a_term_never_exceeds_its_months_and_the_next_day_follows_on(issued: date, months: int) -> None:
    until = last_day(issued, months)
    assert issued < until
    assert (until - issued).days <= 31 * months
    assert last_day(issued, months + 1) > until


def test_that_a_certificate_counts_through_its_last_day_and_not_a_day_more() -> None:
    one = certificate()
    end = one.valid_until
    assert state_of(one, end - timedelta(days=30)) is CertificateState.VALID
    assert state_of(one, end - timedelta(days=29)) is CertificateState.EXPIRING
    assert state_of(one, end) is CertificateState.EXPIRING
    assert state_of(one, end + timedelta(days=1)) is CertificateState.EXPIRED
    assert state_of(revoked(one), end - timedelta(days=200)) is CertificateState.REVOKED
    assert days_left(one, end) == 0


def test_that_one_is_trained_until_the_first_of_the_needed_certificates_ends() -> None:
    early = certificate(module=M0, on=date(2026, 3, 1))
    late = certificate("VD-2026-0002", M1, date(2026, 6, 1))
    assert trained_until([early, late], [M0, M1]) == early.valid_until
    assert trained_until([early, late], [M1]) == late.valid_until


def test_that_a_missing_or_revoked_module_means_not_trained() -> None:
    one = certificate()
    assert trained_until([], [M0]) is None
    assert trained_until([one], [M0, M1]) is None
    assert trained_until([revoked(one)], [M0]) is None


def test_that_an_expired_certificate_answers_its_day_so_that_planning_sees_the_past() -> None:
    assert trained_until([certificate(on=date(2020, 1, 1))], [M0]) == date(2020, 12, 31)


def test_that_revoking_the_newest_does_not_revive_an_older_one() -> None:
    old = certificate("VD-2026-0001", on=date(2026, 10, 1))
    new = certificate("VD-2026-0002", on=date(2026, 11, 1))
    assert latest([new, old], M0) == new
    assert trained_until([old, revoked(new)], [M0]) is None


def test_that_the_certificate_issued_last_counts_even_if_an_earlier_one_would_last_longer() -> None:
    longer = replace(certificate("VD-2026-0001", on=date(2026, 10, 1)), valid_until=date(2029, 1, 1))
    newer = certificate("VD-2026-0002", on=date(2026, 11, 1))
    assert trained_until([newer, longer], [M0]) == newer.valid_until


def test_that_the_due_list_says_why_and_how_long() -> None:
    one = certificate()
    end = one.valid_until
    assert due_of(C1, M0, [], end) is not None
    missing = due_of(C1, M0, [], end)
    assert missing is not None
    assert (missing.state, missing.days_left) == (DueState.MISSING, None)
    assert due_of(C1, M0, [one], end - timedelta(days=30)) is None
    nearly = due_of(C1, M0, [one], end - timedelta(days=29))
    gone = due_of(C1, M0, [one], end + timedelta(days=2))
    back = due_of(C1, M0, [revoked(one)], end)
    assert nearly is not None
    assert gone is not None
    assert back is not None
    assert (nearly.state, nearly.days_left) == (DueState.EXPIRING, 29)
    assert (gone.state, gone.days_left) == (DueState.EXPIRED, -2)
    assert back.state is DueState.REVOKED
    assert by_urgency([nearly, missing, back, gone]) == (gone, back, missing, nearly)


@pytest.mark.parametrize(("left", "mark"), [(31, None), (30, 30), (15, 30), (14, 14), (4, 14), (3, 3), (0, 3), (-1, 3)])
def test_that_reminders_come_at_thirty_fourteen_and_three_days(left: int, mark: int | None) -> None:
    assert warning_for(left) == mark


def test_that_the_root_changes_with_everything_the_paper_says() -> None:
    one = certificate()
    roots = {
        root_of(one, "示例甲"),
        root_of(one, "示例乙"),
        root_of(replace(one, number=CertificateNumber("VD-2026-0009")), "示例甲"),
        root_of(replace(one, valid_until=one.valid_until + timedelta(days=1)), "示例甲"),
        root_of(replace(one, module=M1), "示例甲"),
        root_of(replace(one, collector=CollectorId("C2")), "示例甲"),
    }
    assert len(roots) == 6
    assert root_of(one, "示例甲") == root_of(replace(one, is_lapse_noted=True), "示例甲")
