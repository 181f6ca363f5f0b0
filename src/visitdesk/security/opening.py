"""Which way leads to the data key of a folder, and the making of a new one.

A new folder takes the vault; where there is none, the passphrase that was handed in; where nobody can be asked, a
random key in a file beside the database, good for demonstration only, about which window, `doctor` and log complain.
"""

import logging
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from visitdesk.errors import BadInput, Unavailable
from visitdesk.security.keyslots import (
    KEY_BYTES,
    Argon2Cost,
    Header,
    SlotKind,
    new_header,
    new_key,
    read_header,
    unwrap,
    wrap,
    wrap_by_passphrase,
    write_header,
    write_private,
)
from visitdesk.security.vault import Vault

log = logging.getLogger(__name__)

DEMONSTRATION_KEY = "demonstration-only.key"
"""Name of the file that opens a demonstration folder; whoever has the folder has the data."""

MIN_PASSPHRASE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """The ways to a key that are at hand.

    Attributes:
        vault: the operating system's, or None where it has none.
        passphrase: from `--passphrase-file`, or None.
        ask: asks a person for the passphrase; None where nobody can be asked.
        cost: of new passphrase slots; tests make it cheap.
    """

    vault: Vault | None = None
    passphrase: str | None = None
    ask: Callable[[], str] | None = None
    cost: Argon2Cost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The data key and by which way it was reached."""

    key: bytes
    kind: SlotKind
    is_new: bool


def open_folder(folder: Path, secrets: Secrets) -> Opened:
    """The data key of a folder; a folder without a header gets a new key.

    Raises:
        BadInput: wrong passphrase, or one too short for a new folder.
        Unavailable: no way leads to the key, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("security.cannot_write", file=folder.name) from error
    header = read_header(folder)
    return _new(folder, secrets) if header is None else _existing(folder, header, secrets)


def passphrase_from(file: Path) -> str:
    """The passphrase in a file, without its line end.

    Raises:
        BadInput: there is no such file, it is empty, or other users of this computer may read it.
    """
    try:
        if sys.platform == "win32":
            # NTFS rights are inherited: what lies in the user's own profile is closed to other users.
            is_private = file.resolve().is_relative_to(Path.home().resolve())
        else:
            is_private = not file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        text = file.read_text(encoding="utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("security.no_passphrase_file", file=str(file)) from error
    if not is_private:
        raise BadInput("security.passphrase_file_open", file=str(file))
    if not text:
        raise BadInput("security.no_passphrase_file", file=str(file))
    return text


def _new(folder: Path, secrets: Secrets) -> Opened:
    header, key = new_header(), new_key()
    passphrase = secrets.passphrase
    if passphrase is None and secrets.vault is None and secrets.ask is not None:
        passphrase = secrets.ask()
    if passphrase is not None:
        if len(passphrase) < MIN_PASSPHRASE:
            raise BadInput("security.passphrase_short", value=MIN_PASSPHRASE)
        slot = wrap_by_passphrase(header, passphrase, key, secrets.cost)
    elif secrets.vault is not None:
        wrapping = new_key()
        secrets.vault.put(header.database, wrapping)
        slot = wrap(header, SlotKind.VAULT, wrapping, key)
    else:
        wrapping = new_key()
        write_private(folder / DEMONSTRATION_KEY, wrapping.hex().encode())
        slot = wrap(header, SlotKind.DEMONSTRATION, wrapping, key)
        log.warning("data folder opened with a demonstration key: not for real cases")
    write_header(folder, header.with_slot(slot))
    return Opened(key=key, kind=slot.kind, is_new=True)


def _existing(folder: Path, header: Header, secrets: Secrets) -> Opened:
    slot = header.slot(SlotKind.DEMONSTRATION)
    if slot is not None:
        log.warning("data folder opened with a demonstration key: not for real cases")
        return Opened(key=unwrap(header, slot, _demonstration_key(folder)), kind=slot.kind, is_new=False)
    slot = header.slot(SlotKind.VAULT)
    if slot is not None and secrets.vault is not None:
        wrapping = secrets.vault.get(header.database)
        if wrapping is not None:
            return Opened(key=unwrap(header, slot, wrapping), kind=slot.kind, is_new=False)
    slot = header.slot(SlotKind.PASSPHRASE)
    if slot is not None:
        passphrase = secrets.passphrase or (secrets.ask() if secrets.ask is not None else None)
        if passphrase is not None:
            return Opened(key=unwrap(header, slot, passphrase), kind=slot.kind, is_new=False)
    raise Unavailable("security.no_key", file=folder.name)


def _demonstration_key(folder: Path) -> bytes:
    try:
        key = bytes.fromhex((folder / DEMONSTRATION_KEY).read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise Unavailable("security.no_key", file=folder.name) from error
    if len(key) != KEY_BYTES:
        raise Unavailable("security.no_key", file=folder.name)
    return key
