"""Who was met and what followed: two levels of codes, and what each of the second level asks for."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.money import parse_amount
from visitdesk.records.model import Content, Followed, Met, NextStep, Promise, VisitFacts
from visitdesk.records.outcome import FITS, NEEDS_SECOND, next_steps
from visitdesk.ui.records.section import Choice, Labelled, Section, Toggles, WordsBox
from visitdesk.ui.records.words import joined, word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Text, row

OFTEN = (Met.BORROWER, Met.ADULT_HOUSEHOLD, Met.THIRD_PERSON, Met.MINOR_ONLY, Met.NOBODY)
"""Side by side; the others are in the list beside them."""
SELDOM = tuple(met for met in Met if met not in OFTEN)


class OutcomeSection(Section):
    """The outcome.

    Signals:
        objection_asked: the objection written here shall be entered and stop all visits.
    """

    objection_asked = Signal()

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Outcome"), name="outcome")
        self._met: Met | None = None
        self._last_known = ""
        self.met = Toggles(OFTEN, lambda met: word("met", met), name="record.met")
        self.other = Choice(SELDOM, lambda met: word("met", met), name="record.met_other", none=self._none)
        self.other.setAccessibleName(self.tr("Other outcomes"))
        self.say(self.other.setAccessibleName, lambda: self.tr("Other outcomes"))
        self.followed = Toggles(tuple(Followed), lambda one: word("followed", one), name="record.followed", many=True)
        self.met.changed.connect(self._often_chosen)
        self.other.currentIndexChanged.connect(self._seldom_chosen)
        self.followed.changed.connect(self._followed_changed)
        self.next = Text("", Type.SMALL, tone="text2", wrap=True, name="record.next")
        self._first = Labelled(lambda: self.tr("Whom the team met"), self.met, required=True)
        line = row(self._first, self.other, gap=10)
        line.setStretch(0, 1)
        line.setAlignment(self.other, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(line)
        self._second = Labelled(lambda: self.tr("What followed"), self.followed, required=True)
        self.body.addWidget(self._second)
        self.body.addWidget(self.next)
        self._promise = self._make_promise()
        self.objection, self.hardship = (
            WordsBox(name="record.objection", least=2),
            WordsBox(name="record.hardship", least=2),
        )
        self.enter = Button("", icon=Icon.PROHIBITED, name="record.enter_objection")
        self.say(self.enter.setText, lambda: self.tr("Enter the objection, hold all visits"))
        self.enter.clicked.connect(self.objection_asked)
        self._objection = Labelled(
            lambda: self.tr("The objection, in the borrower's words"), self.objection, required=True
        )
        self._hardship = Labelled(lambda: self.tr("What makes paying impossible now"), self.hardship, required=True)
        for box in (self.objection, self.hardship):
            box.textChanged.connect(self.touched)
        self.body.addWidget(self._promise)
        self.body.addWidget(self._objection)
        self.body.addLayout(row(self.enter, 1))
        self.body.addWidget(self._hardship)

    def _none(self) -> str:
        return self.tr("Other outcomes…")

    def _make_promise(self) -> QWidget:
        self.promise_on = QDateEdit()
        self.promise_on.setObjectName("record.promise_on")
        self.promise_on.setDisplayFormat("yyyy-MM-dd")
        self.promise_on.setCalendarPopup(True)
        self.promise_on.setFixedHeight(theme().px(32))
        self.promise_sum, self.promise_by = QLineEdit(), QLineEdit()
        self.promise_sum.setObjectName("record.promise_sum")
        self.promise_by.setObjectName("record.promise_by")
        self.promise_on.dateChanged.connect(self.touched)
        self.promise_sum.textEdited.connect(self.touched)
        self.promise_by.textEdited.connect(self.touched)
        box = QWidget()
        line = row(
            Labelled(lambda: self.tr("Promised for"), self.promise_on, required=True),
            Labelled(lambda: self.tr("Sum promised"), self.promise_sum, required=True),
            Labelled(lambda: self.tr("Through"), self.promise_by),
            gap=10,
        )
        for at in range(3):
            line.setStretch(at, 1)
        box.setLayout(line)
        return box

    # --- what a person chooses ----------------------------------------------------------------------------------

    def _often_chosen(self) -> None:
        self._met = self.met.value()
        self.other.choose(None)
        self._arrange()
        self.touched()

    def _seldom_chosen(self) -> None:
        chosen = self.other.value()
        if chosen is not None:
            self._met = chosen
            self.met.choose()
            self._arrange()
            self.touched()

    def _followed_changed(self) -> None:
        self._arrange()
        self.touched()

    def _arrange(self) -> None:
        """Only what fits the first level, and the fields that the second level asks for."""
        allowed = FITS.get(self._met, frozenset()) if self._met else frozenset()
        kept = tuple(one for one in self.followed.chosen() if one in allowed)
        self.followed.choose(*kept)
        self.followed.offer(allowed)
        self._second.setVisible(bool(allowed))
        self._second.set_required(required=self._met in NEEDS_SECOND)
        self._promise.setVisible(Followed.PROMISED in kept)
        self._objection.setVisible(Followed.OBJECTS in kept)
        self.enter.setVisible(Followed.OBJECTS in kept)
        self._hardship.setVisible(Followed.CANNOT_PAY in kept)
        self._say_next()

    def _say_next(self) -> None:
        steps: tuple[NextStep, ...] = next_steps(self._met, self.followed.chosen()) if self._met else ()
        self.next.setVisible(bool(steps))
        self.next.setText(self.tr("Next: {steps}").format(steps=joined(word("next", step) for step in steps)))

    @override
    def retranslate(self) -> None:
        self._say_next()

    # --- fields -------------------------------------------------------------------------------------------------

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self._met = content.met
        self.met.choose(*((content.met,) if content.met in OFTEN else ()))
        self.other.choose(content.met if content.met in SELDOM else None)
        self.followed.choose(*content.followed)
        promise = content.promise
        day = promise.on if promise else facts.planned[1].date()
        self.promise_on.setDate(QDate(day.year, day.month, day.day))
        if promise is not None:
            if self._sum() != str(promise.amount):
                self.promise_sum.setText(str(promise.amount))
            self.promise_by.setText(promise.channel)
        self.objection.set_words(content.objection)
        self.hardship.set_words(content.hardship)
        self._arrange()

    @override
    def into(self, content: Content) -> Content:
        chosen = self.followed.chosen()
        return replace(
            content,
            met=self._met,
            followed=chosen,
            promise=self._told_promise() if Followed.PROMISED in chosen else None,
            objection=self.objection.words() if Followed.OBJECTS in chosen else "",
            hardship=self.hardship.words() if Followed.CANNOT_PAY in chosen else "",
        )

    def _sum(self) -> str:
        return self.promise_sum.text().strip().replace(",", "")

    def _told_promise(self) -> Promise | None:
        """The promise; None until its sum is one."""
        day = self.promise_on.date()
        try:
            amount = parse_amount(self._sum())
        except BadInput:
            return None
        if amount.minor <= 0:
            return None
        return Promise(on=date(day.year(), day.month(), day.day()), amount=amount, channel=self.promise_by.text())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {
            "met": self.met.first(),
            "followed": self.followed,
            "promise": self.promise_sum,
            "objection": self.objection,
            "hardship": self.hardship,
        }.get(field)
