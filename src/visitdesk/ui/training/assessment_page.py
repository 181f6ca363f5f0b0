"""The assessment: one question a page, flags, a paper handed in as a whole; then the result with why and source.

What is chosen stays while the window is open, whatever page is looked at; only handing in keeps it for good.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.errors import RuleBroken
from visitdesk.security.permissions import Deed
from visitdesk.training.model import Module, PaperItem, Question, Sitting
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.dialog import confirm
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Button, row
from visitdesk.ui.training.assessment_parts import IntroPanel, ResultPanel
from visitdesk.ui.training.learner import Learner, Sheet
from visitdesk.ui.training.question_parts import (
    RIGHT,
    WRONG,
    ListedQuestion,
    QuestionList,
    QuestionPanel,
    middle_column,
)
from visitdesk.ui.training.steps import Standing, Step, StepKind, standing_of
from visitdesk.ui.training.words import roles_reason

if TYPE_CHECKING:
    from visitdesk.training.learning import OpenedSitting, SittingResult
    from visitdesk.ui.training.ports import TrainingBranch


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A result with what stands open after it."""

    result: "SittingResult"
    step: Step


class AssessmentPage(Page):
    """One assessment of the learner in one module."""

    def __init__(self, shell: Shell, branch: "TrainingBranch", learner: Learner) -> None:
        super().__init__(shell, name="training/assessment")
        self._branch, self._learner = branch, learner
        self._module: Module = branch.training.catalogue.modules[0]
        self._step = Step(kind=StepKind.ASSESSMENT)
        self._sitting: Sitting | None = None
        self._told: Told | None = None
        self._has_read = True
        self.list = QuestionList(name="paper.list")
        self.list.picked.connect(self._look_at)
        self.intro, self.result = IntroPanel(shell), ResultPanel(shell)
        self.question = QuestionPanel(branch.training.catalogue.sources)
        self.question.picked.connect(self._pick)
        self.question.verdict.lesson_asked.connect(self._to_lesson)
        self.flag = Button("", icon=Icon.FLAG, name="paper.flag")
        self.flag.setCheckable(True)
        self.flag.clicked.connect(self._flag)
        self._below = QWidget()
        self._below.setLayout(row(self.flag, 1))
        card, self._scroll = middle_column(self.intro, self.result, self.question, self._below, name="paper.scroll")
        content = QWidget()
        content.setLayout(row(self.list, card, gap=12))
        self.set_content(content)
        self.show_back(self._back_to_training)
        self._bind()

    def _bind(self) -> None:
        self.bind(
            Key.PREVIOUS, lambda: self._move(-1), words=lambda: self.tr("Previous"), reason=lambda: self._no_move(-1)
        )
        self.bind(Key.NEXT, lambda: self._move(1), words=lambda: self.tr("Next"), reason=lambda: self._no_move(1))
        self.bind(Key.FINISH, self._finish, words=self._finish_words, reason=self._why_not)
        self._movers = (self.add_deed(Key.PREVIOUS), self.add_deed(Key.NEXT))
        self.add_deed(Key.FINISH, accent=True)

    @override
    def help_anchor(self) -> str:
        return "training"

    # --- opening --------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "module":
            self._module = self._branch.training.catalogue.module(selection.id)
            self._learner.module = self._module.id
            self._sitting = self._told = None
            self.clear_bars()
        self._show()
        self._read()

    def _read(self) -> None:
        desk, collector, module, now = (
            self._branch.training,
            self._learner.collector,
            self._module,
            self.shell.clock.now(),
        )
        today = self.shell.local(now).date()
        if collector is not None:
            self.ask(
                lambda: standing_of(module, desk.progress(collector, module.id), now, today),
                self._show_standing,
                doing=self.tr("Reading the assessment…"),
            )

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.TRAINING) and self._sitting is None:
            self._read()

    def _show_standing(self, standing: Standing) -> None:
        self._step = next(step for step in standing.steps if step.kind is StepKind.ASSESSMENT)
        self._has_read = any(step.is_done for step in standing.steps if step.kind is StepKind.LESSON)
        self._show()

    # --- the paper ------------------------------------------------------------------------------------------------

    @property
    def _paper(self) -> tuple[PaperItem, ...]:
        return self._sitting.paper if self._sitting is not None else ()

    @property
    def _sheet(self) -> Sheet:
        return self._learner.sheet(self._sitting.id) if self._sitting is not None else Sheet()

    def _question_at(self, place: int) -> Question:
        return self._branch.training.catalogue.question(self._paper[place].question)

    def _begin(self) -> None:
        desk, actor, collector, module = (
            self._branch.training, self.shell.actor, self._learner.collector, self._module.id,
        )  # fmt: skip
        if actor is not None and collector is not None:
            self.ask(lambda: desk.begin_assessment(actor, collector, module), self._begun, slot="")

    def _begun(self, opened: "OpenedSitting") -> None:
        self._sitting = opened.sitting
        self.clear_bars()
        self.shell.announce(opened.changed)
        self._show()
        self.question.answers.take_focus()

    def _pick(self, place: int) -> None:
        question, sheet = self._question_at(self._sheet.at), self._sheet
        chosen = sheet.chosen.get(question.id, frozenset())
        sheet.chosen[question.id] = chosen ^ {place} if len(question.right) > 1 else frozenset({place})
        self._show()

    def _flag(self) -> None:
        question, sheet = self._question_at(self._sheet.at), self._sheet
        sheet.flagged ^= {question.id}
        self._show()

    def _move(self, by: int) -> None:
        self._look_at(self._sheet.at + by)

    def _look_at(self, place: int) -> None:
        self._sheet.at = place
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        if self._told is None:
            self.question.answers.take_focus()

    def _open_places(self) -> list[int]:
        return [at for at, item in enumerate(self._paper) if not self._sheet.chosen.get(item.question)]

    def _finish(self) -> None:
        if self._told is not None:
            self._back_to_training()
        elif self._sitting is None:
            self._begin()
        elif still := len(self._open_places()):
            confirm(
                self.shell,
                self,
                title=lambda: self.tr("Hand in the paper?"),
                sentence=lambda: self.tr("%n question(s) have no answer and will count as wrong.", "", still),
                deed=lambda: self.tr("Hand in"),
                run=self._hand_in,
            )
        else:
            self._hand_in()

    def _hand_in(self) -> None:
        actor, sitting, collector = self.shell.actor, self._sitting, self._learner.collector
        if actor is None or sitting is None or collector is None:
            return
        desk, module, shell = self._branch.training, self._module, self.shell
        answers = {question: chosen for question, chosen in self._sheet.chosen.items() if chosen}

        def work() -> Told:
            result = desk.finish_assessment(actor, sitting.id, answers)
            now = shell.clock.now()
            standing = standing_of(module, desk.progress(collector, module.id), now, shell.local(now).date())
            step = next(step for step in standing.steps if step.kind is StepKind.ASSESSMENT)
            return Told(result=result, step=step)

        self.ask(work, self._show_result, slot="", doing=self.tr("Marking the paper…"), failed=self._refused)

    def _refused(self, fault: Exception) -> None:
        """A paper that no longer counts is put away, so that a new one can be drawn."""
        if isinstance(fault, RuleBroken):
            self._sitting = None
            self._show()
        self.show_fault(fault)

    def _show_result(self, told: Told) -> None:
        """Nothing follows from a result in other rooms before a certificate is issued."""
        self._told, self._sitting, self._step = told, told.result.sitting, told.step
        missed = told.result.marked.missed
        self._sheet.at = next((at for at, item in enumerate(self._paper) if item.question in missed), 0)
        self.shell.announce(told.result.changed)
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def _back_to_training(self) -> None:
        self.shell.go("training", None)

    def _to_lesson(self) -> None:
        question = self._question_at(self._sheet.at)
        self.shell.go("training", Selection(kind="section", id=f"{question.module}/{question.section}"))

    # --- showing --------------------------------------------------------------------------------------------------

    @override
    def retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        title = self.tr("Assessment: {title}").format(title=self._module.title.of(theme().lang))
        self.title.setText(title)
        name = self.tr("Learner: {name}.").format(name=self._learner.name)
        self.subtitle.setText(name if self._learner.collector is not None else self.tr("No learner is chosen."))
        has_paper = self._sitting is not None
        self.list.setVisible(has_paper)
        self.intro.setVisible(not has_paper)
        self.question.setVisible(has_paper)
        self.result.setVisible(self._told is not None)
        for mover in self._movers:
            mover.setVisible(has_paper)
        self._below.setVisible(has_paper and self._told is None)
        if has_paper:
            self._show_question()
        else:
            self.intro.show_terms(self._module, self._step, has_read=self._has_read)
        if self._told is not None:
            self.result.show_result(self._module, self._told.result.marked, self._told.step)
        self.shell.actions.refresh()

    def _show_question(self) -> None:
        sheet, told = self._sheet, self._told
        at = min(sheet.at, len(self._paper) - 1)
        item, question = self._paper[at], self._question_at(at)
        number = self.tr("Question {number} of {total}").format(number=at + 1, total=len(self._paper))
        chosen = sheet.chosen.get(question.id, frozenset())
        is_told = told is not None
        self.question.show_question(question, number, chosen, order=item.order, is_told=is_told, says_critical=is_told)
        if told is not None:
            is_right = question.id not in told.result.marked.missed
            self.question.tell(question, self.tr("Right") if is_right else self.tr("Not right"), is_right=is_right)
        is_flagged = question.id in sheet.flagged
        self.flag.setChecked(is_flagged)
        self.flag.setText(self.tr("Flagged: look again") if is_flagged else self.tr("Flag to look again"))
        self.list.show_list([self._listed(place) for place in range(len(self._paper))], at)

    def _listed(self, place: int) -> ListedQuestion:
        question, told = self._question_at(place), self._told
        title = f"{place + 1}  {question.stem.of(theme().lang)}"
        if told is not None:
            is_right = question.id not in told.result.marked.missed
            word = self.tr("Right") if is_right else self.tr("Not right")
            if question.id in told.result.marked.missed_critical:
                word = self.tr("Not right, critical")
            return ListedQuestion(title=title, word=word, picture=RIGHT if is_right else WRONG)
        is_answered = bool(self._sheet.chosen.get(question.id))
        listed = ListedQuestion(
            title=title,
            word=self.tr("answered") if is_answered else self.tr("open"),
            picture=(Icon.CHECKMARK, "text2") if is_answered else (Icon.CIRCLE, "text3"),
        )
        if question.id in self._sheet.flagged:
            return replace(
                listed, word=self.tr("{word}, flagged").format(word=listed.word), picture=(Icon.FLAG, "accent_text")
            )
        return listed

    # --- why not --------------------------------------------------------------------------------------------------

    def _finish_words(self) -> str:
        if self._told is not None:
            return self.tr("Back to training")
        if self._sitting is not None:
            return self.tr("Hand in")
        return self.tr("Go on with the paper") if self._step.is_open else self.tr("Begin")

    def _why_not(self) -> str | None:
        if self._told is not None:
            return None
        if not self.shell.may(Deed.TRAIN):
            return roles_reason(Deed.TRAIN)
        if self._learner.collector is None:
            return self.tr("Choose the learner first.")
        if self._sitting is None and not self._step.is_open:
            return self.intro.in_the_way(self._step, has_read=self._has_read) or None
        return None

    def _no_move(self, by: int) -> str | None:
        if self._sitting is None:
            return self.tr("The paper is not open.")
        inside = 0 <= self._sheet.at + by < len(self._paper)
        return None if inside else self.tr("There is no question further on.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        digit = event.key() - Qt.Key.Key_0
        is_answering = self._sitting is not None and self._told is None
        if is_plain and is_answering and 1 <= digit <= 9 and self.question.answers.press(digit):
            return
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._no_move(1) is None:
            self._move(1)
            return
        super().keyPressEvent(event)
