"""The log tells nobody's number, card, mail or place, wherever it stands in a record."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from visitdesk.log import hide, set_up


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("id 11010519491231002X read", "id [id] read"),
        ("id 110105491231002 read", "id [id] read"),
        ("11010519491231002x", "[id]"),
        ("１１０１０５１９４９１２３１００２Ｘ", "[id]"),
        ("call 13800000003 now", "call [phone] now"),
        ("call +86 138-0000-0003 now", "call [phone] now"),
        ("call 138 0000 0003", "call [phone]"),
        ("call 021-55550000", "call [phone]"),
        ("call +44 20 7946 0000", "call [phone]"),
        ("card 6222 0000 0000 0000 003", "card [card]"),
        ("card 6222000000000000", "card [card]"),
        ("mail sample.person+x@example.com.", "mail [mail]."),
        ("at 31.230416, 121.473701", "at [place]"),
        ("lat=31.23 lon: 121.47", "[place] [place]"),
    ],
)
def test_that_what_identifies_somebody_is_hidden(text: str, kept: str) -> None:
    assert hide(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "case C-2026-00418 opened",
        "visit V-20261124-031 recorded at 2026-11-24T06:02:00+00:00",
        "1,204 rows in 0.41 s",
        "fault store.locked",
        "sha256 9f3c2a",
        "amount 18240.55",
        "version 0.1.0",
    ],
)
def test_that_what_a_reader_needs_stays(text: str) -> None:
    assert hide(text) == text


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = set_up(tmp_path)
    assert handler is not None
    yield tmp_path / "visitdesk.log"
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def test_that_arguments_and_tracebacks_are_covered_too(log_file: Path) -> None:
    log = logging.getLogger("visitdesk.test")
    log.warning("row %s of %d for %s", "13800000003", 7, {"id": "11010519491231002X"})
    log.warning("named %(phone)s", {"phone": "13800000003"})
    log.warning("number %d", 13800000003)
    try:
        int("sample@example.com")
    except ValueError:
        log.exception("odd value")
    text = log_file.read_text(encoding="utf-8")
    assert "row [phone] of 7" in text
    assert "named [phone]" in text
    assert "[mail]" in text
    for told in ("13800000003", "11010519491231002X", "sample@example.com"):
        assert told not in text


def test_that_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("", encoding="utf-8")
    assert set_up(file / "logs") is None
