"""One opened branch: the services of every room, put together by `app`, used by window, command line and demo."""

from dataclasses import dataclass

from visitdesk.clock import Clock
from visitdesk.security.keyslots import SlotKind
from visitdesk.security.service import SecurityDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """The desks of one data folder; rooms add theirs as they open.

    Attributes:
        key_kind: by which way the data were opened; a demonstration key is complained about everywhere.
    """

    clock: Clock
    key_kind: SlotKind
    security: SecurityDesk
