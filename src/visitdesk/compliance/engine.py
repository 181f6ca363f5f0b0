"""From a fact sheet and a pack to a verdict: every rule in its order, none skipped, none silent.

A rule that needs an unshown fact takes its own effect and names the fact; a rule whose fact the sheet has no field for
is listed as PASS, not judged. Every rule is judged at every stage anew, since state changes between planning and door.
Source: reference regulation §1f, contracts §4.
"""

from collections.abc import Mapping

from visitdesk.compliance import agency, debt, decision, frequency, papers, person, place, stops, team, visiting_hours
from visitdesk.compliance.facts import FactNotShown, Facts, NoSuchFact
from visitdesk.compliance.judging import MET, Outcome, Question, RuleFunction, fails, listed
from visitdesk.compliance.model import Effect, Finding, Pack, Verdict
from visitdesk.compliance.ports import HolidayCalendar

_ROOMS = (debt, stops, person, place, visiting_hours, frequency, team, agency, papers, decision)

FUNCTIONS: Mapping[str, RuleFunction] = {rule: function for room in _ROOMS for rule, function in room.RULES.items()}
"""Rule id to the one function that judges it; rules of the pack that are not here have no fact in any form yet."""

_NOT_JUDGED = Outcome(effect=Effect.PASS, code="not_judged")


def judge(facts: Facts, pack: Pack, calendar: HolidayCalendar) -> Verdict:
    """The verdict at `facts.now`; a pure function of its arguments."""
    return Verdict(
        findings=tuple(_finding(Question(facts=facts, rule=rule, calendar=calendar)) for rule in pack.rules),
        pack=pack.id,
        pack_version=pack.version,
        evaluated_at=facts.now,
    )


def _finding(question: Question) -> Finding:
    rule, outcome = question.rule, _outcome(question)
    if outcome is MET:
        return Finding(rule=rule, effect=Effect.PASS, basis=rule.basis, code="compliance.met")
    return Finding(
        rule=rule,
        effect=outcome.effect or rule.effect,
        basis=rule.other.get(outcome.basis, rule.basis),
        code=f"compliance.{outcome.code}",
        facts=outcome.facts,
        lifted_by=outcome.lifted_by,
    )


def _outcome(question: Question) -> Outcome:
    function = FUNCTIONS.get(question.rule.id)
    if function is None:
        return _NOT_JUDGED
    try:
        return function(question)
    except NoSuchFact:
        return _NOT_JUDGED
    except FactNotShown as missing:
        return fails("not_shown", fields=listed(missing.fields))
