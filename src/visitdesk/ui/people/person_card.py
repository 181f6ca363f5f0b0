"""The side panel of one person: may go or why not, papers, shifts, leave, devices, qualifications, apart-list."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.people.ports import Kept
from visitdesk.people.service import PersonPage
from visitdesk.ui.people.view import PeopleView, Person
from visitdesk.ui.people.words import (
    day_word,
    employer_word,
    hours_word,
    joined,
    kind_word,
    leave_word,
    month_day,
    shift_word,
    skills_listed,
    weekday_word,
    why_word,
    yes_no,
)
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, IconButton, Line, Tag, Text, Wrap


class PersonCard(Spoken, SideCard):
    """One person.

    Signals:
        asked: payload str: `edit`, `end`, `shift`, `leave`, `device`, `qualification`, `apart`.
        removed: payload a shift, leave, apart entry, device or proof that shall go.
    """

    asked = Signal(str)
    removed = Signal(object)

    def __init__(self, zone: tzinfo) -> None:
        super().__init__("people.person")
        self._zone = zone
        self._person: Person | None = None
        self._page: PersonPage | None = None
        self._view: PeopleView | None = None
        self.name = Elided("", Type.PANEL, name="person.name")
        self.role = Text("", Type.TABLE, tone="text2", wrap=True, name="person.role")
        self.state = Tag("", name="person.state")
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.state)
        self.head.addLayout(top)
        self.head.addWidget(self.role)
        buttons = QWidget()
        wrap = Wrap(buttons, gap=6)
        self._buttons: dict[str, Button] = {}
        for key, icon, words in self._deeds():
            button = Button(icon=icon, name=f"person.{key}")
            self.say(button.setText, words)
            button.clicked.connect(partial(self.asked.emit, key))
            wrap.addWidget(button)
            self._buttons[key] = button
        self.foot.addWidget(buttons)
        self.show_person(None, None, None)

    def _deeds(self) -> tuple[tuple[str, Icon, Callable[[], str]], ...]:
        return (
            ("edit", Icon.EDIT, lambda: self.tr("Change")),
            ("shift", Icon.CALENDAR_ADD, lambda: self.tr("Shift")),
            ("leave", Icon.DOOR, lambda: self.tr("Leave")),
            ("qualification", Icon.CERTIFICATE, lambda: self.tr("Proof")),
            ("device", Icon.PHONE, lambda: self.tr("Phone")),
            ("apart", Icon.PERSON_SWAP, lambda: self.tr("Apart")),
            ("end", Icon.PERSON_PROHIBITED, lambda: self.tr("End")),
        )

    # --- what is told -----------------------------------------------------------------------------------------

    def show_person(self, view: PeopleView | None, person: Person | None, page: PersonPage | None) -> None:
        """Another person; `page` is None for whoever may not keep people, or while it is being read."""
        self._view, self._person, self._page = view, person, page
        self.retranslate()

    @override
    def retranslate(self) -> None:
        person = self._person
        while (item := self.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for button in self._buttons.values():
            button.setVisible(person is not None and self._page is not None)
        self.state.setVisible(person is not None)
        if person is None:
            self.name.setText(self.tr("Nobody selected"))
            self.role.setText(self.tr("Choose a row to see badge, training, shifts and phones."))
            return
        one = person.today.collector
        self._buttons["end"].setVisible(self._page is not None and one.is_active)
        self.name.setText(one.name)
        self.role.setText(joined([one.id, employer_word(one.employer), *([one.phone] if self._page else [])]))
        self.state.setText(self.tr("can go") if person.today.is_available else self.tr("cannot go"))
        self.state.set_tone("ok" if person.today.is_available else "warning")
        self._tell(person)
        self.body.addStretch(1)

    def _tell(self, person: Person) -> None:
        one = person.today.collector
        for why in person.today.reasons:
            self._fact(Icon.PROHIBITED, "error", why_word(why))
        if person.today.ends_soon is not None:
            words = self.tr("A paper ends on {day}.").format(day=day_word(person.today.ends_soon))
            self._fact(Icon.WARNING, "warning", words)
        self._head(self.tr("Papers"))
        badge = joined([part for part in (one.badge_number, day_word(one.badge_valid_until)) if part])
        self._pair(self.tr("Badge until"), badge)
        self._pair(self.tr("Trained until"), day_word(one.trained_until))
        self._pair(self.tr("Confidentiality"), yes_no(value=one.confidentiality_signed))
        self._pair(self.tr("Insured"), yes_no(value=one.is_insured))
        self._pair(self.tr("Violent record"), yes_no(value=one.has_violent_record))
        self._pair(self.tr("Skills"), skills_listed(one.skills, drives=one.drives))
        self._proofs(person)
        self._time(person)
        if self._page is not None:
            self._things(self._page)

    def _proofs(self, person: Person) -> None:
        if not person.proofs:
            return
        self._head(self.tr("Qualifications"))
        for proof in person.proofs:
            until = day_word(proof.valid_until) if proof.valid_until else self.tr("without end")
            self._kept(joined([kind_word(proof.kind), proof.name]), until, proof)

    def _time(self, person: Person) -> None:
        view = self._view
        if view is None:
            return
        self._head(self.tr("This week, {hours}").format(hours=hours_word(person.hours)))
        for day in view.days:
            cell = view.cells.get((person.id, day))
            for shift in cell.shifts if cell is not None else ():
                self._kept(weekday_word(day), shift_word(shift, self._zone), shift)
        if person.leave is not None:
            span = f"{month_day(person.leave.first_day)}–{month_day(person.leave.last_day)}"
            self._kept(leave_word(person.leave.kind), span, person.leave)

    def _things(self, page: PersonPage) -> None:
        if page.devices:
            self._head(self.tr("Phones"))
            for device in page.devices:
                since = self.tr("since {day}").format(day=day_word(device.issued_on))
                back = self.tr("returned {day}").format(day=day_word(device.returned_on))
                words = joined([device.id, device.label] if device.label else [device.id])
                if device.returned_on is None:
                    self._kept(words, since, device)
                else:
                    self._pair(words, back)
        if page.apart:
            self._head(self.tr("Apart-list, restricted"))
            for entry in page.apart:
                away = entry.case or entry.other or ""
                if entry.other == page.collector.id:
                    away = entry.collector
                other = self._view.person(away) if self._view is not None else None
                self._kept(other.name if other is not None else away, entry.reason, entry)

    # --- parts ------------------------------------------------------------------------------------------------

    def _head(self, words: str) -> None:
        self.body.addWidget(Line())
        self.body.addWidget(Text(words, Type.STRONG))

    def _fact(self, icon: Icon, role: str, words: str) -> None:
        row, line = _row()
        line.addWidget(Picture(icon, role=role, side=16))
        line.addWidget(Text(words, Type.TABLE, wrap=True), 1)
        self.body.addWidget(row)

    def _pair(self, words: str, value: str) -> None:
        row, line = _row()
        line.addWidget(Text(words, Type.TABLE, tone="text2"))
        line.addStretch(1)
        line.addWidget(Text(value, Type.TABLE))
        self.body.addWidget(row)

    def _kept(self, words: str, value: str, thing: Kept) -> None:
        """A line that can be taken away, where somebody may."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(6))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Elided(words, Type.TABLE))
        column.addWidget(Elided(value, Type.SMALL, tone="text2"))
        line.addLayout(column, 1)
        if self._page is not None:
            away = IconButton(Icon.DISMISS, self.tr("Take away: {what}").format(what=words), name=f"away.{thing.id}")
            away.clicked.connect(partial(self.removed.emit, thing))
            line.addWidget(away)
        self.body.addWidget(row)


def _row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(8))
    return row, line
