"""What the people's screens need of a branch."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from visitdesk.clock import Clock
from visitdesk.people.model import CollectorId

if TYPE_CHECKING:  # services are heavy to import; the window has them from the branch that is open
    from visitdesk.changed import Changed
    from visitdesk.people.service import PeopleDesk
    from visitdesk.security.model import Actor
    from visitdesk.training.model import Certificate


class KeptPlan(Protocol):
    """What keeping a day's draft answers."""

    @property
    def changed(self) -> "Changed":
        """What it touched."""
        ...


class Teams(Protocol):
    """The room `planning`: takes the pairs somebody has accepted."""

    def set_teams(self, actor: "Actor", day: date, pairs: Sequence[tuple[CollectorId, CollectorId]]) -> KeptPlan:
        """Put the day's draft on these pairs."""
        ...


class Certificates(Protocol):
    """The room `training`: its certificates decide over the day written by hand."""

    def certificates_of(self, collector: CollectorId | None = None) -> "tuple[Certificate, ...]":
        """Everybody's certificates."""
        ...

    def trained_until(self, collector: CollectorId) -> date | None:
        """Last day on which the collector may visit; None where a certificate is missing or revoked."""
        ...


class PeopleBranch(Protocol):
    """The desks that `Branch` must offer for these screens."""

    @property
    def clock(self) -> Clock:
        """The present instant."""
        ...

    @property
    def people(self) -> "PeopleDesk":
        """Collectors, shifts, leave."""
        ...

    @property
    def training(self) -> Certificates:
        """Certificates."""
        ...

    @property
    def planning(self) -> Teams:
        """Day plans."""
        ...
