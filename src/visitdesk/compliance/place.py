"""Where: addresses that stand, workplaces and homes by consent only.

Sources: CBA-2026 red line, Civil Code 1033(2); reference regulation §1a, supplement §1–2.
"""

from visitdesk.compliance.consents import lifts
from visitdesk.compliance.facts import Entry, PlaceKind, shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails
from visitdesk.compliance.model import ConsentKind
from visitdesk.compliance.stay import stay_of


def dead_address(question: Question) -> Outcome:
    """Not an address reported wrong, and none that neither lender nor debtor gave."""
    place = question.facts.place
    if shown(place.reported_wrong, "place.reported_wrong"):
        return fails("address_wrong")
    source = shown(place.source, "place.source")
    return MET if source in question.rule.words("sources") else fails("address_source", source=source)


def workplace(question: Question) -> Outcome:
    """A workplace only by the debtor's consent for that day."""
    if shown(question.facts.place.kind, "place.kind") is not PlaceKind.WORKPLACE:
        return MET
    return _by_consent(question, ConsentKind.WORKPLACE, "workplace")


def entry(question: Question) -> Outcome:
    """At the door by default; inside only by express consent, given before."""
    if shown(question.facts.visit.entry, "visit.entry") is Entry.DOORSTEP:
        return MET
    return _by_consent(question, ConsentKind.ENTRY, "entry")


def _by_consent(question: Question, kind: ConsentKind, code: str) -> Outcome:
    if lifts(question.facts, kind, stay_of(question.facts)):
        return Outcome(effect=None, code=f"{code}_by_consent", lifted_by=kind)
    return fails(code)


RULES: dict[str, RuleFunction] = {
    "cn-dead-address": dead_address,
    "cn-workplace": workplace,
    "cn-no-entry-without-consent": entry,
}
