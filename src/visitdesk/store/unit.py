"""One transaction's view of the whole store: the repositories of every capability and the audit trail."""

from functools import cached_property

from sqlalchemy.orm import Session

from visitdesk.store.security import SqlAuditTrail, SqlSettings, SqlUsers


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
