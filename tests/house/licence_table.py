"""Writes docs/third-party.md: every locked runtime package with its licence, and what ships beside the code.

Run `python -m tests.house.licence_table` after a change of the lock.
"""

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "third-party.md"

BY_HAND = {
    "sqlcipher3": "zlib (wrapper); carries SQLCipher (BSD-3-Clause), SQLite (public domain), OpenSSL (Apache-2.0)",
    "pyside6-essentials": "LGPL-3.0-only (Qt for Python and Qt 6; dynamically loaded, replaceable libraries)",
    "shiboken6": "LGPL-3.0-only",
    "pypdfium2": "Apache-2.0 or BSD-3-Clause; carries PDFium (BSD-3-Clause)",
    "pikepdf": "MPL-2.0; carries qpdf (Apache-2.0)",
    "uharfbuzz": "Apache-2.0; carries HarfBuzz (MIT)",
    "zxing-cpp": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "backports-tarfile": "MIT",
    "importlib-metadata": "Apache-2.0",
    "zipp": "MIT",
}
"""Where the package's own metadata say nothing, say it too long, or leave out what is inside."""

BESIDE = (
    ("Noto Sans SC, Noto Serif SC", "resources/fonts", "SIL Open Font License 1.1"),
    ("LXGW WenKai", "resources/fonts", "SIL Open Font License 1.1 (unmodified)"),
    ("Fluent UI System Icons", "resources/icons", "MIT"),
    ("Natural Earth land outline", "resources/basemap", "public domain"),
)

HEAD = """# What VisitDesk is made with

VisitDesk itself: Apache License 2.0 (`LICENSE`). The texts of the licences below travel with the packages (their
`*.dist-info` folders) and beside the files named. Made by `python -m tests.house.licence_table`.

| package | licence |
| --- | --- |
"""


def locked() -> list[str]:
    """Names in the runtime lock."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return sorted({match[1] for match in re.finditer(r"^([a-z0-9][a-z0-9._-]*)==", text, re.MULTILINE)})


def licence_of(name: str) -> str:
    """The licence as the installed package tells it."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "see the package"
    expression = told["License-Expression"] if "License-Expression" in told else ""  # noqa: SIM401  # its stub has no get
    if expression:
        return expression
    classes = [
        line.rsplit("::", 1)[-1].strip() for line in told.get_all("Classifier") or () if line.startswith("License")
    ]
    short = told["License"] if "License" in told else ""  # noqa: SIM401  # as above
    return ", ".join(one for one in classes if one != "OSI Approved") or short.split("\n")[0][:60] or "see the package"


def page() -> str:
    """The whole page."""
    rows = "".join(f"| {name} | {licence_of(name)} |\n" for name in locked())
    beside = "".join(f"| {name} | `{place}` | {licence} |\n" for name, place, licence in BESIDE)
    return f"{HEAD}{rows}\n| beside the code | where | licence |\n| --- | --- | --- |\n{beside}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
