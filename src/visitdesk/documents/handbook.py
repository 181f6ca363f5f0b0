"""The training handbook (培训手册), for learners and, with answers, for trainers.

Cover, contents, then module by module: the lesson, its sheets, its drills as paths to turn to, questions, and the sources
with their evidence marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from visitdesk.documents.breaking import Span
from visitdesk.documents.faces import Role
from visitdesk.documents.lesson_pages import BODY_LEFT, marks, write_blocks
from visitdesk.documents.page import Furniture, Heading, Paper, finished, furnish, written
from visitdesk.documents.style import BODY, CELL, H3, MM, NOTE, PORTRAIT, SUBTITLE, TITLE, Align
from visitdesk.documents.table import Cell
from visitdesk.documents.words import PaperWords, words_of
from visitdesk.training.catalogue import Catalogue
from visitdesk.training.drills import ideal_path, replay
from visitdesk.training.model import Drill, DrillOption, Ending, Module, Node, Question, Use
from visitdesk.training.prose import cited, reading_minutes
from visitdesk.wording import Lang, sentence

_LETTERS = "ABCDEFGH"
_CELL = CELL.with_(size=9.5, leading=14.5, align=Align.LEFT)
_SAY = BODY.with_(size=10.0, leading=16.0, after=3.0)
_OPTION = BODY.with_(size=10.0, leading=16.0, align=Align.LEFT, after=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """What is printed.

    Attributes:
        branch: name of the office on the cover.
        for_trainer: adds answers, the whole bank and the trainer's notes.
    """

    catalogue: Catalogue
    branch: str
    printed_on: date
    for_trainer: bool = False


def render(book: Handbook, lang: Lang) -> bytes:
    """The finished file.

    Raises:
        BadInput: a character has no glyph.
    """
    words = words_of("handbook", lang)
    title = words("trainer_title" if book.for_trainer else "title")
    paper = written(
        lambda paper: _Writer(paper, book, words, title).write(),
        lang=lang,
        layout=PORTRAIT,
        furniture=Furniture(numbered=False),
    )
    _furnish_all_but_cover(
        paper,
        Furniture(
            head_left=title,
            head_right=book.branch,
            foot_left=f"{words.template}  {book.catalogue.version}",
        ),
    )
    return finished(paper, title=title)


def _furnish_all_but_cover(paper: Paper, furniture: Furniture) -> None:
    """Heads and feet everywhere but on the cover, which counts as page 1 all the same."""
    cover = paper.sheets[0]
    operators, words = list(cover.operators), list(cover.words)
    furnish(paper, furniture)
    cover.operators, cover.words = operators, words


class _Writer:
    """Writes one book."""

    def __init__(self, paper: Paper, book: Handbook, words: PaperWords, title: str) -> None:
        self._paper, self._book, self._words, self._title = paper, book, words, title
        self._lang = words.lang
        self._numbers: Mapping[str, int] = {}

    def write(self) -> None:
        self._cover()
        paper = self._paper
        paper.new_page()
        paper.contents(2, head=self._words("contents"))
        for module in self._book.catalogue.modules:
            paper.new_page()
            self._module(module)

    def _cover(self) -> None:
        paper, words = self._paper, self._words
        paper.y += 40 * MM
        paper.headings.append(Heading(1, self._title, len(paper.sheets), paper.y))
        paper.paragraph(self._title, TITLE.with_(size=30, leading=42, after=4), tag="H1")
        under = words("trainer_under" if self._book.for_trainer else "under")
        paper.paragraph(under, SUBTITLE.with_(size=11.5, leading=18, after=14))
        self._short_rule()
        motto = BODY.with_(role=Role.SPOKEN, size=14, leading=23, align=Align.CENTRE, before=16, after=40)
        paper.paragraph(words("motto"), motto)
        for module in self._book.catalogue.modules:
            name = words("module", id=module.id, title=module.title.of(self._lang))
            paper.paragraph(name, TITLE.with_(size=15, leading=22, before=14, after=2), tag="P")
            promise = BODY.with_(align=Align.CENTRE, grey=0.2)
            paper.paragraph(module.promise.of(self._lang), promise)
        paper.y = paper.foot - 34 * MM
        self._short_rule()
        paper.y += 4 * MM
        edition = words(
            "edition",
            branch=self._book.branch,
            day=words.day(self._book.printed_on),
            version=self._book.catalogue.version,
        )
        paper.paragraph(edition, NOTE.with_(align=Align.CENTRE))
        paper.paragraph(words("caution"), NOTE)

    def _short_rule(self) -> None:
        paper = self._paper
        middle = paper.left + paper.measure / 2
        with paper.sheet.artifact():
            paper.sheet.rule(middle - 24 * MM, paper.y, middle + 24 * MM, paper.y, width=0.8, grey=0.35)

    # A module

    def _module(self, module: Module) -> None:
        paper, words = self._paper, self._words
        self._numbers = {source: number for number, source in enumerate(_sources_of(module), 1)}
        paper.heading(words("head", id=module.id, title=module.title.of(self._lang)), 1)
        paper.paragraph(module.promise.of(self._lang), BODY.with_(role=Role.SPOKEN, size=12, leading=19.5, after=6))
        objectives = [(Span(f"{number}　{text.of(self._lang)}"),) for number, text in enumerate(module.objectives, 1)]
        paper.callout(words("objectives"), objectives, BODY.with_(align=Align.LEFT))
        minutes = round(reading_minutes(module.lesson.of(self._lang), self._lang))
        facts = words(
            "reading",
            minutes=minutes,
            drills=len(module.drills),
            questions=module.paper_questions,
            percent=module.pass_percent,
            months=module.valid_months,
        )
        paper.paragraph(facts, NOTE.with_(align=Align.LEFT))
        write_blocks(paper, module.lesson.of(self._lang), self._numbers)
        paper.new_page()
        paper.heading(words("sheets"), 2)
        write_blocks(paper, module.sheet.of(self._lang), self._numbers, deeper=1)
        for number, drill in enumerate(module.drills, 1):
            paper.new_page()
            self._drill(drill, number)
        paper.new_page()
        self._questions(module)
        if self._book.for_trainer:
            paper.new_page()
            paper.heading(words("notes"), 2)
            write_blocks(paper, module.trainer.of(self._lang), self._numbers, deeper=1)
        self._sources()

    # Drills

    def _drill(self, drill: Drill, number: int) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("drill", no=number, title=drill.title.of(self._lang)), 2)
        paper.paragraph(words("how_drill"), NOTE)
        paper.callout(words("scene"), [drill.setting.of(self._lang)])
        steps = {identity: place for place, identity in enumerate(_in_reach(drill), 1)}
        ends = {identity: place for place, identity in enumerate(drill.endings, 1)}
        for identity, place in steps.items():
            self._node(drill.nodes[identity], place, steps, ends)
        self._endings(drill, ends)
        page = len(paper.sheets)
        self._debrief(drill)
        if page == len(paper.sheets) and not self._book.for_trainer:
            paper.new_page()  # a learner should not see the marks while he decides
        self._look_back(drill, steps)

    def _node(self, node: Node, place: int, steps: Mapping[str, int], ends: Mapping[str, int]) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("step", no=place), 3, keep=110)
        paper.paragraph(node.say.of(self._lang), _SAY)
        rows: list[list[str | Cell]] = []
        for letter, option in zip(_LETTERS, node.options, strict=False):
            at_end = option.goto in ends
            target = words("to_ending" if at_end else "to_step", no=ends[option.goto] if at_end else steps[option.goto])
            rows.append(
                [
                    Cell(words=letter, head=True, style=_CELL.with_(role=Role.HEAD, align=Align.CENTRE)),
                    Cell(words=option.text.of(self._lang), style=_CELL),
                    Cell(words=target, style=_CELL.with_(role=Role.LABEL, size=9.0)),
                ]
            )
        paper.table([5, 76, 17], rows)

    def _endings(self, drill: Drill, ends: Mapping[str, int]) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("endings"), 3, keep=90)
        for identity, place in ends.items():
            ending = drill.endings[identity]
            paper.paragraph(
                (Span(self._ending_name(ending, place), Role.HEAD), Span("　" + ending.text.of(self._lang)))
            )
        paper.paragraph(words("slips"), NOTE)

    def _debrief(self, drill: Drill) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("debrief"), 3, keep=80)
        paper.paragraph(words("debrief_always"))
        paper.bullets([text.of(self._lang) for text in drill.debrief], BODY_LEFT)

    def _ending_name(self, ending: Ending, place: int) -> str:
        outcome = self._words(f"outcome_{ending.outcome.value}")
        return self._words("ending", no=place, outcome=outcome, score=ending.score)

    def _look_back(self, drill: Drill, steps: Mapping[str, int]) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("look_back"), 3, keep=120)
        if self._book.for_trainer:
            way = [
                f"{steps[node.id]}{_LETTERS[node.options.index(option)]}"
                for node, option in replay(drill, ideal_path(drill)).choices
            ]
            paper.paragraph(words("ideal_path", path=" → ".join(way)), NOTE)
        rows: list[list[str | Cell]] = []
        for identity, place in steps.items():
            for letter, option in zip(_LETTERS, drill.nodes[identity].options, strict=False):
                rows.append(self._choice_row(f"{place}{letter}", option))
        head = [words("col_choice"), words("col_mark"), words("col_why")]
        paper.table([9, 19, 72], rows, head=head)

    def _choice_row(self, name: str, option: DrillOption) -> list[str | Cell]:
        return [
            Cell(words=name, head=True, style=_CELL.with_(role=Role.HEAD)),
            Cell(words=self._words(f"mark_{option.mark.value}"), style=_CELL.with_(role=Role.LABEL, size=9.0)),
            Cell(words=option.why.of(self._lang) + self._marks(option.sources), style=_CELL),
        ]

    def _marks(self, sources: Sequence[str]) -> str:
        return marks({self._numbers[source] for source in sources})

    # Questions

    def _questions(self, module: Module) -> None:
        paper, words = self._paper, self._words
        quiz = [question for question in module.questions if question.use is Use.QUIZ]
        shown: Sequence[Question] = module.questions if self._book.for_trainer else quiz
        paper.heading(words("bank" if self._book.for_trainer else "quiz"), 2)
        paper.paragraph(words("bank_note" if self._book.for_trainer else "quiz_note"), NOTE)
        for number, question in enumerate(shown, 1):
            self._question(question, number)

    def _question(self, question: Question, number: int) -> None:
        paper, words = self._paper, self._words
        paper.ensure(116 if self._book.for_trainer else 92)
        if self._book.for_trainer:
            kind = (
                "kind_quiz" if question.use is Use.QUIZ else "kind_critical" if question.is_critical else "kind_plain"
            )
            line = words("question_line", no=number, id=question.id, kind=words(kind), difficulty=question.difficulty)
            paper.paragraph(line, NOTE.with_(before=8, after=0))
        stem = question.stem.of(self._lang)
        if len(question.right) > 1 and words("several") not in stem:
            stem += words("several")
        lead = "" if self._book.for_trainer else f"{number}.　"
        paper.paragraph(lead + stem, H3.with_(before=0.0 if self._book.for_trainer else 9.0, after=3.0))
        for place, option in enumerate(question.options):
            self._option(option.text.of(self._lang), place, is_right=self._book.for_trainer and option.is_right)
        if self._book.for_trainer:
            why = words("why", why=question.why.of(self._lang)) + self._marks(question.sources)
            paper.paragraph(why, NOTE.with_(indent=14.0, before=1.0))

    def _option(self, text: str, place: int, *, is_right: bool) -> None:
        sign = "✓" if is_right else "□"
        role = Role.HEAD if is_right else Role.BODY
        self._paper.bullets([(Span(f"{_LETTERS[place]}　{text}", role),)], _OPTION, sign=sign)
        self._paper.y -= _OPTION.after

    # Sources

    def _sources(self) -> None:
        paper, words = self._paper, self._words
        paper.heading(words("sources"), 2, keep=120)
        paper.paragraph(words("sources_note"), NOTE)
        cell = _CELL.with_(size=9.0, leading=13.5)
        label = cell.with_(role=Role.LABEL, size=8.5)
        rows: list[list[str | Cell]] = []
        for identity, number in self._numbers.items():
            source = self._book.catalogue.sources[identity]
            known = sentence(f"training.mark_{source.mark.value}", self._lang)
            rows.append(
                [
                    Cell(words=str(number), head=True, style=label),
                    Cell(words=source.text.of(self._lang), style=cell),
                    Cell(words=sentence(f"training.force_{source.force.value}", self._lang), style=label),
                    Cell(words=known, style=label.with_(role=Role.HEAD) if source.must_be_confirmed else label),
                ]
            )
        head = [words("col_no"), words("col_source"), words("col_force"), words("col_known")]
        paper.table([6, 60, 16, 18], rows, head=head)


def _sources_of(module: Module) -> tuple[str, ...]:
    """Sources of a module: those of the lesson in the order of their marks, then those of questions and drills."""
    found = [source for lang in Lang for source in cited(module.lesson.of(lang))]
    found += [source for question in module.questions for source in question.sources]
    found += [
        source
        for drill in module.drills
        for node in drill.nodes.values()
        for option in node.options
        for source in option.sources
    ]
    return tuple(dict.fromkeys(found))


def _in_reach(drill: Drill) -> tuple[str, ...]:
    """Nodes in the order in which they come into reach, the start first."""
    found = [drill.start]
    for identity in found:
        found += [
            option.goto
            for option in drill.nodes[identity].options
            if option.goto in drill.nodes and option.goto not in found
        ]
    return tuple(dict.fromkeys(found))
