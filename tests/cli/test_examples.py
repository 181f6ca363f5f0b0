"""The worked examples of docs/doors.md for routes, the watch and datums: what is shown is what comes."""

import json
import re
from typing import Any

import pytest

from tests.cli.test_examples_law import DOORS, stands_in
from visitdesk.app.console import main
from visitdesk.paths import resource

_EXAMPLE = re.compile(r"```console\n\$ visitdesk ([^\n]+)\n```\n```(jsonl?)\n(.+?)```", re.DOTALL)


def section(number: int) -> str:
    """The text of one numbered section."""
    found = re.search(rf"^## {number}\. .+?(?=^## |\Z)", DOORS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[0]


def read(text: str, *, is_lines: bool) -> Any:
    return [json.loads(line) for line in text.splitlines()] if is_lines else json.loads(text)


@pytest.mark.parametrize("number", [1, 2, 3, 6, 7])
def test_that_the_worked_example_of_a_pure_door_answers_as_the_docs_show(
    number: int, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(resource().parent)
    found = _EXAMPLE.search(section(number))
    assert found is not None
    code = main(found[1].split())
    out, err = capfdbinary.readouterr()
    assert (code, err) == (0, b"")
    answer = read(out.decode(), is_lines=found[2] == "jsonl")
    assert stands_in(read(found[3], is_lines=found[2] == "jsonl"), answer), out.decode()


def test_that_the_visit_the_docs_say_no_team_can_take_is_answered_with_exit_3(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(resource().parent)
    files = ["resources/examples/route-problem.json", "resources/examples/route-plan.json"]
    assert main(["route", "insert", *files, "--visit", "V9"]) == 3
    assert all("reasons" in item for item in json.loads(capfdbinary.readouterr().out)["teams"])
