"""The week of shifts: people down, days across, by keys; Enter adds or changes, Delete takes away."""

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from visitdesk.ui.people.view import PeopleView, Person, WeekCell
from visitdesk.ui.people.words import hours_word, joined, leave_word, shift_word, weekday_word, why_word
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type

Index = QModelIndex | QPersistentModelIndex
ABSENT = QModelIndex()
NAME_PX, HOURS_PX, ROW_PX = 116, 68, 38


class WeekModel(QAbstractTableModel):
    """Name, seven days, hours."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone
        self.people: tuple[Person, ...] = ()
        self.days: tuple[date, ...] = ()
        self.today: date | None = None
        self._view: PeopleView | None = None

    def set_view(self, view: PeopleView, people: Sequence[Person]) -> None:
        """Other values."""
        self.beginResetModel()
        self._view, self.people, self.days, self.today = view, tuple(people), view.days, view.day
        self.endResetModel()

    def cell(self, row: int, column: int) -> WeekCell:
        """Shifts and leave of one person on one day; the name's column is nothing."""
        if self._view is None or not 1 <= column <= len(self.days):
            return WeekCell()
        return self._view.cells.get((self.people[row].id, self.days[column - 1]), WeekCell())

    def words(self, row: int, column: int) -> str:
        """A cell in words."""
        if column == 0:
            return self.people[row].name
        if column == len(self.days) + 1:
            return hours_word(self.people[row].hours)
        cell = self.cell(row, column)
        if cell.leave is not None:
            return leave_word(cell.leave.kind)
        return joined([shift_word(shift, self.zone) for shift in cell.shifts])

    @override
    def rowCount(self, parent: Index = ABSENT) -> int:
        return 0 if parent.isValid() else len(self.people)

    @override
    def columnCount(self, parent: Index = ABSENT) -> int:
        return 0 if parent.isValid() else len(self.days) + 2

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        words = self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and 1 <= index.column() <= len(self.days):
            day = weekday_word(self.days[index.column() - 1])
            return joined([self.people[index.row()].name, day, words or self.tr("free")])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            reasons = [why_word(why) for why in self.people[index.row()].today.reasons]
            return joined(reasons) if index.column() == 0 and reasons else words or None
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Name")
        return self.tr("Hours") if section > len(self.days) else weekday_word(self.days[section - 1])


class WeekDelegate(QStyledItemDelegate):
    """Shifts as quiet blocks, leave hatched, the day itself tinted."""

    def __init__(self, grid: "WeekGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, c = theme(), theme().tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        model = self._grid.week
        painter.save()
        painter.setFont(t.font(Type.TABLE if index.column() == 0 else Type.SMALL))
        is_day = 1 <= index.column() <= len(model.days)
        if is_day and model.days[index.column() - 1] == model.today:
            painter.fillRect(rect, QColor(c.selection))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.stroke))
        if is_day:
            self._block(painter, rect, index)
        else:
            painter.setPen(QColor(c.text if index.column() == 0 else c.text2))
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            inside = rect.adjusted(t.px(10), 0, -t.px(10), 0)
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, model.words(index.row(), index.column()))
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(c.text if self._grid.hasFocus() else c.stroke_strong), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _block(self, painter: QPainter, rect: QRect, index: Index) -> None:
        t, c = theme(), theme().tokens
        model = self._grid.week
        cell = model.cell(index.row(), index.column())
        if not cell.shifts and cell.leave is None:
            return
        block = QRectF(rect).adjusted(4.5, 5.5, -4.5, -6.5)
        radius = 0 if c.is_contrast else t.px(4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.stroke_strong), 1, Qt.PenStyle.DashLine if cell.leave else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(c.sunken))
        painter.drawRoundedRect(block, radius, radius)
        if cell.leave is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(c.stroke), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(block, radius, radius)
        painter.setPen(QColor(c.text2 if cell.leave is not None else c.text))
        words = model.words(index.row(), index.column())
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, round(block.width()) - 4)
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, shown)


class WeekGrid(Spoken, QTableView):
    """The grid.

    Signals:
        person_chosen: payload str, staff number. cell_opened: payload (str, date). cell_cleared: likewise.
    """

    person_chosen = Signal(str)
    cell_opened = Signal(str, object)
    cell_cleared = Signal(str, object)

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self.setObjectName("people.week")
        self.week = WeekModel(zone)
        self.setModel(self.week)
        self.setItemDelegate(WeekDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self._open(index.row(), index.column()))
        self.say(self.setAccessibleName, lambda: self.tr("Shifts of the week"))
        self._is_quiet = False
        self.restyle()

    def set_view(self, view: PeopleView, people: Sequence[Person]) -> None:
        """Other values; the cell stays by person and day."""
        at = self.currentIndex()
        person = self.week.people[at.row()].id if at.isValid() and at.row() < len(self.week.people) else ""
        column, scrolled = at.column(), self.verticalScrollBar().value()
        self._is_quiet = True
        self.week.set_view(view, people)
        self._go_to(person, column)
        self._is_quiet = False
        self.verticalScrollBar().setValue(scrolled)
        self._share()

    def select_person(self, person: str) -> None:
        """Follow a selection made elsewhere; the day stays."""
        at = self.currentIndex()
        if at.isValid() and at.row() < len(self.week.people) and self.week.people[at.row()].id == person:
            return
        self._is_quiet = True
        self._go_to(person, at.column() if at.isValid() else self._column_of_today())
        self._is_quiet = False

    def _column_of_today(self) -> int:
        return self.week.days.index(self.week.today) + 1 if self.week.today in self.week.days else 1

    def _go_to(self, person: str, column: int) -> None:
        row = next((nth for nth, one in enumerate(self.week.people) if one.id == person), -1)
        if row >= 0:
            self.setCurrentIndex(self.week.index(row, max(0, column)))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_quiet and now.isValid() and now.row() < len(self.week.people):
            self.person_chosen.emit(self.week.people[now.row()].id)

    def _open(self, row: int, column: int) -> None:
        if 1 <= column <= len(self.week.days):
            self.cell_opened.emit(self.week.people[row].id, self.week.days[column - 1])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        is_day = at.isValid() and 1 <= at.column() <= len(self.week.days)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and is_day:
            self._open(at.row(), at.column())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and is_day:
            self.cell_cleared.emit(self.week.people[at.row()].id, self.week.days[at.column() - 1])
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW_PX))
        self.horizontalHeader().setFixedHeight(theme().px(32))
        self._share()

    @override
    def retranslate(self) -> None:
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Name and hours first, the rest to the seven days."""
        t, days = theme(), len(self.week.days)
        if not days:
            return
        left = self.viewport().width() - t.px(NAME_PX) - t.px(HOURS_PX)
        self.setColumnWidth(0, t.px(NAME_PX))
        for column in range(1, days + 1):
            self.setColumnWidth(column, max(t.px(82), left // days))
        self.setColumnWidth(days + 1, t.px(HOURS_PX))
