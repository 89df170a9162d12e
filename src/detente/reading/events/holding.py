"""The participles by an event noun that give it its time and place, besides the verb that carries it."""

from __future__ import annotations

from types import ModuleType

from detente.language.doc import Token
from detente.reading.events.carriers import takes_place
from detente.reading.events.syntax import feature, is_verb, lemmas, preposition


def held_with(noun: Token, light: Token | None, words: ModuleType) -> tuple[Token, ...]:
    """« la réunion, prévue lundi à X, … », « ont mis fin à la réunion organisée lundi », nearest use first."""
    return (*_set_for(noun, words), *_carrying(noun, light, words))


def _carrying(noun: Token, light: Token | None, words: ModuleType) -> tuple[Token, ...]:
    """The participles by an event noun that another verb carries (« ont mis fin à la réunion
    organisée lundi »), and the verb of going to it (« se rend jeudi à Oslo pour une réunion »)."""
    if light is None:
        if noun.dep_.startswith("nsubj"):  # « Entamées à Oslo, les discussions ont été suspendues »
            return tuple(
                c
                for c in noun.head.children
                if c.dep_ == "advcl" and c.i < noun.i and _held_alike(c, noun, words)
            )
        going = is_verb(noun.head) and bool(lemmas(noun.head) & words.MOVES)
        return (noun.head,) if going and preposition(noun) in noun.doc.grammar.for_ else ()
    relative = [c for c in noun.children if c.dep_ == "acl:relcl" and c.i != light.i]
    yields = noun.dep_ == "nsubj" and light is not noun.head and lemmas(noun.head) & words.YIELDS
    over = (noun.head,) if yields else ()  # « en 2016, un accord négocié à X a conduit à … »
    return (
        over
        + tuple(
            c
            for c in noun.subtree
            if c.dep_ == "acl"
            and c.i != light.i
            and _held_alike(c, noun, words)
            and not any(
                is_verb(t) or t.text == "," for t in noun.doc[noun.i + 1 : max(c.i - 1, noun.i + 1)]
            )
        )
        + tuple(c for c in relative if takes_place(c, words) and _by_who(c))
    )


def _set_for(noun: Token, words: ModuleType) -> tuple[Token, ...]:
    """« la réunion, prévue lundi à X, a été reportée »: the participles that give it its time and place."""
    said = (c for c in noun.children if c.dep_ == "acl" and lemmas(c) & words.SET_FOR)
    return tuple(c for c in said if "Past" in feature(c, "Tense"))


def _held_alike(participle: Token, noun: Token, words: ModuleType) -> bool:
    """« entamées » of « discussions »: a participle of holding that agrees with the noun."""
    return bool(lemmas(participle) & words.HELD) and all(
        feature(participle, name) == feature(noun, name) for name in ("Gender", "Number")
    )


def _by_who(verb: Token) -> bool:
    """« qui a eu lieu »"""
    return any(c.plain in verb.doc.grammar.who for c in verb.children)
