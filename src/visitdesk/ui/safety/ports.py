"""What the board needs of a branch: the watch, and names and places to put on what the watch says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from visitdesk.cases.model import VisitId
from visitdesk.changed import Changed
from visitdesk.clock import Clock
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, UserId

if TYPE_CHECKING:  # services are heavy to import; the window has them from the branch that is open
    from visitdesk.people.model import Collector
    from visitdesk.safety.service import WatchDesk
    from visitdesk.security.ports import User


@dataclass(frozen=True, slots=True, kw_only=True)
class StopAt:
    """Where a visit goes and when, without the borrower.

    Attributes:
        number: team and place on its route as one number, e.g. `702`; "" where no plan tells.
        street: without house number, for tiles; `area` district, for the wall; `address` whole, for panel and call sheet.
        arrive: planned arrival; `leave` when the team is planned to set out for it. None where no plan tells.
    """

    visit: VisitId
    number: str = ""
    street: str = ""
    area: str = ""
    address: str = ""
    is_high_care: bool = False
    leave: datetime | None = None
    arrive: datetime | None = None


class Places(Protocol):
    """Where visits go."""

    def stops(self, visits: Iterable[VisitId]) -> Mapping[VisitId, StopAt]:
        """Of each visit that is known; read on the writer thread."""
        ...


class People(Protocol):
    """Who goes out."""

    def collectors(self) -> "Sequence[Collector]":
        """All collectors."""
        ...


class Security(Protocol):
    """Who watches, and the second person's signature."""

    def users(self) -> "Sequence[User]":
        """All users."""
        ...

    def sign_in(self, *, user: UserId, password: str, desk: str) -> Actor:
        """The actor for one deed; NotAllowed where the password is wrong."""
        ...


class Flow(Protocol):
    """Deeds that reach through several rooms."""

    def follow(self, actor: Actor, changed: Changed, /) -> Changed:
        """What follows from a deed."""
        ...

    def dispatch(self, actor: Actor, visit: VisitId, collector: CollectorId, *, with_partner: bool) -> Changed:
        """The team leaves: prepared, allowed, then watched."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The desks behind the board; used on the writer thread only."""

    clock: Clock
    watch: "WatchDesk"
    flow: Flow
    people: People
    security: Security
    places: Places
