"""Outcome, completeness, form and root of records."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.samples import AT, STATEMENT, content, facts, final
from visitdesk.records.completeness import gaps
from visitdesk.records.form import canonical, from_plain, to_plain
from visitdesk.records.model import (
    ConductItem,
    Content,
    Entry,
    Followed,
    Met,
    NextStep,
    Paper,
    PaperLeft,
    PersonMet,
    PersonRole,
    Recording,
    Times,
    VisitFacts,
)
from visitdesk.records.outcome import FITS, fits, next_steps, stops_visits
from visitdesk.records.root import disclosure, leaves, proved_root, root
from visitdesk.wording import known_codes


def codes(told: Content) -> set[str]:
    return {gap.code.removeprefix("records.gap_") for gap in gaps(facts(), told)}


def test_that_the_sample_record_is_complete() -> None:
    assert gaps(facts(), content()) == ()


def test_that_an_empty_record_names_all_that_a_reader_of_the_form_would_look_for() -> None:
    assert {"outcome", "times", "recording", "account", "conduct", "signatures"} <= codes(Content())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"met": None}, "outcome"),
        ({"followed": ()}, "outcome_does_not_fit"),
        ({"followed": (Followed.THIRD_OFFERS,)}, "outcome_does_not_fit"),
        ({"times": Times(arrived=AT, left=AT - timedelta(seconds=1))}, "times_order"),
        ({"times": Times(arrived=AT, left=AT, from_check_ins=False)}, "times_reason"),
        ({"people": (PersonMet(role=PersonRole.BORROWER, name="王"),)}, "identity"),
        ({"shown": ()}, "badges"),
        ({"papers_left": (), "shown": content().shown[:1]}, "rights_notice"),
        ({"entry": Entry.INSIDE}, "entry_consent"),
        ({"recording_reference": " "}, "recording_reference"),
        ({"recording": Recording.DEVICE_FAULT}, "recording_reason"),
        ({"statement": " \n"}, "statement"),
        ({"nothing_said": True}, "statement_contradiction"),
        ({"statement_by": None}, "statement_by"),
        ({"account": ""}, "account"),
        ({"offers": ()}, "offers"),
        ({"objection": ""}, "objection"),
        ({"hardship": ""}, "hardship"),
        ({"conduct": content().conduct[1:]}, "conduct"),
        ({"signatures": content().signatures[:1]}, "signatures"),
    ],
)
def test_that_each_missing_thing_is_named(change: dict[str, object], code: str) -> None:
    assert code in codes(replace(content(), **change))  # type: ignore[arg-type]


def test_that_arriving_and_leaving_in_the_same_second_is_no_fault() -> None:
    assert "times_order" not in codes(replace(content(), times=Times(arrived=AT, left=AT)))


def test_that_nothing_about_the_debt_may_have_been_told_where_only_a_third_person_was_met() -> None:
    told = replace(content(), met=Met.THIRD_PERSON, followed=(Followed.MESSAGE_LEFT,))
    told = replace(told, people=(PersonMet(role=PersonRole.THIRD_PERSON, name="邻居某"),))
    assert {"told_to_third_person", "third_person_named"} <= codes(told)
    assert "told_to_third_person" not in codes(replace(told, figures=None, told=""))


def test_that_papers_about_the_debt_do_not_go_to_household_members() -> None:
    left = (PaperLeft(paper=Paper.STATEMENT_OF_ACCOUNT, to=PersonRole.ADULT_HOUSEHOLD),)
    assert "paper_to_third_person" in codes(replace(content(), papers_left=left))
    card = (PaperLeft(paper=Paper.CALL_BACK_CARD, to=PersonRole.ADULT_HOUSEHOLD),)
    assert "paper_to_third_person" not in codes(replace(content(), papers_left=card))


def test_that_a_broken_conduct_rule_needs_its_story() -> None:
    first, *rest = content().conduct
    assert first.item in ConductItem
    assert "conduct_note" in codes(replace(content(), conduct=(replace(first, kept=False), *rest)))
    told = replace(first, kept=False, note="邻居听见了谈话。")
    assert "conduct_note" not in codes(replace(content(), conduct=(told, *rest)))


def test_that_every_gap_has_a_sentence() -> None:
    empty = gaps(replace(facts(), team=()), Content(entry=Entry.INSIDE, recording=Recording.MADE))
    assert {gap.code for gap in empty} <= known_codes()


@given(st.sampled_from(list(Met)), st.lists(st.sampled_from(list(Followed)), max_size=4))
@settings(deadline=None)
def test_that_every_fitting_outcome_has_a_next_step(met: Met, followed: list[Followed]) -> None:
    if fits(met, followed):
        steps = next_steps(met, followed)
        assert steps or not followed
        assert len(steps) == 1 or NextStep.SUPERVISOR_DECIDES not in steps


def test_that_objection_complaint_and_refusal_stop_visits_and_an_empty_house_does_not() -> None:
    for one in (Followed.OBJECTS, Followed.COMPLAINT, Followed.REFUSES_VISITS):
        assert stops_visits(Met.BORROWER, [one])
    assert not stops_visits(Met.NOBODY, [])
    assert set(FITS) < set(Met)


def test_that_a_record_survives_its_form_and_the_statement_is_kept_to_the_letter() -> None:
    plain = to_plain(content())
    assert from_plain(Content, plain) == content()
    assert from_plain(VisitFacts, to_plain(facts())) == facts()
    assert plain["statement"] == STATEMENT
    assert "\n  你们" in plain["statement"]


@given(st.text())
@settings(deadline=None)
def test_that_any_statement_comes_back_unchanged(words: str) -> None:
    told = Content(statement=words)
    assert from_plain(Content, to_plain(told)).statement == words


def test_that_canonical_bytes_do_not_depend_on_the_zone_an_instant_was_given_in() -> None:
    there = replace(content(), times=Times(arrived=AT.astimezone(ZoneInfo("Asia/Shanghai"))))
    assert canonical(there) == canonical(replace(content(), times=Times(arrived=AT)))


def test_that_one_changed_character_changes_the_root_and_the_salt_hides_the_rest() -> None:
    record = final()
    changed = replace(record.content, statement=STATEMENT[:-1])
    assert root(record.id, 1, record.facts, changed, record.salt) != record.root
    assert root(record.id, 1, record.facts, record.content, bytes(32)) != record.root


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_that_every_redacted_copy_proves_the_same_root_without_the_hidden_words(data: st.DataObject) -> None:
    record = final()
    paths = sorted(leaves(record.id, 1, record.facts, record.content))
    shown = frozenset(data.draw(st.sets(st.sampled_from(paths))))
    carried = disclosure(record.id, 1, record.facts, record.content, record.salt, shown)
    assert carried["root"] == record.root == proved_root(carried)
    if "content.statement" not in shown:
        assert "停工" not in str(carried.get("content.statement", ""))
        assert "content.statement" not in carried["fields"]
