"""Which time belongs to which event: a date is the trigger's that it stands with, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from detente import edtf
from detente.language.doc import Token, Words
from detente.model import DateMention
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES
from detente.reading.events.carrying import carried
from detente.reading.events.nominal import ACTS
from detente.reading.events.syntax import (
    CLAUSES,
    clause_of,
    feature,
    is_passive,
    is_verb,
    lemmas,
    preposition,
    tense,
)
from detente.reading.events.triggers import Trigger

_NOT_THEN = frozenset({"avant", "jusque", "d'ici", "après", "depuis", "contre"})
"""Prepositions after which a date is a bound, not the day itself."""
_DESCRIBES = frozenset(
    {
        "estimer",
        "évaluer",
        "chiffrer",
        "appeler",
        "baptiser",
        "intituler",
        "composer",
        "censer",
        "destiner",
        "lier",
        "dire",
    }
)
"""Participles that describe a noun and tell of nothing that had a time."""
_SHARED = frozenset(
    "lors de,au cours de,pendant,durant,dans,en marge de,à l'issue de,à l'occasion de,au terme de,à la fin de,à la suite de".split(
        ","
    )
)
"""Prepositions under which an event noun shares the time of its clause (« a dit jeudi lors de … »)."""


@dataclass(slots=True)
class Times:
    """The dates and durations of a draft, each with the word that owns it."""

    draft: Draft
    owners: dict[int, list[DateMention]]
    durations: dict[int, list[DateMention]]

    def of(self, trigger: Trigger) -> DateMention | None:
        """The date of a trigger's event, or None where the report gives it none of its own."""
        for token in _holders(trigger):
            told = (self._as_told(d, trigger) for d in self.owners.get(token.i, ()))
            found = [
                d
                for d in told
                if d is not None and _fits(d, trigger) and not self._of_plan(d, token, trigger)
            ]
            if found:
                return min(found, key=lambda d: (_vague(d), abs(d.span.start - trigger.token.idx)))
        return None

    def _as_told(self, date: DateMention, trigger: Trigger) -> DateMention | None:
        """A date that came out as one to come, beside a verb that tells what was done (« ont signé
        en juin »): the last such day; None where the words themselves are of the future."""
        day = self.draft.article.published.date
        verb = trigger.light if trigger.nominal else trigger.token
        if verb is None and trigger.token.dep_.startswith("nsubj"):
            verb = trigger.token.head  # « la signature, jeudi, d'un accord a été saluée »
        done = verb is not None and tense(verb) in ("past", "pluperfect", "participle")
        if not done or not day or not date.value or ".." in date.value:
            return date
        if edtf.bounds(date.value)[0] <= edtf.bounds(day)[1]:
            return date
        if date.when.anchor != "published" or date.when.tense == "future":
            return None
        when = msgspec.structs.replace(date.when, tense="past")
        value = edtf.resolve(when, published=day)
        if value is None or edtf.bounds(value)[0] > edtf.bounds(day)[1]:
            return None
        return msgspec.structs.replace(date, when=when, value=value)

    def _of_plan(self, date: DateMention, holder: Token, trigger: Trigger) -> bool:
        """« ont convenu en mai de se réunir »: the time of the promise is not that of the thing."""
        if trigger.nominal and trigger.light is None:  # « lors d'une visite »
            return False
        verb = trigger.light if trigger.light is not None else trigger.token
        if "décider" in lemmas(holder) and trigger.kind.kind in ACTS:  # decided is done
            return False
        words = self.draft.pack.module("frames")
        truce = trigger.kind.kind == "ceasefire" and not trigger.nominal
        if truce and lemmas(holder) & words.COMMITS:  # « ont accepté mardi de cesser les combats »
            return False
        attitude = words.ATTITUDE
        effects = {attitude.get(word) for word in lemmas(holder)}
        between = holder.idx < date.span.start < verb.idx
        promised = bool(effects & {"planned", "proposed"}) and not is_passive(holder)
        return holder.i != verb.i and between and promised  # but « est attendu lundi à X »

    def duration(self, trigger: Trigger) -> DateMention | None:
        for token in (trigger.token, trigger.light, trigger.token.head):
            if token is None:
                continue
            found = self.durations.get(token.i)
            if found:
                return found[0]
        return None


