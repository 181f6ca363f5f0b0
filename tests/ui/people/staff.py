"""The people of a branch over the real desk and in-memory stores: six teams' worth and those who cannot go."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from tests.fakes.people import FakePeopleTransactions
from tests.ui.planning.day import DAY, NOW, SUPERVISOR, crew
from visitdesk.changed import Changed, Subject
from visitdesk.clock import FixedClock
from visitdesk.people.model import (
    ApartEntry,
    CollectorId,
    Device,
    Employer,
    Leave,
    Qualification,
    QualificationKind,
    Shift,
)
from visitdesk.people.service import PeopleDesk
from visitdesk.security.model import Actor
from visitdesk.training.model import Certificate

MONDAY = DAY - timedelta(days=DAY.weekday())


@dataclass(frozen=True, slots=True)
class FakeKept:
    """What keeping a plan answers."""

    changed: Changed


@dataclass(slots=True)
class FakeTeams:
    """Remembers the pairs that were taken."""

    taken: list[tuple[date, tuple[tuple[CollectorId, CollectorId], ...]]] = field(default_factory=list)

    def set_teams(self, actor: Actor, day: date, pairs: Sequence[tuple[CollectorId, CollectorId]]) -> FakeKept:  # noqa: ARG002  # a fake
        self.taken.append((day, tuple(pairs)))
        return FakeKept(Changed.one(Subject.DAY_PLAN, day.isoformat()))


class FakeTraining:
    """Nobody has a certificate; the day written by hand counts."""

    def certificates_of(self, collector: CollectorId | None = None) -> tuple[Certificate, ...]:  # noqa: ARG002  # a fake
        return ()

    def trained_until(self, collector: CollectorId) -> date | None:  # noqa: ARG002  # a fake
        return None


class Staff:
    """The branch as the people's page needs it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.clock = FixedClock(now)
        self.transactions = FakePeopleTransactions()
        self.people = PeopleDesk(self.transactions, self.clock)
        self.training = FakeTraining()
        self.planning = FakeTeams()


def staff() -> Staff:
    """Fourteen people and their week."""
    made, roster = Staff(), crew(6)
    desk = made.people
    people = list(roster.collectors)
    people[4] = replace(people[4], employer=Employer.LENDER)
    people[9] = replace(people[9], trained_until=DAY - timedelta(days=3), is_insured=None)
    for nth, one in enumerate(people):
        desk.add_collector(SUPERVISOR, one)
        for day in range(5 if nth % 3 else 6):
            if nth == 11 and day == DAY.weekday():
                continue
            begins = datetime.combine(MONDAY + timedelta(days=day), NOW.time(), NOW.tzinfo).replace(hour=0, minute=30)
            shift = Shift(collector=one.id, start=begins, end=begins + timedelta(hours=9 + nth % 2, minutes=30))
            desk.add_shift(SUPERVISOR, shift)
    for leave in roster.leaves:
        desk.add_leave(SUPERVISOR, leave)
    desk.add_leave(
        SUPERVISOR,
        Leave(collector=people[2].id, first_day=DAY + timedelta(days=2), last_day=DAY + timedelta(days=3), kind="调休"),
    )
    desk.add_apart(SUPERVISOR, ApartEntry(collector=people[0].id, other=people[1].id, case=None, reason="二人为亲属"))
    desk.issue_device(
        SUPERVISOR, Device(id="D-07", collector=people[0].id, label="示例手机", issued_on=DAY - timedelta(days=60))
    )
    desk.add_qualification(
        SUPERVISOR,
        Qualification(
            collector=people[0].id,
            kind=QualificationKind.SAFETY,
            name="外访安全与行为",
            valid_from=DAY - timedelta(days=200),
            valid_until=DAY + timedelta(days=160),
            certificate="VC-2026-000071",
        ),
    )
    return made
