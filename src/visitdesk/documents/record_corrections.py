"""The corrections of a record on paper (更正): both texts side by side, with reason, time and person."""

from collections.abc import Sequence
from itertools import pairwise

from visitdesk.documents.faces import Role
from visitdesk.documents.page import Paper
from visitdesk.documents.style import LABEL, NOTE
from visitdesk.documents.words import PaperWords
from visitdesk.records.form import to_plain
from visitdesk.records.model import Revision

_LABELLED = {
    "met": "met",
    "followed": "followed",
    "demeanour": "demeanour",
    "entry": "entry",
    "recording": "recording",
    "borrower_signature": "signature",
    "statement_by": "role",
    "entry_consent_by": "role",
}
"""Fields of `Content` that hold codes, and the kind of label that says them."""


def write_corrections(
    paper: Paper, revisions: Sequence[Revision], words: PaperWords, zone: str, *, fields: frozenset[str] | None
) -> None:
    """Every correction with its reason, old and new text; `fields` limits what this reader may see, None is all."""
    if len(revisions) < 2:
        return
    paper.heading(words("corrections"), 2)
    for old, new in pairwise(revisions):
        at = words.moment(new.at, zone)
        paper.paragraph(words("correction", number=new.number, at=at, by=new.by), LABEL.with_(role=Role.HEAD))
        paper.paragraph(words("correction_reason", reason=new.reason), NOTE)
        rows = _differences(old, new, words, fields)
        if rows:
            paper.table([18, 41, 41], rows, head=[words("field"), words("before"), words("after")])


def _differences(old: Revision, new: Revision, words: PaperWords, fields: frozenset[str] | None) -> list[list[str]]:
    """Field, old text, new text; what this reader may not see is left out."""
    before, after = to_plain(old.content), to_plain(new.content)
    rows = []
    for name in before:
        visible = fields is None or f"content.{name}" in fields
        if visible and before[name] != after[name]:
            rows.append([words(f"field_{name}"), _said(name, before[name], words), _said(name, after[name], words)])
    return rows


def _said(name: str, plain: object, words: PaperWords) -> str:
    """A field's value as a reader understands it: labels for codes, the rest as text."""
    kind = _LABELLED.get(name)
    if isinstance(plain, bool):
        return words("true" if plain else "false")
    if isinstance(plain, list):
        return words.listed([_said(name, one, words) for one in plain]) or "—"
    if isinstance(plain, dict):
        return "；".join(_said("", one, words) for one in plain.values() if one not in ("", None))
    if plain is None or plain == "":
        return "—"
    return words.label(kind, str(plain)) if kind else str(plain)
