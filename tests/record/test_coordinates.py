"""A city that the gazetteer knows in the event's country has a point; nothing else has."""

from __future__ import annotations

import pytest

from detente.model import Event, Place
from detente.record.coordinates import locate


def at(place: Place | None) -> tuple[float | None, float | None]:
    found = locate(Event(id="e", kind="talks", place=place)).place
    return (found.latitude, found.longitude) if found else (None, None)


def test_a_city_has_its_point_under_its_french_name() -> None:
    latitude, longitude = at(Place(city="Reykjavik", country="IS"))
    assert latitude == pytest.approx(64.1, abs=0.1)
    assert longitude == pytest.approx(-21.9, abs=0.1)
    assert at(Place(city="Vienne", country="AT"))[0] == pytest.approx(48.2, abs=0.1)
    assert at(Place(city="Vienne", country="FR"))[0] == pytest.approx(45.5, abs=0.1)


@pytest.mark.parametrize(
    "place",
    [None, Place(country="IS"), Place(city="Reykjavik"), Place(city="Reykjavik", country="NO")],
)
def test_what_is_not_known_has_none(place: Place | None) -> None:
    assert at(place) == (None, None)


def test_a_point_that_is_there_stays() -> None:
    assert at(Place(city="Reykjavik", country="IS", latitude=1.0, longitude=2.0)) == (1.0, 2.0)
