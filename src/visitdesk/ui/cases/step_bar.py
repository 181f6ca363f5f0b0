"""The steps of a wizard in one line: done, current, to come."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

GAP = 44


class StepBar(Panel):
    """Shows where one is; steps are changed by the page's buttons."""

    def __init__(self, words: Callable[[], Sequence[str]], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._step = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_step(self, step: int) -> None:
        """1 … number of steps."""
        self._step = step
        self.retranslate()
        self.update()

    @override
    def retranslate(self) -> None:
        words = self._words()
        self.setAccessibleName(f"{self._step} / {len(words)} {words[self._step - 1]}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle, side = 1.0, self.height() / 2, t.px(24)
        for number, words in enumerate(self._words(), 1):
            is_done, is_now = number < self._step, number == self._step
            font = t.font(Type.BODY, bold=is_now)
            circle = QRectF(x, middle - side / 2, side, side)
            painter.setPen(QPen(QColor(c.accent if is_done or is_now else c.stroke), 1))
            painter.setBrush(QColor(c.accent if is_done or is_now else c.pressed))
            painter.drawEllipse(circle)
            if is_done:
                inset = side * 0.22
                paint_icon(painter, circle.adjusted(inset, inset, -inset, -inset), Icon.CHECKMARK, c.on_accent)
            else:
                painter.setFont(t.font(Type.TABLE, bold=True))
                painter.setPen(QColor(c.on_accent if is_now else c.text2))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
            width = QFontMetricsF(font).horizontalAdvance(words) + 2
            painter.setFont(font)
            painter.setPen(QColor(c.text if is_done or is_now else c.text2))
            place = QRectF(circle.right() + t.px(8), 0, width, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            x = place.right() + t.px(12)
            if number < len(self._words()):
                painter.setPen(QPen(QColor(c.stroke_strong), 1))
                painter.drawLine(round(x), round(middle), round(x + t.px(GAP)), round(middle))
                x += t.px(GAP) + t.px(12)
        painter.end()
