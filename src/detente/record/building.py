"""Many readings to one record. The order in which reports come has no say in it.

A record is the union of what its parts tell. Reports that repeat each other, names that may be one
actor's, and reports that may tell of one event are grouped into components, and each component is
worked out by itself: a report that comes or goes costs what it hangs together with, and no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import msgspec

from detente.model import Actor, Article, Reading, Record, Span
from detente.record import copies, names, stories
from detente.record.actors import WhoIsWho, identify
from detente.record.cluster import Local
from detente.record.components import Components, Links
from detente.record.context import Context, Counts, told_by
from detente.record.names import Face
from detente.record.ordering import place_of
from detente.record.shelf import Memory, Row, Shelf
from detente.record.stable import rank, unique_spans
from detente.record.stories import Outline, Story, Told

AT_HAND, OUTLINED = 16_384, 65_536
"""Reports whose events are kept at hand while others are compared with them, and those whose outlines
are."""
LOT = 1000
"""Reports that are fetched at once; a source has them at hand as long as they are worked on."""
ALL = ""
"""The group of what there is one of, or one of each report."""
PARTS = ("articles", "events", "statements", "undertakings", "disputes")
Report = tuple[Article, Reading]


class Source(Protocol):
    """Where the reports are."""

    def reports(self, ids: Iterable[str]) -> Sequence[Report]:
        """Some reports with their readings (an empty one where there is none), by id."""


class InMemory:
    """Reports that are all at hand."""

    def __init__(self, articles: Iterable[Article], readings: Iterable[Reading]) -> None:
        self._articles = {a.id: a for a in articles}
        self._readings = {r.article: r for r in readings}
        self.ids = frozenset(self._articles)

    def reports(self, ids: Iterable[str]) -> Sequence[Report]:
        return [
            (self._articles[i], self._readings.get(i) or Reading(article=i)) for i in sorted(ids)
        ]


class Named(msgspec.Struct, frozen=True, array_like=True):
    """The actors of one report that go by one name."""

    order: tuple[str, str]
    """Where the report stands among those that tell of an actor."""
    head: str | None
    """The report that it repeats."""
    actors: tuple[Actor, ...]
    face: Face
    ids: tuple[str, ...] = ()
    """What the actors are called in the record, one by one."""


class Essence(msgspec.Struct, frozen=True, array_like=True):
    """What of an actor bears on what is told of events."""

    kind: Any
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change did to the record: components that are no more, and what those in their place
    tell, by the name of each. Stories are worked out one by one, as they are asked for."""

    names_gone: Set[str]
    actors: Mapping[str, tuple[Actor, ...]]
    stories_gone: Set[str]
    stories: Iterator[tuple[str, Story]]


def build(articles: Iterable[Article], readings: Iterable[Reading]) -> Record:
    """The record of some reports and their readings (one reading a report; a report without one
    is kept unread). A pure function: the same reports give the same record and ids, in whatever
    order they come."""
    source = InMemory(articles, readings)
    changed = change(Memory(), source, frozenset(), source.ids)
    return assembled(changed.actors.values(), [story for _, story in changed.stories])


