"""The door `accounts import`: answer, schema, one sentence for bad files, and nothing opened for them."""

import datetime as dt
import io
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from jsonschema import Draft202012Validator

from tests.fakes.cases import FakeCaseTransactions
from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cli.accounts import COMMAND
from visitdesk.cli.command import Answer, Context, Session
from visitdesk.clock import FixedClock
from visitdesk.errors import BadInput, Unavailable
from visitdesk.paths import resource
from visitdesk.security.model import SETUP
from visitdesk.wording import Lang, sentence_of

if TYPE_CHECKING:
    from visitdesk.branch import Branch

CLOCK = FixedClock(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC))


@dataclass(frozen=True)
class FakeBranch:
    intake: IntakeDesk


class Door:
    """Runs the command as the entry point does; counts how often a branch is opened."""

    def __init__(self) -> None:
        self.transactions = FakeCaseTransactions()
        self.opened = 0

    def __call__(self, *words: str, stdin: bytes = b"", lang: Lang = Lang.EN) -> Answer:
        parser = ArgumentParser()
        COMMAND.register(parser.add_subparsers())
        arguments = parser.parse_args(["accounts", *words])
        context = Context(
            lang=lang, clock=CLOCK, stdin=io.BytesIO(stdin), data=None, open_branch=self._open, diagnose=dict
        )
        answer: Answer = arguments.run(arguments, context)
        return answer

    def payload(self, *words: str, stdin: bytes = b"", lang: Lang = Lang.EN) -> dict[str, Any]:
        found = self(*words, stdin=stdin, lang=lang)
        assert found.exit_code == 0
        schema = json.loads(resource("schemas", "accounts-answer.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(found.payload)
        return cast("dict[str, Any]", found.payload)

    @contextmanager
    def _open(self) -> Iterator[Session]:
        self.opened += 1
        branch = FakeBranch(IntakeDesk(self.transactions, CLOCK))
        yield Session(branch=cast("Branch", branch), actor=SETUP)


@pytest.fixture
def door() -> Door:
    return Door()


def test_that_the_worked_example_imports_and_holds_one_row_back(door: Door) -> None:
    example = str(resource("examples", "accounts.csv"))
    answer = door.payload("import", example)
    held = answer.pop("held_back")
    assert {key: value for key, value in answer.items() if key != "file_sha256"} == {
        "rows": 5,
        "accepted": 3,
        "updated": 0,
        "unchanged": 0,
        "duplicates": 1,
    }
    assert [(one["row"], one["field"]) for one in held] == [(6, "id_no")]
    again = door.payload("import", example)
    assert (again["unchanged"], again["accepted"], again["updated"]) == (3, 0, 0)


def test_that_a_dry_run_leaves_the_branch_as_it_was(door: Door) -> None:
    example = str(resource("examples", "accounts.csv"))
    dry = door.payload("import", example, "--dry-run")
    assert not door.transactions.unit.cases.kept
    assert door.payload("import", example) == dry


def test_that_standard_input_is_read(door: Door) -> None:
    assert door.payload("import", "-", stdin="案件编号,姓名\nA-1,甲测试\n".encode("gb18030"))["accepted"] == 1


def test_that_reasons_speak_the_asked_language(door: Door) -> None:
    data = "案件编号,姓名,手机号\nA-1,甲测试,12\n".encode()
    english = door.payload("import", "-", stdin=data, lang=Lang.EN)["held_back"][0]["reason"]
    chinese = door.payload("import", "-", stdin=data, lang=Lang.ZH)["held_back"][0]["reason"]
    assert english.isascii()
    assert "电话" in chinese


@pytest.mark.parametrize(
    ("lang", "after_field", "between", "stop"), [(Lang.EN, ": ", "; ", "."), (Lang.ZH, "：", "；", "。")]
)
def test_that_a_row_with_several_faults_is_one_entry_that_names_every_field(
    door: Door, lang: Lang, after_field: str, between: str, stop: str
) -> None:
    data = (
        "案件编号,姓名,身份证号,手机号,逾期金额,逾期天数\nA-1,甲测试,123,12,x,y\nA-2,乙测试,,,1.00,2\n,,,,x,\n".encode()
    )
    answer = door.payload("import", "-", stdin=data, lang=lang)
    held = answer["held_back"]
    assert [one["row"] for one in held] == [2, 4]
    assert answer["rows"] == answer["accepted"] + len(held) == 3
    reason = held[0]["reason"]
    first, *others = ("id_no", "phone", "arrears", "days_past_due")
    assert held[0]["field"] == first
    assert reason.startswith(first + after_field)
    assert all(between + other + after_field in reason for other in others)
    assert reason.endswith(stop)
    assert stop + between not in reason


def test_that_a_bad_file_opens_no_branch(door: Door, tmp_path: Path) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(BadInput) as caught:
        door("import", str(file))
    assert "picture.csv" in sentence_of(caught.value, Lang.EN)
    with pytest.raises(BadInput):
        door("import", str(tmp_path / "missing.csv"))
    with pytest.raises((BadInput, Unavailable)):
        door("import", str(tmp_path))
    assert door.opened == 0


def test_that_a_bad_mapping_opens_no_branch(door: Door, tmp_path: Path) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('[columns]\n"甲" = "nothing"', encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        door("import", str(resource("examples", "accounts.csv")), "--mapping", str(mapping))
    assert caught.value.code == "intake.mapping_unknown_field"
    assert door.opened == 0


def test_that_the_quarantine_is_written_mended_and_read_back(door: Door, tmp_path: Path) -> None:
    door("import", str(resource("examples", "accounts.csv")))
    out = tmp_path / "held.csv"
    assert door("held", "--to", str(out)).payload == {"rows": 1, "file": "held.csv"}
    lines = out.read_text(encoding="utf-8-sig")
    number = door.transactions.unit.intake.held()[0].id
    wrong = dict(door.transactions.unit.intake.held()[0].cells)["身份证号"]
    out.write_text(lines.replace(f"'{wrong}", ""), encoding="utf-8")
    assert number in lines
    assert door.payload("import", str(out))["accepted"] == 1
    assert not door.transactions.unit.intake.held()


def test_that_a_row_is_set_aside_at_the_door(door: Door) -> None:
    door("import", str(resource("examples", "accounts.csv")))
    number = door.transactions.unit.intake.held()[0].id
    assert door("discard", number, "--reason", "withdrawn").payload == {"discarded": 1}
    assert not door.transactions.unit.intake.held()
