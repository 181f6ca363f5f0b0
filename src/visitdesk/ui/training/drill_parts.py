"""Parts of the drill page: the path walked, the scene that asks, the end that tells."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.training.drills import PASS_SCORE, DrillScore, Run
from visitdesk.training.model import Drill, DrillOption, Ending, Node, Outcome, Source
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Line, Scroll, Text, row
from visitdesk.ui.training.answers import AnswerList, Shown
from visitdesk.ui.training.row_button import RowButton
from visitdesk.ui.training.verdict_box import VerdictBox
from visitdesk.ui.training.words import CHOICE_LOOK, choice_word, outcome_word


class WalkPanel(Spoken, QFrame):
    """The choices made, in order; when the drill has ended each can be tried anew.

    Signals:
        replay_asked: payload int, the place of the choice, counted from 0.
    """

    replay_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drill.path")
        self.setProperty("surface", "card")
        t = theme()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(t.px(8), t.px(12), t.px(8), t.px(10))
        self._column.setSpacing(t.px(2))
        heading = Text("", Type.TILE)
        heading.setContentsMargins(t.px(12), 0, 0, t.px(4))
        self.say(heading.setText, lambda: self.tr("The path"))
        self._none = Text("", Type.TABLE, tone="text2", wrap=True)
        self._none.setContentsMargins(t.px(12), 0, t.px(8), 0)
        self.say(self._none.setText, lambda: self.tr("Each choice is kept here, so that it can be talked about after."))
        self._column.addWidget(heading)
        self._column.addWidget(self._none)
        self._rows: list[RowButton] = []
        self._has_ended = False
        self._here = RowButton(name="drill.path.here")
        self._here.set_still(still=True)
        self._column.addWidget(self._here)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(Scroll(inside, name="drill.path.scroll"))
        self.setFixedWidth(t.px(264))

    def show_walk(self, choices: Sequence[tuple[Node, DrillOption]], *, ended: bool, here: str) -> None:
        """Show the choices.

        Args:
            ended: choices can be tried anew.
            here: what stands at the end of the path.
        """
        self._has_ended = ended
        self._none.setVisible(not choices)
        while len(self._rows) < len(choices):
            button = RowButton(name=f"drill.path.{len(self._rows) + 1}")
            button.clicked.connect(partial(self._clicked, len(self._rows)))
            self._column.insertWidget(2 + len(self._rows), button)
            self._rows.append(button)
        lang = theme().lang
        for place, button in enumerate(self._rows):
            button.setVisible(place < len(choices))
            if place < len(choices):
                _, option = choices[place]
                icon, role = CHOICE_LOOK[option.mark]
                words = (
                    f"{choice_word(option.mark)}"
                    if not ended
                    else self.tr("{word}; try it anew").format(word=choice_word(option.mark))
                )
                button.show_row(f"{place + 1}  {option.text.of(lang)}", words, (icon, role), note_tone=role)
                button.set_still(still=not ended)
                button.set_tip("" if ended else self.tr("When the drill has ended each choice can be tried anew."))
        self._here.show_row(here, "", (Icon.LOCATION, "accent_text"), strong=True)

    def _clicked(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        if self._has_ended:
            self.replay_asked.emit(place)


class ScenePanel(Panel):
    """The scene, what is said now, the answers, and what is said to the answer.

    Signals:
        picked: payload int, place of the answer.
    """

    picked = Signal(object)

    def __init__(self, sources: Mapping[str, Source]) -> None:
        super().__init__()
        t = theme()
        self.scene = Card(surface="sunken", name="drill.scene")
        self.setting = Text("", Type.TABLE, tone="text2", wrap=True, name="drill.setting")
        self.now = Text("", Type.PANEL, wrap=True, name="drill.now")
        self.scene.add(self.setting, self.now)
        self._ask = Text("", Type.TABLE, tone="text2")
        self.say(self._ask.setText, lambda: self.tr("What do you do? Answer with its digit or a click."))
        self.answers = AnswerList(name="drill.answer")
        self.answers.picked.connect(self.picked)
        self.verdict = VerdictBox(sources, name="drill.verdict")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(10))
        for widget in (self.scene, self._ask, self.answers, self.verdict):
            column.addWidget(widget)

    def show_node(self, drill: Drill, node: Node, chosen: int | None, *, is_first: bool) -> None:
        """Show a moment; `chosen` is the answer just given, None while it asks."""
        lang = theme().lang
        self.setting.setText(drill.setting.of(lang))
        self.setting.setVisible(is_first)
        self.now.setText(node.say.of(lang))
        shown = []
        for place, option in enumerate(node.options):
            icon, role = CHOICE_LOOK[option.mark]
            verdict = (icon, role, choice_word(option.mark)) if place == chosen else None
            shown.append(Shown(words=option.text.of(lang), is_chosen=place == chosen, verdict=verdict))
        self.answers.show_answers(shown, is_open=chosen is None)
        self._ask.setVisible(chosen is None)
        self.verdict.setVisible(chosen is not None)
        if chosen is not None:
            option = node.options[chosen]
            word = choice_word(option.mark)
            self.verdict.show_verdict(CHOICE_LOOK[option.mark], word, option.why.of(lang), option.sources)


class EndPanel(Panel):
    """How it ended: in words, in points, with questions to talk about."""

    def __init__(self) -> None:
        super().__init__()
        t = theme()
        self._picture = Picture(Icon.CHECKMARK_CIRCLE, role="ok", side=32)
        self.word = Text("", Type.TITLE, name="drill.outcome")
        self.points = Text("", Type.BODY, tone="text2", wrap=True, name="drill.points")
        self.kept = Text("", Type.BODY, wrap=True, name="drill.kept")
        head = QVBoxLayout()
        head.setSpacing(t.px(2))
        head.addWidget(self.word)
        head.addWidget(self.points)
        top = row(self._picture, gap=14)
        top.addLayout(head, 1)
        self.text = Text("", Type.PANEL, wrap=True, name="drill.ending")
        box = Card(surface="sunken")
        box.add(self.text)
        self._think = Text("", Type.TILE)
        self.say(self._think.setText, lambda: self.tr("To think back"))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(t.px(6))
        self.restart = Button("", icon=Icon.ARROW_CLOCKWISE, name="drill.restart")
        self.back = Button("", icon=Icon.ARROW_LEFT, name="drill.back")
        self.say(self.restart.setText, lambda: self.tr("From the beginning"))
        self.say(self.back.setText, lambda: self.tr("Back to training"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(14))
        column.addLayout(top)
        column.addWidget(box)
        column.addWidget(self.kept)
        column.addWidget(Line())
        column.addWidget(self._think)
        column.addLayout(self._questions)
        column.addLayout(row(self.restart, self.back, 1))

    def show_end(self, run: Run, ending: Ending, score: DrillScore, kept: str) -> None:
        """Show the end.

        Args:
            kept: whether the run was kept, in words.
        """
        lang = theme().lang
        is_good = ending.outcome is Outcome.GOOD
        self._picture.show_icon(Icon.CHECKMARK_CIRCLE if is_good else Icon.DISMISS_CIRCLE, "ok" if is_good else "error")
        self.word.setText(outcome_word(ending.outcome))
        self.word.set_tone("ok" if is_good else "error")
        result = self.tr("passed") if score.is_passed else self.tr("not passed")
        words = self.tr("{points} points, {result}; {least} are needed.")
        said = words.format(points=score.points, result=result, least=PASS_SCORE)
        if score.slips:
            said += self.tr(" %n choice(s) could be better.", "", score.slips)
        self.points.setText(said)
        self.text.setText(ending.text.of(lang))
        self.kept.setText(kept)
        while (item := self._questions.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, question in enumerate(run.drill.debrief, 1):
            line = Text(f"{number}.  {question.of(lang)}", Type.BODY, wrap=True)
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self._questions.addWidget(line)

    @override
    def retranslate(self) -> None:
        """Words are shown again by the page."""
