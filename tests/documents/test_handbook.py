"""The training handbook: two books, two languages, page numbers that are true, answers only where they belong."""

import re
from datetime import date
from functools import cache

import pypdfium2
import pytest

from visitdesk.documents.handbook import Handbook, render
from visitdesk.training.catalogue import shipped
from visitdesk.training.model import Use
from visitdesk.wording import Lang

BOTH = pytest.mark.parametrize("lang", Lang)
BOOKS = pytest.mark.parametrize("for_trainer", [False, True], ids=["learner", "trainer"])


@cache
def book(lang: Lang, *, for_trainer: bool) -> bytes:
    made = Handbook(catalogue=shipped(), branch="示例网点", printed_on=date(2026, 11, 25), for_trainer=for_trainer)
    return render(made, lang)


@cache
def pages(lang: Lang, *, for_trainer: bool) -> tuple[str, ...]:
    """The words of each page without blanks, so that line ends do not matter."""
    with pypdfium2.PdfDocument(book(lang, for_trainer=for_trainer)) as pdf:
        return tuple(_dense(page.get_textpage().get_text_range()) for page in pdf)


def _dense(text: str) -> str:
    return re.sub(r"[\s\u00a0\ufffe]", "", text)


def whole(lang: Lang, *, for_trainer: bool) -> str:
    return "".join(pages(lang, for_trainer=for_trainer))


@BOTH
@BOOKS
def test_that_a_book_has_twenty_to_eighty_pages(lang: Lang, *, for_trainer: bool) -> None:
    assert 20 <= len(pages(lang, for_trainer=for_trainer)) <= 80


@BOTH
@BOOKS
def test_that_the_contents_name_the_pages_on_which_things_stand(lang: Lang, *, for_trainer: bool) -> None:
    text = pages(lang, for_trainer=for_trainer)
    with pypdfium2.PdfDocument(book(lang, for_trainer=for_trainer)) as pdf:
        marks = [
            (_dense(entry.get_title()), destination.get_index() + 1)
            for entry in pdf.get_toc()
            if (destination := entry.get_dest()) is not None
        ]
    listed = 0
    for title, page in marks[1:]:
        assert page is not None
        assert title in text[page - 1], title
        listed += f"{title}{page}" in text[1]
    assert listed >= 30


@BOTH
def test_that_the_cover_has_no_running_head_and_the_next_page_is_number_two(lang: Lang) -> None:
    text = pages(lang, for_trainer=False)
    total = len(text)
    second = f"第2页共{total}页" if lang is Lang.ZH else f"Page2of{total}"
    first = f"第1页共{total}页" if lang is Lang.ZH else f"Page1of{total}"
    assert second in text[1]
    assert first not in text[0]


@BOTH
def test_that_a_learner_finds_no_right_answer_and_no_assessment_question(lang: Lang) -> None:
    text = whole(lang, for_trainer=False)
    assert "✓" not in text
    for module in shipped().modules:
        for question in module.questions:
            assert (_dense(question.stem.of(lang)) in text) == (question.use is Use.QUIZ), question.id
            assert _dense(question.why.of(lang)) not in text, question.id


@BOTH
def test_that_a_trainer_finds_every_question_with_its_answer_and_reason(lang: Lang) -> None:
    text = whole(lang, for_trainer=True)
    questions = [question for module in shipped().modules for question in module.questions]
    assert text.count("✓") == sum(len(question.right) for question in questions)
    for question in questions:
        assert _dense(question.stem.of(lang))[:30] in text, question.id
        assert question.id in text


@BOTH
def test_that_every_step_choice_and_ending_of_the_drills_is_printed(lang: Lang) -> None:
    text = whole(lang, for_trainer=False)
    for module in shipped().modules:
        for drill in module.drills:
            for node in drill.nodes.values():
                for option in node.options:
                    assert _dense(option.text.of(lang))[:12] in text
                    assert _dense(option.why.of(lang))[:10] in text
            for ending in drill.endings.values():
                assert _dense(ending.text.of(lang))[:16] in text


@BOTH
def test_that_marks_and_choices_of_a_drill_never_share_a_page_in_the_learners_book(lang: Lang) -> None:
    step = "第1步" if lang is Lang.ZH else "Step1"
    good = "○合适" if lang is Lang.ZH else "○good"
    for page in pages(lang, for_trainer=False):
        assert not (step in page and good in page)


@BOTH
@BOOKS
def test_that_what_is_only_remembered_says_so_on_paper(lang: Lang, *, for_trainer: bool) -> None:
    text = whole(lang, for_trainer=for_trainer)
    assert ("凭记忆，待律师确认" if lang is Lang.ZH else "frommemory,tobeconfirmedbyyourlawyer") in text


def test_that_the_same_book_has_the_same_bytes() -> None:
    made = Handbook(catalogue=shipped(), branch="示例网点", printed_on=date(2026, 11, 25))
    assert render(made, Lang.ZH) == book(Lang.ZH, for_trainer=False)
