"""A drill: a practised scene with choices. The path stays in sight, every answer is explained, an end can be replayed.

A run counts until its first end; after a step back it is practice and is not kept (`training.drills.step_back`).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.security.permissions import Deed
from visitdesk.training.drills import Run, begin, choose, replay, score, step_back
from visitdesk.training.model import ChoiceMark, Drill, Ending, Node
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import row
from visitdesk.ui.training.drill_parts import EndPanel, ScenePanel, WalkPanel
from visitdesk.ui.training.learner import Learner
from visitdesk.ui.training.question_parts import middle_column
from visitdesk.ui.training.words import outcome_word, roles_reason, sentences

if TYPE_CHECKING:
    from visitdesk.training.learning import DrillResult
    from visitdesk.ui.training.ports import TrainingBranch


class DrillPage(Page):
    """One drill, walked by the learner."""

    def __init__(self, shell: Shell, branch: "TrainingBranch", learner: Learner) -> None:
        super().__init__(shell, name="training/drill")
        self._branch, self._learner = branch, learner
        self._run: Run = begin(branch.training.catalogue.modules[0].drills[0])
        self._told: int | None = None
        self._is_practice = self._is_kept = False
        self.walk = WalkPanel()
        self.walk.replay_asked.connect(self._replay_from)
        self.scene = ScenePanel(branch.training.catalogue.sources)
        self.scene.picked.connect(self._choose)
        self.scene.verdict.lesson_asked.connect(self._to_lesson)
        self.end = EndPanel()
        self.end.restart.clicked.connect(self._restart)
        self.end.back.clicked.connect(self._back_to_training)
        self.set_content(self._content())
        self.show_back(self._back_to_training)
        self.bind(Key.FINISH, self._go_on, words=self._go_on_words, reason=self._why_not_on)
        self.bind(Key.UNDO, self._step_back, words=lambda: self.tr("Step back"), reason=self._why_not_back)
        self.add_deed(Key.UNDO)
        self._accent = self.add_deed(Key.FINISH, accent=True)

    def _content(self) -> QWidget:
        card, self._scroll = middle_column(self.scene, self.end, name="drill.scroll")
        content = QWidget()
        content.setLayout(row(self.walk, card, gap=12))
        return content

    # --- opening --------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        wanted = self._drill(selection.id) if selection is not None and selection.kind == "drill" else self._run.drill
        is_new = selection is not None or wanted is not self._run.drill
        if is_new:
            self._learner.module = wanted.module
            self._run = begin(wanted)
            self._start()
        self._show()
        self.scene.answers.take_focus()

    def _drill(self, identity: str) -> Drill:
        try:
            return self._branch.training.catalogue.drill(identity)
        except BadInput as fault:
            self.show_fault(fault)
            return self._run.drill

    def _start(self) -> None:
        self._run = begin(self._run.drill)
        self._told = None
        self._is_kept = False
        self._is_practice = self._learner.collector is None or not self.shell.may(Deed.TRAIN)

    @override
    def help_anchor(self) -> str:
        return "training"

    @override
    def retranslate(self) -> None:
        self._show()

    # --- walking --------------------------------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        if self._told is None and isinstance(self._run.place, Node):
            self._told = place
            self._show()
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.scene.verdict))

    def _go_on(self) -> None:
        """After the feedback: the next moment, or the end; at the end: what is sensible."""
        if self._told is not None:
            self._run, self._told = choose(self._run, self._told), None
            if self._run.ending is not None:
                self._keep()
        elif self._run.ending is not None:
            if score(self._run).is_passed:
                self._back_to_training()
                return
            self._again()
            return
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        if self._run.ending is None:
            self.scene.answers.take_focus()
        else:
            self._accent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        """The first end of a run that counts is kept with every choice."""
        collector, actor = self._learner.collector, self.shell.actor
        if self._is_practice or collector is None or actor is None:
            return
        desk, drill, path = self._branch.training, self._run.drill.id, self._run.path
        self.ask(lambda: desk.finish_drill(actor, collector, drill, path), self._kept, slot="")

    def _kept(self, result: "DrillResult") -> None:
        self._is_kept = True
        self.shell.announce(result.changed)
        self._show()

    def _replay_from(self, place: int) -> None:
        self._run, self._told = replay(self._run.drill, self._run.path[:place]), None
        self._is_practice, self._is_kept = True, False
        self._show()
        self.scene.answers.take_focus()

    def _step_back(self) -> None:
        if self._told is not None:
            self._told = None
        else:
            self._run = step_back(self._run)
        self._is_practice, self._is_kept = True, False
        self._show()
        self.scene.answers.take_focus()

    def _again(self) -> None:
        """The last choice that was not ideal."""
        marks = [option.mark for _, option in self._run.choices]
        places = [at for at, mark in enumerate(marks) if mark is not ChoiceMark.IDEAL]
        self._replay_from(places[-1] if places else 0)

    def _restart(self) -> None:
        self._start()
        self._show()
        self.scene.answers.take_focus()

    def _back_to_training(self) -> None:
        self.shell.go("training", None)

    def _to_lesson(self) -> None:
        drill = self._run.drill
        self.shell.go("training", Selection(kind="section", id=f"{drill.module}/{drill.section}"))

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        drill, place, lang = self._run.drill, self._run.place, theme().lang
        self.title.setText(self.tr("Drill: {title}").format(title=drill.title.of(lang)))
        module = self._branch.training.catalogue.module(drill.module)
        self.subtitle.setText(sentences(self._whose(), f"{module.id} {module.title.of(lang)}"))
        choices = self._run.choices
        if isinstance(place, Ending):
            result = score(self._run)
            self.end.show_end(self._run, place, result, self._kept_words())
            here = outcome_word(place.outcome)
        else:
            self.scene.show_node(drill, place, self._told, is_first=not choices)
            here = self.tr("You are here")
        self.scene.setVisible(isinstance(place, Node))
        self.end.setVisible(isinstance(place, Ending))
        self.walk.show_walk(choices, ended=isinstance(place, Ending), here=here)
        self.shell.actions.refresh()

    def _whose(self) -> str:
        if self._is_practice:
            return self.tr("Practice, not kept.")
        return self.tr("Learner: {name}.").format(name=self._learner.name)

    def _kept_words(self) -> str:
        if self._is_kept:
            return self.tr("Kept in the training file of {name}.").format(name=self._learner.name)
        if self._is_practice and not self.shell.may(Deed.TRAIN):
            return sentences(self.tr("Practice, not kept."), roles_reason(Deed.TRAIN))
        if self._is_practice and self._learner.collector is None:
            return self.tr("Practice, not kept: no learner was chosen.")
        if self._is_practice:
            return self.tr(
                "Practice, not kept: a choice was taken back. Start from the beginning for a run that counts."
            )
        return self.tr("Being kept…")

    def _go_on_words(self) -> str:
        if self._run.ending is None:
            return self.tr("Go on")
        return self.tr("Back to training") if score(self._run).is_passed else self.tr("Try that choice again")

    def _why_not_on(self) -> str | None:
        if self._told is None and self._run.ending is None:
            return self.tr("Answer first, with a digit or a click.")
        return None

    def _why_not_back(self) -> str | None:
        return None if self._told is not None or self._run.path else self.tr("This is the beginning.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        is_plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if is_plain and 1 <= digit <= 9 and self._run.ending is None and self.scene.answers.press(digit):
            return
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._why_not_on() is None:
            self._go_on()
            return
        super().keyPressEvent(event)
