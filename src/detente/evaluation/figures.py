"""The figures of a record against a reference record, each between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from detente.evaluation.matching import HELD, alike, match
from detente.evaluation.names import Book, any_of, bounds, date_fits, fold
from detente.evaluation.reference import Freed, Names, Reference, Wanted
from detente.model import Claim, Event, Record, Span

VERBAL = frozenset({"demand", "accusation", "rejection", "threat"})
"""Acts of speech, which are scored as statements."""
LEAST = 12
"""Letters from which a found quotation may be a part of the wanted one."""
PARTS_OF_F1 = ("events precision", "events recall")
"""Figures that have no say in the mean, since another is made of them."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The figures by name; what of the reference was missed and what of the record was wrong, by
    the figure that it lowers."""

    figures: dict[str, float]
    shown: dict[str, list[str]]

    @property
    def mean(self) -> float:
        """The mean of the figures."""
        counted = [v for name, v in self.figures.items() if name not in PARTS_OF_F1]
        return sum(counted) / len(counted)


Shown = dict[str, list[str]]
Figures = Iterator[tuple[str, float]]


def evaluate(record: Record, reference: Reference) -> Score:
    """Scores a record against a reference record. A figure that the reference says nothing on is
    left out."""
    book, shown = Book(record, reference), Shown()
    pairs = match(book, reference)
    found = {reference.events[j].id: record.events[i] for i, j in pairs.items()}
    steps: Sequence[Figures] = (
        _evidence(book),
        _articles(book, reference, shown),
        _events(book, reference, pairs, shown),
        _planned(reference, found, shown),
        _attributes(book, reference, found, shown),
        _apart(reference, found),
        _people(book, reference, shown),
        _roles(book, reference, shown),
        _statements(book, reference, shown),
        _undertakings(record, reference, shown),
        _disputes(record, reference, found, shown),
    )
    return Score(figures={name: value for step in steps for name, value in step}, shown=shown)


def f1(hit: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    p = hit / found if found else 1.0 if not wanted else 0.0
    r = hit / wanted if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _evidence(book: Book) -> Figures:
    """Every cited span is the article's own text, and every fact has one."""
    cited = bad = bare = 0
    record = book.record
    facts: list[tuple[Sequence[Span], Sequence[Claim]]] = [
        *((e.mentions, e.claims) for e in record.events),
        *((s.evidence, ()) for s in record.statements),
        *((u.evidence, ()) for u in record.undertakings),
    ]
    for own, claims in facts:
        bare += not own
        for span in (*own, *(s for claim in claims for s in claim.evidence)):
            cited += 1
            article = book.articles.get(span.article)
            text = article.text if article else ""
            bad += text[span.start : span.end] != span.exact or not span.exact
    total = cited + bare
    yield "evidence", 1 - (bad + bare) / total if total else 0.0


def _articles(book: Book, reference: Reference, shown: Shown) -> Figures:
    """Language and publication day within bounds; what is no part of a report left out of it."""
    by_name = {book.source(i): article for i, article in book.articles.items()}
    right = kept = noises = 0
    for name, want in reference.articles.items():
        article = by_name.get(name)
        if article is None:
            shown.setdefault("article missing", []).append(name)
            continue
        found, between = bounds(article.published.date), want.published
        fits = bool(found) and between.first <= found[0] and found[1] <= between.last  # type: ignore[index]
        right += fits and want.language in (None, article.language)
        if not fits:
            shown.setdefault("article date", []).append(f"{name}: {article.published.date}")
        for noise in want.noise:
            noises += 1
            if noise in article.text:
                kept += 1
                shown.setdefault("noise kept", []).append(f"{name}: {noise}")
    if reference.articles:
        yield "article dates", right / len(reference.articles)
    if noises:
        yield "noise left out", 1 - kept / noises


def _events(book: Book, reference: Reference, pairs: dict[int, int], shown: Shown) -> Figures:
    events = book.record.events
    core = [j for j, want in enumerate(reference.events) if want.core]
    hit = [j for j in core if j in pairs.values()]
    background = [want for want in reference.events if not want.core]
    added = [
        event
        for i, event in enumerate(events)
        if event.status in HELD
        and i not in pairs
        and event.kind not in VERBAL
        and not any(alike(book, event, want) > 0 for want in background)
    ]
    p, r, f = f1(len(hit), len(hit) + len(added), len(core))
    shown["events missed"] = [reference.events[j].id for j in core if j not in hit]
    shown["events added"] = [
        f"{e.kind} {e.date} {sorted(book.parties(e))} {[m.exact[:60] for m in e.mentions[:1]]}"
        for e in added
    ]
    yield from (("events precision", p), ("events recall", r), ("events F1", f))


def _planned(reference: Reference, found: dict[str, Event], shown: Shown) -> Figures:
    """What is only planned, refused or denied is not told as having happened."""
    told = [w.id for w in reference.events if w.status not in HELD and w.id in found]
    if told:
        wrong = [i for i in told if found[i].status in HELD]
        shown["told as past"] = wrong
        yield "planned kept planned", 1 - len(wrong) / len(told)


def _attributes(book: Book, reference: Reference, found: dict[str, Event], shown: Shown) -> Figures:
    """The attributes of the wanted events; those of an event that was missed are all missed."""
    done = asked = 0
    for want in (w for w in reference.events if w.core):
        event = found.get(want.id)
        for name, holds in _asked(book, want):
            asked += 1
            good = event is not None and holds(event)
            done += good
            if event is not None and not good:
                value = msgspec.to_builtins(getattr(event, name))
                shown.setdefault("attributes wrong", []).append(f"{want.id}.{name}: {value}")
    if asked:
        yield "event attributes", done / asked


