"""The list of cases: whom may we visit, and who waits for what. Opens at once with 100,000 rows."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from visitdesk.cases.model import CaseId, CaseLine, CaseState, VisitState
from visitdesk.changed import Changed, Subject
from visitdesk.reports.case_verdicts import Mark
from visitdesk.security.permissions import Deed
from visitdesk.ui.cases.case_columns import DEBT_COLUMNS, NO_MARK, PICTURES, columns_of, region_word
from visitdesk.ui.cases.case_dialogs import HoldDialog
from visitdesk.ui.cases.deed_dialog import ReasonDialog
from visitdesk.ui.cases.import_draft import ImportDraft
from visitdesk.ui.cases.import_steps import dropped_file
from visitdesk.ui.cases.many import Outcome, for_each
from visitdesk.ui.cases.selections import Selections
from visitdesk.ui.cases.views import View, Views, Walk
from visitdesk.ui.cases.visit_dialogs import RequestDialog
from visitdesk.ui.cases.words import clauses
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon, icon_of
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import InfoBar, StatePanel
from visitdesk.ui.shell.table import Table
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Card, Text, column, row
from visitdesk.ui.shell.wording import told

if TYPE_CHECKING:
    from visitdesk.cases.service import CasePage
    from visitdesk.ui.cases.ports import CasesBranch

CHIPS = ("all", "allowed", "reason", "blocked", "held", "objection", "requested")


class CasesPage(Page):
    """The list.

    Args:
        walk: told the order shown whenever a case is opened.
        draft: an import under way is reminded of.
    """

    def __init__(self, shell: Shell, branch: "CasesBranch", walk: Walk, views: Views, draft: ImportDraft) -> None:
        super().__init__(shell, name="cases")
        self._branch, self._walk, self.views, self._draft = branch, walk, views, draft
        self._marks: Mapping[CaseId, Mark] = {}
        self._lines: tuple[CaseLine, ...] = ()
        self._is_third_person = False
        self.setAcceptDrops(True)
        self.say(self.title.setText, lambda: self.tr("Cases"))
        self._make_head()
        self._make_chips()
        self.table: Table[CaseLine] = Table(
            columns_of(lambda: self._marks, shell.local),
            lambda line: line.id,
            name="cases.table",
            label=lambda: self.tr("Cases"),
            many=True,
            search=lambda line: f"{line.search} {line.lender} {region_word(line.region)}".lower(),
        )
        self.table.rows_selected.connect(self._selected)
        self.table.row_opened.connect(self._open)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.add(self.table, stretch=1)
        content = QWidget()
        content.setLayout(column(card, self._make_bar(), gap=10))
        self.set_content(content)
        self._bind()

    def _make_head(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("cases.search")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme().px(230))
        self.say(self.search.setPlaceholderText, lambda: self.tr("Number, name, pinyin  Ctrl+F"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Filter the cases"))
        self.search.textChanged.connect(lambda _: self._filter())
        self.add_head(self.search)
        self.selections = Selections(self, self.views, self.now_shown, self.use_view)
        self.add_head(self.selections)
        self.add_deed(Key.IMPORT)
        self.add_deed(Key.INTO_PLAN, accent=True)

    def _make_chips(self) -> None:
        words = {
            "all": lambda: self.tr("All"),
            "allowed": lambda: self.tr("May be visited"),
            "reason": lambda: self.tr("With a reason"),
            "blocked": lambda: self.tr("Not to be visited"),
            "held": lambda: self.tr("On hold"),
            "objection": lambda: self.tr("With objection"),
            "requested": lambda: self.tr("To be approved"),
        }
        for key in CHIPS:
            picture = icon_of(*PICTURES[key]) if key in PICTURES else None
            self.add_filter(key, words[key], picture=picture)
        self.filter_changed.connect(lambda _: self._filter())
        self._held_button = Button("", icon=Icon.ARCHIVE, kind="link", name="cases.held")
        self.say(self._held_button.setText, lambda: self.tr("Rows held back"))
        self._held_button.clicked.connect(lambda: self.shell.go("cases/held"))
        chips = self._chip_row.layout()
        if chips is not None:
            chips.addWidget(self._held_button)

    def _make_bar(self) -> QWidget:
        """What can be done with several cases at once; in sight while two or more are chosen."""
        self._bar = QWidget()
        self._bar.setObjectName("cases.many")
        self._chosen_words = Text("", Type.BODY)
        self._approve = Button("", icon=Icon.CHECKMARK, name="cases.approve_many")
        self._hold_many = Button("", icon=Icon.PAUSE, name="cases.hold_many")
        self._approve.clicked.connect(self._approve_many)
        self._hold_many.clicked.connect(self._hold)
        self.say(self._hold_many.setText, lambda: self.tr("Hold visits"))
        self._bar.setLayout(row(self._chosen_words, 1, self._approve, self._hold_many))
        self._bar.hide()
        return self._bar

    def _bind(self) -> None:
        self.bind(Key.FILTER, self.search.setFocus)
        self.bind(Key.RELOAD, self._read)
        self.bind(Key.IMPORT, lambda: self.shell.go("cases/import"), words=lambda: self.tr("Import"))
        self.bind(Key.INTO_PLAN, self._request, words=lambda: self.tr("Ask for a visit"), reason=self._why_no_visit)
        self.bind(Key.HOLD, self._hold, reason=self._why_none)
        self.bind(
            Key.THIRD_PERSON,
            self._toggle_third_person,
            words=lambda: self.tr("Show all again") if self._is_third_person else self.tr("Third-person mode"),
        )

    # --- reading ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "filter" and selection.id in CHIPS:
            self.set_filter(selection.id)
        if self._draft.is_under_way:
            self._remind()
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(Subject.CASE, Subject.VISIT, Subject.HOLD, Subject.QUARANTINE):
            self._read()

    def _read(self) -> None:
        """The lines at once; the verdicts follow when they are judged, and nothing moves."""
        desk, judge = self._branch.cases, self._branch.judge
        self.ask(lambda: tuple(desk.lines()), self._show, doing=self.tr("Reading cases…"))
        self.ask(partial(judge.marks, theme().lang), self._show_marks, slot="marks")

    def _show(self, lines: tuple[CaseLine, ...]) -> None:
        self._lines = lines
        self.table.set_rows(lines)
        self.count_filter("all", len(lines))
        self.count_filter("requested", sum(line.visit_state is VisitState.REQUESTED for line in lines))
        self._say_count()
        if lines:
            self.show_content()
        else:
            self._show_empty()

    def _show_marks(self, marks: Mapping[CaseId, Mark]) -> None:
        self._marks = marks
        if self.table.rows.sorted_by[0] == "verdict":
            self.table.set_rows(self._lines)  # the order that was kept is of the verdicts before
        counts = dict.fromkeys(("allowed", "reason", "blocked", "held", "objection"), 0)
        for mark in marks.values():
            for key in _keys(mark):
                counts[key] += 1
        for key, count in counts.items():
            self.count_filter(key, count)
        if self.filter() in counts:
            self._filter()
        self.table.viewport().update()
        self.shell.actions.refresh()

    def _show_empty(self) -> None:
        button = Button("", icon=Icon.ARROW_IMPORT, name="cases.empty.import")
        self.say(button.setText, lambda: self.tr("Import an account file"))
        button.clicked.connect(lambda: self.shell.go("cases/import"))
        self.show_state(
            StatePanel(
                Icon.FOLDER_PERSON,
                lambda: self.tr("There are no cases yet"),
                lambda: self.tr("Import the lender's account file, or drop it anywhere on this page."),
                button,
            )
        )

    def _say_count(self) -> None:
        lines = self.table.rows
        total = self.tr("%n case(s)", "", lines.total)
        shown = lines.rowCount()
        part = self.tr("{n} shown").format(n=f"{shown:,}") if shown != lines.total else ""
        self.subtitle.setText(clauses(total, part))

    @override
    def retranslate(self) -> None:
        if hasattr(self, "table"):
            self._say_count()
            self._selected(tuple(self.table.selected()))

    def _filter(self) -> None:
        key, marks = self.filter(), self._marks
        words = self.search.text()
        if key == "all":
            self.table.set_filter(words)
        elif key == "requested":
            self.table.set_filter(words, keep=lambda line: line.visit_state is VisitState.REQUESTED)
        else:
            self.table.set_filter(words, keep=lambda line: key in _keys(marks.get(line.id, NO_MARK)))
        self._say_count()

    def _remind(self) -> None:
        self.show_bar(
            InfoBar(
                self.tr("The import of {name} is not finished; nothing of it is lost.").format(name=self._draft.name),
                action=(self.tr("Go on"), lambda: self.shell.go("cases/import")),
                name="cases.draft",
            )
        )

    # --- deeds ------------------------------------------------------------------------------------------------

    def _selected(self, lines: tuple[CaseLine, ...]) -> None:
        self.select(Selection(kind="case", id=lines[0].id) if len(lines) == 1 else None)
        self._bar.setVisible(len(lines) > 1)
        self._chosen_words.setText(self.tr("%n case(s) chosen", "", len(lines)))
        asked = sum(line.visit_state is VisitState.REQUESTED for line in lines)
        self._approve.setText(self.tr("Approve %n visit(s)", "", asked))
        self._approve.setVisible(asked > 0 and self.shell.may(Deed.APPROVE_VISIT))
        self._hold_many.setVisible(self.shell.may(Deed.SET_HOLD))
        self.shell.actions.refresh()

    def _open(self, line: CaseLine) -> None:
        self._walk.ids = tuple(one.id for one in self.table.rows.shown())
        self.shell.go("cases/case", Selection(kind="case", id=line.id))

    def _why_none(self) -> str | None:
        return None if self.table.selected_ids() else self.tr("Choose a case first.")

    def _why_no_visit(self) -> str | None:
        chosen = self.table.selected()
        if len(chosen) != 1:
            return self.tr("Choose one case.")
        line = chosen[0]
        if line.state is not CaseState.OPEN:
            return self.tr("This case is not worked on any more.")
        mark = self._marks.get(line.id, NO_MARK)
        if mark.held or mark.objection:
            return self.tr("Visits to this case are on hold.")
        return self.tr("A visit is already asked for.") if line.visit is not None else None

    def _request(self) -> None:
        chosen = self.table.selected()
        if chosen:
            case, desk = chosen[0].id, self._branch.cases
            self.ask(lambda: desk.open(case), self._request_for, slot="request")

    def _request_for(self, page: "CasePage") -> None:
        if self.shell.actor is not None:
            RequestDialog(self, self._branch.visits, self.shell.actor, page.case).open()

    def _hold(self) -> None:
        chosen = tuple(CaseId(one) for one in self.table.selected_ids())
        if chosen and self.shell.actor is not None:
            HoldDialog(self, self._branch, self.shell.actor, chosen).open()

    def _approve_many(self) -> None:
        asked = [one.visit for one in self.table.selected() if one.visit and one.visit_state is VisitState.REQUESTED]
        desk, actor = self._branch.visits, self.shell.actor
        if actor is None:
            return

        def approve(reason: str) -> Changed:
            outcome = for_each(asked, lambda visit: desk.approve(actor, visit, reason, desk.get(visit).version))
            self._outcome = outcome
            return outcome.changed

        dialog = ReasonDialog(
            self,
            name="cases.approve",
            title=lambda: self.tr("Approve %n visit(s)?", "", len(asked)),
            sentence=lambda: self.tr("They go into the pool. Your name and reason stay on each."),
            deed=lambda: self.tr("Approve"),
            run=approve,
        )
        dialog.accepted.connect(self._tell_outcome)
        dialog.open()

    _outcome: Outcome | None = None

    def _tell_outcome(self) -> None:
        if self._outcome is None:
            return
        for fault, count in self._outcome.faults:
            words = self.tr("%n could not be done: ", "", count) + told(fault).sentence
            self.show_bar(InfoBar(words, tone="warning", name=f"cases.many.{fault.code}"))
        self.shell.toast(self.tr("%n visit(s) approved", "", self._outcome.done))

    def _toggle_third_person(self) -> None:
        """Hide every word about debt, or show all again."""
        self._is_third_person = not self._is_third_person
        for at, one in enumerate(self.table.rows.columns):
            if one.key in DEBT_COLUMNS:
                self.table.setColumnHidden(at, self._is_third_person)
        self._chip_row.setVisible(not self._is_third_person)
        self.shell.actions.refresh()

    def use_view(self, view: View) -> None:
        """Bring a saved selection back."""
        self.search.setText(view.words)
        if view.chip in CHIPS:
            self.set_filter(view.chip)
        if view.sort:
            self.table.sort_by(view.sort, descending=view.descending)

    def now_shown(self) -> View:
        """Chip, words and sorting as they are."""
        sort, descending = self.table.rows.sorted_by
        return View(name="", chip=self.filter(), words=self.search.text(), sort=sort, descending=descending)

    # --- files dropped ----------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.shell.go("cases/import", Selection(kind="file", id=dropped_file(event)))


def _keys(mark: Mark) -> set[str]:
    """The chips a mark is shown under."""
    flags = {"held"} if mark.held else set()
    return flags | ({"objection"} if mark.objection else set()) | ({mark.verdict} if mark.verdict else set())
