#!/usr/bin/env python3
"""Sets VisitDesk up on a bare machine and starts it.

    python3 start.py            set up, then open the window (without a screen: make the demonstration day)
    python3 start.py test       set up, then run every check and test
    python3 start.py WORDS ...  set up, then hand the words to visitdesk

Standard library only, and readable by old Pythons, so that the first sentence a person reads is a clear one.
"""

import ctypes
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import typing

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "set-up-done")
FLOOR = (3, 11)

# Library file -> Debian package. The first list is what Qt loads even without a screen.
LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libX11.so.6", "libx11-6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libbrotlidec.so.1", "libbrotli1"),
)
WINDOW_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def say(words: str) -> None:
    """One sentence for the person at the machine; standard output stays free for answers."""
    sys.stderr.write("VisitDesk: " + words + "\n")
    sys.stderr.flush()


def stop(words: str, code: int = 4) -> "typing.NoReturn":
    """One sentence, then the end."""
    say(words)
    sys.exit(code)


def main(words: "list[str]") -> int:
    if sys.version_info < FLOOR:
        stop(
            "this Python is {}.{}; VisitDesk needs 3.11 or newer. Install a newer Python and run this again.".format(
                *sys.version_info[:2]
            )
        )
    testing = words[:1] == ["test"]
    lock = os.path.join(HERE, "requirements-dev.lock" if testing else "requirements.lock")
    if not is_set_up(lock):
        set_up(lock)
    if testing:
        return run_tests(words[1:])
    if not words and not has_screen():
        return demonstrate()
    return hand_over(words)


def run(command: "list[str]", **more: "typing.Any") -> int:
    """Run a command and answer its exit code."""
    return subprocess.call(command, **more)


def environment() -> "dict[str, str]":
    """The environment of everything we start."""
    result = dict(os.environ)
    result["PYTHONPATH"] = os.path.join(HERE, "src")
    result["PYTHONUTF8"] = "1"
    return result


def has_screen() -> bool:
    return WINDOWS or sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hand_over(words: "list[str]") -> int:
    """Start visitdesk in the environment made for it; its exit code is ours."""
    command = [PYTHON, "-m", "visitdesk", *words]
    if WINDOWS:
        return run(command, env=environment())
    sys.stdout.flush()
    return os.execve(PYTHON, command, environment())  # noqa: S606 - our own Python, our own words


def demonstrate() -> int:
    """No screen: live the demonstration day and say where its papers are."""
    out = os.path.join(HERE, "build", "demonstration")
    say("there is no screen here, so the demonstration day is made instead of opening the window; this takes a minute.")
    if os.path.isdir(out):
        shutil.rmtree(out)
    code = run([PYTHON, "-m", "visitdesk", "day", "demo", "--out", out], env=environment())
    if code == 0:
        say("the PDFs and pictures of the day are in " + out)
    return code


def run_tests(words: "list[str]") -> int:
    """Every check the project has, one after the other; the first that fails ends it."""
    env = environment()
    env["QT_QPA_PLATFORM"] = "offscreen"
    linter = os.path.join(os.path.dirname(PYTHON), "lint-imports")
    checks = [
        ("style", [PYTHON, "-m", "ruff", "check", "."]),
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("rooms", [linter, "--no-cache"]),
        ("tests", [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]),
    ]
    if words:
        checks = [("tests", [PYTHON, "-m", "pytest", *words])]
    for name, command in checks:
        say("checking " + name)
        code = run(command, cwd=HERE, env=env)
        if code != 0:
            say("the check of " + name + " failed")
            return code
    return 0


def fingerprint(lock: str) -> str:
    with open(lock, "rb") as file:
        digest = hashlib.sha256(file.read())
    digest.update(repr(sys.version_info[:3]).encode())
    return digest.hexdigest()


def is_set_up(lock: str) -> bool:
    """Whether this very lock is installed; the developers' lock contains the runtime one."""
    try:
        with open(STAMP, encoding="ascii") as file:
            done = file.read().split()
    except OSError:
        return False
    return os.path.exists(PYTHON) and fingerprint(lock) in done


