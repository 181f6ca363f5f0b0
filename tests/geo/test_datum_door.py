"""`datum convert` from outside: what scripts may hand in and what they get."""

import json
import shlex
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from visitdesk.app import console
from visitdesk.geo.model import Datum
from visitdesk.paths import resource

DOCS = Path(__file__).resolve().parents[2] / "docs" / "examples" / "datum"


def run(capfdbinary: pytest.CaptureFixture[bytes], *words: str, lang: str = "en") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `datum convert`."""
    code = console.main(["--lang", lang, "datum", "convert", *words])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


@pytest.mark.parametrize("source", Datum)
@pytest.mark.parametrize("target", Datum)
def test_that_every_pair_of_systems_answers_in_the_form_of_the_schema(
    capfdbinary: pytest.CaptureFixture[bytes], source: Datum, target: Datum
) -> None:
    code, out, err = run(capfdbinary, "--from", source, "--to", target, "22.54", "114.05")
    assert (code, err) == (0, "")
    schema = json.loads(resource("schemas", "datum-answer.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(out))
    assert (json.loads(out) == {"lat": 22.54, "lon": 114.05}) == (source is target)


@pytest.mark.parametrize(
    ("lat", "lon", "shown"),
    [
        ("-33.8", "151.2", '"lat": -33.8,\n  "lon": 151.2'),
        ("-.5", "-1e-5", '"lat": -0.5,\n  "lon": -0.00001'),
        ("-90", "-180", '"lat": -90.0,\n  "lon": -180.0'),
        ("+90.", "1.8E2", '"lat": 90.0,\n  "lon": 180.0'),
        ("-0", "0", '"lat": 0.0,\n  "lon": 0.0'),
        ("1e-300", "-1e-13", '"lat": 0.0,\n  "lon": 0.0'),
        ("0.829299999999", "100", '"lat": 0.829299999999,\n  "lon": 100.0'),
    ],
)
def test_that_negative_and_tiny_numbers_come_back_without_exponent(
    capfdbinary: pytest.CaptureFixture[bytes], lat: str, lon: str, shown: str
) -> None:
    code, out, _ = run(capfdbinary, "--from", "wgs84", "--to", "gcj02", lat, lon)
    assert code == 0
    assert shown in out


def test_that_options_may_follow_the_numbers(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    file = tmp_path / "point.json"
    code, out, _ = run(capfdbinary, "-33.8", "-70.1", "--to", "wgs84", "--from", "bd09", "-o", str(file))
    assert (code, out) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8")) == {"lat": -33.8, "lon": -70.1}
    code, out, _ = run(capfdbinary, "1", "2", "--to", "wgs84", "--from", "bd09", "-o", "-")
    assert json.loads(out) == {"lat": 1.0, "lon": 2.0}


@pytest.mark.parametrize(
    "word",
    ["nan", "-nan", "inf", "-inf", "Infinity", "1e999", "-1e999", "", " ", "north", "-abc", "1_0", "٣", "31,2", "0x10"],
)
@pytest.mark.parametrize("place", ["LAT", "LON"])
def test_that_what_is_not_a_number_is_named_in_one_line(
    capfdbinary: pytest.CaptureFixture[bytes], word: str, place: str
) -> None:
    pair = (word, "1") if place == "LAT" else ("1", word)
    code, out, err = run(capfdbinary, "--from", "wgs84", "--to", "gcj02", *pair)
    assert (code, out) == (4, "")
    assert err.count("\n") == 1
    assert place in err


@pytest.mark.parametrize(
    ("lat", "lon", "place"),
    [("90.000001", "0", "LAT"), ("-90.000001", "0", "LAT"), ("0", "180.000001", "LON"), ("0", "-180.000001", "LON")],
)
def test_that_degrees_beyond_the_globe_are_bad_input_even_by_a_hair(
    capfdbinary: pytest.CaptureFixture[bytes], lat: str, lon: str, place: str
) -> None:
    for lang in ("zh", "en"):
        code, out, err = run(capfdbinary, "--from", "gcj02", "--to", "gcj02", lat, lon, lang=lang)
        assert (code, out, err.count("\n")) == (4, "", 1)
        assert place in err


@pytest.mark.parametrize("words", [("--from", "mars", "--to", "wgs84", "1", "2"), ("--to", "wgs84", "1", "2"), ("1",)])
def test_that_a_wrong_command_line_is_exit_2(capfdbinary: pytest.CaptureFixture[bytes], words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as end:
        run(capfdbinary, *words)
    assert end.value.code == 2


def test_that_the_worked_example_of_the_docs_is_true(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    words = shlex.split((DOCS / "command.txt").read_text(encoding="utf-8"))
    assert words[0] == "visitdesk"
    code = console.main(words[1:])
    out, _ = capfdbinary.readouterr()
    assert code == 0
    assert json.loads(out) == json.loads((DOCS / "answer.json").read_text(encoding="utf-8"))
