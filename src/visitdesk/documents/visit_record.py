"""The visit record on paper (外访记录), one drawing per reader.

What stands on it: reference regulation §2, documents §8. Copies are drawn from fewer data, never covered afterwards:
the borrower's copy has no internal notes, the third person's has neither debt nor statement.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visitdesk.documents.archive import Attachment
from visitdesk.documents.breaking import Span
from visitdesk.documents.evidence import write_evidence
from visitdesk.documents.faces import Role, missing, no_glyph
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, finished, written
from visitdesk.documents.record_corrections import write_corrections
from visitdesk.documents.record_talk import write_conduct, write_papers, write_told
from visitdesk.documents.style import (
    BODY,
    CELL,
    H2,
    LABEL,
    MM,
    NOTE,
    PLAIN,
    PORTRAIT,
    SMALL,
    SPOKEN,
    TITLE,
    Align,
)
from visitdesk.documents.table import Cell
from visitdesk.documents.third_person_note import ThirdPersonNote
from visitdesk.documents.words import grouped, words_of
from visitdesk.records.form import to_plain
from visitdesk.records.model import RECORDED_REPORTS, Copy, EvidenceId, Record
from visitdesk.records.outcome import next_steps
from visitdesk.records.root import disclosure, leaves
from visitdesk.wording import Lang

ALL = frozenset({Copy.FILE, Copy.LENDER, Copy.COURT})
_BORROWERS_FIELDS = frozenset(
    {"record", "revision"}
    | {f"facts.{name}" for name in ("visit", "case", "lender", "agency", "branch", "borrower", "id_masked", "address")}
    | {f"facts.{name}" for name in ("address_kind", "time_zone", "purpose", "planned", "team", "authority_number")}
    | {f"content.{name}" for name in ("met", "followed", "times", "shown", "figures", "told", "statement", "offers")}
    | {f"content.{name}" for name in ("statement_by", "nothing_said", "read_back", "promise", "objection", "hardship")}
    | {f"content.{name}" for name in ("papers_left", "papers_received", "recording", "entry", "borrower_signature")}
)
"""What the borrower's copy shows of facts and content; everything else is proved by its hash only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordValues:
    """What the paper is drawn from.

    Attributes:
        photos: print copies by evidence id; a photo without one is listed, not shown.
        draft: mark the paper as a draft, without root and code.
    """

    record: Record
    copy: Copy
    house: House
    photos: Mapping[EvidenceId, bytes]
    draft: bool = False


def render(values: RecordValues, lang: Lang) -> bytes:
    """The finished, unsealed file.

    Raises:
        BadInput: a character has no glyph, or a third person's copy would tell of the debt.
    """
    paper = pages(values, lang)
    return finished(paper, title=title_of(values, lang), attachment=attachment_of(values, lang))


def pages(values: RecordValues, lang: Lang, *, first: int = 0) -> Paper:
    """The written pages, for a file of their own or for a batch."""
    if values.copy is Copy.THIRD_PERSON:
        note = ThirdPersonNote(values.record, values.house, lang)
        return written(note.write, lang=lang, layout=PLAIN, furniture=note.furniture(), first=first)
    _require_glyphs(values)
    story = _RecordStory(values, lang)
    return written(story.write, lang=lang, layout=PORTRAIT, furniture=story.furniture(), first=first)


def title_of(values: RecordValues, lang: Lang) -> str:
    """Title of the file, without names."""
    words = words_of("visit_record", lang)
    return words("third_title") if values.copy is Copy.THIRD_PERSON else f"{words('title')} {values.record.id}"


