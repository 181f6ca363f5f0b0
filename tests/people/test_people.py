"""People: deeds against fake and database, who can go and why not, pairs."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.branch_file import new_database
from tests.fakes.people import FakePeopleTransactions
from visitdesk.changed import Subject
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, NotAllowed, Stale
from visitdesk.people.availability import WhyNot, availability, workload
from visitdesk.people.model import (
    ApartEntry,
    Collector,
    CollectorId,
    Device,
    Employer,
    Leave,
    Qualification,
    QualificationKind,
    Shift,
)
from visitdesk.people.pairing import kept_apart, kept_from_case, propose
from visitdesk.people.ports import PeopleTransactions
from visitdesk.people.service import PeopleDesk
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.wording import known_codes

ZONE = ZoneInfo("Asia/Shanghai")
DAY = dt.date(2026, 11, 25)
NOW = dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC)
C1, C2 = CollectorId("C1"), CollectorId("C2")


def person(identity: str = "C1", **more: object) -> Collector:
    ready: dict[str, object] = {
        "name": f"示例{identity}",
        "phone": "+8619900000000",
        "employer": Employer.AGENCY,
        "drives": True,
        "badge_valid_until": DAY,
        "trained_until": DAY,
        "confidentiality_signed": True,
        "has_violent_record": False,
        "is_insured": True,
    }
    return Collector(id=CollectorId(identity), **{**ready, **more})  # type: ignore[arg-type]  # fields by name


def shift(identity: str = "C1", start: int = 9, end: int = 18, day: dt.date = DAY) -> Shift:
    def at(hour: int) -> dt.datetime:
        return dt.datetime.combine(day, dt.time(hour), ZONE)

    return Shift(collector=CollectorId(identity), start=at(start), end=at(end))


@pytest.fixture(params=["fake", "sql"])
def transactions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PeopleTransactions]:
    if request.param == "fake":
        yield FakePeopleTransactions()
        return
    database = new_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
def desk(transactions: PeopleTransactions) -> PeopleDesk:
    desk = PeopleDesk(transactions, FixedClock(NOW), ZONE)
    desk.add_collector(SETUP, person("C1", skills=frozenset({"female", "cantonese"})))
    desk.add_collector(SETUP, person("C2", drives=False))
    return desk


def test_that_collectors_come_back_as_they_were_kept(desk: PeopleDesk) -> None:
    assert list(desk.collectors()) == [
        person("C1", skills=frozenset({"female", "cantonese"})),
        person("C2", drives=False),
    ]


def test_that_a_staff_number_is_given_once(desk: PeopleDesk) -> None:
    with pytest.raises(BadInput) as caught:
        desk.add_collector(SETUP, person("C1"))
    assert caught.value.code == "people.taken"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (person("C 1"), "bad_id"),
        (person("甲"), "bad_id"),
        (person("C9", name=" "), "no_name"),
        (person("C9", skills=frozenset({"Ear Plugs"})), "bad_skill"),
    ],
)
def test_that_odd_collectors_are_refused(desk: PeopleDesk, wrong: Collector, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        desk.add_collector(SETUP, wrong)
    assert caught.value.code == f"people.{code}"


def test_that_a_second_desk_with_an_old_picture_is_refused(desk: PeopleDesk, transactions: PeopleTransactions) -> None:
    old = desk.collectors()[0]
    assert desk.change_collector(SETUP, replace(old, phone="+8619900000009")).ids(Subject.COLLECTOR) == {"C1"}
    with pytest.raises(Stale):
        desk.change_collector(SETUP, replace(old, phone="+8619900000008"))
    assert desk.collectors()[0].phone == "+8619900000009"
    with transactions.read() as unit:
        last = unit.audit.entries()[-1].body
    assert '"fields":["phone"]' in last
    assert "8619900000009" not in last


def test_that_a_change_that_changes_nothing_is_none(desk: PeopleDesk) -> None:
    assert not desk.change_collector(SETUP, desk.collectors()[0])


def test_that_whoever_leaves_keeps_the_past_and_loses_shifts_ahead(desk: PeopleDesk) -> None:
    past = desk.add_shift(SETUP, shift(day=dt.date(2026, 11, 23)))
    desk.add_shift(SETUP, shift())
    with pytest.raises(BadInput):
        desk.end_collector(SETUP, C1, " ", 1)
    with pytest.raises(Stale):
        desk.end_collector(SETUP, C1, "离职", 2)
    changed = desk.end_collector(SETUP, C1, "离职", 1)
    assert changed.touches(Subject.SHIFT)
    assert list(desk.shifts_of(dt.date(2026, 11, 1), dt.date(2026, 12, 31))) == [
        replace(past, start=past.start.astimezone(dt.UTC), end=past.end.astimezone(dt.UTC))
    ]
    assert not desk.collectors()[0].is_active


@pytest.mark.parametrize(("start", "end", "good"), [(18, 20, True), (17, 20, False), (0, 9, True), (8, 10, False)])
def test_that_shifts_of_one_person_may_touch_but_not_overlap(
    desk: PeopleDesk, start: int, end: int, *, good: bool
) -> None:
    desk.add_shift(SETUP, shift())
    if good:
        desk.add_shift(SETUP, shift(start=start, end=end))
    else:
        with pytest.raises(BadInput) as caught:
            desk.add_shift(SETUP, shift(start=start, end=end))
        assert caught.value.code == "people.shifts_overlap"
    desk.add_shift(SETUP, shift("C2", start, end))


@pytest.mark.parametrize(("minutes", "good"), [(0, False), (1, True), (960, True), (961, False)])
def test_that_a_shift_has_a_length_a_person_can_work(desk: PeopleDesk, minutes: int, *, good: bool) -> None:
    start = dt.datetime.combine(DAY, dt.time(1), ZONE)
    wanted = Shift(collector=C1, start=start, end=start + dt.timedelta(minutes=minutes))
    if good:
        assert desk.add_shift(SETUP, wanted).id
    else:
        with pytest.raises(BadInput):
            desk.add_shift(SETUP, wanted)


def test_that_a_shift_is_moved_and_taken_away(desk: PeopleDesk) -> None:
    kept = desk.add_shift(SETUP, shift())
    desk.change_shift(SETUP, replace(kept, end=kept.end + dt.timedelta(hours=1)))
    with pytest.raises(Stale):
        desk.change_shift(SETUP, replace(kept, end=kept.end + dt.timedelta(hours=2)))
    with pytest.raises(Stale):
        desk.remove(SETUP, kept)
    (now,) = desk.shifts_of(DAY, DAY)
    assert desk.remove(SETUP, now).ids(Subject.SHIFT) == {"C1"}
    with pytest.raises(BadInput) as caught:
        desk.remove(SETUP, now)
    assert caught.value.code == "people.gone"


def test_that_a_person_is_opened_whole(desk: PeopleDesk) -> None:
    leave = desk.add_leave(SETUP, Leave(collector=C1, first_day=DAY, last_day=DAY, kind="年假"))
    apart = desk.add_apart(SETUP, ApartEntry(collector=C2, other=C1, case=None, reason="亲属"))
    device = desk.issue_device(SETUP, Device(id="D-7", collector=C1, label="甲号机", issued_on=DAY))
    proof = desk.add_qualification(
        SETUP,
        Qualification(collector=C1, kind=QualificationKind.DRIVING, name="C1 驾照", valid_from=DAY, valid_until=DAY),
    )
    page = desk.open(SETUP, C1, DAY, DAY)
    assert (page.leave, page.apart, page.devices, page.qualifications) == ((leave,), (apart,), (device,), (proof,))
    assert not desk.open(SETUP, C1, DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=1)).leave
    desk.change_device(SETUP, replace(device, returned_on=DAY))
    desk.change_leave(SETUP, replace(leave, last_day=DAY + dt.timedelta(days=1)))
    desk.change_qualification(SETUP, replace(proof, valid_until=None))
    later = desk.open(SETUP, C1, DAY, DAY)
    assert (later.devices[0].returned_on, later.qualifications[0].valid_until) == (DAY, None)


def test_that_an_apart_entry_names_one_other_or_one_case_and_why(desk: PeopleDesk) -> None:
    for other, case, reason in ((None, None, "x"), (C2, "A-1", "x"), (C1, None, "x"), (C2, None, " ")):
        with pytest.raises(BadInput):
            desk.add_apart(SETUP, ApartEntry(collector=C1, other=other, case=case, reason=reason))
    with pytest.raises(BadInput):
        desk.add_apart(SETUP, ApartEntry(collector=C1, other=CollectorId("C9"), case=None, reason="x"))
    kept = desk.add_apart(SETUP, ApartEntry(collector=C1, other=None, case="A-1", reason="熟人"))
    assert list(desk.apart_list(SETUP)) == [kept]


def test_that_a_device_is_out_once_and_days_are_in_order(desk: PeopleDesk) -> None:
    device = desk.issue_device(SETUP, Device(id="D-7", collector=C1, label="甲", issued_on=DAY))
    with pytest.raises(BadInput):
        desk.issue_device(SETUP, Device(id="D-7", collector=C2, label="乙", issued_on=DAY))
    with pytest.raises(BadInput):
        desk.change_device(SETUP, replace(device, returned_on=DAY - dt.timedelta(days=1)))
    with pytest.raises(BadInput):
        desk.add_leave(SETUP, Leave(collector=C1, first_day=DAY, last_day=DAY - dt.timedelta(days=1)))


def test_that_only_a_supervisor_keeps_people(desk: PeopleDesk) -> None:
    clerk = Actor(user=UserId("clerk"), roles=frozenset({Role.CLERK}))
    for deed in (
        lambda: desk.add_collector(clerk, person("C3")),
        lambda: desk.change_collector(clerk, person("C1")),
        lambda: desk.end_collector(clerk, C1, "x", 1),
        lambda: desk.add_shift(clerk, shift()),
        lambda: desk.apart_list(clerk),
        lambda: desk.open(clerk, C1, DAY, DAY),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert [one.id for one in desk.collectors()] == ["C1", "C2"]


def test_that_the_day_shows_who_can_go_and_who_pairs(desk: PeopleDesk) -> None:
    desk.add_shift(SETUP, shift("C1"))
    assert [one.is_available for one in desk.availability(DAY)] == [True, False]
    desk.add_shift(SETUP, shift("C2", 10, 19))
    (pair,) = desk.propose_pairs(DAY).pairs
    assert (pair.first, pair.second, pair.end - pair.start) == (C1, C2, dt.timedelta(hours=8))
    desk.add_apart(SETUP, ApartEntry(collector=C2, other=C1, case=None, reason="亲属"))
    assert desk.propose_pairs(DAY).left_over == (C1, C2)


def test_that_hours_are_counted_by_person_and_day(desk: PeopleDesk) -> None:
    desk.add_shift(SETUP, shift("C1", 9, 12))
    desk.add_shift(SETUP, shift("C1", 13, 18))
    desk.add_leave(SETUP, Leave(collector=C2, first_day=DAY - dt.timedelta(days=3), last_day=DAY))
    one, two = desk.workloads(DAY - dt.timedelta(days=1), DAY)
    assert (one.planned, one.by_day) == (dt.timedelta(hours=8), {DAY: dt.timedelta(hours=8)})
    assert (two.planned, two.leave_days) == (dt.timedelta(), 2)


NEXT = DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("more", "day", "reasons"),
    [
        ({}, DAY, ()),
        ({"is_active": False}, DAY, (WhyNot.INACTIVE,)),
        ({"has_violent_record": True}, DAY, (WhyNot.VIOLENT_RECORD,)),
        ({"has_violent_record": None}, DAY, (WhyNot.RECORD_UNCHECKED,)),
        ({"badge_valid_until": None}, DAY, (WhyNot.NO_BADGE,)),
        ({"trained_until": DAY + dt.timedelta(days=9)}, NEXT, (WhyNot.BADGE_EXPIRED,)),
        ({"trained_until": None}, DAY, (WhyNot.UNTRAINED,)),
        ({"badge_valid_until": DAY + dt.timedelta(days=9)}, NEXT, (WhyNot.TRAINING_EXPIRED,)),
        ({"confidentiality_signed": False}, DAY, (WhyNot.NO_CONFIDENTIALITY,)),
        ({"is_insured": None}, DAY, (WhyNot.UNINSURED,)),
        ({"is_insured": False, "is_active": False}, DAY, (WhyNot.INACTIVE, WhyNot.UNINSURED)),
    ],
)
def test_that_every_reason_against_going_is_named(
    more: dict[str, object], day: dt.date, reasons: tuple[WhyNot, ...]
) -> None:
    one = person("C1", **more)
    found = availability(one, day, shifts=[shift(day=day)], leave=[], zone=ZONE)
    assert found.reasons == reasons


def test_that_leave_counts_on_its_last_day_and_not_after() -> None:
    away = [Leave(collector=C1, first_day=DAY - dt.timedelta(days=2), last_day=DAY)]
    assert availability(person(), DAY, shifts=[shift()], leave=away, zone=ZONE).reasons == (WhyNot.ON_LEAVE,)
    later = person(badge_valid_until=NEXT, trained_until=NEXT)
    assert availability(later, NEXT, shifts=[shift(day=NEXT)], leave=away, zone=ZONE).is_available


def test_that_a_shift_belongs_to_the_day_at_the_branch_on_which_it_begins() -> None:
    early = Shift(
        collector=C1,
        start=dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC),
        end=dt.datetime(2026, 11, 24, 23, tzinfo=dt.UTC),
    )
    assert availability(person(), DAY, shifts=[early], leave=[], zone=ZONE).is_available
    second_before = replace(early, start=early.start - dt.timedelta(seconds=1))
    assert availability(person(), DAY, shifts=[second_before], leave=[], zone=ZONE).reasons == (WhyNot.NO_SHIFT,)


def test_that_ends_within_thirty_days_are_announced() -> None:
    for days, soon in ((30, True), (31, False)):
        until = DAY + dt.timedelta(days=days)
        found = availability(person(badge_valid_until=until, trained_until=until), DAY, shifts=[], leave=[], zone=ZONE)
        assert (found.ends_soon == until) is soon


def test_that_workload_passes_over_others_and_other_days() -> None:
    found = workload(C1, DAY, DAY, shifts=[shift(), shift("C2"), shift(day=NEXT)], leave=[], zone=ZONE)
    assert found.planned == dt.timedelta(hours=9)


def able(*drivers: bool, spans: tuple[tuple[int, int], ...] = ()) -> list[object]:
    return [
        availability(
            person(f"C{n}", drives=drives),
            DAY,
            shifts=[shift(f"C{n}", *(spans[n] if spans else (9, 18)))],
            leave=[],
            zone=ZONE,
        )
        for n, drives in enumerate(drivers)
    ]


def pairs(available: list[object], *apart: tuple[int, int]) -> set[frozenset[str]]:
    entries = [
        ApartEntry(collector=CollectorId(f"C{a}"), other=CollectorId(f"C{b}"), case=None, reason="x") for a, b in apart
    ]
    found = propose(available, entries)  # type: ignore[arg-type]  # made by able()
    assert len(found.left_over) + 2 * len(found.pairs) == len(available)
    return {frozenset({pair.first, pair.second}) for pair in found.pairs}


def test_that_two_who_do_not_drive_make_no_team() -> None:
    assert pairs(able(False, False)) == set()
    assert pairs(able(False, True)) == {frozenset({"C0", "C1"})}


def test_that_a_pair_is_given_up_where_two_can_be_made() -> None:
    assert pairs(able(True, True, False, False), (0, 3)) == {frozenset({"C0", "C2"}), frozenset({"C1", "C3"})}


@pytest.mark.parametrize(("start", "made"), [(16, True), (17, False)])
def test_that_two_hours_together_make_a_team_and_less_does_not(start: int, *, made: bool) -> None:
    assert bool(pairs(able(True, True, spans=((9, 18), (start, 20))))) is made


@given(st.lists(st.booleans(), max_size=9), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14))
@settings(deadline=None, max_examples=80)
def test_that_no_proposal_breaks_a_rule(drivers: list[bool], apart: set[tuple[int, int]]) -> None:
    for pair in pairs(able(*drivers), *apart):
        one, other = sorted(int(name[1:]) for name in pair)
        assert drivers[one] or drivers[other]
        assert (one, other) not in apart
        assert (other, one) not in apart


def test_that_the_apart_list_reads_both_ways_and_by_case() -> None:
    entries = [
        ApartEntry(collector=C1, other=C2, case=None, reason="x"),
        ApartEntry(collector=C1, other=None, case="A-1", reason="x"),
    ]
    assert kept_apart(C2, C1, entries)
    assert not kept_apart(C1, CollectorId("C3"), entries)
    assert kept_from_case(C1, "A-1", entries)
    assert not kept_from_case(C2, "A-1", entries)


def test_that_every_reason_has_its_words() -> None:
    assert {f"people.{reason.value}" for reason in WhyNot} <= known_codes()
