"""Station Plan: the page on which a day is planned."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from typing_extensions import override

from visitdesk.changed import Changed
from visitdesk.people.model import TeamId
from visitdesk.planning.draft import DayDraft
from visitdesk.planning.preflight import Preflight
from visitdesk.planning.service import Kept
from visitdesk.planning.solver import Budget
from visitdesk.security.permissions import Deed
from visitdesk.ui.planning.actions import PLAN_ACTIONS, PlanKey
from visitdesk.ui.planning.lane_hints import LaneHint, hints_of
from visitdesk.ui.planning.parts import ActionIcon
from visitdesk.ui.planning.ports import PlanBranch
from visitdesk.ui.planning.proposal import Proposer
from visitdesk.ui.planning.publish import PublishDialog
from visitdesk.ui.planning.view_page import PlanView
from visitdesk.ui.planning.words import day_word, team_word
from visitdesk.ui.shell.actions import Key
from visitdesk.ui.shell.context import Selection, Shell
from visitdesk.ui.shell.folders import ask_folder
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.states import InfoBar
from visitdesk.ui.shell.theme import theme

SECONDS = 30.0
"""How long the optimiser searches unless it is asked to end; a better plan can be taken at any time."""


class PlanPage(PlanView):
    """Plans a day."""

    def __init__(self, shell: Shell, branch: PlanBranch, budget: Budget | None = None) -> None:
        super().__init__(shell, branch, budget or Budget(seconds=SECONDS))
        self.proposer = Proposer(self)
        self._bind()
        self.add_deed(Key.UNDO)
        self.add_deed(Key.OPTIMISE)
        self.add_deed(Key.FINISH, accent=True)
        tools = (PlanKey.LOCK, PlanKey.REMOVE, Key.REDO, Key.PRINT)
        self.figures.finish(*(ActionIcon(shell.actions[key]) for key in tools))
        self._wire()

    def _bind(self) -> None:
        self.bind(Key.UNDO, self.session.undo.undo, reason=self._why_no_undo)
        self.bind(Key.REDO, self.session.undo.redo, reason=self._why_no_redo)
        self.bind(Key.OPTIMISE, self.proposer.ask, words=self.proposer.words, reason=self._why_no_edit)
        self.bind(Key.FINISH, self._publish, words=lambda: self.tr("Publish"), reason=self._why_no_publish)
        self.bind(Key.PRINT, self._ask_papers, words=lambda: self.tr("Route sheets"), reason=self._why_no_papers)
        self.bind(PlanKey.PICK_UP, self._pick_up, reason=self._why_no_choice)
        self.bind(PlanKey.PUT_DOWN, self.lanes.put_down, reason=self._why_nothing_carried)
        self.bind(PlanKey.BEST, lambda: self._to_best(self.chosen), reason=self._why_no_choice)
        self.bind(PlanKey.LOCK, self._lock, words=self._lock_words, reason=self._why_not_on_lane)
        self.bind(PlanKey.REMOVE, self._remove, reason=self._why_not_on_lane)
        self.bind(PlanKey.SAVE, self.keeper.save, reason=self._why_no_edit)

    def _wire(self) -> None:
        self.session.refused.connect(self.say_refused)
        self.lanes.pick = self._pick
        self.lanes.dropped.connect(self._dropped)
        self.lanes.refused.connect(self._say_forbidden)
        self.lanes.taken_out.connect(self._taken_out)
        self.lanes.let_go.connect(self.shell.actions.refresh)
        self.lanes.opened.connect(self._open_case)
        self.pool.best_asked.connect(self._to_best)
        self.pool.drag_began.connect(self._pick)
        self.pool.dragged.connect(lambda at: self.lanes.carry_to(self._on_lanes(at)))
        self.pool.released.connect(self._released)
        self.pool.gave_up.connect(self.lanes.cancel)
        self.map.opened.connect(self._open_case)
        self.why.best.clicked.connect(lambda: self._to_best(self.chosen))
        self.why.second.clicked.connect(lambda: self._open_case(self.chosen))

    # --- why not ----------------------------------------------------------------------------------------------

    def _why_no_edit(self) -> str | None:
        if not self.session.is_open:
            return self.tr("No day is open.")
        board = self.session.board
        if board is not None and board.is_live:
            return self.tr("Teams are already on their way on this day.")
        return None

    def _why_no_undo(self) -> str | None:
        return None if self.session.undo.canUndo() else self.tr("Nothing to take back.")

    def _why_no_redo(self) -> str | None:
        return None if self.session.undo.canRedo() else self.tr("Nothing to do again.")

    def _why_no_choice(self) -> str | None:
        return self._why_no_edit() or (None if self.chosen else self.tr("Select a visit first."))

    def _why_nothing_carried(self) -> str | None:
        return None if self.lanes.carried else self.tr("Nothing is being carried.")

    def _why_not_on_lane(self) -> str | None:
        if (reason := self._why_no_choice()) is not None:
            return reason
        on_lane = self.session.view.bar_of(self.chosen) is not None
        return None if on_lane else self.tr("The visit is on no team.")

    def _why_no_publish(self) -> str | None:
        if not self.shell.may(Deed.PUBLISH_DAY):
            return self.tr("Publishing is the supervisor's.")
        return self._why_no_edit()

    def _why_no_papers(self) -> str | None:
        board = self.session.board
        if board is None or board.binding is None:
            return self.tr("Nothing is published for this day yet.")
        return None

    # --- moving -----------------------------------------------------------------------------------------------

    def _pick(self, visit: str) -> bool:
        """Carry a visit: all lanes answer now."""
        if (reason := self._why_no_edit()) is not None or not self.shell.may(Deed.PLAN_DAY):
            self.shell.toast(reason or self.tr("Planning is the supervisor's."))
            return False
        if self.session.is_locked(visit):
            self.shell.toast(self.tr("The visit is locked; unlock it first."))
            return False
        hints = hints_of(self.session.hints(visit))
        if not hints:
            return False
        self.lanes.carry(visit, self._label(visit), hints)
        self.shell.actions.refresh()
        return True

    def _label(self, visit: str) -> str:
        bar, name = self.session.view.bar_of(visit), self.names().get(visit, visit)
        return f"{bar.number}  {name}" if bar is not None else name

    def _pick_up(self) -> None:
        if self.chosen and self._pick(self.chosen):
            self.lanes.setFocus()

    def _on_lanes(self, at: QPointF) -> QPointF:
        return self.lanes.viewport().mapFromGlobal(at)

    def _released(self, at: QPointF) -> None:
        """The pointer let go of a visit of the pool: beside the lanes it stays there."""
        point = self._on_lanes(at)
        if not self.lanes.viewport().rect().contains(point.toPoint()):
            self.lanes.cancel()
            return
        self.lanes.carry_to(point)
        self.lanes.put_down(point)

    def _dropped(self, visit: str, team: str, seconds: int) -> None:
        lane = self.session.view.lane_of(visit)
        if lane is not None and lane.team == team:
            if seconds >= 0:
                others = [bar for bar in lane.bars if bar.visit != visit]
                position = sum(bar.start < seconds for bar in others)
                self.session.move(visit, team, self.tr("Reorder"), position)
            return
        self.session.move(visit, team, self.tr("Move to {team}").format(team=team_word(team)))

    def _to_best(self, visit: str) -> None:
        """Give it to the cheapest team; Enter in the pool."""
        if not visit or self._why_no_edit() is not None or not self.shell.may(Deed.PLAN_DAY):
            return
        team = self.session.best_team(visit)
        if not team:
            self.shell.toast(self.tr("No team can take it; the panel says why."))
            return
        follower = self._follower(visit)
        if self.session.move(visit, team, self.tr("Move to {team}").format(team=team_word(team))) and follower:
            self.choose(follower)

    def _follower(self, visit: str) -> str:
        """The row of the pool that comes next, so that Enter works through the list."""
        rows = [row.visit for row in self.session.view.pool]
        if visit not in rows or len(rows) < 2:
            return ""
        at = rows.index(visit)
        return rows[at + 1] if at + 1 < len(rows) else rows[at - 1]

    def _taken_out(self, visit: str) -> None:
        if self.session.view.bar_of(visit) is not None:
            self.session.remove(visit, self.tr("Back to the pool"))

    def _remove(self) -> None:
        self._taken_out(self.chosen)

    def _lock(self) -> None:
        if self.session.is_locked(self.chosen):
            self.session.unlock(self.chosen, self.tr("Unlock"))
        else:
            self.session.lock(self.chosen, self.tr("Lock"))

    def _lock_words(self) -> str:
        return self.tr("Unlock") if self.session.is_locked(self.chosen) else self.tr("Lock")

    def _say_forbidden(self, hint: LaneHint) -> None:
        """Put down where a rule forbids it: nothing changed, and the rule is said."""
        words = self.tr("{hint}. Nothing was changed.").format(hint=hint.spoken)
        self.show_bar(InfoBar(words, tone="warning", name="refused_bar"))

    def _open_case(self, visit: str) -> None:
        board = self.session.board
        case = board.case_of(visit) if board is not None else None
        if case is not None:
            self.shell.go("cases/case", Selection(kind="case", id=case.id))

    # --- publishing -------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        planning, draft = self.branch.planning, self.session.draft
        self.ask(
            lambda: planning.preflight(draft), self._ask_publish, doing=self.tr("Checking the plan…"), slot="check"
        )

    def _ask_publish(self, found: Preflight) -> None:
        board, names = self.session.board, self.names()
        people = {} if board is None else {one: collector.name for one, collector in board.collectors.items()}
        dialog = PublishDialog(
            self.shell,
            self,
            found,
            day=day_word(self.day),
            name_of=lambda visit: names.get(visit, visit),
            people=people,
        )
        dialog.accepted.connect(self._publish_now)
        dialog.open()

    def _publish_now(self) -> None:
        planning, actor, draft = self.branch.planning, self.shell.actor, self.session.draft
        if actor is None:
            return
        kept: list[Kept] = []

        def work() -> Changed:
            kept.append(planning.publish(actor, draft))
            return kept[0].changed

        sent = self.session.marked()

        def done(changed: Changed) -> None:
            self.session.saved(sent, kept[0].draft)
            self.session.undo.clear()
            self.keeper.own = changed
            self.shell.announce(changed)
            self._published(kept[0].draft)

        self.ask(self.shell.followed(work), done, doing=self.tr("Publishing…"), slot="")

    def _published(self, draft: DayDraft) -> None:
        words = self.tr("Edition {n} is published; the safety watch has it.").format(n=draft.number)
        action = (self.tr("Route sheets…"), self._ask_papers)
        self.show_bar(InfoBar(words, tone="ok", action=action, name="published_bar"))
        self.read()

    def _ask_papers(self) -> None:
        ask_folder(self, self._write_papers)

    def _write_papers(self, folder: Path) -> None:
        papers, actor, day, lang = self.branch.papers, self.shell.actor, self.day, theme().lang
        if actor is None:
            return
        stem = self.tr("route-sheet")

        def work() -> int:
            sheets: Mapping[TeamId, bytes] = papers.route_sheets(actor, day, lang)
            for team, sheet in sheets.items():
                (folder / f"{stem}-{day.isoformat()}-{team}.pdf").write_bytes(sheet)
            return len(sheets)

        def done(count: int) -> None:
            words = self.tr("%n route sheet(s) written.", "", count)
            url = QUrl.fromLocalFile(str(folder))
            action = (self.tr("Open folder"), lambda: QDesktopServices.openUrl(url))
            self.show_bar(InfoBar(words, tone="ok", action=action, name="papers_bar"))

        self.ask(work, done, doing=self.tr("Drawing route sheets…"), slot="papers")

    # --- keys -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.lanes.carried:
            self.lanes.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.optimiser.is_running:
            self.proposer.keep_old()
        else:
            super().keyPressEvent(event)


def pages(branch: PlanBranch) -> tuple[PageSpec, ...]:
    """The station's page."""
    return (
        PageSpec(key="plan", station=Station.PLAN, make=lambda shell: PlanPage(shell, branch), actions=PLAN_ACTIONS),
    )
