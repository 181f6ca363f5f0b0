"""`window`: opens the console's window; the same as no word at all."""

from visitdesk.cli.command import Subparsers


class WindowCommand:
    """The word `window`; its root is `app.window`, so nothing runs here."""

    def register(self, words: Subparsers) -> None:
        """Add the parser."""
        parser = words.add_parser("window", help="open the window")
        parser.add_argument("--exit-after-first-paint", action="store_true", help="for measuring the start")


COMMAND = WindowCommand()
