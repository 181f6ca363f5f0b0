"""The board of tiles: one list, keys in all directions, and nothing that moves under the pointer."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from visitdesk.ui.safety.picture import Band, Picture, TeamTile
from visitdesk.ui.safety.tile_delegate import Eyes, TileDelegate
from visitdesk.ui.safety.tile_model import TileModel
from visitdesk.ui.safety.words import Local
from visitdesk.ui.shell.spoken import Spoken

REST_MS = 2000
"""Pointer and keyboard must rest so long before tiles change places."""

_WAYS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


class TileBoard(Spoken, QListView):
    """Tiles of all bands.

    Signals:
        tile_chosen: payload `TeamTile`; the tile the officer went to, by click or key.
        tile_opened: payload `TeamTile`; Enter or double click.
    """

    tile_chosen = Signal(object)
    tile_opened = Signal(object)

    def __init__(self, clock: Callable[[], datetime], local: Local, eyes: Eyes) -> None:
        super().__init__()
        self.setObjectName("safety.tiles")
        self.tiles = TileModel(clock, local, self)
        self.setModel(self.tiles)
        self.setItemDelegate(TileDelegate(self, eyes))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._opened)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self.viewport().installEventFilter(self)
        self.say(self.setAccessibleName, lambda: self.tr("Teams"))

    @property
    def is_restless(self) -> bool:
        """Whether pointer or keyboard moved here in the last two seconds."""
        return self._rest.isActive()

    def show_picture(self, picture: Picture) -> None:
        """New values at once; new places only while pointer and keyboard rest."""
        key = self.key
        self.tiles.show(picture, may_move=not self.is_restless)
        self._keep(key)
        self.viewport().update()

    def set_bands(self, bands: frozenset[Band]) -> None:
        """Show only these bands, and always the alarms."""
        key = self.key
        self.tiles.set_bands(bands)
        self._keep(key)

    @property
    def key(self) -> str:
        """Key of the tile the keyboard is on, "" for none."""
        index = self.currentIndex()
        return self.tiles.cell(index.row()).key if index.isValid() else ""

    def tile(self, index: QModelIndex) -> TeamTile | None:
        """The tile of an index; None for headings."""
        return self.tiles.cell(index.row()).tile if index.isValid() else None

    def go_to(self, key: str) -> bool:
        """Put the keyboard on a tile and bring it in sight; False where it is not shown."""
        row = self.tiles.row_of(key)
        if row < 0:
            return False
        index = self.tiles.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def _keep(self, key: str) -> None:
        row = self.tiles.row_of(key) if key else -1
        if row >= 0 and self.currentIndex().row() != row:
            index = self.tiles.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _rested(self) -> None:
        if not self.tiles.is_settled:
            key = self.key
            self.tiles.arrange()
            self._keep(key)

    def _clicked(self, index: QModelIndex) -> None:
        tile = self.tile(index)
        if tile is not None:
            self.tile_chosen.emit(tile)

    def _opened(self, index: QModelIndex) -> None:
        tile = self.tile(index)
        if tile is not None:
            self.tile_opened.emit(tile)

    # --- keys and pointer -------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is not None and plain:
            self._rest.start()
            self._step(*way)
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._opened(self.currentIndex())
            event.accept()
        elif event.text().isdigit() and plain:
            event.ignore()  # response steps; the page takes them
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, along: int) -> None:
        """The next tile in that direction."""
        current = self.currentIndex()
        if not current.isValid() or self.tile(current) is None:
            target = self._nearest(QRect(0, -1, 1, 1), 0, 1)
        elif across:
            target = self._beside(current.row(), across)
        else:
            target = self._nearest(self.visualRect(current), 0, along)
        if target is not None:
            self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(target)
            self._clicked(target)

    def _beside(self, row: int, step: int) -> QModelIndex | None:
        row += step
        while 0 <= row < self.tiles.rowCount():
            if self.tiles.cell(row).tile is not None:
                return self.tiles.index(row)
            row += step
        return None

    def _nearest(self, start: QRect, _across: int, along: int) -> QModelIndex | None:
        """In the next row of tiles up or down, the one whose middle is nearest."""
        found: list[tuple[int, int, int]] = []
        for row in range(self.tiles.rowCount()):
            if self.tiles.cell(row).tile is not None:
                place = self.visualRect(self.tiles.index(row))
                down = (place.top() - start.top()) * along
                if down > 0:
                    found.append((down, abs(place.center().x() - start.center().x()), row))
        return self.tiles.index(min(found)[2]) if found else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}:
            self._rest.start()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
