"""A record's content as labelled lines of words: for reading, and for seeing what a correction changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import tzinfo
from difflib import SequenceMatcher
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from visitdesk.records.model import Content, Entry, Offer, PersonMet, VisitFacts
from visitdesk.ui.records.offers_part import offer_by, offer_plan
from visitdesk.ui.records.words import clauses, clock_of, joined, sum_text, word, zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line.

    Attributes:
        field: of `Content`.
        is_quote: words somebody said, shown apart.
    """

    field: str
    label: str
    value: str
    is_quote: bool = False


class Mark(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A line in which two versions differ, as stretches of words before and after."""

    label: str
    before: tuple[tuple[Mark, str], ...]
    after: tuple[tuple[Mark, str], ...]


def lines(facts: VisitFacts, content: Content) -> tuple[Told, ...]:
    """Everything told, in the order of the form; what was not told is left out."""
    zone = zone_of(facts.time_zone)
    found = [
        Told(field=name, label=label(), value=value, is_quote=name in {"statement", "account"})
        for name, label, value in _values(facts, content, zone)
        if value
    ]
    return tuple(found)


def differences(facts: VisitFacts, before: Content, after: Content) -> tuple[Difference, ...]:
    """The lines in which two versions differ, in the order of the form."""
    zone = zone_of(facts.time_zone)
    old = {name: value for name, _, value in _values(facts, before, zone)}
    found = []
    for name, label, value in _values(facts, after, zone):
        if value != old[name]:
            gone, new = _stretches(old[name], value)
            found.append(Difference(label=label(), before=gone, after=new))
    return tuple(found)


_Stretches = tuple[tuple[Mark, str], ...]


def _stretches(before: str, after: str) -> tuple[_Stretches, _Stretches]:
    """Both texts cut where they differ; words far apart are shown whole, not letter by letter."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if len(before) * len(after) > 4_000_000 or matcher.quick_ratio() < 0.4:
        return ((Mark.GONE, before),), ((Mark.NEW, after),)
    old: list[tuple[Mark, str]] = []
    new: list[tuple[Mark, str]] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            old.append((Mark.SAME, before[a:b]))
            new.append((Mark.SAME, after[c:d]))
            continue
        if b > a:
            old.append((Mark.GONE, before[a:b]))
        if d > c:
            new.append((Mark.NEW, after[c:d]))
    return tuple(old), tuple(new)


def _values(facts: VisitFacts, c: Content, zone: tzinfo) -> Sequence[tuple[str, Callable[[], str], str]]:
    tr = _labels()
    values = {
        "times": _times(c, zone),
        "met": word("met", c.met) if c.met else "",
        "followed": joined(word("followed", one) for one in c.followed),
        "people": joined(_person(one) for one in c.people),
        "entry": _place(c),
        "recording": clauses(word("recording", c.recording), c.recording_reference, c.recording_reason)
        if c.recording
        else "",
        "shown": joined(f"{word('shown', one)} {clock_of(at, zone)}" for one, at in c.shown),
        "told": c.told,
        "figures": _figures(c),
        "statement": c.statement,
        "statement_by": _statement_by(c),
        "account": c.account,
        "demeanour": joined(word("demeanour", one) for one in c.demeanour),
        "offers": "\n".join(_offer(one) for one in c.offers),
        "promise": clauses(c.promise.on.isoformat(), sum_text(c.promise.amount), c.promise.channel)
        if c.promise
        else "",
        "objection": c.objection,
        "hardship": c.hardship,
        "papers_left": "\n".join(_papers(c)),
        "papers_received": joined(one.words for one in c.papers_received),
        "conduct": "\n".join(clauses(word("conduct", one.item), one.note) for one in c.conduct if not one.kept),
        "signatures": _signatures(facts, c, zone),
        "borrower_signature": clauses(word("signature", c.borrower_signature), c.borrower_signature_note),
    }
    return [(name, tr[name], value) for name, value in values.items()]


def _times(c: Content, zone: tzinfo) -> str:
    span = f"{clock_of(c.times.arrived, zone)} – {clock_of(c.times.left, zone)}"
    return clauses(span, c.times.reason)


def _person(person: PersonMet) -> str:
    name = f" {person.name}" if person.name else ""
    role, identity = word("role", person.role), word("identity", person.identity)
    return QCoreApplication.translate("RecordTell", "{role}{name} ({identity})").format(
        role=role, name=name, identity=identity
    )


def _place(c: Content) -> str:
    by = word("role", c.entry_consent_by) if c.entry is Entry.INSIDE and c.entry_consent_by else ""
    consent = QCoreApplication.translate("RecordTell", "with consent of {who}").format(who=by) if by else ""
    return clauses(word("entry", c.entry), consent)


def _figures(c: Content) -> str:
    told = c.figures
    if told is None:
        return ""
    words = QCoreApplication.translate("RecordTell", "outstanding {all}, past due {late}, as of {day}")
    return clauses(
        words.format(all=sum_text(told.outstanding), late=sum_text(told.arrears), day=told.as_of.isoformat()),
        told.source,
    )


def _statement_by(c: Content) -> str:
    translate = QCoreApplication.translate
    return clauses(
        word("role", c.statement_by) if c.statement_by else "",
        translate("RecordTell", "chose to say nothing") if c.nothing_said else "",
        translate("RecordTell", "read back") if c.read_back else "",
        translate("RecordTell", "wants a copy") if c.copy_wanted else "",
    )


def _offer(offer: Offer) -> str:
    first = offer.first_due.isoformat() if offer.first_due else ""
    return clauses(offer_by(offer), offer_plan(offer), first, word("answer", offer.answer))


def _papers(c: Content) -> list[str]:
    refused = QCoreApplication.translate("RecordTell", "not taken")
    return [
        clauses(word("paper", one.paper), word("role", one.to), refused if one.refused else "") for one in c.papers_left
    ]


def _signatures(facts: VisitFacts, c: Content, zone: tzinfo) -> str:
    names = {member.id: member.name for member in facts.team}
    return joined(f"{names.get(one.collector, one.collector)} {clock_of(one.at, zone)}" for one in c.signatures)


def _labels() -> dict[str, Callable[[], str]]:
    translate = QCoreApplication.translate
    return {
        "times": lambda: translate("RecordTell", "Arrived – left"),
        "met": lambda: translate("RecordTell", "Met"),
        "followed": lambda: translate("RecordTell", "What followed"),
        "people": lambda: translate("RecordTell", "People spoken to"),
        "entry": lambda: translate("RecordTell", "Place of the talk"),
        "recording": lambda: translate("RecordTell", "Sound or film"),
        "shown": lambda: translate("RecordTell", "Shown and explained"),
        "told": lambda: translate("RecordTell", "What was told"),
        "figures": lambda: translate("RecordTell", "Figures told"),
        "statement": lambda: translate("RecordTell", "Borrower's statement"),
        "statement_by": lambda: translate("RecordTell", "Statement by"),
        "account": lambda: translate("RecordTell", "Collectors' account"),
        "demeanour": lambda: translate("RecordTell", "Demeanour, as observed"),
        "offers": lambda: translate("RecordTell", "Offers"),
        "promise": lambda: translate("RecordTell", "Promise to pay"),
        "objection": lambda: translate("RecordTell", "Objection"),
        "hardship": lambda: translate("RecordTell", "Hardship"),
        "papers_left": lambda: translate("RecordTell", "Papers handed over"),
        "papers_received": lambda: translate("RecordTell", "Papers received"),
        "conduct": lambda: translate("RecordTell", "Conduct not kept"),
        "signatures": lambda: translate("RecordTell", "Signed by"),
        "borrower_signature": lambda: translate("RecordTell", "Borrower's signature"),
    }


COVERED = frozenset({"evidence", "entry_consent_by", "entry_withdrawn_at", "recording_reference", "recording_reason"})
"""Fields of `Content` without a line of their own: shown beside, or inside another line."""

_INSIDE = COVERED | {"nothing_said", "read_back", "copy_wanted", "borrower_signature_note"}


def untold_fields() -> frozenset[str]:
    """Fields of `Content` that no line tells; empty, or a field was added and forgotten here."""
    return frozenset(field.name for field in fields(Content)) - frozenset(_labels()) - _INSIDE
