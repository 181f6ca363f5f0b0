"""`visitdesk accounts import|held|discard`: account files into the branch (contracts §8)."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast
from zoneinfo import ZoneInfo

from visitdesk.cli.command import Answer, Context, Session, Subparsers, with_output
from visitdesk.cli.door import read_bytes
from visitdesk.wording import Lang, sentence

if TYPE_CHECKING:  # the intake draws in phone tables and the store; only a called command pays for it
    from visitdesk.cases.intake.rows import HeldRow
    from visitdesk.cases.intake_service import IntakeDesk, Taken

_SIGNS = {Lang.ZH: ("：", "；", "。"), Lang.EN: (": ", "; ", ".")}
"""What stands after a field, between two reasons and at the end of a sentence."""


class _WithIntake(Protocol):
    """What these commands need of an opened branch."""

    @property
    def intake(self) -> "IntakeDesk":
        """The intake."""
        ...


def _desk(session: Session) -> "IntakeDesk":
    return cast("_WithIntake", session.branch).intake


class _Accounts:
    """The command group."""

    def register(self, words: Subparsers) -> None:
        """Add the words."""
        parser = words.add_parser("accounts", help="import account files and mend what was held back")
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        self._import(verbs.add_parser("import", help="take an account file in (CSV, XLSX, XLS, ODS)"))
        held = verbs.add_parser("held", help="write the rows in quarantine to a file, to be mended and imported again")
        held.add_argument("--to", dest="to", metavar="FILE.xlsx|FILE.csv", type=Path, required=True)
        held.set_defaults(run=export_held)
        discard = verbs.add_parser("discard", help="set rows in quarantine aside for good")
        discard.add_argument("numbers", nargs="+", metavar="NUMBER")
        discard.add_argument("--reason", required=True)
        with_output(discard)
        discard.set_defaults(run=discard_held)

    def _import(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="- reads standard input")
        parser.add_argument("--mapping", metavar="M.toml", default=None)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
        with_output(parser)
        parser.set_defaults(run=import_accounts)


COMMAND = _Accounts()


def import_accounts(arguments: Namespace, context: Context) -> Answer:
    """Read and judge the file first; the branch is opened only for a file that can be used."""
    from visitdesk.cases.intake.mapping import NO_MAPPING, parse_mapping  # noqa: PLC0415  # costs start-up
    from visitdesk.cases.intake.reading import read_accounts  # noqa: PLC0415  # as above

    mapping = NO_MAPPING
    if arguments.mapping is not None:
        mapping = parse_mapping(read_bytes(arguments.mapping, context), arguments.mapping)
    today = context.clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date()
    reading = read_accounts(read_bytes(arguments.file, context), arguments.file, today=today, mapping=mapping)
    with context.open_branch() as session:
        desk = _desk(session)
        taken = (desk.preview if arguments.dry_run else desk.take_in)(session.actor, reading)
    return Answer(payload=answer_of(taken, context.lang))


def answer_of(taken: "Taken", lang: Lang) -> dict[str, Any]:
    """The answer of contracts §8; one entry of `held_back` for each row held back, so that the entries can be counted."""
    return {
        "rows": taken.rows,
        "accepted": taken.accepted,
        "updated": taken.updated,
        "unchanged": taken.unchanged,
        "held_back": [
            {"row": held.row, "field": held.faults[0].field, "reason": _reason(held, lang)} for held in taken.held
        ],
        "duplicates": taken.duplicates,
        "file_sha256": taken.file_sha256,
    }


def _reason(held: "HeldRow", lang: Lang) -> str:
    """All that is wrong with the row in one sentence; each part names its field."""
    after_field, between, stop = _SIGNS[lang]
    parts = [
        fault.field + after_field + sentence(fault.code, lang, fault.facts).removesuffix(stop) for fault in held.faults
    ]
    return between.join(parts) + stop


def export_held(arguments: Namespace, context: Context) -> Answer:
    """The quarantine as a file for a spreadsheet; written whole or not at all."""
    from visitdesk.cli.entry import write_whole  # noqa: PLC0415  # the entry imports commands

    is_text = arguments.to.suffix.lower() == ".csv"
    with context.open_branch() as session:
        desk = _desk(session)
        data = desk.export_held(session.actor, context.lang, as_text=is_text)
        count = len(desk.held(session.actor))
    write_whole(arguments.to, data)
    return Answer(payload={"rows": count, "file": arguments.to.name})


def discard_held(arguments: Namespace, context: Context) -> Answer:
    """Set rows aside; they stay on file with reason and name."""
    with context.open_branch() as session:
        _desk(session).discard(session.actor, arguments.numbers, arguments.reason)
    return Answer(payload={"discarded": len(set(arguments.numbers))})
