"""Tests of how a record begins: check-ins fill in what was reported, and nothing else."""

from dataclasses import replace
from datetime import timedelta

from tests.records.samples import AT, facts
from visitdesk.people.model import CollectorId
from visitdesk.records.beginning import all_kept, all_shown, all_signed, at_the_door, beginning, heard_times, with_met
from visitdesk.records.completeness import gaps
from visitdesk.records.model import (
    ConductAnswer,
    ConductItem,
    Content,
    Entry,
    Followed,
    Met,
    PersonMet,
    PersonRole,
    RecordId,
    Recording,
    Shown,
)
from visitdesk.records.printing import MOST_PER_JOB, jobs_of

C1, C2 = CollectorId("C01"), CollectorId("C02")


def test_that_the_first_arrival_and_the_last_departure_stand() -> None:
    heard = (
        (C2, "arrived", AT + timedelta(minutes=3)),
        (C1, "arrived", AT + timedelta(minutes=2)),
        (C1, "left", AT + timedelta(minutes=30)),
        (C2, "left", AT + timedelta(minutes=31)),
    )
    times = heard_times(replace(facts(), check_ins=heard))
    assert (times.arrived, times.left) == (AT + timedelta(minutes=2), AT + timedelta(minutes=31))
    assert times.from_check_ins


def test_that_what_nobody_said_stays_open() -> None:
    quiet = replace(facts(), check_ins=())
    assert heard_times(quiet).arrived is None
    assert beginning(quiet) == Content(times=heard_times(quiet))
    assert at_the_door(quiet) == facts().planned[0]


def test_that_a_draft_begins_at_the_door_with_nothing_claimed() -> None:
    begun = beginning(facts())
    assert begun.entry is Entry.DOORSTEP
    assert (begun.met, begun.conduct, begun.signatures, begun.shown) == (None, (), (), ())
    assert at_the_door(facts()) == AT + timedelta(minutes=6)


def test_that_meeting_the_borrower_names_him_but_does_not_check_who_he_is() -> None:
    told = with_met(facts(), beginning(facts()), Met.BORROWER)
    assert told.people == (PersonMet(role=PersonRole.BORROWER, name=facts().borrower),)
    assert told.statement_by is PersonRole.BORROWER


def test_that_a_third_person_gets_no_name_and_people_written_down_stay() -> None:
    told = with_met(facts(), beginning(facts()), Met.THIRD_PERSON)
    assert told.people == (PersonMet(role=PersonRole.THIRD_PERSON),)
    assert with_met(facts(), told, Met.ADULT_HOUSEHOLD).people == told.people


def test_that_answers_already_given_stay_when_the_rest_is_answered_at_once() -> None:
    broken = ConductAnswer(item=ConductItem.NO_POSTING, kept=False, note="误贴联系卡，已取下")
    kept = all_kept(Content(conduct=(broken,)))
    assert {answer.item for answer in kept.conduct} == set(ConductItem)
    assert broken in kept.conduct
    shown = all_shown(facts(), Content(shown=((Shown.WORK_BADGES, AT),)))
    assert dict(shown.shown)[Shown.WORK_BADGES] == AT
    assert dict(shown.shown)[Shown.RIGHTS_NOTICE] == at_the_door(facts())


def test_that_a_plain_visit_takes_six_choices_and_the_words_said() -> None:
    told = with_met(facts(), beginning(facts()), Met.BORROWER)  # 1
    told = replace(told, followed=(Followed.INFORMED,))  # 2
    told = replace(told, recording=Recording.REFUSED)  # 3
    told = all_signed(facts(), all_kept(all_shown(facts(), told)), AT)  # 4, 5, 6
    told = replace(told, statement="知道了", account="在门外交谈。")
    assert gaps(facts(), told) == ()


def test_that_two_hundred_records_make_four_jobs_in_order_each_once() -> None:
    numbers = [RecordId(f"R-{one:03}") for one in range(200)]
    jobs = jobs_of([*numbers, numbers[0]])
    assert [len(job) for job in jobs] == [MOST_PER_JOB] * 4
    assert [number for job in jobs for number in job] == numbers
    assert jobs_of(()) == ()
