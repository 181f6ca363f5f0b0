"""The shipped lessons, questions and drills, and that the look-over would see what could be wrong with them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from visitdesk.errors import BadInput
from visitdesk.paths import resource
from visitdesk.training import lint
from visitdesk.training.catalogue import Catalogue, load, shipped
from visitdesk.training.drills import paths
from visitdesk.training.model import ChoiceMark, Drill, Mark, Module, Outcome, Question, Text
from visitdesk.training.prose import cited, headings, plain, reading_minutes, runs, text_of
from visitdesk.wording import Lang


def test_that_the_shipped_content_has_no_fault() -> None:
    assert lint.faults(shipped()) == ()


def test_that_the_first_two_modules_are_there_and_a_visit_needs_both() -> None:
    assert [module.id for module in shipped().modules] == ["M0", "M1"]
    assert shipped().needed_for("visit") == {"M0", "M1"}


@pytest.mark.parametrize("module", shipped().modules, ids=lambda module: module.id)
@pytest.mark.parametrize("lang", Lang)
def test_that_a_lesson_takes_about_twelve_minutes(module: Module, lang: Lang) -> None:
    assert 9 <= reading_minutes(module.lesson.of(lang), lang) <= 13


def test_that_what_is_only_remembered_is_to_be_confirmed() -> None:
    for source in shipped().sources.values():
        assert source.must_be_confirmed == (source.mark is Mark.RECALLED)
    assert shipped().sources["civil-code-replaces"].must_be_confirmed


def test_that_no_policy_is_shown_as_law() -> None:
    for source in shipped().sources.values():
        if source.mark is Mark.POLICY:
            assert source.force == "policy", source.id
            assert "规定" in source.text.zh, source.id
            assert "policy" in source.text.en, source.id


@pytest.mark.parametrize(
    "words",
    [
        ("先核对身份", "identity first"),
        ("暗语", "code word"),
        ("胁迫 PIN", "duress PIN"),
        ("中止撤离", "break-off"),
        ("三套方案", "three plans"),
        ("请联系卡", "call-back card"),
        ("原话", "his words"),
        ("十秒", "ten seconds"),
    ],
)
def test_that_the_lessons_teach_what_keeps_people_whole(words: tuple[str, str]) -> None:
    zh = "".join(text_of(module.lesson.zh) for module in shipped().modules)
    en = "".join(text_of(module.lesson.en) for module in shipped().modules).casefold()
    assert words[0] in zh
    assert words[1].casefold() in en


@pytest.mark.parametrize("lang", Lang)
def test_that_the_right_answer_is_not_given_away_by_its_length(lang: Lang) -> None:
    questions = [question for module in shipped().modules for question in module.questions]
    longest = 0
    for question in questions:
        lengths = [len(option.text.of(lang)) for option in question.options]
        others = [length for place, length in enumerate(lengths) if place not in question.right]
        longest += max(lengths[place] for place in question.right) > max(others)
    assert longest < len(questions) / 2


def test_that_every_drill_can_end_well_and_badly() -> None:
    for module in shipped().modules:
        for drill in module.drills:
            outcomes = {run.ending.outcome for run in paths(drill) if run.ending is not None}
            assert outcomes == set(Outcome), drill.id


def test_that_marks_of_sources_become_numbers_and_leave_no_trace_in_the_text() -> None:
    for module in shipped().modules:
        for lang in Lang:
            assert "[^" not in text_of(module.lesson.of(lang))
            assert len(cited(module.lesson.of(lang))) > 10


def test_that_the_same_content_has_the_same_version_whatever_the_line_ends(tmp_path: Path) -> None:
    copy = tmp_path / "training"
    copytree(resource("training"), copy)
    assert load(copy).version == shipped().version
    file = copy / "m0" / "lesson.en.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(copy).version == shipped().version
    file.write_bytes(file.read_bytes() + b"One more sentence.\r\n")
    assert load(copy).version != shipped().version


def _question(catalogue: Catalogue, change: Callable[[Question], Question]) -> Catalogue:
    module = catalogue.modules[0]
    questions = (change(module.questions[0]), *module.questions[1:])
    return replace(catalogue, modules=(replace(module, questions=questions), *catalogue.modules[1:]))


def _drill(catalogue: Catalogue, change: Callable[[Drill], Drill]) -> Catalogue:
    module = catalogue.modules[0]
    drills = (change(module.drills[0]), *module.drills[1:])
    return replace(catalogue, modules=(replace(module, drills=drills), *catalogue.modules[1:]))


def _first_node(drill: Drill, **changes: object) -> Drill:
    node = drill.nodes[drill.start]
    option = replace(node.options[0], **changes)  # type: ignore[arg-type]  # the seeds below
    return replace(drill, nodes={**drill.nodes, node.id: replace(node, options=(option, *node.options[1:]))})


def _second_option_wrong(drill: Drill) -> Drill:
    node = drill.nodes[drill.start]
    options = (node.options[0], replace(node.options[1], mark=ChoiceMark.WRONG), *node.options[2:])
    return replace(drill, nodes={**drill.nodes, node.id: replace(node, options=options)})


SEEDED: dict[str, tuple[Callable[[Catalogue], Catalogue], str]] = {
    "no_right_option": (
        lambda c: _question(c, lambda q: replace(q, options=tuple(replace(o, is_right=False) for o in q.options))),
        "at least one right option",
    ),
    "two_options": (lambda c: _question(c, lambda q: replace(q, options=q.options[:2])), "fewer than three"),
    "no_source": (lambda c: _question(c, lambda q: replace(q, sources=())), "no source"),
    "unknown_source": (lambda c: _question(c, lambda q: replace(q, sources=("nowhere",))), "unknown source nowhere"),
    "unknown_section": (lambda c: _question(c, lambda q: replace(q, section="nowhere")), "no section nowhere"),
    "no_why_in_english": (lambda c: _question(c, lambda q: replace(q, why=replace(q.why, en=" "))), "is missing"),
    "languages_swapped": (
        lambda c: _question(c, lambda q: replace(q, stem=Text(zh=q.stem.en, en=q.stem.zh))),
        "in the other's place",
    ),
    "forbidden_chinese": (
        lambda c: _question(c, lambda q: replace(q, stem=replace(q.stem, zh="怎样追债？"))),
        "forbidden word 追债",
    ),
    "forbidden_english": (
        lambda c: _question(c, lambda q: replace(q, stem=replace(q.stem, en="Chase him?"))),
        "forbidden word Chase",
    ),
    "half_width": (
        lambda c: _question(c, lambda q: replace(q, stem=replace(q.stem, zh="走,还是留？"))),
        "half-width",
    ),
    "open_stars": (
        lambda c: _question(c, lambda q: replace(q, why=replace(q.why, zh="**先停。**再走"))),
        "star",
    ),
    "same_id": (lambda c: _question(c, lambda q: replace(q, id=c.modules[0].questions[1].id)), "used 2 times"),
    "critical_and_not": (lambda c: _question(c, lambda q: replace(q, is_critical=False)), "critical and not"),
    "dead_goto": (lambda c: _drill(c, lambda d: _first_node(d, goto="nowhere")), "nowhere does not exist"),
    "circle": (lambda c: _drill(c, lambda d: _first_node(d, goto=d.start)), "circle"),
    "no_ideal": (lambda c: _drill(c, lambda d: _first_node(d, mark=ChoiceMark.WEAK)), "no ideal choice"),
    "wrong_without_consequence": (
        lambda c: _drill(c, _second_option_wrong),
        "without consequence",
    ),
    "choice_without_source": (lambda c: _drill(c, lambda d: _first_node(d, sources=())), "choice without source"),
    "empty_node": (
        lambda c: _drill(c, lambda d: replace(d, nodes={**d.nodes, d.start: replace(d.nodes[d.start], options=())})),
        "dead end",
    ),
    "no_talk_after": (lambda c: _drill(c, lambda d: replace(d, debrief=())), "talk after"),
    "one_drill": (
        lambda c: replace(c, modules=(replace(c.modules[0], drills=c.modules[0].drills[:1]), *c.modules[1:])),
        "fewer than two drills",
    ),
    "small_bank": (
        lambda c: replace(c, modules=(replace(c.modules[0], questions=c.modules[0].questions[::2]), *c.modules[1:])),
        "too small for two different papers",
    ),
    "one_language_longer": (
        lambda c: replace(
            c,
            modules=(
                replace(c.modules[0], lesson=replace(c.modules[0].lesson, en=c.modules[0].lesson.en[:-1])),
                *c.modules[1:],
            ),
        ),
        "built differently",
    ),
    "uncited_source": (
        lambda c: replace(c, sources={**c.sources, "spare": replace(next(iter(c.sources.values())), id="spare")}),
        "spare: cited nowhere",
    ),
}


@pytest.mark.parametrize("name", SEEDED)
def test_that_the_look_over_finds_a_seeded_fault(name: str) -> None:
    seed, expected = SEEDED[name]
    found = lint.faults(seed(shipped()))
    assert any(expected in fault for fault in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("sources.toml", 'mark = "read"', 'mark = "rumour"', "mark"),
        ("m0/questions.toml", 'use = "quiz"', 'use = "fun"', "use"),
        ("m0/module.toml", "order = 0", 'order = "0"', "order"),
        ("m0/module.toml", "review_by = 2027-05-31", 'review_by = "soon"', "review_by"),
        ("m1/drill-order.toml", 'start = "refused"', "", "start"),
        ("m1/drill-order.toml", "[[ending]]", "[[ending", "?"),
        ("m0/lesson.en.md", 'module = "M0"', 'module = "M1"', "+++"),
        ("m0/lesson.en.md", "{#why}", "", "7"),
        ("m0/sheet.en.md", "2. Hands off", "2. ______\n3. Hands off", "25"),
        ("m0/lesson.en.md", "**Two of you.**", "<b>Two of you.</b> `code`", "19"),
    ],
)
def test_that_a_broken_file_is_named_with_its_place(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    copy = tmp_path / "training"
    copytree(resource("training"), copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=r"training\.content") as caught:
        load(copy)
    assert caught.value.facts["file"] == file.rpartition("/")[2]
    assert str(caught.value.facts["place"]).endswith(place)


def test_that_a_missing_language_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "training"
    copytree(resource("training"), copy)
    (copy / "m1" / "sheet.en.md").unlink()
    with pytest.raises(BadInput, match=r"training\.content") as caught:
        load(copy)
    assert caught.value.facts["file"] == "sheet.en.md"


def test_that_unknown_ids_are_named() -> None:
    for ask in (shipped().module, shipped().question, shipped().drill):
        with pytest.raises(BadInput) as caught:
            ask("nothing")
        assert caught.value.facts["value"] == "nothing"


def test_that_headings_lists_and_tables_are_read_whole() -> None:
    blocks = shipped().modules[0].lesson.en
    assert headings(blocks)[0].id == "why"
    assert {type(block).__name__ for block in blocks} == {"Heading", "Paragraph", "Box", "Listing", "Table"}
    assert any("half a pace back" in plain(spans) for block in blocks for spans in runs(block))
