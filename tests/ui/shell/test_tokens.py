"""Colours: contrast of every pair that is read, levels that colour-blind people tell apart, no hex elsewhere."""

import itertools
import math
import re
from pathlib import Path

import pytest

import visitdesk.ui
from visitdesk.ui.shell.tokens import DARK, LIGHT, Level, SystemColours, Tokens, contrast, contrast_tokens

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
READ_ON = {
    "text": ("window", "bar", "card", "sunken", "hover", "pressed", "selection"),
    "text2": ("window", "bar", "card", "sunken"),
    "text3": ("window", "card"),
    "accent_text": ("card", "sunken", "selection"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "ok": ("card", "ok_bg"),
    "warning": ("card", "warning_bg"),
    "error": ("card", "error_bg", "window"),
    "on_badge": ("badge",),
}
MACHADO = {  # full severity; Machado, Oliveira, Fernandes 2009
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@PALETTES
def test_that_every_text_can_be_read_on_what_it_stands_on(tokens: Tokens) -> None:
    for ink, grounds in READ_ON.items():
        for ground in grounds:
            ratio = contrast(tokens.colour(ink), tokens.colour(ground))
            assert ratio >= 4.5, f"{ink} on {ground}: {ratio:.2f}"


@PALETTES
def test_that_borders_of_inputs_and_shapes_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.card, tokens.window):
        assert contrast(tokens.stroke_strong, ground) >= 3
        for level in Level:
            assert contrast(tokens.levels[level].text, ground) >= 3


@PALETTES
def test_that_level_words_and_signs_are_read_on_tint_and_fill(tokens: Tokens) -> None:
    for level in Level:
        ink = tokens.levels[level]
        if ink.tint:
            assert contrast(ink.text, ink.tint) >= 4.5
            assert contrast(tokens.text, ink.tint) >= 7
        if ink.fill:
            assert contrast(ink.ink, ink.fill) >= 4.5


def test_that_high_contrast_uses_only_the_pairs_of_the_system() -> None:
    system = SystemColours()
    tokens = contrast_tokens(system)
    known = {system.window, system.text, system.highlight, system.highlight_text, system.disabled, system.link}
    used = {tokens.colour(name) for name in READ_ON} | {tokens.window, tokens.card, tokens.stroke, tokens.accent}
    assert used <= known
    for ink, grounds in READ_ON.items():
        for ground in grounds:
            assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 7


@PALETTES
@pytest.mark.parametrize("kind", list(MACHADO))
def test_that_colour_blind_people_tell_the_fills_apart(tokens: Tokens, kind: str) -> None:
    fills = [ink.fill for level in Level if (ink := tokens.levels[level]).fill]
    for one, other in itertools.combinations(fills, 2):
        assert _distance(_seen(one, kind), _seen(other, kind)) >= 15, (one, other)


def test_that_no_other_module_holds_a_colour() -> None:
    root = Path(next(iter(visitdesk.ui.__path__)))
    for file in root.rglob("*.py"):
        if file.name != "tokens.py":
            found = re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
            assert not found, f"{file.name}: {found}"


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def _seen(colour: str, kind: str) -> list[float]:
    rgb = _linear(colour)
    return [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in MACHADO[kind]]


def _distance(one: list[float], other: list[float]) -> float:
    """CIE76 over Lab, D65."""
    return math.dist(_lab(one), _lab(other))


def _lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = rgb
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089

    def f(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))
