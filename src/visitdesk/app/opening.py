"""Opening a data folder: key, encrypted database, newest schema, and the services over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from visitdesk.app.branch_sources import BranchLaw, BranchRoster, BranchTerms
from visitdesk.app.flow import BranchFlow
from visitdesk.app.law import VisitLaw
from visitdesk.app.papers import BranchPapers, Rooms, house_of
from visitdesk.branch import Branch
from visitdesk.cases.intake_service import IntakeDesk
from visitdesk.cases.service import CaseDesk
from visitdesk.cases.visit_service import VisitDesk
from visitdesk.clock import Clock, ProcessUptime, SystemClock
from visitdesk.compliance.service import ComplianceDesk
from visitdesk.documents.photo import PillowStudio
from visitdesk.documents.record_papers import RecordPapers
from visitdesk.documents.seal import LocalSealKey, new_key
from visitdesk.people.service import PeopleDesk
from visitdesk.planning.service import PlanningDesk
from visitdesk.records.service import RecordDesk
from visitdesk.safety.service import WatchDesk
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
_SEAL_KEY, _SEAL_CERTIFICATE = "seal.private_key", "seal.certificate"


@contextmanager
def open_branch(folder: Path, secrets: Secrets, clock: Clock) -> Iterator[Branch]:
    """The branch in this folder, made where there is none; closed at the end of the block."""
    opened = open_folder(folder, secrets)
    database = open_database(folder / FILE_NAME, opened.key)
    try:
        upgrade(database.engine)
        yield assemble(folder, database, opened, clock)
    finally:
        database.close()


def assemble(folder: Path, database: Database, opened: Opened, clock: Clock) -> Branch:
    """All services over one database."""
    settings = SettingsDesk(database, clock)
    zone = ZoneInfo(str(settings.value("branch.time_zone")))
    people = PeopleDesk(database, clock, zone)
    training = TrainingDesk(
        database, clock, catalogue=catalogue.shipped(), scheduler=spacing.FsrsScheduler(), zone=zone
    )
    roster = BranchRoster(database, people, training)
    compliance = ComplianceDesk(database, clock)
    law = BranchLaw(compliance, roster, settings)
    planning = PlanningDesk(database, clock, verdicts=law, roster=roster, terms=BranchTerms(settings))
    uptime = ProcessUptime() if isinstance(clock, SystemClock) else None  # a simulated day has no other clock
    watch = WatchDesk(database, clock, uptime)
    flow = BranchFlow(database, clock, compliance=compliance, law=law, planning=planning, watch=watch)
    visits = VisitDesk(database, clock, zone)
    rooms = Rooms(settings=settings, roster=roster, planning=planning, watch=watch, training=training, flow=flow)
    return Branch(
        clock=clock,
        folder=folder,
        key_kind=opened.kind,
        security=SecurityDesk(database, clock, Passwords()),
        settings=settings,
        cases=CaseDesk(database, clock),
        visits=visits,
        intake=IntakeDesk(database, clock, zone),
        people=people,
        compliance=compliance,
        law=VisitLaw(
            clock=clock,
            law=law,
            flow=flow,
            visits=visits,
            compliance=compliance,
            roster=roster,
            settings=settings,
        ),
        planning=planning,
        watch=watch,
        records=RecordDesk(
            database,
            clock,
            vault=FileVault(folder / ATTACHMENTS),
            studio=PillowStudio(),
            renderer=RecordPapers(house_of(settings), clock, seal_key(database, settings, clock)),
        ),
        training=training,
        papers=BranchPapers(database, clock, rooms),
        flow=flow,
    )


def seal_key(database: Database, settings: SettingsDesk, clock: Clock) -> LocalSealKey:
    """The branch's key for the integrity seal; made when it is first needed and kept in the encrypted file."""
    with database.read() as unit:
        private, certificate = unit.secrets.get(_SEAL_KEY), unit.secrets.get(_SEAL_CERTIFICATE)
    if private is not None and certificate is not None:
        return LocalSealKey(private=private, certificate=certificate)
    fresh = new_key(str(settings.value("branch.name")) or "VisitDesk", clock.now())
    with database.begin() as unit:
        unit.secrets.put(_SEAL_KEY, fresh.private)
        unit.secrets.put(_SEAL_CERTIFICATE, fresh.certificate)
    return fresh
