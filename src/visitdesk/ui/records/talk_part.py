"""What was said: the borrower's own words in a box of their own, what the team told, its account, what it observed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget
from typing_extensions import override

from visitdesk.errors import BadInput
from visitdesk.money import Money, parse_amount
from visitdesk.records.model import Content, Demeanour, FiguresTold, PersonRole, VisitFacts
from visitdesk.ui.records.section import Choice, Labelled, Section, Toggles, WordsBox
from visitdesk.ui.records.words import word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Text, row


class StatementSection(Section):
    """The borrower's statement, verbatim."""

    def __init__(self, now: Callable[[], str]) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Borrower's statement"), name="statement")
        self._now = now
        self.insert = Button("", icon=Icon.CLOCK, kind="quiet", name="record.insert_time")
        self.say(self.insert.setText, lambda: self.tr("Insert the time  Ctrl+T"))
        self.insert.clicked.connect(self.insert_time)
        self.head.addWidget(self.insert)
        self.words = WordsBox(name="record.statement", least=5, most=16)
        self.say(self.words.setAccessibleName, lambda: self.tr("The borrower's words"))
        self.say(self.words.setPlaceholderText, lambda: self.tr("Word for word, in the first person"))
        self.count = Text("", Type.SMALL, tone="text2", name="record.statement_count")
        self.by = Choice(
            tuple(PersonRole),
            lambda one: word("role", one),
            name="record.statement_by",
            none=lambda: self.tr("Whose words…"),
        )
        self.say(self.by.setAccessibleName, lambda: self.tr("Whose words"))
        self.nothing = _check(self, "nothing_said", lambda: self.tr("Chose to say nothing"))
        self.read_back = _check(self, "read_back", lambda: self.tr("Read back, could be corrected"))
        self.copy = _check(self, "copy_wanted", lambda: self.tr("Wants a copy"))
        self.words.textChanged.connect(self._changed)
        self.by.currentIndexChanged.connect(self.touched)
        self.body.addWidget(self.words)
        self.body.addWidget(self.count)
        self.body.addLayout(row(self.by, self.read_back, self.copy, self.nothing, 1, gap=14))

    def insert_time(self) -> None:
        """Put the present time where the cursor stands."""
        self.words.insertPlainText(self._now())
        self.words.setFocus()

    def _changed(self) -> None:
        self.retranslate()
        self.touched()

    @override
    def retranslate(self) -> None:
        said = "".join(self.words.words().split())
        count = self.tr("%n character(s).", "", len(said))
        self.count.setText(self.tr("Word for word: nothing summed up, nothing changed.") + " " + count)
        if theme().lang == "zh":
            self.count.setText(self.tr("Word for word: nothing summed up, nothing changed.") + count)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self.words.set_words(content.statement)
        self.by.choose(content.statement_by)
        self.nothing.setChecked(content.nothing_said)
        self.read_back.setChecked(content.read_back)
        self.copy.setChecked(content.copy_wanted)
        self.retranslate()

    @override
    def into(self, content: Content) -> Content:
        return replace(
            content,
            statement=self.words.words(),
            statement_by=self.by.value(),
            nothing_said=self.nothing.isChecked(),
            read_back=self.read_back.isChecked(),
            copy_wanted=self.copy.isChecked(),
        )

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {"statement": self.words, "statement_by": self.by, "nothing_said": self.nothing}.get(field)


