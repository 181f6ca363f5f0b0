"""What the palette finds of the people: by characters, pinyin, initials or staff number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from visitdesk.ui.people.words import employer_word
from visitdesk.ui.shell.icons import Icon
from visitdesk.ui.shell.search import Entry, EntryGroup

if TYPE_CHECKING:
    from visitdesk.people.service import PeopleDesk


class PeopleSource:
    """All collectors who still go out."""

    def __init__(self, people: "PeopleDesk") -> None:
        self._people = people

    def entries(self) -> Iterable[Entry]:
        """One for each; telephone numbers stay out."""
        return [
            Entry(
                group=EntryGroup.PERSON,
                key=one.id,
                title=one.name,
                detail=f"{one.id}  {employer_word(one.employer)}",
                icon=Icon.PERSON.value,
                page="people",
                kind="collector",
                id=one.id,
            )
            for one in self._people.collectors()
            if one.is_active
        ]
