"""Is this paper ours and unchanged? From the whole file's hash, the seal, the data inside, or the code on a scan.

Order of proof: the register of seals knows the SHA-256 of every file drawn (it alone catches a flip in the unused padding
of a signature container, reference documents §5); the seal tells whether the branch's key made it and whether anything
follows the signed part; the data inside and the root name the record for files that are neither.
"""

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any, Protocol

import pikepdf
import zxingcpp
from asn1crypto import x509  # type: ignore[import-untyped]  # ships no types
from PIL import Image, UnidentifiedImageError
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from visitdesk.records.model import SealEntry
from visitdesk.records.root import proved_root

CODE_PREFIX = "VD1"
_MOST_SCAN_PIXELS = 120_000_000
_HEX = re.compile(rb"(?:[0-9A-F]{2})+")


class Verdict(StrEnum):
    """The four answers."""

    GENUINE = "genuine"
    ALTERED = "altered"
    OTHER_VERSION = "other_version"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict with its reason.

    Attributes:
        reason: code of its sentence, `documents.verify_…`.
        record, revision, copy: as far as they are known.
        current: the record's newest revision where another version was shown, else None.
    """

    verdict: Verdict
    reason: str
    record: str = ""
    revision: int = 0
    copy: str = ""
    current: int | None = None


class SealLookup(Protocol):
    """What the register of seals is asked (`records.ports.SealRegister` fulfils it)."""

    def by_digest(self, digest: str) -> SealEntry | None:
        """The entry of a file's SHA-256, or None."""
        ...

    def by_record(self, record: str) -> Sequence[SealEntry]:
        """Entries of a record or paper number, oldest first."""
        ...

    def by_root(self, root: str) -> Sequence[SealEntry]:
        """Entries with this root, oldest first."""
        ...


Newest = Callable[[str], int | None]
"""From a record number to its newest revision, None where the branch has no such record."""


def verify_file(data: bytes, register: SealLookup, certificates: Sequence[bytes], newest: Newest) -> Finding:
    """Judge a PDF.

    Args:
        certificates: the branch's present and earlier seal certificates, DER.
    """
    entry = register.by_digest(hashlib.sha256(data).hexdigest())
    if entry is not None:
        return _known(entry, newest)
    try:
        seal = _Seal.read(data, certificates)
        carried = _carried(data)
    except (pikepdf.PdfError, PdfError, SigningError, ValueError, KeyError, TypeError, RecursionError, OSError):
        return _broken(data)
    known = _entry_of(carried, register)
    if seal is not None and seal.is_ours:
        return _from_seal(carried, known, newest) if seal.holds else _finding(Verdict.ALTERED, "seal_broken", known)
    if known is not None or _says_ours(data):
        return _finding(Verdict.ALTERED, "not_registered", known)
    return _finding(Verdict.UNKNOWN, "not_ours", None)


def verify_scan(picture: bytes, register: SealLookup, newest: Newest) -> Finding:
    """Judge the code on a scanned or photographed sheet; the printed words are not compared."""
    try:
        with Image.open(BytesIO(picture), formats=("JPEG", "PNG", "TIFF", "WEBP")) as image:
            if image.width * image.height > _MOST_SCAN_PIXELS:
                return _finding(Verdict.UNKNOWN, "scan_too_large", None)
            codes = zxingcpp.read_barcodes(
                image.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
            )
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _finding(Verdict.UNKNOWN, "not_a_paper", None)
    for code in codes:
        if code.text.startswith(f"{CODE_PREFIX}|"):
            return verify_code(code.text, register, newest)
    return _finding(Verdict.UNKNOWN, "no_code", None)


def verify_code(text: str, register: SealLookup, newest: Newest) -> Finding:
    """Judge the text of a code: `VD1|record no.|page|root`."""
    parts = text.split("|")
    if len(parts) != 4 or parts[0] != CODE_PREFIX:
        return _finding(Verdict.UNKNOWN, "no_code", None)
    _, record, _page, root = parts
    entries = [entry for entry in register.by_root(root) if entry.record == record]
    if entries:
        found = _known(entries[-1], newest)
        if found.verdict is Verdict.GENUINE:
            return _finding(Verdict.GENUINE, "code_only", entries[-1])
        return found
    known = register.by_record(record)
    if known:
        return _finding(Verdict.ALTERED, "root_differs", known[-1])
    return _finding(Verdict.UNKNOWN, "not_ours", None)


