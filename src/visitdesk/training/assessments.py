"""Drawing papers and marking them.

A paper is drawn by seed from the module's bank: one question of each concept, all concepts that hold critical questions
first, the rest spread over the lesson's sections. Questions that the collector has seen are drawn only where a concept
has no other, so a second try brings another paper. Passed = the module's share of right answers *and* every critical
question right (reference training §2; figures are policy).
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from visitdesk.errors import BadInput, RuleBroken
from visitdesk.training.model import (
    Coaching,
    Module,
    PaperItem,
    Question,
    QuestionId,
    Sitting,
    Use,
)

RETRY_AFTER = timedelta(hours=24)
"""Wait after a failed assessment, so that the next one tests memory and not the echo of the last (policy)."""

FAILS_BEFORE_COACHING = 3
"""Failed assessments in a row after which somebody must go through the subject with the collector first (policy)."""

GATE = "st-train-gate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A marked paper.

    Attributes:
        missed: questions answered wrongly or not at all, in the paper's order.
        missed_critical: the critical ones among them.
    """

    total: int
    right: int
    missed: tuple[QuestionId, ...]
    missed_critical: tuple[QuestionId, ...]
    is_passed: bool


def draw(module: Module, *, seed: int, seen: frozenset[QuestionId] = frozenset()) -> tuple[PaperItem, ...]:
    """A paper; the same seed, module and `seen` give the same one."""
    chance = random.Random(seed)  # noqa: S311 - fair papers, no secret: the paper is stored with its seed
    concepts: dict[str, list[Question]] = {}
    for question in module.questions:
        if question.use is Use.ASSESSMENT:
            concepts.setdefault(question.concept, []).append(question)
    picked = [_pick(concepts[name], seen, chance) for name in _spread(concepts, module.paper_questions, chance)]
    chance.shuffle(picked)
    return tuple(PaperItem(question=question.id, order=_shuffled(len(question.options), chance)) for question in picked)


def mark(module: Module, paper: Sequence[PaperItem], answers: Mapping[QuestionId, frozenset[int]]) -> Marked:
    """Mark the answers to a paper; a question without an answer is wrong.

    Args:
        answers: question → places chosen, in the bank's order.

    Raises:
        BadInput: an answer to a question that is not on the paper, or an option that does not exist.
    """
    bank = {question.id: question for question in module.questions}
    asked = [bank[item.question] for item in paper]
    strange = answers.keys() - {question.id for question in asked}
    if strange:
        raise BadInput("training.not_on_paper", value=min(strange))
    missed = [question for question in asked if not is_right(question, answers.get(question.id, frozenset()))]
    right = len(asked) - len(missed)
    critical = tuple(question.id for question in missed if question.is_critical)
    return Marked(
        total=len(asked),
        right=right,
        missed=tuple(question.id for question in missed),
        missed_critical=critical,
        is_passed=not critical and right * 100 >= module.pass_percent * len(asked),
    )


def is_right(question: Question, chosen: Iterable[int]) -> bool:
    """Whether exactly the right options are chosen.

    Raises:
        BadInput: an option that does not exist.
    """
    places = frozenset(chosen)
    if any(not 0 <= place < len(question.options) for place in places):
        raise BadInput("training.no_such_option", value=max(places) + 1)
    return places == question.right


def may_sit(sittings: Sequence[Sitting], coachings: Sequence[Coaching], now: datetime) -> None:
    """Refuse a new assessment that comes too soon or needs coaching first.

    Args:
        sittings: finished ones of this collector and module, oldest first.
        now: in the zone in which the next opening is told.

    Raises:
        RuleBroken: with the instant or the number of failures in its facts.
    """
    fails = failed_in_a_row(sittings)
    if not fails:
        return
    last = fails[-1].finished_at
    coached = any(last is None or coaching.at >= last for coaching in coachings)
    if len(fails) >= FAILS_BEFORE_COACHING and not coached:
        raise RuleBroken("training.coach_first", rule=GATE, value=len(fails))
    if last is not None and now - last < RETRY_AFTER:
        opens = (last + RETRY_AFTER).astimezone(now.tzinfo)
        raise RuleBroken("training.too_soon", rule=GATE, value=f"{opens:%Y-%m-%d %H:%M}")


def failed_in_a_row(sittings: Sequence[Sitting]) -> tuple[Sitting, ...]:
    """The failed assessments since the last passed one, oldest first."""
    fails: list[Sitting] = []
    for sitting in sittings:
        if sitting.is_passed:
            fails.clear()
        elif not sitting.is_open:
            fails.append(sitting)
    return tuple(fails)


def _spread(concepts: Mapping[str, Sequence[Question]], size: int, chance: random.Random) -> list[str]:
    """Names of the concepts to ask: critical ones first, then each time from the section asked least so far."""
    names = sorted(concepts)
    chance.shuffle(names)
    chosen = [name for name in names if any(question.is_critical for question in concepts[name])]
    rest = [name for name in names if name not in chosen]
    while rest and len(chosen) < size:
        asked = [concepts[name][0].section for name in chosen]
        nearest = min(rest, key=lambda name: asked.count(concepts[name][0].section))
        rest.remove(nearest)
        chosen.append(nearest)
    return chosen


def _pick(questions: Sequence[Question], seen: frozenset[QuestionId], chance: random.Random) -> Question:
    fresh = [question for question in questions if question.id not in seen] or list(questions)
    return fresh[chance.randrange(len(fresh))]


def _shuffled(count: int, chance: random.Random) -> tuple[int, ...]:
    places = list(range(count))
    chance.shuffle(places)
    return tuple(places)