def times_of(draft: Draft, triggers: Iterable[Trigger]) -> Times:
    """Gives every date of a draft to the one trigger or verb that it tells of."""
    triggers = list(triggers)
    nouns = {t.token.i: t for t in triggers if t.nominal}
    every = {t.token.i: t for t in triggers}
    owners: dict[int, list[DateMention]] = {}
    durations: dict[int, list[DateMention]] = {}
    for mention in draft.dates:
        words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if words is None or mention.kind == "set" or _occasion(words, nouns):
            continue
        if mention.kind == "duration":
            owner = _duration_owner(words, nouns)
            if owner is not None:
                durations.setdefault(owner.i, []).append(mention)
            continue
        owner = _owner(words, every, mention)
        if owner is not None:
            owners.setdefault(owner.i, []).append(mention)
    for root, mention in carried(draft, owners).items():
        owners.setdefault(root, []).append(mention)
    return Times(draft, owners, durations)


def _occasion(words: Words, nouns: dict[int, Trigger]) -> bool:
    """« son message du Nouvel an », « l'allocution de Noël »: the feast that a speech is for, not the
    day on which it was held."""
    if any(c.isdigit() for c in words.text) or not any(w.text[0].isupper() for w in words):
        return False
    at = words.start
    while at > words.sent.start and words.doc[at - 1].pos_ in ("ADP", "DET", "NOUN", "CCONJ"):
        at -= 1
        held = nouns.get(at)
        if held is not None and held.kind.kind == "speech":
            return words.doc[at + 1].plain in ("de", "du", "des", "d'")
    return False


def _owner(words: Words, nouns: dict[int, Trigger], mention: DateMention) -> Token | None:
    root = words.root
    before = words.doc[words.start - 1] if words.start > root.sent.start else None
    if before is not None and before.plain in _NOT_THEN and mention.when.span != "since":
        return None
    beside = _beside(words, nouns)
    when = mention.when
    hours = when.anchor == "context" and when.unit == "day" and not when.amount and not when.part
    if beside is not None and not hours:  # « ont approuvé l'accord quelques heures plus tôt »
        return _signed(beside, nouns) or beside
    at = root
    for _ in range(12):
        if at.i in nouns and not hours and at.i not in range(words.start, words.end):
            return _nearer(words, at) or at
        describes = at.dep_ == "acl" and lemmas(at) & _DESCRIBES  # « une aide estimée à … en 2017 »
        if is_verb(at) and not describes and at.dep_ not in AUXILIARIES:
            return _nearer(words, at) or at
        told = any(c.dep_ == "cop" for c in at.children)
        if told or (at.dep_ in CLAUSES and at.pos_ != "ADJ" and not describes):
            return at
        if at.head.i == at.i:
            return at
        if at.i not in range(words.start, words.end) and preposition(at) in _NOT_THEN:
            return None
        if at.head.i < words.start and _bound_between(words, at.head.i):
            return None
        at = at.head
    return None


def _signed(noun: Token, triggers: dict[int, Trigger]) -> Token | None:
    """« ont signé un accord d'échange en mai »: the time is that of the verb whose object holds the
    noun, where that verb tells of something itself."""
    over = noun.head
    if noun.dep_ != "nmod" or preposition(noun) != "de" or over.dep_ != "obj":
        return None
    return over.head if over.head.i in triggers and over.head.i < noun.i else None


def _nearer(words: Words, owner: Token) -> Token | None:
    """A participle between a noun and a date (« le sommet évoqué mardi ») owns the date."""
    if owner.i > words.start:
        return None
    for at in range(words.start - 1, owner.i, -1):
        if words.doc[at].text == ",":
            return None
        if is_verb(owner) and words.doc[at].dep_ not in ("acl", "amod"):
            continue
        if lemmas(words.doc[at]) & _DESCRIBES:
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


def _bound_between(words: Words, over: int) -> bool:
    """« depuis », « avant » between a date and what it hangs on, with nothing that could own it; not
    the date's own (« depuis le 15 avril »)."""
    for at in range(words.start - 1, over, -1):
        token = words.doc[at]
        if is_verb(token):
            return False
        if token.plain in ("depuis", "avant", "après") and at < words.start - 1:
            return not (at == words.start - 2 and words.doc[at + 1].pos_ == "DET")
    return False


def _beside(words: Words, nouns: dict[int, Trigger]) -> Token | None:
    """The event noun whose phrase a date ends or follows, with no verb, comma or bound between."""
    doc, sent = words.doc, words.root.sent
    for at in range(words.start - 1, max(sent.start, words.start - 14) - 1, -1):
        token = doc[at]
        if at in nouns:
            return token
        if token.text in ',;:()«»"“”–—' or token.plain in _NOT_THEN:
            return None
        if (
            is_verb(token)
            or token.pos_ in ("SCONJ",)
            or token.plain in ("qui", "que", "dont", "où")
        ):
            return None
    return None


