"""Who learns at this desk: a labelled list in the title row."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from visitdesk.people.model import Collector, CollectorId
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Text, row


class LearnerBox(Panel):
    """The learners; the first entry is nobody.

    Signals:
        picked: payload `Collector | None`.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Collector, ...] = ()
        self.box = QComboBox()
        self.box.setObjectName("training.learner")
        self.box.setFixedWidth(theme().px(170))
        self.box.addItem("")
        label = Text("", Type.BODY, tone="text2")
        label.setBuddy(self.box)
        self.say(label.setText, lambda: self.tr("Learner"))
        self.say(self.box.setAccessibleName, lambda: self.tr("Learner"))
        self.say(lambda words: self.box.setItemText(0, words), lambda: self.tr("Nobody yet"))
        self.box.activated.connect(self._activated)
        self.setLayout(row(label, self.box))

    def show_people(self, people: Sequence[Collector], chosen: CollectorId | None) -> None:
        """Other people; `chosen` is on."""
        if tuple(people) != self._people:
            self._people = tuple(people)
            while self.box.count() > 1:
                self.box.removeItem(1)
            for person in people:
                self.box.addItem(f"{person.name}  {person.id}")
        place = next((at for at, person in enumerate(people, 1) if person.id == chosen), 0)
        self.box.setCurrentIndex(place)

    def _activated(self, place: int) -> None:
        self.picked.emit(self._people[place - 1] if place else None)

    @override
    def restyle(self) -> None:
        self.box.setFixedWidth(theme().px(170))
