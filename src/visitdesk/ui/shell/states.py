"""What a page shows when it cannot simply show its content: InfoBar, empty, loading, denied, stale; and the toast."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, IconButton, Text, row
from visitdesk.ui.shell.wording import Told, told

UNDO_MS = 8000
"""How long a toast offers the way back."""
PATIENCE_MS = 300
"""Nothing is said about loading before this."""


class Picture(QLabel):
    """A still icon of a colour role, crisp at any ratio."""

    def __init__(self, icon: Icon, *, role: str = "text2", side: int = 20, filled: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._role = role
        self._side = side
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: Icon, role: str, *, filled: bool = False) -> None:
        """Another picture or colour."""
        self._icon, self._role, self._filled = icon, role, filled
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon_of(self._icon, self._role, filled=self._filled).paint(painter, self.rect())
        painter.end()


class InfoBar(Spoken, QFrame):
    """A lasting state of the page, above its content: one sentence, what to do, retry, code.

    Tones: info, ok, warning, error. It is not for alarms; those are the strip's.
    """

    _PICTURES: ClassVar[Mapping[str, Icon]] = {
        "info": Icon.INFO,
        "ok": Icon.CHECKMARK_CIRCLE,
        "warning": Icon.WARNING,
        "error": Icon.ERROR_CIRCLE,
    }
    _ROLES: ClassVar[Mapping[str, str]] = {"info": "accent_text", "ok": "ok", "warning": "warning", "error": "error"}

    def __init__(
        self,
        sentence: str,
        *,
        tone: str = "info",
        code: str = "",
        action: tuple[str, Callable[[], object]] | None = None,
        name: str = "info_bar",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tone = tone
        line = QHBoxLayout(self)
        t = theme()
        line.setContentsMargins(t.px(12), t.px(6), t.px(6), t.px(6))
        line.setSpacing(t.px(10))
        self.words = Text(sentence, Type.BODY, wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button = IconButton(Icon.DISMISS, self.tr("Close"), name=f"{name}.close")
        self.close_button.clicked.connect(self.deleteLater)
        self.say(self.close_button.name_it, lambda: self.tr("Close"))
        line.addWidget(Picture(self._PICTURES[tone], role=self._ROLES[tone]))
        line.addWidget(self.words, 1)
        if code:
            line.addWidget(Text(code, Type.SMALL, tone="text2"))
        if action is not None:
            button = Button(action[0], name=f"{name}.action")
            button.clicked.connect(action[1])
            button.clicked.connect(self.deleteLater)
            line.addWidget(button)
        line.addWidget(self.close_button)
        self.setAccessibleName(sentence)
        self.restyle()

    @override
    def restyle(self) -> None:
        c = theme().tokens
        back = {"info": c.selection, "ok": c.ok_bg, "warning": c.warning_bg, "error": c.error_bg}[self._tone]
        edge = c.colour(self._ROLES[self._tone])
        radius = 0 if c.is_contrast else 6
        sheet = f"InfoBar {{ background: {back}; border: 1px solid {edge}; border-radius: {radius}px; }}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def fault_bar(fault: Exception, *, retry: Callable[[], object] | None = None, retry_words: str = "") -> InfoBar:
    """The InfoBar of a fault."""
    words: Told = told(fault)
    action = (retry_words, retry) if retry is not None and words.may_retry else None
    return InfoBar(words.sentence, tone=words.tone, code=words.code, action=action, name="fault_bar")


class StatePanel(Panel):
    """In place of the content: icon, one title, one sentence, at most two buttons.

    Words are callables, so that the state follows the language.
    """

    def __init__(
        self,
        icon: Icon,
        title: Callable[[], str],
        sentence: Callable[[], str],
        *buttons: QWidget,
        name: str = "empty",
        role: str = "text3",
    ) -> None:
        super().__init__()
        self.setObjectName(f"state.{name}")
        t = theme()
        column = QVBoxLayout(self)
        column.setSpacing(t.px(8))
        column.addStretch(2)
        picture = Picture(icon, role=role, side=48)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(t.px(4))
        heading = Text("", Type.PANEL)
        self.say(heading.setText, title)
        words = Text("", Type.BODY, tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(t.px(480))
        self.say(words.setText, sentence)
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        if buttons:
            column.addSpacing(t.px(8))
            column.addLayout(row(1, *buttons, 1))
        column.addStretch(3)


class LoadingBar(QWidget):
    """The 4 px bar that says something is under way; still where animations are off."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._step = 60
        self._timer = QTimer(self)
        self._timer.setInterval(40)
        self._timer.timeout.connect(self._move)

    def _move(self) -> None:
        self._step = (self._step + 2) % 140
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and theme().is_animated:
            self._timer.start()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme().tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(c.pressed))
        start = (self._step - 40) / 100
        painter.fillRect(QRectF(self.width() * start, 0, self.width() * 0.4, self.height()), QColor(c.accent))
        painter.end()


class LoadingRow(Panel):
    """Bar, what is being done, 取消 Esc; shown only after 300 ms."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("state.loading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        self.bar = LoadingBar()
        self.words = Text("", Type.TABLE, tone="text2")
        self.cancel = Button(kind="link", name="loading.cancel")
        self.say(self.cancel.setText, lambda: self.tr("Cancel  Esc"))
        column.addWidget(self.bar)
        column.addLayout(row(self.words, 1, self.cancel))
        self.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)

    def begin(self, words: str, *, can_cancel: bool) -> None:
        """Something has begun."""
        self.words.setText(words)
        self.cancel.setVisible(can_cancel)
        self._patience.start()

    def end(self) -> None:
        """It is over."""
        self._patience.stop()
        self.hide()


class Toast(Spoken, QFrame):
    """One event, at the lower edge, gone after 8 s, at best with a way back. Never for safety."""

    def __init__(self, words: str, undo: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.setObjectName("toast")
        self.setProperty("surface", "card")
        t = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(t.px(16), t.px(8), t.px(8), t.px(8))
        line.setSpacing(t.px(12))
        line.addWidget(Text(words, Type.BODY))
        if undo is not None:
            back = Button(icon=Icon.ARROW_UNDO, kind="link", name="toast.undo")
            self.say(back.setText, lambda: self.tr("Undo"))
            back.clicked.connect(undo)
            back.clicked.connect(self.deleteLater)
            line.addWidget(back)
        close = IconButton(Icon.DISMISS, "", name="toast.close")
        self.say(close.name_it, lambda: self.tr("Close"))
        close.clicked.connect(self.deleteLater)
        line.addWidget(close)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(t.px(20))
        shadow.setOffset(0, t.px(4))
        shadow.setColor(QColor(t.tokens.scrim))
        self.setGraphicsEffect(shadow)
        self.setAccessibleName(words)
        QTimer.singleShot(UNDO_MS, self, self.deleteLater)
        self.place()
        self.show()

    def place(self) -> None:
        """Centre at the lower edge of the parent."""
        self.adjustSize()
        below = self._below
        self.move(QPoint((below.width() - self.width()) // 2, below.height() - self.height() - theme().px(24)))
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.deleteLater()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
