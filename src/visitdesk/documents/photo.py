"""Photos from strangers made ready for paper: decoded under a cap, turned upright, shrunk, written anew without EXIF.

Source: reference security-storage §12 (caps, re-encoding), documents §6 (1,600 pixels, `draft` first).
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from visitdesk.errors import BadInput
from visitdesk.records.ports import PrintCopy

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1600
_FORMATS = ("JPEG", "PNG", "WEBP")


class PillowStudio:
    """Fulfils `records.ports.PhotoStudio`."""

    def print_copy(self, data: bytes) -> PrintCopy:
        """A clean JPEG of at most 1,600 pixels a side; see-through parts become white.

        Raises:
            BadInput: not a JPEG, PNG or WebP picture, damaged, or too large.
        """
        try:
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise BadInput("records.picture_too_large")
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(image)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _written(upright)
        except Image.DecompressionBombError as error:
            raise BadInput("records.picture_too_large") from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
            raise BadInput("records.not_a_picture") from error


def _written(image: Image.Image) -> PrintCopy:
    if image.mode in {"RGBA", "LA", "PA", "P"}:
        layer = image.convert("RGBA")
        flat = Image.new("RGB", layer.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
    else:
        flat = image.convert("RGB")
    out = BytesIO()
    Image.frombytes("RGB", flat.size, flat.tobytes()).save(out, "JPEG", quality=82, optimize=True)
    return PrintCopy(data=out.getvalue(), width=flat.width, height=flat.height)
