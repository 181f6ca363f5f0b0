"""Nouns of the demonstration: what is wished for, whose hands do it, what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from visitdesk.cases.model import CaseId, VisitId
from visitdesk.errors import BadInput
from visitdesk.people.model import CollectorId
from visitdesk.security.model import Actor, Role, UserId
from visitdesk.wording import Lang

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 25)
"""The Wednesday on which `day demo` plays, whatever the calendar says, so that every run is the same."""

LEAST_VISITS, MOST_VISITS = 4, 200
"""Four: one visit each for the missed word, the duress, the break-off and the objection. Two hundred take minutes."""

MOST_TEAMS = 60
MOST_SEED = 2**32 - 1

Say = Callable[[str], None]
"""Takes the code of a progress sentence, `demo.progress_…` without its beginning."""


def nobody_listens(_: str) -> None:
    """No progress is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the day should be.

    Attributes:
        visits: how many are asked for; `teams` of two go out.
        for_tomorrow: how many of the visits can be made on the day after only.
        until: the present of the story: nothing after it happens; None lives the day to its end.
    """

    visits: int = 60
    teams: int = 8
    seed: int = 1
    day: date = DAY
    lang: Lang = Lang.ZH
    for_tomorrow: int = 0
    until: datetime | None = None

    def at(self, hour: int, minute: int = 0, *, days: int = 0) -> datetime:
        """An instant of the day by the branch's clock; `days` after it, or before where negative."""
        return datetime.combine(self.day + timedelta(days=days), time(hour, minute), ZONE).astimezone(UTC)


def checked(wish: Wish) -> Wish:
    """The wish itself, where it can be made.

    Raises:
        BadInput: names the option and its limits.
    """
    limits = (
        ("--visits", wish.visits, LEAST_VISITS, MOST_VISITS),
        ("--teams", wish.teams, 1, MOST_TEAMS),
        ("--seed", wish.seed, 0, MOST_SEED),
    )
    for option, value, least, most in limits:
        if not least <= value <= most:
            raise BadInput("demo.out_of_limits", option=option, value=value, least=least, most=most)
    return wish


def _hand(user: str, *roles: Role) -> Actor:
    return Actor(user=UserId(user), roles=frozenset(roles), desk="demonstration")


SUPERVISOR = _hand("demo_supervisor", Role.SUPERVISOR)
SECOND_SUPERVISOR = _hand("demo_supervisor_2", Role.SUPERVISOR)
OFFICER = _hand("demo_officer", Role.SAFETY_OFFICER)
CLERK = _hand("demo_clerk", Role.CLERK)
TRAINER = _hand("demo_trainer", Role.TRAINER)
ADMINISTRATOR = _hand("demo_administrator", Role.ADMINISTRATOR)
"""The hands of the day, one role each. They are no users of the folder, which therefore opens without signing in."""


@dataclass(slots=True, kw_only=True)
class Story:
    """What has come of the day so far.

    Attributes:
        visits: all that were asked for, in the order of the account file.
        refused: requests the supervisor said no to; `stopped` by kind of stop.
        missed, duress, broken_off, objected: the visits to which it happened; None where the plan had no visit left.
        alarms: how many were raised.
    """

    rows: int = 0
    accepted: int = 0
    duplicates: int = 0
    held_back: int = 0
    cases: tuple[CaseId, ...] = ()
    visits: list[VisitId] = field(default_factory=list)
    refused: list[VisitId] = field(default_factory=list)
    stopped: dict[VisitId, str] = field(default_factory=dict)
    blocked: dict[VisitId, str] = field(default_factory=dict)
    unplanned: list[VisitId] = field(default_factory=list)
    planned: list[VisitId] = field(default_factory=list)
    made: list[VisitId] = field(default_factory=list)
    missed: VisitId | None = None
    duress: VisitId | None = None
    broken_off: VisitId | None = None
    objected: VisitId | None = None
    objected_case: CaseId | None = None
    recorded: list[VisitId] = field(default_factory=list)
    returned: VisitId | None = None
    corrected: VisitId | None = None
    certified: list[str] = field(default_factory=list)
    collectors: list[CollectorId] = field(default_factory=list)
    alarms: int = 0
