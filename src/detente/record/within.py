"""Which mentions of one report are one event."""

from __future__ import annotations

from collections.abc import Iterable

from detente.record.against import AGAINST, MEETINGS, WEEK, one_round, same_person
from detente.record.days import Days
from detente.record.mentions import Profile
from detente.record.rules import (
    join_pair,
    same_people,
    same_place,
    same_sides,
    same_time,
    weigh,
)
from detente.record.signing import PACTS

TAKEN_APART = "the releases that an exchange is made of"
ONE_PASSAGE = 600
"""Characters within which a report takes an exchange apart into its releases, or tells again in
full what its first sentence told."""
NEXT_SENTENCE = 300
"""Characters within which the next sentence tells the same act of speech again."""
SAID = frozenset({"accusation", "demand", "threat", "rejection"})
HEADLINE = 200
"""Characters from the start in which the headline or the first sentence stands."""
IN_ONE = 3.4
"""Weight from which two tellings of one report are one event: a city and the parties will do."""
TOLD_ALIKE = 1.0
"""Weight of times above which they are of one month."""
ONCE_TOLD = frozenset({"exchange", "agreement", "ceasefire", "coup", "vote", "election"})
"""Kinds of which a report, as a rule, leads with one."""


def within_report(mentions: Iterable[Profile]) -> list[Profile]:
    """Joins each mention of a report, in the order of the text, to the nearest earlier event that
    it refers to, or that it agrees with."""
    events: list[Profile] = []
    for mention in mentions:
        best: tuple[float, int, int, str] | None = None
        for i, event in enumerate(events):
            weight, reasons = _weigh(event, mention)
            near = max(m.start for m in event.mentions)
            if weight and (best is None or (weight, near) > best[:2]):
                best = (weight, near, i, f"in one report: {', '.join(reasons)}")
        if best is None:
            events.append(mention)
        else:
            _, _, i, reason = best
            events[i] = join_pair(events[i], mention, reason)
    return _gathered(events)


def _gathered(events: list[Profile]) -> list[Profile]:
    """With the releases that an exchange, told after them, is made of as one with it."""
    done = [e for e in events if e.statuses <= {"occurred", "ongoing"}]
    for exchange in [e for e in done if "exchange" in e.kinds]:
        for release in [e for e in done if e.kinds == {"release"} and e in events]:
            apart = min(abs(m.start - n.start) for m in release.mentions for n in exchange.mentions)
            if apart <= ONE_PASSAGE and not any(rule(exchange, release) for rule in AGAINST):
                events = [e for e in events if e is not exchange and e is not release]
                exchange = join_pair(exchange, release, f"in one report: {TAKEN_APART}")
                events.append(exchange)
    return sorted(events, key=lambda e: e.key)


def _weigh(event: Profile, mention: Profile) -> tuple[float, list[str]]:
    """How well a mention fits an earlier event of the same report; 0 where it does not."""
    if any(rule(event, mention) for rule in AGAINST) or _named_otherwise(event.time, mention.time):
        return 0.0, []
    weight, reasons = weigh(event, mention)
    told = mention.mentions[0].event
    refers = told.reference == "demonstrative" or (
        told.reference == "definite" and not mention.parties
    )
    if told.nominal and refers and _nothing_new(event, mention):
        if told.ordinal and any(m.event.ordinal == told.ordinal for m in event.mentions):
            weight += 2.0
        return weight + 3.0, [*reasons, "referred to by « the » or « this »"]
    apart = min(abs(m.start - mention.mentions[0].start) for m in event.mentions)
    if apart <= ONE_PASSAGE and _taken_apart(event, mention):
        return weight + 3.0, [*reasons, TAKEN_APART]
    if apart <= NEXT_SENTENCE and _said_again(event, mention):
        return weight + 2.0, [*reasons, "said again of the same matter in the next sentence"]
    if _one_truce(event, mention):
        return weight + 3.0, [*reasons, "the accord that a report tells as its truce"]
    if _same_room(event, mention):
        return weight + 1.0, [*reasons, "in one city, and nothing tells them apart"]
    if _text_signed(event, mention):
        return weight + 3.0, [*reasons, "the text of which was told before is signed"]
    if _told_again(event, mention, apart):
        return weight + 2.0, [*reasons, "the headline or first sentence, told again in full"]
    alike = (
        event.parties == mention.parties
        or not (event.parties and mention.parties)
        or same_person(event, mention)
    )
    agrees = same_time(event, mention) or same_place(event, mention) or same_people(event, mention)
    return (weight, reasons) if weight >= IN_ONE and alike and agrees else (0.0, [])


def _named_otherwise(one: Days, other: Days) -> bool:
    """One day is called by its weekday and the other by its number: a report keeps to one way."""
    bare = [(d.weekday is not None, d.day is not None) for d in (one, other) if not d.known]
    return sorted(bare) == [(False, True), (True, False)]


