"""The operating system's store of secrets (系统凭据库), through keyring: the only place that touches it.

Only backends that really keep secrets count; keyring's null and plaintext backends lose or expose them silently
(measured), so a probe is written, read back and compared before the vault is trusted.
Source: reference security-storage §6.
"""

import base64
import binascii
from typing import Protocol

import keyring
import keyring.errors
from keyring.backend import KeyringBackend

from visitdesk.errors import Unavailable

_PREFIX = "VisitDesk"
_TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
)


class Vault(Protocol):
    """Keeps small secrets for this user of this computer."""

    def get(self, name: str) -> bytes | None:
        """The secret of that name, or None."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret; raises `Unavailable` where it did not stay."""
        ...


class SystemVault:
    """The vault of the operating system; one service name a secret, so that keyring moves none aside."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get(self, name: str) -> bytes | None:
        """The secret, or None where the vault has none of that name."""
        try:
            kept = self._backend.get_password(f"{_PREFIX}:{name}", name)
        except keyring.errors.KeyringError as error:
            raise Unavailable("security.vault_silent") from error
        if kept is None:
            return None
        try:
            return base64.b64decode(kept, validate=True)
        except binascii.Error as error:
            raise Unavailable("security.vault_silent") from error

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret and read it back (44 characters; Windows ends at 1,280)."""
        try:
            self._backend.set_password(f"{_PREFIX}:{name}", name, base64.b64encode(secret).decode())
        except keyring.errors.KeyringError as error:
            raise Unavailable("security.vault_silent") from error
        if self.get(name) != secret:
            raise Unavailable("security.vault_silent")


def backend_name() -> str:
    """Full name of keyring's backend on this computer; `doctor` shows it."""
    backend = keyring.get_keyring()
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def system_vault() -> SystemVault | None:
    """The vault of this computer, or None where it has none that keeps what it is given."""
    backend = keyring.get_keyring()
    if not type(backend).__module__.startswith(_TRUSTED):
        return None
    vault = SystemVault(backend)
    try:
        vault.put("probe", b"probe")
    except Unavailable:
        return None
    return vault
