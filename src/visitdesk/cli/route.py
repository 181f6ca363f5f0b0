"""`route solve`, `route check` and `route insert`: the day planner without a screen (contracts §1–3)."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from importlib import import_module
from math import isfinite
from typing import TYPE_CHECKING, Any

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.cli.door import check, read_value
from visitdesk.errors import BadInput
from visitdesk.wording import sentence

if TYPE_CHECKING:  # numpy and the engine are loaded only when a word runs
    from visitdesk.planning.model import DayPlan, DayProblem

MOST_SECONDS = 86_400.0
MOST_ITERATIONS = 10_000_000


class _RouteCommand:
    """The word `route` and what follows it."""

    def register(self, words: Subparsers) -> None:
        """Add `route solve`, `route check` and `route insert`."""
        group = words.add_parser("route", help="plan a day, check a plan, try one more visit")
        inner = group.add_subparsers(dest="word", required=True, metavar="WORD")
        solve = inner.add_parser("solve", help="make a day plan", allow_abbrev=False)
        solve.add_argument("problem", metavar="PROBLEM.json")
        limit = solve.add_mutually_exclusive_group()
        limit.add_argument("--seconds", type=_seconds, default=None, metavar="S")
        limit.add_argument("--iterations", type=_iterations, default=None, metavar="N")
        solve.add_argument("--seed", type=_seed, default=0, metavar="K")
        solve.add_argument("--warm", default=None, metavar="PLAN.json")
        with_output(solve)
        solve.set_defaults(run=_solve)
        checker = inner.add_parser("check", help="hold a plan against its problem", allow_abbrev=False)
        checker.add_argument("problem", metavar="PROBLEM.json")
        checker.add_argument("plan", metavar="PLAN.json")
        with_output(checker)
        checker.set_defaults(run=_check)
        insert = inner.add_parser("insert", help="what one more visit would cost each team", allow_abbrev=False)
        insert.add_argument("problem", metavar="PROBLEM.json")
        insert.add_argument("plan", metavar="PLAN.json")
        insert.add_argument("--visit", required=True, metavar="ID")
        with_output(insert)
        insert.set_defaults(run=_insert)


COMMAND = _RouteCommand()


def _number(text: str, kind: Callable[[str], float], least: float, most: float) -> float:
    try:
        value = kind(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a number") from error
    if not text.isascii() or "_" in text or not isfinite(value) or not least <= value <= most:
        raise ArgumentTypeError(f"{text!r} is not between {least:g} and {most:g}")
    return value


def _seconds(text: str) -> float:
    return _number(text, float, 0.0, MOST_SECONDS)


def _iterations(text: str) -> int:
    return int(_number(text, int, 0, MOST_ITERATIONS))


def _seed(text: str) -> int:
    return int(_number(text, int, 0, 2**32 - 1))


@contextmanager
def _in_file(name: str) -> Iterator[None]:
    """Faults of the planner's forms get the file's name."""
    try:
        yield
    except BadInput as error:
        if "file" in error.facts:
            raise
        raise BadInput(error.code, file=name, **error.facts) from error


def _problem(name: str, context: Context) -> "DayProblem":
    form = read_value(name, context)
    check(_without_cells(form), "route-problem", name)
    with _in_file(name):
        problem: DayProblem = import_module("visitdesk.planning.problem_form").parse_problem(form)
        if problem.matrix is None:
            problem = import_module("visitdesk.planning.travel").with_travel(problem)
    return problem


def _without_cells(form: Any) -> Any:
    """The form with an empty matrix: its million cells are checked by the planner, a thousand times faster."""
    if not isinstance(form, dict) or not isinstance(form.get("matrix"), dict):
        return form
    matrix = {name: [] if isinstance(rows, list) else rows for name, rows in form["matrix"].items()}
    return {**form, "matrix": matrix}


def _without_reasons(form: Any) -> Any:
    """The plan without the reasons that are plainly in order: an overfull day has a hundred thousand of them."""
    if not isinstance(form, dict) or not isinstance(form.get("unassigned"), list):
        return form
    codes = {code.value for code in import_module("visitdesk.planning.model").ReasonCode}
    items = [
        {**item, "reasons": [reason for reason in item["reasons"] if not _is_reason(reason, codes)]}
        if isinstance(item, dict) and isinstance(item.get("reasons"), list)
        else item
        for item in form["unassigned"]
    ]
    return {**form, "unassigned": items}


def _is_reason(form: object, codes: Container[object]) -> bool:
    if not isinstance(form, dict) or form.keys() != {"team", "code", "text"}:
        return False
    return form["code"] in codes and all(isinstance(value, str) for value in form.values())


def _plan(name: str, problem: "DayProblem", context: Context) -> "DayPlan":
    form = read_value(name, context)
    check(_without_reasons(form), "route-plan", name)
    with _in_file(name):
        plan: DayPlan = import_module("visitdesk.planning.plan_form").parse_plan(form, problem)
    return plan


def _solve(arguments: Namespace, context: Context) -> Answer:
    problem = _problem(arguments.problem, context)
    warm = None if arguments.warm is None else _plan(arguments.warm, problem, context)
    solver = import_module("visitdesk.planning.solver")
    budget = solver.Budget(seconds=arguments.seconds, iterations=arguments.iterations)
    plan: DayPlan = solver.solve(problem, budget=budget, seed=arguments.seed, warm=warm)
    form = import_module("visitdesk.planning.plan_form").plan_form(problem, plan, context.lang)
    optimiser = plan.versions.get("pyvrp", "")
    alone = optimiser.startswith("not ")
    words = (sentence("planning.engine_alone", context.lang, {"value": optimiser}),) if alone else ()
    return Answer(payload=form, words=words)


def _check(arguments: Namespace, context: Context) -> Answer:
    problem = _problem(arguments.problem, context)
    plan = _plan(arguments.plan, problem, context)
    finding = import_module("visitdesk.planning.checker").check_plan(problem, plan)
    form = import_module("visitdesk.planning.plan_form").finding_form(finding, context.lang)
    return Answer(payload=form, exit_code=0 if finding.is_feasible else 3)


def _insert(arguments: Namespace, context: Context) -> Answer:
    problem = _problem(arguments.problem, context)
    plan = _plan(arguments.plan, problem, context)
    if arguments.visit not in problem.visit_of:
        raise BadInput("planning.not_in_problem", file=arguments.problem, place="--visit", value=arguments.visit)
    what_if = import_module("visitdesk.planning.what_if")
    with _in_file(arguments.plan):
        answers = what_if.what_if(problem, plan, arguments.visit)
    form = what_if.what_if_form(problem, arguments.visit, answers, context.lang)
    fits = any("position" in item for item in form["teams"])
    return Answer(payload=form, exit_code=0 if fits else 3)
