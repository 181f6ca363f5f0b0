"""One opened branch: the services of every room, put together by `app`, used by the window, the command line and the demo."""

from dataclasses import dataclass

from visitdesk.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The desks of one data folder; rooms add theirs as they open."""

    clock: Clock
