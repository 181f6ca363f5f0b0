"""One contract for stored day plans, kept by the fake and by the database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.planning import FakePlanningTransactions
from visitdesk.errors import Stale
from visitdesk.planning.draft import PlanState
from visitdesk.planning.ports import DayPlans, StoredDayPlan
from visitdesk.security.model import UserId
from visitdesk.store.database import Database

DAY = date(2026, 11, 25)
NEXT = DAY + timedelta(days=1)
Opened = Callable[[], AbstractContextManager[DayPlans]]


@pytest.fixture(params=["fake", "database"])
def plans(request: pytest.FixtureRequest) -> Opened:
    """Opens a writing transaction and gives its repository."""
    if request.param == "fake":
        fake = FakePlanningTransactions()

        @contextmanager
        def in_memory() -> Iterator[DayPlans]:
            with fake.begin() as unit:
                yield unit.day_plans

        return in_memory
    database: Database = request.getfixturevalue("database")

    @contextmanager
    def in_file() -> Iterator[DayPlans]:
        with database.begin() as unit:
            yield unit.day_plans

    return in_file


def kept(day: date = DAY, number: int = 0, version: int = 0, state: PlanState = PlanState.DRAFT) -> StoredDayPlan:
    return StoredDayPlan(
        day=day,
        number=number,
        state=state,
        problem={"version": 1, "visits": [{"id": "外访1", "windows": [["08:30", "11:00"]]}]},
        plan={"routes": [], "note": None, "half": 0.5},
        saved_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        saved_by=UserId("sv"),
        version=version,
    )


def test_that_a_draft_comes_back_as_it_was_saved(plans: Opened) -> None:
    with plans() as day_plans:
        assert day_plans.draft(DAY) is None
        assert day_plans.save_draft(kept()) == 1
    with plans() as day_plans:
        assert day_plans.draft(DAY) == kept(version=1)
        assert day_plans.draft(NEXT) is None


def test_that_each_save_raises_the_version_and_an_old_hand_is_refused(plans: Opened) -> None:
    with plans() as day_plans:
        day_plans.save_draft(kept())
        assert day_plans.save_draft(replace(kept(version=1), number=3, state=PlanState.PUBLISHED)) == 2
        found = day_plans.draft(DAY)
        assert found is not None
        assert (found.number, found.state, found.version) == (3, PlanState.PUBLISHED, 2)
        for stale in (0, 1, 3):
            with pytest.raises(Stale):
                day_plans.save_draft(kept(version=stale))


def test_that_a_first_draft_cannot_claim_to_have_been_read(plans: Opened) -> None:
    with plans() as day_plans, pytest.raises(Stale):
        day_plans.save_draft(kept(version=1))


def test_that_publications_add_up_and_the_newest_counts(plans: Opened) -> None:
    first, second = (kept(number=n, version=1, state=PlanState.PUBLISHED) for n in (1, 2))
    with plans() as day_plans:
        assert day_plans.published(DAY) is None
        day_plans.add_publication(first)
        day_plans.add_publication(second)
    with plans() as day_plans:
        assert day_plans.published(DAY) == second
        assert list(day_plans.publications(DAY)) == [first, second]
        assert list(day_plans.publications(NEXT)) == []


def test_that_days_are_those_with_a_draft_or_a_publication(plans: Opened) -> None:
    with plans() as day_plans:
        day_plans.save_draft(kept(day=NEXT))
        day_plans.add_publication(kept(number=1, version=1, state=PlanState.PUBLISHED))
        day_plans.save_draft(kept())
        assert list(day_plans.days()) == [DAY, NEXT]
