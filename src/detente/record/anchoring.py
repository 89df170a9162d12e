"""Which fact of a record a decision is about, though the record was read anew since.

A fact is known again by where it stands: the words that a decision anchors it to, in the same
report, and of a kind that the decision can be about. Its id only breaks ties. Where nothing
stands there any more, the decision is orphaned: it is not moved to the next best fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from detente.errors import DecisionError
from detente.model import (
    Actor,
    Article,
    Dispute,
    Event,
    Part,
    Record,
    Span,
    Statement,
    Target,
    Undertaking,
)
from detente.record.cues import sentences
from detente.record.stable import fold, unique_spans

Fact: TypeAlias = Article | Actor | Event | Statement | Undertaking | Dispute
SINGULAR: dict[Part, str] = {
    "articles": "report",
    "actors": "actor",
    "events": "event",
    "statements": "statement",
    "undertakings": "undertaking",
    "disputes": "dispute",
}
"""The lists of a record, and what one of each is called to a user."""


def quoted(article: Article, words: str) -> Span:
    """Where words stand in a report. Raises `DecisionError` where they do not stand there once."""
    times, start = article.text.count(words), article.text.find(words)
    if not words or times != 1:
        raise DecisionError(f"{words!r} stands {times} times in report {article.id}")
    return Span(article.id, start, start + len(words), words)


def spans_of(fact: Fact) -> tuple[Span, ...]:
    """The words that a fact is anchored to; none of a report."""
    if isinstance(fact, Event):
        return fact.mentions
    if isinstance(fact, Dispute):
        return unique_spans(s for p in fact.positions for s in p.evidence)
    return () if isinstance(fact, Article) else fact.evidence


def target_of(of: Part, fact: Fact) -> Target:
    """What a decision on a fact remembers of it."""
    name = fact.name if isinstance(fact, Actor) else None
    return Target(of=of, id=fact.id, kind=_kind(fact), name=name, anchor=spans_of(fact))


class Facts:
    """The facts of a record by part and id, to be changed in place while decisions are replayed."""

    def __init__(self, record: Record) -> None:
        self.parts: dict[str, dict[str, Any]] = {
            part: {fact.id: fact for fact in getattr(record, part)} for part in SINGULAR
        }
        self._there: dict[str, dict[str, set[str]]] = {}
        """By part, as far as it was asked for: the ids of the facts that stand in each report."""

    @property
    def articles(self) -> Mapping[str, Article]:
        return self.parts["articles"]

    def put(self, of: str, fact: Fact) -> None:
        """Adds a fact, or takes it for the one that had its id."""
        self.parts[of][fact.id] = fact
        if of in self._there:
            for article in {s.article for s in spans_of(fact)}:
                self._there[of].setdefault(article, set()).add(fact.id)

    def find(self, target: Target, *, any_kind: bool = False) -> str | None:
        """The id of the fact that a target means, None where it is not there. A fact of another
        kind is another fact, unless `any_kind`."""
        facts = self.parts[target.of]
        if target.of == "articles":
            return target.id if target.id in facts else None
        near = {i for s in target.anchor for i in self._in(target.of, s.article)} & facts.keys()
        fitting = [i for i in sorted(near) if any_kind or _same_kind(facts[i], target)]
        spans = [s for s in (relocate(s, self.articles) for s in target.anchor) if s]
        best = self._standing(facts, fitting, spans, target)
        if best is None and target.of in ("events", "undertakings"):
            best = self._in_sentence(facts, fitting, spans)
        if best is None and target.of == "actors":
            best = _by_name(facts, target)
        return best

    def _standing(
        self, facts: Mapping[str, Any], ids: Iterable[str], spans: list[Span], target: Target
    ) -> str | None:
        """The fact that shares most words of the anchor."""
        ranked: list[tuple[bool, int, bool, str]] = []
        for i in ids:
            own = spans_of(facts[i])
            shared = sum(any(_overlap(s, o) for o in own) for s in spans)
            if shared:
                named = target.name is not None and fold(target.name) in _names(facts[i])
                ranked.append((named, shared, i == target.id, i))
        return max(ranked)[-1] if ranked else None

    def _in_sentence(
        self, facts: Mapping[str, Any], ids: Iterable[str], spans: list[Span]
    ) -> str | None:
        """The one fact told in the sentences of the anchor: a new model may find an event by
        another word of its sentence."""
        around = [s for s in (self._sentence(s) for s in spans) if s]
        told = {i for i in ids for o in spans_of(facts[i]) if any(_overlap(o, s) for s in around)}
        return told.pop() if len(told) == 1 else None

    def _sentence(self, span: Span) -> Span | None:
        article = self.articles.get(span.article)
        for start, end in sentences(article.text) if article else ():
            if start <= span.start < end:
                return Span(span.article, start, end, "")
        return None

    def _in(self, of: str, article: str) -> Iterable[str]:
        """Ids of the facts of a part that stand in a report."""
        if of not in self._there:
            there: defaultdict[str, set[str]] = defaultdict(set)
            for fact in self.parts[of].values():
                for span in spans_of(fact):
                    there[span.article].add(fact.id)
            self._there[of] = dict(there)
        return self._there[of].get(article, ())


def relocate(span: Span, articles: Mapping[str, Article]) -> Span | None:
    """A span where its words stand now: in place, else where they stand nearest in the report;
    None where they are gone."""
    article = articles.get(span.article)
    if article is None or not span.exact:
        return None
    if article.text[span.start : span.end] == span.exact:
        return span
    start = min(_places(article.text, span.exact), key=lambda n: abs(n - span.start), default=None)
    return None if start is None else Span(span.article, start, start + len(span.exact), span.exact)


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _same_kind(fact: Fact, target: Target) -> bool:
    return target.kind is None or target.kind == _kind(fact)


def _kind(fact: Fact) -> str | None:
    if isinstance(fact, Dispute):
        return fact.attribute
    return fact.kind if isinstance(fact, (Event, Actor)) else None


def _names(fact: Fact) -> set[str]:
    return {fold(n) for n in (fact.name, *fact.aliases)} if isinstance(fact, Actor) else set()


def _by_name(facts: Mapping[str, Actor], target: Target) -> str | None:
    """The one actor of that kind and name; of a state, that code."""
    name = fold(target.name or "")
    same = [a.id for a in facts.values() if a.kind == target.kind and name in _names(a)]
    if target.id in same:
        return target.id
    return same[0] if len(same) == 1 else None
