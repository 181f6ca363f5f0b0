"""The pool: visits on no lane, each with the picture and word of what stands in the way; picked up from here."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from visitdesk.planning.pool import Hindrance
from visitdesk.ui.planning.day_view import PoolRow
from visitdesk.ui.planning.words import hindrance_sentence, hindrance_word, joined, skills_listed, spans
from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

ROW_PX = 56
Index = QModelIndex | QPersistentModelIndex
ABSENT = QModelIndex()

_PICTURES = {
    Hindrance.VERDICT: (Icon.PROHIBITED, "error"),
    Hindrance.NO_PLACE: (Icon.LOCATION, "warning"),
    Hindrance.NO_TIME: (Icon.CLOCK, "warning"),
    Hindrance.NO_CASE: (Icon.FOLDER_PERSON, "text2"),
}


def picture_of(row: PoolRow, *, has_team: bool) -> tuple[Icon, str]:
    """What stands in the way: a rule, a missing place, no time, no team; or nothing, then it only waits."""
    if row.hindrance is not None:
        return _PICTURES[row.hindrance]
    return (Icon.CIRCLE, "text2") if has_team else (Icon.CLOCK, "warning")


class PoolModel(QAbstractListModel):
    """Rows of the pool; whether some team could take one is filled in by the page."""

    def __init__(self, words: Callable[[PoolRow], str]) -> None:
        super().__init__()
        self.rows: tuple[PoolRow, ...] = ()
        self.fits: dict[str, bool] = {}
        self._words = words

    def set_rows(self, rows: Sequence[PoolRow], fits: dict[str, bool]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows, self.fits = tuple(rows), fits
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ABSENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(row)
        return None


class PoolDelegate(QStyledItemDelegate):
    """Two lines: name and window, street and reason."""

    def __init__(self, view: "PoolList") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, c = theme(), theme().tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = self._view.items.rows[index.row()]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.selection))
            painter.fillRect(QRect(rect.left(), rect.top() + 4, t.px(3), rect.height() - 9), QColor(c.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(c.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.stroke))
        icon, role = picture_of(row, has_team=self._view.items.fits.get(row.visit, True))
        side = t.px(16)
        place = QRectF(rect.left() + t.px(12), rect.center().y() - side / 2, side, side)
        paint_icon(painter, place, icon, c.colour(role))
        inside = rect.adjusted(t.px(38), t.px(6), -t.px(12), -t.px(6))
        half = inside.height() // 2
        upper, lower = QRect(inside.topLeft(), QSize(inside.width(), half)), inside.adjusted(0, half, 0, 0)
        self._line(painter, upper, row.name, "text", spans(row.windows) if row.hindrance is None else "", bold=True)
        self._line(painter, lower, row.street, "text2", self._view.reason(row), bold=False)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(QColor(c.text), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, rect: QRect, words: str, role: str, right: str, *, bold: bool) -> None:
        t, c = theme(), theme().tokens
        small = t.font(Type.SMALL)
        painter.setFont(small)
        painter.setPen(QColor(c.text2))
        most = QFontMetrics(small).elidedText(right, Qt.TextElideMode.ElideRight, rect.width() * 2 // 3)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, most)
        room = rect.width() - QFontMetrics(small).horizontalAdvance(most) - t.px(8)
        font = t.font(Type.BODY, bold=True) if bold else small
        painter.setFont(font)
        painter.setPen(QColor(c.colour(role)))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class PoolList(Spoken, QListView):
    """The pool as a list.

    Signals:
        chosen_visit: payload str; the person selected a row.
        best_asked: payload str; Enter or double click on a row.
        drag_began: payload str; the pointer picks a visit up.
        dragged: payload QPoint on the screen; `released` likewise.
        gave_up: Esc while dragging.
    """

    chosen_visit = Signal(str)
    best_asked = Signal(str)
    drag_began = Signal(str)
    dragged = Signal(object)
    released = Signal(object)
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan.pool")
        self.items = PoolModel(self.sentence)
        self.setModel(self.items)
        self.setItemDelegate(PoolDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.best_asked.emit(self.items.rows[index.row()].visit))
        self.say(self.setAccessibleName, lambda: self.tr("Unplanned visits"))
        self._pressed: tuple[str, QPoint] | None = None
        self._is_dragging = False
        self._is_quiet = False

    # --- rows -------------------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[PoolRow], fits: dict[str, bool]) -> None:
        """Other rows; what was selected and in sight stays so."""
        chosen, scrolled = self.chosen(), self.verticalScrollBar().value()
        self._is_quiet = True
        self.items.set_rows(rows, fits)
        self._select(chosen)
        self._is_quiet = False
        self.verticalScrollBar().setValue(scrolled)

    def chosen(self) -> str:
        """The selected visit; "" for none."""
        found = self.selectionModel().selectedIndexes()
        return self.items.rows[found[0].row()].visit if found and found[0].row() < len(self.items.rows) else ""

    def select(self, visit: str) -> None:
        """Follow a selection made elsewhere."""
        if visit != self.chosen():
            self._is_quiet = True
            self._select(visit)
            self._is_quiet = False

    def _select(self, visit: str) -> None:
        at = next((nth for nth, row in enumerate(self.items.rows) if row.visit == visit), -1)
        if at < 0:
            self.clearSelection()
            return
        index = self.items.index(at)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _moved(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._is_quiet and self.chosen():
            self.chosen_visit.emit(self.chosen())

    def reason(self, row: PoolRow) -> str:
        """The word of what stands in the way."""
        if row.hindrance is not None:
            return hindrance_word(row.hindrance)
        if not self.items.fits.get(row.visit, True):
            return self.tr("no team can")
        return skills_listed(row.needs) if row.needs else self.tr("waiting")

    def sentence(self, row: PoolRow) -> str:
        """A row for readers and the tooltip."""
        why = hindrance_sentence(row.hindrance) if row.hindrance is not None else self.reason(row)
        return joined([part for part in (row.name, row.street, spans(row.windows), why) if part])

    @override
    def retranslate(self) -> None:
        self.viewport().update()

    # --- pointer and keys -------------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (self.items.rows[index.row()].visit, event.position().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        visit, since = self._pressed
        if (
            not self._is_dragging
            and (event.position().toPoint() - since).manhattanLength() >= QApplication.startDragDistance()
        ):
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_began.emit(visit)
        if self._is_dragging:
            self.dragged.emit(event.globalPosition())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self._is_dragging:
            self._end_drag()
            self.released.emit(event.globalPosition())

    def _end_drag(self) -> None:
        self._is_dragging = False
        self._pressed = None
        self.unsetCursor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self.chosen():
            self.best_asked.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._end_drag()
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)
