"""What a sentence itself says became of an undertaking that it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.model import UndertakingStatus
from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    lemmas,
    negated,
    preposition,
    subjects,
    tense,
)
from detente.reading.undertakings.found import TOLD, Found
from detente.reading.undertakings.kept import expression

if TYPE_CHECKING:
    from detente.language.doc import Doc, Token, Words
    from detente.language.undertakings import Lexicon


def of_noun(noun: Token, lexicon: Lexicon) -> UndertakingStatus:
    """Of a truce or promise that is the verb's subject or object (« la trêve n'a pas été
    respectée »)."""
    verb = noun.head
    if preposition(noun) and noun.lemmas & lexicon.promise_nouns:
        return _of_adjunct(noun, lexicon)
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verb(verb):
        return "open"
    words, denied = lemmas(verb), negated(verb)
    if any(lemmas(c) & lexicon.dead_letter for c in verb.children):
        return "broken"
    if words & lexicon.kept and tense(verb) in TOLD - {"gerund"}:
        return "broken" if denied else "carried_out"
    if words & lexicon.broken and not denied:
        return "broken"
    return "withdrawn" if words & lexicon.withdrawn and not denied else "open"


def _of_adjunct(promise: Token, lexicon: Lexicon) -> UndertakingStatus:
    """« malgré sa promesse de … », « a manqué à … », « est revenu sur … »."""
    verb, grammar, case = promise.head, promise.doc.grammar, preposition(promise) or ""
    opening = promise.doc[promise.left_edge.i : promise.i]
    if any(t.plain in lexicon.denied_by for t in opening):
        return "broken"
    if not is_verb(verb) or negated(verb) or tense(verb) not in TOLD:
        return "open"
    if case in grammar.upon and lemmas(verb) & lexicon.goes_back:
        return "withdrawn"
    return "broken" if case in grammar.to and lemmas(verb) & lexicon.fails else "open"


def of_sentence(found: Found, doc: Doc, lexicon: Lexicon) -> tuple[UndertakingStatus, int]:
    """What the sentence says of it besides, and where its words end then: « …, ce qu'il a fait »,
    « X n'a pas tenu parole: il avait promis … »."""
    sentence = found.trigger.sent
    text = sentence.plain
    kinds: tuple[tuple[tuple[str, ...], UndertakingStatus], ...] = (
        (lexicon.undone_so, "broken"),
        (lexicon.done_so, "carried_out"),
    )
    for patterns, status in kinds:
        match = expression(patterns).search(text)
        if match is not None and not _of_another(found, sentence, match):
            at = sentence.start_char + match.start()
            end = min(found.end, at) if at > found.start else found.end
            return status, found.start + len(doc.text[found.start : end].rstrip(" ,;:–—-"))
    return found.status, found.end


def _of_another(found: Found, sentence: Words, match: re.Match[str]) -> bool:
    """Whether somebody else than who undertakes is said to have done it or not."""
    start = sentence.start_char
    said = sentence.doc.char_span(
        start + match.start(), start + match.end(), alignment_mode="expand"
    )
    doing = [t for t in subjects(said.root) if t.pos_ in ("NOUN", "PROPN")] if said else []
    named = [t for t in found.who if t.pos_ in ("NOUN", "PROPN")]
    return bool(doing and named) and not {t.lower_ for t in doing} & {t.lower_ for t in named}


def of_relative(verb: Token, lexicon: Lexicon) -> UndertakingStatus:
    """Of what a relative clause undertakes: « X, qui s'était engagé à …, a tenu parole »,
    « la réunion que X avait promis d'organiser n'a jamais eu lieu »."""
    if verb.dep_ not in ("acl", "acl:relcl") or not is_verb(main := _whole(verb.head).head):
        return "open"
    denied, words = negated(main), lemmas(main)
    if tense(main) not in TOLD:
        return "open"
    if relative_object(verb) is not None:
        if words & (lexicon.kept | lexicon.comes_about):
            return "broken" if denied else "carried_out"
        if words & lexicon.withdrawn and not denied and is_passive(main):
            return "withdrawn"
        return "under_way" if words & lexicon.begins and not denied else "open"
    goal = any(lemmas(c) & lexicon.goals for c in children(main, "obj", "obl:arg"))
    if words & lexicon.kept and goal:
        return "broken" if denied else "carried_out"
    return "open"


def relative_object(verb: Token) -> Token | None:
    """What « que » stands for before a verb in a relative clause, or a bare participle behind it (« le
    retrait, promis par X »); None for « qui »."""
    if verb.dep_ == "acl" and tense(verb) == "participle":
        return _whole(verb.head)
    if verb.dep_ != "acl:relcl":
        return None
    grammar = verb.doc.grammar
    relative = any(c.plain in grammar.that and c.i < verb.i for c in verb.children)
    return _whole(verb.head) if relative else None


def _whole(noun: Token) -> Token:
    """The head of the phrase in which a noun is a complement (« une rencontre entre ministres »)."""
    while noun.dep_ in ("nmod", "conj", "appos") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun
