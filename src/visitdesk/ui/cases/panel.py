"""What the capability offers: the list, one case, the import, the rows held back; and what the palette finds."""

from typing import TYPE_CHECKING

from visitdesk.ui.cases.case_page import CaseScreen
from visitdesk.ui.cases.held_page import HELD_ACTIONS, HeldPage
from visitdesk.ui.cases.import_draft import ImportDraft
from visitdesk.ui.cases.import_page import ImportPage
from visitdesk.ui.cases.list_page import CasesPage
from visitdesk.ui.cases.source import CaseSource
from visitdesk.ui.cases.views import SessionViews, Views, Walk
from visitdesk.ui.shell.page import PageSpec
from visitdesk.ui.shell.rail import Station
from visitdesk.ui.shell.search import Source

if TYPE_CHECKING:
    from visitdesk.ui.cases.ports import CasesBranch


def pages(branch: "CasesBranch", views: Views | None = None) -> tuple[PageSpec, ...]:
    """The pages of the station.

    Args:
        views: keeps saved selections; None keeps them until the window closes.
    """
    walk, draft, kept = Walk(), ImportDraft(), views or SessionViews()
    return (
        PageSpec(
            key="cases",
            station=Station.CASES,
            make=lambda shell: CasesPage(shell, branch, walk, kept, draft),
        ),
        PageSpec(
            key="cases/case",
            station=Station.CASES,
            make=lambda shell: CaseScreen(shell, branch, walk),
        ),
        PageSpec(key="cases/import", station=Station.CASES, make=lambda shell: ImportPage(shell, branch, draft)),
        PageSpec(
            key="cases/held",
            station=Station.CASES,
            make=lambda shell: HeldPage(shell, branch),
            actions=HELD_ACTIONS,
        ),
    )


def sources(branch: "CasesBranch") -> tuple[Source, ...]:
    """For the palette."""
    return (CaseSource(branch.cases),)
