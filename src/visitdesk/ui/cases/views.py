"""Saved selections of the list of cases, and the order in which a case page walks through it."""

from dataclasses import dataclass, field
from typing import Protocol

from visitdesk.cases.model import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A saved selection: chip, words of the filter, sorting column."""

    name: str
    chip: str
    words: str = ""
    sort: str = ""
    descending: bool = False


class Views(Protocol):
    """Keeps saved selections; words of a filter can be names, so they belong into the encrypted branch."""

    def all(self) -> tuple[View, ...]:
        """In the order they were saved."""
        ...

    def keep(self, view: View) -> None:
        """Save; one of the same name is replaced."""
        ...

    def drop(self, name: str) -> None:
        """Forget."""
        ...


class SessionViews:
    """Keeps them until the window closes."""

    def __init__(self) -> None:
        self._kept: dict[str, View] = {}

    def all(self) -> tuple[View, ...]:
        """See `Views`."""
        return tuple(self._kept.values())

    def keep(self, view: View) -> None:
        """See `Views`."""
        self._kept[view.name] = view

    def drop(self, name: str) -> None:
        """See `Views`."""
        self._kept.pop(name, None)


@dataclass(slots=True)
class Walk:
    """The cases of the list in the order shown, for previous and next on the case page."""

    ids: tuple[CaseId, ...] = field(default_factory=tuple)

    def beside(self, case: CaseId, step: int) -> CaseId | None:
        """The case before (-1) or after (1); None at the ends and outside the list."""
        if case not in self.ids:
            return None
        at = self.ids.index(case) + step
        return self.ids[at] if 0 <= at < len(self.ids) else None

    def place(self, case: CaseId) -> tuple[int, int] | None:
        """Which of how many, from 1; None outside the list."""
        return (self.ids.index(case) + 1, len(self.ids)) if case in self.ids else None
