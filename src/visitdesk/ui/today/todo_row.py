"""One row of the worklist: icon, sentence, consequence, when, one button."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from visitdesk.reports.today import Todo
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, Tag, column
from visitdesk.ui.today.words import PICTURES, TodoWords


class TodoRow(Panel):
    """A row.

    Signals:
        asked: payload `Todo`; its button.
    """

    asked = Signal(object)

    def __init__(self, todo: Todo, today: date, *, is_first: bool) -> None:
        super().__init__()
        self.setObjectName(f"todo.{todo.job.value}")
        self._todo, self._today = todo, today
        t = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(t.px(16), t.px(9), t.px(14), t.px(9))
        line.setSpacing(t.px(14))
        icon, role = PICTURES[todo.job]
        line.addWidget(Picture(icon, role=role), 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence = Elided("", Type.BODY, name=f"todo.{todo.job.value}.words")
        self._small = Elided("", Type.SMALL, tone="text2")
        line.addLayout(column(self._sentence, self._small, gap=1), 1)
        self._due = Tag("", tone="warning" if self._presses() else "neutral")
        self._due.setVisible(todo.due is not None)
        line.addWidget(self._due)
        self.button = _RowButton(kind="accent" if is_first else "", name=f"todo.{todo.job.value}.go")
        self.button.clicked.connect(lambda: self.asked.emit(todo))
        line.addWidget(self.button)
        self.retranslate()

    def _presses(self) -> bool:
        return self._todo.due is not None and self._todo.due <= self._today

    @override
    def retranslate(self) -> None:
        told = TodoWords().of(self._todo)
        self._sentence.setText(told.sentence)
        names = self.tr(" | ").join(self._todo.names)
        self._small.setText(f"{told.consequence}  {names}" if names else told.consequence)
        self.button.setText(told.button)
        self.button.setAccessibleName(f"{told.button} {told.sentence}")
        if self._todo.due is not None:
            days = (self._todo.due - self._today).days
            words = self.tr("due today") if days == 0 else self.tr("in %n day(s)", "", days)
            self._due.setText(self.tr("%n day(s) late", "", -days) if days < 0 else words)


class _RowButton(Button):
    """All buttons of the list have the width of the widest usual word."""

    @override
    def sizeHint(self) -> QSize:
        usual = QFontMetricsF(theme().font(Type.BODY, bold=True)).horizontalAdvance("Schedule") + theme().px(28)
        hint = super().sizeHint()
        return QSize(max(hint.width(), round(usual)), hint.height())
