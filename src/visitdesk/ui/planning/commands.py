"""Undo for the plan: each command holds the draft before and after; nothing is stored by it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

if TYPE_CHECKING:
    from visitdesk.planning.draft import DayDraft
    from visitdesk.ui.planning.session import DaySession


class DraftCommand(QUndoCommand):
    """One edit: from one draft to the next and back.

    Args:
        chosen: the visit to select where the edit is done or taken back.
    """

    def __init__(
        self, session: "DaySession", before: "DayDraft", after: "DayDraft", *, words: str, chosen: str = ""
    ) -> None:
        super().__init__(words)
        self._session = session
        self._before = before
        self._after = after
        self._chosen = chosen

    @override
    def redo(self) -> None:
        self._session.show_draft(self._after, self._chosen)

    @override
    def undo(self) -> None:
        self._session.show_draft(self._before, self._chosen)
