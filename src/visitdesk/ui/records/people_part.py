"""Who was spoken to, by role; where; whether it was recorded; what was shown."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.beginning import all_shown, at_the_door
from visitdesk.records.model import (
    LIABLE,
    Content,
    Entry,
    IdentityCheck,
    PersonMet,
    PersonRole,
    Recording,
    Shown,
    VisitFacts,
)
from visitdesk.ui.records.section import Choice, Labelled, Section, Toggles
from visitdesk.ui.records.words import word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, IconButton, Text, row


class PersonLine(Panel):
    """One person met: role, name where liable, how identity was checked."""

    def __init__(self, at: int, person: PersonMet, section: "PeopleSection") -> None:
        super().__init__()
        self.role = Choice(tuple(PersonRole), lambda one: word("role", one), name=f"record.person{at}.role")
        self.name = QLineEdit(person.name)
        self.name.setObjectName(f"record.person{at}.name")
        self.identity = Choice(
            tuple(IdentityCheck), lambda one: word("identity", one), name=f"record.person{at}.identity"
        )
        self.role.choose(person.role)
        self.identity.choose(person.identity)
        self.say(self.role.setAccessibleName, lambda: self.tr("Role"))
        self.say(self.name.setAccessibleName, lambda: self.tr("Name"))
        self.say(self.name.setPlaceholderText, lambda: self.tr("Name"))
        self.say(self.identity.setAccessibleName, lambda: self.tr("How identity was checked"))
        self.remove = IconButton(Icon.DISMISS, "", name=f"record.person{at}.remove")
        self.say(self.remove.name_it, lambda: self.tr("Remove this person"))
        self._note = Text("", Type.SMALL, tone="text2")
        self.say(self._note.setText, lambda: self.tr("role only, no name"))
        line = row(self.role, self.name, self._note, self.identity, self.remove, gap=8)
        for part in (0, 1, 2, 3):
            line.setStretch(part, 2)
        self.setLayout(line)
        self.role.currentIndexChanged.connect(self._role_changed)
        self.role.currentIndexChanged.connect(section.touched)
        self.name.textEdited.connect(section.touched)
        self.identity.currentIndexChanged.connect(section.touched)
        self._role_changed()

    def _role_changed(self) -> None:
        liable = self.role.value() in LIABLE
        self.name.setVisible(liable)
        self._note.setVisible(not liable)

    def person(self) -> PersonMet:
        """What stands here."""
        role = self.role.value() or PersonRole.THIRD_PERSON
        name = self.name.text() if role in LIABLE else ""
        return PersonMet(role=role, name=name, identity=self.identity.value() or IdentityCheck.NOT_SHOWN)


class PeopleSection(Section):
    """People met."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "People spoken to"), name="people")
        self._lines: list[PersonLine] = []
        self.add = Button("", icon=Icon.ADD, kind="quiet", name="record.add_person")
        self.say(self.add.setText, lambda: self.tr("Add a person"))
        self.add.clicked.connect(self._add)
        self.head.addWidget(self.add)
        self._none = Text("", Type.TABLE, tone="text2")
        self.say(self._none.setText, lambda: self.tr("Nobody was spoken to."))
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)
        self.body.addWidget(self._none)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        if self.people() != content.people:
            self._show(content.people)
        self._none.setVisible(not self._lines)

    def _show(self, people: tuple[PersonMet, ...]) -> None:
        for old in self._lines:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._lines = []
        for at, person in enumerate(people):
            line = PersonLine(at, person, self)
            line.remove.clicked.connect(partial(self._remove, line))
            self._lines.append(line)
            self._column.addWidget(line)
        self._none.setVisible(not self._lines)

    def _add(self) -> None:
        self._show((*self.people(), PersonMet(role=PersonRole.ADULT_HOUSEHOLD)))
        self.touched()

    def _remove(self, line: PersonLine) -> None:
        self._show(tuple(other.person() for other in self._lines if other is not line))
        self.touched()

    def people(self) -> tuple[PersonMet, ...]:
        """What stands on screen."""
        return tuple(line.person() for line in self._lines)

    @override
    def into(self, content: Content) -> Content:
        return replace(content, people=self.people())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        if field != "people":
            return None
        return self._lines[0].identity if self._lines else self.add


