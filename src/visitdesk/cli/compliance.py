"""The command `visitdesk compliance check`: may this visit take place (contracts §4)."""

from argparse import ArgumentParser, Namespace
from typing import Any

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.cli.door import read_json
from visitdesk.compliance import pack as packs
from visitdesk.compliance.engine import judge
from visitdesk.compliance.holiday_calendar import china
from visitdesk.compliance.model import Pack
from visitdesk.compliance.sheet import read
from visitdesk.compliance.telling import answer
from visitdesk.errors import BadInput
from visitdesk.wording import sentence_of

SCHEMA = "compliance-facts"


class ComplianceCommand:
    """The words of the compliance room."""

    def register(self, words: Subparsers) -> None:
        """Add `compliance check`."""
        group = words.add_parser("compliance", help="may we visit?")
        sub = group.add_subparsers(dest="word", required=True, metavar="WORD")
        check = sub.add_parser("check", help="judge one fact sheet")
        _register_check(check)


def _register_check(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FACTS.json")
    parser.add_argument("--pack", choices=(*packs.CARRIED, *packs.ANNOUNCED), default=None)
    with_output(parser)
    parser.set_defaults(run=run_check)


def run_check(arguments: Namespace, context: Context) -> Answer:
    """Judge the file; exit code 3 where the visit is not allowed."""
    form = read_json(arguments.file, context, SCHEMA)
    try:
        pack = _pack(form, arguments.pack)
        facts = read(form, pack, context.clock.now())
    except BadInput as error:
        place = error.facts.get("place", "$")
        problem = sentence_of(error, context.lang)
        raise BadInput("door.in_file", file=arguments.file, place=place, problem=problem) from error
    verdict = judge(facts, pack, china())
    return Answer(payload=answer(verdict, context.lang), exit_code=0 if verdict.allowed else 3)


def _pack(form: dict[str, Any], asked: str | None) -> Pack:
    named: str | None = form.get("pack")
    if asked is not None and named is not None and asked != named:
        raise BadInput("compliance.pack_differs", place="pack", asked=asked, value=named)
    chosen = asked or named
    if chosen is None:
        raise BadInput("compliance.no_pack", place="pack")
    try:
        return packs.load(chosen)
    except BadInput as error:
        raise BadInput(error.code, place="pack", **error.facts) from error


COMMAND = ComplianceCommand()
