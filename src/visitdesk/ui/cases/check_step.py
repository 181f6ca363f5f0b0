"""Step 3 of the import: every row of the file, cell faults outlined, the reason in words, the original beside."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from visitdesk.cases.intake.fields import Field
from visitdesk.ui.cases.import_draft import Read
from visitdesk.ui.cases.preview import Kind, Note, PreviewRow
from visitdesk.ui.cases.words import field_word, labelled
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Panel, Spoken
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.table import Column, Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Text, row
from visitdesk.wording import sentence

BOXES = {Kind.ERROR: "error", Kind.HINT: "warning", Kind.AUTO: "accent_text"}
PICTURES = {Kind.ERROR: Icon.ERROR_CIRCLE, Kind.HINT: Icon.WARNING, Kind.AUTO: Icon.INFO}
_RIGHT = frozenset(
    {Field.PRINCIPAL, Field.INTEREST, Field.PENALTY, Field.FEES, Field.ARREARS, Field.OUTSTANDING, Field.DAYS_PAST_DUE}
)
_WIDTHS = {Field.BORROWER_NAME: 84, Field.ID_NO: 92, Field.PHONE: 92, Field.CASE_NO: 96}
_WIDE = frozenset({Field.HOME_ADDRESS, Field.REGISTERED_ADDRESS, Field.WORK_ADDRESS, Field.OTHER_ADDRESS})


def note_words(note: Note) -> str:
    """A note in one sentence."""
    if note.kind is Kind.ERROR:
        return sentence(note.code, theme().lang, note.facts)
    translate = QCoreApplication.translate
    words = {
        "hint.no_phone": translate("ImportNotes", "No telephone number"),
        "hint.no_address": translate("ImportNotes", "No address"),
        "hint.same_id": translate("ImportNotes", "Same identity number as row {row}, under another case"),
        "hint.old_id": translate("ImportNotes", "Old identity number with 15 digits"),
        "hint.repeated": translate("ImportNotes", "Repeats another row of this file"),
        "auto.width": translate("ImportNotes", "Full-width characters, read as {value}"),
        "auto.unit": translate("ImportNotes", "Unit in the cell, read as {value}"),
        "auto.serial": translate("ImportNotes", "Number of a day, read as {value}"),
        "auto.date": translate("ImportNotes", "Date in another order, read as {value}"),
    }
    return words[note.code].format(**note.facts)


def row_words(one: PreviewRow) -> str:
    """The worst note of a row, and how many more there are."""
    if one.kind is None:
        return ""
    first = min(one.notes, key=lambda note: list(Kind).index(note.kind))
    more = len(one.notes) - 1
    tail = QCoreApplication.translate("ImportNotes", " (and {n} more)").format(n=more) if more else ""
    return note_words(first) + tail


def columns_of(read: Read) -> tuple[Column[PreviewRow], ...]:
    """Row number, the columns that became fields, and the reason."""
    first: Column[PreviewRow] = Column(
        key="row",
        title=lambda: QCoreApplication.translate("ImportNotes", "Row"),
        text=lambda one: str(one.row),
        sort=lambda one: one.row,
        right=True,
        width=56,
    )
    reason: Column[PreviewRow] = Column(
        key="note",
        title=lambda: QCoreApplication.translate("ImportNotes", "Question"),
        text=row_words,
        picture=lambda one: (PICTURES[one.kind], BOXES[one.kind]) if one.kind else None,
        tone=lambda one: BOXES[one.kind] if one.kind else "text",
        width=200,
        stretch=True,
    )
    known = [c for c in read.reading.table.columns if c.field is not None and c.field is not Field.IGNORED]
    return (first, *(_column(c.index, c.field) for c in known if c.field is not None), reason)


def _column(index: int, wanted: Field) -> Column[PreviewRow]:
    def box(one: PreviewRow) -> str:
        note = one.note_at(index)
        return BOXES[note.kind] if note is not None else ""

    return Column(
        key=f"c{index}",
        title=lambda: field_word(wanted),
        text=lambda one: one.cells.get(index, ""),
        right=wanted in _RIGHT,
        width=_WIDTHS.get(wanted, 130 if wanted in _WIDE else 96 if wanted in _RIGHT else 112),
        box=box,
    )


class CheckStep(Panel):
    """The list of all rows."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card(name="import.check")
        self._card.body.setContentsMargins(1, 1, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self.table: Table[PreviewRow] | None = None

    def show_read(self, read: Read) -> Table[PreviewRow]:
        """A table of this reading; the one before is gone."""
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        self.table = Table(columns_of(read), lambda one: str(one.row), name="import.table", label=self._label)
        self.table.set_rows(read.rows)
        self._card.add(self.table, stretch=1)
        return self.table

    def _label(self) -> str:
        return self.tr("Rows of the file")


class RowPanel(Spoken, SideCard):
    """Beside the list: what is wrong with the row, its original text untouched, rows with the same fault."""

    def __init__(self) -> None:
        super().__init__("import.row")
        self._row: PreviewRow | None = None
        self._all: Sequence[PreviewRow] = ()
        self._picture = Picture(Icon.INFO, role="text2")
        self._heading = Text("", Type.TILE, wrap=True, name="import.row.title")
        line = row(self._picture)
        line.addWidget(self._heading, 1)
        self.head.addLayout(line)
        self._notes = Text("", Type.BODY, tone="text2", wrap=True, name="import.row.notes")
        self._title = Text("", Type.BODY)
        self._original = Text("", Type.TABLE, wrap=True, name="import.row.original")
        self._box = Card(surface="sunken")
        self._box.add(self._original)
        self._same = Text("", Type.BODY, tone="text2", wrap=True, name="import.row.same")
        self.next_same = Button("", icon=Icon.ARROW_DOWN, name="import.row.next_same")
        for widget in (self._notes, self._title, self._box, self._same):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.next_same, 1))
        self.body.addStretch(1)
        foot = Text("", Type.TABLE, tone="text2", wrap=True)
        self.foot.addWidget(foot)
        self.say(self._title.setText, lambda: self.tr("Original text (never changed)"))
        self.say(self.next_same.setText, lambda: self.tr("Next row with this fault"))
        self.say(foot.setText, self._promise)
        self.show_row(None, ())

    def _promise(self) -> str:
        return self.tr(
            "Rows with errors are not lost: they are held back with their cells and can be mended under "
            "Cases › Held back."
        )

    def show_row(self, one: PreviewRow | None, rows: Sequence[PreviewRow]) -> None:
        """The selected row among all rows; None where none is selected."""
        self._row, self._all = one, rows
        self.retranslate()

    def same_rows(self) -> list[PreviewRow]:
        """Other rows with the same first fault, in the order of the file."""
        if self._row is None or self._row.kind is None:
            return []
        code, here = self._row.notes[0].code, self._row.row
        return [one for one in self._all if one.row != here and any(note.code == code for note in one.notes)]

    @override
    def retranslate(self) -> None:
        one = self._row
        for widget in (self._title, self._box, self._picture, self._notes):
            widget.setVisible(one is not None)
        same = len(self.same_rows())
        self._same.setVisible(same > 0)
        self.next_same.setVisible(same > 0)
        self._same.setText(self.tr("%n more row(s) with the same fault.", "", same))
        if one is None:
            self._heading.setText(self.tr("Choose a row to see its original text"))
            return
        self._heading.setText(self.tr("Row {row}").format(row=one.row))
        kind = one.kind
        self._picture.show_icon(PICTURES[kind] if kind else Icon.CHECKMARK_CIRCLE, BOXES[kind] if kind else "ok")
        words = "\n".join(note_words(note) for note in one.notes)
        self._notes.setText(words or self.tr("Nothing to ask about this row."))
        self._original.setText("\n".join(labelled(header, text) for header, text in one.originals if text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
