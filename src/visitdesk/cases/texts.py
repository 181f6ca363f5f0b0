"""What people type into deeds: trimmed, bounded, and with a reason where one is owed."""

from collections.abc import Iterable

from visitdesk.errors import BadInput

LONGEST = 2000


def required_reason(text: str) -> str:
    """A reason in words.

    Raises:
        BadInput: empty or too long.
    """
    bare = text.strip()
    if not bare:
        raise BadInput("cases.no_reason")
    return bounded(bare)


def required(text: str, field: str) -> str:
    """A text that may not be empty.

    Raises:
        BadInput: empty or too long.
    """
    bare = text.strip()
    if not bare:
        raise BadInput("cases.empty_text", field=field)
    return bounded(bare)


def bounded(text: str) -> str:
    """The text itself, at most 2,000 characters.

    Raises:
        BadInput: longer.
    """
    if len(text) > LONGEST:
        raise BadInput("cases.too_long", limit=LONGEST)
    return text


def lines_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Goals or talking points: trimmed, without blanks and repetitions, in order."""
    return tuple(dict.fromkeys(bounded(bare) for text in texts if (bare := text.strip())))
