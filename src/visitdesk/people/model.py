"""Nouns of the room `people`."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

CollectorId = NewType("CollectorId", str)
"""Also the staff number on the badge; it may stand on paper and in logs, the name may not stand in logs."""

TeamId = NewType("TeamId", str)
"""Number of an outside team within one day plan, e.g. `"T3"`."""


class Employer(StrEnum):
    """Whose staff the collector is; law differs (agency rules)."""

    LENDER = "lender"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """A person who makes visits (外访员).

    Attributes:
        badge_valid_until: last day of the work badge; None means no badge was shown.
        trained_until: last day of the safety and conduct certificates together; None means not trained.
        skills: what a visit may need, e.g. `female`, `cantonese`, `sign_language`.
        is_active: employed and not suspended.
        has_violent_record: None means not checked, which blocks like True does.
        is_insured: against accidents at work; None means not shown, which blocks like False does.
    """

    id: CollectorId
    name: str
    phone: str
    employer: Employer
    is_active: bool = True
    drives: bool = False
    skills: frozenset[str] = frozenset()
    badge_number: str = ""
    badge_valid_until: date | None = None
    trained_until: date | None = None
    confidentiality_signed: bool = False
    has_violent_record: bool | None = None
    is_insured: bool | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One collector's working span on one day, as instants (UTC).

    Attributes:
        version: rises with each change, as on everything two desks may edit.
    """

    collector: CollectorId
    start: datetime
    end: datetime
    id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days a collector is away (休假), both ends included."""

    collector: CollectorId
    first_day: date
    last_day: date
    kind: str = ""
    id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartEntry:
    """Two collectors who are not sent together, or a collector not sent to a case (回避名单).

    Attributes:
        other: the other collector's id, or None where `case` is given.
        case: a case number the collector is kept away from, or None.
        reason: shown only to those who keep people.
    """

    collector: CollectorId
    other: CollectorId | None
    case: str | None
    reason: str
    id: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A phone handed out to a collector."""

    id: str
    collector: CollectorId
    label: str
    issued_on: date
    returned_on: date | None = None
    version: int = 1


class QualificationKind(StrEnum):
    """What a qualification proves."""

    CONDUCT = "conduct"
    SAFETY = "safety"
    DRIVING = "driving"
    LANGUAGE = "language"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """Proof that a collector may do a thing (资格), until its last day."""

    collector: CollectorId
    kind: QualificationKind
    name: str
    valid_from: date
    valid_until: date | None
    certificate: str = ""
    id: str = ""
    version: int = 1

    def covers(self, day: date) -> bool:
        """Whether it is valid on that day; None as its end means without end."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