class PlaceSection(Section):
    """Where the talk took place, and whether sound or film was taken."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Place and recording"), name="place")
        self.entry = Toggles(tuple(Entry), lambda one: word("entry", one), name="record.entry")
        self.consent = Choice(
            tuple(PersonRole),
            lambda one: word("role", one),
            name="record.entry_consent",
            none=lambda: self.tr("Who agreed…"),
        )
        self.recording = Toggles(tuple(Recording), lambda one: word("recording", one), name="record.recording")
        self.number, self.reason = QLineEdit(), QLineEdit()
        self.number.setObjectName("record.recording_number")
        self.reason.setObjectName("record.recording_reason")
        self._consent = Labelled(lambda: self.tr("Consent to enter by"), self.consent, required=True)
        self._number = Labelled(lambda: self.tr("Number of the recording"), self.number, required=True)
        self._reason = Labelled(lambda: self.tr("Why nothing was recorded"), self.reason, required=True)
        self.body.addWidget(Labelled(lambda: self.tr("Place of the talk"), self.entry, required=True))
        self.body.addWidget(self._consent)
        self.body.addWidget(Labelled(lambda: self.tr("Sound or film"), self.recording, required=True))
        self.body.addWidget(self._number)
        self.body.addWidget(self._reason)
        self._withdrawn: datetime | None = None
        for toggles in (self.entry, self.recording):
            toggles.changed.connect(self._changed)
        self.consent.currentIndexChanged.connect(self.touched)
        self.number.textEdited.connect(self.touched)
        self.reason.textEdited.connect(self.touched)

    def _changed(self) -> None:
        self._arrange()
        self.touched()

    def _arrange(self) -> None:
        self._consent.setVisible(self.entry.value() is Entry.INSIDE)
        self._number.setVisible(self.recording.value() is Recording.MADE)
        self._reason.setVisible(self.recording.value() is Recording.DEVICE_FAULT)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self.entry.choose(content.entry)
        self.consent.choose(content.entry_consent_by)
        self.recording.choose(*((content.recording,) if content.recording else ()))
        for line, words in ((self.number, content.recording_reference), (self.reason, content.recording_reason)):
            if line.text() != words:
                line.setText(words)
        self._arrange()

    @override
    def into(self, content: Content) -> Content:
        entry, recording = self.entry.value() or Entry.DOORSTEP, self.recording.value()
        return replace(
            content,
            entry=entry,
            entry_consent_by=self.consent.value() if entry is Entry.INSIDE else None,
            recording=recording,
            recording_reference=self.number.text() if recording is Recording.MADE else "",
            recording_reason=self.reason.text() if recording is Recording.DEVICE_FAULT else "",
        )

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {
            "entry_consent_by": self.consent,
            "recording": self.recording.first(),
            "recording_reference": self.number,
            "recording_reason": self.reason,
        }.get(field)


class ShownSection(Section):
    """What the team showed and explained, each with its time."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Shown and explained"), name="shown")
        self._facts: VisitFacts | None = None
        self._times: dict[Shown, datetime] = {}
        self.items = Toggles(tuple(Shown), lambda one: word("shown", one), name="record.shown", many=True)
        self.all = Button("", icon=Icon.CHECKMARK, kind="quiet", name="record.all_shown")
        self.say(self.all.setText, lambda: self.tr("All of them"))
        self.all.clicked.connect(self._all)
        self.head.addWidget(self.all)
        self.items.changed.connect(self.touched)
        self.say(self.items.setAccessibleName, lambda: self.tr("Shown and explained"))
        self.body.addWidget(self.items)

    def _all(self) -> None:
        self.items.choose(*Shown)
        self.touched()

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self._facts, self._times = facts, dict(content.shown)
        self.items.choose(*self._times)

    @override
    def into(self, content: Content) -> Content:
        if self._facts is None:
            return content
        chosen = self.items.chosen()
        if set(chosen) == set(self._times):
            return content
        if len(chosen) == len(Shown):
            return all_shown(self._facts, replace(content, shown=tuple(self._times.items())))
        at = at_the_door(self._facts)
        return replace(content, shown=tuple((one, self._times.get(one, at)) for one in chosen))

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return self.items.first() if field == "shown" else None
