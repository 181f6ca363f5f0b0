"""Gathering marks and finding room for words."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from visitdesk.geo.projection import WorldPoint
from visitdesk.ui.map.crowd import FAN_MOST, Box, Room, Wish, gather, place

POINTS = st.lists(st.builds(WorldPoint, st.floats(0, 1), st.floats(0, 1)), max_size=60)
WISHES = st.lists(
    st.none()
    | st.builds(Wish, st.floats(0, 400), st.floats(0, 300), st.floats(5, 80), st.floats(5, 20), st.just(12.0)),
    max_size=40,
)


@settings(deadline=None)
@given(points=POINTS, alone=st.frozensets(st.integers(0, 59)), reach=st.floats(1, 60))
def test_that_every_stop_is_in_exactly_one_mark_and_near_it(
    points: list[WorldPoint], alone: frozenset[int], reach: float
) -> None:
    spots = gather(points, alone, scale=500.0, reach=reach, fan=None)
    members = sorted(nth for spot in spots for nth in spot.members)
    assert members == list(range(len(points)))
    for spot in spots:
        first = points[spot.members[0]]
        assert all(
            ((points[n].x - first.x) ** 2 + (points[n].y - first.y) ** 2) ** 0.5 * 500 <= reach * 1.0001
            for n in spot.members
        )
        if alone.intersection(spot.members):
            assert len(spot.members) == 1


def test_that_stops_apart_stay_apart_and_stops_together_become_one() -> None:
    points = [WorldPoint(0.1, 0.1), WorldPoint(0.1 + 14 / 1000, 0.1), WorldPoint(0.1 + 31 / 1000, 0.1)]
    spots = gather(points, frozenset(), scale=1000.0, reach=15.0, fan=None)
    assert [spot.members for spot in spots] == [(0, 1), (2,)]


def test_that_an_alarm_is_never_drawn_in_by_its_neighbours() -> None:
    spots = gather([WorldPoint(0.5, 0.5)] * 3, frozenset({1}), scale=1000.0, reach=15.0, fan=None)
    assert sorted(spot.members for spot in spots) == [(0, 2), (1,)]


def test_that_stops_at_one_door_stand_around_it_when_one_is_close() -> None:
    spots = gather([WorldPoint(0.5, 0.5)] * 4, frozenset(), scale=1e7, reach=15.0, fan=17.0)
    assert [spot.members for spot in spots] == [(0,), (1,), (2,), (3,)]
    for one, other in combinations((spot.aside for spot in spots), 2):
        assert ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5 >= 24


def test_that_a_whole_house_full_stays_one_mark() -> None:
    count = FAN_MOST + 1
    (spot,) = gather([WorldPoint(0.5, 0.5)] * count, frozenset(), scale=1e7, reach=15.0, fan=17.0)
    assert len(spot.members) == count


@settings(deadline=None)
@given(wishes=WISHES)
def test_that_words_never_lie_over_words_or_marks(wishes: list[Wish | None]) -> None:
    room = Room()
    marks = [Box(w.x - 8, w.y - 8, w.x + 8, w.y + 8) for w in wishes if w is not None]
    for mark in marks:
        room.take(mark)
    found = [box for box in place(wishes, room) if box is not None]
    everything = [*marks, *found]
    for box in found:
        assert not any(_meet(box, other) for other in everything if other is not box)


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def test_that_words_go_to_the_right_first_then_elsewhere() -> None:
    room = Room()
    wish = Wish(100.0, 100.0, 40.0, 14.0, 12.0)
    first, second, third, fourth, fifth = place([wish] * 5, room)
    assert first is not None
    assert first.left == 112.0
    assert second is not None
    assert second.right == 88.0
    assert third is not None
    assert third.top == 112.0
    assert fourth is not None
    assert fourth.bottom == 88.0
    assert fifth is None
