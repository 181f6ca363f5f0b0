"""The copy for a household member or neighbour (第三人联): who called, when, whom to ring; nothing else.

Drawn from fewer data, and linted before it is handed over: rule cn-no-disclosure-third.
"""

from visitdesk.documents import lint
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper
from visitdesk.documents.style import BODY
from visitdesk.documents.table import Cell
from visitdesk.documents.words import words_of
from visitdesk.records.model import Record
from visitdesk.wording import Lang

_SHARES = (15, 85)
_KEYS = ("third_title", "third_words", "third_when", "third_who", "third_phone", "third_number")


class ThirdPersonNote:
    """Writes the note."""

    def __init__(self, record: Record, house: House, lang: Lang) -> None:
        self._record = record
        self._house = house
        self._words = words_of("visit_record", lang)

    def furniture(self) -> Furniture:
        """Neutral head."""
        return Furniture(head_left=self._house.neutral_name, foot_left=self._words.template, numbered=False)

    def write(self, paper: Paper) -> None:
        """The note.

        Raises:
            BadInput: a word would tell of a debt. Names and badge numbers are not ours to choose and pass.
        """
        words, facts, house = self._words, self._record.facts, self._house
        lint.require_neutral(house.neutral_name, house.office_hours, self._record.id, *map(words, _KEYS))
        times = self._record.content.times
        when = words.moment(times.arrived, facts.time_zone) if times.arrived else "—"
        paper.title(words("third_title"))
        paper.space(6)
        paper.paragraph(words("third_words"), BODY)
        paper.space(6)
        rows = [
            (words("third_when"), when),
            (words("third_who"), "\n".join(f"{one.name}　{one.badge}" for one in facts.team)),
            (words("third_phone"), f"{house.phone}　{house.office_hours}"),
            (words("third_number"), str(self._record.id)),
        ]
        paper.table(_SHARES, [[Cell(words=name, head=True), value] for name, value in rows])
