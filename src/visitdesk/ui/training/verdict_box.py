"""What is said after an answer: icon, word, why, and what it rests on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from visitdesk.training.model import Source
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Line, Text, row
from visitdesk.ui.training.source_lines import SourceLines


class VerdictBox(Spoken, QFrame):
    """Feedback to one answer.

    Signals:
        lesson_asked: the section of the lesson is wanted.
    """

    lesson_asked = Signal()

    def __init__(self, sources: Mapping[str, Source], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("surface", "sunken")
        t = theme()
        self._picture = Picture(Icon.CHECKMARK_CIRCLE, role="ok", side=22)
        self.word = Text("", Type.TILE, name=f"{name}.word")
        self.why = Text("", Type.BODY, wrap=True, name=f"{name}.why")
        self.why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._rests = Text("", Type.SMALL, tone="text2")
        self.say(self._rests.setText, lambda: self.tr("What it rests on"))
        self.sources = SourceLines(sources, name=f"{name}.sources")
        self.lesson = Button("", icon=Icon.BOOK_OPEN, kind="link", name=f"{name}.lesson")
        self.say(self.lesson.setText, lambda: self.tr("Read it in the lesson"))
        self.lesson.clicked.connect(self.lesson_asked)
        head = QHBoxLayout()
        head.setSpacing(t.px(10))
        head.addWidget(self._picture)
        head.addWidget(self.word)
        head.addStretch(1)
        head.addWidget(self.lesson)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(14))
        column.setSpacing(t.px(8))
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(Line())
        column.addLayout(row(self._rests, 1))
        column.addWidget(self.sources)

    def show_verdict(self, look: tuple[Icon, str], word: str, why: str, sources: Sequence[str]) -> None:
        """Say it."""
        icon, role = look
        self._picture.show_icon(icon, role)
        self.word.setText(word)
        self.word.set_tone(role)
        self.why.setText(why)
        self.sources.show_sources(sources)
        self._rests.setVisible(bool(sources))
        self.setAccessibleName(f"{word}. {why}")

    @override
    def retranslate(self) -> None:
        """Words are shown again by the owner."""
