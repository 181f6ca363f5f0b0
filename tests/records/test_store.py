"""One contract for the in-memory stand-ins and the encrypted database; the real attachment vault."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.fakes.records import FakeTransactions
from tests.records.samples import AT, STATEMENT, content, corrected, facts, final
from visitdesk.cases.model import VisitId
from visitdesk.clock import SystemClock
from visitdesk.errors import Stale, Unavailable, VisitDeskError
from visitdesk.records.model import Attachment, Record, RecordId, RecordState, SealEntry
from visitdesk.records.ports import RecordTransactions
from visitdesk.store.attachments import FileVault
from visitdesk.store.database import Database, open_database
from visitdesk.store.migrate import upgrade


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "branch.db", bytes(32))
    upgrade(opened.engine)
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "database"])
def store(request: pytest.FixtureRequest) -> RecordTransactions:
    if request.param == "memory":
        return FakeTransactions()
    opened: Database = request.getfixturevalue("database")
    return opened


def draft() -> Record:
    return replace(final(), state=RecordState.DRAFT, revisions=(), finalised_at=None, reviewed_by="", version=1)


def kept(store: RecordTransactions, record: Record) -> None:
    with store.begin() as unit:
        unit.records.add(record)


def test_that_a_record_comes_back_as_it_was_kept(store: RecordTransactions) -> None:
    kept(store, corrected())
    with store.read() as unit:
        record = unit.records.get(RecordId("R-V0001"))
    assert record == corrected()
    assert record.content.statement == STATEMENT


def test_that_saving_raises_the_version_and_a_stale_save_is_refused(store: RecordTransactions) -> None:
    kept(store, draft())
    with store.begin() as unit:
        unit.records.save(replace(draft(), content=replace(content(), account="改过")))
    with store.read() as unit:
        again = unit.records.get(RecordId("R-V0001"))
    assert again is not None
    assert (again.version, again.content.account) == (2, "改过")
    with pytest.raises(Stale), store.begin() as unit:
        unit.records.save(draft())


def test_that_records_are_found_by_visit_and_listed_by_number(store: RecordTransactions) -> None:
    kept(store, final("V0002"))
    kept(store, final("V0001"))
    with store.read() as unit:
        found = unit.records.of_visit(VisitId("V0002"))
        assert found is not None
        assert found.id == "R-V0002"
        assert unit.records.of_visit(VisitId("V0003")) is None
        assert [one.id for one in unit.records.all()] == ["R-V0001", "R-V0002"]
        assert len(unit.records.all([RecordState.FINAL, RecordState.DRAFT])) == 2
        assert list(unit.records.all([RecordState.DRAFT])) == []
        visits = [VisitId("V0001"), VisitId("V0009")]
        assert unit.records.told_visits(visits) == {VisitId("V0001")}
        assert unit.records.get(RecordId("R-V0009")) is None


def test_that_attachments_and_seals_come_back(store: RecordTransactions) -> None:
    row = Attachment(
        name="ab" * 32, key=b"k" * 32, nonce=b"n" * 12, digest="cd" * 32, size=5, kind="photo", stored_at=AT
    )
    first = SealEntry(
        digest="01" * 32,
        record="R-V0001",
        revision=1,
        copy="file",
        root="ef" * 32,
        template="record 1",
        pages=3,
        made_at=AT,
        made_by="clerk",
    )
    later = replace(first, digest="00" * 32, made_at=AT + timedelta(seconds=1))
    with store.begin() as unit:
        unit.attachments.add(row)
        unit.seals.add(later)
        unit.seals.add(first)
        unit.seals.add(first)
    with store.read() as unit:
        assert unit.attachments.get(row.name) == row
        assert unit.attachments.names() == {row.name}
        assert unit.attachments.get("none") is None
        assert list(unit.seals.by_record("R-V0001")) == [first, later]
        assert list(unit.seals.by_root("ef" * 32)) == [first, later]
        assert unit.seals.by_digest("01" * 32) == first
        assert unit.seals.by_digest("ff" * 32) is None


@pytest.mark.parametrize(
    "words", ["UPDATE record_revision SET record = 'x'", "DELETE FROM record_revision", "DELETE FROM seal"]
)
def test_that_the_database_itself_refuses_to_change_what_is_appended(database: Database, words: str) -> None:
    kept(database, final())
    with database.begin() as unit:
        unit.seals.add(
            SealEntry(
                digest="01" * 32,
                record="R-V0001",
                revision=1,
                copy="file",
                root="ef" * 32,
                template="t",
                pages=1,
                made_at=AT,
                made_by="clerk",
            )
        )
    with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
        connection.exec_driver_sql(words)


def test_that_a_file_is_stored_encrypted_and_comes_back(tmp_path: Path) -> None:
    vault = FileVault(tmp_path)
    sealed = vault.write(b"a photo of a door")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert file.name == sealed.name
    assert b"door" not in file.read_bytes()
    assert vault.read(attachment(sealed.name, sealed)) == b"a photo of a door"


def test_that_one_flipped_bit_or_a_missing_file_is_noticed(tmp_path: Path) -> None:
    vault = FileVault(tmp_path)
    sealed = vault.write(b"a photo of a door")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    data = bytearray(file.read_bytes())
    data[3] ^= 1
    file.write_bytes(data)
    with pytest.raises(Unavailable, match=r"records\.attachment_altered"):
        vault.read(attachment(sealed.name, sealed))
    file.unlink()
    with pytest.raises(Unavailable, match=r"records\.attachment_missing"):
        vault.read(attachment(sealed.name, sealed))


def test_that_the_sweep_removes_only_old_files_nobody_knows(tmp_path: Path) -> None:
    vault = FileVault(tmp_path)
    known, orphan = vault.write(b"known"), vault.write(b"orphan")
    now = SystemClock().now()
    assert vault.sweep({known.name, "gone"}, now + timedelta(hours=23)) == ((), ("gone",))
    assert vault.sweep({known.name}, now + timedelta(hours=25)) == ((orphan.name,), ())
    assert vault.read(attachment(known.name, known)) == b"known"


def test_that_the_vault_says_when_it_cannot_write(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(VisitDeskError, match=r"records\.attachment_unwritable"):
        FileVault(blocked).write(b"x")


def attachment(name: str, sealed: Any) -> Attachment:
    return Attachment(
        name=name,
        key=sealed.key,
        nonce=sealed.nonce,
        digest=sealed.digest,
        size=sealed.size,
        kind="photo",
        stored_at=AT,
    )


def test_that_the_facts_of_a_visit_are_kept_with_its_record(store: RecordTransactions) -> None:
    kept(store, draft())
    with store.read() as unit:
        record = unit.records.get(RecordId("R-V0001"))
    assert record is not None
    assert record.facts == facts()
