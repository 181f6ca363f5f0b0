"""One transaction's view of the whole store: the repositories of every capability and the audit trail."""

from functools import cached_property

from sqlalchemy.orm import Session

from visitdesk.store.cases import SqlCases
from visitdesk.store.compliance import SqlCompliance
from visitdesk.store.intake import SqlIntake
from visitdesk.store.people import SqlPeople
from visitdesk.store.planning import SqlDayPlans
from visitdesk.store.records import SqlAttachments, SqlRecords, SqlSeals
from visitdesk.store.safety import SqlSafetyLog
from visitdesk.store.security import SqlAuditTrail, SqlSecrets, SqlSettings, SqlUsers
from visitdesk.store.training import SqlTrainingRepository
from visitdesk.store.visits import SqlVisits


class Unit:
    """What a deed works with between `begin` and commit. Fulfils the `…Unit` protocols of all capabilities."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def audit(self) -> SqlAuditTrail:
        """The audit trail of the branch."""
        return SqlAuditTrail(self._session)

    @cached_property
    def users(self) -> SqlUsers:
        """Who signs in."""
        return SqlUsers(self._session)

    @cached_property
    def settings(self) -> SqlSettings:
        """Settings of the branch."""
        return SqlSettings(self._session)

    @cached_property
    def secrets(self) -> SqlSecrets:
        """Small secrets of the branch."""
        return SqlSecrets(self._session)

    @cached_property
    def records(self) -> SqlRecords:
        """Visit records."""
        return SqlRecords(self._session)

    @cached_property
    def attachments(self) -> SqlAttachments:
        """Keys of stored files."""
        return SqlAttachments(self._session)

    @cached_property
    def seals(self) -> SqlSeals:
        """Register of drawn files."""
        return SqlSeals(self._session)

    @cached_property
    def cases(self) -> SqlCases:
        """The cases."""
        return SqlCases(self._session)

    @cached_property
    def visits(self) -> SqlVisits:
        """The visits."""
        return SqlVisits(self._session)

    @cached_property
    def intake(self) -> SqlIntake:
        """Imported files and quarantine."""
        return SqlIntake(self._session)

    @cached_property
    def training(self) -> SqlTrainingRepository:
        """Lessons, assessments, certificates."""
        return SqlTrainingRepository(self._session)

    @cached_property
    def day_plans(self) -> SqlDayPlans:
        """Day plans: drafts and publications."""
        return SqlDayPlans(self._session)

    @cached_property
    def compliance(self) -> SqlCompliance:
        """Holds, consents, objections, notices, refusals, verdicts."""
        return SqlCompliance(self._session)

    @cached_property
    def safety_log(self) -> SqlSafetyLog:
        """The log of the watch."""
        return SqlSafetyLog(self._session)

    @cached_property
    def people(self) -> SqlPeople:
        """The people who go out."""
        return SqlPeople(self._session)
