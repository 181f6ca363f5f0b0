"""Running a drill: a pure state machine over its graph. Nothing is forgotten, so each choice can be talked about after.

Score (policy): the ending's score less ten for each weak choice that was mended on the way. Passed = a good ending with
at least `PASS_SCORE`; a wrong choice leads to an ending of its own and never passes (reference training §2, §3).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from visitdesk.errors import BadInput
from visitdesk.training.model import ChoiceMark, Drill, DrillOption, Ending, Node, Outcome

SLIP_COST = 10
"""Points off for each weak choice."""

PASS_SCORE = 70
"""Fewest points that pass: three slips on the way are still mended ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Where somebody stands in a drill: `path` holds the place of each choice made, counted from 0."""

    drill: Drill
    path: tuple[int, ...] = ()

    @property
    def choices(self) -> tuple[tuple[Node, DrillOption], ...]:
        """The nodes passed and what was chosen there."""
        return tuple(_walk(self.drill, self.path))

    @property
    def place(self) -> Node | Ending:
        """The node that asks for a decision now, or the ending reached."""
        chosen = self.choices
        identity = chosen[-1][1].goto if chosen else self.drill.start
        return self.drill.endings.get(identity) or self.drill.nodes[identity]

    @property
    def ending(self) -> Ending | None:
        """The ending reached, or None while the drill goes on."""
        place = self.place
        return place if isinstance(place, Ending) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillScore:
    """How a finished drill is scored.

    Attributes:
        points: 0–100.
        slips: weak choices on the way.
    """

    outcome: Outcome
    points: int
    slips: int
    is_passed: bool


def begin(drill: Drill) -> Run:
    """At the first node."""
    return Run(drill=drill)


def choose(run: Run, option: int) -> Run:
    """Take the option at that place (counted from 0) of the present node.

    Raises:
        BadInput: the drill has ended, or there is no such option.
    """
    place = run.place
    if isinstance(place, Ending):
        raise BadInput("training.drill_over", value=run.drill.id)
    if not 0 <= option < len(place.options):
        raise BadInput("training.no_such_option", value=option + 1)
    return replace(run, path=(*run.path, option))


def step_back(run: Run) -> Run:
    """Undo the last choice, to try another; for practice, never for a run that counts."""
    return replace(run, path=run.path[:-1])


def replay(drill: Drill, path: tuple[int, ...]) -> Run:
    """The run that these choices make.

    Raises:
        BadInput: a choice does not exist, or choices go on after the ending.
    """
    run = begin(drill)
    for option in path:
        run = choose(run, option)
    return run


def score(run: Run) -> DrillScore:
    """The score of a finished run.

    Raises:
        BadInput: it has not reached an ending.
    """
    ending = run.ending
    if ending is None:
        raise BadInput("training.drill_not_over", value=run.drill.id)
    slips = sum(option.mark is ChoiceMark.WEAK for _, option in run.choices)
    points = max(0, ending.score - SLIP_COST * slips)
    is_passed = ending.outcome is Outcome.GOOD and points >= PASS_SCORE
    return DrillScore(outcome=ending.outcome, points=points, slips=slips, is_passed=is_passed)


def ideal_path(drill: Drill) -> tuple[int, ...]:
    """The choices of the ideal path: at each node the first ideal option."""
    run = begin(drill)
    while run.ending is None and isinstance(place := run.place, Node):
        marks = [option.mark for option in place.options]
        run = choose(run, marks.index(ChoiceMark.IDEAL))
    return run.path


def paths(drill: Drill) -> Iterator[Run]:
    """Every way through the drill, each up to its ending. The graph must have no circle (`lint` says so)."""
    open_runs = [begin(drill)]
    while open_runs:
        run = open_runs.pop()
        place = run.place
        if isinstance(place, Ending):
            yield run
        else:
            open_runs.extend(choose(run, option) for option in reversed(range(len(place.options))))


def _walk(drill: Drill, path: tuple[int, ...]) -> Iterator[tuple[Node, DrillOption]]:
    identity = drill.start
    for option in path:
        node = drill.nodes[identity]
        chosen = node.options[option]
        yield node, chosen
        identity = chosen.goto
