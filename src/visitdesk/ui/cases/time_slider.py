"""Try another time: seven days in half hours, each painted by its verdict; the slider tells when it turns allowed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.compliance.model import Verdict
from visitdesk.ui.cases.case_model import Answer, answer_of, first_allowed
from visitdesk.ui.cases.words import weekday_text
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, IconButton, Text, row


class _Band(QWidget):
    """A stripe of verdicts over the week with a mark at the chosen step; days are ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Sequence[Answer] = ()
        self.days: Sequence[tuple[int, str]] = ()
        self.at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        if not self.answers:
            painter.end()
            return
        inset, height = t.px(8), t.px(18)
        width = (self.width() - 2 * inset) / len(self.answers)
        fills = {Answer.ALLOWED: c.ok, Answer.REASON: c.warning, Answer.BLOCKED: c.pressed}
        for i, answer in enumerate(self.answers):
            # Blocked is low, allowed is high: the stripe can be read without colour.
            part = {Answer.ALLOWED: 1.0, Answer.REASON: 0.66, Answer.BLOCKED: 0.28}[answer]
            rect = QRectF(inset + i * width, height * (1 - part), width + 0.6, height * part)
            painter.fillRect(rect, QColor(fills[answer]))
        painter.setFont(t.font(Type.SMALL))
        painter.setPen(QPen(QColor(c.text2), 1))
        for i, words in self.days:
            x = inset + i * width
            painter.drawLine(round(x), height, round(x), height + t.px(5))
            painter.drawText(QRectF(x + 3, height + t.px(2), t.px(90), t.px(20)), Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QPen(QColor(c.text), 2))
        x = inset + (self.at + 0.5) * width
        painter.drawLine(round(x), 0, round(x), height + t.px(3))
        painter.end()


class TimeSlider(Panel):
    """The stripe, the slider and the words.

    Signals:
        moved: payload (moment, Verdict) of the step chosen.
        closed: back to the visit's own time.
    """

    moved = Signal(object, object)
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._moments: Sequence[datetime] = ()
        self._verdicts: Sequence[Verdict] = ()
        self._answers: list[Answer] = []
        self.words = Text("", Type.BODY, name="case.slider.words", wrap=True)
        self.next_allowed = Button("", icon=Icon.ARROW_RIGHT, name="case.slider.next")
        self.say(self.next_allowed.setText, lambda: self.tr("Next time allowed"))
        self.next_allowed.clicked.connect(self._jump)
        close = IconButton(Icon.DISMISS, "", name="case.slider.close")
        self.say(close.name_it, lambda: self.tr("Back to the planned time"))
        close.clicked.connect(self.closed)
        self._band = _Band()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("case.slider")
        self.slider.setPageStep(48)
        self.slider.setMinimumHeight(theme().px(26))
        self.say(self.slider.setAccessibleName, lambda: self.tr("Time of arrival"))
        self.slider.valueChanged.connect(self._step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        layout.setSpacing(theme().px(4))
        head = row()
        head.addWidget(self.words, 1)
        head.addWidget(self.next_allowed)
        head.addWidget(close)
        layout.addLayout(head)
        layout.addWidget(self._band)
        layout.addWidget(self.slider)

    def show_verdicts(self, moments: Sequence[datetime], verdicts: Sequence[Verdict]) -> None:
        """A week of verdicts; stands at the first time allowed, else at the first step."""
        self._moments, self._verdicts = moments, verdicts
        self._answers = [answer_of(verdict) for verdict in verdicts]
        self._band.answers = self._answers
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(moments) - 1))
        self.slider.setValue(first_allowed(self._answers) or 0)
        self.slider.blockSignals(False)
        self._step(self.slider.value())

    def _step(self, at: int) -> None:
        if at < len(self._moments):
            self._band.at = at
            self._band.update()
            self.retranslate()
            self.moved.emit(self._moments[at], self._verdicts[at])

    def _jump(self) -> None:
        found = first_allowed(self._answers, self.slider.value() + 1)
        found = first_allowed(self._answers) if found is None else found
        if found is not None:
            self.slider.setValue(found)

    @override
    def retranslate(self) -> None:
        if not self._moments:
            return
        local = self._shell.local
        self._band.days = [
            (i, f"{local(moment):%m-%d}")
            for i, moment in enumerate(self._moments)
            if i and local(moment).date() != local(self._moments[i - 1]).date()
        ]
        first = first_allowed(self._answers)
        self.next_allowed.setEnabled(first is not None)
        if first is None:
            self.words.setText(self.tr("No time in the next seven days is allowed; see what stands against it below."))
            self.next_allowed.setToolTip(self.words.text())
        else:
            when = weekday_text(local(self._moments[first]))
            self.words.setText(self.tr("Turns allowed: {when}").format(when=when))
            self.next_allowed.setToolTip("")
        chosen = self._moments[self.slider.value()]
        self.slider.setAccessibleDescription(weekday_text(local(chosen)))
