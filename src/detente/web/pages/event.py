"""One event: what the record holds, who says so in which sentence, and why it is one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from starlette.responses import Response

from detente import codebook
from detente.model import Claim, Event, Span
from detente.views.export import to_builtins
from detente.views.labels import Labels
from detente.web.page import Page
from detente.web.pages.deciding import candidates, forms
from detente.web.pages.deciding import mentions as split_forms
from detente.web.snapshot.fact import innermost, people, reports

ORDER = ("kind", "status", "date", "place", "venue", "duration", "parties", "participants")
"""Attributes in the order in which they are shown; others follow."""


def event(page: Page) -> Response:
    """The page of one event."""
    line = page.snapshot.row("events", page.request.path_params["id"])
    (noun,) = page.snapshot.nouns("events", [line["id"]], Event)
    record = page.snapshot.part(noun)
    if page.wanted == "json":
        return page.json(to_builtins(record))
    labels = Labels(record)
    kind = codebook.load().kinds.get(noun.kind)
    return page.html(
        "event.html",
        line=line,
        event=noun,
        scale=kind.scale if kind else None,
        who=_who(labels, noun),
        claims=claims(page, labels, noun),
        mentions=_mentions(labels, innermost(noun.mentions)),
        dated=_dated(labels, noun),
        disputes=page.snapshot.tagged("disputes", "event", noun.id),
        undertakings=page.snapshot.tagged("undertakings", "event", noun.id),
        decisions=page.snapshot.tagged("decisions", "fact", noun.id),
        near=candidates(page, line),
        split=split_forms(noun),
        forms=forms(page),
    )


def _who(labels: Labels, event: Event) -> dict[str, list[dict[str, Any]]]:
    """Parties and participants (with their parts and sides), and who was freed."""
    freed = [
        {
            "person": people(labels, [r.person])[0],
            "by": people(labels, [r.by])[0] if r.by else None,
            "to": people(labels, [r.to])[0] if r.to else None,
        }
        for r in event.released
    ]
    taking = [
        {
            "actor": people(labels, [p.actor])[0],
            "part": p.part,
            "side": people(labels, [p.side])[0] if p.side else None,
        }
        for p in event.participants
        if p.part != "released" or not event.released
    ]
    parties = [{"actor": actor} for actor in people(labels, event.parties)]
    return {"parties": parties, "participants": taking, "released": freed}


def claims(page: Page, labels: Labels, event: Event) -> list[dict[str, Any]]:
    """What is claimed: attributes, their values, and for each value who says so and where."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in event.claims:
        value = _value(labels, event, claim)
        found.setdefault(claim.attribute, {}).setdefault(value, []).append(claim)
    known = [name for name in ORDER if name in found]
    return [
        {
            "attribute": name,
            "values": [
                {
                    "value": value,
                    "shown": shown(page, labels, name, value),
                    "actor": people(labels, [value])[0] if value in labels.actors else None,
                    "said": [_said(labels, claim) for claim in said],
                }
                for value, said in found[name].items()
            ],
        }
        for name in [*known, *(name for name in found if name not in known)]
    ]


def _value(labels: Labels, event: Event, claim: Claim) -> str:
    """A claim's value; a participant's, which the reading knows by a number, by its evidence."""
    if claim.attribute == "participants" and claim.value not in labels.actors:
        places = {(s.article, s.start) for s in claim.evidence}
        for participant in event.participants:
            if places & {(s.article, s.start) for s in participant.evidence}:
                return participant.actor
        return claim.evidence[0].exact if claim.evidence else claim.value
    return claim.value


def shown(page: Page, labels: Labels, attribute: str, value: str) -> str:
    """A claim's value as the language words it."""
    t = page.words
    if attribute == "kind":
        return t.record.kind(value)
    if attribute == "status":
        return t.record.status(value)
    if attribute == "topics":
        return t.named("topic", value)
    if attribute == "date":
        return t.date(value)
    if attribute == "duration":
        return t.duration(value)
    if attribute == "place" and len(value) == 2:
        return t.country(value)
    if value in labels.actors:
        return t.actor(people(labels, [value])[0])
    return value


def _said(labels: Labels, claim: Claim) -> dict[str, Any]:
    return {
        "by": labels.source(claim.source, claim.evidence),
        "cited": [
            {
                "report": reports(labels, [span.article])[0],
                "start": span.start,
                "sentence": labels.sentence(span),
            }
            for span in claim.evidence
        ],
    }


def _mentions(labels: Labels, spans: Iterable[Span]) -> list[dict[str, Any]]:
    """The sentences that tell of it, once each, by report."""
    found: dict[str, dict[str, Any]] = {}
    seen: set[tuple[str, str]] = set()
    for span in spans:
        sentence = labels.sentence(span)
        key = (span.article, "".join(sentence))
        if key in seen:
            continue
        seen.add(key)
        entry = found.setdefault(
            span.article, {"report": reports(labels, [span.article])[0], "told": []}
        )
        entry["told"].append({"sentence": sentence, "start": span.start})
    return list(found.values())


def _dated(labels: Labels, event: Event) -> Iterator[tuple[str, str]]:
    """Reports whose own date was worked out, and how."""
    for article in labels.record.articles:
        if article.id in event.articles and article.published.because:
            yield labels.article(article.id), article.published.because