def _known(entry: SealEntry, newest: Newest) -> Finding:
    current = newest(entry.record)
    if current is not None and current > entry.revision > 0:
        return Finding(
            verdict=Verdict.OTHER_VERSION,
            reason="documents.verify_superseded",
            record=entry.record,
            revision=entry.revision,
            copy=entry.copy,
            current=current,
        )
    return _finding(Verdict.GENUINE, "registered", entry)


def _from_seal(carried: Mapping[str, Any], known: SealEntry | None, newest: Newest) -> Finding:
    """The branch's seal holds, but this register does not know the file: drawn at another desk, or before a restore."""
    if not carried:
        return _finding(Verdict.GENUINE, "seal_only", known)
    if not _root_holds(carried):
        return _finding(Verdict.ALTERED, "root_differs", known)
    record = str(_value(carried, "record"))
    revision = int(_value(carried, "revision") or 0)
    current = newest(record)
    is_old = current is not None and current != revision
    return Finding(
        verdict=Verdict.OTHER_VERSION if is_old else Verdict.GENUINE,
        reason="documents.verify_superseded" if is_old else "documents.verify_seal_only",
        record=record,
        revision=revision,
        copy=str(carried.get("copy", "")),
        current=current if is_old else None,
    )


def _finding(verdict: Verdict, reason: str, entry: SealEntry | None) -> Finding:
    return Finding(
        verdict=verdict,
        reason=f"documents.verify_{reason}",
        record=entry.record if entry else "",
        revision=entry.revision if entry else 0,
        copy=entry.copy if entry else "",
    )


def _broken(data: bytes) -> Finding:
    if _says_ours(data):
        return _finding(Verdict.ALTERED, "damaged", None)
    return _finding(Verdict.UNKNOWN, "not_a_paper", None)


def _says_ours(data: bytes) -> bool:
    return b"<pdf:Producer>VisitDesk</pdf:Producer>" in data or b"(VisitDesk)" in data


@dataclass(frozen=True, slots=True)
class _Seal:
    """What the signature says: made with a key of ours; and unbroken, over the whole file."""

    is_ours: bool
    holds: bool

    @classmethod
    def read(cls, data: bytes, certificates: Sequence[bytes]) -> "_Seal | None":
        with _quiet():
            signatures = PdfFileReader(BytesIO(data)).embedded_signatures
            if not signatures:
                return None
            first = signatures[0]
            if first.signer_cert.dump() not in certificates:
                return cls(is_ours=False, holds=False)
            roots = [x509.Certificate.load(one) for one in certificates]
            context = ValidationContext(trust_roots=roots, moment=first.self_reported_timestamp, allow_fetching=False)
            try:
                status = validate_pdf_signature(first, context)
            except (SignatureValidationError, PdfError, ValueError):
                return cls(is_ours=True, holds=False)
            whole = len(signatures) == 1 and _covers_all(data, first.byte_range)
            return cls(is_ours=True, holds=bool(status.bottom_line) and whole)


def _covers_all(data: bytes, signed: Sequence[int]) -> bool:
    """Whether everything but the container is signed, and the container holds one signature and zeros, as we write it.

    pyHanko lets bytes after the end of the file and in the container's padding pass (measured).
    """
    first, before, after, rest = (int(one) for one in signed)
    container = data[before:after]
    if first != 0 or after + rest != len(data) or not (container[:1] == b"<" and container[-1:] == b">"):
        return False
    digits = container[1:-1]
    if _HEX.fullmatch(digits) is None:
        return False
    octets = bytes.fromhex(digits.decode("ascii"))
    size = 4 + int.from_bytes(octets[2:4], "big") if octets[:2] == b"\x30\x82" else 0
    return size > 0 and not any(octets[size:])


@contextmanager
def _quiet() -> Iterator[None]:
    """PyHanko logs what it finds in strangers' files; those words may be personal."""
    logger = logging.getLogger("pyhanko")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _carried(data: bytes) -> Mapping[str, Any]:
    """The record's data inside the file, empty where there is none."""
    with pikepdf.open(BytesIO(data)) as pdf:
        if "record.json" not in pdf.attachments:
            return {}
        inside = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
    return inside if isinstance(inside, dict) else {}


def _value(carried: Mapping[str, Any], path: str) -> Any:
    field = carried.get("fields", {}).get(path, {})
    return field.get("value") if isinstance(field, dict) else None


def _entry_of(carried: Mapping[str, Any], register: SealLookup) -> SealEntry | None:
    record = _value(carried, "record")
    entries = register.by_record(record) if isinstance(record, str) else ()
    return entries[-1] if entries else None


def _root_holds(carried: Mapping[str, Any]) -> bool:
    try:
        return proved_root(carried) == carried.get("root")
    except (KeyError, ValueError, TypeError, AttributeError):
        return False
