"""Where on the map an event was: the coordinates of its city, once all reports have said where.

Looked up after joining, so that a point on the map never decides which events are one."""

from __future__ import annotations

from msgspec.structs import replace

from detente.language import gazetteer
from detente.model import Event


def locate(event: Event) -> Event:
    """The event with the latitude and longitude (degrees, WGS 84) of its city, where the gazetteer
    knows one of that name in that country. A country alone has no point."""
    place = event.place
    if place is None or place.city is None or place.country is None or place.latitude is not None:
        return event
    for city in gazetteer.cities(place.city):
        if city.country == place.country:
            located = replace(place, latitude=city.latitude, longitude=city.longitude)
            return replace(event, place=located)
    return event