def _duration_owner(words: Words, nouns: dict[int, Trigger]) -> Token | None:
    """« six heures de discussions », « ont duré six heures », « des discussions de six heures »."""
    for child in words.root.children:
        if child.i in nouns and child.i > words.root.i:
            return child
    after = words.doc[words.end : min(words.end + 4, words.root.sent.end)]
    if len(after) > 1 and after[0].plain in ("de", "d'", "du", "des"):
        for token in after[1:]:
            if token.i in nouns:
                return token
    head = words.root.head
    if head.i in nouns and preposition(words.root) in ("de", "pendant", "durant"):
        return head
    if is_verb(head) and (
        lemmas(head) & {"durer", "prolonger"} or preposition(words.root) in ("pendant", "durant")
    ):
        return head
    return None


def _holders(trigger: Trigger) -> Iterable[Token]:
    """The words whose dates are the trigger's, nearest first."""
    token = trigger.token
    yield token
    if trigger.light is not None:
        yield trigger.light
        yield from trigger.held
        token = trigger.light
    elif trigger.nominal:
        if not any(tense(verb) in ("past", "pluperfect") for verb in trigger.held):
            yield from trigger.held
        at = token
        shared = _SHARED | ({"dans le cadre de"} if trigger.kind.kind == "exchange" else set())
        for _ in range(4):
            place = preposition(at)
            if is_verb(at.head) or at.head.i == at.i:
                break
            if place not in ("de", None, *shared):
                return
            at = at.head
        if (
            at.head.i != at.i
            and is_verb(at.head)
            and (preposition(at) in shared or preposition(token) in shared)
        ):
            yield at.head
            if at.head.dep_ == "acl":  # « un discours prononcé en mai à la suite d'une réunion »
                yield at.head.head
        return
    if token.dep_ == "advcl" and token.i < token.head.i and trigger.kind.joint and _opens(token):
        yield token.head  # « Réunis à Genève, les délégués ont entamé lundi … »
        return
    where = token
    while where.dep_ == "xcomp" and is_verb(where.head):
        where = where.head
    if where.dep_ == "acl:relcl" and any(c.plain == "où" for c in where.children):
        over = clause_of(where.head)
        if tense(over) not in ("past", "pluperfect") or tense(token) in ("past", "pluperfect"):
            yield over
        return
    for _ in range(3):
        head = token.head
        if head.i == token.i or not is_verb(head):
            return
        gerund = token.dep_ == "advcl" and "Pres" in feature(token, "Tense")
        shares = token.dep_ == "conj" and _before_both(token) and _done(token) == _done(head)
        shares = shares and head.dep_ != "acl"  # « arrêté en mai et condamné à dix ans »
        if token.dep_ == "xcomp" or gerund or shares or _explains(token):
            yield head
            token = head
        else:
            return


def _opens(verb: Token) -> bool:
    """A bare participle at the head of its sentence."""
    return verb.i <= verb.sent.start + 1 and "Part" in feature(verb, "VerbForm")


def _done(verb: Token) -> bool:
    return tense(verb) in ("past", "pluperfect", "participle")


def _explains(token: Token) -> bool:
    """« a répondu jeudi: l'envoyé a été reçu »: what follows the colon is of the same day."""
    if token.dep_ not in ("parataxis", "conj", "ccomp"):
        return False
    first = min(t.i for t in token.subtree)
    colon = token.doc[first - 1].text == ":" or token.doc[first].text == ":"
    return (
        colon
        and token.head.i < first
        and all(tense(verb) in ("past", "pluperfect") for verb in (token, token.head))
    )


def _before_both(token: Token) -> bool:
    """A conjunct without subject shares the times of the first verb."""
    return not any(c.dep_ in ("nsubj", "nsubj:pass") for c in token.children)


def _fits(mention: DateMention, trigger: Trigger) -> bool:
    """Whether a date is the time of an event: a bound is none, but for what is to be done by it, or
    where what goes on began."""
    if mention.when.span == "until":
        return tense(trigger.verb) in ("future", "infinitive", "conditional")
    if mention.when.span != "since":
        return True
    if trigger.kind.lasting and tense(trigger.verb) == "past":
        return not _from_then_on(trigger.token, mention)
    going_on = ("present", "imperfect", *(("participle",) if trigger.nominal else ()))
    return trigger.kind.lasting or tense(trigger.verb) in going_on


def _from_then_on(token: Token, mention: DateMention) -> bool:
    """« ont accepté une trêve à partir de lundi »: when it is to begin, not when it was accepted."""
    words = token.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    before = token.doc[max(words.start - 3, 0) : words.start] if words is not None else ()
    return any(t.plain in ("partir", "dès") for t in before)


def _vague(mention: DateMention) -> int:
    return {"day": 0, "weekday": 0, "week": 1, "month": 2, "season": 3, "year": 3, "decade": 4}.get(
        mention.when.unit or "", 0 if mention.value and len(mention.value) >= 10 else 2
    )
