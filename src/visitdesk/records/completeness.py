"""Is this record complete? A pure function from a record to what is missing, each with a code and the field it means.

Source: reference regulation §2 (what a record must hold; the rules named in `Gap.rule`), ui §4.7.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from visitdesk.records.model import (
    LIABLE,
    BorrowerSignature,
    ConductItem,
    Content,
    Entry,
    Followed,
    Met,
    Paper,
    PersonRole,
    Recording,
    Shown,
    VisitFacts,
)
from visitdesk.records.outcome import fits

_SPOKEN_TO = frozenset({Met.BORROWER, Met.ADULT_HOUSEHOLD, Met.THIRD_PERSON})
_ROLES_FOR = {
    Met.BORROWER: LIABLE,
    Met.ADULT_HOUSEHOLD: frozenset({PersonRole.ADULT_HOUSEHOLD}),
    Met.THIRD_PERSON: frozenset({PersonRole.THIRD_PERSON, PersonRole.CONTACT_PERSON}),
    Met.MINOR_ONLY: frozenset({PersonRole.MINOR}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that keeps a record from being submitted.

    Attributes:
        code: of its sentence, e.g. `"records.gap_statement"`.
        field: the field of `Content` to go to.
        rule: the compliance rule behind it, or empty for a rule of form.
    """

    code: str
    field: str
    rule: str = ""


def gaps(facts: VisitFacts, content: Content) -> tuple[Gap, ...]:
    """All that is missing, in the order of the form; empty means it may be submitted."""
    return tuple(
        Gap(code=f"records.gap_{name}", field=where, rule=rule)
        for part in (_outcome, _times, _people, _duties, _words, _consequences, _proofs)
        for name, where, rule in part(facts, content)
    )


_Found = Iterator[tuple[str, str, str]]


def _outcome(_: VisitFacts, content: Content) -> _Found:
    if content.met is None:
        yield "outcome", "met", ""
    elif not fits(content.met, content.followed):
        yield "outcome_does_not_fit", "followed", ""


def _times(_: VisitFacts, content: Content) -> _Found:
    times = content.times
    if times.arrived is None or times.left is None:
        yield "times", "times", ""
    elif times.left < times.arrived:
        yield "times_order", "times", ""
    if not times.from_check_ins and not times.reason.strip():
        yield "times_reason", "times", ""


def _people(_: VisitFacts, content: Content) -> _Found:
    roles = {person.role for person in content.people}
    wanted = _ROLES_FOR.get(content.met) if content.met else None
    if wanted and roles.isdisjoint(wanted):
        yield "people", "people", ""
    if any(person.name.strip() and person.role not in LIABLE for person in content.people):
        yield "third_person_named", "people", "cn-no-disclosure-third"
    spoken = content.figures is not None or bool(content.told.strip())
    if spoken and roles.isdisjoint(LIABLE):
        yield "told_to_third_person", "figures", "cn-no-disclosure-third"
    if spoken and not any(p.role in LIABLE and p.identity != "not_shown" for p in content.people):
        yield "identity", "people", "cn-debtor-only"


def _duties(_: VisitFacts, content: Content) -> _Found:
    shown = {item for item, _at in content.shown}
    if content.met in _SPOKEN_TO and Shown.WORK_BADGES not in shown:
        yield "badges", "shown", "cn-show-id"
    if content.met is Met.BORROWER:
        given = any(left.paper is Paper.RIGHTS_NOTICE for left in content.papers_left)
        if not given and Shown.RIGHTS_NOTICE not in shown:
            yield "rights_notice", "papers_left", "cn-notice-content"
        if Shown.PAYMENT_CHANNELS not in shown and Followed.REFUSES_TALK not in content.followed:
            yield "payment_channels", "shown", "cn-right-to-know-notice"
    if content.entry is Entry.INSIDE and content.entry_consent_by is None:
        yield "entry_consent", "entry_consent_by", "cn-no-entry-without-consent"
    if content.recording is None:
        yield "recording", "recording", "cn-visit-av-record"
    elif content.recording is Recording.MADE and not content.recording_reference.strip():
        yield "recording_reference", "recording_reference", "cn-visit-av-record"
    elif content.recording is Recording.DEVICE_FAULT and not content.recording_reason.strip():
        yield "recording_reason", "recording_reason", "cn-visit-av-record"
    leaky = {Paper.STATEMENT_OF_ACCOUNT, Paper.PLAN_PROPOSAL, Paper.RIGHTS_NOTICE, Paper.AUTHORITY_COPY}
    if any(left.paper in leaky and left.to not in LIABLE and not left.refused for left in content.papers_left):
        yield "paper_to_third_person", "papers_left", "cn-no-disclosure-third"


def _words(_: VisitFacts, content: Content) -> _Found:
    if content.met is Met.BORROWER and not content.statement.strip() and not content.nothing_said:
        yield "statement", "statement", ""
    if content.statement.strip() and content.statement_by is None:
        yield "statement_by", "statement_by", ""
    if content.statement.strip() and content.nothing_said:
        yield "statement_contradiction", "nothing_said", ""
    if not content.account.strip():
        yield "account", "account", ""


def _consequences(_: VisitFacts, content: Content) -> _Found:
    if Followed.PROMISED in content.followed and content.promise is None:
        yield "promise", "promise", ""
    if Followed.PLAN_REQUESTED in content.followed and not content.offers:
        yield "offers", "offers", ""
    if Followed.OBJECTS in content.followed and not content.objection.strip():
        yield "objection", "objection", "cn-objection-flag"
    if Followed.CANNOT_PAY in content.followed and not content.hardship.strip():
        yield "hardship", "hardship", ""
    answered = {answer.item for answer in content.conduct}
    if answered != set(ConductItem) or len(content.conduct) != len(ConductItem):
        yield "conduct", "conduct", "cn-no-violence-list"
    if any(not answer.kept and not answer.note.strip() for answer in content.conduct):
        yield "conduct_note", "conduct", "cn-no-violence-list"


def _proofs(facts: VisitFacts, content: Content) -> _Found:
    if len(facts.team) < 2:
        yield "team", "signatures", "cn-two-person"
    if {one.id for one in facts.team} - {one.collector for one in content.signatures}:
        yield "signatures", "signatures", "cn-two-person"
    if content.borrower_signature is BorrowerSignature.REFUSED and not content.borrower_signature_note.strip():
        yield "signature_refusal", "borrower_signature_note", ""
    if any(not one.caption.strip() for one in content.evidence):
        yield "caption", "evidence", ""
