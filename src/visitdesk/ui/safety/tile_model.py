"""The tiles as an item model: headings and tiles in one order, values replaced in place, the order only when told to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from visitdesk.ui.safety.picture import Band, Picture, TeamTile
from visitdesk.ui.safety.words import Local, band_word, tile_sentence

Index = QModelIndex | QPersistentModelIndex
ABSENT = QModelIndex()


class TileRole(IntEnum):
    """Roles beyond Qt's own."""

    CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One item: a heading (`tile` is None) or a tile with its place `nth` in its band."""

    band: Band
    key: str
    nth: int = 0
    count: int = 0
    tile: TeamTile | None = None


class TileModel(QAbstractListModel):
    """Items of the board. `show` replaces values; `arrange` moves them."""

    def __init__(self, clock: Callable[[], datetime], local: Local, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._local = local
        self._cells: list[Cell] = []
        self._keep: frozenset[Band] = frozenset(Band)
        self._latest = Picture(now=clock())
        self._is_settled = True

    @property
    def is_settled(self) -> bool:
        """Whether the order shown is the order that should be."""
        return self._is_settled

    def set_bands(self, keep: Iterable[Band]) -> None:
        """Show only these bands; alarms are always shown."""
        self._keep = frozenset({Band.ACT, *keep})
        self.arrange()

    def show(self, picture: Picture, *, may_move: bool) -> None:
        """Put new values in; without `may_move` nothing changes place, comes or goes."""
        self._latest = picture
        wanted = self._wanted()
        self._is_settled = [cell.key for cell in wanted] == [cell.key for cell in self._cells]
        if may_move or self._is_settled:
            self.arrange()
            return
        fresh = {tile.key: tile for tile in picture.tiles}
        self._cells = [_renewed(cell, fresh) for cell in self._cells]
        self._tell()

    def arrange(self) -> None:
        """Bring everything into the order that should be; the view's selection goes along by key."""
        wanted = self._wanted()
        self._is_settled = True
        if [(cell.key, cell.band) for cell in wanted] == [(cell.key, cell.band) for cell in self._cells]:
            self._cells = wanted
            self._tell()
            return
        self.beginResetModel()
        self._cells = wanted
        self.endResetModel()

    def _tell(self) -> None:
        if self._cells:
            self.dataChanged.emit(self.index(0), self.index(len(self._cells) - 1))

    def _wanted(self) -> list[Cell]:
        cells: list[Cell] = []
        for band in Band:
            tiles = self._latest.in_band(band) if band in self._keep else ()
            if tiles:
                cells.append(Cell(band=band, key=f"band {band.name}", count=len(tiles)))
                cells += [Cell(band=band, key=tile.key, nth=nth, tile=tile) for nth, tile in enumerate(tiles)]
        return cells

    def cell(self, row: int) -> Cell:
        """The item in a row."""
        return self._cells[row]

    def row_of(self, key: str) -> int:
        """Row of a tile, -1 where it is not shown."""
        return next((row for row, cell in enumerate(self._cells) if cell.key == key), -1)

    @override
    def rowCount(self, parent: Index = ABSENT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._cells[index.row()].tile is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._cells[index.row()]
        if role == TileRole.CELL:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(cell)
        if role == Qt.ItemDataRole.ToolTipRole and cell.tile is not None:
            return self._words(cell)
        return None

    def _words(self, cell: Cell) -> str:
        if cell.tile is None:
            return f"{band_word(cell.band)} {cell.count}"
        return tile_sentence(cell.tile, self._clock(), self._local)


def _renewed(cell: Cell, fresh: dict[str, TeamTile]) -> Cell:
    """The same place with the newest value; a tile that is gone stands as it was until things may move."""
    tile = fresh.get(cell.key)
    return cell if tile is None else Cell(band=cell.band, key=cell.key, nth=cell.nth, count=cell.count, tile=tile)
