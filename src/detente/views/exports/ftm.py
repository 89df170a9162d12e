"""The record as FollowTheMoney entities, JSON Lines, for Aleph, OpenSanctions' tools and yente.

Reports are `Article`, persons `Person` with an `Occupancy` of a `Position` for each post, states
`PublicBody`, other bodies `Organization`, unnamed groups `LegalEntity`; events `Event` with those
involved and the reports as proof. FollowTheMoney has no schema for what was said or promised: that
stays in the other formats. Its dates may stop at the year or the month, so none is made finer here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from detente.model import Actor, Article, Event, Record, Role
from detente.views.exports.exported import Exported, for_xml, json_lines, left_out, url_of
from detente.views.labels import Labels, what

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization"}
_LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus",
    "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""ISO 639-3, which FollowTheMoney writes, of the languages that press reports come in."""
_TOLD = ("occurred", "ongoing")


def export(record: Record, language: str) -> Exported:
    """One entity a line: articles, actors with their posts, events."""
    labels = Labels(record)
    events = [event for event in record.events if event.status in _TOLD]
    items = [_article(article) for article in record.articles]
    for actor in record.actors:
        items.append(_actor(actor))
        items.extend(_posts(actor))
    items += [_event(labels, event) for event in events]
    without = left_out(
        len(record.events) - len(events), "event", "FollowTheMoney has no word for its status"
    )
    return Exported.one(json_lines(items), without)


def _entity(of: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> dict[str, Any]:
    """An entity; properties hold lists, and those with nothing in them are not written. Control
    characters and space at either end, which FollowTheMoney would take away, are."""
    kept = {
        name: [v for v in dict.fromkeys(for_xml(v or "").strip() for v in values) if v]
        for name, values in properties.items()
    }
    return {
        "id": of,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def _id(kind: str, of: str) -> str:
    return f"detente-{kind}-{of}"


def _article(article: Article) -> dict[str, Any]:
    return _entity(
        _id("article", article.id),
        "Article",
        {
            "title": [article.title],
            "fileName": [None if url_of(article) else article.source.rpartition("/")[2]],
            "author": [article.author],
            "publisher": [article.outlet],
            "publishedAt": _dates(article.published.date)[:1],
            "language": [_LANGUAGES.get(article.language or "")],
            "sourceUrl": [url_of(article)],
            "bodyText": [article.text],
        },
    )


def _actor(actor: Actor) -> dict[str, Any]:
    return _entity(
        _id("actor", actor.id),
        _SCHEMATA.get(actor.kind, "LegalEntity"),
        {
            "name": [actor.name],
            "alias": [alias for alias in actor.aliases if alias != actor.name],
            "country": [(actor.country or "").lower()],
            "wikidataId": [actor.wikidata],
            "proof": _proof(span.article for span in actor.evidence),
        },
    )


def _posts(actor: Actor) -> Iterator[dict[str, Any]]:
    """A post and its holding for each role of a person, once each."""
    if actor.kind != "person":
        return
    for title, roles in _by_post(actor.roles).items():
        key = sha256(f"{actor.id}\n{title}".encode()).hexdigest()[:12]
        country = [(role.country or "").lower() for role in roles]
        proof = _proof(span.article for role in roles for span in role.evidence)
        post = {"name": [title], "country": country, "proof": proof}
        yield _entity(_id("post", key), "Position", post)
        yield _entity(
            _id("holding", key),
            "Occupancy",
            {
                "holder": [_id("actor", actor.id)],
                "post": [_id("post", key)],
                "startDate": [date for role in roles for date in _dates(role.start)[:1]],
                "endDate": [date for role in roles for date in _dates(role.end)[-1:]],
                "status": ["ended" for role in roles if role.standing == "former"],
                "proof": proof,
            },
        )


def _by_post(roles: Iterable[Role]) -> dict[str, list[Role]]:
    found: dict[str, list[Role]] = {}
    for role in roles:
        title = ", ".join(part for part in (role.title, role.organisation) if part)
        found.setdefault(title, []).append(role)
    return found


def _event(labels: Labels, event: Event) -> dict[str, Any]:
    dates = _dates(event.date)
    place = event.place
    involved = [*event.parties, *(person.actor for person in event.participants)]
    involved += [released.person for released in event.released]
    said = f"date as told: {event.date}" if event.date and (event.date,) != dates else None
    return _entity(
        _id("event", event.id),
        "Event",
        {
            "name": [", ".join([what(event), *labels.who(event)[:4]])],
            "summary": [labels.telling(event)],
            "description": [said],
            "keywords": [event.kind, *event.topics],
            "date": dates if len(dates) == 1 else [],
            "startDate": dates[:1] if len(dates) > 1 else [],
            "endDate": dates[1:],
            "country": [(place.country or "").lower() if place else None],
            "location": [place.city if place else None, event.venue],
            "involved": [_id("actor", a) for a in involved if a in labels.actors],
            "recordId": [event.id],
            "proof": _proof(event.articles),
        },
    )


def _proof(articles: Iterable[str]) -> list[str]:
    return [_id("article", article) for article in dict.fromkeys(articles)]


def _dates(value: str | None) -> tuple[str, str] | tuple[str] | tuple[()]:
    """A date as FollowTheMoney writes it, to the year, month or day; of an interval its two ends,
    empty where they are open. What it has no way to write (a season, a decade) is no date."""
    if not value:
        return ()
    start, slash, end = value.partition("/")
    return (_plain(start), _plain(end)) if slash else (_plain(start),)


def _plain(point: str) -> str:
    bare = point.rstrip("~?%")
    return bare if bare.replace("-", "").isdigit() and bare[5:7] < "21" else ""
