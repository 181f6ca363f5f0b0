"""What a scene accepts and where it lies."""

import pytest

from visitdesk.geo.model import Datum, LatLon
from visitdesk.geo.projection import project
from visitdesk.geo.scene import MapDepot, MapRoute, MapScene, MapStop

HERE = LatLon(lat=31.0, lon=121.0)
THERE = LatLon(lat=31.5, lon=121.6)
SHIFTED = LatLon(lat=31.0, lon=121.0, datum=Datum.GCJ02)


def test_that_a_point_in_a_shifted_system_never_reaches_the_map() -> None:
    with pytest.raises(ValueError, match="WGS-84"):
        MapStop(id="V1", place=SHIFTED)
    with pytest.raises(ValueError, match="WGS-84"):
        MapDepot(id="D", place=SHIFTED)
    with pytest.raises(ValueError, match="WGS-84"):
        MapRoute(team="T1", name="1", colour=0, path=(HERE, SHIFTED))


def test_that_the_rectangle_holds_stops_depots_and_roads() -> None:
    scene = MapScene(
        stops=(MapStop(id="V1", place=HERE),),
        routes=(MapRoute(team="T1", name="1", colour=0, path=(HERE, THERE)),),
        depots=(MapDepot(id="D", place=LatLon(lat=30.0, lon=120.0)),),
    )
    box = scene.box()
    assert box is not None
    assert (box.left, box.bottom) == tuple(project(LatLon(lat=30.0, lon=120.0)))
    assert (box.right, box.top) == tuple(project(THERE))
    assert scene.box(frozenset({"V1"})) == (*project(HERE), *project(HERE))
    assert scene.box(frozenset({"V9"})) is None
    assert not scene.is_empty


def test_that_an_empty_scene_says_so() -> None:
    assert MapScene().is_empty
    assert MapScene().box() is None
