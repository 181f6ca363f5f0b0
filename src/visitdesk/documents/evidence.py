"""Evidence on paper (佐证材料): two photos a row, each with caption, time, place and the hash of its original."""

from collections.abc import Mapping, Sequence

from visitdesk.documents.faces import Role
from visitdesk.documents.page import Paper
from visitdesk.documents.style import LABEL, MM, SMALL
from visitdesk.documents.words import PaperWords, grouped
from visitdesk.records.model import Evidence, EvidenceId

_GAP, _TALLEST = 10.0, 62 * MM
_CAPTION = LABEL.with_(role=Role.HEAD)


def write_evidence(
    paper: Paper, evidence: Sequence[Evidence], photos: Mapping[EvidenceId, bytes], words: PaperWords, zone: str
) -> None:
    """All evidence: photos that have a print copy first, the others as text."""
    shown = [one for one in evidence if one.id in photos]
    for at in range(0, len(shown), 2):
        _row(paper, shown[at : at + 2], photos, words, zone)
    for one in evidence:
        if one.id not in photos:
            paper.paragraph(_caption(one, words), _CAPTION)
            paper.paragraph(f"{_proof(one, words, zone)}\n{words('no_picture')}", LABEL.with_(after=6.0))


def _row(
    paper: Paper, row: Sequence[Evidence], photos: Mapping[EvidenceId, bytes], words: PaperWords, zone: str
) -> None:
    width = (paper.measure - _GAP) / 2
    sizes = [_fitted(one, width) for one in row]
    tallest = max(height for _, height in sizes)
    captions = [(_caption(one, words), _proof(one, words, zone)) for one in row]
    below = max(
        len(paper.lines(caption, _CAPTION, width)) * _CAPTION.leading
        + len(paper.lines(proof, SMALL, width)) * SMALL.leading
        for caption, proof in captions
    )
    paper.ensure(tallest + 4 + below)
    top = paper.y
    for number, (one, (wide, high), (caption, proof)) in enumerate(zip(row, sizes, captions, strict=True)):
        x = paper.left + number * (width + _GAP)
        paper.y = top
        alt = f"{one.caption}　{words.moment(one.taken_at, zone)}"
        paper.picture(photos[one.id], wide, high, alt=alt, x=x)
        text = top + tallest + 4
        text += paper.text_at(x, text, caption, _CAPTION, width)
        paper.text_at(x, text, proof, SMALL, width)
    paper.y = top + tallest + 4 + below + 8


def _caption(one: Evidence, words: PaperWords) -> str:
    return words("evidence_caption", id=one.id, caption=one.caption)


def _proof(one: Evidence, words: PaperWords, zone: str) -> str:
    place = ""
    if one.distance_m is not None:
        accuracy = "—" if one.accuracy_m is None else f"{one.accuracy_m:.0f}"
        place = words("evidence_place", distance=f"{one.distance_m:.0f}", accuracy=accuracy)
    at = words.moment(one.taken_at, zone)
    return words("evidence_facts", at=at, by=one.taken_by, place=place, digest=grouped(one.digest))


def _fitted(one: Evidence, width: float) -> tuple[float, float]:
    """Size on paper that keeps the picture's shape inside its half of the measure."""
    if not one.width or not one.height:
        return width, _TALLEST
    scale = min(width / one.width, _TALLEST / one.height)
    return one.width * scale, one.height * scale
