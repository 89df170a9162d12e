"""« les deux pays », « les dirigeants des deux capitales »: which two states are meant."""

from __future__ import annotations

import re

from detente.language.doc import Token
from detente.model import Span
from detente.reading.draft import Draft, Mention
from detente.reading.events.homes import main_state
from detente.reading.events.syntax import lemmas, preposition
from detente.reading.events.who import party_of

REACH = 2
"""Sentences before the words in which the two states are looked for."""


def couple_at(draft: Draft, head: Token) -> list[tuple[str, Span]]:
    """The two states that the phrase of `head` means by « les deux », with the words that named
    them last; empty where it says nothing of the kind or two cannot be told."""
    words = draft.pack.module("frames")
    last = min(max(t.i for t in head.subtree), head.i + 8)
    first = max(head.sent.start, min(t.i for t in head.subtree), head.i - 4)
    phrase = head.doc.words(first, last + 1).plain
    namesakes = re.search(rf"\b(?:{'|'.join(words.NAMESAKES)})\b", phrase)
    if namesakes:
        span = draft.tokens_span(first, last)
        return [(code, span) for code in words.NAMESAKES[namesakes[0]]]
    sides = re.search(rf"\b(?:{words.SIDES})\b", phrase)
    home = main_state(draft) if sides else None
    if home is not None:
        return [(home, draft.tokens_span(first, last))]
    if not re.search(rf"\b(?:{words.COUPLE})", phrase):
        return []
    return two_before(draft, head.i)


def is_they(head: Token) -> bool:
    """« ils », « ceux-ci »: several who were told of."""
    return head.pos_ == "PRON" and head.plain in head.doc.grammar.they


def means_both(draft: Draft, head: Token) -> bool:
    """« ils », « les deux parties », « leur » of « leur rencontre »: those whom the report told of
    together, by no name."""
    grammar, words = head.doc.grammar, draft.pack.module("frames")
    if is_they(head) or head.plain in grammar.theirs:
        return True
    said = {c.plain for c in head.children if c.dep_ in ("det", "nummod", "amod")}
    if said.isdisjoint(grammar.definite) and preposition(head) not in grammar.between:
        return False
    two = not said.isdisjoint(grammar.two)
    return bool(lemmas(head) & words.BELLIGERENTS) or (two and bool(lemmas(head) & words.COUPLES))


def two_before(draft: Draft, at: int) -> list[tuple[str, Span]]:
    """The two states of the nearest sentence before a token that names just two, not counting
    where something is."""
    number = draft.doc[at].sent.number
    for sent in reversed(draft.doc.sents[max(0, number - REACH) : number + 1]):
        found: dict[str, Mention] = {}
        for mention in draft.mentions:
            if not sent.start <= mention.first < min(at, sent.end) or _is_where(draft, mention):
                continue
            for actor in mention.actors:
                party = party_of(draft, actor)
                if party and len(party) == 2 and party in draft.actors:
                    found.setdefault(party, mention)
        if len(found) == 2:
            return [(party, draft.span(m.start, m.end)) for party, m in found.items()]
        if len(found) > 2:
            return []
    return []


def _is_where(draft: Draft, mention: Mention) -> bool:
    grammar = draft.doc.grammar
    before = draft.doc[mention.first - 1].plain if mention.first else ""
    return before in grammar.to | grammar.in_
