"""Who learns at this desk now, and what: chosen once, kept for all pages of the station until the window closes."""

from dataclasses import dataclass, field

from visitdesk.people.model import Collector, CollectorId
from visitdesk.training.model import ModuleId, QuestionId, SittingId


@dataclass(slots=True, kw_only=True)
class Sheet:
    """An answer sheet under way; kept here so that leaving the page loses nothing.

    Attributes:
        chosen: question → places in the bank's order.
        flagged: questions to look at again.
        at: place of the question shown, counted from 0.
    """

    chosen: dict[QuestionId, frozenset[int]] = field(default_factory=dict)
    flagged: set[QuestionId] = field(default_factory=set)
    at: int = 0


class Learner:
    """The learner and the module; plain values, made on the writer thread and used on the GUI thread.

    Attributes:
        collector: None while nobody is picked; then nothing is kept and lessons are only read.
        module: None until the first reading; pages fall back to the first module.
    """

    def __init__(self) -> None:
        self.collector: CollectorId | None = None
        self.name = ""
        self.module: ModuleId | None = None
        self._sheets: dict[SittingId, Sheet] = {}
        self._read_to: dict[tuple[CollectorId | None, ModuleId], float] = {}

    def pick(self, person: Collector | None) -> None:
        """Another learner, or nobody."""
        self.collector = None if person is None else person.id
        self.name = "" if person is None else person.name

    def sheet(self, sitting: SittingId) -> Sheet:
        """The answer sheet of that assessment."""
        return self._sheets.setdefault(sitting, Sheet())

    def note_read(self, module: ModuleId, part: float) -> None:
        """How far the lesson was scrolled, 0 … 1; the furthest counts."""
        key = (self.collector, module)
        self._read_to[key] = max(part, self._read_to.get(key, 0.0))

    def read_to(self, module: ModuleId) -> float:
        """The furthest part of the lesson this learner has had on screen in this session, 0 … 1."""
        return self._read_to.get((self.collector, module), 0.0)
