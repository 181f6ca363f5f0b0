"""Words that follow the language: the one place where LanguageChange and theme changes are answered."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

Setter = Callable[[str], object]


class Spoken:
    """Mixin for widgets, placed before the Qt class: `class CasePage(Spoken, QWidget)`.

    `say(label.setText, lambda: self.tr("Cases"))` sets the words now and again at every change of language. Text
    that depends on values goes into `retranslate`, colours of own making into `restyle`.
    """

    _said: tuple[tuple[Setter, Callable[[], str]], ...] = ()

    def say(self, setter: Setter, words: Callable[[], str]) -> None:
        """Set `words()` now and whenever the language changes; `words` must call `tr` itself."""
        self._said = (*self._said, (setter, words))
        setter(words())

    def retranslate(self) -> None:
        """Put values into words again; called after the said words at every change of language."""

    def restyle(self) -> None:
        """Take colours and sizes from the theme again; called when it changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Answer language and style changes."""
        super().changeEvent(event)  # type: ignore[misc]  # the Qt class comes next in the order
        if event.type() == QEvent.Type.LanguageChange:
            self._said = tuple((setter, words) for setter, words in self._said if _alive(setter))
            for setter, words in self._said:
                setter(words())
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.restyle()


def _alive(setter: Setter) -> bool:
    owner = getattr(setter, "__self__", None)
    return owner is None or not isinstance(owner, QWidget) or isValid(owner)


class Panel(Spoken, QWidget):
    """A plain widget that follows language and theme; base of every part of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
