"""Parts of the side panel: its head with the deeds on alarm or team, rows of steps and people, its log."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from visitdesk.safety.board import Person
from visitdesk.safety.visit_log import LogEntry
from visitdesk.ui.safety.board_actions import BoardKey
from visitdesk.ui.safety.steps import How, Step
from visitdesk.ui.safety.team_dialogs import log_lines
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import leg_word, report_word, step_word
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.levels import LevelMark
from visitdesk.ui.shell.moments import clock_text
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture as Still
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level, Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Elided, Text, row

LOG_LINES = 12
"""The newest lines stand in the panel, the whole log opens by its action."""


class SideHead(Panel):
    """Shape, name, countdown, and the buttons of the alarm or of the team."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        t = theme()
        self._level = Level.NORMAL
        self._shape = LevelMark(side=28)
        self.name = Elided("", Type.PANEL, name="side.name")
        self.under = Elided("", Type.SMALL, tone="text2", name="side.under")
        self.time = Text("", Type.TITLE, name="side.time")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.name)
        titles.addWidget(self.under)
        line = QHBoxLayout()
        line.setSpacing(t.px(10))
        line.addWidget(self._shape)
        line.addLayout(titles, 1)
        line.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(10))
        column.addLayout(line)
        actions = watcher.shell.actions
        self.acknowledge = ActionButton(actions[Key.ACKNOWLEDGE], kind="level")
        self.acknowledge.setObjectName("side.acknowledge")
        self._alarm_buttons = [self.acknowledge, *(ActionButton(actions[key]) for key in (Key.CALL, Key.ESCALATE))]
        self._team_buttons = [ActionButton(actions[key]) for key in (BoardKey.CHECK_IN, BoardKey.EXTEND)]
        for button in (*self._alarm_buttons, *self._team_buttons):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout()
        self._grid.setSpacing(t.px(6))
        self._is_folded: bool | None = None
        self._fold(folded=False)
        column.addLayout(self._grid)
        column.addLayout(row(*self._team_buttons, gap=6))

    def show_about(self, *, alarm: bool, team: bool) -> None:
        """Which buttons stand here."""
        for button in self._alarm_buttons:
            button.setVisible(alarm)
        for button in self._team_buttons:
            button.setVisible(team and not alarm)
        self._shape.setVisible(alarm or team)
        self.fit()

    def show_level(self, level: Level, *, acknowledged: bool = False) -> None:
        """Shape, countdown and acknowledge button in the colours of a level."""
        c = theme().tokens
        ink = c.levels[level]
        self._shape.show_level(level, acknowledged=acknowledged)
        self.time.setStyleSheet(f"color: {ink.text if level.rank else c.text}")
        fills = bool(ink.fill) and not c.is_contrast
        back, colour, edge = (ink.fill, ink.ink, ink.text) if fills else (c.text, c.window, c.text)
        body = f"background: {back}; color: {colour}; border: 1px solid {edge}; font-weight: 700;"
        off = f"QPushButton:disabled {{ background: {c.window}; color: {c.disabled}; }}"
        focus = f"QPushButton:focus {{ border: 2px solid {c.text}; }}"
        self.acknowledge.setStyleSheet(f"QPushButton {{ {body} }} {focus} {off}")
        self.acknowledge.set_ink(colour)

    def fit(self) -> None:
        """Keys stand on the buttons where there is room; then without, then the deed of F2 in a row of its own."""
        for buttons in (self._alarm_buttons, self._team_buttons):
            for short in ((), buttons[1:], buttons):
                for button in buttons:
                    button.set_short(short=button in short)
                if self._need(buttons) <= self.width():
                    break
        folded = self._need(self._alarm_buttons) > self.width()
        if folded:
            for button in self._alarm_buttons:
                button.set_short(short=False)
        self._fold(folded=folded)

    @staticmethod
    def _need(buttons: Sequence[ActionButton]) -> int:
        return sum(button.sizeHint().width() for button in buttons) + theme().px(6) * (len(buttons) - 1)

    def _fold(self, *, folded: bool) -> None:
        if folded == self._is_folded:
            return
        self._is_folded = folded
        first, *others = self._alarm_buttons
        for button in self._alarm_buttons:
            self._grid.removeWidget(button)
        self._grid.addWidget(first, 0, 0, 1, 2 if folded else 1)
        for place, button in enumerate(others):
            self._grid.addWidget(button, 1 if folded else 0, place if folded else place + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def retranslate(self) -> None:
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class Box(Panel):
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

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class StepRow(Box):
    """One response step: its digit, what to do, the button that does it, and who has done it."""

    def __init__(self, watcher: Watcher, number: int, step: Step, run: Callable[..., object]) -> None:
        super().__init__(f"side.step.{number}")
        self.line.addWidget(Text(str(number), Type.STRONG, tone="text2"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(step.words, Type.TABLE, wrap=True, name=f"side.step.{number}.words"))
        if step.done is not None:
            who = watcher.picture.dossier.officer(step.done.by)
            note = step.done.note or step_word(step.done.step)
            time = clock_text(watcher.shell.local(step.done.at))
            words.addWidget(Elided(f"{time}  {who}  {note}", Type.SMALL, tone="ok", name=f"side.step.{number}.done"))
            self.line.insertWidget(0, Still(Icon.CHECKMARK, role="ok", side=16))
        self.line.addLayout(words, 1)
        button = Button(self._deed_word(step), icon=step.icon, name=f"side.step.{number}.deed")
        button.setAccessibleName(f"{number}: {step.words}")
        button.setAccessibleDescription(str(number))
        button.clicked.connect(run)
        self.line.addWidget(button)

    def _deed_word(self, step: Step) -> str:
        return {How.CALL: self.tr("Call"), How.ESCALATE: self.tr("Tell"), How.CALL_SHEET: "110"}[step.how]

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class PersonRow(Box):
    """One collector of a team: where he is, his last word, by when the next is owed."""

    def __init__(self, watcher: Watcher, person: Person) -> None:
        super().__init__(f"side.person.{person.collector}")
        shell, dossier = watcher.shell, watcher.picture.dossier
        someone = dossier.people.get(person.collector)
        self.line.addWidget(Text(dossier.name(person.collector), Type.STRONG))
        heard = f"{clock_text(shell.local(person.heard))} {report_word(person.said)}" if person.heard else ""
        left = leg_word(person.leg) if person.is_member else self.tr("left the team")
        self.line.addWidget(Elided("  ".join(x for x in (left, heard) if x), Type.SMALL, tone="text2"), 1)
        if person.due is not None:
            by = self.tr("by {time}").format(time=clock_text(shell.local(person.due)))
            self.line.addWidget(Text(by, Type.STRONG))
        if someone is not None and someone.phone:
            self.setToolTip(someone.phone)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class SideLog(Panel):
    """The newest lines of a visit's log."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        self._watcher = watcher
        self._entries: Sequence[LogEntry] = ()
        self._head = Text("", Type.STRONG, name="side.log_head")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme().px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self._head)
        column.addLayout(self._lines)

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """Other entries."""
        self._entries = entries
        clear(self._lines)
        lines = log_lines(entries, self._watcher)[:LOG_LINES]
        self._head.setText(self.tr("Log") if lines else "")
        for line in lines:
            words = Text(line.words, Type.TABLE, wrap=True)
            time = Text(line.time, Type.SMALL, tone="text2")
            time.setAlignment(Qt.AlignmentFlag.AlignTop)
            entry = row(time, words, gap=8)
            entry.setStretch(1, 1)
            self._lines.addLayout(entry)

    @override
    def retranslate(self) -> None:
        self.show_entries(self._entries)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def line_of(words: str, name: str) -> Text:
    """A line of secondary words, hidden where there are none."""
    text = Text(words, Type.TABLE, tone="text2", wrap=True, name=name)
    text.setVisible(bool(words))
    return text


def clear(box: QVBoxLayout) -> None:
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
