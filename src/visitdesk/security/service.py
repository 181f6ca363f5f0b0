"""Deeds of the room `security`: users, sign-in, and the proof that the audit trail is whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.errors import BadInput, NotAllowed
from visitdesk.security.audit import GENESIS, Deed, Entry, first_broken
from visitdesk.security.model import SETUP, Actor, Role, UserId
from visitdesk.security.passwords import Passwords, waiting_time
from visitdesk.security.permissions import Deed as Permission
from visitdesk.security.permissions import require
from visitdesk.security.ports import SecurityTransactions, User

_PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailState:
    """Result of verifying the audit trail: its length, and the first entry that does not fit (None = whole)."""

    entries: int
    first_broken: int | None
    head: str


class SecurityDesk:
    """Users, sign-in and the audit trail of one branch."""

    def __init__(self, transactions: SecurityTransactions, clock: Clock, passwords: Passwords) -> None:
        self._transactions = transactions
        self._clock = clock
        self._passwords = passwords

    def users(self) -> Sequence[User]:
        """All users."""
        with self._transactions.read() as unit:
            return unit.users.all()

    def setup_actor(self) -> Actor | None:
        """Who acts without signing in: `setup` while there are no users, afterwards nobody."""
        return None if self.users() else SETUP

    def add_user(self, actor: Actor, *, user: UserId, name: str, roles: frozenset[Role], password: str) -> Changed:
        """A new user; the first ends the set-up.

        Raises:
            NotAllowed: the actor keeps no users.
            BadInput: the id is taken or odd, no role is named, or the password is too weak.
        """
        require(actor, Permission.KEEP_USERS)
        if not user.isidentifier() or not user.isascii() or len(user) > 40 or user == SETUP.user:
            raise BadInput("security.bad_user_id", value=user)
        if not roles:
            raise BadInput("security.no_role", value=user)
        kept = self._passwords.new_hash(password, user=user)
        with self._transactions.begin() as unit:
            if unit.users.get(user) is not None:
                raise BadInput("security.user_exists", value=user)
            unit.users.add(User(id=user, name=name, roles=roles, password_hash=kept))
            deed = Deed(name="user.add", actor=actor, subject_kind="user", subject=user, facts={"roles": sorted(roles)})
            unit.audit.append(deed, self._clock.now())
        return Changed.one(Subject.USER, user)

    def sign_in(self, *, user: UserId, password: str, desk: str) -> Actor:
        """The actor for this session.

        Raises:
            NotAllowed: unknown, inactive, wrong password (all three look the same), or closed after failures.
        """
        with self._transactions.read() as unit:
            found = unit.users.get(user)
        now = self._clock.now()
        if found is not None and found.closed_until is not None and now < found.closed_until:
            raise NotAllowed("security.sign_in_closed", value=found.closed_until.astimezone().strftime("%H:%M"))
        fits = found is not None and found.is_active and self._passwords.fits(found.password_hash, password)
        if found is None or not fits:
            self._failed(found, user=user, desk=desk)
            raise NotAllowed("security.sign_in_failed")
        kept = found.password_hash
        if self._passwords.is_outdated(kept):
            kept = self._passwords.new_hash(password, user=user)
        actor = Actor(user=user, roles=found.roles, desk=desk)
        with self._transactions.begin() as unit:
            unit.users.save(replace(found, failures=0, closed_until=None, password_hash=kept))
            unit.audit.append(Deed(name="user.sign_in", actor=actor, subject_kind="user", subject=user), now)
        return actor

    def verify_trail(self) -> TrailState:
        """Read the whole trail and hold each entry against its predecessor."""
        previous, count, broken = GENESIS, 0, None
        while page := self._page(count):
            broken = first_broken(page, previous=previous, first=count + 1)
            if broken is not None:
                break
            previous, count = page[-1].digest, count + len(page)
        return TrailState(entries=count, first_broken=broken, head=previous.hex())

    def _page(self, after: int) -> Sequence[Entry]:
        with self._transactions.read() as unit:
            return unit.audit.entries(after=after, limit=_PAGE)

    def _failed(self, found: User | None, *, user: UserId, desk: str) -> None:
        """Count the failure where the user exists, and enter it either way."""
        now = self._clock.now()
        actor = Actor(user=user if found else UserId("unknown"), roles=frozenset(), desk=desk)
        with self._transactions.begin() as unit:
            if found is not None:
                failures = found.failures + 1
                wait = waiting_time(failures)
                unit.users.save(replace(found, failures=failures, closed_until=now + wait if wait else None))
            unit.audit.append(
                Deed(name="user.sign_in_failed", actor=actor, subject_kind="user", subject=actor.user), now
            )