def assembled(actors: Iterable[Sequence[Actor]], told: Sequence[Story]) -> Record:
    """The record that some actors and stories make up."""
    reports = {a.id: a for story in told for a in story.articles}

    def ordered(facts: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(sorted(facts, key=lambda fact: place_of(fact, reports)))

    parts: dict[str, Any] = {
        part: ordered(fact for story in told for fact in getattr(story, part)) for part in PARTS
    }
    return Record(actors=ordered(actor for some in actors for actor in some), **parts)


def change(shelf: Shelf, source: Source, gone: Set[str], come: Set[str]) -> Changed:
    """Takes reports out of a record and puts reports in; one that is there already is put in anew.
    `shelf` is what the last change left there, and `source` has the reports as they are now."""
    return _Change(shelf, source).made(gone - come, come)


class _Change:
    """One change, step by step: what all bears on, copies, who is who, what is told of events."""

    def __init__(self, shelf: Shelf, source: Source) -> None:
        self._shelf, self._source = shelf, source
        self._told_at_hand = lru_cache(maxsize=AT_HAND)(self._told)
        self._outline_at_hand = lru_cache(maxsize=OUTLINED)(self._outline)
        self._order: dict[str, tuple[Any, ...]] = {}
        self._runs_at_hand = lru_cache(maxsize=AT_HAND)(self._runs)

    def made(self, gone: Set[str], come: Set[str]) -> Changed:
        come = self._bear_on(gone, come)
        come |= self._copy(gone, come)
        names_gone, actors, renamed = self._name(gone, come)
        self._shelf.drop_rows("outlines", [(report, report, b"") for report in gone])
        told = Components(self._shelf, "stories", self._touch, self._near).change(
            gone, come | renamed, self._links, self._order
        )
        for at_hand in (self._told_at_hand, self._outline_at_hand):
            at_hand.cache_clear()  # to tell the stories takes as much memory
        return Changed(names_gone, actors, told.gone, self._stories(told.formed))

    def _fetched(self, ids: Iterable[str]) -> Iterator[Report]:
        """Reports, some at a time."""
        for some in _lots(sorted(ids)):
            yield from self._source.reports(some)

    def _ahead(self, ids: Sequence[str]) -> Iterator[Sequence[str]]:
        """Some reports at a time, which the source has at hand then: to ask it for one by one costs
        twice as much."""
        for some in _lots(ids):
            self._source.reports(some)
            yield some

    # ------------------------------------------------------------ what bears on all

    def _bear_on(self, gone: Set[str], come: Set[str]) -> Set[str]:
        """The reports to be worked out: those that come, or all, where what bears on all of them is
        another now."""
        counts = _counts(self._shelf.rows("context", [ALL]))
        was = Context.of(counts)
        left = self._shelf.rows_of("told", {*gone, *come})
        counts.subtract(_counts(left))
        self._shelf.drop_rows("told", left)
        for article, reading in self._fetched(come):
            self._order[article.id] = stories.order(article, reading)
            told = told_by(article, reading)
            counts.update(told)
            self._shelf.put_rows("told", [(ALL, article.id, _packed(list(told.items())))])
        counts = +counts
        self._shelf.put_rows("context", [(ALL, ALL, _packed(sorted(counts.items())))])
        self._context = Context.of(counts)
        if self._context == was:
            return come
        return {article for _, article, _ in self._shelf.rows("told", [ALL])}

    # ------------------------------------------------------------ copies

    def _copy(self, gone: Set[str], come: Set[str]) -> Set[str]:
        """Finds out which reports repeat others; the reports of which that is another now."""
        families = Components(self._shelf, "families", self._repeats).change(
            gone, come, self._bands
        )
        self._runs_at_hand.cache_clear()
        ids = {i for family in families.formed.values() for i in family}
        before = self._shelf.rows_of("heads", ids | gone)
        heads: dict[str, str] = {}
        for family in families.formed.values():
            if len(family) > 1:
                heads |= copies.heads([a for a, _ in self._source.reports(family)])
        self._shelf.drop_rows("heads", before)
        self._shelf.put_rows("heads", [(head, copy, b"") for copy, head in heads.items()])
        was = {copy: head for head, copy, _ in before}
        return {i for i in ids if was.get(i) != heads.get(i)}

    def _bands(self, ids: Sequence[str]) -> Iterator[Links]:
        for some in self._ahead(ids):
            yield from (copies.links_of(self._runs_at_hand(report)) for report in some)

    def _repeats(self, one: str, other: str) -> bool:
        return copies.is_copy(self._runs_at_hand(one), self._runs_at_hand(other))

    def _runs(self, report: str) -> frozenset[str]:
        ((article, _),) = self._source.reports([report])
        return copies.runs(article.text)

    def _heads(self, ids: Iterable[str]) -> dict[str, str]:
        return {copy: head for head, copy, _ in self._shelf.rows_of("heads", ids)}

    # ------------------------------------------------------------ who is who

    def _name(
        self, gone: Set[str], come: Set[str]
    ) -> tuple[Set[str], Mapping[str, tuple[Actor, ...]], Set[str]]:
        """Joins the actors. The components of names that are no more, the actors of those in their
        place, and the reports whose actors are others now, or other than they were."""
        left = self._shelf.rows_of("named", {*gone, *come})
        self._shelf.drop_rows("named", left)
        fewer = {name for name, _, _ in left}
        more = self._put_named(come)
        faces = {name: self._face(name, more.get(name), name in fewer) for name in {*fewer, *more}}
        known = {name: face for name, face in faces.items() if face is not None}
        regrouped = Components(self._shelf, "names", self._one_name).change(
            faces.keys() - known.keys(),
            known.keys(),
            lambda some: (known[name].links() for name in some),
        )
        before = self._shelf.rows("actors", regrouped.gone)
        self._shelf.drop_rows("actors", before)
        was = {actor: body for _, actor, body in before}
        actors: dict[str, tuple[Actor, ...]] = {}
        renamed: set[str] = set()
        for component, members in regrouped.formed.items():
            actors[component] = self._identified(component, members, was, renamed)
        return regrouped.gone, actors, renamed

    def _put_named(self, come: Set[str]) -> dict[str, Face]:
        """Keeps what reports call their actors; the faces that names have in them."""
        more: dict[str, Face] = {}
        heads = self._heads(come)
        for article, reading in self._fetched(come):
            called: dict[str, list[Actor]] = defaultdict(list)
            for actor in reading.actors:
                called[names.name_of(actor)].append(actor)
            faces = names.faces(article.id, reading.actors, self._context.peoples)
            rows = []
            for name, own in called.items():
                more[name] = more.get(name, Face()).with_(faces[name])
                head = heads.get(article.id)
                named = Named(rank(article), head, tuple(own), faces[name])
                rows.append((name, article.id, _packed(named)))
            self._shelf.put_rows("named", rows)
        return more

    def _face(self, name: str, more: Face | None, fewer: bool) -> Face | None:
        """The face of a name in all reports, or None where no report has it."""
        if fewer:
            kept = [_named.decode(body).face for _, _, body in self._shelf.rows("named", [name])]
        else:
            kept = [_faces.decode(body) for _, _, body in self._shelf.rows("faces", [name])]
            kept += [more] if more is not None else []
        if not kept:
            self._shelf.drop_rows("faces", [(name, name, b"")])
            return None
        face = Face().with_(*kept)
        self._shelf.put_rows("faces", [(name, name, _packed(face))])
        return face

    def _one_name(self, one: str, other: str) -> bool:
        first, second = (
            _faces.decode(body) for _, _, body in self._shelf.rows("faces", [one, other])
        )
        return first.touches(second)

    def _identified(
        self, component: str, members: Set[str], was: Mapping[str, bytes], renamed: set[str]
    ) -> tuple[Actor, ...]:
        """The actors of a component of names. Reports of which an actor is another, or other than it
        `was`, are added to `renamed`."""
        rows = [(*row[:2], _named.decode(row[2])) for row in self._shelf.rows("named", members)]
        found = [
            (named.order, (article, actor.id), actor)
            for _, article, named in rows
            for actor in named.actors
        ]
        found.sort(key=lambda f: (f[0], f[1][1]))
        heads = {article: named.head for _, article, named in rows if named.head}
        who = identify([(local, a) for _, local, a in found], heads, self._context.peoples)
        essences = {a.id: _packed(Essence(a.kind, a.name, a.country)) for a in who.actors}
        self._shelf.put_rows("actors", [(component, i, body) for i, body in essences.items()])
        other = {i for i, body in essences.items() if was.get(i) != body}
        for name, article, named in rows:
            ids = tuple(who.ids[(article, actor.id)] for actor in named.actors)
            if ids != named.ids:
                body = _packed(msgspec.structs.replace(named, ids=ids))
                self._shelf.put_rows("named", [(name, article, body)])
            if ids != named.ids or other & set(ids):
                renamed.add(article)
        return who.actors

    def _who(self, ids: Iterable[str]) -> WhoIsWho:
        """Who is who in some reports: their actors as the record has them, with the evidence that
        these reports give."""
        named: dict[Local, str] = {}
        evidence: dict[str, list[Span]] = defaultdict(list)
        for _, article, body in self._shelf.rows_of("named", ids):
            own = _named.decode(body)
            for actor, identifier in zip(own.actors, own.ids, strict=True):
                named[(article, actor.id)] = identifier
                evidence[identifier] += actor.evidence
        actors = []
        for _, identifier, body in sorted(self._shelf.rows_of("actors", evidence), key=_member):
            kind, name, country = msgspec.structs.astuple(_essences.decode(body))
            spans = unique_spans(evidence[identifier])
            actors.append(
                Actor(id=identifier, kind=kind, name=name, country=country, evidence=spans)
            )
        return WhoIsWho(tuple(actors), named, self._context.peoples)

    # ------------------------------------------------------------ what is told of events

    def _links(self, ids: Sequence[str]) -> Iterator[Links]:
        for some in self._ahead(ids):
            heads = self._heads(some)
            repeated = {head for head, _, _ in self._shelf.rows("heads", some)}
            for report in some:
                ((article, reading),) = self._source.reports([report])
                told, who = self._told_at_hand(report)
                self._shelf.put_rows("outlines", [(report, report, _packed(told.outline()))])
                head = heads.get(report) or (report if report in repeated else None)
                yield stories.links_of(article, reading, head, told, who)

    def _told(self, report: str) -> tuple[Told, WhoIsWho]:
        ((article, reading),) = self._source.reports([report])
        who = self._who([report])
        return stories.told_by(article, reading, who, self._context), who

    def _touch(self, one: str, other: str) -> bool:
        return stories.touch(self._told_at_hand(one)[0], self._told_at_hand(other)[0])

    def _near(self, one: str, others: Sequence[str]) -> Callable[[str], bool]:
        self._shelf.rows("outlines", others)  # all at once
        own = self._outline_at_hand(one)
        return lambda other: own.near(self._outline_at_hand(other))

    def _outline(self, report: str) -> Outline:
        ((_, _, body),) = self._shelf.rows("outlines", [report])
        return _outlines.decode(body)

    def _stories(self, components: Mapping[str, Set[str]]) -> Iterator[tuple[str, Story]]:
        for name, members in components.items():
            heads = self._heads(members)
            reports = self._source.reports(members)
            articles = [msgspec.structs.replace(a, copy_of=heads.get(a.id)) for a, _ in reports]
            readings = [reading for _, reading in reports]
            yield name, stories.tell(articles, readings, self._who(members), self._context)


def _lots(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), LOT):
        yield ids[start : start + LOT]


def _member(row: Row) -> str:
    return row[1]


def _counts(rows: Iterable[Row]) -> Counts:
    counts: Counts = Counter()
    for _, _, body in rows:
        for told, count in _tallies.decode(body):
            counts[told] += count
    return counts


_packed = msgspec.msgpack.encode
_tallies = msgspec.msgpack.Decoder(list[tuple[tuple[str, str], int]])
_named = msgspec.msgpack.Decoder(Named)
_faces = msgspec.msgpack.Decoder(Face)
_essences = msgspec.msgpack.Decoder(Essence)
_outlines = msgspec.msgpack.Decoder(Outline)
