"""What stops visits for now: plans, holds, distress, refusal (静默期, 暂停外访, 拒绝).

Sources: 信用卡业务监督管理办法 art. 69–70, PSL 50(5), Civil Code 1033(1); reference regulation §1b, supplement §1–2.
"""

from datetime import datetime

from visitdesk.cases.model import DebtKind
from visitdesk.compliance.facts import (
    NOT_SHOWN,
    Capacity,
    Facts,
    HoldFacts,
    PlaceKind,
    PlanFacts,
    PlanState,
    shown,
)
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails, listed
from visitdesk.compliance.model import HoldKind
from visitdesk.compliance.stay import has_come, stay_of


def plan_stops(question: Question) -> Outcome:
    """A signed plan that is kept stops all visits: by law for cards, by policy for other debts."""
    if not _plan_stands(question.facts):
        return MET
    is_card = shown(question.facts.case.debt_kind, "case.debt_kind") is DebtKind.CREDIT_CARD
    return fails("plan_stands", basis="" if is_card else "policy")


def plan_not_card(question: Question) -> Outcome:
    """The same stop for debts that are no card debts, named as the policy it is."""
    if not _plan_stands(question.facts):
        return MET
    is_card = shown(question.facts.case.debt_kind, "case.debt_kind") is DebtKind.CREDIT_CARD
    return MET if is_card else fails("plan_stands")


def _plan_stands(facts: Facts) -> bool:
    """Signed or in force and no breach confirmed by the lender."""
    plan = shown(facts.case.plan, "case.plan")
    if plan is None:
        return False
    state = shown(plan.state, "case.plan.state")
    if plan.breached is True or state is PlanState.ENDED:
        return False
    return state in {PlanState.SIGNED, PlanState.IN_FORCE} or _has_signature(plan, facts)


def _has_signature(plan: PlanFacts, facts: Facts) -> bool:
    """A signature on a plan whose state has not been moved on yet stops visits from its instant on."""
    if plan.signed is None:
        return False
    stay = stay_of(facts)
    return has_come(plan.signed, max(facts.now, stay.leave), stay.zone)


def objection(question: Question) -> Outcome:
    """An open objection freezes the case until it is answered."""
    return _held(question.facts, {HoldKind.OBJECTION}, "objection_open")


def complaint(question: Question) -> Outcome:
    """An open complaint freezes the case."""
    return _held(question.facts, {HoldKind.COMPLAINT}, "complaint_open")


def hold_open(question: Question) -> Outcome:
    """Any other open hold freezes it too, also one whose kind nobody told."""
    return _held(question.facts, set(HoldKind) - {HoldKind.OBJECTION, HoldKind.COMPLAINT} | {NOT_SHOWN}, "hold_open")


def _held(facts: Facts, kinds: set[object], code: str) -> Outcome:
    holds = shown(facts.case.holds, "case.holds")
    found = [hold for hold in holds if hold.kind in kinds and _is_open(hold, facts)]
    if not found:
        return MET
    return fails(code, kind=listed(sorted({getattr(hold.kind, "value", "?") for hold in found})))


def _is_open(hold: HoldFacts, facts: Facts) -> bool:
    if hold.cleared is None:
        return True
    zone = facts.place.time_zone
    return not has_come(hold.cleared, facts.now, None if zone is NOT_SHOWN else zone)


def deceased_incapacity(question: Question) -> Outcome:
    """A person who died or cannot act in law is not visited; the lender turns to heirs or guardian."""
    person = question.facts.person
    if not shown(person.alive, "person.alive"):
        return fails("deceased")
    capacity = shown(person.capacity, "person.capacity")
    return MET if capacity is Capacity.FULL else fails("incapacity", capacity=capacity.value)


def distress(question: Question) -> Outcome:
    """Bereavement, hospital, childbirth, disaster: no visit through the last day of the pause, never in a hospital."""
    if shown(question.facts.place.kind, "place.kind") is PlaceKind.HOSPITAL:
        return fails("in_hospital")
    until = shown(question.facts.case.distress_until, "case.distress_until")
    if until is None:
        return MET
    stay = stay_of(question.facts)
    # An instant ends the pause exactly; a day is paused to its end.
    paused = stay.arrive < until if isinstance(until, datetime) else stay.first_day <= until
    return fails("distress", until=until) if paused else MET


def refused_visits(question: Question) -> Outcome:
    """Who said no to visits is not visited; another channel is offered."""
    return fails("refused_visits") if shown(question.facts.case.refused_visits, "case.refused_visits") else MET


RULES: dict[str, RuleFunction] = {
    "cn-plan-stops-collection": plan_stops,
    "cn-plan-stop": plan_stops,
    "cn-plan-not-card": plan_not_card,
    "cn-objection-flag": objection,
    "cn-complaint-pause": complaint,
    "cn-hold-open": hold_open,
    "cn-deceased-incapacity": deceased_incapacity,
    "cn-funeral-hospital": distress,
    "cn-refused-visits": refused_visits,
}
