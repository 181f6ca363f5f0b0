"""The worked examples of docs/doors.md for compliance, repayment, accounts and doctor: what is shown is what comes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from visitdesk.app.console import main
from visitdesk.paths import resource

ROOT = Path(__file__).resolve().parents[2]
DOORS = ROOT / "docs" / "doors.md"
_SECTION = re.compile(r"^## (?:\d+\. )?`(\w+)", re.MULTILINE)
_EXAMPLE = re.compile(r"```console\n\$ visitdesk ([^\n]+)\n```\n```json\n(.+?)```", re.DOTALL)


def examples(word: str) -> list[tuple[list[str], Any]]:
    """Commands and shown answers of the section about `word`."""
    text = DOORS.read_text(encoding="utf-8")
    starts = [*_SECTION.finditer(text)]
    for index, start in enumerate(starts):
        if start[1] == word:
            end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
            section = text[start.start() : end]
            return [(found[1].split(), json.loads(found[2])) for found in _EXAMPLE.finditer(section)]
    return []


def stands_in(shown: object, whole: object) -> bool:
    """Whether all that is shown is there: fields of an object, and entries of a list in their order."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(name in whole and stands_in(value, whole[name]) for name, value in shown.items())
    if isinstance(shown, list) and isinstance(whole, list):
        rest = iter(whole)
        return bool(shown) == bool(whole) and all(any(stands_in(one, other) for other in rest) for one in shown)
    return type(shown) is type(whole) and shown == whole


@pytest.mark.parametrize("word", ["compliance", "repayment", "accounts", "doctor"])
def test_that_the_worked_example_answers_as_the_docs_show(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(resource().parent)
    found = examples(word)
    assert found
    if word == "doctor":  # it tells of a folder that is there
        main(["--data", str(tmp_path), "accounts", "import", "resources/examples/accounts.csv"])
        capfdbinary.readouterr()
    for words, shown in found:
        code = main([str(tmp_path) if one == "DIR" else one for one in words])
        out, err = capfdbinary.readouterr()
        assert (code, err) == (0, b"")
        assert stands_in(shown, json.loads(out)), out.decode()


def test_that_what_the_docs_say_of_one_collector_less_is_so(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    facts = json.loads(resource("examples", "compliance-facts.json").read_text(encoding="utf-8"))
    del facts["visit"]["team"][1]
    for stage in ("plan", "dispatch", "check_in", "entry"):
        facts["visit"]["stage"] = stage
        file = tmp_path / "facts.json"
        file.write_text(json.dumps(facts), encoding="utf-8")
        assert main(["compliance", "check", str(file)]) == 3
        assert json.loads(capfdbinary.readouterr().out)["decided_by"] == "cn-two-person"


def test_that_the_exit_codes_of_the_docs_are_all_there() -> None:
    text = DOORS.read_text(encoding="utf-8")
    table = text[text.index("| exit |") : text.index("Forms in general")]
    assert re.findall(r"^\| (\d) \|", table, re.MULTILINE) == list("012345")
