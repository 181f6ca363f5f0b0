"""A finding in words: what the rule found, what it asks for, and how sure anybody can be of its clause.

A policy is never told as law, and what is only recalled carries the request to a lawyer (reference regulation §0).
"""

from visitdesk.compliance.model import Basis, Effect, Evidence, Finding, Force, Verdict, Words
from visitdesk.wording import Lang, sentence


def text(finding: Finding, lang: Lang) -> str:
    """One line for people; facts that are not shown are named in it."""
    said = sentence(finding.code, lang, finding.facts)
    asked = in_words(finding.rule.says, lang)
    told = said.replace("§", asked) if "§" in said else said
    if finding.basis.force is Force.POLICY:
        told = sentence("compliance.as_policy", lang) + told
    elif finding.basis.evidence is Evidence.DERIVED and finding.effect is not Effect.PASS:
        told += sentence("compliance.as_derived", lang)
    return told + lawyer(finding.basis, lang)


def clause(basis: Basis, lang: Lang) -> str:
    """What is cited, with the request to a lawyer where it is only recalled."""
    return in_words(basis.clause, lang) + lawyer(basis, lang)


def lawyer(basis: Basis, lang: Lang) -> str:
    """The request to a lawyer; empty where the clause was seen."""
    return sentence("compliance.ask_lawyer", lang) if basis.evidence is Evidence.RECALLED else ""


def in_words(words: Words, lang: Lang) -> str:
    """The words of one language."""
    return words.zh if lang is Lang.ZH else words.en


def finding_answer(finding: Finding, lang: Lang) -> dict[str, object]:
    """A finding in the form of contracts §4."""
    return {
        "rule": finding.rule.id,
        "effect": finding.effect.value,
        "lifted_by": finding.lifted_by.value if finding.lifted_by else None,
        "force": finding.basis.force.value,
        "clause": clause(finding.basis, lang),
        "evidence": finding.basis.evidence.value,
        "text": text(finding, lang),
    }


def answer(verdict: Verdict, lang: Lang) -> dict[str, object]:
    """A verdict in the form of contracts §4."""
    decided = verdict.decided_by
    return {
        "allowed": verdict.allowed,
        "decided_by": decided.rule.id if decided else None,
        "findings": [finding_answer(finding, lang) for finding in verdict.findings],
        "pack": verdict.pack,
        "pack_version": verdict.pack_version,
        "evaluated_at": verdict.evaluated_at.isoformat(),
    }
