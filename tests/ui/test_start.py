"""The start: the first paint waits for nothing heavy, and the window comes up and goes down by itself."""

import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from visitdesk.app import window
from visitdesk.wording import Lang

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "numpy", "scipy", "pyvrp", "openpyxl", "keyring", "asyncio",
    "aiohttp", "pypinyin", "rapidfuzz", "jsonschema", "hypothesis", "argon2", "cryptography", "pikepdf", "fsrs",
)  # fmt: skip
PROGRAM = """
import sys
from argparse import Namespace
from visitdesk.app import window
from visitdesk.ui.shell.window import MainWindow
heavy = sys.argv[1:]
def look(self):
    print(",".join(sorted(set(heavy) & set(sys.modules))), flush=True)
MainWindow._first_paint, first = (lambda self: (look(self), first(self))), MainWindow._first_paint
sys.exit(window.main(Namespace(data=None, lang="zh", exit_after_first_paint=True)))
"""


def _run(*words: str, home: Path, **extra: str) -> "subprocess.CompletedProcess[str]":
    folders = {
        name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")
    }
    env = {**os.environ, **folders, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen", **extra}
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *words], capture_output=True, text=True, encoding="utf-8", env=env, timeout=120, check=False
    )


def test_that_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    done = _run("-c", PROGRAM, *HEAVY, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == ""


def test_that_the_window_opens_and_closes_by_itself(tmp_path: Path) -> None:
    done = _run("-m", "visitdesk", "window", "--exit-after-first-paint", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a screen")
def test_that_a_machine_without_a_screen_is_told_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert window.main(Namespace(data=None, lang=Lang.EN)) == 5
    assert capsys.readouterr().err.count("\n") == 1
