"""The pack as data: complete, bilingual, cited, tested; policy never told as law; recalled clauses marked."""

import ast
import inspect
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from tests.compliance.cases import CASES, INSIDE
from tests.compliance.sheets import CLOCK, EXAMPLE, verdict
from visitdesk import compliance
from visitdesk.compliance.engine import FUNCTIONS, judge
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.model import Effect, Evidence, Finding, Force, Group, Pack
from visitdesk.compliance.pack import load, read
from visitdesk.compliance.sheet import read as read_sheet
from visitdesk.compliance.telling import answer, clause, text
from visitdesk.errors import BadInput, Unavailable
from visitdesk.paths import resource
from visitdesk.wording import Lang, known_codes

CN = load("cn")

LISTED = frozenset(
    [
        "cn-quiet-hours",
        "cn-quiet-hours-gbt",
        "cn-two-person",
        "cn-show-id",
        "cn-no-entry-without-consent",
        "cn-workplace",
        "cn-home-inviolable",
        "cn-no-detention",
        "cn-illegal-debt",
        "cn-picking-quarrels",
        "cn-life-tranquillity",
        "cn-debtor-only",
        "cn-guarantor-limit",
        "cn-contact-person-gate",
        "cn-contact-person-optout",
        "cn-no-disclosure-third",
        "cn-third-volunteers",
        "cn-no-public-posting",
        "cn-no-impersonation",
        "cn-agency-not-bank",
        "cn-no-private-phone",
        "cn-no-violence-list",
        "cn-no-false-consequence",
        "cn-no-fees-no-new-loan",
        "cn-no-property-taking",
        "cn-calls-3-effective",
        "cn-calls-6-attempts",
        "cn-card-record-2y",
        "cn-visit-av-record",
        "cn-notice-content",
        "cn-objection-flag",
        "cn-plan-stops-collection",
        "cn-kpi-not-amount-only",
        "cn-agency-whitelist",
        "cn-agency-review",
        "cn-agency-bad-record",
        "cn-collector-fitness",
        "cn-complaint-pause",
        "cn-incident-report",
        "cn-deceased-incapacity",
        "cn-minor-present",
        "cn-funeral-hospital",
        "cn-advance-notice",
        "cn-refused-visits",
        "cn-plan-eligibility",
        "cn-plan-max-60m",
        "cn-plan-six-items",
        "cn-plan-oral",
        "cn-plan-stop",
        "cn-plan-authority",
        "cn-plan-no-side-effects",
        "cn-plan-interest",
        "cn-plan-not-card",
        "cn-agency-told",
        "cn-morals",
        "cn-right-to-know-notice",
        "cn-no-auto-only",
        "cn-refusal-reasons",
        "cn-burden-data",
        "cn-time-bar",
        "cn-consequence-truth",
        "cn-no-id-check",
        "cn-frequency-reason",
        "cn-assignee-notice",
        "cn-psych",
        "cn-last-resort",
        "cn-minor-debtor",
        "cn-dead-address",
        "cn-hold-open",
        "cn-holiday",
        "st-train-gate",
        "st-train-file",
        "st-tell-hazards",
        "st-refuse-stop",
        "st-care",
        "st-gear",
        "st-insure",
        "st-injury-30d",
        "st-report-now",
        "st-agency-pact",
        "st-hours",
        "st-harassment",
        "st-self-defence",
        "st-liability",
        "st-works-rules",
    ]
)
"""Every rule id of the CN tables of both references."""


def test_that_every_rule_of_the_references_is_in_the_pack_and_no_other() -> None:
    assert {rule.id for rule in CN.rules} == LISTED


def test_that_a_verdict_lists_every_rule_exactly_once_in_the_order_of_judging() -> None:
    found = [finding.rule for finding in verdict().findings]
    assert [rule.id for rule in found] == [rule.id for rule in CN.rules]
    groups = [list(Group).index(rule.group) for rule in found]
    assert groups == sorted(groups)


def test_that_every_judged_rule_is_tested_on_both_sides() -> None:
    tested = {rule: {effect for case, _, effect in CASES if case == rule} for rule in FUNCTIONS}
    for rule, effects in tested.items():
        if rule not in INSIDE:
            assert "PASS" in effects, rule
            assert len(effects) > 1, rule
    assert set(FUNCTIONS) <= LISTED


def test_that_every_rule_has_clause_evidence_source_and_both_languages() -> None:
    for rule in CN.rules:
        for basis in (rule.basis, *rule.other.values()):
            assert basis.clause.zh != basis.clause.en or "GB/T" in basis.clause.en
            assert basis.source.strip(), rule.id
            assert isinstance(basis.evidence, Evidence)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in rule.says.zh), rule.id
        assert rule.says.en.isascii(), rule.id


def test_that_judged_rules_name_the_facts_they_need() -> None:
    for rule in CN.rules:
        assert bool(rule.needs) == (rule.id in FUNCTIONS), rule.id


def test_that_a_policy_is_never_shown_as_law() -> None:
    for rule in CN.rules:
        if rule.basis.force is Force.POLICY:
            assert rule.basis.evidence is Evidence.DERIVED
            assert "本公司规定" in rule.basis.clause.zh
            assert "house policy" in rule.basis.clause.en
            told = Finding(rule=rule, effect=rule.effect, basis=rule.basis, code="compliance.met")
            assert "非法律" in text(told, Lang.ZH)
            assert "not law" in text(told, Lang.EN)


