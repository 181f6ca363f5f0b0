"""Pictures of the settings, help, key sheet and About pages."""

import tempfile
from pathlib import Path

from tests.screens import Screen
from visitdesk.ui.settings.help import help_pages
from visitdesk.ui.settings.panel import pages
from visitdesk.ui.settings.values import Values
from visitdesk.ui.shell.context import Selection
from visitdesk.ui.shell.page import PageSpec


def specs() -> tuple[PageSpec, ...]:
    """Over an empty file of their own."""
    folder = Path(tempfile.mkdtemp(prefix="visitdesk-screens-"))
    values = Values(folder)
    values.put("planning.seconds", 40)
    return (*pages(values, lambda: None), *help_pages(lambda: None))


SCREENS = (
    Screen(name="settings", page="settings", specs=specs),
    Screen(name="help", page="settings/help", specs=specs, selection=Selection(kind="help", id="strip")),
    Screen(name="keys", page="settings/keys", specs=specs),
    Screen(name="about", page="settings/about", specs=specs),
)
