"""Is there a lawful debt to speak of? Comes first in the order of judging.

Sources: Criminal Law 293-1, Civil Code 546; reference regulation §1a, supplement §1–2.
"""

from visitdesk.cases.model import DebtStatus
from visitdesk.compliance.facts import shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails


def illegal_debt(question: Question) -> Outcome:
    """Only a verified debt may be visited for."""
    status = shown(question.facts.case.debt_status, "case.debt_status")
    return MET if status is DebtStatus.VERIFIED else fails("illegal_debt", status=status.value)


def assignee_notice(question: Question) -> Outcome:
    """An assigned claim binds the debtor from the notice of the assignment on."""
    inside = question.facts.inside
    if not shown(inside.is_assigned_debt, "is_assigned_debt"):
        return MET
    told = shown(inside.assignment_told_at, "assignment_told_at")
    return MET if told is not None and told <= question.facts.now else fails("assignee_notice")


RULES: dict[str, RuleFunction] = {"cn-illegal-debt": illegal_debt, "cn-assignee-notice": assignee_notice}
