"""Dialogs on one alarm: whom to call (F3), escalate (F4), the call sheet for 110, a note. Nothing dials by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.people.model import CollectorId
from visitdesk.safety.board import AlarmCard
from visitdesk.safety.model import ResponseStep
from visitdesk.ui.safety.deed_dialog import DeedDialog, words_box
from visitdesk.ui.safety.picture import Officer
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.safety.words import alarm_word, kind_word, last_word, names_of, team_label
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.moments import clock_text
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Tag, Text, row


def logged(
    watcher: Watcher, card: AlarmCard, step: ResponseStep, *, rung: str = "", note: str = ""
) -> Callable[[], Changed]:
    """Logging a step on this alarm, for the writer thread."""
    actor, watch = watcher.shell.actor, watcher.rooms.watch
    if actor is None:
        return Changed
    return watcher.on_all(card, lambda one: watch.log_step(actor, alarm=one.id, step=step, rung=rung, note=note))


class AlarmDialog(DeedDialog):
    """A dialog on one alarm: says which in its title and stays with it, whatever becomes the current one."""

    def __init__(
        self, watcher: Watcher, parent: QWidget | None, card: AlarmCard, *, name: str, width: int = 560
    ) -> None:
        super().__init__(watcher, parent, name=name, width=width)
        self.card = card
        self.tile = watcher.picture.tile_of(card.id)

    @property
    def about(self) -> str:
        """`7 组  胁迫求助`."""
        team = team_label(self.tile) if self.tile else ""
        return f"{team}  {alarm_word(self.card)}".strip()


class CallDialog(AlarmDialog):
    """Whom to call, with numbers to read off, and what came of it."""

    def __init__(
        self,
        watcher: Watcher,
        parent: QWidget | None,
        card: AlarmCard,
        *,
        rung: str = "",
        first: CollectorId | None = None,
    ) -> None:
        super().__init__(watcher, parent, card, name="safety.call", width=620)
        self._rung = rung
        self.set_title(lambda: self.tr("Whom to call: {alarm}").format(alarm=self.about))
        if card.do_not_ring:
            warning = Tag("", tone="error", name="call.do_not_ring")
            self.say(warning.setText, lambda: self.tr("Do not ring or message the team. It may betray them."))
            self.body.addWidget(warning)
        else:
            self.add_words(
                lambda: self.tr("You dial. Ask the neutral question and listen for the code word before anything else.")
            )
            people = [one.collector for one in self.tile.people] if self.tile else []
            if card.collector is not None and card.collector not in people:
                people.append(card.collector)
            wanted = first or card.collector
            for collector in sorted(people, key=lambda one: one != wanted):
                self.body.addWidget(self._person(collector))
        self._officers()
        self.add_button(lambda: self.tr("Close"), name="safety.call.close")

    def _person(self, collector: CollectorId) -> Card:
        someone = self.watcher.picture.dossier.people.get(collector)
        card = Card(name=f"call.{collector}", surface="sunken")
        name = someone.name if someone else collector
        number = Text(someone.phone if someone and someone.phone else "", Type.PANEL, name=f"call.number.{collector}")
        if not number.text():
            number.setText(self.tr("no number on file"))
        buttons: list[QWidget | int] = [Text(name, Type.TILE), number, 1]
        for step, words in (
            (ResponseStep.RANG_NO_ANSWER, self.tr("No answer")),
            (ResponseStep.CODE_WORD, self.tr("Code word")),
            (ResponseStep.SPOKE, self.tr("Spoke, is well")),
        ):
            button = Button(words, name=f"call.{step.value}.{collector}")
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(partial(self._log, step, name))
            buttons.append(button)
        card.body.addLayout(row(*buttons, gap=8))
        return card

    def _officers(self) -> None:
        """Whom to tell in the office; logged as a step of its own."""
        me = self.shell.actor.user if self.shell.actor else ""
        others = [one for one in self.watcher.picture.dossier.officers.values() if one.user != me and _watches(one)]
        if not others:
            return
        self.body.addWidget(Text(self.tr("Supervisors and officers"), Type.STRONG))
        for one in others:
            told = Button(self.tr("Told"), name=f"call.told.{one.user}")
            told.setAccessibleName(self.tr("Told {who}").format(who=one.name))
            told.clicked.connect(partial(self._log, ResponseStep.OTHER, one.name))
            role = self.tr("supervisor") if one.is_supervisor else self.tr("safety officer")
            self.body.addLayout(row(Text(one.name), Text(role, tone="text2"), 1, told))

    def _log(self, step: ResponseStep, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt hands it over
        words = self.tr("told {who}").format(who=name) if step is ResponseStep.OTHER else name
        self.do(logged(self.watcher, self.card, step, rung=self._rung, note=words))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class EscalateDialog(AlarmDialog):
    """Bring the alarm to the next person: who was told, entered as a step of the ladder."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, card: AlarmCard, *, rung: str = "") -> None:
        super().__init__(watcher, parent, card, name="safety.escalate", width=500)
        self._rung = rung or "ladder.supervisor"
        self.set_title(lambda: self.tr("Escalate: {alarm}").format(alarm=self.about))
        self.add_words(
            lambda: self.tr("Tell the person first, then enter it here. The ladder goes on by itself either way.")
        )
        self.who = QComboBox()
        self.who.setObjectName("escalate.who")
        me = self.shell.actor.user if self.shell.actor else ""
        officers = sorted(watcher.picture.dossier.officers.values(), key=lambda one: (not one.is_supervisor, one.name))
        for one in officers:
            if one.user != me and _watches(one):
                self.who.addItem(one.name, one.name)
        self.who.addItem(self.tr("somebody else"), "")
        self.how = words_box("escalate.words", lines=2)
        self.form = Form(name="escalate.form")
        self.form.add("who", lambda: self.tr("Who was told"), self.who)
        self.form.add("words", lambda: self.tr("How, and what was agreed"), self.how)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="safety.escalate.cancel")
        self.add_button(lambda: self.tr("Was told"), self._go, accent=True, icon=Icon.ARROW_UP, name="escalate.deed")

    def _go(self) -> None:
        who, words = str(self.who.currentData() or ""), self.how.toPlainText().strip()
        if not who and not words:
            self.form.show_faults({"words": self.tr("Say who was told.")})
            return
        told = self.tr("escalated to {who}").format(who=who) if who else self.tr("escalated")
        note = self.tr("{told}: {words}").format(told=told, words=words) if words else told
        self.do(logged(self.watcher, self.card, ResponseStep.OTHER, rung=self._rung, note=note))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class CallSheetDialog(AlarmDialog):
    """The call sheet (报警单): what to read out to 110. A person dials; this only counts and writes down."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, card: AlarmCard, *, rung: str = "") -> None:
        super().__init__(watcher, parent, card, name="safety.call_sheet", width=640)
        self._rung = rung or "ladder.call_sheet"
        self.set_title(lambda: self.tr("Call sheet for 110: {alarm}").format(alarm=self.about))
        big = Text("110", Type.FIGURE, name="call_sheet.number")
        dial = Text("", Type.BODY, tone="text2", wrap=True)
        self.say(dial.setText, lambda: self.tr("You dial and read this out. VisitDesk never dials."))
        head = row(big, dial, gap=16)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self.lines = self._lines()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        for place, (label, words) in enumerate(self.lines):
            grid.addWidget(Text(label, Type.TABLE, tone="text2"), place, 0)
            grid.addWidget(Text(words, Type.BODY, wrap=True, name=f"call_sheet.{place}"), place, 1)
        sheet = Card(name="call_sheet.sheet", surface="sunken")
        sheet.body.addLayout(grid)
        self.body.addWidget(sheet)
        self.reason = words_box("call_sheet.reason", lines=2)
        self.form = Form(name="call_sheet.form")
        self.form.add("reason", lambda: self.tr("If not dialled yet: why not"), self.reason)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Copy"), self._copy, icon=Icon.COPY, name="call_sheet.copy")
        self.add_button(lambda: self.tr("Close"), name="safety.call_sheet.close")
        self.add_button(lambda: self.tr("Not yet, because…"), self._not_yet, name="call_sheet.not_yet")
        self.add_button(
            lambda: self.tr("I have dialled 110"), self._dialled, accent=True, icon=Icon.CALL, name="call_sheet.dialled"
        )

    def _lines(self) -> list[tuple[str, str]]:
        tile, dossier = self.tile, self.watcher.picture.dossier
        stop = tile.stop if tile else None
        unknown = self.tr("not known")
        people = [one.collector for one in tile.people] if tile else []
        who = [dossier.people.get(one) for one in people]
        names = [f"{one.name} {one.phone}".strip() for one in who if one is not None]
        heard = last_word(tile, self.shell.local) if tile else unknown
        raised = clock_text(self.shell.local(self.card.raised))
        place = stop.address if stop and stop.address else unknown
        said = self.tr(
            "This is the safety desk of a branch. {count} of our staff are at {place}. {alarm} since {time}. "
            "Please send a patrol; do not telephone them."
        )
        return [
            (self.tr("Place"), place),
            (self.tr("Who"), names_of(tuple(names)) or unknown),
            (
                self.tr("What is known"),
                self.tr("{alarm} since {time}. {heard}").format(
                    alarm=kind_word(self.card.kind), time=raised, heard=heard
                ),
            ),
            (
                self.tr("Ring back"),
                self.tr("this desk only, never the team") if self.card.do_not_ring else self.tr("this desk"),
            ),
            (
                self.tr("Say"),
                said.format(count=max(1, len(people)), place=place, alarm=kind_word(self.card.kind), time=raised),
            ),
        ]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{label}: {words}" for label, words in self.lines))

    def _dialled(self) -> None:
        note = self.tr("dialled 110")
        self.do(logged(self.watcher, self.card, ResponseStep.CALL_SHEET, rung=self._rung, note=note))

    def _not_yet(self) -> None:
        reason = self.reason.toPlainText().strip()
        if self.form.show_faults({} if reason else {"reason": self.tr("Say why 110 is not dialled yet.")}):
            note = self.tr("110 not dialled yet: {reason}").format(reason=reason)
            self.do(logged(self.watcher, self.card, ResponseStep.CALL_SHEET, rung=self._rung, note=note))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


class NoteDialog(AlarmDialog):
    """Words of the officer on an alarm; they renew the three minutes of silence like any step."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, card: AlarmCard) -> None:
        super().__init__(watcher, parent, card, name="safety.note", width=480)
        self.set_title(lambda: self.tr("Note: {alarm}").format(alarm=self.about))
        self.words = words_box("note.words", lines=4)
        self.form = Form(name="note.form")
        self.form.add("words", lambda: self.tr("What was done or heard"), self.words, required=True)
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="safety.note.cancel")
        self.add_button(lambda: self.tr("Keep the note"), self._go, accent=True, name="note.deed")

    def _go(self) -> None:
        words = self.words.toPlainText().strip()
        if self.form.show_faults({} if words else {"words": self.tr("Write something.")}):
            self.do(logged(self.watcher, self.card, ResponseStep.OTHER, note=words))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def _watches(one: Officer) -> bool:
    return one.is_supervisor or one.is_officer
