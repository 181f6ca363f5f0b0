"""Deeds on settings of branch and person: kept in the store, changed by permission, entered in the audit trail."""

from collections.abc import Mapping

from visitdesk.changed import Changed, Subject
from visitdesk.clock import Clock
from visitdesk.security.audit import Deed
from visitdesk.security.model import Actor
from visitdesk.security.permissions import Deed as Permission
from visitdesk.security.permissions import require
from visitdesk.security.ports import SecurityTransactions
from visitdesk.settings import SETTINGS, Scope, Value, checked, from_text, setting, to_text


class SettingsDesk:
    """Reads and changes what the whole branch, or the person signed in, has set."""

    def __init__(self, transactions: SecurityTransactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    def texts(self) -> Mapping[str, str]:
        """Every kept text by key; keys a newer program declared are left out."""
        known = {one.key for one in SETTINGS if one.scope is not Scope.DESK}
        with self._transactions.read() as unit:
            return {key: str(text) for key, text in unit.settings.all().items() if key in known}

    def value(self, key: str) -> Value:
        """The value in force."""
        text = self.texts().get(key)
        return setting(key).default if text is None else from_text(setting(key), text)

    def put(self, actor: Actor, key: str, value: object) -> Changed:
        """Keep a value; one's own settings need no permission.

        Raises:
            BadInput: it does not fit the declaration.
            NotAllowed: a setting of the branch, and the role does not carry it.
        """
        text = to_text(checked(setting(key), value))
        return self._change(actor, key, text)

    def reset(self, actor: Actor, key: str) -> Changed:
        """Back to the declared default."""
        return self._change(actor, key, None)

    def _change(self, actor: Actor, key: str, text: str | None) -> Changed:
        if setting(key).scope is Scope.BRANCH:
            require(actor, Permission.CHANGE_SETTINGS)
        with self._transactions.begin() as unit:
            if text is None:
                unit.settings.drop(key)
            else:
                unit.settings.put(key, text)
            deed = Deed(name="setting.change", actor=actor, subject_kind="setting", subject=key)
            unit.audit.append(deed, self._clock.now())
        return Changed.one(Subject.SETTING, key)
