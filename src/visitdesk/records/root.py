"""The root of a record (摘要): one number that proves every field, and lets a copy hide some without losing the proof.

Each field of facts and content is a leaf `SHA-256(salt ‖ path ‖ 0 ‖ value)`; the root is the Merkle root over the leaves
in order of their paths. Salts come from the record's secret, so hidden values cannot be guessed by trial.
Source: reference documents §5.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any

from visitdesk.records.form import to_plain
from visitdesk.records.model import Content, RecordId, VisitFacts


def leaves(number: RecordId, revision: int, facts: VisitFacts, content: Content) -> dict[str, Any]:
    """Path → plain value of every field, e.g. `"content.statement"`."""
    found: dict[str, Any] = {"record": number, "revision": revision}
    for name, value in (("facts", facts), ("content", content)):
        found |= {f"{name}.{key}": plain for key, plain in to_plain(value).items()}
    return found


def salt_of(secret: bytes, path: str) -> bytes:
    """The 16-byte salt of one leaf."""
    return hmac.digest(secret, path.encode(), "sha256")[:16]


def leaf_hash(salt: bytes, path: str, value: object) -> bytes:
    """Hash of one leaf."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(salt + path.encode() + b"\0" + text.encode()).digest()


def root_of(hashes: Mapping[str, bytes]) -> str:
    """Merkle root over the leaf hashes in order of their paths, hex; an odd one moves up unchanged."""
    level: Sequence[bytes] = [hashes[path] for path in sorted(hashes)]
    while len(level) > 1:
        pairs = [level[at : at + 2] for at in range(0, len(level), 2)]
        level = [hashlib.sha256(b"\1" + pair[0] + pair[1]).digest() if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0].hex()


def root(number: RecordId, revision: int, facts: VisitFacts, content: Content, secret: bytes) -> str:
    """The root of one version of a record."""
    found = leaves(number, revision, facts, content)
    return root_of({path: leaf_hash(salt_of(secret, path), path, value) for path, value in found.items()})


def disclosure(
    number: RecordId, revision: int, facts: VisitFacts, content: Content, secret: bytes, shown: frozenset[str]
) -> dict[str, Any]:
    """What a copy carries inside: the shown fields with their salts, the bare hashes of the others, and the root."""
    found = leaves(number, revision, facts, content)
    hashes = {path: leaf_hash(salt_of(secret, path), path, value) for path, value in found.items()}
    return {
        "version": 1,
        "root": root_of(hashes),
        "fields": {
            path: {"value": value, "salt": salt_of(secret, path).hex()}
            for path, value in found.items()
            if path in shown
        },
        "hidden": {path: digest.hex() for path, digest in hashes.items() if path not in shown},
    }


def proved_root(disclosed: Mapping[str, Any]) -> str:
    """The root that a disclosure really proves, recomputed from its fields and hashes.

    Raises:
        KeyError, ValueError, TypeError, AttributeError: it has not the form of a disclosure.
    """
    hashes = {path: bytes.fromhex(digest) for path, digest in disclosed["hidden"].items()}
    for path, field in disclosed["fields"].items():
        hashes[path] = leaf_hash(bytes.fromhex(field["salt"]), path, field["value"])
    return root_of(hashes)
