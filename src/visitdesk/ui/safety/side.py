"""The side panel: the current alarm with its steps and log, or, where the officer looks at a team in peace, that team.

It is built anew when something about it changed and keeps only its times running, from the clock.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.safety.board import AlarmCard, Person
from visitdesk.safety.visit_log import LogEntry
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.keys import SafetyKeys
from visitdesk.ui.safety.picture import TeamTile, level_of
from visitdesk.ui.safety.steps import How, Step, steps_of
from visitdesk.ui.safety.team_dialogs import log_lines
from visitdesk.ui.safety.tile_board import REST_MS
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import (
    alarm_word,
    leg_word,
    names_of,
    report_word,
    state_word,
    step_word,
    team_label,
    time_words,
)
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.levels import LevelMark
from visitdesk.ui.shell.moments import clock_text, overrun
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Picture as Still
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Elided, Text, row

LOG_LINES = 12
"""The newest lines stand in the panel, the whole log opens by its action."""


class BoardSide(Spoken, SideCard):
    """The panel beside the tiles."""

    def __init__(self, watcher: Watcher, keys: SafetyKeys) -> None:
        super().__init__("safety.side")
        self._watcher = watcher
        self._keys = keys
        self._picked = ""
        self._mark: object = None
        self._steps: tuple[Step, ...] = ()
        self._log: Sequence[LogEntry] = ()
        self._log_of: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._build_head()
        self._steps_box, self._log_box = QVBoxLayout(), QVBoxLayout()
        self._steps_box.setSpacing(theme().px(6))
        self._log_box.setSpacing(theme().px(4))
        self._steps_head = Text("", Type.STRONG, name="side.steps_head")
        self._log_head = Text("", Type.STRONG, name="side.log_head")
        self.body.addWidget(self._steps_head)
        self.body.addLayout(self._steps_box)
        self.body.addWidget(self._log_head)
        self.body.addLayout(self._log_box)
        self.body.addStretch(1)
        self._build_foot()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self.setAccessibleName, lambda: self.tr("Side panel"))
        self.installEventFilter(self)
        watcher.holds_current = lambda: self.is_in_use

    def _build_head(self) -> None:
        t = theme()
        self._shape = LevelMark(side=28)
        self.name = Elided("", Type.PANEL, name="side.name")
        self._under = Elided("", Type.SMALL, tone="text2", name="side.under")
        self._time = Text("", Type.TITLE, name="side.time")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.name)
        titles.addWidget(self._under)
        line = QHBoxLayout()
        line.setSpacing(t.px(10))
        line.addWidget(self._shape)
        line.addLayout(titles, 1)
        line.addWidget(self._time)
        self.head.addLayout(line)
        actions = self._watcher.shell.actions
        self._acknowledge = ActionButton(actions[Key.ACKNOWLEDGE], kind="level")
        self._acknowledge.setObjectName("side.acknowledge")
        self._alarm_buttons = [self._acknowledge, *(ActionButton(actions[key]) for key in (Key.CALL, Key.ESCALATE))]
        self._team_buttons = [ActionButton(actions[key]) for key in (BoardKey.CHECK_IN, BoardKey.EXTEND)]
        for buttons in (self._alarm_buttons, self._team_buttons):
            for button in buttons:
                button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            self.head.addLayout(row(*buttons, gap=6))

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
            if self._watcher.current is None or self._watcher.current.id not in tile.alarms:
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
        card = self.card
        mark = (
            tile.key if tile else "",
            card,
            _shape_of(tile),
            theme().lang,
            self._watcher.current and self._watcher.current.id,
        )
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
            self._time.setText(overrun(now - card.raised))
        else:
            self._time.setText(time_words(tile, now, shell.local) if tile is not None else "")

    def _show(self, tile: TeamTile | None, card: AlarmCard | None) -> None:
        for button in self._alarm_buttons:
            button.setVisible(card is not None)
        for button in self._team_buttons:
            button.setVisible(card is None and tile is not None)
        for widget in (self._resolve, self._note, self._foot_words):
            widget.setVisible(card is not None)
        self._shape.setVisible(tile is not None)
        current = self._watcher.current
        self._back.setVisible(card is None and current is not None)
        _empty(self._steps_box)
        if card is not None:
            self._show_alarm(tile, card)
        elif tile is not None:
            self._show_team(tile)
        else:
            self._show_nothing()
        if current is not None:
            at = self._watcher.current_tile
            words = f"{team_label(at) if at else ''}  {alarm_word(current)}".strip()
            self._back.setText(self.tr("Current alarm: {alarm} ▸").format(alarm=words))

    def _show_alarm(self, tile: TeamTile | None, card: AlarmCard) -> None:
        level, c = level_of(card), theme().tokens
        ink = c.levels[level]
        self._shape.show_level(level, acknowledged=card.owner is not None)
        self.name.setText(f"{team_label(tile) if tile else ''}  {alarm_word(card)}".strip())
        cards = self._watcher.picture.alarms
        place = next((i for i, one in enumerate(cards, 1) if one.id == card.id), 1)
        self._under.setText(self.tr("Current alarm {n} of {count}, Shift+F8 to step").format(n=place, count=len(cards)))
        self._time.setStyleSheet(f"color: {ink.text}")
        self._wear(ink.fill if not c.is_contrast else "", ink.ink, ink.text)
        self._steps = steps_of(card, tile, self._watcher.picture.dossier)
        self._steps_head.setText(self.tr("Response steps"))
        for number, step in enumerate(self._steps, 1):
            self._steps_box.addWidget(self._step_row(number, step))
        if tile is not None:
            self._steps_box.addWidget(_line_of(self._place(tile), "side.place"))
        words = self.tr("Acknowledge means “mine”; it does not resolve the alarm.")
        two = self.tr(" Duress needs two authorised people to resolve.")
        self._foot_words.setText(words + two if card.needs_two else words)

    def _show_team(self, tile: TeamTile) -> None:
        self._steps = ()
        self._shape.show_level(tile.level)
        self.name.setText(f"{team_label(tile)}  {state_word(tile)}")
        self._under.setText(names_of(tile.names))
        c = theme().tokens
        self._time.setStyleSheet(f"color: {c.levels[tile.level].text if tile.level.rank else c.text}")
        self._steps_head.setText(self.tr("Who is out"))
        for person in tile.people:
            self._steps_box.addWidget(self._person_row(person))
        self._steps_box.addWidget(_line_of(self._place(tile), "side.place"))
        for keys in ((BoardKey.BREAK_OFF, BoardKey.RECALL), (BoardKey.CANCEL, BoardKey.TEAM), (BoardKey.HELP,)):
            buttons: list[QWidget | int] = [ActionButton(self._watcher.shell.actions[key], short=True) for key in keys]
            self._steps_box.addLayout(row(*buttons, 1, gap=6))

    def _show_nothing(self) -> None:
        self._steps = ()
        self.name.setText(self.tr("No alarm"))
        self._under.setText(self.tr("Choose a team to see it here."))
        self._steps_head.setText("")

    def _place(self, tile: TeamTile) -> str:
        stop = tile.stop
        if stop is None or not stop.address:
            return ""
        words = self.tr("Address: {address}").format(address=stop.address)
        return f"{words}  {self.tr('high care')}" if stop.is_high_care else words

    def _person_row(self, person: Person) -> QWidget:
        shell, dossier = self._watcher.shell, self._watcher.picture.dossier
        someone = dossier.people.get(person.collector)
        box = _Box(f"side.person.{person.collector}")
        box.line.addWidget(Text(dossier.name(person.collector), Type.STRONG))
        heard = f"{clock_text(shell.local(person.heard))} {report_word(person.said)}" if person.heard else ""
        left = self.tr("left the team") if not person.is_member else leg_word(person.leg)
        box.line.addWidget(Elided("  ".join(x for x in (left, heard) if x), Type.SMALL, tone="text2"), 1)
        if person.due is not None:
            by = self.tr("by {time}").format(time=clock_text(shell.local(person.due)))
            box.line.addWidget(Text(by, Type.STRONG))
        if someone is not None and someone.phone:
            box.setToolTip(someone.phone)
        return box

    def _wear(self, fill: str, ink: str, text: str) -> None:
        """The acknowledge button in the fill of its level."""
        c = theme().tokens
        back, colour, edge = (fill, ink, text) if fill else (c.text, c.window, c.text)
        body = f"background: {back}; color: {colour}; border: 1px solid {edge}; font-weight: 700;"
        off = f"QPushButton:disabled {{ background: {c.window}; color: {c.disabled}; }}"
        focus = f"QPushButton:focus {{ border: 2px solid {c.text}; }}"
        self._acknowledge.setStyleSheet(f"QPushButton {{ {body} }} {focus} {off}")
        self._acknowledge.set_ink(colour)

    # --- steps ------------------------------------------------------------------------------------------------

    def _step_row(self, number: int, step: Step) -> QWidget:
        box = _Box(f"side.step.{number}")
        box.line.addWidget(Text(str(number), Type.STRONG, tone="text2"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(step.words, Type.TABLE, wrap=True, name=f"side.step.{number}.words"))
        if step.done is not None:
            who = self._watcher.picture.dossier.officer(step.done.by)
            note = step.done.note or step_word(step.done.step)
            time = clock_text(self._watcher.shell.local(step.done.at))
            words.addWidget(Elided(f"{time}  {who}  {note}", Type.SMALL, tone="ok", name=f"side.step.{number}.done"))
            box.line.insertWidget(0, Still(Icon.CHECKMARK, role="ok", side=16))
        box.line.addLayout(words, 1)
        button = Button(self._deed_word(step), icon=step.icon, name=f"side.step.{number}.deed")
        button.setAccessibleName(f"{number}: {step.words}")
        button.setAccessibleDescription(str(number))
        button.clicked.connect(partial(self.run_step, number))
        box.line.addWidget(button)
        return box

    def _deed_word(self, step: Step) -> str:
        words: dict[How, Callable[[], str]] = {
            How.CALL: lambda: self.tr("Call"),
            How.ESCALATE: lambda: self.tr("Tell"),
            How.CALL_SHEET: lambda: self.tr("110"),
        }
        return words[step.how]()

    def run_step(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        """Do the step with this digit: what it opens enters it when it is done."""
        if not 1 <= number <= len(self._steps):
            return
        step = self._steps[number - 1]
        match step.how:
            case How.CALL:
                self._keys.call(step.rung)
            case How.ESCALATE:
                self._keys.tell(step.rung)
            case How.CALL_SHEET:
                self._keys.call_sheet(step.rung)

    # --- log --------------------------------------------------------------------------------------------------

    def _read_log(self, tile: TeamTile | None, card: AlarmCard | None) -> None:
        visit = card.visit if card is not None else tile.visit if tile is not None else None
        mark = (visit, tile.heard if tile else None, card.version if card else 0, len(tile.alarms) if tile else 0)
        if mark == self._log_of:
            return
        self._log_of = mark
        if visit is None:
            self._show_log(())
            return
        watch = self._watcher.rooms.watch
        self._watcher.shell.jobs.run(
            lambda: watch.visit_log(visit), done=self._show_log, failed=self._watcher.shell.report, quiet=True
        )

    def _show_log(self, entries: Sequence[LogEntry]) -> None:
        self._log = entries
        _empty(self._log_box)
        lines = log_lines(entries, self._watcher)[:LOG_LINES]
        self._log_head.setText(self.tr("Log") if lines else "")
        for line in lines:
            words = Text(line.words, Type.TABLE, wrap=True)
            time = Text(line.time, Type.SMALL, tone="text2")
            time.setAlignment(Qt.AlignmentFlag.AlignTop)
            entry = row(time, words, gap=8)
            entry.setStretch(1, 1)
            self._log_box.addLayout(entry)

    # --- pointer and keyboard ---------------------------------------------------------------------------------

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
        self._show_log(self._log)
        self.refresh()

    @override
    def restyle(self) -> None:
        if self._mark is not None:
            self._mark = None
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class _Box(QWidget):
    """A bordered row."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("surface", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        c, t = theme().tokens, theme()
        radius, width = (0, 2) if c.is_contrast else (4, 1)
        self.setStyleSheet(
            f'QWidget[surface="row"] {{ background: {c.sunken}; border: {width}px solid {c.stroke};'
            f" border-radius: {radius}px; }}"
        )
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(t.px(10), t.px(7), t.px(7), t.px(7))
        self.line.setSpacing(t.px(10))


def _line_of(words: str, name: str) -> Text:
    text = Text(words, Type.TABLE, tone="text2", wrap=True, name=name)
    text.setVisible(bool(words))
    return text


def _shape_of(tile: TeamTile | None) -> object:
    """What of a tile the panel shows besides times."""
    if tile is None:
        return None
    return (tile.level, tile.people, tile.stop, tile.names, tile.is_recalled, tile.leg)


def _empty(box: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout | QVBoxLayout):
            while (part := inner.takeAt(0)) is not None:
                found = part.widget()
                if found is not None:
                    found.hide()
                    found.deleteLater()
            inner.deleteLater()
