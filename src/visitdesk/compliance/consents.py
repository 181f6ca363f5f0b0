"""When a consent lifts a rule: given by the debtor, before now, for every day of the stay, and not withdrawn.

Sources: reference regulation §7 D2 (named dates; a contract clause is not enough), contracts §4.
"""

from visitdesk.clock import as_utc
from visitdesk.compliance.facts import Absent, ConsentFacts, Facts
from visitdesk.compliance.model import ConsentKind
from visitdesk.compliance.stay import Stay

DEBTOR = "debtor"


def lifts(facts: Facts, kind: ConsentKind, stay: Stay) -> bool:
    """Whether the shown consents of that kind cover every local day of the stay."""
    if isinstance(facts.consents, Absent):
        return False
    covered = {day for consent in facts.consents if _stands(consent, kind, facts, stay) for day in _days(consent)}
    return covered.issuperset(stay.days) and stay.last_day in covered


def _stands(consent: ConsentFacts, kind: ConsentKind, facts: Facts, stay: Stay) -> bool:
    if consent.kind is not kind or consent.given_by != DEBTOR or isinstance(consent.given_at, Absent):
        return False
    if as_utc(consent.given_at) > as_utc(facts.now):
        return False
    # A withdrawal known for any moment up to the end of the stay ends it; one after the stay changes nothing for it.
    over = max(as_utc(facts.now), as_utc(stay.leave))
    if isinstance(consent.withdrawn_at, Absent):  # nobody showed whether it still stands
        return False
    return consent.withdrawn_at is None or as_utc(consent.withdrawn_at) > over


def _days(consent: ConsentFacts) -> frozenset[object]:
    return frozenset() if isinstance(consent.dates, Absent) else frozenset(consent.dates)
