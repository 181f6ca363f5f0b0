"""Tests of the house itself: what no file of the project may hold, and what each must."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from visitdesk.wording import known_codes

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
ERRORS = {"BadInput", "RuleBroken", "NotAllowed", "Stale", "Unavailable"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S607
    return [ROOT / name.decode() for name in names.split(b"\0") if name]


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


def test_that_the_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in text_of(ROOT / name), name


def test_that_no_file_names_a_path_of_one_machine() -> None:
    pattern = re.compile(r"(?<![\w.])/(?:" + "|".join(("wor" + "k", "ro" + "ot", "hom" + "e")) + r")/[a-z]")
    found = [str(file.relative_to(ROOT)) for file in tracked() if pattern.search(text_of(file))]
    assert found == []


def raised_codes() -> dict[str, str]:
    """Code of each foreseen fault raised in the source, with the file that raises it."""
    codes: dict[str, str] = {}
    for file in SOURCES:
        for node in ast.walk(ast.parse(text_of(file))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    codes[code.value] = file.name
    return codes


def test_that_every_fault_has_a_sentence() -> None:
    missing = {code: file for code, file in raised_codes().items() if code not in known_codes()}
    assert missing == {}


def test_that_every_sentence_stands_in_both_languages() -> None:
    import tomllib  # noqa: PLC0415

    for file in sorted((ROOT / "resources" / "wording").glob("*.toml")):
        for name, words in tomllib.loads(text_of(file)).items():
            assert {"zh", "en"} <= set(words), f"{file.name}: {name}"
            assert words["zh"].strip(), f"{file.name}: {name}"
            assert words["en"].strip(), f"{file.name}: {name}"


def test_that_modules_functions_and_classes_keep_their_size() -> None:
    long = []
    for file in SOURCES:
        text = text_of(file)
        if text.count("\n") > 500:
            long.append(f"{file.name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            limit = {ast.FunctionDef: 50, ast.AsyncFunctionDef: 50, ast.ClassDef: 300}.get(type(node))
            if limit is not None and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                if size > limit:
                    long.append(f"{file.name}: {node.name} has {size} lines")
    assert long == []


def test_that_nothing_public_goes_without_a_docstring() -> None:
    missing = []
    for file in SOURCES:
        tree = ast.parse(text_of(file))
        if not ast.get_docstring(tree):
            missing.append(str(file.relative_to(ROOT)))
    assert missing == []


def test_that_every_qt_call_keeps_its_reference_to_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one reference to None a call and aborts after some thousand."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QLabel; app = QApplication([]); label = QLabel()\n"
        "before = sys.getrefcount(None)\n"
        "for number in range(1000): label.setText(str(number))\n"
        "print(before - sys.getrefcount(None))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603
    assert int(run.stdout) < 100
