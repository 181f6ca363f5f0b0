"""Tests of the JSON doors: what strangers hand in is refused in one sentence that names file and place."""

import io
import json
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.cli import door
from visitdesk.cli.command import Context, Session
from visitdesk.clock import SystemClock
from visitdesk.errors import BadInput, Unavailable
from visitdesk.wording import Lang, sentence_of

SCHEMA = {
    "type": "object",
    "properties": {
        "kind": {"enum": ["a", "b"]},
        "rows": {
            "type": "array",
            "items": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]},
        },
    },
    "required": ["kind"],
    "additionalProperties": False,
}


def no_branch() -> AbstractContextManager[Session]:
    raise AssertionError


def context(stdin: bytes = b"") -> Context:
    return Context(
        lang=Lang.EN, clock=SystemClock(), stdin=io.BytesIO(stdin), data=None, open_branch=no_branch, diagnose=dict
    )


@pytest.fixture(autouse=True)
def _schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "thing.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    monkeypatch.setattr(door, "resource", lambda _folder, name: tmp_path / name)
    door._validator.cache_clear()


def refused(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        door.read_json("-", context(data), "thing")
    return sentence_of(caught.value, Lang.EN)


def test_that_a_fitting_value_is_handed_on() -> None:
    assert door.read_json("-", context(b'\xef\xbb\xbf{"kind": "a"}'), "thing") == {"kind": "a"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not valid JSON"),
        (b"{", "line 1"),
        (b'{"kind": "a", "kind": "b"}', "stands twice"),
        (b'{"kind": NaN}', "kind: not valid JSON (NaN is not a number)"),
        (b'{"kind": "NaN", "rows": [{"n": 1}, {"n": -Infinity}]}', "rows[1].n: not valid JSON (-Infinity is"),
        (b'{"kind": "a", "rows": [{"n": "\\ud800"}]}', "rows[0].n: not valid JSON (half a character"),
        (b'{"\\ud800": {"n": NaN}}', "not valid JSON (NaN is not a number)"),
        (b'{"kind": "c"}', "kind: it must be one of a, b"),
        (b'{"kind": "a", "knid": 1}', "unknown field knid"),
        (b"{}", "the field kind is missing"),
        (b'{"kind": "a", "rows": [{"n": 1}, {"n": "x"}]}', "rows[1].n"),
        (b'\xff\xfe{"kind": "a"}', "not UTF-8"),
        (b"[" * 100_000, "not valid JSON"),
        (b"9" * 5000, "not valid JSON"),
    ],
)
def test_that_each_fault_is_one_sentence_with_its_place(data: bytes, says: str) -> None:
    words = refused(data)
    assert says in words
    assert words.startswith("-, ")
    assert "\n" not in words


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=200)
def test_that_no_bytes_whatever_cause_a_bug(data: bytes) -> None:
    door._validator.cache_clear()
    try:
        door.parse_json(door._text(data, "f"), "f")
    except BadInput:
        return


def test_that_a_missing_file_and_a_folder_are_bad_input(tmp_path: Path) -> None:
    for name in (str(tmp_path / "nothing.json"), str(tmp_path), "a\0b"):
        with pytest.raises(BadInput, match=r"door\.no_such_file"):
            door.read_bytes(name, context())


def test_that_an_unreadable_file_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(b"{}")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable, match=r"door\.unreadable"):
        door.read_bytes(str(file), context())
