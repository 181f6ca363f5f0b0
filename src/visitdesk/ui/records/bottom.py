"""The bar below a record: what is missing, as links to the fields, and the deeds of its state."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from visitdesk.records.completeness import Gap
from visitdesk.ui.records.words import said, short
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, Text, row

MOST_LINKS = 3


class BottomBar(Spoken, QFrame):
    """The bar.

    Signals:
        gap_chosen: payload str, the field to go to.
    """

    gap_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("record.bottom")
        self.setProperty("surface", "card")
        t = theme()
        self._gaps: tuple[Gap, ...] = ()
        self._ready = ""
        self._picture = Picture(Icon.CHECKMARK_CIRCLE, role="ok", filled=True)
        self.words = Elided("", Type.BODY, name="record.bottom.words")
        self._links = row(gap=10)
        self._more = Text("", Type.BODY, tone="text2")
        self._more.hide()
        self._shown: list[Button] = []
        self._deeds = row()
        line = row(self._picture, gap=12)
        line.setContentsMargins(t.px(16), t.px(8), t.px(8), t.px(8))
        line.addWidget(self.words)
        line.addLayout(self._links)
        line.addStretch(1)
        line.addLayout(self._deeds)
        self.setLayout(line)

    def add_deed(self, button: QWidget) -> None:
        """A button at the right."""
        self._deeds.addWidget(button)

    def evidence_words(self, count: int) -> str:
        """How many pieces of evidence there are."""
        return self.tr("%n piece(s) of evidence", "", count)

    def show_gaps(self, gaps: Sequence[Gap], ready: str) -> None:
        """What is missing; `ready` is said when nothing is."""
        if (tuple(gaps), ready) != (self._gaps, self._ready):
            self._gaps, self._ready = tuple(gaps), ready
            self.retranslate()

    @override
    def retranslate(self) -> None:
        while (item := self._links.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self._more:
                old.hide()
                old.deleteLater()
        self._shown = []
        self._more.hide()
        if not self._gaps:
            self._picture.show_icon(Icon.CHECKMARK_CIRCLE, "ok", filled=True)
            self.words.setText(self._ready)
            return
        self._picture.show_icon(Icon.EDIT, "text2")
        self.words.setText(self.tr("%n thing(s) missing:", "", len(self._gaps)))
        for at, gap in enumerate(self._gaps[:MOST_LINKS]):
            link = Button(_cut(short(said(gap.code))), kind="link", name=f"record.gap.{at}")
            link.setToolTip(said(gap.code))
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(partial(self._go, gap.field))
            self._links.addWidget(link)
            self._shown.append(link)
        self._links.addWidget(self._more)
        self._fit()

    def _fit(self) -> None:
        """As many links as there is room for; the others are counted."""
        if not self._gaps:
            return
        t = theme()
        taken = self.words.sizeHint().width() + self._deeds.sizeHint().width() + self._more.sizeHint().width()
        room = self.width() - taken - t.px(120)
        count = 0
        for link in self._shown:
            room -= link.sizeHint().width() + t.px(10)
            fits = room >= 0
            link.setVisible(fits)
            count += fits
        left = len(self._gaps) - count
        self._more.setText(self.tr("and {count} more").format(count=left) if count else "")
        self._more.setVisible(left > 0 and count > 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _go(self, field: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        self.gap_chosen.emit(field)


def _cut(words: str) -> str:
    """The first clause of a sentence: the whole of it is the tooltip."""
    for mark in ("：", "；", "，", ";", ":", ","):
        head = words.split(mark, maxsplit=1)[0]
        if 4 <= len(head) < len(words):
            words = head
    return words