class AccountSection(Section):
    """The collectors' account, apart from the statement; and what they observed, in words that do not judge."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Collectors' account"), name="account")
        self.words = WordsBox(name="record.account", least=3, most=12)
        self.say(self.words.setAccessibleName, lambda: self.tr("Collectors' account"))
        self.say(self.words.setPlaceholderText, lambda: self.tr("What you saw and did, in your own words"))
        self.demeanour = Toggles(
            tuple(Demeanour), lambda one: word("demeanour", one), name="record.demeanour", many=True
        )
        self.words.textChanged.connect(self.touched)
        self.demeanour.changed.connect(self.touched)
        self.body.addWidget(self.words)
        self.body.addWidget(Labelled(lambda: self.tr("Demeanour, as observed"), self.demeanour))

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self.words.set_words(content.account)
        self.demeanour.choose(*content.demeanour)

    @override
    def into(self, content: Content) -> Content:
        return replace(content, account=self.words.words(), demeanour=self.demeanour.chosen())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {"account": self.words, "demeanour": self.demeanour.first()}.get(field)


class ToldSection(Section):
    """What the team told: words, and the figures with their day and source."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "What was told"), name="told")
        self.has_figures = _check(self, "has_figures", lambda: self.tr("Figures of the debt were told"))
        self.outstanding, self.arrears, self.source = (
            _line(self, name) for name in ("outstanding", "arrears", "source")
        )
        self.as_of = QDateEdit()
        self.as_of.setObjectName("record.as_of")
        self.as_of.setDisplayFormat("yyyy-MM-dd")
        self.as_of.setCalendarPopup(True)
        self.as_of.setFixedHeight(theme().px(32))
        self.as_of.dateChanged.connect(self.touched)
        self.words = WordsBox(name="record.told", least=2)
        self.say(self.words.setAccessibleName, lambda: self.tr("What was told"))
        self.words.textChanged.connect(self.touched)
        self._known: FiguresTold | None = None
        figures = row(
            Labelled(lambda: self.tr("Outstanding"), self.outstanding, required=True),
            Labelled(lambda: self.tr("Past due"), self.arrears, required=True),
            Labelled(lambda: self.tr("As of"), self.as_of, required=True),
            Labelled(lambda: self.tr("Source"), self.source, required=True),
            gap=10,
        )
        for at in range(4):
            figures.setStretch(at, 1)
        self._figures = QWidget()
        self._figures.setLayout(figures)
        self.has_figures.toggled.connect(self._figures.setVisible)
        self.has_figures.toggled.connect(self._fill_known)
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.has_figures, 1))
        self.body.addWidget(self._figures)

    def know(self, figures: FiguresTold | None) -> None:
        """The account's present figures, offered when somebody says that figures were told."""
        self._known = figures

    def _fill_known(self, on: bool) -> None:  # noqa: FBT001  # Qt hands it over
        if on and self._known is not None and not self.outstanding.text() and not self.is_filling:
            self._put(self._known)

    def _put(self, figures: FiguresTold) -> None:
        for line, words in (
            (self.outstanding, str(figures.outstanding)),
            (self.arrears, str(figures.arrears)),
            (self.source, figures.source),
        ):
            if line.text() != words:
                line.setText(words)
        self.as_of.setDate(QDate(figures.as_of.year, figures.as_of.month, figures.as_of.day))

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self.words.set_words(content.told)
        if content.figures is not None:
            self._put(content.figures)
        self.has_figures.setChecked(content.figures is not None)
        self._figures.setVisible(content.figures is not None)

    @override
    def into(self, content: Content) -> Content:
        return replace(content, told=self.words.words(), figures=self._told() if self.has_figures.isChecked() else None)

    def _told(self) -> FiguresTold | None:
        day = self.as_of.date()
        outstanding, arrears = _money(self.outstanding), _money(self.arrears)
        if outstanding is None or arrears is None:
            return None
        as_of = date(day.year(), day.month(), day.day())
        return FiguresTold(outstanding=outstanding, arrears=arrears, as_of=as_of, source=self.source.text())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {"figures": self.outstanding, "told": self.words}.get(field)


def _check(section: Section, name: str, words: Callable[[], str]) -> QCheckBox:
    box = QCheckBox()
    box.setObjectName(f"record.{name}")
    section.say(box.setText, words)
    box.toggled.connect(section.touched)
    return box


def _line(section: Section, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(f"record.{name}")
    line.textEdited.connect(section.touched)
    return line


def _money(line: QLineEdit) -> Money | None:
    try:
        return parse_amount(line.text().strip().replace(",", ""))
    except BadInput:
        return None
