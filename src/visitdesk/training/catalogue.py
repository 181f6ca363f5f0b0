"""The shipped content, read from `resources/training/`: one folder a module, one file for all sources."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from visitdesk.errors import BadInput
from visitdesk.paths import resource
from visitdesk.training.markdown import read_page
from visitdesk.training.model import (
    ChoiceMark,
    Drill,
    DrillId,
    DrillOption,
    Ending,
    Force,
    Mark,
    Module,
    ModuleId,
    Node,
    Option,
    Outcome,
    Question,
    QuestionId,
    Source,
    Text,
    Use,
)
from visitdesk.training.prose import Prose

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All modules and sources.

    Attributes:
        modules: in the order of the syllabus.
        version: digest of all content files; stands on papers and certificates.
    """

    modules: tuple[Module, ...]
    sources: Mapping[str, Source]
    version: str

    def module(self, identity: str) -> Module:
        """The module of that id.

        Raises:
            BadInput: there is none.
        """
        for module in self.modules:
            if module.id == identity:
                return module
        raise BadInput("training.unknown_module", value=identity)

    def question(self, identity: str) -> Question:
        """The question of that id.

        Raises:
            BadInput: there is none.
        """
        for module in self.modules:
            for question in module.questions:
                if question.id == identity:
                    return question
        raise BadInput("training.unknown_question", value=identity)

    def drill(self, identity: str) -> Drill:
        """The drill of that id.

        Raises:
            BadInput: there is none.
        """
        for module in self.modules:
            for drill in module.drills:
                if drill.id == identity:
                    return drill
        raise BadInput("training.unknown_drill", value=identity)

    def needed_for(self, deed: str) -> frozenset[ModuleId]:
        """Modules whose certificate that deed needs, e.g. `visit`."""
        return frozenset(module.id for module in self.modules if deed in module.needed_for)


@cache
def shipped() -> Catalogue:
    """The content that travels with the program."""
    return load(resource("training"))


def load(folder: Path) -> Catalogue:
    """Read a content folder.

    Raises:
        BadInput: a file is missing, or it does not hold what the format asks for; names file and place.
    """
    modules = [_module(place.parent) for place in sorted(folder.glob("*/module.toml"))]
    return Catalogue(
        modules=tuple(sorted(modules, key=lambda module: module.order)),
        sources=_sources(folder / "sources.toml"),
        version=_digest(folder),
    )


