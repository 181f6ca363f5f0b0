"""Parts of quiz and assessment: one question with its answers, and the list of all questions at the left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.training.model import Question, Source
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Scroll, Tag, Text, row
from visitdesk.ui.training.answers import AnswerList, Shown
from visitdesk.ui.training.row_button import RowButton
from visitdesk.ui.training.verdict_box import VerdictBox

RIGHT: tuple[Icon, str] = (Icon.CHECKMARK_CIRCLE, "ok")
WRONG: tuple[Icon, str] = (Icon.DISMISS_CIRCLE, "error")
"""Shape and colour role of a right and of a wrong answer; the word stands beside them."""


class QuestionPanel(Panel):
    """One question.

    Signals:
        picked: payload int, the place in the bank's order of the answer picked.
    """

    picked = Signal(object)

    def __init__(self, sources: Mapping[str, Source]) -> None:
        super().__init__()
        self._order: tuple[int, ...] = ()
        self._critical = Tag(tone="accent", name="question.critical")
        self._many = Tag(name="question.many")
        self.say(self._critical.setText, lambda: self.tr("Critical: must be right to pass"))
        self.say(self._many.setText, lambda: self.tr("Several answers are right"))
        self._number = Text("", Type.TABLE, tone="text2", name="question.number")
        self.stem = Text("", Type.PANEL, wrap=True, name="question.stem")
        self._ask = Text("", Type.TABLE, tone="text2", wrap=True)
        self.answers = AnswerList(name="question.answer")
        self.answers.picked.connect(self._picked)
        self.verdict = VerdictBox(sources, name="question.verdict")
        self.verdict.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addLayout(row(self._number, self._critical, self._many, 1))
        for widget in (self.stem, self._ask, self.answers, self.verdict):
            column.addWidget(widget)

    def show_question(
        self,
        question: Question,
        number: str,
        chosen: frozenset[int],
        *,
        order: Sequence[int] = (),
        is_told: bool = False,
        says_critical: bool = False,
    ) -> None:
        """Show a question.

        Args:
            chosen: places in the bank's order.
            order: the bank's places in the order shown; empty keeps the bank's.
            is_told: the answers are told and no longer taken.
            says_critical: whether it is told that the question must be right.
        """
        lang = theme().lang
        self._order = tuple(order) or tuple(range(len(question.options)))
        self._number.setText(number)
        self._critical.setVisible(says_critical and question.is_critical)
        has_many = len(question.right) > 1
        self._many.setVisible(has_many)
        self.stem.setText(question.stem.of(lang))
        one, many = self.tr("Answer with its digit or a click."), self.tr("Mark all that are right, then press Enter.")
        self._ask.setText(many if has_many else one)
        self._ask.setVisible(not is_told)
        shown = [
            Shown(
                words=question.options[place].text.of(lang),
                is_chosen=place in chosen,
                verdict=self._verdict(question, place, chosen) if is_told else None,
            )
            for place in self._order
        ]
        self.answers.show_answers(shown, is_open=not is_told)
        if not is_told:
            self.verdict.hide()

    def tell(self, question: Question, word: str, *, is_right: bool) -> None:
        """Say why, and what it rests on."""
        self.verdict.show_verdict(RIGHT if is_right else WRONG, word, question.why.of(theme().lang), question.sources)
        self.verdict.show()

    def _verdict(self, question: Question, place: int, chosen: frozenset[int]) -> tuple[Icon, str, str] | None:
        if place in question.right:
            return (*RIGHT, self.tr("Right, chosen") if place in chosen else self.tr("This was right"))
        return (*WRONG, self.tr("Chosen, not right")) if place in chosen else None

    def _picked(self, place: int) -> None:
        self.picked.emit(self._order[place])


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedQuestion:
    """A question as the list shows it: number and stem, a word, a picture."""

    title: str
    word: str
    picture: tuple[Icon, str]
    is_open: bool = True


class QuestionList(Spoken, QFrame):
    """All questions of a paper or quiz.

    Signals:
        picked: payload int, place of the question.
    """

    picked = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("surface", "card")
        t = theme()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(t.px(8), t.px(12), t.px(8), t.px(10))
        self._column.setSpacing(t.px(2))
        heading = Text("", Type.TILE)
        heading.setContentsMargins(t.px(12), 0, 0, t.px(4))
        self.say(heading.setText, lambda: self.tr("Questions"))
        self._column.addWidget(heading)
        self._column.addStretch(1)
        self._rows: list[RowButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        self._scroll = Scroll(inside, name=f"{name}.scroll")
        outer.addWidget(self._scroll)
        self.setFixedWidth(t.px(264))

    def show_list(self, questions: Sequence[ListedQuestion], at: int) -> None:
        """Show these; `at` is the one on screen, -1 for none."""
        while len(self._rows) < len(questions):
            button = RowButton(name=f"{self.objectName()}.{len(self._rows) + 1}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._clicked, len(self._rows)))
            self._column.insertWidget(1 + len(self._rows), button)
            self._rows.append(button)
        for place, button in enumerate(self._rows):
            button.setVisible(place < len(questions))
            if place < len(questions):
                one = questions[place]
                button.setChecked(place == at)
                button.setEnabled(one.is_open)
                button.show_row(one.title, one.word, one.picture)
        if 0 <= at < len(self._rows):
            self._scroll.ensureWidgetVisible(self._rows[at])

    @override
    def restyle(self) -> None:
        self.setFixedWidth(theme().px(264))

    def _clicked(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        self.picked.emit(place)


def middle_column(*widgets: QWidget, name: str, width: int = 760) -> tuple[QFrame, Scroll]:
    """A card whose content scrolls and stays `width` px wide (at 100 %) in the middle."""
    t = theme()
    inside, middle, card = QWidget(), QWidget(), QFrame()
    middle.setMaximumWidth(t.px(width))
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(t.px(14))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    across = row(1, gap=0)
    across.setContentsMargins(t.px(24), t.px(18), t.px(24), t.px(18))
    across.addWidget(middle, 20)
    across.addStretch(1)
    inside.setLayout(across)
    card.setProperty("surface", "card")
    outer = QVBoxLayout(card)
    outer.setContentsMargins(1, 1, 1, 1)
    scroll = Scroll(inside, name=name)
    outer.addWidget(scroll)
    return card, scroll
