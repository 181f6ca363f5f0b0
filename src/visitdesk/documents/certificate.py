"""The certificate (合格证): one landscape page with number, holder, module, last day and a code to verify it offline.

No picture of a seal: a printed one is forbidden here (reference documents §8); the firm's own stamp and the two
signatures are set by hand.
"""

from dataclasses import dataclass

from visitdesk.documents.faces import Role
from visitdesk.documents.page import Furniture, Paper, compose
from visitdesk.documents.style import BODY, LABEL, LANDSCAPE, MM, NOTE, TITLE, Align, Style
from visitdesk.documents.words import PaperWords, grouped, words_of
from visitdesk.training.certificates import root_of
from visitdesk.training.model import Certificate, Module
from visitdesk.wording import Lang

_QR_SIDE = 30 * MM
_FIELD_LABEL = LABEL.with_(size=9.0, leading=13.0, grey=0.25)
_FIELD = BODY.with_(role=Role.HEAD, size=12.5, leading=19.0, align=Align.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCertificate:
    """What is printed.

    Attributes:
        holder: the collector's name as on the badge.
        issuer: name of the person who certified.
    """

    certificate: Certificate
    holder: str
    module: Module
    issuer: str
    branch: str


def render(paper: TrainingCertificate, lang: Lang) -> bytes:
    """The finished file, one page.

    Raises:
        BadInput: a character has no glyph.
    """
    words = words_of("certificate", lang)
    return compose(
        lambda page: _write(page, paper, words),
        title=words("file_title", number=paper.certificate.number),
        lang=lang,
        layout=LANDSCAPE,
        furniture=Furniture(numbered=False),
    )


def qr_text(paper: TrainingCertificate) -> str:
    """What the code holds: number and root, no name (reference documents §5)."""
    return f"VD1|{paper.certificate.number}|1|{root_of(paper.certificate, paper.holder)}"


def _write(page: Paper, paper: TrainingCertificate, words: PaperWords) -> None:
    _frame(page)
    _head(page, paper, words)
    _fields(page, paper, words)
    _foot(page, paper, words)


def _frame(page: Paper) -> None:
    layout = page.layout
    with page.sheet.artifact():
        for inset, width, grey in ((12 * MM, 1.6, 0.2), (14 * MM, 0.5, 0.45)):
            page.sheet.box(inset, inset, layout.width - 2 * inset, layout.height - 2 * inset, line=grey, stroke=width)


def _head(page: Paper, paper: TrainingCertificate, words: PaperWords) -> None:
    number = words("number", number=paper.certificate.number)
    _at(page, 22 * MM, paper.branch, LABEL.with_(size=10.0, leading=14.0))
    _at(page, 22 * MM, number, LABEL.with_(size=10.0, leading=14.0, align=Align.RIGHT))
    title = words("title")
    size = 40.0 if words.lang is Lang.ZH else 36.0
    _at(page, 38 * MM, title, TITLE.with_(size=size, leading=size * 1.3), tag="H1")
    _short_rule(page, 60 * MM)
    _at(page, 66 * MM, words("certifies"), _centred(12.5))
    name = _fitting(page, paper.holder, TITLE.with_(size=27.0, leading=36.0), page.measure - 16 * MM)
    _at(page, 75 * MM, paper.holder, name)
    _at(page, 90 * MM, words("staff", id=paper.certificate.collector), _centred(11.0, role=Role.LABEL))
    _at(page, 100 * MM, words("done"), _centred(12.5))


def _fields(page: Paper, paper: TrainingCertificate, words: PaperWords) -> None:
    """Module, days and issuer between two rules; long words take a second line and push the lower rule down."""
    certificate = paper.certificate
    module = words("module", id=paper.module.id, title=paper.module.title.of(words.lang))
    fields = (
        ("module_label", module, 74),
        ("until_label", words.day(certificate.valid_until), 56),
        ("issued_label", words.day(certificate.issued_on), 56),
        ("issuer_label", paper.issuer, 50),
    )
    x, top, inner = page.left + 8 * MM, 117 * MM, page.measure - 16 * MM
    total = sum(share for *_, share in fields)
    with page.sheet.artifact():
        page.sheet.rule(x, top, x + inner, top, width=0.6, grey=0.4)
    height = 0.0
    for label, text, share in fields:
        width = inner * share / total - 4 * MM
        page.text_at(x + 2 * MM, top + 3 * MM, words(label), _FIELD_LABEL, width)
        height = max(height, page.text_at(x + 2 * MM, top + 8 * MM, text, _FIELD, width))
        x += inner * share / total
    bottom = top + 10 * MM + height
    with page.sheet.artifact():
        page.sheet.rule(x - inner, bottom, x, bottom, width=0.6, grey=0.4)


def _foot(page: Paper, paper: TrainingCertificate, words: PaperWords) -> None:
    left, right = page.left + 10 * MM, page.left + page.measure - 8 * MM
    for place, label in enumerate(("sign_trainer", "sign_holder")):
        at = left + place * 74 * MM
        with page.sheet.artifact():
            page.sheet.rule(at, 166 * MM, at + 62 * MM, 166 * MM, width=0.5, grey=0.3)
        page.text_at(at, 168 * MM, words(label), _FIELD_LABEL, 62 * MM)
    quiet = 2.6 * MM  # the code's own blank edge; its dark part ends with the rule above
    page.qr_at(qr_text(paper), right - _QR_SIDE + quiet, 143 * MM, _QR_SIDE, alt=words("qr_alt"))
    root = root_of(paper.certificate, paper.holder)
    small = LABEL.with_(align=Align.RIGHT, grey=0.15)
    page.text_at(right - 90 * MM, 175 * MM, f"{words('verify')}  {grouped(root)}", small, 90 * MM)
    content = f"{words('content_label')}  {paper.certificate.content_version}  {words.template}"
    page.text_at(right - 90 * MM, 180 * MM, content, small.with_(grey=0.3), 90 * MM)
    page.text_at(left, 177.5 * MM, words("note"), NOTE.with_(align=Align.LEFT, size=8.0, leading=12.5), 150 * MM)


def _fitting(page: Paper, text: str, style: Style, width: float) -> Style:
    """The style, made smaller step by step until the text stands on one line (or is as small as running text)."""
    while style.size > BODY.size and len(page.lines(text, style, width)) > 1:
        style = style.with_(size=style.size - 1.5)
    return style


def _at(page: Paper, y: float, words: str, style: Style, *, tag: str = "P") -> None:
    page.text_at(page.left + 8 * MM, y, words, style, page.measure - 16 * MM, tag=tag)


def _centred(size: float, *, role: Role = Role.BODY) -> Style:
    return BODY.with_(role=role, size=size, leading=size * 1.6, align=Align.CENTRE)


def _short_rule(page: Paper, y: float) -> None:
    middle = page.layout.width / 2
    with page.sheet.artifact():
        page.sheet.rule(middle - 26 * MM, y, middle + 26 * MM, y, width=0.9, grey=0.3)