def test_that_a_recalled_clause_asks_for_a_lawyer_in_both_languages() -> None:
    rule = CN.rule("cn-plan-interest")
    recalled = rule.other["recalled"]
    told = Finding(rule=rule, effect=Effect.WARN, basis=recalled, code="compliance.met")
    assert "to be confirmed by your lawyer" in text(told, Lang.EN)
    assert "须由贵司律师确认" in text(told, Lang.ZH)
    assert "须由贵司律师确认" in clause(recalled, Lang.ZH)
    assert "lawyer" not in clause(rule.basis, Lang.EN)


def test_that_a_rule_without_a_field_says_that_it_was_not_judged() -> None:
    told = {str(finding.rule.id): finding for finding in verdict().findings}
    for rule in LISTED - set(FUNCTIONS) | INSIDE:
        assert told[rule].effect is Effect.PASS
        for lang in Lang:
            assert "not judged: no such fact here" in text(told[rule], lang)
    for rule in set(FUNCTIONS) - INSIDE:
        assert "not judged" not in text(told[rule], Lang.EN)


def test_that_every_outcome_has_its_sentence() -> None:
    for _, changes, _ in CASES:
        for finding in verdict(**changes).findings:
            assert finding.code in known_codes()
            for lang in Lang:
                assert "?" not in text(finding, lang).replace("(?)", ""), finding.code
                assert "\n" not in text(finding, lang)


def test_that_force_and_evidence_are_those_of_the_strongest_clause() -> None:
    known = {
        "cn-two-person": ("L3", "SEEN-R"),
        "cn-quiet-hours": ("L3", "SEEN-R"),
        "cn-quiet-hours-gbt": ("L4", "SEEN-R"),
        "cn-illegal-debt": ("L1", "DERIVED"),
        "cn-debtor-only": ("L2", "SEEN-T"),
        "cn-plan-stops-collection": ("L2", "SEEN-T"),
        "cn-objection-flag": ("L2", "DERIVED"),
        "cn-no-entry-without-consent": ("L1", "SEEN-T"),
        "cn-last-resort": ("L5", "DERIVED"),
        "cn-holiday": ("L5", "DERIVED"),
        "st-train-gate": ("L1", "SEEN-T"),
    }
    for rule, (force, evidence) in known.items():
        basis = CN.rule(rule).basis
        assert (basis.force.value, basis.evidence.value) == (force, evidence), rule


def test_that_an_edited_number_moves_its_boundary() -> None:
    stricter = replace(CN.rule("cn-last-resort"), numbers={"days_past_due": 121})
    pack = replace(CN, rules=tuple(stricter if rule.id == stricter.id else rule for rule in CN.rules))
    judged = judge(read_sheet(EXAMPLE, pack, CLOCK), pack, china())
    assert [finding.rule.id for finding in judged.warnings] == ["cn-last-resort"]


def _edited(tmp_path: Path, old: str, new: str) -> Path:
    original = resource("policies", "cn.toml").read_text(encoding="utf-8")
    assert old in original
    file = tmp_path / "cn.toml"
    file.write_text(original.replace(old, new, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('effect = "BLOCK"', 'effect = "MAYBE"'),
        ('evidence = "DERIVED"', 'evidence = "SURE"'),
        ('force = "L1"\n', ""),
        ('id = "cn-time-bar"', 'id = "cn-illegal-debt"'),
        ("[pack]", "[pack"),
        ('id = "cn-two-person"', 'id = "cn-three-person"'),
        (
            'id = "cn-debtor-only"\ngroup = "person"\neffect = "BLOCK"',
            'id = "cn-debtor-only"\ngroup = "person"\neffect = "WARN"',
        ),
        ('lifted_by = "entry"\n', ""),
        ('zh = "债务须', 'zx = "债务须'),
    ],
)
def test_that_a_malformed_pack_is_named_and_never_guessed(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(Unavailable) as broken:
        read(_edited(tmp_path, old, new))
    assert broken.value.code == "compliance.pack_broken"


def test_that_a_number_that_is_none_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    pack = read(_edited(tmp_path, "numbers = { days_past_due = 60 }", 'numbers = { days_past_due = "60" }'))
    with pytest.raises(Unavailable):
        judge(read_sheet(EXAMPLE, pack, CLOCK), pack, china())


def test_that_a_missing_pack_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("name", "code"),
    [("uk", "compliance.pack_not_yet"), ("us-ma", "compliance.pack_not_yet"), ("fr", "compliance.no_such_pack")],
)
def test_that_packs_not_carried_are_refused_honestly(name: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        load(name)
    assert refused.value.code == code


def test_that_the_answer_names_its_pack_version_and_instant() -> None:
    told = answer(verdict(), Lang.EN)
    assert (told["pack"], told["pack_version"]) == (CN.id, CN.version)
    assert told["evaluated_at"] == "2026-11-24T15:00:00+08:00"
    assert isinstance(CN, Pack)


def test_that_every_word_a_rule_can_say_has_its_sentence_and_none_is_left_over() -> None:
    said: set[str] = {"met", "not_judged", "as_policy", "as_derived", "ask_lawyer"}
    for file in Path(compliance.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said |= {node.value, node.value.removeprefix("compliance."), f"{node.value}_by_consent"}
    doors = {"no_pack", "pack_differs"}
    written = {code.removeprefix("compliance.") for code in known_codes() if code.startswith("compliance.")}
    assert written - said - doors == set()
    for rule, function in FUNCTIONS.items():
        source = ast.parse(textwrap.dedent(inspect.getsource(function)))
        for node in ast.walk(source):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in {"fails", "warns", "blocks"} and isinstance(node, ast.Call):
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    assert code.value in written, rule
