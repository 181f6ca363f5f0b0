"""The change of watch (交接班): the next officer signs and accepts each open alarm by name; the old one owns the rest.

F2 accepts the alarm the keyboard is on, Space does not: a hand that rests on the keyboard must not take over an alarm.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.errors import RuleBroken
from visitdesk.safety.board import AlarmCard
from visitdesk.safety.model import AlarmId
from visitdesk.security.model import Actor, UserId
from visitdesk.security.permissions import Deed, require
from visitdesk.ui.safety.picture import Band, Picture, level_of
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import alarm_word, names_of, owner_words, team_label
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.levels import LevelMark
from visitdesk.ui.shell.moments import clock_text, day_text, overrun
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Elided, Scroll, Text, row


class AlarmRow(QFrame):
    """One open alarm to accept."""

    def __init__(self, page: "HandOverPage", card: AlarmCard, *, is_accepted: bool) -> None:
        super().__init__()
        self.card = card
        self.setObjectName(f"hand_over.alarm.{card.id}")
        self.setProperty("surface", "sunken")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        watcher = page.watcher
        tile = watcher.picture.tile_of(card.id)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(12), theme().px(8), theme().px(8), theme().px(8))
        line.setSpacing(theme().px(10))
        mark = LevelMark(side=22)
        mark.show_level(level_of(card), acknowledged=card.owner is not None)
        line.addWidget(mark)
        about = f"{team_label(tile) if tile else ''}  {alarm_word(card)}".strip()
        age = overrun(watcher.shell.clock.now() - card.raised)
        who = names_of(tile.names) if tile else ""
        owner = owner_words(card, watcher.picture.dossier, watcher.shell.local)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(f"{about}  {age}", Type.STRONG))
        texts.addWidget(Elided("  ".join(part for part in (who, owner) if part), Type.SMALL, tone="text2"))
        line.addLayout(texts, 1)
        if is_accepted:
            line.addWidget(Text(self.tr("accepted"), Type.STRONG, tone="ok", name="hand_over.accepted"))
        else:
            button = Button(self.tr("Accept  F2"), icon=Icon.CHECKMARK, name=f"hand_over.accept.{card.id}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys accept by F2 alone
            button.setAccessibleName(self.tr("Accept {alarm}").format(alarm=about))
            button.setEnabled(page.taker is not None)
            button.setToolTip("" if page.taker is not None else self.tr("The next officer signs first."))
            button.clicked.connect(partial(page.accept_alarm, card.id))
            line.addWidget(button)
        self.setAccessibleName(f"{about}, {who}, {owner}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class HandOverPage(Page):
    """Sign, accept, hear the sound, finish."""

    def __init__(self, shell: Shell, watcher: Watcher) -> None:
        super().__init__(shell, name="safety/hand-over")
        self.watcher = watcher
        self.taker: Actor | None = None
        self._accepted: set[AlarmId] = set()
        self._has_heard = False
        self._mark: object = None
        self._lines: list[AlarmRow] = []
        self.say(self.title.setText, lambda: self.tr("Hand over the watch"))
        self._build_parts()
        self.bind(Key.ACKNOWLEDGE, self._accept_focused, words=self._f2_words)
        self.bind(Key.FINISH, self._finish, words=lambda: self.tr("Finish hand-over"), reason=self._why_not)
        self.add_deed(Key.FINISH, accent=True)
        watcher.shown.connect(self._show)
        shell.ticked.connect(self._ticked)

    def _build_parts(self) -> None:
        self.user, self.password = QLineEdit(), QLineEdit()
        self.user.setObjectName("hand_over.user")
        self.password.setObjectName("hand_over.password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.returnPressed.connect(self._sign)
        self._form = Form(columns=2, name="hand_over.form")
        self._form.add("user", lambda: self.tr("Next officer: user name"), self.user)
        self._form.add("password", lambda: self.tr("His own password"), self.password)
        self._sign_button = Button(icon=Icon.SIGNATURE, name="hand_over.sign")
        self.say(self._sign_button.setText, lambda: self.tr("Sign"))
        self._sign_button.clicked.connect(self._sign)
        self._sound = Button(icon=Icon.SPEAKER_2, name="hand_over.sound")
        self.say(self._sound.setText, lambda: self.tr("Test the sound"))
        self._sound.clicked.connect(self._test_sound)
        self._sound_told = Text("", Type.TABLE, tone="text2", name="hand_over.sound_told")
        self._names = Text("", Type.TABLE, tone="text2", name="hand_over.names")
        people = Card(name="hand_over.people")
        self.say(people.set_title, lambda: self.tr("Who hands over to whom"))
        people.add(self._names, self._form)
        people.body.addLayout(row(self._sign_button, self._sound, self._sound_told, 1))
        self._alarms = Card(name="hand_over.alarms")
        self._teams = Card(name="hand_over.teams")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(6))
        self._alarms.body.addLayout(self._rows)
        self._team_lines = QVBoxLayout()
        self._team_lines.setSpacing(theme().px(2))
        self._teams.body.addLayout(self._team_lines)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().px(6), 0)
        column.setSpacing(theme().px(12))
        for card in (people, self._alarms, self._teams):
            column.addWidget(card)
        column.addStretch(1)
        self.set_content(Scroll(inside, name="hand_over.scroll"))

    # --- showing ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        self._mark = None
        self._show(self.watcher.picture)
        self.user.setFocus()

    def _ticked(self, _now: object) -> None:
        if self.isVisible():
            self._show(self.watcher.picture)

    def _show(self, picture: Picture) -> None:
        mine = picture.alarms
        mark = (
            [(card.id, card.version) for card in mine],
            [(tile.key, tile.leg) for tile in picture.tiles],
            frozenset(self._accepted),
            self.taker,
            theme().lang,
            self.shell.clock.now().second // 10,
        )
        if mark == self._mark:
            return
        self._mark = mark
        self._show_names()
        focused = next((one.card.id for one in self._lines if one.hasFocus()), "")
        _clear(self._rows)
        self._lines = [AlarmRow(self, card, is_accepted=self.is_accepted(card)) for card in mine]
        for line in self._lines:
            self._rows.addWidget(line)
            if line.card.id == focused:
                line.setFocus()
        self._alarms.set_title(self.tr("%n open alarm(s), each accepted by name", "", len(mine)))
        _clear(self._team_lines)
        out = [tile for tile in picture.tiles if tile.is_out]
        for tile in out:
            due = self.tr("word due {time}").format(time=clock_text(self.shell.local(tile.due))) if tile.due else ""
            words = "  ".join(part for part in (team_label(tile), names_of(tile.names), due) if part)
            self._team_lines.addWidget(Elided(words, Type.TABLE))
        self._teams.set_title(self.tr("%n team(s) out", "", len(out)))
        self.subtitle.setText(
            self.tr("Until this is finished, the watch stays with {who}.").format(who=self._giver_name())
        )
        self.shell.actions.refresh()

    def _show_names(self) -> None:
        taker = self.watcher.picture.dossier.officer(self.taker.user) if self.taker else self.tr("not signed yet")
        self._names.setText(self.tr("From {giver} to {taker}").format(giver=self._giver_name(), taker=taker))
        for widget in (self._form, self._sign_button):
            widget.setVisible(self.taker is None)

    def _giver_name(self) -> str:
        return self.watcher.picture.dossier.officer(self.shell.actor.user) if self.shell.actor else ""

    def is_accepted(self, card: AlarmCard) -> bool:
        """Whether the next officer has accepted this alarm, or owns it already."""
        is_theirs = self.taker is not None and card.owner == self.taker.user
        return is_theirs or card.id in self._accepted

    # --- deeds ------------------------------------------------------------------------------------------------

    def _sign(self) -> None:
        user, password, giver = self.user.text().strip(), self.password.text(), self.shell.actor
        faults = {} if user else {"user": self.tr("Enter the user name.")}
        if not self._form.show_faults(faults) or giver is None:
            return
        security = self.watcher.rooms.security

        def work() -> Actor:
            if user == giver.user:
                raise RuleBroken("board.same_person", rule="hand_over.same")
            signed = security.sign_in(user=UserId(user), password=password, desk=giver.desk)
            require(signed, Deed.WATCH)
            return signed

        self.password.clear()
        self.ask(work, self._signed, doing=self.tr("Signing…"), slot="sign")

    def _signed(self, taker: Actor) -> None:
        self.taker = taker
        self._mark = None
        self._show(self.watcher.picture)
        first = next((one for one in self._lines if not self.is_accepted(one.card)), None)
        (first or self._sound).setFocus()

    def _f2_words(self) -> str:
        return self.tr("Accept") if self.taker is not None else self.tr("Acknowledge")

    def _accept_focused(self) -> None:
        """F2: the alarm the keyboard is on, else the current one; before the signature it acknowledges as everywhere."""
        line = next((one for one in self._lines if one.hasFocus()), None)
        current = self.watcher.current
        alarm = line.card.id if line is not None else current.id if current is not None else None
        if alarm is None:
            return
        if self.taker is None:
            actor, watch = self.shell.actor, self.watcher.rooms.watch
            if actor is not None and current is not None:
                card = current
                self.watcher.do(lambda: watch.acknowledge(actor, alarm=card.id))
            return
        self.accept_alarm(alarm)

    def accept_alarm(self, alarm: AlarmId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        """The next officer accepts this alarm: one nobody has becomes his at once, the others when it is finished."""
        card, taker, giver = self.watcher.picture.card(alarm), self.taker, self.shell.actor
        if card is None or taker is None or giver is None:
            return
        watch = self.watcher.rooms.watch
        free = [one.id for one in self.watcher.picture.together(card) if one.owner is None]

        def work() -> Changed:
            changed = Changed()
            for one in free:
                changed |= watch.acknowledge(taker, alarm=one)
            return changed

        if free:
            self.watcher.do(work)
        self._accepted.add(alarm)
        self._mark = None
        self._show(self.watcher.picture)
        left = next((one for one in self._lines if not self.is_accepted(one.card)), None)
        (left or self._sound).setFocus()

    def _test_sound(self) -> None:
        self.watcher.voice.alarm.test()
        self._has_heard = True
        self._sound_told.setText(self.tr("Played. Turn the speakers up if you did not hear it."))
        self.shell.actions.refresh()

    def _why_not(self) -> str | None:
        if self.taker is None:
            return self.tr("The next officer signs first.")
        left = [card for card in self.watcher.picture.alarms if not self.is_accepted(card)]
        if left:
            return self.tr("%n alarm(s) not accepted yet.", "", len(left))
        return None if self._has_heard else self.tr("Test the sound first.")

    def _finish(self) -> None:
        taker, giver = self.taker, self.shell.actor
        if taker is None or giver is None or self._why_not() is not None:
            return
        picture = self.watcher.picture
        every = [one for card in picture.alarms for one in picture.together(card)]
        owned = [one.id for one in every if one.owner == giver.user]
        watch = self.watcher.rooms.watch

        def work() -> Changed:
            return watch.hand_over(taker, giver=giver.user, accepted=owned)

        at = self.shell.clock.now()
        self.do(work, doing=self.tr("Handing over…"), done=lambda: self._finished(giver, taker, at))

    def _finished(self, giver: Actor, taker: Actor, at: datetime) -> None:
        sheet = self.sheet(giver, taker, at, self.watcher.picture)
        QGuiApplication.clipboard().setText("\n".join(sheet))
        self.taker, self._has_heard, self._mark = None, False, None
        self._accepted.clear()
        self.user.clear()
        self._sound_told.setText("")
        self.shell.set_actor(taker)
        self.shell.toast(
            self.tr("{who} has the watch. The sheet is on the clipboard.").format(
                who=self.watcher.picture.dossier.officer(taker.user)
            )
        )
        self.shell.go("safety")

    def sheet(self, giver: Actor, taker: Actor, at: datetime, picture: Picture) -> Sequence[str]:
        """The sheet of the hand-over: both names, what is open, who is out, how many alarms."""
        dossier, local = picture.dossier, self.shell.local
        lines = [
            self.tr("Hand-over of the watch  {day} {time}").format(day=day_text(local(at)), time=clock_text(local(at))),
            self.tr("From {giver} to {taker}").format(
                giver=dossier.officer(giver.user), taker=dossier.officer(taker.user)
            ),
            self.tr("%n open alarm(s), each accepted by name", "", len(picture.alarms)),
        ]
        for card in picture.alarms:
            tile = picture.tile_of(card.id)
            raised = clock_text(local(card.raised))
            lines.append(f"- {team_label(tile) if tile else ''}  {alarm_word(card)}  {raised}")
        lines.append(self.tr("%n team(s) out", "", picture.teams_out))
        calm = [tile for tile in picture.tiles if tile.is_out and tile.band is not Band.ACT]
        lines.extend(f"- {team_label(tile)}  {names_of(tile.names)}" for tile in calm)
        lines.append(self.tr("%n alarm(s) in the last hour", "", picture.raised_last_hour))
        return lines

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.accept()  # refused: only F2 accepts
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._mark = None
        self._show(self.watcher.picture)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
