"""Why two tellings of one report cannot be of one event. What may be two stays two."""

from __future__ import annotations

import re
from collections.abc import Collection

from detente import edtf
from detente.language.doc import Token
from detente.model import Place, When
from detente.reading.draft import Draft
from detente.reading.events.syntax import clause_of, is_verb, lemmas, preposition, straight, tense
from detente.reading.events.telling import Telling
from detente.reading.events.who import is_person, is_state, party_of

_ANSWERED = frozenset({"expulsion", "recall", "sanctions", "closure"})
"""Kinds that one state does and another answers with."""
_LOOSE = frozenset({"talks", "mediation", "agreement", "ceasefire"})
"""Kinds between parties, whose country (« les parties rivales au Mali ») is not where they met."""


def agree(draft: Draft, one: Telling, other: Telling) -> bool:
    """Whether two tellings can be of one event: time, place, parties, people and number do not
    differ, and their sentence does not put one beside the other."""
    if not dates_agree(one, other) or not _places_agree(draft, one, other):
        return False
    if _beside(draft, one, other) or _beside(draft, other, one):
        return False
    numbers = {one.ordinal or 0, other.ordinal or 0}
    if len(numbers) == 2 and min(numbers) > 0:
        return False
    if one.ordinal == -2 and other is not one:
        return False
    if _one_before(one, other) or _one_before(other, one):
        return False
    if _met_then(draft, one, other) or _met_then(draft, other, one):
        return False
    if _doers_differ(draft, one, other) or _counts_differ(draft, one, other):
        return False
    return _parties_agree(draft, one, other)


def _one_before(one: Telling, other: Telling) -> bool:
    """« Le premier échange avait eu lieu le 19 août », of what a report recalls beside its news."""
    recalled = one.ordinal == 1 and tense(one.trigger.verb) == "pluperfect"
    return recalled and not other.trigger.nominal and tense(other.trigger.verb) != "pluperfect"


def _met_then(draft: Draft, one: Telling, other: Telling) -> bool:
    """« a ensuite été reçu par Y », after talks with X: whom somebody met then, he met apart."""
    if one.sentence <= other.sentence or one.trigger.nominal or one.kind.kind != "talks":
        return False
    people, known = ({p.actor for p in t.parts if is_person(draft, p.actor)} for t in (one, other))
    if not (people & known and people - known and known - people):
        return False
    then: re.Pattern[str] = draft.pack.module("frames").GOES_ON
    return then.search(one.trigger.token.sent.plain) is not None


def _doers_differ(draft: Draft, one: Telling, other: Telling) -> bool:
    """« Alger a fermé son ciel. Rome a fermé le sien »: what one state does and what another does."""
    if one.kind is not other.kind or one.kind.joint:
        return False
    first, second = _doers(draft, one), _doers(draft, other)
    if first and second and not first & second:
        return True
    return one.kind.kind in _ANSWERED and (
        _suffers(draft, one, other) or _suffers(draft, other, one)
    )


def _suffers(draft: Draft, one: Telling, other: Telling) -> bool:
    """« Rome a annoncé l'expulsion de 23 diplomates », beside what befell diplomats of Rome."""
    theirs, own = _sides(draft, other, "target"), _sides(draft, one, "target")
    named = one.trigger.nominal and not own
    return named and not theirs.isdisjoint(_sides(draft, one, "participant", "doer", "by"))


def _sides(draft: Draft, telling: Telling, *parts: str) -> set[str]:
    found = (p.side or party_of(draft, p.actor) for p in telling.parts if p.part in parts)
    return {party for party in found if party}


def _doers(draft: Draft, telling: Telling) -> set[str]:
    return {party for party in _sides(draft, telling, "doer", "by") if is_state(draft, party)}


def _counts_differ(draft: Draft, one: Telling, other: Telling) -> bool:
    """« 52 prisonniers » and « 100 otages » were freed on two occasions."""
    if not one.kind.kind == other.kind.kind == "release":
        return False
    first, second = _counted(draft, one), _counted(draft, other)
    return bool(first and second) and not first & second


def _counted(draft: Draft, telling: Telling) -> set[int]:
    """The numbers of those freed that it tells: « 900 prisonniers », « deux otages »."""
    numbers = draft.pack.module("frames").NUMBERS
    found = set()
    for _, span in telling.loose:
        words = straight(span.exact)
        digits = re.search(r"\d+(?:[ .]\d{3})*", words)
        if digits:
            found.add(int(re.sub(r"\D", "", digits.group())))
        else:
            found |= {numbers[word] for word in words.split()[:2] if word in numbers}
    return found


