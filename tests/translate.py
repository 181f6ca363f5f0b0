"""Keep the translations of one screen capability: `python -m tests.translate CAPABILITY [--fill WORDS.json]`.

Reads the English sources out of `src/visitdesk/ui/CAPABILITY`, fills in Chinese from WORDS.json, prints what is still
missing as JSON (copy it, fill it in, hand it back), and makes the `.qm` files the program loads.

WORDS.json: `{"English": "中文"}`; where one English text needs two Chinese ones, `{"Context|English": "中文"}`. English
plurals: `{"%n team(s) out": {"zh": "%n 个小组在外", "en": ["%n team out", "%n teams out"]}}`.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
Words = Mapping[str, str | Mapping[str, str | list[str]]]


def tool(name: str) -> Path:
    """A Qt program shipped with PySide6."""
    home = Path(PySide6.__file__).parent
    return next(path for path in (home / name, home / f"{name}.exe") if path.is_file())


def capabilities() -> list[str]:
    """The screen capabilities that have words."""
    return sorted(p.name for p in (ROOT / "src/visitdesk/ui").iterdir() if p.is_dir() and (p / "__init__.py").is_file())


def update(capability: str, folder: Path = FOLDER) -> dict[str, Path]:
    """Bring the `.ts` files of a capability up to its sources; answers them by language."""
    files = {lang: folder / f"{capability}.{lang}.ts" for lang in ("zh", "en")}
    source = ROOT / "src/visitdesk/ui" / capability
    common = ["-silent", "-extensions", "py", "-locations", "none", "-no-obsolete", "-disable-heuristic", "similartext"]
    for lang, extra in (("zh", ["-target-language", "zh_CN"]), ("en", ["-target-language", "en_GB", "-pluralonly"])):
        run(tool("lupdate"), *common, *extra, str(source), "-ts", str(files[lang]))
    return files


def release(capability: str, folder: Path = FOLDER, out: Path | None = None) -> list[Path]:
    """Make the `.qm` files; answers them."""
    made = []
    for file in sorted(folder.glob(f"{capability}.*.ts")):
        target = (out or folder) / f"{file.stem}.qm"
        run(tool("lrelease"), "-silent", str(file), "-qm", str(target))
        made.append(target)
    return made


def missing(file: Path) -> list[tuple[str, str]]:
    """Context and source of every message without a translation."""
    return [
        (str(context.findtext("name")), str(message.findtext("source")))
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314  # our own files
        for message in context.iter("message")
        if (found := message.find("translation")) is None or found.get("type") == "unfinished"
    ]


def fill(file: Path, words: Words, lang: str) -> None:
    """Put the given words in."""
    tree = ET.parse(file)  # noqa: S314  # our own files
    for context in tree.getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            source = str(message.findtext("source"))
            given = words.get(f"{name}|{source}", words.get(source))
            if given is not None:
                _put(message, given if isinstance(given, str) else given.get(lang, ""), lang)
    text = ET.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _put(message: ET.Element, given: str | list[str], lang: str) -> None:
    target = message.find("translation")
    if target is None or not given or (lang == "en" and isinstance(given, str)):
        return
    forms = [given] if isinstance(given, str) else given
    for old in list(target):
        target.remove(old)
    target.attrib.pop("type", None)
    if message.get("numerus") == "yes":
        target.text = None
        for form in forms:
            ET.SubElement(target, "numerusform").text = form
    else:
        target.text = forms[0]


def run(program: Path, *words: str) -> None:
    """Run a Qt tool; its complaints end this command."""
    done = subprocess.run([str(program), *words], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main() -> None:
    """Update, fill, report, release."""
    parser = argparse.ArgumentParser(prog="python -m tests.translate")
    parser.add_argument("capability", choices=capabilities())
    parser.add_argument("--fill", type=Path)
    arguments = parser.parse_args()
    files = update(arguments.capability)
    if arguments.fill:
        words = json.loads(arguments.fill.read_text(encoding="utf-8"))
        for lang, file in files.items():
            fill(file, words, lang)
        update(arguments.capability)
    left = {lang: missing(file) for lang, file in files.items()}
    release(arguments.capability)
    wanted: dict[str, object] = {source: "" for _, source in left["zh"]}
    wanted |= {source: {"zh": "", "en": ["", ""]} for _, source in left["en"]}
    sys.stdout.write(json.dumps(wanted, ensure_ascii=False, indent=1) + "\n")
    sys.stderr.write(f"{len(left['zh'])} zh and {len(left['en'])} en messages are missing\n")


if __name__ == "__main__":
    main()
