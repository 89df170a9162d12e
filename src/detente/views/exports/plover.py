"""Events as PLOVER records, JSON Lines, in the field names of the PLOVER manual (0.7b1, « JSON Data
Fields ») with its location, actor, text and citation objects.

What PLOVER has no field for is added under names of our own, as the manual allows: `kind`, `status`,
`date_edtf`, `date_basis`, `time_precision`. PLOVER codes what happened and needs a date. What is planned,
proposed, denied or hypothetical is left out. What no report dates has the day of its first report, as
event data has it from of old, with `date_basis` « told », a `time_precision` of 4 and no `date_edtf`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from detente import codebook
from detente.model import Event, Record
from detente.model import Span as Words
from detente.views.exports.exported import Exported, Span, days, json_lines, left_out, url_of
from detente.views.labels import Labels

QUAD: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT", "INVESTIGATE"), 2),
    **dict.fromkeys(("DEMAND", "REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""Quad category of a type (manual, « PLOVER quad categories »; REQUEST is DEMAND's later name)."""
UNDIRECTED = "the reports do not tell who did it to whom: all parties stand in source"
_TOLD = ("occurred", "ongoing")
_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Alpha-3 codes that ISO has taken back, which CLDR keeps as aliases."""


def export(record: Record, language: str) -> Exported:
    """One record a line, in the order of the events."""
    labels = Labels(record)
    told = [event for event in record.events if event.status in _TOLD]
    dated = [
        (event, span)
        for event in told
        if (span := days(event.date or labels.told(event.articles))) and span.first and span.last
    ]
    return Exported.one(
        json_lines([_record(labels, event, span) for event, span in dated]),
        left_out(len(record.events) - len(told), "event", "not told as having happened"),
        left_out(len(told) - len(dated), "event", "without a date, nor one of their reports"),
    )


def _record(labels: Labels, event: Event, span: Span) -> dict[str, Any]:
    assert span.first and span.last
    kind = codebook.load().kinds.get(event.kind)
    source, recipient = _sides(event)
    type_ = event.plover.type if event.plover else "EXTENSION"
    directed = bool(recipient) or len(source) < 2 or (kind is not None and kind.joint)
    found = {
        "id": event.id,
        "has_event": True,
        "date": span.first if event.date else span.last,
        "enddate": span.last if event.date and span.last != span.first else None,
        "source": [_actor(labels, actor) for actor in source],
        "recipient": [_actor(labels, actor) for actor in recipient],
        "event": [type_],
        "mode": event.plover.mode if event.plover else None,
        "context": list(event.topics),
        "quad_code": QUAD.get(type_),
        "event_scale": kind.scale.value if kind else None,
        "event_loc": _location(event),
        "event_text": [words.exact for words in event.mentions],
        "text_info": [_text(words) for words in event.mentions],
        "cite_info": [_citation(labels, article) for article in event.articles],
        "coder": "detente",
        "comment": "" if directed else UNDIRECTED,
        "kind": event.kind,
        "status": event.status,
        "date_edtf": event.date,
        "date_basis": event.date_basis if event.date else "told",
        "time_precision": span.precision if event.date else 4,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])} | {
        "source": found["source"]
    }


def _sides(event: Event) -> tuple[list[str], list[str]]:
    """Who does it, and to whom: targets, those who are freed, their states and those that they are
    freed to are the recipients, unless they free others themselves. Where nobody is left to have
    done it, or the record has no such part, all are sources, as PLOVER has what is reciprocal."""
    targets = [person for person in event.participants if person.part in ("target", "released")]
    to = {person.actor for person in targets} | {p.side for p in targets if p.side}
    to |= {end for freed in event.released for end in (freed.person, freed.to) if end}
    to -= {freed.by for freed in event.released if freed.by}
    everyone = [*event.parties, *(person.actor for person in event.participants)]
    everyone += [freed.person for freed in event.released]
    everyone = list(dict.fromkeys(everyone))
    source = [actor for actor in everyone if actor not in to]
    return (source, [a for a in everyone if a in to]) if source else (everyone, [])


def _actor(labels: Labels, actor: str) -> dict[str, Any]:
    known = labels.actors.get(actor)
    found = {
        "code": alpha3(known.country) if known and known.country else None,
        "actor_text": labels.actor(actor),
        "identifier_id": known.wikidata if known else None,
        "identifier_text": known.name if known and known.wikidata else None,
        "office": known.roles[0].title if known and known.roles else None,
    }
    return {name: value for name, value in found.items() if value}


def _location(event: Event) -> dict[str, Any] | None:
    if event.place is None:
        return None
    found = {
        "name": event.place.city or event.venue,
        "latitude": event.place.latitude,
        "longitude": event.place.longitude,
        "country code": event.place.country,
        "cc3": alpha3(event.place.country) if event.place.country else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _text(words: Words) -> dict[str, Any]:
    """Where the words stand, in characters of the report's text."""
    return {"article": words.article, "start": words.start, "end": words.end}


def _citation(labels: Labels, article: str) -> dict[str, Any]:
    known = labels.articles.get(article)
    if known is None:
        return {"citation": article}
    found = {
        "citation": known.id,
        "url": url_of(known),
        "title": known.title,
        "language": known.language,
        "publication": known.outlet,
        "codebook": f"detente {codebook.load().version}",
    }
    return {name: value for name, value in found.items() if value}


@cache
def _alpha3() -> dict[str, str]:
    from babel.core import get_global

    return {
        two[0]: three
        for three, two in sorted(get_global("territory_aliases").items())
        if len(three) == 3 and three.isalpha() and len(two) == 1 and three not in _WITHDRAWN
    }


def alpha3(country: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of an alpha-2 code (`XKK` for Kosovo, as the CLDR has it)."""
    return _alpha3().get(country)
