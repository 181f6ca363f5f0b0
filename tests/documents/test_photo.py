"""Photos from strangers."""

from io import BytesIO

import pytest
from PIL import Image

from visitdesk.documents.photo import LONGEST_SIDE, PillowStudio
from visitdesk.errors import BadInput


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def test_that_place_and_camera_data_are_gone_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(Image.new("RGB", (400, 200), "grey"), "JPEG", exif=exif, comment=b"secret note")
    copy = PillowStudio().print_copy(data)
    assert b"SecretCamera" in data
    assert b"SecretCamera" not in copy.data
    assert b"secret note" not in copy.data
    assert (copy.width, copy.height) == (200, 400)
    with Image.open(BytesIO(copy.data)) as image:
        assert not image.getexif()


def test_that_large_photos_shrink_and_small_ones_do_not_grow() -> None:
    large = PillowStudio().print_copy(encoded(Image.new("RGB", (4000, 3000)), "JPEG"))
    assert max(large.width, large.height) == LONGEST_SIDE
    small = PillowStudio().print_copy(encoded(Image.new("RGB", (20, 10)), "PNG"))
    assert (small.width, small.height) == (20, 10)


def test_that_see_through_parts_become_white() -> None:
    copy = PillowStudio().print_copy(encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG"))
    with Image.open(BytesIO(copy.data)) as image:
        assert image.convert("L").getpixel((4, 4)) == 255


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff\xe0", b"<svg/>", b"MZ" + bytes(200)])
def test_that_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"records\.not_a_picture"):
        PillowStudio().print_copy(data)


def test_that_a_gif_is_not_taken() -> None:
    with pytest.raises(BadInput, match=r"records\.not_a_picture"):
        PillowStudio().print_copy(encoded(Image.new("P", (4, 4)), "GIF"))


def test_that_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    bomb = encoded(Image.new("1", (14_000, 14_000)), "PNG")
    with pytest.raises(BadInput, match=r"records\.picture_too_large"):
        PillowStudio().print_copy(bomb)
    near = encoded(Image.new("1", (8_000, 6_400)), "PNG")
    with pytest.raises(BadInput, match=r"records\.picture_too_large"):
        PillowStudio().print_copy(near)
