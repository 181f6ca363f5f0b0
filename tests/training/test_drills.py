"""The drill runner: every path, both scores, and what it refuses."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.errors import BadInput
from visitdesk.training.catalogue import shipped
from visitdesk.training.drills import PASS_SCORE, begin, choose, ideal_path, paths, replay, score, step_back
from visitdesk.training.model import ChoiceMark, Drill, Node, Outcome

DRILLS = tuple(drill for module in shipped().modules for drill in module.drills)
STAIRS = shipped().drill("m1-stairs")


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
def test_that_the_ideal_path_scores_a_hundred_and_passes(drill: Drill) -> None:
    reached = score(replay(drill, ideal_path(drill)))
    assert (reached.points, reached.slips, reached.is_passed) == (100, 0, True)


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
def test_that_any_wrong_choice_ends_the_drill_at_once_without_a_pass(drill: Drill) -> None:
    for run in paths(drill):
        marks = [option.mark for _, option in run.choices]
        if ChoiceMark.WRONG in marks:
            assert marks.index(ChoiceMark.WRONG) == len(marks) - 1
            assert score(run).outcome is Outcome.STOPPED
            assert not score(run).is_passed


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
def test_that_three_mended_slips_pass_and_four_do_not(drill: Drill) -> None:
    good = [score(run) for run in paths(drill) if run.ending is not None and run.ending.outcome is Outcome.GOOD]
    assert {reached.slips for reached in good} >= {0, 1, 2, 3, 4}
    for reached in good:
        assert reached.points == 100 - 10 * reached.slips
        assert reached.is_passed == (reached.slips <= 3)
    assert PASS_SCORE == 70


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_that_however_one_chooses_an_ending_comes_within_twelve_choices(drill: Drill, data: st.DataObject) -> None:
    run = begin(drill)
    while run.ending is None:
        assert isinstance(run.place, Node)
        run = choose(run, data.draw(st.integers(0, len(run.place.options) - 1)))
        assert len(run.path) <= 12
    assert replay(drill, run.path) == run


def test_that_a_stopped_visit_never_passes_whatever_points_its_ending_gives() -> None:
    lost = replace(STAIRS.endings["lost"], score=100)
    generous = replace(STAIRS, endings={**STAIRS.endings, "lost": lost})
    assert score(replay(generous, (2,))).points == 100
    assert not score(replay(generous, (2,))).is_passed


def test_that_a_step_back_offers_the_same_node_again() -> None:
    run = begin(STAIRS)
    assert step_back(choose(run, 0)) == run
    assert step_back(run) == run


@pytest.mark.parametrize("option", [-1, 3, 99])
def test_that_an_option_that_is_not_there_is_refused(option: int) -> None:
    with pytest.raises(BadInput, match=r"training\.no_such_option"):
        choose(begin(STAIRS), option)


def test_that_nothing_can_be_chosen_after_the_ending() -> None:
    with pytest.raises(BadInput, match=r"training\.drill_over"):
        replay(STAIRS, (*ideal_path(STAIRS), 0))


def test_that_an_unfinished_drill_has_no_score() -> None:
    with pytest.raises(BadInput, match=r"training\.drill_not_over"):
        score(begin(STAIRS))


def test_that_pin_and_code_word_are_both_right_answers_to_a_threat() -> None:
    block = STAIRS.nodes["block"]
    ideal = [option for option in block.options if option.mark is ChoiceMark.IDEAL]
    assert len(ideal) == 2
    assert {option.goto for option in ideal} == {"wait"}