def _parties_agree(draft: Draft, one: Telling, other: Telling) -> bool:
    parties, known = set(one.parties(draft)), set(other.parties(draft))
    if parties and known and not parties & known:
        return False
    people, known_people = one.people(draft), other.people(draft)
    if people and known_people and not people & known_people:
        if other.kind.kind == "release" and freed_as_well(draft, one):
            return True
        return (
            one.kind.joint
            and (not refers(one) or parties == known)
            and len(parties & known) >= 2
            and one.reference != "new"
        )
    if one.kind.joint and parties and known and parties != known:
        if (
            one.reference == "new"
            and not one.headline
            and not other.headline
            and min(len(parties), len(known)) < 2
        ):
            return False
        return parties <= known or known <= parties
    return True


def freed_as_well(draft: Draft, telling: Telling) -> bool:
    """« Sa femme, X, a également été libérée »: freed with the one told of before."""
    if telling.kind.kind != "release" or telling.date is not None:
        return False
    if any(p.part == "by" for p in telling.parts):
        return False
    words = straight(telling.around.exact)
    then: re.Pattern[str] = draft.pack.module("frames").GOES_ON
    return then.search(words) is not None


def _places_agree(draft: Draft, one: Telling, other: Telling) -> bool:
    a, b = one.place, other.place
    if a is None or b is None:
        return True
    if a.city and b.city:
        return a.city == b.city
    if not a.country or not b.country or a.country == b.country:
        return True
    if one.kind.kind not in _LOOSE:
        return False
    theirs = {*one.parties(draft), *other.parties(draft)}
    return only_theirs(a, b, theirs) or only_theirs(b, a, theirs)


def only_theirs(place: Place, other: Place, parties: Collection[str]) -> bool:
    """A country without a city that is that of the parties says who they are (« une trêve dans le nord du
    Mali »), where another telling names a city, or a country of none of them."""
    elsewhere = other.city or other.country not in parties
    return not place.city and bool(elsewhere) and place.country in parties


def dates_agree(one: Telling, other: Telling) -> bool:
    """Whether their times overlap, or, where not known, are not worded as different ones."""
    a, b = one.date, other.date
    if a is None or b is None:
        return True
    if a.value and b.value:
        return edtf.overlaps(a.value, b.value)
    if _named_otherwise(a.when, b.when):
        return False
    keys = ("weekday", "day", "month", "anchor")
    return all(
        getattr(a.when, k) is None
        or getattr(b.when, k) is None
        or getattr(a.when, k) == getattr(b.when, k)
        for k in keys
    )


def _named_otherwise(a: When, b: When) -> bool:
    """« dimanche » and « le 12 mai »: one day is called by its weekday and the other by its number,
    where a report keeps to one way."""
    bare = [(when.weekday is not None, when.day is not None) for when in (a, b)]
    return sorted(bare) == [(False, True), (True, False)]


def refers(telling: Telling) -> bool:
    """A noun that takes up what is known: « la rencontre », « cette rencontre »."""
    return telling.trigger.nominal and telling.reference != "new"


def said_to_be_another(draft: Draft, telling: Telling) -> bool:
    """« une nouvelle rencontre », « d'autres pourparlers » are not those told before."""
    others = draft.pack.module("frames").OTHERS
    return any(lemmas(t) & others for t in telling.trigger.token.children)


def to_come(draft: Draft, telling: Telling) -> bool:
    """« cette prochaine réunion » is not one that was held."""
    ahead = draft.pack.module("frames").NEXT
    return any(lemmas(t) & ahead for t in telling.trigger.token.children)


def several(draft: Draft, telling: Telling) -> bool:
    """« trois rencontres », « une série de discussions »."""
    head = telling.trigger.token.head
    series = draft.pack.module("frames").SERIES
    return (telling.count or 1) > 1 or bool(
        telling.trigger.nominal and telling.trigger.token.dep_ == "nmod" and lemmas(head) & series
    )


def _beside(draft: Draft, one: Telling, other: Telling) -> bool:
    """Their sentence sets a noun apart from what else it tells: « après la réunion, ils se sont
    retrouvés », « ces discussions font suite à la rencontre », « pour préparer le sommet »."""
    token, against = one.trigger.token, other.trigger.token
    if one.sentence != other.sentence or not one.trigger.nominal or one.kind is not other.kind:
        return False
    if one.trigger.beside is not None:
        return True
    words = draft.pack.module("frames")
    verb = clause_of(token)
    if verb.i in (token.i, against.i) or one.trigger.happens:
        verb = one.trigger.light or verb
    if token.dep_ in ("obj", "obl:arg") and lemmas(verb) & words.LINKS and verb.i != against.i:
        return True
    top = _top(token)
    if preposition(top) in words.BESIDE:
        return not top.is_ancestor(against)
    follows = top.dep_ in ("obj", "obl:arg") and any(t.text in words.SEQUEL for t in verb.subtree)
    return bool(follows and lemmas(verb) & words.LEADS_ON and against.i < token.i)


def _top(token: Token) -> Token:
    """The head of the phrase that hangs on the verb: of « l'issue de leur réunion » the whole."""
    at = token
    while at.dep_ in ("nmod", "conj") and at.head.i != at.i and not is_verb(at.head):
        if preposition(at) not in at.doc.grammar.of:
            break
        at = at.head
    return at
