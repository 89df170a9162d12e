"""Days told from another: « au lendemain d'une rencontre », « deux jours après l'attentat »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from detente import edtf
from detente.language.doc import Token
from detente.model import DateMention, When
from detente.reading.draft import Draft
from detente.reading.events.syntax import PAST, clause_of, preposition, tense
from detente.reading.events.triggers import Trigger
from detente.reading.events.within import following_verbs

MEETINGS = frozenset({"talks", "call"})
"""Kinds out of which whoever was in them speaks."""
Owners = Mapping[int, list[DateMention]]


def day_beside(draft: Draft, owners: Owners, trigger: Trigger) -> DateMention | None:
    """The day of an event from which that of its clause is counted; the clause's own, else the one
    that the report's news have."""
    if not trigger.nominal or trigger.light is not None:
        return None
    days = _days_apart(draft, trigger.token)
    if days is None:
        return None
    words, amount = days
    verb = clause_of(trigger.token)
    base = _own_day(owners.get(verb.i, ()), words) or _news_day(draft, owners, verb)
    if base is None:
        return None
    return _moved(draft, base, words, amount)


def day_of_words(draft: Draft, owners: Owners, trigger: Trigger) -> DateMention | None:
    """The day of a meeting after which something is said or made known: that of the saying (« a annoncé
    jeudi … après un entretien avec X »), and where its clause only takes that up (« Il s'exprimait à
    l'issue d'une rencontre », « Cette annonce, à l'issue de … ») that of the sentence before."""
    if not trigger.nominal or trigger.light is not None or trigger.kind.kind not in MEETINGS:
        return None
    words = draft.pack.module("frames")
    verb = next(following_verbs(trigger, words), None)
    if verb is None or tense(verb) in ("future", "infinitive", "conditional"):
        return None
    own = _own_day(owners.get(verb.i, ()), None)
    if own is not None:
        return own if verb.lemmas & words.MAKES_KNOWN else None
    noun = trigger.token
    these = noun.doc.grammar.demonstratives
    said = any(
        t.lemmas & words.UTTERANCES and t.i > noun.sent.start and t.nbor(-1).plain in these
        for t in noun.doc[noun.sent.start : noun.i]
    )
    number = noun.sent.number
    if number == 0 or not (said or verb.lemmas & words.SPEAKS_UP):
        return None
    before = draft.doc.sents[number - 1]
    days = [
        day
        for token in before
        if tense(token) in PAST and (token is before.root or token.lemmas & words.MAKES_KNOWN)
        for day in owners.get(token.i, ())
        if is_day(day)
    ]
    return days[0] if len(days) == 1 else None


def _days_apart(draft: Draft, noun: Token) -> tuple[DateMention, int] | None:
    """The words that say how many days before or after an event something was, and the way back."""
    before, grammar = preposition(noun), noun.doc.grammar
    days: dict[str, int] = draft.pack.module("frames").DAY_BESIDE
    if before not in days and before not in grammar.after and before not in grammar.before:
        return None
    for said in draft.dates:
        if not noun.sent.start_char <= said.span.start < noun.idx:
            continue
        between = draft.article.text[said.span.end : noun.idx]
        if before in days and said.kind == "date" and len(between) < 12:
            return said, days[before]
        number = re.fullmatch(r"P(\d+)D", said.value or "") if said.kind == "duration" else None
        beside = between[:1].isspace() and between.split()[:1]
        if number and beside and beside[0] in grammar.after | grammar.before and len(between) < 22:
            amount = int(number.group(1)) * (-1 if before in grammar.after else 1)
            return None if said.when.approximate else (said, amount)
    return None


def _own_day(dates: Sequence[DateMention], words: DateMention | None) -> DateMention | None:
    return next((d for d in dates if d is not words and is_day(d)), None)


def _news_day(draft: Draft, owners: Owners, verb: Token) -> DateMention | None:
    """The day of what the report tells first, for a clause without one told of the news themselves
    (« cette annonce intervient au lendemain de … »)."""
    if not any(t.plain in verb.doc.grammar.demonstratives for t in verb.sent if t.i < verb.i):
        return None
    for token in draft.doc:
        if token.i >= verb.sent.start:
            return None
        if token.i in owners and tense(token) in PAST:
            day = next((d for d in owners[token.i] if is_day(d)), None)
            if day is not None:
                return day
    return None


def is_day(said: DateMention) -> bool:
    """Whether words name a single day."""
    when = said.when
    named = when.day or when.weekday is not None or when.unit == "day" or len(when.edtf or "") == 10
    told = said.kind == "date" and when.span == "point" and when.until is None
    return bool(named) and told and when.anchor != "context"


def _moved(draft: Draft, base: DateMention, words: DateMention, days: int) -> DateMention | None:
    """A day moved by some, as the words that name it would be had they named the other."""
    when = base.when
    if len(when.edtf or "") == 10:
        return DateMention(words.span, When(), _plus(when.edtf or "", days))
    if when.unit == "weekday" and when.weekday is not None and not when.day:
        when = msgspec.structs.replace(when, weekday=(when.weekday + days) % 7, part=None)
    elif when.anchor == "published":
        when = msgspec.structs.replace(when, amount=when.amount + days, weekday=None, part=None)
    else:
        return None
    value = _plus(base.value, days) if base.value and len(base.value) == 10 else None
    return DateMention(words.span, when, value)


def _plus(day: str, days: int) -> str:
    return edtf.format_days(*edtf.shift(date.fromisoformat(day), "day", days))
