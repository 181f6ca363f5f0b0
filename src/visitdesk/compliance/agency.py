"""For whom: an outside agency that the lender lists, reviews and has told the debtor about; own staff need none of it.

Sources: CBA-2026, GB/T 45251-2025 cl. 5.4, 小额贷款 2025 办法, 消保办法 2022 No. 9; reference regulation §1b, supplement §2.
"""

from visitdesk.compliance.facts import NO_FIELD, AgencyFacts, NoSuchFact, shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, blocks, fails, warns
from visitdesk.compliance.stay import has_come, stay_of, visit_day
from visitdesk.repayment.due_dates import add_months


def whitelist(question: Question) -> Outcome:
    """On the lender's published list, with a contract that lasts through the day of the visit."""
    agency = _agency(question)
    if agency is None:
        return MET
    if not shown(agency.listed, "agency.listed"):
        return fails("agency_not_listed")
    until = shown(agency.contract_until, "agency.contract_until")
    return MET if visit_day(question.facts) <= until else fails("agency_contract_over", until=until)


def review(question: Question) -> Outcome:
    """Evaluated within the last year, and before its contract ends; an evaluation that is only planned is none."""
    agency = _agency(question)
    if agency is None:
        return MET
    evaluated = shown(agency.evaluated_on, "agency.evaluated_on")
    until = shown(agency.contract_until, "agency.contract_until")
    day = visit_day(question.facts)
    if not has_come(evaluated, question.facts.now, stay_of(question.facts).zone):
        return blocks("agency_review_ahead", on=evaluated)
    if day <= add_months(evaluated, question.rule.number("warn_after_months")):
        return MET
    ends_soon = (until - day).days < question.rule.number("days_before_contract_end")
    if ends_soon or day > add_months(evaluated, question.rule.number("block_after_months")):
        return blocks("agency_review", on=evaluated)
    return warns("agency_review", on=evaluated)


def bad_record(question: Question) -> Outcome:
    """No record of unlawful collection."""
    agency = _agency(question)
    if agency is None:
        return MET
    return fails("agency_bad_record") if shown(agency.bad_record, "agency.bad_record") else MET


def told(question: Question) -> Outcome:
    """The debtor was told that this agency was appointed."""
    if question.facts.inside.agency_told_at is NO_FIELD:
        raise NoSuchFact
    if _agency(question) is None:
        return MET
    at = shown(question.facts.inside.agency_told_at, "agency_told_at")
    return MET if at is not None and at <= question.facts.now else fails("agency_not_told")


def _agency(question: Question) -> AgencyFacts | None:
    return shown(question.facts.agency, "agency")


RULES: dict[str, RuleFunction] = {
    "cn-agency-whitelist": whitelist,
    "cn-agency-review": review,
    "cn-agency-bad-record": bad_record,
    "cn-agency-told": told,
}
