"""What the palette finds of the cases: by characters, pinyin, initials, case number or the tail of a number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from visitdesk.ui.cases.case_columns import region_word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.search import Entry, EntryGroup

if TYPE_CHECKING:
    from visitdesk.cases.service import CaseDesk


class CaseSource:
    """All cases of the branch; shown masked, found by the words the list itself is searched by."""

    def __init__(self, cases: "CaseDesk") -> None:
        self._cases = cases

    def entries(self) -> Iterable[Entry]:
        """One for each case."""
        days = QCoreApplication.translate("CaseList", "{n} days")
        return [
            Entry(
                group=EntryGroup.CASE,
                key=line.id,
                title=line.borrower,
                detail=f"{line.id}  {region_word(line.region)}  {line.lender}",
                badge=days.format(n=line.days_past_due),
                icon=Icon.FOLDER_PERSON.value,
                page="cases/case",
                kind="case",
                id=line.id,
                more=line.search.replace(" ", "\n"),
            )
            for line in self._cases.lines()
        ]
