"""`compliance check` from outside: exit codes, one sentence, answers that fit their schema."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.compliance.sheets import EXAMPLE, GONE, form, stay
from visitdesk.app.console import main
from visitdesk.cli.door import check

Run = Any


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(content: object, *words: str, lang: str = "en") -> SimpleNamespace:
        file = tmp_path / "facts.json"
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        code = main(["--lang", lang, "compliance", "check", str(file), *words])
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err, answer=json.loads(out) if out else None)

    return _run


def test_that_the_example_is_allowed_and_its_answer_fits_the_schema(run: Run) -> None:
    for lang in ("zh", "en"):
        told = run(EXAMPLE, lang=lang)
        assert (told.code, told.err) == (0, "")
        check(told.answer, "compliance-verdict", "answer")
        assert (told.answer["allowed"], told.answer["decided_by"]) == (True, None)


def test_that_a_no_is_exit_3_with_the_deciding_rule(run: Run) -> None:
    told = run(form(consents=[], **stay("2026-11-25T22:10", "2026-11-25T22:30")))
    assert (told.code, told.answer["decided_by"]) == (3, "cn-quiet-hours")
    check(told.answer, "compliance-verdict", "answer")


def test_that_the_answer_can_be_written_to_a_file(run: Run, tmp_path: Path) -> None:
    told = run(EXAMPLE, "-o", str(tmp_path / "verdict.json"))
    assert (told.code, told.out) == (0, "")
    check(json.loads((tmp_path / "verdict.json").read_text(encoding="utf-8")), "compliance-verdict", "answer")


def test_that_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(EXAMPLE).encode())))
    assert main(["compliance", "check", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["allowed"] is True


def test_that_an_empty_sheet_is_judged_and_blocked(run: Run) -> None:
    told = run({"version": 1, "pack": "cn"})
    assert (told.code, told.answer["decided_by"]) == (3, "cn-illegal-debt")


def test_that_null_may_stand_for_any_fact(run: Run) -> None:
    for part in ("case", "person", "place", "visit", "history"):
        assert run(form(**{part: None})).code == 3
        assert run(form(**{part: dict.fromkeys(EXAMPLE[part])})).code == 3
    assert run(form(agency=None, notice=None)).code == 0


@pytest.mark.parametrize("field", ["given_by", "channel", "source", "employer", "region"])
def test_that_some_words_are_free(run: Run, field: str) -> None:
    places = {
        "given_by": "consents__0__given_by",
        "channel": "notice__channel",
        "source": "place__source",
        "employer": "visit__team__0__employer",
        "region": "place__region",
    }
    assert run(form(**{places[field]: "any word, 任何词"})).code == (3 if field == "source" else 0)


BAD: dict[str, tuple[object, str]] = {
    "unknown top field": (form(colour=1), "colour"),
    "unknown case field": (form(case__colour=1), "case"),
    "unknown person field": (form(person__colour=1), "person"),
    "unknown place field": (form(place__colour=1), "place"),
    "unknown visit field": (form(visit__colour=1), "visit"),
    "unknown team field": (form(visit__team__0__colour=1), "visit.team[0]"),
    "unknown agency field": (form(agency__colour=1), "agency"),
    "unknown consent field": (form(consents__0__colour=1), "consents[0]"),
    "unknown notice field": (form(notice__colour=1), "notice"),
    "unknown history field": (form(history__colour=1), "history"),
    "unknown hold field": (form(case__holds=[{"kind": "other", "colour": 1}]), "case.holds[0]"),
    "unknown plan field": (form(case__plan={"state": "signed", "colour": 1}), "case.plan"),
    "facts of the program": (form(inside={}), "inside"),
    "no version": (form(version=GONE), "version"),
    "other version": (form(version=2), "version"),
    "unknown pack": (form(pack="fr"), "pack"),
    "pack not yet": (form(pack="uk"), "pack"),
    "no pack": (form(pack=GONE), "pack"),
    "unknown kind": (form(case__debt_kind="mortgage"), "case.debt_kind"),
    "word for a yes": (form(case__refused_visits="no"), "case.refused_visits"),
    "number for a yes": (form(person__alive=1), "person.alive"),
    "yes for a number": (form(case__days_past_due=True), "case.days_past_due"),
    "half a day": (form(case__days_past_due=0.5), "case.days_past_due"),
    "days below zero": (form(case__days_past_due=-1), "case.days_past_due"),
    "huge number": (form(history__effective_calls_today=10**30), "history.effective_calls_today"),
    "holds as a word": (form(case__holds="none"), "case.holds"),
    "plan as a word": (form(case__plan="signed"), "case.plan"),
    "no offset": (form(visit__arrive="2026-11-25T19:30:00"), "visit.arrive"),
    "no such hour": (form(visit__arrive="2026-11-25T25:30:00+08:00"), "visit.arrive"),
    "24:00 as an instant": (form(visit__leave="2026-11-25T24:00:00+08:00"), "visit.leave"),
    "no such day in an instant": (form(visit__arrive="2026-02-30T10:00:00+08:00"), "visit.arrive"),
    "no such day": (form(visit__team__0__trained_until="2027-02-29"), "visit.team[0].trained_until"),
    "no such consent day": (form(consents__0__dates=["2026-11-31"]), "consents[0].dates[0]"),
    "no such history day": (form(history__attempts=["2026-13-01"]), "history.attempts[0]"),
    "no such agency day": (form(agency__evaluated_on="2026-00-10"), "agency.evaluated_on"),
    "no such distress day": (form(case__distress_until="2026-11-31"), "case.distress_until"),
    "no such cleared instant": (
        form(case__holds=[{"kind": "other", "cleared": "2026-11-01T99:00:00Z"}]),
        "case.holds[0].cleared",
    ),
    "a week day": (form(agency__evaluated_on="2026-W10-1"), "agency.evaluated_on"),
    "a day with a line break": (form(agency__evaluated_on="2026-05-01\n"), "agency.evaluated_on"),
    "an instant with a line break": (form(now="2026-11-24T15:00:00+08:00\n"), "now"),
    "other digits": (form(agency__evaluated_on="２０２６-05-01"), "agency.evaluated_on"),
    "far offset": (form(visit__arrive="2026-11-25T19:30:00+99:00"), "visit.arrive"),
    "year one": (form(visit__arrive="0001-01-01T00:00:00+14:00"), "visit.arrive"),
    "leave before arrive": (form(**stay("2026-11-25T19:30", "2026-11-25T19:29:59")), "visit.leave"),
    "leave before arrive across zones": (
        form(visit__leave="2026-11-25T20:00:00+09:00", visit__arrive="2026-11-25T19:30:00+08:00"),
        "visit.leave",
    ),
    "no such zone": (form(place__time_zone="Asia/Shanghaj"), "place.time_zone"),
    "zone of another case": (form(place__time_zone="asia/shanghai"), "place.time_zone"),
    "a folder as zone": (form(place__time_zone="America"), "place.time_zone"),
    "a path as zone": (form(place__time_zone="../../etc/passwd"), "place.time_zone"),
    "the machine's own zone": (form(place__time_zone="localtime"), "place.time_zone"),
    "unknown paper": (form(visit__documents=["right_notice"]), "visit.documents[0]"),
    "a list": ([], "$"),
    "nothing": ("null", "$"),
    "no JSON": ("{", "line 1"),
    "NaN": ('{"version": 1, "pack": "cn", "case": {"days_past_due": NaN}}', "NaN"),
    "twice": ('{"version": 1, "version": 1}', "twice"),
    "too deep": ('{"case":' * 100_000, "too deep"),
    "not UTF-8": (b'{"version": 1, "pack": "\xff"}', "byte"),
    "empty": (b"", "line 1"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_that_bad_input_is_one_line_that_names_file_and_place(run: Run, name: str, lang: str) -> None:
    content, place = BAD[name]
    told = run(content, lang=lang)
    assert (told.code, told.out) == (4, "")
    assert told.err.count("\n") == 1
    assert "facts.json" in told.err
    if lang == "en":
        assert place in told.err
    assert "[0-9]" not in told.err


def test_that_the_named_pack_must_be_the_files(run: Run) -> None:
    assert run(EXAMPLE, "--pack", "cn").code == 0
    told = run(EXAMPLE, "--pack", "uk")
    assert told.code == 4
    assert "--pack uk differs from cn" in told.err
    assert run(form(pack=GONE), "--pack", "cn").code == 0
    assert run(form(pack=None), "--pack", "cn").code == 0
    told = run(form(pack="us-ma"), "--pack", "us-ma")
    assert told.code == 4
    assert "not yet in this program" in told.err


def test_that_a_pack_no_door_knows_is_a_wrong_command_line(run: Run) -> None:
    with pytest.raises(SystemExit) as wrong:
        run(EXAMPLE, "--pack", "fr")
    assert wrong.value.code == 2


def test_that_leaving_at_the_instant_of_arriving_is_a_stay(run: Run) -> None:
    assert run(form(**stay("2026-11-25T19:30", "2026-11-25T19:30"))).code == 0


def test_that_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "compliance", "check", "nowhere.json"]) == 4
    assert "nowhere.json" in capsys.readouterr().err
