"""One opened branch: the services of every room, put together by `app`, used by window, command line and demo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cases.model import CaseId, VisitId
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.changed import Changed
from visitdesk.clock import Clock
from visitdesk.compliance.branch_facts import VisitQuestion
from visitdesk.compliance.model import Stage, Verdict
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.people.model import CollectorId, TeamId
from visitdesk.people.service import PeopleDesk
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.model import Copy, RecordId, VisitFacts
from visitdesk.records.printing import PrintJob, Proof
from visitdesk.records.service import RecordDesk
from visitdesk.reports.case_verdicts import CaseJudge
from visitdesk.reports.service import TodayDesk
from visitdesk.safety.service import WatchDesk
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.model import Actor
from visitdesk.security.service import SecurityDesk
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.training.model import CertificateNumber
from visitdesk.training.service import TrainingDesk
from visitdesk.wording import Lang


class Flow(Protocol):
    """What follows from a deed in the rooms above it."""

    def follow(self, actor: Actor, changed: Changed) -> Changed:
        """Everything that follows from what was changed, and what was changed itself."""
        ...

    def dispatch(self, actor: Actor, visit: VisitId, collector: CollectorId, *, with_partner: bool) -> Changed:
        """The team leaves for a visit: prepared, allowed, then watched."""
        ...


class Law(Protocol):
    """May a visit be made, with what the branch knows of its team and agency."""

    def question_for(
        self, visit: VisitId, *, stage: Stage, arrive: datetime | None = None, leave: datetime | None = None
    ) -> VisitQuestion:
        """What to ask about a visit: at the given instants, else as planned, else at an hour of its day."""
        ...

    def verdict_for(self, visit: VisitId, *, arrive: datetime | None = None) -> Verdict:
        """The verdict for screens; nothing is kept."""
        ...


class Papers(Protocol):
    """The papers of a day, drawn from what the branch knows; each answers the PDF's bytes."""

    def route_sheets(self, actor: Actor, day: date, lang: Lang) -> Mapping[TeamId, bytes]:
        """One sheet a team, without debt data, from the newest publication."""
        ...

    def rights_notice(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """The notice of rights for the borrower."""
        ...

    def objection_form(self, actor: Actor, case: CaseId, lang: Lang) -> bytes:
        """The form, with the receipt where an objection has come in."""
        ...

    def call_back_cards(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """A sheet of neutral cards."""
        ...

    def record_facts(self, visit: VisitId) -> VisitFacts:
        """What is known of a visit when its record is opened."""
        ...

    def safety_log(self, actor: Actor, visit: VisitId, lang: Lang) -> bytes:
        """The log of the watch for one visit."""
        ...

    def record_batch(
        self, actor: Actor, name: str, records: Sequence[RecordId], copy: Copy, lang: Lang
    ) -> Mapping[str, bytes]:
        """Final records merged into print jobs of at most fifty, by file name, with a manifest."""
        ...

    def handbook(self, actor: Actor, lang: Lang, *, for_trainer: bool = False) -> bytes:
        """The training handbook, or the trainer's book."""
        ...

    def certificate(self, actor: Actor, number: CertificateNumber, lang: Lang) -> bytes:
        """A certificate."""
        ...


class Prints(Protocol):
    """Records to paper: previews, print jobs, filing; and judging a file. Drawing touches no database."""

    def preview(self, actor: Actor, number: RecordId, copy: Copy, lang: Lang) -> Callable[[], bytes]:
        """Draws the record as this reader would get it, marked as a draft until it is final; never sealed."""
        ...

    def pages(self, pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:
        """Pages as PNG, `width` pixels across, from page `first` (from 1) on; `count` None means all."""
        ...

    def page_count(self, pdf: bytes) -> int:
        """How many pages the file has."""
        ...

    def rest_of(self, pdf: bytes, page: int) -> bytes:
        """The file from that page on."""
        ...

    def job(
        self,
        actor: Actor,
        batch_name: str,
        records: Sequence[RecordId],
        copy: Copy,
        lang: Lang,
        *,
        number: int,
        total: int,
    ) -> Callable[[], PrintJob]:
        """Reads at most fifty records; the answer draws their job. What cannot be printed is left out and named."""
        ...

    def filed(self, actor: Actor, job: PrintJob) -> Changed:
        """The job is on paper: the visits of its records are closed."""
        ...

    def verify(self, data: bytes) -> Proof:
        """Whether this branch made the file, and whether it is as it was made."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The desks of one data folder.

    Attributes:
        folder: where the data lie.
        key_kind: by which way the data were opened; a demonstration key is complained about everywhere.
    """

    clock: Clock
    folder: Path
    key_kind: SlotKind
    security: SecurityDesk
    settings: SettingsDesk
    cases: CaseDesk
    visits: VisitDesk
    intake: IntakeDesk
    people: PeopleDesk
    compliance: ComplianceDesk
    law: Law
    judge: CaseJudge
    planning: PlanningDesk
    watch: WatchDesk
    records: RecordDesk
    training: TrainingDesk
    papers: Papers
    prints: Prints
    flow: Flow
    worklist: TodayDesk
