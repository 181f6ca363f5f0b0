"""What kind of file is it? Decided by its bytes; the ending only speaks against what must not be opened.

Every refusal is one sentence that says what to do: code `intake.<what it is>` with the fact `file`.
"""

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath

from visitdesk.cases.intake.sheet import FileKind
from visitdesk.errors import BadInput

MAX_BYTES = 100 * 1024 * 1024
"""An account file of 200,000 rows has about 60 MB as text."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "other_file"),
    (b"{\\rtf", "document"),
)
_MACRO_ENDINGS = frozenset({".xlsm", ".xltm", ".xlam", ".xlsb"})
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def sniff(data: bytes, name: str) -> FileKind:
    """The kind of account file these bytes are.

    Raises:
        BadInput: empty, too large, protected by a password, with macros, or no account file at all.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadInput("intake.empty_file", file=name)
    if len(data) > MAX_BYTES:
        raise BadInput("intake.too_large", file=name)
    if PurePath(name).suffix.lower() in _MACRO_ENDINGS:
        raise BadInput("intake.with_macros", file=name)
    for magic, what in _FOREIGN:
        if data.startswith(magic) and _is_no_text(magic, data):
            raise BadInput(f"intake.is_{what}", file=name)
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    if data.startswith(b"PK"):
        return _packed(data, name)
    if _looks_like_markup(data):
        raise BadInput("intake.is_markup", file=name)
    return FileKind.TEXT


def _is_no_text(magic: bytes, data: bytes) -> bool:
    """A short printable magic (`MZ`, `BZh`) may also begin a header; such a file has control bytes soon after."""
    return len(magic) > 3 or not magic.isalpha() or any(byte < 9 for byte in data[:512])


def _compound(data: bytes, name: str) -> FileKind:
    """An OLE compound file: an old workbook, or a new one locked with a password."""
    if _utf16("EncryptedPackage") in data:
        raise BadInput("intake.with_password", file=name)
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return FileKind.XLS
    raise BadInput("intake.is_document", file=name)


def _utf16(word: str) -> bytes:
    return word.encode("utf-16-le")


def _packed(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = {info.filename: info for info in package.infolist()}
            mime = _mime(package, members)
            is_locked = mime.startswith(_ODS) and _is_locked(package, members)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise BadInput("intake.damaged", file=name) from error
    if is_locked or any(info.flag_bits & 1 for info in members.values()):
        raise BadInput("intake.with_password", file=name)
    if any(member.lower().endswith(("vbaproject.bin", "xl/workbook.bin")) for member in members):
        raise BadInput("intake.with_macros", file=name)
    if "xl/workbook.xml" in members:
        return FileKind.XLSX
    if mime.startswith(_ODS):
        return FileKind.ODS
    raise BadInput(
        "intake.is_archive" if not mime and "word/document.xml" not in members else "intake.is_document", file=name
    )


def _mime(package: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> bytes:
    info = members.get("mimetype")
    if info is None or info.file_size > 200 or info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
        return b""
    return package.read(info)


def _is_locked(package: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> bool:
    """Whether an ODS says in its list of parts that they are encrypted."""
    info = members.get("META-INF/manifest.xml")
    if info is None or info.file_size > 1_000_000 or info.flag_bits & 1:
        return False
    with package.open(info) as manifest:
        return b"encryption-data" in manifest.read(1_000_000)


def _looks_like_markup(data: bytes) -> bool:
    """Web pages and XML under the name of a workbook, as some systems export them."""
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(
        (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<script", b"mime-version:")
    )
