"""Who was in which event, as GraphML for Gephi, Cytoscape, igraph or networkx.

The graph has two kinds of node, actors and events, and an edge from an actor to each event that it
was in, with its part. It is not folded into actor-to-actor ties: an event of three parties is one
event, and a program that wants ties can project it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from detente.model import Event, Record
from detente.views import wording
from detente.views.exports.exported import Exported, days, for_xml
from detente.views.labels import Labels

_NS = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {
    "node": {
        "label": "string",
        "type": "string",
        "kind": "string",
        "country": "string",
        "status": "string",
        "date": "string",
        "date_start": "string",
        "date_end": "string",
        "time_precision": "int",
        "latitude": "double",
        "longitude": "double",
        "reports": "int",
    },
    "edge": {"part": "string", "side": "string"},
}


def export(record: Record, language: str) -> Exported:
    """The graph; node ids are `actor:ID` and `event:ID`."""
    labels, words = Labels(record), wording.of(language)
    root = Element("graphml", {"xmlns": _NS})
    for what, keys in _KEYS.items():
        for name, kind in keys.items():
            key = {"id": f"{what}_{name}", "for": what, "attr.name": name, "attr.type": kind}
            SubElement(root, "key", key)
    graph = SubElement(root, "graph", {"id": "record", "edgedefault": "directed"})
    involved = {actor: None for event in record.events for actor, _, _ in _edges(event)}
    for actor in involved:
        known = labels.actors.get(actor)
        data = {
            "label": labels.actor(actor),
            "type": "actor",
            "kind": known.kind if known else "group",
            "country": known.country if known else None,
        }
        _data(SubElement(graph, "node", {"id": for_xml(f"actor:{actor}")}), "node", data)
    for event in record.events:
        node = SubElement(graph, "node", {"id": f"event:{event.id}"})
        _data(node, "node", _event(words, event))
    for event in record.events:
        for number, (actor, part, side) in enumerate(_edges(event), 1):
            ends = {"source": for_xml(f"actor:{actor}"), "target": f"event:{event.id}"}
            edge = SubElement(graph, "edge", {"id": f"{event.id}:{number}", **ends})
            _data(edge, "edge", {"part": part, "side": side})
    indent(root)
    body = tostring(root, encoding="unicode", short_empty_elements=True)
    return Exported.one(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n')


def _event(words: wording.Wording, event: Event) -> dict[str, object]:
    span, place = days(event.date), event.place
    return {
        "label": " ".join(part for part in (event.date, words.kind(event.kind)) if part),
        "type": "event",
        "kind": event.kind,
        "country": place.country if place else None,
        "status": event.status,
        "date": event.date,
        "date_start": span.first if span else None,
        "date_end": span.last if span else None,
        "time_precision": span.precision if span else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "reports": len(event.articles),
    }


def _edges(event: Event) -> Iterator[tuple[str, str, str | None]]:
    """Actor, part and side, once for each actor: a person's part goes before a mere party's."""
    found: dict[str, tuple[str, str | None]] = dict.fromkeys(event.parties, ("party", None))
    found |= {released.person: ("released", released.by) for released in event.released}
    found |= {person.actor: (person.part, person.side) for person in event.participants}
    yield from ((actor, part, side) for actor, (part, side) in found.items())


def _data(element: Element, what: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value is not None:
            SubElement(element, "data", {"key": f"{what}_{name}"}).text = for_xml(str(value))
