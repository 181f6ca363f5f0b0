"""`safety replay` from outside: the worked example, answers in their schema, and bad input in one sentence."""

import copy
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.safety.scene import phone, publish, ref, resolve, word
from tests.safety.sequences import as_form
from visitdesk.app.console import main
from visitdesk.cli import safety
from visitdesk.cli.door import check
from visitdesk.paths import resource

Run = Any
EXAMPLE = resource("examples", "safety-replay.jsonl").read_text(encoding="utf-8")
PUBLISH = as_form(publish())
DEPARTED = as_form(phone("departed", "09:00", 1, with_partner=True))
RESOLVE = as_form(resolve("09:41"))


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(content: object, *words: str, lang: str = "en") -> SimpleNamespace:
        file = tmp_path / "events.jsonl"
        if not isinstance(content, str):
            content = "".join(json.dumps(line) + "\n" for line in content)  # type: ignore[attr-defined]
        file.write_text(content, encoding="utf-8")
        code = main(["--lang", lang, "safety", "replay", str(file), *words])
        out, err = capsys.readouterr()
        answer = [json.loads(line) for line in out.splitlines()]
        return SimpleNamespace(code=code, err=err, lines=answer[:-1], last=answer[-1] if answer else None)

    return _run


def test_that_the_worked_example_answers_to_the_letter(run: Run) -> None:
    told = run(EXAMPLE, "--until", "2026-11-25T10:06:00+08:00")
    assert (told.code, told.err) == (0, "")
    assert [(line["at"][11:19], line["what"], line["collector"], line["rule"]) for line in told.lines] == [
        ("09:25:00", "reminder", "C2", "reminder.on_the_way"),
        ("09:39:00", "reminder", "C1", "reminder.at_door"),
        ("09:39:00", "reminder", "C2", "reminder.at_door"),
        ("09:42:00", "due", "C1", "due.at_door"),
        ("09:44:00", "alarm", "C1", "alarm.overdue_at_door"),
        ("09:44:00", "rung", "C1", "ladder.ring_collector"),
        ("09:44:30", "acknowledged", "C1", "acknowledge"),
        ("09:45:00", "note", "C1", "note.late_report"),
        ("09:45:30", "refused", "C1", "resolve.no_reason"),
        ("09:46:00", "rung", "C1", "ladder.ring_partner"),
        ("09:46:00", "note", "C1", "step.spoke"),
        ("09:47:00", "resolved", "C1", "resolve"),
        ("09:55:00", "reminder", "C2", "reminder.at_door"),
        ("10:03:00", "reminder", "C2", "reminder.left"),
        ("10:05:00", "due", "C2", "due.left"),
    ]
    assert told.last == {
        "until": "2026-11-25T10:06:00+08:00",
        "open": [],
        "out": [{"visit": "V1", "collector": "C2", "leg": "left", "due": "2026-11-25T10:05:00+08:00"}],
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_that_every_line_fits_the_schema_of_the_answer_and_has_a_sentence(run: Run, lang: str) -> None:
    loud = [as_form(phone(kind, "09:10", n)) for n, kind in enumerate(("help", "duress", "alone", "break_off"), 2)]
    told = run([PUBLISH, DEPARTED, *loud], "--until", "2026-11-25T12:00:00Z", lang=lang)
    for line in [*told.lines, told.last]:
        check(line, "safety-line", "answer")
    assert not any("?" in line["text"] or "safety." in line["text"] for line in told.lines)


def test_that_priorities_are_named_as_the_rules_name_them(run: Run) -> None:
    told = run(EXAMPLE, "--until", "2026-11-25T10:06:00+08:00")
    assert {line["rule"]: line["priority"] for line in told.lines}.items() >= {
        ("alarm.overdue_at_door", "P1"),
        ("note.late_report", "P3"),
        ("reminder.left", None),
    }


def test_that_every_rule_has_its_sentence_in_both_languages() -> None:
    source = Path(safety.__file__).parents[1] / "safety"
    words = resource("wording", "safety.toml").read_text(encoding="utf-8")
    for name in ("reports", "deeds", "alarms", "ladder"):
        text = (source / f"{name}.py").read_text(encoding="utf-8")
        for prefix in (
            "note",
            "acknowledge",
            "take_over",
            "resolve",
            "deed",
            "cancel",
            "recall",
            "change_team",
            "ladder",
        ):
            for part in text.split(f'"{prefix}.')[1:]:
                assert f"[{prefix}_{part.split(chr(34))[0].replace('.', '_')}]" in words


def test_that_until_leaves_out_what_came_later_and_defaults_to_the_last_received(run: Run) -> None:
    told = run([PUBLISH, DEPARTED, RESOLVE])
    assert told.last["until"] == RESOLVE["received"]
    assert [line["what"] for line in told.lines][-1] == "resolved"
    early = run([PUBLISH, DEPARTED, RESOLVE], "--until", "2026-11-25T09:40:59+00:00")
    assert [alarm["collector"] for alarm in early.last["open"]] == ["C1", "C2"]
    assert run([PUBLISH], "--until", "2026-11-25T00:00:00Z").last == {
        "until": "2026-11-25T00:00:00+00:00",
        "open": [],
        "out": [],
    }


def test_that_the_alarm_stands_at_its_instant_and_not_at_the_next_lines(run: Run) -> None:
    told = run([PUBLISH, DEPARTED, as_form(word("battery", "11:00", percent=50))])
    assert {line["at"] for line in told.lines if line["what"] == "alarm"} == {"2026-11-25T09:40:00+00:00"}


def test_that_no_events_need_an_instant(run: Run) -> None:
    assert run("").code == 4
    assert run("\n\n", "--until", "2026-11-25T10:00:00Z").last["open"] == []


def changed(form: dict[str, Any], **change: Any) -> dict[str, Any]:
    made = copy.deepcopy(form) | change
    return {name: value for name, value in made.items() if value is not ...}


HOSTILE: list[Any] = [
    [changed(PUBLISH, team=[])],
    [changed(PUBLISH, team=["C1", "C1"])],
    [changed(PUBLISH, team="C1")],
    [changed(PUBLISH, travel_minutes=True)],
    [changed(PUBLISH, travel_minutes=-1)],
    [changed(PUBLISH, travel_minutes="20")],
    [changed(PUBLISH, level="low")],
    [changed(PUBLISH, shift_end="18:00")],
    [changed(PUBLISH, shift_end=...)],
    [changed(PUBLISH, received="2026-11-25T09:00:00")],
    [changed(PUBLISH, received="2026-02-30T09:00:00+08:00")],
    [changed(PUBLISH, received="2026-W48-3T09:00:00+08:00")],
    [changed(PUBLISH, received="2026-11-25T24:00:00+08:00")],
    [changed(PUBLISH, received="٢٠٢٦-11-25T09:00:00+08:00")],
    [changed(PUBLISH, received="0001-01-01T00:00:00+08:00")],
    [changed(PUBLISH, visit="")],
    [changed(PUBLISH, visit=7)],
    [changed(PUBLISH, colour="red")],
    [changed(PUBLISH, kind="published")],
    [changed(PUBLISH, kind=...)],
    [changed(PUBLISH, kind=None)],
    [PUBLISH, changed(DEPARTED, number=...)],
    [PUBLISH, changed(DEPARTED, device=...)],
    [PUBLISH, changed(DEPARTED, device_time=...)],
    [PUBLISH, changed(DEPARTED, source="sms")],
    [PUBLISH, changed(DEPARTED, source=...)],
    [PUBLISH, changed(DEPARTED, number=True)],
    [PUBLISH, changed(DEPARTED, number=1.5)],
    [PUBLISH, changed(DEPARTED, number=-1)],
    [PUBLISH, changed(DEPARTED, with_partner="yes")],
    [PUBLISH, changed(DEPARTED, percent=5)],
    [PUBLISH, changed(DEPARTED, kind="battery")],
    [PUBLISH, changed(DEPARTED, kind="battery", percent=101)],
    [PUBLISH, changed(DEPARTED, received="2026-11-25T08:39:59+00:00")],
    [PUBLISH, changed(RESOLVE, by="O1")],
    [PUBLISH, changed(RESOLVE, by=[1])],
    [PUBLISH, changed(RESOLVE, reason=...)],
    [PUBLISH, changed(RESOLVE, reason=None)],
    [PUBLISH, changed(RESOLVE, alarm={"visit": "V1", "collector": "C1", "kind": "late"})],
    [PUBLISH, changed(RESOLVE, alarm={"visit": "V1", "kind": "overdue"})],
    [PUBLISH, {"kind": "change_team", "received": PUBLISH["received"], "visit": "V1", "by": "O1"}],
    [PUBLISH, {"kind": "clock", "received": PUBLISH["received"], "wall": 5, "monotonic": 1, "boot": "a"}],
    [
        PUBLISH,
        {"kind": "clock", "received": PUBLISH["received"], "wall": PUBLISH["received"], "monotonic": "1", "boot": "a"},
    ],
    [[]],
    ["x"],
    [None],
    "{",
    '{"kind": "publish", "kind": "publish"}',
    '{"kind": NaN}',
    '{"kind": "help", "visit": "\\ud800"}',
    "[" * 100_000,
]


@pytest.mark.parametrize("content", HOSTILE)
def test_that_bad_input_is_one_sentence_naming_file_and_line(run: Run, content: Any) -> None:
    told = run(content)
    assert (told.code, told.last) == (4, None)
    line = len(content) if isinstance(content, list) else 1
    assert told.err.count("\n") == 1
    assert f"events.jsonl, line {line}" in told.err


def test_that_odd_but_lawful_files_are_answered(run: Run) -> None:
    unknown = changed(DEPARTED, visit="V9", number=2)
    nobody = changed(RESOLVE, by=[], alarm=ref("system", None, None))
    told = run([changed(PUBLISH, travel_minutes=0.5), DEPARTED, DEPARTED, unknown, nobody, changed(RESOLVE, reason="")])
    assert told.code == 0
    assert [line["rule"] for line in told.lines if line["what"] in {"note", "refused"}] == [
        "note.step_off_duty",
        "deed.no_such_alarm",
        "resolve.no_reason",
    ]


def test_that_a_wrong_until_is_a_wrong_command_line(run: Run) -> None:
    for until in ("tomorrow", "2026-11-25T10:00:00", "9999-12-31T23:59:59+00:00"):
        with pytest.raises(SystemExit) as stopped:
            run([PUBLISH], "--until", until)
        assert stopped.value.code == 2


def test_that_an_endless_ladder_is_refused_instead_of_filling_the_memory(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "MAX_LINES", 1000)
    told = run([PUBLISH, changed(DEPARTED, kind="help")], "--until", "2199-01-01T00:00:00Z")
    assert (told.code, told.last) == (4, None)
    assert "1000" in told.err


def test_that_clocks_gone_wild_are_refused_and_never_a_bug(run: Run) -> None:
    clock = {"kind": "clock", "received": PUBLISH["received"], "wall": PUBLISH["received"], "monotonic": 0, "boot": "a"}
    wild = [clock | {"monotonic": n % 2 * 10**9} for n in range(700)]
    assert run([PUBLISH, *wild]).code == 4
