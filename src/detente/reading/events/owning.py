"""Which word owns a date: the event noun or the verb that it stands with."""

from __future__ import annotations

from types import ModuleType

from detente.language.doc import Token, Words
from detente.model import DateMention
from detente.reading.events.arcs import AUXILIARIES
from detente.reading.events.nominal import AGREED
from detente.reading.events.syntax import (
    CLAUSES,
    PAST,
    feature,
    is_verb,
    lemmas,
    preposition,
    tense,
)
from detente.reading.events.triggers import PACT, Trigger
from detente.reading.events.within import bare_day, news_over


def of_occasion(words: Words, nouns: dict[int, Trigger]) -> bool:
    """« son message du Nouvel an », « l'allocution de Noël »: the feast that a speech is for, not the
    day on which it was held."""
    if any(c.isdigit() for c in words.text) or not any(w.text[0].isupper() for w in words):
        return False
    at = words.start
    while at > words.sent.start and words.doc[at - 1].pos_ in ("ADP", "DET", "NOUN", "CCONJ"):
        at -= 1
        held = nouns.get(at)
        if held is not None and held.kind.kind == "speech":
            return words.doc[at + 1].plain in words.doc.grammar.of
    return False


def aside_verb(words: Words) -> Token | None:
    """« A et B, celui-ci ayant combattu C en 1998, ont échangé … »: the verb of a clause that commas set
    apart, whose time is not that of the verb behind it."""
    doc, sent = words.doc, words.root.sent
    if words.end >= sent.end or doc[words.end].text != ",":
        return None
    auxiliaries = doc.grammar.having | doc.grammar.being
    for at in range(words.start - 1, max(sent.start, words.start - 20), -1):
        token = doc[at]
        if token.text == ",":
            return None
        if (
            token.plain in auxiliaries
            and "Part" in feature(token, "VerbForm")
            and doc[at - 1].text != ","
        ):
            return next((t for t in doc[at + 1 : words.start] if is_verb(t)), None)
    return None


def owner_of_date(
    words: Words, nouns: dict[int, Trigger], mention: DateMention, frames: ModuleType
) -> Token | None:
    """The verb or event noun whose time the words of a date are."""
    root = words.root
    before = words.doc[words.start - 1] if words.start > root.sent.start else None
    if before is not None and before.plain in frames.BOUNDS and mention.when.span != "since":
        return None
    beside = _beside(words, nouns, frames, ranged=mention.when.until is not None)
    when = mention.when
    hours = when.anchor == "context" and when.unit == "day" and not when.amount and not when.part
    if beside is not None and not hours:  # « ont approuvé l'accord quelques heures plus tôt »
        return _signed(beside, nouns, mention, frames) or beside
    at = root
    for _ in range(12):
        if lemmas(at) & frames.THROUGH and at.i not in nouns:
            within = next((c for c in at.children if c.i in nouns and c.i > at.i), None)
            if within is not None and preposition(within) in at.doc.grammar.of:
                return within  # « la reprise en janvier du dialogue »
        if at.i in nouns and not hours and at.i not in range(words.start, words.end):
            return _nearer(words, at, frames) or _of_subject(words, at) or at
        # « une aide estimée à … en 2017 »
        describes = at.dep_ == "acl" and lemmas(at) & frames.DESCRIBES
        if is_verb(at) and not describes and at.dep_ not in AUXILIARIES:
            news = news_over(at, words.start) if bare_day(words) else None
            return news or _nearer(words, at, frames) or _of_subject(words, at) or at
        told = any(c.dep_ == "cop" for c in at.children)
        if told or (at.dep_ in CLAUSES and at.pos_ != "ADJ" and not describes):
            return at
        if at.head.i == at.i:
            return at
        if at.i not in range(words.start, words.end) and preposition(at) in frames.BOUNDS:
            return None
        if at.head.i < words.start and _bound_between(words, at.head.i):
            return None
        at = at.head
    return None


