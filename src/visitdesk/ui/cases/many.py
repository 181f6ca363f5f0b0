"""A deed on several cases at once: each on its own, those that could not be done told by their reasons."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from visitdesk.changed import Changed
from visitdesk.errors import VisitDeskError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it.

    Attributes:
        faults: the reason of each that could not be done, with how many share it, the most frequent first.
    """

    done: int
    changed: Changed
    faults: tuple[tuple[VisitDeskError, int], ...] = field(default_factory=tuple)


def for_each(things: Iterable[T], deed: Callable[[T], Changed]) -> Outcome:
    """Do `deed` for each; one that fails does not hold up the others."""
    changed, done = Changed(), 0
    first: dict[str, VisitDeskError] = {}
    counts: Counter[str] = Counter()
    for thing in things:
        try:
            changed |= deed(thing)
            done += 1
        except VisitDeskError as fault:
            first.setdefault(fault.code, fault)
            counts[fault.code] += 1
    return Outcome(done=done, changed=changed, faults=tuple((first[code], n) for code, n in counts.most_common()))
