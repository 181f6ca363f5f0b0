"""Tests of the ways to the data key."""

from pathlib import Path

import pytest

from visitdesk.errors import BadInput, Unavailable
from visitdesk.security import keyslots
from visitdesk.security.keyslots import Argon2Cost, SlotKind
from visitdesk.security.opening import DEMONSTRATION_KEY, Secrets, open_folder, passphrase_from

CHEAP = Argon2Cost(memory_kib=64, passes=1)


class DictVault:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def put(self, name: str, secret: bytes) -> None:
        self.kept[name] = secret


def test_that_a_new_folder_takes_the_vault_and_opens_by_it_again(tmp_path: Path) -> None:
    vault = DictVault()
    first = open_folder(tmp_path, Secrets(vault=vault))
    again = open_folder(tmp_path, Secrets(vault=vault))
    assert (first.kind, first.is_new) == (SlotKind.VAULT, True)
    assert (again.key, again.is_new) == (first.key, False)


def test_that_a_folder_of_the_vault_does_not_open_without_it(tmp_path: Path) -> None:
    open_folder(tmp_path, Secrets(vault=DictVault()))
    with pytest.raises(Unavailable, match=r"security\.no_key"):
        open_folder(tmp_path, Secrets(vault=DictVault()))


def test_that_the_right_passphrase_opens_and_a_wrong_one_does_not(tmp_path: Path) -> None:
    first = open_folder(tmp_path, Secrets(passphrase="a long passphrase", cost=CHEAP))
    assert open_folder(tmp_path, Secrets(passphrase="a long passphrase")).key == first.key
    with pytest.raises(BadInput, match=r"security\.wrong_key"):
        open_folder(tmp_path, Secrets(passphrase="a long passphrasE"))


def test_that_a_handed_in_passphrase_is_taken_before_the_vault(tmp_path: Path) -> None:
    opened = open_folder(tmp_path, Secrets(vault=DictVault(), passphrase="a long passphrase", cost=CHEAP))
    assert opened.kind == SlotKind.PASSPHRASE


def test_that_a_short_passphrase_is_refused_and_leaves_no_header(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"security\.passphrase_short"):
        open_folder(tmp_path, Secrets(passphrase="nine char"))
    assert keyslots.read_header(tmp_path) is None


def test_that_nobody_to_ask_makes_a_demonstration_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first = open_folder(tmp_path, Secrets())
    assert first.kind == SlotKind.DEMONSTRATION
    assert (tmp_path / DEMONSTRATION_KEY).is_file()
    assert open_folder(tmp_path, Secrets()).key == first.key
    assert "demonstration" in caplog.text


def test_that_a_slot_moved_to_another_database_does_not_open(tmp_path: Path) -> None:
    wrapping, key = keyslots.new_key(), keyslots.new_key()
    mine, other = keyslots.new_header(), keyslots.new_header()
    slot = keyslots.wrap(mine, SlotKind.VAULT, wrapping, key)
    assert keyslots.unwrap(mine, slot, wrapping) == key
    with pytest.raises(BadInput):
        keyslots.unwrap(other, slot, wrapping)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 1}', '{"version":1,"database":"x","slots":[{"kind":"?"}]}']
)
def test_that_a_damaged_header_is_named_as_such(tmp_path: Path, text: str) -> None:
    (tmp_path / keyslots.FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(Unavailable, match=r"security\.header_damaged"):
        keyslots.read_header(tmp_path)


def test_that_a_passphrase_file_open_to_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pass"
    file.write_text("a long passphrase\n", encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    file.chmod(0o600)
    assert passphrase_from(file) == "a long passphrase"
    file.chmod(0o644)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "elsewhere")
    with pytest.raises(BadInput, match=r"security\.passphrase_file_open"):
        passphrase_from(file)