def _signed(
    noun: Token, triggers: dict[int, Trigger], mention: DateMention, frames: ModuleType
) -> Token | None:
    """« ont signé un accord d'échange en mai »: the time is that of the verb whose object holds the
    noun, where that verb tells of something itself."""
    over = noun.head
    if lemmas(over) & frames.MAKING and over.i in triggers:
        return over  # « la signature d'un accord lundi »
    agreed = over.i in triggers and triggers[over.i].kind.kind in PACT
    promised = agreed and triggers[noun.i].kind.kind in AGREED and tense(over) in PAST
    if promised and mention.when.tense != "future":
        return over  # « sont convenus d'un échange de prisonniers lundi à X »
    if noun.dep_ != "nmod" or preposition(noun) not in noun.doc.grammar.of or over.dep_ != "obj":
        return None
    return over.head if over.head.i in triggers and over.head.i < noun.i else None


def _nearer(words: Words, owner: Token, frames: ModuleType) -> Token | None:
    """A participle between a noun and a date (« le sommet évoqué mardi ») owns the date."""
    if owner.i > words.start:
        return None
    for at in range(words.start - 1, owner.i, -1):
        if words.doc[at].text == ",":
            return None
        if is_verb(owner) and words.doc[at].dep_ not in ("acl", "amod"):
            continue
        if lemmas(words.doc[at]) & frames.DESCRIBES:
            continue
        verbal = is_verb(words.doc[at]) and feature(words.doc[at], "VerbForm")
        if verbal and words.doc[at].dep_ not in (
            "aux:tense",
            "aux:pass",
            "cop",
            "aux",
        ):
            return words.doc[at]
    return None


def _of_subject(words: Words, verb: Token) -> Token | None:
    """« dix hommes enlevés la semaine dernière ont été libérés »: a time behind a participle of the
    subject, and before the verb without a comma, is the participle's."""
    if verb.i < words.start:
        return None
    for token in reversed(words.doc[verb.sent.start : words.start]):
        if token.text in ",;:«»()–—" or token.dep_ in AUXILIARIES:
            return None
        if is_verb(token) and token.dep_ == "acl":
            subject = token.head
            if subject.head is verb and subject.dep_.startswith("nsubj"):
                return token
    return None


def _bound_between(words: Words, over: int) -> bool:
    """« depuis », « avant » between a date and what it hangs on, with nothing that could own it; not
    the date's own (« depuis le 15 avril »)."""
    grammar = words.doc.grammar
    bounds = grammar.since | grammar.before | grammar.after
    for at in range(words.start - 1, over, -1):
        token = words.doc[at]
        if is_verb(token):
            return False
        if token.plain in bounds and at < words.start - 1:
            return not (at == words.start - 2 and words.doc[at + 1].pos_ == "DET")
    return False


def _beside(
    words: Words, nouns: dict[int, Trigger], frames: ModuleType, *, ranged: bool
) -> Token | None:
    """The event noun whose phrase a date ends or follows, with no verb, comma or bound between; from
    one day to another (`ranged`) behind a comma as well (« une visite au Togo, du 3 au 5 mai »)."""
    doc, sent, grammar = words.doc, words.root.sent, words.doc.grammar
    for at in range(words.start - 1, max(sent.start, words.start - 14) - 1, -1):
        token = doc[at]
        if at in nouns:
            return token
        if token.text == "," and ranged and at >= words.start - 2:
            continue
        far = token.plain in grammar.against and at < words.start - 1  # « contre le Pérou lundi »
        if token.text in ',;:()«»"“”–—' or (token.plain in frames.BOUNDS and not far):
            return None
        if is_verb(token) or token.pos_ == "SCONJ" or token.plain in grammar.relatives:
            return None
    return None


def duration_owner(words: Words, nouns: dict[int, Trigger], frames: ModuleType) -> Token | None:
    """« six heures de discussions », « ont duré six heures », « des discussions de six heures »."""
    for child in words.root.children:
        if child.i in nouns and child.i > words.root.i:
            return child
    grammar = words.doc.grammar
    after = words.doc[words.end : min(words.end + 4, words.root.sent.end)]
    if len(after) > 1 and after[0].plain in grammar.of:
        for token in after[1:]:
            if token.i in nouns:
                return token
    head, place = words.root.head, preposition(words.root)
    if head.i in nouns and (place in grammar.of or place in grammar.during):
        return head
    if is_verb(head) and (lemmas(head) & frames.LASTS or place in grammar.during):
        return head
    return None
