"""What a sentence itself says became of an undertaking that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import UndertakingStatus
from detente.reading.events.syntax import children, is_verb, lemmas, negated, tense
from detente.reading.undertakings.found import TOLD

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Lexicon


def of_noun(noun: Token, lexicon: Lexicon) -> UndertakingStatus:
    """Of a truce or promise that is the verb's subject or object (« la trêve n'a pas été
    respectée »)."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verb(verb):
        return "open"
    words, denied = lemmas(verb), negated(verb)
    if words & lexicon.kept and tense(verb) in TOLD - {"gerund"}:
        return "broken" if denied else "carried_out"
    if words & lexicon.broken and not denied:
        return "broken"
    return "withdrawn" if words & lexicon.withdrawn and not denied else "open"


def of_relative(verb: Token, lexicon: Lexicon) -> UndertakingStatus:
    """Of what a relative clause undertakes: « X, qui s'était engagé à …, a tenu parole »,
    « la réunion que X avait promis d'organiser n'a jamais eu lieu »."""
    if verb.dep_ != "acl:relcl" or not is_verb(main := _whole(verb.head).head):
        return "open"
    denied, words = negated(main), lemmas(main)
    if tense(main) not in TOLD:
        return "open"
    if relative_object(verb) is not None:
        if words & (lexicon.kept | lexicon.comes_about):
            return "broken" if denied else "carried_out"
        return "open"
    goal = any(lemmas(c) & lexicon.goals for c in children(main, "obj", "obl:arg"))
    if words & lexicon.kept and goal:
        return "broken" if denied else "carried_out"
    return "open"


def relative_object(verb: Token) -> Token | None:
    """What « que » stands for before a verb in a relative clause, or None (« qui »)."""
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
