"""Reading policy packs: rules as data, in the order of judging (规则包).

The files ship in `resources/policies/` and may be edited by a firm: numbers, words, clauses. What is malformed is named,
never guessed. Which packs this program carries is told here; the others are refused honestly.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from visitdesk.compliance.engine import FUNCTIONS
from visitdesk.compliance.model import Basis, ConsentKind, Effect, Evidence, Force, Group, Pack, Rule, RuleId, Words
from visitdesk.errors import BadInput, Unavailable
from visitdesk.paths import resource

CARRIED = ("cn",)
"""Packs with rules in this program."""

ANNOUNCED = ("uk", "us-ma")
"""Packs that the doors name but this program does not carry yet."""

_ONLY_WARN = frozenset({"cn-frequency-reason"})
"""Judged rules of L1 and L2 whose clause itself asks for no more than a reason."""


def load(identity: str) -> Pack:
    """The pack of that name.

    Raises:
        BadInput: no such pack, or not yet in this program.
        Unavailable: its file is missing or malformed.
    """
    if identity in ANNOUNCED:
        raise BadInput("compliance.pack_not_yet", value=identity)
    if identity not in CARRIED:
        raise BadInput("compliance.no_such_pack", value=identity, known=", ".join((*CARRIED, *ANNOUNCED)))
    return _shipped(identity)


@cache
def _shipped(identity: str) -> Pack:
    return read(resource("policies", f"{identity}.toml"))


def read(file: Path) -> Pack:
    """A pack from its file.

    Raises:
        Unavailable: names what is missing or malformed.
    """
    try:
        return _pack(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise Unavailable("compliance.pack_broken", value=f"{file.name}: {error}") from error


def _pack(table: Mapping[str, Any]) -> Pack:
    head = table["pack"]
    rules = [_rule(entry) for entry in table["rule"]]
    order = list(Group)
    _require_floor(rules)
    doubled = {rule.id for rule in rules if sum(other.id == rule.id for other in rules) > 1}
    if doubled:
        msg = f"twice: {', '.join(sorted(doubled))}"
        raise ValueError(msg)
    return Pack(
        id=head["id"],
        version=head["version"],
        title=_words(head["title"]),
        rules=tuple(sorted(rules, key=lambda rule: order.index(rule.group))),
    )


def _require_floor(rules: Sequence[Rule]) -> None:
    """An edited pack may only get stricter: no judged rule goes missing, none of the law becomes a mere warning."""
    missing = FUNCTIONS.keys() - {rule.id for rule in rules}
    weak = {
        rule.id
        for rule in rules
        if rule.id in FUNCTIONS
        and rule.basis.force in {Force.STATUTE, Force.REGULATOR}
        and rule.effect in {Effect.WARN, Effect.REQ, Effect.PASS}
        and rule.id not in _ONLY_WARN
    }
    if missing or weak:
        msg = f"missing or weakened: {', '.join(sorted(missing | weak))}"
        raise ValueError(msg)


def _rule(entry: Mapping[str, Any]) -> Rule:
    lifted_by = entry.get("lifted_by")
    try:
        rule = Rule(
            id=RuleId(entry["id"]),
            group=Group(entry["group"]),
            effect=Effect(entry["effect"]),
            basis=_basis(entry),
            says=_words(entry["says"]),
            lifted_by=ConsentKind(lifted_by) if lifted_by else None,
            needs=tuple(entry.get("needs", ())),
            numbers=dict(entry.get("numbers", {})),
            other={key: _basis(value) for key, value in entry.get("other", {}).items()},
        )
    except (KeyError, ValueError) as error:
        msg = f"{entry.get('id', '?')}: {error}"
        raise ValueError(msg) from error
    if (rule.effect is Effect.LIFTABLE) != (rule.lifted_by is not None):
        msg = f"{rule.id}: lifted_by and BLOCK* go together"
        raise ValueError(msg)
    return rule


def _basis(entry: Mapping[str, Any]) -> Basis:
    return Basis(
        clause=_words(entry["clause"]),
        force=Force(entry["force"]),
        evidence=Evidence(entry["evidence"]),
        source=str(entry["source"]),
    )


def _words(entry: Mapping[str, Any]) -> Words:
    words = Words(zh=entry["zh"], en=entry["en"])
    if not words.zh.strip() or not words.en.strip():
        msg = "empty words"
        raise ValueError(msg)
    return words