def set_up(lock: str) -> None:
    """Libraries of the system, then our own Python environment, then the locked packages; the stamp comes last."""
    if sys.platform.startswith("linux"):
        need_libraries()
    make_environment()
    install(lock)
    done = [fingerprint(lock)]
    if lock.endswith("requirements-dev.lock"):
        done.append(fingerprint(os.path.join(HERE, "requirements.lock")))
    with open(STAMP, "w", encoding="ascii") as file:
        file.write("\n".join(done))
    say("set-up done.")


def missing(libraries: "tuple[tuple[str, str], ...]") -> "list[tuple[str, str]]":
    found = []
    for name, package in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            found.append((name, package))
    return found


def need_libraries() -> None:
    lacking = missing(LIBRARIES + (WINDOW_LIBRARIES if has_screen() else ()))
    if not lacking:
        return
    install_packages([package for _, package in lacking], "libraries that the window needs")
    if missing(LIBRARIES):
        names = ", ".join(name for name, _ in missing(LIBRARIES))
        stop("these system libraries are still missing: " + names + ". Install them and run this again.")


def install_packages(packages: "list[str]", why: str) -> None:
    """By apt-get where we are root on a Debian; else one line that a person can copy."""
    names = [debian_name(package) for package in packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("installing " + why + ": " + " ".join(names))
        env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        quiet: "dict[str, typing.Any]" = {"env": env, "stdout": subprocess.DEVNULL}
        if (
            run(["apt-get", "install", "-y", "--no-install-recommends", *names], stderr=subprocess.DEVNULL, **quiet)
            == 0
        ):
            return
        run(["apt-get", "update"], **quiet)
        if run(["apt-get", "install", "-y", "--no-install-recommends", *names], **quiet) == 0:
            return
        stop("apt-get could not install " + " ".join(names) + "; see its message above.")
    if shutil.which("apt-get"):
        stop("please run: sudo apt-get install " + " ".join(names) + " - then run this again.")
    stop("please install these packages or their equivalents, then run this again: " + " ".join(names))


def debian_name(package: str) -> str:
    """Debian 13 renamed libglib2.0-0."""
    if package != "libglib2.0-0":
        return package
    try:
        with open("/etc/debian_version", encoding="ascii") as file:
            return "libglib2.0-0t64" if int(file.read().split(".")[0]) >= 13 else package
    except (OSError, ValueError):
        return package


def make_environment() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        install_packages(["python3-venv"], "Python's own venv")
        import importlib

        importlib.invalidate_caches()
        import venv
    say("making the environment .venv")
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=not WINDOWS).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        stop("the folder .venv could not be made ({}); check the disk and its permissions.".format(error), 5)


def install(lock: str) -> None:
    say("installing the locked packages; this takes about a minute the first time.")
    uv = shutil.which("uv")
    if uv:
        command = [uv, "pip", "install", "-q", "--python", PYTHON, "--compile-bytecode"]
        command += ["--require-hashes", "--only-binary", ":all:", "-r", lock]
        if run(command) == 0:
            add_own_script()
            return
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary", ":all:", "-r", lock]
    if run(command) != 0:
        stop(
            "the packages could not be installed (see above). If your network inspects TLS, set PIP_CERT to your "
            "firm's CA file; if it has a package mirror, set PIP_INDEX_URL; then run this again.",
            5,
        )
    add_own_script()


def add_own_script() -> None:
    """Put this checkout on the environment's path and a `visitdesk` command beside its Python."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.check_output([PYTHON, "-c", code], universal_newlines=True).strip()
    with open(os.path.join(site, "visitdesk-checkout.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.join(HERE, "src") + "\n")
    folder = os.path.dirname(PYTHON)
    if WINDOWS:
        with open(os.path.join(folder, "visitdesk.cmd"), "w", encoding="ascii") as file:
            file.write('@"%~dp0python.exe" -m visitdesk %*\n')
        return
    script = os.path.join(folder, "visitdesk")
    with open(script, "w", encoding="utf-8") as file:
        file.write('#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m visitdesk "$@"\n')
    os.chmod(script, 0o755)  # noqa: S103 - a command for whoever may read the checkout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
