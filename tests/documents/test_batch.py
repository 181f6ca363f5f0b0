"""Print batches: odd pages, fifty at most, resume at any sheet, a manifest that proves them."""

import hashlib
import json
from dataclasses import replace

import pytest

from tests.documents.papers import many
from tests.documents.reading import HOUSE, texts
from tests.records.samples import AT, final
from visitdesk.documents.batch import Job, draw_job, from_sheet, jobs_of, manifest
from visitdesk.documents.visit_record import RecordValues
from visitdesk.errors import BadInput
from visitdesk.wording import Lang


def job(values: list[RecordValues]) -> Job:
    return draw_job(values, Lang.ZH, batch="PB-1", number=1, total=1, house=HOUSE, made_at=AT)


def test_that_every_record_begins_on_an_odd_page_and_each_sheet_is_entered_once() -> None:
    made = job(many(4))
    pages = texts(made.data)
    firsts = [sheet.number for sheet in made.sheets if sheet.page == 1]
    assert all(number % 2 for number in firsts)
    assert len({sheet.number for sheet in made.sheets}) == len(made.sheets)
    for sheet in made.sheets:
        assert sheet.record in pages[sheet.number - 1]
    assert all(f"R-V{number:04d}" in pages[0] for number in range(4))


def test_that_a_batch_is_cut_into_jobs_of_fifty() -> None:
    values = many(1) * 101
    assert [len(one) for one in jobs_of(values)] == [50, 50, 1]
    with pytest.raises(BadInput, match=r"documents\.batch_size"):
        job(values[:51])
    with pytest.raises(BadInput, match=r"documents\.batch_size"):
        job([])


def test_that_a_full_index_stays_on_one_cover_page() -> None:
    made = job([replace(one, photos={}) for one in many(50)])
    pages = texts(made.data)
    assert "R-V0000" in pages[0]
    assert "R-V0049" in pages[0]
    assert made.sheets[0].number == 3


def test_that_printing_goes_on_from_any_sheet() -> None:
    made = job(many(3))
    pages = texts(made.data)
    for number in (1, 4, len(pages)):
        assert texts(from_sheet(made, number)) == pages[number - 1 :]
    for number in (0, len(pages) + 1):
        with pytest.raises(BadInput, match=r"documents\.no_such_sheet"):
            from_sheet(made, number)


def test_that_a_record_that_cannot_be_drawn_is_named_and_the_others_go_on() -> None:
    bad = replace(many(1)[0], record=final("V0666", borrower="王\U00031234"))
    made = job([bad, *many(2)])
    assert [(one.record, one.code) for one in made.skipped] == [("R-V0666", "documents.no_glyph")]
    assert {sheet.record for sheet in made.sheets} == {"R-V0000", "R-V0001"}
    with pytest.raises(BadInput, match=r"documents\.batch_empty"):
        job([bad])


def test_that_a_job_is_the_same_bytes_again_and_the_manifest_proves_it() -> None:
    made = job(many(2))
    assert made.data == job(many(2)).data
    listed = json.loads(manifest([made]))
    assert listed["files"][0]["sha256"] == hashlib.sha256(made.data).hexdigest()
    assert listed["files"][0]["records"][0]["root"] == many(1)[0].record.root
