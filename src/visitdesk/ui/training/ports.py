"""What the screens of training need: the desks of the branch, its papers, and pictures of papers where there are any."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from visitdesk.clock import Clock
from visitdesk.people.model import Collector
from visitdesk.security.model import Actor
from visitdesk.security.ports import User
from visitdesk.training.model import CertificateNumber
from visitdesk.wording import Lang

if TYPE_CHECKING:
    from visitdesk.training.service import TrainingDesk


class TrainingPapers(Protocol):
    """The papers of training; each answers the PDF's bytes."""

    def handbook(self, actor: Actor, lang: Lang, *, for_trainer: bool = False) -> bytes:
        """The handbook, or the trainer's book."""
        ...

    def certificate(self, actor: Actor, number: CertificateNumber, lang: Lang) -> bytes:
        """A certificate."""
        ...


class PagePictures(Protocol):
    """Papers that can be looked at before they are kept."""

    def pages(self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:
        """Pages as PNG, `width` pixels across."""
        ...


class Users(Protocol):
    """Who signs at the desks."""

    def users(self) -> Sequence[User]:
        """All users."""
        ...


class People(Protocol):
    """Who there is to train."""

    def collectors(self) -> Sequence[Collector]:
        """All collectors."""
        ...


class TrainingBranch(Protocol):
    """The desks that `Branch` must offer for these screens."""

    @property
    def clock(self) -> Clock:
        """The present instant."""
        ...

    @property
    def training(self) -> "TrainingDesk":
        """Lessons, drills, assessments, certificates."""
        ...

    @property
    def people(self) -> People:
        """Collectors."""
        ...

    @property
    def papers(self) -> TrainingPapers:
        """Handbook and certificates."""
        ...

    @property
    def prints(self) -> PagePictures:
        """Pictures of papers."""
        ...

    @property
    def security(self) -> Users:
        """Names of those who certified."""
        ...
