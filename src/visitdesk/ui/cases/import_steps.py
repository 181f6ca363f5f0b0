"""The four steps of the import wizard as widgets: choose, columns, check, done. The page moves between them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.cases.intake.fields import Field, Unit
from visitdesk.cases.intake.mapping import DateOrder
from visitdesk.cases.intake.mapping import Mapping as Said
from visitdesk.ui.cases.import_draft import Read, confidence, header_key, samples
from visitdesk.ui.cases.words import clauses, field_word
from visitdesk.ui.shell.form import Form
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.spoken import Panel
from visitdesk.ui.shell.states import Picture
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Elided, Line, Scroll, Tag, Text, column, row, set_look

REMARK = "remark"


def dropped_file(event: QDragEnterEvent | QDropEvent) -> str:
    """Path of the one local file that is dragged; "" for anything else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""


class ChooseStep(Panel):
    """Step 1: where a file is dropped or chosen, and how it was read.

    Signals:
        chosen: payload str, a path. choose_asked: the button. altered: payload dict of what the person changed.
    """

    chosen = Signal(str)
    choose_asked = Signal()
    altered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(12))
        layout.addWidget(self._make_target(), 1)
        layout.addWidget(self._make_reading())
        self.reading_card.hide()

    def _make_target(self) -> QFrame:
        self.target = QFrame()
        self.target.setObjectName("import.target")
        self.target.setProperty("surface", "card")
        inside = QVBoxLayout(self.target)
        inside.addStretch(2)
        inside.addWidget(Picture(Icon.ARROW_IMPORT, role="text3", side=48), 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = Text("", Type.PANEL)
        self.say(self.heading.setText, lambda: self.tr("Drop the lender's account file here"))
        words = Text("", Type.BODY, tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(theme().px(520))
        self.say(
            words.setText,
            lambda: self.tr(
                "CSV, XLSX, XLS or ODS; UTF-8, GB18030 and UTF-16 are recognised. Nothing is changed before the last step."
            ),
        )
        self.choose = Button("", icon=Icon.FOLDER_OPEN, kind="accent", name="import.choose")
        self.say(self.choose.setText, lambda: self.tr("Choose a file…"))
        self.choose.clicked.connect(self.choose_asked)
        for widget in (self.heading, words):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(theme().px(10))
        inside.addLayout(row(1, self.choose, 1))
        inside.addStretch(3)
        return self.target

    def _make_reading(self) -> Card:
        self.reading_card = Card(name="import.reading")
        self.say(self.reading_card.set_title, lambda: self.tr("How it was read"))
        self.form = Form(columns=4, name="import.reading.form")
        self.sheet, self.header = QComboBox(), QSpinBox()
        self.dates, self.unit = QComboBox(), QComboBox()
        self.header.setRange(1, 1_048_576)
        self.form.add("import.sheet", lambda: self.tr("Sheet"), self.sheet)
        self.form.add("import.header", lambda: self.tr("Row of the headers"), self.header)
        self.form.add("import.dates", lambda: self.tr("Dates such as 03/04"), self.dates)
        self.form.add("import.unit", lambda: self.tr("Amounts in"), self.unit)
        self.reading_card.add(self.form)
        self.sheet.activated.connect(lambda _: self.altered.emit({"sheet": self.sheet.currentText()}))
        self.header.editingFinished.connect(self._header_done)
        self.dates.activated.connect(lambda _: self.altered.emit({"date_order": self.dates.currentData()}))
        self.unit.activated.connect(lambda _: self.altered.emit({"amount_unit": self.unit.currentData()}))
        return self.reading_card

    def _header_done(self) -> None:
        if self.header.value() != self.header.property("read"):
            self.altered.emit({"header_row": self.header.value()})

    def show_read(self, read: Read | None, said: Said) -> None:
        """What was read; None before anything was."""
        self.reading_card.setVisible(read is not None)
        set_look(self.choose, kind="" if read is not None else "accent")
        self.choose.set_picture(Icon.FOLDER_OPEN)
        if read is None:
            return
        table, opened = read.reading.table, read.reading.opened
        self.sheet.clear()
        self.sheet.addItems([one.name for one in opened.sheets])
        self.sheet.setCurrentText(table.sheet)
        self.header.setProperty("read", table.header_row)
        self.header.setValue(table.header_row)
        choices = (("", self.tr("as the file shows")), (DateOrder.DAY_FIRST, self.tr("day first")))
        _fill(self.dates, (*choices, (DateOrder.MONTH_FIRST, self.tr("month first"))), said.date_order or "")
        units = (("", self.tr("as the headers say")), (Unit.YUAN, self.tr("yuan")))
        _fill(self.unit, (*units, (Unit.TEN_THOUSAND, self.tr("ten thousand yuan"))), said.amount_unit or "")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            set_look(self.target, surface="sunken")
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_look(self.target, surface="card")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self.target, surface="card")
        self.chosen.emit(dropped_file(event))


def _fill(box: QComboBox, choices: tuple[tuple[str, str], ...], now: str) -> None:
    box.clear()
    for key, words in choices:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, [key for key, _ in choices].index(now) if now in dict(choices) else 0))


