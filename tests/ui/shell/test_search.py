"""Finding: Han, pinyin, initials, all readings, misspelling; what is marked is what matched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.ui.shell.search import Entry, EntryGroup, find, index, matched, spellings

PEOPLE = tuple(
    Entry(group=EntryGroup.PERSON, key=name, title=name)
    for name in ("张示例", "张示例乙", "王测试", "曾单仇", "欧阳模拟")
)
COMMANDS = (Entry(group=EntryGroup.COMMAND, key="print", title="打印", more="Print", badge="Ctrl+P"),)
INDEXED = index((*PEOPLE, *COMMANDS))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("张示例", ["张示例", "张示例乙"]),
        ("zsl", ["张示例", "张示例乙"]),
        ("zhangshi", ["张示例", "张示例乙"]),
        ("zengshanqiu", ["曾单仇"]),
        ("cengdanchou", ["曾单仇"]),
        ("oymn", ["欧阳模拟"]),
        ("print", ["打印"]),
        ("PRINT", ["打印"]),
        ("dy", ["打印"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_that_people_and_deeds_are_found(query: str, names: list[str]) -> None:
    hits, count = find(INDEXED, query)
    assert [hit.entry.title for hit in hits] == names
    assert count == len(names)


def test_that_a_misspelt_title_is_still_found() -> None:
    entries = index([Entry(group=EntryGroup.HELP, key="h", title="Safety strip")])
    assert [hit.entry.key for hit in find(entries, "safty strip")[0]] == ["h"]


def test_that_one_group_alone_can_be_searched() -> None:
    hits, _ = find(INDEXED, "d", frozenset({EntryGroup.COMMAND}))
    assert [hit.entry.group for hit in hits] == [EntryGroup.COMMAND]


@pytest.mark.parametrize(
    ("title", "word", "span"),
    [
        ("给张示例排外访", "zsl", (1, 3)),
        ("张示例", "示例", (1, 2)),
        ("张示例", "zhangsl", (0, 3)),
        ("张示例", "xyz", (0, 0)),
    ],
)
def test_that_the_marked_characters_are_those_that_match(title: str, word: str, span: tuple[int, int]) -> None:
    assert matched(title, word) == span


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="张王李赵曾单仇重长行乐朴", min_size=1, max_size=4))
def test_that_every_spelling_of_a_name_finds_it(name: str) -> None:
    entries = index([Entry(group=EntryGroup.PERSON, key="p", title=name)])
    for spelling in spellings(name):
        hits, _ = find(entries, spelling)
        assert hits
        assert matched(name, spelling) != (0, 0)
