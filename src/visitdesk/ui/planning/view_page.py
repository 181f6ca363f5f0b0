"""The plan's page as far as it shows: reading a day, one selection in list, lanes, map and panel, all states."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QHideEvent
from typing_extensions import override

from visitdesk.changed import Changed, Subject
from visitdesk.errors import BadInput, RuleBroken
from visitdesk.planning.day_board import DayBoard
from visitdesk.planning.day_clock import DayClock
from visitdesk.planning.draft import DayDraft, why
from visitdesk.planning.explain import BestSlot
from visitdesk.planning.model import Reason, Relaxation
from visitdesk.planning.solver import Budget
from visitdesk.ui.map.view import VISIT
from visitdesk.ui.planning.actions import PlanKey
from visitdesk.ui.planning.keeper import Keeper
from visitdesk.ui.planning.layout import PlanLayout
from visitdesk.ui.planning.optimise import OptimiseCard, Optimiser
from visitdesk.ui.planning.parts import DayChooser
from visitdesk.ui.planning.ports import PlanBranch
from visitdesk.ui.planning.scene import scene_of
from visitdesk.ui.planning.session import DaySession
from visitdesk.ui.planning.words import (
    day_word,
    live_sentence,
    long_span,
    reason_sentence,
    team_word,
    teams_word,
    visits_word,
)
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.jobs import Cancel
from visitdesk.ui.shell.page import Page
from visitdesk.ui.shell.states import InfoBar, StatePanel
from visitdesk.ui.shell.widgets import ActionButton, Button

MOST_FITS = 60
"""Most urgent visits of the pool for which it is asked after each edit whether any team could take them."""

_CONCERNS = (Subject.DAY_PLAN, Subject.VISIT, Subject.HOLD, Subject.CONSENT, Subject.COLLECTOR, Subject.SHIFT)


class PlanView(Page):
    """Shows a day plan; `panel.PlanPage` adds what is done with it."""

    def __init__(self, shell: Shell, branch: PlanBranch, budget: Budget) -> None:
        super().__init__(shell, name="plan")
        self.branch = branch
        self.day = shell.local(branch.clock.now()).date()
        self.session = DaySession(self)
        self.keeper = Keeper(self, branch.planning, self.session)
        self.optimiser = Optimiser(shell.jobs, budget, self)
        self.chooser = DayChooser(self.day)
        self.add_head(self.chooser)
        self.layout_ = PlanLayout(OptimiseCard(ActionButton(shell.actions[Key.OPTIMISE])))
        self.pool, self.lanes, self.map = self.layout_.pool, self.layout_.lanes, self.layout_.map
        self.why, self.figures, self.changes = self.layout_.why, self.layout_.figures, self.layout_.changes
        self._asking: Cancel | None = None
        self.set_content(self.layout_)
        self.say(self.title.setText, lambda: self.tr("Plan"))
        self._wire_view()

    def _wire_view(self) -> None:
        self.chooser.chosen.connect(self.open_day)
        self.session.changed.connect(self._draft_changed)
        self.session.stepped.connect(self.shell.actions.refresh)
        self.keeper.kept.connect(self._kept)
        self.keeper.stale.connect(self._stale)
        self.pool.chosen_visit.connect(self.choose)
        self.lanes.chosen_visit.connect(self.choose)
        self.lanes.chosen_lane.connect(lambda team: self.map.look_at_teams([team]))
        self.map.selection_changed.connect(lambda one: self.choose("" if one is None else one.id))
        self.changes.chosen.connect(self.choose)
        self.shell.ticked.connect(lambda _: self._show_now())
        self.figures.add("planned", lambda: self.tr("Planned"))
        self.figures.add("left", lambda: self.tr("Unplanned"))
        self.figures.add("travel", lambda: self.tr("Travel"))
        self.figures.add("spread", lambda: self.tr("Hours apart"))
        self.bind(Key.RELOAD, self.read)
        self.bind(PlanKey.DAY_BEFORE, lambda: self.chooser.step(-1))
        self.bind(PlanKey.DAY_AFTER, lambda: self.chooser.step(1))
        self.bind(Key.SHOW_ON_MAP, lambda: self.map.centre_on(self.chosen))

    # --- reading ----------------------------------------------------------------------------------------------

    @override
    def opened(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "day":
            self.open_day(date.fromisoformat(selection.id))
        elif not self.session.is_open:
            self.read(then=selection)
        elif selection is not None:
            self.choose(selection.id)

    def open_day(self, day: date) -> None:
        """Another day; what is not kept of this one is kept first."""
        self.chooser.set_day(day)
        if day == self.day and self.session.is_open:
            return
        self.keeper.save()
        self.optimiser.stop()
        self.day = day
        self.session.close()
        self.select(None)
        self.clear_bars()
        self.read()

    def read(self, then: Selection | None = None) -> None:
        """Read the day anew; what is not kept is kept first."""
        self.keeper.save()
        planning, actor, day = self.branch.planning, self.shell.actor, self.day
        if actor is None:
            return
        self.ask(
            lambda: planning.board(actor, day),
            lambda board: self._show_board(board, then),
            doing=self.tr("Reading the day…"),
            failed=self._failed,
        )

    def _failed(self, fault: Exception) -> None:
        self.show_fault(fault, retry=self.read)
        if not self.session.is_open:
            self.show_state(
                StatePanel(
                    Icon.CALENDAR_CLOCK,
                    lambda: self.tr("This day cannot be planned yet"),
                    lambda: self.tr("The line above says what is missing; settings of the branch are under Settings."),
                    name="cannot",
                )
            )

    def _show_board(self, board: DayBoard, then: Selection | None) -> None:
        if board.day != self.day:
            return
        if self.session.is_open and (self.session.is_unsaved or self.session.refresh(board)):
            return
        self.keeper.is_stopped = False
        self.clear_bars()
        self.session.open(board)
        self._show_circumstances(board)
        if then is not None:
            self.choose(then.id)

    def _show_circumstances(self, board: DayBoard) -> None:
        """What one must know of this day before anything else."""
        view = self.session.view
        if not view.pool and not view.planned and not view.lanes:
            self._show_empty()
            return
        self.show_content()
        if board.is_live:
            self.show_bar(InfoBar(live_sentence(len(board.begun)), tone="info", name="live_bar"))
        elif not view.lanes:
            action = (self.tr("Open people"), lambda: self.shell.go("people"))
            words = self.tr("Nobody can go out on this day, so there are no teams.")
            self.show_bar(InfoBar(words, tone="warning", action=action, name="nobody_bar"))

    def _show_empty(self) -> None:
        cases = Button(icon=Icon.FOLDER_PERSON, kind="accent", name="empty.cases")
        cases.clicked.connect(lambda: self.shell.go("cases"))
        self.say(cases.setText, lambda: self.tr("Open cases"))
        state = StatePanel(
            Icon.MAP,
            lambda: self.tr("Nothing to plan on this day"),
            lambda: self.tr("Approved visits wait here for a team. Ask for visits on the page of a case."),
            cases,
        )
        self.show_state(state)

    @override
    def on_changed(self, changed: Changed) -> None:
        if changed is not self.keeper.own and changed.touches(*_CONCERNS) and self.session.is_open:
            self.read()

    def _kept(self, _changed: Changed, followed_more: bool) -> None:  # noqa: FBT001  # a signal's payload
        self._show_state()
        if followed_more:
            self.read()

    def _stale(self) -> None:
        def load() -> None:
            self.session.close()
            self.read()

        words = self.tr("Another desk has saved this day. Your last edits are not kept.")
        bar = InfoBar(words, tone="warning", action=(self.tr("Load the other one"), load), name="stale_plan_bar")
        self.show_bar(bar)

    # --- showing ----------------------------------------------------------------------------------------------

    def _draft_changed(self, chosen: str) -> None:
        view = self.session.view
        self.lanes.set_view(view)
        self._show_pool()
        self.map.set_scene(scene_of(view))
        self._show_now()
        self._show_state()
        self.chosen_again(chosen or self.chosen)
        self.keeper.edited()
        self.shell.actions.refresh()

    def _show_pool(self) -> None:
        view = self.session.view
        fits = {row.visit: self.session.fits(row.visit) for row in view.pool[:MOST_FITS] if row.hindrance is None}
        self.pool.set_rows(view.pool, fits)
        self.layout_.pool_card.set_title(self.tr("Unplanned  {n}").format(n=len(view.pool)))

    def _show_state(self) -> None:
        view, board = self.session.view, self.session.board
        words = self.tr("{day}, {visits}, {teams}, unplanned {left}")
        self.subtitle.setText(
            words.format(
                day=day_word(self.day),
                visits=visits_word(view.planned + len(view.pool)),
                teams=teams_word(len(view.lanes)),
                left=len(view.pool),
            )
        )
        self.figures.show_value("planned", str(view.planned))
        self.figures.show_value("left", str(len(view.pool)))
        self.figures.show_value("travel", long_span(view.travel))
        self.figures.show_value("spread", f"±{long_span(round(view.spread * 60))}")
        tag = self.figures.state
        if board is not None and board.binding is not None:
            same = _same_stops(board.binding, self.session.draft)
            edition = self.tr("published, edition {n}") if same else self.tr("changed since edition {n}")
            tag.setText(edition.format(n=board.binding.number))
            tag.set_tone("ok" if same else "warning")
        else:
            tag.setText(self.tr("draft, not kept yet") if self.session.is_unsaved else self.tr("draft"))
            tag.set_tone("neutral")

    def _show_now(self) -> None:
        if not self.session.is_open:
            return
        clock = DayClock(self.day, self.session.draft.problem.time_zone)
        seconds = clock.elapsed(self.branch.clock.now())
        view = self.session.view
        self.lanes.set_now(seconds if view.first <= seconds <= view.last else None)

    # --- one selection ----------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The selected visit; "" for none."""
        return self.selection.id if self.selection is not None else ""

    def choose(self, visit: str) -> None:
        """Select a visit everywhere."""
        self.select(Selection(kind=VISIT, id=visit) if visit else None)
        self.chosen_again(visit)

    def chosen_again(self, visit: str) -> None:
        """List, lanes, map and panel follow; each ignores its own echo."""
        view = self.session.view
        known = view.bar_of(visit) is not None or view.row_of(visit) is not None
        wanted = Selection(kind=VISIT, id=visit) if known else None
        self.select(wanted)
        identity = visit if known else ""
        self.pool.select(identity)
        self.lanes.select(identity)
        self.map.select(wanted)
        lane = view.lane_of(identity) if identity else None
        self.map.look_at_teams([lane.team] if lane is not None else [])
        self._explain(identity)

    def _explain(self, visit: str) -> None:
        """The side panel; suggestions come from a worker, for they take longer than a frame."""
        if self._asking is not None:
            self._asking()
        view = self.session.view
        bar, lane, row = view.bar_of(visit), view.lane_of(visit), view.row_of(visit)
        if bar is not None and lane is not None:
            self.why.show_bar(lane, bar)
        elif row is not None and row.hindrance is not None:
            self.why.show_blocked(row)
        elif row is not None:
            answers = self.session.hints(visit)
            self.why.show_unplanned(row, answers)
            if not any(isinstance(one, BestSlot) for one in answers.values()):
                self._ask_why(visit)
        else:
            self.why.show_nothing()

    def _ask_why(self, visit: str) -> None:
        draft = self.session.marked()

        def arrived(found: tuple[Relaxation, ...]) -> None:
            if self.chosen == visit:
                self.why.add_suggestions(found, self.session.view)

        self._asking = self.shell.jobs.compute(
            lambda _: why(draft, visit).would_fit_if, done=arrived, failed=self.shell.report
        )

    def say_refused(self, fault: RuleBroken | BadInput) -> None:
        """An edit was not possible: say the rule of the team concerned."""
        reasons = fault.facts.get("reasons")
        if isinstance(reasons, tuple) and reasons and isinstance(reasons[0], Reason):
            words = self.tr("{team}: {reason}").format(
                team=team_word(reasons[0].team), reason=reason_sentence(reasons[0])
            )
            self.show_bar(InfoBar(words, tone="warning", name="refused_bar"))
        else:
            self.show_fault(fault)

    def names(self) -> Mapping[str, str]:
        """Short names of all visits."""
        view = self.session.view
        bars = {bar.visit: bar.name for lane in view.lanes for bar in lane.bars}
        return bars | {row.visit: row.name for row in view.pool}

    @override
    def fitted(self, width: float) -> None:
        self.layout_.fit(width)

    @override
    def retranslate(self) -> None:
        if self.session.is_open:
            self._draft_changed("")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.save()


def _same_stops(one: DayDraft, other: DayDraft) -> bool:
    return {(r.team, r.stops) for r in one.plan.routes} == {(r.team, r.stops) for r in other.plan.routes}
