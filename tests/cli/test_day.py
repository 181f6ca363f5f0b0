"""`day demo` refuses what it cannot make: one sentence, exit 4, nothing changed."""

from pathlib import Path

import pytest

from visitdesk.app.console import main


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--visits", "3"], "--visits"),
        (["--visits", "201"], "--visits"),
        (["--visits", "-1"], "--visits"),
        (["--teams", "0"], "--teams"),
        (["--teams", "61"], "--teams"),
        (["--seed", "-1"], "--seed"),
    ],
)
def test_that_odd_numbers_are_refused_with_their_limits(
    words: list[str], named: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--lang", "en", "day", "demo", "--out", str(tmp_path / "out"), *words]) == 4
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert named.encode() in err
    assert not (tmp_path / "out").exists()


def test_that_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["day", "demo", "--out", str(tmp_path)]) == 4
    assert capfdbinary.readouterr().err.count(b"\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_that_a_file_in_the_place_of_the_folder_is_refused(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"x")
    assert main(["--lang", "en", "day", "demo", "--out", str(place)]) == 4
    assert b"not a folder" in capfdbinary.readouterr().err
    assert place.read_bytes() == b"x"


def test_that_a_word_for_a_number_is_a_wrong_command_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["day", "demo", "--out", str(tmp_path / "out"), "--visits", "many"])
    assert ended.value.code == 2
