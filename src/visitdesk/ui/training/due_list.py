"""The due list: who must do what, and how long is left; the most urgent first. Shape, word and days, never colour alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from visitdesk.people.model import CollectorId
from visitdesk.training.model import Due, DueState, Module, ModuleId
from visitdesk.ui.shell.icons import paint_icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.training.words import DUE_LOOK, days_word

Index = QModelIndex | QPersistentModelIndex
ABSENT = QModelIndex()
ROW = 50
LINE = Qt.ItemDataRole.UserRole + 1
"""Role of the line itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A line as shown."""

    due: Due
    name: str
    module: Module

    @property
    def words(self) -> str:
        """As one sentence, for readers and tooltips."""
        between = "，" if theme().lang == "zh" else ", "
        return between.join((self.name, self.module.title.of(theme().lang), days_word(self.due)))


def keeps_out(due: Due) -> bool:
    """Whether it keeps the person at home now."""
    return due.state is not DueState.EXPIRING


def lines_of(
    due: Sequence[Due], names: Mapping[CollectorId, str], modules: Mapping[ModuleId, Module]
) -> tuple[DueLine, ...]:
    """The lines with names of people and modules."""
    return tuple(
        DueLine(due=one, name=names.get(one.collector, one.collector), module=modules[one.module]) for one in due
    )


class DueModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[DueLine, ...] = ()

    def set_lines(self, lines: Sequence[DueLine]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ABSENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LINE and index.isValid():
            return self.lines[index.row()]
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self.lines[index.row()].words if index.isValid() and role in wanted else None


class DueDelegate(QStyledItemDelegate):
    """Paints a line: shape, person, module below, days at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, c = theme(), theme().tokens
        line: DueLine = index.data(LINE)
        icon, role = DUE_LOOK[line.due.state]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.selection))
            painter.fillRect(QRect(rect.left(), rect.top() + 4, t.px(3), rect.height() - 9), QColor(c.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.stroke))
        paint_icon(
            painter, QRectF(rect.left() + t.px(12), rect.top() + t.px(15), t.px(20), t.px(20)), icon, c.colour(role)
        )
        left, right = rect.left() + t.px(42), rect.right() - t.px(12)
        days = days_word(line.due)
        wide = t.metrics(Type.TABLE).horizontalAdvance(days) + t.px(4)
        self._line(
            painter, QRectF(right - wide, rect.top() + t.px(4), wide, t.px(24)), days, c.colour(role), Type.TABLE
        )
        self._line(
            painter,
            QRectF(left, rect.top() + t.px(4), right - wide - left - t.px(6), t.px(24)),
            line.name,
            c.text,
            Type.STRONG,
        )
        module = line.module.title.of(t.lang)
        self._line(painter, QRectF(left, rect.top() + t.px(26), right - left, t.px(18)), module, c.text2, Type.SMALL)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(c.text))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, place: QRectF, words: str, colour: str, kind: Type) -> None:
        painter.setFont(theme().font(kind))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class DueView(Spoken, QListView):
    """The list.

    Signals:
        picked: payload `DueLine`; a click or Enter.
    """

    picked = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.rows = DueModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(DueDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.say(self.setAccessibleName, lambda: self.tr("Due list"))
        self.clicked.connect(self._pick)

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Other lines; the one selected stays so while it is there."""
        current = self.currentIndex()
        before = self.rows.lines[current.row()].due if current.isValid() else None
        self.rows.set_lines(lines)
        for place, line in enumerate(lines):
            if before is not None and (line.due.collector, line.due.module) == (before.collector, before.module):
                self.setCurrentIndex(self.rows.index(place))

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self.rows.lines[index.row()])

    @override
    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and current.isValid():
            self._pick(current)
        else:
            super().keyPressEvent(event)
