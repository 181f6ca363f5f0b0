"""Pages of a PDF as pictures: the preview is the paper itself, and what goes to a printer is what was previewed.

pdfium draws them; each call opens and closes the file by itself, so that nothing is held between two sheets.
"""

from io import BytesIO

import pypdfium2 as pdfium
from pikepdf import ObjectStreamMode, Pdf

from visitdesk.errors import BadInput

WIDEST = 6000
"""Pixels across; A4 at 600 dpi has 4,961."""


def page_count(pdf: bytes) -> int:
    """How many pages the file has, blank backs counted."""
    document = _opened(pdf)
    try:
        return len(document)
    finally:
        document.close()


def pictures(pdf: bytes, width: int, *, first: int = 1, count: int | None = None) -> tuple[bytes, ...]:
    """Pages as PNG, `width` pixels across, from page `first` (from 1) on; `count` None means all that follow.

    Raises:
        BadInput: not a PDF, no such page, or a width no screen and no printer has.
    """
    if not 1 <= width <= WIDEST:
        raise BadInput("documents.preview_width", value=width, most=WIDEST)
    document = _opened(pdf)
    try:
        total = len(document)
        if not 1 <= first <= total:
            raise BadInput("documents.no_such_sheet", number=first, count=total)
        last = total if count is None else min(total, first - 1 + count)
        return tuple(_picture(document, number, width) for number in range(first - 1, last))
    finally:
        document.close()


def rest_of(pdf: bytes, page: int) -> bytes:
    """The file from that page on, to go on after a paper jam; tags and data stay with the whole file.

    Raises:
        BadInput: there is no such page.
    """
    with Pdf.open(BytesIO(pdf)) as whole:
        if not 1 <= page <= len(whole.pages):
            raise BadInput("documents.no_such_sheet", number=page, count=len(whole.pages))
        rest = Pdf.new()
        rest.pages.extend(whole.pages[page - 1 :])
        out = BytesIO()
        rest.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return out.getvalue()


def _opened(pdf: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as error:
        raise BadInput("documents.verify_not_a_paper") from error


def _picture(document: pdfium.PdfDocument, number: int, width: int) -> bytes:
    page = document[number]
    try:
        drawn = page.render(scale=width / page.get_width(), may_draw_forms=False)
        out = BytesIO()
        drawn.to_pil().save(out, "PNG", compress_level=1)
        return out.getvalue()
    finally:
        page.close()
