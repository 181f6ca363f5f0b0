"""Opening a data folder: key, encrypted database, newest schema, and the services over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from visitdesk.app.branch_sources import BranchLaw, BranchRoster, BranchTerms
from visitdesk.app.flow import BranchFlow
from visitdesk.app.law import VisitLaw
from visitdesk.app.papers import BranchPapers, Rooms, house_of
from visitdesk.app.prints import SEAL_CERTIFICATE, BranchPrints
from visitdesk.branch import Branch
from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.clock import Clock, ProcessUptime, SystemClock
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.documents.photo import PillowStudio
from visitdesk.documents.record_papers import RecordPapers
from visitdesk.documents.seal import LocalSealKey, new_key
from visitdesk.errors import Unavailable
from visitdesk.people.service import PeopleDesk
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.service import RecordDesk
from visitdesk.reports.case_verdicts import CaseJudge
from visitdesk.reports.service import RoomsOfToday, TodayDesk
from visitdesk.safety.service import WatchDesk
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.opening import Opened, Secrets, open_folder
from visitdesk.security.passwords import Passwords
from visitdesk.security.service import SecurityDesk
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.store.attachments import FileVault
from visitdesk.store.database import FILE_NAME, Database, open_database
from visitdesk.store.migrate import upgrade
from visitdesk.training import catalogue, spacing
from visitdesk.training.service import TrainingDesk

ATTACHMENTS = "attachments"
_SEAL_KEY = "seal.private_key"


@contextmanager
def open_branch(folder: Path, secrets: Secrets, clock: Clock) -> Iterator[Branch]:
    """The branch in this folder, made where there is none; closed at the end of the block."""
    opened = open_folder(folder, secrets)
    if not opened.is_new and not (folder / FILE_NAME).is_file():
        raise Unavailable("store.file_missing", file=FILE_NAME)
    database = open_database(folder / FILE_NAME, opened.key)
    try:
        upgrade(database.engine)
        yield assemble(folder, database, opened, clock)
    finally:
        database.close()


def assemble(folder: Path, database: Database, opened: Opened, clock: Clock) -> Branch:
    """All services over one database."""
    desks = _Desks(folder, database, clock)
    law = desks.visit_law()
    cases, intake = CaseDesk(database, clock), IntakeDesk(database, clock, desks.zone)
    rooms = RoomsOfToday(
        cases=cases,
        visits=desks.visits,
        intake=intake,
        people=desks.people,
        compliance=desks.compliance,
        planning=desks.planning,
        watch=desks.watch,
        records=desks.records,
        training=desks.training,
    )
    return Branch(
        clock=clock,
        folder=folder,
        key_kind=opened.kind,
        security=SecurityDesk(database, clock, Passwords()),
        settings=desks.settings,
        cases=cases,
        visits=desks.visits,
        intake=intake,
        people=desks.people,
        compliance=desks.compliance,
        law=law,
        judge=CaseJudge(cases=cases, visits=desks.visits, compliance=desks.compliance, goers=law, clock=clock),
        planning=desks.planning,
        watch=desks.watch,
        records=desks.records,
        training=desks.training,
        papers=desks.papers(),
        prints=BranchPrints(database, clock, settings=desks.settings, records=desks.records, visits=desks.visits),
        flow=desks.flow,
        worklist=TodayDesk(rooms, clock, desks.zone, is_demo=opened.kind is SlotKind.DEMONSTRATION),
    )


class _Desks:
    """The desks that others are built upon, in the order of the stream."""

    def __init__(self, folder: Path, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.settings = SettingsDesk(database, clock)
        self.zone = ZoneInfo(str(self.settings.value("branch.time_zone")))
        self.people = PeopleDesk(database, clock, self.zone)
        self.training = TrainingDesk(
            database, clock, catalogue=catalogue.shipped(), scheduler=spacing.FsrsScheduler(), zone=self.zone
        )
        self.visits = VisitDesk(database, clock, self.zone)
        self.compliance = ComplianceDesk(database, clock)
        self.roster = BranchRoster(database, self.people, self.training)
        self.law = BranchLaw(self.compliance, self.roster, self.settings)
        self.planning = PlanningDesk(
            database, clock, verdicts=self.law, roster=self.roster, terms=BranchTerms(self.settings)
        )
        uptime = ProcessUptime() if isinstance(clock, SystemClock) else None  # a simulated day has no other clock
        self.watch = WatchDesk(database, clock, uptime)
        self.flow = BranchFlow(
            database, clock, compliance=self.compliance, law=self.law, planning=self.planning, watch=self.watch
        )
        self.records = RecordDesk(
            database,
            clock,
            vault=FileVault(folder / ATTACHMENTS),
            studio=PillowStudio(),
            renderer=RecordPapers(lambda: house_of(self.settings), clock, seal_key(database, self.settings, clock)),
        )

    def visit_law(self) -> VisitLaw:
        """The question about one visit, for screens and the door."""
        return VisitLaw(
            clock=self._clock,
            law=self.law,
            flow=self.flow,
            visits=self.visits,
            compliance=self.compliance,
            roster=self.roster,
            settings=self.settings,
        )

    def papers(self) -> BranchPapers:
        """The papers of a day."""
        rooms = Rooms(
            settings=self.settings,
            roster=self.roster,
            planning=self.planning,
            watch=self.watch,
            records=self.records,
            training=self.training,
            flow=self.flow,
            law=self.law,
        )
        return BranchPapers(self._database, self._clock, rooms)


def seal_key(database: Database, settings: SettingsDesk, clock: Clock) -> LocalSealKey:
    """The branch's key for the integrity seal; made when it is first needed and kept in the encrypted file."""
    with database.read() as unit:
        private, certificate = unit.secrets.get(_SEAL_KEY), unit.secrets.get(SEAL_CERTIFICATE)
    if private is not None and certificate is not None:
        return LocalSealKey(private=private, certificate=certificate)
    fresh = new_key(str(settings.value("branch.name")) or "VisitDesk", clock.now())
    with database.begin() as unit:
        unit.secrets.put(_SEAL_KEY, fresh.private)
        unit.secrets.put(SEAL_CERTIFICATE, fresh.certificate)
    return fresh
