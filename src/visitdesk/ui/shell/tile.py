"""A figure with its name, and what it means; a click opens the list behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type


class FigureTile(Spoken, QAbstractButton):
    """One of the figures on top of a page."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = self._figure = self._note = ""
        self._tone = "text"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, name: str, figure: str, note: str = "", *, tone: str = "text") -> None:
        """Name above, figure, note below."""
        self._name, self._figure, self._note, self._tone = name, figure, note, tone
        self.setAccessibleName(f"{name} {figure} {note}".strip())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(108))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), theme().px(108))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(c.text if self.hasFocus() else c.stroke), 2 if self.hasFocus() or c.is_contrast else 1)
        )
        painter.setBrush(QColor(c.pressed if self.isDown() else c.hover if self.underMouse() else c.card))
        radius = 0 if c.is_contrast else 8
        edge = 1 if self.hasFocus() else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        width = self.width() - t.px(32)
        rows = (
            (self._name, Type.BODY, c.text2, 12, 22),
            (self._figure, Type.FIGURE, c.colour(self._tone), 36, 38),
            (self._note, Type.SECONDARY, c.text2, 76, 20),
        )
        for words, kind, colour, top, height in rows:
            painter.setFont(t.font(kind))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(t.px(16), t.px(top), width, t.px(height)), left, shown)
        painter.end()
