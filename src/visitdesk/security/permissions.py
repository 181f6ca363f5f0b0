"""Which role carries which deed (reference security-storage §7). Services ask here before they act.

Deeds that need a second person are marked in `TWO_PERSONS`; the second signature is the business of the deed.
"""

from enum import StrEnum

from visitdesk.errors import NotAllowed
from visitdesk.security.model import Actor, Role


class Deed(StrEnum):
    """Deeds as the permission table names them."""

    IMPORT_ACCOUNTS = "import_accounts"
    PREPARE_VISIT = "prepare_visit"
    APPROVE_VISIT = "approve_visit"
    PLAN_DAY = "plan_day"
    PUBLISH_DAY = "publish_day"
    DISPATCH = "dispatch"
    WATCH = "watch"
    RESOLVE_DURESS = "resolve_duress"
    SET_HOLD = "set_hold"
    CLEAR_HOLD = "clear_hold"
    REVEAL = "reveal"
    WRITE_RECORD = "write_record"
    REVIEW_RECORD = "review_record"
    PRINT = "print"
    EXPORT_BULK = "export_bulk"
    KEEP_PEOPLE = "keep_people"
    TRAIN = "train"
    CERTIFY = "certify"
    READ_AUDIT = "read_audit"
    KEEP_USERS = "keep_users"
    KEEP_KEYS = "keep_keys"
    CHANGE_SETTINGS = "change_settings"


_SV, _SO, _CK = Role.SUPERVISOR, Role.SAFETY_OFFICER, Role.CLERK
_TR, _AU, _AD = Role.TRAINER, Role.AUDITOR, Role.ADMINISTRATOR

MAY: dict[Deed, frozenset[Role]] = {
    Deed.IMPORT_ACCOUNTS: frozenset({_SV, _CK}),
    Deed.PREPARE_VISIT: frozenset({_SV, _CK}),
    Deed.APPROVE_VISIT: frozenset({_SV}),
    Deed.PLAN_DAY: frozenset({_SV}),
    Deed.PUBLISH_DAY: frozenset({_SV}),
    Deed.DISPATCH: frozenset({_SV}),
    Deed.WATCH: frozenset({_SV, _SO}),
    Deed.RESOLVE_DURESS: frozenset({_SV, _SO}),
    Deed.SET_HOLD: frozenset({_SV, _SO, _CK}),
    Deed.CLEAR_HOLD: frozenset({_SV, _SO}),
    Deed.REVEAL: frozenset({_SV, _SO, _CK, _AU}),
    Deed.WRITE_RECORD: frozenset({_SV, _CK}),
    Deed.REVIEW_RECORD: frozenset({_SV}),
    Deed.PRINT: frozenset({_SV, _CK}),
    Deed.EXPORT_BULK: frozenset({_SV, _AU}),
    Deed.KEEP_PEOPLE: frozenset({_SV}),
    Deed.TRAIN: frozenset({_SV, _SO, _CK, _TR}),
    Deed.CERTIFY: frozenset({_SV, _TR}),
    Deed.READ_AUDIT: frozenset({_SV, _AU}),
    Deed.KEEP_USERS: frozenset({_AD}),
    Deed.KEEP_KEYS: frozenset({_SV, _AD}),
    Deed.CHANGE_SETTINGS: frozenset({_SV, _AD}),
}
"""The table; a deed absent here is a programming fault."""

TWO_PERSONS = frozenset({Deed.RESOLVE_DURESS, Deed.CLEAR_HOLD, Deed.EXPORT_BULK, Deed.KEEP_USERS, Deed.KEEP_KEYS})
"""Deeds for which one person is not enough."""


def require(actor: Actor, deed: Deed) -> None:
    """Refuse the deed where none of the actor's roles carries it.

    Raises:
        NotAllowed: names the deed and the roles that carry it.
    """
    if not actor.has(*MAY[deed]):
        roles = "、".join(sorted(MAY[deed]))
        raise NotAllowed("security.not_allowed", deed=deed.value, roles=roles, user=actor.user)
