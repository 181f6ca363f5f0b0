"""What the page Today asks for."""

from typing import Protocol

from visitdesk.reports.today import TodayView
from visitdesk.security.model import Actor


class Worklist(Protocol):
    """Reads what there is to do; called on the writer thread."""

    def today(self, actor: Actor) -> TodayView:
        """What there is to do at the branch today. Rows the actor may not do are left out by the page."""
        ...


class HasWorklist(Protocol):
    """An opened branch that can be asked."""

    @property
    def worklist(self) -> Worklist:
        """Reads what is to be done."""
        ...