class ColumnsStep(Panel):
    """Step 2: every column of the file with three of its values, and which field of ours it is.

    Signals:
        mapped: payload (header key, Field | None); the person chose a field.
    """

    mapped = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10))
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(6))
        card = Card(name="import.columns")
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(Scroll(self._inside, name="import.columns.scroll"), stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self._shown: tuple[Read, Said] | None = None

    def show_read(self, read: Read, said: Said) -> None:
        """The columns of a reading."""
        self._shown = (read, said)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        titles = (self.tr("Column of the file"), self.tr("First values"), self.tr("Our field"), self.tr("Recognised"))
        for at, words in enumerate(titles):
            self._grid.addWidget(Text(words, Type.TABLE, tone="text2"), 0, at)
        self._grid.setColumnStretch(1, 1)
        for at, one in enumerate(read.reading.table.columns, 1):
            line = 2 * at
            self._grid.addWidget(Line(), line - 1, 0, 1, 4)
            header = Elided(one.header, Type.BODY)
            header.setMinimumWidth(theme().px(150))
            self._grid.addWidget(header, line, 0)
            shown = self.tr(" | ").join(samples(read, one.index)) or self.tr("(empty)")
            self._grid.addWidget(Elided(shown, Type.TABLE, tone="text2"), line, 1)
            self._grid.addWidget(self._make_box(at, one.header, one.field), line, 2)
            self._grid.addWidget(self._make_tag(confidence(one, said)), line, 3)
        self._grid.setRowStretch(2 * len(read.reading.table.columns) + 1, 1)

    def _make_box(self, at: int, header: str, now: Field | None) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"import.column.{at}")
        box.setAccessibleName(self.tr("Field for column {header}").format(header=header))
        box.setMinimumWidth(theme().px(200))
        box.addItem(self.tr("Keep as a remark"), REMARK)
        for one in Field:
            if one not in {Field.QUARANTINE, Field.IGNORED}:
                box.addItem(field_word(one), one.value)
        if now is Field.QUARANTINE:
            box.addItem(field_word(now), now.value)
        box.setCurrentIndex(max(0, box.findData(now.value if now else REMARK)))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(partial(self._chosen, box, header_key(header)))
        return box

    def _chosen(self, box: QComboBox, key: str, _at: int = 0) -> None:
        word = str(box.currentData())
        self.mapped.emit(key, None if word == REMARK else Field(word))

    def _make_tag(self, sure: str) -> Tag:
        words: Mapping[str, tuple[str, str]] = {
            "said": (self.tr("chosen by you"), "accent"),
            "certain": (self.tr("certain"), "ok"),
            "likely": (self.tr("likely"), "warning"),
            "remark": (self.tr("not known"), "neutral"),
        }
        return Tag(words[sure][0], tone=words[sure][1])

    @override
    def retranslate(self) -> None:
        if self._shown is not None:
            self.show_read(*self._shown)


class DoneStep(Panel):
    """Step 4: what the import did, in figures that add up to the rows of the file."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] | None = None
        self._inside = column(gap=10)
        card = Card(name="import.done")
        card.body.addStretch(1)
        card.body.addWidget(Picture(Icon.CHECKMARK_CIRCLE, role="ok", side=48), 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = Text("", Type.PANEL, name="import.done.title")
        self.words = Text("", Type.BODY, tone="text2", wrap=True, name="import.done.words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(theme().px(560))
        for widget in (self.heading, self.words):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.open_held = Button("", icon=Icon.ARCHIVE, name="import.open_held")
        self.export_held = Button("", icon=Icon.ARROW_EXPORT, name="import.export_held")
        self.another = Button("", icon=Icon.ARROW_IMPORT, name="import.another")
        self.to_cases = Button("", icon=Icon.FOLDER_PERSON, kind="accent", name="import.to_cases")
        self.say(self.to_cases.setText, lambda: self.tr("To the cases"))
        self.say(self.open_held.setText, lambda: self.tr("Rows held back"))
        self.say(self.export_held.setText, lambda: self.tr("Export them as XLSX"))
        self.say(self.another.setText, lambda: self.tr("Import another file"))
        card.body.addSpacing(theme().px(10))
        card.body.addLayout(row(1, self.another, self.open_held, self.export_held, self.to_cases, 1))
        card.body.addStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def show_counts(self, *, rows: int, new: int, updated: int, unchanged: int, repeated: int, held: int) -> None:
        """The figures; all together are the rows of the file."""
        self._counts = {
            "rows": rows,
            "new": new,
            "updated": updated,
            "unchanged": unchanged,
            "repeated": repeated,
            "held": held,
        }
        self.open_held.setVisible(held > 0)
        self.export_held.setVisible(held > 0)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._counts is None:
            return
        n = self._counts
        self.heading.setText(self.tr("%n row(s) read, none lost", "", n["rows"]))
        parts = (
            self.tr("new {n}").format(n=n["new"]) if n["new"] else "",
            self.tr("updated {n}").format(n=n["updated"]) if n["updated"] else "",
            self.tr("unchanged {n}").format(n=n["unchanged"]) if n["unchanged"] else "",
            self.tr("repeated {n}").format(n=n["repeated"]) if n["repeated"] else "",
            self.tr("held back {n}").format(n=n["held"]) if n["held"] else "",
        )
        tail = self.tr("Rows held back wait under Cases › Held back, with their original cells.") if n["held"] else ""
        self.words.setText("\n".join(part for part in (clauses(*parts), tail) if part))
