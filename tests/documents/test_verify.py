"""Genuine, altered, other version, unknown."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from tests.documents.papers import photo, values
from tests.documents.reading import HOUSE
from tests.fakes.records import FakeSeals
from tests.records.samples import AT, corrected, final
from visitdesk.clock import FixedClock
from visitdesk.documents import visit_record
from visitdesk.documents.record_papers import RecordPapers
from visitdesk.documents.seal import LocalSealKey, fingerprint, new_key, sealed
from visitdesk.documents.verify import Finding, Verdict, verify_code, verify_file, verify_scan
from visitdesk.records.model import Copy, EvidenceId, Record, SealEntry
from visitdesk.wording import Lang, known_codes


@cache
def key() -> LocalSealKey:
    return new_key("虚构市示例网点 防改签章", AT)


@cache
def paper(copy: Copy = Copy.FILE) -> bytes:
    papers = RecordPapers(lambda: HOUSE, FixedClock(AT), key())
    return papers.draw(final(), copy, Lang.ZH, {EvidenceId("E1"): photo()}).data


def entry(data: bytes, record: Record, revision: int = 1) -> SealEntry:
    return SealEntry(
        digest=hashlib.sha256(data).hexdigest(),
        record=record.id,
        revision=revision,
        copy="file",
        root=record.root,
        template="VR 1.0",
        pages=3,
        made_at=AT,
        made_by="clerk",
    )


def register(*entries: SealEntry) -> FakeSeals:
    kept = FakeSeals()
    for one in entries:
        kept.add(one)
    return kept


def judge(data: bytes, kept: FakeSeals, newest: int | None = 1, certificates: Sequence[bytes] | None = None) -> Finding:
    known = [key().certificate] if certificates is None else certificates
    found = verify_file(data, kept, known, lambda _: newest)
    assert found.reason in known_codes()
    return found


def test_that_a_registered_file_is_genuine() -> None:
    found = judge(paper(), register(entry(paper(), final())))
    assert (found.verdict, found.record, found.revision) == (Verdict.GENUINE, "R-V0001", 1)


def test_that_the_same_record_sealed_at_the_same_instant_has_the_same_bytes() -> None:
    papers = RecordPapers(lambda: HOUSE, FixedClock(AT), key())
    again = papers.draw(final(), Copy.FILE, Lang.ZH, {EvidenceId("E1"): photo()})
    assert again.data == paper()
    assert (again.pages, again.template) == (3, "VR 1.0")


def test_that_the_seal_alone_proves_a_file_the_register_does_not_know() -> None:
    found = judge(paper(), register())
    assert (found.verdict, found.reason) == (Verdict.GENUINE, "documents.verify_seal_only")
    assert (found.record, found.copy) == ("R-V0001", "file")
    assert judge(paper(Copy.THIRD_PERSON), register()).verdict is Verdict.GENUINE


def test_that_a_corrected_record_makes_the_older_paper_another_version() -> None:
    known = judge(paper(), register(entry(paper(), final())), newest=2)
    assert (known.verdict, known.current) == (Verdict.OTHER_VERSION, 2)
    assert judge(paper(), register(), newest=2).verdict is Verdict.OTHER_VERSION


def test_that_no_flipped_bit_is_ever_accepted() -> None:
    kept = register(entry(paper(), final()))
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(paper())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        assert judge(bytes(data), kept).verdict in {Verdict.ALTERED, Verdict.UNKNOWN}


def test_that_a_flip_in_the_unused_part_of_the_container_is_found_too() -> None:
    start = paper().index(b"/Contents <") + 11
    end = paper().index(b">", start)
    for at in (start + 5, start + 40, end - 400, end - 1):
        for bit in (0, 5):
            data = bytearray(paper())
            data[at] ^= 1 << bit
            assert judge(bytes(data), register()).verdict is Verdict.ALTERED, (at, bit)


def test_that_an_edit_after_sealing_is_altered() -> None:
    with pikepdf.open(BytesIO(paper())) as pdf:
        pdf.pages[0].obj.UserUnit = 1
        out = BytesIO()
        pdf.save(out)
    assert judge(out.getvalue(), register()).verdict is Verdict.ALTERED
    appended = paper() + b"\n% more\n"
    assert judge(appended, register()).verdict is Verdict.ALTERED


def test_that_a_seal_of_another_key_does_not_count() -> None:
    stranger = new_key("别处", AT)
    data = sealed(visit_record.render(values(Copy.FILE), Lang.ZH), stranger, AT, reason="x")
    assert judge(data, register()).verdict is Verdict.ALTERED
    assert judge(data, register(), certificates=[stranger.certificate]).verdict is Verdict.GENUINE


def test_that_an_earlier_certificate_of_the_branch_still_counts() -> None:
    later = new_key("新", AT + timedelta(days=900))
    assert judge(paper(), register(), certificates=[later.certificate, key().certificate]).verdict is Verdict.GENUINE


def test_that_unsealed_papers_that_claim_to_be_ours_are_not_believed() -> None:
    unsealed = visit_record.render(values(Copy.FILE), Lang.ZH)
    assert judge(unsealed, register()).verdict is Verdict.ALTERED
    assert judge(unsealed, register(entry(unsealed, final()))).verdict is Verdict.GENUINE


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"hello", bytes(1000), b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"])
def test_that_other_files_are_unknown(data: bytes) -> None:
    assert judge(data, register()).verdict is Verdict.UNKNOWN


def test_that_a_cut_file_of_ours_is_altered() -> None:
    assert judge(paper()[: len(paper()) // 2], register()).verdict is not Verdict.GENUINE


def scan(page: int, dpi: int, angle: float) -> bytes:
    document = pypdfium2.PdfDocument(paper())
    image = document[page].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    turned = image.rotate(angle, expand=True, fillcolor=255, resample=Image.Resampling.BILINEAR)
    out = BytesIO()
    turned.filter(ImageFilter.GaussianBlur(0.7)).save(out, "JPEG", quality=45)
    return out.getvalue()


@pytest.mark.parametrize("page", [0, 1, 2])
@pytest.mark.parametrize("angle", [-3.0, 0.0, 2.0])
def test_that_a_scanned_page_is_found_by_its_code(page: int, angle: float) -> None:
    found = verify_scan(scan(page, 150, angle), register(entry(paper(), final())), lambda _: 1)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, "documents.verify_code_only")


def test_that_a_scan_of_a_superseded_or_foreign_paper_is_told() -> None:
    kept = register(entry(paper(), final()))
    assert verify_scan(scan(0, 150, 0.0), kept, lambda _: 2).verdict is Verdict.OTHER_VERSION
    assert verify_scan(scan(0, 150, 0.0), register(), lambda _: None).verdict is Verdict.UNKNOWN
    assert verify_scan(b"no picture", kept, lambda _: 1).verdict is Verdict.UNKNOWN
    assert verify_scan(photo(), kept, lambda _: 1).reason == "documents.verify_no_code"


def test_that_a_code_with_a_changed_root_is_altered() -> None:
    kept = register(entry(paper(), final()))
    assert verify_code(f"VD1|R-V0001|1|{'0' * 64}", kept, lambda _: 1).verdict is Verdict.ALTERED
    assert verify_code("VD1|R-V0001", kept, lambda _: 1).verdict is Verdict.UNKNOWN
    assert verify_code(f"VD1|R-V0002|1|{final().root}", kept, lambda _: 1).verdict is Verdict.UNKNOWN


def test_that_the_newest_revision_is_genuine() -> None:
    record = corrected()
    data = RecordPapers(lambda: HOUSE, FixedClock(AT), key()).draw(record, Copy.COURT, Lang.EN, {}).data
    assert judge(data, register(replace(entry(data, record), revision=2)), newest=2).verdict is Verdict.GENUINE
    assert judge(data, register(), newest=2).verdict is Verdict.GENUINE


def test_that_the_fingerprint_is_the_certificates_hash() -> None:
    assert len(fingerprint(key().certificate)) == 64
    assert fingerprint(key().certificate) != fingerprint(new_key("x", AT).certificate)
