"""The day being worked on: its draft, its undo steps, its edits; without widgets.

The row's version belongs to the session and not to the drafts: taking an edit back must not take back that it was
saved. The draft that is stored is remembered, so that "unsaved" is a comparison and never a flag to forget.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.planning.day_board import DayBoard
from visitdesk.planning.draft import DayDraft, hints, locked, moved, removed, unlocked
from visitdesk.planning.explain import BestSlot, slots
from visitdesk.planning.model import Reason
from visitdesk.ui.planning.commands import DraftCommand
from visitdesk.ui.planning.day_view import DayView, viewed

Hint = BestSlot | tuple[Reason, ...]

MOST_STEPS = 200
"""Undo steps kept."""


class DaySession(QObject):
    """One day in one window.

    Signals:
        changed: payload str, the visit to select, may be empty; the draft is another.
        refused: payload `RuleBroken | BadInput`; an edit was not possible, nothing changed.
        stepped: there is more or less to take back than before.
    """

    changed = Signal(str)
    stepped = Signal()
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(MOST_STEPS)
        self.undo.indexChanged.connect(self._stepped)  # ours, for the stack still speaks while the page is destroyed
        self.board: DayBoard | None = None
        self._draft: DayDraft | None = None
        self._stored: DayDraft | None = None
        self._version = self._number = 0
        self._view: DayView | None = None

    # --- what is open -----------------------------------------------------------------------------------------

    def open(self, board: DayBoard) -> None:
        """Another day, or the same afresh; what could be undone is forgotten."""
        self.undo.clear()
        self.board = board
        self._version, self._number = board.draft.version, board.draft.number
        self._stored = board.draft
        self.show_draft(board.draft, "")

    def close(self) -> None:
        """No day is open."""
        self.undo.clear()
        self.board = self._draft = self._stored = self._view = None

    @property
    def draft(self) -> DayDraft:
        """The draft as it stands, with the version of the stored row.

        Raises:
            LookupError: no day is open.
        """
        if self._draft is None:
            msg = "no day is open"
            raise LookupError(msg)
        return replace(self._draft, version=self._version, number=self._number)

    @property
    def is_open(self) -> bool:
        """Whether a day is open."""
        return self._draft is not None

    @property
    def view(self) -> DayView:
        """The draft as values for the screen, worked out once for each draft."""
        if self._view is None:
            if self.board is None or self._draft is None:
                msg = "no day is open"
                raise LookupError(msg)
            self._view = viewed(self.board, self._draft)
        return self._view

    @property
    def is_unsaved(self) -> bool:
        """Whether the draft differs from what is stored."""
        return self._draft is not self._stored and not _same(self._draft, self._stored)

    def marked(self) -> DayDraft:
        """The draft in place itself, to hand back to `saved`.

        Raises:
            LookupError: no day is open.
        """
        if self._draft is None:
            msg = "no day is open"
            raise LookupError(msg)
        return self._draft

    def refresh(self, board: DayBoard) -> bool:
        """What stands around the draft is read anew; False where the day itself is another and must be opened."""
        if self._draft is None or not _is_like(board.draft, self._draft):
            return False
        self.board, self._view = board, None
        self._version, self._number = board.draft.version, board.draft.number
        self.changed.emit("")
        return True

    def saved(self, sent: DayDraft, kept: DayDraft) -> None:
        """`sent` was stored and is now `kept`: its version holds for everything that comes."""
        self._version, self._number = kept.version, kept.number
        self._stored = sent

    def show_draft(self, draft: DayDraft, chosen: str) -> None:
        """Put a draft in place; called by the commands."""
        self._draft, self._view = draft, None
        self.changed.emit(chosen)

    # --- edits ------------------------------------------------------------------------------------------------

    def hints(self, visit: str) -> Mapping[str, Hint]:
        """What each team says to a visit, by team, within milliseconds; empty for a visit outside the problem."""
        if self._draft is None or visit not in self._draft.problem.visit_of:
            return {}
        answers = hints(self._draft, visit)
        return {team.id: answer for team, answer in zip(self._draft.problem.teams, answers, strict=True)}

    def fits(self, visit: str) -> bool:
        """Whether some team could take a visit of the pool as things stand."""
        draft = self._draft
        if draft is None or visit not in draft.problem.visit_of:
            return False
        return any(isinstance(one, BestSlot) for one in slots(draft.compiled, draft.routes, visit))

    def best_team(self, visit: str) -> str:
        """The team whom the visit costs least; "" where nobody can take it."""
        found = [one for one in self.hints(visit).values() if isinstance(one, BestSlot)]
        return min(found, key=lambda slot: (slot.extra, slot.arrive)).team if found else ""

    def move(self, visit: str, team: str, words: str, position: int | None = None) -> bool:
        """Give a visit to a team; False where it refuses."""
        return self._edit(visit, words, lambda draft: moved(draft, visit, team, position))

    def remove(self, visit: str, words: str) -> bool:
        """Back to the pool."""
        return self._edit(visit, words, lambda draft: removed(draft, visit))

    def lock(self, visit: str, words: str) -> bool:
        """Hold it on its team."""
        return self._edit(visit, words, lambda draft: locked(draft, visit))

    def unlock(self, visit: str, words: str) -> bool:
        """Free it again."""
        return self._edit(visit, words, lambda draft: unlocked(draft, visit))

    def take(self, draft: DayDraft, words: str) -> None:
        """A whole other plan, as one step."""
        self._push(draft, words, "")

    def is_locked(self, visit: str) -> bool:
        """Whether the planner may not move it."""
        return self._draft is not None and visit in self._draft.locked

    @Slot(int)
    def _stepped(self, _index: int) -> None:
        self.stepped.emit()

    def _edit(self, visit: str, words: str, change: Callable[[DayDraft], DayDraft]) -> bool:
        if self._draft is None:
            return False
        try:
            after = change(self._draft)
        except (RuleBroken, BadInput) as fault:
            self.refused.emit(fault)
            return False
        if not _same(after, self._draft):
            self._push(after, words, visit)
        return True

    def _push(self, after: DayDraft, words: str, visit: str) -> None:
        if self._draft is not None:
            self.undo.push(DraftCommand(self, self._draft, after, words=words, chosen=visit))


def _same(one: DayDraft | None, other: DayDraft | None) -> bool:
    """Whether two drafts are the same day; versions aside."""
    if one is None or other is None:
        return one is other
    return one.plan == other.plan and one.problem == other.problem


def _is_like(one: DayDraft, other: DayDraft) -> bool:
    """Whether two drafts are the same day for whoever looks at it: teams, visits, locks, stops and times."""
    teams = [[(team.id, team.members, team.shift) for team in draft.problem.teams] for draft in (one, other)]
    visits = [{(v.id, v.team, v.windows, v.service) for v in draft.problem.visits} for draft in (one, other)]
    stops = [{(route.team, route.stops) for route in draft.plan.routes} for draft in (one, other)]
    return teams[0] == teams[1] and visits[0] == visits[1] and stops[0] == stops[1]
