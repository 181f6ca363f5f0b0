"""The rules page is the packs' and no other."""

from tests.house import rules_table


def test_that_the_rules_page_is_up_to_date() -> None:
    written = rules_table.FILE.read_text(encoding="utf-8")
    assert written == rules_table.table(), "run: python -m tests.house.rules_table"
