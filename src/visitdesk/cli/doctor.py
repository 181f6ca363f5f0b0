"""`doctor`: what is installed, found and missing on this computer. No personal data, so that it can be sent to support."""

from argparse import Namespace

from visitdesk.cli.command import Answer, Context, Subparsers, with_output


class DoctorCommand:
    """The word `doctor`."""

    def register(self, words: Subparsers) -> None:
        """Add the parser."""
        parser = words.add_parser("doctor", help="what is installed, found and missing")
        with_output(parser)
        parser.set_defaults(run=_doctor)


def _doctor(_arguments: Namespace, context: Context) -> Answer:
    findings = context.diagnose()
    return Answer(payload=findings, exit_code=3 if findings["missing"] else 0)


COMMAND = DoctorCommand()
