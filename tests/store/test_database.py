"""Tests of the encrypted file and its transactions."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from visitdesk.errors import BadInput, Unavailable
from visitdesk.security.audit import Deed, first_broken
from visitdesk.security.model import SETUP
from visitdesk.store.database import Database, open_database
from visitdesk.store.migrate import upgrade
from visitdesk.store.row import Row, UtcDateTime

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def enter(database: Database, subject: str) -> None:
    with database.begin() as unit:
        unit.audit.append(Deed(name="test", actor=SETUP, subject_kind="case", subject=subject), NOW)


def test_that_nothing_readable_lies_in_the_file_or_its_log(database: Database, tmp_path: Path) -> None:
    enter(database, "SEEDED-NAME-4711")
    for file in tmp_path.iterdir():
        assert b"SEEDED-NAME" not in file.read_bytes(), file.name
        assert b"SQLite format" not in file.read_bytes(), file.name


def test_that_a_wrong_key_is_told_in_one_code(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    first = open_database(file, bytes(32))
    upgrade(first.engine)
    first.close()
    with pytest.raises(Unavailable, match=r"store\.cannot_open"):
        open_database(file, bytes([1] * 32))


def test_that_a_deed_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(BadInput), database.begin() as unit:
        unit.audit.append(Deed(name="test", actor=SETUP, subject_kind="case", subject="1"), NOW)
        raise BadInput("time.no_offset", value="x")
    with database.read() as unit:
        assert unit.audit.entries() == []


def test_that_a_read_never_writes(database: Database) -> None:
    with database.read() as unit:
        unit.audit.append(Deed(name="test", actor=SETUP, subject_kind="case", subject="1"), NOW)
    with database.read() as unit:
        assert unit.audit.entries() == []


def test_that_writers_in_many_threads_get_gap_free_numbers(database: Database) -> None:
    def enter_ten(writer: int) -> None:
        for number in range(10):
            enter(database, f"{writer}-{number}")

    threads = [threading.Thread(target=enter_ten, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as unit:
        entries = unit.audit.entries()
    assert [entry.number for entry in entries] == list(range(1, 41))
    assert first_broken(entries) is None


@pytest.mark.parametrize("verb", ["UPDATE audit SET body = ''", "DELETE FROM audit"])
def test_that_the_trail_refuses_change(database: Database, verb: str) -> None:
    enter(database, "1")
    with pytest.raises(IntegrityError), database.engine.begin() as connection:
        connection.exec_driver_sql(verb)


def test_that_a_newer_schema_is_refused_with_its_name(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadInput, match=r"store\.newer_schema"):
        upgrade(database.engine)


def test_that_the_migrated_schema_is_the_declared_one(database: Database) -> None:
    found = inspect(database.engine)
    tables = set(found.get_table_names()) - {"alembic_version"}
    assert tables == set(Row.metadata.tables)
    for name, table in Row.metadata.tables.items():
        declared = {column.name: column.nullable for column in table.columns}
        assert {column["name"]: column["nullable"] for column in found.get_columns(name)} == declared, name
        declared_indexes = {index.name for index in table.indexes}
        assert {index["name"] for index in found.get_indexes(name)} >= declared_indexes, name


def test_that_naive_instants_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(datetime(2026, 1, 1), None)  # type: ignore[arg-type]  # noqa: DTZ001
