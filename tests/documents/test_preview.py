"""Tests of page pictures: the preview is the paper."""

from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from tests.documents.papers import values
from visitdesk.documents import preview, visit_record
from visitdesk.errors import BadInput
from visitdesk.records.model import Copy
from visitdesk.wording import Lang


@cache
def paper() -> bytes:
    return visit_record.render(values(Copy.FILE), Lang.ZH)


def test_that_every_page_becomes_a_picture_of_the_width_asked_for() -> None:
    found = preview.pictures(paper(), 300)
    assert len(found) == preview.page_count(paper()) > 1
    for one in found:
        with Image.open(BytesIO(one)) as picture:
            assert picture.format == "PNG"
            assert picture.width == 300
            assert picture.height == pytest.approx(300 * 297 / 210, abs=2)
            assert len(picture.convert("L").getcolors() or []) > 10  # something is written on it


def test_that_one_page_is_drawn_alone() -> None:
    (second,) = preview.pictures(paper(), 200, first=2, count=1)
    assert second == preview.pictures(paper(), 200)[1]


def test_that_the_rest_begins_at_the_page_asked_for() -> None:
    rest = preview.rest_of(paper(), 2)
    assert preview.page_count(rest) == preview.page_count(paper()) - 1
    assert preview.pictures(rest, 200, count=1) == preview.pictures(paper(), 200, first=2, count=1)


@pytest.mark.parametrize(("width", "first"), [(0, 1), (6001, 1), (200, 0), (200, 999)])
def test_that_odd_widths_and_pages_are_refused(width: int, first: int) -> None:
    with pytest.raises(BadInput):
        preview.pictures(paper(), width, first=first)


def test_that_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(BadInput, match=r"verify_not_a_paper"):
        preview.page_count(b"no paper")
