"""Statements and undertakings of all reports: named by the record's ids, each one once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from detente.model import Article, Reading, Statement, Undertaking
from detente.record.actors import WhoIsWho
from detente.record.days import Days, of_words
from detente.record.stable import fold, rank, short_hash, unique_spans
from detente.record.undated import Dated

SAME_TEXT, SAME_OCCASION = 82, 68
"""rapidfuzz token-sort ratio from which two reports' words tell one undertaking; the second where
it was made at one event."""

FEWEST = 4
"""Words that two reports must give alike to give the same statement."""


def statements(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    who: WhoIsWho,
    dated: Mapping[str, Dated],
) -> tuple[Statement, ...]:
    """All statements. The same words of the same speaker in several reports are one, with the
    evidence of all."""
    order = {a.id: rank(a) for a in articles}
    groups: dict[tuple[str, str], list[tuple[tuple[object, ...], Statement]]] = defaultdict(list)
    for reading in readings:
        days = dated[reading.article].days if reading.article in dated else Days()
        for said in reading.statements:
            start = said.evidence[0].start if said.evidence else 0
            speaker = who.of(reading.article, said.speaker) if said.speaker else None
            addressee = who.of(reading.article, said.addressee) if said.addressee else None
            date, basis = _date(said, days)
            named = msgspec.structs.replace(
                said,
                id="s-" + short_hash(reading.article, start, said.id),
                speaker=speaker,
                addressee=addressee,
                date=date,
                date_basis=basis,
            )
            words = fold(said.quote)
            short = len(words.split()) < FEWEST
            once = f"{reading.article}:{said.id}" if short else words
            groups[(speaker or "", once)].append(((*order[reading.article], start), named))
    merged = [_one(sorted(group, key=lambda pair: pair[0])) for group in groups.values()]
    return tuple(s for _, s in sorted(merged, key=lambda pair: pair[0]))


def _one(
    group: Sequence[tuple[tuple[object, ...], Statement]],
) -> tuple[tuple[object, ...], Statement]:
    order, first = group[0]
    same = [said for _, said in group]
    dates = sorted({s.date for s in same if s.date}, key=lambda d: (-len(d), d))
    return order, msgspec.structs.replace(
        first,
        date=first.date or (dates[0] if dates else None),
        topics=tuple(sorted({t for s in same for t in s.topics})),
        evidence=unique_spans(span for s in same for span in s.evidence),
        cue=unique_spans(span for s in same for span in s.cue),
    )


def _date(said: Statement, published: Days) -> tuple[str | None, object]:
    from detente import edtf

    if said.date or said.when is None:
        return said.date, said.date_basis
    if not published.known:
        words = of_words(said.when)
        return (words.edtf(), "stated") if words.known else (None, None)
    value = edtf.resolve(said.when, published=published.edtf(), tense="past")
    return value, ("stated" if value and published.single else "inferred" if value else None)


def undertakings(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    who: WhoIsWho,
    event_ids: Mapping[tuple[str, str], str],
    event_dates: Mapping[str, str | None],
) -> list[Undertaking]:
    """All undertakings; one told by several reports is one. `event_ids` is (article, local event
    id) to the record's event."""
    order = {a.id: rank(a) for a in articles}
    states = {a.id: a.country for a in who.actors if a.country and a.kind != "state"}
    found: list[tuple[tuple[object, ...], Undertaking]] = []
    for reading in readings:
        article = reading.article
        for made in reading.undertakings:
            start = made.evidence[0].start if made.evidence else 0
            event = event_ids.get((article, made.made_at or ""))
            named = msgspec.structs.replace(
                made,
                id="u-" + short_hash(article, start, made.id),
                parties=tuple(sorted({_side(who.of(article, p), states) for p in made.parties})),
                towards=tuple(sorted({who.of(article, p) for p in made.towards})),
                made_at=event,
                date=(event_dates.get(event) if event else None) or made.date,
            )
            found.append(((*order[article], start), named))
    merged: list[Undertaking] = []
    for _, made in sorted(found, key=lambda pair: pair[0]):
        fitting = [i for i, other in enumerate(merged) if _same(other, made)]
        if len(fitting) == 1:
            merged[fitting[0]] = _merge(merged[fitting[0]], made)
        else:
            merged.append(made)
    return merged


def _side(party: str, states: Mapping[str, str]) -> str:
    """The state that a person or body stands for, where some report tells it."""
    return states.get(party, party)


def _same(one: Undertaking, other: Undertaking) -> bool:
    """The same words (in whatever order) by the same parties, not made at different events."""
    if one.made_at and other.made_at and one.made_at != other.made_at:
        return False
    if one.parties and other.parties and not set(one.parties) & set(other.parties):
        return False
    at_one = one.made_at is not None and one.made_at == other.made_at
    return _likeness(one.text, other.text) >= (SAME_OCCASION if at_one else SAME_TEXT)


def _likeness(one: str, other: str) -> float:
    a, b = fold(one), fold(other)
    if min(len(a.split()), len(b.split())) < 3:
        return 100.0 if a == b else 0.0
    return fuzz.token_sort_ratio(a, b) if len(a) > 0 else 0.0


def _merge(one: Undertaking, other: Undertaking) -> Undertaking:
    """The earlier report's words, what either adds, and the later status."""
    return msgspec.structs.replace(
        one,
        parties=tuple(sorted({*one.parties, *other.parties})),
        towards=tuple(sorted({*one.towards, *other.towards})),
        made_at=one.made_at or other.made_at,
        date=one.date or other.date,
        due=one.due or other.due,
        condition=one.condition or other.condition,
        status=other.status if one.status == "open" else one.status,
        topics=tuple(sorted({*one.topics, *other.topics})),
        history=tuple(dict.fromkeys((*one.history, *other.history))),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )
