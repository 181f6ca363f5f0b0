"""What a claim rests on, one line a source: its words, what it binds by, how well it is known."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.training.model import Mark, Source
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Tag, Text, Wrap
from visitdesk.ui.training.words import source_words


class SourceLines(Panel):
    """The sources of an answer or a choice."""

    def __init__(self, sources: Mapping[str, Source], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._sources = sources
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))

    def show_sources(self, ids: Sequence[str]) -> None:
        """Show these sources; none hides the widget."""
        self._shown = tuple(ids)
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for identity in ids:
            self._column.addWidget(self._line(self._sources[identity]))
        self.setVisible(bool(ids))

    @override
    def retranslate(self) -> None:
        self.show_sources(self._shown)

    @staticmethod
    def _line(source: Source) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(Text(source.text.of(theme().lang), Type.TABLE, tone="text2", wrap=True))
        tags = QWidget()
        wrap = Wrap(tags, gap=6)
        words = source_words(source)
        for word in words:
            is_last = word == words[-1]
            tone = "warning" if source.must_be_confirmed and is_last else "neutral"
            wrap.addWidget(Tag(word, tone="accent" if source.mark is Mark.READ and is_last else tone))
        column.addWidget(tags)
        return line
