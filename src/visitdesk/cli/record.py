"""`record export` and `record verify`: one sealed copy of a visit's record, and whether a file is one of ours."""

from argparse import Namespace

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.cli.door import read_bytes
from visitdesk.errors import BadInput
from visitdesk.wording import sentence

_PROFILES = ("file", "borrower", "lender", "court", "third_person")
"""Whose copies there are; `records.model.Copy`, which only an opened branch needs."""


class RecordCommand:
    """The word `record`."""

    def register(self, words: Subparsers) -> None:
        """Add the parsers."""
        inner = words.add_parser("record", help="visit records on paper").add_subparsers(dest="word", required=True)
        export = inner.add_parser("export", help="one sealed copy of a visit's record")
        export.add_argument("visit", metavar="VISIT")
        export.add_argument("--profile", choices=_PROFILES, required=True)
        with_output(export)
        export.set_defaults(run=_export)
        verify = inner.add_parser("verify", help="whether this branch made a file, unchanged")
        verify.add_argument("file", metavar="FILE.pdf")
        with_output(verify)
        verify.set_defaults(run=_verify)


def _export(arguments: Namespace, context: Context) -> Answer:
    """The file; with `-o` also what it is, on standard output.

    Raises:
        BadInput: the visit has no record.
        RuleBroken: its record is not final.
    """
    from visitdesk.cases.model import VisitId  # noqa: PLC0415  # with the branch itself
    from visitdesk.records.model import Copy  # noqa: PLC0415

    with context.open_branch() as session:
        desk = session.branch.records
        record = desk.of_visit(VisitId(arguments.visit))
        if record is None:
            raise BadInput("records.untold", visit=arguments.visit)
        drawn = desk.draw_copy(session.actor, record.id, Copy(arguments.profile), context.lang)
    seal = drawn.seal
    answer = {
        "record": seal.record,
        "visit": arguments.visit,
        "profile": seal.copy,
        "revision": seal.revision,
        "root": seal.root,
        "sha256": seal.digest,
        "pages": seal.pages,
    }
    return Answer(data=drawn.data, payload=answer)


def _verify(arguments: Namespace, context: Context) -> Answer:
    """What the file is: exit code 0 where it is genuine, else 3 and which of the other answers."""
    data = read_bytes(arguments.file, context)
    with context.open_branch() as session:
        proof = session.branch.prints.verify(data)
    answer = {
        "verdict": proof.verdict,
        "reason": proof.reason.rpartition(".")[2].removeprefix("verify_"),
        "text": sentence(proof.reason, context.lang),
        "record": proof.record or None,
        "revision": proof.revision or None,
        "profile": proof.copy or None,
        "newest_revision": proof.current,
    }
    return Answer(payload=answer, exit_code=0 if proof.is_genuine else 3)


COMMAND = RecordCommand()
