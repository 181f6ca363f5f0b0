"""Settings of the open branch as the settings page reads and writes them: in the name of whoever sits here."""

from collections.abc import Callable

from visitdesk.errors import NotAllowed
from visitdesk.security.model import Actor
from visitdesk.security.settings_desk import SettingsDesk
from visitdesk.settings import from_text, setting


class DeskBranchValues:
    """The branch's settings for one window.

    Args:
        actor: who is signed in now, or None.
    """

    def __init__(self, desk: SettingsDesk, actor: Callable[[], Actor | None]) -> None:
        self._desk = desk
        self._actor = actor

    def read(self) -> dict[str, str]:
        """Every kept text by key; called on the writer thread."""
        return dict(self._desk.texts())

    def write(self, key: str, text: str | None) -> None:
        """Keep a text, or go back to the default with None.

        Raises:
            NotAllowed: nobody is signed in, or the role does not carry it.
        """
        actor = self._actor()
        if actor is None:
            raise NotAllowed("security.sign_in_needed")
        if text is None:
            self._desk.reset(actor, key)
        else:
            self._desk.put(actor, key, from_text(setting(key), text))
