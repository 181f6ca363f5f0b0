"""How often and how early: last resort, visit cap, interval, calls.

The law gives no number for visits; the numbers are house policy and stand in the pack. Sources: Civil Code 1033(1),
PSL 50(5), GB/T 45251-2025 (3 effective calls), CBA-2026 (6 attempts); reference regulation Q2, supplement §2.
"""

from datetime import date

from visitdesk.compliance.facts import shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, blocks, fails, warns
from visitdesk.compliance.stay import stay_of


def last_resort(question: Question) -> Outcome:
    """Only for a loan long past due or a borrower out of contact; never for a loan that is not past due."""
    case = question.facts.case
    days = shown(case.days_past_due, "case.days_past_due")
    if days == 0:
        return blocks("not_past_due")
    if days >= question.rule.number("days_past_due"):
        return MET
    # Not shown counts as "in contact": the outcome is a warning either way, never more.
    if case.out_of_contact is True:
        return MET
    return warns("last_resort", days=days, needed=question.rule.number("days_past_due"))


def life_tranquillity(question: Question) -> Outcome:
    """No attendance after a refusal, and not more often than the cap in any period."""
    history, day = question.facts.history, stay_of(question.facts).first_day
    met = shown(history.contact_visits, "history.contact_visits")
    missed = shown(history.attempts, "history.attempts")
    if question.facts.case.refused_visits is True and (met or missed):
        return fails("attendance_after_refusal")
    period = question.rule.number("period_days")
    recent_met, recent_missed = _within(met, day, period), _within(missed, day, period)
    if recent_met >= question.rule.number("contact_visits"):
        return fails("visit_cap", count=recent_met, cap=question.rule.number("contact_visits"), days=period)
    if recent_missed >= question.rule.number("attempts"):
        return fails("attempt_cap", count=recent_missed, cap=question.rule.number("attempts"), days=period)
    return MET


def frequency_reason(question: Question) -> Outcome:
    """A short interval since the last try takes a typed reason."""
    history, day = question.facts.history, stay_of(question.facts).first_day
    tries = shown(history.contact_visits, "history.contact_visits") + shown(history.attempts, "history.attempts")
    short = _within(tries, day, question.rule.number("interval_days"))
    return warns("short_interval", days=question.rule.number("interval_days")) if short else MET


def _within(days: tuple[date, ...], day: date, period: int) -> int:
    """How many of the days lie in the period of so many days that ends with `day`."""
    return sum(0 <= (day - earlier).days < period for earlier in days)


def effective_calls(question: Question) -> Outcome:
    """Not more than three calls a day in which the debtor was spoken to."""
    calls = shown(question.facts.history.effective_calls_today, "history.effective_calls_today")
    cap = question.rule.number("calls")
    return fails("too_many_calls", count=calls, cap=cap) if calls > cap else MET


def unanswered_calls(question: Question) -> Outcome:
    """Not more than six unanswered tries a day at a number: the next takes a reason, those after it block."""
    calls = shown(question.facts.history.unanswered_calls_today, "history.unanswered_calls_today")
    if calls > question.rule.number("block_above"):
        return blocks("too_many_attempts", count=calls, cap=question.rule.number("warn_above"))
    if calls > question.rule.number("warn_above"):
        return warns("too_many_attempts", count=calls, cap=question.rule.number("warn_above"))
    return MET


RULES: dict[str, RuleFunction] = {
    "cn-last-resort": last_resort,
    "cn-life-tranquillity": life_tranquillity,
    "cn-frequency-reason": frequency_reason,
    "cn-calls-3-effective": effective_calls,
    "cn-calls-6-attempts": unanswered_calls,
}
