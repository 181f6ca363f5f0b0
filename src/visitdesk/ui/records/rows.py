"""Rows of the queue: visits not told yet and records in every state, sorted into what has to be done with them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from visitdesk.cases.model import Visit, VisitId
from visitdesk.records.model import RecordId, RecordState, VisitFacts
from visitdesk.ui.records.words import joined, said, short, word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.moments import ago
from visitdesk.ui.shell.table import Column

if TYPE_CHECKING:
    from visitdesk.records.service import QueueEntry


class Pile(StrEnum):
    """What has to be done next."""

    TO_WRITE = "to_write"
    TO_REVIEW = "to_review"
    RETURNED = "returned"
    TO_PRINT = "to_print"
    FILED = "filed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A row.

    Attributes:
        record: None where nothing is written yet.
        state: None likewise.
        begun: when the team arrived; None where not even that is known.
        lacks: codes of what is missing, in the order of the form.
    """

    pile: Pile
    visit: VisitId
    record: RecordId | None
    state: RecordState | None
    borrower: str
    team: tuple[str, ...]
    begun: datetime | None
    since: datetime
    lacks: tuple[str, ...] = ()
    because: str = ""
    revision: int = 0

    @property
    def id(self) -> str:
        """Unique in the list."""
        return str(self.visit)


_PILES = {
    RecordState.DRAFT: Pile.TO_WRITE,
    RecordState.SUBMITTED: Pile.TO_REVIEW,
    RecordState.RETURNED: Pile.RETURNED,
}


def row_of(entry: "QueueEntry", closed: frozenset[VisitId]) -> QueueRow:
    """The row of a record; a final one is filed once a copy was drawn or its visit is closed."""
    filed = entry.printed or entry.visit in closed
    return QueueRow(
        pile=_PILES.get(entry.state, Pile.FILED if filed else Pile.TO_PRINT),
        visit=entry.visit,
        record=entry.record,
        state=entry.state,
        borrower=entry.borrower,
        team=entry.team,
        begun=entry.begun,
        since=entry.since,
        lacks=entry.lacks,
        because=entry.returned_because,
        revision=entry.revision,
    )


def untold_row(visit: Visit, facts: VisitFacts | None, now: datetime) -> QueueRow:
    """The row of a visit nobody has told yet; without facts where its plan is gone."""
    words = [at for _, word_, at in facts.check_ins if word_ in {"left", "safe"}] if facts else []
    return QueueRow(
        pile=Pile.TO_WRITE,
        visit=visit.id,
        record=None,
        state=None,
        borrower=facts.borrower if facts else "",
        team=tuple(member.name for member in facts.team) if facts else (),
        begun=facts.planned[0] if facts else None,
        since=max(words, default=facts.planned[1] if facts else now),
    )


def columns(now: Callable[[], datetime], local: Callable[[datetime], datetime]) -> Sequence[Column[QueueRow]]:
    """The columns of the queue."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="number",
            title=lambda: translate("RecordQueue", "Record"),
            text=lambda row: row.record or translate("RecordQueue", "not begun"),
            tone=lambda row: "text" if row.record else "text2",
            width=150,
        ),
        Column(
            key="visit", title=lambda: translate("RecordQueue", "Visit"), text=lambda row: str(row.visit), width=120
        ),
        Column(
            key="borrower",
            title=lambda: translate("RecordQueue", "Borrower"),
            text=lambda row: row.borrower,
            width=96,
            bold=True,
        ),
        Column(
            key="team", title=lambda: translate("RecordQueue", "Team"), text=lambda row: joined(row.team), width=150
        ),
        Column(
            key="date",
            title=lambda: translate("RecordQueue", "Date of visit"),
            text=lambda row: f"{local(row.begun):%m-%d %H:%M}" if row.begun else "—",
            sort=lambda row: row.begun.timestamp() if row.begun else 0.0,
            width=112,
        ),
        Column(
            key="lacks",
            title=lambda: translate("RecordQueue", "What is missing"),
            text=what_is_missing,
            picture=_picture,
            tone=lambda row: "warning" if row.pile is Pile.RETURNED else "text",
            tip=what_is_missing,
            stretch=True,
            width=220,
        ),
        Column(
            key="age",
            title=lambda: translate("RecordQueue", "Waiting"),
            text=lambda row: ago(now() - row.since),
            sort=lambda row: -row.since.timestamp(),
            width=110,
        ),
    )


def what_is_missing(row: QueueRow) -> str:
    """What keeps the row where it is, in words."""
    translate = QCoreApplication.translate
    if row.pile is Pile.RETURNED:
        return translate("RecordQueue", "Returned: {reason}").format(reason=row.because)
    if row.record is None:
        return translate("RecordQueue", "Everything: the record is not begun")
    if row.lacks:
        first = joined(short(said(code)) for code in row.lacks[:2])
        more = len(row.lacks) - 2
        rest = translate("RecordQueue", " and {count} more").format(count=more) if more > 0 else ""
        return first + rest
    return {
        Pile.TO_WRITE: translate("RecordQueue", "Nothing: it can be submitted"),
        Pile.TO_REVIEW: translate("RecordQueue", "Second look by another supervisor"),
        Pile.TO_PRINT: translate("RecordQueue", "The copy for the file"),
        Pile.FILED: translate("RecordQueue", "Nothing"),
    }[row.pile]


def _picture(row: QueueRow) -> tuple[Icon, str] | None:
    if row.pile is Pile.RETURNED:
        return (Icon.ARROW_UNDO, "warning")
    if row.lacks or row.record is None:
        return (Icon.EDIT, "text2")
    return (Icon.CHECKMARK_CIRCLE, "ok")


def state_words(row: QueueRow) -> str:
    """The state's word; a dash where nothing is written."""
    return word("state", row.state) if row.state else "—"


def count_by_pile(rows: Iterable[QueueRow]) -> dict[Pile, int]:
    """How many wait on each pile."""
    found = dict.fromkeys(Pile, 0)
    for row in rows:
        found[row.pile] += 1
    return found


@dataclass(slots=True)
class Walk:
    """The rows of the list in the order shown, for previous and next on the record's page."""

    visits: tuple[VisitId, ...] = ()

    def beside(self, visit: VisitId, step: int) -> VisitId | None:
        """The visit before (-1) or after (1); None at the ends and outside the list."""
        if visit not in self.visits:
            return None
        at = self.visits.index(visit) + step
        return self.visits[at] if 0 <= at < len(self.visits) else None
