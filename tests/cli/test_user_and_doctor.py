"""Tests of the words that look after a data folder: `user` and `doctor`."""

import json
from pathlib import Path

import pytest

from visitdesk.app.console import main


def call(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> tuple[int, object, str]:
    code = main(["--lang", "en", *words])
    out, err = capfdbinary.readouterr()
    return code, json.loads(out) if out else None, err.decode()


def secret(folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    file = folder / name
    file.write_text(text + "\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setattr(Path, "home", lambda: folder)
    return str(file)


def test_that_a_folder_needs_a_sign_in_once_it_has_a_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = str(tmp_path / "data")
    password = secret(tmp_path, "pw", "correct horse battery", monkeypatch)
    add = ["user", "add", "anna", "--name", "A", "--role", "administrator", "--new-password-file", password]
    assert call(capfdbinary, "--data", data, *add)[0] == 0
    code, _, words = call(capfdbinary, "--data", data, "user", "list")
    assert code == 4
    assert "--as" in words
    code, users, words = call(capfdbinary, "--data", data, "--as", "anna", "--password-file", password, "user", "list")
    assert (code, words) == (0, "")
    assert users == [{"user": "anna", "roles": ["administrator"], "active": True}]


def test_that_doctor_names_what_is_there_and_no_folder_of_a_person(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, found, words = call(capfdbinary, "--data", str(tmp_path / "seeded-person"), "doctor")
    assert isinstance(found, dict)
    assert code == (3 if found["missing"] else 0)
    assert words == ""
    assert "seeded-person" not in json.dumps(found)
    assert found["packages"]["sqlcipher3"]["loads"]
    assert found["data_folder"]["key"] == "none"


def test_that_doctor_complains_about_a_demonstration_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("visitdesk.security.vault.system_vault", lambda: None)
    data = str(tmp_path / "data")
    assert call(capfdbinary, "--data", data, "user", "list")[0] == 0
    found = call(capfdbinary, "--data", data, "doctor")[1]
    assert isinstance(found, dict)
    assert found["data_folder"]["demonstration_only"]
