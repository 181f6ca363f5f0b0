"""Line breaking: nothing forbidden at line ends, nothing in the margin, numbers whole."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.documents.breaking import NO_END, NO_START, Span, set_lines, text_width
from visitdesk.documents.faces import Role, missing
from visitdesk.errors import BadInput

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
PIECES = st.sampled_from(
    [*HAN, "，", "。", "、", "：", "“", "”", "（", "）", "《", "》", "——", "……", "！", "12", "3.50", "A栋", "word", " "]
)


def lines(text: str, width: float = 120.0, size: float = 10.0) -> list[str]:
    return [line.text for line in set_lines(text, Role.BODY, size, width)]


@given(st.lists(PIECES, min_size=1, max_size=120).map("".join))
@settings(deadline=None, max_examples=250)
def test_that_no_line_starts_or_ends_with_what_may_not_stand_there_and_none_overruns(text: str) -> None:
    laid = set_lines(text, Role.BODY, 10.0, 200.0)
    for before, line in pairwise(laid):
        assert line.width <= 200.01
        if not _one_clump(text):
            assert line.text[:1] not in NO_START
            assert before.text.rstrip()[-1:] not in NO_END
    assert "".join(line.text for line in laid).replace(" ", "") == text.replace(" ", "")


def _one_clump(text: str) -> bool:
    """Texts with so many marks in a row that a line can only break among them."""
    marks = NO_START | NO_END
    longest = run = 0
    for character in text:
        run = run + 1 if character in marks or not character.strip() else 0
        longest = max(longest, run)
    return longest > 8


@pytest.mark.parametrize(
    "whole", ["2026年11月24日", "3,000.00元", "第 12 页", "15个月", "18%", "400-000-0000", "粤B12345"]
)
def test_that_dates_sums_numbers_and_plates_are_never_broken(whole: str) -> None:
    for length in range(1, 24):
        laid = lines("字" * length + whole + "字" * 9)
        assert any(whole in line for line in laid), length


def test_that_a_mark_is_pushed_down_with_its_character_rather_than_hung() -> None:
    laid = lines("一二三四五六七八九十甲乙，丙丁", width=120.0)
    assert laid[0] == "一二三四五六七八九十甲乙，" or laid[0].endswith("甲")
    assert not laid[1].startswith("，")


def test_that_an_opening_bracket_goes_with_what_it_opens() -> None:
    assert lines("一二三四五六七八九十甲（乙丙）", width=120.0)[0].endswith("甲")


def test_that_a_two_em_dash_stays_whole() -> None:
    for length in range(8, 14):
        laid = lines("字" * length + "——" + "字" * 5)
        assert sum("——" in line for line in laid) == 1


def test_that_a_word_longer_than_the_line_is_cut_and_nothing_is_lost() -> None:
    word = "abcdefghij" * 12
    laid = set_lines(word, Role.BODY, 10.0, 100.0)
    assert len(laid) > 4
    assert "".join(line.text for line in laid) == word
    assert all(line.width <= 100.0 for line in laid)


def test_that_line_feeds_begin_new_lines_and_empty_lines_stay() -> None:
    assert lines("甲\n\n乙\r\n丙") == ["甲", "", "乙", "丙"]


def test_that_full_lines_reach_the_edge_and_the_last_does_not() -> None:
    laid = set_lines("字" * 50, Role.BODY, 10.0, 123.0)
    assert all(abs(line.width - 123.0) < 0.1 for line in laid[:-1])
    assert laid[-1].width < 120.0


def test_that_adjacent_marks_give_up_their_blanks() -> None:
    assert text_width("他说：“好。”（笑）", Role.BODY, 10.0) < 10.0 * 10 - 5


def test_that_han_and_latin_stand_apart() -> None:
    apart = text_width("第A章", Role.BODY, 10.0)
    assert apart > text_width("第章", Role.BODY, 10.0) + text_width("A", Role.BODY, 10.0) + 3


def test_that_a_character_without_glyph_stops_the_line_and_is_named() -> None:
    with pytest.raises(BadInput, match=r"documents\.no_glyph") as caught:
        lines("王\U00031234")
    assert caught.value.facts["point"] == "U+31234"
    assert missing(["王\U00031234甲", "\U00031234"]) == ("\U00031234",)


def test_that_controls_and_direction_marks_are_left_out() -> None:
    assert missing(["a\u200b\u202eb\ufeff\x07"]) == ()
    (line,) = set_lines("a\u200b\u202eb", Role.BODY, 10.0, 100.0)
    assert [len(run) for _, run in line.runs] == [len("[<00420043>]")]


def test_that_spans_keep_their_faces_inside_one_paragraph() -> None:
    (line,) = set_lines((Span("甲", Role.HEAD), Span("乙", Role.BODY)), Role.BODY, 10.0, 100.0)
    assert len({face for face, _ in line.runs}) == 2


@pytest.mark.parametrize("piece", [",", "1", "。", "（", " ", "——", "a", "1,"])
def test_that_endless_repetition_is_set_without_loss_or_delay(piece: str) -> None:
    text = piece * 20_000
    laid = set_lines(text, Role.BODY, 10.0, 400.0)
    assert all(line.width <= 400.01 for line in laid)
    assert "".join(line.text for line in laid).strip() == text.strip() or piece == " "
