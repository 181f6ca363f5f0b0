"""Reading PDFs back in tests: text by PDFium, raw insides by pikepdf."""

from io import BytesIO

import pikepdf
import pypdfium2

from visitdesk.documents.house import House

HOUSE = House(
    branch="虚构市示例网点",
    neutral_name="示例服务处",
    phone="400-000-0000",
    complaint_channels=(("贷款机构", "400-000-0001"), ("外访机构", "400-000-0002"), ("金融消费者投诉", "12378")),
    payment_channels="贷款机构官方应用",
    archive=("VD01", "外访组", "10 年"),
)


def texts(pdf: bytes) -> list[str]:
    """The text of each page, without line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            reader = page.get_textpage()
            found.append(reader.get_text_range().replace("\r\n", "\n"))
            reader.close()
            page.close()
        return found
    finally:
        document.close()


def whole_text(pdf: bytes) -> str:
    """All text without line ends and blanks."""
    return "".join("".join(texts(pdf)).split())


def insides(pdf: bytes) -> bytes:
    """Every stream decompressed and every string of the file, one after the other."""
    parts: list[bytes] = [pdf]
    with pikepdf.open(BytesIO(pdf)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    parts.append(one.read_bytes())
                except pikepdf.PdfError:
                    parts.append(one.read_raw_bytes())
                parts.extend(_strings(dict(one.items())))
            elif isinstance(one, pikepdf.Dictionary):
                parts.extend(_strings(dict(one.items())))
    return b"\n".join(parts)


def _strings(entries: dict[str, object]) -> list[bytes]:
    return [str(value).encode() for value in entries.values() if isinstance(value, pikepdf.String)]
