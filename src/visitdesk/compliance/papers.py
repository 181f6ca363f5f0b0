"""With what: papers that may never be carried, the notice before the visit, the notice of rights.

Sources: CBA-2026 (no public posting), Criminal Law 279, 小额贷款 2025 办法 (3); reference regulation §3, supplement §2.
"""

from datetime import timedelta

from visitdesk.clock import as_utc
from visitdesk.compliance.facts import NOT_SHOWN, shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails, listed


def forbidden_papers(question: Question) -> Outcome:
    """None of the papers that this rule names is carried."""
    carried = shown(question.facts.visit.documents, "visit.documents")
    found = sorted(carried & question.rule.words("forbidden"))
    return fails("forbidden_paper", papers=listed(found)) if found else MET


def right_to_know(question: Question) -> Outcome:
    """The paper that tells rights and ways to pay is carried; without it the record cannot be closed."""
    carried = shown(question.facts.visit.documents, "visit.documents")
    missing = sorted(question.rule.words("required") - carried)
    return fails("paper_missing", papers=listed(missing)) if missing else MET


def advance_notice(question: Question) -> Outcome:
    """Told a day before: purpose, who comes, the right to refuse."""
    notice = shown(question.facts.notice, "notice")
    if notice is None:
        return fails("no_notice")
    sent, arrive = shown(notice.sent_at, "notice.sent_at"), shown(question.facts.visit.arrive, "visit.arrive")
    hours = question.rule.number("hours")
    if as_utc(sent) > as_utc(question.facts.now) or as_utc(arrive) - as_utc(sent) < timedelta(hours=hours):
        return fails("notice_late", hours=hours)
    parts = {"purpose": notice.purpose, "staff": notice.staff, "right_to_refuse": notice.right_to_refuse}
    missing = [name for name, told in parts.items() if told is NOT_SHOWN or not told]
    return fails("notice_incomplete", parts=listed(missing)) if missing else MET


RULES: dict[str, RuleFunction] = {
    "cn-no-public-posting": forbidden_papers,
    "cn-no-impersonation": forbidden_papers,
    "cn-no-property-taking": forbidden_papers,
    "cn-no-fees-no-new-loan": forbidden_papers,
    "cn-right-to-know-notice": right_to_know,
    "cn-advance-notice": advance_notice,
}
