"""What the plan's screen needs of a branch."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Protocol

from visitdesk.clock import Clock
from visitdesk.people.model import TeamId
from visitdesk.security.model import Actor
from visitdesk.wording import Lang

if TYPE_CHECKING:  # services are heavy to import; the window has them from the branch that is open
    from visitdesk.planning.service import PlanningDesk


class RouteSheets(Protocol):
    """Draws the papers teams take along."""

    def route_sheets(self, actor: Actor, day: date, lang: Lang) -> Mapping[TeamId, bytes]:
        """One PDF a team, from the newest publication."""
        ...


class PlanBranch(Protocol):
    """The desks that `Branch` must offer for this screen."""

    @property
    def clock(self) -> Clock:
        """The present instant."""
        ...

    @property
    def planning(self) -> "PlanningDesk":
        """Day plans."""
        ...

    @property
    def papers(self) -> RouteSheets:
        """Papers of the day."""
        ...
