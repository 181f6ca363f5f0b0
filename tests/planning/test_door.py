"""`route solve`, `check` and `insert` from outside: the worked example, exit codes, one sentence for bad input."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.planning.days import line_day, team, visit
from visitdesk.app.console import main
from visitdesk.cli.door import check
from visitdesk.paths import resource
from visitdesk.wording import known_codes

PROBLEM, PLAN = resource("examples", "route-problem.json"), resource("examples", "route-plan.json")
Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*words: object, lang: str = "en") -> SimpleNamespace:
        code = main(["--lang", lang, "route", *map(str, words)])
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, err=err, answer=json.loads(out) if out else None)

    return _run


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, object], Path]:
    def _file(name: str, content: object) -> Path:
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return _file


def example() -> dict[str, Any]:
    form: dict[str, Any] = json.loads(PROBLEM.read_text(encoding="utf-8"))
    return form


def test_that_the_example_is_solved_to_the_example_plan_and_passes_the_check(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "plan.json"
    told = run("solve", PROBLEM, "--iterations", 2000, "--seed", 1, "-o", out)
    assert (told.code, told.err, told.answer) == (0, "", None)
    made, kept = (json.loads(path.read_text(encoding="utf-8")) for path in (out, PLAN))
    check(made, "route-plan", "plan")
    for form in (made, kept):
        form["versions"] = {}
    assert made == kept
    checked = run("check", PROBLEM, out)
    assert (checked.code, checked.answer["feasible"], checked.answer["violations"]) == (0, True, [])
    assert checked.answer["totals"] == made["totals"]
    check(checked.answer, "route-check-answer", "answer")


def test_that_a_late_return_is_told_with_exit_3_in_both_languages(run: Run, file: Callable[..., Path]) -> None:
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    plan["routes"][0]["stops"][0]["start"] = "11:01"
    for lang, word in (("en", "does not begin inside"), ("zh", "没有在时间窗内开始")):
        told = run("check", PROBLEM, file("plan.json", plan), lang=lang)
        assert told.code == 3
        assert any(word in item["text"] for item in told.answer["violations"])


def test_that_what_if_tells_every_team_and_exits_3_where_none_can(run: Run) -> None:
    for name, code in (("V9", 3), ("V7", 0)):
        told = run("insert", PROBLEM, PLAN, "--visit", name)
        assert told.code == code
        assert [item["team"] for item in told.answer["teams"]] == ["T1", "T2"]
        check(told.answer, "route-insert-answer", "answer")


def test_that_a_warm_start_is_taken_and_composed_teams_stay_together(run: Run, file: Callable[..., Path]) -> None:
    people = [{"id": f"C{n}", "start": "D", "drives": True, "shift": ["08:00", "18:00"]} for n in range(4)]
    problem = file("p.json", line_day([visit("VA", "A")], [], collectors=people))
    first = run("solve", problem, "--iterations", 10).answer
    again = run("solve", problem, "--iterations", 10, "--warm", file("plan.json", first)).answer
    assert again["teams"] == first["teams"]
    assert again["routes"] == first["routes"]


def test_that_no_seconds_at_all_still_give_a_checked_plan(run: Run, file: Callable[..., Path]) -> None:
    told = run("solve", file("p.json", line_day([visit("VA", "A")], [team("T1")])), "--seconds", 0)
    assert told.code == 0
    assert [stop["visit"] for stop in told.answer["routes"][0]["stops"]] == ["VA"]


def test_that_a_day_without_visits_is_an_empty_plan(run: Run, file: Callable[..., Path]) -> None:
    told = run("solve", file("p.json", line_day([], [team("T1")])))
    assert (told.code, told.answer["routes"], told.answer["unassigned"]) == (0, [], [])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda f: f.update(fairnes=0.5), "$"),
        (lambda f: f["visits"][0].update(prio=1), "visits[0]"),
        (lambda f: f["visits"][0].update(priority=True), "visits[0].priority"),
        (lambda f: f["visits"][0].update(priority=0), "visits[0].priority"),
        (lambda f: f["visits"][0].update(service_minutes=-1), "visits[0].service_minutes"),
        (lambda f: f["visits"][0].update(place="Z"), "visits[0].place"),
        (lambda f: f["places"][0].update(lat=91), "places[0].lat"),
        (lambda f: f.update(version=2), "version"),
        (lambda f: f.update(matrix={"seconds": [[0]], "meters": []}), "matrix"),
        (lambda f: f.update(matrix={"seconds": [[0]]}), "matrix.seconds"),
        (lambda f: f["teams"][0].pop("end"), "teams[0]"),
        (lambda f: f.update(date="2026-02-30"), "date"),
    ],
)
def test_that_bad_input_is_one_line_with_file_and_place(
    run: Run, file: Callable[..., Path], tmp_path: Path, change: Callable[[dict[str, Any]], object], place: str
) -> None:
    form = deepcopy(example())
    change(form)
    path, out = file("bad.json", form), tmp_path / "out.json"
    for lang in ("zh", "en"):
        told = run("solve", path, "-o", out, lang=lang)
        assert (told.code, told.answer) == (4, None)
        assert told.err.count("\n") == 1
        assert "bad.json" in told.err
        assert place in told.err
    assert not out.exists()


def test_that_a_bad_plan_is_told_with_its_own_file(run: Run, file: Callable[..., Path]) -> None:
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    plan["routes"][0]["leave"] = "8:30"
    told = run("check", PROBLEM, file("plan.json", plan))
    assert told.code == 4
    assert "plan.json" in told.err
    plan["routes"][0]["leave"] = "08:30"
    plan["routes"][0]["stops"][0]["arrive"] = "08:31"
    told = run("insert", PROBLEM, file("plan.json", plan), "--visit", "V9")
    assert told.code == 4
    assert "arrive_early" in told.err


@pytest.mark.parametrize("wrong", [{"txt": "x"}, {"code": "tired"}, {"text": 1}])
def test_that_reasons_of_a_plan_are_read_as_strictly_as_the_rest(
    run: Run, file: Callable[..., Path], wrong: dict[str, object]
) -> None:
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    good = {"team": "T1", "code": "skill", "text": "x"}
    plan["unassigned"][0]["reasons"] = [good, good | wrong]
    told = run("check", PROBLEM, file("plan.json", plan))
    assert (told.code, told.err.count("\n")) == (4, 1)
    assert "unassigned[0].reasons[0]" in told.err


def test_that_an_unknown_visit_is_told_with_the_problem_s_file(run: Run) -> None:
    told = run("insert", PROBLEM, PLAN, "--visit", "V99")
    assert (told.code, "V99" in told.err, "route-problem.json" in told.err) == (4, True, True)


@pytest.mark.parametrize(
    "words", [["--seconds", "-1"], ["--seconds", "nan"], ["--iterations", "1.5"], ["--seed", "-1"]]
)
def test_that_a_wrong_number_on_the_command_line_is_exit_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["route", "solve", str(PROBLEM), *words])
    assert ended.value.code == 2
    capsys.readouterr()


def test_that_every_violation_and_reason_has_its_sentence() -> None:
    checker = Path(resource().parent, "src", "visitdesk", "planning", "checker.py")
    if not checker.is_file():
        pytest.skip("no sources beside the resources")
    text = checker.read_text(encoding="utf-8")
    codes = {part.split('"')[0] for part in text.split('code="')[1:]} | {
        part.split('"')[1] for part in text.split("self._broken(")[1:] if part.startswith('"')
    }
    codes |= {"arrive_early", "back_early"}
    assert {f"planning.check_{code}" for code in codes} <= known_codes()
    assert len(codes) > 25
