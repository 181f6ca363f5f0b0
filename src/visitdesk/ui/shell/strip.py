"""The safety strip: always there, grey when calm, coloured only by an alarm, never dimmed, covered or closable.

It shows a `StripState` and nothing else; its buttons are the safety actions, so strip, keys and palette agree.
"""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.levels import LevelMark, level_word
from visitdesk.ui.shell.moments import ago, clock_text
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.strip_state import StripAlarm, StripState
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Level, Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Elided, Tag, Text


class _Count(QWidget):
    """Shape and number of one level."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(5))
        self._level = level
        mark = LevelMark(side=18)
        mark.show_level(level)
        self._number = Text("", Type.STRONG)
        row.addWidget(mark)
        row.addWidget(self._number)

    def show_count(self, count: int) -> None:
        """Show `count`, or nothing for none."""
        self._number.setText(str(count))
        self.setToolTip(f"{level_word(self._level)} {count}")
        self.setVisible(count > 0)


class SafetyStrip(Panel):
    """The strip of a window or of a dialog.

    Args:
        in_dialog: the row on top of a dialog: no hint of F8, fewer words.
    """

    def __init__(self, shell: Shell, *, in_dialog: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("safety_strip")
        self._shell = shell
        self._in_dialog = in_dialog
        self._announced: tuple[str, Level] | None = None
        self._now = shell.clock.now()
        self._build()
        shell.strip_changed.connect(self._state_changed)
        shell.ticked.connect(self._ticked)
        self._show()

    def _build(self) -> None:
        t = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(t.px(16), 0, t.px(12), 0)
        row.setSpacing(t.px(12))
        self._mark = LevelMark(side=16)
        self._what = Text("", Type.TILE, name="strip.what")
        self._who = Elided("", Type.BODY, name="strip.who")
        self._age = Text("", Type.BODY, name="strip.age")
        self._calm = Elided("", Type.TABLE, tone="text2", name="strip.calm")
        self._drill = Tag("", tone="demo", name="strip.drill")
        self._counts = {level: _Count(level) for level in (Level.DURESS, Level.ESCALATED, Level.OVERDUE)}
        self._worst = Button(kind="link", name="strip.worst")
        self._worst.clicked.connect(self._shell.worst_asked)
        self._muted = Text("", Type.SMALL, tone="text2", name="strip.muted")
        self._hint = Text("", Type.SMALL, tone="text2")
        actions = self._shell.actions
        self._acknowledge = ActionButton(actions[Key.ACKNOWLEDGE], kind="level")
        self._buttons = [ActionButton(actions[key]) for key in (Key.CALL, Key.ESCALATE, Key.MUTE)]
        for part in (self._drill, self._mark, self._what):
            row.addWidget(part)
        row.addWidget(self._who, 0)
        row.addWidget(self._age)
        row.addWidget(self._calm, 1)
        row.addStretch(0)
        self._spring = row.count() - 1
        for count in self._counts.values():
            row.addWidget(count)
        for tail in (self._worst, self._muted, self._hint, self._acknowledge, *self._buttons):
            row.addWidget(tail)
        self._row = row
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self._drill.setText, lambda: self.tr("Drill"))
        self.say(self.setAccessibleName, lambda: self.tr("Safety strip"))

    def _state_changed(self, state: StripState) -> None:
        self._show()
        alarm = state.alarm
        level = (alarm.id, alarm.level) if alarm else None
        if level != self._announced and alarm is not None:
            self._announce(alarm)
        self._announced = level

    def _announce(self, alarm: StripAlarm) -> None:
        """Once per alarm and level, to screen readers, without the borrower."""
        event = QAccessibleAnnouncementEvent(self, f"{alarm.team} {alarm.word or level_word(alarm.level)}")
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _ticked(self, now: datetime) -> None:
        self._now = now
        self._show_times()

    def _next(self) -> None:
        self._shell.actions[Key.NEXT_ALARM].trigger()

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down} and self._shell.strip.alarms:
            self._next()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize}:
            self._show_room()
            self.update()
        return super().event(event)

    def _show(self) -> None:
        state, alarm = self._shell.strip, self._shell.strip.alarm
        self._now = self._shell.clock.now()
        self.setFixedHeight(theme().px(44 if alarm else 32))
        self._drill.setVisible(state.is_drill)
        self._mark.set_side(24 if alarm else 16)
        self._mark.show_level(alarm.level if alarm else Level.NORMAL, acknowledged=bool(alarm and alarm.owner))
        for part in (self._what, self._who, self._age, self._acknowledge, *self._buttons):
            part.setVisible(alarm is not None)
        self._calm.setVisible(alarm is None)
        self._hint.setVisible(alarm is None and not self._in_dialog)
        self._hint.setText(self.tr("Safety strip  F8"))
        for level, count in self._counts.items():
            count.show_count(state.count(level))
        self._worst.setVisible(state.current > 0 and bool(state.alarms))
        if alarm is not None:
            self._show_alarm(state, alarm)
        self._show_times()
        self._show_room()
        self.update()

    def _show_alarm(self, state: StripState, alarm: StripAlarm) -> None:
        t = theme().tokens
        ink = t.levels[alarm.level]
        self._what.setText(f"{alarm.team}  {alarm.word or level_word(alarm.level)}")
        self._what.setStyleSheet(f"color: {ink.text}")
        hidden = state.is_locked
        parts = [alarm.who, alarm.where] if not hidden else []
        if alarm.owner:
            parts.append(self.tr("taken by {who}").format(who=alarm.owner))
        self._who.setText("   ".join(part for part in parts if part))
        self._acknowledge.setAccessibleName(f"{self._acknowledge.text()} {self._what.text()}")
        self._worst.setText(self.tr("Most urgent: {team} ▸").format(team=state.alarms[0].team))
        solid = f"background: {ink.fill}; color: {ink.ink}; border: 1px solid {ink.text}; font-weight: 700;"
        plain = f"background: {t.text}; color: {t.window}; border: 2px solid {t.text}; font-weight: 700;"
        focus = f"QPushButton:focus {{ border: 2px solid {t.text}; }}"
        off = f"QPushButton:disabled {{ background: {t.window}; color: {t.disabled}; }}"
        body = solid if ink.fill and not t.is_contrast else plain
        self._acknowledge.setStyleSheet(f"QPushButton {{ {body} }} {focus} {off}")
        colour = ink.ink if ink.fill and not t.is_contrast else t.window
        self._acknowledge.set_ink(colour)

    def _show_times(self) -> None:
        state, alarm = self._shell.strip, self._shell.strip.alarm
        muted = state.muted_until is not None and state.muted_until > self._now
        self._muted.setVisible(muted)
        if muted and state.muted_until is not None:
            until = f"{self._shell.local(state.muted_until):%H:%M:%S}"
            self._muted.setText(self.tr("Muted until {time}").format(time=until))
        if alarm is not None:
            self._age.setText(ago(self._now - alarm.since))
        else:
            self._calm.setText(self._calm_words(state))

    def _calm_words(self, state: StripState) -> str:
        if state.teams_out is None:
            return self.tr("No branch is open. Nobody is being watched here.")
        if state.teams_out == 0 and state.next_due is None:
            return self._with_note(self.tr("No team is out today."), state)
        if state.teams_out == 0 and state.next_due is not None:
            when = clock_text(self._shell.local(state.next_due))
            words = self.tr("No team is out. Next departure {time}, {team}").format(time=when, team=state.next_team)
            return self._with_note(words, state)
        words = self.tr("%n team(s) out, all on time.", "", state.teams_out)
        if state.next_due is not None:
            when = clock_text(self._shell.local(state.next_due))
            words += self.tr(" Next: {time}, {team}").format(time=when, team=state.next_team)
        return self._with_note(words, state)

    @staticmethod
    def _with_note(words: str, state: StripState) -> str:
        return f"{words}   {state.note}" if state.note else words

    def _show_room(self) -> None:
        """Fewer words where there is little room; shape, team, word, count and F2 always stay."""
        width = self.width() / theme().scale
        has_alarm = self._shell.strip.alarm is not None
        self._row.setStretch(self._spring, 1 if has_alarm else 0)
        for button in self._buttons:
            button.set_short(short=width < 1180)
            button.setVisible(has_alarm and width >= 760)
        self._age.setVisible(has_alarm and width >= 560)
        self._who.setVisible(has_alarm and width >= 620 and bool(self._who.text()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, alarm = theme().tokens, self._shell.strip.alarm
        painter = QPainter(self)
        ink = t.levels[alarm.level] if alarm else None
        painter.fillRect(self.rect(), QColor(ink.tint if ink and ink.tint else t.window))
        if ink is not None:
            painter.fillRect(QRectF(0, 0, theme().px(4), self.height()), QColor(ink.fill or ink.text))
        if t.is_contrast or ink is None:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(t.stroke))
        if self.hasFocus():
            pen = QColor(t.text)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()
