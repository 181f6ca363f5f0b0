"""The side panel of a record: evidence with time, distance and hash; the conduct check; its versions."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.records.beginning import all_kept
from visitdesk.records.model import (
    ConductAnswer,
    ConductItem,
    Content,
    Evidence,
    EvidenceKind,
    Record,
    Revision,
    VisitFacts,
)
from visitdesk.ui.records.section import Section
from visitdesk.ui.records.words import clauses, clock_of, moment_of, word, zone_of
from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, Tag, Text, column, row

_PICTURES = {EvidenceKind.PHOTO: Icon.IMAGE, EvidenceKind.PAPER: Icon.DOCUMENT_TEXT, EvidenceKind.SOUND: Icon.MIC}


class EvidenceCard(QFrame):
    """One piece: caption, time, distance, hash."""

    def __init__(self, evidence: Evidence, words: str) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setObjectName(f"record.evidence.{evidence.id}")
        t = theme()
        layout = row(Picture(_PICTURES[evidence.kind], role="text2", side=18), gap=12)
        layout.setContentsMargins(t.px(12), t.px(7), t.px(10), t.px(7))
        caption = Elided(evidence.caption, Type.BODY)
        layout.addLayout(
            column(
                caption,
                Elided(words, Type.SMALL, tone="text2"),
                Elided(f"sha256 {evidence.digest[:16]}…", Type.SMALL, tone="text2"),
                gap=1,
            ),
            1,
        )
        self.setLayout(layout)
        self.setToolTip(evidence.digest)


class EvidencePart(Panel):
    """Evidence; files are dropped here or added by Ctrl+U.

    Signals:
        add_asked: a file shall be chosen.
    """

    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts: VisitFacts | None = None
        self._evidence: tuple[Evidence, ...] = ()
        heading = Text("", Type.TILE)
        self.say(heading.setText, lambda: self.tr("Evidence"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme().px(8))
        self.add = Button("", icon=Icon.ATTACH, name="record.add_evidence")
        self.say(self.add.setText, lambda: self.tr("Add evidence  Ctrl+U"))
        self.add.clicked.connect(self.add_asked)
        self._hint = Text("", Type.SMALL, tone="text2", wrap=True)
        self.say(self._hint.setText, lambda: self.tr("A photo can be dropped anywhere on this page."))
        layout = column(heading, gap=8)
        layout.addLayout(self._cards)
        layout.addLayout(row(self.add, 1))
        layout.addWidget(self._hint)
        self.setLayout(layout)

    def show_evidence(self, record: Record, *, writable: bool) -> None:
        """The pieces; adding only while the record is being written."""
        self.add.setVisible(writable)
        self._facts, self._evidence = record.facts, record.content.evidence
        self._hint.setVisible(writable)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if self._facts is None:
            return
        zone = zone_of(self._facts.time_zone)
        for one in self._evidence:
            self._cards.addWidget(EvidenceCard(one, self._words(one, clock_of(one.taken_at, zone))))
        if not self._evidence:
            self._cards.addWidget(Text(self.tr("None yet"), Type.TABLE, tone="text2"))

    def _words(self, one: Evidence, at: str) -> str:
        far = self.tr("{metres} m from the address").format(metres=round(one.distance_m)) if one.distance_m else ""
        return clauses(word("evidence", one.kind), at, far)


class ConductLine(Panel):
    """One item of the conduct check: a tick, or a note on what went wrong."""

    def __init__(self, item: ConductItem, section: "ConductSection") -> None:
        super().__init__()
        self.item = item
        self._kept: bool | None = None
        self._section = section
        self.button = Button("", kind="name", name=f"record.conduct.{item.value}")
        self.button.setCheckable(False)
        self.note = QLineEdit()
        self.note.setObjectName(f"record.conduct_note.{item.value}")
        self.say(self.note.setPlaceholderText, lambda: self.tr("What happened, in words"))
        self.say(self.note.setAccessibleName, lambda: self.tr("What happened"))
        self.note.textEdited.connect(section.touched)
        self.words = Text("", Type.TABLE, wrap=True)
        self.button.clicked.connect(self._turn)
        side = theme().px(26)
        self.button.setFixedSize(side, side)
        self.button.setStyleSheet(f"padding: 0; min-height: {side - 2}px")
        layout = row(self.button, self.words, gap=4)
        layout.setStretch(1, 1)
        layout.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        outer = column(gap=2)
        outer.addLayout(layout)
        outer.addWidget(self.note)
        self.setLayout(outer)
        self.retranslate()

    def _turn(self) -> None:
        """Not answered → kept → not kept → kept."""
        self.show_answer(ConductAnswer(item=self.item, kept=self._kept is not True, note=self.note.text()))
        self._section.touched()

    def show_answer(self, answer: ConductAnswer | None) -> None:
        """The answer; None where none is given."""
        self._kept = answer.kept if answer else None
        if answer is not None and self.note.text() != answer.note:
            self.note.setText(answer.note)
        self.retranslate()

    def set_writable(self, *, writable: bool) -> None:
        """A button, or only a mark to look at: greyed marks would look unanswered."""
        self.button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not writable)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if writable else Qt.FocusPolicy.NoFocus)
        self.note.setReadOnly(not writable)

    @override
    def retranslate(self) -> None:
        icon = {True: Icon.CHECKMARK_CIRCLE, False: Icon.ERROR_CIRCLE, None: Icon.CIRCLE}[self._kept]
        role = {True: "ok", False: "error", None: "text3"}[self._kept]
        self.button.setIcon(icon_of(icon, role, filled=icon is Icon.CHECKMARK_CIRCLE))
        state = {True: self.tr("kept"), False: self.tr("not kept"), None: self.tr("not answered")}[self._kept]
        words = word("conduct", self.item)
        self.words.setText(words)
        self.words.set_tone("text" if self._kept is not None else "text2")
        self.button.setAccessibleName(clauses(words, state))
        self.button.setToolTip(state)
        self.note.setVisible(self._kept is False)

    def answer(self) -> ConductAnswer | None:
        """The answer, or None."""
        if self._kept is None:
            return None
        return ConductAnswer(item=self.item, kept=self._kept, note="" if self._kept else self.note.text())


class ConductSection(Section):
    """What a team must not do; every item is answered for every visit."""

    def __init__(self) -> None:
        super().__init__(lambda: QCoreApplication.translate("RecordForm", "Conduct check"), name="conduct")
        self.all = Button("", icon=Icon.CHECKMARK, kind="quiet", name="record.all_kept")
        self.say(self.all.setText, lambda: self.tr("All kept"))
        self.all.clicked.connect(self._all)
        self.head.addWidget(self.all)
        self.body.setSpacing(theme().px(2))
        self._lines = [ConductLine(item, self) for item in ConductItem]
        for line in self._lines:
            self.body.addWidget(line)

    def _all(self) -> None:
        for line, answer in zip(self._lines, all_kept(Content(conduct=self.answers())).conduct, strict=True):
            line.show_answer(answer)
        self.touched()

    def answers(self) -> tuple[ConductAnswer, ...]:
        """Answers given, in the order of the list."""
        return tuple(answer for line in self._lines if (answer := line.answer()) is not None)

    def set_writable(self, *, writable: bool) -> None:
        """Whether answers can be given; what was answered stays in sight."""
        self.all.setVisible(writable)
        for line in self._lines:
            line.set_writable(writable=writable)

    @override
    def show_fields(self, facts: VisitFacts, content: Content) -> None:
        given = {answer.item: answer for answer in content.conduct}
        for line in self._lines:
            line.show_answer(given.get(line.item))

    @override
    def into(self, content: Content) -> Content:
        return replace(content, conduct=self.answers())

    @override
    def widget_of(self, field: str) -> QWidget | None:
        if field != "conduct":
            return None
        return next((line.button for line in self._lines if line.answer() is None), self.all)


class VersionsPart(Panel):
    """The versions of a final record, the newest on top.

    Signals:
        compare_asked: the versions shall be shown side by side.
    """

    compare_asked = Signal()

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._record: Record | None = None
        self._name_of = name_of
        heading = Text("", Type.TILE)
        self.say(heading.setText, lambda: self.tr("Versions"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.compare = Button("", icon=Icon.BRANCH_COMPARE, name="record.compare")
        self.say(self.compare.setText, lambda: self.tr("Compare versions"))
        self.compare.clicked.connect(self.compare_asked)
        layout = column(heading, gap=8)
        layout.addLayout(self._rows)
        layout.addLayout(row(self.compare, 1))
        self.setLayout(layout)

    def show_versions(self, record: Record) -> None:
        """Nothing is shown until the record is final."""
        self._record = record
        self.setVisible(bool(record.revisions))
        self.compare.setVisible(len(record.revisions) > 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        record = self._record
        if record is None:
            return
        for revision in reversed(record.revisions):
            self._rows.addWidget(self._line(record, revision))

    def _line(self, record: Record, revision: Revision) -> QWidget:
        newest = revision.number == len(record.revisions)
        tag = Tag(self.tr("Version {n}").format(n=revision.number), tone="accent" if newest else "neutral")
        when = f"{self._name_of(revision.by)}  {moment_of(revision.at, zone_of(record.facts.time_zone))}"
        words = (
            self.tr("Correction: {reason}").format(reason=revision.reason) if revision.reason else self.tr("Accepted")
        )
        line = QWidget()
        inside = row(tag, gap=8)
        inside.setAlignment(tag, Qt.AlignmentFlag.AlignTop)
        texts = column(Elided(when, Type.SMALL, tone="text2"), Text(words, Type.TABLE, wrap=True), gap=1)
        inside.addLayout(texts, 1)
        line.setLayout(inside)
        return line
