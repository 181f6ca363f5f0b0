"""Opening a data folder: key, encrypted database, newest schema, and the services over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from visitdesk.branch import Branch
from visitdesk.clock import Clock
from visitdesk.security.opening import Opened, Secrets, open_folder
from visitdesk.security.passwords import Passwords
from visitdesk.security.service import SecurityDesk
from visitdesk.store.database import FILE_NAME, Database, open_database
from visitdesk.store.migrate import upgrade


@contextmanager
def open_branch(folder: Path, secrets: Secrets, clock: Clock) -> Iterator[Branch]:
    """The branch in this folder, made where there is none; closed at the end of the block."""
    opened = open_folder(folder, secrets)
    database = open_database(folder / FILE_NAME, opened.key)
    try:
        upgrade(database.engine)
        yield assemble(database, opened, clock)
    finally:
        database.close()


def assemble(database: Database, opened: Opened, clock: Clock) -> Branch:
    """All services over one database."""
    return Branch(
        clock=clock,
        key_kind=opened.kind,
        security=SecurityDesk(database, clock, Passwords()),
    )
