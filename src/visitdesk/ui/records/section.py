"""Parts of the form: the base of its sections, choices as buttons side by side, words taken exactly as typed."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.model import Content, VisitFacts
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Text, Wrap, column, row

C = TypeVar("C", bound=StrEnum)
PARAGRAPH = "\u2029"
"""What Qt's raw text has for a line break."""


class Section(Panel):
    """A titled part of the form: shows its fields of a content and puts them back.

    Signals:
        edited: a person has changed something; never said while the section is being filled.
    """

    edited = Signal()

    def __init__(self, title: Callable[[], str], *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"record.{name}")
        self.is_filling = False
        t = theme()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(t.px(8))
        self.heading = Text("", Type.TILE)
        self.say(self.heading.setText, title)
        self.head = row(self.heading, 1)
        self.body.addLayout(self.head)

    def fill(self, facts: VisitFacts, content: Content) -> None:
        """Show these fields without saying `edited`."""
        self.is_filling = True
        try:
            self.show_fields(facts, content)
        finally:
            self.is_filling = False

    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        """Hook: put the fields into the widgets."""

    def into(self, content: Content) -> Content:
        """The content with this section's fields as they stand on screen."""
        return content

    def widget_of(self, field: str) -> QWidget | None:
        """Where the keyboard goes for a field of `Content`; None if it is not here."""
        del field
        return None

    def touched(self, *_: object) -> None:
        """A widget was changed; tells it on if a person did so."""
        if not self.is_filling:
            self.edited.emit()


class Labelled(Panel):
    """A label, "required" beside it where it is, and a widget below."""

    def __init__(self, label: Callable[[], str], widget: QWidget, *, required: bool = False) -> None:
        super().__init__()
        words = Text("", Type.TABLE, tone="text2")
        self.say(words.setText, label)
        self.say(widget.setAccessibleName, label)
        must = Text("", Type.SMALL, tone="text3")
        self.say(must.setText, lambda: QCoreApplication.translate("Field", "required"))
        self._must = must
        layout = column(gap=4)
        layout.addLayout(row(words, must, 1, gap=6))
        layout.addWidget(widget)
        layout.addStretch(1)
        self.setLayout(layout)
        must.setVisible(required)  # only now: shown without a parent it would be a window of its own

    def set_required(self, *, required: bool) -> None:
        """Whether it must be told now."""
        self._must.setVisible(required)


class Joined(Wrap):
    """Buttons edge to edge like one control; the next line a little below."""

    @override
    def _lay(self, rect: QRect, *, move: bool) -> int:
        left, gap = rect.x(), theme().px(6)
        x, y, line = left, rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if x > left and x + hint.width() > rect.right() + 1:
                x, y, line = left, y + line + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, line = x + hint.width() - 1, max(line, hint.height())  # neighbours share a border
        return y + line - rect.y()


class _Choice(Button):
    """A button that keeps room for its words in bold: so they stand while it is chosen."""

    @override
    def sizeHint(self) -> QSize:
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())


class Toggles(Panel, Generic[C]):
    """Choices side by side that wrap: one of them, or several.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, choices: Sequence[C], words: Callable[[C], str], *, name: str, many: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._many = many
        self._words = words
        self._order: tuple[C, ...] = ()
        self._buttons: dict[C, Button] = {}
        wrap = Joined(self)
        for choice in choices:
            button = _Choice(words(choice), kind="segment", name=f"{name}.{choice.value}")
            button.setCheckable(True)
            button.setStyleSheet("margin-left: 0")
            button.clicked.connect(partial(self._clicked, choice))
            self._buttons[choice] = button
            wrap.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _clicked(self, choice: C) -> None:
        if not self._many:
            for other, button in self._buttons.items():
                button.setChecked(other is choice)
        self._buttons[choice].raise_()
        on = [one for one, button in self._buttons.items() if button.isChecked()]
        self._order = (*(one for one in self._order if one in on), *(one for one in on if one not in self._order))
        self.changed.emit()

    def chosen(self) -> tuple[C, ...]:
        """What is chosen, in the order it was; showing and keeping it changes nothing."""
        return self._order

    def value(self) -> C | None:
        """The one that is chosen, or None."""
        return next(iter(self.chosen()), None)

    def choose(self, *choices: C) -> None:
        """Choose these and no others, without a signal."""
        self._order = choices
        for choice, button in self._buttons.items():
            button.setChecked(choice in choices)
            if choice in choices:
                button.raise_()  # its border stands above its neighbours'

    def offer(self, choices: frozenset[C]) -> None:
        """Show these only; what is chosen stays in sight."""
        for choice, button in self._buttons.items():
            button.setVisible(choice in choices or button.isChecked())
        self.updateGeometry()

    def first(self) -> QWidget:
        """The button the keyboard goes to."""
        return next(b for b in self._buttons.values() if b.isVisibleTo(self))

    @override
    def retranslate(self) -> None:
        for choice, button in self._buttons.items():
            button.setText(self._words(choice))

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleDescription(name)


class Choice(Spoken, QComboBox, Generic[C]):
    """One of a list of codes; `none` words offer none of them."""

    def __init__(
        self, choices: Sequence[C], words: Callable[[C], str], *, name: str, none: Callable[[], str] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._choices = tuple(choices)
        self._words, self._none = words, none
        if none is not None:
            self.addItem(none())
        for choice in choices:
            self.addItem(words(choice))

    def value(self) -> C | None:
        """The code chosen, or None."""
        at = self.currentIndex() - (self._none is not None)
        return self._choices[at] if 0 <= at < len(self._choices) else None

    def choose(self, choice: C | None) -> None:
        """Choose without a signal."""
        self.blockSignals(True)
        shift = int(self._none is not None)
        self.setCurrentIndex(self._choices.index(choice) + shift if choice in self._choices else 0)
        self.blockSignals(False)

    @override
    def retranslate(self) -> None:
        if self._none is not None:
            self.setItemText(0, self._none())
        for at, choice in enumerate(self._choices, int(self._none is not None)):
            self.setItemText(at, self._words(choice))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class WordsBox(QPlainTextEdit):
    """A box that grows with its words and gives them back character by character.

    Qt's own `toPlainText` turns hard blanks into plain ones; the statement must stay as it was said and typed.
    """

    def __init__(self, *, name: str, least: int = 3, most: int = 12) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self._least, self._most = least, most
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """Exactly what stands there."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def set_words(self, words: str) -> None:
        """Show these words; nothing moves if they stand there already."""
        if words != self.words():
            self.setPlainText(words)

    def _fit(self, *_: object) -> None:
        line, block, height = self.fontMetrics().lineSpacing(), self.document().firstBlock(), 0.0
        while block.isValid() and height < line * self._most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        wanted = max(line * self._least, min(line * self._most, round(height)))
        self.setFixedHeight(wanted + theme().px(24))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.height())
