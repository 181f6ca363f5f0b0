"""Papers drawn by seed, and how they are marked."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.people.model import CollectorId
from visitdesk.training.assessments import draw, failed_in_a_row, is_right, mark, may_sit
from visitdesk.training.catalogue import shipped
from visitdesk.training.model import Coaching, Module, ModuleId, QuestionId, Sitting, SittingId, Use

M0, M1 = shipped().modules
NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
MODULES = pytest.mark.parametrize("module", [M0, M1], ids=["M0", "M1"])


def right_answers(module: Module) -> dict[QuestionId, frozenset[int]]:
    return {question.id: question.right for question in module.questions}


def answers_for(module: Module, seed: int) -> dict[QuestionId, frozenset[int]]:
    wanted = right_answers(module)
    return {item.question: wanted[item.question] for item in draw(module, seed=seed)}


@MODULES
@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 2**48))
def test_that_a_paper_asks_every_concept_once_and_all_critical_ones(module: Module, seed: int) -> None:
    paper = draw(module, seed=seed)
    bank = {question.id: question for question in module.questions}
    assert len(paper) == module.paper_questions == 12
    assert max(Counter(bank[item.question].concept for item in paper).values()) == 1
    asked = {bank[item.question].concept for item in paper}
    critical = {q.concept for q in module.questions if q.is_critical}
    assert critical <= asked
    assert all(bank[item.question].use is Use.ASSESSMENT for item in paper)
    assert all(sorted(item.order) == list(range(len(bank[item.question].options))) for item in paper)


@MODULES
def test_that_the_same_seed_draws_the_same_paper_and_others_differ(module: Module) -> None:
    assert draw(module, seed=7) == draw(module, seed=7)
    assert len({draw(module, seed=seed) for seed in range(50)}) == 50


@MODULES
def test_that_a_second_paper_shares_no_question_with_the_first(module: Module) -> None:
    first = {item.question for item in draw(module, seed=1)}
    second = {item.question for item in draw(module, seed=2, seen=frozenset(first))}
    assert not first & second


def test_that_a_short_paper_keeps_the_critical_questions_and_spreads_over_sections() -> None:
    short = replace(M1, paper_questions=8)
    bank = {question.id: question for question in M1.questions}
    for seed in range(30):
        paper = draw(short, seed=seed)
        assert len(paper) == 8
        assert sum(bank[item.question].is_critical for item in paper) == 5
        others = [bank[item.question].section for item in paper if not bank[item.question].is_critical]
        assert len(set(others)) == 3


def test_that_the_right_option_is_not_always_at_the_same_place() -> None:
    bank = right_answers(M0)
    places = Counter(item.order.index(min(bank[item.question])) for seed in range(40) for item in draw(M0, seed=seed))
    assert all(places[place] > 100 for place in range(3))


def test_that_eleven_of_twelve_pass_and_ten_do_not() -> None:
    paper = draw(M0, seed=3)
    bank = {question.id: question for question in M0.questions}
    minor = [item.question for item in paper if not bank[item.question].is_critical]
    answers = answers_for(M0, 3)
    assert mark(M0, paper, answers).is_passed
    del answers[minor[0]]
    assert (mark(M0, paper, answers).right, mark(M0, paper, answers).is_passed) == (11, True)
    del answers[minor[1]]
    assert (mark(M0, paper, answers).right, mark(M0, paper, answers).is_passed) == (10, False)


def test_that_one_critical_miss_fails_even_with_eleven_of_twelve() -> None:
    paper = draw(M0, seed=3)
    bank = {question.id: question for question in M0.questions}
    critical = next(item.question for item in paper if bank[item.question].is_critical)
    answers = answers_for(M0, 3) | {critical: frozenset({(min(bank[critical].right) + 1) % 3})}
    marked = mark(M0, paper, answers)
    assert (marked.right, marked.is_passed, marked.missed_critical) == (11, False, (critical,))


def test_that_exactly_eighty_five_percent_pass() -> None:
    wide = replace(M0, pass_percent=75)
    paper = draw(wide, seed=3)
    bank = {question.id: question for question in M0.questions}
    minor = [item.question for item in paper if not bank[item.question].is_critical]
    answers = answers_for(M0, 3)
    for question in minor[:3]:
        del answers[question]
    assert mark(wide, paper, answers).is_passed
    del answers[minor[3]]
    assert not mark(wide, paper, answers).is_passed


def test_that_a_question_with_several_right_options_wants_all_of_them_and_no_more() -> None:
    question = shipped().question("m0-may-say")
    assert question.right == {0, 1, 3}
    assert is_right(question, {0, 1, 3})
    assert not is_right(question, {0, 1})
    assert not is_right(question, {0, 1, 2, 3})
    assert not is_right(question, ())


@pytest.mark.parametrize("place", [-1, 3])
def test_that_an_option_that_does_not_exist_is_refused(place: int) -> None:
    with pytest.raises(BadInput, match=r"training\.no_such_option"):
        is_right(shipped().question("m0-hours-1"), {place})


def test_that_an_answer_to_another_paper_is_refused() -> None:
    with pytest.raises(BadInput, match=r"training\.not_on_paper"):
        mark(M0, draw(M0, seed=1), {QuestionId("m1-pins"): frozenset({0})})


def sat(number: int, at: datetime, *, is_passed: bool) -> Sitting:
    return Sitting(
        id=SittingId(f"S{number}"),
        collector=CollectorId("C1"),
        module=ModuleId("M0"),
        number=number,
        seed=number,
        paper=(),
        opened_at=at,
        content_version="v",
        finished_at=at,
        right=0,
        is_passed=is_passed,
    )


def test_that_a_second_try_waits_a_day_to_the_second() -> None:
    failed = [sat(1, NOW, is_passed=False)]
    day = timedelta(hours=24)
    with pytest.raises(RuleBroken, match=r"training\.too_soon"):
        may_sit(failed, [], NOW + day - timedelta(seconds=1))
    may_sit(failed, [], NOW + day)


def test_that_after_three_failures_somebody_coaches_first() -> None:
    failed = [sat(number, NOW + timedelta(days=number), is_passed=False) for number in (1, 2, 3)]
    later = NOW + timedelta(days=10)
    with pytest.raises(RuleBroken, match=r"training\.coach_first"):
        may_sit(failed, [], later)
    early = Coaching(collector=CollectorId("C1"), module=ModuleId("M0"), at=NOW, by="t", note="n")
    with pytest.raises(RuleBroken, match=r"training\.coach_first"):
        may_sit(failed, [early], later)
    may_sit(failed, [replace(early, at=NOW + timedelta(days=3))], later)
    may_sit(failed[:2], [], later)


def test_that_a_pass_wipes_out_earlier_failures() -> None:
    history = [sat(1, NOW, is_passed=False), sat(2, NOW, is_passed=True), sat(3, NOW, is_passed=False)]
    assert [one.number for one in failed_in_a_row(history)] == [3]
    may_sit(history[:2], [], NOW)
