"""The second view of the board: the same teams as a table, with level shape and word in the first column."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QKeyEvent, QPainter
from typing_extensions import override

from visitdesk.ui.safety.picture import Band, Picture, TeamTile
from visitdesk.ui.safety.words import Local, last_word, names_of, state_word, team_label, time_words, where_words
from visitdesk.ui.shell.levels import paint_level
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.table_delegate import TableDelegate
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level


class _LevelDelegate(TableDelegate):
    """Paints the level's shape before the state."""

    @override
    def _words(self, painter: QPainter, rect: QRect, row: Any, column: "Column[Any]") -> None:
        if column.key == "state" and isinstance(row, TeamTile):
            t = theme()
            side = t.px(18)
            mark = QRectF(rect.left() + t.px(10), rect.center().y() - side / 2, side, side)
            paint_level(painter, mark, row.level, acknowledged=row.is_acknowledged)
            rect = rect.adjusted(side + t.px(6), 0, 0, 0)
        super()._words(painter, rect, row, column)


class BoardList(Table[TeamTile]):
    """Teams as rows, in the order of the board."""

    def __init__(self, clock: Callable[[], datetime], local: Local) -> None:
        super().__init__(
            (*_states(clock, local), *_facts(local)),
            lambda tile: tile.key,
            name="safety.list",
            label=lambda: QCoreApplication.translate("BoardList", "Teams"),
        )
        self.setItemDelegate(_LevelDelegate(self))
        self._bands = frozenset(Band)

    def show_picture(self, picture: Picture) -> None:
        """New values; nothing moves where the same teams are still there in the same order of danger."""
        keep = [tile for tile in picture.tiles if tile.band is Band.ACT or tile.band in self._bands]
        if [tile.key for tile in keep] == [tile.key for tile in self.rows.shown()] and not self.rows.sorted_by[0]:
            self.rows.replace(keep)
        else:
            self.set_rows(keep)

    def set_bands(self, bands: frozenset[Band], picture: Picture) -> None:
        """Show only these bands, and always the alarms."""
        self._bands = bands
        self.show_picture(picture)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and not event.modifiers():
            event.ignore()  # response steps; the page takes them
        else:
            super().keyPressEvent(event)


def _tone(tile: TeamTile) -> str:
    c = theme().tokens
    return "text" if tile.level in {Level.NORMAL, Level.STALE} else c.levels[tile.level].text


def _states(clock: Callable[[], datetime], local: Local) -> tuple[Column[TeamTile], ...]:
    """How bad, who, since or until when."""

    def moment(tile: TeamTile) -> float:
        at = tile.since or tile.due or tile.leaves
        return at.timestamp() if at else float("inf")

    return (
        Column(
            key="state",
            title=lambda: QCoreApplication.translate("BoardList", "State"),
            text=state_word,
            width=150,
            tone=_tone,
            sort=lambda tile: -tile.level.rank,
        ),
        Column(
            key="team",
            title=lambda: QCoreApplication.translate("BoardList", "Team"),
            text=team_label,
            width=80,
            bold=True,
            sort=lambda tile: tile.number,
        ),
        Column(
            key="time",
            title=lambda: QCoreApplication.translate("BoardList", "Time"),
            text=lambda tile: time_words(tile, clock(), local),
            width=84,
            right=True,
            bold=True,
            tone=_tone,
            sort=moment,
        ),
    )


def _facts(local: Local) -> tuple[Column[TeamTile], ...]:
    """Who, where, last word, owner."""
    return (
        Column(
            key="who",
            title=lambda: QCoreApplication.translate("BoardList", "Who"),
            text=lambda tile: names_of(tile.names),
            width=130,
        ),
        Column(
            key="where",
            title=lambda: QCoreApplication.translate("BoardList", "Where"),
            text=where_words,
            stretch=True,
            width=140,
        ),
        Column(
            key="heard",
            title=lambda: QCoreApplication.translate("BoardList", "Last word"),
            text=lambda tile: last_word(tile, local),
            width=160,
        ),
        Column(
            key="owner",
            title=lambda: QCoreApplication.translate("BoardList", "Owner"),
            text=lambda tile: tile.owner,
            width=90,
        ),
    )
