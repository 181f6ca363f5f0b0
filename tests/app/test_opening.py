"""Tests of opening a data folder."""

from pathlib import Path

import pytest

from visitdesk.app.opening import open_branch, seal_key
from visitdesk.clock import FixedClock
from visitdesk.errors import Unavailable
from visitdesk.security.model import SETUP
from visitdesk.security.opening import Secrets, open_folder
from visitdesk.store.database import FILE_NAME, open_database


def test_that_a_folder_opens_again_with_what_was_kept(tmp_path: Path, clock: FixedClock) -> None:
    with open_branch(tmp_path, Secrets(), clock) as branch:
        branch.settings.put(SETUP, "branch.name", "示范网点")
    with open_branch(tmp_path, Secrets(), clock) as branch:
        assert branch.settings.value("branch.name") == "示范网点"


def test_that_a_lost_database_file_is_told_and_not_made_anew(tmp_path: Path, clock: FixedClock) -> None:
    with open_branch(tmp_path, Secrets(), clock):
        pass
    for file in tmp_path.glob(f"{FILE_NAME}*"):
        file.unlink()
    with pytest.raises(Unavailable, match=r"store\.file_missing"), open_branch(tmp_path, Secrets(), clock):
        pass
    assert not (tmp_path / FILE_NAME).exists()


def test_that_the_seal_key_stays_the_same(tmp_path: Path, clock: FixedClock) -> None:
    with open_branch(tmp_path, Secrets(), clock):
        pass
    database = open_database(tmp_path / FILE_NAME, open_folder(tmp_path, Secrets()).key)
    with open_branch(tmp_path, Secrets(), clock) as branch:
        keys = {seal_key(database, branch.settings, clock).certificate for _ in range(2)}
    database.close()
    assert len(keys) == 1
