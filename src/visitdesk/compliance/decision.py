"""Who decided: no visit by an algorithm alone.

Source: PIPL 24(3); reference supplement §2.
"""

from visitdesk.compliance.facts import shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails


def named_person(question: Question) -> Outcome:
    """A named person decided on the visit."""
    return MET if shown(question.facts.inside.decided_by, "decided_by") else fails("no_named_person")


RULES: dict[str, RuleFunction] = {"cn-no-auto-only": named_person}
