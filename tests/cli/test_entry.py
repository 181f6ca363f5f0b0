"""Tests of the command line's frame: exit codes, one line on standard error, output whole or not at all."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from visitdesk.app.console import main
from visitdesk.cli import entry
from visitdesk.cli.command import Answer, Context, Session
from visitdesk.clock import SystemClock
from visitdesk.errors import BadInput, RuleBroken, Unavailable, VisitDeskError
from visitdesk.paths import resource
from visitdesk.wording import Lang


def no_branch() -> AbstractContextManager[Session]:
    raise AssertionError


def call(run: object, output: Path | None = None) -> int:
    context = Context(
        lang=Lang.EN, clock=SystemClock(), stdin=sys.stdin.buffer, data=None, open_branch=no_branch, diagnose=dict
    )
    return entry.run(Namespace(run=run, output=output, command="test"), context)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("time.no_offset", value="x"), 4),
        (RuleBroken("time.no_offset", value="x"), 3),
        (Unavailable("store.locked"), 5),
        (KeyError("secret name"), 1),
    ],
)
def test_that_each_fault_has_its_exit_code_and_one_line(
    error: Exception, code: int, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def run(_arguments: Namespace, _context: Context) -> Answer:
        raise error

    assert call(run) == code
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert b"Traceback" not in err
    assert b"secret name" not in err


def test_that_a_line_break_in_a_fact_does_not_break_the_line(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def run(_arguments: Namespace, _context: Context) -> Answer:
        raise BadInput("time.no_offset", value="a\nb\r\nc")

    assert call(run) == 4
    assert capfdbinary.readouterr().err.count(b"\n") == 1


def test_that_output_goes_to_the_file_whole(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "out.json"
    assert call(lambda _a, _c: Answer(payload={"名": 1}), file) == 0
    assert file.read_text(encoding="utf-8") == '{\n  "名": 1\n}\n'
    assert capfdbinary.readouterr().out == b""
    assert list(tmp_path.iterdir()) == [file]


def test_that_output_into_a_missing_folder_leaves_nothing(tmp_path: Path) -> None:
    assert call(lambda _a, _c: Answer(payload=1), tmp_path / "no" / "out.json") == 5
    assert list(tmp_path.iterdir()) == []


def test_that_lines_are_written_one_object_a_line(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert call(lambda _a, _c: Answer(lines=[{"a": 1}, {"a": 2}], exit_code=3)) == 3
    assert capfdbinary.readouterr().out == b'{"a": 1}\n{"a": 2}\n'


def test_that_a_wrong_command_line_is_exit_code_two(capfd: pytest.CaptureFixture[str]) -> None:
    for words in (["no-such-word"], ["datum"], ["--lang", "fr", "datum"]):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
    assert "Traceback" not in capfd.readouterr().err


def test_that_half_an_option_is_not_taken_for_a_whole_one(capfd: pytest.CaptureFixture[str]) -> None:
    for words in (["--dat", "x", "doctor"], ["datum", "convert", "--fro", "gcj02", "--to", "wgs84", "39.9", "116.4"]):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
    assert "39.9" not in capfd.readouterr().out


EXAMPLE = str(resource("examples", "accounts.csv"))


def outside(tmp_path: Path, *words: str, log: Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own: only there nobody else has set logging up."""
    env = os.environ | {"XDG_STATE_HOME": str(log), "LOCALAPPDATA": str(log), "PYTHON_KEYRING_BACKEND": NO_VAULT}
    command = [sys.executable, "-m", "visitdesk", "--data", str(tmp_path / "data"), *words]
    return subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", env=env)  # noqa: S603


NO_VAULT = "keyring.backends.fail.Keyring"


def test_that_the_complaint_about_a_demonstration_key_goes_to_the_log_and_not_to_the_screen(tmp_path: Path) -> None:
    run = outside(tmp_path, "accounts", "import", EXAMPLE, log=tmp_path / "log")
    assert (run.returncode, run.stderr) == (0, "")
    [file] = (tmp_path / "log").rglob("visitdesk.log")
    assert "demonstration key" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("blocked", ["folder", "file"])
def test_that_a_log_that_cannot_be_written_breaks_no_command(tmp_path: Path, blocked: str) -> None:
    log = tmp_path / "log"
    if blocked == "folder":
        log.write_text("", encoding="utf-8")
    else:
        for name in ("VisitDesk/log", "VisitDesk/Logs"):
            (log / name / "visitdesk.log").mkdir(parents=True)
    run = outside(tmp_path, "accounts", "import", EXAMPLE, log=log)
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["rows"] == 5


def test_that_the_traceback_of_a_bug_is_in_the_log_alone(tmp_path: Path) -> None:
    code = (
        "import sys, warnings; from visitdesk.cli import datum; from visitdesk.app import console\n"
        "def broken(*_): warnings.warn('an old way', UserWarning); raise KeyError('bug of the test')\n"
        "datum._convert = broken\n"
        "sys.exit(console.main(['datum', 'convert', '--from', 'gcj02', '--to', 'wgs84', '39.9', '116.4']))"
    )
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", env=env)  # noqa: S603
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert "Traceback" not in run.stderr
    [file] = tmp_path.rglob("visitdesk.log")
    told = file.read_text(encoding="utf-8")
    assert "bug of the test" in told
    assert "an old way" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_that_an_answer_that_cannot_be_written_is_exit_code_five() -> None:
    words = [sys.executable, "-m", "visitdesk", "datum", "convert", "--from", "gcj02", "--to", "wgs84", "39.9", "116.4"]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    assert (run.returncode, run.stderr.count(b"\n")) == (5, 1)


def test_that_every_foreseen_fault_knows_its_exit_code() -> None:
    assert {kind.exit_code for kind in VisitDeskError.__subclasses__()} == {3, 4, 5}


def test_that_a_pure_door_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from visitdesk.app import console; "
        "console.main(['datum', 'convert', '--from', 'gcj02', '--to', 'wgs84', '39.9', '116.4']); "
        "print([name for name in ('sqlalchemy', 'numpy', 'reportlab', 'PySide6', 'keyring') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8")  # noqa: S603
    assert run.stdout.rstrip().endswith("[]")
