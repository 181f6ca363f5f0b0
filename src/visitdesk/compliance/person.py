"""Who may be visited: the debtor and those liable with him, grown up, and nobody else.

Sources: 信用卡业务监督管理办法 art. 68, GB/T 45251-2025, CBA-2026; Civil Code 691; reference supplement §1–2.
"""

from datetime import date

from visitdesk.cases.model import PartyRole
from visitdesk.compliance.facts import Absent, AgeClass, Facts, shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails

LIABLE = frozenset({PartyRole.DEBTOR, PartyRole.GUARANTOR, PartyRole.JOINTLY_LIABLE})


def debtor_only(question: Question) -> Outcome:
    """Debtor, guarantor or jointly liable."""
    role = shown(question.facts.person.role, "person.role")
    return MET if role in LIABLE else fails("not_liable", role=role.value)


def guarantor_limit(question: Question) -> Outcome:
    """A guarantor answers only by a guarantee document, and within it."""
    person = question.facts.person
    if shown(person.role, "person.role") is not PartyRole.GUARANTOR:
        return MET
    document = shown(person.guarantee_document, "person.guarantee_document")
    return MET if document else fails("no_guarantee_document")


def contact_person_gate(question: Question) -> Outcome:
    """A listed contact is turned to only where the debtor cannot be reached."""
    if shown(question.facts.person.role, "person.role") is not PartyRole.CONTACT_PERSON:
        return MET
    if _unreached(question.facts, question.rule.number("unreached_in_a_row")):
        return MET
    return MET if shown(question.facts.case.out_of_contact, "case.out_of_contact") else fails("contact_person")


def _unreached(facts: Facts, times: int) -> bool:
    """So many tries without contact since the last visit that met the person."""
    if isinstance(facts.history.attempts, Absent) or isinstance(facts.history.contact_visits, Absent):
        return False
    last_met = max(facts.history.contact_visits, default=date.min)
    return sum(day > last_met for day in facts.history.attempts) >= times


def minor_debtor(question: Question) -> Outcome:
    """Nobody under 18 is visited; the lender speaks with the guardian."""
    age = shown(question.facts.person.age_class, "person.age_class")
    return MET if age is AgeClass.ADULT else fails("minor")


RULES: dict[str, RuleFunction] = {
    "cn-debtor-only": debtor_only,
    "cn-guarantor-limit": guarantor_limit,
    "cn-contact-person-gate": contact_person_gate,
    "cn-minor-debtor": minor_debtor,
}