def attachment_of(values: RecordValues, lang: Lang) -> Attachment | None:
    """The record's data as this reader may have it, with the proof of its root; None for third persons and drafts."""
    record = values.record
    if values.copy is Copy.THIRD_PERSON or not record.revisions or values.draft:
        return None
    every = frozenset(leaves(record.id, len(record.revisions), record.facts, record.content))
    shown = _BORROWERS_FIELDS if values.copy is Copy.BORROWER else every
    carried = disclosure(record.id, len(record.revisions), record.facts, record.content, record.salt, shown)
    carried["copy"] = values.copy.value
    data = json.dumps(carried, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    name = "record.json"
    return Attachment(name=name, data=data, description=words_of("visit_record", lang)("title"))


def _require_glyphs(values: RecordValues) -> None:
    """All faults are looked for before anything is drawn, so that the field can be named."""
    for part, value in (("facts", values.record.facts), ("content", values.record.content)):
        for field, plain in to_plain(value).items():
            for character in missing([json.dumps(plain, ensure_ascii=False)]):
                raise no_glyph(character, f"{part}.{field}")


class _RecordStory:
    """Writes the record section by section."""

    def __init__(self, values: RecordValues, lang: Lang) -> None:
        self._values = values
        self._record = values.record
        self._facts = values.record.facts
        self._content = values.record.content
        self._words = words_of("visit_record", lang)
        self._zone = self._facts.time_zone
        self._is_full = values.copy in ALL

    def furniture(self) -> Furniture:
        """Heads, feet and the small code of the following pages."""
        words, record = self._words, self._record
        root = "" if self._values.draft else grouped(record.root)
        return Furniture(
            head_left=words("page_mark", branch=self._facts.branch),
            head_right=f"{record.id}　{words.label('copy', self._values.copy)}",
            foot_left="　".join(part for part in (words.template, root) if part),
            qr="" if self._values.draft else f"VD1|{record.id}|{{page}}|{record.root}",
            binding=True,
            mark=words.label("state", "draft") if self._values.draft else "",
        )

    def write(self, paper: Paper) -> None:
        """The whole record."""
        self._head(paper)
        self._basic(paper)
        self._course(paper)
        self._outcome(paper)
        self._statement(paper)
        if self._is_full:
            self._account(paper)
        write_told(paper, self._content, self._words)
        write_papers(paper, self._content, self._words)
        if self._is_full:
            write_conduct(paper, self._content, self._words)
            self._evidence(paper)
        fields = None if self._is_full else _BORROWERS_FIELDS
        write_corrections(paper, self._record.revisions, self._words, self._zone, fields=fields)
        if self._values.copy is Copy.BORROWER:
            paper.callout(self._words("rights_head"), [self._words("rights", phone=self._values.house.phone)], NOTE)
        self._signatures(paper)

    # ---- sections

    def _head(self, paper: Paper) -> None:
        words, record = self._words, self._record
        side, cells = 22 * MM, 45 * MM
        right, top = paper.left + paper.measure, paper.y - 4
        if not self._values.draft:
            code = f"VD1|{record.id}|1|{record.root}"
            paper.qr_at(code, right - side + 5, top - 5, side, alt=words("qr"))
        if self._is_full:
            self._archive_cells(paper, right - side - cells - 2, top)
        width = paper.measure - side - cells - 6
        revision = len(record.revisions)
        paper.headings.clear()
        paper.text_at(paper.left, top, words("title"), TITLE.with_(align=Align.LEFT, size=21.0), width, tag="H1")
        meta = words("meta", record=record.id, copy=words.label("copy", self._values.copy), revision=revision)
        paper.text_at(paper.left, top + 33, meta, LABEL.with_(grey=0.2), width)
        if record.finalised_at:
            by = words("verify", by=record.reviewed_by, at=words.moment(record.finalised_at, self._zone))
            paper.text_at(paper.left, top + 46, by, LABEL.with_(grey=0.2), width)
        paper.y = top + 64

    def _archive_cells(self, paper: Paper, x: float, y: float) -> None:
        """归档章, 45 × 16 mm in six cells (DA/T 22, after secondary copies)."""
        width, height = 45 * MM / 3, 16 * MM / 2
        fonds, office, term = self._values.house.archive
        filled = (fonds, str(self._record.opened_at.year), "", office, term, "")
        names = self._words("archive_cells").split("|")
        style = SMALL.with_(size=7.5, leading=9.0, align=Align.CENTRE)
        for number, (name, value) in enumerate(zip(names, filled, strict=True)):
            left, top = x + number % 3 * width, y + number // 3 * height
            with paper.sheet.artifact():
                paper.sheet.box(left, top, width, height, line=0.3)
            paper.text_at(left, top + 6, value or name, style if value else style.with_(grey=0.55), width)

    def _basic(self, paper: Paper) -> None:
        words, facts, times = self._words, self._facts, self._content.times
        members = [words("member", name=one.name, id=one.id, badge=one.badge) for one in facts.team]
        actual = "—"
        if times.arrived and times.left:
            actual = words.span(times.arrived, times.left, self._zone)
        if not times.from_check_ins:
            actual += words("actual_reason", reason=times.reason)
        authority = "—"
        if facts.authority_number:
            until = words.day(facts.authority_until) if facts.authority_until else "—"
            authority = words("authority_value", number=facts.authority_number, until=until)
        notice = words("notice_none")
        if facts.notice_sent_at:
            channel = words.label("channel", facts.notice_channel)
            notice = f"{words.moment(facts.notice_sent_at, self._zone)}　{channel}"
        paper.heading(words("facts"), 2)
        address = f"{facts.address}（{words.label('address', facts.address_kind)}）"
        if words.lang is Lang.EN:
            address = f"{facts.address} ({words.label('address', facts.address_kind)})"
        self._pairs(
            paper,
            [("case", facts.case), ("lender", facts.lender)],
            [("borrower", facts.borrower), ("agency", facts.agency)],
            [("id", facts.id_masked), ("authority", authority)],
            [("address", address)],
            [("purpose", facts.purpose)],
            [("planned", words.span(*facts.planned, self._zone)), ("notice", notice)],
            [("actual", actual)],
            [("team", "\n".join(members))],
        )

    def _course(self, paper: Paper) -> None:
        words, content = self._words, self._content
        events = [(at, words.label("shown", item)) for item, at in content.shown]
        if self._is_full:
            seen = [one for one in self._facts.check_ins if one[1] in RECORDED_REPORTS]
            reports = ((at, words.label("report", what)) for _, what, at in seen)
            events += [(at, words("by_report", what=what)) for at, what in reports]
        rows = [(words.clock(at, self._zone), what) for at, what in sorted(events)]
        half = (len(rows) + 1) // 2
        blank = ("", "")
        paper.heading(words("course"), 2)
        if rows:
            pairs = [[*rows[at], *(rows[half + at] if half + at < len(rows) else blank)] for at in range(half)]
            paper.table([12, 38, 12, 38], pairs, head=[words("time"), words("event")] * 2)
        entry = words.label("entry", content.entry)
        if content.entry_consent_by:
            entry = words("entry_consent", where=entry, who=words.label("role", content.entry_consent_by))
        recording = words.label("recording", content.recording) if content.recording else "—"
        detail = content.recording_reference or content.recording_reason
        paper.y -= 6 if rows else 0
        self._pairs(paper, [("entry", entry), ("recording", f"{recording}　{detail}".strip())])

    def _outcome(self, paper: Paper) -> None:
        words, content = self._words, self._content
        paper.heading(words("outcome"), 2)
        bold = CELL.with_(role=Role.HEAD)
        met = words.label("met", content.met) if content.met else "—"
        followed = words.listed([words.label("followed", one) for one in content.followed]) or "—"
        people = words.listed([self._person(number) for number in range(len(content.people))]) or "—"
        rows: list[list[str | Cell]] = [
            [
                _head(words("met")),
                Cell(words=met, style=bold),
                _head(words("followed")),
                Cell(words=followed, style=bold),
            ],
            [_head(words("people")), Cell(words=people, span=3)],
        ]
        if self._is_full and content.met:
            steps = [words.label("next", one) for one in next_steps(content.met, content.followed)]
            rows.append(
                [
                    _head(words("next")),
                    Cell(words="；".join(steps) if words.lang is Lang.ZH else "; ".join(steps), span=3),
                ]
            )
        paper.table(_PAIRS, rows)

    def _person(self, number: int) -> str:
        """Role with name for those liable, role with number for everybody else."""
        words, people = self._words, self._content.people
        person = people[number]
        name = f" {person.name}" if person.name else ""
        if not name:
            same = [at for at, one in enumerate(people) if one.role is person.role]
            name = str(same.index(number) + 1) if len(same) > 1 else ""
        identity = words.label("identity", person.identity)
        return words("people_value", role=words.label("role", person.role), name=name, identity=identity)

    def _statement(self, paper: Paper) -> None:
        words, content = self._words, self._content
        paper.heading(words("statement"), 2)
        if not content.statement:
            paper.paragraph(words("nothing_said") if content.nothing_said else words("nobody_said"), BODY)
            return
        paper.callout("", [content.statement], SPOKEN)
        paper.y -= 4
        who = words.label("role", content.statement_by) if content.statement_by else "—"
        read_back = words("read_back") if content.read_back else words("not_read_back")
        paper.paragraph(words("statement_by", who=who, read_back=read_back), NOTE)

    def _account(self, paper: Paper) -> None:
        words, content = self._words, self._content
        paper.heading(words("account"), 2)
        paper.paragraph(content.account, BODY)
        if content.demeanour:
            observed = words.listed([words.label("demeanour", one) for one in content.demeanour])
            paper.paragraph(words("demeanour", words=observed), NOTE)

    def _evidence(self, paper: Paper) -> None:
        words = self._words
        paper.heading(words("evidence"), 2)
        if self._content.evidence:
            write_evidence(paper, self._content.evidence, self._values.photos, words, self._zone)
        else:
            paper.paragraph(words("evidence_none"), BODY)

    def _signatures(self, paper: Paper) -> None:
        words, content = self._words, self._content
        paper.ensure(H2.before + H2.leading + 22 * MM + 4 * NOTE.leading)
        paper.heading(words("signatures"), 2)
        signed = {one.collector: one.at for one in content.signatures}
        style = LABEL.with_(leading=13.0)
        cells = []
        for member in self._facts.team:
            at = words.moment(signed[member.id], self._zone) if member.id in signed else ""
            cells.append(
                Cell(
                    words=words("signature_line", name=f"{member.name}（{member.id}）", at=at),
                    style=style,
                    least=20 * MM,
                )
            )
        note = f"　{content.borrower_signature_note}" if content.borrower_signature_note else ""
        state = words.label("signature", content.borrower_signature)
        cells.append(Cell(words=words("signature_borrower", state=state, note=note), style=style, least=20 * MM))
        paper.table([1] * len(cells), [cells])
        paper.y -= 2
        paper.paragraph(words("signature_hint"), NOTE)
        if not self._values.draft:
            proof = (
                Span(f"{words('proof')}　{grouped(self._record.root)}　", Role.HEAD),
                Span(words("proof_hint"), Role.LABEL),
            )
            paper.paragraph(proof, NOTE)

    def _pairs(self, paper: Paper, *rows: Sequence[tuple[str, str]]) -> None:
        """Rows of one or two label–value pairs."""
        laid: list[list[str | Cell]] = []
        for row in rows:
            cells: list[str | Cell] = []
            for key, value in row:
                cells += [_head(self._words(key)), Cell(words=value, span=1 if len(row) == 2 else 3)]
            laid.append(cells)
        paper.table(_PAIRS, laid)


_PAIRS = (15, 35, 15, 35)


def _head(words: str) -> Cell:
    return Cell(words=words, head=True)


__all__ = ["RecordValues", "attachment_of", "pages", "render", "title_of"]
