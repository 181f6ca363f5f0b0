"""Paints headings, big tiles and compact tiles. A level is always shape, colour, word and number at once; nothing blinks.

Sizes are those of the reference pictures: big tiles 132 high, compact ones 44, 10 between.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from visitdesk.ui.safety.picture import Band, Dossier, TeamTile
from visitdesk.ui.safety.tile_model import Cell, TileRole
from visitdesk.ui.safety.words import (
    Local,
    band_word,
    last_word,
    names_of,
    owner_words,
    state_word,
    team_label,
    time_words,
    where_words,
)
from visitdesk.ui.shell.levels import paint_level
from visitdesk.ui.shell.theme import Theme, theme
from visitdesk.ui.shell.tokens import Level, LevelInk, Type

GAP, BIG, COMPACT, HEADING = 10, 132, 44, 26
BIG_WIDTH, COMPACT_WIDTH = 380, 230
"""Narrower than this a tile is not drawn; the row takes fewer tiles."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Eyes:
    """What the delegate asks while it paints: the clock, the branch's zone, names, which alarm is the current one."""

    now: Callable[[], datetime]
    local: Local
    dossier: Callable[[], Dossier]
    current: Callable[[], str]


def board_width(view: QListView) -> int:
    """Pixels for tiles: the room of the scroll bar stays free also while there is none, so nothing moves when it comes.

    Qt itself lays a wrapping list out for that width (measured: with the whole width every row lost its last tile).
    """
    return view.width() - view.verticalScrollBar().sizeHint().width() - 4


