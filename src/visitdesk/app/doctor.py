"""Finds out what is installed, found and missing; names no person and no folder of a person."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import import_module, metadata
from pathlib import Path
from shutil import disk_usage

from visitdesk import __version__
from visitdesk.errors import VisitDeskError
from visitdesk.paths import resource
from visitdesk.security.keyslots import FILE_NAME, SlotKind, read_header
from visitdesk.security.vault import backend_name, system_vault

_PACKAGES = (
    ("PySide6-Essentials", "PySide6.QtCore"),
    ("SQLAlchemy", "sqlalchemy"),
    ("alembic", "alembic"),
    ("sqlcipher3", "sqlcipher3.dbapi2"),
    ("reportlab", "reportlab.pdfgen.canvas"),
    ("uharfbuzz", "uharfbuzz"),
    ("pikepdf", "pikepdf"),
    ("pypdfium2", "pypdfium2"),
    ("pyHanko", "pyhanko.sign"),
    ("zxing-cpp", "zxingcpp"),
    ("keyring", "keyring"),
    ("argon2-cffi", "argon2"),
    ("cryptography", "cryptography.hazmat.primitives.ciphers.aead"),
    ("pyvrp", "pyvrp"),
    ("numpy", "numpy"),
    ("python-calamine", "python_calamine"),
    ("tzdata", "tzdata"),
)
"""Distribution and the module whose import shows that its native part loads."""

_ENOUGH_DISK = 2 * 1024**3


def diagnose(data: Path, *, is_default: bool) -> Mapping[str, object]:
    """What the word `doctor` prints.

    Returns:
        `missing` lists in short words what has to be mended; empty means all is well.
    """
    packages = {name: _package(name, module) for name, module in _PACKAGES}
    fonts = sorted(file.name for file in resource("fonts").glob("*.ttf"))
    folder = _folder(data, is_default=is_default)
    missing = [f"package {name}" for name, found in packages.items() if not found["loads"]]
    missing += [] if fonts else ["fonts"]
    missing += ["data key"] if folder.key == "damaged" else []
    missing += ["disk space"] if folder.free_bytes < _ENOUGH_DISK else []
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "utf8_mode": sys.flags.utf8_mode,
        "packages": packages,
        "sqlite": _sqlite_version(),
        "vault": {"backend": backend_name(), "keeps_secrets": system_vault() is not None},
        "fonts": fonts,
        "data_folder": asdict(folder),
        "missing": missing,
    }


def _package(name: str, module: str) -> dict[str, object]:
    try:
        version = metadata.version(name)
        import_module(module)
    except (ImportError, OSError):
        return {"version": None, "loads": False}
    return {"version": version, "loads": True}


def _sqlite_version() -> str | None:
    try:
        version: str = import_module("sqlcipher3.dbapi2").sqlite_version
    except ImportError:
        return None
    return version


@dataclass(frozen=True, slots=True, kw_only=True)
class _DataFolder:
    """The findings about the data folder."""

    which: str
    exists: bool
    key: str
    demonstration_only: bool
    free_bytes: int


def _folder(data: Path, *, is_default: bool) -> _DataFolder:
    place = next(parent for parent in (data, *data.resolve().parents) if parent.is_dir())
    try:
        header = read_header(data)
    except VisitDeskError:
        key = "damaged"
    else:
        key = "none" if header is None else ", ".join(sorted(slot.kind for slot in header.slots))
    return _DataFolder(
        which="default" if is_default else "given",
        exists=(data / FILE_NAME).is_file(),
        key=key,
        demonstration_only=SlotKind.DEMONSTRATION in key,
        free_bytes=disk_usage(place).free,
    )
