"""The audit trail: an entry per deed, chained so that nobody can change one unseen (审计日志).

`h = SHA-256(previous ‖ number ‖ body)`, body = canonical JSON. No personal text enters a body: ids, field names and
salted commitments only. The entry is the last statement of the deed's transaction.
Source: reference security-storage §8.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from visitdesk.security.model import Actor

GENESIS = bytes(32)
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be entered; the trail adds number, instant and hash.

    Attributes:
        name: dotted, e.g. `"case.import"`.
        subject_kind: e.g. `"case"`; `subject` is its id (never a name).
        reason: as typed by the person; kept beside the chain's body only as its digest.
        facts: ids, counts and field names; never personal text.
    """

    name: str
    actor: Actor
    subject_kind: str
    subject: str
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as stored."""

    number: int
    at: datetime
    body: str
    digest: bytes


class AuditTrail(Protocol):
    """Appends entries inside the running transaction and reads them back."""

    def append(self, deed: Deed, at: datetime) -> Entry:
        """Enter the deed; the last statement of its transaction."""
        ...

    def entries(self, *, after: int = 0, limit: int = 1000) -> Sequence[Entry]:
        """Entries with a number above `after`, oldest first."""
        ...


def body_of(deed: Deed, at: datetime) -> str:
    """The canonical JSON that is chained: sorted keys, no spaces, UTF-8."""
    reason = hashlib.sha256(deed.reason.encode()).hexdigest() if deed.reason else ""
    return json.dumps(
        {
            "at": at.isoformat(),
            "actor": deed.actor.user,
            "desk": deed.actor.desk,
            "deed": deed.name,
            "kind": deed.subject_kind,
            "subject": deed.subject,
            "reason": reason,
            "facts": dict(deed.facts),
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def digest_of(previous: bytes, number: int, body: str) -> bytes:
    """The chained hash of one entry."""
    return hashlib.sha256(previous + number.to_bytes(8, "big") + body.encode()).digest()


def first_broken(entries: Sequence[Entry], *, previous: bytes = GENESIS, first: int = 1) -> int | None:
    """Number of the first entry that does not fit its predecessor, or None where the chain is whole.

    Args:
        entries: in order; `previous` is the digest before them and `first` the number the first must bear.
    """
    expected = first
    for entry in entries:
        if entry.number != expected or entry.digest != digest_of(previous, entry.number, entry.body):
            return expected
        previous, expected = entry.digest, expected + 1
    return None
