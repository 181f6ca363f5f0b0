"""What a deed changed: the answer of every deed, so that rooms above and screens know what to look at again.

Deeds never call upward. `app` hands the `Changed` of each deed to whoever must follow: an objection empties the plan
and the board this way, an expired certificate drops a collector.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Subject(StrEnum):
    """The kinds of thing a deed can change."""

    CASE = "case"
    QUARANTINE = "quarantine"
    VISIT = "visit"
    HOLD = "hold"
    CONSENT = "consent"
    COLLECTOR = "collector"
    SHIFT = "shift"
    DAY_PLAN = "day_plan"
    ALARM = "alarm"
    SAFETY_EVENT = "safety_event"
    RECORD = "record"
    REPAYMENT = "repayment"
    TRAINING = "training"
    SETTING = "setting"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Changed:
    """The set of things a deed touched.

    Attributes:
        what: pairs of subject and its id; an empty id means "all of this kind".
    """

    what: frozenset[tuple[Subject, str]] = field(default_factory=frozenset)

    @classmethod
    def one(cls, subject: Subject, identity: str = "") -> "Changed":
        """One thing changed."""
        return cls(frozenset({(subject, identity)}))

    def __or__(self, other: "Changed") -> "Changed":
        return Changed(self.what | other.what)

    def __bool__(self) -> bool:
        return bool(self.what)

    def touches(self, *subjects: Subject) -> bool:
        """Whether anything of these kinds changed."""
        return any(subject in subjects for subject, _ in self.what)

    def ids(self, subject: Subject) -> frozenset[str]:
        """Ids of that kind; an empty string among them means all."""
        return frozenset(identity for kind, identity in self.what if kind == subject)
