"""Printing many records (打印批次): merged jobs of at most fifty, a cover with an index, numbered sheets, resume anywhere.

Merging at drawing time embeds each face once a job; every record starts on an odd page, so that a duplex printer gives
every record its own leaves. Records that cannot be drawn are left out and named; the others go on.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf

from visitdesk.documents import archive, visit_record
from visitdesk.documents.breaking import Span
from visitdesk.documents.faces import Role
from visitdesk.documents.house import House
from visitdesk.documents.page import Furniture, Paper, written
from visitdesk.documents.sheet import Element, Sheet
from visitdesk.documents.style import CELL, LABEL, NOTE, PORTRAIT, TITLE, Align
from visitdesk.documents.words import PaperWords, grouped, words_of
from visitdesk.errors import BadInput
from visitdesk.wording import Lang

MOST_PER_JOB = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """A row of the register of sheets: number in the job, record, its page and copy."""

    number: int
    record: str
    page: int
    copy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A record that could not be drawn, with the fault's code and facts."""

    record: str
    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One merged file, one print job.

    Attributes:
        sheets: pages with text in order (covers and blank backs are not counted); `number` is the page in the file.
        roots: (record, root) in order, for the manifest.
    """

    batch: str
    number: int
    total: int
    name: str
    data: bytes
    digest: str
    sheets: tuple[PrintedSheet, ...]
    roots: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]


def jobs_of(values: Sequence[visit_record.RecordValues]) -> list[Sequence[visit_record.RecordValues]]:
    """The values cut into jobs, in order."""
    return [values[at : at + MOST_PER_JOB] for at in range(0, len(values), MOST_PER_JOB)]


def draw_job(
    values: Sequence[visit_record.RecordValues],
    lang: Lang,
    *,
    batch: str,
    number: int,
    total: int,
    house: House,
    made_at: datetime,
    time_zone: str = "Asia/Shanghai",
) -> Job:
    """One job: cover with index, then the records.

    Raises:
        BadInput: more than fifty records, or none of them can be drawn.
    """
    if not 0 < len(values) <= MOST_PER_JOB:
        raise BadInput("documents.batch_size", count=len(values))
    drawn, skipped = _drawn(values, lang)
    if not drawn:
        raise BadInput("documents.batch_empty", count=len(skipped), record=skipped[0].record)
    words = words_of("batch", lang)
    made = words.moment(made_at, time_zone)
    meta = words("meta", batch=batch, number=number, total=total, made=made)
    starts = _starts(drawn)
    cover = _cover(drawn, starts, words, meta, house, lang)
    sheets, whole, rows = _merged(cover, drawn, starts)
    outline = [
        archive.Bookmark(1, one.record.id, start - 1, PORTRAIT.height - PORTRAIT.top)
        for (one, _), start in zip(drawn, starts, strict=True)
    ]
    data = archive.publish(sheets, whole, title=f"{words('title')} {batch}", lang=lang, outline=outline)
    return Job(
        batch=batch,
        number=number,
        total=total,
        name=f"{batch}-{number:02d}.pdf",
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        sheets=tuple(rows),
        roots=tuple((one.record.id, one.record.root) for one, _ in drawn),
        skipped=skipped,
    )


def _merged(cover: Paper, drawn: "_Drawn", starts: Sequence[int]) -> tuple[list[Sheet], Element, list[PrintedSheet]]:
    """All pages in order with blank backs between, the structure over them, and the rows of the register."""
    sheets, whole, rows = list(cover.sheets), Element("Document", kids=[cover.root]), list[PrintedSheet]()
    for (one, paper), start in zip(drawn, starts, strict=True):
        while len(sheets) < start - 1:
            sheets.append(Sheet(len(sheets), PORTRAIT.width, PORTRAIT.height))
        _shift(paper, len(sheets))
        whole.kids.append(paper.root)
        for page, sheet in enumerate(paper.sheets, 1):
            sheets.append(sheet)
            rows.append(PrintedSheet(number=len(sheets), record=one.record.id, page=page, copy=one.copy.value))
    return sheets, whole, rows


_Drawn = list[tuple[visit_record.RecordValues, Paper]]


def _drawn(values: Sequence[visit_record.RecordValues], lang: Lang) -> tuple[_Drawn, tuple[Skipped, ...]]:
    drawn: _Drawn = []
    skipped = []
    for one in values:
        try:
            drawn.append((one, visit_record.pages(one, lang)))
        except BadInput as fault:
            skipped.append(Skipped(record=one.record.id, code=fault.code, facts=fault.facts))
    return drawn, tuple(skipped)


def _starts(drawn: _Drawn) -> list[int]:
    """Page (from 1) on which each record begins, always odd."""
    reached = _COVER_PAGES
    starts = []
    for _, paper in drawn:
        reached += reached % 2
        starts.append(reached + 1)
        reached += len(paper.sheets)
    return starts


_COVER_PAGES = 2
"""The cover is one page and its blank back."""


def _shift(paper: Paper, offset: int) -> None:
    """Renumber pages of a paper that was written as if it stood alone."""
    for sheet in paper.sheets:
        sheet.index += offset
    paper.root.tag = "Part"
    _shift_marks(paper.root, offset)


def _shift_marks(element: Element, offset: int) -> None:
    for at, kid in enumerate(element.kids):
        if isinstance(kid, Element):
            _shift_marks(kid, offset)
        else:
            element.kids[at] = type(kid)(kid.page + offset, kid.number)


def _cover(drawn: _Drawn, starts: Sequence[int], words: PaperWords, meta: str, house: House, lang: Lang) -> Paper:
    """The cover sheet with the index; 10 pt rows keep fifty records on one page."""

    def story(paper: Paper) -> None:
        paper.paragraph(words("title"), TITLE.with_(align=Align.LEFT, after=0.0), tag="H1")
        paper.paragraph(meta, LABEL.with_(size=9.5, leading=14.0))
        count = words("count", records=len(drawn), sheets=sum(len(one.sheets) for _, one in drawn))
        paper.paragraph((Span(count, Role.HEAD),), LABEL.with_(after=4.0))
        rows = [
            [
                f"{at:04d}",
                str(one.record.id),
                words.label("copy", one.copy),
                str(len(one.record.revisions)),
                str(len(paper_of.sheets)),
                str(start),
                grouped(one.record.root),
            ]
            for at, ((one, paper_of), start) in enumerate(zip(drawn, starts, strict=True), 1)
        ]
        head = [words(key) for key in ("no", "record", "copy", "revision", "pages", "first", "root")]
        style = CELL.with_(role=Role.LABEL, size=7.5, leading=9.0)
        paper.table([8, 24, 18, 8, 8, 10, 24], rows, head=head, style=style, pad=1.2)
        paper.paragraph(words("note"), NOTE)

    furniture = Furniture(head_left=words("page_mark", branch=house.branch), foot_left=words.template, numbered=False)
    return written(story, lang=lang, layout=PORTRAIT, furniture=furniture)


def from_sheet(job: Job, number: int) -> bytes:
    """The rest of a job from that page on, to go on after a paper jam; tags and data stay with the whole file.

    Raises:
        BadInput: the job has no such page.
    """
    with Pdf.open(BytesIO(job.data)) as whole:
        if not 1 <= number <= len(whole.pages):
            raise BadInput("documents.no_such_sheet", number=number, count=len(whole.pages))
        rest = Pdf.new()
        rest.pages.extend(whole.pages[number - 1 :])
        out = BytesIO()
        rest.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.disable)
    return out.getvalue()


def manifest(jobs: Sequence[Job]) -> bytes:
    """The list of files with their hashes and roots, canonical JSON; sealed once instead of every file."""
    files = [
        {
            "name": job.name,
            "sha256": job.digest,
            "sheets": len(job.sheets),
            "records": [{"record": record, "root": root} for record, root in job.roots],
            "skipped": [{"record": one.record, "code": one.code} for one in job.skipped],
        }
        for job in jobs
    ]
    batch = jobs[0].batch if jobs else ""
    value = {"version": 1, "batch": batch, "files": files}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
