"""The queue: which visits are not told yet, which records wait for a second look, came back, are to be printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from visitdesk.cases.model import VisitId, VisitState
from visitdesk.changed import Changed, Subject
from visitdesk.errors import BadInput
from visitdesk.records.model import Copy, VisitFacts
from visitdesk.security.permissions import Deed
from visitdesk.ui.records.print_parts import PrintBar, PrintDialog
from visitdesk.ui.records.print_run import PrintRun
from visitdesk.ui.records.print_target import Target
from visitdesk.ui.records.rows import Pile, QueueRow, Walk, columns, count_by_pile, row_of, untold_row
from visitdesk.ui.records.words import clauses
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import StatePanel
from visitdesk.ui.shell.table import Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import ActionButton, Button, Card, column, set_look

if TYPE_CHECKING:
    from visitdesk.ui.records.ports import RecordsBranch


class QueuePage(Page):
    """The list.

    Args:
        walk: told the order shown whenever a record is opened.
    """

    def __init__(self, shell: Shell, branch: "RecordsBranch", walk: Walk) -> None:
        super().__init__(shell, name="records")
        self._branch, self._walk = branch, walk
        self._rows: tuple[QueueRow, ...] = ()
        self._facts: dict[VisitId, VisitFacts] = {}
        self._run: PrintRun | None = None
        self.say(self.title.setText, lambda: self.tr("Records"))
        self.search = QLineEdit()
        self.search.setObjectName("records.search")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme().px(230))
        self.say(self.search.setPlaceholderText, lambda: self.tr("Number, name, pinyin  Ctrl+F"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Filter the records"))
        self.search.textChanged.connect(self._filter)
        self.add_head(self.search)
        self._make_chips()
        self.table: Table[QueueRow] = Table(
            columns(shell.clock.now, shell.local),
            lambda line: line.id,
            name="records.table",
            label=lambda: self.tr("Records"),
            many=True,
        )
        self.table.rows_selected.connect(self._selected)
        self.table.row_opened.connect(self._open)
        card = Card(name="records.card")
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(self.table, stretch=1)
        content = QWidget()
        content.setLayout(column(card, gap=10))
        self.set_content(content)
        self.bar = PrintBar(shell)
        self.set_footer(self.bar)
        self.bind(Key.FILTER, self.search.setFocus)
        self.bind(Key.RELOAD, self._read)
        self.bind(Key.PRINT, self._print, words=lambda: self.tr("Print"), reason=self._why_no_print)
        self.bind(Key.NEW, self._open_chosen, words=self._open_words, reason=self._why_not_open)
        self._print_button = self.add_deed(Key.PRINT)
        self._open_button = self.add_deed(Key.NEW, accent=True)

    def _make_chips(self) -> None:
        words = {
            Pile.TO_WRITE: lambda: self.tr("To be written"),
            Pile.TO_REVIEW: lambda: self.tr("To be reviewed"),
            Pile.RETURNED: lambda: self.tr("Returned"),
            Pile.TO_PRINT: lambda: self.tr("To be printed"),
            Pile.FILED: lambda: self.tr("Filed"),
        }
        for pile, said in words.items():
            self.add_filter(pile.value, said)
        self.filter_changed.connect(lambda _: self._filter())

    # --- reading ------------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "filter" and selection.id in set(Pile):
            self.set_filter(selection.id)
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.RECORD, Subject.VISIT):
            self._read()

    def _read(self) -> None:
        if not self._may_read():
            self._show_denied()
            return
        branch, facts = self._branch, self._facts
        self.ask(lambda: read_rows(branch, facts), self._show, doing=self.tr("Reading records…"))

    def _may_read(self) -> bool:
        return any(map(self.shell.may, (Deed.WRITE_RECORD, Deed.REVIEW_RECORD, Deed.PRINT, Deed.READ_AUDIT)))

    def _show(self, rows: tuple[QueueRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        for pile, count in count_by_pile(rows).items():
            self.count_filter(pile.value, count)
        self._filter()

    def _filter(self) -> None:
        pile = self._pile()
        self.table.set_filter(self.search.text(), keep=lambda line: line.pile is pile)
        self._say_count()
        self._accent(self._print_button, on=pile is Pile.TO_PRINT)
        self._accent(self._open_button, on=pile is not Pile.TO_PRINT)
        if any(line.pile is pile for line in self._rows):
            self.show_content()
            if not self.table.selected_ids() and self.table.rows.rowCount():
                self.table.selectRow(0)
        else:
            self._show_empty(pile)
        self.shell.actions.refresh()

    @staticmethod
    def _accent(button: ActionButton, *, on: bool) -> None:
        """The next sensible deed of the pile stands out."""
        set_look(button, kind="accent" if on else "")

    def _pile(self) -> Pile:
        return Pile(self.filter() or Pile.TO_WRITE.value)

    def _say_count(self) -> None:
        counts = count_by_pile(self._rows)
        self.subtitle.setText(
            clauses(
                self.tr("%n to be written", "", counts[Pile.TO_WRITE] + counts[Pile.RETURNED]),
                self.tr("%n waiting for a second look", "", counts[Pile.TO_REVIEW]),
                self.tr("%n to be printed", "", counts[Pile.TO_PRINT]),
            )
        )

    @override
    def retranslate(self) -> None:
        if hasattr(self, "table"):
            self._say_count()

    def _show_empty(self, pile: Pile) -> None:
        words = {
            Pile.TO_WRITE: lambda: self.tr("Every visit is told"),
            Pile.TO_REVIEW: lambda: self.tr("Nothing waits for a second look"),
            Pile.RETURNED: lambda: self.tr("Nothing was returned"),
            Pile.TO_PRINT: lambda: self.tr("Everything is printed"),
            Pile.FILED: lambda: self.tr("Nothing is filed yet"),
        }[pile]
        why = {
            Pile.TO_WRITE: lambda: self.tr("A visit comes here as soon as its team has left the address."),
            Pile.TO_REVIEW: lambda: self.tr("Records that were handed in come here; a second person reads them."),
            Pile.RETURNED: lambda: self.tr("Records that a reviewer sends back come here with the reason."),
            Pile.TO_PRINT: lambda: self.tr("Accepted records come here until their copy for the file is printed."),
            Pile.FILED: lambda: self.tr("Printed records come here; they can be read, corrected and copied."),
        }[pile]
        button = Button("", icon=Icon.SHIELD, name="records.empty.board")
        self.say(button.setText, lambda: self.tr("To the safety board"))
        button.clicked.connect(lambda: self.shell.go("safety"))
        buttons = (button,) if pile is Pile.TO_WRITE else ()
        self.show_state(StatePanel(Icon.CLIPBOARD, words, why, *buttons))

    def _show_denied(self) -> None:
        self.show_state(
            StatePanel(
                Icon.LOCK_CLOSED,
                lambda: self.tr("Records are not open to your role"),
                lambda: self.tr("Supervisors and clerks write and read them; ask a supervisor."),
            )
        )

    # --- deeds --------------------------------------------------------------------------------------------------

    def _selected(self, rows: tuple[QueueRow, ...]) -> None:
        self.select(Selection(kind="visit", id=rows[0].visit) if len(rows) == 1 else None)
        self.shell.actions.refresh()

    def _open(self, line: QueueRow) -> None:
        self._walk.visits = tuple(one.visit for one in self.table.rows.shown())
        self.shell.go("records/record", Selection(kind="visit", id=line.visit))

    def _open_chosen(self) -> None:
        chosen = self.table.selected()
        if chosen:
            self._open(chosen[0])

    def _open_words(self) -> str:
        chosen = self.table.selected()
        return self.tr("Write the record") if chosen and chosen[0].record is None else self.tr("Open the record")

    def _why_not_open(self) -> str | None:
        chosen = self.table.selected()
        if len(chosen) != 1:
            return self.tr("Choose one visit.")
        if chosen[0].record is None and not self.shell.may(Deed.WRITE_RECORD):
            return self.tr("Supervisors and clerks write records.")
        return None

    def _why_no_print(self) -> str | None:
        if self._run is not None and self._run.is_running:
            return self.tr("Records are being printed already.")
        if not self._printable():
            return self.tr("Choose accepted records.")
        return None

    def _printable(self) -> list[QueueRow]:
        return [one for one in self.table.selected() if one.pile in {Pile.TO_PRINT, Pile.FILED}]

    def _print(self) -> None:
        PrintDialog(self.shell, self, len(self._printable()), self.print_chosen).open()

    def print_chosen(self, copy: Copy, target: Target) -> None:
        """Print what is chosen, in the background."""
        records = [one.record for one in self._printable() if one.record is not None]
        if records:
            run = PrintRun(self.shell, self._branch.prints, records, copy, target, self.shell.clock.now())
            run.filed.connect(self.shell.announce)
            run.changed.connect(self.shell.actions.refresh)
            self._run = run
            self.bar.follow(run)
            run.start()


def read_rows(branch: "RecordsBranch", facts: dict[VisitId, VisitFacts]) -> tuple[QueueRow, ...]:
    """On the writer thread: untold visits and all records; `facts` of visits that are over are read once."""
    over = branch.visits.in_states({VisitState.LEFT})
    closed = frozenset(visit.id for visit in branch.visits.in_states({VisitState.CLOSED}))
    untold = set(branch.records.untold([visit.id for visit in over]))
    rows = []
    for visit in over:
        if visit.id not in untold:
            continue
        if visit.id not in facts:
            try:
                facts[visit.id] = branch.papers.record_facts(visit.id)
            except BadInput:  # its plan is gone; the row still says that it must be told
                rows.append(untold_row(visit, None, branch.clock.now()))
                continue
        rows.append(untold_row(visit, facts[visit.id], branch.clock.now()))
    told = [row_of(entry, closed) for entry in branch.records.queue()]
    return tuple(sorted((*rows, *told), key=lambda one: (one.since, one.id)))
