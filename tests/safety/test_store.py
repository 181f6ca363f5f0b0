"""The watch's log behaves the same in memory and in the encrypted file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from tests.fakes.safety import MemorySafety
from tests.safety.scene import deed, phone, publish, ref, resolve, word
from tests.safety.sequences import Event, as_form
from visitdesk.cases.model import VisitId
from visitdesk.clock import FixedClock
from visitdesk.people.model import CollectorId
from visitdesk.safety.form import event_of
from visitdesk.safety.model import DayBegun, Duty, Obligation, Raised, ReportKind, VisitToWatch
from visitdesk.safety.service import WatchDesk
from visitdesk.security.model import SETUP
from visitdesk.store.database import Database
from visitdesk.store.safety import SafetyEventRow

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CLOCK: Event = {"kind": "clock", "t": 36_000, "wall": 36_000, "mono": 12.5, "boot": "a"}
HAND: Event = {"kind": "hand_over", "t": 36_000, "from": "O1", "to": "O2", "accepted": [ref()]}
CHANGE: Event = {"kind": "change_team", "t": 36_000, "visit": "V1", "leaves": ["C2"], "joins": ["C3"], "by": "O1"}
PLAIN: list[Event] = [
    publish(team_name="T1"),
    phone("departed", "09:00", 1, with_partner=True),
    word("battery", "09:01", percent=12.5),
    deed("acknowledge", "09:41"),
    deed("take_over", "09:41", by="O2", reason="换班"),
    deed("step", "09:42", step="spoke"),
    resolve("09:43", by=("O1", "S1")),
    {"kind": "cancel", "t": 35_000, "visit": "V1", "by": "O1", "reason": "异议"},
    {"kind": "recall", "t": 35_000, "visit": "V1", "by": "O1", "reason": "异议"},
    CHANGE,
    HAND,
    CLOCK,
]
OWED = Obligation(
    key="overdue|V1|C1|x", at=AT, duty=Duty.OVERDUE, visit=VisitId("V1"), collector=CollectorId("C1"), ref="x"
)


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest) -> Any:
    return MemorySafety() if request.param == "memory" else request.getfixturevalue("database")


def test_that_every_kind_of_event_comes_back_as_it_was(store: Any) -> None:
    events = [
        *(event_of(as_form(plain)) for plain in PLAIN),
        Raised(received=AT, obligation=OWED),
        DayBegun(received=AT),
    ]
    with store.begin() as unit:
        numbers = [unit.safety_log.append(event) for event in events]
    with store.read() as unit:
        found = unit.safety_log.after(0)
    assert numbers == [stored.number for stored in found] == list(range(1, len(events) + 1))
    assert [stored.event for stored in found] == events
    with store.read() as unit:
        assert [stored.number for stored in unit.safety_log.after(12)] == [13, 14]


def test_that_the_same_key_is_stored_once(store: Any) -> None:
    with store.begin() as unit:
        assert unit.safety_log.append(Raised(received=AT, obligation=OWED), "k") == 1
        assert unit.safety_log.append(Raised(received=AT, obligation=OWED), "k") is None
    with store.begin() as unit:
        assert unit.safety_log.append(Raised(received=AT, obligation=OWED), "k") is None
        assert unit.safety_log.append(Raised(received=AT, obligation=OWED), "other") == 2


def test_that_days_and_visits_are_found_by_number(store: Any) -> None:
    with store.begin() as unit:
        log = unit.safety_log
        assert (log.day_begun(), log.span(VisitId("V1"))) == (0, None)
        for event in (publish(), CLOCK, word("departed", "10:00")):
            log.append(event_of(as_form(event)))
        log.append(DayBegun(received=AT))
        log.append(event_of(as_form(publish(visit="V2"))))
        log.append(Raised(received=AT, obligation=OWED))
        assert (log.day_begun(), log.day_begun(before=4), log.day_begun(before=5)) == (4, 0, 4)
        assert (log.span(VisitId("V1")), log.span(VisitId("V2"))) == ((1, 6), (5, 5))


def test_that_a_whole_alarm_lives_in_the_store_and_survives_a_restart(store: Any) -> None:
    clock = FixedClock(AT)
    desk = WatchDesk(store, clock)
    one = VisitToWatch(
        visit=VisitId("V1"),
        team=(CollectorId("C1"), CollectorId("C2")),
        travel=timedelta(minutes=20),
        shift_end=AT + timedelta(hours=9),
    )
    desk.publish(SETUP, [one])
    desk.report(SETUP, visit=one.visit, collector=one.team[0], kind=ReportKind.DEPARTED, with_partner=True)
    clock.set(AT + timedelta(minutes=40))
    desk.tick()
    other = WatchDesk(store, clock)
    other.tick()
    assert other.board() == desk.board()
    assert [card.kind for card in desk.board().alarms] == ["overdue", "overdue"]
    other.acknowledge(SETUP, alarm=other.board().alarms[0].id)
    assert sum(card.owner == "setup" for card in desk.board().alarms) == 1


@pytest.mark.parametrize("statement", ["UPDATE safety_event SET kind = 'x'", "DELETE FROM safety_event"])
def test_that_the_file_refuses_to_change_or_forget_an_event(database: Database, statement: str) -> None:
    with database.begin() as unit:
        unit.safety_log.append(DayBegun(received=AT))
    with pytest.raises(DBAPIError, match="append-only"), database.engine.connect() as connection, connection.begin():
        connection.execute(text(statement))


def test_that_the_migration_makes_the_table_the_program_expects(database: Database) -> None:
    looked = inspect(database.engine)
    columns = {column["name"]: column["nullable"] for column in looked.get_columns("safety_event")}
    assert columns == {column.name: column.nullable for column in SafetyEventRow.__table__.columns}
    assert {index["name"] for index in looked.get_indexes("safety_event")} >= {
        "ix_safety_event_kind",
        "ix_safety_event_visit",
    }
    assert [unique["name"] for unique in looked.get_unique_constraints("safety_event")] == ["uq_safety_event_key"]
