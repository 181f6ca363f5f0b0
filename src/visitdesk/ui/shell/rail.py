"""The rail: the stations of the branch day, each an icon and a word; a station not built is absent."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout
from typing_extensions import override

from visitdesk.ui.shell.icons import Icon, paint_icon
from visitdesk.ui.shell.levels import level_word, paint_level
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level, Type


class Station(StrEnum):
    """The nine stations, in the order of the rail; Alt+1 … Alt+9."""

    TODAY = "today"
    CASES = "cases"
    PLAN = "plan"
    SAFETY = "safety"
    RECORDS = "records"
    TRAINING = "training"
    PEOPLE = "people"
    REPORTS = "reports"
    SETTINGS = "settings"


PICTURES = {
    Station.TODAY: Icon.HOME,
    Station.CASES: Icon.FOLDER_PERSON,
    Station.PLAN: Icon.MAP,
    Station.SAFETY: Icon.SHIELD_CHECKMARK,
    Station.RECORDS: Icon.CLIPBOARD,
    Station.TRAINING: Icon.HAT_GRADUATION,
    Station.PEOPLE: Icon.PEOPLE_TEAM,
    Station.REPORTS: Icon.DATA_BAR_VERTICAL,
    Station.SETTINGS: Icon.SETTINGS,
}


def station_word(station: Station) -> str:
    """The word of a station in the language shown."""
    words = {
        Station.TODAY: QCoreApplication.translate("Station", "Today"),
        Station.CASES: QCoreApplication.translate("Station", "Cases"),
        Station.PLAN: QCoreApplication.translate("Station", "Plan"),
        Station.SAFETY: QCoreApplication.translate("Station", "Safety"),
        Station.RECORDS: QCoreApplication.translate("Station", "Records"),
        Station.TRAINING: QCoreApplication.translate("Station", "Training"),
        Station.PEOPLE: QCoreApplication.translate("Station", "People"),
        Station.REPORTS: QCoreApplication.translate("Station", "Reports"),
        Station.SETTINGS: QCoreApplication.translate("Station", "Settings"),
    }
    return words[station]


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a station's badge shows: a count, or the shape of the highest level (which wins)."""

    count: int = 0
    level: Level | None = None


