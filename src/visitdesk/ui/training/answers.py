"""Answers to choose from: a numbered row each, wrapped words, and after answering its verdict by icon and word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

LINE = 25
"""Height of a line of an answer, px at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One answer as it is shown.

    Attributes:
        verdict: icon, colour role and word after answering; None before.
        is_chosen: picked; outlined and filled.
    """

    words: str
    is_chosen: bool = False
    verdict: tuple[Icon, str, str] | None = None


class AnswerRow(Spoken, QAbstractButton):
    """One answer; its digit is its key."""

    def __init__(self, digit: int, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._digit = digit
        self._shown = Shown(words="")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answer(self, shown: Shown) -> None:
        """Other words, choice or verdict."""
        self._shown = shown
        self.setText(shown.words)
        said = [f"{self._digit}  {shown.words}"] + ([shown.verdict[2]] if shown.verdict else [])
        self.setAccessibleName("  ".join(said))
        self._keep_height()
        self.update()

    @property
    def shown(self) -> Shown:
        """What is shown."""
        return self._shown

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    @override
    def restyle(self) -> None:
        self._keep_height()

    def _keep_height(self) -> None:
        t = theme()
        _, lines = self._laid()
        need = t.px(20) + lines * t.px(LINE) + (t.px(24) if self._shown.verdict else 0)
        if need != self.height() or need != self.minimumHeight():
            self.setFixedHeight(need)

    def _font(self) -> QFont:
        font = theme().font(Type.BODY)
        font.setPixelSize(theme().px(15))
        return font

    def _laid(self) -> tuple[QTextLayout, int]:
        """The words in lines of fixed height, and how many lines."""
        t = theme()
        layout = QTextLayout(self._shown.words, self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(t.px(60), self.width() - t.px(52) - t.px(14)))
            line.setPosition(QPointF(0, count * t.px(LINE) + (t.px(LINE) - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, max(1, count)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        self._key(painter)
        layout, lines = self._laid()
        painter.setPen(QColor(c.text))
        layout.draw(painter, QPointF(t.px(52), t.px(10)))
        verdict = self._shown.verdict
        if verdict is not None:
            icon, role, word = verdict
            top = t.px(11) + lines * t.px(LINE)
            paint_icon(painter, QRectF(t.px(53), top + t.px(1), t.px(18), t.px(18)), icon, c.colour(role))
            painter.setFont(t.font(Type.TABLE, bold=True))
            painter.setPen(QColor(c.colour(role)))
            place = QRectF(t.px(77), top, self.width() - t.px(90), t.px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        c, shown = theme().tokens, self._shown
        back = c.selection if shown.is_chosen and shown.verdict is None else c.card
        edge, width = c.stroke_strong, 1
        if self.isEnabled() and shown.verdict is None and not shown.is_chosen:
            back = c.pressed if self.isDown() else c.hover if self.underMouse() else back
        if shown.verdict is not None:
            edge, width = c.colour(shown.verdict[1]), 2
            back = {"ok": c.ok_bg, "warning": c.warning_bg, "error": c.error_bg}.get(shown.verdict[1], back)
        elif not self.isEnabled():
            edge = c.stroke
        elif shown.is_chosen:
            edge, width = c.accent, 2
        if self.hasFocus():
            edge, width = c.text, 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(back))
        radius = 0 if c.is_contrast else 6
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _key(self, painter: QPainter) -> None:
        t, c = theme(), theme().tokens
        is_on = self._shown.is_chosen
        place = QRectF(t.px(14), t.px(10), t.px(25), t.px(25))
        painter.setPen(QPen(QColor(c.accent if is_on else c.stroke_strong), 1))
        painter.setBrush(QColor(c.accent if is_on else c.sunken))
        painter.drawRoundedRect(place, 0 if c.is_contrast else 4, 0 if c.is_contrast else 4)
        painter.setFont(t.font(Type.BODY, bold=True))
        painter.setPen(QColor(c.on_accent if is_on else c.text2))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._digit))


class AnswerList(Panel):
    """The answers to one question.

    Signals:
        picked: payload int, place of the answer shown, counted from 0.
    """

    picked = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: list[AnswerRow] = []
        self._is_open = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))

    def show_answers(self, answers: Sequence[Shown], *, is_open: bool) -> None:
        """Show these; `is_open` takes clicks and digits."""
        self._is_open = is_open
        while len(self._rows) < len(answers):
            row = AnswerRow(len(self._rows) + 1, name=f"{self.objectName()}.{len(self._rows) + 1}")
            row.clicked.connect(partial(self._clicked, len(self._rows)))
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(answers))
            if place < len(answers):
                row.show_answer(answers[place])
                row.setCursor(Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor)

    def press(self, digit: int) -> bool:
        """The digit of an answer; False where it names none."""
        if not self._is_open or not 1 <= digit <= len(self.shown):
            return False
        self._rows[digit - 1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit(digit - 1)
        return True

    def take_focus(self) -> None:
        """The keyboard goes to the first answer."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The answers as shown."""
        return tuple(row.shown for row in self._rows if not row.isHidden())

    def _clicked(self, place: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        if self._is_open:
            self.picked.emit(place)
