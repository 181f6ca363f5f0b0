"""Looks for faults in the content: run by the tests over what is shipped, and by whoever writes a module of his own.

A fault is one line of English for the author: file-like place, then what is wrong. An empty answer means ready.
"""

import re
from collections import Counter
from collections.abc import Iterator

from visitdesk.training.assessments import draw
from visitdesk.training.catalogue import Catalogue
from visitdesk.training.drills import ideal_path, paths, replay, score
from visitdesk.training.model import ChoiceMark, Drill, Module, Outcome, Question, Text, Use
from visitdesk.training.prose import Prose, cited, headings, reading_minutes, text_of
from visitdesk.wording import Lang

LESSON_MINUTES = (9.0, 13.0)
"""A lesson is about twelve minutes of reading."""

PATHS_AT_MOST = 100_000
"""More ways through a drill than anybody could talk over: the graph is too large."""

FORBIDDEN = (
    *("讨债", "追债", "要债", "老赖", "恶意欠款", "施压", "曝光", "拉黑", "突击", "蹲守", "围堵", "爆通讯录"),
    *("逾期人员名单", "抓捕", "传唤", "立案侦查", "终极", "最后警告", "强制上门"),
)
"""Words that never stand on screen or paper (glossary §11)."""

FORBIDDEN_EN = re.compile(r"\b(victims?|hit|hits|kill list|chas(?:e|es|ed|ing)|hunt(?:s|ed|ing)?)\b", re.IGNORECASE)

_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def faults(catalogue: Catalogue) -> tuple[str, ...]:
    """Everything that is wrong with the content."""
    found = [*_identities(catalogue), *_sources(catalogue)]
    for module in catalogue.modules:
        found += _module(module)
        for question in module.questions:
            found += _question(question, module)
        for drill in module.drills:
            found += _drill(drill, module)
    return tuple(found)


def texts(module: Module) -> Iterator[tuple[str, Text]]:
    """Every short text of a module with its place."""
    yield module.id, module.title
    yield module.id, module.promise
    yield from ((module.id, objective) for objective in module.objectives)
    for question in module.questions:
        yield from ((question.id, text) for text in (question.stem, question.why))
        yield from ((question.id, option.text) for option in question.options)
    for drill in module.drills:
        yield from ((drill.id, text) for text in (drill.title, drill.setting, *drill.debrief))
        for node in drill.nodes.values():
            yield f"{drill.id}.{node.id}", node.say
            for option in node.options:
                yield from ((f"{drill.id}.{node.id}", text) for text in (option.text, option.why))
        yield from ((f"{drill.id}.{ending.id}", ending.text) for ending in drill.endings.values())


def _identities(catalogue: Catalogue) -> Iterator[str]:
    names: list[str] = [module.id for module in catalogue.modules]
    names += [question.id for module in catalogue.modules for question in module.questions]
    names += [drill.id for module in catalogue.modules for drill in module.drills]
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{name}: used {count} times"


def _sources(catalogue: Catalogue) -> Iterator[str]:
    used: set[str] = set()
    for place, source in _citations(catalogue):
        used.add(source)
        if source not in catalogue.sources:
            yield f"{place}: unknown source {source}"
    for source in catalogue.sources.keys() - used:
        yield f"sources.{source}: cited nowhere"
    for entry in catalogue.sources.values():
        yield from _words(f"sources.{entry.id}", entry.text)


