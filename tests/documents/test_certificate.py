"""The certificate: one page, true to what is stored, verifiable offline."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest
import zxingcpp

from visitdesk.documents.certificate import TrainingCertificate, qr_text, render
from visitdesk.people.model import CollectorId
from visitdesk.training.catalogue import shipped
from visitdesk.training.certificates import last_day, root_of
from visitdesk.training.model import Certificate, CertificateNumber, SittingId
from visitdesk.wording import Lang

ISSUED = date(2026, 11, 25)
PAPER = TrainingCertificate(
    certificate=Certificate(
        number=CertificateNumber("VD-2026-0001"),
        collector=CollectorId("W0417"),
        module=shipped().modules[0].id,
        issued_at=datetime(2026, 11, 25, 1, tzinfo=UTC),
        issued_on=ISSUED,
        valid_until=last_day(ISSUED, 12),
        issued_by="trainer",
        sitting=SittingId("W0417-M0-1"),
        content_version=shipped().version,
    ),
    holder="示例甲",
    module=shipped().modules[0],
    issuer="示例讲师",
    branch="示例网点",
)


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 1
        width, height = pdf[0].get_size()
        assert width > height
        return "".join(pdf[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize("lang", Lang)
def test_that_number_holder_module_and_last_day_stand_on_one_landscape_page(lang: Lang) -> None:
    text = text_of(render(PAPER, lang))
    until = "2027年11月24日" if lang is Lang.ZH else "24November2027"
    for said in ("VD-2026-0001", "示例甲", "W0417", "M0", until, "示例讲师", shipped().version):
        assert said in text
    assert root_of(PAPER.certificate, "示例甲")[:4] in text


def test_that_the_code_is_read_from_a_print_of_the_page_and_names_nobody() -> None:
    with pypdfium2.PdfDocument(render(PAPER, Lang.ZH)) as pdf:
        image = pdf[0].render(scale=150 / 72).to_pil()
    found = zxingcpp.read_barcodes(image)
    assert [code.text for code in found] == [qr_text(PAPER)]
    assert qr_text(PAPER) == f"VD1|VD-2026-0001|1|{root_of(PAPER.certificate, '示例甲')}"
    assert "示例甲" not in qr_text(PAPER)


def test_that_another_last_day_makes_another_code() -> None:
    longer = replace(PAPER.certificate, valid_until=date(2030, 1, 1))
    assert qr_text(replace(PAPER, certificate=longer)) != qr_text(PAPER)


@pytest.mark.parametrize("holder", ["示例" * 20, "Example Person With A Very Long Name Indeed " * 2])
def test_that_long_names_still_fit_one_page(holder: str) -> None:
    module = replace(PAPER.module, title=replace(PAPER.module.title, en="A module whose title takes two lines"))
    paper = replace(PAPER, holder=holder, issuer="Example Trainer Of The Northern Office", module=module)
    assert "VD-2026-0001" in text_of(render(paper, Lang.EN))


def test_that_no_seal_is_drawn() -> None:
    data = render(PAPER, Lang.ZH)
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render(scale=0.5).to_pil().convert("RGB")
    assert all(max(pixel) - min(pixel) < 12 for _, pixel in image.getcolors(1 << 20) or [])


def test_that_the_same_certificate_has_the_same_bytes() -> None:
    assert render(PAPER, Lang.ZH) == render(PAPER, Lang.ZH)
