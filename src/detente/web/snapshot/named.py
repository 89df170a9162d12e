"""Actors and reports as lines of a snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from detente.model import Actor, Record, Span
from detente.record.stable import fold
from detente.views import people, reports
from detente.views.labels import Labels
from detente.web.snapshot.fact import Fact, cut

KINDS = ("person", "state", "organisation", "group")
SPELLINGS = 30
KEPT = 5
"""Places of a name, or of a post, that a snapshot keeps with the actor; all are in `spans`."""


def actors(labels: Labels, record: Record) -> Iterator[Fact]:
    """The persons and bodies, those who are in most of the record first."""
    for row in people.rows(record, KINDS):
        actor = labels.actors[row.id]
        yield Fact(
            noun="people",
            id=actor.id,
            row=cut(row),
            body=_short(actor),
            show={"spellings": _spellings(actor), "places": len(actor.evidence)},
            kind=actor.kind,
            tags=[("actor", actor.id), *_countries(actor)],
            spans=[("people", span) for span in actor.evidence]
            + [("roles", span) for role in actor.roles for span in role.evidence],
            title=" ".join((actor.name, *actor.aliases)),
            text=" ".join(row.roles),
        )


def _countries(actor: Actor) -> Iterator[tuple[str, str]]:
    if actor.country and actor.country != actor.id:
        yield "actor", actor.country


def _short(actor: Actor) -> Actor:
    """An actor with some of its evidence: that of a state may be thousands of places."""
    roles = tuple(msgspec.structs.replace(r, evidence=r.evidence[:KEPT]) for r in actor.roles)
    return msgspec.structs.replace(actor, evidence=actor.evidence[:KEPT], roles=roles)


def _spellings(actor: Actor) -> list[dict[str, object]]:
    """How the reports write a name, or call who bears it, the most frequent first, each with one
    place. A word that is no part of its names (a pronoun) is none."""
    first: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    named = set(fold(" ".join((actor.name, *actor.aliases))).split())
    for span in actor.evidence:
        written = " ".join(span.exact.split())
        if not (" " in written or named & set(fold(written).split())):
            continue
        first.setdefault(written, span)
        counts[written] += 1
    return [
        {"written": w, "count": c, "report": first[w].article, "start": first[w].start}
        for w, c in counts.most_common(SPELLINGS)
    ]


def written(labels: Labels, record: Record) -> Iterator[Fact]:
    """The reports, by the day on which they came out."""
    for row in reports.rows(record):
        article = labels.articles[row.id]
        yield Fact(
            noun="reports",
            id=article.id,
            row=row,
            body=article,
            show={"length": len(article.text)},
            kind=article.language,
            status="unread" if article.unread else "copy" if article.copy_of else "read",
            date=article.published.date,
            tags=[
                ("report", article.id),
                *([("outlet", article.outlet)] if article.outlet else ()),
                *([("copy_of", article.copy_of)] if article.copy_of else ()),
            ],
            title=article.title,
            text=article.text,
        )
