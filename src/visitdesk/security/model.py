"""Nouns of the room `security`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

UserId = NewType("UserId", str)
"""Sign-in name of somebody in the office; may stand in logs."""


class Role(StrEnum):
    """What a user is at the branch (reference security-storage §7)."""

    SUPERVISOR = "supervisor"
    SAFETY_OFFICER = "safety_officer"
    CLERK = "clerk"
    TRAINER = "trainer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person in whose name a deed is done.

    Attributes:
        desk: name of the console; part of every audit entry.
    """

    user: UserId
    roles: frozenset[Role]
    desk: str = "desk"

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds at least one of these roles."""
        return not self.roles.isdisjoint(roles)


SETUP = Actor(user=UserId("setup"), roles=frozenset(Role), desk="setup")
"""Who acts while a data folder has no users yet (contracts, head)."""
