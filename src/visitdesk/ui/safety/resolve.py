"""Ending an alarm (解除): why, the words heard, and for duress a second person who signs with name and password of his own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.errors import RuleBroken
from visitdesk.safety.board import AlarmCard
from visitdesk.security.model import Actor, UserId
from visitdesk.ui.safety.alarm_dialogs import AlarmDialog
from visitdesk.ui.safety.deed_dialog import words_box
from visitdesk.ui.safety.ports import Rooms
from visitdesk.ui.safety.watcher import Watcher
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon


class ResolveDialog(AlarmDialog):
    """Resolve one alarm as it was seen when the dialog opened; a changed one is refused, and said so."""

    def __init__(self, watcher: Watcher, parent: QWidget | None, card: AlarmCard) -> None:
        super().__init__(watcher, parent, card, name="safety.resolve", width=540)
        self._seen = watcher.picture.together(card)
        self.set_title(lambda: self.tr("Resolve: {alarm}").format(alarm=self.about))
        self.add_words(
            lambda: (
                self.tr("Two people resolve a duress signal, after speaking to the team or seeing it.")
                if card.needs_two
                else self.tr("The watch goes on: a new deadline starts now if somebody is still out.")
            )
        )
        self.cause = QComboBox()
        self.cause.setObjectName("resolve.cause")
        for key, words in self._causes():
            self.cause.addItem(words, key)
        self.cause.setCurrentIndex(-1)
        self.cause.setPlaceholderText(self.tr("choose"))
        self.words = words_box("resolve.words", lines=3)
        self.form = Form(columns=2, name="resolve.form")
        self.form.add("cause", lambda: self.tr("Reason"), self.cause, required=True, span=2)
        self.form.add(
            "words",
            lambda: self.tr("Words heard, or what was seen"),
            self.words,
            required=True,
            span=2,
            hint=lambda: self.tr("As said. It goes into the log of the visit."),
        )
        self.user, self.password = QLineEdit(), QLineEdit()
        if card.needs_two:
            self._ask_second()
        self.body.addWidget(self.form)
        self.add_button(lambda: self.tr("Cancel"), name="safety.resolve.cancel")
        self.add_button(
            lambda: self.tr("Resolve alarm"), self._go, accent=True, icon=Icon.SHIELD_CHECKMARK, name="resolve.deed"
        )

    def _causes(self) -> list[tuple[str, str]]:
        both = [
            ("spoke", self.tr("Spoke to them, all well")),
            ("seen", self.tr("Seen in person, all well")),
            ("police", self.tr("Police are on site")),
        ]
        if self.card.needs_two:
            return both
        return [
            *both,
            ("forgot", self.tr("False alarm: forgot to check in")),
            ("phone", self.tr("False alarm: telephone empty or out of reach")),
            ("left", self.tr("Broke off, all out and well")),
            ("system", self.tr("Fault of the system, repaired")),
            ("other", self.tr("Other, see words")),
        ]

    def _ask_second(self) -> None:
        self.user.setObjectName("resolve.user")
        self.password.setObjectName("resolve.password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add("user", lambda: self.tr("Second person: user name"), self.user, required=True)
        self.form.add("password", lambda: self.tr("His own password"), self.password, required=True)

    def _go(self) -> None:
        words, actor = self.words.toPlainText().strip(), self.shell.actor
        faults: dict[str, str] = {}
        if self.cause.currentIndex() < 0:
            faults["cause"] = self.tr("Choose a reason.")
        if not words:
            faults["words"] = self.tr("Write down what was heard or seen.")
        if self.card.needs_two and not self.user.text().strip():
            faults["user"] = self.tr("A second person must sign.")
        if self.card.needs_two and not self.password.text():
            faults["password"] = self.tr("Enter the password.")
        if actor is None or not self.form.show_faults(faults):
            return
        reason = self.tr("{cause}. Heard: {words}").format(cause=self.cause.currentText(), words=words)
        rooms, second = self.watcher.rooms, (self.user.text().strip(), self.password.text())
        cards = self._seen
        self.password.clear()
        self.do(lambda: resolved(rooms, actor, cards, reason, second))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)


def resolved(rooms: Rooms, actor: Actor, cards: Sequence[AlarmCard], reason: str, second: tuple[str, str]) -> Changed:
    """Resolve alarms that came together, on the writer thread; for duress the second person signs in first.

    Raises:
        NotAllowed: the second person's name or password is wrong, or he may not.
        RuleBroken: the second person is the first.
    """
    signed: Actor | None = None
    if cards[0].needs_two:
        user, password = second
        if user == actor.user:
            raise RuleBroken("board.same_person", rule="resolve.alone")
        signed = rooms.security.sign_in(user=UserId(user), password=password, desk=actor.desk)
    changed = Changed()
    for card in cards:
        changed |= rooms.watch.resolve(actor, alarm=card.id, reason=reason, version=card.version, second=signed)
    return changed
