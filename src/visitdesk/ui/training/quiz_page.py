"""The quiz inside a lesson, and the questions that are back today: one a page, answered by digit, told at once why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from visitdesk.security.permissions import Deed
from visitdesk.training.assessments import is_right
from visitdesk.training.model import Question
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button, row
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.question_parts import (
    RIGHT,
    WRONG,
    ListedQuestion,
    QuestionList,
    QuestionPanel,
    middle_column,
)
from visitdesk.ui.training.steps import quiz_of
from visitdesk.ui.training.words import moment, sentences

if TYPE_CHECKING:
    from visitdesk.training.learning import AnswerResult
    from visitdesk.ui.training.ports import TrainingBranch


class QuizPage(Page):
    """Practice: `Selection("module", id)` asks the lesson's questions, `Selection("cards", "")` those that are back."""

    def __init__(self, shell: Shell, branch: "TrainingBranch", learner: Learner) -> None:
        super().__init__(shell, name="training/quiz")
        self._branch, self._learner = branch, learner
        self._is_review = False
        self._questions: tuple[Question, ...] = ()
        self._results: dict[int, bool] = {}
        self._again: dict[int, str] = {}
        self._given: dict[int, frozenset[int]] = {}
        self._at = 0
        self._chosen: frozenset[int] = frozenset()
        self.list = QuestionList(name="quiz.list")
        self.list.picked.connect(self._look_at)
        self.question = QuestionPanel(branch.training.catalogue.sources)
        self.question.picked.connect(self._pick)
        self.question.verdict.lesson_asked.connect(self._to_lesson)
        self.unsure = QCheckBox()
        self.unsure.setObjectName("quiz.unsure")
        self.say(self.unsure.setText, lambda: self.tr("I was not sure"))
        self.say(self.unsure.setAccessibleName, lambda: self.tr("I was not sure"))
        card, self._scroll = middle_column(self.question, self.unsure, name="quiz.scroll")
        content = QWidget()
        content.setLayout(row(self.list, card, gap=12))
        self.set_content(content)
        self.show_back(self._back_to_training)
        self.bind(Key.FINISH, self._go_on, words=self._words, reason=self._why_not)
        self.add_deed(Key.FINISH, accent=True)

    @override
    def help_anchor(self) -> str:
        return "training"

    # --- opening --------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is None:
            self._show()
            return
        self._is_review = selection.kind == "cards"
        self._questions = ()
        if self._is_review:
            desk, collector = self._branch.training, self._learner.collector
            doing = self.tr("Reading the questions…")
            self.ask(lambda: () if collector is None else desk.cards_due(collector), self._begin, doing=doing)
        else:
            module = self._branch.training.catalogue.module(selection.id)
            self._learner.module = module.id
            self._begin(quiz_of(module))

    def _begin(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._results, self._again, self._given = {}, {}, {}
        self._at, self._chosen = 0, frozenset()
        if self._questions:
            self.show_content()
            self._show()
            self.question.answers.take_focus()
        else:
            self.show_state(self._nothing())
            self._show_title()
            self.shell.actions.refresh()

    def _nothing(self) -> StatePanel:
        back = Button("", icon=Icon.ARROW_LEFT, name="quiz.back")
        self.say(back.setText, lambda: self.tr("Back to training"))
        back.clicked.connect(self._back_to_training)
        return StatePanel(
            Icon.CHECKMARK_CIRCLE,
            lambda: self.tr("Nothing is back today"),
            lambda: self.tr("Questions that were missed come back after a while, so that they stay."),
            back,
        )

    # --- answering ------------------------------------------------------------------------------------------------

    @property
    def _is_told(self) -> bool:
        return self._at in self._results

    @property
    def _is_over(self) -> bool:
        return bool(self._questions) and len(self._results) == len(self._questions)

    def _pick(self, place: int) -> None:
        question = self._questions[self._at]
        if len(question.right) > 1:
            self._chosen = self._chosen ^ {place}
            self._show()
        else:
            self._chosen = frozenset({place})
            self._answer()

    def _answer(self) -> None:
        at, question = self._at, self._questions[self._at]
        self._given[at] = self._chosen
        self._results[at] = is_right(question, self._chosen)
        self._show()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.question.verdict))
        actor, collector = self.shell.actor, self._learner.collector
        if actor is None or collector is None or not self.shell.may(Deed.TRAIN):
            return
        desk, chosen, was_hard = self._branch.training, self._chosen, self.unsure.isChecked()
        identity = question.id
        if self._is_review:
            self.ask(
                lambda: desk.review(actor, collector, identity, chosen, was_hard=was_hard),
                lambda result: self._kept(at, result),
                slot="",
            )
        else:
            self.ask(
                lambda: desk.answer_quiz(actor, collector, identity, chosen),
                lambda result: self._kept(at, result),
                slot="",
            )

    def _kept(self, at: int, result: "AnswerResult") -> None:
        """Nothing follows from an answer in other rooms, so nothing is asked there."""
        self.shell.announce(result.changed)
        if result.again_at is not None:
            self._again[at] = moment(self.shell, result.again_at)
            self._show()

    def _go_on(self) -> None:
        if not self._is_told:
            self._answer()
        elif self._is_over:
            self._back_to_training()
        else:
            self._look_at(next(place for place in range(len(self._questions)) if place not in self._results))

    def _look_at(self, place: int) -> None:
        self._at, self._chosen = place, self._given.get(place, frozenset())
        self.unsure.setChecked(False)
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        self.question.answers.take_focus()

    def _back_to_training(self) -> None:
        self.shell.go("training", None)

    def _to_lesson(self) -> None:
        question = self._questions[self._at]
        self.shell.go("training", Selection(kind="section", id=f"{question.module}/{question.section}"))

    # --- showing --------------------------------------------------------------------------------------------------

    @override
    def retranslate(self) -> None:
        if self._questions:
            self._show()

    def _show_title(self) -> None:
        module = self._branch.training.catalogue.module(self._learner.module or "M0")
        title = self.tr("Go over again") if self._is_review else self.tr("Quiz: {title}")
        self.title.setText(title.format(title=module.title.of(theme().lang)))
        if self._learner.collector is None:
            self.subtitle.setText(self.tr("Practice, not kept: no learner was chosen."))
            return
        name = self.tr("Learner: {name}.").format(name=self._learner.name)
        over = self.tr("All answered: {right} of {total} right.")
        right, total = sum(self._results.values()), len(self._results)
        self.subtitle.setText(sentences(name, over.format(right=right, total=total) if self._is_over else ""))

    def _show(self) -> None:
        self._show_title()
        if not self._questions:
            return
        question = self._questions[self._at]
        number = self.tr("Question {number} of {total}").format(number=self._at + 1, total=len(self._questions))
        self.question.show_question(question, number, self._chosen, is_told=self._is_told)
        self.unsure.setVisible(self._is_review and not self._is_told)
        if self._is_told:
            self.question.tell(question, self._verdict_word(), is_right=self._results[self._at])
        self.list.show_list([self._listed(place) for place in range(len(self._questions))], self._at)
        self.shell.actions.refresh()

    def _verdict_word(self) -> str:
        word = self.tr("Right") if self._results[self._at] else self.tr("Not right")
        when = self._again.get(self._at)
        return word if when is None else self.tr("{word}; it comes back {when}").format(word=word, when=when)

    def _listed(self, place: int) -> ListedQuestion:
        title = f"{place + 1}  {self._questions[place].stem.of(theme().lang)}"
        if place not in self._results:
            picture = (Icon.CIRCLE, "text3")
            return ListedQuestion(title=title, word=self.tr("open"), picture=picture, is_open=place == self._at)
        if self._results[place]:
            return ListedQuestion(title=title, word=self.tr("Right"), picture=RIGHT)
        return ListedQuestion(title=title, word=self.tr("Not right"), picture=WRONG)

    def _words(self) -> str:
        if not self._is_told:
            return self.tr("Answer")
        return self.tr("Back to training") if self._is_over else self.tr("Next question")

    def _why_not(self) -> str | None:
        if not self._questions:
            return self.tr("Nothing is back today")
        if not self._is_told and not self._chosen:
            return self.tr("Answer first, with a digit or a click.")
        return None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        digit = event.key() - Qt.Key.Key_0
        if is_plain and 1 <= digit <= 9 and self.question.answers.press(digit):
            return
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._why_not() is None:
            self._go_on()
            return
        super().keyPressEvent(event)
