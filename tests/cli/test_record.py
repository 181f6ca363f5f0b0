"""Tests of the doors `record export` and `record verify`."""

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jsonschema import validate

from tests.app.small_branch import published, small_branch
from tests.app.told import drafted, finished, left
from visitdesk.app.console import GROUPS
from visitdesk.branch import Branch
from visitdesk.cases.model import VisitId
from visitdesk.cli import entry
from visitdesk.cli.command import Context, Session
from visitdesk.cli.record import COMMAND
from visitdesk.clock import FixedClock
from visitdesk.paths import resource
from visitdesk.security.model import SETUP
from visitdesk.wording import Lang

Capture = pytest.CaptureFixture[bytes]


class Door:
    """The command line over one opened branch."""

    def __init__(self, branch: Branch, clock: FixedClock, capture: Capture) -> None:
        self.branch, self.clock, self.capture = branch, clock, capture

    def __call__(self, *words: str) -> tuple[int, bytes, str]:
        @contextmanager
        def opened() -> Iterator[Session]:
            yield Session(branch=self.branch, actor=SETUP)

        arguments = entry.parser([COMMAND], "1").parse_args(["record", *words])
        context = Context(
            lang=Lang.EN,
            clock=self.clock,
            stdin=sys.stdin.buffer,
            data=None,
            open_branch=opened,
            diagnose=dict,
        )
        code = entry.run(arguments, context)
        out, err = self.capture.readouterr()
        return code, out, err.decode()


@pytest.fixture
def door(tmp_path: Path, clock: FixedClock, capfdbinary: Capture) -> Iterator[Door]:
    with small_branch(tmp_path, clock) as branch:
        published(branch)
        yield Door(branch, clock, capfdbinary)


def final(door: Door) -> VisitId:
    visit = left(door.branch, door.clock)
    finished(door.branch, visit)
    return visit


def is_answer_of(out: bytes, name: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(out)
    validate(answer, json.loads(resource("schemas", f"{name}.schema.json").read_text(encoding="utf-8")))
    return answer


def test_that_the_console_knows_the_word() -> None:
    assert "record" in GROUPS


def test_that_a_copy_is_written_told_and_found_genuine(door: Door, tmp_path: Path) -> None:
    visit, file = final(door), tmp_path / "copy.pdf"
    code, out, words = door("export", visit, "--profile", "borrower", "-o", str(file))
    assert (code, words) == (0, "")
    answer = is_answer_of(out, "record-export-answer")
    assert answer["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (answer["visit"], answer["profile"], answer["revision"]) == (visit, "borrower", 1)
    code, out, words = door("verify", str(file))
    assert (code, words) == (0, "")
    found = is_answer_of(out, "record-verify-answer")
    assert (found["verdict"], found["record"], found["profile"]) == ("genuine", answer["record"], "borrower")


def test_that_without_a_name_the_file_itself_goes_to_standard_output(door: Door) -> None:
    code, out, _ = door("export", final(door), "--profile", "third_person")
    assert code == 0
    assert out.startswith(b"%PDF-")
    assert door.branch.prints.verify(out).is_genuine


def test_that_an_altered_file_and_a_strange_one_are_told_apart_with_exit_code_3(door: Door, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    door("export", final(door), "--profile", "court", "-o", str(file))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    code, out, _ = door("verify", str(file))
    assert (code, is_answer_of(out, "record-verify-answer")["verdict"]) == (3, "altered")
    file.write_bytes(b"a letter to nobody")
    code, out, _ = door("verify", str(file))
    assert (code, is_answer_of(out, "record-verify-answer")["verdict"]) == (3, "unknown")


@pytest.mark.parametrize("visit", ["V-none", "", "../../x", "\N{FULLWIDTH DIGIT ONE}"])
def test_that_a_visit_without_a_record_is_bad_input_in_one_line(door: Door, visit: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    code, out, words = door("export", visit, "--profile", "file", "-o", str(file))
    assert (code, out) == (4, b"")
    assert len(words.splitlines()) == 1
    assert not file.exists()


def test_that_a_draft_is_not_handed_out(door: Door) -> None:
    visit = left(door.branch, door.clock, 1)
    drafted(door.branch, visit)
    code, out, words = door("export", visit, "--profile", "file")
    assert (code, out) == (3, b"")
    assert "is draft" in words


def test_that_a_missing_file_is_bad_input_in_one_line(door: Door, tmp_path: Path) -> None:
    code, out, words = door("verify", str(tmp_path / "nowhere.pdf"))
    assert (code, out) == (4, b"")
    assert "nowhere.pdf" in words
    assert len(words.splitlines()) == 1
