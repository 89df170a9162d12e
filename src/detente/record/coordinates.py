"""Where on the map an event was: the coordinates of its city, once all reports have said where.

Looked up after joining, so that a point on the map never decides which events are one."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec.structs import replace

from detente.language import LANGUAGES, gazetteer
from detente.model import Event


def locate(event: Event) -> Event:
    """The event with the latitude and longitude (degrees, WGS 84) of its city, where the gazetteer
    knows one of that name in that country. A country alone has no point."""
    place = event.place
    if place is None or place.city is None or place.country is None or place.latitude is not None:
        return event
    found = point(place.city, place.country)
    if found is None:
        return event
    return replace(event, place=replace(place, latitude=found[0], longitude=found[1]))


@cache
def point(name: str, country: str) -> tuple[float, float] | None:
    """Latitude and longitude of the city that a language's own table has under this name (Vienne
    is Vienna), else of the one that the gazetteer has."""
    tables = (import_module(f"detente.language.{code}.names").names() for code in LANGUAGES)
    named = (table.get(gazetteer.fold(name)) for table in tables)
    found = [known.city for known in named if known and known.city]
    for city in (*found, *gazetteer.cities(name)):
        if city.country == country:
            return city.latitude, city.longitude
    return None
