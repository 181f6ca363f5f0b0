"""A row to click: picture, title, note below, and a thin bar of progress; painted, so that it costs nothing."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type


class RowButton(Spoken, QAbstractButton):
    """One row; checked rows bear the selection fill and an accent bar."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = self._note = self._tip = ""
        self._picture: tuple[Icon, str] = (Icon.CIRCLE, "text3")
        self._note_tone = "text2"
        self._part: float | None = None
        self._is_strong = self._is_still = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(
        self,
        title: str,
        note: str,
        picture: tuple[Icon, str],
        *,
        note_tone: str = "text2",
        part: float | None = None,
        strong: bool = False,
    ) -> None:
        """Show these words.

        Args:
            picture: icon and its colour role.
            part: share done, 0 … 1, as a thin bar; None for none.
        """
        self._title, self._note, self._picture, self._note_tone = title, note, picture, note_tone
        self._part, self._is_strong = part, strong
        self.setAccessibleName(f"{title}: {note}" if note else title)
        self.updateGeometry()
        self.update()

    def set_still(self, *, still: bool) -> None:
        """Only to be read: no click, no focus, and not greyed."""
        self._is_still = still
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if still else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if still else Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, still)

    def set_tip(self, words: str) -> None:
        """Why it is not to be clicked, or more words; "" shows what is cut."""
        self._tip = words
        self.setToolTip(words)

    @property
    def words(self) -> tuple[str, str]:
        """Title and note as shown."""
        return self._title, self._note

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(60 if self._part is not None else 48))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        side = t.px(20)
        paint_icon(painter, QRectF(t.px(12), t.px(14), side, side), self._picture[0], self._colour(self._picture[1]))
        left, width = t.px(42), self.width() - t.px(42) - t.px(10)
        title, note = t.font(Type.BODY, bold=self._is_strong or self.isChecked()), t.font(Type.SMALL)
        cut = False
        for words, font, colour, top, height in (
            (self._title, title, c.text if self.isEnabled() else c.disabled, 4 if self._note else 13, 22),
            (self._note, note, self._colour(self._note_tone), 25, 18),
        ):
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            cut = cut or shown != words
            painter.setFont(font)
            painter.setPen(QColor(colour))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, t.px(top), width, t.px(height)), flags, shown)
        if not self._tip:
            self.setToolTip(f"{self._title}\n{self._note}" if cut else "")
        if self._part is not None:
            self._bar(painter, QRectF(left, t.px(49), width, t.px(4)))
        painter.end()

    def _colour(self, role: str) -> str:
        c = theme().tokens
        return c.colour(role) if self.isEnabled() else c.disabled

    def _ground(self, painter: QPainter) -> None:
        t, c = theme(), theme().tokens
        radius = 0 if c.is_contrast else t.px(6)
        back = c.selection if self.isChecked() else ""
        if self.isEnabled() and not self.isChecked():
            back = c.pressed if self.isDown() else c.hover if self.underMouse() else ""
        painter.setPen(QPen(QColor(c.text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(back) if back else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        if self.isChecked():
            painter.fillRect(QRectF(0, t.px(10), t.px(3), self.height() - t.px(20)), QColor(c.accent))

    def _bar(self, painter: QPainter, place: QRectF) -> None:
        c = theme().tokens
        painter.setPen(QPen(QColor(c.stroke_strong), 1) if c.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.pressed))
        painter.drawRoundedRect(place, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(
            QRectF(place.left(), place.top(), place.width() * (self._part or 0), place.height()), 2, 2
        )
