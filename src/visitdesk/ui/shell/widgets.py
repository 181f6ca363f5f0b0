"""Small parts every screen is made of: text, tags, cards, chips, buttons of actions, rows that wrap."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

L = TypeVar("L", bound=QBoxLayout)


def set_look(widget: QWidget, **properties: object) -> None:
    """Set QSS properties (`kind`, `tone`, `surface`, `faulty` …) and let the style sheet look again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Text(QLabel):
    """Words in one of the type sizes; plain text, so nothing read from a file is taken for markup."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BODY,
        *,
        tone: str = "text",
        wrap: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if name:
            self.setObjectName(name)

    def set_tone(self, tone: str) -> None:
        """Another text colour: a role of the tokens."""
        set_look(self, tone=tone)

    @override
    def setText(self, words: str) -> None:
        super().setText(words)
        self._keep_height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Scroll areas ask for minimum sizes and forget height-for-width; wrapped words would be cut there."""
        if self.wordWrap():
            need = self.heightForWidth(self.width()) if self.text() else 0
            if need != self.minimumHeight():
                self.setMinimumHeight(max(0, need))


class Elided(Text):
    """One line that gives way: cut with … when there is no room, the whole of it as tooltip."""

    def __init__(self, words: str = "", kind: Type = Type.BODY, *, tone: str = "text", name: str = "") -> None:
        super().__init__(words, kind, tone=tone, name=name)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(24), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


class Tag(QLabel):
    """A small still word in a rounded box; tones: neutral, accent, ok, warning, error, demo."""

    def __init__(self, words: str = "", *, tone: str = "neutral", name: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tag", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            self.setObjectName(name)

    def set_tone(self, tone: str) -> None:
        """Another of the tones."""
        set_look(self, tag=tone)


class Card(QFrame):
    """A white surface with a title row; add with `body.addWidget` or `add`."""

    def __init__(self, title: str = "", *, name: str = "", surface: str = "card") -> None:
        super().__init__()
        self.setProperty("surface", surface)
        if name:
            self.setObjectName(name)
        outer = QVBoxLayout(self)
        self.body = outer
        outer.setContentsMargins(_margins(16, 14))
        outer.setSpacing(theme().px(10))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme().px(8))
        self.title = Text(title, Type.TILE)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        outer.addLayout(self.head)
        self.title.setVisible(bool(title))

    def set_title(self, words: str) -> None:
        """Words of the title; empty hides it."""
        self.title.setText(words)
        self.title.setVisible(bool(words))

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Append widgets one below another."""
        for widget in widgets:
            self.body.addWidget(widget, stretch)


def _margins(across: int, along: int) -> QMargins:
    return QMargins(theme().px(across), theme().px(along), theme().px(across), theme().px(along))


class Line(QFrame):
    """A hairline between areas."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "line")


class Button(QPushButton):
    """A button outside the table of actions (rows, dialogs, states).

    Kinds: "" plain, accent (one per page), quiet, link, chip, segment.
    """

    def __init__(self, words: str = "", *, icon: Icon | None = None, kind: str = "", name: str = "") -> None:
        super().__init__(words)
        self._ink = ""
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if icon is not None:
            self.set_picture(icon)
        if name:
            self.setObjectName(name)

    def set_picture(self, icon: Icon) -> None:
        """The icon, in the ink that stands on this kind of button."""
        kind = self.property("kind")
        role = self._ink or {"accent": "on_accent", "link": "accent_text", "chip": "text2"}.get(kind, "text")
        self.setIcon(icon_of(icon, role))
        side = theme().px(16 if kind in {"chip", "link"} else 18)
        self.setIconSize(QSize(side, side))


class IconButton(QPushButton):
    """An icon without a word; `words` is its accessible name and tooltip, so it is never nameless."""

    def __init__(self, icon: Icon, words: str, *, name: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setIcon(icon_of(icon))
        self.setAutoDefault(False)
        side = theme().px(32)
        self.setFixedSize(side, side)
        self.setStyleSheet("padding: 0")
        self.name_it(words)
        if name:
            self.setObjectName(name)

    def name_it(self, words: str) -> None:
        """Accessible name and tooltip."""
        self.setAccessibleName(words)
        self.setToolTip(words)


class ActionButton(Button):
    """The button of a QAction: words, key at the right, icon, and why it is disabled as tooltip."""

    def __init__(self, action: QAction, *, kind: str = "", short: bool = False) -> None:
        super().__init__(kind=kind, name=f"button.{action.objectName()}")
        self._action = action
        self._short = short
        action.changed.connect(self._follow)
        self.clicked.connect(self._trigger)
        self._follow()

    def set_short(self, *, short: bool) -> None:
        """Without the key, for narrow windows."""
        self._short = short
        self._follow()

    def set_ink(self, role: str) -> None:
        """Colour of the icon where the button has a fill of its own."""
        if role != self._ink:
            self._ink = role
            self._follow()

    def _trigger(self) -> None:
        self._action.trigger()

    def _follow(self) -> None:
        key = str(self._action.property("keyText") or "")
        words = self._action.text()
        self.setText(words if self._short or not key else f"{words}  {key}")
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        picture = self._action.property("picture")
        if picture:
            self.set_picture(Icon(picture))


class Chip(Button):
    """A filter that is on or off; `count` follows the words, `picture` may be a level's shape."""

    def __init__(self, words: str, *, count: int | None = None, picture: QIcon | None = None, name: str = "") -> None:
        super().__init__(kind="chip", name=name)
        self.setCheckable(True)
        if picture is not None:
            self.setIcon(picture)
            side = theme().px(16)
            self.setIconSize(QSize(side, side))
        self.set_words(words, count)

    def set_words(self, words: str, count: int | None = None) -> None:
        """Words and count."""
        self.setText(words if count is None else f"{words} {count:,}")


class Segments(QWidget):
    """One choice of a few, side by side.

    Signals:
        chosen: payload str, the key of the choice.
    """

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], *, name: str = "", label: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        for key, words in choices:
            button = Button(words, kind="segment", name=f"{name}.{key}")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(_say(self.chosen.emit, key))
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)

    def value(self) -> str:
        """The key chosen; empty if none yet."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        self._buttons[key].setChecked(True)

    def set_words(self, words: dict[str, str]) -> None:
        """Other words for the same keys (language)."""
        for key, text in words.items():
            self._buttons[key].setText(text)


def _say(emit: Callable[[str], object], key: str) -> Callable[[], None]:
    def tell() -> None:
        emit(key)

    return tell


class Wrap(QLayout):
    """A row that goes on in the next line: chips, tags, buttons."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    @override
    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._shown()]
        return QSize(sum(widths) + self._px() * max(0, len(widths) - 1), self.minimumSize().height())

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _px(self) -> int:
        return theme().px(self._gap)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._px(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, line = x + hint.width() + self._px(), max(line, hint.height())
        return y + line - rect.y()


class Scroll(QScrollArea):
    """A page part that scrolls up and down only."""

    def __init__(self, inside: QWidget, *, name: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        if name:
            self.setObjectName(name)


def row(*parts: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """A row of widgets; an int is a stretch."""
    return _fill(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | int, gap: int = 8) -> QVBoxLayout:
    """A column of widgets; an int is a stretch."""
    return _fill(QVBoxLayout(), parts, gap)


def _fill(layout: L, parts: tuple[QWidget | int, ...], gap: int) -> L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().px(gap))
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
    return layout
