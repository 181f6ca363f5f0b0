"""`day demo`: the main job with no screen, on an artificial branch (contracts §9)."""

from argparse import Namespace
from pathlib import Path

from visitdesk.cli.command import Answer, Context, Subparsers, with_output

VISITS, TEAMS, SEED = 60, 8, 1


class DayCommand:
    """The word `day`."""

    def register(self, words: Subparsers) -> None:
        """Add the parsers."""
        inner = words.add_parser("day", help="a whole branch day").add_subparsers(dest="word", required=True)
        demo = inner.add_parser("demo", help="live a day of an artificial branch and leave all its papers in a folder")
        demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="empty, or not there yet")
        demo.add_argument("--visits", type=int, default=VISITS, metavar="N")
        demo.add_argument("--teams", type=int, default=TEAMS, metavar="N")
        demo.add_argument("--seed", type=int, default=SEED, metavar="K")
        with_output(demo)
        demo.set_defaults(run=live_demo)


COMMAND = DayCommand()


def live_demo(arguments: Namespace, context: Context) -> Answer:
    """The day's summary; the same lies in the folder as `summary.json`."""
    made = context.live_day(arguments.out, visits=arguments.visits, teams=arguments.teams, seed=arguments.seed)
    return Answer(payload=made)
