"""The import wizard: choose a file, match its columns, check every row, import; leaving it loses nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from visitdesk.cases.intake.fields import Field
from visitdesk.cases.intake.mapping import NO_MAPPING
from visitdesk.errors import VisitDeskError
from visitdesk.security.permissions import Deed
from visitdesk.ui.cases.check_step import BOXES, PICTURES, CheckStep, RowPanel
from visitdesk.ui.cases.export import ask_where, held_rows
from visitdesk.ui.cases.import_draft import ImportDraft, said_anew
from visitdesk.ui.cases.import_reading import ImportReading
from visitdesk.ui.cases.import_steps import ChooseStep, ColumnsStep, DoneStep
from visitdesk.ui.cases.preview import Kind, PreviewRow
from visitdesk.ui.cases.step_bar import StepBar
from visitdesk.ui.cases.words import clauses
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import ActionButton, Button, Text, row

if TYPE_CHECKING:
    from visitdesk.cases.intake_service import Taken
    from visitdesk.ui.cases.ports import CasesBranch

KEEP = {"all": None, "any": "any", "error": Kind.ERROR, "hint": Kind.HINT, "auto": Kind.AUTO}


class ImportPage(ImportReading):
    """The four steps.

    Args:
        draft: the import under way, shared with the list of cases, which reminds of it.
    """

    def __init__(self, shell: Shell, branch: "CasesBranch", draft: ImportDraft) -> None:
        super().__init__(shell, branch, draft)
        self.say(self.title.setText, lambda: self.tr("Import an account file"))
        self.show_back(lambda: shell.go("cases"))
        self._bar = StepBar(self._step_words, name="import.steps")
        self._column.insertWidget(1, self._bar)
        for key, words, kind in (
            ("all", lambda: self.tr("All"), None),
            ("any", lambda: self.tr("With questions"), None),
            ("error", lambda: self.tr("Errors"), Kind.ERROR),
            ("hint", lambda: self.tr("Hints"), Kind.HINT),
            ("auto", lambda: self.tr("Corrected"), Kind.AUTO),
        ):
            picture = icon_of(PICTURES[kind], BOXES[kind]) if kind is not None else None
            self.add_filter(key, words, picture=picture)
        self.say(self.hint.setText, lambda: self.tr("F7 next row with a question"))
        self.filter_changed.connect(self._filter)
        self._make_steps()
        self.bind(Key.FINISH, self._go_on, words=self._finish_words, reason=self._why_not)
        self.bind(Key.NEXT_PROBLEM, self._next_problem)
        self.bind(Key.EXPORT, self._export, words=lambda: self.tr("Export the questions"), reason=self._no_export)
        self.set_footer(self._make_footer())
        self._show_step()

    def _make_steps(self) -> None:
        self._choose, self._columns = ChooseStep(), ColumnsStep()
        self._check, self._done = CheckStep(), DoneStep()
        self._choose.choose_asked.connect(self._ask_for_file)
        self._choose.chosen.connect(self.read_file)
        self._choose.altered.connect(self._altered)
        self._columns.mapped.connect(self._mapped)
        self._done.open_held.clicked.connect(lambda: self.shell.go("cases/held"))
        self._done.export_held.clicked.connect(self._export_held)
        self._done.to_cases.clicked.connect(lambda: self.shell.go("cases"))
        self._done.another.clicked.connect(self._begin_anew)
        self._stack_of_steps = QStackedWidget()
        for step in (self._choose, self._columns, self._check, self._done):
            self._stack_of_steps.addWidget(step)
        self.set_content(self._stack_of_steps)
        self._row_panel = RowPanel()
        self._row_panel.next_same.clicked.connect(self._next_same)
        self.set_side(self._row_panel, width=330)

    def _make_footer(self) -> QWidget:
        footer = QWidget()
        self._previous = Button("", icon=Icon.ARROW_LEFT, name="import.previous")
        self.say(self._previous.setText, lambda: self.tr("Back"))
        self._previous.clicked.connect(self._step_back)
        self._counts = Text("", Type.TABLE, tone="text2", name="import.counts")
        self._export_button = ActionButton(self.shell.actions[Key.EXPORT])
        self._finish_button = ActionButton(self.shell.actions[Key.FINISH], kind="accent")
        footer.setLayout(row(self._previous, 1, self._counts, self._export_button, self._finish_button, gap=10))
        return footer

    def _step_words(self) -> tuple[str, ...]:
        return (self.tr("Choose a file"), self.tr("Match columns"), self.tr("Check"), self.tr("Import"))

    # --- files ------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "file":
            self.read_file(selection.id)
        elif self.draft.done is not None:
            self._begin_anew()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the lender's account file"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # the native one would block F2 while it is open
        dialog.setNameFilter(self.tr("Account files (*.csv *.txt *.xlsx *.xls *.ods)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shell.actions.give_to(dialog, only_safety=True)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    @override
    def was_read(self) -> None:
        self._fill()
        self._show_step()

    @override
    def refused(self, fault: Exception) -> None:
        """The file as a whole cannot be used; what was chosen before stays."""
        if self.draft.read is None:
            self.draft.name, self.draft.data = "", b""
        elif isinstance(fault, VisitDeskError):
            self.draft.said = self._last_said
        self.show_fault(fault)
        self._fill()
        self._show_step()

    _last_said = NO_MAPPING

    def _altered(self, change: dict[str, object]) -> None:
        self._say_anew(**change)

    def _mapped(self, header: str, wanted: Field | None) -> None:
        self._say_anew(columns={header: wanted})

    def _say_anew(self, **change: object) -> None:
        self._last_said = self.draft.said
        known = {key: value for key, value in change.items() if value != ""}
        self.draft.said = said_anew(self.draft.said, **known)  # type: ignore[arg-type]  # the steps emit these keys
        self.read_again(stay=True)

    # --- steps ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        read = self.draft.read
        self._choose.show_read(read, self.draft.said)
        if read is None:
            return
        self._columns.show_read(read, self.draft.said)
        table = self._check.show_read(read)
        table.row_selected.connect(self._row_selected)
        kinds = [one.kind for one in read.rows]
        counts = {"all": len(kinds), "any": sum(kind is not None for kind in kinds)}
        counts |= {kind.value: sum(kind is one for one in kinds) for kind in Kind}
        for key, count in counts.items():
            self.count_filter(key, count)
        self._filter(self.filter())

    def _show_step(self) -> None:
        step = self.draft.step
        self._bar.set_step(step)
        self._stack_of_steps.setCurrentIndex(step - 1)
        self._chip_row.setVisible(step == 3)
        self._row_panel.setVisible(step == 3 and not self.has_drawer)
        self._previous.setVisible(step in {2, 3})
        self._export_button.setVisible(step == 3)
        self._finish_button.setVisible(step != 4)
        self.retranslate()
        self.shell.actions.refresh()

    @override
    def fitted(self, width: float) -> None:
        self._row_panel.setVisible(self.draft.step == 3 and not self.has_drawer)

    @override
    def retranslate(self) -> None:
        read, draft = self.draft.read, self.draft
        if read is None:
            self.subtitle.setText(self.tr("Nothing is changed before the last step."))
            self._counts.setText("")
            return
        reading, opened = read.reading, read.reading.opened
        encoding = opened.encoding.upper() or opened.kind.value.upper()
        sheet = self.tr("sheet {name}").format(name=reading.table.sheet) if len(opened.sheets) > 1 else ""
        rows = self.tr("%n row(s)", "", reading.rows)
        self.subtitle.setText(clauses(draft.name, sheet, rows, encoding))
        self._counts.setText(self._count_words(read.taken) if draft.step == 3 else "")

    def _count_words(self, taken: "Taken") -> str:
        good = taken.accepted + taken.updated
        rest = taken.unchanged + taken.duplicates
        return clauses(
            self.tr("to import {n}").format(n=f"{good:,}"),
            self.tr("held back {n}").format(n=f"{len(taken.held):,}"),
            self.tr("unchanged {n}").format(n=f"{rest:,}") if rest else "",
        )

    def _step_back(self) -> None:
        self.draft.step -= 1
        self._show_step()

    def _finish_words(self) -> str:
        read = self.draft.read
        if self.draft.step < 3 or read is None:
            return self.tr("Continue")
        return self.tr("Import %n row(s)", "", read.taken.accepted + read.taken.updated)

    def _why_not(self) -> str | None:
        if self.draft.read is None:
            return self.tr("Choose a file first.")
        if not self.shell.may(Deed.IMPORT_ACCOUNTS):
            return self.tr("Only supervisors and clerks import account files.")
        return None

    def _go_on(self) -> None:
        if self.draft.step < 3:
            self.draft.step += 1
            self._show_step()
        elif self.draft.step == 3 and self.draft.read is not None and self.shell.actor is not None:
            desk, actor, reading = self._branch.intake, self.shell.actor, self.draft.read.reading
            self.ask(lambda: desk.take_in(actor, reading), self._imported, doing=self.tr("Importing…"), slot="")

    def _imported(self, taken: "Taken") -> None:
        self.draft.done, self.draft.step, self.draft.data = taken, 4, b""
        self._done.show_counts(
            rows=taken.rows,
            new=taken.accepted,
            updated=taken.updated,
            unchanged=taken.unchanged,
            repeated=taken.duplicates,
            held=len(taken.held),
        )
        self._show_step()
        self.shell.announce(taken.changed)

    def _begin_anew(self) -> None:
        self.draft.forget()
        self._choose.show_read(None, NO_MAPPING)
        self._show_step()

    # --- looking ----------------------------------------------------------------------------------------------

    def _filter(self, key: str) -> None:
        table, wanted = self._check.table, KEEP.get(key)
        if table is None:
            return
        if wanted is None:
            table.set_filter()
        elif wanted == "any":
            table.set_filter(keep=lambda one: one.kind is not None)
        else:
            table.set_filter(keep=lambda one: any(note.kind is wanted for note in one.notes))

    def _row_selected(self, one: PreviewRow | None) -> None:
        rows = self.draft.read.rows if self.draft.read is not None else ()
        self._row_panel.show_row(one, rows)
        self.select(Selection(kind="file_row", id=str(one.row)) if one else None)

    def _next_problem(self) -> None:
        """The next row with a question below the selected one, from the top again after the last."""
        table = self._check.table
        if table is None or self.draft.step != 3:
            return
        self._go_to([one for one in table.rows.shown() if one.kind is not None])

    def _next_same(self) -> None:
        self._go_to(self._row_panel.same_rows())

    def _go_to(self, rows: list[PreviewRow]) -> None:
        table = self._check.table
        if table is None or not rows:
            return
        chosen = table.selected()
        at = chosen[0].row if chosen else 0
        wanted = next((one for one in rows if one.row > at), rows[0])
        if not table.select_id(str(wanted.row)):
            self.set_filter("all")
            table.select_id(str(wanted.row))
        table.setFocus()

    def _no_export(self) -> str | None:
        read = self.draft.read
        has_rows = read is not None and any(one.kind is Kind.ERROR for one in read.rows)
        return None if has_rows else self.tr("There are no rows with errors.")

    def _export(self) -> None:
        read = self.draft.read
        if read is not None:
            name = self.tr("questions of {name}").format(name=Path(self.draft.name).stem)
            now, lang = self.shell.clock.now(), theme().lang
            ask_where(self, f"{name}.xlsx", lambda: held_rows(read, now, lang))

    def _export_held(self) -> None:
        actor, desk, lang = self.shell.actor, self._branch.intake, theme().lang
        if actor is not None:
            ask_where(self, self.tr("rows held back") + ".xlsx", lambda: desk.export_held(actor, lang))
