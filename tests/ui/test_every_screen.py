"""What holds for every registered screen of every capability: layout, names, strip, both languages, all looks."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.robots.layout import cut_words, hidden_by_edges, is_in_sight, nameless, small_targets
from tests.robots.window import WindowRobot
from tests.screens import Screen, all_screens
from visitdesk.ui.shell.language import Language
from visitdesk.ui.shell.strip import SafetyStrip
from visitdesk.ui.shell.theme import Mode, Theme
from visitdesk.wording import Lang

SCREENS = all_screens()
Open = Callable[[Screen], WindowRobot]
pytestmark = pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])


@pytest.mark.parametrize("lang", list(Lang))
def test_that_a_screen_is_whole_at_1280_by_640(
    open_screen: Open, language: Language, screen: Screen, lang: Lang
) -> None:
    language.set(lang)
    robot = open_screen(screen)
    _is_whole(robot, 1280, 640)
    assert not nameless(robot.window)
    assert not small_targets(robot.window)
    if lang is Lang.ZH:
        _is_set_the_chinese_way(_words(robot.window))


def test_that_a_screen_is_whole_in_high_contrast_with_larger_text(
    open_screen: Open, theme: Theme, screen: Screen
) -> None:
    theme.set_mode(Mode.CONTRAST)
    theme.set_scale(1.15)
    _is_whole(open_screen(screen), round(1280 * 1.15), round(640 * 1.15))


def _is_whole(robot: WindowRobot, width: int, height: int) -> None:
    """The window can be that small, nothing is cut, and the strip is what a click on it reaches."""
    robot.window.resize(width, height)
    robot.comes_to_rest()
    assert (robot.window.width(), robot.window.height()) == (width, height)
    assert not cut_words(robot.window)
    assert not hidden_by_edges(robot.window)
    assert is_in_sight(robot.find(SafetyStrip, "safety_strip"))


def _is_set_the_chinese_way(texts: list[str]) -> None:
    for words in texts:
        assert not re.search(r"[\u4e00-\u9fff][,:;()!?]|[,:;()!?][\u4e00-\u9fff]", words), words
        assert "·" not in words
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]", words), words


def _words(window: QWidget) -> list[str]:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return labels + [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
