"""The wall (F11): a window of its own for a second screen, readable at three metres. No names, no address, no amount."""

import math
from datetime import timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from visitdesk.ui.safety.picture import Picture, TeamTile
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import state_word, team_of, time_words
from visitdesk.ui.shell.levels import level_word, paint_level
from visitdesk.ui.shell.moments import countdown
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import DARK, FAMILIES, Level

MOST = 24
"""So many teams stand on the wall without scrolling; the most urgent first, the rest is counted."""
SCALE = 1.8
STALE = timedelta(seconds=5)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class WallWindow(Spoken, QWidget):
    """Paints the picture of the watch, always dark.

    Signals:
        closed: it is gone.
    """

    closed = Signal()

    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        self.setObjectName("safety.wall")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(960, 540)
        self._watcher = watcher
        self.painted: list[str] = []
        watcher.shell.actions.give_to(self)
        watcher.shown.connect(self._again)
        watcher.shell.ticked.connect(self._again)
        self.say(self.setWindowTitle, lambda: self.tr("VisitDesk wall"))
        self.say(self.setAccessibleName, lambda: self.tr("Safety board for the wall"))

    def open_beside(self, window: QWidget) -> None:
        """Full screen on another screen if there is one, else a window of its own."""
        screens = [one for one in window.screen().virtualSiblings() if one is not window.screen()]
        if screens:
            self.setGeometry(screens[0].geometry())
            self.showFullScreen()
        else:
            self.resize(1280, 720)
            self.show()

    def _again(self, _payload: object = None) -> None:
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = []
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(DARK.window))
        picture = self._watcher.public_picture
        margin = self._px(16)
        head = QRectF(margin, margin, self.width() - 2 * margin, self._px(36))
        self._head(painter, head, picture)
        area = QRectF(margin, head.bottom() + self._px(10), head.width(), self.height() - head.bottom() - self._px(26))
        tiles = picture.tiles[:MOST]
        if tiles:
            self._tiles(painter, area, tiles, len(picture.tiles) - len(tiles))
        else:
            self._write(painter, area, self.tr("No team is out"), 20, DARK.text2, _MIDDLE)
        painter.end()

    def _head(self, painter: QPainter, r: QRectF, picture: Picture) -> None:
        shell = self._watcher.shell
        now = shell.clock.now()
        self._write(painter, r, f"{shell.local(now):%H:%M:%S}", 22, DARK.text, _RIGHT, bold=True)
        age = now - self._watcher.answered
        old = age > STALE
        words = self.tr("%n team(s) out", "", picture.teams_out)
        used = self._write(painter, r, words, 20, DARK.text, _LEFT, bold=True)
        x = r.left() + used + self._px(20)
        for level in (Level.DURESS, Level.ESCALATED, Level.OVERDUE):
            count = sum(tile.level is level for tile in picture.tiles)
            if count:
                side = self._px(24)
                paint_level(painter, QRectF(x, r.center().y() - side / 2, side, side), level, tokens=DARK)
                spot = QRectF(x + side + self._px(6), r.top(), self._px(160), r.height())
                word = f"{level_word(level)} {count}"
                x = spot.left() + self._write(painter, spot, word, 16, DARK.levels[level].text, _LEFT) + self._px(16)
        middle = QRectF(r.left(), r.top(), r.width() - self._px(120), r.height())
        told = self.tr("Data {age} old").format(age=countdown(age)) if old else self.tr("Data live")
        self._write(painter, middle, told, 13, DARK.warning if old else DARK.text3, _RIGHT)

    def _tiles(self, painter: QPainter, area: QRectF, tiles: tuple[TeamTile, ...], left_out: int) -> None:
        number = max(1, min(6, math.ceil(math.sqrt(len(tiles) * area.width() / area.height() / 1.9))))
        rows = math.ceil(len(tiles) / number)
        gap = self._px(8)
        foot = self._px(20) if left_out else 0
        width = (area.width() - (number - 1) * gap) / number
        height = min(self._px(150), (area.height() - foot - (rows - 1) * gap) / rows)
        for place, tile in enumerate(tiles):
            row, column = divmod(place, number)
            r = QRectF(area.left() + column * (width + gap), area.top() + row * (height + gap), width, height)
            self._tile(painter, r, tile)
        if left_out:
            words = self.tr("and %n more team(s), all less urgent", "", left_out)
            self._write(
                painter, QRectF(area.left(), area.bottom() - foot, area.width(), foot), words, 13, DARK.text2, _LEFT
            )

    def _tile(self, painter: QPainter, r: QRectF, tile: TeamTile) -> None:
        ink = DARK.levels[tile.level]
        is_alarm = tile.level.is_alarm
        painter.setPen(QPen(QColor((ink.fill or ink.text) if is_alarm else DARK.stroke), 3 if is_alarm else 1))
        painter.setBrush(QColor(ink.tint if is_alarm and ink.tint else DARK.card))
        painter.drawRoundedRect(r.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        pad = self._px(8)
        inside = r.adjusted(pad, pad * 0.6, -pad, -pad * 0.6)
        third = inside.height() / 3
        side = min(third * 0.8, self._px(22))
        mark = QRectF(inside.left(), inside.top() + (third - side) / 2, side, side)
        paint_level(painter, mark, tile.level, acknowledged=tile.is_acknowledged, tokens=DARK)
        top = QRectF(mark.right() + pad / 2, inside.top(), inside.width() - side - pad / 2, third)
        label = team_of(tile.team) if tile.team else self.tr("Alarm")  # a name would stand where no number is
        size = min(18.0, third / SCALE * 0.62)
        self._write(painter, top, label, size, DARK.text, _LEFT, bold=True)
        middle = QRectF(inside.left(), inside.top() + third, inside.width(), third)
        time = time_words(tile, self._watcher.shell.clock.now(), self._watcher.shell.local)
        colour = ink.text if tile.level.is_alarm or tile.level is Level.REMINDER else DARK.text
        self._write(painter, middle, time, min(24.0, third / SCALE * 0.85), colour, _LEFT, bold=True)
        low = QRectF(inside.left(), inside.top() + 2 * third, inside.width(), third)
        area = tile.stop.area if tile.stop else ""
        self._write(
            painter, low, "  ".join(x for x in (state_word(tile), area) if x), min(13.0, size), DARK.text2, _LEFT
        )

    def _px(self, at_100: float) -> float:
        """Pixels for a wall of this size: 1.8 × on a 1280 × 720 screen, more on a larger one."""
        return at_100 * SCALE * max(0.6, min(self.width() / 1920, self.height() / 1080) * 1.2)

    def _write(
        self,
        painter: QPainter,
        r: QRectF,
        words: str,
        size: float,
        colour: str,
        where: Qt.AlignmentFlag,
        *,
        bold: bool = False,
    ) -> float:
        font = QFont(list(FAMILIES[theme().lang]))
        font.setPixelSize(max(9, round(self._px(size))))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, r.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(r, where, shown)
        self.painted.append(words)
        return metrics.horizontalAdvance(shown)