class RailItem(Spoken, QAbstractButton):
    """One station."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.station = station
        self._badge = Badge()
        self._is_narrow = False
        self.setObjectName(f"rail.{station.value}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def set_badge(self, badge: Badge) -> None:
        """Another badge."""
        self._badge = badge
        self.retranslate()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icon only; the word stays as tooltip."""
        self._is_narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def retranslate(self) -> None:
        word = station_word(self.station)
        self.setText(word)
        number = list(Station).index(self.station) + 1
        self.setToolTip(f"{word}\nAlt+{number}")
        tail = level_word(self._badge.level) if self._badge.level else str(self._badge.count or "")
        self.setAccessibleName(f"{word} {tail}".strip())
        self.setAccessibleDescription(f"Alt+{number}")

    @override
    def sizeHint(self) -> QSize:
        t = theme()
        return QSize(t.px(48), t.px(44)) if self._is_narrow else QSize(t.px(80), t.px(58))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, c = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(t.px(6), 1, -t.px(6), -1)
        radius = 0 if c.is_contrast else 6
        painter.setPen(QPen(QColor(c.text), 2) if c.is_contrast and self.isChecked() else Qt.PenStyle.NoPen)
        fill = c.card if self.isChecked() else c.pressed if self.isDown() else c.hover if self.underMouse() else ""
        if fill:
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.center().y() - t.px(11), t.px(3), t.px(22)), 1.5, 1.5)
        self._paint_inside(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _paint_inside(self, painter: QPainter, box: QRectF) -> None:
        t, c = theme(), theme().tokens
        side = t.px(22)
        word = 0 if self._is_narrow else t.px(18)
        top = box.center().y() - (side + word) / 2
        picture = QRectF(round(box.center().x() - side / 2), round(top), side, side)
        colour = c.accent_text if self.isChecked() else c.text2
        paint_icon(painter, picture, PICTURES[self.station], colour, filled=self.isChecked())
        if word:
            font = t.font(Type.SMALL, bold=self.isChecked())
            painter.setFont(font)
            painter.setPen(QColor(c.text if self.isChecked() else c.text2))
            line = QRectF(box.left(), picture.bottom() + t.px(2), box.width(), word)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_badge(painter, picture)

    def _paint_badge(self, painter: QPainter, picture: QRectF) -> None:
        t, c = theme(), theme().tokens
        if self._badge.level is not None:
            side = t.px(18)
            paint_level(
                painter,
                QRectF(picture.right() - side * 0.35, picture.top() - side * 0.5, side, side),
                self._badge.level,
            )
        elif self._badge.count:
            words = str(self._badge.count) if self._badge.count < 1000 else "999+"
            font = t.font(Type.SMALL, bold=True)
            font.setPixelSize(t.px(11))
            painter.setFont(font)
            width = max(t.px(18), painter.fontMetrics().horizontalAdvance(words) + t.px(10))
            box = QRectF(picture.right() - t.px(5), picture.top() - t.px(7), width, t.px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.badge))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(c.on_badge))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(Spoken, QFrame):
    """The stations, settings at the bottom.

    Signals:
        chosen: payload Station.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setProperty("surface", "rail")
        self._items: dict[Station, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._is_narrow = False
        self._is_tight = False
        self.say(self.setAccessibleName, lambda: self.tr("Stations"))
        self.restyle()

    def set_stations(self, stations: frozenset[Station]) -> None:
        """Show exactly these."""
        while self._column.count():
            self._column.takeAt(0)
        for station in [one for one in self._items if one not in stations]:
            self._items.pop(station).deleteLater()
        for station in Station:
            if station not in stations:
                continue
            if station is Station.SETTINGS:
                self._column.addStretch(1)
            if station not in self._items:
                self._items[station] = self._make(station)
            self._column.addWidget(self._items[station])
        if Station.SETTINGS not in stations:
            self._column.addStretch(1)

    def _make(self, station: Station) -> RailItem:
        item = RailItem(station)
        item.set_narrow(narrow=self._is_narrow or self._is_tight)
        item.clicked.connect(lambda: self.chosen.emit(station))
        return item

    def choose(self, station: Station | None) -> None:
        """Mark the station shown."""
        for one, item in self._items.items():
            item.setAutoExclusive(False)
            item.setChecked(one is station)
            item.setAutoExclusive(True)

    def set_badge(self, station: Station, badge: Badge) -> None:
        """Badge of a station, if it is there."""
        if station in self._items:
            self._items[station].set_badge(badge)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only."""
        self._is_narrow = narrow
        self._show_width()

    def fit(self, height: int) -> None:
        """Icons only where words do not fit into `height` pixels (small window, large text)."""
        tight = height < len(self._items) * theme().px(54) + theme().px(16)
        if tight != self._is_tight:
            self._is_tight = tight
            self._show_width()

    def _show_width(self) -> None:
        for item in self._items.values():
            item.set_narrow(narrow=self._is_narrow or self._is_tight)
        self.restyle()

    @property
    def is_narrow(self) -> bool:
        """Whether somebody asked for icons only."""
        return self._is_narrow

    @override
    def restyle(self) -> None:
        t = theme()
        self._column.setContentsMargins(0, t.px(8), 0, t.px(8))
        self._column.setSpacing(t.px(2))
        self.setFixedWidth(t.px(48 if self._is_narrow or self._is_tight else 80))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = [self._items[one] for one in Station if one in self._items]
        at = next((i for i, item in enumerate(order) if item.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if at is None or not step:
            super().keyPressEvent(event)
        else:
            order[(at + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
