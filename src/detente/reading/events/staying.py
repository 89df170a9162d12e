"""Who stays where a report has just told of him: the day and the place of what he does next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.language.doc import Words
from detente.model import DateMention, Place, Span
from detente.reading.draft import Draft
from detente.reading.events.belonging import cities_of
from detente.reading.events.neighbours import is_day
from detente.reading.events.syntax import children, tense
from detente.reading.events.telling import Telling
from detente.reading.events.when import Times
from detente.reading.events.where import place_of
from detente.reading.events.who import actors_in, is_person

REACH = 4
"""Sentences behind one that tells where somebody is, in which he may still be there."""
LEAD = 1
"""The number of the last sentence that tells a report's news, behind the headline."""
_GOES = frozenset({"talks", "visit"})


@dataclass(frozen=True, slots=True)
class _Stay:
    """Where somebody was on a day, as told in a sentence."""

    sentence: int
    date: DateMention | None
    place: Place | None
    span: Span | None
    people: frozenset[str]


def stay(draft: Draft, tellings: Iterable[Telling], times: Times) -> None:
    """« X a parlé jeudi à Athènes. Il s'est entretenu dans la capitale grecque avec Y »: who does a
    thing in the city where he was just said to be on a day does it on that day; « X est arrivé jeudi à
    Amman. Il y a (ensuite) rencontré Y »: what he then does, or as a pronoun, he does there."""
    going = sorted(
        (t for t in tellings if t.kind.kind in _GOES and t.status == "occurred"),
        key=lambda t: t.span.start,
    )
    stays = list(_spoken(draft, times)) if going else []
    for telling in going:
        people = telling.people(draft)
        if not people:
            continue
        before = [
            s
            for s in stays
            if 0 < telling.sentence - s.sentence <= REACH and not s.people.isdisjoint(people)
        ]
        if before and tense(telling.trigger.verb) == "past":
            _add(draft, telling, before[-1])
        if telling.date is not None or telling.place is not None:
            where = telling.place, telling.place_span
            stays.append(_Stay(telling.sentence, telling.date, *where, people))
            stays.sort(key=lambda s: s.sentence)


def _add(draft: Draft, telling: Telling, before: _Stay) -> None:
    """Gives a telling the place of a stay, and its day, where it plainly goes on with it; the day alone
    where the stay is the news of the report."""
    city = before.place.city if before.place is not None else None
    goes_on = _goes_on(draft, telling)
    there = goes_on == "then" or (goes_on == "he" and telling.sentence - before.sentence == 1)
    if telling.place is None and city is not None and telling.kind.kind == "talks" and there:
        telling.place, telling.place_span = before.place, before.span
    same = city is not None and telling.place is not None and telling.place.city == city
    news = before.sentence <= LEAD and telling.place is None and _told_once(draft, telling)
    day = before.date
    if telling.date is not None or day is None or not is_day(day):
        return
    if (same or goes_on == "then" or news) and not _other_day(draft, telling, day):
        telling.date = day


def _told_once(draft: Draft, telling: Telling) -> bool:
    """« X a rencontré Y », but not « a déjà rencontré », « a souvent rencontré », « a rencontré deux fois »."""
    trigger, words = telling.trigger, draft.pack.module("frames")
    often = words.HABITUAL | words.BEFORE_NOW
    return (
        not trigger.nominal
        and telling.kind.kind == "talks"
        and (telling.count or 1) == 1
        and not any(t.plain in often for t in trigger.verb.sent)
    )


def _goes_on(draft: Draft, telling: Telling) -> str:
    """« then » for « a ensuite été reçu », « he » for « Il a été reçu », else nothing."""
    verb, words = telling.trigger.verb, draft.pack.module("frames")
    if telling.trigger.nominal and telling.trigger.light is None:
        return ""
    if words.GOES_ON.search(verb.sent.plain):
        return "then"
    pronoun = any(c.pos_ == "PRON" for c in children(verb, "nsubj", "nsubj:pass"))
    return "he" if pronoun and "\n" not in verb.sent.text.rstrip("\n") else ""


def _other_day(draft: Draft, telling: Telling, day: DateMention) -> bool:
    """Whether another day is told between a day and the end of the sentence of a telling."""
    end = telling.trigger.token.sent.end_char
    return any(
        day.span.end <= d.span.start < end and d.kind == "date" and d.value != day.value
        for d in draft.dates
    )


def _spoken(draft: Draft, times: Times) -> Iterator[_Stay]:
    """« X a déclaré vendredi à Athènes »: where the subjects of main verbs were that tell of no event."""
    dated = {draft.doc[verb].sent.number for verb, days in times.owners.items() if days}
    for sent in (s for s in draft.doc.sents if s.number in dated):
        days = [d for d in times.owners.get(sent.root.i, ()) if is_day(d)]
        if len(days) != 1 or tense(sent.root) != "past":
            continue
        people = frozenset(
            actor
            for head in children(sent.root, "nsubj", "nsubj:pass")
            for actor, _ in actors_in(draft, head)
            if is_person(draft, actor)
        )
        place, span = _where(draft, sent)
        if people and place is not None:
            yield _Stay(sent.number, days[0], place, span, people)


def _where(draft: Draft, sent: Words) -> tuple[Place | None, Span | None]:
    """The city that the main verb of a sentence says that something was in."""
    to = draft.doc.grammar.to
    for mention in cities_of(draft, sent, {sent.root.i}):
        if draft.doc[max(mention.first - 1, 0)].plain in to:
            return place_of(draft, mention), draft.span(mention.start, mention.end)
    return None, None
