"""Events on a map: a GeoJSON feature collection (RFC 7946), WGS 84.

An event whose town is known is a point; any other has a `null` geometry, as the standard has it for
what is not located, and `geo_precision` says whether at least the country is known."""

from __future__ import annotations

from typing import Any

from detente.model import Event, Record
from detente.views import wording
from detente.views.exports.exported import Exported, days, geo_precision, pretty
from detente.views.labels import Labels


def export(record: Record, language: str) -> Exported:
    """One feature an event, in the order of the record."""
    labels, words = Labels(record), wording.of(language)
    features = [_feature(labels, words, event) for event in record.events]
    nowhere = sum(feature["geometry"] is None for feature in features)
    note = f"{nowhere} of {len(features)} events have no point: no town is told" if nowhere else ""
    return Exported.one(pretty({"type": "FeatureCollection", "features": features}), note)


def _feature(labels: Labels, words: wording.Wording, event: Event) -> dict[str, Any]:
    place, span = event.place, days(event.date)
    geometry = None
    if place and place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "title": words.what(event.kind, event.status),
            "kind": event.kind,
            "status": event.status,
            "date": event.date,
            "date_start": span.first if span else None,
            "date_end": span.last if span else None,
            "time_precision": span.precision if span else None,
            "told": labels.told(event.articles),
            "city": place.city if place else None,
            "country": place.country if place else None,
            "venue": event.venue,
            "geo_precision": geo_precision(event),
            "who": labels.who(event),
            "topics": list(event.topics),
            "sentence": labels.telling(event),
            "sources": labels.sources(event.articles),
        },
    }
