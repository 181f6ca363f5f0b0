"""By whom: two fit collectors with valid badges, trained, insured, within their hours.

Sources: CBA-2026 art. 22, GB/T 45251-2025, Work Safety Law 28, 51, Labour Law 36–41; reference supplement §1, §3.
"""

from datetime import date

from visitdesk.compliance.facts import NOT_SHOWN, MemberFacts, shown
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, blocks, fails, listed, warns
from visitdesk.compliance.model import Stage
from visitdesk.compliance.stay import visit_day

_AT_THE_DOOR = frozenset({Stage.CHECK_IN, Stage.ENTRY})


def two_person(question: Question) -> Outcome:
    """At least two different collectors, all active; at the door at least two of them present."""
    needed, members = question.rule.number("collectors"), _team(question)
    ids = {shown(member.id, _named(index, "id")) for index, member in enumerate(members)}
    if len(ids) < needed:
        return fails("too_few", count=len(ids), needed=needed)
    idle = [member.id for index, member in enumerate(members) if not shown(member.active, _named(index, "active"))]
    if idle:
        return fails("not_active", who=listed(idle))
    stage = shown(question.facts.visit.stage, "visit.stage")
    if stage not in _AT_THE_DOOR:
        return MET
    away = {member.id for member in members if member.present is not True}
    present = {member.id for member in members} - away
    if len(present) >= needed:
        return MET
    for index, member in enumerate(members):
        shown(member.present, _named(index, "present"))
    return fails("not_present", count=len(present), needed=needed)


def show_id(question: Question) -> Outcome:
    """Every collector's badge is valid through the day of the visit."""
    late = _ended(question, "id_valid_until")
    return fails("badge_expired", who=listed(late)) if late else MET


def fitness(question: Question) -> Outcome:
    """Every collector: no violent record, training valid through the day, secrecy undertaken."""
    members = _team(question)
    for index, member in enumerate(members):
        if shown(member.violent_record, _named(index, "violent_record")):
            return fails("violent_record", basis="person", who=member.id)
        if not shown(member.confidentiality_signed, _named(index, "confidentiality_signed")):
            return fails("no_confidentiality", basis="person", who=member.id)
    late = _ended(question, "trained_until")
    return fails("training_expired", who=listed(late)) if late else MET


def train_gate(question: Question) -> Outcome:
    """The untrained may not work."""
    late = _ended(question, "trained_until")
    return fails("training_expired", who=listed(late)) if late else MET


def insured(question: Question) -> Outcome:
    """Work-injury insurance is on file for every collector."""
    insurance = shown(question.facts.inside.insured, "insured")
    bare = [member.id for member in _team(question) if member.id is NOT_SHOWN or not insurance.get(str(member.id))]
    return fails("not_insured", who=listed(bare)) if bare else MET


def hours(question: Question) -> Outcome:
    """Nobody beyond the day's and week's hours without a reason, nobody beyond the overtime that the law allows."""
    work = shown(question.facts.inside.work, "work")
    day, week = question.rule.number("day_minutes"), question.rule.number("week_minutes")
    over = [
        one.id
        for one in work
        if one.day_minutes > day + question.rule.number("overtime_day_minutes")
        or one.month_overtime_minutes > question.rule.number("overtime_month_minutes")
    ]
    if over:
        return blocks("overtime", who=listed(over))
    long = [one.id for one in work if one.day_minutes > day or one.week_minutes > week]
    return warns("long_day", who=listed(long)) if long else MET


def _ended(question: Question, name: str) -> list[object]:
    """Who holds a paper whose last day lies before the day of the visit; each must show a day."""
    day, found = visit_day(question.facts), list[object]()
    for index, member in enumerate(_team(question)):
        until: date = shown(getattr(member, name), _named(index, name))
        if until < day:
            found.append(_who(member, index))
    return found


def _team(question: Question) -> tuple[MemberFacts, ...]:
    return shown(question.facts.visit.team, "visit.team")


def _named(index: int, name: str) -> str:
    return f"visit.team[{index}].{name}"


def _who(member: MemberFacts, index: int) -> str:
    return f"team[{index}]" if member.id is NOT_SHOWN else str(member.id)


RULES: dict[str, RuleFunction] = {
    "cn-two-person": two_person,
    "cn-show-id": show_id,
    "cn-collector-fitness": fitness,
    "st-train-gate": train_gate,
    "st-insure": insured,
    "st-hours": hours,
}
