"""Draws and seals copies of records for the room `records`: fulfils its port `RecordRenderer`."""

from collections.abc import Callable, Mapping

from visitdesk.clock import Clock
from visitdesk.documents import visit_record
from visitdesk.documents.house import House
from visitdesk.documents.page import finished
from visitdesk.documents.seal import SealKey, sealed
from visitdesk.documents.words import words_of
from visitdesk.records.model import Copy, EvidenceId, Record
from visitdesk.records.ports import Drawn
from visitdesk.wording import Lang, sentence


class RecordPapers:
    """Copies of records as sealed PDFs.

    Args:
        house: answers how the branch is named on paper, asked anew for each drawing: settings change while it is open.
        key: the branch's seal key, or None where no seal is set (drafts, previews).
    """

    def __init__(self, house: Callable[[], House], clock: Clock, key: SealKey | None = None) -> None:
        self._house = house
        self._clock = clock
        self._key = key

    def draw(self, record: Record, copy: Copy, lang: Lang, photos: Mapping[EvidenceId, bytes]) -> Drawn:
        """The finished, sealed file.

        Raises:
            BadInput: a character has no glyph, or a third person's copy would tell of the debt.
        """
        values = visit_record.RecordValues(record=record, copy=copy, house=self._house(), photos=photos)
        paper = visit_record.pages(values, lang)
        title = visit_record.title_of(values, lang)
        data = finished(paper, title=title, attachment=visit_record.attachment_of(values, lang))
        if self._key is not None:
            data = sealed(data, self._key, self._clock.now(), reason=sentence("documents.seal_reason", lang))
        return Drawn(data=data, pages=len(paper.sheets), template=words_of("visit_record", lang).template)

    def preview(self, record: Record, copy: Copy, lang: Lang, photos: Mapping[EvidenceId, bytes]) -> bytes:
        """An unsealed drawing marked as a draft, for records that are not final yet."""
        values = visit_record.RecordValues(record=record, copy=copy, house=self._house(), photos=photos, draft=True)
        return visit_record.render(values, lang)
