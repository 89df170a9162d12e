"""Full text over reports, statements, events, people and the rest of a record, each hit shown in its
sentence. Case, accents and punctuation do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from detente.dossier import snapshot, store, tables
from detente.dossier.words import Index, first_day, last_day, reports_of
from detente.errors import DossierError
from detente.model import Actor, Article, Dispute, Event, Part, Span, Statement
from detente.record.anchoring import Fact
from detente.record.cues import sentences
from detente.record.stable import fold

Phrase = tuple[tuple[str, ...], bool]
"""Folded words in order, and whether the last is only the beginning of a word."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that was found: what it is in a word or two (`label`), its date (EDTF), and the sentence
    where it is told, with the words that were looked for in the middle. `article` is the report's
    id, `source` its path or address."""

    of: Part
    id: str
    label: str
    date: str | None
    article: str | None = None
    source: str | None = None
    before: str = ""
    exact: str = ""
    after: str = ""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What narrows a search. `of` are lists of the record; `first` and `last` are EDTF dates
    between which the fact's date lies, at least in part; `actor` is an id or a name, `outlet` a
    name; `kind`, `topic`, `status` are words of the codebook."""

    of: tuple[Part, ...] = ()
    first: str | None = None
    last: str | None = None
    actor: str | None = None
    kind: str | None = None
    topic: str | None = None
    outlet: str | None = None
    status: str | None = None


def search(
    connection: sa.Connection, query: str, filters: Filters, limit: int, offset: int
) -> list[Hit]:
    """The facts that have all words and phrases of a query and pass the filters, best first;
    without words, by their dates.

    Raises `DossierError` where a filter is no list of the record or no date."""
    wanted = phrases(query)
    facts = tables.facts.c
    found: Any = sa.select(facts.part, facts.body, *_order(None)).where(facts.decided)
    order: Sequence[Any] = _order(None)
    if wanted:
        matching = store.of(connection).matching(wanted).subquery()
        found = found.where(facts.number == matching.c.fact)
        order = _order(matching.c.rank)
    elif query.strip():
        return []
    for condition in _conditions(connection, filters):
        found = found.where(condition)
    rows = connection.execute(found.order_by(*order).limit(limit).offset(offset)).all()
    read = [(part, msgspec.json.decode(body, type=snapshot.NOUNS[part])) for part, body, *_ in rows]
    return _shown(connection, read, wanted)


def phrases(query: str) -> list[Phrase]:
    """The words and "phrases" of a query, folded; `négoci*` is the beginning of a word."""
    found: list[Phrase] = []
    for quoted, word in re.findall(r'["«“]([^"»”]*)["»”]|(\S+)', query):
        text = quoted or word
        words = tuple(fold(text).split())
        if words:
            found.append((words, text.rstrip().endswith("*")))
    return found


# ---------------------------------------------------------------- which


def _order(rank: Any) -> Sequence[Any]:
    facts = tables.facts.c
    by_date = (facts.first.is_(None), facts.first, facts.part, facts.place)
    return by_date if rank is None else (rank, *by_date)


def _conditions(connection: sa.Connection, filters: Filters) -> Iterable[Any]:
    facts, terms = tables.facts.c, tables.terms
    parts = filters.of or get_args(Part)
    if unknown := set(parts) - set(get_args(Part)):
        raise DossierError(f"{', '.join(sorted(unknown))}: no list of the record")
    yield facts.part.in_(parts)
    if filters.first:
        yield facts.last >= first_day(filters.first)
    if filters.last:
        yield facts.first <= last_day(filters.last)
    if filters.kind:
        yield facts.kind == filters.kind
    if filters.status:
        yield facts.status == filters.status
    named: list[tuple[str, list[str]]] = []
    if filters.actor:
        named.append(("actor", _actors(connection, filters.actor)))
    if filters.topic:
        named.append(("topic", [filters.topic]))
    if filters.outlet:
        named.append(("outlet", [fold(filters.outlet)]))
    for what, values in named:
        of_it = sa.select(terms.c.fact).where(terms.c.what == what, terms.c.value.in_(values))
        yield facts.number.in_(of_it)


