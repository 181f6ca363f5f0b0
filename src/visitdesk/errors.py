"""What can go wrong, sorted by whose fault it is and what to do next.

The domain raises a *code* with *facts*; sentences in both languages live in `resources/wording/*.toml` and are made by
`wording`. Anything that is not a `VisitDeskError` is a bug: logged with its traceback, never shown as one.
"""

from collections.abc import Mapping
from types import MappingProxyType


class VisitDeskError(Exception):
    """Root of all foreseen faults.

    Attributes:
        code: dotted name of the sentence in the wording files, e.g. `"json.unknown_field"`.
        facts: values for the sentence's placeholders. They may hold personal data: never log them, log `code`.
    """

    exit_code = 4

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = MappingProxyType(dict(facts))


class BadInput(VisitDeskError):
    """What was handed in cannot be used; nothing was changed. Exit code 4."""


class RuleBroken(VisitDeskError):
    """Law or policy says no. `facts["rule"]` names the rule. Exit code 3."""

    exit_code = 3


class NotAllowed(VisitDeskError):
    """The person's role does not carry this deed. Exit code 4."""


class Stale(VisitDeskError):
    """Another hand changed it first; look again. Exit code 4."""


class Unavailable(VisitDeskError):
    """Something outside is missing or busy: disk, lock, key, network. Exit code 5."""

    exit_code = 5
