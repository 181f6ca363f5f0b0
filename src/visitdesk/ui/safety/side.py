"""The side panel: the current alarm with its steps and log, or, where the officer looks at a team in peace, that team.

It is built anew when something about it changed and keeps only its times running, from the clock.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.safety.board import AlarmCard
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.keys import SafetyKeys
from visitdesk.ui.safety.picture import TeamTile, level_of
from visitdesk.ui.safety.side_parts import PersonRow, SideHead, SideLog, StepRow, clear, line_of
from visitdesk.ui.safety.steps import How, Step, steps_of
from visitdesk.ui.safety.tile_board import REST_MS
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import alarm_word, names_of, state_word, team_label, time_words
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.moments import clock_text, overrun
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Elided, Text, row

FOOT_FROM = 480
"""In lower panels (px at 100 %) the explanation at the foot gives way to the steps."""
SOON = 6
"""So many teams stand in the panel of a calm board, by who is due first."""
_TEAM_DEEDS = (
    BoardKey.BREAK_OFF,
    BoardKey.RECALL,
    BoardKey.CANCEL,
    BoardKey.TEAM,
    BoardKey.HELP,
    BoardKey.LOG,
)


class BoardSide(Spoken, SideCard):
    """The panel beside the tiles."""

    def __init__(self, watcher: Watcher, keys: SafetyKeys) -> None:
        super().__init__("safety.side")
        self._watcher = watcher
        self._keys = keys
        self._picked = ""
        self._mark: object = None
        self._log_mark: object = None
        self._steps: tuple[Step, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self.heading = SideHead(watcher)
        self.head.addWidget(self.heading)
        self._steps_head = Text("", Type.STRONG, name="side.steps_head")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme().px(6))
        self.log = SideLog(watcher)
        self.body.addWidget(self._steps_head)
        self.body.addLayout(self._parts)
        self.body.addWidget(self.log)
        self.body.addStretch(1)
        self._build_foot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self.setAccessibleName, lambda: self.tr("Side panel"))
        self.installEventFilter(self)
        watcher.holds_current = lambda: self.is_in_use

    def _build_foot(self) -> None:
        actions = self._watcher.shell.actions
        self._resolve = ActionButton(actions[BoardKey.RESOLVE], short=True)
        self._note = ActionButton(actions[Key.NEW])
        self._foot_words = Text("", Type.SMALL, tone="text2", wrap=True, name="side.foot")
        self._back = Button(kind="link", name="side.to_alarm")
        self._back.clicked.connect(self.show_alarm)
        self.foot.addLayout(row(self._resolve, self._note, 1))
        self.foot.addWidget(self._foot_words)
        self.foot.addWidget(self._back)

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def is_in_use(self) -> bool:
        """Whether pointer or keyboard was at work here in the last two seconds; the current alarm then stays."""
        return self._rest.isActive()

    @property
    def tile(self) -> TeamTile | None:
        """The team shown: the one picked, else that of the current alarm."""
        return self._watcher.picture.tile(self._picked) if self._picked else self._watcher.current_tile

    @property
    def card(self) -> AlarmCard | None:
        """The alarm shown, always the current one; None while a team is looked at."""
        return None if self._picked else self._watcher.current

    def pick(self, tile: TeamTile) -> None:
        """The officer goes to a team: its alarm becomes the current one, a team without alarm is shown by itself."""
        if tile.alarms:
            self._picked = ""
            current = self._watcher.current
            if current is None or current.id not in tile.alarms:
                self._watcher.make_current(tile.alarms[0])
        else:
            self._picked = tile.key
        self.refresh()

    def show_alarm(self) -> None:
        """Back to the current alarm."""
        self._picked = ""
        self.refresh()

    def alarm_changed(self) -> None:
        """Another alarm is the current one: it is shown, unless the officer is at work here."""
        if not self.is_in_use:
            self._picked = ""
        self.refresh()

    def refresh(self) -> None:
        """Look again; parts are made anew only where they differ."""
        tile = self.tile
        if self._picked and (tile is None or tile.alarms):
            self._picked = ""
            tile = self.tile
        card, current = self.card, self._watcher.current
        about = None if card is None else (card.id, card.version, card.level, len(self._watcher.picture.alarms))
        of_team = None if tile is None else (tile.key, tile.level, tile.people, tile.stop, tile.is_recalled)
        soon = None if of_team else [(one.key, one.due) for one in self._soon()]
        mark = (about, card.rows if card else (), of_team, soon, theme().lang, current.id if current else "")
        if mark != self._mark:
            self._mark = mark
            self._show(tile, card)
        self.show_times()
        self._read_log(tile, card)

    def show_times(self) -> None:
        """Countdown and ages, from the clock."""
        tile, card, shell = self.tile, self.card, self._watcher.shell
        now = shell.clock.now()
        if card is not None:
            self.heading.time.setText(overrun(now - card.raised))
        else:
            self.heading.time.setText(time_words(tile, now, shell.local) if tile is not None else "")

    def _show(self, tile: TeamTile | None, card: AlarmCard | None) -> None:
        self.heading.show_about(alarm=card is not None, team=tile is not None)
        current = self._watcher.current
        self._resolve.setVisible(card is not None)
        self._note.setVisible(card is not None)
        self._back.setVisible(card is None and current is not None)
        clear(self._parts)
        if card is not None:
            self._show_alarm(tile, card)
        elif tile is not None:
            self._show_team(tile)
        else:
            self._show_nothing()
        self._fit_foot()
        if current is not None:
            at = self._watcher.current_tile
            words = f"{team_label(at) if at else ''}  {alarm_word(current)}".strip()
            self._back.setText(self.tr("Current alarm: {alarm} ▸").format(alarm=words))

    def _show_alarm(self, tile: TeamTile | None, card: AlarmCard) -> None:
        self.heading.show_level(level_of(card), acknowledged=card.owner is not None)
        self.heading.name.setText(f"{team_label(tile) if tile else ''}  {alarm_word(card)}".strip())
        cards = self._watcher.picture.alarms
        place = next((i for i, one in enumerate(cards, 1) if one.id == card.id), 1)
        words = self.tr("Current alarm {n} of {count}, Shift+F8 to step").format(n=place, count=len(cards))
        self.heading.under.setText(words)
        self._steps = steps_of(card, tile, self._watcher.picture.dossier)
        self._steps_head.setText(self.tr("Response steps"))
        for number, step in enumerate(self._steps, 1):
            self._parts.addWidget(StepRow(self._watcher, number, step, partial(self.run_step, number)))
        if tile is not None:
            self._parts.addWidget(line_of(self._place(tile), "side.place"))
        words = self.tr("Acknowledge means “mine”; it does not resolve the alarm.")
        two = self.tr(" Duress needs two authorised people to resolve.")
        self._foot_words.setText(words + two if card.needs_two else words)

    def _show_team(self, tile: TeamTile) -> None:
        self._steps = ()
        self.heading.show_level(tile.level)
        self.heading.name.setText(f"{team_label(tile)}  {state_word(tile)}")
        self.heading.under.setText(names_of(tile.names))
        self._steps_head.setText(self.tr("Who is out"))
        for person in tile.people:
            self._parts.addWidget(PersonRow(self._watcher, person))
        self._parts.addWidget(line_of(self._place(tile), "side.place"))
        room = self.width() - theme().px(52)
        line: list[QWidget | int] = []
        used = 0
        for key in _TEAM_DEEDS:
            button = ActionButton(self._watcher.shell.actions[key], short=True)
            need = button.sizeHint().width() + theme().px(6)
            if line and used + need > room:
                self._parts.addLayout(row(*line, 1, gap=6))
                line, used = [], 0
            line.append(button)
            used += need
        self._parts.addLayout(row(*line, 1, gap=6))

    def _show_nothing(self) -> None:
        self._steps = ()
        self.heading.name.setText(self.tr("No alarm"))
        self.heading.under.setText(self.tr("Choose a team to see it here."))
        soon = self._soon()
        self._steps_head.setText(self.tr("Due next") if soon else "")
        for tile in soon:
            if tile.due is not None:
                time = clock_text(self._watcher.shell.local(tile.due))
                words = f"{time}  {team_label(tile)}  {names_of(tile.names)}"
                self._parts.addWidget(Elided(words, Type.TABLE))

    def _soon(self) -> list[TeamTile]:
        """Who is due first."""
        owed = [tile for tile in self._watcher.picture.tiles if tile.due is not None]
        return sorted(owed, key=lambda tile: tile.due or self._watcher.picture.now)[:SOON]

    def _place(self, tile: TeamTile) -> str:
        stop = tile.stop
        if stop is None or not stop.address:
            return ""
        words = self.tr("Address: {address}").format(address=stop.address)
        return f"{words}  {self.tr('high care')}" if stop.is_high_care else words

    def run_step(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        """Do the step with this digit: what it opens enters it when it is done."""
        if not 1 <= number <= len(self._steps):
            return
        step = self._steps[number - 1]
        match step.how:
            case How.CALL:
                self._keys.call(step.rung, step.person)
            case How.ESCALATE:
                self._keys.tell(step.rung)
            case How.CALL_SHEET:
                self._keys.call_sheet(step.rung)

    def _read_log(self, tile: TeamTile | None, card: AlarmCard | None) -> None:
        """Read the visit's log anew where something happened on it."""
        visit = card.visit if card is not None else tile.visit if tile is not None else None
        mark = (visit, tile.heard if tile else None, card.version if card else 0, tile.alarms if tile else ())
        if mark == self._log_mark:
            return
        self._log_mark = mark
        if visit is None:
            self.log.show_entries(())
            return
        watch, shell = self._watcher.rooms.watch, self._watcher.shell
        shell.jobs.run(lambda: watch.visit_log(visit), done=self.log.show_entries, failed=shell.report, quiet=True)

    # --- room, pointer and keyboard ---------------------------------------------------------------------------

    def _fit_foot(self) -> None:
        self._foot_words.setVisible(self.card is not None and self.height() >= theme().px(FOOT_FROM))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()
        if event.size().width() != event.oldSize().width() and self.card is None and self._mark is not None:
            self._mark = None
            self.refresh()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}:
            self._rest.start()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.Wheel}:
            self._rest.start()
        return super().event(event)

    @override
    def retranslate(self) -> None:
        self._mark = None
        self.refresh()

    @override
    def restyle(self) -> None:
        if self._mark is not None:
            self._mark = None
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
