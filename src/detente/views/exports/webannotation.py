"""Each citation as a W3C Web Annotation (2017), JSON-LD: the words as a quote with what stands around
them, and their place in the report's text.

Offsets count code points, as the standard's TextPositionSelector does, in the cleaned text that the
record keeps of a report (`urn:detente:article:ID`); on the page where it was published (`scope`) the
quote finds the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from detente.model import Article, Record, Span
from detente.views.exports.columns import EvidenceRow
from detente.views.exports.exported import Exported, last_day, url_of
from detente.views.exports.tables import tables
from detente.views.labels import Labels, what

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of context on either side of a quote."""


def export(record: Record, language: str) -> Exported:
    """One annotation page with an annotation for each span of evidence."""
    items = list(_annotations(record))
    page = {
        "@context": CONTEXT,
        "id": "urn:detente:annotations",
        "type": "AnnotationPage",
        "partOf": {
            "id": "urn:detente:record",
            "type": "AnnotationCollection",
            "label": "Evidence of a Détente record",
            "total": len(items),
            "modified": f"{last_day(record).isoformat()}T00:00:00Z",
        },
        "startIndex": 0,
        "items": items,
    }
    return Exported.one(msgspec.json.encode(page) + b"\n")


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    labels = Labels(record)
    says = _says(record, labels)
    seen: dict[str, int] = {}
    _, rows = tables(record)["evidence"]
    for row in rows:
        assert isinstance(row, EvidenceRow)
        article = labels.articles.get(row.article)
        if article is None:
            continue
        key = f"{row.fact}:{row.id}"
        seen[key] = seen.get(key, 0) + 1
        yield {
            "id": f"urn:detente:{row.fact}:{quote(row.id, safe='')}:{seen[key]}",
            "type": "Annotation",
            "motivation": "identifying" if row.fact in ("actor", "participant") else "describing",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": row.fact},
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "value": says.get(row.id, row.id),
                },
            ],
            "target": _target(article, Span(row.article, row.start, row.end, row.exact)),
        }


def _target(article: Article, span: Span) -> dict[str, Any]:
    address = url_of(article)
    return {
        "type": "SpecificResource",
        "source": {
            "id": f"urn:detente:article:{quote(article.id, safe='')}",
            "type": "Text",
            "format": "text/plain",
            **({"language": article.language} if article.language else {}),
        },
        **({"scope": address} if address else {}),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.exact,
                "prefix": article.text[max(0, span.start - _AROUND) : span.start],
                "suffix": article.text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _says(record: Record, labels: Labels) -> dict[str, str]:
    """In words, what each fact of the evidence table says."""
    found = {actor.id: actor.name for actor in record.actors}
    for event in record.events:
        about = ", ".join(part for part in (event.date or "", what(event)) if part)
        found[event.id] = about
        for person in event.participants:
            said = f"{labels.actor(person.actor)}: {person.part} of {about}"
            found[f"{event.id}/{person.actor}"] = said
        for released in event.released:
            key = f"{event.id}/{released.person}"
            found.setdefault(key, f"{labels.actor(released.person)}: released ({about})")
        for number, claim in enumerate(event.claims, 1):
            value = labels.actor(claim.value)
            found[f"{event.id}/c{number}"] = f"{claim.attribute} of {about}: {value}"
    for statement in record.statements:
        found[statement.id] = f"said by {labels.actor(statement.speaker)}"
    for made in record.undertakings:
        found[made.id] = f"undertaking, {made.status.replace('_', ' ')}"
        for number, step in enumerate(made.history, 1):
            status = step.status.replace("_", " ")
            found[f"{made.id}/h{number}"] = f"undertaking {made.id}: {status}"
    for dispute in record.disputes:
        for number, position in enumerate(dispute.positions, 1):
            said = f"{dispute.attribute} in dispute: {position.value}"
            found[f"{dispute.id}/p{number}"] = said
    return found
