"""Passwords of the people who sign in: argon2id, no composition rules, waiting after repeated failures.

Source of the figures: reference security-storage §7 (m = 64 MiB, t = 3, p = 1: 166 ms of CPU).
"""

from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from visitdesk.errors import BadInput

MIN_LENGTH = 10
FREE_FAILURES = 5
_COMMON = frozenset({"1234567890", "0123456789", "password123", "qwertyuiop", "visitdesk1", "1111111111", "0000000000"})


class Passwords:
    """Makes and checks password hashes; runs on the worker thread, never on the window's."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher(memory_cost=64 * 1024, time_cost=3, parallelism=1)

    def new_hash(self, password: str, *, user: str) -> str:
        """The hash to keep.

        Raises:
            BadInput: too short, among the common ones, or the user's own name.
        """
        if len(password) < MIN_LENGTH:
            raise BadInput("security.password_short", value=MIN_LENGTH)
        if password.casefold() in _COMMON or password.casefold() == user.casefold():
            raise BadInput("security.password_common")
        return self._hasher.hash(password)

    def fits(self, kept: str, password: str) -> bool:
        """Whether the password is the one behind the hash."""
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, kept: str) -> bool:
        """Whether the hash was made with other costs and should be made anew at this sign-in."""
        return self._hasher.check_needs_rehash(kept)


def waiting_time(failures: int) -> timedelta:
    """How long sign-in is closed after so many failures in a row: 1, 2, 4 … minutes from the fifth on, at most 4 h."""
    if failures < FREE_FAILURES:
        return timedelta(0)
    return min(timedelta(minutes=2 ** min(failures - FREE_FAILURES, 8)), timedelta(hours=4))
