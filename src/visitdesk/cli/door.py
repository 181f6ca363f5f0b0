"""Reading JSON that strangers hand in: size, encoding, duplicate names and shape are checked before anything is used.

Every fault becomes one `BadInput` that names the file, the place in it and what is wrong.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from visitdesk.cli.command import Context
from visitdesk.errors import BadInput, Unavailable
from visitdesk.paths import resource

MAX_BYTES = 256 * 1024 * 1024
"""Larger files are refused: a 1,000-visit problem with its matrix has about 20 MB."""

STANDARD_INPUT = "-"


def read_bytes(name: str, context: Context) -> bytes:
    """The bytes of a named file, or of standard input for `-`.

    Raises:
        BadInput: there is no such file, it is a folder, or it is too large.
        Unavailable: it is there but may not be read.
    """
    if name == STANDARD_INPUT:
        data = context.stdin.read(MAX_BYTES + 1)
    else:
        path = Path(name)
        try:
            if not path.is_file():
                raise BadInput("door.no_such_file", file=name)
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise Unavailable("door.unreadable", file=name) from error
        except ValueError as error:
            raise BadInput("door.no_such_file", file=name) from error
    if len(data) > MAX_BYTES:
        raise BadInput("door.too_large", file=name)
    return data


def read_json(name: str, context: Context, schema: str) -> Any:
    """The file's JSON value, checked against `resources/schemas/{schema}.schema.json`."""
    value = read_value(name, context)
    check(value, schema, name)
    return value


def read_value(name: str, context: Context) -> Any:
    """The file's JSON value, not yet checked: for forms whose bulk is checked in a faster way than by a schema."""
    return parse_json(_text(read_bytes(name, context), name), name)


def read_json_lines(name: str, context: Context, schema: str) -> Iterator[tuple[int, Any]]:
    """Each non-blank line's JSON value with its line number (from 1), checked against the schema."""
    text = _text(read_bytes(name, context), name)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            value = parse_json(line, name, line_number=number)
            check(value, schema, name, line_number=number)
            yield number, value


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("door.not_utf8", file=name, place=f"byte {error.start + 1}") from error


def parse_json(text: str, name: str, *, line_number: int | None = None) -> Any:
    """Strict JSON: no NaN, no repeated names, no halves of characters, no absurd depth."""
    try:
        value = json.loads(text, parse_constant=_Constant, object_pairs_hook=_no_repeats)
        _no_constants(text, value)
        _no_halves(text, value)
    except json.JSONDecodeError as error:
        place = f"line {line_number or error.lineno}, column {error.colno}"
        raise BadInput("door.not_json", file=name, place=place, value=error.msg) from error
    except _Odd as error:
        place = _joined(line_number, error.place)
        raise BadInput("door.not_json", file=name, place=place, value=str(error)) from error
    except (RecursionError, ValueError) as error:
        place = f"line {line_number}" if line_number else "$"
        raise BadInput("door.not_json", file=name, place=place, value="too deep or too long") from error
    return value


class _Odd(Exception):
    """Something JSON libraries let pass and we do not; `place` as everywhere, `$` for the whole."""

    def __init__(self, problem: str, place: str = "$") -> None:
        super().__init__(problem)
        self.place = place


class _Constant(str):
    """NaN or an infinity, where the text had it; found again by its type once its place is known."""

    __slots__ = ()


def _no_halves(text: str, value: object) -> None:
    """Refuse an escaped half of a surrogate pair that stands alone: no file and no screen could take it."""
    if "\\ud" not in text.lower():
        return
    for path, found in _texts(value):
        try:
            found.encode()
        except UnicodeEncodeError as error:
            msg = "half a character (lone surrogate)"
            raise _Odd(msg, _path(path)) from error


def _no_constants(text: str, value: object) -> None:
    """Refuse NaN and the infinities, which are no JSON."""
    if "NaN" not in text and "Infinity" not in text:
        return
    for path, found in _texts(value):
        if isinstance(found, _Constant):
            msg = f"{found} is not a number"
            raise _Odd(msg, _path(path))


def _texts(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All texts of a parsed value with their places; a field's own name counts as a text at its place."""
    match value:
        case str():
            yield path, value
        case dict():
            for name, inner in value.items():
                yield path, name
                yield from _texts(inner, (*path, name))
        case list():
            for index, inner in enumerate(value):
                yield from _texts(inner, (*path, index))
        case _:
            pass


def _no_repeats(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            msg = f'"{name}" stands twice'
            raise _Odd(msg)
        found[name] = value
    return found


@cache
def _validator(schema: str) -> Draft202012Validator:
    text = resource("schemas", f"{schema}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def check(value: object, schema: str, name: str, *, line_number: int | None = None) -> None:
    """Hold a parsed value against a schema.

    Raises:
        BadInput: names the deepest place that does not fit, and why.
    """
    fault = _best(_validator(schema).iter_errors(value))
    if fault is None:
        return
    place = _joined(line_number, _place(fault))
    raise BadInput(f"door.{_kind(fault)}", file=name, place=place, value=_shown(fault), example=_example(fault))


def _best(faults: Iterable[ValidationError]) -> ValidationError | None:
    """The fault to name: an unknown field first (a typing error hides the rest), then the first in file order."""
    found = sorted(faults, key=lambda fault: [str(part) for part in fault.absolute_path])
    if not found:
        return None
    unknown = [fault for fault in found if fault.validator in {"additionalProperties", "unevaluatedProperties"}]
    fault = (unknown or found)[0]
    while fault.context and fault.validator in {"oneOf", "anyOf"}:
        fault = max(fault.context, key=lambda inner: len(inner.absolute_path))
    return fault


def _place(fault: ValidationError) -> str:
    return _path(fault.absolute_path)


def _joined(line_number: int | None, place: str) -> str:
    """The place with its line in front, where lines are counted."""
    if line_number is None:
        return place
    return f"line {line_number}" if place == "$" else f"line {line_number}, {place}"


def _path(parts: Iterable[str | int]) -> str:
    place = ""
    for part in parts:
        place += f"[{part}]" if isinstance(part, int) else (f".{part}" if place else str(part))
    return place or "$"


def _kind(fault: ValidationError) -> str:
    match fault.validator:
        case "additionalProperties" | "unevaluatedProperties":
            return "unknown_field"
        case "required" | "dependentRequired":
            return "missing_field"
        case "enum" | "const":
            return "not_one_of"
        case "pattern" if _example(fault):
            return "not_like"
        case _:
            return "does_not_fit"


def _example(fault: ValidationError) -> str:
    """How the value should look, where the schema shows it; a pattern itself tells people nothing."""
    examples = fault.schema.get("examples") if isinstance(fault.schema, dict) else None
    return str(examples[0]) if examples else ""


def _shown(fault: ValidationError) -> str:
    match fault.validator:
        case "pattern" if _example(fault):
            return json.dumps(fault.instance, ensure_ascii=False)
        case "additionalProperties" if isinstance(fault.instance, dict):
            known = fault.schema.get("properties", {}) if isinstance(fault.schema, dict) else {}
            return ", ".join(sorted(set(fault.instance) - set(known)))
        case "required":
            return fault.message.split("'")[1]
        case "enum" | "const":
            allowed = fault.validator_value if isinstance(fault.validator_value, list) else [fault.validator_value]
            return ", ".join("null" if word is None else str(word) for word in allowed)
        case _:
            return fault.message
