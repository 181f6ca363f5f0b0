"""Proposes teams of two for a day: each with a driver and a common span, nobody with whom he is kept apart.

The most teams first; among those the longest common time; then the order of staff numbers, so that the same day gives
the same proposal. It proposes only: a supervisor decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from visitdesk.people.availability import Availability
from visitdesk.people.model import ApartEntry, CollectorId

SHORTEST = timedelta(hours=2)
"""Common time below which two shifts do not make a team (policy)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two collectors and their common span.

    Attributes:
        first: drives; `second` may drive too.
    """

    first: CollectorId
    second: CollectorId
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Pairs, and who is left without a partner."""

    pairs: tuple[Pair, ...]
    left_over: tuple[CollectorId, ...]


def kept_apart(one: CollectorId, other: CollectorId, apart: Iterable[ApartEntry]) -> bool:
    """Whether the apart-list forbids these two, in either direction."""
    return any({entry.collector, entry.other} == {one, other} for entry in apart if entry.other is not None)


def kept_from_case(collector: CollectorId, case: str, apart: Iterable[ApartEntry]) -> bool:
    """Whether the apart-list keeps this collector from the case."""
    return any(entry.collector == collector and entry.case == case for entry in apart if entry.case is not None)


def common_span(one: Availability, other: Availability) -> tuple[datetime, datetime] | None:
    """The longest time both are on shift, or None where it is shorter than two hours."""
    spans = [(max(a.start, b.start), min(a.end, b.end)) for a in one.shifts for b in other.shifts]
    best = max(spans, key=lambda span: span[1] - span[0], default=None)
    return best if best is not None and best[1] - best[0] >= SHORTEST else None


def propose(available: Iterable[Availability], apart: Sequence[ApartEntry]) -> Proposal:
    """Pairs for the day out of those who can go.

    Pairs are matched greedily from the collector with fewest partners and then exchanged along alternating paths. That
    finds the most teams in all but contrived cases, at once, and never makes a pair that is not allowed.
    """
    people = sorted((one for one in available if one.is_available), key=lambda one: one.collector.id)
    spans: dict[frozenset[CollectorId], tuple[datetime, datetime]] = {}
    partners: dict[CollectorId, list[CollectorId]] = {one.collector.id: [] for one in people}
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            span = _allowed(one, other, apart)
            if span is not None:
                spans[frozenset({one.collector.id, other.collector.id})] = span
                partners[one.collector.id].append(other.collector.id)
                partners[other.collector.id].append(one.collector.id)
    for who, found in partners.items():
        found.sort(key=lambda other: (spans[frozenset({who, other})][0] - spans[frozenset({who, other})][1], other))
    matched = _match(partners)
    drivers = {one.collector.id for one in people if one.collector.drives}
    pairs = tuple(_pair(who, other, spans, drivers) for who, other in sorted(matched.items()) if who < other)
    return Proposal(pairs=pairs, left_over=tuple(who for who in partners if who not in matched))


def _allowed(one: Availability, other: Availability, apart: Sequence[ApartEntry]) -> tuple[datetime, datetime] | None:
    if not (one.collector.drives or other.collector.drives):
        return None
    if kept_apart(one.collector.id, other.collector.id, apart):
        return None
    return common_span(one, other)


def _match(partners: dict[CollectorId, list[CollectorId]]) -> dict[CollectorId, CollectorId]:
    """The largest matching found from every starting point; the earliest wins among equals."""
    names = sorted(partners, key=lambda one: (len(partners[one]), one))
    tries = (_match_from([*names[start:], *names[:start]], partners) for start in range(max(1, len(names))))
    return max(tries, key=len)


def _match_from(
    order: list[CollectorId], partners: dict[CollectorId, list[CollectorId]]
) -> dict[CollectorId, CollectorId]:
    """Greedy in this order, then alternating paths as long as one of them makes a pair more."""
    matched: dict[CollectorId, CollectorId] = {}
    for who in order:
        free = next((other for other in partners[who] if other not in matched), None)
        if who not in matched and free is not None:
            matched[who], matched[free] = free, who
    for who in order:
        if who not in matched:
            _grow(who, partners, matched, {who})
    return matched


def _grow(
    who: CollectorId,
    partners: dict[CollectorId, list[CollectorId]],
    matched: dict[CollectorId, CollectorId],
    seen: set[CollectorId],
) -> bool:
    """Find a partner for `who`, taking one away from somebody who can have another."""
    for other in partners[who]:
        third = matched.get(other)
        if other in seen or third in seen:
            continue
        seen.add(other)
        if third is not None:
            seen.add(third)
        if third is None or _grow(third, partners, matched, seen):
            matched[who], matched[other] = other, who
            return True
    return False


def _pair(
    who: CollectorId,
    other: CollectorId,
    spans: dict[frozenset[CollectorId], tuple[datetime, datetime]],
    drivers: set[CollectorId],
) -> Pair:
    start, end = spans[frozenset({who, other})]
    first, second = (who, other) if who in drivers else (other, who)
    return Pair(first=first, second=second, start=start, end=end)
