"""The left side of the station: the modules with their progress, and the steps of the one chosen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.training.model import CertificateState, Module, ModuleId
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Line, Scroll, Text
from visitdesk.ui.training.row_button import RowButton
from visitdesk.ui.training.steps import Standing, Step, StepKind
from visitdesk.ui.training.words import state_word, step_note, step_title

STATE_LOOK: Mapping[CertificateState, tuple[Icon, str]] = {
    CertificateState.VALID: (Icon.CHECKMARK_CIRCLE, "ok"),
    CertificateState.EXPIRING: (Icon.CLOCK, "warning"),
    CertificateState.EXPIRED: (Icon.PROHIBITED, "error"),
    CertificateState.REVOKED: (Icon.DISMISS_CIRCLE, "error"),
}
"""Shape and colour role of a certificate's state."""

STEP_PICTURES: Mapping[StepKind, Icon] = {
    StepKind.LESSON: Icon.BOOK_OPEN,
    StepKind.QUIZ: Icon.CHAT_HELP,
    StepKind.DRILL: Icon.BRANCH_COMPARE,
    StepKind.ASSESSMENT: Icon.CLIPBOARD,
    StepKind.CERTIFICATE: Icon.RIBBON,
}
WIDTH = 264


class PathPanel(Spoken, QFrame):
    """Modules and steps.

    Signals:
        module_picked: payload `ModuleId`.
        step_picked: payload `Step`.
        review_picked: no payload; the questions that are back today.
    """

    module_picked = Signal(object)
    step_picked = Signal(object)
    review_picked = Signal()

    def __init__(self, shell: Shell, modules: Sequence[Module]) -> None:
        super().__init__()
        self.setObjectName("training.path")
        self.setProperty("surface", "card")
        self._shell = shell
        self._modules = {module.id: module for module in modules}
        self._module: Module = modules[0]
        self._standing: Mapping[ModuleId, Standing] = {}
        self._has_learner = False
        self._cards = 0
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        t = theme()
        self._column.setContentsMargins(t.px(8), t.px(10), t.px(8), t.px(10))
        self._column.setSpacing(t.px(2))
        self._add_heading(lambda: self.tr("Modules"))
        self._buttons = self._make_modules(modules)
        self._column.addSpacing(t.px(6))
        self._column.addWidget(Line())
        self._column.addSpacing(t.px(6))
        self._add_heading(lambda: self.tr("Steps"))
        self._steps: list[RowButton] = []
        self._shown_steps: tuple[Step, ...] = ()
        self._at_steps = self._column.count()
        self._review = RowButton(name="training.review")
        self._review.clicked.connect(self.review_picked)
        self._column.addWidget(self._review)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(Scroll(inside, name="training.path.scroll"))
        self.setFixedWidth(t.px(WIDTH))

    def _add_heading(self, words: Callable[[], str]) -> None:
        heading = Text("", Type.SMALL, tone="text2")
        heading.setContentsMargins(theme().px(12), 0, 0, theme().px(2))
        self.say(heading.setText, words)
        self._column.addWidget(heading)

    def _make_modules(self, modules: Sequence[Module]) -> dict[ModuleId, RowButton]:
        group = QButtonGroup(self)
        buttons = {}
        for module in modules:
            button = RowButton(name=f"training.module.{module.id}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._module_clicked, module.id))
            group.addButton(button)
            self._column.addWidget(button)
            buttons[module.id] = button
        return buttons

    def show_path(
        self, module: Module, standing: Mapping[ModuleId, Standing], *, has_learner: bool, cards: int
    ) -> None:
        """Show where the learner stands.

        Args:
            cards: questions that are back today.
        """
        self._module, self._standing, self._has_learner, self._cards = module, standing, has_learner, cards
        self._fill()

    @override
    def retranslate(self) -> None:
        self._fill()

    @override
    def restyle(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))

    def _fill(self) -> None:
        for identity, button in self._buttons.items():
            self._fill_module(button, self._modules[identity], self._standing.get(identity))
            button.setChecked(identity == self._module.id)
        standing = self._standing.get(self._module.id)
        self._shown_steps = standing.steps if standing is not None else ()
        while len(self._steps) < len(self._shown_steps):
            button = RowButton(name=f"training.step.{len(self._steps)}")
            button.clicked.connect(partial(self._step_clicked, len(self._steps)))
            self._column.insertWidget(self._at_steps + len(self._steps), button)
            self._steps.append(button)
        coming = standing.next if standing is not None and self._has_learner else None
        for place, button in enumerate(self._steps):
            button.setVisible(place < len(self._shown_steps))
            if place < len(self._shown_steps):
                self._fill_step(button, self._shown_steps[place], is_next=self._shown_steps[place] is coming)
        self._review.setVisible(self._cards > 0)
        note = self.tr("%n question(s) back today", "", self._cards)
        self._review.show_row(self.tr("Go over again"), note, (Icon.HISTORY, "accent_text"))

    def _fill_module(self, button: RowButton, module: Module, standing: Standing | None) -> None:
        title = f"{module.id}  {module.title.of(theme().lang)}"
        if standing is None or not self._has_learner:
            steps = len(standing.steps) if standing is not None else 0
            button.show_row(title, self.tr("%n step(s)", "", steps), (Icon.BOOK_OPEN, "text2"), strong=True, part=0.0)
            return
        certificate, state = standing.certificate, standing.state
        part = standing.done / len(standing.steps)
        if certificate is None or state is None:
            note = self.tr("{done} of {all} steps").format(done=standing.done, all=len(standing.steps))
            picture = (Icon.CIRCLE, "text3") if not standing.done else (Icon.BOOK_OPEN, "accent_text")
            button.show_row(title, note, picture, part=part, strong=True)
            return
        icon, role = STATE_LOOK[state]
        tone = "text2" if state is CertificateState.VALID else role
        words = self.tr("{state}, until {day}") if state is not CertificateState.REVOKED else "{state}"
        note = words.format(state=state_word(state.value), day=certificate.valid_until.isoformat())
        button.show_row(title, note, (icon, role), note_tone=tone, part=part, strong=True)

    def _fill_step(self, button: RowButton, step: Step, *, is_next: bool) -> None:
        picture = (STEP_PICTURES[step.kind], "accent_text" if is_next else "text3")
        if step.is_done:
            picture = (Icon.CHECKMARK_CIRCLE, "ok")
        elif step.needs_coaching or step.opens_at is not None:
            picture = (Icon.TIMER, "warning")
        note = step_note(step, self._module, self._shell)
        if is_next:
            note = self.tr("next: {note}").format(note=note)
        button.show_row(step_title(step), note, picture, strong=is_next)

    def _module_clicked(self, module: ModuleId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt's
        self.module_picked.emit(module)

    def _step_clicked(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt's
        self.step_picked.emit(self._shown_steps[place])
