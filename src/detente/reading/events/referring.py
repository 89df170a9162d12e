"""How a telling refers: new or known, which and how many, the two sides it means, its topics."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from detente.language.doc import Token
from detente.model import Span
from detente.reading.draft import Draft, Mention
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.syntax import lemmas, preposition, straight
from detente.reading.events.triggers import Trigger
from detente.reading.events.who import party_of

if TYPE_CHECKING:
    from detente.reading.events.telling import Telling


def mutual(draft: Draft, trigger: Trigger, telling: Telling) -> None:
    """« des expulsions mutuelles », « dans les deux camps »: the two states that the sentence names."""
    words = draft.pack.module("frames")
    text = straight(telling.around.exact)
    if len(telling.parties(draft)) > 1:
        return
    near = [w for child in trigger.token.subtree for w in lemmas(child)]
    if not set(near) & words.MUTUAL and not any(w in text for w in words.BOTH):
        return
    if not set(near) & words.MUTUAL and not any(
        w in straight(" ".join(t.text for t in trigger.token.subtree)) for w in words.BOTH
    ):
        return
    states: dict[str, Mention] = {}
    sent = trigger.token.sent
    for mention in draft.mentions:
        if sent.start <= mention.first < sent.end and not mention.city:
            for actor in mention.actors:
                party = party_of(draft, actor)
                if party and len(party) == 2:
                    states.setdefault(party, mention)
    if len(states) == 2:
        for party, mention in states.items():
            if party in draft.actors and party not in telling.parties(draft):
                part = "participant" if trigger.kind.joint else "doer"
                telling.parts.append(Part(party, part, draft.span(mention.start, mention.end)))


def refer(draft: Draft, trigger: Trigger, telling: Telling) -> None:
    """New, definite or demonstrative; first, second, last; how many."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    noun = trigger.token
    at = noun
    known = grammar.definite | grammar.possessives
    if at.dep_ == "nmod" and preposition(at) in grammar.of and lemmas(at.head) & set(words.NOUNS):
        at = at.head
    for source in {noun.i: noun, at.i: at}.values():
        for child in source.children:
            word = child.plain
            if child.dep_ == "det" or child.pos_ == "DET":
                if word in grammar.demonstratives:
                    telling.reference = "demonstrative"
                elif word in known and telling.reference == "new":
                    telling.reference = "definite"
            if word in words.ORDINALS and child.i < source.i + 2 and not _counted_since(source):
                telling.ordinal = words.ORDINALS[word]
            counted = source is noun or lemmas(source) & words.ROUNDS
            if child.dep_ in ("nummod", "det", "amod") and word in words.NUMBERS and counted:
                telling.count = words.NUMBERS[word]
        case = noun.doc[noun.i - 1] if noun.i else None
        if (
            case is not None
            and case.plain in grammar.with_article
            and case.plain not in grammar.plural
            and telling.reference == "new"
            and source is noun
        ):
            telling.reference = "definite"
    telling.private = any(w in straight(telling.around.exact) for w in words.PRIVATE[:2])


def _counted_since(noun: Token) -> bool:
    """« la deuxième visite du roi depuis 2003 », told as « sa première depuis dix ans » as well: a number
    that holds from some time on."""
    return any(t.plain in noun.doc.grammar.since for t in noun.subtree if t.i > noun.i)


def topics_in(draft: Draft, span: Span) -> dict[str, Span]:
    """The topics whose words stand in a stretch of text, each with the first of these words."""
    return {
        topic: draft.span(span.start + start, span.start + end)
        for topic, (start, end) in _topics(span.exact, draft.pack.code)
    }


@lru_cache(maxsize=64)  # several events are told by the same words
def _topics(text: str, language: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    return tuple(lexicon(language).topics_in(straight(text)).items())
