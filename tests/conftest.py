"""What every test stands on: isolated folders, an open encrypted database, a clock that stands still."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from tests.fakes.branch_file import new_database
from visitdesk.clock import FixedClock
from visitdesk.store.database import Database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class MemoryVault(KeyringBackend):
    """A vault that forgets: no test ever reaches the vault of the person who runs it."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring ships no types for it
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Folders of the user and the vault point into nowhere for the length of a test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryVault())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 25, 1, 0, tzinfo=UTC))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An open, empty, encrypted database with the newest schema."""
    opened = new_database(tmp_path)
    yield opened
    opened.close()