def _digest(folder: Path) -> str:
    """First 16 hex digits of SHA-256 over names and contents, line ends made equal, so that all systems agree."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*"), key=lambda file: file.relative_to(folder).as_posix()):
        if file.is_file():
            content = file.read_bytes().replace(b"\r\n", b"\n")
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:16]


class _Fields:
    """One TOML table that names itself when a field is missing or of the wrong kind."""

    def __init__(self, file: Path, place: str, values: Mapping[str, Any]) -> None:
        self._file, self._place, self._values = file, place, values

    def text(self, name: str) -> str:
        text: str = self._of(name, str)
        return text

    def number(self, name: str) -> int:
        number: int = self._of(name, int)
        return number

    def flag(self, name: str, *, default: bool) -> bool:
        return bool(self._of(name, bool)) if name in self._values else default

    def words(self, name: str) -> tuple[str, ...]:
        values: list[object] = self._of(name, list)
        if not all(isinstance(value, str) for value in values):
            raise self.fault(name)
        return tuple(str(value) for value in values)

    def both(self, name: str) -> Text:
        return self.table(name).own_text()

    def own_text(self) -> Text:
        return Text(zh=self.text("zh"), en=self.text("en"))

    def table(self, name: str) -> "_Fields":
        return _Fields(self._file, f"{self._place}.{name}".strip("."), self._of(name, dict))

    def tables(self, name: str) -> "list[_Fields]":
        values: list[object] = self._of(name, list)
        return [
            _Fields(self._file, f"{self._place}.{name}[{number}]".strip("."), value)
            for number, value in enumerate(values, 1)
            if isinstance(value, dict)
        ]

    def one_of(self, name: str, kind: type[Kind]) -> Kind:
        try:
            return kind(self.text(name))
        except ValueError as error:
            raise self.fault(name) from error

    def day(self, name: str) -> date:
        day: date = self._of(name, date)
        return day

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def fault(self, name: str) -> BadInput:
        place = f"{self._place}.{name}".strip(".")
        return BadInput("training.content", file=self._file.name, place=place, problem="missing or wrong")

    def _of(self, name: str, kind: type[Any]) -> Any:
        value = self._values.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(name)
        return value


def _read_toml(file: Path) -> _Fields:
    try:
        return _Fields(file, "", tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise BadInput("training.content", file=file.name, place="1", problem="no such file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("training.content", file=file.name, place="?", problem=str(error)) from error


def _sources(file: Path) -> Mapping[str, Source]:
    values = _read_toml(file)
    return {identity: _source(values.table(identity), identity) for identity in values.names()}


def _source(entry: _Fields, identity: str) -> Source:
    return Source(
        id=identity,
        text=entry.own_text(),
        mark=entry.one_of("mark", Mark),
        force=entry.one_of("force", Force),
        rule=entry.text("rule"),
    )


def _module(folder: Path) -> Module:
    values = _read_toml(folder / "module.toml")
    identity = ModuleId(values.text("id"))
    return Module(
        id=identity,
        order=values.number("order"),
        title=values.both("title"),
        promise=values.both("promise"),
        objectives=tuple(entry.own_text() for entry in values.tables("objective")),
        needed_for=frozenset(values.words("needed_for")),
        paper_questions=values.number("paper_questions"),
        pass_percent=values.number("pass_percent"),
        valid_months=values.number("valid_months"),
        review_by=values.day("review_by"),
        lesson=_prose(folder, "lesson", identity),
        sheet=_prose(folder, "sheet", identity),
        trainer=_prose(folder, "trainer", identity),
        questions=tuple(
            _question(entry, identity) for entry in _read_toml(folder / "questions.toml").tables("question")
        ),
        drills=tuple(_drill(_read_toml(file), identity) for file in sorted(folder.glob("drill-*.toml"))),
    )


def _prose(folder: Path, name: str, module: ModuleId) -> Prose:
    blocks = {}
    for lang in ("zh", "en"):
        file = folder / f"{name}.{lang}.md"
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise BadInput("training.content", file=file.name, place="1", problem="no such file") from error
        head, blocks[lang] = read_page(text, file.name)
        if (head.get("module"), head.get("lang")) != (module, lang):
            raise BadInput("training.content", file=file.name, place="+++", problem="module or lang is another's")
    return Prose(zh=blocks["zh"], en=blocks["en"])


def _question(entry: _Fields, module: ModuleId) -> Question:
    return Question(
        id=QuestionId(entry.text("id")),
        module=module,
        concept=entry.text("concept"),
        use=entry.one_of("use", Use),
        is_critical=entry.flag("critical", default=False),
        difficulty=entry.number("difficulty"),
        section=entry.text("section"),
        sources=entry.words("sources"),
        stem=entry.both("stem"),
        why=entry.both("why"),
        options=tuple(
            Option(text=option.own_text(), is_right=option.flag("right", default=False))
            for option in entry.tables("option")
        ),
    )


def _drill(values: _Fields, module: ModuleId) -> Drill:
    nodes = [
        Node(
            id=entry.text("id"),
            say=entry.both("say"),
            options=tuple(_choice(option) for option in entry.tables("option")),
        )
        for entry in values.tables("node")
    ]
    endings = [
        Ending(
            id=entry.text("id"),
            outcome=entry.one_of("outcome", Outcome),
            score=entry.number("score"),
            text=entry.own_text(),
        )
        for entry in values.tables("ending")
    ]
    return Drill(
        id=DrillId(values.text("id")),
        module=module,
        section=values.text("section"),
        title=values.both("title"),
        setting=values.both("setting"),
        start=values.text("start"),
        nodes={node.id: node for node in nodes},
        endings={ending.id: ending for ending in endings},
        debrief=tuple(entry.own_text() for entry in values.tables("debrief")),
    )


def _choice(option: _Fields) -> DrillOption:
    return DrillOption(
        mark=option.one_of("mark", ChoiceMark),
        goto=option.text("goto"),
        sources=option.words("sources"),
        text=option.own_text(),
        why=option.both("why"),
    )