def columns(band: Band, width: float) -> int:
    """How many tiles of a band stand in a row of `width` pixels at 100 % text scale."""
    least = BIG_WIDTH if band is Band.ACT else COMPACT_WIDTH
    return max(1, min(2 if band is Band.ACT else 4, int((width + GAP) // (least + GAP))))


class TileDelegate(QStyledItemDelegate):
    """Paints the board's items."""

    def __init__(self, view: QListView, eyes: Eyes) -> None:
        super().__init__(view)
        self._view = view
        self._eyes = eyes

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        t, cell = theme(), _cell(index)
        width = board_width(self._view)
        if cell.tile is None:
            return QSize(width, t.px(HEADING))
        height = BIG if cell.band is Band.ACT else COMPACT
        return QSize(width // columns(cell.band, width / t.scale), t.px(height + GAP))

    def tile_rect(self, rect: QRectF, cell: Cell) -> QRectF:
        """Where the tile itself lies in its item: gaps only between tiles, never at the edge of the board."""
        t = theme()
        width = board_width(self._view)
        number = columns(cell.band, width / t.scale)
        gap, nth = t.px(GAP), cell.nth % number
        side = (width - (number - 1) * gap) / number
        return QRectF(nth * (side + gap), rect.top(), side, rect.height() - gap)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = _cell(index)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.tile is None:
            _heading(painter, rect, cell)
        else:
            place = self.tile_rect(rect, cell)
            state: QStyle.StateFlag = option.state
            is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            has_keys = self._view.hasFocus() and self._view.currentIndex() == index
            if cell.band is Band.ACT:
                self._big(painter, place, cell.tile)
            else:
                self._compact(painter, place, cell.tile, is_hovered=is_hovered)
            is_current = cell.tile.alarm is not None and self._eyes.current() in cell.tile.alarms
            if is_current or has_keys:
                _ring(painter, place, has_keys=has_keys)
        painter.restore()

    # --- big --------------------------------------------------------------------------------------------------

    def _big(self, painter: QPainter, r: QRectF, tile: TeamTile) -> None:
        t, c = theme(), theme().tokens
        ink = c.levels[tile.level]
        _surface(painter, r, tile, self._eyes.now())
        inside = r.adjusted(t.px(18), t.px(13), -t.px(14), -t.px(9))
        side = t.px(24)
        paint_level(
            painter, QRectF(inside.left(), inside.top(), side, side), tile.level, acknowledged=tile.is_acknowledged
        )
        time = time_words(tile, self._eyes.now(), self._eyes.local)
        taken = _write(painter, inside.adjusted(0, -t.px(2), 0, 0), time, Type.TITLE, ink.text, t.px(28), right=True)
        label = QRectF(inside.left() + side + t.px(8), inside.top(), inside.width() - side - taken - t.px(20), side)
        _write(painter, label, team_label(tile), Type.TILE, c.text, side)
        state = QRectF(inside.left(), inside.top() + t.px(26), inside.width(), t.px(18))
        used = _write(painter, state, state_word(tile), Type.SMALL, ink.text, t.px(18), right=True)
        names = QRectF(inside.left(), inside.top() + t.px(30), inside.width() - used - t.px(12), t.px(20))
        _write(painter, names, names_of(tile.names), Type.BODY, c.text, t.px(20))
        where = QRectF(inside.left(), inside.top() + t.px(52), inside.width(), t.px(20))
        _write(painter, where, where_words(tile), Type.BODY, c.text2, t.px(20))
        self._foot(painter, inside, tile, ink)

    def _foot(self, painter: QPainter, inside: QRectF, tile: TeamTile, ink: LevelInk) -> None:
        t, c = theme(), theme().tokens
        line = QColor(ink.text)
        line.setAlphaF(1.0 if c.is_contrast else 0.25)
        top = inside.top() + t.px(80)
        painter.fillRect(QRectF(inside.left(), top, inside.width(), 1), line)
        row = QRectF(inside.left(), top + t.px(6), inside.width(), t.px(20))
        right = owner_words(tile.alarm, self._eyes.dossier(), self._eyes.local) if tile.alarm else ""
        used = _write(painter, row, right, Type.SMALL, c.text, t.px(20), right=True)
        left = QRectF(row.left(), row.top(), row.width() - used - t.px(12), row.height())
        _write(painter, left, last_word(tile, self._eyes.local), Type.SMALL, c.text2, t.px(20))

    # --- compact ----------------------------------------------------------------------------------------------

    def _compact(self, painter: QPainter, r: QRectF, tile: TeamTile, *, is_hovered: bool) -> None:
        t, c = theme(), theme().tokens
        ink = c.levels[tile.level]
        _surface(painter, r, tile, self._eyes.now(), is_hovered=is_hovered)
        inside = r.adjusted(t.px(12), 0, -t.px(12), 0)
        side = t.px(18)
        mark = QRectF(inside.left(), r.center().y() - side / 2, side, side)
        paint_level(painter, mark, tile.level, acknowledged=tile.is_acknowledged)
        colour = c.text if tile.level in {Level.NORMAL, Level.STALE} else ink.text
        if tile.band is Band.WAITING:
            colour = c.text2
        time = time_words(tile, self._eyes.now(), self._eyes.local)
        taken = _write(painter, inside, time, Type.TILE, colour, r.height(), right=True)
        label = QRectF(inside.left() + side + t.px(8), r.top(), inside.width() - side - taken - t.px(16), r.height())
        used = _write(painter, label, team_label(tile), Type.TILE, c.text, r.height())
        left = max(used + t.px(12), t.px(64))
        names = QRectF(label.left() + left, r.top(), label.width() - left - t.px(4), r.height())
        _write(painter, names, names_of(tile.names), Type.TABLE, c.text2, r.height())


def _cell(index: QModelIndex | QPersistentModelIndex) -> Cell:
    found = index.data(TileRole.CELL)
    return found if isinstance(found, Cell) else Cell(band=Band.CALM, key="")


def _heading(painter: QPainter, r: QRectF, cell: Cell) -> None:
    t = theme()
    _write(
        painter,
        r.adjusted(0, 0, 0, -t.px(4)),
        f"{band_word(cell.band)}  {cell.count}",
        Type.SMALL,
        t.tokens.text2,
        r.height() - t.px(4),
        bold=True,
    )


def _surface(painter: QPainter, r: QRectF, tile: TeamTile, now: datetime, *, is_hovered: bool = False) -> None:
    """Ground, border and left edge by level."""
    t, c = theme(), theme().tokens
    ink = c.levels[tile.level]
    is_alarm = tile.level.is_alarm
    ground = ink.tint if is_alarm and ink.tint else c.hover if is_hovered else c.card
    pen = QPen(QColor(ink.fill or ink.text if is_alarm else c.stroke), _border(t, tile, now))
    if tile.level is Level.STALE:
        pen = QPen(QColor(ink.text), 2 if c.is_contrast else 1)
        pen.setDashPattern([5, 3])
    radius = 0 if c.is_contrast else 6
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(r.adjusted(half, half, -half, -half), radius, radius)
    if is_alarm or tile.level is Level.REMINDER:
        edge = QRectF(r.left(), r.top(), t.px(6 if is_alarm else 4), r.height())
        painter.save()
        painter.setClipRect(edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.fill or ink.text))
        painter.drawRoundedRect(r, radius, radius)
        painter.restore()


def _border(t: Theme, tile: TeamTile, now: datetime) -> float:
    """2 px, every other second 4 px while nobody has acknowledged: the only motion on the board."""
    if not tile.level.is_alarm:
        return 2 if t.tokens.is_contrast else 1
    pulses = t.is_animated and not tile.is_acknowledged and now.second % 2 == 1
    return 4 if pulses else 2


def _ring(painter: QPainter, r: QRectF, *, has_keys: bool) -> None:
    """Current alarm: a dark border; the keyboard: border and a ring of the ground inside."""
    c = theme().tokens
    radius = 0 if c.is_contrast else 6
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(c.levels[Level.DURESS].fill if c.is_contrast else c.text), 2))
    painter.drawRoundedRect(r.adjusted(1, 1, -1, -1), radius, radius)
    if has_keys:
        painter.setPen(QPen(QColor(c.card), 1))
        painter.drawRoundedRect(r.adjusted(2.5, 2.5, -2.5, -2.5), radius, radius)
        painter.setPen(QPen(QColor(c.text), 1))
        painter.drawRoundedRect(r.adjusted(3.5, 3.5, -3.5, -3.5), radius, radius)


def _write(
    painter: QPainter,
    r: QRectF,
    words: str,
    kind: Type,
    colour: str,
    height: float,
    *,
    right: bool = False,
    bold: bool | None = None,
) -> float:
    """One line of words, cut with … where there is no room; answers the width it took."""
    font = theme().font(kind, bold=bold)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, r.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(r.left(), r.top(), r.width(), height), _RIGHT if right else _LEFT, shown)
    return metrics.horizontalAdvance(shown)
