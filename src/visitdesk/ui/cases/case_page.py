"""The page of one case: may we visit this person now, and what do we know? (reference ui §4.4)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from visitdesk.cases.masking import short_name
from visitdesk.cases.model import CaseId, CaseState
from visitdesk.changed import Changed, Subject
from visitdesk.compliance.model import Verdict
from visitdesk.security.permissions import Deed
from visitdesk.ui.cases.borrower_card import BorrowerCard
from visitdesk.ui.cases.case_deeds import CaseDeeds
from visitdesk.ui.cases.case_model import Answer, CaseView, answer_of, moments_from, read_case
from visitdesk.ui.cases.preparation_panel import PreparationPanel
from visitdesk.ui.cases.stops_card import StopsCard
from visitdesk.ui.cases.trail_card import TrailCard
from visitdesk.ui.cases.verdict_card import VerdictCard
from visitdesk.ui.cases.views import Walk
from visitdesk.ui.cases.words import clauses
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import InfoBar, StatePanel
from visitdesk.ui.shell.theme import theme
from visitdesk.ui.shell.widgets import Scroll, set_look

if TYPE_CHECKING:
    from datetime import datetime

    from visitdesk.ui.cases.ports import CasesBranch

_STOP_DEEDS = {
    "objection": Deed.SET_HOLD,
    "refusal": Deed.SET_HOLD,
    "withdraw": Deed.SET_HOLD,
    "consent": Deed.PREPARE_VISIT,
    "notice": Deed.PREPARE_VISIT,
    "release": Deed.CLEAR_HOLD,
    "revoke": Deed.CLEAR_HOLD,
    "answer": Deed.APPROVE_VISIT,
}


class CaseScreen(Page):
    """The page.

    Args:
        walk: the list the case was opened from, for previous and next.
    """

    def __init__(self, shell: Shell, branch: "CasesBranch", walk: Walk) -> None:
        super().__init__(shell, name="cases/case")
        self._branch, self._walk = branch, walk
        self._case = CaseId("")
        self._view: CaseView | None = None
        self._hides_debt = False
        self.show_back(lambda: shell.go("cases"))
        self.borrower = BorrowerCard(shell.clock.now)
        self.verdict = VerdictCard(shell)
        self.trail, self.stops = TrailCard(shell), StopsCard(shell)
        self.preparation = PreparationPanel(shell)
        self.deeds = CaseDeeds(self, branch, lambda: self._view, self.borrower.show_secret)
        self.set_content(self._make_content())
        self.set_side(self.preparation, width=316)
        self._bind()
        self.add_deed(Key.HOLD)
        self.request_button = self.add_deed(Key.INTO_PLAN)
        self._connect()

    def _make_content(self) -> QWidget:
        t = theme()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, t.px(4), 0)
        column.setSpacing(t.px(12))
        for card in (self.verdict, self.stops, self.trail):
            column.addWidget(card)
        column.addStretch(1)
        self.middle = Scroll(middle, name="case.scroll")
        self.borrower.setFixedWidth(t.px(296))
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(t.px(12))
        across.addWidget(self.borrower)
        across.addWidget(self.middle, 1)
        return content

    def _bind(self) -> None:
        on_case, on_stops = self.deeds.on_case, self.deeds.on_stops
        self.bind(Key.RELOAD, self._read)
        self.bind(Key.LOG_CONTACT, partial(on_case, "contact"), words=lambda: self.tr("Log contact"))
        self.bind(Key.HOLD, partial(on_stops, "hold"), words=lambda: self.tr("Hold visits"))
        self.bind(
            Key.INTO_PLAN,
            partial(on_case, "request"),
            words=lambda: self.tr("Ask for a visit"),
            reason=self._why_no_visit,
        )
        self.bind(Key.OTHER_TIME, self._try_times)
        self.bind(Key.PREVIOUS, partial(self._walk_by, -1), reason=partial(self._why_no_step, -1))
        self.bind(Key.NEXT, partial(self._walk_by, 1), reason=partial(self._why_no_step, 1))
        self.bind(Key.THIRD_PERSON, self._toggle_third_person)

    def _connect(self) -> None:
        self.borrower.reveal_asked.connect(self.deeds.reveal)
        self.borrower.deed_asked.connect(self.deeds.on_case)
        self.stops.deed_asked.connect(self.deeds.on_stops)
        self.preparation.deed_asked.connect(self.deeds.on_visit)
        self.preparation.ticked.connect(self.deeds.tick)
        self.verdict.cure_asked.connect(self._cure)
        self.verdict.slider.moved.connect(self._moved)
        self.verdict.slider.closed.connect(self._end_trying)
        self.shell.ticked.connect(self.borrower.tick)

    # --- reading ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "case":
            if selection.id != self._case:
                self.verdict.slider.hide()
                self.clear_bars()
            self._case = CaseId(selection.id)
        self._read()

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed.touches(
            Subject.CASE, Subject.VISIT, Subject.HOLD, Subject.CONSENT, Subject.REPAYMENT, Subject.COLLECTOR
        ):
            self._read()

    def _read(self) -> None:
        branch, case = self._branch, self._case
        if not case:
            self.show_state(
                StatePanel(
                    Icon.FOLDER_PERSON,
                    lambda: self.tr("No case is open"),
                    lambda: self.tr("Open one from the list, or find it with Ctrl+K."),
                )
            )
            return
        self.ask(lambda: read_case(branch, case, None), self._show, doing=self.tr("Reading the case…"))

    def _show(self, view: CaseView) -> None:
        before = self._view
        self._view = view
        may = self.shell.may
        self.borrower.may_reveal, self.borrower.may_change = may(Deed.REVEAL), may(Deed.PREPARE_VISIT)
        self.preparation.may_prepare, self.preparation.may_decide = may(Deed.PREPARE_VISIT), may(Deed.APPROVE_VISIT)
        self.stops.may = lambda deed: may(_STOP_DEEDS[deed])
        self.show_content()
        self.borrower.show_view(view)
        if not self.verdict.slider.isVisible():
            self.verdict.show_verdict(view.verdict, view.moment, has_visit=view.visit is not None)
        for card in (self.stops, self.trail, self.preparation):
            card.show_view(view)
        self._say_turn(before, view)
        self.select(Selection(kind="case", id=view.page.case.id))
        self.retranslate()
        self._emphasise()
        self.shell.actions.refresh()

    def _say_turn(self, before: CaseView | None, after: CaseView) -> None:
        """A payment, hold or objection elsewhere has turned the verdict: say so."""
        if before is None or before.page.case.id != after.page.case.id:
            return
        was, now = answer_of(before.verdict), answer_of(after.verdict)
        if was is not now:
            words = {
                Answer.ALLOWED: self.tr("The verdict has turned: this person may be visited now."),
                Answer.REASON: self.tr("The verdict has turned: a visit needs a reason now."),
                Answer.BLOCKED: self.tr("The verdict has turned: no visit may take place now."),
            }
            tone = "warning" if now is Answer.BLOCKED else "info"
            self.show_bar(InfoBar(words[now], tone=tone, name="case.turned"))

    def _emphasise(self) -> None:
        """One accent button: another time if blocked, else the request, else the approval."""
        view = self._view
        if view is None:
            return
        is_blocked = answer_of(view.verdict) is Answer.BLOCKED
        decides = self.preparation.approve.isVisibleTo(self.preparation)
        for button, is_next in (
            (self.verdict.other_time, is_blocked),
            (self.request_button, not is_blocked and view.visit is None),
            (self.preparation.approve, not is_blocked and decides),
        ):
            set_look(button, kind="accent" if is_next else "")
            button.set_picture(_PICTURES[button.objectName()])

    @override
    def retranslate(self) -> None:
        view = self._view
        if view is None:
            self.title.setText(self.tr("Case"))
            return
        case = view.page.case
        self.title.setText(self.tr("Case {id}").format(id=case.id) + f"  {short_name(case.borrower.name)}")
        place = self._walk.place(case.id)
        where = self.tr("{n} of {all}").format(n=f"{place[0]:,}", all=f"{place[1]:,}") if place else ""
        keys = self.tr("Alt+↓ next, Alt+↑ previous") if place else ""
        self.subtitle.setText(clauses(where, keys) or case.lender)

    # --- another time -----------------------------------------------------------------------------------------

    def _try_times(self) -> None:
        branch, case, moments = self._branch, self._case, moments_from(self.shell.clock.now())

        def judged() -> "tuple[tuple[datetime, ...], tuple[Verdict, ...]]":
            return moments, tuple(branch.judge.verdicts(case, None, moments))

        self.ask(judged, self._show_times, doing=self.tr("Asking the rules about the week…"), slot="times")

    def _show_times(self, answer: "tuple[tuple[datetime, ...], tuple[Verdict, ...]]") -> None:
        self.verdict.slider.show()
        self.verdict.slider.show_verdicts(*answer)
        self.verdict.slider.slider.setFocus()
        self.middle.verticalScrollBar().setValue(0)

    def _moved(self, moment: "datetime", verdict: Verdict) -> None:
        has_visit = self._view is not None and self._view.visit is not None
        self.verdict.show_verdict(verdict, moment, has_visit=has_visit)

    def _end_trying(self) -> None:
        self.verdict.slider.hide()
        if self._view is not None:
            self._moved(self._view.moment, self._view.verdict)

    def _cure(self, cure: str) -> None:
        if cure == "time":
            self._try_times()
        elif cure == "stops":
            self.middle.ensureWidgetVisible(self.stops)
        elif cure == "notice":
            self.deeds.on_stops("notice")
        else:
            self.deeds.on_case(cure)

    # --- walking and looking ----------------------------------------------------------------------------------

    def _why_no_visit(self) -> str | None:
        view = self._view
        if view is None:
            return self.tr("The case is still being read.")
        if view.page.case.state is not CaseState.OPEN:
            return self.tr("This case is not worked on any more.")
        if any(hold.is_open for hold in view.standing.holds):
            return self.tr("Visits to this case are on hold.")
        return self.tr("A visit is already asked for.") if view.visit is not None else None

    def _why_no_step(self, step: int) -> str | None:
        return None if self._walk.beside(self._case, step) else self.tr("The list ends here.")

    def _walk_by(self, step: int) -> None:
        beside = self._walk.beside(self._case, step)
        if beside is not None:
            self.opened(Selection(kind="case", id=beside))

    def _toggle_third_person(self) -> None:
        """Hide every word about debt while somebody else can see the screen."""
        self._hides_debt = not self._hides_debt
        self.borrower.hides_debt = self._hides_debt
        self.borrower.retranslate()
        self.middle.setVisible(not self._hides_debt)
        self.preparation.setVisible(not self._hides_debt and not self.has_drawer)


_PICTURES = {
    "button.page.other_time": Icon.CALENDAR_CLOCK,
    "button.page.into_plan": Icon.CALENDAR_ADD,
    "visit.approve": Icon.CHECKMARK,
}