def _actors(connection: sa.Connection, name: str) -> list[str]:
    """The ids of the actors that have an id, or all words of a name."""
    facts = tables.facts.c
    actors = sa.select(facts.id).where(facts.part == "actors", facts.decided)
    own = list(connection.scalars(actors.where(facts.id == name)))
    if own or not (words := phrases(name)):
        return own
    found = store.of(connection).matching(words).subquery()
    named = sa.select(facts.id, facts.body).where(
        facts.number == found.c.fact, facts.part == "actors", facts.decided
    )
    wanted = {word for phrase, _ in words for word in phrase}
    ids = []
    for identifier, body in connection.execute(named):
        actor = msgspec.json.decode(body, type=Actor)
        if any(wanted <= set(fold(n).split()) for n in (actor.name, *actor.aliases)):
            ids.append(identifier)  # the words are not only those of its posts
    return ids


# ---------------------------------------------------------------- how they are shown


def _shown(
    connection: sa.Connection, found: Sequence[tuple[Any, Any]], wanted: Sequence[Phrase]
) -> list[Hit]:
    reports = {a for _, fact in found if not isinstance(fact, Article) for a in reports_of(fact)}
    there = {a.id: a for a in _facts(connection, "articles", reports)}
    there |= {fact.id: fact for _, fact in found if isinstance(fact, Article)}
    speakers = {f.speaker for _, f in found if isinstance(f, Statement) and f.speaker}
    index = Index(there.values(), snapshot.names(connection, speakers))
    return [_hit(part, fact, index, wanted) for part, fact in found]


def _facts(connection: sa.Connection, part: str, ids: Iterable[str]) -> Iterable[Any]:
    for body in snapshot.by_ids(connection, part, ids):
        yield msgspec.json.decode(body, type=snapshot.NOUNS[part])


def _hit(part: Part, fact: Fact, index: Index, wanted: Sequence[Phrase]) -> Hit:
    hit = Hit(of=part, id=fact.id, label=_label(fact, index), date=_date(fact))
    if isinstance(fact, Article):
        told: Iterable[tuple[int, int, str]] = (
            (start, end, fact.id) for start, end in sentences(fact.text)
        )
    else:
        told = dict.fromkeys(index.told_in(fact))
    best = max(
        ((*_fit(index.articles[s[2]].text[s[0] : s[1]], wanted), s) for s in told),
        key=lambda fit: fit[0],
        default=None,
    )
    if best is None:
        return hit
    _, place, (start, end, article) = best
    text = index.articles[article].text
    if place is None:
        place = _own_words(fact, article, start, end)
    a, b = start + place[0], start + place[1]
    return msgspec.structs.replace(
        hit,
        article=article,
        source=index.articles[article].source,
        before=_flat(text[start:a]).lstrip(),
        exact=_flat(text[a:b]),
        after=_flat(text[b:end]).rstrip(),
    )


def _fit(sentence: str, wanted: Sequence[Phrase]) -> tuple[int, tuple[int, int] | None]:
    """How many of the words looked for a sentence has, and where in it the first of them stands."""
    whole = {word for words, open_ in wanted for word in (words[:-1] if open_ else words)}
    begun = tuple(words[-1] for words, open_ in wanted if open_)
    seen: set[str] = set()
    first: tuple[int, int] | None = None
    for match in re.finditer(r"[^\W_]+", sentence) if wanted else ():
        word = fold(match.group())
        hit = word if word in whole else next((b for b in begun if word.startswith(b)), None)
        if hit is not None:
            seen.add(hit)
            first = first or match.span()
    return len(seen), first


def _own_words(fact: Fact, article: str, start: int, end: int) -> tuple[int, int]:
    """Where in a sentence the fact's own words stand; its beginning where they do not."""
    spans: Iterable[Span] = getattr(fact, "mentions", ()) or getattr(fact, "evidence", ())
    for span in spans:
        if span.article == article and start <= span.start < end:
            return span.start - start, min(span.end, end) - start
    return 0, 0


def _label(fact: Fact, index: Index) -> str:
    if isinstance(fact, Article):
        return fact.outlet or fact.source
    if isinstance(fact, Actor):
        return fact.name
    if isinstance(fact, Event):
        kind = fact.kind.replace("_", " ")
        return kind if fact.status == "occurred" else f"{kind} ({fact.status})"
    if isinstance(fact, Statement):
        return index.named.get(fact.speaker or "", fact.speaker or "unknown")
    return fact.attribute if isinstance(fact, Dispute) else fact.status.replace("_", " ")


def _date(fact: Fact) -> str | None:
    if isinstance(fact, Article):
        return fact.published.date
    return None if isinstance(fact, (Actor, Dispute)) else fact.date


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