def _citations(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for module in catalogue.modules:
        for prose in (module.lesson, module.sheet, module.trainer):
            yield from ((module.id, source) for lang in Lang for source in cited(prose.of(lang)))
        for question in module.questions:
            yield from ((question.id, source) for source in question.sources)
        for drill in module.drills:
            for node in drill.nodes.values():
                yield from ((f"{drill.id}.{node.id}", source) for option in node.options for source in option.sources)


def _module(module: Module) -> Iterator[str]:
    for name, prose in (("lesson", module.lesson), ("sheet", module.sheet), ("trainer", module.trainer)):
        yield from _pair(f"{module.id}.{name}", prose)
    if cited(module.lesson.zh) != cited(module.lesson.en):
        yield f"{module.id}.lesson: the languages cite different sources, or in another order"
    for lang in Lang:
        minutes = reading_minutes(module.lesson.of(lang), lang)
        if not LESSON_MINUTES[0] <= minutes <= LESSON_MINUTES[1]:
            yield f"{module.id}.lesson.{lang}: {minutes:.1f} minutes"
    for place, text in texts(module):
        yield from _words(place, text)
    yield from _bank(module)
    if len(module.drills) < 2:
        yield f"{module.id}: fewer than two drills"


def _pair(place: str, prose: Prose) -> Iterator[str]:
    if [(h.level, h.id) for h in headings(prose.zh)] != [(h.level, h.id) for h in headings(prose.en)]:
        yield f"{place}: the languages have different headings"
    if [type(block) for block in prose.zh] != [type(block) for block in prose.en]:
        yield f"{place}: the languages are built differently"
    yield from _words(place, Text(zh=text_of(prose.zh), en=text_of(prose.en)))


def _words(place: str, text: Text) -> Iterator[str]:
    if not text.zh.strip() or not text.en.strip():
        yield f"{place}: a language is missing"
    if not _HAN.search(text.zh) or _HAN.search(text.en):
        yield f"{place}: a language stands in the other's place: {text.en[:40]}"
    yield from (f"{place}: forbidden word {word}" for word in FORBIDDEN if word in text.zh)
    yield from (f"{place}: forbidden word {found[0]}" for found in FORBIDDEN_EN.finditer(text.en))
    if any("*" in words or "[^" in words for words in (text.zh, text.en)):
        yield f"{place}: a star or a mark that was not understood; put closing stars before a full stop"
    if found := _HALF_WIDTH.search(text.zh):
        yield f"{place}: half-width mark in Chinese: {found[0]}"


def _bank(module: Module) -> Iterator[str]:
    first = draw(module, seed=1)
    seen = frozenset(item.question for item in first)
    second = draw(module, seed=2, seen=seen)
    if len(first) != module.paper_questions:
        yield f"{module.id}: a paper has {len(first)} questions instead of {module.paper_questions}"
    if seen & {item.question for item in second}:
        yield f"{module.id}: the bank is too small for two different papers"
    kinds: dict[str, set[bool]] = {}
    for question in module.questions:
        kinds.setdefault(question.concept, set()).add(question.is_critical)
    yield from (f"{concept}: critical and not" for concept, kind in kinds.items() if len(kind) > 1)
    if not any(question.is_critical for question in module.questions):
        yield f"{module.id}: no critical question"


def _question(question: Question, module: Module) -> Iterator[str]:
    if len(question.options) < 3:
        yield f"{question.id}: fewer than three options"
    if not 0 < len(question.right) < len(question.options):
        yield f"{question.id}: needs at least one right option and one wrong"
    if question.use is Use.ASSESSMENT and len(question.right) != 1:
        yield f"{question.id}: an assessment question has exactly one right option"
    if not question.sources:
        yield f"{question.id}: no source"
    if question.difficulty not in {1, 2, 3}:
        yield f"{question.id}: difficulty {question.difficulty}"
    if question.section not in {heading.id for heading in headings(module.lesson.zh)}:
        yield f"{question.id}: no section {question.section} in the lesson"
    for lang in Lang:
        words = [option.text.of(lang) for option in question.options]
        if len(set(words)) != len(words):
            yield f"{question.id}: the same option twice"


def _drill(drill: Drill, module: Module) -> Iterator[str]:
    if drill.section not in {heading.id for heading in headings(module.lesson.zh)}:
        yield f"{drill.id}: no section {drill.section} in the lesson"
    if len(drill.debrief) < 2:
        yield f"{drill.id}: fewer than two questions for the talk after"
    loose = [*_loose_ends(drill)]
    yield from loose
    if loose or _has_circle(drill):
        if not loose:
            yield f"{drill.id}: a path goes round in a circle"
        return
    yield from _choices(drill)
    yield from _endings(drill)


def _loose_ends(drill: Drill) -> Iterator[str]:
    places = drill.nodes.keys() | drill.endings.keys()
    reached = {drill.start} | {option.goto for node in drill.nodes.values() for option in node.options}
    yield from (f"{drill.id}: nothing leads to {place}" for place in sorted(places - reached))
    yield from (f"{drill.id}: {place} does not exist" for place in sorted(reached - places))
    yield from (f"{drill.id}.{node.id}: dead end" for node in drill.nodes.values() if not node.options)


def _has_circle(drill: Drill) -> bool:
    """Whether some node can be come back to, by taking away again and again the nodes that nothing leads to."""
    nodes = {name: {option.goto for option in node.options} for name, node in drill.nodes.items()}
    while nodes:
        led_to = set().union(*nodes.values())
        free = [name for name in nodes if name not in led_to]
        if not free:
            return True
        for name in free:
            del nodes[name]
    return False


def _choices(drill: Drill) -> Iterator[str]:
    for node in drill.nodes.values():
        marks = [option.mark for option in node.options]
        if ChoiceMark.IDEAL not in marks:
            yield f"{drill.id}.{node.id}: no ideal choice"
            continue
        if len({option.goto for option in node.options if option.mark is ChoiceMark.IDEAL}) != 1:
            yield f"{drill.id}.{node.id}: the ideal path forks"
        if ChoiceMark.WRONG not in marks:
            yield f"{drill.id}.{node.id}: no wrong choice to learn from"
        for option in node.options:
            if not option.sources:
                yield f"{drill.id}.{node.id}: a choice without source"
            ending = drill.endings.get(option.goto)
            if option.mark is ChoiceMark.WRONG and (ending is None or ending.outcome is Outcome.GOOD):
                yield f"{drill.id}.{node.id}: a wrong choice without consequence"


def _endings(drill: Drill) -> Iterator[str]:
    for ending in drill.endings.values():
        if not 0 <= ending.score <= 100:
            yield f"{drill.id}.{ending.id}: score {ending.score}"
    for count, run in enumerate(paths(drill)):
        if count > PATHS_AT_MOST:
            yield f"{drill.id}: more than {PATHS_AT_MOST} paths"
            return
        if score(run).is_passed and any(option.mark is ChoiceMark.WRONG for _, option in run.choices):
            yield f"{drill.id}: the path {run.path} passes with a wrong choice"
    if any(ChoiceMark.IDEAL not in {o.mark for o in node.options} for node in drill.nodes.values()):
        return
    if score(replay(drill, ideal_path(drill))).points != 100:
        yield f"{drill.id}: the ideal path does not score 100"
