"""What a rule function is: from a question to an outcome, with the words it uses to say so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from visitdesk.compliance.facts import Facts
from visitdesk.compliance.model import ConsentKind, Effect, Rule
from visitdesk.compliance.ports import HolidayCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a rule function may look at: the fact sheet, its own numbers, the calendar."""

    facts: Facts
    rule: Rule
    calendar: HolidayCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one rule function found.

    Attributes:
        effect: None means the rule's own effect.
        code: name of the sentence below `compliance.`, filled by `facts`.
        basis: key of another basis of the rule; empty for its own.
    """

    effect: Effect | None
    code: str = "met"
    facts: Mapping[str, object] = field(default_factory=dict)
    lifted_by: ConsentKind | None = None
    basis: str = ""


RuleFunction = Callable[[Question], Outcome]

MET = Outcome(effect=Effect.PASS)
"""The rule asks for nothing more."""


def fails(code: str, *, basis: str = "", **facts: object) -> Outcome:
    """The rule's own effect applies."""
    return Outcome(effect=None, code=code, facts=facts, basis=basis)


def warns(code: str, *, basis: str = "", **facts: object) -> Outcome:
    """Allowed, but a typed reason is due."""
    return Outcome(effect=Effect.WARN, code=code, facts=facts, basis=basis)


def blocks(code: str, *, basis: str = "", **facts: object) -> Outcome:
    """Blocks though the rule mostly warns."""
    return Outcome(effect=Effect.BLOCK, code=code, facts=facts, basis=basis)


def listed(words: object) -> str:
    """Several values in one sentence."""
    return ", ".join(str(word) for word in words) if isinstance(words, (list, tuple, set, frozenset)) else str(words)
