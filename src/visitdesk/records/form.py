"""Records to canonical JSON and back: sorted keys, no blanks, UTF-8, money as decimal strings, instants in UTC.

The text of the borrower's statement passes through unchanged, character by character.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from visitdesk.money import Money, parse_amount

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """The value as JSON-able lists, dicts and scalars."""
    plain: Any = value
    match value:
        case Enum():
            plain = value.value
        case Money():
            plain = {"amount": str(value), "currency": value.currency}
        case datetime():
            plain = value.astimezone(UTC).isoformat()
        case date():
            plain = value.isoformat()
        case tuple() | list():
            plain = [to_plain(one) for one in value]
        case bytes():
            plain = value.hex()
        case _ if is_dataclass(value) and not isinstance(value, type):
            plain = {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    return plain


def canonical(value: object) -> bytes:
    """The bytes that are hashed and carried inside papers."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_plain(kind: type[T], plain: object) -> T:
    """The value of this type that `to_plain` made `plain` from.

    Raises:
        ValueError, KeyError, TypeError: `plain` was not made from it; a damaged store, not a user's mistake.
    """
    return cast("T", _from(kind, plain))


def _from(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        (inner,) = [one for one in get_args(kind) if one is not NoneType]
        return None if plain is None else _from(inner, plain)
    if origin is tuple:
        return _tuple(get_args(kind), plain)
    return _single(getattr(kind, "__supertype__", kind), plain)


def _tuple(kinds: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_from(kinds[0], one) for one in plain)
    return tuple(_from(one, value) for one, value in zip(kinds, plain, strict=True))


def _single(kind: Any, plain: Any) -> Any:
    value = plain
    if kind is Money:
        value = parse_amount(plain["amount"], plain["currency"])
    elif is_dataclass(kind):
        value = _dataclass(kind, plain)
    elif kind is bytes:
        value = bytes.fromhex(plain)
    elif kind in {datetime, date}:
        value = kind.fromisoformat(plain)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        value = kind(plain)
    return value


def _dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _from(hints[name], value) for name, value in plain.items()})


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
