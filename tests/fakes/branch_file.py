"""A new, migrated, encrypted database file; the migrations run once a test process and the file is copied."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from visitdesk.store.database import Database, open_database
from visitdesk.store.migrate import upgrade

KEY = bytes(32)


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "branch.db"
        database = open_database(file, KEY)
        upgrade(database.engine)
        database.close()
        return file.read_bytes()


def new_database(folder: Path) -> Database:
    """An empty branch in this folder."""
    file = folder / "branch.db"
    file.write_bytes(_migrated())
    return open_database(file, KEY)
