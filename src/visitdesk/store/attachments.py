"""Encrypted files beside the database: photos, papers, sound. One file per attachment, named by its ciphertext's hash.

AES-256-GCM with a key and nonce of its own; the plain text's hash is authenticated along with it. Order of writing: part
file, fsync, rename, fsync of the folder, then the row (by the caller, in its transaction). A crash leaves at worst a file
without a row, which `sweep` removes after a day. Source: reference security-storage §11.
"""

import hashlib
import os
import secrets
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from visitdesk.errors import Unavailable
from visitdesk.records.model import Attachment
from visitdesk.records.ports import Sealed

ORPHAN_AGE = timedelta(hours=24)
_NONCE_BYTES = 12


class FileVault:
    """Attachments of one data folder, below `folder` in 256 shelves by the first two digits of their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, data: bytes) -> Sealed:
        """Encrypt and store, durable when it returns.

        Raises:
            Unavailable: the disk is full or may not be written.
        """
        key, nonce = AESGCM.generate_key(256), secrets.token_bytes(_NONCE_BYTES)
        digest = hashlib.sha256(data)
        cipher = AESGCM(key).encrypt(nonce, data, digest.digest())
        name = hashlib.sha256(cipher).hexdigest()
        try:
            self._put(name, cipher)
        except OSError as error:
            raise Unavailable("records.attachment_unwritable") from error
        return Sealed(name=name, key=key, nonce=nonce, digest=digest.hexdigest(), size=len(data))

    def read(self, attachment: Attachment) -> bytes:
        """The plain bytes.

        Raises:
            Unavailable: the file is missing or was altered.
        """
        try:
            cipher = self._place(attachment.name).read_bytes()
        except OSError as error:
            raise Unavailable("records.attachment_missing", name=attachment.name[:16]) from error
        try:
            return AESGCM(attachment.key).decrypt(attachment.nonce, cipher, bytes.fromhex(attachment.digest))
        except InvalidTag as error:
            raise Unavailable("records.attachment_altered", name=attachment.name[:16]) from error

    def sweep(self, known: AbstractSet[str], now: datetime) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Remove files older than a day that no row knows; answers (removed, rows whose file is missing)."""
        removed = []
        files = {path.name: path for path in self._folder.glob("??/*") if path.is_file()}
        for name, path in files.items():
            age = now.timestamp() - path.stat().st_mtime
            if name not in known and age > ORPHAN_AGE.total_seconds():
                path.unlink()
                removed.append(name)
        return tuple(sorted(removed)), tuple(sorted(known - files.keys()))

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _put(self, name: str, cipher: bytes) -> None:
        place = self._place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=".part-", delete=False) as part:
            part.write(cipher)
            part.flush()
            os.fsync(part.fileno())
        written = Path(part.name)
        try:
            written.replace(place)
        except OSError:
            with suppress(OSError):
                written.unlink()
            raise
        if os.name != "nt":  # Windows has no handle on a folder to flush
            folder = os.open(place.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
