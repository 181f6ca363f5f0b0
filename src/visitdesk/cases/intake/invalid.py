"""A cell that cannot be what its column says. Caught by `rows`; it never leaves the intake."""


class Invalid(Exception):  # not a fault of the program
    """Carries the code of the reason, `intake.<word>`, and the facts of its sentence (never the cell itself)."""

    def __init__(self, word: str, **facts: object) -> None:
        super().__init__(word)
        self.code = f"intake.{word}"
        self.facts = facts
