"""Tests that every package and every shipped file is named with its licence."""

from tests.house.licence_table import BESIDE, PAGE, ROOT, locked


def test_that_every_locked_package_is_named_with_a_licence() -> None:
    text = PAGE.read_text(encoding="utf-8")
    missing = [name for name in locked() if f"| {name} | " not in text]
    assert missing == []
    assert "see the package" not in text


def test_that_a_licence_text_lies_beside_what_others_made() -> None:
    for name, place, _ in BESIDE:
        texts = [file for file in (ROOT / place).iterdir() if file.suffix in {".txt", ".md"}]
        assert texts, name
