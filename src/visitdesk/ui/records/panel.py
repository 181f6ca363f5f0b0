"""What the station Records offers: the queue, one record, its paper; and what the palette finds."""

from typing import TYPE_CHECKING

from visitdesk.ui.records.paper_page import PaperPage
from visitdesk.ui.records.queue_page import QueuePage
from visitdesk.ui.records.record_page import RecordPage
from visitdesk.ui.records.rows import Walk
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station

if TYPE_CHECKING:
    from visitdesk.ui.records.ports import RecordsBranch


def pages(branch: "RecordsBranch") -> tuple[PageSpec, ...]:
    """The pages of the station."""
    walk = Walk()
    return (
        PageSpec(key="records", station=Station.RECORDS, make=lambda shell: QueuePage(shell, branch, walk)),
        PageSpec(key="records/record", station=Station.RECORDS, make=lambda shell: RecordPage(shell, branch, walk)),
        PageSpec(key="records/paper", station=Station.RECORDS, make=lambda shell: PaperPage(shell, branch)),
    )
