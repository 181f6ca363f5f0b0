"""Right on the case page: the visit that is asked for, its checklist with who vouched for what, goals, talking points."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from visitdesk.cases.model import PreparationItem, SafetyLevel, Visit, VisitState
from visitdesk.cases.preparation import TOTAL, may_tick
from visitdesk.ui.cases.case_model import CaseView, needs_approval
from visitdesk.ui.cases.parts import Fact, clear, heading
from visitdesk.ui.cases.visit_dialogs import can_cancel, needs_words
from visitdesk.ui.cases.words import item_word, visit_state_word
from visitdesk.ui.shell.context import Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import SideCard
from visitdesk.ui.shell.spoken import Spoken
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.tokens import Type
from visitdesk.ui.shell.widgets import Button, Elided, Line, Tag, Text, row


class PreparationPanel(Spoken, SideCard):
    """The side panel.

    Signals:
        ticked: payload (item word, bool). deed_asked: payload str: `approve`, `refuse`, `terms`, `cancel`, `goals`,
            `talking_points`, `request`.
    """

    ticked = Signal(str, bool)
    deed_asked = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__("case.preparation")
        self._shell = shell
        self._view: CaseView | None = None
        self.may_prepare = self.may_decide = True
        self.approve = self._button("approve", Icon.CHECKMARK, lambda: self.tr("Approve…"))
        self.refuse = self._button("refuse", Icon.DISMISS, lambda: self.tr("Do not approve…"))
        self.foot.addWidget(self.approve)
        self.foot.addWidget(self.refuse)
        self.retranslate()

    def _button(self, deed: str, icon: Icon, words: Callable[[], str]) -> Button:
        button = Button("", icon=icon, name=f"visit.{deed}")
        self.say(button.setText, words)
        button.clicked.connect(partial(self.deed_asked.emit, deed))
        return button

    def show_view(self, view: CaseView) -> None:
        """Another case, or the same with news."""
        self._view = view
        self.retranslate()

    @override
    def retranslate(self) -> None:
        clear(self.head)
        clear(self.body)
        visit = self._view.visit if self._view is not None else None
        is_asked = needs_approval(visit)
        self.approve.setVisible(is_asked and self.may_decide)
        self.refuse.setVisible(is_asked and self.may_decide)
        if self._view is None:
            return
        if visit is None:
            self._show_nothing()
        else:
            self._show_visit(self._view, visit)
        self.body.addStretch(1)

    def _show_nothing(self) -> None:
        self.head.addWidget(heading(self.tr("Preparation")))
        words = self.tr("No visit is asked for. The checklist begins with the request.")
        self.body.addWidget(Text(words, Type.BODY, tone="text2", wrap=True))

    def _show_visit(self, view: CaseView, visit: Visit) -> None:
        count = Text(f"{len(visit.prepared)} / {TOTAL}", Type.TILE, name="case.prepared")
        self.head.addLayout(row(heading(self.tr("Preparation")), 1, count))
        for item in PreparationItem:
            self.body.addWidget(self._make_item(view, visit, item))
        gate = self.tr("All ready: the team may leave.")
        if not visit.is_prepared:
            gate = self.tr("The team cannot leave before all {n} are ticked.").format(n=TOTAL)
        tone = "ok" if visit.is_prepared else "warning"
        self.body.addWidget(Text(gate, Type.SMALL, tone=tone, wrap=True, name="case.gate"))
        self._add_lines("goals", self.tr("Goals"), visit.goals, is_ahead=view.is_ahead)
        self._add_lines("talking_points", self.tr("Talking points"), visit.talking_points, is_ahead=view.is_ahead)
        self._add_terms(view, visit)

    def _make_item(self, view: CaseView, visit: Visit, item: PreparationItem) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        who = dict(visit.prepared).get(item, "")
        box = QCheckBox()
        box.setObjectName(f"prepare.{item.value}")
        box.setAccessibleName(item_word(item))
        box.setChecked(bool(who))
        reason = self._why_not(view, visit, item)
        box.setEnabled(not reason)
        box.setToolTip(reason)
        box.clicked.connect(partial(self._tick, box, item))
        words = Elided(item_word(item), Type.BODY)
        words.setToolTip(reason)
        layout.addWidget(box)
        layout.addWidget(words, 1)
        layout.addWidget(Text(who, Type.SMALL, tone="text2") if who else Tag(self.tr("missing"), tone="warning"))
        return line

    def _tick(self, box: QCheckBox, item: PreparationItem, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt
        self.ticked.emit(item.value, box.isChecked())

    def _why_not(self, view: CaseView, visit: Visit, item: PreparationItem) -> str:
        if not self.may_prepare:
            return self.tr("Supervisors and clerks prepare visits.")
        if not view.is_ahead:
            return self.tr("The team has left; the checklist is closed.")
        address = next((one for one in view.page.case.addresses if one.id == visit.address), None)
        if item not in dict(visit.prepared) and not may_tick(visit, item, address):
            return self.tr("There is nothing yet to vouch for.")
        return ""

    def _add_lines(self, deed: str, title: str, lines: tuple[str, ...], *, is_ahead: bool) -> None:
        edit = Button(self.tr("Edit"), kind="link", name=f"visit.{deed}")
        edit.setAccessibleName(self.tr("Edit: {what}").format(what=title))
        edit.setEnabled(is_ahead and self.may_prepare)
        edit.clicked.connect(partial(self.deed_asked.emit, deed))
        self.body.addWidget(Line())
        self.body.addLayout(row(heading(title), 1, edit))
        shown = "\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1)) or self.tr("Nothing written yet")
        self.body.addWidget(Text(shown, Type.TABLE, tone="text" if lines else "text2", wrap=True))

    def _add_terms(self, view: CaseView, visit: Visit) -> None:
        local = self._shell.local
        state = Tag(visit_state_word(visit.state), tone="warning" if needs_approval(visit) else "accent")
        self.body.addWidget(Line())
        self.body.addLayout(row(heading(self.tr("Visit {id}").format(id=visit.id)), 1, state))
        self.body.addWidget(Fact(self.tr("Purpose"), visit.purpose))
        self.body.addWidget(Fact(self.tr("Reason"), visit.reason))
        for start, end in visit.windows:
            self.body.addWidget(Fact(self.tr("Window"), f"{local(start):%m-%d %H:%M} - {local(end):%H:%M}"))
        minutes = self.tr("%n minute(s)", "", visit.service_minutes)
        self.body.addWidget(Fact(self.tr("Planned stay"), minutes))
        self.body.addWidget(Fact(self.tr("Priority"), str(visit.priority)))
        if visit.needs:
            self.body.addWidget(Fact(self.tr("Needs"), needs_words(visit)))
        if visit.safety_level is SafetyLevel.HIGH:
            self.body.addWidget(Fact(self.tr("Safety level"), self.tr("high"), tone="warning"))
        if visit.decided_by:
            decided = self.tr("Not approved by") if visit.state is VisitState.REFUSED else self.tr("Approved by")
            self.body.addWidget(Fact(decided, f"{visit.decided_by}\n{visit.decision_reason}".strip()))
        self._add_buttons(view, visit)

    def _add_buttons(self, view: CaseView, visit: Visit) -> None:
        buttons = []
        for deed, words, fits in (
            ("terms", self.tr("Change…"), view.is_ahead),
            ("cancel", self.tr("Cancel visit…"), can_cancel(visit.state)),
        ):
            button = Button(words, kind="link", name=f"visit.{deed}")
            button.setEnabled(fits and self.may_prepare)
            button.clicked.connect(partial(self.deed_asked.emit, deed))
            buttons.append(button)
        self.body.addLayout(row(*buttons, 1, gap=14))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
