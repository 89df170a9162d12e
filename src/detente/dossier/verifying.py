"""Whether a dossier holds what it says: every span against its text, every id, every count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from detente.dossier import rows, snapshot, store, tables
from detente.dossier.deciding import identified
from detente.dossier.reports import mark
from detente.model import Article, Decision, Part, Reading, Record, Span


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it should be. `where` is what it was found in: `store`, `report`,
    `reading`, `record`, `decision`; `id` is of that."""

    where: str
    id: str
    what: str


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, in numbers, and what was wrong. `current` says whether the record kept
    is that of the readings as they are; where it is not, it is made anew when it is asked for."""

    reports: int
    spans: int
    facts: int
    decisions: int
    current: bool
    faults: tuple[Fault, ...]


def verify(connection: sa.Connection, current: bool) -> Verified:
    """Looks at all that is kept. Nothing is changed."""
    faults = [_fault("store", "", what) for what in store.of(connection).check(connection)]
    texts: dict[str, str] = {}
    spans = 0
    for article in _reports(connection, faults):
        texts[article.id] = article.text
        spans += _spans(article, texts, "report", article.id, faults)
    for reading in _decoded(connection, tables.readings, "article", Reading, "reading", faults):
        spans += _spans(reading, texts, "reading", reading.article, faults)
        for name in ("actors", "events", "statements", "undertakings"):
            _once((f.id for f in getattr(reading, name)), "reading", reading.article, faults)
    decisions = list(_decoded(connection, tables.decisions, "id", Decision, "decision", faults))
    changed = (d.id for d in decisions if d != identified(d))
    faults += [_fault("decision", i, "was changed since it was taken") for i in changed]
    facts = 0
    if connection.execute(sa.select(tables.snapshots)).first() is not None:
        try:
            for decided in (False, True):
                record = snapshot.load(connection, decided=decided)
                facts = sum(len(getattr(record, part)) for part in get_args(Part))
                spans += _record(record, texts if current else None, faults)
            faults += _counts(connection, record, len(decisions), len(texts), current)
        except msgspec.DecodeError as error:
            faults.append(_fault("record", "", f"cannot be decoded: {error}"))
    return Verified(
        reports=len(texts),
        spans=spans,
        facts=facts,
        decisions=len(decisions),
        current=current,
        faults=tuple(dict.fromkeys(faults)),
    )


def _fault(where: str, identifier: str, what: str) -> Fault:
    return Fault(where=where, id=identifier, what=what)


def _decoded(
    connection: sa.Connection, table: sa.Table, key: str, noun: Any, where: str, faults: list[Fault]
) -> Iterator[Any]:
    """The rows of a table as nouns, those that can be decoded and are under their own id."""
    for identifier, body in connection.execute(sa.select(table.c[key], table.c.body)):
        try:
            value = msgspec.json.decode(body, type=noun)
        except msgspec.DecodeError as error:
            faults.append(_fault(where, identifier, f"cannot be decoded: {error}"))
            continue
        if getattr(value, key) != identifier:
            faults.append(_fault(where, identifier, f"is {getattr(value, key)!r} inside"))
        yield value


def _reports(connection: sa.Connection, faults: list[Fault]) -> Iterator[Article]:
    """The reports, each against its digest and that of its reading."""
    articles, standing = tables.articles.c, rows.standing(connection)
    columns = connection.execute(sa.select(articles.id, articles.digest))
    digests = {row.id: row.digest for row in columns}
    for article in _decoded(connection, tables.articles, "id", Article, "report", faults):
        own = digests[article.id]
        if mark(article) != own:
            faults.append(_fault("report", article.id, "is not the report that was kept (digest)"))
        if article.id not in standing:
            faults.append(_fault("report", article.id, "has no reading"))
        elif standing[article.id][0] != own:
            faults.append(_fault("reading", article.id, "is of another text of the report"))
        yield article


def _spans(
    value: Any, texts: Mapping[str, str], where: str, identifier: str, faults: list[Fault]
) -> int:
    """How many spans a noun has; those that are not the words of their report are faults."""
    number = 0
    for span in spans_in(value):
        number += 1
        text = texts.get(span.article)
        if text is None:
            faults.append(_fault(where, identifier, f"cites {span.article!r}, which is not there"))
        elif not 0 <= span.start < span.end or text[span.start : span.end] != span.exact:
            told = f"{span.article} {span.start}-{span.end}"
            faults.append(_fault(where, identifier, f"{told} is not {span.exact!r}"))
    return number


def spans_in(value: Any) -> Iterator[Span]:
    """All spans within a noun."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def _once(ids: Iterable[str], where: str, identifier: str, faults: list[Fault]) -> None:
    for twice, number in Counter(ids).items():
        if number > 1:
            faults.append(_fault(where, identifier, f"has {number} facts with the id {twice!r}"))


def _record(record: Record, texts: Mapping[str, str] | None, faults: list[Fault]) -> int:
    """The spans of a record against its own reports, and these against the ones kept (`texts`);
    its ids, each once, and those that its facts name."""
    own = {a.id: a.text for a in record.articles}
    if texts is not None and own != texts:
        differ = sorted(i for i in own.keys() | texts.keys() if own.get(i) != texts.get(i))
        faults += [_fault("record", i, "is not the report that is kept") for i in differ]
    events = {e.id for e in record.events}
    number = 0
    for part in get_args(Part):
        facts = getattr(record, part)
        _once((f.id for f in facts), "record", part, faults)
        for fact in facts:
            number += _spans(fact, own, "record", fact.id, faults)
            for name in ("event", "made_at"):
                named = getattr(fact, name, None)
                if named is not None and named not in events:
                    faults.append(_fault("record", fact.id, f"names {named!r}, which is not there"))
    for event in record.events:
        for gone in sorted(set(event.articles) - own.keys()):
            faults.append(_fault("record", event.id, f"cites {gone!r}, which is not there"))
    return number


def _counts(
    connection: sa.Connection, record: Record, decisions: int, reports: int, current: bool
) -> Iterator[Fault]:
    """Numbers that have to be the same, counted in two ways."""
    facts = tables.facts.c
    shown = sa.select(facts.number).where(facts.decided, facts.part.in_(get_args(Part)))
    numbers = set(connection.scalars(shown))
    searched = {number for number, _ in store.of(connection).all_words(connection)}
    if numbers != searched:
        lost = len(numbers ^ searched)
        yield _fault("record", "", f"{lost} facts are not among the words that are searched")
    if current and len(record.articles) != reports:
        yield _fault("record", "", f"{len(record.articles)} reports, of {reports} that are kept")
    if current and len(record.decisions) != decisions:
        told = len(record.decisions)
        yield _fault("record", "", f"{told} decisions, of {decisions} that are kept")
