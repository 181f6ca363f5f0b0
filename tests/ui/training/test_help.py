"""Help: every station has an article, in both languages, about the same things."""

import re

import pytest

from visitdesk.ui.settings.help import articles
from visitdesk.wording import Lang

STATIONS = ("start", "strip", "today", "cases", "import", "plan", "safety", "records", "training", "people", "settings")


@pytest.mark.parametrize("name", STATIONS)
def test_that_an_article_stands_in_both_languages_with_the_same_headings_and_keys(name: str) -> None:
    both = [articles(lang)[name][1] for lang in (Lang.ZH, Lang.EN)]
    zh, en = (re.findall(r"^## ", text, re.MULTILINE) for text in both)
    assert len(zh) == len(en)
    zh_keys, en_keys = (set(re.findall(r"`((?:Ctrl|Alt|Shift|F\d)[^`]*)`", text)) for text in both)
    assert zh_keys == en_keys


def test_that_articles_stand_in_the_order_of_the_stations() -> None:
    assert tuple(articles(Lang.EN)) == STATIONS
