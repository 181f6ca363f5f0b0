"""Parts of the assessment page: the terms before, the result after."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from visitdesk.training.assessments import FAILS_BEFORE_COACHING, Marked
from visitdesk.training.model import Module
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Card, Line, Text, row
from visitdesk.ui.training.steps import Step
from visitdesk.ui.training.words import moment, sentences


class IntroPanel(Panel):
    """What the assessment asks for, and what stands in the way now."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        t = theme()
        self._title = Text("", Type.PANEL, wrap=True, name="paper.intro")
        self._terms = QVBoxLayout()
        self._terms.setSpacing(t.px(10))
        self._stop = Card(surface="sunken", name="paper.stop")
        self._why = Text("", Type.BODY, tone="warning", wrap=True, name="paper.why")
        line = row(Picture(Icon.TIMER, role="warning"), gap=10)
        line.addWidget(self._why, 1)
        self._stop.body.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, t.px(8), 0, 0)
        column.setSpacing(t.px(14))
        column.addWidget(self._title)
        column.addLayout(self._terms)
        column.addWidget(self._stop)

    def show_terms(self, module: Module, step: Step, *, has_read: bool) -> None:
        """Show the terms of this module."""
        while (item := self._terms.takeAt(0)) is not None:
            inner = item.layout()
            while inner is not None and (part := inner.takeAt(0)) is not None:
                old = part.widget()
                if old is not None:
                    old.hide()
                    old.deleteLater()
        self._title.setText(
            self.tr("The paper lies open; go on where you stopped.") if step.is_open else self.tr("Before you begin")
        )
        share = self.tr("%n question(s), one a page. Passed with {percent}% right.", "", module.paper_questions)
        terms = (
            (Icon.CLIPBOARD, share.format(percent=module.pass_percent)),
            (Icon.STAR, self.tr("Critical questions must all be right; which ones they are is told afterwards.")),
            (
                Icon.FLAG,
                self.tr("Questions can be flagged and changed until the paper is handed in. There is no time limit."),
            ),
            (
                Icon.HISTORY,
                self.tr("Not passed: again after 24 hours with another paper; what was missed comes back for review."),
            ),
            (
                Icon.PEOPLE,
                self.tr(
                    "Not passed %n time(s) in a row: somebody goes through the subject first.",
                    "",
                    FAILS_BEFORE_COACHING,
                ),
            ),
        )
        for icon, words in terms:
            text = Text(words, Type.BODY, wrap=True)
            line = row(Picture(icon, role="text2"), gap=12)
            line.addWidget(text, 1)
            self._terms.addLayout(line)
        self._why.setText("" if step.is_open else self.in_the_way(step, has_read=has_read))
        self._stop.setVisible(bool(self._why.text()))

    def in_the_way(self, step: Step, *, has_read: bool) -> str:
        """Why no paper can be drawn now; "" where one can."""
        if not has_read:
            return self.tr("The lesson must be read to its end first.")
        if step.needs_coaching:
            return self.tr(
                "Not passed %n time(s) in a row: a trainer notes the coaching on the training page first.",
                "",
                step.fails,
            )
        if step.opens_at is not None:
            return self.tr("The next assessment is open from {when}.").format(when=moment(self._shell, step.opens_at))
        return ""

    @override
    def retranslate(self) -> None:
        """Words are shown again by the page."""


class ResultPanel(Panel):
    """Passed or not, with the figures, and what comes next."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        t = theme()
        self._picture = Picture(Icon.CHECKMARK_CIRCLE, role="ok", side=36)
        self.word = Text("", Type.TITLE, name="paper.result")
        self.figures = Text("", Type.BODY, wrap=True, name="paper.figures")
        self.after = Text("", Type.BODY, tone="text2", wrap=True, name="paper.after")
        head = QVBoxLayout()
        head.setSpacing(t.px(4))
        head.addWidget(self.word)
        head.addWidget(self.figures)
        head.addWidget(self.after)
        top = row(self._picture, gap=14)
        top.addLayout(head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(12))
        column.addLayout(top)
        column.addWidget(Line())

    def show_result(self, module: Module, marked: Marked, step: Step) -> None:
        """Show it."""
        role, icon = ("ok", Icon.CHECKMARK_CIRCLE) if marked.is_passed else ("error", Icon.DISMISS_CIRCLE)
        self._picture.show_icon(icon, role)
        self.word.setText(self.tr("Passed") if marked.is_passed else self.tr("Not passed"))
        self.word.set_tone(role)
        figures = self.tr("{right} of {total} right, {percent}% are needed.")
        counted = figures.format(right=marked.right, total=marked.total, percent=module.pass_percent)
        critical = len(marked.missed_critical)
        missed = self.tr("%n critical question(s) missed.", "", critical)
        said = sentences(counted, missed if critical else self.tr("All critical questions right."))
        self.figures.setText(said)
        self.after.setText(self._next(marked, step))
        self.setAccessibleName(f"{self.word.text()}. {said}")

    def _next(self, marked: Marked, step: Step) -> str:
        if marked.is_passed:
            return self.tr("Look through the answers at the left; the certificate is issued on the training page.")
        back = self.tr("What was missed comes back for review.")
        if step.needs_coaching:
            coach = self.tr("Not passed %n time(s) in a row: somebody goes through the subject first.", "", step.fails)
            return sentences(back, coach)
        if step.opens_at is None:
            return back
        again = self.tr("The next assessment is open from {when}.").format(when=moment(self._shell, step.opens_at))
        return sentences(back, again)
