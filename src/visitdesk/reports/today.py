"""What there is to do at a branch today, as one frozen picture: figures, rows that call for a deed, first steps."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from visitdesk.security.permissions import Deed


class Job(StrEnum):
    """Kinds of rows, in the order of the list where nothing is due earlier."""

    OBJECTIONS = "objections"
    HOLDS = "holds"
    UNPLANNED = "unplanned"
    TO_APPROVE = "to_approve"
    NOTICES = "notices"
    RECORDS_MISSING = "records_missing"
    RECORDS_TO_REVIEW = "records_to_review"
    TO_PRINT = "to_print"
    TRAINING = "training"
    BADGES = "badges"
    HELD_ROWS = "held_rows"
    RULE_PACK = "rule_pack"
    BACKUP = "backup"
    DEMO_KEY = "demo_key"


NEEDS: dict[Job, tuple[Deed, ...]] = {
    Job.OBJECTIONS: (Deed.APPROVE_VISIT, Deed.SET_HOLD),
    Job.HOLDS: (Deed.CLEAR_HOLD,),
    Job.UNPLANNED: (Deed.PLAN_DAY,),
    Job.TO_APPROVE: (Deed.APPROVE_VISIT,),
    Job.NOTICES: (Deed.PREPARE_VISIT,),
    Job.RECORDS_MISSING: (Deed.WRITE_RECORD,),
    Job.RECORDS_TO_REVIEW: (Deed.REVIEW_RECORD,),
    Job.TO_PRINT: (Deed.PRINT,),
    Job.TRAINING: (Deed.KEEP_PEOPLE, Deed.CERTIFY),
    Job.BADGES: (Deed.KEEP_PEOPLE,),
    Job.HELD_ROWS: (Deed.IMPORT_ACCOUNTS,),
    Job.RULE_PACK: (Deed.CHANGE_SETTINGS,),
    Job.BACKUP: (Deed.KEEP_KEYS,),
    Job.DEMO_KEY: (Deed.KEEP_KEYS,),
}
"""A row is shown to whoever carries one of these deeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One row.

    Attributes:
        count: how many things; 0 is not shown, except for warnings without a number (count 1).
        due: the day the first of them is due; None where nothing presses.
        names: a few of them, safe for a screen others may see: case numbers, staff numbers; never names of borrowers.
        page: where its button leads; "" keeps the page of the kind.
        kind: with `id`, the selection that page opens on; "" for none.
    """

    job: Job
    count: int = 1
    due: date | None = None
    names: tuple[str, ...] = ()
    page: str = ""
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The four figures.

    Attributes:
        teams_late: of the teams out, those with an open alarm.
        unplanned_ready: of the visits unplanned, those that could be planned.
        oldest_missing: day of the oldest visit whose record is not begun, a draft, or returned; None for none.
    """

    visits: int
    visits_done: int
    teams_out: int
    teams_late: int
    unplanned: int
    unplanned_ready: int
    records_missing: int
    oldest_missing: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """Visits of one day."""

    day: date
    done: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Which first steps a new branch has done."""

    has_cases: bool = True
    has_collectors: bool = True
    has_plan: bool = True

    @property
    def is_all(self) -> bool:
        """Nothing is left of the first steps."""
        return self.has_cases and self.has_collectors and self.has_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """All the page shows.

    Attributes:
        week: the last seven days with today at the end; may be empty.
        next_workday: the next day with visits or shifts, for an empty list.
    """

    day: date
    figures: Figures
    todos: tuple[Todo, ...] = ()
    week: tuple[DayCount, ...] = ()
    begun: Begun = field(default_factory=Begun)
    next_workday: date | None = None
    next_visits: int = 0


def sorted_todos(todos: tuple[Todo, ...], may: frozenset[Deed]) -> tuple[Todo, ...]:
    """The rows of whoever may do `may`: what is due first on top, then in the order of the kinds."""
    mine = [one for one in todos if one.count > 0 and may.intersection(NEEDS[one.job])]
    order = list(Job)
    return tuple(sorted(mine, key=lambda one: (one.due or date.max, order.index(one.job))))
