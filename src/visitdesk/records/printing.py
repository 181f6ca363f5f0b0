"""Nouns of printing records and of judging a paper: one print job, what was left out of it, what a file turned out to be.

The papers themselves are drawn by `documents`; screens and the command line know only these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visitdesk.records.model import RecordId

MOST_PER_JOB = 50
"""Records in one print job (reference documents §7): a jam costs at most this many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A record that could not be printed: the fault's code and facts."""

    record: RecordId
    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One merged file.

    Attributes:
        name: of the file, e.g. `"B-20261124-1402-01.pdf"`.
        data: empty where none of its records could be drawn.
        digest: SHA-256 of `data`, hex.
        pages: of the whole file, covers and blank backs counted: what the printer counts.
        records: those that are in it, in order.
    """

    batch: str
    number: int
    total: int
    name: str
    data: bytes
    digest: str
    pages: int
    records: tuple[RecordId, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a file turned out to be.

    Attributes:
        verdict: genuine, altered, other_version, unknown.
        reason: code of its sentence.
        record, revision, copy: as far as they are known.
        current: the record's newest revision where another version was shown, else None.
    """

    verdict: str
    reason: str
    record: str = ""
    revision: int = 0
    copy: str = ""
    current: int | None = None

    @property
    def is_genuine(self) -> bool:
        """Ours, and as we made it."""
        return self.verdict == "genuine"


def jobs_of(records: Sequence[RecordId]) -> tuple[tuple[RecordId, ...], ...]:
    """The records cut into jobs, in order; one named twice is printed once."""
    once = tuple(dict.fromkeys(records))
    return tuple(once[at : at + MOST_PER_JOB] for at in range(0, len(once), MOST_PER_JOB))
