"""Ways to the data key: the file `keyslots.json` beside the database holds it wrapped once per slot (密钥槽).

The data key is 32 random bytes and opens the SQLCipher file. Each slot wraps it by AES-256-GCM, bound to the database's
id, the slot's kind and the version, so that a slot cannot be moved to another file. The header is not secret.
Source: reference security-storage §6 (slots, argon2id figures for passphrases: m = 256 MiB, t = 3, p = 1).
"""

import json
import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from visitdesk.errors import BadInput, Unavailable

FILE_NAME = "keyslots.json"
VERSION = 1
KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16


class SlotKind(StrEnum):
    """Where the wrapping key of a slot comes from."""

    VAULT = "vault"
    PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a slot, no secret
    DEMONSTRATION = "demonstration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2Cost:
    """Cost of deriving a key from a passphrase: memory in KiB, passes, lanes."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key, wrapped once.

    Attributes:
        salt: of the passphrase derivation; empty for the other kinds.
        wrapped: nonce followed by ciphertext and tag (60 bytes).
    """

    kind: SlotKind
    salt: bytes
    wrapped: bytes
    cost: Argon2Cost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The whole header file.

    Attributes:
        database: random id; part of what each slot is bound to, and the account name in the vault.
    """

    database: str
    slots: tuple[Slot, ...] = ()

    def slot(self, kind: SlotKind) -> Slot | None:
        """The slot of that kind, where there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: Slot) -> "Header":
        """The header with this slot in place of one of its kind."""
        return replace(self, slots=(*(other for other in self.slots if other.kind != slot.kind), slot))


def new_header() -> Header:
    """A header for a new database, without slots yet."""
    return Header(database=secrets.token_hex(16))


def new_key() -> bytes:
    """A fresh data key, or a fresh wrapping key."""
    return secrets.token_bytes(KEY_BYTES)


def key_from_passphrase(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The wrapping key of a passphrase slot; takes most of a second by intention."""
    return hash_secret_raw(
        secret=passphrase.encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def wrap(header: Header, kind: SlotKind, wrapping_key: bytes, data_key: bytes) -> Slot:
    """Wrap the data key by a ready wrapping key (vault, demonstration)."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(wrapping_key).encrypt(nonce, data_key, _bound_to(header, kind))
    return Slot(kind=kind, salt=b"", wrapped=nonce + sealed)


def wrap_by_passphrase(header: Header, passphrase: str, data_key: bytes, cost: Argon2Cost | None = None) -> Slot:
    """Wrap the data key by a passphrase."""
    cost = cost or Argon2Cost()
    salt = os.urandom(_SALT_BYTES)
    slot = wrap(header, SlotKind.PASSPHRASE, key_from_passphrase(passphrase, salt, cost), data_key)
    return replace(slot, salt=salt, cost=cost)


def unwrap(header: Header, slot: Slot, secret: bytes | str) -> bytes:
    """The data key.

    Args:
        header: where the slot belongs; binds it to this database.
        slot: the way that is tried.
        secret: the passphrase for a passphrase slot, else the wrapping key.

    Raises:
        BadInput: the secret does not open this slot.
    """
    cost = slot.cost or Argon2Cost()
    key = key_from_passphrase(secret, slot.salt, cost) if isinstance(secret, str) else secret
    nonce, sealed = slot.wrapped[:_NONCE_BYTES], slot.wrapped[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, sealed, _bound_to(header, slot.kind))
    except (InvalidTag, ValueError) as error:
        raise BadInput("security.wrong_key") from error


def read_header(folder: Path) -> Header | None:
    """The header of a data folder, or None for a folder that has none.

    Raises:
        Unavailable: it is there but damaged.
    """
    file = folder / FILE_NAME
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("security.header_damaged", file=FILE_NAME) from error
    try:
        return _parsed(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise Unavailable("security.header_damaged", file=FILE_NAME) from error


def write_header(folder: Path, header: Header) -> None:
    """Replace the header file by a whole new one."""
    text = json.dumps(
        {
            "version": VERSION,
            "database": header.database,
            "slots": [_shown(slot) for slot in header.slots],
        },
        indent=2,
    )
    write_private(folder / FILE_NAME, text.encode())


def write_private(file: Path, data: bytes) -> None:
    """Write a file whole or not at all; on POSIX readable by its owner only (on Windows the folder's rights hold)."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(data)
            temporary.flush()
            os.fsync(temporary.fileno())
        part.replace(file)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise Unavailable("security.cannot_write", file=file.name) from error


def _bound_to(header: Header, kind: SlotKind) -> bytes:
    return f"visitdesk:{VERSION}:{header.database}:{kind}".encode()


def _shown(slot: Slot) -> dict[str, object]:
    shown: dict[str, object] = {"kind": slot.kind.value, "salt": slot.salt.hex(), "wrapped": slot.wrapped.hex()}
    if slot.cost is not None:
        shown["argon2id"] = {"memory_kib": slot.cost.memory_kib, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    return shown


def _parsed(value: Mapping[str, Any]) -> Header:
    if value["version"] != VERSION:
        raise BadInput("security.newer_header", value=value["version"])
    slots = tuple(
        Slot(
            kind=SlotKind(raw["kind"]),
            salt=bytes.fromhex(raw["salt"]),
            wrapped=bytes.fromhex(raw["wrapped"]),
            cost=Argon2Cost(**raw["argon2id"]) if "argon2id" in raw else None,
        )
        for raw in value["slots"]
    )
    return Header(database=str(value["database"]), slots=slots)
