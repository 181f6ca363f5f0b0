"""Planning: the pool judged by law, routes found by a bounded search, the plan published."""

from dataclasses import replace
from datetime import date

from visitdesk.branch import Branch
from visitdesk.changed import Changed
from visitdesk.demo.model import SUPERVISOR, Story, Wish
from visitdesk.planning.draft import DayDraft, removed
from visitdesk.planning.solver import Budget

_LEAST_ITERATIONS, _MOST_ITERATIONS = 300, 1500
"""The search is bounded by its steps and not by time, so that the same seed gives the same plan on every machine."""

_FAIRNESS = 0.6
"""Teams share the work; the least travel alone would leave half of them in the office."""


def plan_day(branch: Branch, wish: Wish, story: Story) -> DayDraft:
    """Plan and publish the day; what the law stops or what fits nowhere is told with its reason."""
    for entry in branch.planning.pool(wish.day):
        if entry.hindrance is not None:
            decided = entry.verdict.decided_by if entry.verdict is not None else None
            story.blocked[entry.visit.id] = decided.rule.id if decided is not None else entry.hindrance.value
    kept = branch.planning.save(SUPERVISOR, _optimised(branch, wish, wish.day))
    _follow(branch, kept.changed)
    published = branch.planning.publish(SUPERVISOR, kept.draft)
    _follow(branch, published.changed)
    routed = published.draft.plan.team_of_visit()
    story.planned = [visit for visit in story.visits if visit in routed]
    story.unplanned = [
        visit for visit in story.visits if visit in {one.visit for one in published.draft.plan.unassigned}
    ]
    return published.draft


def plan_half_of(branch: Branch, wish: Wish, day: date) -> None:
    """A draft in which every second team has its route and the others have none yet."""
    draft = _optimised(branch, wish, day)
    for route in draft.plan.routes[1::2]:
        for stop in route.stops:
            draft = removed(draft, stop.visit)
    _follow(branch, branch.planning.save(SUPERVISOR, draft).changed)


def _optimised(branch: Branch, wish: Wish, day: date) -> DayDraft:
    draft = branch.planning.prepare(SUPERVISOR, day)
    draft = replace(draft, problem=replace(draft.problem, fairness=_FAIRNESS))
    iterations = max(_LEAST_ITERATIONS, _MOST_ITERATIONS - 2 * wish.visits)
    return branch.planning.optimised(draft, Budget(iterations=iterations), seed=wish.seed)


def _follow(branch: Branch, changed: Changed) -> None:
    branch.flow.follow(SUPERVISOR, changed)
