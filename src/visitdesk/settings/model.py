"""What a setting is, and whether a value fits it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from visitdesk.errors import BadInput
from visitdesk.wording import Lang

Value = bool | int | float | str


class Scope(StrEnum):
    """Whose setting it is."""

    DESK = "desk"  # 本机: this computer
    BRANCH = "branch"  # 网点: everybody here; kept in the store, changed by permission, audited
    PERSON = "person"  # 个人: who is signed in


class Kind(StrEnum):
    """What a value is; an undeclared kind has no control and fails a test."""

    FLAG = "flag"
    CHOICE = "choice"
    NUMBER = "number"
    DECIMAL = "decimal"
    TIME = "time"  # "HH:MM", 24 h, zone of the branch
    DATE = "date"  # "YYYY-MM-DD", "" for not known
    TEXT = "text"
    FOLDER = "folder"  # "" for none


class SettingGroup(StrEnum):
    """Headings of the page, in order."""

    LOOK = "look"
    DESK = "desk"
    BRANCH = "branch"
    PLANNING = "planning"
    SAFETY = "safety"
    RECORDS = "records"
    PRIVACY = "privacy"
    COPIES = "copies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same in both languages."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """The words of one language."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting.

    Attributes:
        name: short, the label of its control.
        prose: one or two sentences: what it changes.
        minimum, maximum: inclusive limits of numbers; characters at most for text.
        choices: value to words, for `Kind.CHOICE`.
        decimals: digits shown after the point of `Kind.DECIMAL`.
        unit: after a number; None for none.
    """

    key: str
    kind: Kind
    default: Value
    group: SettingGroup
    scope: Scope
    name: Words
    prose: Words
    minimum: float = 0
    maximum: float = 200
    decimals: int = 2
    unit: Words | None = None
    choices: Mapping[str, Words] = field(default_factory=lambda: MappingProxyType({}))


_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def checked(one: Setting, value: object) -> Value:
    """`value` if it fits the declaration.

    Raises:
        BadInput: wrong type, out of its limits, not one of the choices.
    """
    kept: Value | None = None
    match one.kind:
        case Kind.FLAG if isinstance(value, bool):
            kept = value
        case Kind.NUMBER if isinstance(value, int) and not isinstance(value, bool):
            kept = _in_limits(one, value)
        case Kind.DECIMAL if isinstance(value, int | float) and not isinstance(value, bool):
            kept = _in_limits(one, float(value))
        case Kind.CHOICE if isinstance(value, str) and value in one.choices:
            kept = value
        case Kind.TIME if isinstance(value, str) and _TIME.fullmatch(value):
            kept = value
        case Kind.DATE if isinstance(value, str) and _is_day(value.strip()):
            kept = value.strip()
        case Kind.TEXT if isinstance(value, str) and value.isprintable():
            _in_limits(one, len(value.strip()))
            kept = value.strip()
        case Kind.FOLDER if isinstance(value, str) and "\0" not in value:
            kept = value
        case _:
            kept = None
    if kept is None:
        raise BadInput("settings.does_not_fit", value=one.key)
    return kept


def _is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, or empty for "not known"."""
    if not text:
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _in_limits(one: Setting, value: float) -> Value:
    if not one.minimum <= value <= one.maximum:  # also refuses NaN
        raise BadInput("settings.out_of_limits", value=one.key, low=f"{one.minimum:g}", high=f"{one.maximum:g}")
    return value


def to_text(value: Value) -> str:
    """The text that is kept."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def from_text(one: Setting, text: str) -> Value:
    """The value of a kept text; the default where the text no longer fits (an older program wrote it)."""
    try:
        match one.kind:
            case Kind.FLAG:
                return checked(one, {"true": True, "false": False}[text])
            case Kind.NUMBER:
                return checked(one, int(text))
            case Kind.DECIMAL:
                return checked(one, float(text))
            case _:
                return checked(one, text)
    except (BadInput, ValueError, KeyError):
        return one.default