def _asked(book: Book, want: Wanted) -> Iterator[tuple[str, Callable[[Event], bool]]]:
    """What a reference says of an event, as questions to one that was found."""
    place, venues = want.place, want.venue
    if want.date and not want.date_optional:
        yield "date", lambda e: date_fits(e.date, want.date)
    if place:
        cities = None if place.city is None else {fold(c) for c in place.city}

        def there(event: Event) -> bool:
            city = fold((event.place and event.place.city) or "")
            country = (event.place and event.place.country) or ""
            return country.upper() == place.country and (cities is None or city in cities)

        yield "place", there
    if venues:
        yield "venue", lambda e: any(fold(v) in fold(e.venue or "") for v in venues)
    if want.duration:
        yield "duration", lambda e: e.duration == want.duration
    if want.parties:
        yield "parties", lambda e: set(want.parties) == book.parties(e)
    for person in want.participants:
        yield "participants", partial(_takes_part, book, person)
    for topic in want.topics:
        yield "topics", partial(_is_on, topic)
    for freed in want.released:
        yield "released", partial(_frees, book, freed)
    for mediator in want.mediators:
        yield "participants", partial(_mediates, book, mediator)
    for name in want.articles:
        yield "articles", partial(_is_told_by, book, name)


def _takes_part(book: Book, person: Names, event: Event) -> bool:
    return book.is_one_of(book.people(event), person)


def _is_on(topic: str, event: Event) -> bool:
    return topic in event.topics


def _frees(book: Book, freed: Freed, event: Event) -> bool:
    return any(
        book.is_actor(x.person, freed.person) and (x.by, x.to) == (freed.by, freed.to)
        for x in event.released
    )


def _mediates(book: Book, mediator: Names, event: Event) -> bool:
    return book.is_one_of([p.actor for p in event.participants if p.part == "mediator"], mediator)


def _is_told_by(book: Book, name: str, event: Event) -> bool:
    return name in book.sources(event)


def _apart(reference: Reference, found: dict[str, Event]) -> Figures:
    """Events that a careless merge would join are there, each by itself."""
    if reference.distinct:
        kept = sum(
            all(i in found for i in pair) and len({found[i].id for i in pair}) == len(pair)
            for pair in reference.distinct
        )
        yield "kept apart", kept / len(reference.distinct)


def _people(book: Book, reference: Reference, shown: Shown) -> Figures:
    people = [who for who in reference.actors if who.kind == "person"]
    one = 0
    for person in people:
        same = sum(
            book.is_actor(i, person.name) and actor.kind == "person"
            for i, actor in book.actors.items()
        )
        one += same == 1
        if same != 1:
            shown.setdefault("people", []).append(f"{person.name}: {same} actors")
    if people:
        yield "people, one actor each", one / len(people)


def _roles(book: Book, reference: Reference, shown: Shown) -> Figures:
    """A post counts where all its words of four letters or more are in one post of the actor."""
    good = 0
    for post in reference.roles:
        words = [w for w in fold(post.role).split() if len(w) > 3]
        titles = [
            fold(f"{role.title} {role.organisation or ''}")
            for i, actor in book.actors.items()
            if book.is_actor(i, post.actor)
            for role in actor.roles
        ]
        if any(all(w in title for w in words) for title in titles):
            good += 1
        else:
            shown.setdefault("roles missed", []).append(f"{post.actor}: {post.role}")
    if reference.roles:
        yield "roles", good / len(reference.roles)


def _statements(book: Book, reference: Reference, shown: Shown) -> Figures:
    said = right = 0
    told = [
        (s, fold(s.quote), {book.source(e.article) for e in s.evidence})
        for s in book.record.statements
    ]
    for want in reference.statements:
        quote = fold(want.quote)
        same = [
            s
            for s, words, sources in told
            if want.article in sources
            and (quote in words or (len(words) > LEAST and words in quote))
        ]
        said += bool(same)
        good = any(book.is_actor(s.speaker, want.speaker) for s in same) or any(
            fold(w) in name or name in fold(w)
            for s in same
            for w in any_of(want.speaker)
            for name in book.names(s.speaker)
            if len(name) > 3
        )
        right += good
        if not good:
            who: Any = [sorted(book.names(s.speaker))[:2] for s in same] or "not found"
            shown.setdefault("statements", []).append(f"{want.quote[:50]!r}: {who}")
    if reference.statements:
        yield "statements found", said / len(reference.statements)
        yield "statements, right speaker", right / len(reference.statements)


def _undertakings(record: Record, reference: Reference, shown: Shown) -> Figures:
    kept = status = 0
    for want in reference.undertakings:
        same = [u for u in record.undertakings if any(fold(t) in fold(u.text) for t in want.text)]
        good = any(u.status == want.status for u in same)
        kept, status = kept + bool(same), status + good
        if not good:
            what: Any = [u.status for u in same] or "not found"
            shown.setdefault("undertakings", []).append(f"{want.id}: {what}")
    if reference.undertakings:
        yield "undertakings found", kept / len(reference.undertakings)
        yield "undertakings, right status", status / len(reference.undertakings)


def _disputes(
    record: Record, reference: Reference, found: dict[str, Event], shown: Shown
) -> Figures:
    if not reference.disputes and not reference.agreements_to_keep:
        return
    good = 0
    for want in reference.disputes:
        event = found.get(want.event or "")
        good += event is not None and any(
            d.event == event.id and want.attribute in (None, d.attribute) and len(d.positions) >= 2
            for d in record.disputes
        )
    f = f1(good, len(record.disputes), len(reference.disputes))[2]
    if f < 1:
        shown["disputes raised"] = [_told(d.attribute, d.positions) for d in record.disputes]
    yield "disputes F1", f


def _told(attribute: str, positions: Iterable[Any]) -> str:
    return f"{attribute}: {[p.value for p in positions]}"
