"""Papers handed over or refused, and the signatures under the record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.people.model import CollectorId
from visitdesk.records.beginning import all_signed
from visitdesk.records.model import (
    BorrowerSignature,
    Content,
    Paper,
    PaperLeft,
    PersonRole,
    TeamSignature,
    VisitFacts,
)
from visitdesk.ui.records.section import Choice, Labelled, Section, Toggles
from visitdesk.ui.records.words import clock_of, word, zone_of
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, IconButton, Text, row


class PaperLine(Panel):
    """One paper: which, to whom, whether it was taken."""

    def __init__(self, at: int, left: PaperLeft, section: "PapersSection") -> None:
        super().__init__()
        self.paper = Choice(tuple(Paper), lambda one: word("paper", one), name=f"record.paper{at}.paper")
        self.to = Choice(tuple(PersonRole), lambda one: word("role", one), name=f"record.paper{at}.to")
        self.refused = QCheckBox()
        self.refused.setObjectName(f"record.paper{at}.refused")
        self.paper.choose(left.paper)
        self.to.choose(left.to)
        self.refused.setChecked(left.refused)
        self.say(self.paper.setAccessibleName, lambda: self.tr("Paper"))
        self.say(self.to.setAccessibleName, lambda: self.tr("Given to"))
        self.say(self.refused.setText, lambda: self.tr("not taken"))
        self.remove = IconButton(Icon.DISMISS, "", name=f"record.paper{at}.remove")
        self.say(self.remove.name_it, lambda: self.tr("Remove this paper"))
        line = row(self.paper, self.to, self.refused, self.remove)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setLayout(line)
        self.paper.currentIndexChanged.connect(section.touched)
        self.to.currentIndexChanged.connect(section.touched)
        self.refused.toggled.connect(section.touched)

    def left(self) -> PaperLeft:
        """What stands here."""
        return PaperLeft(
            paper=self.paper.value() or Paper.CALL_BACK_CARD,
            to=self.to.value() or PersonRole.BORROWER,
            refused=self.refused.isChecked(),
        )


class PapersSection(Section):
    """Papers handed over at the door."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Papers handed over"), name="papers")
        self._lines: list[PaperLine] = []
        self.add = Button("", icon=Icon.ADD, kind="quiet", name="record.add_paper")
        self.say(self.add.setText, lambda: self.tr("Add a paper"))
        self.add.clicked.connect(self._add)
        self.head.addWidget(self.add)
        self._none = Text("", Type.TABLE, tone="text2")
        self.say(self._none.setText, lambda: self.tr("No paper was handed over."))
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)
        self.body.addWidget(self._none)
        self._role = PersonRole.BORROWER

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self._role = content.people[0].role if content.people else PersonRole.BORROWER
        if self.papers() != content.papers_left:
            self._show(content.papers_left)

    def _show(self, papers: tuple[PaperLeft, ...]) -> None:
        for old in self._lines:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._lines = []
        for at, left in enumerate(papers):
            line = PaperLine(at, left, self)
            line.remove.clicked.connect(partial(self._remove, line))
            self._lines.append(line)
            self._column.addWidget(line)
        self._none.setVisible(not self._lines)

    def _add(self) -> None:
        """The next paper nobody named yet, to whoever was met; to a third person only the neutral card."""
        named = {left.paper for left in self.papers()}
        neutral = self._role not in {PersonRole.BORROWER, PersonRole.CO_BORROWER, PersonRole.GUARANTOR}
        order = (Paper.CALL_BACK_CARD,) if neutral else tuple(Paper)
        paper = next((one for one in order if one not in named), Paper.CALL_BACK_CARD)
        self._show((*self.papers(), PaperLeft(paper=paper, to=self._role)))
        self.touched()

    def _remove(self, line: PaperLine) -> None:
        self._show(tuple(other.left() for other in self._lines if other is not line))
        self.touched()

    def papers(self) -> tuple[PaperLeft, ...]:
        """What stands on screen."""
        return tuple(line.left() for line in self._lines)

    @override
    def into(self, content: Content) -> Content:
        return replace(content, papers_left=self.papers())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return self.add if field == "papers_left" else None


class SignatureSection(Section):
    """Both collectors sign; the borrower may, and refusing has no bad consequence."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Signatures"), name="signatures")
        self._now = now
        self._facts: VisitFacts | None = None
        self._signed: dict[CollectorId, datetime] = {}
        self._boxes: dict[CollectorId, QCheckBox] = {}
        self.all = Button("", icon=Icon.SIGNATURE, kind="quiet", name="record.all_signed")
        self.say(self.all.setText, lambda: self.tr("Both have signed"))
        self.all.clicked.connect(self._all)
        self.head.addWidget(self.all)
        self._team = row(1, gap=14)
        self.borrower = Toggles(tuple(BorrowerSignature), lambda one: word("signature", one), name="record.signature")
        self.note = QLineEdit()
        self.note.setObjectName("record.signature_note")
        self._note = Labelled(lambda: self.tr("What was said about signing"), self.note, required=True)
        self.borrower.changed.connect(self._changed)
        self.note.textEdited.connect(self.touched)
        self.body.addLayout(self._team)
        self.body.addWidget(Labelled(lambda: self.tr("Borrower's signature, voluntary"), self.borrower))
        self.body.addWidget(self._note)

    def _changed(self) -> None:
        self._arrange()
        self.touched()

    def _arrange(self) -> None:
        self._note.setVisible(self.borrower.value() is BorrowerSignature.REFUSED)

    def _all(self) -> None:
        for box in self._boxes.values():
            box.setChecked(True)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        self._signed = {one.collector: one.at for one in content.signatures}
        if self._facts is None or facts.team != self._facts.team:
            self._make_boxes(facts)
        self._facts = facts
        for collector, box in self._boxes.items():
            box.setChecked(collector in self._signed)
        self.borrower.choose(content.borrower_signature)
        if self.note.text() != content.borrower_signature_note:
            self.note.setText(content.borrower_signature_note)
        self._say()
        self._arrange()

    def _make_boxes(self, facts: VisitFacts) -> None:
        for box in self._boxes.values():
            box.hide()
            self._team.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for at, member in enumerate(facts.team):
            box = QCheckBox()
            box.setObjectName(f"record.signed.{member.id}")
            box.toggled.connect(self._ticked)
            self._boxes[member.id] = box
            self._team.insertWidget(at, box)

    def _ticked(self) -> None:
        if not self.is_filling:
            self._say()
            self.touched()

    @override
    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        if self._facts is None:
            return
        zone = zone_of(self._facts.time_zone)
        for member in self._facts.team:
            box, at = self._boxes[member.id], self._signed.get(member.id)
            words = self.tr("{name} has signed").format(name=member.name)
            box.setText(f"{words}  {clock_of(at, zone)}" if at and box.isChecked() else words)

    @override
    def into(self, content: Content) -> Content:
        if self._facts is None:
            return content
        now = self._now()
        signed = [one for one, box in self._boxes.items() if box.isChecked()]
        self._signed = {one: self._signed.get(one, now) for one in signed}
        signatures = tuple(TeamSignature(collector=one, at=at) for one, at in self._signed.items())
        told = replace(
            content,
            signatures=signatures,
            borrower_signature=self.borrower.value() or BorrowerSignature.NOT_ASKED,
            borrower_signature_note=self.note.text() if self.borrower.value() is BorrowerSignature.REFUSED else "",
        )
        return all_signed(self._facts, told, now) if len(signed) == len(self._facts.team) else told

    @override
    def widget_of(self, field: str) -> QWidget | None:
        return {"signatures": self.all, "borrower_signature_note": self.note}.get(field)
