"""The command palette, Ctrl+K: opens at once under the strip, finds deeds, cases, people by Han, pinyin or initials."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from visitdesk.ui.shell.action_table import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.search import Entry, EntryGroup, Hit, Indexed, Source, find, index
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Line, Text, row, set_look

RECENT = 5


def group_word(group: EntryGroup) -> str:
    """The heading of a group in the language shown."""
    words = {
        EntryGroup.COMMAND: QCoreApplication.translate("Palette", "Commands"),
        EntryGroup.CASE: QCoreApplication.translate("Palette", "Cases"),
        EntryGroup.PERSON: QCoreApplication.translate("Palette", "People"),
        EntryGroup.TEAM: QCoreApplication.translate("Palette", "Teams"),
        EntryGroup.ADDRESS: QCoreApplication.translate("Palette", "Addresses"),
        EntryGroup.SETTING: QCoreApplication.translate("Palette", "Settings"),
        EntryGroup.HELP: QCoreApplication.translate("Palette", "Help"),
    }
    return words[group]


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading (hit is None) or a hit."""

    heading: str
    hit: Hit | None


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []

    def show(self, rows: list[_Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able if row.hit is not None else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if row.hit is None:
            return row.heading
        entry = row.hit.entry
        parts = (entry.title, entry.detail, entry.badge, entry.reason)
        return entry.title if role == Qt.ItemDataRole.DisplayRole else ", ".join(part for part in parts if part)


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        return QSize(100, theme().px(30 if is_heading else 42))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, _Rows) else _Row("", None)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if row.hit is None:
            t = theme()
            painter.setFont(t.font(Type.SMALL, bold=True))
            painter.setPen(QColor(t.tokens.text2))
            line = QRectF(rect).adjusted(t.px(18), t.px(6), 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.heading)
        else:
            _paint_hit(painter, QRectF(rect), row.hit, chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _paint_hit(painter: QPainter, rect: QRectF, hit: Hit, *, chosen: bool) -> None:
    t, c = theme(), theme().tokens
    entry = hit.entry
    box = rect.adjusted(t.px(8), 1, -t.px(8), -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if chosen:
        painter.setPen(QPen(QColor(c.text), 2) if c.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.selection))
        painter.drawRoundedRect(box, 4, 4)
        painter.fillRect(QRectF(box.left(), box.top() + t.px(10), t.px(3), box.height() - t.px(20)), QColor(c.accent))
    side = t.px(20)
    ink = c.text if not entry.reason else c.text3
    if entry.icon:
        picture = QRectF(box.left() + t.px(14), round(box.center().y() - side / 2), side, side)
        paint_icon(painter, picture, Icon(entry.icon), c.text2 if not entry.reason else c.disabled)
    right = _paint_badge(painter, box, entry)
    x = box.left() + t.px(46)
    marked = ((0, hit.start, False), (hit.start, hit.start + hit.length, True), (hit.start + hit.length, None, False))
    for start, end, bold in marked:
        x = _paint_run(painter, QRectF(x, box.top(), right - x, box.height()), entry.title[start:end], ink, bold=bold)
    detail = entry.reason or entry.detail
    painter.setFont(t.font(Type.TABLE))
    painter.setPen(QColor(c.text2 if not entry.reason else c.text3))
    room = QRectF(x + t.px(14), box.top(), max(0.0, right - x - t.px(20)), box.height())
    shown = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_run(painter: QPainter, room: QRectF, words: str, ink: str, *, bold: bool) -> float:
    t = theme()
    if not words or room.width() <= 0:
        return room.left()
    painter.setFont(t.font(Type.BODY, bold=bold))
    painter.setPen(QColor(t.tokens.accent_text if bold else ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return room.left() + painter.fontMetrics().horizontalAdvance(shown)


def _paint_badge(painter: QPainter, box: QRectF, entry: Entry) -> float:
    """The small box at the right; answers where it begins."""
    t, c = theme(), theme().tokens
    if not entry.badge:
        return box.right() - t.px(12)
    painter.setFont(t.font(Type.SMALL))
    width = painter.fontMetrics().horizontalAdvance(entry.badge) + t.px(14)
    tag = QRectF(box.right() - width - t.px(12), box.center().y() - t.px(11), width, t.px(22))
    painter.setPen(QPen(QColor(c.stroke), 1))
    painter.setBrush(QColor(c.sunken))
    painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(QColor(c.text2))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, entry.badge)
    return tag.left() - t.px(8)


class Palette(Panel):
    """Scrim over the body (never over the strip) and the box in it.

    Signals:
        chosen: payload Entry.
    """

    chosen = Signal(object)

    def __init__(self, shell: Shell, body: QWidget) -> None:
        super().__init__(body)
        self._body = body
        self.setObjectName("palette")
        self._shell = shell
        self._sources: list[Source] = []
        self._indexed: list[Indexed] = []
        self._recent: list[tuple[EntryGroup, str]] = []
        self._group: EntryGroup | None = None
        self._round = 0
        self._before: QWidget | None = None
        self._is_stale = True
        shell.changed.connect(self._grow_stale)
        self._build()
        self.hide()

    def _build(self) -> None:
        t = theme()
        self.box = QFrame(self)
        self.box.setProperty("surface", "card")
        column = QVBoxLayout(self.box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.field = QLineEdit()
        self.field.setObjectName("palette.field")
        self.field.setFrame(False)
        set_look(self.field, bare="true")
        self.field.textEdited.connect(self._ask)
        self.field.installEventFilter(self)
        self.count = Text("", Type.SMALL, tone="text2")
        head = row(Picture(Icon.SEARCH, side=18), self.field, self.count, gap=12)
        head.setContentsMargins(t.px(18), t.px(8), t.px(18), t.px(8))
        self.list = QListView()
        self.list.setObjectName("palette.list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.rows = _Rows(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.clicked.connect(self._clicked)
        self.nothing = Text("", Type.BODY, tone="text2", wrap=True)
        self.nothing.setContentsMargins(t.px(20), t.px(20), t.px(20), t.px(20))
        self.foot = Text("", Type.SMALL, tone="text2")
        self.foot.setContentsMargins(t.px(18), t.px(9), t.px(18), t.px(9))
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(Line())
        column.addWidget(self.foot)
        self.say(self.field.setPlaceholderText, lambda: self.tr("Search cases, people, addresses, or type a command"))
        self.say(self.field.setAccessibleName, lambda: self.tr("Search or command"))
        self.say(self.list.setAccessibleName, lambda: self.tr("Found"))
        self.say(
            self.foot.setText,
            lambda: self.tr("Enter opens   Tab one group only   Esc closes   pinyin and initials work"),
        )
        self.say(
            self.nothing.setText, lambda: self.tr("Nothing found. Try a name, its pinyin, a case number or a street.")
        )

    def add_source(self, source: Source) -> None:
        """More to find; its entries are read in the writer thread when the palette opens."""
        self._sources.append(source)
        self._is_stale = True

    def clear_sources(self) -> None:
        """Forget them, for another branch."""
        self._sources, self._indexed, self._recent = [], [], []
        self._is_stale = True

    def open_under(self, _page: QWidget | None) -> None:
        """Show it at once with recent and present deeds, then read the sources."""
        self._before = self.window().focusWidget()
        self._group = None
        self.field.clear()
        self._show_first()
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._is_stale:
            self._is_stale = False
            self._read()

    def _read(self) -> None:
        """Entries come from the store, so the writer thread reads them; joining 50,000 takes a second, so it is computed."""
        sources = tuple(self._sources)

        def indexed(entries: list[Entry]) -> None:
            self._shell.jobs.compute(lambda _: index(entries), done=self._indexed_anew, failed=self._shell.report)

        self._shell.jobs.run(
            lambda: [entry for source in sources for entry in source.entries()],
            done=indexed,
            failed=self._shell.report,
        )

    def search_for(self, words: str) -> None:
        """As if `words` were typed."""
        self.field.setText(words)
        self._ask(words)

    def _grow_stale(self, _changed: object) -> None:
        """Something changed: read the sources again when the palette is next opened."""
        self._is_stale = True

    def place(self) -> None:
        """Cover the body; the box is 640 wide, near the upper edge."""
        body = self._body
        self.setGeometry(0, 0, body.width(), body.height())
        t = theme()
        width = min(t.px(640), body.width() - t.px(40))
        self.box.setFixedWidth(width)
        self._fit_box()

    def _fit_box(self) -> None:
        t = theme()
        hint = sum(self.list.sizeHintForRow(i) for i in range(min(len(self.rows.rows), 14)))
        self.list.setVisible(bool(self.rows.rows))
        self.nothing.setVisible(not self.rows.rows)
        tall = t.px(48 + 36 + 6) + (hint + 4 if self.rows.rows else t.px(64))
        height = min(tall, self.height() - t.px(40))
        self.box.setGeometry((self.width() - self.box.width()) // 2, t.px(16), self.box.width(), height)

    def _commands(self) -> list[Entry]:
        skip = {Key.PALETTE, Key.REGION}
        return [
            Entry(
                group=EntryGroup.HELP if one.spec.group.value == "help" else EntryGroup.COMMAND,
                key=one.spec.key,
                title=one.text,
                detail=one.action.statusTip() if one.action.statusTip() != one.text else "",
                badge=one.keys,
                icon=one.spec.icon.value if one.spec.icon else Icon.CHEVRON_RIGHT.value,
                reason=one.reason,
                more=one.spec.text,
            )
            for one in self._shell.actions.listed()
            if one.spec.key not in skip
        ]

    def _show_first(self) -> None:
        """Recent five, then what can be done on this page."""
        commands = self._commands()
        known = {(e.group, e.key): e for e in (*commands, *(one.entry for one in self._indexed))}
        recent = [known[pair] for pair in self._recent if pair in known]
        shown = [_Row(self.tr("Recent"), None)] if recent else []
        shown += [_Row("", Hit(entry, 0, 0)) for entry in recent]
        able = [entry for entry in commands if not entry.reason and entry not in recent]
        shown.append(_Row(group_word(EntryGroup.COMMAND), None))
        shown += [_Row("", Hit(entry, 0, 0)) for entry in able]
        self.count.setText("")
        self._show(shown)

    def _indexed_anew(self, indexed: list[Indexed]) -> None:
        self._indexed = indexed
        if self.field.text():
            self._ask(self.field.text())

    def _ask(self, query: str) -> None:
        self._round += 1
        if not query.strip():
            self._show_first()
            return
        commands, rest, group, this = self._commands(), self._indexed, self._group, self._round
        groups = frozenset({group}) if group else None

        def work(_cancel: object) -> tuple[list[Hit], int, int]:
            everything = index(commands) + rest
            hits, found = find(everything, query, groups)
            return hits, found, len(everything)

        self._shell.jobs.compute(work, done=partial(self._found, this), failed=self._shell.report)

    def _found(self, this: int, answer: tuple[list[Hit], int, int]) -> None:
        if this != self._round:
            return
        hits, found, total = answer
        shown: list[_Row] = []
        for group in EntryGroup:
            mine = [hit for hit in hits if hit.entry.group is group]
            if mine:
                shown.append(_Row(group_word(group), None))
                shown += [_Row("", hit) for hit in mine]
        self.count.setText(self.tr("{found} of {total}").format(found=f"{found:,}", total=f"{total:,}"))
        self._show(shown)

    def _show(self, rows: list[_Row]) -> None:
        self.rows.show(rows)
        self._move(0)
        self._fit_box()

    def _move(self, step: int) -> None:
        able = [i for i, one in enumerate(self.rows.rows) if one.hit is not None]
        if not able:
            return
        now = self.list.currentIndex().row()
        at = able.index(now) if now in able else 0
        target = able[(at + step) % len(able)]
        self.list.setCurrentIndex(self.rows.index(target, 0))
        self.list.scrollTo(self.rows.index(max(0, target - 1) if step <= 0 else target, 0))

    def _next_group(self, step: int) -> None:
        """Tab narrows to one group after the other, then to all again."""
        order: list[EntryGroup | None] = [None, *EntryGroup]
        self._group = order[(order.index(self._group) + step) % len(order)]
        if self.field.text():
            self._ask(self.field.text())

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._choose()

    def _choose(self) -> None:
        at = self.list.currentIndex().row()
        hit = self.rows.rows[at].hit if 0 <= at < len(self.rows.rows) else None
        if hit is None or hit.entry.reason:
            return
        entry = hit.entry
        pair = (entry.group, entry.key)
        self._recent = [pair, *(one for one in self._recent if one != pair)][:RECENT]
        self.hide()
        self.chosen.emit(entry)
        if entry.page:
            self._shell.go(entry.page, Selection(kind=entry.kind, id=entry.id) if entry.id else None)
        else:
            self._shell.actions[entry.key].trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Escape:
                    self.hide()
                case Qt.Key.Key_Down:
                    self._move(1)
                case Qt.Key.Key_Up:
                    self._move(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose()
                case Qt.Key.Key_Tab:
                    self._next_group(1)
                case Qt.Key.Key_Backtab:
                    self._next_group(-1)
                case _:
                    return False
            return True
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.hide()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._before is not None and isValid(self._before) and self.window().isActiveWindow():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    @override
    def retranslate(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show_first()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().tokens.scrim))
        painter.end()
