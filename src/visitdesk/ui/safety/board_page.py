"""The board: is anybody in trouble, and what do I do next?"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.board_list import BoardList
from visitdesk.ui.safety.check_in import Said, reported
from visitdesk.ui.safety.keys import QUICK, SafetyKeys
from visitdesk.ui.safety.picture import Band, Picture, TeamTile
from visitdesk.ui.safety.quick_line import understood
from visitdesk.ui.safety.side import BoardSide
from visitdesk.ui.safety.team_deeds import TeamDeeds
from visitdesk.ui.safety.tile_board import TileBoard
from visitdesk.ui.safety.tile_delegate import Eyes
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import report_word, team_label
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.levels import level_icon
from visitdesk.ui.shell.moments import clock_text
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import InfoBar, StatePanel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level, Type
from visitdesk.ui.shell.widgets import Button, Text, row
from visitdesk.ui.shell.wording import told

_EVERY = frozenset(Band)
CHIPS: Mapping[str, frozenset[Band]] = MappingProxyType(
    {
        "all": _EVERY,
        "act": frozenset({Band.ACT}),
        "heed": frozenset({Band.ACT, Band.HEED}),
        "calm": frozenset({Band.ACT, Band.CALM}),
        "waiting": frozenset({Band.ACT, Band.WAITING}),
    }
)
"""What each chip shows; alarms always."""
TOO_MANY = 12
"""More alarms than this in an hour ask for a second officer: six of pairs, counted singly (reference safety §2)."""


class BoardPage(Page):
    """The safety board."""

    def __init__(self, shell: Shell, watcher: Watcher, keys: SafetyKeys) -> None:
        super().__init__(shell, name="safety")
        self._watcher = watcher
        self._keys = keys
        self._picture = watcher.picture
        self.say(self.title.setText, lambda: self.tr("Safety board"))
        self._build_chips()
        self._build_views()
        self.side = BoardSide(watcher, keys)
        self.set_side(self.side, width=404)
        self._bind()
        self.add_deed(BoardKey.CHECK_IN)
        self.add_deed(BoardKey.VIEW).set_short(short=True)
        self.add_deed(BoardKey.HAND_OVER)
        self.add_deed(Key.WALL)
        watcher.shown.connect(self._show)
        watcher.current_changed.connect(self._current_changed)
        shell.ticked.connect(self._ticked)
        self.say(self.hint.setText, lambda: self.tr("Filters never hide alarms"))
        self._show(watcher.picture)

    def _build_chips(self) -> None:
        self.add_filter("all", lambda: self.tr("All"), count=0)
        self.add_filter("act", lambda: self.tr("Act now"), count=0, picture=level_icon(Level.OVERDUE))
        self.add_filter("heed", lambda: self.tr("Keep an eye on"), count=0, picture=level_icon(Level.REMINDER))
        self.add_filter("calm", lambda: self.tr("On time"), count=0, picture=level_icon(Level.NORMAL))
        self.add_filter("waiting", lambda: self.tr("Not set out"), count=0)
        self.filter_changed.connect(self._filter)

    def _build_views(self) -> None:
        shell, watcher = self.shell, self._watcher
        eyes = Eyes(
            shell.clock.now,
            shell.local,
            lambda: watcher.picture.dossier,
            lambda: watcher.current.id if watcher.current else "",
        )
        self.tiles = TileBoard(shell.clock.now, shell.local, eyes)
        self.list = BoardList(shell.clock.now, shell.local)
        self.tiles.tile_chosen.connect(self._chosen)
        self.tiles.tile_opened.connect(self._opened)
        self.list.row_selected.connect(self._chosen)
        self.list.row_opened.connect(self._opened)
        self.quick, self.answer = QLineEdit(), Text("", Type.TABLE, name="safety.quick_answer")
        self.quick.setObjectName("safety.quick_line")
        self.quick.setFixedWidth(theme().px(260))
        self.say(self.quick.setPlaceholderText, lambda: self.tr("3 ok, 3 late 10, 3a safe, 3"))
        self.say(self.quick.setAccessibleName, lambda: self.tr("Quick line"))
        self.quick.returnPressed.connect(self._quick)
        self._quick_row = QWidget()
        self._quick_row.setLayout(row(self.quick, self.answer, 1))
        self._quick_row.hide()
        self._views = QStackedWidget()
        self._views.addWidget(self.tiles)
        self._views.addWidget(self.list)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self._quick_row)
        column.addWidget(self._views, 1)
        self.set_content(whole)

    def _bind(self) -> None:
        self.deeds = TeamDeeds(self._watcher, self, self._team, self.bind)
        self.bind(BoardKey.VIEW, self._toggle_view, words=self._view_words)
        self.bind(BoardKey.HAND_OVER, lambda: self.shell.go("safety/hand-over"))
        self.bind(BoardKey.RESOLVE, self._keys.resolve, reason=self._no_alarm)
        self.bind(BoardKey.CALL_SHEET, self._keys.call_sheet, reason=self._no_alarm)
        self.bind(Key.NEW, self._keys.note, words=lambda: self.tr("Add note"), reason=self._no_alarm)
        self.bind(Key.RELOAD, self._watcher.look)
        self.bind(Key.QUICK_LINE, self.open_quick_line)

    def _no_alarm(self) -> str | None:
        return None if self._watcher.current is not None else self.tr("No alarm is open.")

    # --- showing ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        self._watcher.look()
        if selection == QUICK:
            self.open_quick_line()
        elif selection is not None and selection.kind == "team":
            self.go_to(selection.id)
        elif self.tiles.key == "":
            current = self._watcher.current_tile
            first = current or next(iter(self._picture.tiles), None)
            if first is not None:
                self.tiles.go_to(first.key)

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        self.tiles.show_picture(picture)
        self.list.show_picture(picture)
        self.side.refresh()
        self._count(picture)
        if picture.tiles:
            self.show_content()
        else:
            self._show_empty(picture)
        self._show_bars(picture)
        self._refresh_reasons()

    def _count(self, picture: Picture) -> None:
        counts = {band: len(picture.in_band(band)) for band in Band}
        self.count_filter("all", len(picture.tiles))
        for key, band in (("act", Band.ACT), ("heed", Band.HEED), ("calm", Band.CALM), ("waiting", Band.WAITING)):
            self.count_filter(key, counts[band])
        out = picture.teams_out
        words = self.tr("%n team(s) out, by danger, then by age", "", out) if out else self.tr("No team is out")
        self.subtitle.setText(words)

    def _show_empty(self, picture: Picture) -> None:
        go = Button(self.tr("Open the plan"), icon=Icon.MAP, name="safety.empty.plan")
        go.clicked.connect(lambda: self.shell.go("plan"))
        del picture
        self.show_state(
            StatePanel(
                Icon.SHIELD_CHECKMARK,
                lambda: self.tr("No team is out"),
                lambda: self.tr("When a day plan is published, its visits stand here and are watched."),
                go,
                name="safety_empty",
            )
        )

    def _show_bars(self, picture: Picture) -> None:
        gap = picture.gap
        if gap is not None and not self.property("gap_told"):
            self.setProperty("gap_told", True)
            begin, end = (clock_text(self.shell.local(one)) for one in gap)
            bar = InfoBar("", tone="warning", name="gap_bar")
            bar.say(
                bar.words.setText,
                lambda: self.tr(
                    "Nobody watched from {begin} to {end}. What fell due in that time is on the board now."
                ).format(begin=begin, end=end),
            )
            self.show_bar(bar)
        if picture.raised_last_hour > TOO_MANY and not self.property("flood_told"):
            self.setProperty("flood_told", True)
            raised = picture.raised_last_hour
            bar = InfoBar("", tone="warning", name="flood_bar")
            bar.say(
                bar.words.setText,
                lambda: self.tr(
                    "%n alarm(s) in an hour. Call in a second officer, or agree on longer intervals.", "", raised
                ),
            )
            self.show_bar(bar)

    def _ticked(self, _now: object) -> None:
        if self.isVisible():
            self.tiles.viewport().update()
            self.list.viewport().update()
            self.side.show_times()
            late = self._watcher.is_late
            bar = self.findChild(InfoBar, "late_bar")
            if late and bar is None:
                time = f"{self.shell.local(self._watcher.answered):%H:%M:%S}"
                words = self.tr("The watch gives no answer since {time}. Countdowns go on; watch by telephone.")
                self.show_bar(InfoBar(words.format(time=time), tone="error", name="late_bar"))
            elif not late and bar is not None:
                bar.hide()
                bar.deleteLater()

    def _current_changed(self) -> None:
        self.side.alarm_changed()
        self.tiles.viewport().update()

    def _refresh_reasons(self) -> None:
        """Reasons follow the team; asked again only when it is another, or another leg."""
        tile = self._team()
        mark = None if tile is None else (tile.key, tile.leg, tile.level, bool(tile.alarms))
        if self.property("reason_mark") != repr(mark):
            self.setProperty("reason_mark", repr(mark))
            self.shell.actions.refresh()

    # --- choosing ---------------------------------------------------------------------------------------------

    def _team(self) -> TeamTile | None:
        """The team that deeds mean: the one in the side panel, else the one the keyboard is on."""
        return self.side.tile or self._picture.tile(self.tiles.key)

    def _chosen(self, tile: TeamTile | None) -> None:
        if tile is not None:
            fresh = self._picture.tile(tile.key) or tile
            self.side.pick(fresh)
            self._refresh_reasons()

    def _opened(self, tile: TeamTile) -> None:
        """Enter: a team in peace is rung up, an alarm's steps get the keyboard."""
        self._chosen(tile)
        if tile.alarms:
            if self.has_drawer and not self.side.isVisible():
                self.toggle_drawer()
            first = self.side.findChild(Button, "side.step.1.deed")
            (first or self.side).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.deeds.check_in(tile=self._picture.tile(tile.key) or tile)

    def go_to(self, key: str) -> None:
        """Jump to a team; a filter that hides it is lifted."""
        if not self.tiles.go_to(key):
            self.set_filter("all")
            self.tiles.go_to(key)
        tile = self._picture.tile(key)
        if tile is not None:
            self.side.pick(tile)
            self._refresh_reasons()

    def _filter(self, chip: str) -> None:
        self.tiles.set_bands(CHIPS[chip])
        self.list.set_bands(CHIPS[chip], self._picture)

    def _toggle_view(self) -> None:
        self._views.setCurrentIndex(1 - self._views.currentIndex())
        view: QWidget = self.list if self._views.currentIndex() else self.tiles
        view.setFocus()
        self.shell.actions.refresh()

    def _view_words(self) -> str:
        return self.tr("Tiles") if self._views.currentIndex() else self.tr("List")

    # --- quick line -------------------------------------------------------------------------------------------

    def open_quick_line(self) -> None:
        """Ctrl+G: the keyboard on the line."""
        self._quick_row.show()
        self.answer.setText("")
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.quick.selectAll()

    def _quick(self) -> None:
        line = self.quick.text()
        if not line.strip():
            return
        try:
            meant = understood(line, self._picture)
        except BadInput as fault:
            self._answer(told(fault).sentence, tone="error")
            return
        said = meant.said
        if said is None:
            self.close_quick_line()
            self.go_to(meant.tile.key)
            self.tiles.setFocus()
            return
        team, watcher = team_label(meant.tile), self._watcher
        self._answer(self.tr("{team}: entering…").format(team=team), tone="text2")
        self.shell.jobs.run(
            self.shell.followed(lambda: reported(watcher, said)),
            done=lambda changed: self._entered(changed, team, said),
            failed=self._not_entered,
        )

    def _entered(self, changed: object, team: str, said: Said) -> None:
        self.shell.announce(changed)  # type: ignore[arg-type]  # the job's answer
        self._answer(self.tr("{team}: {word}, entered").format(team=team, word=report_word(said.kind.value)), tone="ok")
        self.quick.clear()

    def _not_entered(self, fault: Exception) -> None:
        self._answer(told(fault).sentence, tone="error")

    def _answer(self, words: str, *, tone: str) -> None:
        self.answer.set_tone(tone)
        self.answer.setText(words)

    def close_quick_line(self) -> None:
        """Esc: away with it."""
        self._quick_row.hide()
        self.quick.clear()

    # --- Qt ---------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text().isdigit() and plain:
            self.side.run_step(int(event.text()))
        elif event.key() == Qt.Key.Key_Escape and self._quick_row.isVisible():
            self.close_quick_line()
            self.tiles.setFocus()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._count(self._picture)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
