"""The preparation checklist: which items may be ticked, and the gate before a team leaves (外访准备)."""

from visitdesk.cases.model import Address, PreparationItem, Visit
from visitdesk.errors import RuleBroken

TOTAL = len(PreparationItem)


def missing(visit: Visit) -> tuple[PreparationItem, ...]:
    """Items not yet ticked, in the order of the list."""
    ticked = {item for item, _ in visit.prepared}
    return tuple(item for item in PreparationItem if item not in ticked)


def require_prepared(visit: Visit) -> None:
    """The gate at dispatch.

    Raises:
        RuleBroken: names how many items are missing.
    """
    left = missing(visit)
    if left:
        names = ", ".join(item.value for item in left)
        raise RuleBroken("cases.not_prepared", rule="preparation", count=len(left), items=names)


def may_tick(visit: Visit, item: PreparationItem, address: Address | None) -> bool:
    """Whether there is something to vouch for: an address that is alive, goals and talking points that are written.

    The other items are the word of the person who ticks them.
    """
    match item:
        case PreparationItem.ADDRESS:
            return address is not None and not address.is_dead
        case PreparationItem.GOALS:
            return bool(visit.goals)
        case PreparationItem.TALKING_POINTS:
            return bool(visit.talking_points)
        case _:
            return True