def _nothing_new(event: Profile, mention: Profile) -> bool:
    """The mention tells no time, place or person that the event does not have."""
    timed = mention.time.told and not event.time.told
    placed = bool(mention.cities and not event.cities)
    this = mention.mentions[0].event.reference == "demonstrative"
    peopled = bool(mention.people - event.people and event.people) and not this
    return not (timed and placed) and not peopled


def _text_signed(event: Profile, mention: Profile) -> bool:
    """« Le texte a été paraphé par X et Y », after the accord that a report tells as its news."""
    told = mention.mentions[0].event
    pacts = (event.kinds | mention.kinds) <= PACTS and event.statuses == mention.statuses
    this = told.reference == "definite" and not (told.nominal or told.earlier)
    news = any(m.lead and not m.event.earlier for m in event.mentions)
    others = event.people and mention.people and not event.people & mention.people
    out = mention.mentions[0].out
    late = mention.time.told and not event.time.told and not _of_the_week(mention.time, out)
    return pacts and this and news and mention.parties <= event.parties and not (others or late)


def _one_truce(event: Profile, mention: Profile) -> bool:
    """« ont convenu d'un cessez-le-feu », and « un accord prévoyant un cessez-le-feu » of the same two."""
    told = mention.mentions[0].event
    news = not any(m.event.earlier or m.event.ordinal for m in (*event.mentions, *mention.mentions))
    both = event.kinds | mention.kinds == PACTS and same_sides(event, mention)
    done = event.statuses == mention.statuses == {"occurred"}
    return both and done and news and not told.nominal and not _of_two_days(event, mention)


def _of_two_days(event: Profile, mention: Profile) -> bool:
    return event.time.told and mention.time.told and not same_time(event, mention)


def _same_room(event: Profile, mention: Profile) -> bool:
    """Meetings in one city, of which one tells more of the sides: « le sommet de Paris », with two of
    those who were there; or of one month or round, whoever is told to have met."""
    if not (event.kinds | mention.kinds <= MEETINGS and event.cities & mention.cities):
        return False
    nested = event.parties <= mention.parties or mention.parties <= event.parties
    others = event.people and mention.people and not event.people & mention.people
    if not nested or others or not event.parties & mention.parties:
        return False
    if event.time.told and mention.time.told:
        return same_time(event, mention) > TOLD_ALIKE or one_round(event, mention) is not None
    news = not any(m.event.earlier for m in mention.mentions)
    return news and len(event.parties & mention.parties) > 1


def _recalled(mention: Profile) -> bool:
    """« avait été signé en 1998 »: told as done before the news, and of another time."""
    told = mention.mentions[0]
    return told.event.earlier and mention.time.told and not _of_the_week(mention.time, told.out)


def _of_the_week(time: Days, out: Days) -> bool:
    return time.single and out.known and (out.last - time.first).days <= WEEK


def _taken_apart(event: Profile, mention: Profile) -> bool:
    """One is an exchange and the other a release of it, or they are the two halves."""
    kinds = event.kinds | mention.kinds
    halves = bool(event.released and mention.released) and not event.released & mention.released
    return "exchange" in kinds and kinds <= {"exchange", "release"} and (len(kinds) > 1 or halves)


def _said_again(event: Profile, mention: Profile) -> bool:
    """An act of speech told twice: the same matter, nobody else's, and no other speaker."""
    parties = event.parties <= mention.parties or mention.parties <= event.parties
    people = not event.people or not mention.people or bool(event.people & mention.people)
    one = event.kinds == mention.kinds and event.kinds <= SAID
    return one and parties and people and bool(event.topics & mention.topics)


def _headline_of(event: Profile, mention: Profile) -> bool:
    """A headline that names only some of the parties."""
    headline = all(m.start <= HEADLINE and not m.time.told for m in event.mentions)
    return headline and event.kinds == mention.kinds and event.parties < mention.parties


def _told_again(event: Profile, mention: Profile, apart: int) -> bool:
    """The report's lead tells in full what its headline or first sentence named."""
    bare = not event.parties or not mention.parties
    others = event.people and mention.people and not event.people & mention.people
    if not event.kinds & mention.kinds or others or _recalled(mention):
        return False
    if not bare and event.parties != mention.parties and not _headline_of(event, mention):
        return False
    once = bool(event.kinds & mention.kinds & ONCE_TOLD)
    if len(event.parties | mention.parties) < 2 and not once:
        return False
    if event.mentions[0].start <= HEADLINE:
        headline = all(m.start <= HEADLINE and not m.time.told for m in event.mentions)
        if headline and mention.mentions[0].lead:
            return True
    new = mention.mentions[0].event.nominal and mention.mentions[0].event.reference == "new"
    return (
        once
        and not bare
        and mention.mentions[0].lead
        and event.mentions[0].lead
        and apart <= ONE_PASSAGE
        and not new
    )
