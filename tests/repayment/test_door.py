"""`repayment schedule` from outside: answers to the letter, exit codes, one sentence for bad input."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from visitdesk.app.console import main
from visitdesk.cli.door import check
from visitdesk.paths import resource

EXAMPLE: dict[str, Any] = json.loads(resource("examples", "repayment-request.json").read_text(encoding="utf-8"))
GONE = object()
Run = Any


def request(**changes: object) -> dict[str, Any]:
    made = copy.deepcopy(EXAMPLE) | changes
    return {name: value for name, value in made.items() if value is not GONE}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(content: object, lang: str = "en") -> SimpleNamespace:
        file = tmp_path / "request.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        code = main(["--lang", lang, "repayment", "schedule", str(file)])
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err, answer=json.loads(out) if out else None)

    return _run


def test_that_the_example_answers_in_its_schema_and_sums_exactly(run: Run) -> None:
    for lang in ("zh", "en"):
        told = run(EXAMPLE, lang)
        assert (told.code, told.err) == (0, "")
        check(told.answer, "repayment-schedule", "answer")
        assert sum(Decimal(row["principal"]) for row in told.answer["rows"]) == Decimal("12345.67")
        assert told.answer["rows"][-1]["remaining"] == "0.00"


@pytest.mark.parametrize("kind", ["even", "step_up", "grace_then_even", "interest_bearing"])
def test_that_fields_of_other_kinds_change_nothing(run: Run, kind: str) -> None:
    own = {"step_up": "step_rate", "grace_then_even": "grace_months", "interest_bearing": "annual_rate"}.get(kind)
    full = request(kind=kind, grace_months=2, step_rate="0.1", annual_rate="0.12")
    rest = {name: GONE for name in ("grace_months", "step_rate", "annual_rate") if name != own}
    assert run(full).answer == run(full | rest if not rest else request(**(full | rest))).answer


@pytest.mark.parametrize(
    ("debt_kind", "force", "evidence"), [("credit_card", "L2", "SEEN-T"), ("consumer_loan", "L5", "DERIVED")]
)
def test_that_more_than_sixty_months_print_their_rows_with_exit_3(
    run: Run, debt_kind: str, force: str, evidence: str
) -> None:
    told = run(request(kind="even", instalments=61, first_due="2026-12-25", debt_kind=debt_kind))
    assert told.code == 3
    assert len(told.answer["rows"]) == 61
    found = told.answer["findings"][0]
    assert (found["rule"], found["effect"]) == ("cn-plan-max-60m", "BLOCK")
    assert (found["force"], found["evidence"]) == (force, evidence)
    assert ("not law" in found["text"]) is (force == "L5")
    check(told.answer, "repayment-schedule", "answer")
    assert run(request(kind="even", instalments=60, first_due="2026-12-25", debt_kind=debt_kind)).code == 0


def test_that_a_dear_plan_asks_for_a_lawyer(run: Run) -> None:
    at = run(request(kind="interest_bearing", annual_rate="0.24")).answer["findings"][1]
    above = run(request(kind="interest_bearing", annual_rate="0.2401")).answer["findings"][1]
    assert (at["effect"], above["effect"]) == ("PASS", "WARN")
    assert "to be confirmed by your lawyer" in above["text"]


def test_that_the_effective_rate_is_the_irr_compounded(run: Run) -> None:
    told = run(request(kind="interest_bearing", balance="20000.00", annual_rate="0.072"))
    assert (told.answer["total"], told.answer["rows"][0]["amount"]) == ("21534.38", "897.27")
    assert told.answer["annual_rate_effective"].startswith("0.074424")


def test_that_yen_are_whole_and_written_with_two_decimals(run: Run) -> None:
    told = run(request(kind="even", currency="JPY", balance="10000", instalments=3))
    assert [row["amount"] for row in told.answer["rows"]] == ["3333.00", "3333.00", "3334.00"]
    assert run(request(currency="JPY", balance="10000.5")).code == 4


def test_that_very_large_balances_stay_exact(run: Run) -> None:
    told = run(request(balance="9999999999999999.99", kind="interest_bearing", annual_rate="0.18", instalments=59))
    assert told.code == 0
    assert sum(Decimal(row["principal"]) for row in told.answer["rows"]) == Decimal("9999999999999999.99")


def test_that_leap_years_and_month_ends_fall_right(run: Run) -> None:
    told = run(request(kind="even", instalments=3, first_due="2027-12-31"))
    assert [row["due"] for row in told.answer["rows"]] == ["2027-12-31", "2028-01-31", "2028-02-29"]


BAD: dict[str, tuple[object, str]] = {
    "zero": (request(balance="0.00"), "balance"),
    "minus zero": (request(balance="-0"), "balance"),
    "negative": (request(balance="-1.00"), "balance"),
    "too many decimals": (request(balance="1.005"), "balance"),
    "NaN": (request(balance="NaN"), "balance"),
    "infinity": (request(balance="Infinity"), "balance"),
    "exponent": (request(balance="1e5"), "balance"),
    "number": (request(balance=12345.67), "balance"),
    "blank": (request(balance=""), "balance"),
    "space": (request(balance=" 5.00"), "balance"),
    "line break": (request(balance="500.00\n"), "balance"),
    "other digits": (request(balance="１２３.00"), "balance"),
    "comma": (request(balance="12,345.67"), "balance"),
    "enormous": (request(balance="9" * 30), "balance"),
    "no instalments": (request(instalments=0), "instalments"),
    "minus instalments": (request(instalments=-3), "instalments"),
    "half an instalment": (request(instalments=2.5), "instalments"),
    "yes instalments": (request(instalments=True), "instalments"),
    "instalments as word": (request(instalments="24"), "instalments"),
    "too many instalments": (request(instalments=100000), "instalments"),
    "tiny": (request(kind="even", balance="1.00", instalments=3), "instalments"),
    "tinier": (request(kind="even", balance="0.05", instalments=10), "instalments"),
    "tiny first step": (request(balance="100.00", step_rate="1", instalments=20), "instalments"),
    "no such day": (request(first_due="2026-11-31"), "first_due"),
    "no leap day": (request(as_of="2026-02-29"), "as_of"),
    "day without dashes": (request(first_due="20261231"), "first_due"),
    "day with a time": (request(first_due="2026-12-31T00:00:00Z"), "first_due"),
    "due before as of": (request(first_due="2026-11-24"), "first_due"),
    "grace below zero": (request(kind="grace_then_even", grace_months=-1), "grace_months"),
    "no grace": (request(kind="grace_then_even", grace_months=GONE), "grace_months"),
    "no step": (request(step_rate=GONE), "step_rate"),
    "no rate": (request(kind="interest_bearing", annual_rate=GONE), "annual_rate"),
    "minus step": (request(step_rate="-0.05"), "step_rate"),
    "percent": (request(kind="interest_bearing", annual_rate="18"), "annual_rate"),
    "rate as number": (request(annual_rate=0.18), "annual_rate"),
    "NaN rate": (request(annual_rate="NaN"), "annual_rate"),
    "rate with line break": (request(annual_rate="0.1\n"), "annual_rate"),
    "unknown currency": (request(currency="XXX"), "currency"),
    "unknown kind": (request(kind="balloon"), "kind"),
    "unknown debt": (request(debt_kind="mortgage"), "debt_kind"),
    "unknown field": (request(colour="red"), "colour"),
    "null": (request(balance=None), "balance"),
    "version": (request(version=2), "version"),
    "no version": (request(version=GONE), "version"),
    "no balance": (request(balance=GONE), "balance"),
    "list": ("[]", "$"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_that_bad_input_is_one_line_that_names_file_and_place(run: Run, name: str, lang: str) -> None:
    content, place = BAD[name]
    told = run(content, lang)
    assert (told.code, told.out) == (4, "")
    assert told.err.count("\n") == 1
    assert "request.json" in told.err
    assert place in told.err
    assert "[0-9]" not in told.err
