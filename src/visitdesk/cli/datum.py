"""`datum convert`: one point from one coordinate system to another, for scripts that prepare account files."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from decimal import Decimal

from typing_extensions import override

from visitdesk.cli.command import Answer, Context, Subparsers, with_output
from visitdesk.errors import BadInput
from visitdesk.geo.datum import convert
from visitdesk.geo.model import Datum, LatLon

DECIMALS = 12
"""Decimals of the answer: finer than the inverse's error, coarse enough to leave out the noise of binary fractions."""

STANDARD_OUTPUT = "-"

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,4})?")
_OPTIONS = ("-o", "-h", "--")


def _looks_like_a_value(word: str) -> bool:
    return word.startswith("-") and word != STANDARD_OUTPUT and not word.startswith(_OPTIONS)


class _CoordinateParser(ArgumentParser):
    """A parser that takes `-33.8`, and also `-1e-5`, `-.5` and `-inf`, for values and not for options."""

    @override
    def parse_known_args(  # type: ignore[override]  # argparse types this with three overloads
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        # argparse takes a word with a space in it for a value; its own list of negative numbers is too short.
        words = [f" {word}" if _looks_like_a_value(word) else word for word in args or ()]
        return super().parse_known_args(words, namespace)


class _DatumCommand:
    """The word `datum` and what follows it."""

    def register(self, words: Subparsers) -> None:
        """Add `datum convert`."""
        group = words.add_parser("datum", help="convert coordinates between WGS-84, GCJ-02 and BD-09")
        inner = group.add_subparsers(dest="word", required=True, metavar="WORD", parser_class=_CoordinateParser)
        parser = inner.add_parser("convert", help="one point to another datum", allow_abbrev=False)
        parser.add_argument("--from", dest="source", type=Datum, choices=list(Datum), required=True)
        parser.add_argument("--to", dest="target", type=Datum, choices=list(Datum), required=True)
        parser.add_argument("lat", metavar="LAT", help="degrees, north positive")
        parser.add_argument("lon", metavar="LON", help="degrees, east positive")
        with_output(parser)
        parser.set_defaults(run=_convert)


COMMAND = _DatumCommand()


def _convert(arguments: Namespace, _context: Context) -> Answer:
    point = LatLon(
        lat=_degrees(arguments.lat, 90.0, "geo.bad_latitude"),
        lon=_degrees(arguments.lon, 180.0, "geo.bad_longitude"),
        datum=arguments.source,
    )
    there = convert(point, arguments.target)
    return Answer(text=f'{{\n  "lat": {plain(there.lat)},\n  "lon": {plain(there.lon)}\n}}\n')


def _degrees(word: str, most: float, code: str) -> float:
    word = word.strip()
    if _NUMBER.fullmatch(word) is None or not -most <= float(word) <= most:
        raise BadInput(code, value=word)
    return float(word)


def plain(degrees: float) -> str:
    """A JSON number without exponent and without a minus before zero, e.g. `0.00001`."""
    rounded = round(degrees, DECIMALS) + 0.0
    return format(Decimal(repr(rounded)), "f")
